"""The small question at leaving, asked only where a copy on a flashdisk is due."""

from enum import Enum, auto

from PySide6.QtWidgets import QWidget

from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.dialog import Dialog

_WHY = (
    "Sudah {} hari dipakai tanpa cadangan di USB. Colokkan flashdisk supaya data kantor tidak hilang bila komputer "
    "rusak. Hari ini tidak ditanyakan lagi."
)


class Leaving(Enum):
    """What a person chose."""

    STAY = auto()
    LEAVE = auto()
    BACK_UP = auto()


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
