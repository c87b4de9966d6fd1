"""Room is put by where there is enough, and given up once."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from kinerja_desktop.domain.errors import DiskFull
from kinerja_desktop.storage import ballast
from kinerja_desktop.storage.database import Store


def test_room_is_put_by_once_whole_and_given_up_once(tmp_path: Path) -> None:
    assert ballast.keep(tmp_path)
    file = tmp_path / ballast.NAME
    before = file.stat()
    assert ballast.keep(tmp_path)
    assert (before.st_size, file.stat().st_mtime_ns) == (32 * 1024 * 1024, before.st_mtime_ns)
    assert [entry.name for entry in tmp_path.iterdir()] == [ballast.NAME]

    assert ballast.release(tmp_path)
    assert not ballast.release(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_none_is_put_by_where_little_is_free(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=ballast.SIZE + ballast.SPARE - 1))
    assert not ballast.keep(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_full_flash_disk_costs_nothing(store: Store, folder: Path) -> None:
    ballast.keep(folder)
    with pytest.raises(DiskFull) as full, store.read():
        raise DiskFull("/media/usb")
    assert not full.value.dilepas
    assert (folder / ballast.NAME).exists()
