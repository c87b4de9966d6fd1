"""An office of an older program behind this window and this command: upgraded on a copy, said, nothing lost."""

import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from kinerja_desktop import paths
from kinerja_desktop.bootstrap import OpenedOffice
from kinerja_desktop.storage.gate import SCHEMA_VERSION, open_gate

OLDEST = min(Path(__file__).parent.glob("skema-*.tar.xz"))
WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from kinerja_desktop.ui.start import Start
from kinerja_desktop.ui.widgets.strips import Strip

shown = Start.show
def drive(start):
    shown(start)
    keep.append(start)
    QTimer.singleShot(0, start, log_in)
keep = []
def log_in():
    start = keep[0]
    result = start._log_in("andi", "latihan-andi")
    assert result.accepted, result
    start._enter()
    app = start.app()
    for strip in app._main.findChildren(Strip):
        if strip.isVisible():
            print("STRIP", strip.accessibleName().replace(chr(10), " "))
    app._cover("")  # the lock asks the office for its names again
    print("NAMES", len(app._opener.names()), app._opener.frame().kantor)
    start.window.close()
    app._leaves_at_once = True
    app._main.close()
    QApplication.quit()
Start.show = drive
"""


@pytest.fixture
def released(tmp_path: Path) -> Path:
    with tarfile.open(OLDEST) as archive:
        archive.extractall(tmp_path / "kantor", filter="data")
    return tmp_path / "kantor"


def run(*arguments: str, code: str = "") -> subprocess.CompletedProcess[str]:
    start = f"{code}\nimport sys\nfrom kinerja_desktop.__main__ import main\nsys.exit(main({arguments!r}))"
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-c", start],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=env,
        timeout=60,
    )


def test_the_log_in_still_knows_everybody_after_the_upgrade_behind_it(released: Path) -> None:
    opened = OpenedOffice(open_gate(released))
    before = [name.id for name in opened.names()]
    opened.office()
    assert [name.id for name in opened.names()] == before
    assert opened.frame().kantor.startswith("Kecamatan")
    opened.close()


def test_the_window_opens_it_says_what_was_done_and_where_the_safety_copy_lies(released: Path) -> None:
    ended = run("--data", str(released), code=WINDOW)

    assert (ended.returncode, ended.stderr) == (0, "")
    (told,) = [line for line in ended.stdout.splitlines() if "versi lama" in line]
    assert str(released / paths.BACKUPS) in told
    assert "NAMES" in ended.stdout


def test_the_check_on_the_command_line_finds_it_whole_and_says_the_same(released: Path) -> None:
    ended = run("--data", str(released), "periksa")

    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "versi lama" in ended.stderr
    again = run("--data", str(released), "periksa")
    assert again.returncode == 0
    assert "versi lama" not in again.stderr


SAID = """
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.labels import Label
def told(dialog):
    print(*(label.text() for label in dialog.findChildren(Label)), file=__import__("sys").stderr)
    return 0
Dialog.exec = told
"""


@pytest.mark.parametrize("arguments", [(), ("periksa",)], ids=["window", "command"])
def test_a_newer_database_is_refused_and_not_touched(released: Path, arguments: tuple[str, ...]) -> None:
    database = released / paths.DATABASE
    newer = bytearray(database.read_bytes())
    newer[60:64] = (SCHEMA_VERSION + 1).to_bytes(4, "big")  # user_version in SQLite's header
    database.write_bytes(newer)

    ended = run("--data", str(released), *arguments, code=SAID)

    assert ended.returncode == 5
    assert "versi program yang lebih baru" in ended.stderr
    assert database.read_bytes() == bytes(newer)
