"""The settings of an office as one list; the screen draws itself from it, ``settings`` reads and checks by it.

To add one: a line in ``DECLARED`` and a getter in ``settings`` that somebody calls (a setting without effect
may not stand here). Values are kept as text, as the field shows them. Wording: the label is a noun, the help
says what the choice changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from kinerja_desktop.domain.aturan import BATAS_ATAS, PERMENDAGRI_86_2017, SKALA, Celah
from kinerja_desktop.domain.jam_kerja import Zona
from kinerja_desktop.domain.kalender import AturanLibur
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.workflow import Langkah


class Kelompok(Enum):
    """Groups in which settings are shown."""

    KANTOR = "Kantor"
    SOP = "SOP dan batas"
    HITUNG = "Perhitungan"
    KERTAS = "Kertas"
    TAMPILAN = "Tampilan"


class Ragam(Enum):
    """What kind of field a setting is."""

    TEKS = "teks"
    BULAT = "bulat"
    PILIHAN = "pilihan"
    JAM = "jam"
    POLA = "pola"
    GAMBAR = "gambar"


@dataclass(frozen=True, slots=True)
class Setelan:
    """One setting. ``pilihan`` are (value, label); ``batas`` the least and greatest whole number."""

    kunci: str
    label: str
    bantuan: str
    kelompok: Kelompok
    ragam: Ragam = Ragam.TEKS
    bawaan: str = ""
    pilihan: tuple[tuple[str, str], ...] = ()
    batas: tuple[int, int] = (0, 0)
    satuan: str = ""
    wajib: bool = False


def batas_kunci(langkah: Langkah) -> str:
    """Key of the setting that holds a step's time limit."""
    return f"sop.batas.{langkah.value}"


def pola_kunci(jenis: str) -> str:
    """Key of the setting that holds the number pattern of a kind of paper."""
    return f"nomor.{jenis}"


LANGKAH_BERBATAS: Mapping[Langkah, tuple[str, str, int]] = {
    Langkah.TUGAS: ("Langkah 1, menugaskan", "menit", 15),
    Langkah.PERINTAH: ("Langkah 2, memerintahkan analis", "menit", 15),
    Langkah.BAHAN: ("Langkah 3, menyerahkan bahan", "hari kerja", 1),
    Langkah.LAPORAN: ("Langkah 4, membuat laporan seksi", "hari kerja", 1),
    Langkah.PERIKSA: ("Langkah 5, memeriksa", "menit", 60),
    Langkah.LAPORAN_TRIWULAN: ("Langkah 6, Laporan Triwulan", "hari kerja", 1),
    Langkah.LAPORAN_TAHUNAN: ("Langkah 6, Laporan Kinerja tahunan", "hari kerja", 15),
}
"""Steps whose limit the office may change: name, unit, limit of the SOP of February 2022."""

KLASIFIKASI: Mapping[str, tuple[str, str]] = {
    "lembar_disposisi": ("000.7.2.8", "Lembar Disposisi"),
    "bahan_laporan": ("000.7.2.8", "Bahan Laporan Data Kinerja"),
    "laporan_seksi": ("000.7.2.8", "Laporan Data Kinerja seksi"),
    "laporan_disposisi": ("000.7.2.8", "Laporan Disposisi"),
    "laporan_triwulan": ("000.7.2.8", "Laporan Triwulan"),
    "lkjip": ("000.8.6.3", "LKjIP"),
    "perjanjian_kinerja": ("000.7.2.7", "Perjanjian Kinerja"),
    "perjanjian_seksi": ("000.7.2.7", "Perjanjian Kinerja seksi"),
    "rencana_aksi": ("000.7.2.6", "Rencana Aksi"),
    "iku": ("000.7.2.2", "Indikator Kinerja Utama"),
    "kartu_indikator": ("000.7.2.2", "Kartu Indikator"),
    "pengukuran_triwulan": ("000.7.2.8", "Pengukuran Kinerja Triwulan"),
    "pengukuran_tahunan": ("000.8.6.3", "Pengukuran Kinerja Tahunan"),
    "evaluasi_renja": ("000.7.2.10", "Evaluasi Hasil Renja"),
    "kertas_kerja_reviu": ("000.8.6.3", "Kertas Kerja Reviu"),
    "pernyataan_reviu": ("000.8.6.3", "Pernyataan Telah Direviu"),
    "sop": ("000.8.3.3", "SOP Pengumpulan Data Kinerja"),
    "rekap_waktu": ("000.7.2.8", "Rekap Ketepatan Waktu SOP"),
    "belum_menyerahkan": ("000.7.2.8", "Daftar Belum Menyerahkan"),
    "rekap_pengembalian": ("000.7.2.8", "Rekap Pengembalian"),
    "riwayat_berkas": ("000.7.2.8", "Riwayat Berkas"),
    "tanda_terima": ("000.7.2.8", "Tanda Terima"),
    "serah_terima": ("000.7.2.8", "Berita Acara Serah Terima"),
}
"""Classification code (Permendagri 83/2022) and name of each kind of paper that carries a number."""

