"""Opening the database with the standard library alone: header, lock, settings of SQLite, names for the log-in window.

This module and what it imports must stay free of SQLAlchemy: it runs before the first paint. One connection per
process, exclusive: it IS the instance lock, and it dies with the process. ``database.Store`` takes it over.

What stands in the file is looked at before SQLite touches it, so a foreign or newer file is refused without one byte
changed: the magic, the application id and the schema number of SQLite's own header (bytes 0, 68 and 60).
"""

import json
import os
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import DiskFull, FolderClosed, HeldByOther, NewerVersion, NoOffice, NotOurFile
from kinerja_desktop.domain.ids import new_id
from kinerja_desktop.renaming import take_place
from kinerja_desktop.storage import ballast, session_note
from kinerja_desktop.storage.faults import sorted_faults
from kinerja_desktop.storage.place import check_place

APPLICATION_ID = int.from_bytes(b"KLR1")
SCHEMA_VERSION = 6
"""Number of the newest migration; stands in every database as ``user_version``."""

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100

_PRAGMAS = (
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "foreign_keys=ON",
    "recursive_triggers=ON",  # else INSERT OR REPLACE passes the triggers that guard the journal
    "secure_delete=ON",
    "temp_store=MEMORY",
    f"hard_heap_limit={256 * 1024 * 1024}",  # of the whole process: a damaged or hostile row takes no more
)
_FILE_PRAGMAS = ("locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=FULL")
MOST_VARIABLES = 999
"""Values in one statement; who asks for more things asks in parts."""
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 10_000_000,  # bytes of a value or a row; stored files lie beside the database
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 50,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: MOST_VARIABLES,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 20,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
}


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody who may log in, as the log-in window lists him."""

    pegawai_id: str
    pengguna: str
    nama: str
    jabatan: str
    terakhir_masuk: datetime | None


@dataclass(frozen=True, slots=True)
class Record:
    """A record of the history as the log-in reads it."""

    seq: int
    pada: datetime
    isi: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Gate:
    """The open, locked database before SQLAlchemy is there; ``version`` is the schema number found in it.

    ``read_only`` is True for a copy in memory of an office whose folder allows no writing. ``upgraded_from`` is the
    schema number that an older program had left, where this start brought it to the newest. ``left_open``: whoever held
    the office last was cut off.
    """

    connection: sqlite3.Connection
    folder: Path
    version: int
    read_only: bool = False
    upgraded_from: int | None = None
    left_open: bool = False

    @property
    def needs_upgrade(self) -> bool:
        """True for a database of an older program: let ``Store.adopt`` upgrade it before reading from it."""
        return self.version < SCHEMA_VERSION

    def names(self) -> tuple[Name, ...]:
        """Who may log in, those who came last first."""
        rows = self.connection.execute(
            "SELECT p.id, a.pengguna, p.nama, p.jabatan, a.terakhir_masuk"
            " FROM accounts a JOIN pegawai p ON p.id = a.pegawai_id ORDER BY p.urutan"
        )
        named = [
            Name(id_, user, nama, jabatan, None if last is None else datetime.fromisoformat(last))
            for id_, user, nama, jabatan, last in rows
        ]
        return tuple(sorted(named, key=_last_came, reverse=True))

    def first_passwords(self) -> frozenset[str]:
        """User names whose password is the one that the office was founded with: one record, as old as the office."""
        rows = self.connection.execute(
            "SELECT a.pengguna FROM accounts a JOIN journal j ON j.list_id = 'akun/' || a.pegawai_id"
            " GROUP BY a.pegawai_id"
            " HAVING count(*) = 1 AND min(j.pada_teks) = (SELECT pada_teks FROM journal ORDER BY seq LIMIT 1)"
        )
        return frozenset(user for (user,) in rows)

    def setting(self, kunci: str) -> str | None:
        """One setting as text, or None where it was never set."""
        row = self.connection.execute("SELECT teks FROM settings WHERE kunci = ?", (kunci,)).fetchone()
        return None if row is None else str(row[0])

    def last_time(self) -> datetime | None:
        """When the newest record was written; None in an office without any."""
        row = self.connection.execute("SELECT pada_teks FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
        return None if row is None else datetime.fromisoformat(row[0])

    def records(self, list_id: str, limit: int = 1) -> tuple[Record, ...]:
        """The newest records of one list of the history ("cadangan/otomatis"), newest first."""
        return self._records("list_id = ?", list_id, limit)

    def records_of(self, kind: str, limit: int) -> tuple[Record, ...]:
        """The newest records of one kind, newest first."""
        return self._records("kind = ? AND action IS NULL", kind, limit)

    def _records(self, which: str, value: str, limit: int) -> tuple[Record, ...]:
        query = f"SELECT seq, pada_teks, payload FROM journal WHERE {which} ORDER BY seq DESC LIMIT ?"  # noqa: S608
        with sorted_faults(self.folder):
            rows = self.connection.execute(query, (value, limit)).fetchall()
        return tuple(Record(seq, datetime.fromisoformat(pada), json.loads(payload)) for seq, pada, payload in rows)

    def close(self) -> None:
        """Let the office go, where no store took it over."""
        self.connection.close()


def _last_came(name: Name) -> float:
    return 0 if name.terakhir_masuk is None else name.terakhir_masuk.timestamp()


def database_file(folder: Path) -> Path:
    """Where the live database of an office lies."""
    return folder / paths.DATABASE


def open_gate(folder: Path, *, create: bool = False) -> Gate:
    """Open and lock the office in ``folder``; ``create`` makes an empty one where there is none.

    On a full disk the room put by is given up. Where the folder allows no writing, a copy in memory is opened.
    Raises FolderClosed, UnsafePlace, NoOffice, NotOurFile, NewerVersion, HeldByOther, ReadOnlyPlace where one is to be
    made, DiskFull, StorageFault, and DataDamaged for a database that SQLite cannot read.
    """
    hold_open(folder)
    check_place(folder)
    try:
        return _opened(folder, create=create)
    except DiskFull:
        if not ballast.release(folder):
            raise
        return _opened(folder, create=create)


def hold_open(folder: Path) -> None:
    """Raise FolderClosed where this account of the PC may not look into a folder: nothing there is seen as missing.

    An installation for all users opens the data to the members of a group alone.
    """
    try:
        os.scandir(folder).close()
    except PermissionError as error:
        raise FolderClosed(str(folder)) from error
    except OSError:  # not there yet, or told by whoever reads it
        return


def _opened(folder: Path, *, create: bool) -> Gate:
    file = database_file(folder)
    with sorted_faults(folder):
        if not file.exists():
            if not create:
                raise NoOffice(str(folder))
            _make(folder)
        check_header(file)
        if not os.access(file, os.W_OK):  # SQLite would speak of a lock that failed
            return _read_only(file)
        try:
            return _locked(file)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY:
                raise
            return _read_only(file)


def check_header(file: Path) -> int:
    """The schema number in the file's header. Raises NotOurFile, NewerVersion. Nothing but 100 bytes is read."""
    with file.open("rb") as source:
        header = source.read(_HEADER)
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise NotOurFile(str(file))
    found, application = (int.from_bytes(header[place : place + 4]) for place in (60, 68))
    if application != APPLICATION_ID:
        raise NotOurFile(str(file))
    _check_version(file, found)
    return found


