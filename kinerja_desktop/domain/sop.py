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
class RevisiSop:
    """One revision: its mark, from when it holds, the printed rows and the norms that the clock uses."""

    tanda: str
    berlaku_mulai: date
    langkah: tuple[LangkahSop, ...]
    norma: Mapping[Langkah, Norma]


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
