"""A realisasi from its raw figures: pembilang divided by penyebut, times the factor that the plan names.

Exact (fractions) until the one rounding to the six decimals of a figure; capaian is measured from that. What is typed
stands in ``realisasi``, what it makes of a row in ``lembar``.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from kinerja_desktop.domain.indikator import Faktor, Komponen
from kinerja_desktop.domain.numerals import MAKS_BULAT, format_angka
from kinerja_desktop.domain.rumus import DESIMAL_BESARAN, shortened, to_decimal

PEMBILANG: Final = "pembilang"
PENYEBUT: Final = "penyebut"
MEDAN: Final = (PEMBILANG, PENYEBUT)
_TIMES: Mapping[Faktor, str] = {Faktor.PERSEN: " × 100", Faktor.RASIO: ""}


def quotient(faktor: Faktor, pembilang: Decimal | None, penyebut: Decimal | None) -> Decimal | None:
    """The realisasi, six decimals at most; None while one is missing, by zero, and beyond what a figure may be."""
    if pembilang is None or penyebut is None or penyebut == 0:
        return None
    nilai = shortened(to_decimal(Fraction(pembilang) / Fraction(penyebut) * faktor.nilai, DESIMAL_BESARAN))
    return nilai if nilai == 0 or nilai.adjusted() < MAKS_BULAT else None


def words_of(komponen: Komponen, pembilang: Decimal, penyebut: Decimal, desimal: int | None = None) -> str:
    """«Permohonan tepat waktu 81 ÷ semua permohonan 121 × 100 = 66,94», for papers.

    ``desimal`` are those of the table beside it; without them the result stands as it is.
    """
    left = f"{komponen.pembilang} {format_angka(pembilang)} ÷ {komponen.penyebut} {format_angka(penyebut)}"
    nilai = quotient(komponen.faktor, pembilang, penyebut)
    return left if nilai is None else f"{left}{_TIMES[komponen.faktor]} = {format_angka(nilai, desimal)}"


def line_of(komponen: Komponen, pembilang: Decimal | None, penyebut: Decimal | None) -> str:
    """«Realisasi: 81 ÷ 121 × 100 = 66,942149», or why there is none; in words while a raw figure is missing."""
    if pembilang is None or penyebut is None:
        return f"Realisasi: {komponen.pembilang} ÷ {komponen.penyebut}{_TIMES[komponen.faktor]}"
    left = f"{format_angka(pembilang)} ÷ {format_angka(penyebut)}{_TIMES[komponen.faktor]}"
    nilai = quotient(komponen.faktor, pembilang, penyebut)
    if nilai is not None:
        return f"Realisasi: {left} = {format_angka(nilai)}"
    why = "penyebut nol" if penyebut == 0 else "hasilnya lebih dari 15 angka"
    return f"Realisasi: {left} tidak dapat dihitung karena {why}. Periksa, atau beri alasan tidak ada data."
