"""A quarter of a budget year: its days, its order, its name.

Working days and the day on which its data are ordered stand in ``kalender``.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from kinerja_desktop.domain.errors import TriwulanSalah
from kinerja_desktop.domain.numerals import roman

_ROMAN = {roman(n): n for n in range(1, 5)}
TAHUN_PERTAMA, TAHUN_TERAKHIR = 1900, 2199
"""Years that can be meant; anything else is a slip."""

_KODE = re.compile(r"(?P<tahun>(?:19|2[01])[0-9]{2})-TW(?P<nomor>[1-4])", re.IGNORECASE)
_NAMA = re.compile(r"(?:Triwulan|TW)\s+(?P<nomor>[1-4]|I{1,3}|IV)\s+(?P<tahun>(?:19|2[01])[0-9]{2})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Triwulan:
    """Quarter ``nomor`` (1 to 4) of ``tahun``; later quarters are greater."""

    tahun: int
    nomor: int

    def __post_init__(self) -> None:
        if not 1 <= self.nomor <= 4:
            raise ValueError(self.nomor)

    @classmethod
    def of(cls, tanggal: date) -> Self:
        """The quarter in which a day lies."""
        return cls(tanggal.year, (tanggal.month + 2) // 3)

    @classmethod
    def parse(cls, teks: str) -> Self:
        """Read "2026-TW2", "TW II 2026", "Triwulan 2 2026". Raises TriwulanSalah."""
        found = _KODE.fullmatch(teks.strip()) or _NAMA.fullmatch(teks.strip())
        if found is None:
            raise TriwulanSalah(teks)
        nomor = found["nomor"].upper()
        return cls(int(found["tahun"]), _ROMAN.get(nomor) or int(nomor))

    @property
    def kode(self) -> str:
        """Key in files and addresses; sorts as the quarters do: "2026-TW2"."""
        return f"{self.tahun}-TW{self.nomor}"

    @property
    def romawi(self) -> str:
        """Number as papers write it: "II"."""
        return roman(self.nomor)

    @property
    def label(self) -> str:
        """Name without the year: "Triwulan II"."""
        return f"Triwulan {self.romawi}"

    @property
    def singkat(self) -> str:
        """Short name without the year: "TW II"."""
        return f"TW {self.romawi}"

    @property
    def label_tahun(self) -> str:
        """Name with the year: "Triwulan II 2026"."""
        return f"{self.label} {self.tahun}"

    @property
    def first_day(self) -> date:
        """First calendar day."""
        return date(self.tahun, 3 * self.nomor - 2, 1)

    @property
    def last_day(self) -> date:
        """Last calendar day; the plan version in force on it holds for the quarter."""
        return self.next.first_day - timedelta(days=1)

    @property
    def next(self) -> Self:
        """The quarter after this one, over the end of the year."""
        return type(self)(self.tahun + self.nomor // 4, self.nomor % 4 + 1)

    @property
    def previous(self) -> Self:
        """The quarter before this one, over the start of the year."""
        return type(self)(self.tahun - (self.nomor == 1), (self.nomor - 2) % 4 + 1)

    @classmethod
    def of_year(cls, tahun: int) -> tuple[Self, Self, Self, Self]:
        """The four quarters of a year, in order."""
        return cls(tahun, 1), cls(tahun, 2), cls(tahun, 3), cls(tahun, 4)
