"""Units of measure: how many decimals a figure shows, and predicates that stand for figures.

Decimals follow the unit: as many as were given anywhere for the indikator, two at least for percentages,
scores and means. A predicate scale is data of the plan (``NilaiSkala``). To add a unit that shows two
decimals: its word in ``DUA_DESIMAL``.
"""

from collections.abc import Iterable
from decimal import Decimal

from kinerja_desktop.domain.errors import AngkaSalah, SebabAngka
from kinerja_desktop.domain.indikator import Akumulasi, Indikator, NilaiSkala
from kinerja_desktop.domain.numerals import MAKS_DESIMAL, AngkaTerbaca, bulatkan, format_angka, read_angka

DUA_DESIMAL = frozenset({"%", "persen", "indeks", "nilai", "skor", "level", "poin", "rasio"})


def decimals_of(nilai: Decimal | None) -> int:
    """Digits after the comma as given; trailing zeros count."""
    exponent = 0 if nilai is None else nilai.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def storable(nilai: Decimal | None) -> Decimal | None:
    """A mean may have endless decimals; files carry six."""
    return bulatkan(nilai, MAKS_DESIMAL) if nilai is not None and decimals_of(nilai) > MAKS_DESIMAL else nilai


def decimals_for(indikator: Indikator, figures: Iterable[Decimal | None] = ()) -> int:
    """Decimals in which all figures of this indikator are shown.

    Quotients of raw figures hardly ever end, so they ask for no more decimals than their targets.
    """
    two = (indikator.satuan or "").strip().lower() in DUA_DESIMAL
    divided = indikator.komponen is not None
    least = 2 if two or divided or indikator.akumulasi is Akumulasi.RATA_RATA else 0
    promised = (indikator.target.tahun, *indikator.target.triwulan, indikator.target_renstra)
    given = promised if divided else (*figures, *promised)
    return max(least, *map(decimals_of, given))


def scale_of(indikator: Indikator, skala: Iterable[NilaiSkala]) -> tuple[NilaiSkala, ...]:
    """The steps of the scale that belongs to this indikator's unit; empty where it is counted in figures."""
    unit = (indikator.satuan or "").strip().casefold()
    return tuple(s for s in skala if s.satuan.strip().casefold() == unit)


def is_counted(indikator: Indikator, skala: Iterable[NilaiSkala]) -> bool:
    """True where the unit is something that is counted (surat, desa), not a percentage, a score or a predicate."""
    return (indikator.satuan or "").strip().lower() not in DUA_DESIMAL | {""} and not scale_of(indikator, skala)


def read_value(indikator: Indikator, skala: Iterable[NilaiSkala], teks: str) -> AngkaTerbaca:
    """Read a figure, or a predicate where the unit has a scale. Raises AngkaSalah."""
    steps = scale_of(indikator, skala)
    found = next((s for s in steps if s.teks.casefold() == teks.strip().casefold()), None)
    if found is not None:
        return AngkaTerbaca(found.nilai, dibaca=found.teks)
    try:
        return read_angka(teks)
    except AngkaSalah as wrong:
        if steps and wrong.sebab in (SebabAngka.ADA_HURUF, SebabAngka.BUKAN_ANGKA):
            raise AngkaSalah(teks, SebabAngka.BUKAN_PREDIKAT) from wrong
        raise


def format_value(
    indikator: Indikator, skala: Iterable[NilaiSkala], nilai: Decimal | None, desimal: int | None = None
) -> str:
    """Write a figure of this indikator: its predicate where the scale has one, "–" for none."""
    if nilai is None:
        return "–"
    found = next((s for s in scale_of(indikator, skala) if s.nilai == nilai), None)
    return format_angka(nilai, desimal) if found is None else found.teks
