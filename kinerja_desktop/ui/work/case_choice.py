"""The choice of a berkas where more than one quarter is open; hidden while there is only one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from kinerja_desktop.services.inbox import Tugas
from kinerja_desktop.ui.widgets.fields import ComboBox
from kinerja_desktop.ui.work.choices import show_choices


class CaseChoice(ComboBox):
    """``picked`` carries the id of the berkas that a person chose."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__("Triwulan yang dibuka")
        self.setObjectName("pilihan_berkas")
        self.activated.connect(lambda _: self.picked.emit(self.currentData()))
        self.hide()

    def show_cases(self, tasks: Sequence[Tugas], current: str) -> None:
        show_choices(self, [(one.triwulan.label_tahun, one.case_id) for one in tasks if one.triwulan], current)
        self.setVisible(self.count() > 1 and self.currentIndex() >= 0)
