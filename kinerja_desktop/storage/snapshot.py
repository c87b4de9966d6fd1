"""A whole, checked copy of the database at one moment, through SQLite's own backup call.

Never a copy of the file: what was committed last may stand in the -wal only. The copy has no -wal and opens from
read-only media.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kinerja_desktop.domain.errors import DataDamaged
from kinerja_desktop.renaming import take_place
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.faults import sorted_faults
from kinerja_desktop.storage.files import file_digest, sync_folder
from kinerja_desktop.storage.records import EMPTY, Head

Progress = Callable[[int, int], None]
"""Is told pages done and pages in all; an exception from it stops the copy."""
_PIECE = 1000


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A finished copy: where the journal ends in it, its digest and size in bytes."""

    path: Path
    head: Head
    sha256: str
    size: int


def snapshot(store: Store, to: Path, progress: Progress | None = None) -> Snapshot:
    """Copy the office's database to a new file and check it. Raises DiskFull, ReadOnlyPlace, DataDamaged.

    Other threads wait meanwhile. Nothing is left behind where it fails or ``progress`` raises.
    """
    with sorted_faults(to.parent), store.raw() as connection:
        copy_pages(connection, to, progress)
    return Snapshot(to, head_in(to), file_digest(to), to.stat().st_size)


def copy_pages(source: sqlite3.Connection, to: Path, progress: Progress | None = None) -> None:
    """Copy every page into a file, check the copy and sync it."""
    beside = to.with_name(f"{to.name}.part")
    beside.unlink(missing_ok=True)
    try:
        _copy(source, beside, progress)
        with beside.open("rb+") as written:
            os.fsync(written.fileno())
        take_place(beside, to)
        sync_folder(to.parent)
    finally:
        beside.unlink(missing_ok=True)


def _copy(source: sqlite3.Connection, beside: Path, progress: Progress | None) -> None:
    target = sqlite3.connect(beside, isolation_level=None)
    try:
        told = None if progress is None else lambda _status, left, total: progress(total - left, total)
        source.backup(target, pages=_PIECE, progress=told)
        target.execute("PRAGMA journal_mode=DELETE")
        if not pages_are_sound(target):
            raise DataDamaged(())
    finally:
        target.close()


def pages_are_sound(connection: sqlite3.Connection) -> bool:
    """SQLite's own check of the pages."""
    return [row[0] for row in connection.execute("PRAGMA integrity_check")] == ["ok"]


def head_in(file: Path) -> Head:
    """Where the journal ends in a database file that nobody uses."""
    row = _last_in(file, "seq, office")
    return EMPTY if row is None else Head(row[0], row[1])


def last_time_in(file: Path) -> datetime | None:
    """When the newest line of its journal was written."""
    row = _last_in(file, "pada_teks")
    return None if row is None else datetime.fromisoformat(row[0])


def _last_in(file: Path, columns: str) -> tuple[Any, ...] | None:
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        row: tuple[Any, ...] | None = connection.execute(
            f"SELECT {columns} FROM journal ORDER BY seq DESC LIMIT 1"  # noqa: S608 - our own names
        ).fetchone()
    return row
