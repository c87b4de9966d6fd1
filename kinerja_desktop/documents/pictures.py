"""Charts of report objects: from its bars and trends to drawings and captioned figures.

Between ``charts`` (plain values to drawings) and the papers; Word takes the drawings as pictures. To add a chart to a
paper: one function.
"""

from collections.abc import Sequence
from typing import Final

from reportlab.graphics.shapes import Drawing, Group
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from kinerja_desktop.documents.blocks import CaptionedFigure
from kinerja_desktop.documents.captioned import CONTINUED
from kinerja_desktop.documents.charts.bars import MAX_ROWS, MEAN_WORDS, REACHED_WORDS, Bar, bar_chart
from kinerja_desktop.documents.charts.quarters import QuarterBar, quarter_chart
from kinerja_desktop.documents.charts.strokes import TITLE_SIZE
from kinerja_desktop.documents.charts.trend import TrendPoint, trend_chart
from kinerja_desktop.documents.fonts import BOLD
from kinerja_desktop.documents.style import Sheet, mm
from kinerja_desktop.domain.laporan import Angka, Batang, TitikTahun, TrenIndikator
from kinerja_desktop.domain.numerals import format_angka

_QUARTERS: Final = ("TW I", "TW II", "TW III", "TW IV")
_PAIR_GAP: Final = 3 * mm
_PAIR_HEIGHT: Final = 52 * mm


def bar_figures(caption: str, bars: Sequence[Batang], sheet: Sheet) -> list[Flowable]:
    """Bars of capaian; after twelve rows a second figure goes on."""
    return [CaptionedFigure(words, chart, above=True) for words, chart in captioned_bars(caption, bars, sheet)]


def captioned_bars(caption: str, bars: Sequence[Batang], sheet: Sheet) -> list[tuple[str, Drawing]]:
    """Captions and drawings of the bars. The legend knows means from indikator."""
    words = MEAN_WORDS if any(bar.rata_rata for bar in bars) else REACHED_WORDS
    return [
        (
            caption + (CONTINUED if start else ""),
            bar_chart([_bar(b) for b in bars[start : start + MAX_ROWS]], words=words, width=sheet.text_width * mm),
        )
        for start in range(0, len(bars), MAX_ROWS)
    ]


def _bar(bar: Batang) -> Bar:
    return Bar(bar.label, bar.nilai, "-" if bar.nilai is None else format_angka(bar.nilai, 2), bar.tercapai)


def trend_figure(caption: str, trend: TrenIndikator, sheet: Sheet) -> Flowable:
    """The years against their targets, and this year's quarters beside them where there are any."""
    return CaptionedFigure(caption, *trend_charts(trend, sheet), above=False)


def in_one(drawings: Sequence[Drawing], sheet: Sheet) -> Drawing:
    """Drawings beside each other as one, the last one at the right edge."""
    if len(drawings) == 1:
        return drawings[0]
    width = sheet.text_width * mm
    whole = Drawing(width, max(d.height for d in drawings))
    for drawing, x in zip(drawings, (0.0, width - drawings[-1].width), strict=True):
        whole.add(Group(*drawing.contents, transform=(1, 0, 0, 1, x, 0)))
    return whole


def trend_charts(trend: TrenIndikator, sheet: Sheet) -> list[Drawing]:
    """The drawing of the years where there are two, and that of the quarters."""
    bars = _quarter_bars(trend)
    pair = bool(bars) and trend.bertahun
    size = ((sheet.text_width * mm - _PAIR_GAP) / 2 if pair else sheet.text_width * mm, _PAIR_HEIGHT)
    unit = "" if trend.satuan == "-" else f"({trend.satuan.lower()})"
    drawn = [_years(trend, unit, size)] if trend.bertahun or not bars else []
    if not bars:
        return drawn
    title = (
        f"Realisasi per triwulan {trend.tahun[-1].tahun} {unit}" if trend.tahun else f"Realisasi per triwulan {unit}"
    )
    quarters = quarter_chart(
        title.strip(), trend.keterangan_triwulan, bars, lower_is_better=trend.makin_rendah, size=size
    )
    return [*drawn, quarters]


def _years(trend: TrenIndikator, unit: str, size: tuple[float, float]) -> Drawing:
    points, title = [_point(p) for p in trend.tahun], _title(trend.nama, unit, size[0])
    return trend_chart(title, points, lower_is_better=trend.makin_rendah, size=size)


def _title(nama: str, unit: str, width: float) -> str:
    """The name inside the drawing where it fits on one line; the caption or the table above carries it anyway."""
    full, short = (f"{name} {unit}".strip() for name in (nama, "Realisasi dan target"))
    return full if stringWidth(full, BOLD, TITLE_SIZE) <= width else short


def _point(year: TitikTahun) -> TrendPoint:
    return TrendPoint(
        str(year.tahun),
        year.realisasi.nilai,
        _figure(year.realisasi),
        year.target.nilai,
        _figure(year.target),
        broken=year.putus,
    )


def _quarter_bars(trend: TrenIndikator) -> list[QuarterBar]:
    if not trend.ada_triwulan:
        return []
    return [
        QuarterBar(label, value.nilai, _figure(value), target.nilai, _reached(value, target, lower=trend.makin_rendah))
        for label, value, target in zip(_QUARTERS, trend.triwulan, trend.target_triwulan, strict=False)
    ]


def _reached(value: Angka, target: Angka, *, lower: bool) -> bool:
    if value.nilai is None or target.nilai is None:
        return True
    return value.nilai <= target.nilai if lower else value.nilai >= target.nilai


def _figure(angka: Angka) -> str:
    if angka.teks is not None:
        return angka.teks
    return angka.kosong.value if angka.nilai is None else format_angka(angka.nilai, angka.desimal)
