"""What every paper has in common: who prints it, its number and date, who signs.

``Pilihan`` is what somebody chose beside the preview; ``Terbit`` is what fixing adds (number, check code,
version). A draft has neither number nor code.
"""

from dataclasses import dataclass
from datetime import date, datetime

from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.laporan import Naskah, Penandatangan
from kinerja_desktop.domain.nip import format_nip
from kinerja_desktop.domain.pegawai import Instansi, Pegawai, Penugasan, huruf_besar
from kinerja_desktop.domain.tanggal import format_bulan
from kinerja_desktop.services.hidden_signs import refuse_hidden
from kinerja_desktop.services.snapshots import Pejabat


@dataclass(frozen=True, slots=True)
class Pilihan:
    """Choices for one paper. ``tanggal`` None prints a blank day; ``nomor_menyusul`` leaves the number to the hand.

    ``wakil`` is the id of who signs for the head of the office, empty where he signs himself.
    """

    kertas: Kertas = Kertas.F4
    tempat: str = ""
    tanggal: date | None = None
    nomor_menyusul: bool = False
    wakil: str = ""


@dataclass(frozen=True, slots=True)
class Terbit:
    """What a paper gets when it is fixed."""

    nomor: str | None
    kode: str
    versi: int


@dataclass(frozen=True, slots=True)
class Ruang:
    """Where a paper is made: the office, practice or not, and the moment."""

    instansi: Instansi
    latihan: bool
    sekarang: datetime


@dataclass(frozen=True, slots=True)
class Perihal:
    """What a paper is: title, name in the code zone, year, and pattern of its number for the hand."""

    judul: str
    jenis: str
    tahun: int
    pola_nomor: str


def naskah(
    ruang: Ruang, perihal: Perihal, pilihan: Pilihan, terbit: Terbit | None, kekurangan: tuple[str, ...] = ()
) -> Naskah:
    """The common part of a paper; without ``terbit`` it is a draft that lists what is missing. Raises FieldsRefused."""
    refuse_hidden(("tempat", "Tempat", pilihan.tempat))
    day = pilihan.tanggal or ruang.sekarang.date()
    return Naskah(
        instansi=ruang.instansi,
        judul=perihal.judul,
        jenis=perihal.jenis,
        tahun=perihal.tahun,
        tempat=pilihan.tempat or ruang.instansi.tempat,
        tanggal=pilihan.tanggal,
        bulan_tahun=format_bulan(day),
        nomor=terbit.nomor if terbit else None,
        pola_nomor=perihal.pola_nomor,
        versi=terbit.versi if terbit else 1,
        kode=terbit.kode if terbit else None,
        draf=terbit is None,
        latihan=ruang.latihan,
        dicetak=ruang.sekarang if terbit is None else None,
        kertas=pilihan.kertas,
        kekurangan=kekurangan,
    )


# --- signatures ----------------------------------------------------------------------------------


def signer(pegawai: Pegawai, instansi: Instansi) -> Penandatangan:
    """An official as he signs; the head of the office under the title that the office prints."""
    jabatan = _head_title(pegawai, instansi) or pegawai.jabatan_tercetak
    return Penandatangan((f"{huruf_besar(jabatan)},",), pegawai.nama, pegawai.pangkat_tercetak, _nip(pegawai.nip))


def signer_then(pejabat: Pejabat) -> Penandatangan:
    """An official as he was named on the day of an act."""
    return Penandatangan((f"{huruf_besar(pejabat.jabatan)},",), pejabat.nama, pejabat.pangkat, _nip(pejabat.nip))


def _head_title(pegawai: Pegawai, instansi: Instansi) -> str | None:
    if pegawai.jabatan.casefold() not in ("camat", "kepala"):
        return None
    prefix = "" if pegawai.penugasan is Penugasan.DEFINITIF else f"{pegawai.penugasan.value} "
    return f"{prefix}{instansi.jabatan_pimpinan}" if instansi.jabatan_pimpinan else None


def jabatan_of(pegawai: Pegawai, instansi: Instansi) -> str:
    """The jabatan of an official in running text; the head of the office has the title that the office prints."""
    found = _head_title(pegawai, instansi)
    return found.title() if found else pegawai.jabatan_tercetak


def _nip(nip: str | None) -> str | None:
    return f"NIP {format_nip(nip)}" if nip else None
