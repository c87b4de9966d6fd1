"""Charts as vector drawings: bars of capaian, a trend against its target, bars of the quarters.

Pure functions of plain values, so that paper and screen show the same drawing (``to_svg``). Figures arrive with
their printed words; full and hatched bars tell target reached and not, colour alone tells nothing. To add a
chart: a frozen value and a function that returns a ``Drawing``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Circle, Drawing, Group, Line, PolyLine, Rect, Shape, String
from reportlab.lib.colors import Color
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth

from kinerja_desktop.documents.fonts import BOLD, ITALIC, REGULAR
from kinerja_desktop.documents.style import ACCENT, BLACK, CHART_GRID, HEAD_GREY, WHITE, mm
from kinerja_desktop.documents.text import printable
from kinerja_desktop.domain.numerals import format_angka

REACHED_WORDS: Final = ("target tercapai", "di bawah target", "100%")
MEAN_WORDS: Final = ("100 atau lebih", "di bawah 100", "100%")
MAX_ROWS: Final = 12
"""More bars than this make a second chart, not smaller type."""
PAIR: Final = (81 * mm, 52 * mm)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, its length (None: nothing to draw), the figure beside it, full or hatched."""

    label: str
    value: Decimal | None
    figure: str
    reached: bool


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


@dataclass(frozen=True, slots=True)
class QuarterBar:
    """One quarter: its value and the target or limit of that quarter."""

    label: str
    value: Decimal | None
    figure: str
    target: Decimal | None
    reached: bool


def to_svg(drawing: Drawing) -> str:
    """The same drawing for the screen."""
    return str(renderSVG.drawToString(drawing))


# --- horizontal bars ---------------------------------------------------------------------------


def bar_chart(
    bars: Sequence[Bar], *, words: tuple[str, str, str] = REACHED_WORDS, width: float = 165 * mm, label: float = 64 * mm
) -> Drawing:
    """Capaian in per cent, one bar a row, from 0, with the line at 100."""
    row = (9.3 if len(bars) <= 5 else 8.5 if len(bars) <= 8 else 7.5) * mm
    foot, head = 12 * mm, 2 * mm
    drawing = Drawing(width, foot + head + row * len(bars))
    axis = _Axis(label, width - label - 20 * mm, _axis_top(bars), foot, drawing.height - head)
    _add(drawing, _bar_grid(axis))
    for number, bar in enumerate(bars):
        middle = drawing.height - head - row * (number + 0.5)
        _add(drawing, _label_lines(bar.label, label - 3 * mm, middle))
        _add(drawing, _bar_row(axis, bar, middle, row * 0.6))
    _add(drawing, _reference(axis, bars, row))
    _add(drawing, [Line(axis.left, foot, axis.left, axis.top, strokeColor=BLACK, strokeWidth=1.4)])
    _add(drawing, _bar_legend(axis, words))
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
    return range(0, axis.end + 1, step)


def _bar_grid(axis: _Axis) -> list[Shape]:
    shapes: list[Shape] = []
    for value in _axis_steps(axis):
        x = axis.x(value)
        if value:
            shapes.append(Line(x, axis.foot, x, axis.top, strokeColor=CHART_GRID, strokeWidth=0.3))
        font, colour = (BOLD, BLACK) if value == 100 else (REGULAR, HEAD_GREY)
        shapes.append(_centred(x, axis.foot - 9.5, str(value), font, 7.5, colour))
    return shapes


def _label_lines(text: str, right: float, middle: float) -> list[Shape]:
    lines = simpleSplit(printable(text), REGULAR, 8, right)[:2]
    first = middle + (len(lines) - 1) * 4.6 - 2.8
    return [
        String(right, first - 9.2 * n, line, fontName=REGULAR, fontSize=8, textAnchor="end", fillColor=BLACK)
        for n, line in enumerate(lines)
    ]


def _bar_row(axis: _Axis, bar: Bar, middle: float, thick: float) -> list[Shape]:
    value = max(0.0, float(bar.value)) if bar.value is not None else 0.0
    end = axis.x(value)
    shapes: list[Shape] = []
    if value > 0:
        shapes = _bar_shapes(axis.left, middle - thick / 2, end - axis.left, thick, reached=bar.reached)
    outside = max(end, axis.x(100)) + 5
    return [*shapes, String(outside, middle - 3, bar.figure, fontName=BOLD, fontSize=8.5, fillColor=BLACK)]


