"""Errors of SQLite and of the operating system, sorted once: a known fault of the surroundings, damage, or a bug.

What is not sorted here is a bug and passes unchanged. To add a known fault: its class in ``domain.errors``, its code
in one of the tables below.
"""

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kinerja_desktop.domain.errors import (
    DataDamaged,
    DiskFull,
    HeldByOther,
    KinerjaError,
    OutOfMemory,
    ReadOnlyPlace,
    StorageFault,
)

UNREADABLE = (LookupError, ValueError, ArithmeticError, TypeError)
"""What reading a row raises whose values were changed to something that no field can hold."""

_Made = Callable[[str, str], KinerjaError]
_LITTLE = 64 * 1024
"""Bytes left on a disk that count as none: some systems report a full disk as a failed write."""


def _full(place: str, _: str) -> KinerjaError:
    return DiskFull(place)


def _held(place: str, _: str) -> KinerjaError:
    return HeldByOther(place)


def _read_only(place: str, _: str) -> KinerjaError:
    return ReadOnlyPlace(place)


def _damaged(_place: str, _: str) -> KinerjaError:
    return DataDamaged(())


def _failed(place: str, detail: str) -> KinerjaError:
    if place and Path(place).exists() and shutil.disk_usage(place).free < _LITTLE:
        return DiskFull(place)
    return StorageFault(place, detail)


_SQLITE: Mapping[int, _Made] = {
    sqlite3.SQLITE_FULL: _full,
    sqlite3.SQLITE_BUSY: _held,
    sqlite3.SQLITE_LOCKED: _held,
    sqlite3.SQLITE_READONLY: _read_only,
    sqlite3.SQLITE_PERM: _read_only,
    sqlite3.SQLITE_CORRUPT: _damaged,
    sqlite3.SQLITE_NOTADB: _damaged,
    sqlite3.SQLITE_IOERR: _failed,
    sqlite3.SQLITE_CANTOPEN: _failed,
    sqlite3.SQLITE_NOMEM: _failed,
    sqlite3.SQLITE_TOOBIG: _failed,
    sqlite3.SQLITE_NOLFS: _failed,
    sqlite3.SQLITE_PROTOCOL: _failed,
}

_SYSTEM: Mapping[int | None, _Made] = {
    errno.ENOSPC: _full,
    errno.EDQUOT: _full,
    errno.EFBIG: _full,
    errno.EROFS: _read_only,
    errno.EACCES: _read_only,
    errno.EPERM: _read_only,
    errno.EISDIR: _read_only,
    errno.ENOTDIR: _read_only,
}


def sqlite_fault(error: BaseException, place: str) -> KinerjaError | None:
    """The fault that an error of SQLite tells of, or None where the program itself is at fault."""
    if _is_garbled(error):
        return DataDamaged(())
    if isinstance(error, MemoryError):
        return OutOfMemory()
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(error, sqlite3.Error) or code is None:
        return None
    made = _SQLITE.get(code & 0xFF)  # the rest of the code tells which call failed
    return None if made is None else made(place, error.sqlite_errorname)


def is_of_pages(damaged: DataDamaged) -> bool:
    """True where SQLite itself could not read the database, and not one of its files or a check above it."""
    return isinstance(damaged.__cause__, sqlite3.Error | UnicodeDecodeError)


def _is_garbled(error: BaseException) -> bool:
    """Text in the file, or in SQLite's message about it, that is no UTF-8: Python says so without a code."""
    undecoded = isinstance(error, sqlite3.OperationalError) and str(error).startswith("Could not decode to UTF-8")
    return undecoded or isinstance(error, UnicodeDecodeError)


def system_fault(error: OSError, place: str) -> KinerjaError:
    """The fault that an error of the operating system tells of."""
    return _SYSTEM.get(error.errno, _failed)(place, os.strerror(error.errno or 0))


@contextmanager
def sorted_faults(place: Path | None) -> Iterator[None]:
    """Raise known faults in place of errors of SQLite and the system; ``place`` is what they name."""
    named = str(place or "")
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        fault = sqlite_fault(error, named)
        if fault is None:
            raise
        try:
            raise fault from error
        finally:
            del fault  # else fault and frame keep each other, and with them an open statement and the lock
    except OSError as error:
        raise system_fault(error, named) from error
