"""Office hours and zones as data (Perpres 21/2023 on working days and hours of ASN).

Which days are worked, and how the SOP's clock counts inside these hours, stands in ``kalender``. An
office with other hours is another ``JamKerja``; a day of another kind is one more field of it.
"""

from dataclasses import dataclass
from datetime import time, timedelta, timezone
from enum import Enum

from kinerja_desktop.domain.errors import JamKerjaSalah


class Zona(Enum):
    """The three zones of Indonesia, none with summer time; the value is the hours east of Greenwich."""

    WIB = 7
    WITA = 8
    WIT = 9

    tzinfo: timezone
    """The zone for moments; its name is printed behind the hour ("15.12 WITA")."""

    def __init__(self, hours: int) -> None:
        self.tzinfo = timezone(timedelta(hours=hours), self.name)


@dataclass(frozen=True, slots=True)
class JamHari:
    """Hours of one kind of day, in whole minutes. Raises JamKerjaSalah unless they follow one another."""

    buka: time
    istirahat_mulai: time
    istirahat_selesai: time
    tutup: time

    def __post_init__(self) -> None:
        if not self.buka < self.istirahat_mulai <= self.istirahat_selesai < self.tutup:
            raise JamKerjaSalah(self.buka, self.istirahat_mulai, self.istirahat_selesai, self.tutup)


@dataclass(frozen=True, slots=True)
class JamKerja:
    """Hours of an office that works Monday to Friday."""

    biasa: JamHari
    jumat: JamHari
    ramadan: JamHari
    ramadan_jumat: JamHari


PERPRES_21_2023 = JamKerja(
    biasa=JamHari(time(7, 30), time(12, 0), time(13, 0), time(16, 0)),
    jumat=JamHari(time(7, 30), time(11, 30), time(13, 0), time(16, 30)),
    ramadan=JamHari(time(8, 0), time(12, 0), time(12, 30), time(15, 0)),
    ramadan_jumat=JamHari(time(8, 0), time(11, 30), time(12, 30), time(15, 30)),
)
"""37,5 hours a week and 32,5 in Ramadan without breaks; break 60 (Friday 90), Ramadan 30 (Friday 60) minutes."""