def _check_version(file: Path, found: int) -> None:
    if found > SCHEMA_VERSION:
        raise NewerVersion(str(file), found, SCHEMA_VERSION)


def _locked(file: Path) -> Gate:
    left_open = file.with_name(f"{file.name}-wal").exists()  # SQLite drops it where the last one closes
    connection = connect(file)
    try:
        for pragma in _FILE_PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("COMMIT")
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        _check_version(file, version)  # a newer program that was killed may have left its number in the -wal
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            raise HeldByOther(str(file.parent), session_note.holder(file.parent)) from error
        raise
    except BaseException:
        connection.close()
        raise
    return Gate(connection, file.parent, version, left_open=left_open)


def _read_only(file: Path) -> Gate:
    """The office in memory, with what stands in the -wal: SQLite reads neither from a place that it may not write."""
    import shutil
    import tempfile

    with tempfile.TemporaryDirectory(prefix="kinerja-baca-") as scratch:
        for part in (file, file.with_name(f"{file.name}-wal")):
            if part.exists():
                shutil.copyfile(part, Path(scratch) / part.name)
        copied = _locked(Path(scratch) / file.name)
        memory = connect(None)
        copied.connection.backup(memory)
        copied.close()
    return Gate(memory, file.parent, copied.version, read_only=True)


def connect(file: Path | None) -> sqlite3.Connection:
    """A connection with our settings to an existing file, or to a new database in memory.

    No transaction is begun by Python. Used from several threads, one at a time: the store sees to that.
    """
    target = ":memory:" if file is None else f"{file.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(target, timeout=0, isolation_level=None, check_same_thread=False, uri=file is not None)
    for category, limit in _LIMITS.items():
        connection.setlimit(category, limit)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _make(folder: Path) -> None:
    """Make an empty office: built beside under another name, so that the real name is never a half one."""
    from kinerja_desktop.storage.files import sync_folder
    from kinerja_desktop.storage.migrations import upgrade

    folder.mkdir(parents=True, exist_ok=True)
    beside = folder / f"{new_id()}.baru"
    try:
        beside.touch(mode=0o600)
        connection = connect(beside)
        try:
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            upgrade(connection, str(folder))
        finally:
            connection.close()
        take_place(beside, database_file(folder))
    finally:
        beside.unlink(missing_ok=True)
    sync_folder(folder)
