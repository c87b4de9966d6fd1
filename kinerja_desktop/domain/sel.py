"""States of a cell in the grid of figures, and what is said at it.

The grid draws these by border and symbol; the rules that choose them stand in ``lembar``. To add a
state: a member here, its place in ``lembar``, its look in the window.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class CellState(Enum):
    """What a cell is in; the value is its word in the key of signs ("Keterangan tanda")."""

    KOSONG = "belum diisi"
    DIISI = "diisi"
    PERINGATAN = "peringatan"
    SALAH = "isian salah"
    TIDAK_ADA_DATA = "tidak ada data"
    DIKEMBALIKAN = "dikembalikan"
    TERKUNCI = "terkunci"
    DIHITUNG = "dihitung"
    TERPILIH = "terpilih"
    """Set by the grid alone; it combines with every other state, whose symbol stays."""


class JenisPesan(Enum):
    """How grave a sentence at a cell is, gravest first."""

    SALAH = "salah"
    PERINGATAN = "peringatan"
    CATATAN = "catatan"
    KETERANGAN = "keterangan"


@dataclass(frozen=True, slots=True)
class Pesan:
    """One sentence at a cell, as the panel and the tooltip show it. ``judul`` may be empty."""

    jenis: JenisPesan
    judul: str
    teks: str


def judul_bersama(pesan: Iterable[Pesan]) -> str:
    """What several are called together: "Angka di luar rentang; turun dari triwulan sebelumnya"."""
    named = "; ".join(f"{one.judul[:1].lower()}{one.judul[1:]}" for one in pesan)
    return f"{named[:1].upper()}{named[1:]}"
