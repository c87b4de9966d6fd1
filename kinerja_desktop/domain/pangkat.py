"""Pangkat and golongan of civil servants, lowest first (PP 99/2000 as changed by PP 12/2002; PPPK: Perpres 98/2020).

A PPPK has a golongan and no pangkat, a Non-ASN neither. One more: a line below.
"""

from dataclasses import dataclass

from kinerja_desktop.domain.pegawai import StatusPegawai


@dataclass(frozen=True, slots=True)
class Pangkat:
    """A step; ``nama`` is None where the status has a golongan alone."""

    golongan: str
    nama: str | None = None

    @property
    def label(self) -> str:
        """As lists show it: "Penata Tk. I (III/d)", "Golongan IX"."""
        return f"{self.nama} ({self.golongan})" if self.nama else f"Golongan {self.golongan}"


_PNS = (
    ("I/a", "Juru Muda"),
    ("I/b", "Juru Muda Tk. I"),
    ("I/c", "Juru"),
    ("I/d", "Juru Tk. I"),
    ("II/a", "Pengatur Muda"),
    ("II/b", "Pengatur Muda Tk. I"),
    ("II/c", "Pengatur"),
    ("II/d", "Pengatur Tk. I"),
    ("III/a", "Penata Muda"),
    ("III/b", "Penata Muda Tk. I"),
    ("III/c", "Penata"),
    ("III/d", "Penata Tk. I"),
    ("IV/a", "Pembina"),
    ("IV/b", "Pembina Tk. I"),
    ("IV/c", "Pembina Utama Muda"),
    ("IV/d", "Pembina Utama Madya"),
    ("IV/e", "Pembina Utama"),
)
_PPPK = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"]


def pangkat_of(status: StatusPegawai) -> tuple[Pangkat, ...]:
    """What somebody of a status may have."""
    if status is StatusPegawai.NON_ASN:
        return ()
    if status is StatusPegawai.PPPK:
        return tuple(Pangkat(golongan) for golongan in _PPPK)
    return tuple(Pangkat(golongan, nama) for golongan, nama in _PNS)
