"""One chart: the drawing of the papers, in which each number can be reached by key and by mouse.

``picked`` carries the number that a person asked for. Arrows step through the numbers; to the sides only where
nothing else waits for these keys (``sideways``).
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy

from kinerja_desktop.services.monitoring_charts import AngkaGrafik, Grafik, Tempat
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Ink, Radius
from kinerja_desktop.ui.widgets.drawing import painted
from kinerja_desktop.ui.widgets.parted import SIDEWAYS, UP_AND_DOWN, PartedView

_AROUND, _EDGE = 4, 8
"""How far beyond its marks a number is hit, and its ring drawn; what is left free at the edges for it."""


class ChartView(PartedView):
    """``most`` is how many logical pixels a point of paper may become; see the module."""

    picked = Signal(object)

    def __init__(self, *, most: float, sideways: bool) -> None:
        super().__init__({**UP_AND_DOWN, **(SIDEWAYS if sideways else {})})
        self._most = most
        self._chart = Grafik("", "")
        self._numbers: list[tuple[AngkaGrafik, Tempat]] = []
        self._picked = -1
        self._picture, self._painted_for = QPixmap(), ("", QSize(), 0.0, "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_chart(self, chart: Grafik) -> None:
        """Show another chart; no number is chosen."""
        self._chart, self._picked = chart, -1
        self._numbers = [(n, n.tempat) for n in chart.angka if n.tempat is not None]
        self.setAccessibleName(f"Grafik {chart.judul}, {chart.keterangan}")
        self.setAccessibleDescription("; ".join(f"{n.nama}: {n.teks}" for n, _ in self._numbers))
        self.set_parts([(f"{n.nama}: {n.teks}", " ".join(n.asal)) for n, _ in self._numbers])
        if self._numbers:
            self.go_to_part(0)

    def pick(self, at: int) -> None:
        """Choose a number by its place."""
        if 0 <= at < len(self._numbers):
            self._picked = at
            self.go_to_part(at)
            self.picked.emit(self._numbers[at][0])

    def press(self, at: int) -> None:
        self.pick(at)

    def turned(self, at: int) -> None:
        self.pick(at)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(320), theme.px(150))

    # --- geometry --------------------------------------------------------------------------------

    def _frame(self) -> QRect:
        """Where the drawing lies: as large as there is room with its rings, at the top."""
        (width, height), edge = self._chart.ukuran, theme.px(_EDGE)
        most = self._most * theme.current().scale.factor
        scale = min(most, (self.width() - 2 * edge) / width, (self.height() - 2 * edge) / height)
        made = QRect(0, 0, int(width * scale), int(height * scale))
        made.moveTopLeft(QPoint((self.width() - made.width()) // 2, edge))
        return made

    def _box(self, place: Tempat) -> QRect:
        frame, around = self._frame(), theme.px(_AROUND)
        made = QRect(
            frame.left() + round(place.kiri * frame.width()),
            frame.top() + round(place.atas * frame.height()),
            round(place.lebar * frame.width()),
            round(place.tinggi * frame.height()),
        )
        return made.adjusted(-around, -around, around, around)

    def box_of(self, at: int) -> QRect:
        return self._box(self._numbers[at][1])

    def place_of(self, at: int) -> QPoint:
        """The middle of a number."""
        return self._box(self._numbers[at][1]).center()

    # --- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._chart.gambar:
            return
        frame, painter = self._frame(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(frame.topLeft(), self._drawing(frame.size()))
        if self._picked >= 0:
            painter.setPen(QPen(theme.color(Ink.ACCENT), theme.px(2)))
            corner = theme.px(Radius.CONTROL)
            painter.drawRoundedRect(self._box(self._numbers[self._picked][1]), corner, corner)

    def _drawing(self, size: QSize) -> QPixmap:
        wanted = (self._chart.gambar, size, self.devicePixelRatioF(), theme.current().mode.value)
        if self._painted_for != wanted:
            self._picture, self._painted_for = painted(wanted[0], size, wanted[2]), wanted
        return self._picture

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The first arrow picks where it stands, before any number is picked."""
        by = self._turns.get(Qt.Key(event.key()))
        if by is not None and self._picked < 0 and self._numbers:
            self.pick(0 if by > 0 else len(self._numbers) - 1)
        else:
            super().keyPressEvent(event)
