"""What people typed into a Laporan Triwulan or LKjIP, beside what is made from figures.

A typed chapter replaces the made one as a whole and is never overwritten; what was not typed stays made
from the figures of the day. Keys of chapters are those of the builders in ``services.compose``.
"""

from dataclasses import dataclass, replace
from enum import Enum

from kinerja_desktop.domain.laporan import Rekomendasi


class Tulisan(Enum):
    """Who wrote the words of a chapter, and whether they still hold; the value is how lists name it."""

    PROGRAM = "ditulis program"
    DISUNTING = "disunting"
    BERUBAH = "angka berubah"
    LEPAS = "tidak dicetak"


@dataclass(frozen=True, slots=True)
class Bab:
    """One stretch of a report whose words may be edited: a chapter, or one analysis of one sasaran.

    ``dibuat`` are the paragraphs that the figures say now, ``kelompok`` the heading under which it is listed (none for
    a chapter of its own). ``menjelaskan``: its paragraphs must tell a cause, an effort or a comparison. ``dicetak`` is
    false for words whose place in the report is gone: they are kept and told, never printed.
    """

    kunci: str
    judul: str
    dibuat: tuple[str, ...]
    kelompok: str = ""
    menjelaskan: bool = False
    dicetak: bool = True

    @property
    def nama(self) -> str:
        """What tells it from all others: "Sasaran I: 3. Target akhir Renstra"."""
        short = self.kelompok.partition(". ")[0]
        return f"{short}: {self.judul}" if short else self.judul


@dataclass(frozen=True, slots=True)
class IsiLaporan:
    """Typed paragraphs by chapter key, and recommendations (None: those offered by the program).

    ``dasar`` are the paragraphs made from the figures when a chapter was typed over, or when its words were last said
    to fit: what it was written on.
    """

    paragraf: tuple[tuple[str, tuple[str, ...]], ...] = ()
    rekomendasi: tuple[Rekomendasi, ...] | None = None
    dasar: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def of(self, bab: str, dibuat: tuple[str, ...]) -> tuple[str, ...]:
        """The typed paragraphs of a chapter, else the made ones."""
        return dict(self.paragraf).get(bab, dibuat)

    def typed_over(self, bab: str, paragraf: tuple[str, ...], dibuat: tuple[str, ...]) -> "IsiLaporan":
        """With a chapter typed; ``dibuat`` is what the figures say at this moment."""
        others = tuple(pair for pair in self.paragraf if pair[0] != bab)
        kept = self.dasar if bab in dict(self.dasar) else (*self.dasar, (bab, dibuat))
        return replace(self, paragraf=(*others, (bab, paragraf)), dasar=kept)

    def still_fits(self, bab: str, dibuat: tuple[str, ...]) -> "IsiLaporan":
        """With a typed chapter said to fit what the figures say at this moment."""
        return replace(self, dasar=(*(pair for pair in self.dasar if pair[0] != bab), (bab, dibuat)))

    def given_back(self, bab: str) -> "IsiLaporan":
        """With a chapter given back to the figures."""
        left = (tuple(pair for pair in pairs if pair[0] != bab) for pairs in (self.paragraf, self.dasar))
        paragraf, dasar = left
        return replace(self, paragraf=paragraf, dasar=dasar)
