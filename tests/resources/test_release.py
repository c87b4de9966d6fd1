"""Making a release: keys once, then a package that a program built with the public key takes."""

import runpy
from pathlib import Path

import pytest

from kinerja_desktop import __version__
from kinerja_desktop.exchange import paket_pembaruan as packages
from kinerja_desktop.exchange.petunjuk import perubahan
from kinerja_desktop.services.update_package import Terpasang, examine
from kinerja_desktop.storage.gate import SCHEMA_VERSION

ROOT = Path(__file__).parents[2]
release = runpy.run_path(str(ROOT / "resources" / "release.py"))
parts = runpy.run_path(str(ROOT / "resources" / "bundle_parts.py"))


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    release["make_keys"](tmp_path / "kunci")
    return tmp_path / "kunci"


def test_a_release_is_taken_by_the_program_before_it(tmp_path: Path, keys: Path) -> None:
    installer = tmp_path / "pasang-kinerja-desktop.exe"
    installer.write_bytes(b"MZ")
    file = release["make_package"](installer, keys / "kunci-rahasia.txt")
    parts["write_release_key"](tmp_path / "rilis.txt", keys / "kunci-publik.txt")
    key = packages.read_key((tmp_path / "rilis.txt").read_text(encoding="ascii"), packages.PUBLIC)
    found = examine(file, here=Terpasang("0.9.0", 1, key))
    assert file.name == f"Kinerja-Desktop-{__version__}.kpu"
    assert (found.paket.versi, found.paket.skema) == (__version__, SCHEMA_VERSION)
    assert found.paket.perubahan


def test_keys_that_are_there_are_not_overwritten(keys: Path) -> None:
    before = (keys / "kunci-rahasia.txt").read_text(encoding="ascii")
    with pytest.raises(FileExistsError):
        release["make_keys"](keys)
    assert (keys / "kunci-rahasia.txt").read_text(encoding="ascii") == before


def test_the_secret_key_never_goes_into_a_program(tmp_path: Path, keys: Path) -> None:
    with pytest.raises(ValueError, match="kunci"):
        parts["write_release_key"](tmp_path / "rilis.txt", keys / "kunci-rahasia.txt")
    assert not (tmp_path / "rilis.txt").exists()


def test_a_version_that_says_nothing_is_not_released() -> None:
    with pytest.raises(LookupError):
        list(release["changes"]("9.9.9", perubahan()))
