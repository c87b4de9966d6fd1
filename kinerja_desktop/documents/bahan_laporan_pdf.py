"""Bahan Laporan Data Kinerja (SOP step 3): figures and evidence, from the analyst to the Kasubag.

Order and widths of this one paper; every figure comes final in the report object.
"""

from typing import Final

from reportlab.platypus import Flowable

from kinerja_desktop.documents.annexes import evidence_table
from kinerja_desktop.documents.blocks import TitleBlock, body, heading
from kinerja_desktop.documents.columns import Column, Kind, Row, Tabel
from kinerja_desktop.documents.figures import Cell, figure_cell
from kinerja_desktop.documents.keep import Closing
from kinerja_desktop.documents.page import KOP, Layout, render_pages
from kinerja_desktop.documents.pdfa import archive_form
from kinerja_desktop.documents.signature import SignatureBlock, Signer
from kinerja_desktop.documents.simple_paper import signed
from kinerja_desktop.documents.style import portrait
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.laporan import BahanLaporan, BarisBahan

_BAHAN: Final = (
    Column("No", 8, Kind.CENTRED),
    Column("Indikator Kinerja", 57),
    Column("Satuan", 17, Kind.CENTRED),
    Column("Target\nTW", 18, Kind.FIGURE),
    Column("Realisasi\nTW", 18, Kind.FIGURE),
    Column("Sumber Data", 25),
    Column("Bukti\n(lembar)", 22, Kind.CENTRED),
)
_EVIDENCE: Final = "Daftar Bukti Dukung"


def render(paper: BahanLaporan) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    naskah = paper.naskah
    layout = Layout(first=KOP, running=(naskah.jenis, naskah.instansi.nama))
    return archive_form(render_pages(naskah, _story(paper), layout), naskah)


def _story(paper: BahanLaporan) -> list[Flowable]:
    sheet = portrait(paper.naskah.kertas)
    tw = paper.triwulan
    caption = f"Tabel 1. Data {paper.seksi} {tw.label} Tahun {tw.tahun}"
    signatures = SignatureBlock(
        paper.naskah,
        Signer(paper.penyerah, "Yang menyerahkan,"),
        Signer(paper.penerima, "Yang menerima,"),
    )
    story = [
        TitleBlock(paper.naskah, [paper.naskah.judul, f"{paper.seksi.upper()} {tw.label.upper()} TAHUN {tw.tahun}"]),
        *body(paper.pembuka),
        flow_table(Tabel(_BAHAN, tuple(map(_row, paper.baris)), caption), sheet),
        *([heading("Keterangan Angka"), *body(paper.keterangan)] if paper.keterangan else []),
        heading(_EVIDENCE),
        *evidence_table(paper.bukti, sheet, of_one=True, heading=_EVIDENCE),
    ]
    if paper.catatan:
        return [*story, heading("Catatan Pengumpul Data"), Closing(body([paper.catatan]), signatures)]
    return signed(story, signatures)


def _row(line: BarisBahan) -> Row:
    figures = (figure_cell(line.target), figure_cell(line.realisasi))
    words = (Cell(line.no), Cell(line.nama), Cell(line.satuan))
    source = Cell(line.sumber_data, centred=line.sumber_data == "-")
    return Row((*words, *figures, source, Cell(line.bukti)))
