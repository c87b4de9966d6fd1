"""Units: all or nothing, one at a time, over when committed."""

import threading
from pathlib import Path

import pytest
from sqlalchemy.exc import ResourceClosedError

from kinerja_desktop.domain.errors import StorageFault
from kinerja_desktop.storage.database import Store
from tests.storage.samples import new_act


def test_without_commit_nothing_stays() -> None:
    store = Store.memory()
    with store.unit() as unit:
        unit.settings.put("a", "b")
        unit.journal.append(new_act("k1"))
    with store.read() as unit:
        assert unit.settings.all() == {}
        assert unit.journal.head().seq == 0


def test_an_error_takes_everything_back() -> None:
    store = Store.memory()

    def work() -> None:
        with store.unit() as unit:
            unit.settings.put("a", "b")
            raise KeyError

    with pytest.raises(KeyError):
        work()
    with store.read() as unit:
        assert unit.settings.all() == {}


def test_a_unit_is_over_when_it_is_committed() -> None:
    store = Store.memory()
    with store.unit() as unit:
        unit.settings.put("a", "b")
        unit.commit()
        with pytest.raises(ResourceClosedError):
            unit.settings.put("a", "c")
    with store.read() as unit:
        assert unit.settings.get("a") == "b"


def test_a_reading_unit_cannot_commit() -> None:
    store = Store.memory()
    with store.read() as unit:
        unit.settings.put("a", "b")
        with pytest.raises(RuntimeError):
            unit.commit()
    with store.read() as unit:
        assert unit.settings.all() == {}


def test_a_unit_inside_a_unit_is_a_fault_of_the_program() -> None:
    store = Store.memory()
    with store.unit(), pytest.raises(RuntimeError), store.read():
        pass
    with store.unit() as unit:
        unit.commit()


def test_two_offices_in_memory_are_apart() -> None:
    one, two = Store.memory(), Store.memory()
    with one.unit() as unit:
        unit.settings.put("a", "b")
        unit.commit()
    with two.read() as unit:
        assert unit.settings.all() == {}


def test_threads_take_turns_and_no_act_is_lost() -> None:
    store = Store.memory()

    def work(name: str) -> None:
        for _ in range(25):
            with store.unit() as unit:
                unit.journal.append(new_act(name))
                unit.commit()
            with store.read() as unit:
                assert unit.journal.acts(name)

    threads = [threading.Thread(target=work, args=(f"k{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read() as unit:
        assert [len(unit.journal.acts(f"k{n}")) for n in range(4)] == [25] * 4
        assert unit.journal.head().seq == 100


def test_the_main_thread_can_see_that_a_job_is_working() -> None:
    store = Store.memory()
    assert not store.busy
    with store.unit():
        assert store.busy
    assert not store.busy


def test_after_a_fault_of_the_disk_the_file_is_read_anew(store: Store, folder: Path) -> None:
    with store.unit() as unit:
        unit.settings.put("a", "1")
        unit.commit()

    def failing() -> None:
        with store.unit() as unit:
            unit.settings.put("a", "2")
            raise StorageFault(str(folder), "SQLITE_IOERR_FSYNC")

    with store.raw() as before:
        pass
    with pytest.raises(StorageFault):
        failing()
    with store.unit() as unit:
        assert unit.settings.get("a") == "1"
        unit.settings.put("a", "3")
        unit.commit()
    with store.raw() as after:
        assert after is not before


def test_files_of_an_office_in_memory_lie_in_a_scratch_folder_of_its_own() -> None:
    store = Store.memory()
    digest = store.archive.put(b"%PDF-")
    assert store.archive.read(digest) == b"%PDF-"
    place = store.archive.folder
    del store
    assert not place.exists()
