"""What people typed into a Laporan Triwulan or LKjIP, beside what is made from figures.

A typed chapter replaces the made one as a whole and is never overwritten; what was not typed stays made
from the figures of the day. Keys of chapters are those of the builders in ``services.compose``.
"""

from dataclasses import dataclass

from kinerja_desktop.domain.laporan import Rekomendasi


@dataclass(frozen=True, slots=True)
class IsiLaporan:
    """Typed paragraphs by chapter key, and recommendations (None: those offered by the program)."""

    paragraf: tuple[tuple[str, tuple[str, ...]], ...] = ()
    rekomendasi: tuple[Rekomendasi, ...] | None = None

    def of(self, bab: str, dibuat: tuple[str, ...]) -> tuple[str, ...]:
        """The typed paragraphs of a chapter, else the made ones."""
        return dict(self.paragraf).get(bab, dibuat)