HITAM = "hitam"
"""The choice of a lambang in greys."""

_MENIT = (1, 480)
_HARI = (1, 60)


def _kantor() -> tuple[Setelan, ...]:
    K = Kelompok.KANTOR  # noqa: N806 - stands in every row
    return (
        Setelan("instansi.nama", "Nama kantor", "Dicetak pada kop semua dokumen.", K, wajib=True),
        Setelan(
            "instansi.kabupaten",
            "Kabupaten atau kota",
            "Tulis dengan katanya, misalnya Kabupaten Jeneponto atau Kota Tangerang Selatan.",
            K,
            wajib=True,
        ),
        Setelan("instansi.provinsi", "Provinsi", "Dicetak pada sampul LKjIP.", K),
        Setelan("instansi.alamat", "Alamat", "Dicetak pada kop, dengan kode pos.", K),
        Setelan("instansi.tempat", "Tempat pada tanggal surat", "Misalnya Tolo: «Tolo, 10 April 2026».", K),
        Setelan(
            "instansi.jabatan_pimpinan",
            "Jabatan pimpinan",
            "Dicetak di atas tanda tangan. Kosong: dibentuk dari nama kantor.",
            K,
        ),
        Setelan("instansi.kode_unit", "Kode unit", "Dipakai dalam nomor dokumen, misalnya KEC-KLR.", K),
        Setelan("instansi.lambang", "Lambang daerah", "Gambar PNG atau JPEG untuk kop dan sampul.", K, Ragam.GAMBAR),
        Setelan(
            "laporan.tujuan",
            "Tujuan Laporan Triwulan",
            "Pejabat yang menerima laporan. Kosong: kepala daerah c.q. Kepala Bappeda.",
            K,
        ),
        Setelan(
            "zona",
            "Zona waktu",
            "Semua jam dan batas waktu memakai zona ini.",
            K,
            Ragam.PILIHAN,
            Zona.WITA.name,
            tuple((z.name, z.name) for z in Zona),
        ),
    )


def _sop() -> tuple[Setelan, ...]:
    K = Kelompok.SOP  # noqa: N806 - stands in every row
    limits = tuple(
        Setelan(
            batas_kunci(langkah),
            nama,
            "Batas baru berlaku mulai triwulan berikutnya; yang sedang berjalan tidak berubah.",
            K,
            Ragam.BULAT,
            str(bawaan),
            batas=_MENIT if satuan == "menit" else _HARI,
            satuan=satuan,
            wajib=True,
        )
        for langkah, (nama, satuan, bawaan) in LANGKAH_BERBATAS.items()
    )
    return (
        Setelan(
            "sop.pemeriksa",
            "Jabatan yang bertindak sebagai Kabid",
            "Misalnya Camat atau Sekretaris Camat. Tampil di samping kata Kabid pada layar dan dokumen.",
            K,
            bawaan="Camat",
            wajib=True,
        ),
        Setelan(
            "penugasan.hari",
            "Tanggal penugasan",
            "Langkah 1 dimulai pada tanggal ini, bulan pertama sesudah triwulan.",
            K,
            Ragam.BULAT,
            "10",
            batas=(1, 28),
            wajib=True,
        ),
        Setelan(
            "penugasan.libur",
            "Bila tanggal penugasan jatuh pada hari libur",
            "Penugasan pindah ke hari kerja ini.",
            K,
            Ragam.PILIHAN,
            AturanLibur.BERIKUTNYA.value,
            (
                (AturanLibur.BERIKUTNYA.value, "Hari kerja berikutnya"),
                (AturanLibur.SEBELUMNYA.value, "Hari kerja sebelumnya"),
            ),
        ),
        *limits,
        *_jam(),
    )


def _jam() -> tuple[Setelan, ...]:
    days = (
        ("biasa", "Jam kerja Senin sampai Kamis", "07.30-12.00, 13.00-16.00"),
        ("jumat", "Jam kerja Jumat", "07.30-11.30, 13.00-16.30"),
        ("ramadan", "Jam kerja Ramadan, Senin sampai Kamis", "08.00-12.00, 12.30-15.00"),
        ("ramadan_jumat", "Jam kerja Ramadan, Jumat", "08.00-11.30, 12.30-15.30"),
    )
    help_text = "Tulis dua rentang, sebelum dan sesudah istirahat. Batas waktu menit dan jam dihitung di dalamnya."
    return tuple(
        Setelan(f"jam.{kunci}", label, help_text, Kelompok.SOP, Ragam.JAM, bawaan, wajib=True)
        for kunci, label, bawaan in days
    )


