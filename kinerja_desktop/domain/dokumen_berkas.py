"""Frozen objects of papers about berkas: returns of a triwulan, history of one berkas, receipt of its report."""

from dataclasses import dataclass

from kinerja_desktop.domain.laporan import BarisBukti, Naskah, Penandatangan


@dataclass(frozen=True, slots=True)
class BarisAlasan:
    """One reason of a return, about an indikator or about the whole."""

    no: str
    nama: str
    alasan: str


@dataclass(frozen=True, slots=True)
class Kembali:
    """One return: what came back, when, when it was handed in again, and why."""

    judul: str
    dikembalikan: str
    diperbaiki: str
    alasan: tuple[BarisAlasan, ...]


@dataclass(frozen=True, slots=True)
class RekapPengembalian:
    """Every return of a triwulan."""

    naskah: Naskah
    pembuka: tuple[str, ...]
    kembali: tuple[Kembali, ...]
    penandatangan: Penandatangan
    mengetahui: Penandatangan


@dataclass(frozen=True, slots=True)
class DaftarBukti:
    """Evidence of a triwulan."""

    naskah: Naskah
    pembuka: tuple[str, ...]
    bukti: tuple[BarisBukti, ...]


@dataclass(frozen=True, slots=True)
class BarisRiwayat:
    """One act: what, who in which role, when, office time used against the norm, the record's digest in short."""

    no: str
    waktu: str
    tindakan: str
    oleh: str
    peran: str
    dipakai: str
    norma: str
    lewat: bool
    sidik: str


@dataclass(frozen=True, slots=True)
class RiwayatBerkas:
    """Every act on one berkas, also those that were taken back."""

    naskah: Naskah
    pembuka: tuple[str, ...]
    baris: tuple[BarisRiwayat, ...]
    penandatangan: Penandatangan


@dataclass(frozen=True, slots=True)
class BarisTerima:
    """One thing that was received."""

    no: str
    uraian: str
    jumlah: str
    keterangan: str


@dataclass(frozen=True, slots=True)
class TandaTerima:
    """The receipt for a seksi's report."""

    naskah: Naskah
    pembuka: tuple[str, ...]
    baris: tuple[BarisTerima, ...]
    penutup: tuple[str, ...]
    penerima: Penandatangan
    penyerah: Penandatangan
