"""The files of the installed program are compared with the list that was delivered with them."""

import logging
import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

from kinerja_desktop.__main__ import main
from kinerja_desktop.services import frame, program_files
from tests.disk_office import make_office
from tests.office import ANDI, Kantor

ROOT = Path(__file__).parents[2]
write_list: Callable[[Path, str], None] = runpy.run_path(str(ROOT / "resources" / "bundle_parts.py"))["write_list"]
FILES = {
    "kinerja-desktop": b"program",
    "_internal/libQt6Core.so.6": b"Qt" * 5000,
    "_internal/base_library.zip": b"Python",
    "_internal/kinerja_desktop/resources/fonts/Arimo-Regular.ttf": b"huruf",
}


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A folder like that of an installed program, with its list."""
    folder = tmp_path / "program"
    for name, content in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    write_list(folder, program_files.LIST)
    return folder


def found_in(folder: Path) -> program_files.Berkas:
    found = program_files.examine(folder)
    assert found is not None
    return found


def test_what_was_delivered_is_whole_and_nothing_is_said(bundle: Path) -> None:
    assert found_in(bundle) == program_files.Berkas(len(FILES))
    assert found_in(bundle).kalimat == ""


def test_a_file_of_the_same_length_with_another_content_shows(bundle: Path) -> None:
    (bundle / "_internal/libQt6Core.so.6").write_bytes(b"Qx" * 5000)

    assert found_in(bundle).berubah == ("_internal/libQt6Core.so.6",)
    assert "1 berubah (_internal/libQt6Core.so.6)" in found_in(bundle).kalimat
    assert "Pasang ulang program" in found_in(bundle).kalimat
    assert "Sejak kapan tidak diketahui" in found_in(bundle).kalimat


def test_a_file_that_is_gone_shows(bundle: Path) -> None:
    (bundle / "_internal/base_library.zip").unlink()

    assert found_in(bundle).hilang == ("_internal/base_library.zip",)


@pytest.mark.parametrize("name", ["version.dll", "_internal/sitecustomize.py", "_internal/PySide6/libevil.so.6"])
def test_code_that_was_not_delivered_shows(bundle: Path, name: str) -> None:
    (bundle / name).parent.mkdir(parents=True, exist_ok=True)
    (bundle / name).write_bytes(b"asing")

    assert found_in(bundle).asing == (name,)


def test_what_the_installer_and_people_leave_there_is_no_matter(bundle: Path) -> None:
    for name in ("hapus-kinerja-desktop.exe", "data-bersama", "catatan.txt"):
        (bundle / name).write_bytes(b"")

    assert found_in(bundle).utuh


@pytest.mark.parametrize("content", [None, b"", b"bukan daftar\n", b"\xff\xfe"])
def test_a_list_that_is_gone_or_damaged_is_told(bundle: Path, content: bytes | None) -> None:
    (bundle / program_files.LIST).unlink()
    if content is not None:
        (bundle / program_files.LIST).write_bytes(content)

    assert found_in(bundle).hilang == (program_files.LIST,)


def test_from_source_nothing_is_looked_at() -> None:
    assert program_files.installed() is None
    assert program_files.examine(program_files.installed()) is None


def test_it_rests_between_the_pieces_and_can_be_given_up(bundle: Path) -> None:
    class Stop(Exception):
        pass

    def stop() -> None:
        raise Stop

    with pytest.raises(Stop):
        program_files.examine(bundle, stop)


def test_it_is_told_over_the_pages_and_logged(
    bundle: Path, kantor: Kantor, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program_files, "_FOUND", [])
    (bundle / "kinerja-desktop").write_bytes(b"lain")

    with caplog.at_level(logging.WARNING):
        program_files.watch(lambda: None, bundle)

    assert "kinerja-desktop" in caplog.text
    (told,) = [s.kalimat for s in frame.load(kantor.ctx(ANDI)).pemberitahuan if "Berkas program" in s.kalimat]
    assert "1 berubah (kinerja-desktop)" in told


def test_the_command_tells_it_and_goes_on(
    bundle: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    make_office(tmp_path / "kantor").store.close()
    (bundle / "kinerja-desktop").unlink()
    monkeypatch.setattr(program_files, "installed", lambda: bundle)

    assert main(["--data", str(tmp_path / "kantor"), "periksa"]) == 0
    assert "! Berkas program tidak sama dengan saat dikirim: 1 hilang (kinerja-desktop)" in capsys.readouterr().err
