"""The dialog in which an Admin says why the office goes on although something is not as it was written."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KinerjaError, SecondNeeded
from kinerja_desktop.domain.realisasi import MIN_ALASAN
from kinerja_desktop.services import integrity
from kinerja_desktop.services.context import Context
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import ButtonKind
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.fields import CounterTextEdit
from kinerja_desktop.ui.work.second import ask_second

_WHY = (
    "Lebih baik pulihkan cadangan yang utuh di tab Cadangan. Lanjutkan hanya bila isinya sudah dicocokkan dengan "
    "kertas, atau bila cadangan tidak ada. Tidak ada yang diperbaiki: temuan dan alasan Anda tercatat dalam riwayat, "
    "tidak dapat dihapus, dan tampil pada setiap pemeriksaan."
)
MAKS_ALASAN = 500


class GoOnDialog(Dialog):
    """`alasan` gives what was written, once a second official agreed."""

    def __init__(self, parent: QWidget, context: Callable[[], Context]) -> None:
        super().__init__(parent, "Lanjutkan Bekerja", "Lanjutkan dengan data seperti adanya", sentence=_WHY)
        hint = f"wajib, paling sedikit {MIN_ALASAN} huruf"
        self._alasan = CounterTextEdit("Alasan", limit=MAKS_ALASAN, least=MIN_ALASAN, hint=hint, rows=3, most=4)
        self._alasan.field.setObjectName("alasan")
        self.body.addWidget(self._alasan)
        self.act = self.add_act("Lanjutkan Bekerja", ButtonKind.RETURN)
        self.act.setObjectName("lanjutkan")
        self._context = context
        self.set_check(self._agreed)
        self._alasan.field.textChanged.connect(self._judge)
        self._judge()
        self._alasan.setFocus()

    def _judge(self) -> None:
        fault = self._alasan.fault()
        allow(self.act, f"Alasan: {fault}" if fault else "")

    def _agreed(self) -> str:
        try:
            integrity.hold_second(self._context())
        except SecondNeeded as needed:
            return "" if ask_second(self, self._context, needed) else messages.sentence(needed)
        except KinerjaError as refused:
            return messages.sentence(refused)
        return ""

    def alasan(self) -> str:
        return self._alasan.text().strip()
