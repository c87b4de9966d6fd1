"""The installer for Windows, made from a stand-in tree; what it does there stands on the README's list to be tried."""

import subprocess
from pathlib import Path

import pytest

from kinerja_desktop import __version__, paths
from kinerja_desktop.services import program_files

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "resources" / "pemasang" / "kinerja.nsi"
LINUX = ROOT / "resources" / "pemasang" / "linux"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """What a bundle looks like to the installer."""
    folder = tmp_path / "kinerja-desktop"
    (folder / "_internal" / "kinerja_desktop").mkdir(parents=True)
    for name in ("kinerja-desktop.exe", "kinerja.exe", program_files.LIST, "_internal/kinerja_desktop/isi.txt"):
        (folder / name).write_bytes(b"MZ" + name.encode())
    return folder


def make(tree: Path, *more: str) -> subprocess.CompletedProcess[str]:
    made = tree.parent / "pasang.exe"
    named = ["-V2", "-WX", f"-DSUMBER={tree}", f"-DHASIL={made}", *more]
    return subprocess.run(["makensis", *named, str(SCRIPT)], capture_output=True, text=True, check=False)


def test_the_installer_is_made_without_a_warning(tree: Path) -> None:
    told = make(tree, "-DVERSI=1.0.0")
    assert told.returncode == 0, told.stdout + told.stderr
    made = (tree.parent / "pasang.exe").read_bytes()
    assert made[:2] == b"MZ"
    assert "Kinerja Desktop".encode("utf-16-le") in made  # its version resource


def test_what_it_brings_is_what_it_removes(tree: Path) -> None:
    script = SCRIPT.read_text(encoding="utf-8")
    removed = script.partition("!macro HapusProgram")[2].partition("!macroend")[0]
    for name, said in (("_internal", "${ISI}"), ("kinerja-desktop.exe", "${JENDELA}")):
        assert f'"{name}"' in script
        removed = removed.replace(said, name)
    assert all(f'"$INSTDIR\\{one.name}"' in removed for one in tree.iterdir())


def test_the_command_for_it_names_the_version_of_the_program() -> None:
    for file in (SCRIPT, ROOT / "README.md"):
        assert f"-DVERSI={__version__} " in file.read_text(encoding="utf-8")


def test_an_installer_without_a_version_is_not_made(tree: Path) -> None:
    assert make(tree).returncode != 0
    assert not (tree.parent / "pasang.exe").exists()


def test_installer_and_program_agree_on_the_places() -> None:
    script = SCRIPT.read_text(encoding="utf-8")
    assert f"$INSTDIR\\{paths.SHARED_MARK}" in script
    environ = {"LOCALAPPDATA": "/local"}
    for place, name in ((paths.data_folder, "DATA"), (paths.key_folder, "KUNCI")):
        assert f'!define {name} "{place(environ, platform="win32").name}"' in script


def test_removing_the_program_names_no_place_of_data() -> None:
    """It deletes what the installation wrote, by name, and folders only when they are empty."""
    script = SCRIPT.read_text(encoding="utf-8")
    section = script.partition('Section "Uninstall"')[2]
    assert section
    assert "${DATA}" not in section
    assert "${KUNCI}" not in section
    assert [line.strip() for line in script.splitlines() if "RMDir /r" in line] == ['RMDir /r "$INSTDIR\\${ISI}"']


def test_the_entry_of_the_linux_menu_names_the_program() -> None:
    entry = (LINUX / "kinerja-desktop.desktop").read_text(encoding="utf-8")
    lines = dict(line.partition("=")[::2] for line in entry.splitlines()[1:])
    assert entry.startswith("[Desktop Entry]\n")
    assert lines["Exec"] == '"@PROGRAM@/kinerja-desktop"'
    assert lines["Icon"] == "@PROGRAM@/kinerja-desktop.png"
    assert "sed" in (LINUX / "PASANG.txt").read_text(encoding="utf-8")
