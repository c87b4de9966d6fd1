"""Files of the office by digest: evidence and printed papers, written once, never changed.

A file's name is its SHA-256. What a file is and who may see it stands in the database.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kinerja_desktop.domain.errors import DataDamaged, NotFound
from kinerja_desktop.renaming import take_place
from kinerja_desktop.storage.faults import sorted_faults

_HEX = frozenset("0123456789abcdef")
PART = ".part"


class Blobs:
    """One folder of files named by their digest."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, content: bytes) -> str:
        """Store bytes and return their digest; the same bytes are stored once. Raises DiskFull, ReadOnlyPlace."""
        digest = hashlib.sha256(content).hexdigest()
        if not self.intact(digest):
            with sorted_faults(self.folder):
                self._write(digest, content)
        return digest

    def read(self, digest: str) -> bytes:
        """The bytes of a digest. Raises NotFound, and DataDamaged where they are no longer the ones stored."""
        path = self.path(digest)
        with sorted_faults(path):
            content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() != digest:
            raise DataDamaged(())
        return content

    def path(self, digest: str) -> Path:
        """Where the file lies, for programs that open it. Raises NotFound."""
        if not self.has(digest):
            raise NotFound("Dokumen", digest)
        return self.folder / digest

    def has(self, digest: str) -> bool:
        """True where a file of that name is there, whole or not."""
        return is_digest(digest) and (self.folder / digest).is_file()

    def intact(self, digest: str) -> bool:
        """True where the file is there and still has its digest."""
        return self.has(digest) and file_digest(self.folder / digest) == digest

    def names(self) -> Iterator[str]:
        """Digests of all files, in order."""
        if self.folder.is_dir():
            yield from sorted(entry.name for entry in self.folder.iterdir() if is_digest(entry.name))

    def _write(self, digest: str, content: bytes) -> None:
        """Write beside, sync, rename: a file under its final name is always whole."""
        self.folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(suffix=PART, dir=self.folder)
        beside = Path(name)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
            take_place(beside, self.folder / digest)
        finally:
            beside.unlink(missing_ok=True)
        sync_folder(self.folder)


def is_digest(text: str) -> bool:
    """True for 64 hexadecimal digits."""
    return len(text) == 64 and set(text) <= _HEX


def file_digest(path: Path) -> str:
    """SHA-256 of a file, read in pieces."""
    with sorted_faults(path), path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut; Windows does that by itself and knows no such call."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
