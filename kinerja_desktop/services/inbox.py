"""Kotak Tugas: who wants what by when, and what to press.

One query feeds list, badge, title, role switch and the strip about other roles, so they cannot differ.
Only open cases and those of one quarter are read: the list stays as fast in the twentieth year. To add a
kind of task: its rows in ``workflow``, its words in ``_WORDS``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from kinerja_desktop.domain.indikator import Seksi
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.tenggat import Kelompok, Tenggat
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Jenis, Langkah, Status
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.services.context import ALL_ROLES, Context, permits
from kinerja_desktop.services.history import Kejadian


class Lingkup(Enum):
    """Scopes of the list; the value is the caption of its button."""

    SAYA = "Perlu Tindakan Saya"
    BERJALAN = "Sedang Berjalan"
    SELESAI = "Selesai"
    SEMUA = "Semua Unit"


@dataclass(frozen=True, slots=True)
class Tugas:
    """One row. ``key`` stays the same over reloads. ``case_id`` None: the order of a quarter (step 1).

    ``judul`` "Periksa laporan Seksi Pemerintahan", ``kalimat`` "Hasan … mengajukan Senin 13 Juli,
    14.05", ``tombol`` "Periksa Laporan". ``tanda`` are small warnings ("bahan terlambat").
    """

    key: str
    case_id: str | None
    jenis: Jenis
    tahun: int
    triwulan: Triwulan | None
    seksi: Seksi | None
    status: Status
    chip: str
    langkah: Langkah | None
    judul: str
    kalimat: str
    tombol: str
    tenggat: Tenggat
    versi: int
    baru: bool = False
    tanda: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KelompokTugas:
    """A group with its rows; ``keterangan`` stands beside the count ("sampai 16.00")."""

    kelompok: Kelompok
    keterangan: str
    tugas: tuple[Tugas, ...]


@dataclass(frozen=True, slots=True)
class PeranLain:
    """Tasks that wait for the same person in another role; ``contoh`` names the most urgent one."""

    role: Role
    seksi: str | None
    jumlah: int
    contoh: str


@dataclass(frozen=True, slots=True)
class KotakTugas:
    """The whole screen without the preview.

    ``jumlah`` counts each scope. SAYA and BERJALAN hold open work of every quarter, SELESAI and SEMUA that
    of ``triwulan``. ``ringkasan`` "4 tugas menunggu Anda: 1 terlambat, 2 harus selesai hari ini."
    ``per_langkah`` counts SAYA by step, for badges of other tabs. ``sesudah_ini`` may be empty.
    """

    lingkup: Lingkup
    triwulan: Triwulan
    pilihan: tuple[Triwulan, ...]
    jumlah: Mapping[Lingkup, int]
    kelompok: tuple[KelompokTugas, ...]
    ringkasan: str
    sesudah_ini: str
    kosong: str
    peran_lain: tuple[PeranLain, ...]
    per_langkah: Mapping[Langkah, int]
    sekarang: datetime


@dataclass(frozen=True, slots=True)
class Potongan:
    """A piece of running text; ``tebal`` is set in bold."""

    teks: str
    tebal: bool = False


@dataclass(frozen=True, slots=True)
class Pratinjau:
    """Preview of one task. ``baris`` are label and text, ``tombol`` the primary act, ``riwayat`` newest first."""

    key: str
    case_id: str | None
    judul: str
    subjudul: str
    versi: str
    ringkasan: tuple[Potongan, ...]
    tenggat: Tenggat
    baris: tuple[tuple[str, str], ...]
    tombol: str
    langkah: Langkah | None
    riwayat: tuple[Kejadian, ...]


@permits(*ALL_ROLES)
def load(ctx: Context, lingkup: Lingkup = Lingkup.SAYA, triwulan: Triwulan | None = None) -> KotakTugas:
    """The list with all its counts, for the actor's role."""
    raise NotImplementedError


@permits(*ALL_ROLES)
def counts(ctx: Context) -> Mapping[Role, int]:
    """Tasks waiting for this person in each of his roles today (role switch, tray)."""
    raise NotImplementedError


@permits(*ALL_ROLES)
def preview(ctx: Context, key: str) -> Pratinjau:
    """What the panel shows of one task (its ``key``). Raises NotFound, OtherSeksi."""
    raise NotImplementedError


@permits(*ALL_ROLES)
def opened(ctx: Context, case_id: str) -> Changes:
    """Note that the actor opened it: "dibaca"."""
    raise NotImplementedError
