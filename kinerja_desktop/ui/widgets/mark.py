"""The mark of the program, drawn by code: a shield with three bars.

It stands in for the lambang daerah until the office has put its own image in Pengaturan. It is handed to Qt as a
drawing (SVG) and not painted with a QPainter, because the log-in band shows it before the first paint.
"""

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QLabel

from kinerja_desktop.ui import theme

_WIDTH, _HEIGHT = 22.0, 23.5
_SHIELD = "M0 0H22V11.5C22 17.5 16 21 11 23.5C6 21 0 17.5 0 11.5Z"
_BARS = ((5.0, 12.0), (9.0, 8.0), (13.0, 4.0))
_BAR_WIDTH, _BAR_FOOT = 3.4, 17.0


class Mark(QLabel):
    """The shield in the header and on the log-in band."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self._height = height
        self.draw()

    def draw(self) -> None:
        """Draw it in the colours of the theme in force."""
        ratio = QApplication.primaryScreen().devicePixelRatio()
        tokens = theme.current().palette
        drawing = _drawing(theme.px(self._height) * ratio, tokens.on_header, tokens.mark_bars)
        pixmap = QPixmap()
        pixmap.loadFromData(drawing.encode(), "SVG")
        pixmap.setDevicePixelRatio(ratio)
        self.setPixmap(pixmap)


def _drawing(height: float, shield: str, bars: str) -> str:
    bar = "".join(
        f'<rect x="{left}" y="{top}" width="{_BAR_WIDTH}" height="{_BAR_FOOT - top}" rx="0.5"/>' for left, top in _BARS
    )
    width = height * _WIDTH / _HEIGHT
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}"'
        f' viewBox="0 0 {_WIDTH} {_HEIGHT}"><path fill="{shield}" d="{_SHIELD}"/><g fill="{bars}">{bar}</g></svg>'
    )
