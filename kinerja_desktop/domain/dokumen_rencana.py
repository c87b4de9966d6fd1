"""Frozen objects of the papers of planning: Rencana Aksi, Indikator Kinerja Utama."""

from dataclasses import dataclass

from kinerja_desktop.domain.laporan import BarisRenstra, Naskah, Penandatangan, RencanaAksi


@dataclass(frozen=True, slots=True)
class LembarRencanaAksi:
    """The Rencana Aksi: every indikator with its year, its quarters and who answers for it."""

    naskah: Naskah
    rencana: tuple[RencanaAksi, ...]
    penandatangan: Penandatangan


@dataclass(frozen=True, slots=True)
class DaftarIku:
    """The Indikator Kinerja Utama with reason, formula and source."""

    naskah: Naskah
    baris: tuple[BarisRenstra, ...]
    penandatangan: Penandatangan
