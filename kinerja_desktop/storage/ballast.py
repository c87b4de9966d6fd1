"""Room put by: a file beside the database that is given up when the disk is full, so that the last work can be kept.

It is made again at a later start, when there is room enough. Its bytes are random, because Windows may compress a
folder. Loaded before the first paint: nothing heavy.
"""

import os
import shutil
from pathlib import Path

from kinerja_desktop.renaming import take_place

NAME = "kinerja.ruang"
SIZE = 32 * 1024 * 1024
SPARE = 512 * 1024 * 1024
"""Bytes that must be free beside it before it is made."""
_PIECE = 1024 * 1024


def keep(folder: Path) -> bool:
    """Make the file where it is missing and there is room for it; True where it is there afterwards. Raises OSError."""
    file = folder / NAME
    if is_kept(folder):
        return True
    if shutil.disk_usage(folder).free < SIZE + SPARE:
        return False
    beside = folder / f"{NAME}.part"
    try:
        with beside.open("wb") as out:
            for done in range(0, SIZE, _PIECE):
                out.write(os.urandom(min(_PIECE, SIZE - done)))
            out.flush()
            os.fsync(out.fileno())
        take_place(beside, file)
    finally:
        beside.unlink(missing_ok=True)
    return True


def is_kept(folder: Path) -> bool:
    """True where there is room put by."""
    return (folder / NAME).exists()


def release(folder: Path) -> bool:
    """Give the room up; True where there was any."""
    file = folder / NAME
    try:
        file.unlink()
    except OSError:  # not there, or held by a scanner: then there is nothing to give up
        return False
    return True
