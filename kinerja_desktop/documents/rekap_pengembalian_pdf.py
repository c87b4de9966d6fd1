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
    Column("Seksi / Indikator", 50),
    Column("Alasan Pengembalian", 57),
    Column("Dikembalikan", 25, Kind.CENTRED),
    Column("Diajukan\nKembali", 25, Kind.CENTRED),
)
_WORDS: Final = 3
"""Columns that the heading of a return covers."""


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
    head = Row((Cell(found.judul), Cell(found.dikembalikan), Cell(found.diperbaiki)), Look.GROUP, _WORDS)
    return [head, *(Row((Cell(a.no), Cell(a.nama), Cell(a.alasan))) for a in found.alasan)]
