"""The circle with the first letters of a person's name."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.qt_numbers import ALIGN_CENTER
from kinerja_desktop.ui.theme import Ink, TextStyle
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


class Avatar(QWidget):
    """The circle as a widget of its own, in the inks of the header unless told otherwise."""

    def __init__(self, nama: str, size: int = 30, ink: Ink = Ink.ON_HEADER, edge: Ink = Ink.ON_HEADER_2) -> None:
        super().__init__()
        self._nama, self._ink, self._edge = nama, ink, edge
        self.setFixedSize(QSize(theme.px(size), theme.px(size)))
        self.set_nama(nama)

    def set_nama(self, nama: str) -> None:
        self._nama = nama
        self.setAccessibleName(nama)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_avatar(painter, QRectF(self.rect()), self._nama, theme.color(self._ink), theme.color(self._edge))
