"""Report objects to bytes, by kind and format; the writers are loaded when first needed.

What is shown, printed, hashed and filed is one PDF. To add a paper or a format: its line in ``_writer``.
"""

from collections.abc import Callable
from enum import Enum
from typing import Any, TypeAlias

from kinerja_desktop.domain.laporan import (
    BahanLaporan,
    LaporanDisposisi,
    LaporanSeksi,
    LaporanTriwulan,
    LembarDisposisi,
    Lkjip,
)

Naskah: TypeAlias = LaporanTriwulan | Lkjip | LembarDisposisi | LaporanDisposisi | BahanLaporan | LaporanSeksi


class Format(Enum):
    """A kind of file; the value is its ending."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"


def render(paper: Naskah, fmt: Format = Format.PDF) -> bytes:
    """The paper as a file. A PDF has the same bytes for the same object."""
    made: bytes = _writer(type(paper), fmt)(paper)
    return made


def _writer(kind: type, fmt: Format) -> Callable[[Any], bytes]:
    if fmt is Format.DOCX:
        return _docx(kind)
    if fmt is Format.XLSX:
        return _xlsx(kind)
    return _pdf(kind)


def _pdf(kind: type) -> Callable[[Any], bytes]:
    from kinerja_desktop.documents import (
        bahan_laporan_pdf,
        laporan_disposisi_pdf,
        laporan_seksi_pdf,
        laporan_triwulan_pdf,
        lembar_disposisi_pdf,
        lkjip_pdf,
    )

    return {
        LaporanTriwulan: laporan_triwulan_pdf.render,
        Lkjip: lkjip_pdf.render,
        LembarDisposisi: lembar_disposisi_pdf.render,
        LaporanDisposisi: laporan_disposisi_pdf.render,
        BahanLaporan: bahan_laporan_pdf.render,
        LaporanSeksi: laporan_seksi_pdf.render,
    }[kind]


def _docx(kind: type) -> Callable[[Any], bytes]:
    from kinerja_desktop.documents import laporan_triwulan_docx, lkjip_docx

    return {LaporanTriwulan: laporan_triwulan_docx.render, Lkjip: lkjip_docx.render}[kind]


def _xlsx(kind: type) -> Callable[[Any], bytes]:
    from kinerja_desktop.documents import laporan_triwulan_xlsx, lkjip_xlsx

    return {LaporanTriwulan: laporan_triwulan_xlsx.render, Lkjip: lkjip_xlsx.render}[kind]


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    from kinerja_desktop.documents.pdfa import page_count as count

    return count(pdf)
