"""Indikator Kinerja Utama: reason and formula, source and who answers, on landscape sheets."""

from typing import Final

from reportlab.platypus import Flowable

from kinerja_desktop.documents.blocks import body
from kinerja_desktop.documents.capaian_table import NO
from kinerja_desktop.documents.columns import Column, Row, Tabel, texts
from kinerja_desktop.documents.signature import Signer
from kinerja_desktop.documents.simple_paper import render_simple
from kinerja_desktop.documents.style import landscape
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.dokumen_rencana import DaftarIku

_COLUMNS: Final = (
    NO,
    Column("Sasaran", 58),
    Column("Indikator Kinerja Utama", 58),
    Column("Alasan dan Formulasi", 92),
    Column("Sumber Data", 37),
    Column("Penanggung Jawab", 37),
)


def render(paper: DaftarIku) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    return render_simple(paper.naskah, _table(paper), Signer(paper.penandatangan), turned=True)


def _table(paper: DaftarIku) -> list[Flowable]:
    if not paper.baris:
        return [*body(["Belum ada indikator yang ditandai sebagai Indikator Kinerja Utama."])]
    rows = tuple(
        Row(
            texts(
                str(number),
                line.sasaran or "-",
                line.indikator,
                line.alasan or "-",
                line.sumber_data or "-",
                line.penanggung_jawab or "-",
            )
        )
        for number, line in enumerate(paper.baris, start=1)
    )
    return [flow_table(Tabel(_COLUMNS, rows), landscape(paper.naskah.kertas))]
