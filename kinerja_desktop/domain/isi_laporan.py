"""What people typed into a Laporan Triwulan or LKjIP, beside what is made from figures.

A typed chapter replaces the made one as a whole and is never overwritten; what was not typed stays made
from the figures of the day. Keys of chapters are those of the builders in ``services.compose``.
"""

from dataclasses import dataclass, replace

from kinerja_desktop.domain.laporan import Rekomendasi


@dataclass(frozen=True, slots=True)
class IsiLaporan:
    """Typed paragraphs by chapter key, and recommendations (None: those offered by the program).

    ``dasar`` are the paragraphs made from the figures when a chapter was first typed over: what it was written on.
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

    def given_back(self, bab: str) -> "IsiLaporan":
        """With a chapter given back to the figures."""
        left = (tuple(pair for pair in pairs if pair[0] != bab) for pairs in (self.paragraf, self.dasar))
        paragraf, dasar = left
        return replace(self, paragraf=paragraf, dasar=dasar)
