"""Errors of SQLite and the system are sorted; what is not known stays a bug. Disks that are really full."""

import errno
import json
import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

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
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.faults import sorted_faults, sqlite_fault, system_fault

ROOT = Path(__file__).parents[2]


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
        (sqlite3.SQLITE_TOOBIG, StorageFault),
        (sqlite3.SQLITE_CORRUPT_INDEX, DataDamaged),
        (sqlite3.SQLITE_NOTADB, DataDamaged),
    ],
)
def test_errors_of_sqlite_are_sorted_by_their_code(code: int, kind: type[KinerjaError], tmp_path: Path) -> None:
    assert type(sqlite_fault(_error(code), str(tmp_path))) is kind


def test_text_that_is_no_text_any_more_is_damage() -> None:
    connection = sqlite3.connect(":memory:")
    with pytest.raises(DataDamaged), sorted_faults(None):
        connection.execute("SELECT CAST(x'ff' AS TEXT)").fetchall()
    connection.close()


@pytest.mark.parametrize("error", [_error(sqlite3.SQLITE_CONSTRAINT), sqlite3.ProgrammingError("x"), ValueError("x")])
def test_a_bug_is_no_fault_of_the_surroundings(error: Exception) -> None:
    assert sqlite_fault(error, "") is None


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EFBIG, DiskFull),
        (errno.EROFS, ReadOnlyPlace),
        (errno.EISDIR, ReadOnlyPlace),
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


MOUNTED = 'mount -t tmpfs -o size=720k tmpfs "$0" && exec "$@"'


def _on_small_disk(case: str, disk: Path) -> Mapping[str, Any]:
    """Run a case of ``full_disk`` where the folder is a disk of 720 kB that no other process sees."""
    apart = ["unshare", "--mount", *(["--map-root-user"] if os.geteuid() else []), "sh", "-c", MOUNTED, str(disk)]
    command = [*apart, sys.executable, "-m", "tests.storage.full_disk", case, str(disk)]
    ended = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, timeout=60)
    told: Mapping[str, Any] = json.loads(ended.stdout)
    return told


def test_a_full_disk_loses_nothing_and_work_goes_on_when_there_is_room(tmp_path: Path) -> None:
    told = _on_small_disk("while_working", tmp_path)
    assert told["done"] > 5
    assert (told["kept"], told["after"], told["findings"]) == (told["done"], told["done"] + 1, [])


def test_an_office_on_a_full_disk_opens_and_reads(tmp_path: Path) -> None:
    told = _on_small_disk("when_opening", tmp_path)
    assert (told["left"], told["kept"]) == (0, told["done"])


def test_room_put_by_is_given_up_once_for_the_last_work(tmp_path: Path) -> None:
    told = _on_small_disk("with_room_put_by", tmp_path)
    assert told == {"dilepas": True, "ada": False, "lagi": True, "kept": 1, "dibuat": False}


def test_an_office_left_on_a_full_disk_opens(tmp_path: Path) -> None:
    assert _on_small_disk("opening_with_room_put_by", tmp_path) == {"kept": 1}


def test_a_new_office_that_does_not_fit_leaves_nothing(tmp_path: Path) -> None:
    assert _on_small_disk("when_making", tmp_path) == {"full": str(tmp_path / "kantor"), "left": []}


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
        cwd=ROOT,
        preexec_fn=limit,
    )
    assert ended.stdout.strip() == "full"
    assert list(tmp_path.iterdir()) == []
