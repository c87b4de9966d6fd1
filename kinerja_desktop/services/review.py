"""Step 5: the Kabid checks a seksi's report and decides; nothing is ever decided in bulk.

A decision names the version that was on the screen. Notes are kept as a draft while the Kabid reads.
Nobody approves what he handed in himself, unless nobody else holds the role and a reason is recorded.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum

from kinerja_desktop.domain.baris import BarisLembar
from kinerja_desktop.domain.lembar import Sel
from kinerja_desktop.domain.realisasi import Catatan, IsiIndikator
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services.cases import Kepala
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.services.collection import DrafTersimpan
from kinerja_desktop.services.context import Context, permits
from kinerja_desktop.services.section_report import BedaAngka, CatatanBaru
from kinerja_desktop.services.withdrawal import withdraw

__all__ = [
    "BarisPeriksa",
    "CatatanLalu",
    "Centang",
    "KelompokPeriksa",
    "PemeriksaanView",
    "Syarat",
    "VersiLaporan",
    "allowed_actions",
    "approve",
    "load",
    "return_for_correction",
    "save_notes",
    "withdraw",
]


class Centang(Enum):
    """What the Kabid ticks by hand before he approves."""

    BUKTI = "Angka sesuai bukti"
    WAJAR = "Capaian dan kategori wajar"
    FAKTOR = "Faktor dan tindak lanjut memadai"


@dataclass(frozen=True, slots=True)
class CatatanLalu:
    """A note of the last return, and whether the Kasubag ticked it as repaired."""

    catatan: Catatan
    oleh: str
    pada: datetime
    waktu_teks: str
    diperbaiki: bool


@dataclass(frozen=True, slots=True)
class VersiLaporan:
    """An indikator's figure in one version handed in: "Versi 2 (dikembalikan)", "3", "125,00%"."""

    nomor: int
    judul: str
    realisasi: str
    capaian: str


@dataclass(frozen=True, slots=True)
class BarisPeriksa:
    """One indikator under review. ``sebelum`` is the figure before the last return where it changed.

    ``perlu_dilihat``: changed, noted, warned of, or without data.
    """

    baris: BarisLembar
    isi: IsiIndikator
    sel: Sel
    sebelum: BedaAngka | None
    tw_lalu: str
    tahun_lalu: str
    catatan_lalu: tuple[CatatanLalu, ...]
    versi: tuple[VersiLaporan, ...]
    perlu_dilihat: bool


@dataclass(frozen=True, slots=True)
class KelompokPeriksa:
    """A sasaran with its rows and mean ("98,17%")."""

    judul: str
    rata_rata: str
    baris: tuple[BarisPeriksa, ...]


@dataclass(frozen=True, slots=True)
class Syarat:
    """One line of the checklist above the decision."""

    teks: str
    terpenuhi: bool


@dataclass(frozen=True, slots=True)
class PemeriksaanView:
    """Screen of step 5.

    ``catatan_draf`` are the notes being written now. ``laporan_sendiri``: the actor handed this version
    in; ``pengecualian_boleh``: nobody else could check it, so an exception with a reason may be
    recorded. ``kembali_kepada``, ``batas_kembali`` and ``kembali_ke`` fill the dialog of a return.
    ``sesudah`` tells the decision while it can be taken back.
    """

    kepala: Kepala
    judul: str
    keterangan_versi: str
    kelompok: tuple[KelompokPeriksa, ...]
    rata_rata: Decimal | None
    rata_rata_teks: str
    kategori: str
    keterangan_rata_rata: str
    uraian: str
    perubahan: tuple[BedaAngka, ...]
    catatan_umum: tuple[CatatanLalu, ...]
    syarat: tuple[Syarat, ...]
    catatan_draf: tuple[CatatanBaru, ...]
    alasan_draf: str
    versi_draf: int
    laporan_sendiri: bool
    pengecualian_boleh: bool
    kembali_kepada: str
    batas_kembali: datetime
    kembali_ke: int
    sesudah: str = ""


@permits(Role.KABID, Role.CAMAT, Role.KASUBAG_PERENCANAAN)
def load(ctx: Context, case_id: str) -> PemeriksaanView:
    """Everything the screen shows. Raises NotFound, WrongState before the first report."""
    raise NotImplementedError


@permits(Role.KABID)
def allowed_actions(ctx: Context, case_id: str) -> frozenset[Action]:
    """Decisions open to the actor now, for the buttons."""
    raise NotImplementedError


@permits(Role.KABID)
def save_notes(ctx: Context, case_id: str, catatan: Sequence[CatatanBaru], alasan: str, *, seen: int) -> DrafTersimpan:
    """Keep the notes being written."""
    raise NotImplementedError


@permits(Role.KABID)
def approve(
    ctx: Context,
    case_id: str,
    *,
    centang: Collection[Centang],
    catatan: str = "",
    pengecualian: str = "",
    seen: int,
) -> Changes:
    """Approve and freeze the numbered copy. The password is asked again by the window before.

    Raises ChecksMissing, OwnReport, StaleWrite, WrongState.
    """
    raise NotImplementedError


@permits(Role.KABID)
def return_for_correction(
    ctx: Context, case_id: str, alasan: str, catatan: Sequence[CatatanBaru] = (), *, seen: int
) -> Changes:
    """Return it to the Kasubag. Raises ReasonTooShort, StaleWrite, WrongState."""
    raise NotImplementedError
