"""Tanda Terima: what a seksi handed over, with room for two signatures."""

from typing import Final

from kinerja_desktop.documents.blocks import body
from kinerja_desktop.documents.columns import Column, Kind, Row, Tabel, texts
from kinerja_desktop.documents.signature import Signer
from kinerja_desktop.documents.simple_paper import render_simple
from kinerja_desktop.documents.style import portrait
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.dokumen_berkas import TandaTerima

_COLUMNS: Final = (
    Column("No", 8, Kind.CENTRED),
    Column("Uraian", 72),
    Column("Jumlah", 25, Kind.CENTRED),
    Column("Keterangan", 60),
)


def render(paper: TandaTerima) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    rows = tuple(Row(texts(b.no, b.uraian, b.jumlah, b.keterangan)) for b in paper.baris)
    table = flow_table(Tabel(_COLUMNS, rows), portrait(paper.naskah.kertas))
    receiver, giver = Signer(paper.penerima, "Yang menerima,"), Signer(paper.penyerah, "Yang menyerahkan,")
    return render_simple(paper.naskah, [*body(paper.pembuka), table, *body(paper.penutup)], receiver, giver)
