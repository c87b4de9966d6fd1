"""The SOP "Pengumpulan Data Kinerja" as data: steps, executors, mutu baku, norms.

Texts stand as the office approved them (February 2022), slips included: an approved SOP is not ours
to edit. A new revision is a new ``RevisiSop`` that holds for triwulan from ``berlaku_mulai`` on;
berkas keep the revision under which they began.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kinerja_desktop.domain.norma import Norma, NormaHariKerja, NormaMenit, SelesaiHariItu
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Langkah


@dataclass(frozen=True, slots=True)
class LangkahSop:
    """One row of the SOP's table as it is printed."""

    nomor: int
    kegiatan: str
    pelaksana: Role
    kelengkapan: str
    waktu: str
    output: str
    keterangan: str = ""


@dataclass(frozen=True, slots=True)
class IdentitasSop:
    """The identity block of the SOP as it was approved, slips included (PermenPANRB 35/2012)."""

    nama: str
    dibuat: str
    dasar_hukum: tuple[str, ...]
    kualifikasi: tuple[str, ...]
    peralatan: tuple[str, ...]
    peringatan: str
    pencatatan: str


PELAKSANA: Mapping[Role, str] = {
    Role.KABID: "Kabid",
    Role.KASUBAG: "Kasubid/\nKasubag",
    Role.ANALIS: "Analisis Data",
    Role.KASUBAG_PERENCANAAN: "Kasubag\nPerencanaan",
}
"""Titles of the executors' columns as approved, in their order."""

IDENTITAS_2022 = IdentitasSop(
    nama="Pengumpulan Data Kinerja",
    dibuat="Februari 2022",
    dasar_hukum=(
        "Undang-undang Nomor 25 Tahun 2009 Tentang Pelayanan Publik",
        (
            "Peraturan Menteri Negara Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 "
            "tentang Pedoman Penyusunan Penetapan Kinerja dan Pelaporan Akuntabilitas Kinerja Instansi Pemerintah;"
        ),
        (
            "Peraturan Menteri pendayagunaan Aparatur Negara Nomor 53 Tahun 2014 tentang petunjuk teknis perjanjian "
            "kinerja, pelaporan kinerja dan tata cara review atas Laporan Akuntabilitas Kinerja Pemerintah (LKjIP)."
        ),
        (
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012 Tentang "
            "Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintah"
        ),
    ),
    kualifikasi=(
        "Memiliki Kemampuan Pengolahan Data Sederhana",
        "Mengetahui Tugas dan Fungsi Sistem Akuntabilitas Kinerja Instansi Pemerintah",
        "Mengetahui Tugas dan Fungsi dalam Penyusunan Laporan Kinerja",
    ),
    peralatan=("Lembar Kerja/Rencana Aksi", "Komputer dan Printer", "Jaringan Internet"),
    peringatan="Keterlambatan Penyampaian Data Kinerja Akan Mempengaruhi Pelaporan Kinerja Secara Keseluruhan",
    pencatatan="Disimpan Sebagai Data Elektronik dan Manual",
)


@dataclass(frozen=True, slots=True)
class RevisiSop:
    """One revision: its mark, from when it holds, the printed rows and the norms that the clock uses."""

    tanda: str
    berlaku_mulai: date
    langkah: tuple[LangkahSop, ...]
    norma: Mapping[Langkah, Norma]
    identitas: IdentitasSop = IDENTITAS_2022


LANGKAH_2022 = (
    LangkahSop(
        1,
        "Menugaskan Kasi untuk menyusun Laporan data kinerja seksi setiap tanggal 10 awal Triwulan",
        Role.KABID,
        "Indikator Sasaran",
        "15 Menit",
        "Disposisi",
        "Data Kinerja sesuai dengan indikator kinerja masing-masing",
    ),
    LangkahSop(
        2,
        "Memerintahkan Analis mengumpulkan bahan laporan kinerja",
        Role.KASUBAG,
        "Disposisi",
        "15 Menit",
        "Disposisi",
    ),
    LangkahSop(
        3,
        "Menyerahkan bahan laporan kinerja pada Kasubag",
        Role.ANALIS,
        "Disposisi",
        "1 Hari",
        "Bahan Laporan Data Kinerja",
    ),
    LangkahSop(
        4,
        "Membuat laporan data kinerja",
        Role.KASUBAG,
        "Bahan Laporan",
        "1 Hari",
        "Laporan Data Kinerja",
    ),
    LangkahSop(
        5,
        "Memeriksa laporan kinerja, jika disetujui diserahkan pada kasubag untuk diserahkan kepada "
        "kasubag perencanaan dan didokumentasikan, jika tidak dikembalikan pada kasubag untuk diperbaiki",
        Role.KABID,
        "Laporan Kinerja",
        "1 Jam",
        "Laporan Disposisi",
    ),
    LangkahSop(
        6,
        "Merekomendasikan laporan kinerja setiap triwulan dan menyusun laporan kinerja setiap tahun "
        "dengan menggunakan laporan kinerja",
        Role.KASUBAG_PERENCANAAN,
        "Laporan Kinerja",
        "1 Hari Untuk Penyusunan Laporan Triwulan dan 15 Hari untuk Laporan Kinerja Tahunan",
        "Laporan Triwulan dan Laporan Kinerja",
    ),
)

NORMA_2022: Mapping[Langkah, Norma] = {
    Langkah.TUGAS: NormaMenit(15),
    Langkah.PERINTAH: NormaMenit(15),
    Langkah.BAHAN: NormaHariKerja(1),
    Langkah.LAPORAN: NormaHariKerja(1),
    Langkah.PERIKSA: NormaMenit(60),
    Langkah.SERAH: SelesaiHariItu(),
    Langkah.LAPORAN_TRIWULAN: NormaHariKerja(1),
    Langkah.LAPORAN_TAHUNAN: NormaHariKerja(15),
}

SOP_2022 = RevisiSop("SOP Februari 2022", date(2022, 2, 1), LANGKAH_2022, NORMA_2022)


def revisi_pada(daftar: tuple[RevisiSop, ...], tanggal: date) -> RevisiSop:
    """The revision in force on a day (the first one for days before it)."""
    berlaku = [r for r in daftar if r.berlaku_mulai <= tanggal]
    return max(berlaku, key=lambda r: r.berlaku_mulai) if berlaku else daftar[0]
