"""The high-water mark: never ahead, never lost to a torn write, and a cut tail shows."""

import os
from pathlib import Path

import pytest

from kinerja_desktop.domain.realisasi import Isi
from kinerja_desktop.storage.check import Finding, Part, Reason, check_office, check_tail
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.gate import database_file
from kinerja_desktop.storage.high_water import forget, mark_file, read_mark, write_mark
from kinerja_desktop.storage.records import EMPTY, Head
from kinerja_desktop.storage.snapshot import snapshot
from tests.storage.samples import new_act


def _act(store: Store, teks: str = "") -> None:
    with store.unit() as unit:
        unit.journal.append(new_act("k1", teks=teks))
        unit.commit()


def test_the_mark_follows_every_commit_that_adds_a_line(store: Store, folder: Path) -> None:
    for _ in range(3):
        _act(store)
    with store.unit() as unit:
        unit.settings.put("a", "b")
        unit.commit()
    with store.unit() as unit:
        unit.journal.append(new_act("k1"))
    with store.read() as unit:
        assert read_mark(folder) == unit.journal.head()
    assert read_mark(folder).seq == 3


@pytest.mark.parametrize("seq", [2, 3])
@pytest.mark.parametrize("cut", [1, 50, 95])
def test_a_torn_write_leaves_the_mark_before(tmp_path: Path, seq: int, cut: int) -> None:
    before = Head(seq - 1, "a" * 64)
    write_mark(tmp_path, before)
    whole = mark_file(tmp_path).read_bytes()
    write_mark(tmp_path, Head(seq, "b" * 64))
    after = mark_file(tmp_path).read_bytes()
    at = seq % 2 * 96
    torn = after[: at + cut] + whole.ljust(192, b"\0")[at + cut :]
    mark_file(tmp_path).write_bytes(torn)
    assert read_mark(tmp_path) in {before, Head(seq, "b" * 64)}


@pytest.mark.parametrize("content", [b"", os.urandom(192), b"x\n" * 9])
def test_a_mark_that_cannot_be_read_is_none(tmp_path: Path, content: bytes) -> None:
    mark_file(tmp_path).write_bytes(content)
    assert read_mark(tmp_path) == EMPTY
    assert read_mark(tmp_path / "tidak-ada") == EMPTY


def _put_back(store: Store, folder: Path, copy: Path) -> Store:
    store.close()
    copy.replace(database_file(folder))
    return Store.open(folder)


def test_a_cut_tail_shows_and_stays_visible_while_work_goes_on(store: Store, folder: Path, tmp_path: Path) -> None:
    _act(store)
    copy = snapshot(store, tmp_path / "lama.db").path
    for _ in range(2):
        _act(store)
    mark = read_mark(folder)
    cut = _put_back(store, folder, copy)
    assert list(check_tail(cut)) == [Finding(Part.TAIL, Reason.MISSING, "kinerja.db", 3, 1)]
    for _ in range(4):
        _act(cut, "lain")
    assert read_mark(folder) == mark
    assert list(check_tail(cut)) == [Finding(Part.TAIL, Reason.ALTERED, "kinerja.db", 3, 5)]
    cut.close()


def test_after_a_restore_on_purpose_the_mark_starts_anew(store: Store, folder: Path, tmp_path: Path) -> None:
    _act(store)
    copy = snapshot(store, tmp_path / "lama.db").path
    _act(store)
    forget(folder)
    forget(folder)
    restored = _put_back(store, folder, copy)
    _act(restored)
    assert read_mark(folder).seq == 2
    assert list(check_tail(restored)) == []
    restored.close()


def test_a_mark_that_cannot_be_written_does_not_undo_what_was_saved(
    store: Store, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    mark_file(folder).mkdir()
    _act(store)
    with store.read() as unit:
        assert unit.journal.head().seq == 1
    assert "high-water mark" in caplog.text


def test_an_office_in_memory_has_no_mark() -> None:
    store = Store.memory()
    _act(store)
    assert check_office(store, lambda _: Isi(())) == (Finding(Part.CASE, Reason.MISSING, "k1"),)
