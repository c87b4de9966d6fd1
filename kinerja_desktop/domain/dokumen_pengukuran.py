"""Frozen objects of the papers of measuring and evaluating: Pengukuran Kinerja, Evaluasi Hasil Renja."""

from dataclasses import dataclass

from kinerja_desktop.domain.laporan import Angka, Naskah, Penandatangan, TabelCapaian, TabelUang
from kinerja_desktop.domain.triwulan import Triwulan

_TIADA = Angka(None)


@dataclass(frozen=True, slots=True)
class Pengukuran:
    """Target, realisasi and capaian with the money spent; ``triwulan`` None speaks of the year."""

    naskah: Naskah
    triwulan: Triwulan | None
    capaian: TabelCapaian
    anggaran: TabelUang
    penandatangan: Penandatangan


@dataclass(frozen=True, slots=True)
class Pasangan:
    """Kinerja and money of one numbered column; ``ribuan`` is the money as the printed form has it."""

    kinerja: Angka
    rupiah: Angka = _TIADA
    ribuan: Angka = _TIADA


@dataclass(frozen=True, slots=True)
class BarisRenja:
    """One row of the Evaluasi Hasil Renja, columns 3 to 15; ``catatan`` are the notes raised at the indikator."""

    no: str
    program: str
    indikator: str
    satuan: str
    target_renstra: Pasangan
    realisasi_lalu: Pasangan
    target: Pasangan
    triwulan: tuple[Pasangan, Pasangan, Pasangan, Pasangan]
    realisasi: Pasangan
    kumulatif: Pasangan
    tingkat: Pasangan
    catatan: tuple[int, ...] = ()

    @property
    def pasangan(self) -> tuple[Pasangan, ...]:
        """Columns 6 to 15 in their order."""
        before = (self.target_renstra, self.realisasi_lalu, self.target)
        return (*before, *self.triwulan, self.realisasi, self.kumulatif, self.tingkat)


@dataclass(frozen=True, slots=True)
class KelompokRenja:
    """A sasaran with its rows."""

    sasaran: str
    baris: tuple[BarisRenja, ...]


@dataclass(frozen=True, slots=True)
class EvaluasiRenja:
    """The Evaluasi Hasil Renja of a triwulan.

    ``periode`` stands below the title, ``kepala`` are the heads of columns 6 to 15, ``kaki`` is the foot with its
    heads and words.
    """

    naskah: Naskah
    triwulan: Triwulan
    periode: str
    kepala: tuple[str, ...]
    kelompok: tuple[KelompokRenja, ...]
    catatan: tuple[str, ...]
    kaki: tuple[tuple[str, str], ...]
    penandatangan: Penandatangan
