"""The program as a process: exit codes, and what is left when the program itself is wrong."""

import os
import subprocess
import sys
from pathlib import Path

ENGLISH = {"usage", "error", "Traceback", "options", "invalid", "required"}


def kinerja(*arguments: str, code: str = "") -> subprocess.CompletedProcess[str]:
    """Run the program; ``code`` runs in its process before it starts."""
    start = f"{code}\nimport sys\nfrom kinerja_desktop.__main__ import main\nsys.exit(main({arguments!r}))"
    return subprocess.run(
        [sys.executable, "-c", start], capture_output=True, text=True, encoding="utf-8", check=False, env=os.environ
    )


def test_a_wrong_call_exits_2_without_english() -> None:
    ended = kinerja("tidak-ada")
    assert ended.returncode == 2
    assert not [word for word in ENGLISH if word in ended.stderr]


def test_help_exits_0_and_writes_nothing_to_stderr() -> None:
    ended = kinerja("--bantuan")
    assert (ended.returncode, ended.stderr) == (0, "")


BROKEN_WINDOW = """
import sys, types, logging
def run_window(folder):
    logging.getLogger("uji").warning("memuat %s", "Andi Umpama")
    nilai = "93,75"
    raise ValueError(f"{nilai} milik Andi Umpama")
broken = types.ModuleType("kinerja_desktop.bootstrap")
broken.run_window = run_window
sys.modules["kinerja_desktop.bootstrap"] = broken
"""


def test_a_fault_of_the_program_exits_1_and_leaves_a_report_without_figures_or_names(tmp_path: Path) -> None:
    ended = kinerja("--data", str(tmp_path / "kantor"), code=BROKEN_WINDOW)
    (report,) = (tmp_path / "kantor" / "logs").iterdir()
    text = report.read_text(encoding="utf-8")
    assert ended.returncode == 1
    assert str(report) in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "ValueError" in text
    assert "run_window" in text
    assert "WARNING uji: memuat %s" in text
    assert "Andi" not in text
    assert "93,75" not in text


def test_the_report_finds_another_place_where_the_data_folder_refuses(tmp_path: Path) -> None:
    """A file stands where the folder should be, which refuses the administrator too."""
    (tmp_path / "kantor").write_text("bukan folder", encoding="utf-8")
    ended = kinerja(
        "--data", str(tmp_path / "kantor"), code=f"import tempfile; tempfile.tempdir = {str(tmp_path)!r}{BROKEN_WINDOW}"
    )
    assert ended.returncode == 1
    assert list(tmp_path.glob("kesalahan-*.txt"))


def test_a_fault_in_a_thread_is_reported_too(tmp_path: Path) -> None:
    in_thread = BROKEN_WINDOW.replace(
        "broken.run_window = run_window",
        """
import threading
def run_in_thread(folder):
    worker = threading.Thread(target=run_window, args=(folder,))
    worker.start()
    worker.join()
    return 0
broken.run_window = run_in_thread""",
    )
    ended = kinerja("--data", str(tmp_path), code=in_thread)
    assert len(list((tmp_path / "logs").iterdir())) == 1
    assert "Terjadi kesalahan program" in ended.stderr


def test_both_doors_lead_to_the_same_program() -> None:
    """A windowed program on Windows has no streams; asking it for help must not break it."""
    start = "import sys; sys.argv[1:] = ['--bantuan']; sys.stdout = sys.stderr = None\n"
    start += "from kinerja_desktop.__main__ import window\nwindow()"
    ended = subprocess.run([sys.executable, "-c", start], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
