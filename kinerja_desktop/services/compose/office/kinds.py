"""What a kind of paper is, what one is about, and what its builder works with."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from kinerja_desktop.domain.isian import Isian
from kinerja_desktop.domain.laporan import Naskah, Penandatangan
from kinerja_desktop.domain.pegawai import Instansi, Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import settings
from kinerja_desktop.services.compose.bahan import Bahan, head_of_office, read_bahan
from kinerja_desktop.services.compose.naskah import Perihal, Pilihan, Ruang, Terbit, naskah, signer
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.printing import Bernaskah
from kinerja_desktop.storage.unit_of_work import Unit


class Per(Enum):
    """What one paper of a kind speaks of."""

    TAHUN = "tahun"
    TAHUN_SEKSI = "tahun seksi"
    TRIWULAN = "triwulan"
    SEKSI = "seksi"

    @property
    def tahunan(self) -> bool:
        """Of a whole year, else of a triwulan."""
        return self in (Per.TAHUN, Per.TAHUN_SEKSI)

    @property
    def of_seksi(self) -> bool:
        """Of one seksi, else of the office."""
        return self in (Per.SEKSI, Per.TAHUN_SEKSI)


class Golongan(Enum):
    """Groups in which kinds are offered; the value is the heading."""

    PERENCANAAN = "Perencanaan"
    PENGUKURAN = "Pengukuran dan evaluasi"
    SOP = "Pelaksanaan SOP"
    RAPAT = "Rapat dan formulir"


@dataclass(frozen=True, slots=True)
class Pokok:
    """What one paper is about: a year or a triwulan of it, of the office or of one seksi."""

    tahun: int
    nomor: int | None = None
    seksi: str | None = None

    @property
    def triwulan(self) -> Triwulan:
        """The triwulan it speaks of; of a year the last one."""
        return Triwulan(self.tahun, self.nomor or 4)

    @property
    def masa(self) -> str:
        """Its period as titles write it: "Tahun 2026" or "Triwulan II Tahun 2026"."""
        return f"Tahun {self.tahun}" if self.nomor is None else f"{self.triwulan.label} Tahun {self.tahun}"


@dataclass(frozen=True, slots=True)
class Sumber:
    """What a builder reads and is told. ``terbit`` is None for a draft, ``lepas`` marks a print that is never fixed.

    ``dibaca`` keeps the material for fields and paper alike, also in copies with other choices.
    """

    unit: Unit
    ctx: Context
    pokok: Pokok
    pilihan: Pilihan = field(default_factory=Pilihan)
    terbit: Terbit | None = None
    pola: str = ""
    isian: Mapping[str, str] = field(default_factory=dict)
    lepas: bool = False
    dibaca: dict[Triwulan, Bahan] = field(default_factory=dict)

    @property
    def instansi(self) -> Instansi:
        """The office as papers print it."""
        return settings.instansi(self.unit)

    def bahan(self) -> Bahan:
        """Plan, approved figures and berkas of the period. Raises NotFound without a plan."""
        triwulan = self.pokok.triwulan
        if triwulan not in self.dibaca:
            self.dibaca[triwulan] = read_bahan(self.unit, self.ctx, triwulan, tanggal=self.pilihan.tanggal)
        return self.dibaca[triwulan]

    def naskah(self, judul: str, jenis: str, kekurangan: tuple[str, ...] = ()) -> Naskah:
        """The common part. ``jenis`` names the paper with its period in running heads and in the code zone."""
        ruang = Ruang(self.instansi, self.ctx.office.latihan, self.ctx.now())
        perihal = Perihal(judul.upper(), jenis, self.pokok.tahun, self.pola)
        made = naskah(ruang, perihal, self.pilihan, self.terbit, kekurangan)
        return replace(made, draf=False) if self.lepas else made

    def pejabat(self, role: Role, seksi: str | None = None) -> Pegawai | None:
        """Who holds a role on the day of the paper."""
        day = self.pilihan.tanggal or self.ctx.today()
        return next(iter(self.unit.people.holders(role, day, seksi)), None)

    def penandatangan(self, role: Role, seksi: str | None = None) -> Penandatangan:
        """The holder of a role as he signs; a line for the hand where nobody holds it."""
        found = self.pejabat(role, seksi)
        return Penandatangan((f"{role.label.upper()},",), "." * 40) if found is None else signer(found, self.instansi)

    @property
    def kepala(self) -> Pegawai:
        """Who heads the office on the day of the paper; without id where nobody does."""
        return head_of_office(self.unit, self.pilihan.tanggal or self.ctx.today(), self.instansi)

    @property
    def pimpinan(self) -> Penandatangan:
        """The head of the office as he signs; a line for the hand where nobody holds the role."""
        return signer(self.kepala, self.instansi)


def no_fields(_: Sumber) -> Sequence[Isian]:
    """A paper made from the office's data alone."""
    return ()


PEMBUAT = (Role.KASUBAG_PERENCANAAN, Role.KABID, Role.CAMAT)
"""Who makes most papers of the whole office."""


@dataclass(frozen=True, slots=True)
class JenisDokumen:
    """A kind of paper. ``kunci`` is its key among the classifications where it is numbered.

    ``tetap``: it is fixed, numbered and archived; else it is only printed. ``isian`` are the fields to fill.
    ``excel``: it can be saved as a workbook, too. ``pesan`` makes a short text for a chat of the same facts.
    """

    kunci: str
    nama: str
    golongan: Golongan
    per: Per
    compose: Callable[[Sumber], Bernaskah]
    peran: tuple[Role, ...] = PEMBUAT
    isian: Callable[[Sumber], Sequence[Isian]] = no_fields
    tetap: bool = True
    excel: bool = False
    pesan: Callable[[Sumber], str] | None = None
    laporan: bool = True
    """Laid out on the paper chosen for reports, else on that for letters."""
