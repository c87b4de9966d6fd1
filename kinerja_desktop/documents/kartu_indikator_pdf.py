"""Kartu Indikator: what each indikator is and how it is measured, two cards a page."""

from typing import Final

from reportlab.platypus import Flowable, KeepTogether, PageBreak

from kinerja_desktop.documents.blocks import bookmarked
from kinerja_desktop.documents.columns import Column, Row, Tabel
from kinerja_desktop.documents.figures import Cell
from kinerja_desktop.documents.signature import Signer
from kinerja_desktop.documents.simple_paper import render_simple
from kinerja_desktop.documents.style import Sheet, portrait
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.dokumen_rencana import DaftarKartu, KartuIndikator
from kinerja_desktop.domain.kertas import Kertas

_COLUMNS: Final = (Column("", 45), Column("", 120))
_A_PAGE: Final = 2
_LEAST_ROW: Final = 7.6
"""Height of a row in millimetres at which two cards fill the page of the smallest sheet, below the letterhead too."""
_SMALLEST: Final = portrait(Kertas.A4).height


def render(paper: DaftarKartu) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    sheet = portrait(paper.naskah.kertas)
    story: list[Flowable] = []
    for number, card in enumerate(paper.kartu):
        if number and number % _A_PAGE == 0:
            story.append(PageBreak())
        story.append(_card(card, number + 1, sheet, last=number + 1 == len(paper.kartu)))
    return render_simple(paper.naskah, story, Signer(paper.penandatangan))


def _card(card: KartuIndikator, number: int, sheet: Sheet, *, last: bool) -> Flowable:
    """A card on one page where it fits; the last one is left to the signature, which keeps rows with it."""
    least = _LEAST_ROW + (sheet.height - _SMALLEST) / (_A_PAGE * len(card.baris))
    rows = tuple(Row((Cell(head, bold=True), Cell(words)), least=least) for head, words in card.baris)
    caption = f"Kartu {number}. {card.judul}"
    table = bookmarked(flow_table(Tabel(_COLUMNS, rows, caption), sheet), caption)
    return table if last else KeepTogether([table])
