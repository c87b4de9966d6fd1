"""The acts of a case told in words: "Diajukan Kembali (ke-2)", who, when, why.

Only telling: nothing is written. To add an act: its words in ``_JUDUL``.
"""

from dataclasses import dataclass
from datetime import datetime

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services.context import ALL_ROLES, Context, permits


@dataclass(frozen=True, slots=True)
class Kejadian:
    """One act in words. ``oleh`` is "Siti Misalnya, S.Sos., Kasi Pelayanan" or "Anda, sebagai Kabid".

    ``teks`` is the reason or note in full, ``waktu_teks`` "hari ini, 14.41". ``ditarik``: taken back
    later. ``terlambat`` tells office time used where the act came after its limit ("1 jam 20 menit").
    """

    nomor: int
    action: Action
    judul: str
    oleh: str
    role: Role
    pada: datetime
    waktu_teks: str
    teks: str = ""
    catatan: tuple[tuple[str | None, str], ...] = ()
    ditarik: bool = False
    terlambat: str | None = None


@permits(*ALL_ROLES)
def told(ctx: Context, case_id: str) -> tuple[Kejadian, ...]:
    """All acts of a case, newest first. Raises NotFound, OtherSeksi."""
    raise NotImplementedError
