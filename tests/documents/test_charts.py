"""Charts: lengths that tell the truth, legends in the right words, nothing told by colour alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from PIL import Image
from reportlab.graphics.shapes import Drawing, Group, Line, PolyLine, Rect, String
from reportlab.pdfbase.pdfmetrics import stringWidth

from kinerja_desktop.documents.charts import places, to_svg
from kinerja_desktop.documents.charts.bars import MAX_ROWS, MEAN_WORDS, Bar, bar_chart
from kinerja_desktop.documents.charts.quarters import QuarterBar, quarter_chart
from kinerja_desktop.documents.charts.raster import DPI, png
from kinerja_desktop.documents.charts.room import Box
from kinerja_desktop.documents.charts.trend import TrendPoint, trend_chart
from kinerja_desktop.documents.pictures import bar_figures, in_one, trend_charts
from kinerja_desktop.documents.style import ACCENT, CHART_GRID, WHITE, mm, portrait
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.laporan import Angka, Batang, TitikTahun
from tests.documents.samples import SASARAN_I

BARS = (
    Bar("Layanan tepat waktu", Decimal("99.11"), "99,11", reached=False),
    Bar("Gangguan ketenteraman", Decimal("116.67"), "116,67", reached=True),
)
YEARS = (
    TrendPoint("2022", Decimal(16), "16", Decimal(15), "15"),
    TrendPoint("2023", Decimal(15), "15", Decimal(14), "14"),
    TrendPoint("2024", Decimal(13), "13", Decimal(13), "13"),
    TrendPoint("2025", Decimal(10), "10", Decimal(12), "12"),
)


def shapes(drawing: Drawing) -> Iterator[object]:
    """Every shape of a drawing."""
    for child in drawing.contents:
        yield from child.contents if isinstance(child, Group) else [child]


def words(drawing: Drawing) -> list[str]:
    return [shape.text for shape in shapes(drawing) if isinstance(shape, String)]


def rects(drawing: Drawing, fill: object) -> list[Rect]:
    return [shape for shape in shapes(drawing) if isinstance(shape, Rect) and shape.fillColor == fill]


def test_legend_says_what_full_and_hatched_mean() -> None:
    assert words(bar_chart(BARS))[-3:] == ["target tercapai", "di bawah target", "100%"]
    assert words(bar_chart(BARS, words=MEAN_WORDS))[-3:] == ["100 atau lebih", "di bawah 100", "100%"]


def test_bars_begin_at_zero_and_are_as_long_as_their_value() -> None:
    drawing = bar_chart(BARS)
    hatched, full = rects(drawing, WHITE)[0], rects(drawing, ACCENT)[0]
    assert hatched.x == full.x
    assert hatched.width / full.width == pytest.approx(99.11 / 116.67)


def test_a_higher_row_tells_a_longer_name() -> None:
    name = Bar("Koordinasi Ketenteraman dan Ketertiban Umum", Decimal(90), "90,00", reached=True)
    told = [" ".join(words(bar_chart([name], label=33 * mm, more=more))) for more in (0.0, 3 * mm)]
    assert "\N{HORIZONTAL ELLIPSIS}" in told[0]
    assert name.label in told[1]


def test_bar_below_target_is_hatched() -> None:
    hatching = [s for s in shapes(bar_chart(BARS[:1])) if isinstance(s, Line) and s.strokeWidth == 0.45]
    assert len(hatching) > 20


def test_figures_stand_outside_the_bars_and_beyond_the_line_at_100() -> None:
    drawing = bar_chart(BARS)
    ends = [rect.x + rect.width for rect in (rects(drawing, WHITE)[0], rects(drawing, ACCENT)[0])]
    places = [shape.x for shape in shapes(drawing) if isinstance(shape, String) and "," in shape.text]
    assert all(place > end for place, end in zip(places, ends, strict=True))


@pytest.mark.parametrize("value", ["0", "0.01", "250", "1234.5", "99999"])
def test_axis_reaches_beyond_the_longest_bar(value: str) -> None:
    drawing = bar_chart([Bar("A", Decimal(value), value, reached=True)])
    assert all(rect.x + rect.width <= drawing.width for rect in rects(drawing, ACCENT))
    axis = [int(word) for word in words(drawing) if word.isdigit()]
    assert 100 in axis or max(axis) > 400


def test_missing_value_draws_no_bar() -> None:
    drawing = bar_chart([Bar("A", None, "-", reached=False)])
    assert len([r for r in rects(drawing, WHITE) if r.strokeColor is not None]) == 1  # the legend's


def test_more_than_twelve_rows_make_a_second_figure() -> None:
    bars = [Batang(f"Indikator {number}", Decimal(90), tercapai=False) for number in range(MAX_ROWS + 1)]
    figures = bar_figures("Gambar 1. Capaian", bars, portrait(Kertas.F4))
    assert len(figures) == 2


def test_trend_says_when_its_axis_does_not_begin_at_zero() -> None:
    drawing = trend_chart("Gangguan (kejadian)", YEARS, lower_is_better=True)
    assert "makin rendah makin baik; sumbu tegak tidak dari nol" in words(drawing)
    near_zero = [TrendPoint("2024", Decimal(1), "1", None, "-"), TrendPoint("2025", Decimal(9), "9", None, "-")]
    assert not [word for word in words(trend_chart("A", near_zero)) if "sumbu" in word]


def test_every_point_carries_its_figure_and_equal_values_say_so_once() -> None:
    printed = words(trend_chart("Gangguan", YEARS))
    assert {"16", "15", "14", "13", "12", "10", "= target"} <= set(printed)
    assert printed.count("13") == 1


CROWDED = (
    ((88, 85), (90, 87), (92, 90), (93, 94)),
    ((60, 80), (95, 82), (70, 85), (99, 90)),
    ((82, 82), (84, 84), (80, 86), (90, 88)),
    ((70, 70), (60, 65), (66, 64), (63, 63)),
    ((90, 80), (85, 81), (84, 83), (83, 84), (90, 85)),
    ((98, 100), (99, 100), (97, 100), (100, 100)),
    ((4, 5), (5, 5), (4, 5)),
    ((80, 90), (20, 90)),
)


@pytest.mark.parametrize("values", CROWDED)
def test_no_line_and_no_other_figure_strikes_a_figure_of_the_trend(values: tuple[tuple[int, int], ...]) -> None:
    years = [TrendPoint(str(n), Decimal(a), f"{a}0,00", Decimal(t), f"{t}0,00") for n, (a, t) in enumerate(values)]
    drawn = list(shapes(trend_chart("A", years)))
    told = [_room_of(one) for one in drawn if isinstance(one, String) and (",00" in one.text or "=" in one.text)]
    lines = [(p[0], p[1], p[2], p[3]) for one in drawn if isinstance(one, PolyLine) for p in [one.points]]

    assert [box for box in told if any(box.is_struck(line) for line in lines)] == []
    assert [box for box in told if any(box.meets(other) for other in told if other is not box)] == []
    assert all(box.left >= 0 for box in told)


def _room_of(words: String) -> Box:
    """As tight as the figures are."""
    half = stringWidth(words.text, words.fontName, words.fontSize) / 2
    return Box(words.x - half, words.y, words.x + half, words.y + 0.7 * words.fontSize)


@pytest.mark.parametrize(
    ("years", "quarters", "drawn"),
    [
        ((60,), (), False),
        ((None, 60), (), False),
        ((60, None, 60), (), True),
        ((60,), (15, None, None, None), True),
        ((0, 0), (), False),
    ],
)
def test_one_point_is_no_chart(years: Sequence[int | None], quarters: Sequence[int | None], drawn: bool) -> None:
    points = [TitikTahun(2024 + n, Angka(None), figure(year), Angka(None)) for n, year in enumerate(years)]
    trend = replace(SASARAN_I.tren[0], tahun=tuple(points), triwulan=tuple(map(figure, quarters)))
    assert trend.bergrafik is drawn


def test_a_year_without_another_leaves_its_place_to_the_quarters() -> None:
    points = tuple(TitikTahun(2026 + n, figure(80 + n), Angka(None), Angka(None)) for n in range(2))
    quarters = tuple(map(figure, (15, None, None, None)))
    trend = replace(SASARAN_I.tren[0], tahun=points[:1], triwulan=quarters, target_triwulan=quarters)
    sheet = portrait(Kertas.F4)
    (alone,) = trend_charts(trend, sheet)
    assert alone.width == pytest.approx(sheet.text_width * mm)
    assert "tercapai" in words(alone)
    assert len(trend_charts(replace(trend, tahun=points), sheet)) == 2


def figure(value: int | None) -> Angka:
    return Angka(None if value is None else Decimal(value))


def test_year_without_data_leaves_a_gap() -> None:
    whole = trend_chart("A", YEARS)
    gap = trend_chart("A", [*YEARS[:1], TrendPoint("2023", None, "n/a", Decimal(14), "14"), *YEARS[2:]])
    assert to_svg(gap).count("polyline") == to_svg(whole).count("polyline") - 2


def test_changed_definition_breaks_the_line() -> None:
    changed = TrendPoint("2023", Decimal(15), "15", Decimal(14), "14", broken=True)
    assert "//" in words(trend_chart("A", [YEARS[0], changed]))


def test_quarters_name_limit_or_target() -> None:
    bars = [
        QuarterBar("TW I", Decimal(2), "2", Decimal(3), reached=True),
        QuarterBar("TW II", None, "n/a", None, reached=True),
    ]
    assert words(quarter_chart("Realisasi", "", bars, lower_is_better=True))[-3:] == [
        "dalam batas",
        "melewati",
        "batas TW",
    ]
    assert words(quarter_chart("Realisasi", "", bars))[-3:] == ["tercapai", "di bawah", "target TW"]


@pytest.mark.parametrize("high", ["0", "0.3", "1", "5", "44", "100", "83215", "1e12"])
def test_level_lines_are_few_and_round(high: str) -> None:
    drawing = quarter_chart("A", "", [QuarterBar("TW I", Decimal(high), high, None, reached=True)])
    levels = [shape for shape in shapes(drawing) if isinstance(shape, Line) and shape.x2 - shape.x1 > 150]
    assert 3 <= len(levels) <= 8


def test_counted_things_have_no_level_between_two_of_them() -> None:
    bars = [QuarterBar(f"TW {n}", Decimal(n), str(n), Decimal(1), reached=True) for n in (0, 1)]
    drawing = quarter_chart("Rapat (kali)", "", bars)
    assert {"0", "1", "2"} <= set(words(drawing))
    assert not [word for word in words(drawing) if "," in word]


def test_screen_gets_the_same_drawing_as_vectors() -> None:
    svg = to_svg(bar_chart(BARS))
    assert svg.startswith("<?xml")
    assert "116,67" in svg


# --- as pictures -----------------------------------------------------------------------------------


def test_a_picture_has_the_size_of_its_drawing_and_the_same_bytes_again() -> None:
    drawing = trend_chart("Kejadian", YEARS)
    made = Image.open(BytesIO(png(drawing)))
    assert abs(made.width - drawing.width * DPI / 72) <= 1
    assert png(drawing) == png(drawing)


def test_a_picture_shows_full_bars_and_hatched_ones() -> None:
    drawing = bar_chart(BARS)
    made = Image.open(BytesIO(png(drawing))).convert("L")
    scale = DPI / 72
    full, hatched = (
        made.crop(_box(bar, drawing.height, scale)) for bar in (rects(drawing, ACCENT)[0], rects(drawing, WHITE)[0])
    )
    darkness = [255 - sum(part.tobytes()) / (part.width * part.height) for part in (full, hatched)]
    assert darkness[0] > 150
    assert 10 < darkness[1] < darkness[0] * 0.7


def _box(bar: Rect, height: float, scale: float) -> tuple[float, float, float, float]:
    """The inner part of a bar left of the line at 100, as a picture counts it: from the top."""
    inner = (bar.x + 2, height - bar.y - bar.height + 2, bar.x + bar.width * 0.5, height - bar.y - 2)
    left, top, right, foot = (value * scale for value in inner)
    return left, top, right, foot


def test_each_number_of_a_chart_has_its_place() -> None:
    bars, years = places(bar_chart(BARS)), places(trend_chart("Gangguan", YEARS))
    assert list(bars) == ["0", "1"]
    assert list(years) == [point.label for point in YEARS]
    (_, first, _, high), (_, second, _, _) = bars.values()
    assert first + high <= second, "the second bar stands below the first"
    lefts = [left for left, _, _, _ in years.values()]
    assert lefts == sorted(lefts)


QUARTERS = tuple(QuarterBar(f"TW {n}", Decimal(n), str(n), Decimal(2), reached=n > 1) for n in range(1, 5))


def test_places_follow_drawings_that_are_put_beside_each_other() -> None:
    sheet = portrait(Kertas.A4)
    one, other = trend_chart("Gangguan", YEARS), quarter_chart("Triwulan", "", QUARTERS)
    both = places(in_one([one, other], sheet))
    assert list(both) == [*places(one), *places(other)]
    assert max(left for left, *_ in (both[p.label] for p in YEARS)) < min(both[b.label][0] for b in QUARTERS)


QUARTERS = (QuarterBar("TW I", Decimal(43), "43", Decimal(50), reached=False),)


@pytest.mark.parametrize(
    ("drawing", "figures"),
    [
        (bar_chart(BARS), ("99,11", "116,67")),
        (trend_chart("Uji", YEARS), ("16", "15", "10", "12")),
        (quarter_chart("Uji", "", QUARTERS), ("43",)),
    ],
)
def test_no_line_of_the_grid_strikes_a_figure(drawing: Drawing, figures: tuple[str, ...]) -> None:
    drawn = list(shapes(drawing))
    grid = max(n for n, s in enumerate(drawn) if isinstance(s, Line) and s.strokeColor == CHART_GRID)
    white = [(n, s) for n, s in enumerate(drawn) if isinstance(s, Rect) and s.fillColor == WHITE]
    for figure in figures:
        place, words = next((n, s) for n, s in enumerate(drawn) if isinstance(s, String) and s.text == figure)
        assert any(grid < n < place and r.y < words.y and r.x < words.x < r.x + r.width for n, r in white), figure