def _reference(axis: _Axis, bars: Sequence[Bar], row: float) -> list[Shape]:
    """The dashed line at 100, white where it crosses a full bar."""
    x = axis.x(100)
    shapes: list[Shape] = [_dashed(x, axis.foot, x, axis.top + 1.5 * mm, BLACK)]
    for number, bar in enumerate(bars):
        if bar.reached and bar.value is not None and bar.value > 101:
            middle = axis.top - row * (number + 0.5)
            shapes.append(Line(x, middle - row * 0.3, x, middle + row * 0.3, strokeColor=ACCENT, strokeWidth=1.3))
            shapes.append(_dashed(x, middle - row * 0.3, x, middle + row * 0.3, WHITE))
    return shapes


def _bar_legend(axis: _Axis, words: tuple[str, str, str]) -> list[Shape]:
    y, third = 1.0, axis.length * 0.45
    shapes: list[Shape] = []
    for number, reached in enumerate((True, False)):
        x = axis.left + number * third
        shapes += _bar_shapes(x, y, 6.2 * mm, 3.1 * mm, reached=reached)
        shapes.append(String(x + 7.6 * mm, y + 1.8, words[number], fontName=REGULAR, fontSize=8, fillColor=BLACK))
    x = axis.left + 2 * third
    shapes.append(_dashed(x, y + 4.4, x + 6.2 * mm, y + 4.4, BLACK))
    shapes.append(String(x + 7.6 * mm, y + 1.8, words[2], fontName=REGULAR, fontSize=8, fillColor=BLACK))
    return shapes


# --- trend -------------------------------------------------------------------------------------


def trend_chart(
    title: str, points: Sequence[TrendPoint], *, lower_is_better: bool = False, size: tuple[float, float] = PAIR
) -> Drawing:
    """Realisasi over the years against target; the axis may begin above zero and then says so."""
    drawing = Drawing(*size)
    scale = _Scale.of([v for p in points for v in (p.actual, p.target) if v is not None])
    remarks = ["makin rendah makin baik"] if lower_is_better else []
    remarks += ["sumbu tegak tidak dari nol"] if scale.low > 0 else []
    _add(drawing, _chart_title(title, "; ".join(remarks), size))
    area = _Area(3 * mm, 12 * mm, size[0] - 6 * mm, size[1] - 25 * mm, len(points), scale)
    _add(drawing, _level_lines(area))
    _add(drawing, _trend_line(area, [p.target for p in points], points, solid=False))
    _add(drawing, _trend_line(area, [p.actual for p in points], points, solid=True))
    for number, point in enumerate(points):
        _add(drawing, _trend_figures(area, number, point))
        _add(drawing, [_centred(area.x(number), area.foot - 9.5, point.label, REGULAR, 7.5, BLACK)])
    _add(drawing, _trend_legend(size[0]))
    return drawing


@dataclass(frozen=True, slots=True)
class _Scale:
    low: float
    high: float

    @classmethod
    def of(cls, values: Sequence[Decimal]) -> "_Scale":
        """From zero where values come near it, else from below the lowest."""
        if not values:
            return cls(0.0, 1.0)
        low, high = float(min(values)), float(max(values))
        spread = high - low or max(abs(high), 1.0) * 0.5
        near_zero = low <= spread * 0.6 and low >= 0
        return cls(0.0 if near_zero else low - spread * 0.35, high + spread * 0.22)


@dataclass(frozen=True, slots=True)
class _Area:
    left: float
    foot: float
    width: float
    height: float
    count: int
    scale: _Scale

    def x(self, number: int) -> float:
        return self.left + self.width * (number + 0.5) / self.count

    def y(self, value: Decimal | float) -> float:
        share = (float(value) - self.scale.low) / (self.scale.high - self.scale.low)
        return self.foot + self.height * share


def _chart_title(title: str, subtitle: str, size: tuple[float, float]) -> list[Shape]:
    lines = simpleSplit(printable(title), BOLD, 8.5, size[0] - 2)
    middle, top = size[0] / 2, size[1] - 8
    shapes: list[Shape] = [_centred(middle, top, lines[0] if lines else "", BOLD, 8.5, BLACK)]
    return [*shapes, _centred(middle, top - 9.5, subtitle, ITALIC, 7.5, HEAD_GREY)] if subtitle else shapes


