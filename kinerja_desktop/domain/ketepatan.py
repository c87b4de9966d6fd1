"""Times of a case against the norms of its SOP revision: how long each passage took, and whether late.

What the inbox flags, the matrix shows and papers list as punctuality comes from here. Words for durations
stand in ``tenggat``. To add a measure: a field of ``Waktu``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from kinerja_desktop.domain.kalender import Kalender
from kinerja_desktop.domain.norma import Norma
from kinerja_desktop.domain.workflow import Keadaan, Langkah, Lintasan, passages


@dataclass(frozen=True, slots=True)
class Waktu:
    """One passage over a desk, measured. ``selesai`` None: it still lies there, judged at the asked moment.

    ``menit`` is office time. ``mulai`` None where the case was never ordered and no start was given.
    """

    lintasan: Lintasan
    mulai: datetime | None
    selesai: datetime | None
    batas: datetime | None
    terlambat: bool
    menit: int

    @property
    def langkah(self) -> Langkah:
        """The step that ran."""
        return self.lintasan.langkah


def times(
    keadaan: Keadaan,
    norma: Mapping[Langkah, Norma],
    kalender: Kalender,
    sekarang: datetime,
    penugasan: datetime | None = None,
) -> tuple[Waktu, ...]:
    """Every passage in force, in order. ``penugasan`` is when step 1 began, which no act tells."""
    found = passages(keadaan)
    if found and found[0].langkah is Langkah.TUGAS:
        found = (replace(found[0], mulai=penugasan), *found[1:])
    return tuple(_measure(p, norma[p.langkah], kalender, sekarang) for p in found)


def _measure(passage: Lintasan, norma: Norma, kalender: Kalender, sekarang: datetime) -> Waktu:
    mulai, until = passage.mulai, passage.selesai or sekarang
    if mulai is None:
        return Waktu(passage, None, passage.selesai, None, terlambat=False, menit=0)
    batas = kalender.due(norma, mulai)
    late = kalender.is_late(batas, until)
    return Waktu(passage, mulai, passage.selesai, batas, late, kalender.office_minutes_between(mulai, until))
