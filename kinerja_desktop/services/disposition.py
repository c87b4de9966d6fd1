"""Step 2: the Kasubag passes the order on to one or more analysts of his seksi."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services.assignment import IndikatorTugas, Sifat
from kinerja_desktop.services.cases import Kepala
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.history import Kejadian
from kinerja_desktop.services.withdrawal import withdraw

__all__ = ["AnalisPilihan", "DisposisiDraf", "DisposisiView", "load", "order", "save_draft", "withdraw"]


@dataclass(frozen=True, slots=True)
class AnalisPilihan:
    """An analyst of the seksi who may be ordered today."""

    id: str
    nama: str
    jabatan: str
    dipilih: bool


@dataclass(frozen=True, slots=True)
class DisposisiDraf:
    """What the Kasubag chose: analysts, words, and who reports which indikator (kode to id; may be empty)."""

    analis: tuple[str, ...] = ()
    sifat: Sifat = Sifat.SEGERA
    catatan: str = ""
    pembagian: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DisposisiView:
    """Screen of step 2. ``hal`` and the Kabid's words as received; ``sesudah`` tells what was ordered."""

    kepala: Kepala
    dari: str
    diterima: datetime | None
    hal: str
    sifat: Sifat
    catatan_kabid: str
    indikator: tuple[IndikatorTugas, ...]
    analis: tuple[AnalisPilihan, ...]
    draf: DisposisiDraf
    versi_draf: int
    batas_bahan: datetime | None
    riwayat: tuple[Kejadian, ...]
    sesudah: str = ""


@permits(Role.KASUBAG)
def load(ctx: Context, case_id: str) -> DisposisiView:
    """Everything the screen shows. Raises NotFound, OtherSeksi."""
    raise NotImplementedError


@permits(Role.KASUBAG)
def save_draft(ctx: Context, case_id: str, draf: DisposisiDraf, *, seen: int) -> int:
    """Keep the choice; returns the draft's new version."""
    raise NotImplementedError


@permits(Role.KASUBAG)
def order(
    ctx: Context,
    case_id: str,
    analis: Sequence[str],
    *,
    sifat: Sifat = Sifat.SEGERA,
    catatan: str = "",
    pembagian: Mapping[str, str] | None = None,
    seen: int,
) -> Changes:
    """Order the analysts (ids). Raises NoHolder for who is no analyst of the seksi today, Incomplete for none."""
    raise NotImplementedError
