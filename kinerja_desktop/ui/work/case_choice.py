"""The choice of a berkas where more than one quarter is open; hidden while there is only one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from kinerja_desktop.services.inbox import Tugas
from kinerja_desktop.ui.widgets.fields import ComboBox


class CaseChoice(ComboBox):
    """``picked`` carries the id of the berkas that a person chose."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__("Triwulan yang dibuka")
        self.setObjectName("pilihan_berkas")
        self.activated.connect(lambda _: self.picked.emit(self.currentData()))
        self.hide()

    def show_cases(self, tasks: Sequence[Tugas], current: str) -> None:
        self.clear()
        for one in tasks:
            if one.triwulan is not None:
                self.addItem(one.triwulan.label_tahun, one.case_id)
        self.setCurrentIndex(self.findData(current))
        self.setVisible(self.count() > 1 and self.currentIndex() >= 0)
