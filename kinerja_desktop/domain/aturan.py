"""Options of the calculator as one frozen value: scale of kategori, rule for its gaps, cap and floor.

They come in as an argument, never from a global, and are printed below every table that they shaped. To
add a scale: a ``SkalaKategori`` in ``SKALA``. Formulas stand in ``rumus``.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from kinerja_desktop.domain.numerals import bulatkan


class Celah(Enum):
    """How a capaian between two printed intervals is judged (90 < x < 91 is nowhere regulated)."""

    BATAS_BAWAH = "batas bawah"
    """A: a band begins at its printed lower bound, so 90,50 falls into the band below. Never flatters."""
    BERSAMBUNG = "bersambung"
    """B: a band begins right above the end of the band below it."""
    DIBULATKAN = "dibulatkan"
    """C: the capaian is first rounded to a whole number."""


@dataclass(frozen=True, slots=True)
class Pita:
    """One band. ``dari`` is its lower bound (belonging to it unless ``terbuka``), None for the lowest.

    ``sambung`` is the printed end of the band below, which rule B continues from.
    """

    kategori: str
    interval: str
    dari: Decimal | None
    terbuka: bool = False
    sambung: Decimal | None = None

    def holds(self, nilai: Decimal, celah: Celah) -> bool:
        """True where ``nilai`` reaches this band; bands are asked from the top."""
        if self.dari is None:
            return True
        if celah is Celah.BERSAMBUNG and self.sambung is not None:
            return nilai > self.sambung
        return nilai > self.dari if self.terbuka else nilai >= self.dari


@dataclass(frozen=True, slots=True)
class SkalaKategori:
    """A scale of kategori, highest band first; ``nama`` is how papers cite it."""

    nama: str
    pita: tuple[Pita, ...]

    def kategori(self, nilai: Decimal, celah: Celah) -> str:
        """The word for a printed capaian."""
        asked = bulatkan(nilai, 0) if celah is Celah.DIBULATKAN else nilai
        return next(pita.kategori for pita in self.pita if pita.holds(asked, celah))


def _stepped(words: tuple[str, str, str, str, str]) -> tuple[Pita, ...]:
    """The five bands of Permendagri 54/2010 and 86/2017; regions change the words, not the bounds."""
    bounds = ((91, 90, "91% ≤ 100%"), (76, 75, "76% ≤ 90%"), (66, 65, "66% ≤ 75%"), (51, 50, "51% ≤ 65%"))
    steps = tuple(
        Pita(word, interval, Decimal(dari), sambung=Decimal(sambung))
        for word, (dari, sambung, interval) in zip(words[:4], bounds, strict=True)
    )
    return (*steps, Pita(words[4], "≤ 50%", None))


PERMENDAGRI_86_2017 = SkalaKategori(
    "Permendagri 86/2017", _stepped(("Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah"))
)
SANGAT_BAIK = SkalaKategori(
    "Sangat Baik sampai Sangat Kurang", _stepped(("Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang"))
)
MEMUASKAN = SkalaKategori(
    "Memuaskan sampai Kurang",
    (
        Pita("Memuaskan", "> 85%", Decimal(85), terbuka=True),
        Pita("Sangat Baik", "> 75% s.d. 85%", Decimal(75), terbuka=True),
        Pita("Baik", "> 65% s.d. 75%", Decimal(65), terbuka=True),
        Pita("Cukup Baik", "> 50% s.d. 65%", Decimal(50), terbuka=True),
        Pita("Agak Kurang", "> 30% s.d. 50%", Decimal(30), terbuka=True),
        Pita("Kurang", "≤ 30%", None),
    ),
)
LAMPU = SkalaKategori(
    "Hijau, kuning, merah",
    (
        Pita("Hijau", "> 90%", Decimal(90), terbuka=True),
        Pita("Kuning", "70% s.d. 90%", Decimal(70)),
        Pita("Merah", "< 70%", None),
    ),
)
TARGET = SkalaKategori(
    "Melampaui target sampai kritis",
    (
        Pita("Melampaui Target", "> 105%", Decimal(105), terbuka=True),
        Pita("Tercapai", "95% s.d. 105%", Decimal(95)),
        Pita("Mendekati Target", "80% s.d. 94,99%", Decimal(80)),
        Pita("Perlu Perhatian", "60% s.d. 79,99%", Decimal(60)),
        Pita("Kritis", "0% s.d. 59,99%", None),
    ),
)

SKALA: tuple[SkalaKategori, ...] = (PERMENDAGRI_86_2017, SANGAT_BAIK, MEMUASKAN, LAMPU, TARGET)
BATAS_ATAS: tuple[Decimal | None, ...] = (None, Decimal(100), Decimal(110), Decimal(120))


def skala_bernama(nama: str) -> SkalaKategori:
    """The scale of that name; KeyError where there is none."""
    return {skala.nama: skala for skala in SKALA}[nama]


@dataclass(frozen=True, slots=True)
class Aturan:
    """How this office measures: cap for averages (None: none), floor of every capaian, scale and gaps."""

    batas_atas: Decimal | None = None
    batas_bawah: Decimal = Decimal(0)
    skala: SkalaKategori = PERMENDAGRI_86_2017
    celah: Celah = Celah.BATAS_BAWAH

    def kategori(self, nilai: Decimal) -> str:
        """The word for a printed capaian or mean; above 100 it is the highest."""
        return self.skala.kategori(nilai, self.celah)

    def dibatasi(self, nilai: Decimal) -> Decimal:
        """The capaian as averages take it; rows always print the true one."""
        return nilai if self.batas_atas is None else min(nilai, self.batas_atas)


ATURAN_BAKU = Aturan()
"""No cap, floor 0, Permendagri 86/2017, gaps judged by the lower bound."""
