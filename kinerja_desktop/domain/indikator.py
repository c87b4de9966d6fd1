"""Indikator and what is promised of them: kinds, targets, plan versions, predicate scales.

No measuring here (``capaian``) and no figures of what happened (``realisasi``). To add a kind of
accumulation or a formula: a member below, its row in ``capaian``, its word in the workbook reader.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum

from kinerja_desktop.domain.frozen import LATER


class Tingkat(Enum):
    """Level of an indikator in the plan; the value is how workbooks write it."""

    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUB_KEGIATAN = "sub_kegiatan"

    @property
    def label(self) -> str:
        """The level as papers write it."""
        return self.value.replace("_", " ").capitalize()


class Polaritas(Enum):
    """Whether more is better."""

    POSITIF = "positif"
    NEGATIF = "negatif"

    @property
    def label(self) -> str:
        """The polarity in the words of the screens."""
        return "makin tinggi makin baik" if self is Polaritas.POSITIF else "makin rendah makin baik"


class Akumulasi(Enum):
    """How quarters make a year."""

    AKUMULASI = "akumulasi"
    POSISI_AKHIR = "posisi_akhir"
    RATA_RATA = "rata_rata"
    TAHUNAN = "tahunan"

    @property
    def label(self) -> str:
        """The kind as papers write it."""
        return {"posisi_akhir": "posisi akhir", "rata_rata": "rata-rata"}.get(self.value, self.value)


class Rumus(Enum):
    """Formula of capaian: P1 = R/T, N1 = (2T - R)/T, N2 = T/R, each times 100."""

    P1 = "P1"
    N1 = "N1"
    N2 = "N2"

    @property
    def polaritas(self) -> Polaritas:
        """The polarity that the formula measures."""
        return Polaritas.POSITIF if self is Rumus.P1 else Polaritas.NEGATIF


class Faktor(Enum):
    """What a quotient of raw figures is multiplied with."""

    PERSEN = "persen"
    RASIO = "rasio"

    @property
    def nilai(self) -> int:
        """The number that it stands for."""
        return 100 if self is Faktor.PERSEN else 1


@dataclass(frozen=True, slots=True)
class Komponen:
    """The raw figures that a realisasi is made of, as an analyst counts them: what is divided by what."""

    pembilang: str
    penyebut: str
    faktor: Faktor = Faktor.PERSEN


RUMUS_BAKU: Mapping[Polaritas, Rumus] = {Polaritas.POSITIF: Rumus.P1, Polaritas.NEGATIF: Rumus.N1}
Four = tuple[Decimal | None, Decimal | None, Decimal | None, Decimal | None]
KOSONG4: Four = (None, None, None, None)
EmpatTeks = tuple[str | None, str | None, str | None, str | None]
TANPA_TEKS: EmpatTeks = (None, None, None, None)


@dataclass(frozen=True, slots=True)
class Target:
    """What one plan version promises of one indikator: the year and the four quarters (unit: satuan)."""

    tahun: Decimal | None = None
    triwulan: Four = KOSONG4


@dataclass(frozen=True, slots=True)
class Seksi:
    """A section of the office; ``kode`` is its key in workbooks and numbers."""

    kode: str
    nama: str


@dataclass(frozen=True, slots=True)
class Indikator:
    """One indikator as the murni plan has it. ``target`` is the murni target; see ``VersiRencana``.

    ``aksi`` is what will be done in each triwulan. An indikator is never deleted once it was used: it is closed
    (``tidak_dipakai_sejak``, the first day on which it promises nothing) and another one may follow it:
    ``menggantikan`` is the kode of the one that this one took over from, in this plan or an earlier one.
    """

    kode: str
    nama: str
    tingkat: Tingkat = Tingkat.SASARAN
    sasaran: str | None = None
    satuan: str | None = None
    polaritas: Polaritas = Polaritas.POSITIF
    akumulasi: Akumulasi = Akumulasi.POSISI_AKHIR
    rumus: Rumus = Rumus.P1
    target: Target = field(default_factory=Target)
    seksi: str | None = None
    iku: bool = False
    definisi: str | None = None
    formulasi: str | None = None
    sumber_data: str | None = None
    frekuensi: str | None = None
    penanggung_jawab: str | None = None
    bukti_wajib: bool = False
    target_renstra: Decimal | None = None
    tahun_renstra: int | None = None
    pembanding: Decimal | None = None
    sumber_pembanding: str | None = None
    komponen_pembilang: str | None = field(default=None, metadata=LATER)
    komponen_penyebut: str | None = field(default=None, metadata=LATER)
    komponen_faktor: Faktor = field(default=Faktor.PERSEN, metadata=LATER)
    aksi: EmpatTeks = field(default=TANPA_TEKS, metadata=LATER)
    tidak_dipakai_sejak: date | None = field(default=None, metadata=LATER)
    alasan_tidak_dipakai: str | None = field(default=None, metadata=LATER)
    menggantikan: str | None = field(default=None, metadata=LATER)

    @property
    def komponen(self) -> Komponen | None:
        """The raw figures of the formulasi; None where the realisasi is given as it is."""
        if not self.komponen_pembilang or not self.komponen_penyebut:
            return None
        return Komponen(self.komponen_pembilang, self.komponen_penyebut, self.komponen_faktor)

    def dipakai(self, tanggal: date) -> bool:
        """Whether it is measured on that day; a triwulan asks for its last day."""
        return self.tidak_dipakai_sejak is None or tanggal < self.tidak_dipakai_sejak


_POKOK = ("nama", "sasaran", "satuan", "tingkat", "polaritas", "akumulasi", "rumus")


def pokok_berubah(lama: Indikator, baru: Indikator) -> tuple[str, ...]:
    """What differs of that which a signed plan says and how it is measured; targets change by a version only."""
    return tuple(nama for nama in _POKOK if getattr(lama, nama) != getattr(baru, nama))


@dataclass(frozen=True, slots=True)
class Sasaran:
    """A sasaran of the office and the tujuan that it serves; indikator name it by its ``teks``."""

    teks: str
    tujuan: str | None = None


@dataclass(frozen=True, slots=True)
class VersiRencana:
    """A changed plan (Perjanjian Kinerja Perubahan): targets by kode, in force from a day on."""

    versi: str
    berlaku_mulai: date
    target: tuple[tuple[str, Target], ...]


@dataclass(frozen=True, slots=True)
class NilaiSkala:
    """One step of a predicate scale: in this satuan, ``teks`` counts as ``nilai``."""

    satuan: str
    teks: str
    nilai: Decimal


@dataclass(frozen=True, slots=True)
class Riwayat:
    """Target and realisasi of an earlier year.

    ``indikator_lama`` is the kode of the indikator that measured that year, where it was another one
    (``Indikator.menggantikan``): the figures stand beside each other, but the line between them is broken.
    """

    kode: str
    tahun: int
    target: Decimal | None
    realisasi: Decimal | None
    diimpor: bool = False
    indikator_lama: str | None = field(default=None, metadata=LATER)


@dataclass(frozen=True, slots=True)
class Rencana:
    """Everything promised for one year, with the versions in order of ``berlaku_mulai``."""

    tahun: int
    indikator: tuple[Indikator, ...]
    versi: tuple[VersiRencana, ...] = ()
    skala: tuple[NilaiSkala, ...] = ()
    riwayat: tuple[Riwayat, ...] = ()
    sasaran: tuple[Sasaran, ...] = field(default=(), metadata=LATER)

    @property
    def semua_sasaran(self) -> tuple[Sasaran, ...]:
        """The sasaran that were written down, then those that only an indikator of a sasaran names."""
        known = {s.teks for s in self.sasaran}
        own = (i.sasaran for i in self.indikator if i.tingkat is Tingkat.SASARAN)
        named = dict.fromkeys(teks for teks in own if teks and teks not in known)
        return (*self.sasaran, *map(Sasaran, named))

    @property
    def dijanjikan(self) -> tuple[Indikator, ...]:
        """What the head of the office promises: indikator of sasaran and above; of a plan without, the highest level.

        Kegiatan and sub kegiatan are promised by those below (levels of the Perjanjian Kinerja, PermenPANRB 53/2014).
        """
        high = tuple(i for i in self.indikator if i.tingkat in (Tingkat.TUJUAN, Tingkat.SASARAN))
        highest = next((level for level in Tingkat if any(i.tingkat is level for i in self.indikator)), None)
        return high or tuple(i for i in self.indikator if i.tingkat is highest)

    def target_pada(self, kode: str, tanggal: date) -> Target:
        """Target of the version in force on ``tanggal`` (a version need not name every indikator).

        An indikator that is not used any more on that day promises nothing.
        """
        indikator = next(i for i in self.indikator if i.kode == kode)
        if not indikator.dipakai(tanggal):
            return Target()
        target = indikator.target
        for versi in self.versi:
            if versi.berlaku_mulai <= tanggal:
                target = dict(versi.target).get(kode, target)
        return target

    def semua_target_pada(self, tanggal: date) -> Mapping[str, Target]:
        """Every target in force on ``tanggal``, by kode; see ``target_pada``."""
        target = {i.kode: i.target for i in self.indikator}
        for versi in self.versi:
            if versi.berlaku_mulai <= tanggal:
                target |= dict(versi.target)
        return target | {i.kode: Target() for i in self.indikator if not i.dipakai(tanggal)}
