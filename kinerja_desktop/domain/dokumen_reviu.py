"""Frozen object of the Kertas Kerja Reviu of the LKjIP; the Pernyataan Telah Direviu is bound into the report."""

from dataclasses import dataclass

from kinerja_desktop.domain.laporan import Naskah, Penandatangan


@dataclass(frozen=True, slots=True)
class ButirReviu:
    """One statement of the checklist. ``jawaban`` None is left to the hand."""

    no: str
    pernyataan: str
    jawaban: bool | None
    catatan: str


@dataclass(frozen=True, slots=True)
class BagianReviu:
    """One part of the checklist."""

    judul: str
    butir: tuple[ButirReviu, ...]


@dataclass(frozen=True, slots=True)
class KertasKerjaReviu:
    """The checklist of a review; ``petunjuk`` stands below the title."""

    naskah: Naskah
    petunjuk: str
    bagian: tuple[BagianReviu, ...]
    penandatangan: Penandatangan
