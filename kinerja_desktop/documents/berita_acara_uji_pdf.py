"""Berita Acara Uji Pemulihan: that a copy of the office was tried, what was checked in it and what was found."""

from typing import Final

from kinerja_desktop.documents.blocks import body
from kinerja_desktop.documents.columns import Column, Kind, Row, Tabel, texts
from kinerja_desktop.documents.signature import Signer
from kinerja_desktop.documents.simple_paper import render_simple
from kinerja_desktop.documents.style import portrait
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.dokumen_cadangan import BeritaAcaraUji

_FACTS: Final = (Column("Salinan yang diuji", 45), Column("Keterangan", 120))
_PARTS: Final = (
    Column("No", 8, Kind.CENTRED),
    Column("Bagian yang diperiksa", 62),
    Column("Jumlah", 25, Kind.CENTRED),
    Column("Hasil", 70),
)


def render(paper: BeritaAcaraUji) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    sheet = portrait(paper.naskah.kertas)
    facts = flow_table(Tabel(_FACTS, tuple(Row(texts(*fact)) for fact in paper.keterangan)), sheet)
    rows = (Row(texts(str(n), part.nama, part.jumlah, part.hasil)) for n, part in enumerate(paper.bagian, start=1))
    parts = flow_table(Tabel(_PARTS, tuple(rows)), sheet)
    tried, knows = Signer(paper.penguji, "Yang menguji,"), Signer(paper.mengetahui, "Mengetahui,")
    return render_simple(
        paper.naskah, [*body(paper.pembuka), facts, parts], tried, knows, closing=paper.simpulan, numbered=False
    )
