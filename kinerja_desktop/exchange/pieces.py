"""A large file in pieces that every flashdisk can hold: FAT32 knows no file of 4 GB.

The first piece bears the name of the whole and is renamed last, so its name means that all of it is there; the others
are called «name.2», «name.3» and so on. Hardly any office ever has a second piece.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count, takewhile
from pathlib import Path
from typing import BinaryIO, Self

from kinerja_desktop.exchange.atomic import PART, naming, sync_folder
from kinerja_desktop.renaming import take_place

LARGEST = 3_500_000_000
"""Bytes of one piece."""


def pieces(first: Path) -> tuple[Path, ...]:
    """The pieces of a file that are there, in their order; the first one in any case."""
    return (first, *takewhile(Path.exists, (_piece(first, n) for n in count(2))))


def size(first: Path) -> int:
    """Bytes of all pieces. Raises KnownFault."""
    with naming(first):
        return sum(piece.stat().st_size for piece in pieces(first))


def number_for(length: int) -> int:
    """How many pieces a file of so many bytes becomes."""
    return max(1, -(-length // LARGEST))


def _piece(first: Path, number: int) -> Path:
    return first if number == 1 else first.with_name(f"{first.name}.{number}")


@contextmanager
def aside(target: Path) -> Iterator[Path]:
    """Yield the name to write a large file to; it becomes ``target`` when the block ends well, else nothing is left.

    It may be written with `Writer` and read back before the block ends. Raises KnownFault.
    """
    part = target.with_name(target.name + PART)
    with naming(target):
        try:
            yield part
            for number in range(len(pieces(part)), 0, -1):
                take_place(_piece(part, number), _piece(target, number))
            sync_folder(target.parent)
        except BaseException:
            with suppress(OSError):  # the place itself may be gone; the first error is the one to tell
                for piece in pieces(part):
                    piece.unlink(missing_ok=True)
            raise


class Writer:
    """Writes a new file, in pieces where it grows too large; what is written is on the disk when the block ends."""

    def __init__(self, first: Path) -> None:
        self._first, self._number, self._room = first, 1, LARGEST
        self._file: BinaryIO = first.open("wb")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def write(self, content: bytes) -> None:
        while len(content) > self._room:
            self._file.write(content[: self._room])
            content = content[self._room :]
            self._next()
        self._file.write(content)
        self._room -= len(content)

    def _next(self) -> None:
        self._close()
        self._number, self._room = self._number + 1, LARGEST
        self._file = _piece(self._first, self._number).open("wb")

    def _close(self) -> None:
        with self._file:
            self._file.flush()
            os.fsync(self._file.fileno())