def _level_lines(area: _Area) -> list[Shape]:
    right = area.left + area.width
    lines: list[Shape] = [
        Line(area.left, y, right, y, strokeColor=CHART_GRID, strokeWidth=0.3)
        for y in (area.foot + area.height * n / 3 for n in (1, 2, 3))
    ]
    return [*lines, Line(area.left, area.foot, right, area.foot, strokeColor=BLACK, strokeWidth=1.2)]


def _trend_line(
    area: _Area, values: Sequence[Decimal | None], points: Sequence[TrendPoint], *, solid: bool
) -> list[Shape]:
    """Stretches between years that have a value; a changed definition breaks the line with "//"."""
    shapes: list[Shape] = []
    for number in range(1, len(values)):
        before, value = values[number - 1], values[number]
        if before is None or value is None:
            continue
        ends = [area.x(number - 1), area.y(before), area.x(number), area.y(value)]
        if points[number].broken:
            shapes.append(_centred((ends[0] + ends[2]) / 2, (ends[1] + ends[3]) / 2 - 3, "//", BOLD, 9, BLACK))
        else:
            shapes.append(_solid_line(ends) if solid else _target_line(ends))
    marks = [(area.x(n), area.y(v)) for n, v in enumerate(values) if v is not None]
    return shapes + [_round_mark(x, y) if solid else _square_mark(x, y) for x, y in marks]


def _trend_figures(area: _Area, number: int, point: TrendPoint) -> list[Shape]:
    """Figure of realisasi and target, one above and one below their marks; equal values say so once."""
    x = area.x(number)
    shapes: list[Shape] = []
    above = point.target is None or point.actual is None or point.actual >= point.target
    if point.actual is not None:
        y = area.y(point.actual) + (5 if above else -11.5)
        shapes.append(_centred(x, y, point.actual_figure, BOLD, 8.5, ACCENT))
    if point.target is not None and point.target == point.actual:
        shapes.append(_centred(x, area.y(point.target) - 11.5, "= target", REGULAR, 7, HEAD_GREY))
    elif point.target is not None:
        y = area.y(point.target) + (-11.5 if above and point.actual is not None else 5)
        shapes.append(_centred(x, y, point.target_figure, REGULAR, 7.5, HEAD_GREY))
    return shapes


def _trend_legend(width: float) -> list[Shape]:
    y, left, right = 5.0, width / 2 - 26 * mm, width / 2 + 4 * mm
    return [
        _solid_line([left, y, left + 8 * mm, y]),
        _round_mark(left + 4 * mm, y),
        String(left + 9.5 * mm, y - 2.6, "Realisasi", fontName=REGULAR, fontSize=8, fillColor=BLACK),
        _target_line([right, y, right + 8 * mm, y]),
        _square_mark(right + 4 * mm, y),
        String(right + 9.5 * mm, y - 2.6, "Target", fontName=REGULAR, fontSize=8, fillColor=BLACK),
    ]


# --- quarters ----------------------------------------------------------------------------------


def quarter_chart(
    title: str,
    subtitle: str,
    bars: Sequence[QuarterBar],
    *,
    lower_is_better: bool = False,
    size: tuple[float, float] = PAIR,
) -> Drawing:
    """One bar a quarter, from zero, with a dashed mark at that quarter's target or limit."""
    drawing = Drawing(*size)
    _add(drawing, _chart_title(title, subtitle, size))
    values = [v for bar in bars for v in (bar.value, bar.target) if v is not None]
    step = _round_step(float(max(values, default=Decimal(1))))
    count = max(2, int(float(max(values, default=Decimal(1))) / step) + 1)
    area = _Area(9 * mm, 12 * mm, size[0] - 12 * mm, size[1] - 26 * mm, len(bars), _Scale(0.0, step * count))
    _add(drawing, _step_lines(area, step, count))
    for number, bar in enumerate(bars):
        _add(drawing, _quarter(area, number, bar))
    _add(drawing, _quarter_legend(size[0], lower_is_better=lower_is_better))
    return drawing


def _round_step(highest: float) -> float:
    """A round distance between level lines, so that about five of them stand below the highest value."""
    magnitude = 1.0
    while magnitude * 10 <= highest / 5:
        magnitude *= 10
    while magnitude > highest / 5 and magnitude > 1e-6:
        magnitude /= 10
    return next(m * magnitude for m in (1, 2, 5, 10) if highest / (m * magnitude) <= 5.001)