def _hitung() -> tuple[Setelan, ...]:
    K = Kelompok.HITUNG  # noqa: N806 - stands in every row
    return (
        Setelan(
            "hitung.batas_atas",
            "Batas atas capaian dalam rata-rata",
            "Capaian di atas batas ini dihitung sebesar batasnya dalam rata-rata. Baris tabel tidak berubah.",
            K,
            Ragam.PILIHAN,
            "",
            tuple(("", "Tanpa batas") if b is None else (str(b), str(b)) for b in BATAS_ATAS),
        ),
        Setelan(
            "hitung.skala",
            "Skala kategori",
            "Kata untuk tingkat capaian.",
            K,
            Ragam.PILIHAN,
            PERMENDAGRI_86_2017.nama,
            tuple((skala.nama, skala.nama) for skala in SKALA),
        ),
        Setelan(
            "hitung.celah",
            "Capaian di antara dua rentang",
            "Misalnya 90,50, yang terletak di antara 90 dan 91.",
            K,
            Ragam.PILIHAN,
            Celah.BATAS_BAWAH.value,
            (
                (Celah.BATAS_BAWAH.value, "Ikut rentang di bawahnya"),
                (Celah.BERSAMBUNG.value, "Ikut rentang di atasnya"),
                (Celah.DIBULATKAN.value, "Dibulatkan dahulu ke bilangan bulat"),
            ),
        ),
    )


def _kertas() -> tuple[Setelan, ...]:
    K = Kelompok.KERTAS  # noqa: N806 - stands in every row
    sizes = tuple((k.name, k.value) for k in Kertas)
    patterns = tuple(
        Setelan(
            pola_kunci(jenis),
            f"Pola nomor {nama}",
            "{urut:03} nomor urut, {unit} kode unit, {romawi} bulan, {tahun} tahun.",
            K,
            Ragam.POLA,
            f"{kode}/{{urut:03}}/{{unit}}/{{romawi}}/{{tahun}}",
            wajib=True,
        )
        for jenis, (kode, nama) in KLASIFIKASI.items()
    )
    return (
        Setelan("kertas.laporan", "Kertas laporan", "Ukuran awal laporan.", K, Ragam.PILIHAN, Kertas.F4.name, sizes),
        Setelan("kertas.surat", "Kertas lembar", "Ukuran awal lembar SOP.", K, Ragam.PILIHAN, Kertas.F4.name, sizes),
        Setelan(
            "kertas.paraf",
            "Kotak paraf",
            "Jabatan yang membubuhkan paraf di bawah tanda tangan pimpinan, paling banyak tiga, dipisahkan titik koma. "
            "Kosong: tanpa kotak.",
            K,
        ),
        Setelan(
            "kertas.lambang",
            "Warna lambang",
            "Lambang pada kop dan sampul dicetak berwarna atau hitam putih.",
            K,
            Ragam.PILIHAN,
            "warna",
            (("warna", "Berwarna"), (HITAM, "Hitam putih")),
        ),
        *patterns,
    )


def _tampilan() -> tuple[Setelan, ...]:
    K = Kelompok.TAMPILAN  # noqa: N806 - stands in every row
    return (
        Setelan(
            "tampilan.kunci",
            "Kunci layar sesudah tidak dipakai",
            "Isian tetap tersimpan; sandi diminta lagi.",
            K,
            Ragam.BULAT,
            "10",
            batas=(1, 60),
            satuan="menit",
            wajib=True,
        ),
        Setelan(
            "tampilan.tema",
            "Warna layar",
            "Terang, gelap, atau kontras tinggi dengan dasar hitam atau putih.",
            K,
            Ragam.PILIHAN,
            "terang",
            (
                ("terang", "Terang"),
                ("gelap", "Gelap"),
                ("kontras tinggi", "Kontras tinggi"),
                ("kontras tinggi putih", "Kontras tinggi, dasar putih"),
            ),
        ),
        Setelan(
            "tampilan.skala",
            "Besar tulisan",
            "Semua tulisan dan jarak pada layar.",
            K,
            Ragam.PILIHAN,
            "100",
            (("100", "100%"), ("125", "125%"), ("150", "150%")),
        ),
    )


DECLARED: tuple[Setelan, ...] = (*_kantor(), *_sop(), *_hitung(), *_kertas(), *_tampilan())
BY_KEY: Mapping[str, Setelan] = {s.kunci: s for s in DECLARED}
