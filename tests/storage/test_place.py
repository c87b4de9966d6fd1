"""Where a live database may stand."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from kinerja_desktop.domain.errors import UnsafePlace
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.place import Danger, check_place, drive_kind, mounted_as

MOUNTS = r"""
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:45 / /mnt/kantor rw,relatime shared:2 - cifs //server/kantor rw
41 22 0:46 / /home/siti/nfs rw - nfs4 server:/home rw
42 22 8:17 / /media/siti/USB\040DISK rw - vfat /dev/sdb1 rw
43 22 8:18 / /media/siti/ntfs rw - fuseblk /dev/sdb2 rw
47 22 0:51 / /media/siti/citra rw - fuse /rumah/n.img rw
48 22 0:52 / /media/siti/lain rw - fuse.sesuatu lain rw
49 22 0:53 / /wadah rw - fuse.fuse-overlayfs lapis rw
44 40 8:19 / /mnt/kantor/lokal rw - xfs /dev/sdc1 rw
45 22 0:50 / /tmp rw - tmpfs tmpfs rw
46 22 8:33 / /media/siti/Kantor\040é rw - vfat /dev/sdd1 rw
"""


@pytest.mark.parametrize(
    ("folder", "danger"),
    [
        ("/var/lib/kinerja", None),
        ("/mnt/kantor", Danger.NETWORK),
        ("/mnt/kantor/data/belum/ada", Danger.NETWORK),
        ("/mnt/kantor-lain", None),
        ("/mnt/kantor/lokal/x", None),
        ("/home/siti/nfs/x", Danger.NETWORK),
        ("/media/siti/USB DISK/kinerja", Danger.REMOVABLE),
        ("/media/siti/ntfs", Danger.REMOVABLE),
        ("/media/siti/citra/x", Danger.REMOVABLE),
        ("/media/siti/lain", Danger.REMOVABLE),
        ("/wadah/x", None),
        ("/media/siti/Kantor é/kinerja", Danger.REMOVABLE),
        ("/tmp/x", None),
    ],
)
def test_the_kind_of_file_system_decides(tmp_path: Path, folder: str, danger: Danger | None) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS.strip(), encoding="utf-8")
    assert mounted_as(Path(folder), mounts) is danger


def test_a_mount_whose_name_is_no_text_hides_no_other(tmp_path: Path) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_bytes(b"47 22 8:34 / /media/\xff rw - xfs /dev/sde1 rw\n" + MOUNTS.strip().encode())
    assert mounted_as(Path("/media/siti/ntfs"), mounts) is Danger.REMOVABLE


def test_a_system_that_does_not_tell_its_mounts_is_trusted(tmp_path: Path) -> None:
    assert mounted_as(tmp_path, tmp_path / "tidak-ada") is None


@pytest.mark.parametrize(
    "folder",
    [
        "/home/siti/OneDrive - Pemkab/kinerja",
        "/home/siti/Dropbox",
        "/home/siti/Google Drive/a",
        "/home/siti/Drive Saya/Kantor",
        "/home/siti/My Drive",
        "/home/siti/MEGA/kantor",
    ],
)
def test_cloud_folders_are_known_by_name(folder: str) -> None:
    with pytest.raises(UnsafePlace) as refused:
        check_place(Path(folder), lambda _: None)
    assert refused.value.why == "awan"


def test_cloud_folders_are_known_by_their_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Awan"))
    with pytest.raises(UnsafePlace):
        check_place(tmp_path / "Awan" / "kinerja")
    check_place(tmp_path / "lain")


@pytest.mark.parametrize("mark", [".dropbox.cache", ".tmp.drivedownload", ".stfolder"])
def test_cloud_folders_are_known_by_what_their_program_leaves_there(tmp_path: Path, mark: str) -> None:
    (tmp_path / "Berkas Kantor").mkdir()
    (tmp_path / "Berkas Kantor" / mark).mkdir()
    with pytest.raises(UnsafePlace) as refused:
        check_place(tmp_path / "Berkas Kantor" / "data" / "kinerja")
    assert refused.value.why == "awan"
    check_place(tmp_path / "lain")


def test_a_dropbox_of_another_name_is_known_by_its_own_notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "roaming" / "Dropbox").mkdir(parents=True)
    note = tmp_path / "roaming" / "Dropbox" / "info.json"
    note.write_text(json.dumps({"personal": {"path": str(tmp_path / "Milik Siti"), "host": 1}}), encoding="utf-8")
    monkeypatch.setenv("APPDATA", str(tmp_path / "roaming"))
    with pytest.raises(UnsafePlace):
        check_place(tmp_path / "Milik Siti" / "kinerja")
    check_place(tmp_path / "lain")
    for damaged in ("", "[]", '{"personal": 3}', "{", '{"personal": {}}'):
        note.write_text(damaged, encoding="utf-8")
        check_place(tmp_path / "Milik Siti" / "kinerja")


def test_a_sign_to_a_cloud_folder_is_judged_by_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "kantor").symlink_to(tmp_path / "Dropbox")
    with pytest.raises(UnsafePlace) as refused:
        check_place(tmp_path / "kantor" / "data")
    assert refused.value.folder == str(tmp_path / "kantor" / "data")


@pytest.mark.parametrize(
    ("kind", "label", "danger"),
    [
        (3, "Windows", None),
        (3, "", None),
        (2, "USB DISK", Danger.REMOVABLE),
        (4, "data", Danger.NETWORK),
        (5, "", Danger.REMOVABLE),
        (3, "Google Drive", Danger.CLOUD),
        (3, "pCloud Drive", Danger.CLOUD),
    ],
)
def test_the_kind_and_the_label_of_a_drive_decide_on_windows(kind: int, label: str, danger: Danger | None) -> None:
    assert drive_kind(kind, label) is danger


@pytest.mark.parametrize(
    ("tag", "attributes", "cloud"),
    [(0, 0x10, False), (0x9000601A, 0x410, True), (0xA0000003, 0x410, False), (0, 0x400010, True), (0, 0x1010, True)],
)
def test_what_windows_says_of_a_folder_decides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tag: int, attributes: int, *, cloud: bool
) -> None:
    ordinary = Path.lstat

    def lstat(path: Path) -> object:
        told = ordinary(path)
        own = path == tmp_path
        return SimpleNamespace(
            st_mode=told.st_mode, st_reparse_tag=tag if own else 0, st_file_attributes=attributes if own else 0x10
        )

    with monkeypatch.context() as windows:
        windows.setattr(Path, "lstat", lstat)
        found = None
        try:
            check_place(tmp_path / "kinerja", lambda _: None)
        except UnsafePlace as refused:
            found = refused.why
    assert found == ("awan" if cloud else None)


def test_an_unsafe_place_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox" / "kantor"
    with pytest.raises(UnsafePlace):
        Store.open(folder, create=True)
    assert not folder.parent.exists()


def test_what_the_volume_says_is_passed_on(tmp_path: Path) -> None:
    with pytest.raises(UnsafePlace) as refused:
        check_place(tmp_path, lambda _: Danger.REMOVABLE)
    assert (refused.value.folder, refused.value.why) == (str(tmp_path), "lepasan")
