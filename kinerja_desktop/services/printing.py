"""Report objects to bytes, by kind and format; the writers are loaded when first needed.

What is shown, printed, hashed and filed is one PDF. To add a paper: its line in ``_WRITERS``.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Protocol

from kinerja_desktop.domain.dokumen_berkas import DaftarBukti, RekapPengembalian, RiwayatBerkas, TandaTerima
from kinerja_desktop.domain.dokumen_cadangan import BeritaAcaraUji, LembarPemulihanCetak
from kinerja_desktop.domain.dokumen_formulir import HalamanUji
from kinerja_desktop.domain.dokumen_lke import IndeksBuktiLke
from kinerja_desktop.domain.dokumen_pengukuran import EvaluasiRenja, Pengukuran
from kinerja_desktop.domain.dokumen_rapat import LembarKerjaKosong, RingkasanCamat
from kinerja_desktop.domain.dokumen_rencana import DaftarIku, DaftarKartu, LembarRencanaAksi, PerjanjianKinerja
from kinerja_desktop.domain.dokumen_reviu import KertasKerjaReviu
from kinerja_desktop.domain.dokumen_serah_terima import BeritaAcaraSerahTerima
from kinerja_desktop.domain.dokumen_sop import DaftarBelum, DokumenSop, RekapWaktu, SopBerjalan
from kinerja_desktop.domain.errors import FileMissing
from kinerja_desktop.domain.laporan import (
    BahanLaporan,
    LaporanDisposisi,
    LaporanSeksi,
    LaporanTriwulan,
    LembarDisposisi,
    Lkjip,
    Naskah,
    PernyataanReviu,
)
from kinerja_desktop.domain.panduan import BukuPanduan, Lembaran, LembarDinding, PanduanSatuHalaman
from kinerja_desktop.services.progress import Tick


class Bernaskah(Protocol):
    """A frozen paper."""

    @property
    def naskah(self) -> Naskah:
        """What every paper has in common."""


@dataclass(frozen=True, slots=True)
class Draf:
    """A paper as it would be now: the title on its sheet, its pages, what to look at before it is fixed."""

    judul: str
    pdf: bytes
    peringatan: tuple[str, ...] = ()


class Format(Enum):
    """A kind of file; the value is its ending."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"


_WRITERS: Mapping[type, str] = {
    LaporanTriwulan: "laporan_triwulan_pdf",
    Lkjip: "lkjip_pdf",
    LembarDisposisi: "lembar_disposisi_pdf",
    LaporanDisposisi: "laporan_disposisi_pdf",
    BahanLaporan: "bahan_laporan_pdf",
    LaporanSeksi: "laporan_seksi_pdf",
    PerjanjianKinerja: "perjanjian_kinerja_pdf",
    LembarRencanaAksi: "rencana_aksi_pdf",
    DaftarIku: "iku_pdf",
    HalamanUji: "halaman_uji_pdf",
    DaftarKartu: "kartu_indikator_pdf",
    Pengukuran: "pengukuran_pdf",
    EvaluasiRenja: "evaluasi_renja_pdf",
    KertasKerjaReviu: "kertas_kerja_reviu_pdf",
    PernyataanReviu: "pernyataan_reviu_pdf",
    DokumenSop: "sop_pdf",
    SopBerjalan: "sop_berjalan_pdf",
    RekapWaktu: "rekap_waktu_pdf",
    DaftarBelum: "daftar_belum_pdf",
    RekapPengembalian: "rekap_pengembalian_pdf",
    RiwayatBerkas: "riwayat_berkas_pdf",
    DaftarBukti: "daftar_bukti_pdf",
    TandaTerima: "tanda_terima_pdf",
    LembarKerjaKosong: "lembar_kerja_kosong_pdf",
    RingkasanCamat: "ringkasan_camat_pdf",
    IndeksBuktiLke: "indeks_lke_pdf",
    LembarPemulihanCetak: "lembar_pemulihan_pdf",
    BeritaAcaraUji: "berita_acara_uji_pdf",
    Lembaran: "panduan_pdf",
    PanduanSatuHalaman: "panduan_pdf",
    BukuPanduan: "panduan_pdf",
    LembarDinding: "panduan_pdf",
    BeritaAcaraSerahTerima: "berita_acara_serah_terima_pdf",
}
"""Module of ``documents`` that lays out a kind of paper; its ``render`` is called."""


