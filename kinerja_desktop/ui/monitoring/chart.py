"""One chart: the drawing of the papers, in which each number can be reached by key and by mouse.

``picked`` carries the number that a person asked for. Arrows step through the numbers; to the sides only where
nothing else waits for these keys (``sideways``).
"""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kinerja_desktop.services.monitoring_charts import AngkaGrafik, Grafik, Tempat
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Ink, Radius
from kinerja_desktop.ui.widgets.drawing import painted

_AROUND, _EDGE = 4, 8
"""How far beyond its marks a number is hit, and its ring drawn; what is left free at the edges for it."""
_FORWARD = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_SIDEWAYS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ChartView(QWidget):
    """``most`` is how many logical pixels a point of paper may become; see the module."""

    picked = Signal(object)

    def __init__(self, *, most: float, sideways: bool) -> None:
        super().__init__()
        self._most, self._steps = most, _FORWARD | (_SIDEWAYS if sideways else {})
        self._chart = Grafik("", "")
        self._numbers: list[tuple[AngkaGrafik, Tempat]] = []
        self._at = -1
        self._picture, self._painted_for = QPixmap(), ("", QSize(), 0.0, "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focus_ring", True)  # noqa: FBT003  # Qt's own signature
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)

    def show_chart(self, chart: Grafik) -> None:
        """Show another chart; no number is chosen."""
        self._chart, self._at = chart, -1
        self._numbers = [(n, n.tempat) for n in chart.angka if n.tempat is not None]
        self.setAccessibleName(f"Grafik {chart.judul}, {chart.keterangan}")
        self.setAccessibleDescription("; ".join(f"{n.nama}: {n.teks}" for n, _ in self._numbers))
        self.update()

    def pick(self, at: int) -> None:
        """Choose a number by its place."""
        if 0 <= at < len(self._numbers):
            self._at = at
            number, _ = self._numbers[at]
            self.setAccessibleDescription(f"{number.nama}: {number.teks}. {' '.join(number.asal)}")
            self.update()
            self.picked.emit(number)

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

    def place_of(self, at: int) -> QPoint:
        """The middle of a number."""
        return self._box(self._numbers[at][1]).center()

    def _hit(self, point: QPoint) -> int:
        return next((n for n, (_, place) in enumerate(self._numbers) if self._box(place).contains(point)), -1)

    # --- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._chart.gambar:
            return
        frame, painter = self._frame(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(frame.topLeft(), self._drawing(frame.size()))
        if self._at >= 0:
            painter.setPen(QPen(theme.color(Ink.ACCENT), theme.px(2)))
            corner = theme.px(Radius.CONTROL)
            painter.drawRoundedRect(self._box(self._numbers[self._at][1]), corner, corner)

    def _drawing(self, size: QSize) -> QPixmap:
        wanted = (self._chart.gambar, size, self.devicePixelRatioF(), theme.current().mode.value)
        if self._painted_for != wanted:
            self._picture, self._painted_for = painted(wanted[0], size, wanted[2]), wanted
        return self._picture

    # --- choosing --------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """The words of a number where the mouse rests."""
        if isinstance(event, QHelpEvent):
            at = self._hit(event.pos())
            words = f"{self._numbers[at][0].nama}: {self._numbers[at][0].teks}" if at >= 0 else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._hit(event.position().toPoint()) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pick(self._hit(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in self._steps and self._numbers:
            first = 0 if self._steps[key] > 0 else len(self._numbers) - 1
            self.pick(first if self._at < 0 else (self._at + self._steps[key]) % len(self._numbers))
        elif key in _CHOOSE and self._numbers:
            self.pick(max(0, self._at))
        else:
            super().keyPressEvent(event)
