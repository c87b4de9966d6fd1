"""Tampilan Rapat: the flow and the charts over the whole screen, with numbers that are read from the last row.

A window of its own that closes with Esc or F11, and when the program locks. Arrows to the sides turn the page, up and
down step through the numbers of a chart.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from kinerja_desktop.services.monitoring import PemantauanView
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.monitoring.flow import FlowView
from kinerja_desktop.ui.monitoring.stage import Ask, ChartStage
from kinerja_desktop.ui.theme import Ink, Space, TextStyle
from kinerja_desktop.ui.widgets.buttons import IconButton
from kinerja_desktop.ui.widgets.cards import Card, column, holder, row
from kinerja_desktop.ui.widgets.labels import Label, Rule
from kinerja_desktop.ui.widgets.stops import step

ZOOM = 1.35
FLOW = "Alur SOP Pengumpulan Data Kinerja"
_HINT = "← → halaman    ↑ ↓ angka    Esc selesai"


class MeetingView(QDialog):
    """``pressed`` carries the berkas of a step that was pressed in the flow."""

    pressed = Signal(tuple)

    def __init__(self, parent: QWidget, view: PemantauanView, pemeriksa: str, ask: Ask) -> None:
        super().__init__(parent.window())
        self.setWindowTitle("Tampilan Rapat")
        self.setObjectName("rapat")
        self.setModal(True)
        self.flow = FlowView(zoom=ZOOM)
        self.flow.set_steps(view.alur, pemeriksa)
        self._title = Label(style=TextStyle.NUMBER)
        self.stage = ChartStage(ask, large=True, front=(FLOW, _front(self.flow, view)))
        close = IconButton(Icon.TUTUP, "Tutup tampilan rapat (Esc)")
        head = row(
            self._title, None, Label(view.triwulan.label_tahun, ink=Ink.TEXT_2), 16, Label(_HINT, ink=Ink.TEXT_2), close
        )
        whole = column(head, Rule(), self.stage, space=Space.CARDS, edge=Space.PAGE)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        close.clicked.connect(self.reject)
        self.flow.pressed.connect(self._leave_for)
        self.stage.turned.connect(self._title.setText)
        self._bind_keys()

    def _bind_keys(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "Left": lambda: self.stage.turn(-1),
            "Right": lambda: self.stage.turn(1),
            "PgUp": lambda: self.stage.turn(-1),
            "PgDown": lambda: self.stage.turn(1),
            "F11": self.reject,
        }
        for key, act in acts.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _leave_for(self, case_ids: tuple[str, ...]) -> None:
        self.accept()
        self.pressed.emit(tuple(case_ids))

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  # Qt's own signature
        """The tab key goes on in reading order."""
        return step(self, forward=forward)


def _front(flow: FlowView, view: PemantauanView) -> QWidget:
    """How many units stand where, large, over the flow."""
    counted = (
        (view.disetujui, "disetujui"),
        (view.menunggu_pemeriksaan, "menunggu pemeriksaan"),
        (view.perlu_perbaikan, "perlu perbaikan"),
        (view.terlambat, "terlambat"),
    )
    numbers = (column(Label(str(n), TextStyle.NUMBER), Label(words, ink=Ink.TEXT_2)) for n, words in counted)
    return holder(column(row(*numbers, None, space=theme.px(40)), Card(column(flow, edge=2)), None, space=Space.PAGE))