def render(paper: object, fmt: Format = Format.PDF) -> bytes:
    """The paper as a file. A PDF has the same bytes for the same object.

    Reports have the other formats as well; Pengukuran Kinerja, Evaluasi Hasil Renja, Daftar Bukti and Indeks Bukti
    LKE a workbook.
    """
    made = {Format.PDF: _pdf, Format.DOCX: _docx, Format.XLSX: _xlsx}[fmt](paper)
    assert isinstance(made, bytes)
    return made


@contextmanager
def watched(tick: Tick) -> Iterator[None]:
    """Tell of the pages, or the parts, of a paper that is made meanwhile; what is raised there ends the work."""
    from kinerja_desktop.documents import watching

    def hear(at: int, count: int, what: str) -> None:
        told = f"{what} {at} dari {count}" if count else f"menghitung {what} {at}"
        tick(min(at, count), count, told)

    with watching.watched(hear):
        yield


def _pdf(paper: object) -> bytes:
    writer: Callable[[object], bytes] = import_module(f"kinerja_desktop.documents.{_WRITERS[type(paper)]}").render
    return writer(paper)


def _docx(paper: object) -> bytes:
    from kinerja_desktop.documents import docx, outline

    if isinstance(paper, LaporanTriwulan):
        return docx.write(paper.naskah, outline.quarterly_outline(paper))
    assert isinstance(paper, Lkjip)
    return docx.write(paper.naskah, outline.annual_outline(paper))


def _xlsx(paper: object) -> bytes:
    from kinerja_desktop.documents import outline, outline_lke, outline_pengukuran, xlsx

    if isinstance(paper, LaporanTriwulan):
        return xlsx.write(paper.naskah, outline.quarterly_outline(paper))
    if isinstance(paper, Pengukuran):
        return xlsx.write(paper.naskah, outline_pengukuran.measured_outline(paper))
    if isinstance(paper, EvaluasiRenja):
        return xlsx.write(paper.naskah, outline_pengukuran.renja_outline(paper))
    if isinstance(paper, IndeksBuktiLke):
        return xlsx.write(paper.naskah, outline_lke.lke_outline(paper))
    if isinstance(paper, DaftarBukti):
        return xlsx.write(paper.naskah, outline.evidence_outline(paper.pembuka, paper.bukti))
    assert isinstance(paper, Lkjip)
    return xlsx.write(paper.naskah, outline.annual_outline(paper))


def lay_out(paper: Bernaskah, peringatan: tuple[str, ...]) -> Draf:
    """The pages of a draft with its cautions: those that are known of it, and what the pages themselves show."""
    pdf = _pdf(paper)
    return Draf(paper.naskah.judul, pdf, (*peringatan, *_of_pages(pdf)))


def _of_pages(pdf: bytes) -> Iterator[str]:
    from kinerja_desktop.documents.page_check import signature_alone

    for number in signature_alone(pdf):
        yield (
            f"Halaman {number} hanya berisi tanda tangan. Tambah atau ringkas kalimat penutup supaya tanda tangan "
            "bersama isinya."
        )


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    from kinerja_desktop.documents.pdfa import page_count as count

    return count(pdf)


def read_file(source: Path) -> bytes:
    """A file that somebody chose. Raises FileMissing."""
    try:
        return source.read_bytes()
    except OSError:
        raise FileMissing(str(source)) from None


def save_file(target: Path, content: bytes) -> None:
    """Write a file where somebody chose, whole or not at all. Raises DiskFull, ReadOnlyPlace."""
    from kinerja_desktop.exchange.atomic import write_bytes

    write_bytes(target, content)
