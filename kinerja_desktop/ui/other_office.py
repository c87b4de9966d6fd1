"""From the office to the practice office and back: this window closes, and a program of its own opens the other one.

Nothing of one office is in the memory of the other's program, so that nothing can be mixed.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QMainWindow

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.services import practice_place
from kinerja_desktop.services.opening import has_office
from kinerja_desktop.ui.dialogs import Galat, Konfirmasi, confirm, tell_fault
from kinerja_desktop.ui.runner import Report, Runner, watching
from kinerja_desktop.ui.widgets.busy import BusyOverlay

_TO_PRACTICE = Konfirmasi(
    "Kantor Latihan",
    "Buka kantor latihan",
    "Kantor latihan berisi pegawai dan angka karangan; kepala layarnya cokelat dan kertasnya bertanda LATIHAN. Jendela "
    "ini ditutup dahulu, isian Anda tersimpan. Kembali lewat Menu, Bantuan.",
    "Buka Kantor Latihan",
)
_TO_OFFICE = Konfirmasi(
    "Kantor Latihan",
    "Kembali ke kantor kami",
    "Jendela latihan ini ditutup. Yang dikerjakan di sini tersimpan untuk latihan berikutnya.",
    "Kembali ke Kantor",
)


def launch(folder: Path) -> bool:
    """Start the program on another folder; False where that did not work."""
    frozen = getattr(sys, "frozen", False)
    program = () if frozen else ("-m", "kinerja_desktop")
    process = QProcess()
    process.setProgram(sys.executable)
    process.setArguments([*program, "--data", str(folder)])
    return bool(process.startDetached())


def go_home(window: QMainWindow, home: Path) -> None:
    """Leave the practice office for the office itself."""
    _leave_for(window, home, _TO_OFFICE)


def practise(window: QMainWindow, runner: Runner, folder: Path) -> None:
    """Make the practice office where there is none yet, then go there."""
    if has_office(practice_place.practice_folder(folder)):
        _leave_for(window, practice_place.practice_folder(folder), _TO_PRACTICE)
        return

    def job(report: Report) -> Path:
        return practice_place.prepare(folder, watching(report))

    def refused(error: KinerjaError) -> None:
        tell_fault(window, Galat("Data latihan belum dapat disiapkan", messages.sentence(error)))

    busy = BusyOverlay(window)
    busy.run(
        runner,
        "Menyiapkan data latihan",
        job,
        lambda made: _leave_for(window, made, _TO_PRACTICE),
        refused,
        cancelled=busy.deleteLater,
        writes=True,
    )


def _leave_for(window: QMainWindow, folder: Path, asked: Konfirmasi) -> None:
    if not confirm(window, asked) or not window.close():
        return
    if not launch(folder):
        words = f"Tutup program ini, lalu jalankan dengan pilihan --data {folder}."
        tell_fault(window, Galat("Jendela lain belum dapat dibuka", words))
