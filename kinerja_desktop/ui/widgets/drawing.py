"""Drawings of the papers on the screen: the same shapes and letters, in the colours of the theme.

A drawing comes as SVG with the colours of paper; each stands for one of the palette, so that it is read in the dark
as well. One more colour of a drawing: its line in ``_COLOURS``.
"""

import re
from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImageReader, QPainter, QPixmap

from kinerja_desktop.ui import theme

_COLOURS: Mapping[str, str] = {
    "0%,0%,0%": "text",
    "100%,100%,100%": "surface",
    "12%,22%,37%": "accent",
    "34%,34%,34%": "text_2",
    "78%,78%,78%": "line",
}
"""Colours of paper, in whole per cents as drawings name them, and what the palette calls their like."""
_COLOUR = re.compile(r"rgb\(([\d%,]+)\)")
_FACE = re.compile(r"font-family: (\w+?)(-Bold)?(-?Italic)?;")


def painted(svg: str, size: QSize, ratio: float) -> QPixmap:
    """The drawing so many logical pixels large, sharp on a screen of that ratio; what lies below shows through."""
    theme.load_paper_fonts()
    buffer = QBuffer()
    buffer.setData(QByteArray(for_screen(svg).encode()))
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(round(size.width() * ratio), round(size.height() * ratio)))
    made = QPixmap(reader.scaledSize())
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.drawImage(0, 0, reader.read())
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def for_screen(svg: str) -> str:
    """The same drawing in colours of the theme, with its letters named as Qt names them."""
    return _FACE.sub(_face, _COLOUR.sub(_colour, svg))


def _colour(found: re.Match[str]) -> str:
    """What somebody typed may look like a colour; it stays as it is."""
    named = _COLOURS.get(found.group(1))
    return found.group(0) if named is None else str(getattr(theme.current().palette, named))


def _face(found: re.Match[str]) -> str:
    bold = " font-weight: bold;" if found.group(2) else ""
    italic = " font-style: italic;" if found.group(3) else ""
    return f"font-family: {found.group(1)};{bold}{italic}"
