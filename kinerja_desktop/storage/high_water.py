"""The high-water mark: a small file beside the database that remembers how far the journal once reached.

Written after each commit and never before, so it is never ahead of an honest disk. A journal that ends before the
mark, or that has another line there, lost its tail: files were put back one by one or cut. The mark is not moved
over such a difference; it stays until somebody who replaced the database on purpose says ``forget``. That leaves a
file that says so: a mark that is not there at all was taken away, or its folder was put together by hand. So was it
where the mark lies behind the end of a journal that was closed in peace: it is brought to the disk before each closing.

Two slots of equal length are written in turn, each with its own check sum: a torn write loses one mark, never both.
"""

import os
import sqlite3
import zlib
from pathlib import Path

from kinerja_desktop.storage.files import sync_folder
from kinerja_desktop.storage.records import EMPTY, Head

NAME = "kinerja.kepala"
_LENGTH = 96
"""Number of 20 digits, hash of 64, check sum of 8, two spaces, a line end, and one to spare for none."""


def mark_file(folder: Path) -> Path:
    """Where the mark of an office lies."""
    return folder / NAME


def read_mark(folder: Path) -> Head:
    """The highest mark that reads clean; EMPTY where there is none."""
    path = mark_file(folder)
    content = path.read_bytes() if path.is_file() else b""
    slots = (content[:_LENGTH], content[_LENGTH : 2 * _LENGTH])
    return max((_parsed(slot) for slot in slots), key=lambda head: head.seq)


def is_known(folder: Path) -> bool:
    """False where no file says how far the journal reached, nor that it was replaced on purpose."""
    path = mark_file(folder)
    content = path.read_bytes() if path.is_file() else b""
    return any(_is_whole(slot) for slot in (content[:_LENGTH], content[_LENGTH : 2 * _LENGTH]))


def write_mark(folder: Path, head: Head) -> None:
    """Remember how far the journal reaches. Not synced but for a new file: it may lag behind, it may not be ahead."""
    is_new = not mark_file(folder).exists()
    handle = os.open(mark_file(folder), os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    try:
        os.lseek(handle, head.seq % 2 * _LENGTH, os.SEEK_SET)
        os.write(handle, _line(head))
        if is_new:
            os.fsync(handle)
    finally:
        os.close(handle)
    if is_new:
        sync_folder(folder)


def tail_is_whole(connection: sqlite3.Connection, mark: Head) -> bool:
    """True where the journal has the very line that the mark remembers."""
    row = connection.execute("SELECT office FROM journal WHERE seq = ?", (mark.seq,)).fetchone()
    return mark == EMPTY or (row is not None and row[0] == mark.hash)


def settle_mark(folder: Path, connection: sqlite3.Connection) -> None:
    """Bring the mark to the disk, at the end of the journal: it is closed now, and whoever opens it may expect that."""
    row = connection.execute("SELECT seq, office FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    if row is not None and read_mark(folder) != Head(*row):
        write_mark(folder, Head(*row))
    handle = os.open(mark_file(folder), os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def is_behind(connection: sqlite3.Connection, mark: Head) -> bool:
    """True where the journal goes on after the line that the mark remembers; a mark that was dropped remembers none."""
    return mark != EMPTY and connection.execute("SELECT max(seq) FROM journal").fetchone()[0] != mark.seq


def forget(folder: Path) -> None:
    """Drop the mark, because the database is replaced on purpose; that it was is what stays."""
    mark_file(folder).unlink(missing_ok=True)
    write_mark(folder, EMPTY)


def _line(head: Head) -> bytes:
    text = f"{head.seq:020d} {head.hash:<64}"
    return f"{text} {zlib.crc32(text.encode()):08x}".ljust(_LENGTH - 1).encode() + b"\n"


def _is_whole(slot: bytes) -> bool:
    return f"{zlib.crc32(slot[:85]):08x}".encode() == slot[86:94]


def _parsed(slot: bytes) -> Head:
    return Head(int(slot[:20]), slot[21:85].decode().strip()) if _is_whole(slot) else EMPTY
