"""Steps of a guided path below one another: a circle with its number, a tick once the step is done.

Along a line above a screen they are ``step_line``.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import IconSize, Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.painting import CENTER, paint_icon, paint_text
from kinerja_desktop.ui.widgets.step_line import CIRCLE

WIDTH, HIGH, GAP = 168, 36, 8


class StepList(QWidget):
    """``asked`` tells that a step (from 0) was clicked; the keyboard walks by the buttons of its dialog."""

    asked = Signal(int)

    def __init__(self, steps: Sequence[str]) -> None:
        super().__init__()
        self._steps, self._at, self._done = tuple(steps), 0, set[int]()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_step(0)

    def set_step(self, at: int) -> None:
        """Make a step (from 0) the present one."""
        self._at = at
        self._tell()

    def step(self) -> int:
        """The present step, from 0."""
        return self._at

    def set_done(self, at: int, *, done: bool) -> None:
        """Tick a step, or take its tick away."""
        (self._done.add if done else self._done.discard)(at)
        self._tell()

    def is_done(self, at: int) -> bool:
        """True where a step is ticked."""
        return at in self._done

    def _tell(self) -> None:
        done = ", selesai" if self._at in self._done else ""
        self.setAccessibleName(f"Langkah {self._at + 1} dari {len(self._steps)}: {self._steps[self._at]}{done}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(WIDTH), theme.px(HIGH) * len(self._steps))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = int(event.position().y()) // theme.px(HIGH)
        if event.button() is Qt.MouseButton.LeftButton and 0 <= at < len(self._steps):
            self.asked.emit(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at in range(len(self._steps)):
            self._paint_step(painter, at)

    def _paint_step(self, painter: QPainter, at: int) -> None:
        side, here = theme.px(CIRCLE), at == self._at
        middle = at * theme.px(HIGH) + theme.px(HIGH) // 2
        circle = QRect(0, middle - side // 2, side, side)
        if at in self._done and not here:
            paint_icon(
                painter,
                (side - theme.px(IconSize.TAB)) // 2,
                middle,
                Icon.DISETUJUI,
                Tone.SELESAI,
                size=IconSize.TAB,
                shape=Shape.FILL,
            )
        else:
            painter.setPen(QPen(theme.color(Ink.ACCENT if here else Ink.TEXT_2), 1))
            painter.setBrush(theme.color(Ink.ACCENT) if here else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(circle.adjusted(0, 0, -1, -1))
            ink = Ink.ON_ACCENT if here else Ink.TEXT_2
            paint_text(painter, circle, str(at + 1), TextStyle.BODY_500, ink, align=CENTER)
        left = side + theme.px(GAP)
        box = QRect(left, middle - theme.px(HIGH) // 2, self.width() - left, theme.px(HIGH))
        style = TextStyle.BODY_500 if here else TextStyle.BODY
        paint_text(painter, box, self._steps[at], style, Ink.TEXT if here else Ink.TEXT_2)
