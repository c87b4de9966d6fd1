"""The sheets and columns of a Buku Kinerja, as data: reader and writer both follow this table.

To add a column: one ``Kolom`` below, its field in the sheet's pair of functions in ``rows``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from kinerja_desktop.domain.indikator import Akumulasi, Faktor, Polaritas, Rumus, Tingkat
from kinerja_desktop.domain.pegawai import Penugasan, StatusPegawai
from kinerja_desktop.domain.roles import Role


class Bentuk(Enum):
    """What a column holds; decides how a cell is read and how it is written."""

    TEKS = "teks"
    KODE = "kode"
    ANGKA = "angka"
    TAHUN = "tahun"
    TANGGAL = "tanggal"
    PILIHAN = "pilihan"
    YA_TIDAK = "ya/tidak"
    NIP = "nip"


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column. ``pilihan`` are the words of PILIHAN; ``banyak``: several values, ``;`` between.

    A column that is ``jarang`` is only written where it is filled; ``uraian`` are sentences, other texts are names.
    """

    nama: str
    bentuk: Bentuk = Bentuk.TEKS
    wajib: bool = False
    pilihan: tuple[Enum, ...] = ()
    banyak: bool = False
    lebar: int = 14
    jarang: bool = False
    uraian: bool = False


@dataclass(frozen=True, slots=True)
class Lembar:
    """One sheet."""

    nama: str
    kolom: tuple[Kolom, ...]
    wajib: bool = False


def _tw(awal: str, bentuk: Bentuk = Bentuk.ANGKA, lebar: int = 14, *, jarang: bool = False) -> Iterator[Kolom]:
    words = bentuk is Bentuk.TEKS
    return (Kolom(f"{awal}_tw{tw}", bentuk, lebar=lebar, jarang=jarang, uraian=words) for tw in (1, 2, 3, 4))


def _choice(nama: str, enum: type[Enum], **more: bool) -> Kolom:
    return Kolom(nama, Bentuk.PILIHAN, pilihan=tuple(enum), **more)


_KODE = Kolom("kode", Bentuk.KODE, wajib=True, lebar=10)
_SEKSI = Kolom("seksi", Bentuk.KODE, lebar=10)
KATA = ("faktor_pendukung", "faktor_penghambat", "tindak_lanjut")
"""Words of a seksi; with a suffix of their quarter, without one for the last quarter with a realisasi."""

