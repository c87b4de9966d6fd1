"""Realisasi over the years against target."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from reportlab.graphics.shapes import Drawing, Line, Shape, String
from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import stringWidth

from kinerja_desktop.documents.charts.room import Box, Room, Stretch
from kinerja_desktop.documents.charts.strokes import (
    PAIR,
    Area,
    Scale,
    add_shapes,
    centred,
    chart_title,
    ground,
    round_mark,
    solid_line,
    square_mark,
    target_line,
)
from kinerja_desktop.documents.fonts import BOLD, REGULAR
from kinerja_desktop.documents.style import ACCENT, BLACK, CHART_GRID, HEAD_GREY, mm


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One year: realisasi and target with their printed figures; None leaves a gap.

    ``broken``: the definition changed before this year, so no line comes from the year before.
    """

    label: str
    actual: Decimal | None
    actual_figure: str
    target: Decimal | None
    target_figure: str
    broken: bool = False


def trend_chart(
    title: str,
    points: Sequence[TrendPoint],
    *,
    lower_is_better: bool = False,
    size: tuple[float, float] = PAIR,
    words: tuple[str, str] = ("Realisasi", "Target"),
) -> Drawing:
    """Realisasi over the years against target; the axis may begin above zero and then says so.

    ``words`` are the legend; without the second one no target is drawn. The key of a year's numbers is its label.
    """
    drawing = Drawing(*size)
    scale = Scale.of([v for p in points for v in (p.actual, p.target) if v is not None])
    remarks = ["makin rendah makin baik"] if lower_is_better else []
    remarks += ["sumbu tegak tidak dari nol"] if scale.low > 0 else []
    remarks += [f"indikator diganti mulai {point.label}" for point in points if point.broken]
    add_shapes(drawing, chart_title(title, "; ".join(remarks), size))
    area = Area(3 * mm, 12 * mm, size[0] - 6 * mm, size[1] - 25 * mm, len(points), scale)
    figures = _trend_figures(area, points, size[0])
    add_shapes(drawing, [*_level_lines(area), *(ground(words) for some in figures for words in some)])
    add_shapes(drawing, _breaks(area, points))
    add_shapes(drawing, _trend_line(area, [p.target for p in points], points, solid=False))
    add_shapes(drawing, _trend_line(area, [p.actual for p in points], points, solid=True))
    for number, point in enumerate(points):
        add_shapes(drawing, figures[number], point.label)
        add_shapes(drawing, [centred(area.x(number), area.foot - 9.5, point.label, (REGULAR, 7.5, BLACK))], point.label)
    add_shapes(drawing, _trend_legend(size[0], words))
    return drawing


def _level_lines(area: Area) -> list[Shape]:
    right = area.left + area.width
    lines: list[Shape] = [
        Line(area.left, y, right, y, strokeColor=CHART_GRID, strokeWidth=0.3)
        for y in (area.foot + area.height * n / 3 for n in (1, 2, 3))
    ]
    return [*lines, Line(area.left, area.foot, right, area.foot, strokeColor=BLACK, strokeWidth=1.2)]


def _breaks(area: Area, points: Sequence[TrendPoint]) -> list[Shape]:
    """A dotted upright between two years that different indikator measured."""
    return [
        Line(x, area.foot, x, area.foot + area.height, strokeColor=HEAD_GREY, strokeWidth=0.6, strokeDashArray=[1, 2])
        for number, point in enumerate(points)
        if point.broken and number
        for x in [(area.x(number - 1) + area.x(number)) / 2]
    ]


def _trend_line(
    area: Area, values: Sequence[Decimal | None], points: Sequence[TrendPoint], *, solid: bool
) -> list[Shape]:
    """Stretches between years that have a value; a changed definition breaks the line with "//"."""
    shapes: list[Shape] = []
    for number in range(1, len(values)):
        before, value = values[number - 1], values[number]
        if before is None or value is None:
            continue
        ends = [area.x(number - 1), area.y(before), area.x(number), area.y(value)]
        if points[number].broken:
            shapes.append(centred((ends[0] + ends[2]) / 2, (ends[1] + ends[3]) / 2 - 3, "//", (BOLD, 9, BLACK)))
        else:
            shapes.append(solid_line(ends) if solid else target_line(ends))
    marks = [(area.x(n), area.y(v)) for n, v in enumerate(values) if v is not None]
    return shapes + [round_mark(x, y) if solid else square_mark(x, y) for x, y in marks]


