"""Laporan Disposisi (SOP step 5): the checker's decision, and where the report goes or why it came back."""

from typing import Final

from reportlab.platypus import Flowable

from kinerja_desktop.documents.blocks import TitleBlock, body, heading
from kinerja_desktop.documents.columns import Column, Kind, Row, Tabel
from kinerja_desktop.documents.figures import Cell
from kinerja_desktop.documents.keep import Closing, ClosingTable
from kinerja_desktop.documents.page import KOP, Layout, render_pages
from kinerja_desktop.documents.pdfa import archive_form
from kinerja_desktop.documents.signature import SignatureBlock, Signer
from kinerja_desktop.documents.style import portrait
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.laporan import BarisPemeriksaan, Kosong, LaporanDisposisi

_REASONS: Final = (
    Column("No", 8, Kind.CENTRED),
    Column("Indikator", 62),
    Column("Isi Laporan", 22, Kind.CENTRED),
    Column("Alasan Pengembalian", 73),
)
_EXAMINED: Final = (
    Column("No", 8, Kind.CENTRED),
    Column("Indikator yang Diperiksa", 103),
    Column("Satuan", 24, Kind.CENTRED),
    Column("Isi Laporan", 30, Kind.FIGURE),
)


def render(paper: LaporanDisposisi) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    naskah = paper.naskah
    layout = Layout(first=KOP, running=(naskah.jenis, naskah.instansi.nama))
    return archive_form(render_pages(naskah, _story(paper), layout), naskah)


def _story(paper: LaporanDisposisi) -> list[Flowable]:
    closing = body(paper.penutup)
    signatures = SignatureBlock(
        paper.naskah,
        Signer(paper.pemeriksa),
        Signer(paper.penerima, "Yang menerima,"),
    )
    return [
        TitleBlock(paper.naskah, [paper.naskah.judul]),
        *body(paper.pembuka),
        heading(f"Hasil pemeriksaan: {paper.hasil}"),
        ClosingTable(_reasons(paper), *closing, signatures) if paper.baris else Closing(closing, signatures),
    ]


def _reasons(paper: LaporanDisposisi) -> Flowable:
    columns, row = (_EXAMINED, _examined) if paper.disetujui else (_REASONS, _returned)
    return flow_table(Tabel(columns, tuple(map(row, paper.baris))), portrait(paper.naskah.kertas))


def _returned(line: BarisPemeriksaan) -> Row:
    return Row((Cell(line.no), Cell(line.nama), _said(line), Cell(line.alasan)))


def _examined(line: BarisPemeriksaan) -> Row:
    return Row((Cell(line.no), Cell(line.nama), Cell(line.satuan or "-"), _said(line)))


def _said(line: BarisPemeriksaan) -> Cell:
    missing = line.isi == Kosong.BELUM_ADA.value
    return Cell(line.isi, state=missing, centred=missing)
