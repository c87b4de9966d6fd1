"""People of the office and the office itself, as papers name them.

A person is closed (``sampai``), never deleted; a role is resolved at the date of the act.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from kinerja_desktop.domain.roles import Role


class StatusPegawai(Enum):
    """Kind of employment; decides which rule a NIP follows."""

    PNS = "PNS"
    CPNS = "CPNS"
    PPPK = "PPPK"
    NON_ASN = "Non-ASN"


class Penugasan(Enum):
    """How an official holds the jabatan; the value is printed before it, except for definitif."""

    DEFINITIF = "definitif"
    PLT = "Plt."
    PLH = "Plh."
    PJ = "Pj."


def huruf_besar(jabatan: str) -> str:
    """A jabatan in capitals, as it stands above a signature; Plt., Plh. and Pj. before it keep their letters."""
    first, _, rest = jabatan.partition(" ")
    return f"{first} {rest.upper()}" if first in {p.value for p in Penugasan} else jabatan.upper()


@dataclass(frozen=True, slots=True)
class Instansi:
    """The office as its letterhead prints it. ``kabupaten`` carries its word ("Kabupaten …", "Kota …").

    ``lambang_hitam``: the image is printed in greys, as the Tata Naskah of some regions asks for letters.
    """

    nama: str
    kabupaten: str
    provinsi: str = ""
    alamat: str = ""
    tempat: str = ""
    jabatan_pimpinan: str = ""
    kode_unit: str = ""
    lambang: bytes | None = None
    lambang_hitam: bool = False

    @property
    def kepala_daerah(self) -> str:
        """Title of the head of region: Wali Kota for a Kota, else Bupati, with the region's name."""
        _, _, nama = self.kabupaten.partition(" ")
        return f"{'Wali Kota' if self.di_kota else 'Bupati'} {nama}".strip()

    @property
    def di_kota(self) -> bool:
        """Whether the region is a Kota."""
        return self.kabupaten.partition(" ")[0] == "Kota"


@dataclass(frozen=True, slots=True)
class Pegawai:
    """A person with title, roles and dates of validity. ``id`` is empty until stored.

    ``peran`` of a seksi (kasubag, analis) hold for ``seksi``; the others for the whole office.
    """

    nama: str
    jabatan: str
    peran: tuple[Role, ...]
    nip: str | None = None
    status: StatusPegawai = StatusPegawai.PNS
    pangkat: str | None = None
    golongan: str | None = None
    seksi: str | None = None
    pengguna: str | None = None
    mulai: date | None = None
    sampai: date | None = None
    penugasan: Penugasan = Penugasan.DEFINITIF
    id: str = ""

    def berlaku(self, tanggal: date) -> bool:
        """True while the person holds the jabatan on that day (both ends count)."""
        return (self.mulai is None or self.mulai <= tanggal) and (self.sampai is None or tanggal <= self.sampai)

    @property
    def pangkat_tercetak(self) -> str | None:
        """Pangkat with its golongan, as papers print it: "Penata Tingkat I (III/d)"; PPPK have a golongan alone."""
        if self.pangkat and self.golongan:
            return f"{self.pangkat} ({self.golongan})"
        return self.pangkat or (f"Golongan {self.golongan}" if self.golongan else None)

    @property
    def jabatan_tercetak(self) -> str:
        """Jabatan with Plt./Plh./Pj. before it, as papers print it."""
        if self.penugasan is Penugasan.DEFINITIF:
            return self.jabatan
        return f"{self.penugasan.value} {self.jabatan}"
