"""The circle with the first letters of a person's name."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.qt_numbers import ALIGN_CENTER
from kinerja_desktop.ui.theme import TextStyle
from kinerja_desktop.ui.widgets.initials import initials


def paint_avatar(painter: QPainter, box: QRectF, nama: str, ink: QColor, edge: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1))
    painter.drawEllipse(box.adjusted(0.6, 0.6, -0.6, -0.6))
    painter.setPen(ink)
    painter.setFont(theme.font(TextStyle.BODY_500))
    painter.drawText(box, ALIGN_CENTER, initials(nama))
    painter.restore()
