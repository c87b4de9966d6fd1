"""Time limits of SOP steps as data: what kinds there are and how papers name them.

When a limit ends is worked out in ``kalender``; which step has which norm stands in ``sop``. To add a
kind: a class below, a member of ``Norma``, its case in ``Kalender.due``.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NormaMenit:
    """So many minutes of office time, breaks left out."""

    menit: int

    @property
    def label(self) -> str:
        """The norm as papers write it: "15 menit", "1 jam"."""
        return f"{self.menit // 60} jam" if self.menit % 60 == 0 else f"{self.menit} menit"


@dataclass(frozen=True, slots=True)
class NormaHariKerja:
    """Until closing time, so many working days after the day of receipt."""

    hari: int

    @property
    def label(self) -> str:
        """The norm as papers write it: "1 hari kerja"."""
        return f"{self.hari} hari kerja"


@dataclass(frozen=True, slots=True)
class SelesaiHariItu:
    """Until closing time of the day of receipt."""

    @property
    def label(self) -> str:
        """The norm as papers write it."""
        return "hari itu juga"


@dataclass(frozen=True, slots=True)
class TanpaBatas:
    """No limit."""

    @property
    def label(self) -> str:
        """The norm as papers write it."""
        return "tanpa batas waktu"


Norma = NormaMenit | NormaHariKerja | SelesaiHariItu | TanpaBatas
