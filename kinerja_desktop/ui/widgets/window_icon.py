"""The icon of the window in title bar and task bar: three bars, painted by code."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from kinerja_desktop.ui import theme

_ICON_SIZES = (16, 24, 32, 48)


def window_icon(*, latihan: bool) -> QIcon:
    """Three bars; ochre for the practice office, so that the task bar tells the two apart."""
    tokens = theme.current().palette
    icon = QIcon()
    for size in _ICON_SIZES:
        icon.addPixmap(_bars(size, QColor(tokens.latihan if latihan else tokens.accent)))
    return icon


def _bars(size: int, colour: QColor) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    unit = size / 16
    for at, tall in enumerate((6, 10, 14)):
        painter.fillRect(QRectF((1 + at * 5) * unit, (15 - tall) * unit, 4 * unit, tall * unit), colour)
    painter.end()
    return pixmap
