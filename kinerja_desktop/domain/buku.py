"""Buku Kinerja: everything that one workbook says, as plain values.

The reader and writer of the file stand in ``exchange``; what is done with it in ``services`` and
``capaian``. A field exists here for every column of the workbook, so export and import are inverse.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.indikator import Rencana, Seksi
from kinerja_desktop.domain.pegawai import Instansi, Pegawai
from kinerja_desktop.domain.realisasi import RealisasiTahun


@dataclass(frozen=True, slots=True)
class TeksTriwulan:
    """Factors and follow-up of one indikator in one triwulan (1 to 4)."""

    kode: str
    triwulan: int
    faktor_pendukung: str = ""
    faktor_penghambat: str = ""
    tindak_lanjut: str = ""


@dataclass(frozen=True, slots=True)
class BukuKinerja:
    """One workbook: the office, its people, the plan and the figures of one year.

    ``peringatan`` are sentences for people, each naming sheet and cell. ``letak`` are addresses of cells by sheet, code
    and column, for faults that only an office can find.
    """

    instansi: Instansi
    rencana: Rencana
    realisasi: tuple[RealisasiTahun, ...] = ()
    teks: tuple[TeksTriwulan, ...] = ()
    anggaran: tuple[BarisAnggaran, ...] = ()
    seksi: tuple[Seksi, ...] = ()
    pegawai: tuple[Pegawai, ...] = ()
    peringatan: tuple[str, ...] = ()
    letak: Mapping[tuple[str, str, str], str] = field(default_factory=dict, compare=False, repr=False)

    def sel(self, lembar: str, kode: str, *kolom: str) -> str | None:
        """Address of the first of these columns that is filled in the row of a code."""
        return next((self.letak[lembar, kode, k] for k in kolom if (lembar, kode, k) in self.letak), None)
