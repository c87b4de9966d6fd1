"""Copies of the database: whole at one moment, checked, and nothing left where they fail."""

import hashlib
import sqlite3
from pathlib import Path

import pytest

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.snapshot import snapshot
from tests.storage.samples import new_act, played


def _filled(store: Store, acts: int = 40) -> None:
    with store.unit() as unit:
        for n in range(acts):
            unit.journal.append(new_act(f"k{n}", teks="x" * 2000))
        unit.commit()


def test_a_snapshot_holds_everything_committed_and_opens_alone(store: Store, tmp_path: Path) -> None:
    _filled(store)
    place = tmp_path / "salinan"
    place.mkdir()
    made = snapshot(store, place / "kinerja.db")
    with store.read() as unit:
        assert made.head == unit.journal.head()
    content = made.path.read_bytes()
    assert (made.sha256, made.size) == (hashlib.sha256(content).hexdigest(), len(content))
    assert [path.name for path in place.iterdir()] == ["kinerja.db"]
    copy = Store.open(place)
    with copy.read() as unit:
        assert unit.journal.head() == made.head
        assert len(unit.journal.case_ids()) == 40
    copy.close()


def test_the_office_works_on_after_a_snapshot(store: Store, tmp_path: Path) -> None:
    _filled(store, 3)
    made = snapshot(store, tmp_path / "a.db")
    with store.unit() as unit:
        played(unit, "YAN")
        unit.commit()
    again = snapshot(store, tmp_path / "a.db")
    assert (made.head.seq, again.head.seq) == (3, 6)


def test_an_office_in_memory_can_be_copied_too(tmp_path: Path) -> None:
    store = Store.memory()
    _filled(store, 2)
    assert snapshot(store, tmp_path / "a.db").head.seq == 2


class _StoppedError(Exception):
    pass


def test_a_stopped_copy_leaves_nothing(store: Store, tmp_path: Path) -> None:
    place = tmp_path / "salinan"
    place.mkdir()
    seen = []

    def stop(done: int, total: int) -> None:
        seen.append((done, total))
        raise _StoppedError

    with pytest.raises(_StoppedError):
        snapshot(store, place / "a.db", stop)
    assert seen
    assert list(place.iterdir()) == []
    _filled(store, 1)


def test_a_place_that_is_gone_is_a_known_fault(store: Store, tmp_path: Path) -> None:
    with pytest.raises(KinerjaError):
        snapshot(store, tmp_path / "tidak-ada" / "a.db")


def test_a_copy_needs_no_wal(store: Store, tmp_path: Path) -> None:
    _filled(store)
    made = snapshot(store, tmp_path / "a.db")
    connection = sqlite3.connect(f"{made.path.as_uri()}?mode=ro&immutable=1", uri=True)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert connection.execute("SELECT count(*) FROM journal").fetchone() == (40,)
    connection.close()
