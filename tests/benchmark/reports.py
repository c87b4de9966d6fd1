"""The two reports against ReportLab alone: the same flowables through the same passes and fonts, nothing round them.

Bare pages have the same frames, so text breaks and counts of passes are the same; what they lack is letterhead,
heads, code zone, watermark and page numbers. The archive form (PDF/A-2b) is told apart. One LKjIP of about forty pages
with twelve charts also runs against LibreOffice, which turns our own DOCX of it into a PDF, where it is installed.
"""

import gc
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageTemplate

from kinerja_desktop.documents import laporan_triwulan_pdf, lkjip_pdf
from kinerja_desktop.documents.page import COVER, KOP, Layout, PaperDoc
from kinerja_desktop.documents.pdfa import archive_form, page_count
from kinerja_desktop.documents.style import Sheet
from kinerja_desktop.domain.laporan import AnalisisSasaran, LaporanTriwulan, Lkjip, Naskah
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import annual, drill, printing, quarterly
from kinerja_desktop.services.printing import Format
from tests.benchmark.office import LAST_YEAR, office_of, planner

ROUNDS = 5


class BareDoc(PaperDoc):
    """The pages of a paper without anything that is drawn round the text."""

    def _page_templates(self, first: Sheet) -> list[PageTemplate]:
        return [
            PageTemplate(t.id, t.frames, pagesize=t.pagesize, autoNextPageTemplate=t.autoNextPageTemplate)
            for t in super()._page_templates(first)
        ]

    def _label_page(self) -> None:
        """The bare canvas knows no labels."""


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


CHARTS = 12


@dataclass(frozen=True, slots=True)
class Against:
    """Milliseconds (medians) from the report to a file (``berkas``): ours, archive form included, and LibreOffice's."""

    halaman: int
    berkas: bytes
    kami: float
    docx: float
    libreoffice: float | None


def measure(years: int) -> list[Measured]:
    """Both reports of an office, from the same frozen objects; of one year also an LKjIP with twelve charts."""
    tw, year = _reports(years)
    found = [_quarterly(tw), _yearly(year)]
    return [*found, _yearly(shortened(year), f"LKjIP, {CHARTS} charts")] if years == 1 else found


def against_office_suite() -> Against:
    """The LKjIP with twelve charts, as a whole file each way."""
    report = shortened(_reports(1)[1])
    word, pdf = printing.render(report, Format.DOCX), printing.render(report)
    return Against(
        page_count(pdf),
        pdf,
        median(_timed(lambda: printing.render(report)) for _ in range(ROUNDS)),
        median(_timed(lambda: printing.render(report, Format.DOCX)) for _ in range(ROUNDS)),
        _converted(word),
    )


def shortened(report: Lkjip) -> Lkjip:
    """The report with so many sasaran that the bars and the trends make twelve charts, and lists to match."""
    kept: list[AnalisisSasaran] = []
    left = CHARTS - 1
    for analysis in report.sasaran:
        kept.append(replace(analysis, tren=analysis.tren[:left]))
        left -= len(kept[-1].tren)
        if not left:
            break
    return replace(
        report,
        sasaran=tuple(kept),
        renstra=report.renstra[:CHARTS],
        rencana_aksi=report.rencana_aksi[:2],
        rencana_aksi_lampiran=report.rencana_aksi_lampiran[:CHARTS],
        bukti=report.bukti[: 5 * CHARTS],
    )


def _converted(word: bytes) -> float | None:
    """LibreOffice with a profile of its own, warmed up; None where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "lkjip.docx").write_bytes(word)
        profile = f"-env:UserInstallation={(place / 'profil').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(place / "lkjip.docx")]

        def convert() -> None:
            subprocess.run(command, check=True, capture_output=True)

        convert()
        return median(_timed(convert) for _ in range(ROUNDS))


def _reports(years: int) -> tuple[LaporanTriwulan, Lkjip]:
    with drill.opened(office_of(years)) as office:
        ctx = planner(office)
        year = annual.draft(ctx, LAST_YEAR if years == 1 else LAST_YEAR - 1)
        return quarterly.draft(ctx, Triwulan(LAST_YEAR, 1)), year


def _quarterly(report: LaporanTriwulan) -> Measured:
    name, write = f"Laporan {report.naskah.judul}", laporan_triwulan_pdf
    return _of(name, report.naskah, lambda: write.story(report), lambda: write.lay_out(report), KOP)


def _yearly(report: Lkjip, name: str = "LKjIP") -> Measured:
    return _of(name, report.naskah, lambda: lkjip_pdf.story(report), lambda: lkjip_pdf.lay_out(report), COVER)


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
    gc.collect()  # else the sweep of what one act left falls into the time of the next
    before = perf_counter()
    act()
    return (perf_counter() - before) * 1000
