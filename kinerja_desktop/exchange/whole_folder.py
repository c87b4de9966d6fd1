"""A folder of many files written whole or not at all: files aside and flushed, read back, then the folder renamed.

Everything that leaves the office as a folder (Paket Unggah, Paket Bukti LKE, Ekspor lengkap, Ekspor Bukti) goes through
here, also onto sticks; names that every file system holds come from ``names``. A folder that holds something is never
touched.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path, PurePosixPath

from kinerja_desktop.domain.errors import PlaceGone, PlaceTaken, StorageFault
from kinerja_desktop.exchange.atomic import PART, check_room, naming, sync_folder
from kinerja_desktop.exchange.manifest import Anggota
from kinerja_desktop.exchange.tar_stream import pieces_of
from kinerja_desktop.renaming import take_place

_CLUSTER = 32 << 10
"""What a file takes more than its bytes on the coarsest stick."""


class NewFolder:
    """A folder that is being filled; ``isi`` are the files so far."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self.isi: list[Anggota] = []

    def add(self, nama: str, content: bytes) -> Anggota:
        """Write a file; folders in its name («2 Pengukuran/sop.pdf») are made."""
        return self.write(nama, (content,))

    def write(self, nama: str, pieces: Iterable[bytes]) -> Anggota:
        """Write a file in pieces, so that a long one needs little memory."""
        path = self._place / PurePosixPath(nama)
        path.parent.mkdir(parents=True, exist_ok=True)
        digest, size = hashlib.sha256(), 0
        with path.open("xb") as stream:
            for piece in pieces:
                stream.write(piece)
                digest.update(piece)
                size += len(piece)
            stream.flush()
            os.fsync(stream.fileno())
        self.isi.append(Anggota(nama, size, digest.hexdigest()))
        return self.isi[-1]

    def copy(self, nama: str, source: Path) -> Anggota:
        """Write a file as a copy of another one."""
        return self.write(nama, pieces_of(source))

    def read_back(self) -> None:
        """Compare every file with what was written: a bad stick says that it wrote. Raises StorageFault."""
        for anggota in self.isi:
            path = self._place / PurePosixPath(anggota.nama)
            digest = hashlib.sha256()
            for piece in pieces_of(path):
                digest.update(piece)
            if digest.hexdigest() != anggota.sha256:
                raise StorageFault(anggota.nama, "yang terbaca di tempat tujuan bukan yang ditulis")


@contextmanager
def whole_folder(target: Path, needed: int, files: int = 0) -> Iterator[NewFolder]:
    """Yield a folder to fill; it becomes ``target`` when the block ends well, else nothing is left of it.

    ``needed`` are the bytes of the ``files`` that will be written. Raises PlaceTaken where something stands there,
    DiskFull before anything is written, PlaceGone, ReadOnlyPlace, StorageFault.
    """
    hold_free(target)
    check_room(target.parent, needed + files * _CLUSTER)
    aside = target.with_name(target.name + PART)
    with naming(target):
        shutil.rmtree(aside, ignore_errors=True)  # of a program that was killed
        try:
            aside.mkdir()
            made = NewFolder(aside)
            yield made
            made.read_back()
            for folder in [aside, *(path for path in aside.rglob("*") if path.is_dir())]:
                sync_folder(folder)
            if target.exists():
                target.rmdir()
            take_place(aside, target)
            sync_folder(target.parent)
        except BaseException:
            with suppress(OSError):  # the place itself may be gone; the first error is the one to tell
                shutil.rmtree(aside, ignore_errors=True)
            raise


def hold_free(target: Path) -> None:
    """Refuse a place where something stands, or that is not there. Raises PlaceTaken, PlaceGone."""
    if not target.parent.is_dir():
        raise PlaceGone(str(target.parent))
    with naming(target):
        if target.exists() and not (target.is_dir() and not any(target.iterdir())):
            raise PlaceTaken(str(target))


def unused(place: Path, name: str) -> Path:
    """The folder of that name at a place, with a number behind it where one stands there already."""
    others = (place / (name if n == 1 else f"{name} ({n})") for n in count(1))
    return next(path for path in others if not path.exists())
