"""The Lembar Kerja as a workbook that leaves the program and comes back: what it carries, what was read.

A workbook belongs to one order: ``TandaLembar`` names office, berkas and version. Of every row only the cells of
``Bagian`` are open. Laying it out and reading it is ``exchange.lembar_kerja``; what a change means for the draft is
``services.worksheet``. To open one more cell: a member of ``Bagian`` whose value is the field of ``IsiIndikator``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from kinerja_desktop.domain.errors import Kesalahan
from kinerja_desktop.domain.huruf import composed
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.numerals import format_angka

ALASAN_UMUM = (
    "Data belum diterima dari desa atau kelurahan.",
    "Instansi sumber data belum menerbitkan angkanya.",
    "Kegiatan belum dilaksanakan pada triwulan ini.",
    "Survei belum dilaksanakan pada triwulan ini.",
    "Register rusak atau hilang dan sedang disusun kembali.",
)
"""Reasons offered where there is no figure; any other may be written."""
_EXACT_DIGITS = 15


class Bagian(Enum):
    """The cells of a row that the analyst fills."""

    REALISASI = "realisasi"
    PEMBILANG = "pembilang"
    PENYEBUT = "penyebut"
    ALASAN_KOSONG = "alasan_kosong"
    FAKTOR_PENDUKUNG = "faktor_pendukung"
    FAKTOR_PENGHAMBAT = "faktor_penghambat"
    TINDAK_LANJUT = "tindak_lanjut"

    @property
    def label(self) -> str:
        """The cell in words."""
        if self is Bagian.ALASAN_KOSONG:
            return "Tidak ada data karena"
        return str(self.value).replace("_", " ").capitalize()


DATA_DASAR = (Bagian.PEMBILANG, Bagian.PENYEBUT)
"""Open where the plan names them; the realisasi of such a row follows them and is open to nobody."""
ANGKA = (Bagian.REALISASI, *DATA_DASAR)
"""Cells that hold a figure; the others hold words."""

Nilai = Decimal | str | None
"""What a cell holds: a figure, a text, or nothing."""


def isi_sel(nilai: Decimal | None) -> Nilai:
    """A figure as a cell can hold it: beyond 15 digits a workbook would change it, so it is written as text."""
    if nilai is None or len(nilai.as_tuple().digits) <= _EXACT_DIGITS:
        return nilai
    return format_angka(nilai)


def baku(nilai: Nilai) -> str:
    """The one spelling of a cell by which contents are compared and sealed; empty for nothing.

    Programs that save a workbook may drop zeros after the comma, blanks at the ends and kinds of line ends, and take
    letters apart.
    """
    if nilai is None:
        return ""
    if isinstance(nilai, Decimal):
        return _spelled(nilai)
    return composed(nilai.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _spelled(nilai: Decimal) -> str:
    """Digits and exponent without zeros at either end; never written out, for a foreign figure may be endless."""
    sign, given, exponent = nilai.as_tuple()
    digits = "".join(map(str, given))
    kept = digits.rstrip("0").lstrip("0")
    if not kept or not isinstance(exponent, int):
        return "#0"
    return f"#{'-' * sign}{kept}e{exponent + len(digits) - len(digits.rstrip('0'))}"


@dataclass(frozen=True, slots=True)
class TandaLembar:
    """Whose workbook it is. ``versi`` is the number of the act that brought the berkas to the analyst.

    ``instansi`` and ``tentang`` ("Seksi Pelayanan, Triwulan II 2026") name it to people; ``kode`` is printed on the
    sheet and is unlike for every other order and version.
    """

    kantor: str
    berkas: str
    versi: int
    instansi: str
    tentang: str
    kode: str


@dataclass(frozen=True, slots=True)
class BarisBuku:
    """One indikator: what is locked, and what its open cells hold (``isi``).

    ``desimal`` is how many a figure shows; ``skala`` are the predicates to choose from; ``terkunci`` says why this
    triwulan takes no figure, empty where it does. ``data_dasar`` names what is divided by what («Tepat waktu ÷ Semua»),
    empty where the realisasi is given as it is.
    """

    kode: str
    nama: str
    definisi: str
    satuan: str
    target: Nilai
    terakhir: Nilai
    desimal: int = 0
    skala: tuple[tuple[str, Decimal], ...] = ()
    terkunci: str = ""
    data_dasar: str = ""
    isi: Mapping[Bagian, Nilai] = field(default_factory=dict)

    def terbuka(self, bagian: Bagian) -> bool:
        """Whether the analyst fills that cell."""
        closed = (Bagian.REALISASI,) if self.data_dasar else DATA_DASAR
        return not self.terkunci and bagian not in closed


@dataclass(frozen=True, slots=True)
class KelompokBuku:
    """A sasaran with its rows, titled as on the screen."""

    judul: str
    baris: tuple[BarisBuku, ...]


@dataclass(frozen=True, slots=True)
class BukuLembar:
    """The whole workbook. ``triwulan`` is the word of the heads ("TW II")."""

    tanda: TandaLembar
    kop: str
    judul: str
    keterangan: str
    triwulan: str
    kelompok: tuple[KelompokBuku, ...]
    kertas: Kertas = Kertas.F4

    @property
    def baris(self) -> tuple[BarisBuku, ...]:
        """All rows in their order."""
        return tuple(baris for kelompok in self.kelompok for baris in kelompok.baris)

    @property
    def berdata_dasar(self) -> bool:
        """Whether any row asks for raw figures."""
        return any(baris.data_dasar for baris in self.baris)


@dataclass(frozen=True, slots=True)
class IsianTerbaca:
    """An open cell that is unlike what it was at the export (``awal``)."""

    kode: str
    bagian: Bagian
    sel: str
    awal: Nilai
    nilai: Nilai


@dataclass(frozen=True, slots=True)
class LembarTerbaca:
    """What a workbook says: changed cells, faults that keep it out as a whole, and what to look at.

    ``lembar`` is the name of the sheet that was read, empty for none. ``peringatan`` have the shape of faults, so that
    both are told, and written beside the cells, in one way.
    """

    lembar: str = ""
    isian: tuple[IsianTerbaca, ...] = ()
    kesalahan: tuple[Kesalahan, ...] = ()
    peringatan: tuple[Kesalahan, ...] = ()
