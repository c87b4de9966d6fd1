"""Buku Kinerja: everything that one workbook says, as plain values.

The reader and writer of the file stand in ``exchange``; what is done with it in ``services`` and
``capaian``. A field exists here for every column of the workbook, so export and import are inverse.
"""

from collections.abc import Collection, Mapping
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
class BarisAsal:
    """Where a row stands in its file: its sheet as named there, its number, the letters of columns by our names.

    ``ditolak``: something is wrong with it, so it is compared with the office and never stored; of its columns in
    ``salah`` nothing can be told.
    """

    lembar: str
    nomor: int
    kolom: Mapping[str, str]
    terisi: Collection[str]
    ditolak: bool = False
    salah: Collection[str] = ()

    def sel(self, *nama: str) -> str | None:
        """Address of the first of these columns that is filled in this row."""
        return next((f"{self.kolom[n]}{self.nomor}" for n in nama if n in self.terisi), None)


def baris_pegawai(pegawai: Pegawai) -> str:
    """What names a row of Pegawai in ``letak``: one person has a row for each jabatan, seksi and day."""
    said = (pegawai.nama, pegawai.jabatan, pegawai.seksi, pegawai.mulai)
    return "; ".join("" if part is None else str(part) for part in said)


@dataclass(frozen=True, slots=True)
class PeringatanSel:
    """Something odd that is read all the same; as text one sentence with its place."""

    lembar: str
    sel: str | None
    teks: str

    def __str__(self) -> str:
        return f"Lembar {self.lembar}{f', sel {self.sel}' if self.sel else ''}: {self.teks}"


@dataclass(frozen=True, slots=True)
class BukuKinerja:
    """One workbook: the office, its people, the plan and the figures of one year.

    ``peringatan`` are sentences for people, each naming sheet and cell. ``letak`` tells by sheet and code where a row
    stands in the file, for faults that only an office can find; ``kolom`` by sheet which columns the file has, where it
    was read of one. ``latihan`` tells of an export whether a practice office wrote it; None of what was made by hand.
    """

    instansi: Instansi
    rencana: Rencana
    realisasi: tuple[RealisasiTahun, ...] = ()
    teks: tuple[TeksTriwulan, ...] = ()
    anggaran: tuple[BarisAnggaran, ...] = ()
    seksi: tuple[Seksi, ...] = ()
    pegawai: tuple[Pegawai, ...] = ()
    peringatan: tuple[str, ...] = ()
    letak: Mapping[tuple[str, str], BarisAsal] = field(default_factory=dict, compare=False, repr=False)
    kolom: Mapping[str, Collection[str]] = field(default_factory=dict, compare=False, repr=False)
    latihan: bool | None = field(default=None, compare=False)