def _trend_figures(area: Area, points: Sequence[TrendPoint], width: float) -> list[list[String]]:
    """Figures of realisasi and target for each year, each where no line, mark or other figure strikes it."""
    room = Room(_stretches(area, points), width, _marks(area, points))
    placed: list[list[String]] = []
    for number, point in enumerate(points):
        placed.append([])
        for said in _wanted(point, above=_stands_above(points, number)):
            words = _freest((area.x(number), area.y(said[1])), said, room)
            placed[-1].append(words)
            room.taken.append(_box(words))
    return placed


_Words = tuple[str, Decimal, tuple[str, float, Color], bool]


def _wanted(point: TrendPoint, *, above: bool) -> list[_Words]:
    """Words of a year, their place and whether they stand above it at best; equal values say so once."""
    words: list[_Words] = []
    if point.actual is not None:
        words.append((point.actual_figure, point.actual, (BOLD, 8.5, ACCENT), above))
    if point.target is not None and point.target == point.actual:
        words.append(("= target", point.target, (REGULAR, 7, HEAD_GREY), not above))
    elif point.target is not None:
        below = above and point.actual is not None
        words.append((point.target_figure, point.target, (REGULAR, 7.5, HEAD_GREY), not below))
    return words


_ABOVE, _BELOW, _FAR_ABOVE, _FAR_BELOW = 5.0, -11.5, 14.0, -20.5
_ASIDE: Final = 9.0


def _freest(mark: tuple[float, float], said: _Words, room: Room) -> String:
    """The words near their mark where least strikes them; of equal places the first, which is over or under it."""
    text, _, type_, above = said
    beside = stringWidth(text, type_[0], type_[1]) / 2 + 5
    heights = (_ABOVE, _BELOW, _FAR_ABOVE, _FAR_BELOW) if above else (_BELOW, _ABOVE, _FAR_BELOW, _FAR_ABOVE)
    places = [
        centred(mark[0] + aside, mark[1] + up, text, type_)
        for up in heights
        for aside in (0.0, _ASIDE, -_ASIDE, beside, -beside)
    ]
    return min(places, key=lambda words: room.fault(_box(words)))


def _box(words: String) -> Box:
    """The words with the air that a stroke beside them needs."""
    half = stringWidth(words.text, words.fontName, words.fontSize) / 2 + 1
    return Box(words.x - half, words.y - 0.2 * words.fontSize, words.x + half, words.y + 0.85 * words.fontSize)


def _marks(area: Area, points: Sequence[TrendPoint]) -> list[Box]:
    values = [(n, v) for n, p in enumerate(points) for v in (p.actual, p.target) if v is not None]
    spots = [(area.x(n), area.y(v)) for n, v in values]
    return [Box(x - 3, y - 3, x + 3, y + 3, is_mark=True) for x, y in spots]


def _stretches(area: Area, points: Sequence[TrendPoint]) -> list[Stretch]:
    """Every piece of a line that is drawn."""
    return [
        (area.x(n - 1), area.y(before), area.x(n), area.y(value))
        for values in ([p.actual for p in points], [p.target for p in points])
        for n, (before, value) in enumerate(pairwise(values), start=1)
        if before is not None and value is not None and not points[n].broken
    ]


def _stands_above(points: Sequence[TrendPoint], number: int) -> bool:
    """Whether a figure stands above its mark: over its target, or where no line comes down to it."""
    point = points[number]
    if point.actual is None:
        return True
    if point.target is not None:
        return point.actual >= point.target
    beside = [points[n].actual for n in (number - 1, number + 1) if 0 <= n < len(points)]
    return all(value is None or value <= point.actual for value in beside)


def _trend_legend(width: float, words: tuple[str, str]) -> list[Shape]:
    y, left, right = 5.0, width / 2 - 26 * mm, width / 2 + 4 * mm
    actual = [
        solid_line([left, y, left + 8 * mm, y]),
        round_mark(left + 4 * mm, y),
        String(left + 9.5 * mm, y - 2.6, words[0], fontName=REGULAR, fontSize=8, fillColor=BLACK),
    ]
    if not words[1]:
        return actual
    return [
        *actual,
        target_line([right, y, right + 8 * mm, y]),
        square_mark(right + 4 * mm, y),
        String(right + 9.5 * mm, y - 2.6, words[1], fontName=REGULAR, fontSize=8, fillColor=BLACK),
    ]
