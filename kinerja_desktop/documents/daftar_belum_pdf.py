"""Daftar Belum Menyerahkan: the seksi whose report is missing at a stated hour."""

from typing import Final

from reportlab.platypus import Flowable

from kinerja_desktop.documents.blocks import body
from kinerja_desktop.documents.columns import Column, Kind, Row, Tabel, texts
from kinerja_desktop.documents.signature import Signer
from kinerja_desktop.documents.simple_paper import render_simple
from kinerja_desktop.documents.style import portrait
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.dokumen_sop import DaftarBelum

_COLUMNS: Final = (
    Column("No", 8, Kind.CENTRED),
    Column("Seksi", 42),
    Column("Tahap Terakhir", 32),
    Column("Batas Waktu", 25, Kind.CENTRED),
    Column("Terlambat\n(hari kerja)", 20, Kind.CENTRED),
    Column("Keterangan", 38),
)


def render(paper: DaftarBelum) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    content = [*body(paper.pembuka), *_table(paper), *body(paper.penutup)]
    return render_simple(paper.naskah, content, Signer(paper.penandatangan))


def _table(paper: DaftarBelum) -> list[Flowable]:
    if not paper.baris:
        return []
    rows = tuple(Row(texts(b.no, b.seksi, b.tahap, b.batas, b.terlambat, b.keterangan)) for b in paper.baris)
    return [flow_table(Tabel(_COLUMNS, rows), portrait(paper.naskah.kertas))]