def _step_lines(area: _Area, step: float, count: int) -> list[Shape]:
    right = area.left + area.width
    shapes: list[Shape] = []
    for number in range(count + 1):
        y = area.y(step * number)
        line = (BLACK, 1.2) if number == 0 else (CHART_GRID, 0.3)
        shapes.append(Line(area.left, y, right, y, strokeColor=line[0], strokeWidth=line[1]))
        label = format_angka(Decimal(str(round(step * number, 6))).normalize())
        shapes.append(
            String(area.left - 5, y - 2.6, label, fontName=REGULAR, fontSize=7.5, textAnchor="end", fillColor=HEAD_GREY)
        )
    return shapes


def _quarter(area: _Area, number: int, bar: QuarterBar) -> list[Shape]:
    x, half = area.x(number), area.width / area.count * 0.26
    shapes: list[Shape] = [_centred(x, area.foot - 9.5, bar.label, REGULAR, 7.5, BLACK)]
    top = area.foot
    if bar.value is not None:
        top = area.y(max(bar.value, Decimal(0)))
        if bar.value > 0:
            shapes += _bar_shapes(x - half, area.foot, 2 * half, top - area.foot, reached=bar.reached)
    if bar.target is not None:
        y = area.y(bar.target)
        shapes.append(_dashed(x - half * 1.7, y, x + half * 1.7, y, BLACK))
        top = y if top < y < top + 12 else top
    return [*shapes, _centred(x, top + 3.5, bar.figure, BOLD, 8.5, BLACK)]


def _quarter_legend(width: float, *, lower_is_better: bool) -> list[Shape]:
    words = ("dalam batas", "melewati", "batas TW") if lower_is_better else ("tercapai", "di bawah", "target TW")
    y, shapes = 1.5, list[Shape]()
    left, key = width / 2 - 33 * mm, 5.6 * mm
    for number, word in enumerate(words):
        if number < 2:
            shapes += _bar_shapes(left, y, key, 2.8 * mm, reached=number == 0)
        else:
            shapes.append(_dashed(left, y + 4, left + key, y + 4, BLACK))
        shapes.append(String(left + key + 3.5, y + 1.4, word, fontName=REGULAR, fontSize=8, fillColor=BLACK))
        left += key + 11 + stringWidth(word, REGULAR, 8)
    return shapes


# --- strokes -----------------------------------------------------------------------------------


def _bar_shapes(x: float, y: float, width: float, height: float, *, reached: bool) -> list[Shape]:
    """A full bar where the target is reached, else white with hatching at 45 degrees."""
    if reached:
        return [Rect(x, y, width, height, fillColor=ACCENT, strokeColor=ACCENT, strokeWidth=0.5)]
    outline = Rect(x, y, width, height, fillColor=WHITE, strokeColor=ACCENT, strokeWidth=0.8)
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


def _dashed(x1: float, y1: float, x2: float, y2: float, colour: Color) -> Line:
    return Line(x1, y1, x2, y2, strokeColor=colour, strokeWidth=1.1, strokeDashArray=[3.4, 2.2])


def _solid_line(ends: list[float]) -> PolyLine:
    return PolyLine(ends, strokeColor=ACCENT, strokeWidth=2)


def _target_line(ends: list[float]) -> PolyLine:
    return PolyLine(ends, strokeColor=HEAD_GREY, strokeWidth=1.1, strokeDashArray=[3.4, 2.2])


def _round_mark(x: float, y: float) -> Circle:
    return Circle(x, y, 2.7, fillColor=ACCENT, strokeColor=WHITE, strokeWidth=0.6)


def _square_mark(x: float, y: float) -> Rect:
    return Rect(x - 2.3, y - 2.3, 4.6, 4.6, fillColor=WHITE, strokeColor=HEAD_GREY, strokeWidth=1)


def _centred(x: float, y: float, text: str, font: str, size: float, colour: Color) -> String:
    return String(x, y, printable(text), fontName=font, fontSize=size, textAnchor="middle", fillColor=colour)


def _add(drawing: Drawing, shapes: Sequence[Shape]) -> None:
    drawing.add(Group(*shapes))
