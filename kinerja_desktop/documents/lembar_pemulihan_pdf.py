"""The recovery sheet: the words of the key and their QR, one page for each of those who keep it in a safe."""

from typing import Final

from reportlab.platypus import Flowable, Spacer

from kinerja_desktop.documents.blocks import TitleBlock, body, draw_words, heading
from kinerja_desktop.documents.columns import Column, Row, Tabel, texts
from kinerja_desktop.documents.fonts import BOLD
from kinerja_desktop.documents.page import KOP, Layout, render_pages, turn
from kinerja_desktop.documents.pdfa import archive_form
from kinerja_desktop.documents.qr import QrMaker
from kinerja_desktop.documents.style import BLACK, GRID, NOTE_GREY, mm, portrait, text_style
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.documents.text import paragraph
from kinerja_desktop.domain.dokumen_cadangan import LembarPemulihanCetak

_FACTS: Final = (Column("Keterangan", 45), Column("Isi", 120))
_KEPT: Final = (Column("Disimpan oleh", 70), Column("Tempat menyimpan", 45), Column("Tanggal dan paraf", 50))
_PER_LINE: Final = 4
_QR: Final = 42.0
_GAP: Final = 5.0
_LINE: Final = 9.5
_EDGE: Final = 3.0


def render(paper: LembarPemulihanCetak) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    story: list[Flowable] = []
    for number, keeper in enumerate(paper.penyimpan, start=1):
        story += [*(turn(KOP) if story else ()), *_sheet(paper, number, keeper)]
    layout = Layout(first=KOP, page_numbers=False)
    return archive_form(render_pages(paper.naskah, story, layout), paper.naskah)


def _sheet(paper: LembarPemulihanCetak, number: int, keeper: str) -> list[Flowable]:
    sheet = portrait(paper.naskah.kertas)
    which = f"Lembar {number} dari {len(paper.penyimpan)}: {keeper}"
    kept = Row(texts(keeper, "", ""), least=14)
    return [
        TitleBlock(paper.naskah, (paper.naskah.judul, which), numbered=False),
        *body(paper.pengantar),
        flow_table(Tabel(_FACTS, tuple(Row(texts(*fact)) for fact in paper.keterangan)), sheet),
        heading("Kata Pemulihan", level=None),
        _Words(paper.kata),
        heading("Cara Memakai di Komputer Lain", level=None),
        *(paragraph(step, text_style("listed"), bullet=f"{n}.") for n, step in enumerate(paper.langkah, start=1)),
        Spacer(0, 3 * mm),
        flow_table(Tabel(_KEPT, (kept,)), sheet),
    ]


class _Words(Flowable):
    """The words, numbered in the order of reading, in a box; the same words as a QR beside it."""

    def __init__(self, words: tuple[str, ...]) -> None:
        super().__init__()
        self.words = words
        self.spaceAfter = 6

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:  # noqa: ARG002  ReportLab's signature
        rows = -(-len(self.words) // _PER_LINE)
        self.width, self.height = aw, max(rows * _LINE + 2 * _EDGE, _QR + 4) * mm
        return self.width, self.height

    def draw(self) -> None:
        width = self.width - (_QR + _GAP) * mm
        self.canv.setStrokeColor(BLACK)
        self.canv.setLineWidth(0.9)
        self.canv.rect(0, 0, width, self.height)
        step = (width - 2 * _EDGE * mm) / _PER_LINE
        line = (self.height - 2 * _EDGE * mm) / -(-len(self.words) // _PER_LINE)
        for place, word in enumerate(self.words):
            row, column = divmod(place, _PER_LINE)
            self._draw_word(place + 1, word, _EDGE * mm + column * step, self.height - _EDGE * mm - row * line, line)
        self._draw_qr()

    def _draw_word(self, number: int, word: str, x: float, top: float, line: float) -> None:
        y = top - line / 2 - 4
        self.canv.setFillColor(NOTE_GREY)
        self.canv.setFont(text_style("source").fontName, 8)
        self.canv.drawRightString(x + 5 * mm, y, f"{number}.")
        draw_words(self.canv, word, x + 6 * mm, y, font=BOLD, size=11)
        if number > _PER_LINE and number % _PER_LINE == 1:
            self.canv.setStrokeColor(GRID)
            self.canv.setLineWidth(0.4)
            self.canv.line(_EDGE * mm, top, self.width - (_QR + _GAP + _EDGE) * mm, top)

    def _draw_qr(self) -> None:
        self.canv.saveState()
        self.canv.translate(self.width - _QR * mm, self.height - _QR * mm)
        self.canv.scale(_QR * mm, _QR * mm)
        QrMaker()(self.canv, " ".join(self.words).upper())
        self.canv.restoreState()
        below = self.height - (_QR + 4.5) * mm
        draw_words(self.canv, "QR ini berisi kata yang sama.", self.width - _QR * mm, below, size=8)
