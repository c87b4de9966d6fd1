"""Leaving the program: what is asked before, where work is still written or a copy on a flashdisk is due."""

from collections.abc import Callable
from contextlib import suppress
from enum import Enum, auto

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.services import backup_status
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import Context
from kinerja_desktop.ui.dialogs import Konfirmasi, confirm
from kinerja_desktop.ui.main_window import MainWindow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.work.places import has_tab

BACKUP = "cadangan"
"""The tab of the copies."""
_COPY = "cadangkan"
"""What it is opened for before leaving."""
_READING_S = 1.0
"""Seconds within which whatever is only read for a page is read; leaving waits so long before it asks."""
_STILL_WRITING = Konfirmasi(
    "Keluar",
    "Keluar dari Kinerja Desktop",
    "Masih ada pekerjaan yang ditulis. Tunggu sampai selesai, atau keluar sekarang?",
    "Keluar",
)
_WHY = (
    "Sudah {} hari dipakai tanpa cadangan di USB. Colokkan flashdisk supaya data kantor tidak hilang bila komputer "
    "rusak. Hari ini tidak ditanyakan lagi."
)


class Leaving(Enum):
    """What a person chose."""

    STAY = auto()
    LEAVE = auto()
    BACK_UP = auto()


class Exit:
    """Whether the main window may close now. ``at_once``: the session of the PC ends, and nobody can be asked."""

    def __init__(self, context: Callable[[], Context]) -> None:
        self._context = context
        self._after_copy = False
        self.at_once = False

    def may_close(self, main: MainWindow) -> bool:
        """Ask before work is cut short, and offer the copy that is due; leave at once otherwise."""
        if self.at_once:
            return True
        if self._context().office.store.is_busy_for(_READING_S):
            return confirm(main, _STILL_WRITING)
        try:
            state = backup_status.status(self._context())
        except KinerjaError:  # whose role has ended may do nothing here but go
            return True
        if self._after_copy or not state.perlu:
            return True
        return self._ask_to_back_up(main, state.hari_pakai)

    def _ask_to_back_up(self, main: MainWindow, days: int) -> bool:
        """«Cadangkan & Keluar» opens the backups, and the program is left when a copy is made.

        «Keluar» is remembered for the day.
        """
        answer = ask_leaving(main, days, may_back_up=has_tab(self._context().actor.role, BACKUP))
        if answer is Leaving.BACK_UP:
            self._after_copy = True
            main.open_tab(BACKUP, _COPY)
        if answer is Leaving.LEAVE:
            with suppress(KinerjaError):  # a disk that takes nothing more must let a person go
                backup_status.put_off(self._context())
        return answer is Leaving.LEAVE

    def follow(self, main: MainWindow, changes: Changes) -> None:
        """Leave, where the copy that was due before leaving is made."""
        if self._after_copy and Change.BACKUP in changes:
            QTimer.singleShot(0, main.close)


def leaving_dialog(parent: QWidget, days: int, *, may_back_up: bool) -> Dialog:
    """Batal, Keluar, and Cadangkan & Keluar for whoever may, after so many ``days`` of use.

    ``done`` carries the number of a `Leaving`.
    """
    dialog = Dialog(parent, "Keluar", "Keluar dari Kinerja Desktop", sentence=_WHY.format(days))
    leave = Button("Keluar", act=True)
    leave.setObjectName("keluar")
    leave.clicked.connect(lambda: dialog.done(Leaving.LEAVE.value))
    dialog.add_plain(leave)
    if may_back_up:
        keep = dialog.add_act("Cadangkan && Keluar", ButtonKind.PRIMARY)
        keep.setObjectName("cadangkan_keluar")
        keep.clicked.disconnect()
        keep.clicked.connect(lambda: dialog.done(Leaving.BACK_UP.value))
    return dialog


def ask_leaving(parent: QWidget, days: int, *, may_back_up: bool) -> Leaving:
    """Ask; closing the question is staying."""
    dialog = leaving_dialog(parent, days, may_back_up=may_back_up)
    chosen = dialog.exec()
    dialog.deleteLater()
    return next((one for one in Leaving if one.value == chosen), Leaving.STAY)
