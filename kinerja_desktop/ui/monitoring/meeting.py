"""Tampilan Rapat: the flow and the charts over the whole screen, with numbers that are read from the last row.

A window of its own that closes with Esc or F11, and when the program locks. Arrows to the sides turn the page, up and
down step through the numbers of a chart.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from kinerja_desktop.domain.workflow import Langkah
from kinerja_desktop.services.monitoring import PemantauanView
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.monitoring.flow import FlowView
from kinerja_desktop.ui.monitoring.matrix import MatrixView
from kinerja_desktop.ui.monitoring.stage import Ask, ChartStage
from kinerja_desktop.ui.theme import Ink, Space, TextStyle
from kinerja_desktop.ui.widgets.buttons import IconButton
from kinerja_desktop.ui.widgets.cards import Card, column, holder, row
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.stops import step

FLOW = "Alur SOP, {}"
_HINT = "← → halaman    ↑ ↓ angka    Esc selesai"
_LEAST = 3
"""Units that are seen on the lowest screen without scrolling."""


class MeetingView(QDialog):
    """``pressed`` carries the berkas of a step or of a unit that is to be opened."""

    pressed = Signal(tuple)

    def __init__(self, parent: QWidget, view: PemantauanView, pemeriksa: str, ask: Ask) -> None:
        super().__init__(parent.window())
        self.setWindowTitle("Tampilan Rapat")
        self.setObjectName("rapat")
        self.setModal(True)
        self.flow, self.matrix = FlowView(fitted=True), MatrixView(least=_LEAST)
        self.flow.set_steps(view.alur, pemeriksa)
        self.matrix.show_rows(view.matriks, view.kepala_kolom)
        self.stage = ChartStage(
            ask, large=True, front=(FLOW.format(view.triwulan.label_tahun), _front(self.flow, self.matrix, view))
        )
        close = IconButton(Icon.TUTUP, "Tutup tampilan rapat (Esc)")
        for part in (Label(_HINT, ink=Ink.TEXT_2), close):
            self.stage.head.addWidget(part)
        self.setLayout(column(self.stage, edge=Space.PAGE))
        close.clicked.connect(self.reject)
        self.flow.pressed.connect(self._leave_for)
        self.flow.asked.connect(self._look_at_step)
        self.matrix.opened.connect(lambda case_id: self._leave_for((case_id,)))
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

    def _look_at_step(self, langkah: Langkah) -> None:
        """A step at which nothing stands ends no meeting: its times are below."""
        if langkah is not Langkah.LAPORAN_TRIWULAN:
            self.matrix.go_to_step(langkah)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  # Qt's own signature
        """The tab key goes on in reading order."""
        return step(self, forward=forward)


def _front(flow: FlowView, matrix: MatrixView, view: PemantauanView) -> QWidget:
    """How many units stand where, in large numbers, over the flow and the times of each unit."""
    counted = (
        (view.disetujui, "disetujui"),
        (view.menunggu_pemeriksaan, "menunggu pemeriksaan"),
        (view.perlu_perbaikan, "perlu perbaikan"),
        (view.terlambat, "terlambat"),
    )
    numbers = (column(Label(str(n), TextStyle.NUMBER), Label(words, ink=Ink.TEXT_2)) for n, words in counted)
    nobody = EmptyState()
    nobody.setObjectName("rapat_tanpa_unit")
    nobody.set_words(view.kosong)
    times = matrix if view.matriks else nobody
    whole = column(
        row(*numbers, None, space=40), Card(column(flow, edge=2)), Card(column(times, edge=2)), space=Space.CARDS
    )
    whole.setStretch(whole.count() - 1, 1)
    made = holder(whole)
    made.setFocusProxy(flow)
    return made
