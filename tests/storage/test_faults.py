"""Errors of SQLite and the system are sorted; what is not known stays a bug. Disks that are really full."""

import errno
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from kinerja_desktop.domain.errors import (
    DataDamaged,
    DiskFull,
    HeldByOther,
    KinerjaError,
    ReadOnlyPlace,
    StorageFault,
)
from kinerja_desktop.domain.realisasi import Isi
from kinerja_desktop.storage.check import Part, check_office
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.faults import sorted_faults, sqlite_fault, system_fault
from tests.storage.samples import new_act


def _error(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code
    error.sqlite_errorname = "SQLITE_X"
    return error


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, DiskFull),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, HeldByOther),
        (sqlite3.SQLITE_READONLY_DBMOVED, ReadOnlyPlace),
        (sqlite3.SQLITE_IOERR_FSYNC, StorageFault),
        (sqlite3.SQLITE_CANTOPEN, StorageFault),
        (sqlite3.SQLITE_CORRUPT_INDEX, DataDamaged),
        (sqlite3.SQLITE_NOTADB, DataDamaged),
    ],
)
def test_errors_of_sqlite_are_sorted_by_their_code(code: int, kind: type[KinerjaError], tmp_path: Path) -> None:
    assert type(sqlite_fault(_error(code), str(tmp_path))) is kind


@pytest.mark.parametrize("error", [_error(sqlite3.SQLITE_CONSTRAINT), sqlite3.ProgrammingError("x"), ValueError("x")])
def test_a_bug_is_no_fault_of_the_surroundings(error: Exception) -> None:
    assert sqlite_fault(error, "") is None


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EFBIG, DiskFull),
        (errno.EROFS, ReadOnlyPlace),
        (errno.EACCES, ReadOnlyPlace),
        (errno.EIO, StorageFault),
    ],
)
def test_errors_of_the_system_are_sorted_by_their_number(number: int, kind: type[KinerjaError]) -> None:
    assert type(system_fault(OSError(number, "x"), "tempat")) is kind
    with pytest.raises(kind), sorted_faults(None):
        raise OSError(number, "x")


def test_a_broken_rule_of_a_table_stays_a_bug() -> None:
    with Store.memory().unit() as unit, pytest.raises(IntegrityError):
        unit.connection.execute(text("INSERT INTO settings VALUES ('a', NULL)"))


# --- a full disk -------------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 700 kB."""
    place = tmp_path / "disk"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=700k", "tmpfs", str(place)], check=True)
    yield place
    subprocess.run(["umount", str(place)], check=True)


def _until_full(store: Store) -> int:
    """Acts that were acknowledged before the disk was full."""
    done = 0
    try:
        while True:
            with store.unit() as unit:
                unit.journal.append(new_act(f"k{done}", teks="x" * 3000))
                unit.commit()
            done += 1
    except DiskFull:
        return done


def test_a_full_disk_loses_nothing_and_work_goes_on_when_there_is_room(small_disk: Path) -> None:
    store = Store.open(small_disk / "kantor", create=True)
    ballast = small_disk / "isi"
    ballast.write_bytes(b"0" * 64 * 1024)
    done = _until_full(store)
    assert done > 5
    with store.read() as unit:
        assert unit.journal.head().seq == done
    ballast.unlink()
    with store.unit() as unit:
        unit.journal.append(new_act("sesudah"))
        unit.commit()
    assert {finding.part for finding in check_office(store, lambda _: Isi(()))} == {Part.CASE}
    store.close()
    again = Store.open(small_disk / "kantor")
    with again.read() as unit:
        assert len(unit.journal.case_ids()) == done + 1
    again.close()


def test_an_office_on_a_full_disk_opens_and_reads(small_disk: Path) -> None:
    store = Store.open(small_disk / "kantor", create=True)
    done = _until_full(store)
    store.close()
    with pytest.raises(OSError, match="No space"):
        (small_disk / "isi").write_bytes(b"0" * 800 * 1024)
    again = Store.open(small_disk / "kantor")
    with again.read() as unit:
        assert unit.journal.head().seq == done
    again.close()


def test_a_new_office_that_does_not_fit_leaves_nothing(small_disk: Path) -> None:
    (small_disk / "isi").write_bytes(b"0" * 690 * 1024)
    with pytest.raises(DiskFull):
        Store.open(small_disk / "kantor", create=True)
    assert [path for path in (small_disk / "kantor").rglob("*") if path.is_file()] == []


LIMITED = """
import sys
from pathlib import Path
from kinerja_desktop.domain.errors import DiskFull
from kinerja_desktop.storage.files import Blobs
try:
    Blobs(Path(sys.argv[1])).put(b"0" * 100_000)
except DiskFull:
    print("full")
"""


def test_a_file_that_the_system_cuts_off_is_a_full_disk(tmp_path: Path) -> None:
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))  # noqa: E731 - runs in the child
    ended = subprocess.run(
        [sys.executable, "-B", "-c", LIMITED, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
        preexec_fn=limit,
    )
    assert ended.stdout.strip() == "full"
    assert list(tmp_path.iterdir()) == []