INSTANSI = Lembar("Instansi", (Kolom("Kunci", Bentuk.KODE, wajib=True, lebar=20), Kolom("Nilai", lebar=60)), wajib=True)
SEKSI = Lembar("Seksi", (_KODE, Kolom("nama", wajib=True, lebar=50)))
PEGAWAI = Lembar(
    "Pegawai",
    (
        Kolom("nama", wajib=True, lebar=30),
        Kolom("nip", Bentuk.NIP, lebar=22),
        _choice("status", StatusPegawai),
        Kolom("pangkat", lebar=20),
        Kolom("golongan", Bentuk.KODE),
        Kolom("jabatan", wajib=True, lebar=40),
        Kolom("peran", Bentuk.PILIHAN, wajib=True, pilihan=tuple(Role), banyak=True, lebar=24),
        _SEKSI,
        Kolom("pengguna", Bentuk.KODE),
        Kolom("mulai", Bentuk.TANGGAL),
        Kolom("sampai", Bentuk.TANGGAL),
        _choice("penugasan", Penugasan),
    ),
)
INDIKATOR = Lembar(
    "Indikator",
    (
        _KODE,
        Kolom("indikator", wajib=True, lebar=50),
        _choice("tingkat", Tingkat),
        Kolom("sasaran", lebar=40),
        Kolom("satuan"),
        _choice("polaritas", Polaritas),
        _choice("akumulasi", Akumulasi),
        _choice("rumus", Rumus),
        Kolom("target_tahun", Bentuk.ANGKA),
        *_tw("target"),
        _SEKSI,
        Kolom("iku", Bentuk.YA_TIDAK),
        Kolom("definisi", lebar=50, uraian=True),
        Kolom("formulasi", lebar=50, uraian=True),
        Kolom("sumber_data", lebar=30, uraian=True),
        Kolom("frekuensi", uraian=True),
        Kolom("penanggung_jawab", lebar=30, uraian=True),
        Kolom("bukti", Bentuk.YA_TIDAK),
        Kolom("target_renstra", Bentuk.ANGKA),
        Kolom("tahun_renstra", Bentuk.TAHUN),
        Kolom("pembanding", Bentuk.ANGKA),
        Kolom("sumber_pembanding", lebar=30, uraian=True),
        Kolom("pembilang", lebar=40, jarang=True),
        Kolom("penyebut", lebar=40, jarang=True),
        _choice("faktor", Faktor, jarang=True),
        *_tw("aksi", Bentuk.TEKS, 40, jarang=True),
        Kolom("menggantikan", Bentuk.KODE, jarang=True),
        Kolom("tidak_dipakai_sejak", Bentuk.TANGGAL, lebar=20, jarang=True),
        Kolom("alasan_tidak_dipakai", lebar=40, jarang=True, uraian=True),
    ),
    wajib=True,
)
SASARAN = Lembar("Sasaran", (Kolom("sasaran", wajib=True, lebar=60), Kolom("tujuan", lebar=60)))
VERSI = Lembar(
    "Versi",
    (
        Kolom("versi", Bentuk.KODE, wajib=True),
        Kolom("berlaku_mulai", Bentuk.TANGGAL, wajib=True),
        _KODE,
        Kolom("target_tahun", Bentuk.ANGKA),
        *_tw("target"),
    ),
)
REALISASI = Lembar(
    "Realisasi",
    (
        _KODE,
        *_tw("realisasi"),
        *_tw("pembilang", jarang=True),
        *_tw("penyebut", jarang=True),
        *(kolom for kata in KATA for kolom in _tw(kata, Bentuk.TEKS, 40)),
        *(Kolom(kata, lebar=40, jarang=True, uraian=True) for kata in KATA),
    ),
)
RIWAYAT = Lembar(
    "Riwayat",
    (
        _KODE,
        Kolom("tahun", Bentuk.TAHUN, wajib=True),
        Kolom("target", Bentuk.ANGKA),
        Kolom("realisasi", Bentuk.ANGKA),
        Kolom("diimpor", Bentuk.YA_TIDAK, jarang=True),
        Kolom("indikator_lama", Bentuk.KODE, jarang=True),
    ),
)
ANGGARAN = Lembar(
    "Anggaran",
    (
        Kolom("kode", Bentuk.KODE, wajib=True, lebar=22),
        Kolom(
            "tingkat",
            Bentuk.PILIHAN,
            wajib=True,
            pilihan=(Tingkat.PROGRAM, Tingkat.KEGIATAN, Tingkat.SUB_KEGIATAN),
        ),
        Kolom("uraian", wajib=True, lebar=60),
        Kolom("pagu", Bentuk.ANGKA, lebar=18),
        *_tw("realisasi", lebar=18),
        _SEKSI,
        Kolom("indikator", Bentuk.KODE, banyak=True, lebar=20),
    ),
)
SKALA = Lembar(
    "Skala",
    (
        Kolom("satuan", wajib=True, lebar=20),
        Kolom("teks", Bentuk.KODE, wajib=True),
        Kolom("nilai", Bentuk.ANGKA, wajib=True),
    ),
)

SEMUA: tuple[Lembar, ...] = (
    INSTANSI,
    SEKSI,
    PEGAWAI,
    SASARAN,
    INDIKATOR,
    VERSI,
    REALISASI,
    RIWAYAT,
    ANGGARAN,
    SKALA,
)
BY_NAME: Mapping[str, Lembar] = {lembar.nama.casefold(): lembar for lembar in SEMUA}

KUNCI_INSTANSI = ("nama", "kabupaten", "provinsi", "alamat", "tempat", "jabatan_pimpinan", "kode_unit")
"""Keys of the sheet Instansi besides ``tahun`` and ``latihan``; the first two are required."""
LATIHAN = "latihan"
"""Key of what an export says of its office: "ya" for a practice office, "tidak" for a real one."""
