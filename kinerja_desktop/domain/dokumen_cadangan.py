"""Frozen objects of the papers about backups: the recovery sheet and the berita acara of a drill."""

from dataclasses import dataclass

from kinerja_desktop.domain.laporan import Naskah, Penandatangan


@dataclass(frozen=True, slots=True)
class LembarPemulihanCetak:
    """The recovery sheet as it is printed, once for each of ``penyimpan``. ``kata`` also stand in its QR.

    Never filed: it holds the key of every backup.
    """

    naskah: Naskah
    penyimpan: tuple[str, ...]
    pengantar: tuple[str, ...]
    keterangan: tuple[tuple[str, str], ...]
    kata: tuple[str, ...]
    langkah: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BagianUji:
    """One part of the check as the berita acara lists it."""

    nama: str
    jumlah: str
    hasil: str


@dataclass(frozen=True, slots=True)
class BeritaAcaraUji:
    """What a drill found, on one page: the copy, the parts of the check, the conclusion, who tried, who knows of it."""

    naskah: Naskah
    pembuka: tuple[str, ...]
    keterangan: tuple[tuple[str, str], ...]
    bagian: tuple[BagianUji, ...]
    simpulan: tuple[str, ...]
    penguji: Penandatangan
    mengetahui: Penandatangan
