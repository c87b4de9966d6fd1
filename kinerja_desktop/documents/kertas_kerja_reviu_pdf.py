"""Kertas Kerja Reviu: the checklist in three parts, ticked where it is answered."""

from typing import Final

from kinerja_desktop.documents.blocks import centred
from kinerja_desktop.documents.columns import Column, Kind, Look, Row, Tabel
from kinerja_desktop.documents.figures import Cell
from kinerja_desktop.documents.signature import Signer
from kinerja_desktop.documents.simple_paper import render_simple
from kinerja_desktop.documents.style import portrait
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.dokumen_reviu import ButirReviu, KertasKerjaReviu

_COLUMNS: Final = (
    Column("No", 10, Kind.CENTRED),
    Column("Pernyataan", 85),
    Column("Ya", 14, Kind.CENTRED),
    Column("Tidak", 14, Kind.CENTRED),
    Column("Catatan", 42),
)


def render(paper: KertasKerjaReviu) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    table = flow_table(Tabel(_COLUMNS, tuple(_rows(paper))), portrait(paper.naskah.kertas))
    return render_simple(paper.naskah, [centred(paper.petunjuk), table], Signer(paper.penandatangan))


def _rows(paper: KertasKerjaReviu) -> list[Row]:
    rows: list[Row] = []
    for part in paper.bagian:
        rows.append(Row((Cell(part.judul),), Look.GROUP, len(_COLUMNS)))
        rows += map(_row, part.butir)
    return rows


def _row(point: ButirReviu) -> Row:
    """Answers left to the hand stay white."""
    yes, no = Cell(tick=point.jawaban is True), Cell(tick=point.jawaban is False)
    return Row((Cell(point.no), Cell(point.pernyataan), yes, no, Cell(point.catatan)))
