"""From the office to the practice office and back: this window closes, and a program of its own opens the other one.

Nothing of one office is in the memory of the other's program, so that nothing can be mixed.
"""

import sys
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QMainWindow, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.services import practice_place
from kinerja_desktop.services.opening import has_office
from kinerja_desktop.ui.dialogs import Galat, Konfirmasi, confirm, tell_fault
from kinerja_desktop.ui.runner import Report, Runner, watching
from kinerja_desktop.ui.widgets.busy import BusyOverlay
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.dialog import Dialog

_PRACTICE = (
    "Kantor latihan berisi pegawai dan angka karangan; kepala layarnya cokelat dan kertasnya bertanda LATIHAN. Jendela "
    "ini ditutup dahulu, isian Anda tersimpan. Kembali lewat Menu, Bantuan."
)
_ANEW = " «Mulai dari Awal» menghapus yang dikerjakan dalam latihan; data kantor tidak disentuh."
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


class Way(Enum):
    """What a person chose before going to the practice office."""

    STAY = auto()
    OPEN = auto()
    ANEW = auto()


def practice_dialog(parent: QWidget, *, there: bool) -> Dialog:
    """Batal and Buka; Mulai dari Awal where there is a practice office already. ``done`` carries a `Way`."""
    sentence = _PRACTICE + (_ANEW if there else "")
    dialog = Dialog(parent, "Kantor Latihan", "Buka kantor latihan", sentence=sentence)
    if there:
        anew = Button("Mulai dari Awal", act=True)
        anew.setObjectName("latihan_baru")
        anew.clicked.connect(lambda: dialog.done(Way.ANEW.value))
        dialog.add_plain(anew)
    go = dialog.add_act("Buka Kantor Latihan")
    go.setObjectName("buka_latihan")
    go.clicked.disconnect()
    go.clicked.connect(lambda: dialog.done(Way.OPEN.value))
    return dialog


def ask_way(parent: QWidget, *, there: bool) -> Way:
    """Ask; closing the question is staying."""
    dialog = practice_dialog(parent, there=there)
    chosen = dialog.exec()
    dialog.deleteLater()
    return next((one for one in Way if one.value == chosen), Way.STAY)


def go_home(window: QMainWindow, home: Path) -> None:
    """Leave the practice office for the office itself."""
    if confirm(window, _TO_OFFICE):
        _leave_for(window, home)


def practise(window: QMainWindow, runner: Runner, folder: Path) -> None:
    """Go to the practice office of this office's folder; it is made where there is none yet, or anew."""
    there = has_office(practice_place.practice_folder(folder))
    way = ask_way(window, there=there)
    if way is Way.STAY:
        return
    if there and way is Way.OPEN:
        _leave_for(window, practice_place.practice_folder(folder))
        return

    def job(report: Report) -> Path:
        if there:
            practice_place.discard(folder)
        return practice_place.prepare(folder, watching(report))

    def refused(error: KinerjaError) -> None:
        tell_fault(window, Galat("Data latihan belum dapat disiapkan", messages.sentence(error)))

    busy = BusyOverlay(window)
    busy.run(
        runner,
        "Menyiapkan data latihan",
        job,
        lambda made: _leave_for(window, made),
        refused,
        cancelled=busy.deleteLater,
        writes=True,
    )


def _leave_for(window: QMainWindow, folder: Path) -> None:
    if window.close() and not launch(folder):
        words = f"Tutup program ini, lalu jalankan dengan pilihan --data {folder}."
        tell_fault(window, Galat("Jendela lain belum dapat dibuka", words))
