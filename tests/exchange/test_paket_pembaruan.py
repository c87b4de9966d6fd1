"""The signed package of an update: what was signed is read as it was, and nothing else is believed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.errors import (
    FileMissing,
    KinerjaError,
    NewerVersion,
    NotOurFile,
    SebabPaket,
    UpdateDamaged,
)
from kinerja_desktop.domain.paket_pembaruan import urutan
from kinerja_desktop.exchange import paket_pembaruan as packages
from tests.releases import CHANGES, INSTALLER, PUBLIC, PUBLIC_TEXT, SECRET, SECRET_TEXT, release


def cause(file: Path, key: bytes = PUBLIC) -> SebabPaket:
    with pytest.raises(UpdateDamaged) as refused:
        packages.read(file, key)
    return refused.value.sebab


def test_what_was_signed_is_read(tmp_path: Path) -> None:
    file = release(tmp_path, "1.10.0", 7)
    paket = packages.read(file, PUBLIC)
    assert file.name == "Kinerja-Desktop-1.10.0.kpu"
    assert (paket.versi, paket.skema, paket.berkas, paket.perubahan) == ("1.10.0", 7, INSTALLER, CHANGES)
    assert paket.ukuran == (tmp_path / INSTALLER).stat().st_size
    assert paket.sha256 == packages.digest(tmp_path / INSTALLER)


def test_a_package_of_another_key_is_not_believed(tmp_path: Path) -> None:
    stranger = packages.read_key(packages.new_keys()[0], packages.SECRET)
    assert cause(release(tmp_path, secret=stranger)) is SebabPaket.KUNCI_LAIN


def test_another_signer_who_names_our_key_is_found_out(tmp_path: Path) -> None:
    text, public = packages.new_keys()
    file = release(tmp_path, secret=packages.read_key(text, packages.SECRET))
    theirs = packages.mark_of(packages.read_key(public, packages.PUBLIC))
    file.write_bytes(file.read_bytes().replace(theirs.encode(), packages.mark_of(PUBLIC).encode()))
    assert cause(file) is SebabPaket.RUSAK


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return release(tmp_path_factory.mktemp("rilis"))


@given(st.data())
def test_no_byte_can_be_changed(whole: Path, data: st.DataObject) -> None:
    content = bytearray(whole.read_bytes())
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    changed = whole.with_suffix(".lain")
    changed.write_bytes(content)
    with pytest.raises(KinerjaError):
        packages.read(changed, PUBLIC)


@given(st.integers(0))
def test_a_package_that_was_cut_is_refused(whole: Path, kept: int) -> None:
    content = whole.read_bytes()
    cut = whole.with_suffix(".lain")
    cut.write_bytes(content[: kept % len(content)])
    with pytest.raises(KinerjaError):
        packages.read(cut, PUBLIC)


def test_other_files_are_told_as_such(tmp_path: Path) -> None:
    other = tmp_path / "lain.kpu"
    other.write_bytes(b"PK\x03\x04")
    with pytest.raises(NotOurFile):
        packages.read(other, PUBLIC)
    other.write_bytes(b"kinerja-pembaruan " + bytes(packages.LARGEST))
    with pytest.raises(NotOurFile):
        packages.read(other, PUBLIC)
    with pytest.raises(FileMissing):
        packages.read(tmp_path / "tidak-ada.kpu", PUBLIC)
    with pytest.raises(FileMissing):
        packages.read(tmp_path, PUBLIC)


def test_a_later_form_asks_for_a_newer_program(tmp_path: Path) -> None:
    file = release(tmp_path)
    file.write_bytes(file.read_bytes().replace(b"kinerja-pembaruan 1\n", b"kinerja-pembaruan 2\n"))
    with pytest.raises(NewerVersion):
        packages.read(file, PUBLIC)


@pytest.mark.parametrize(
    "told",
    [
        {"berkas": "../lain.exe"},
        {"berkas": "C:\\lain.exe"},
        {"berkas": ""},
        {"versi": "1.2"},
        {"skema": 0},
        {"ukuran": 0},
        {"sha256": "00"},
        {"perubahan": ("baris\nlain",)},
        {"perubahan": ("x" * 401,)},
    ],
)
def test_nothing_is_signed_that_would_not_be_read(tmp_path: Path, told: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".*"):
        release(tmp_path, **told)  # type: ignore[arg-type]
    assert not list(tmp_path.glob("*.kpu"))


def test_the_two_kinds_of_key_are_not_mixed_up() -> None:
    with pytest.raises(ValueError, match="kunci"):
        packages.read_key(SECRET_TEXT, packages.PUBLIC)
    with pytest.raises(ValueError, match="kunci"):
        packages.read_key(PUBLIC_TEXT, packages.SECRET)
    for text in ("", packages.PUBLIC, packages.PUBLIC + "????", packages.PUBLIC + "AAAA"):
        with pytest.raises(ValueError, match=r".*"):
            packages.read_key(text, packages.PUBLIC)
    assert len(SECRET) == len(PUBLIC) == 32


def test_versions_are_compared_by_number() -> None:
    assert urutan("1.10.0") > urutan("1.9.3") > urutan("1.9.0") > urutan("0.99.99")
    for wrong in ("1.2", "1.2.3.4", "1.2.3.dev1", "v1.2.3", "1.2.3\n", "１.2.3x", ""):
        with pytest.raises(ValueError, match=r".*"):
            urutan(wrong)
