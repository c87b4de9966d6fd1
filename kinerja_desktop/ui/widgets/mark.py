"""The mark of the program, painted by code: a shield with three bars, and the bars alone for the title bar.

It stands in for the lambang daerah until the office has put its own image in Pengaturan.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Ink

_WIDTH, _HEIGHT = 22.0, 23.5
_BARS = ((5.0, 12.0), (9.0, 8.0), (13.0, 4.0))
_BAR_WIDTH, _BAR_FOOT = 3.4, 17.0
_ICON_SIZES = (16, 24, 32, 48)


def _shield() -> QPainterPath:
    path = QPainterPath(QPointF(0, 0))
    path.lineTo(_WIDTH, 0)
    path.lineTo(_WIDTH, 11.5)
    path.cubicTo(_WIDTH, 17.5, 16, 21, _WIDTH / 2, _HEIGHT)
    path.cubicTo(6, 21, 0, 17.5, 0, 11.5)
    path.closeSubpath()
    return path


def paint_mark(painter: QPainter, box: QRectF, shield: QColor, bars: QColor) -> None:
    """Paint the shield as large as its proportions allow inside the box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    factor = min(box.width() / _WIDTH, box.height() / _HEIGHT)
    painter.translate(box.center())
    painter.scale(factor, factor)
    painter.translate(-_WIDTH / 2, -_HEIGHT / 2)
    painter.fillPath(_shield(), shield)
    painter.setBrush(bars)
    for left, top in _BARS:
        painter.drawRoundedRect(QRectF(left, top, _BAR_WIDTH, _BAR_FOOT - top), 0.5, 0.5)
    painter.restore()


class Mark(QWidget):
    """The shield in the header and on the log-in band."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self.setFixedSize(QSize(theme.px(height * _WIDTH / _HEIGHT), theme.px(height)))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current().palette
        paint_mark(QPainter(self), QRectF(self.rect()), theme.color(Ink.ON_HEADER), QColor(tokens.mark_bars))


def window_icon(*, latihan: bool) -> QIcon:
    """Three bars; ochre for the practice office, so that the task bar tells the two apart."""
    tokens = theme.current().palette
    icon = QIcon()
    for size in _ICON_SIZES:
        icon.addPixmap(_bars(size, QColor(tokens.latihan if latihan else tokens.accent)))
    return icon


def _bars(size: int, colour: QColor) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    unit = size / 16
    for at, tall in enumerate((6, 10, 14)):
        painter.fillRect(QRectF((1 + at * 5) * unit, (15 - tall) * unit, 4 * unit, tall * unit), colour)
    painter.end()
    return pixmap
