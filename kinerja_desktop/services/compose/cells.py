"""Figures as cells of a paper: with their decimals, their emptiness, their predicate.

How many decimals an indikator shows is ``domain.satuan``.
"""

from dataclasses import dataclass
from decimal import Decimal

from kinerja_desktop.domain.indikator import NilaiSkala
from kinerja_desktop.domain.laporan import Angka, Kosong
from kinerja_desktop.domain.rumus import Capaian


@dataclass(frozen=True, slots=True)
class Sel:
    """Makes the cells of one indikator."""

    desimal: int
    satuan: str | None
    skala: tuple[NilaiSkala, ...] = ()

    def angka(self, nilai: Decimal | None, kosong: Kosong = Kosong.TIDAK_BERLAKU, *, lengkap: bool = True) -> Angka:
        """A figure in the indikator's own unit."""
        return Angka(nilai, self.desimal, kosong, self._predicate(nilai), lengkap)

    def jarak(self, nilai: Decimal | None) -> Angka:
        """How far two figures are apart; of two predicates it is a number of steps, no predicate itself."""
        return Angka(nilai, self.desimal)

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
