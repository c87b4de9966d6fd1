"""Which flashdisks are plugged in, as the system tells it; nothing on them is read.

The Windows part is written with care and not yet tried there.
"""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_MOUNTS = Path("/proc/self/mounts")
_TOPS = ("/media", "/run/media")
_DRIVE_REMOVABLE = 2


@dataclass(frozen=True, slots=True)
class Flashdisk:
    """A removable disk: where it is, what people call it, bytes free and in all."""

    tempat: Path
    nama: str
    kosong: int
    ukuran: int


def plugged_in() -> tuple[Flashdisk, ...]:
    """Every removable disk that answers."""
    places = _drives() if sys.platform == "win32" else _mounted(_MOUNTS)
    return tuple(disk for place in places if (disk := _disk(place)) is not None)


def _disk(place: Path) -> Flashdisk | None:
    try:
        room = shutil.disk_usage(place)
    except OSError:  # pulled out between the list and this question, or a card reader without a card
        return None
    return Flashdisk(place, place.name or str(place), room.free, room.total)


def _mounted(table: Path) -> Iterator[Path]:
    if not table.exists():
        return
    for line in table.read_text(encoding="utf-8", errors="surrogateescape").splitlines():
        place = Path(_plain(line.split()[1]))
        if any(place.is_relative_to(top) and place != Path(top) for top in _TOPS):
            yield place


def _plain(escaped: str) -> str:
    """The table of mounts writes blanks and backslashes in octal."""
    for code, sign in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        escaped = escaped.replace(code, sign)
    return escaped


def _drives() -> Iterator[Path]:
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]  # exists on Windows alone
    present = kernel.GetLogicalDrives()
    for n in range(26):
        root = f"{chr(ord('A') + n)}:\\"
        if present >> n & 1 and kernel.GetDriveTypeW(root) == _DRIVE_REMOVABLE:
            yield Path(root)
