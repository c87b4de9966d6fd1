"""The small offices on which services are tested: in memory, and on the disk for backups."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kinerja_desktop.services.context import Office
from tests.disk_office import make_office
from tests.office import Kantor


@pytest.fixture
def kantor() -> Kantor:
    """A fresh office on the morning on which TW II is ordered."""
    return Kantor()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office on the disk."""
    made = make_office(tmp_path / "data")
    yield made
    made.store.close()


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    """An empty flash disk."""
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder
