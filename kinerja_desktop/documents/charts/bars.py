"""Horizontal bars of capaian with the line at 100."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reportlab.graphics.shapes import Drawing, Line, Shape, String
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth

from kinerja_desktop.documents.charts.strokes import add_shapes, bar_shapes, centred, dashed, ground
from kinerja_desktop.documents.fonts import BOLD, REGULAR
from kinerja_desktop.documents.style import ACCENT, BLACK, CHART_GRID, HEAD_GREY, WHITE, mm
from kinerja_desktop.documents.text import printable

REACHED_WORDS: Final = ("target tercapai", "di bawah target", "100%")
MEAN_WORDS: Final = ("100 atau lebih", "di bawah 100", "100%")
_MORE: Final = "\N{HORIZONTAL ELLIPSIS}"
_LEAST_STEP: Final = 5 * mm
_NARROW: Final = 70 * mm
_LABEL_LEADING: Final = 9.2
_THREE_LINES: Final = 10 * mm
"""A row of this height has room for a label of three lines."""
MAX_ROWS: Final = 12
"""More bars than this make a second chart, not smaller type."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, its length (None: nothing to draw), the figure beside it, full or hatched."""

    label: str
    value: Decimal | None
    figure: str
    reached: bool


def row_height(count: int) -> float:
    """Height of a row in points: less where there are many."""
    return (9.3 if count <= 5 else 8.5 if count <= 8 else 7.5) * mm


def bar_chart(
    bars: Sequence[Bar],
    *,
    words: tuple[str, str, str] = REACHED_WORDS,
    width: float = 165 * mm,
    label: float = 64 * mm,
    more: float = 0.0,
) -> Drawing:
    """Capaian in per cent, one bar a row, from 0, with the line at 100; ``more`` is added to the height of a row.

    The key of a bar's number is its place, from "0".
    """
    row = row_height(len(bars)) + more
    lines = 3 if row >= _THREE_LINES else 2
    foot, head = 12 * mm, 2 * mm
    drawing = Drawing(width, foot + head + row * len(bars))
    axis = _Axis(label, width - label - 20 * mm, _axis_top(bars), foot, drawing.height - head)
    add_shapes(drawing, _bar_grid(axis))
    for number, bar in enumerate(bars):
        middle = drawing.height - head - row * (number + 0.5)
        add_shapes(drawing, _label_lines(bar.label, label - 3 * mm, middle, lines), str(number))
        add_shapes(drawing, _bar_row(axis, bar, middle, row * 0.6), str(number))
    add_shapes(drawing, _reference(axis, bars, row))
    add_shapes(drawing, [Line(axis.left, foot, axis.left, axis.top, strokeColor=BLACK, strokeWidth=1.4)])
    add_shapes(drawing, _bar_legend(axis, words, width))
    return drawing


@dataclass(frozen=True, slots=True)
class _Axis:
    left: float
    length: float
    end: int
    foot: float
    top: float

    def x(self, value: float) -> float:
        return self.left + self.length * value / self.end


def _axis_top(bars: Sequence[Bar]) -> int:
    """The end of the axis: 125 as a rule, more in steps of 25 (50 from 300 on) where a bar is longer."""
    longest = max((float(bar.value) for bar in bars if bar.value is not None), default=0.0)
    step = 25 if longest <= 300 else 50 * (1 + int(longest / 1000))
    return max(125, step * -(-int(longest + 1) // step))


def _axis_steps(axis: _Axis) -> range:
    step = 25 if axis.end <= 200 else 50 if axis.end <= 400 else 100 * (1 + axis.end // 1500)
    while axis.length * step / axis.end < _LEAST_STEP:
        step *= 2
    return range(0, axis.end + 1, step)


def _bar_grid(axis: _Axis) -> list[Shape]:
    shapes: list[Shape] = []
    for value in _axis_steps(axis):
        x = axis.x(value)
        if value:
            shapes.append(Line(x, axis.foot, x, axis.top, strokeColor=CHART_GRID, strokeWidth=0.3))
        font, colour = (BOLD, BLACK) if value == 100 else (REGULAR, HEAD_GREY)
        shapes.append(centred(x, axis.foot - 9.5, str(value), (font, 7.5, colour)))
    return shapes


def _label_lines(text: str, right: float, middle: float, most: int) -> list[Shape]:
    lines = _fitted_lines(printable(text), right, most)
    first = middle + (len(lines) - 1) * _LABEL_LEADING / 2 - 2.8
    return [
        String(right, first - _LABEL_LEADING * n, line, fontName=REGULAR, fontSize=8, textAnchor="end", fillColor=BLACK)
        for n, line in enumerate(lines)
    ]


def _fitted_lines(text: str, room: float, most: int) -> list[str]:
    """The label on at most so many lines; three dots say that words were left out."""
    lines: list[str] = simpleSplit(text, REGULAR, 8, room)
    if len(lines) <= most:
        return lines
    words = lines[most - 1].split(" ")
    while len(words) > 1 and stringWidth(" ".join(words) + _MORE, REGULAR, 8) > room:
        words.pop()
    return [*lines[: most - 1], " ".join(words) + _MORE]


def _bar_row(axis: _Axis, bar: Bar, middle: float, thick: float) -> list[Shape]:
    value = max(0.0, float(bar.value)) if bar.value is not None else 0.0
    end = axis.x(value)
    shapes: list[Shape] = []
    if value > 0:
        shapes = bar_shapes(axis.left, middle - thick / 2, end - axis.left, thick, reached=bar.reached)
    outside = max(end, axis.x(100)) + 5
    figure = String(outside, middle - 3, bar.figure, fontName=BOLD, fontSize=8.5, fillColor=BLACK)
    return [*shapes, ground(figure), figure]


def _reference(axis: _Axis, bars: Sequence[Bar], row: float) -> list[Shape]:
    """The dashed line at 100, white where it crosses a full bar."""
    x = axis.x(100)
    shapes: list[Shape] = [dashed(x, axis.foot, x, axis.top + 1.5 * mm, BLACK)]
    for number, bar in enumerate(bars):
        if bar.reached and bar.value is not None and bar.value > 101:
            middle = axis.top - row * (number + 0.5)
            shapes.append(Line(x, middle - row * 0.3, x, middle + row * 0.3, strokeColor=ACCENT, strokeWidth=1.3))
            shapes.append(dashed(x, middle - row * 0.3, x, middle + row * 0.3, WHITE))
    return shapes


def _bar_legend(axis: _Axis, words: tuple[str, str, str], width: float) -> list[Shape]:
    """Below the axis, or below the whole of a narrow chart; a mark without words is left out."""
    y = 1.0
    left, third = (axis.left, axis.length * 0.45) if axis.length > _NARROW else (0.0, width * 0.36)
    shapes: list[Shape] = []
    for number, reached in enumerate((True, False)):
        if not words[number]:
            continue
        x = left + number * third
        shapes += bar_shapes(x, y, 6.2 * mm, 3.1 * mm, reached=reached)
        shapes.append(String(x + 7.6 * mm, y + 1.8, words[number], fontName=REGULAR, fontSize=8, fillColor=BLACK))
    x = left + 2 * third
    shapes.append(dashed(x, y + 4.4, x + 6.2 * mm, y + 4.4, BLACK))
    shapes.append(String(x + 7.6 * mm, y + 1.8, words[2], fontName=REGULAR, fontSize=8, fillColor=BLACK))
    return shapes
