"""One bar a quarter with the mark of its target or limit."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportlab.graphics.shapes import Drawing, Line, Shape, String
from reportlab.pdfbase.pdfmetrics import stringWidth

from kinerja_desktop.documents.charts.strokes import (
    PAIR,
    Area,
    Scale,
    add_shapes,
    bar_shapes,
    centred,
    chart_title,
    dashed,
    ground,
)
from kinerja_desktop.documents.fonts import BOLD, REGULAR
from kinerja_desktop.documents.style import BLACK, CHART_GRID, HEAD_GREY, mm
from kinerja_desktop.domain.numerals import format_angka


@dataclass(frozen=True, slots=True)
class QuarterBar:
    """One quarter: its value and the target or limit of that quarter."""

    label: str
    value: Decimal | None
    figure: str
    target: Decimal | None
    reached: bool


def quarter_chart(
    title: str,
    subtitle: str,
    bars: Sequence[QuarterBar],
    *,
    lower_is_better: bool = False,
    size: tuple[float, float] = PAIR,
) -> Drawing:
    """One bar a quarter, from zero, with a dashed mark at that quarter's target or limit; its key is the label."""
    drawing = Drawing(*size)
    add_shapes(drawing, chart_title(title, subtitle, size))
    values = [v for bar in bars for v in (bar.value, bar.target) if v is not None]
    highest = float(max(values, default=Decimal(1)))
    whole = all(value == value.to_integral_value() for value in values)
    step = max(_round_step(highest), 1.0 if whole else 0.0)
    count = max(2, int(highest / step) + 1)
    area = Area(9 * mm, 12 * mm, size[0] - 12 * mm, size[1] - 26 * mm, len(bars), Scale(0.0, step * count))
    add_shapes(drawing, _step_lines(area, step, count))
    for number, bar in enumerate(bars):
        add_shapes(drawing, _quarter(area, number, bar), bar.label)
    add_shapes(drawing, _quarter_legend(size[0], lower_is_better=lower_is_better))
    return drawing


def _round_step(highest: float) -> float:
    """A round distance between level lines, so that about five of them stand below the highest value."""
    magnitude = 1.0
    while magnitude * 10 <= highest / 5:
        magnitude *= 10
    while magnitude > highest / 5 and magnitude > 1e-6:
        magnitude /= 10
    return next(m * magnitude for m in (1, 2, 5, 10) if highest / (m * magnitude) <= 5.001)


def _step_lines(area: Area, step: float, count: int) -> list[Shape]:
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


def _quarter(area: Area, number: int, bar: QuarterBar) -> list[Shape]:
    x, half = area.x(number), area.width / area.count * 0.26
    shapes: list[Shape] = [centred(x, area.foot - 9.5, bar.label, (REGULAR, 7.5, BLACK))]
    top = area.foot
    if bar.value is not None:
        top = area.y(max(bar.value, Decimal(0)))
        if bar.value > 0:
            shapes += bar_shapes(x - half, area.foot, 2 * half, top - area.foot, reached=bar.reached)
    if bar.target is not None:
        y = area.y(bar.target)
        shapes.append(dashed(x - half * 1.7, y, x + half * 1.7, y, BLACK))
        top = y if top - 3 < y < top + 12 else top
    if not bar.figure:
        return shapes
    figure = centred(x, top + 3.5, bar.figure, (BOLD, 8.5, BLACK))
    return [*shapes, ground(figure), figure]


def _quarter_legend(width: float, *, lower_is_better: bool) -> list[Shape]:
    words = ("dalam batas", "melewati", "batas TW") if lower_is_better else ("tercapai", "di bawah", "target TW")
    y, shapes = 1.5, list[Shape]()
    left, key = width / 2 - 33 * mm, 5.6 * mm
    for number, word in enumerate(words):
        if number < 2:
            shapes += bar_shapes(left, y, key, 2.8 * mm, reached=number == 0)
        else:
            shapes.append(dashed(left, y + 4, left + key, y + 4, BLACK))
        shapes.append(String(left + key + 3.5, y + 1.4, word, fontName=REGULAR, fontSize=8, fillColor=BLACK))
        left += key + 11 + stringWidth(word, REGULAR, 8)
    return shapes
