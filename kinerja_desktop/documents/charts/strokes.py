"""Strokes, marks and places that all charts share.

To add a mark: a function that returns shapes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from reportlab.graphics.shapes import Circle, Drawing, Group, Line, PolyLine, Rect, Shape, String
from reportlab.lib.attrmap import AttrMap, AttrMapValue
from reportlab.lib.colors import Color
from reportlab.lib.validators import isString
from reportlab.pdfbase.pdfmetrics import stringWidth

from kinerja_desktop.documents.fonts import BOLD, ITALIC
from kinerja_desktop.documents.style import ACCENT, BLACK, HEAD_GREY, WHITE, mm
from kinerja_desktop.documents.text import printable

TITLE_SIZE: Final = 8.5
PAIR: Final = (81 * mm, 52 * mm)
"""Width and height of each of two charts side by side."""


@dataclass(frozen=True, slots=True)
class Scale:
    low: float
    high: float

    @classmethod
    def of(cls, values: Sequence[Decimal]) -> "Scale":
        """From zero where values come near it, else from below the lowest."""
        if not values:
            return cls(0.0, 1.0)
        low, high = float(min(values)), float(max(values))
        spread = high - low or max(abs(high), 1.0) * 0.5
        near_zero = low <= spread * 0.6 and low >= 0
        return cls(0.0 if near_zero else low - spread * 0.35, high + spread * 0.22)


@dataclass(frozen=True, slots=True)
class Area:
    left: float
    foot: float
    width: float
    height: float
    count: int
    scale: Scale

    def x(self, number: int) -> float:
        return self.left + self.width * (number + 0.5) / self.count

    def y(self, value: Decimal | float) -> float:
        share = (float(value) - self.scale.low) / (self.scale.high - self.scale.low)
        return self.foot + self.height * share


def chart_title(title: str, subtitle: str, size: tuple[float, float]) -> list[Shape]:
    middle, top = size[0] / 2, size[1] - 8
    shapes: list[Shape] = [centred(middle, top, title, (BOLD, TITLE_SIZE, BLACK))]
    return [*shapes, centred(middle, top - 9.5, subtitle, (ITALIC, 7.5, HEAD_GREY))] if subtitle else shapes


def bar_shapes(x: float, y: float, width: float, height: float, *, reached: bool) -> list[Shape]:
    """A full bar where the target is reached, else white with hatching at 45 degrees."""
    if reached:
        return [_solid(x, y, width, height, fillColor=ACCENT, strokeColor=ACCENT, strokeWidth=0.5)]
    outline = _solid(x, y, width, height, fillColor=WHITE, strokeColor=ACCENT, strokeWidth=0.8)
    return [outline, *_hatching(x, y, width, height)]


_HATCH_STEP: Final = 1.1 * mm


def _hatching(x: float, y: float, width: float, height: float) -> list[Shape]:
    lines: list[Shape] = []
    offset = _HATCH_STEP - height
    while offset < width:
        start, end = max(offset, 0.0), min(offset + height, width)
        if end > start:
            line = Line(x + start, y + start - offset, x + end, y + end - offset, strokeColor=ACCENT, strokeWidth=0.45)
            lines.append(line)
        offset += _HATCH_STEP
    return lines


def dashed(x1: float, y1: float, x2: float, y2: float, colour: Color) -> Line:
    return Line(x1, y1, x2, y2, strokeColor=colour, strokeWidth=1.1, strokeDashArray=[3.4, 2.2])


def solid_line(ends: list[float]) -> PolyLine:
    return PolyLine(ends, strokeColor=ACCENT, strokeWidth=2)


def target_line(ends: list[float]) -> PolyLine:
    return PolyLine(ends, strokeColor=HEAD_GREY, strokeWidth=1.1, strokeDashArray=[3.4, 2.2])


def round_mark(x: float, y: float) -> Circle:
    return Circle(x, y, 2.7, fillColor=ACCENT, strokeColor=WHITE, strokeWidth=0.6)


def square_mark(x: float, y: float) -> Rect:
    return _solid(x - 2.3, y - 2.3, 4.6, 4.6, fillColor=WHITE, strokeColor=HEAD_GREY, strokeWidth=1)


def centred(x: float, y: float, text: str, type_: tuple[str, float, Color]) -> String:
    """Words centred on a place; ``type_`` is face, size and colour."""
    font, size, colour = type_
    return String(x, y, printable(text), fontName=font, fontSize=size, textAnchor="middle", fillColor=colour)


def ground(words: String) -> Rect:
    """White behind words, so that no line of the grid strikes them."""
    width = stringWidth(words.text, words.fontName, words.fontSize)
    before = {"start": 0.0, "middle": width / 2, "end": width}[words.textAnchor]
    low, height = words.y - 0.12 * words.fontSize, 0.92 * words.fontSize
    return _solid(words.x - before - 1, low, width + 2, height, fillColor=WHITE, strokeColor=None)


class Pointed(Group):
    """Shapes of one number of a chart, so that a screen knows where it stands; ``name`` is the number's key."""

    _attrMap = AttrMap(BASE=Group, name=AttrMapValue(isString))  # noqa: N815  ReportLab's own name
    name = ""


def add_shapes(drawing: Drawing, shapes: Sequence[Shape], of: str = "") -> None:
    """Add shapes as one group; ``of`` is the key of the number that they show."""
    group = Pointed(*shapes) if of else Group(*shapes)
    if isinstance(group, Pointed):
        group.name = of
    drawing.add(group)


def _solid(*place: float, **look: object) -> Rect:
    make: Any = Rect  # its published types leave the looks of a solid shape unreadable
    shape: Rect = make(*place, **look)
    return shape
