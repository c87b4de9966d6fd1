"""Step 3: the analyst fills the Lembar Kerja and hands the bahan in.

Drafts are kept per change; ``evaluate`` and ``ketik`` (from the domain) redraw a row without the
database. What is stored last is what is handed in, never what a screen holds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kinerja_desktop.domain.baris import BarisLembar, KelompokLembar
from kinerja_desktop.domain.lembar import Hitungan, Sel, evaluate, ketik
from kinerja_desktop.domain.realisasi import Catatan, Isi, IsiIndikator
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services.cases import Kepala
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.withdrawal import withdraw

__all__ = [
    "BarisLembar",
    "DrafTersimpan",
    "LembarKerja",
    "Sel",
    "TandaKembali",
    "evaluate",
    "ketik",
    "load",
    "save_draft",
    "submit_bahan",
    "withdraw",
]


@dataclass(frozen=True, slots=True)
class TandaKembali:
    """The strip of a return: who, when, why, and the notes (``kode`` None: to the whole)."""

    oleh: str
    pada: datetime
    waktu_teks: str
    alasan: str
    catatan: tuple[Catatan, ...]


@dataclass(frozen=True, slots=True)
class LembarKerja:
    """The sheet. ``terkunci``: not on the analyst's desk. ``sesudah`` tells that it was handed in, to whom."""

    kepala: Kepala
    kelompok: tuple[KelompokLembar, ...]
    isi: Isi
    sel: tuple[tuple[str, Sel], ...]
    hitungan: Hitungan
    pengembalian: TandaKembali | None
    versi_draf: int
    tersimpan: datetime | None
    terkunci: bool
    dapat_diajukan: bool
    belum_dapat: str
    sesudah: str = ""


@dataclass(frozen=True, slots=True)
class DrafTersimpan:
    """What a save answers: the draft's new version and the time for "Tersimpan 10.42"."""

    versi: int
    pada: datetime
    changes: Changes


@permits(Role.ANALIS)
def load(ctx: Context, case_id: str) -> LembarKerja:
    """Everything the sheet shows. Raises NotFound, OtherSeksi."""
    raise NotImplementedError


@permits(Role.ANALIS)
def save_draft(
    ctx: Context, case_id: str, changed: Sequence[IsiIndikator], *, catatan: str | None = None, seen: int
) -> DrafTersimpan:
    """Keep changed rows (whole content of each). Raises StaleWrite, WrongState, NotOrdered, TextTooLong."""
    raise NotImplementedError


@permits(Role.ANALIS)
def submit_bahan(ctx: Context, case_id: str, *, seen: int, seen_draf: int) -> Changes:
    """Hand the stored draft in. Raises Incomplete with every gap, StaleWrite, WrongState, NotOrdered."""
    raise NotImplementedError
