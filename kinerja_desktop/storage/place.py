"""Where a live database may stand: on this computer's own disk, nowhere else.

Network folders break SQLite's locks, cloud programs copy a database in the middle of a write, sticks are pulled out.
Not seen: an USB hard disk, which Windows takes for one of its own.

To add a place: its kind of file system in ``_REFUSED``; of a cloud program the variable, the name or the mark of its
folder, the file in which it names that, or the label of its drive.
"""

import os
import re
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
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
_OWN_FUSE = frozenset({"fuse.fuse-overlayfs"})
"""Layers over the own disk; whatever else a program shows as a file system may go away with the program."""
_CLOUD_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_CLOUD_FOLDERS = frozenset(
    (
        *(
            "onedrive",
            "dropbox",
            "google drive",
            "googledrive",
            "my drive",
            "drive saya",
            "icloud drive",
            "iclouddrive",
        ),
        *("box", "box sync", "mega", "megasync", "pcloud drive", "yandex.disk", "nextcloud", "owncloud", "syncthing"),
    )
)
"""Names of their folders, in small letters, "OneDrive - Pemkab" without what follows the hyphen."""
_CLOUD_MARKS = (
    ".dropbox",
    ".dropbox.cache",
    ".tmp.drivedownload",
    ".tmp.driveupload",
    ".stfolder",
    ".nextcloudsync.log",
)
"""What Dropbox, Google Drive, Syncthing and Nextcloud leave at the top of the folder that they copy."""
_DROPBOX_NOTES = {"APPDATA": "Dropbox/info.json", "LOCALAPPDATA": "Dropbox/info.json", "HOME": ".dropbox/info.json"}
"""Where Dropbox writes down which folders are its own."""
_CLOUD_LABELS = ("google drive", "pcloud", "onedrive", "dropbox")
"""Labels of drives that a cloud program makes up; Windows takes them for disks."""
_CLOUD_TAG, _CLOUD_TAG_MASK = 0x9000001A, 0xFFFF0FFF
"""IO_REPARSE_TAG_CLOUD in all its sixteen kinds: folders of OneDrive and of others that use the same door."""
_ELSEWHERE = 0x1000 | 0x40000 | 0x400000
"""FILE_ATTRIBUTE_OFFLINE, _RECALL_ON_OPEN, _RECALL_ON_DATA_ACCESS: the content may not be on this disk."""
_WINDOWS_DRIVES = {2: Danger.REMOVABLE, 4: Danger.NETWORK, 5: Danger.REMOVABLE}

Probe = Callable[[Path], Danger | None]


def check_place(folder: Path, probe: Probe | None = None) -> None:
    """Raise UnsafePlace unless the folder, or the one above it that exists, is on a disk of this computer.

    A folder that is only a sign to another one is judged by both.
    """
    whole = folder.expanduser().absolute()
    for place in dict.fromkeys((whole, whole.resolve())):
        danger = _cloud(place, os.environ) or (probe or _volume)(place)
        if danger is not None:
            raise UnsafePlace(str(folder), danger.value)


def _cloud(folder: Path, environ: Mapping[str, str]) -> Danger | None:
    """Whether a cloud program copies the folder: it is inside one of its own, by name, mark, tag or its notes."""
    if any(folder.is_relative_to(root) for root in _synced(environ)):
        return Danger.CLOUD
    names = {part.casefold().partition(" - ")[0] for part in folder.parts}
    tops = [top for top in (folder, *folder.parents) if top.is_dir()]
    marked = any((top / mark).exists() for top in tops for mark in _CLOUD_MARKS)
    return Danger.CLOUD if names & _CLOUD_FOLDERS or marked or any(map(_is_tagged, tops)) else None


def _synced(environ: Mapping[str, str]) -> Iterator[Path]:
    yield from (Path(environ[name]) for name in _CLOUD_VARIABLES if environ.get(name))
    for variable, note in _DROPBOX_NOTES.items():
        if environ.get(variable):
            yield from _dropbox(Path(environ[variable]) / note)


def _dropbox(note: Path) -> Iterator[Path]:
    if not note.is_file():
        return
    import json  # here, because a start need not load it

    try:
        accounts = json.loads(note.read_text(encoding="utf-8"))
        yield from [Path(account["path"]) for account in accounts.values()]
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return  # not as we know it


def _is_tagged(folder: Path) -> bool:
    """What Windows says of a folder that a cloud program fills; elsewhere files have no such marks."""
    told = folder.lstat()
    tag, attributes = getattr(told, "st_reparse_tag", 0), getattr(told, "st_file_attributes", 0)
    return tag & _CLOUD_TAG_MASK == _CLOUD_TAG or (stat.S_ISDIR(told.st_mode) and bool(attributes & _ELSEWHERE))


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
    return _REFUSED.get(kind) or (Danger.REMOVABLE if kind.startswith("fuse") and kind not in _OWN_FUSE else None)


def _mount_point(escaped: bytes) -> str:
    """Linux writes blanks and backslashes as octal numbers, and every other byte of a name as it is."""
    return os.fsdecode(re.sub(rb"\\([0-7]{3})", lambda number: bytes([int(number[1], 8)]), escaped))


def _windows_volume(folder: Path) -> Danger | None:
    """Ask Windows for the kind of drive and its label; a UNC path is a network folder whatever it says."""
    if folder.drive.startswith("\\\\"):
        return Danger.NETWORK
    import ctypes

    windll = getattr(ctypes, "windll", None)  # there only on Windows
    assert windll is not None
    root, label = f"{folder.drive}\\", ctypes.create_unicode_buffer(261)
    windll.kernel32.GetVolumeInformationW(root, label, len(label), None, None, None, None, 0)
    return drive_kind(windll.kernel32.GetDriveTypeW(root), label.value)


def drive_kind(kind: int, label: str) -> Danger | None:
    """What the kind of a drive and its label say on Windows."""
    if label.casefold().startswith(_CLOUD_LABELS):
        return Danger.CLOUD
    return _WINDOWS_DRIVES.get(kind)
