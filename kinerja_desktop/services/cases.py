"""Finding and making cases: which seksi report in which triwulan, and where each berkas stands.

What every screen of steps 1 to 5 shows at its top is a ``Kepala``. Acts are done elsewhere
(``acting.perform``); nothing here writes. A berkas that was never ordered is not stored: it is known
from the plan alone, with status NEW.
"""

from dataclasses import dataclass
from datetime import date, datetime

from kinerja_desktop.domain.indikator import Seksi
from kinerja_desktop.domain.kalender import Kalender
from kinerja_desktop.domain.sop import RevisiSop
from kinerja_desktop.domain.tenggat import Tenggat
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Action, Keadaan, Langkah, Status
from kinerja_desktop.services.context import Context
from kinerja_desktop.storage.records import Case
from kinerja_desktop.storage.unit_of_work import Unit


@dataclass(frozen=True, slots=True)
class Kepala:
    """Head of a screen about one berkas.

    ``versi`` is what every write names as ``seen``. ``label`` is the word for the state, as
    "Diajukan Kembali (ke-2)". ``boleh`` are the acts open to the actor now, WITHDRAW among them.
    """

    case_id: str
    triwulan: Triwulan
    seksi: Seksi
    status: Status
    label: str
    versi: int
    laporan_ke: int
    langkah: Langkah | None
    sejak: datetime | None
    tenggat: Tenggat
    boleh: frozenset[Action]


@dataclass(frozen=True, slots=True)
class Berkas:
    """One case with its replay and the rules that hold for it, loaded in one unit."""

    case: Case
    keadaan: Keadaan
    seksi: Seksi
    kalender: Kalender
    revisi: RevisiSop

    @property
    def triwulan(self) -> Triwulan:
        """The quarter it reports."""
        raise NotImplementedError


def current_triwulan(today: date) -> Triwulan:
    """The quarter whose data are collected now: the one that ended last."""
    return Triwulan.of(today).previous


def seksi_reporting(unit: Unit, tahun: int) -> tuple[Seksi, ...]:
    """The seksi that answer for at least one indikator of that year, in the office's order."""
    raise NotImplementedError


def load_berkas(unit: Unit, ctx: Context, case_id: str) -> Berkas:
    """A stored case that the actor may see. Raises NotFound, OtherSeksi."""
    raise NotImplementedError


def kepala(unit: Unit, ctx: Context, berkas: Berkas) -> Kepala:
    """Head of a screen for the actor, now."""
    raise NotImplementedError
