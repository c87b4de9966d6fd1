"""Lembar Disposisi of steps 1 and 2: two half-folio slips on one F4 sheet, or one on a sheet of its own.

What finds no room on a slip (more than six indikator, a long note) brings an annex page. The slip itself is
drawn by ``slip``.
"""

from collections.abc import Sequence
from typing import Final

from reportlab.platypus import BaseDocTemplate, Flowable, NextPageTemplate, PageBreak
from reportlab.platypus.doctemplate import ActionFlowable

from kinerja_desktop.documents.blocks import TitleBlock, body
from kinerja_desktop.documents.columns import Column, Kind, Row, Tabel, texts
from kinerja_desktop.documents.page import PLAIN, SLIPS, Layout, PaperDoc, render_pages, turn
from kinerja_desktop.documents.pdfa import archive_form
from kinerja_desktop.documents.slip import HEIGHT, Slip
from kinerja_desktop.documents.style import GRID, mm, portrait
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.laporan import LembarDisposisi

_LIST: Final = (Column("No", 10, Kind.CENTRED), Column("Indikator yang Dilaporkan", 155))


def render(slip: LembarDisposisi, second: LembarDisposisi | None = None) -> bytes:
    """One slip, or two below one another, as PDF/A-2b, the same bytes for the same slips.

    Two do not fit on A4; each then has a page.
    """
    slips = [slip] if second is None else [slip, second]
    naskah = slip.naskah
    layout = Layout(first=SLIPS, running=(naskah.jenis, naskah.instansi.nama))
    return archive_form(render_pages(naskah, _story(slips), layout), naskah)


def _story(slips: Sequence[LembarDisposisi]) -> list[Flowable]:
    sheet = portrait(slips[0].naskah.kertas)
    two_fit = sheet.height >= 2 * HEIGHT
    drawn = [Slip(slip, sheet.width, str(number)) for number, slip in enumerate(slips)]
    story: list[Flowable] = []
    for number, slip in enumerate(drawn):
        if number and not two_fit:
            story += [NextPageTemplate(SLIPS), PageBreak()]
        story.append(slip)
        if two_fit and not number:
            story.append(_CutLine(sheet.width))
    for slip in drawn:
        if slip.body.needs_annex:
            story += _annex(slip.slip, slip.group)
    return story


def _annex(slip: LembarDisposisi, group: str) -> list[Flowable]:
    rows = tuple(Row(texts(str(number), name)) for number, name in enumerate(slip.indikator, start=1))
    return [
        *turn(PLAIN),
        _GoOnWith(slip, group),
        TitleBlock(slip.naskah, ["Lampiran Lembar Disposisi"], drop=4.6),
        flow_table(Tabel(_LIST, rows), portrait(slip.naskah.kertas)),
        *body([f"Catatan: {slip.catatan}"] if slip.catatan else []),
    ]


class _GoOnWith(ActionFlowable):
    """This page and those that follow belong to a slip: its code, numbered on from its page 1."""

    def __init__(self, slip: LembarDisposisi, group: str) -> None:
        super().__init__()
        self.slip, self.group = slip, group

    def apply(self, doc: BaseDocTemplate) -> None:
        assert isinstance(doc, PaperDoc)
        doc.naskah, doc.group, doc.arabic_from = self.slip.naskah, self.group, doc.page - 1


class _CutLine(Flowable):
    """The dashed line at half height; it takes no room."""

    def __init__(self, width: float) -> None:
        super().__init__()
        self.width, self.height = width * mm, 0.0

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:  # noqa: ARG002  ReportLab's signature
        return self.width, 0.0

    def draw(self) -> None:
        self.canv.setStrokeColor(GRID)
        self.canv.setLineWidth(0.6)
        self.canv.setDash(2.4, 2.4)
        self.canv.line(10 * mm, 0, self.width - 10 * mm, 0)
        self.canv.setDash()
