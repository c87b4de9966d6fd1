"""Where things stand in the workbook of an analyst: columns of the sheet, and the hidden sheet that knows the order.

Writer and reader both follow these tables. To add a column: a line in ``kolom`` with what a row holds there, locked
or open. The head moves with it; workbooks that are still out are then refused as older ones (``FORMAT``).
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from kinerja_desktop.domain.buku_lembar import (
    ANGKA,
    DATA_DASAR,
    Bagian,
    BarisBuku,
    BukuLembar,
    Nilai,
    TandaLembar,
    baku,
)
from kinerja_desktop.domain.huruf import composed
from kinerja_desktop.domain.numerals import format_angka

LEMBAR = "Lembar Kerja"
TERSEMBUNYI = "_kinerja"
FORMAT = "lembar-kerja-2"
"""Name and number of this layout, in the first cell of the hidden sheet."""

KODE = "Kode lembar:"
"""Before the code of the order, in a locked cell above the table."""
Sisi = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: what a row holds there, to which side it is set; ``bagian`` where it is open."""

    kepala: str
    lebar: int
    isi: Callable[[BarisBuku], Nilai]
    sisi: Sisi = "left"
    bagian: Bagian | None = None


def kolom(buku: BukuLembar) -> tuple[Kolom, ...]:
    """The columns; raw figures have theirs where a row asks for them. The first one holds the key of the row."""
    locked = (
        Kolom("No.", 6, lambda b: b.kode, "center"),
        Kolom("Indikator kinerja", 34, lambda b: b.nama),
        Kolom("Definisi dan cara menghitung", 32, lambda b: b.definisi),
        Kolom("Satuan", 11, lambda b: b.satuan, "center"),
        Kolom(f"Target {buku.triwulan}", 11, lambda b: b.target, "right"),
        Kolom("Nilai terakhir", 11, lambda b: b.terakhir, "right"),
    )
    figures = (_REALISASI, *(DATA_DASAR if buku.berdata_dasar else ()))
    words = (bagian for bagian in Bagian if bagian not in ANGKA)
    return (*locked, *(_figure(bagian, buku) for bagian in figures), *map(_words, words))


_REALISASI = Bagian.REALISASI


def _figure(bagian: Bagian, buku: BukuLembar) -> Kolom:
    return Kolom(f"{bagian.label} {buku.triwulan}", 14, lambda b: b.isi.get(bagian), "right", bagian)


def _words(bagian: Bagian) -> Kolom:
    dots = "\N{HORIZONTAL ELLIPSIS}" if bagian is Bagian.ALASAN_KOSONG else ""
    return Kolom(f"{bagian.label}{dots}", 24, lambda b: b.isi.get(bagian), bagian=bagian)


def terbuka(baris: BarisBuku, kolom: Kolom) -> bool:
    """Whether the cell of a row in a column is open."""
    return kolom.bagian is not None and baris.terbuka(kolom.bagian)


def isi_kolom(baris: BarisBuku, kolom: Kolom) -> Nilai:
    """What stands in the cell of a row; a row that takes no figure says so where the figure would stand."""
    if baris.terkunci and kolom.bagian is not None:
        return baris.terkunci if kolom.bagian is _REALISASI else None
    return kolom.isi(baris)


# --- the hidden sheet ------------------------------------------------------------------------------

_SIGN = ("kantor", "berkas", "versi", "instansi", "tentang", "kode")
"""Fields of ``TandaLembar``, each in its row below the name of the layout; then the seal."""
ROW_SEAL = len(_SIGN) + 2
FIRST_ROW = ROW_SEAL + 2
LEBAR_INGATAN = 18
"""How many cells of a row the hidden sheet remembers; the last one names its raw figures."""
FIRST_LIST = 20
"""Column from which on the lists to choose from stand, one a column."""


def baris_tanda(tanda: TandaLembar) -> tuple[str, ...]:
    """The order as texts, in the order of the rows."""
    return tuple(str(getattr(tanda, name)) for name in _SIGN)


def tanda_dari(teks: Iterable[str]) -> TandaLembar:
    """The order from the texts of its rows."""
    named = dict(zip(_SIGN, teks, strict=True))
    return TandaLembar(
        named["kantor"], named["berkas"], int(named["versi"]), named["instansi"], named["tentang"], named["kode"]
    )


def ingatan(buku: BukuLembar) -> tuple[tuple[Nilai, ...], ...]:
    """What the hidden sheet remembers of every row: its sasaran, its cells at the export, its raw figures in words."""
    columns = kolom(buku)
    rest = (None,) * (LEBAR_INGATAN - 2 - len(columns))
    return tuple(
        (kelompok.judul, *(isi_kolom(baris, kolom) for kolom in columns), *rest, baris.data_dasar or None)
        for kelompok in buku.kelompok
        for baris in kelompok.baris
    )


def kunci(baris: Sequence[Nilai]) -> str:
    """The key of a remembered row, as it is found in the first column of the sheet."""
    return str(baris[1]).strip()


def segel(tanda: Iterable[str], baris: Iterable[Iterable[Nilai]]) -> str:
    """Digest over all that the hidden sheet remembers."""
    told = [*map(composed, tanda), *("\t".join(map(baku, row)) for row in baris)]
    return hashlib.sha256("\n".join(told).encode("utf-8", "surrogatepass")).hexdigest()


def tampil(nilai: Nilai) -> str:
    """What a cell says, to people."""
    return format_angka(nilai) if isinstance(nilai, Decimal) else nilai or ""
