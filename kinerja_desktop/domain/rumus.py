"""Capaian from one target and one realisasi: the three formulas, zero and missing, floor, rounding.

All arithmetic is exact (fractions) until the one rounding to the two printed decimals, half away from
zero, so a hand calculator gives the same. Which target and which realisasi: ``akumulasi``. To add a
formula: a member of ``Rumus``, its line in ``_EXACT`` and in ``jejak``.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from enum import Enum
from fractions import Fraction
from functools import cache

from kinerja_desktop.domain.alasan import Alasan, Sebab
from kinerja_desktop.domain.aturan import Aturan
from kinerja_desktop.domain.indikator import Polaritas, Rumus

DESIMAL_CAPAIAN = 2
DESIMAL_BESARAN = 6
SERATUS = Decimal(100)


def to_decimal(nilai: Fraction, desimal: int) -> Decimal:
    """Round half away from zero to exactly these decimals, from the exact value and of any size."""
    scaled = abs(nilai) * 10**desimal
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(f"{'-' if nilai < 0 and whole else ''}{whole}E-{desimal}")


def total(figures: Iterable[Decimal]) -> Decimal:
    """Sum that keeps every digit of figures of 15 + 6 digits."""
    with localcontext(prec=60):
        return sum(figures, Decimal(0))


def mean(figures: Iterable[Decimal]) -> Fraction | None:
    """Plain arithmetic mean, exact; None of nothing."""
    parts = [Fraction(figure) for figure in figures]
    return sum(parts, Fraction(0)) / len(parts) if parts else None


# --- what is measured ----------------------------------------------------------------------------


class Cara(Enum):
    """How a besaran was made of its parts."""

    LANGSUNG = "langsung"
    JUMLAH = "jumlah"
    RATA_RATA = "rata-rata"


@dataclass(frozen=True, slots=True)
class Besaran:
    """A target or a realisasi with the quarters' figures that it was made of; without parts: none."""

    bagian: tuple[Decimal, ...] = ()
    cara: Cara = Cara.LANGSUNG

    @property
    def exact(self) -> Fraction | None:
        """The value that formulas take; None is no value."""
        if len(self.bagian) == 1:
            return Fraction(self.bagian[0])
        return mean(self.bagian) if not self.bagian or self.cara is Cara.RATA_RATA else Fraction(total(self.bagian))

    @property
    def nilai(self) -> Decimal | None:
        """The value as shown: every digit given; a mean that does not end has six decimals."""
        if self.cara is not Cara.RATA_RATA:
            return self._sum
        exact = self.exact
        return None if exact is None else shortened(to_decimal(exact, DESIMAL_BESARAN), self._decimals)

    @property
    def _sum(self) -> Decimal | None:
        if len(self.bagian) == 1:
            return self.bagian[0]
        return total(self.bagian) if self.bagian else None

    @property
    def _decimals(self) -> int:
        return max(_decimals(figure) for figure in self.bagian)


def _decimals(figure: Decimal) -> int:
    exponent = figure.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def shortened(figure: Decimal, desimal: int = 0) -> Decimal:
    """Drop ending zeros beyond ``desimal`` places."""
    whole, _, decimals = f"{figure:f}".partition(".")
    kept = decimals[:desimal] + decimals[desimal:].rstrip("0")
    return Decimal(f"{whole}.{kept}" if kept else whole)


def besaran(figure: Decimal | None) -> Besaran:
    """One figure as it stands."""
    return Besaran() if figure is None else Besaran((figure,))


