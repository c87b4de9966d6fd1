"""Pemantauan: which seksi stands at which step, how long each took against its norm, who is late.

Approved and draft figures are never mixed: the capaian shown is that of the newest quarter that has
approved reports, of those reports alone.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum

from kinerja_desktop.domain.indikator import Seksi
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Langkah
from kinerja_desktop.services.context import Context, permits


class KeadaanLangkah(Enum):
    """Colour and symbol of a step or cell."""

    BELUM = "belum"
    SELESAI = "selesai"
    SELESAI_LEWAT = "selesai melewati batas"
    BERJALAN = "berjalan"
    HARI_INI = "hari ini"
    TERLAMBAT = "terlambat"
    DIPERBAIKI = "diperbaiki"


@dataclass(frozen=True, slots=True)
class LangkahAlur:
    """One symbol of the flow: "2 Memerintahkan Analis", "selesai · 6 unit". ``case_ids``: who stands there."""

    langkah: Langkah
    nomor: str
    judul: str
    keterangan: str
    keadaan: KeadaanLangkah
    terlambat: int
    case_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SelWaktu:
    """One cell of the matrix: "10 menit", "13 Jul 09.40", "terlambat 1 hari"; ``petunjuk`` is the tooltip."""

    langkah: Langkah
    keadaan: KeadaanLangkah
    teks: str
    petunjuk: str = ""


@dataclass(frozen=True, slots=True)
class BarisWaktuSeksi:
    """One seksi: its berkas and the times of steps 1 to 5."""

    seksi: Seksi
    case_id: str | None
    label: str
    sel: tuple[SelWaktu, ...]


@dataclass(frozen=True, slots=True)
class BarisSasaran:
    """One bar: ``nilai`` None is not measured, and ``keterangan`` says why ("diukur TW IV")."""

    judul: str
    nilai: Decimal | None
    teks: str
    kategori: str
    tercapai: bool
    keterangan: str = ""


@dataclass(frozen=True, slots=True)
class CapaianKantor:
    """Capaian of approved reports of one quarter. ``keterangan`` names what it leaves out."""

    triwulan: Triwulan | None
    sasaran: tuple[BarisSasaran, ...]
    rata_rata: str
    kategori: str
    serapan: str
    efisiensi: str
    keterangan: str
    disetujui: int
    jumlah: int


@dataclass(frozen=True, slots=True)
class PemantauanView:
    """Screen of Pemantauan. ``kepala_kolom`` are "1 Tugas" and "15 menit"."""

    triwulan: Triwulan
    pilihan: tuple[Triwulan, ...]
    disetujui: int
    menunggu_pemeriksaan: int
    perlu_perbaikan: int
    terlambat: int
    alur: tuple[LangkahAlur, ...]
    kepala_kolom: tuple[tuple[str, str], ...]
    matriks: tuple[BarisWaktuSeksi, ...]
    capaian: CapaianKantor
    kosong: str
    sekarang: datetime


@permits(Role.KABID, Role.CAMAT, Role.KASUBAG_PERENCANAAN)
def load(ctx: Context, triwulan: Triwulan | None = None) -> PemantauanView:
    """Everything the screen shows; the quarter that is collected now when none is named."""
    raise NotImplementedError
