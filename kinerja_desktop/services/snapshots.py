"""Contents of acts and drafts as plain JSON values, with the number of their schema.

Every content that the history keeps is written and read here, so an old one can always be read: a new
shape gets a new number and a step in its reader, and nothing written is ever changed. Figures are text.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kinerja_desktop.domain.indikator import Indikator, NilaiSkala, Seksi, Target
from kinerja_desktop.domain.realisasi import Isi, Pengembalian
from kinerja_desktop.domain.triwulan import Triwulan

SCHEMA = 1

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pejabat:
    """An official as he was named on the day of an act."""

    id: str
    nama: str
    jabatan: str
    nip: str | None = None
    pangkat: str | None = None


@dataclass(frozen=True, slots=True)
class Salinan:
    """The numbered copy that an approval freezes; later papers are made from such copies only.

    ``nomor`` is the number of the report handed in (versi). ``indikator`` carry their definitions, and
    ``target`` by kode is what was in force on the quarter's last day.
    """

    nomor: int
    triwulan: Triwulan
    seksi: Seksi
    isi: Isi
    indikator: tuple[Indikator, ...]
    target: tuple[tuple[str, Target], ...]
    skala: tuple[NilaiSkala, ...]
    analis: tuple[Pejabat, ...]
    kasubag: Pejabat
    kabid: Pejabat
    revisi_sop: str
    versi_rencana: str
    disetujui: date


def encode_isi(isi: Isi) -> Plain:
    """Plain values of a whole content."""
    raise NotImplementedError


def decode_isi(plain: Mapping[str, Any]) -> Isi:
    """The content that ``encode_isi`` wrote, of any schema so far."""
    raise NotImplementedError


def encode_pengembalian(pengembalian: Pengembalian) -> Plain:
    """Plain values of a return."""
    raise NotImplementedError


def decode_pengembalian(plain: Mapping[str, Any]) -> Pengembalian:
    """The return that ``encode_pengembalian`` wrote."""
    raise NotImplementedError


def encode_salinan(salinan: Salinan) -> Plain:
    """Plain values of an approved copy."""
    raise NotImplementedError


def decode_salinan(plain: Mapping[str, Any]) -> Salinan:
    """The approved copy that ``encode_salinan`` wrote."""
    raise NotImplementedError
