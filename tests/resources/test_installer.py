"""The installer for Windows, made from a stand-in tree; what it does there stands on the README's list to be tried."""

import re
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


def block(begin: str, end: str) -> str:
    """A function, macro or section of the script."""
    found = SCRIPT.read_text(encoding="utf-8").partition(f"{begin}\n")[2].partition(f"\n{end}")[0]
    assert found, begin
    return found


def test_an_older_version_is_not_put_over_a_newer_one() -> None:
    """Asked in both hives, before anything else of the installation, and answered with an end."""
    asked = block("!macro TolakLebihBaru hive", "!macroend")
    assert 'ReadRegStr $7 ${hive} "${TERPASANG}" "DisplayVersion"' in asked
    assert re.search(r'\$\{VersionCompare\} "\$7" "\$\{VERSI\}" \$8\s+\$\{If\} \$8 == 1\s+!insertmacro Berhenti', asked)
    start = block("Function .onInit", "FunctionEnd")
    hives = ["!insertmacro TolakLebihBaru HKCU", "!insertmacro TolakLebihBaru HKLM"]
    places = [start.index(line) for line in ("SetRegView 64", *hives, "!insertmacro MULTIUSER_INIT")]
    assert places == sorted(places)
    assert 'WriteRegStr SHCTX "${TERPASANG}" "DisplayVersion" "${VERSI}"' in SCRIPT.read_text(encoding="utf-8")


def test_shared_data_are_open_to_the_group_and_to_nobody_else() -> None:
    rights = block("!macro FolderBersama folder", "!macroend")
    assert dict(re.findall(r'"([^"]+):\(OI\)\(CI\)([A-Z]+)"', rights)) == {
        "*S-1-5-18": "F",
        "*S-1-5-32-544": "F",
        "$3\\${KELOMPOK}": "M",
    }
    assert "/inheritance:r" in rights
    removed = rights.partition("/remove")[2]
    assert all(f'"*{one}"' in removed for one in ("S-1-5-32-545", "S-1-5-32-546", "S-1-1-0", "S-1-5-11"))


def test_what_windows_answers_is_never_passed_over() -> None:
    """A command of Windows is run by one macro that keeps and shows its code; whoever runs it asks for the code."""
    script = SCRIPT.read_text(encoding="utf-8")
    assert "nsExec::Exec " not in script
    assert "ShowInstDetails nevershow" not in script
    run = block("!macro Jalankan perintah", "!macroend")
    assert "nsExec::ExecToLog" in run
    assert "Pop $0" in run
    assert "DetailPrint" in run
    lines = [line.strip() for line in script.splitlines()]
    after = [lines[at + 1] for at, line in enumerate(lines) if line.startswith("!insertmacro Jalankan")]
    assert len(after) == 5
    assert all(line.startswith(("${If} $0", "!insertmacro PastikanIzin")) for line in after)


def test_rights_are_set_before_the_program_is_touched() -> None:
    section = block('Section "${NAMA}"', "SectionEnd")
    assert section.index("Call SiapkanDataBersama") < section.index("!insertmacro HapusProgram")


def test_removing_the_program_leaves_the_group() -> None:
    section = block('Section "Uninstall"', "SectionEnd")
    assert "KELOMPOK" not in section
    assert "net.exe" not in section


def test_the_help_names_the_group_and_how_others_come_into_it() -> None:
    told = (ROOT / "resources" / "bantuan" / "pembaruan.md").read_text(encoding="utf-8")
    script = SCRIPT.read_text(encoding="utf-8")
    assert '!define KELOMPOK "Kinerja"' in script
    assert "net localgroup ${KELOMPOK} nama /add" in script
    assert "net localgroup Kinerja nama /add" in told


def test_the_entry_of_the_linux_menu_names_the_program() -> None:
    entry = (LINUX / "kinerja-desktop.desktop").read_text(encoding="utf-8")
    lines = dict(line.partition("=")[::2] for line in entry.splitlines()[1:])
    assert entry.startswith("[Desktop Entry]\n")
    assert lines["Exec"] == '"@PROGRAM@/kinerja-desktop"'
    assert lines["Icon"] == "@PROGRAM@/kinerja-desktop.png"
    assert "sed" in (LINUX / "PASANG.txt").read_text(encoding="utf-8")
