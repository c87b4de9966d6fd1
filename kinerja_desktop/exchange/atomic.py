"""Write a file whole or not at all: aside, flushed to the disk, then renamed over the old one.

Faults of the disk become ``KnownFault`` here, once for all files that this room writes. To sort one more
fault: a line in ``_FAULTS``.
"""

import errno
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile

from kinerja_desktop.domain.errors import DiskFull, KnownFault, PlaceGone, ReadOnlyPlace, StorageFault
from kinerja_desktop.renaming import take_place

_FAULTS: Mapping[int, Callable[[str], KnownFault]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EROFS: ReadOnlyPlace,
    errno.EACCES: ReadOnlyPlace,
    errno.EPERM: ReadOnlyPlace,
    errno.ENOTCONN: PlaceGone,
    errno.ECONNABORTED: PlaceGone,
    errno.ENODEV: PlaceGone,
    errno.ENXIO: PlaceGone,
}


INSIDE = "-"
"""Stands for whatever lies in a folder, where the folder itself is what a fault is about."""


def write_text(path: Path, text: str, mode: int | None = None) -> None:
    """Write UTF-8 text; see ``write_bytes``."""
    write_bytes(path, text.encode(), mode)


def write_bytes(path: Path, content: bytes, mode: int | None = None) -> None:
    """Write ``content`` to ``path``; after a fault the old file stands as it was. Raises KnownFault.

    ``mode`` are the permissions of the new file, by default those that the system gives to any.
    """
    aside: Path | None = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as stream:
            aside = Path(stream.name)
            aside.chmod(_usual_mode() if mode is None else mode)
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        take_place(aside, path)
    except OSError as error:
        raise fault_of(error, path) from error
    finally:
        if aside is not None:
            aside.unlink(missing_ok=True)


PART = ".part"
"""Ending of a large file that is being written; what is found with it later was interrupted and means nothing."""

_NOTHING_TO_SYNC = (errno.EINVAL, errno.ENOTSUP)  # what file systems of sticks answer for a folder


def sync_folder(folder: Path) -> None:
    """Let the name of a new file reach the disk; Windows does that by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NOTHING_TO_SYNC:
            raise
    finally:
        os.close(handle)


def check_room(folder: Path, needed: int) -> None:
    """Raise DiskFull, with what is missing, before anything is written."""
    free = _free(folder)
    if free < needed:
        raise DiskFull(str(folder), needed - free)


def has_room(folder: Path, needed: int) -> bool:
    """True where so many bytes are free."""
    return _free(folder) >= needed


def _free(folder: Path) -> int:
    with naming(folder / INSIDE):
        return shutil.disk_usage(folder).free


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Turn errors of the disk inside into what they mean for ``path``."""
    try:
        yield
    except OSError as error:
        raise fault_of(error, path) from error


def _usual_mode() -> int:
    """What a plain new file would get; the temporary one is readable by its owner alone."""
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def fault_of(error: OSError, path: Path) -> KnownFault:
    """What an error of the disk means to people."""
    known = _FAULTS.get(error.errno or 0)
    if known:
        return known(str(path.parent if path.name == INSIDE else path))
    if not answers(path.parent):
        return PlaceGone(str(path.parent))
    return StorageFault(str(path), error.strerror or type(error).__name__)


def answers(folder: Path) -> bool:
    """True for a folder that is there. One on a stick that was pulled may refuse to say so; then it is not."""
    try:
        return folder.is_dir()
    except OSError:
        return False
