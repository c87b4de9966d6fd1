"""The one order in which indikator stand on sheets, screens of the berkas and papers.

From the highest level of the plan to the lowest, as the Renstra names them (tujuan, sasaran, program, kegiatan, sub
kegiatan); within a level below what they serve, each in the order in which the plan first names it; there as the plan
lists them. Only the editor of the plan shows the rows as they were typed.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from kinerja_desktop.domain.indikator import Indikator, Tingkat
from kinerja_desktop.domain.numerals import roman

T = TypeVar("T")
_LEVELS = tuple(Tingkat)


@dataclass(frozen=True, slots=True)
class Kelompok(Generic[T]):
    """What serves one sasaran, or stands below what the plan names for it at another level.

    ``nomor`` counts the named ones of the level. ``sasaran`` is None where the plan names nothing.
    """

    tingkat: Tingkat
    sasaran: str | None
    nomor: int
    isi: tuple[T, ...]

    @property
    def judul(self) -> str:
        """As papers head it: "Sasaran II. Meningkatnya …"."""
        return self._headed(roman, ".")

    @property
    def judul_layar(self) -> str:
        """As the Lembar Kerja heads it: "Sasaran 2 · Meningkatnya …"."""
        return self._headed(str, " ·")

    @property
    def nama(self) -> str:
        """What it is named in a column of sasaran: below that level with its level, empty where it has no name."""
        named = self.tingkat in (Tingkat.TUJUAN, Tingkat.SASARAN) or self.sasaran is None
        return (self.sasaran or "") if named else f"{self.tingkat.label} {self._plain}"

    def _headed(self, written: Callable[[int], str], sign: str) -> str:
        if self.sasaran is None:
            level = "" if self.tingkat is Tingkat.SASARAN else f"{self.tingkat.label.lower()} "
            return f"Indikator {level}tanpa sasaran"
        return f"{self.tingkat.label} {written(self.nomor)}{sign} {self._plain}"

    @property
    def _plain(self) -> str:
        """The name without the word of its level."""
        name, level = self.sasaran or "", f"{self.tingkat.label.lower()} "
        name = name[len(level) :].strip() if name.lower().startswith(level) else name
        return f"{name[:1].upper()}{name[1:]}"


def grouped(items: Iterable[T], of: Callable[[T], Indikator]) -> tuple[Kelompok[T], ...]:
    """Items in the order, under what they serve; ``of`` tells an item's indikator."""
    found: dict[tuple[Tingkat, str | None], list[T]] = {}
    for item in items:
        indikator = of(item)
        found.setdefault((indikator.tingkat, indikator.sasaran or None), []).append(item)
    counted: Counter[Tingkat] = Counter()
    made = []
    for (tingkat, sasaran), isi in sorted(found.items(), key=lambda one: _LEVELS.index(one[0][0])):
        counted[tingkat] += sasaran is not None
        made.append(Kelompok(tingkat, sasaran, counted[tingkat], tuple(isi)))
    return tuple(made)


def in_order(items: Iterable[T], of: Callable[[T], Indikator]) -> tuple[T, ...]:
    """The same items without their groups."""
    return tuple(item for group in grouped(items, of) for item in group.isi)
