"""A folder of evidence for others to open: whole under its name, or not there at all.

Everything is written into a folder beside it, flushed to the disk, and renamed when the last file stands.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from kinerja_desktop.domain.errors import DiskFull
from kinerja_desktop.exchange.atomic import PART, naming, sync_folder

Put = Callable[[tuple[str, ...], bytes], None]
"""Writes one file below the folder; the last part of its place is its name."""
_SPARE = 2 * 1024 * 1024
"""Bytes that stay free: folders and short files take more than their content."""


def check_room(place: Path, needed: int) -> None:
    """Raise DiskFull, with what is missing, before anything is written; PlaceGone where there is no such folder."""
    with naming(place / "-"):
        free = shutil.disk_usage(place).free
    if free < needed + _SPARE:
        raise DiskFull(str(place), needed + _SPARE - free)


@contextmanager
def whole_folder(place: Path, name: str) -> Iterator[tuple[Path, Put]]:
    """Yield the folder to be and what writes into it. A name that is taken gets a number. Raises KnownFault."""
    target = _free(place, name)
    part = target.with_name(target.name + PART)

    def put(parts: tuple[str, ...], content: bytes) -> None:
        file = part.joinpath(*parts)
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())

    with naming(target):
        try:
            shutil.rmtree(part, ignore_errors=True)  # left by an export that was interrupted
            part.mkdir()
            yield target, put
            part.replace(target)
            sync_folder(place)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise


def _free(place: Path, name: str) -> Path:
    others = (place / (name if n == 1 else f"{name} ({n})") for n in count(1))
    return next(path for path in others if not path.exists())
