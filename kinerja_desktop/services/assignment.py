"""Step 1: the Kabid orders the data of a quarter from all seksi, each in its own transaction.

A fault at one seksi (no Kasubag that day) leaves the others sent. Before the day of the order a note
can be prepared; after it the view says whether the PC was off on that day (``susulan``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.indikator import Seksi
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.tenggat import Tenggat
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Status
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.services.context import Context, permits


class Sifat(Enum):
    """Urgency on an order slip; the value is the word on the slip."""

    BIASA = "Biasa"
    SEGERA = "Segera"
    SANGAT_SEGERA = "Sangat Segera"


@dataclass(frozen=True, slots=True)
class IndikatorTugas:
    """One indikator as an order slip lists it."""

    kode: str
    nama: str
    satuan: str


@dataclass(frozen=True, slots=True)
class TugasSeksi:
    """One line of the order. ``case_id`` None and ``versi`` 0 while it was never ordered.

    ``kasubag`` is empty where nobody holds the role on the day. ``batas_laporan`` is planned while not
    ordered. ``penghalang`` says why it cannot be ordered (a whole sentence), None where it can.
    """

    seksi: Seksi
    kasubag: str
    indikator: tuple[IndikatorTugas, ...]
    batas_laporan: datetime
    status: Status
    label: str
    case_id: str | None
    versi: int
    ditugaskan: datetime | None
    dapat_ditugaskan: bool
    dapat_ditarik: bool
    penghalang: KinerjaError | None = None


@dataclass(frozen=True, slots=True)
class CatatanPenugasan:
    """What stands on all slips of a quarter besides the seksi's own; kept as a draft until sent."""

    hal: str
    sifat: Sifat = Sifat.SEGERA
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class PenugasanView:
    """Screen of step 1. ``dibuka`` is False before the day; ``susulan``: that day passed unused."""

    triwulan: Triwulan
    pilihan: tuple[Triwulan, ...]
    mulai: datetime
    dibuka: bool
    susulan: bool
    tenggat: Tenggat
    baris: tuple[TugasSeksi, ...]
    catatan: CatatanPenugasan
    versi_catatan: int
    keterangan: str


@dataclass(frozen=True, slots=True)
class GagalKirim:
    """A seksi whose order was not sent, and why (a sentence through ``messages``)."""

    seksi: Seksi
    sebab: KinerjaError


@dataclass(frozen=True, slots=True)
class HasilPenugasan:
    """What was sent and what was not."""

    terkirim: tuple[Seksi, ...]
    gagal: tuple[GagalKirim, ...]
    changes: Changes


@permits(Role.KABID)
def load(ctx: Context, triwulan: Triwulan | None = None) -> PenugasanView:
    """Everything the screen shows; the quarter that is due when none is named."""
    raise NotImplementedError


@permits(Role.KABID)
def save_note(ctx: Context, triwulan: Triwulan, catatan: CatatanPenugasan, *, seen: int) -> int:
    """Keep the note of the coming order; returns its new version. Raises StaleWrite, TextTooLong."""
    raise NotImplementedError


@permits(Role.KABID)
def assign(
    ctx: Context,
    triwulan: Triwulan,
    seksi: Sequence[str],
    *,
    catatan: CatatanPenugasan,
    seen: Mapping[str, int],
) -> HasilPenugasan:
    """Order the data from each ticked seksi (kode). ``seen`` gives each line's version.

    Raises NotYetOpen for the whole before the day; everything else is told per seksi in ``gagal``.
    """
    raise NotImplementedError
