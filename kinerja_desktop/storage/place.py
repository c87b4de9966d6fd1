"""Where a live database may stand: on this computer's own disk, nowhere else.

Network folders break SQLite's locks, cloud programs copy a database in the middle of a write, sticks are pulled out.
To add a place: its kind of file system in ``_REFUSED``, or the variable or folder name of a cloud program.
"""

import os
import re
import sys
from collections.abc import Callable, Mapping
from enum import Enum
from pathlib import Path

from kinerja_desktop.domain.errors import UnsafePlace


class Danger(Enum):
    """Why a place is refused; the value stands in ``UnsafePlace.why``."""

    NETWORK = "jaringan"
    CLOUD = "awan"
    REMOVABLE = "lepasan"


_REFUSED: Mapping[str, Danger] = {
    **dict.fromkeys(("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "davfs", "webdav"), Danger.NETWORK),
    **dict.fromkeys(("fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.davfs2"), Danger.NETWORK),
    **dict.fromkeys(("vfat", "msdos", "exfat", "fuseblk", "fuse.exfat", "iso9660", "udf"), Danger.REMOVABLE),
}
_CLOUD_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_CLOUD_FOLDERS = frozenset(
    ("onedrive", "dropbox", "google drive", "googledrive", "icloud drive", "iclouddrive", "nextcloud", "syncthing")
)
_WINDOWS_DRIVES = {2: Danger.REMOVABLE, 4: Danger.NETWORK, 5: Danger.REMOVABLE}

Probe = Callable[[Path], Danger | None]


def check_place(folder: Path, probe: Probe | None = None) -> None:
    """Raise UnsafePlace unless the folder, or the one above it that exists, is on a disk of this computer."""
    whole = folder.expanduser().absolute()
    danger = _cloud(whole, os.environ) or (probe or _volume)(whole)
    if danger is not None:
        raise UnsafePlace(str(folder), danger.value)


def _cloud(folder: Path, environ: Mapping[str, str]) -> Danger | None:
    synced = [Path(environ[name]) for name in _CLOUD_VARIABLES if environ.get(name)]
    if any(folder.is_relative_to(root) for root in synced):
        return Danger.CLOUD
    names = {part.casefold().partition(" - ")[0] for part in folder.parts}
    return Danger.CLOUD if names & _CLOUD_FOLDERS else None


def _volume(folder: Path) -> Danger | None:
    if sys.platform == "win32":
        return _windows_volume(folder)
    return mounted_as(folder, Path("/proc/self/mountinfo"))


def mounted_as(folder: Path, mountinfo: Path) -> Danger | None:
    """What Linux says of the folder's file system; None where it says nothing."""
    if not mountinfo.exists():
        return None
    found = ""
    kind = ""
    for line in mountinfo.read_bytes().splitlines():
        left, _, right = line.partition(b" - ")
        point = _mount_point(left.split()[4])
        if folder.is_relative_to(point) and len(point) >= len(found):
            found, kind = point, right.split()[0].decode()
    return _REFUSED.get(kind)


def _mount_point(escaped: bytes) -> str:
    """Linux writes blanks and backslashes as octal numbers, and every other byte of a name as it is."""
    return os.fsdecode(re.sub(rb"\\([0-7]{3})", lambda number: bytes([int(number[1], 8)]), escaped))


def _windows_volume(folder: Path) -> Danger | None:
    """Ask Windows for the kind of drive; a UNC path is a network folder whatever it says."""
    if folder.drive.startswith("\\\\"):
        return Danger.NETWORK
    import ctypes

    windll = getattr(ctypes, "windll", None)  # there only on Windows
    assert windll is not None
    return _WINDOWS_DRIVES.get(windll.kernel32.GetDriveTypeW(f"{folder.drive}\\"))
