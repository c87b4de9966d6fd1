"""Evaluation of AKIP (PermenPANRB 88/2021): its criteria, what serves them here, the index of a Paket Bukti LKE.

The criteria are data (``resources/lke``), since the evaluator's sheet changes: what is told here is only their shape.
"""

from dataclasses import dataclass

from kinerja_desktop.domain.laporan import Naskah, Penandatangan


@dataclass(frozen=True, slots=True)
class Kriteria:
    """One criterion; ``jenis`` are kinds of our papers that serve it, ``luar`` is what the office adds by itself."""

    nomor: str
    teks: str
    jenis: tuple[str, ...]
    luar: str


@dataclass(frozen=True, slots=True)
class SubKomponen:
    """A part of a component with its weight in points."""

    nomor: str
    nama: str
    bobot: str
    kriteria: tuple[Kriteria, ...]


@dataclass(frozen=True, slots=True)
class Komponen:
    """A component of the evaluation with its weight in points."""

    nomor: str
    nama: str
    bobot: str
    sub: tuple[SubKomponen, ...]


@dataclass(frozen=True, slots=True)
class KatalogLke:
    """The whole sheet: regulation, source of its words, components, folders of a packet with their kinds."""

    peraturan: str
    sumber: tuple[str, ...]
    komponen: tuple[Komponen, ...]
    folder: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def kriteria(self) -> tuple[Kriteria, ...]:
        """All criteria in order."""
        return tuple(k for c in self.komponen for s in c.sub for k in s.kriteria)

    @property
    def jenis(self) -> tuple[str, ...]:
        """Kinds of papers that serve any criterion, in the order of the folders."""
        return tuple(jenis for _, kinds in self.folder for jenis in kinds)


YANG_BELUM_ADA = "Yang Belum Ada"
"""Caption of the table of what is missing, which the opening of an index names."""

# --- the index -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BarisKriteria:
    """A criterion in the index: what is in the packet for it, line by line, and whether that is all."""

    nomor: str
    teks: str
    bukti: tuple[str, ...]
    keadaan: str
    kurang: bool


@dataclass(frozen=True, slots=True)
class KelompokKriteria:
    """The criteria of one part; ``bagian`` is its number with its component."""

    bagian: str
    judul: str
    baris: tuple[BarisKriteria, ...]


@dataclass(frozen=True, slots=True)
class BarisKurang:
    """Something that is not there yet: what, for which criteria, what to do."""

    no: str
    apa: str
    kriteria: str
    saran: str


@dataclass(frozen=True, slots=True)
class BarisIsi:
    """One file of the packet."""

    no: str
    nama: str
    nomor: str
    tanda_tangan: str


@dataclass(frozen=True, slots=True)
class FolderIsi:
    """One folder of the packet."""

    nama: str
    baris: tuple[BarisIsi, ...]


@dataclass(frozen=True, slots=True)
class IndeksBuktiLke:
    """The index of a packet: criteria with their evidence, what is missing, what lies in which folder."""

    naskah: Naskah
    pembuka: tuple[str, ...]
    kelompok: tuple[KelompokKriteria, ...]
    kurang: tuple[BarisKurang, ...]
    isi: tuple[FolderIsi, ...]
    sumber: str
    penandatangan: Penandatangan
