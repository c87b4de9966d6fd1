"""Figures as cells of a paper: with their decimals, their emptiness, their predicate.

Decimals follow the unit: as many as were given anywhere for the indikator, two at least for percentages,
scores and means.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kinerja_desktop.domain.indikator import Akumulasi, Indikator, NilaiSkala
from kinerja_desktop.domain.laporan import Angka, Kosong
from kinerja_desktop.domain.rumus import Capaian

SATUAN_DUA_DESIMAL = {"%", "persen", "indeks", "nilai", "skor", "level", "poin", "rasio"}


def decimals_of(nilai: Decimal | None) -> int:
    """Digits after the comma as given; trailing zeros count."""
    exponent = 0 if nilai is None else nilai.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def decimals_for(indikator: Indikator, figures: Iterable[Decimal | None]) -> int:
    """Decimals in which all figures of this indikator are printed."""
    two = (indikator.satuan or "").strip().lower() in SATUAN_DUA_DESIMAL
    least = 2 if two or indikator.akumulasi is Akumulasi.RATA_RATA else 0
    given = (*figures, indikator.target.tahun, *indikator.target.triwulan, indikator.target_renstra)
    return max(least, *(decimals_of(f) for f in given))


@dataclass(frozen=True, slots=True)
class Sel:
    """Makes the cells of one indikator."""

    desimal: int
    satuan: str | None
    skala: tuple[NilaiSkala, ...] = ()

    def angka(self, nilai: Decimal | None, kosong: Kosong = Kosong.TIDAK_BERLAKU, *, lengkap: bool = True) -> Angka:
        """A figure in the indikator's own unit."""
        return Angka(nilai, self.desimal, kosong, self._predicate(nilai), lengkap)

    def _predicate(self, nilai: Decimal | None) -> str | None:
        if nilai is None:
            return None
        return next((s.teks for s in self.skala if s.satuan == self.satuan and s.nilai == nilai), None)

    def target(self, capaian: Capaian) -> Angka:
        """The target that a capaian was measured against."""
        return self.angka(capaian.target)

    def realisasi(self, capaian: Capaian) -> Angka:
        """The realisasi; missing data where a target waits for it."""
        return self.angka(capaian.realisasi, missing(capaian), lengkap=capaian.lengkap or capaian.nilai is None)


def missing(capaian: Capaian) -> Kosong:
    """How an absent realisasi is printed: missing where a target was set, else none by rule."""
    awaited = capaian.target is not None and capaian.realisasi is None
    return Kosong.BELUM_ADA if awaited else Kosong.TIDAK_BERLAKU


def persen(capaian: Capaian) -> Angka:
    """A capaian as printed."""
    return Angka(capaian.nilai, 2, missing(capaian), None, capaian.lengkap or capaian.nilai is None)


def rata_rata(nilai: Decimal | None) -> Angka:
    """A mean as printed."""
    return Angka(nilai, 2)
