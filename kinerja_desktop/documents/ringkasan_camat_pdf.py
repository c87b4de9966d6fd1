"""Ringkasan untuk Camat: one page in two columns, words and figures at the left, three charts at the right."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from reportlab.graphics.shapes import Drawing
from reportlab.platypus import Flowable, Paragraph

from kinerja_desktop.documents.blocks import FigureRow, TitleBlock, draw_tick_box, heading
from kinerja_desktop.documents.charts.bars import MEAN_WORDS, Bar, bar_chart
from kinerja_desktop.documents.charts.trend import TrendPoint, trend_chart
from kinerja_desktop.documents.page import FORM, Layout, form_sheet, render_pages
from kinerja_desktop.documents.pdfa import archive_form
from kinerja_desktop.documents.style import cell_style, mm, portrait, text_style
from kinerja_desktop.documents.text import paragraph
from kinerja_desktop.domain.dokumen_rapat import RingkasanCamat
from kinerja_desktop.domain.laporan import Batang
from kinerja_desktop.domain.narasi import ikat
from kinerja_desktop.domain.numerals import format_angka

_COLUMN: Final = 80.0
"""Width of each column in millimetres on the widest sheet; less where both do not fit."""
_BETWEEN: Final = 5.0
_CHART: Final = 52 * mm
_LABEL: Final = 33 * mm
_LEAST_BETWEEN: Final = 5.0
_EASE: Final = 2.0
"""Points by which the columns stay below the page, lest rounding moves them on."""
_FOOT: Final = 8 * mm
_MOST_HIGHER: Final = 3 * mm
"""How much higher than usual the rows of the charts may become."""
_NO_CHART: Final = 8 * mm
"""Below the words that stand for a chart."""
_TICK_ROOM: Final = 5 * mm
_MONEY_WORDS: Final = ("terserap", "", "pagu")
_TREND: Final = "Rata-rata capaian sampai dengan triwulan (%)"
_NO_DATA: Final = "Belum ada nilai yang dapat ditampilkan."


def render(paper: RingkasanCamat) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    sheet = form_sheet(portrait(paper.naskah.kertas), paper.naskah)
    width = min(_COLUMN, (sheet.text_width - _BETWEEN) / 2) * mm
    title = TitleBlock(paper.naskah, [paper.naskah.judul, paper.naskah.instansi.nama], drop=5, numbered=False)
    room = sheet.text_height * mm - title.wrap(sheet.text_width * mm, 1e6)[1] - title.getSpaceAfter() - _EASE
    page = _TwoColumns(_words(paper), _charts(paper, width, room), width, room)
    layout = Layout(first=FORM)
    return archive_form(render_pages(paper.naskah, [title, page], layout), paper.naskah)


def _words(paper: RingkasanCamat) -> list[Flowable]:
    return [
        FigureRow(paper.kotak[:2]),
        FigureRow(paper.kotak[2:]),
        heading("Yang terlambat", "section", level=None),
        *(paragraph(ikat(line), text_style("missing"), bullet="\N{BULLET}") for line in paper.terlambat),
        *_plain(paper.terlambat_lain),
        heading("Yang perlu diputuskan", "section", level=None),
        *(_Ticked(line) for line in paper.putusan),
        *_plain(paper.putusan_lain),
    ]


def _plain(words: str) -> list[Paragraph]:
    return [paragraph(words, cell_style(10, 13))] if words else []


def _charts(paper: RingkasanCamat, width: float, room: float) -> list[Flowable]:
    """The three charts; what the page leaves free makes their rows higher, so that longer names are told whole."""
    bars = len(paper.sasaran) + len(paper.serapan)
    spare = room - _FOOT - _stack_height(_charts_of(paper, width), width)
    return _charts_of(paper, width, min(max(0.0, spare) / bars, _MOST_HIGHER) if bars else 0.0)


def _charts_of(paper: RingkasanCamat, width: float, more: float = 0.0) -> list[Flowable]:
    points = [TrendPoint(p.label, p.rata_rata.nilai, _written(p.rata_rata.nilai), None, "") for p in paper.tren]
    trend = trend_chart(_TREND, points, size=(width, _CHART), words=("Rata-rata capaian", ""))
    filled = [p for p in points if p.actual is not None]
    return [
        *_chart(f"Capaian menurut {paper.tingkat} (%)", paper.sasaran, MEAN_WORDS, (width, more)),
        *([_drawn(trend)] if len(filled) > 1 else _no_chart(_TREND, _alone(filled))),
        *_chart("Serapan anggaran menurut program (%)", paper.serapan, _MONEY_WORDS, (width, more)),
    ]


def _chart(
    title: str, bars: Sequence[Batang], words: tuple[str, str, str], size: tuple[float, float]
) -> list[Flowable]:
    width, more = size
    if not bars:
        return _no_chart(title)
    drawn = [Bar(b.label, b.nilai, _written(b.nilai), b.tercapai) for b in bars]
    return [_caption(title), _drawn(bar_chart(drawn, words=words, width=width, label=_LABEL, more=more))]


def _alone(points: Sequence[TrendPoint]) -> str:
    """One quarter is no line: its figure in words."""
    told = (f"{p.label}: {p.actual_figure}. Grafik digambar mulai triwulan kedua yang bernilai." for p in points)
    return next(told, _NO_DATA)


def _no_chart(title: str, words: str = _NO_DATA) -> list[Flowable]:
    """What stands in the place of a chart."""
    told = paragraph(words, cell_style(10, 13, align="centre"))
    told.spaceAfter = _NO_CHART
    return [_caption(title), told]


def _caption(words: str) -> Paragraph:
    return paragraph(words, text_style("caption"))


def _drawn(drawing: Drawing) -> Flowable:
    made: Flowable = drawing
    return made


def _written(nilai: Decimal | None) -> str:
    return "-" if nilai is None else format_angka(nilai, 2)


class _Ticked(Flowable):
    """A line with a box before it, for the hand."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = paragraph(ikat(words), cell_style(10, 13))

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = aw, self.words.wrap(aw - _TICK_ROOM, ah)[1] + 4
        return aw, self.height

    def draw(self) -> None:
        draw_tick_box(self.canv, 0.5, self.height - 10.5, ticked=False)
        self.words.drawOn(self.canv, _TICK_ROOM, self.height - self.words.height)


def _stack_height(parts: Sequence[Flowable], width: float) -> float:
    return float(sum(part.getSpaceBefore() + part.wrap(width, 1e6)[1] + _below(part) for part in parts))


def _below(part: Flowable) -> float:
    return float(max(part.getSpaceAfter(), _LEAST_BETWEEN))


class _TwoColumns(Flowable):
    """Two stacks side by side that fill the rest of the page, and what the paper is at the foot."""

    def __init__(self, left: Sequence[Flowable], right: Sequence[Flowable], column: float, height: float) -> None:
        super().__init__()
        self.stacks, self.column, self.height = (left, right), column, height
        self.foot = paragraph("Bahan rapat", text_style("caption"))

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:  # noqa: ARG002  ReportLab's signature
        self.width = aw
        return aw, self.height

    def draw(self) -> None:
        for x, stack in zip((0.0, self.width - self.column), self.stacks, strict=True):
            y = self.height
            for part in stack:
                y -= part.getSpaceBefore() + part.wrapOn(self.canv, self.column, 1e6)[1]
                part.drawOn(self.canv, x, y)
                y -= _below(part)
        self.foot.wrapOn(self.canv, self.width, 1e6)
        self.foot.drawOn(self.canv, 0, 0)
