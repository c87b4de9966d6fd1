"""Frozen objects of the papers about the SOP and its running: the SOP itself, punctuality, what is missing."""

from dataclasses import dataclass

from kinerja_desktop.domain.bagan_sop import BaganSop
from kinerja_desktop.domain.laporan import BarisLaporanTriwulan, BarisWaktu, Naskah, Penandatangan


@dataclass(frozen=True, slots=True)
class RekapWaktu:
    """How the steps of one triwulan kept their limits."""

    naskah: Naskah
    pembuka: tuple[str, ...]
    waktu: tuple[BarisWaktu, ...]
    langkah6: BarisLaporanTriwulan
    ikhtisar: tuple[str, ...]
    penandatangan: Penandatangan
    mengetahui: Penandatangan


@dataclass(frozen=True, slots=True)
class BarisBelum:
    """A seksi whose report is still missing: where its berkas lies and how late the plan's day is."""

    no: str
    seksi: str
    tahap: str
    batas: str
    terlambat: str
    keterangan: str


@dataclass(frozen=True, slots=True)
class DaftarBelum:
    """Which seksi have not handed over their report at a stated hour."""

    naskah: Naskah
    pembuka: tuple[str, ...]
    baris: tuple[BarisBelum, ...]
    penutup: tuple[str, ...]
    penandatangan: Penandatangan


@dataclass(frozen=True, slots=True)
class DokumenSop:
    """The SOP: its identity block as label and value, the three pairs below it, and its flow chart.

    ``pasangan`` are two cells side by side, each a heading with its lines; ``nomor_sop`` is empty for the hand.
    """

    naskah: Naskah
    nama: str
    nomor_sop: str
    dibuat: str
    direvisi: str
    efektif: str
    pasangan: tuple[tuple[tuple[str, tuple[str, ...]], tuple[str, tuple[str, ...]]], ...]
    catatan: tuple[str, ...]
    bagan: BaganSop
    pengesah: Penandatangan


@dataclass(frozen=True, slots=True)
class SopBerjalan:
    """The flow chart of one seksi's berkas as it stands at an hour; for meetings."""

    naskah: Naskah
    berkas: str
    keadaan: str
    bagan: BaganSop
