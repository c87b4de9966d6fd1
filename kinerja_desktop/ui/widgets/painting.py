"""Strokes that delegates and painted widgets share: a line of text, a run of symbol and word.

Everything takes its colour and font from the theme at the moment of painting.
"""

from collections.abc import Sequence
from functools import cache, lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from kinerja_desktop.domain.tanda import visible
from kinerja_desktop.ui import icons, theme
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import IconSize, Ink, Scale, TextStyle, Tone

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTER = Qt.AlignmentFlag.AlignHCenter
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_BREAKS = "_-./"
_KEPT = 4000
"""Texts whose lines are remembered."""
_LINE = {side: int(side | _MIDDLE | Qt.TextFlag.TextDontClip) for side in (LEFT, RIGHT, CENTER)}


def metrics_of(style: TextStyle) -> QFontMetrics:
    """How wide letters of a style are at the scale of now."""
    return _metrics_at(style, theme.current().scale)


@cache
def _metrics_at(style: TextStyle, _scale: Scale) -> QFontMetrics:
    return QFontMetrics(theme.font(style))


def text_width(text: str, style: TextStyle) -> int:
    return metrics_of(style).horizontalAdvance(text)


def line_height(style: TextStyle) -> int:
    return metrics_of(style).height()


def paint_text(
    painter: QPainter,
    box: QRect,
    text: str,
    style: TextStyle,
    ink: Ink | Tone | QColor,
    *,
    align: Qt.AlignmentFlag = LEFT,
) -> int:
    """Paint one line in the vertical middle of the box, shortened with «…» if need be; answers the width used."""
    text = visible(text)
    font = theme.font(style)
    metrics = QFontMetrics(font)
    width = metrics.horizontalAdvance(text)
    fits = width <= box.width()
    shown = text if fits else metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.setPen(ink if isinstance(ink, QColor) else theme.color(ink))
    painter.drawText(box, _LINE[align], shown)
    return width if fits else metrics.horizontalAdvance(shown)


def two_lines(text: str, style: TextStyle, width: int) -> list[str]:
    """Words on one line or two; what has no room on the second is shortened with «…»."""
    metrics, words = metrics_of(style), text.split(" ")
    fits = (n for n in range(len(words), 1, -1) if metrics.horizontalAdvance(" ".join(words[:n])) <= width)
    first = next(fits, 1)
    lines = [" ".join(words[:first]), " ".join(words[first:])]
    return [_shortened(metrics, line, width) for line in lines if line]


def wrapped(text: str, style: TextStyle, width: int) -> list[str]:
    """Words on as many lines as they need; a word wider than the room goes on below, after a sign where it has one."""
    return list(_wrapped_at(text, style, width, theme.current().scale))


@lru_cache(_KEPT)
def _wrapped_at(text: str, style: TextStyle, width: int, _scale: Scale) -> Sequence[str]:
    """Measured once, however often a row is laid and painted."""
    metrics = metrics_of(style)
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines += _pieces(word, metrics, width)
    return lines if lines[0] else lines[1:]


def _pieces(word: str, metrics: QFontMetrics, width: int) -> list[str]:
    """One word on as many lines as it needs: names of files have no spaces."""
    pieces = []
    while len(word) > 1 and metrics.horizontalAdvance(word) > width:
        fits = next((n for n in range(len(word) - 1, 1, -1) if metrics.horizontalAdvance(word[:n]) <= width), 1)
        signs = [at for at in range(1, fits + 1) if word[at - 1] in _BREAKS]
        at = signs[-1] if signs else fits
        pieces.append(word[:at])
        word = word[at:]
    return [*pieces, word]


def paint_lines(painter: QPainter, box: QRect, text: str, style: TextStyle, ink: Ink | Tone | QColor) -> None:
    """Paint words on one line or two in the vertical middle of the box; see `two_lines`."""
    lines, high = two_lines(text, style, box.width()), line_height(style)
    top = box.top() + (box.height() - len(lines) * high) // 2
    for at, line in enumerate(lines):
        paint_text(painter, QRect(box.left(), top + at * high, box.width(), high), line, style, ink)


def _shortened(metrics: QFontMetrics, text: str, width: int) -> str:
    fits = metrics.horizontalAdvance(text) <= width
    return text if fits else metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def is_shortened(text: str, style: TextStyle, width: int) -> bool:
    return text_width(text, style) > width


def paint_icon(
    painter: QPainter,
    left: int,
    middle: int,
    icon: Icon,
    ink: Ink | Tone | QColor,
    *,
    size: IconSize = IconSize.TEXT,
    shape: Shape = Shape.REGULAR,
) -> int:
    """Paint an icon by its left edge and vertical middle; answers the width used."""
    side = theme.px(size)
    box = QRectF(left, middle - side / 2, side, side)
    icons.paint(painter, box, icon, ink if isinstance(ink, QColor) else theme.color(ink), shape)
    return side


def fill_round(painter: QPainter, box: QRect | QRectF, ground: QColor, radius: int) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(box), radius, radius)
    painter.restore()
