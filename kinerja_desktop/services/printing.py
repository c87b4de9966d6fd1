"""Report objects to bytes, by kind and format; the writers are loaded when first needed.

What is shown, printed, hashed and filed is one PDF. To add a paper or a format: its line in ``_writers``.
"""

from collections.abc import Callable, Mapping
from enum import Enum
from pathlib import Path
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
    """The paper as a file. A PDF has the same bytes for the same object; only reports have the other formats."""
    made = {Format.PDF: _pdf, Format.DOCX: _docx, Format.XLSX: _xlsx}[fmt](paper)
    assert isinstance(made, bytes)
    return made


def _pdf(paper: Naskah) -> bytes:
    from kinerja_desktop.documents import (
        bahan_laporan_pdf,
        laporan_disposisi_pdf,
        laporan_seksi_pdf,
        laporan_triwulan_pdf,
        lembar_disposisi_pdf,
        lkjip_pdf,
    )

    writers: Mapping[type, Callable[[Any], bytes]] = {
        LaporanTriwulan: laporan_triwulan_pdf.render,
        Lkjip: lkjip_pdf.render,
        LembarDisposisi: lembar_disposisi_pdf.render,
        LaporanDisposisi: laporan_disposisi_pdf.render,
        BahanLaporan: bahan_laporan_pdf.render,
        LaporanSeksi: laporan_seksi_pdf.render,
    }
    return writers[type(paper)](paper)


def _docx(paper: Naskah) -> bytes:
    from kinerja_desktop.documents import docx, outline

    if isinstance(paper, LaporanTriwulan):
        return docx.write(paper.naskah, outline.quarterly_outline(paper), paper.penandatangan)
    assert isinstance(paper, Lkjip)
    return docx.write(paper.naskah, outline.annual_outline(paper), paper.penandatangan)


def _xlsx(paper: Naskah) -> bytes:
    from kinerja_desktop.documents import outline, xlsx

    if isinstance(paper, LaporanTriwulan):
        return xlsx.write(paper.naskah, outline.quarterly_outline(paper))
    assert isinstance(paper, Lkjip)
    return xlsx.write(paper.naskah, outline.annual_outline(paper))


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    from kinerja_desktop.documents.pdfa import page_count as count

    return count(pdf)


def save_file(target: Path, content: bytes) -> None:
    """Write a file where somebody chose, whole or not at all. Raises DiskFull, ReadOnlyPlace."""
    from kinerja_desktop.exchange.atomic import write_bytes

    write_bytes(target, content)
