"""Frozen objects of the papers of measuring and evaluating: Pengukuran Kinerja, Evaluasi Hasil Renja."""

from dataclasses import dataclass

from kinerja_desktop.domain.laporan import Naskah, Penandatangan, TabelCapaian, TabelUang
from kinerja_desktop.domain.triwulan import Triwulan


@dataclass(frozen=True, slots=True)
class Pengukuran:
    """Target, realisasi and capaian with the money spent; ``triwulan`` None speaks of the year."""

    naskah: Naskah
    triwulan: Triwulan | None
    capaian: TabelCapaian
    anggaran: TabelUang
    penandatangan: Penandatangan
