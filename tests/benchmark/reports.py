"""The two reports against ReportLab alone: the same flowables through the same passes and fonts, nothing round them.

Bare pages have the same frames, so text breaks and counts of passes are the same; what they lack is letterhead,
heads, code zone, watermark and page numbers. The archive form (PDF/A-2b) is told apart.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from statistics import median
from time import perf_counter

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageTemplate

from kinerja_desktop.documents import laporan_triwulan_pdf, lkjip_pdf
from kinerja_desktop.documents.page import COVER, KOP, Layout, PaperDoc
from kinerja_desktop.documents.pdfa import archive_form, page_count
from kinerja_desktop.documents.style import Sheet
from kinerja_desktop.domain.laporan import LaporanTriwulan, Lkjip, Naskah
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import annual, drill, quarterly
from kinerja_desktop.services.context import Context
from tests.benchmark.office import LAST_YEAR, office_of, planner

ROUNDS = 5


class BareDoc(PaperDoc):
    """The pages of a paper without anything that is drawn round the text."""

    def _page_templates(self, first: Sheet) -> list[PageTemplate]:
        return [
            PageTemplate(t.id, t.frames, pagesize=t.pagesize, autoNextPageTemplate=t.autoNextPageTemplate)
            for t in super()._page_templates(first)
        ]


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds (medians), and how long the paper is."""

    nama: str
    halaman: int
    polos: float
    tata_letak: float
    arsip: float


def bare(naskah: Naskah, story: Sequence[Flowable], layout: Layout) -> bytes:
    """What ReportLab needs for the flowables."""
    target = BytesIO()
    BareDoc(target, naskah, layout).multiBuild(list(story), canvasmaker=Canvas)
    return target.getvalue()


def measure(years: int) -> list[Measured]:
    """Both reports of an office, from the same frozen objects."""
    folder = office_of(years)
    with drill.opened(folder) as office:
        ctx = planner(office)
        tw = quarterly.draft(ctx, Triwulan(LAST_YEAR, 1))
        year = _annual(ctx, LAST_YEAR if years == 1 else LAST_YEAR - 1)
    return [_quarterly(tw), _yearly(year)]


def _annual(ctx: Context, tahun: int) -> Lkjip:
    return annual.draft(ctx, tahun)


def _quarterly(report: LaporanTriwulan) -> Measured:
    name, write = f"Laporan {report.naskah.judul}", laporan_triwulan_pdf
    return _of(name, report.naskah, lambda: write.story(report), lambda: write.lay_out(report), KOP)


def _yearly(report: Lkjip) -> Measured:
    return _of("LKjIP", report.naskah, lambda: lkjip_pdf.story(report), lambda: lkjip_pdf.lay_out(report), COVER)


def _of(
    name: str, naskah: Naskah, story: Callable[[], Sequence[Flowable]], whole: Callable[[], bytes], first: str
) -> Measured:
    pages = whole()
    layout = Layout(first=first)
    rounds = [
        (_timed(lambda: bare(naskah, story(), layout)), _timed(whole), _timed(lambda: archive_form(pages, naskah)))
        for _ in range(ROUNDS)
    ]
    plain, laid_out, archived = (median(column) for column in zip(*rounds, strict=True))
    return Measured(name, page_count(pages), plain, laid_out, archived)


def _timed(act: Callable[[], object]) -> float:
    before = perf_counter()
    act()
    return (perf_counter() - before) * 1000
