"""Everybody is told before the disk is full, and whether there is anything left to give up."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from kinerja_desktop.services import disk_room, frame
from kinerja_desktop.services.context import Office
from kinerja_desktop.storage import ballast
from kinerja_desktop.storage.database import Store
from tests.disk_office import admin_of


@pytest.mark.parametrize("free", [0, 12_345_678, disk_room.LITTLE - 1])
def test_little_room_is_told_to_everybody(office: Office, monkeypatch: pytest.MonkeyPatch, free: int) -> None:
    disk_room.put_by(office)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    told = frame.load(admin_of(office)).pemberitahuan[0].kalimat
    assert told.startswith(f"Ruang disk tinggal {free // 1_000_000} MB. Kosongkan")
    assert isinstance(office.store.folder, Path)
    ballast.release(office.store.folder)
    assert "Ruang darurat sudah dilepas." in frame.load(admin_of(office)).pemberitahuan[0].kalimat


def test_enough_room_and_an_office_in_memory_are_not_spoken_of(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    assert disk_room.warning(office) is None
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=0))
    in_memory = Office(Store.memory(), office.clock)
    disk_room.put_by(in_memory)
    assert disk_room.warning(in_memory) is None


def test_room_that_cannot_be_made_hinders_nobody(
    office: Office, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(_: Path) -> bool:
        raise OSError(28, "full")

    monkeypatch.setattr(ballast, "keep", full)
    disk_room.put_by(office)
    assert "ballast not made" in caplog.text
