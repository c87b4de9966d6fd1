"""A folder leaves the office whole or not at all, beside what stands there."""

import hashlib
from pathlib import Path

import pytest

from kinerja_desktop.domain.errors import DiskFull, PlaceGone, PlaceTaken, StorageFault
from kinerja_desktop.exchange.atomic import PART
from kinerja_desktop.exchange.whole_folder import NewFolder, unused, whole_folder


def test_a_finished_folder_holds_every_file_and_knows_their_digests(tmp_path: Path) -> None:
    with whole_folder(tmp_path / "paket", 10) as folder:
        folder.add("indeks.pdf", b"satu")
        folder.write("2 Pengukuran/sop.pdf", (b"du", b"a"))
    assert (tmp_path / "paket" / "2 Pengukuran" / "sop.pdf").read_bytes() == b"dua"
    assert [a.sha256 for a in folder.isi] == [hashlib.sha256(b).hexdigest() for b in (b"satu", b"dua")]
    assert [p.name for p in tmp_path.iterdir()] == ["paket"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "paket").mkdir()
    with whole_folder(tmp_path / "paket", 1) as folder:
        folder.add("a.txt", b"a")
    assert (tmp_path / "paket" / "a.txt").exists()


def test_what_stands_there_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "paket").mkdir()
    (tmp_path / "paket" / "surat.txt").write_text("penting", encoding="utf-8")
    with pytest.raises(PlaceTaken), whole_folder(tmp_path / "paket", 1):
        pass
    (tmp_path / "berkas").write_text("x", encoding="utf-8")
    with pytest.raises(PlaceTaken), whole_folder(tmp_path / "berkas", 1):
        pass
    assert (tmp_path / "paket" / "surat.txt").read_text(encoding="utf-8") == "penting"


def test_a_stick_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(PlaceGone), whole_folder(tmp_path / "usb" / "paket", 1):
        pass


def test_too_little_room_is_told_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(DiskFull) as full, whole_folder(tmp_path / "paket", 1 << 60):
        pass
    assert full.value.kurang > 0
    assert list(tmp_path.iterdir()) == []


def test_whatever_ends_the_work_leaves_nothing(tmp_path: Path) -> None:
    class Stopped(BaseException):
        pass

    def stopped_halfway() -> None:
        with whole_folder(tmp_path / "paket", 1) as folder:
            folder.add("a.txt", b"a")
            raise Stopped

    with pytest.raises(Stopped):
        stopped_halfway()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_program_left_is_taken_away(tmp_path: Path) -> None:
    left = tmp_path / f"paket{PART}"
    left.mkdir()
    (left / "separuh.pdf").write_bytes(b"%PD")
    with whole_folder(tmp_path / "paket", 1) as folder:
        folder.add("a.txt", b"a")
    assert [p.name for p in (tmp_path / "paket").iterdir()] == ["a.txt"]


def test_a_stick_that_forgets_is_found_out(tmp_path: Path) -> None:
    def forgetful(folder: NewFolder) -> None:
        folder.add("a.txt", b"ditulis")
        (tmp_path / f"paket{PART}" / "a.txt").write_bytes(b"rusak!!")

    with pytest.raises(StorageFault), whole_folder(tmp_path / "paket", 1) as folder:
        forgetful(folder)
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    first = unused(tmp_path, "bukti")
    assert first.name == "bukti"
    first.mkdir()
    assert unused(tmp_path, "bukti").name == "bukti (2)"