@dataclass(frozen=True, slots=True)
class Capaian:
    """One measured figure. ``nilai`` is the printed percentage, or None and then ``alasan`` says why.

    ``lengkap`` is False where there is no value or a quarter is missing in it; such a value is shown grey,
    has no kategori and enters no average. ``mentah`` is the percentage before the floor.
    """

    rumus: Rumus
    asal_target: Besaran = Besaran()
    asal_realisasi: Besaran = Besaran()
    nilai: Decimal | None = None
    mentah: Decimal | None = None
    lengkap: bool = False
    alasan: Alasan | None = None
    kategori: str | None = None

    @property
    def target(self) -> Decimal | None:
        """Target as shown."""
        return self.asal_target.nilai

    @property
    def realisasi(self) -> Decimal | None:
        """Realisasi as shown."""
        return self.asal_realisasi.nilai

    @property
    def bertarget(self) -> bool:
        """True where there is something to reach; a target of zero that no formula can use is none."""
        nol = self.alasan is not None and self.alasan.sebab is Sebab.TARGET_NOL
        return self.asal_target.exact is not None and not nol

    @property
    def tercapai(self) -> bool:
        """True where the target is reached, judged from the unrounded figures."""
        target, realisasi = self.asal_target.exact, self.asal_realisasi.exact
        if self.nilai is None or target is None or realisasi is None:
            return False
        return realisasi >= target if self.rumus.polaritas is Polaritas.POSITIF else realisasi <= target

    @property
    def nol_ditetapkan(self) -> bool:
        """True where N2 met a realisasi of zero and 100 is policy, not arithmetic."""
        return self.rumus is Rumus.N2 and self.nilai is not None and self.asal_realisasi.exact == 0


# --- formulas ------------------------------------------------------------------------------------


def _p1(target: Fraction, realisasi: Fraction) -> Fraction | Sebab:
    return Sebab.TARGET_NOL if target == 0 else realisasi / target * 100


def _n1(target: Fraction, realisasi: Fraction) -> Fraction | Sebab:
    return _negatif_nol(realisasi) if target == 0 else (2 * target - realisasi) / target * 100


def _n2(target: Fraction, realisasi: Fraction) -> Fraction | Sebab:
    if target == 0:
        return _negatif_nol(realisasi)
    if realisasi == 0:
        return Fraction(100) if target > 0 else Sebab.REALISASI_NOL
    return target / realisasi * 100


def _negatif_nol(realisasi: Fraction) -> Fraction | Sebab:
    """Lower is better and the target is zero: kept 100, exceeded 0; below zero no rule speaks."""
    if realisasi < 0:
        return Sebab.TARGET_NOL
    return Fraction(100 if realisasi == 0 else 0)


_EXACT: Mapping[Rumus, Callable[[Fraction, Fraction], Fraction | Sebab]] = {
    Rumus.P1: _p1,
    Rumus.N1: _n1,
    Rumus.N2: _n2,
}


_TANPA_TARGET = Alasan(Sebab.TANPA_TARGET_TAHUN)
_TANPA_REALISASI = Alasan(Sebab.TANPA_REALISASI)


@dataclass(frozen=True, slots=True)
class Kosong:
    """Which reason to give where target or realisasi is absent, and which quarters are holes."""

    tanpa_target: Alasan = _TANPA_TARGET
    tanpa_realisasi: Alasan = _TANPA_REALISASI
    lubang: tuple[int, ...] = ()


_UMUM = Kosong()


def measure(rumus: Rumus, target: Besaran, realisasi: Besaran, aturan: Aturan, kosong: Kosong = _UMUM) -> Capaian:
    """Measure one pair. A missing target is named before a missing realisasi."""
    t = target.exact
    r = None if t is None else realisasi.exact
    if t is None or r is None:
        alasan = kosong.tanpa_target if t is None else kosong.tanpa_realisasi
        return Capaian(rumus, target, realisasi, alasan=alasan)
    exact = _EXACT[rumus](t, r)
    if isinstance(exact, Sebab):
        return Capaian(rumus, target, realisasi, alasan=Alasan(exact))
    mentah = to_decimal(exact, DESIMAL_CAPAIAN)
    nilai = max(mentah, _floor(aturan.batas_bawah))
    lengkap = not kosong.lubang
    return Capaian(
        rumus,
        target,
        realisasi,
        nilai,
        mentah,
        lengkap,
        None if lengkap else Alasan(Sebab.BELUM_LENGKAP, kosong.lubang),
        aturan.kategori(nilai) if lengkap else None,
    )


@cache
def _floor(batas: Decimal) -> Decimal:
    """The floor as it is printed: the same for every indikator."""
    return to_decimal(Fraction(batas), DESIMAL_CAPAIAN)


def measure_pair(rumus: Rumus, target: Decimal | None, realisasi: Decimal | None, aturan: Aturan) -> Capaian:
    """Measure two plain figures, as of an earlier year or of a field that is being typed."""
    return measure(rumus, besaran(target), besaran(realisasi), aturan)
