"""Flashdisks as the system lists them."""

from pathlib import Path

import pytest

from kinerja_desktop.exchange import flashdisk

TABLE = r"""
/dev/sda1 / ext4 rw 0 0
tmpfs /media tmpfs rw 0 0
/dev/sdb1 {usb}/SITI\040NUR vfat rw 0 0
/dev/sdc1 {usb}/hilang vfat rw 0 0
/dev/sdd1 /home/media/bukan vfat rw 0 0
"""


@pytest.fixture
def usb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place where the system puts flashdisks, with one plugged in and one just pulled out."""
    place = tmp_path / "media"
    (place / "SITI NUR").mkdir(parents=True)
    table = tmp_path / "mounts"
    table.write_text(TABLE.strip().format(usb=place), encoding="utf-8")
    monkeypatch.setattr(flashdisk, "_MOUNTS", table)
    monkeypatch.setattr(flashdisk, "_TOPS", (str(place), "/media"))
    return place


def test_a_plugged_in_disk_is_told_with_its_name_and_room(usb: Path) -> None:
    (disk,) = flashdisk.plugged_in()

    assert (disk.tempat, disk.nama) == (usb / "SITI NUR", "SITI NUR")
    assert 0 < disk.kosong <= disk.ukuran


def test_a_system_without_that_table_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flashdisk, "_MOUNTS", tmp_path / "tidak-ada")
    assert flashdisk.plugged_in() == ()
