"""Frozen objects of the papers about the running of the SOP: punctuality, what is missing."""

from dataclasses import dataclass

from kinerja_desktop.domain.laporan import BarisWaktu, Naskah, Penandatangan


@dataclass(frozen=True, slots=True)
class BarisLaporanTriwulan:
    """Step 6 against its norm (from the day on which all reports were there) and against the plan.

    ``lewat``: norm or plan was passed.
    """

    nama: str
    norma: str
    diterima: str
    batas: str
    jadwal: str
    selesai: str
    hasil: str
    lewat: bool


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
