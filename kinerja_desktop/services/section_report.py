"""Step 4: the Kasubag turns bahan into the seksi's Laporan Data Kinerja, and hands it over when approved.

He may change a figure, but never silently: every figure unlike the bahan is listed. After a return
each note must be ticked before "Ajukan Kembali".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from kinerja_desktop.domain.baris import KelompokLembar
from kinerja_desktop.domain.lembar import Hitungan, Sel
from kinerja_desktop.domain.realisasi import Isi, IsiIndikator
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services.cases import Kepala
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.services.collection import DrafTersimpan, TandaKembali
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.withdrawal import withdraw

__all__ = [
    "BedaAngka",
    "CatatanBaru",
    "LaporanSeksiView",
    "hand_over",
    "load",
    "return_bahan",
    "save_draft",
    "submit",
    "withdraw",
]


@dataclass(frozen=True, slots=True)
class BedaAngka:
    """A figure that differs between two contents, ready to show as "812 → 512"."""

    kode: str
    dari: Decimal | None
    ke: Decimal | None
    dari_teks: str
    ke_teks: str


@dataclass(frozen=True, slots=True)
class CatatanBaru:
    """A note that somebody is writing; ``kode`` None pins it to the whole report."""

    kode: str | None
    teks: str


@dataclass(frozen=True, slots=True)
class LaporanSeksiView:
    """Screen of step 4.

    ``beda_bahan``: figures that the Kasubag changed against the bahan. ``bahan_baru``: figures that
    came with a newer bahan than the draft was begun on. ``tombol`` is the caption of the primary act.
    ``naik_turun`` gives per kode the difference of realisasi to the quarter before.
    """

    kepala: Kepala
    kelompok: tuple[KelompokLembar, ...]
    isi: Isi
    sel: tuple[tuple[str, Sel], ...]
    hitungan: Hitungan
    bahan_dari: str
    bahan_pada: datetime | None
    bahan_keterangan: str
    beda_bahan: tuple[BedaAngka, ...]
    bahan_baru: tuple[BedaAngka, ...]
    naik_turun: tuple[tuple[str, Decimal], ...]
    pengembalian: TandaKembali | None
    uraian_kosong: tuple[str, ...]
    versi_draf: int
    tersimpan: datetime | None
    terkunci: bool
    dapat_diajukan: bool
    belum_dapat: str
    tombol: str
    sesudah: str = ""


@permits(Role.KASUBAG)
def load(ctx: Context, case_id: str) -> LaporanSeksiView:
    """Everything the screen shows. Raises NotFound, OtherSeksi."""
    raise NotImplementedError


@permits(Role.KASUBAG)
def save_draft(
    ctx: Context,
    case_id: str,
    changed: Sequence[IsiIndikator] = (),
    *,
    uraian: str | None = None,
    perbaikan: Sequence[str] | None = None,
    seen: int,
) -> DrafTersimpan:
    """Keep changed rows, the report's paragraphs, ticks on notes to the whole (ids)."""
    raise NotImplementedError


@permits(Role.KASUBAG)
def return_bahan(ctx: Context, case_id: str, alasan: str, catatan: Sequence[CatatanBaru] = (), *, seen: int) -> Changes:
    """Send bahan back to the analyst. Raises ReasonTooShort, WrongState, StaleWrite."""
    raise NotImplementedError


@permits(Role.KASUBAG)
def submit(ctx: Context, case_id: str, *, seen: int, seen_draf: int, catatan: str = "") -> Changes:
    """Hand the stored draft to the Kabid. Raises Incomplete with every gap, StaleWrite, WrongState."""
    raise NotImplementedError


@permits(Role.KASUBAG)
def hand_over(ctx: Context, case_id: str, *, seen: int, catatan: str = "") -> Changes:
    """Pass the approved report to the Kasubag Perencanaan; the last seksi starts the Laporan Triwulan."""
    raise NotImplementedError
