"""Steps that follow one another, as numbered circles joined by a short line; the present one is filled."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.painting import CENTER, paint_text, text_width

CIRCLE, GAP, LINE, HIGH = 20, 6, 20, 28


class StepLine(QWidget):
    """Where the words have no room, only the present step keeps them; the tooltip has them all."""

    def __init__(self, steps: Sequence[str]) -> None:
        super().__init__()
        self._steps, self._at = tuple(steps), 0
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_step(0)

    def set_step(self, at: int) -> None:
        """Make a step (from 0) the present one."""
        self._at = at
        spoken = " – ".join(f"{n} {step}" for n, step in enumerate(self._steps, 1))
        self.setAccessibleName(f"Langkah {at + 1}: {self._steps[at]}")
        self.setToolTip(spoken)
        self.updateGeometry()
        self.update()

    def step(self) -> int:
        """The present step, from 0."""
        return self._at

    def _words(self, at: int, *, short: bool) -> str:
        return "" if short and at != self._at else self._steps[at]

    def _style(self, at: int) -> TextStyle:
        return TextStyle.BODY_500 if at == self._at else TextStyle.BODY

    def _length(self, *, short: bool) -> int:
        words = [text_width(self._words(at, short=short), self._style(at)) for at in range(len(self._steps))]
        gaps = theme.px(GAP) * (len(words) + sum(bool(word) for word in words))
        return sum(words) + gaps + theme.px(CIRCLE) * len(words) + theme.px(LINE + GAP) * (len(words) - 1)

    def sizeHint(self) -> QSize:
        return QSize(self._length(short=False), theme.px(HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._length(short=True), theme.px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        short, left = self.width() < self._length(short=False), 0
        for at in range(len(self._steps)):
            left = self._paint_step(painter, left, at, self._words(at, short=short))

    def _paint_step(self, painter: QPainter, left: int, at: int, words: str) -> int:
        """Paint the line before the step, its circle and its words; answers where the next one begins."""
        middle, side, here = self.height() // 2, theme.px(CIRCLE), at == self._at
        if at:
            painter.setPen(QPen(theme.color(Ink.TEXT_2), theme.px(1.4)))
            painter.drawLine(left, middle, left + theme.px(LINE), middle)
            left += theme.px(LINE + GAP)
        circle = QRect(left, middle - side // 2, side, side)
        painter.setPen(QPen(theme.color(Ink.ACCENT if here else Ink.TEXT_2), 1))
        painter.setBrush(theme.color(Ink.ACCENT) if here else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle.adjusted(0, 0, -1, -1))
        number = Ink.ON_ACCENT if here else Ink.TEXT_2
        paint_text(painter, circle, str(at + 1), TextStyle.BODY_500, number, align=CENTER)
        left += side + theme.px(GAP)
        if not words:
            return left
        box = QRect(left, 0, text_width(words, self._style(at)), self.height())
        used = paint_text(painter, box, words, self._style(at), Ink.TEXT if here else Ink.TEXT_2)
        return left + used + theme.px(GAP)
