"""Laporan Data Kinerja of one seksi (SOP step 4): figures, analysis, evidence; signed by maker and checker."""

from typing import Final

from reportlab.platypus import Flowable

from kinerja_desktop.documents.annexes import evidence_table
from kinerja_desktop.documents.blocks import TitleBlock, body, heading
from kinerja_desktop.documents.capaian_table import seksi_columns, seksi_table
from kinerja_desktop.documents.columns import Column, Kind, Row, Tabel
from kinerja_desktop.documents.figures import Cell
from kinerja_desktop.documents.keep import ClosingChapter
from kinerja_desktop.documents.page import KOP, Layout, render_pages
from kinerja_desktop.documents.pdfa import archive_form
from kinerja_desktop.documents.signature import SignatureBlock, Signer
from kinerja_desktop.documents.style import Sheet, portrait
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.domain.laporan import BarisAnalisis, LaporanSeksi

_ANALYSIS: Final = (
    Column("No", 8, Kind.CENTRED),
    Column("Indikator Kinerja", 37),
    Column("Faktor Pendukung", 40),
    Column("Faktor Penghambat", 40),
    Column("Tindak Lanjut", 40),
)
_FOLLOW_UP: Final = (
    Column("No", 8, Kind.CENTRED),
    Column("Indikator Kinerja", 62),
    Column("Tindak Lanjut Triwulan Lalu", 95),
)
_ANALYSIS_TITLE: Final = "Analisis"
_FOLLOW_UP_TITLE: Final = "Tindak Lanjut Triwulan Lalu"
_EVIDENCE_TITLE: Final = "Daftar Bukti Dukung"


def render(paper: LaporanSeksi) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    naskah = paper.naskah
    layout = Layout(first=KOP, running=(naskah.jenis, naskah.instansi.nama))
    return archive_form(render_pages(naskah, _story(paper), layout), naskah)


def _story(paper: LaporanSeksi) -> list[Flowable]:
    sheet = portrait(paper.naskah.kertas)
    tw = paper.triwulan
    caption = f"Tabel 1. Target, Realisasi, dan Capaian {tw.label} Tahun {tw.tahun}"
    signatures = SignatureBlock(
        paper.naskah,
        Signer(paper.penyusun),
        Signer(paper.menyetujui, "Menyetujui,"),
    )
    closing = body(
        paper.uraian or ("Demikian laporan ini disusun untuk diperiksa dan digunakan sebagaimana mestinya.",)
    )
    return [
        TitleBlock(paper.naskah, [paper.naskah.judul, f"{paper.seksi.upper()} {tw.label.upper()} TAHUN {tw.tahun}"]),
        heading("A. Dasar"),
        *body(paper.dasar),
        heading("B. Capaian Kinerja"),
        flow_table(seksi_table(paper.capaian, seksi_columns(tw.romawi), caption), sheet),
        heading(f"C. {_ANALYSIS_TITLE}"),
        *_analysis(paper, sheet),
        heading(f"D. {_FOLLOW_UP_TITLE}"),
        *_follow_up(paper, sheet),
        heading(f"E. {_EVIDENCE_TITLE}"),
        ClosingChapter(
            evidence_table(paper.bukti, sheet, of_one=True, heading=_EVIDENCE_TITLE),
            heading("F. Penutup"),
            closing,
            signatures,
        ),
    ]


def _analysis(paper: LaporanSeksi, sheet: Sheet) -> list[Flowable]:
    if not paper.analisis:
        return [*body(["Seksi belum menulis analisis pada triwulan ini."])]
    return [flow_table(Tabel(_ANALYSIS, tuple(map(_analysis_row, paper.analisis)), heading=_ANALYSIS_TITLE), sheet)]


def _analysis_row(line: BarisAnalisis) -> Row:
    said = (line.faktor_pendukung, line.faktor_penghambat, line.tindak_lanjut)
    return Row((Cell(line.no), Cell(line.nama), *(Cell(text or "-") for text in said)))


def _follow_up(paper: LaporanSeksi, sheet: Sheet) -> list[Flowable]:
    told = [line for line in paper.analisis if line.tindak_lanjut_lalu.strip("- ")]
    if not told:
        return [*body(["Tidak ada tindak lanjut yang dicatat pada triwulan lalu."])]
    rows = tuple(Row((Cell(line.no), Cell(line.nama), Cell(line.tindak_lanjut_lalu))) for line in told)
    return [flow_table(Tabel(_FOLLOW_UP, rows, heading=_FOLLOW_UP_TITLE), sheet)]
