"""Rekapitulasi Pengembalian: every return of a triwulan with its reasons."""

from typing import Final

from reportlab.platypus import Flowable

from kinerja_desktop.documents.blocks import body
from kinerja_desktop.documents.columns import Column, Kind, Look, Row, Tabel
from kinerja_desktop.documents.figures import Cell
from kinerja_desktop.documents.signature import Signer
from kinerja_desktop.documents.simple_paper import render_simple
from kinerja_desktop.documents.style import portrait
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.dokumen_berkas import Kembali, RekapPengembalian

_COLUMNS: Final = (
    Column("No", 8, Kind.CENTRED),
    Column("Indikator", 62),
    Column("Alasan Pengembalian", 95),
)


def render(paper: RekapPengembalian) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    maker, superior = Signer(paper.penandatangan), Signer(paper.mengetahui, "Mengetahui,")
    return render_simple(paper.naskah, [*body(paper.pembuka), *_table(paper)], maker, superior)


def _table(paper: RekapPengembalian) -> list[Flowable]:
    if not paper.kembali:
        return []
    rows = tuple(row for found in paper.kembali for row in _rows(found))
    return [flow_table(Tabel(_COLUMNS, rows), portrait(paper.naskah.kertas))]


def _rows(found: Kembali) -> list[Row]:
    head = Row((Cell("\n".join((found.judul, _when(found)))),), Look.GROUP, len(_COLUMNS))
    return [head, *(Row((Cell(a.no), Cell(a.nama), Cell(a.alasan))) for a in found.alasan)]


def _when(found: Kembali) -> str:
    """When it came back and when it was handed in again; a moment has its hour on a line of its own."""
    returned, answered = (moment.replace("\n", " pukul ") for moment in (found.dikembalikan, found.diperbaiki))
    return f"Dikembalikan: {returned}; diajukan kembali: {answered}"
