"""A tick: square, check and words painted by the theme, so that its edge can be seen on every ground."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from kinerja_desktop.ui import icons, theme
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Height, Ink, TextStyle

_SIDE, _CORNER, _GAP = 16, 3, 8


class Tick(QCheckBox):
    """As QCheckBox, whose keys and signals it keeps."""

    def sizeHint(self) -> QSize:
        words = QFontMetrics(theme.font(TextStyle.BODY)).horizontalAdvance(self.text())
        return QSize(theme.px(_SIDE + _GAP) + words + 1, theme.height(Height.TARGET))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = theme.px(_SIDE)
        self._paint_box(painter, QRectF(1, (self.height() - side) / 2, side, side))
        painter.setFont(theme.font(TextStyle.BODY))
        painter.setPen(theme.color(Ink.TEXT if self.isEnabled() else Ink.TEXT_3))
        words = self.rect().adjusted(side + theme.px(_GAP), 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())

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
