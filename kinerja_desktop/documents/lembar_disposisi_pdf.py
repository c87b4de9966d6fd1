"""Lembar Disposisi of steps 1 and 2: a half-folio slip on the upper half of its sheet, with the line to cut along.

What finds no room on a slip (more than six indikator, a long note) brings an annex page. The slip itself is
drawn by ``slip``; two filed ones are put on one sheet by ``slip_sheets``.
"""

from typing import Final

from reportlab.platypus import BaseDocTemplate, Flowable
from reportlab.platypus.doctemplate import ActionFlowable

from kinerja_desktop.documents.blocks import TitleBlock, body
from kinerja_desktop.documents.columns import Column, Kind, Row, Tabel, texts
from kinerja_desktop.documents.page import PLAIN, SLIPS, Layout, PaperDoc, render_pages, turn
from kinerja_desktop.documents.pdfa import archive_form
from kinerja_desktop.documents.slip import HEIGHT, Slip
from kinerja_desktop.documents.style import GRID, mm, portrait
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.laporan import LembarDisposisi

_GROUP: Final = "0"
_LIST: Final = (Column("No", 10, Kind.CENTRED), Column("Indikator yang Dilaporkan", 155))


def render(slip: LembarDisposisi) -> bytes:
    """The slip as PDF/A-2b, the same bytes for the same slip."""
    naskah = slip.naskah
    layout = Layout(first=SLIPS, running=(naskah.jenis, naskah.instansi.nama))
    return archive_form(render_pages(naskah, _story(slip), layout), naskah)


def _story(slip: LembarDisposisi) -> list[Flowable]:
    sheet = portrait(slip.naskah.kertas)
    drawn = Slip(slip, sheet.width, _GROUP)
    cut = [_CutLine(sheet.width)] if sheet.height >= 2 * HEIGHT else []
    return [drawn, *cut, *(_annex(slip, note=drawn.body.note_apart) if drawn.body.needs_annex else [])]


def _annex(slip: LembarDisposisi, *, note: bool) -> list[Flowable]:
    rows = tuple(Row(texts(str(number), name)) for number, name in enumerate(slip.indikator, start=1))
    return [
        *turn(PLAIN),
        _GoOn(),
        TitleBlock(slip.naskah, ["Lampiran Lembar Disposisi"], drop=4.6),
        flow_table(Tabel(_LIST, rows), portrait(slip.naskah.kertas)),
        *body([f"Catatan: {slip.catatan}"] if note else []),
    ]


class _GoOn(ActionFlowable):
    """This page and those that follow are numbered on from the slip, which is page 1."""

    def apply(self, doc: BaseDocTemplate) -> None:
        assert isinstance(doc, PaperDoc)
        doc.group, doc.arabic_from = _GROUP, doc.page - 1


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
