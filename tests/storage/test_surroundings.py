"""An office works in a folder of any name, also one that no ASCII program would open, and with little memory."""

from pathlib import Path

import pytest

from kinerja_desktop.domain.errors import OutOfMemory
from kinerja_desktop.services import auth, backup, drill, integrity, opening
from kinerja_desktop.storage.database import Store
from tests.disk_office import PASSWORD, USER, make_office

NAMES = (
    "Sitti Nūr",
    "Dg. Ngai'",
    "山",
    "#1 100% kantor?",
    "a b  c",
    "[kurung] {lagi}",
    "titik.",
    "é",
    "e\u0301",
    "&amp;",
    "kantor;rm -rf",
    "x" * 200,
)


@pytest.mark.parametrize("name", NAMES)
def test_an_office_is_made_used_backed_up_and_tried_there(tmp_path: Path, name: str) -> None:
    folder, usb = tmp_path / name / "data", tmp_path / name / "usb"
    folder.parent.mkdir()
    usb.mkdir()
    make_office(folder).store.close()

    office = opening.open_office(folder)
    auth.log_in(office, USER, PASSWORD)
    copy = backup.back_up(office, usb)
    assert integrity.watch(office).utuh
    office.store.close()

    assert drill.drill(copy.berkas).utuh
    assert {file.name for file in folder.glob("kinerja.db*")} == {"kinerja.db"}


def test_what_asks_for_too_much_memory_is_refused_and_the_office_works_on(store: Store) -> None:
    many = ", ".join(f"({n})" for n in range(40))
    with pytest.raises(OutOfMemory), store.raw() as connection:
        connection.execute(f"SELECT x FROM (SELECT randomblob(9000000) x FROM (VALUES {many})) ORDER BY x").fetchall()
    with store.unit() as unit:
        unit.settings.put("a", "b")
        unit.commit()


def test_a_work_that_runs_out_of_memory_in_the_middle_leaves_nothing_half(store: Store) -> None:
    def work() -> None:
        with store.unit() as unit:
            unit.settings.put("a", "b")
            raise MemoryError

    with pytest.raises(OutOfMemory):
        work()
    with store.read() as unit:
        assert unit.settings.get("a") is None
