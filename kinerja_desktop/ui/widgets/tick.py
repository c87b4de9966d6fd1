"""A tick: square, check and words painted by the theme, so that its edge can be seen on every ground; words wrap."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from kinerja_desktop.ui import icons, theme
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Height, Ink, TextStyle
from kinerja_desktop.ui.widgets.painting import line_height, paint_text, text_width, wrapped

_SIDE, _CORNER, _GAP = 16, 3, 8
_UNBROKEN = 320
"""Logical pixels up to which the words claim to stand in one line."""


class Tick(QCheckBox):
    """As QCheckBox, whose keys and signals it keeps."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)  # Qt's own signature
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        words = text_width(self.text(), TextStyle.BODY)
        return QSize(theme.px(_SIDE + _GAP) + words + 1, theme.height(Height.TARGET))

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(whole.width(), theme.px(_UNBROKEN)), whole.height())

    def heightForWidth(self, width: int) -> int:
        more = len(self._lines(width)) - 1
        return theme.height(Height.TARGET) + more * line_height(TextStyle.BODY)

    def _lines(self, width: int) -> list[str]:
        return wrapped(self.text(), TextStyle.BODY, width - theme.px(_SIDE + _GAP))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side, high = QPainter(self), theme.px(_SIDE), line_height(TextStyle.BODY)
        lines = self._lines(self.width())
        top = (self.height() - len(lines) * high) // 2
        self._paint_box(painter, QRectF(1, top + (high - side) / 2, side, side))
        words = QRect(side + theme.px(_GAP), top, self.width(), high)
        for at, line in enumerate(lines):
            ink = Ink.TEXT if self.isEnabled() else Ink.TEXT_3
            paint_text(painter, words.translated(0, at * high), line, TextStyle.BODY, ink)

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        done = self.isChecked()
        ink = Ink.ACCENT if done and self.isEnabled() else Ink.CONTROL
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(ink), 1.4 * theme.current().scale.factor))
        painter.setBrush(theme.color(ink) if done else QColor(theme.current().palette.surface))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), theme.px(_CORNER), theme.px(_CORNER))
        painter.restore()
        if done:
            icons.paint(painter, box.adjusted(2, 2, -2, -2), Icon.SETUJUI, theme.color(Ink.ON_ACCENT), Shape.BOLD)
