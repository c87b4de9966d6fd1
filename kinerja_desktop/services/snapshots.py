"""Contents of acts and drafts as plain JSON values, with the number of their schema.

Every content that the history keeps is written and read here, so an old one can always be read: a new
shape gets a new number and a step in its reader, and nothing written is ever changed. Figures are text.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from operator import attrgetter
from typing import Any

from kinerja_desktop.domain.frozen import freeze, thaw
from kinerja_desktop.domain.indikator import Indikator, NilaiSkala, Seksi, Target
from kinerja_desktop.domain.realisasi import Isi, IsiIndikator, Pengembalian
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Act, Keadaan

SCHEMA = 2

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
    """Plain values of a whole content; a row keeps only what was said."""
    whole = freeze(replace(isi, indikator=()))
    return _numbered({**whole, "indikator": list(map(_said, isi.indikator))})


def _said(row: IsiIndikator) -> Plain:
    values = zip(_ROW, _row_values(row), strict=True)
    return {name: freeze(value) for name, value in values if value is not None and value not in _NOTHING}


def decode_isi(plain: Mapping[str, Any]) -> Isi:
    """The content that ``encode_isi`` wrote, of any schema so far."""
    return thaw(Isi, _content(plain))


def encode_pengembalian(pengembalian: Pengembalian) -> Plain:
    """Plain values of a return."""
    return _numbered(freeze(pengembalian))


def decode_pengembalian(plain: Mapping[str, Any]) -> Pengembalian:
    """The return that ``encode_pengembalian`` wrote."""
    return thaw(Pengembalian, _content(plain))


def encode_salinan(salinan: Salinan) -> Plain:
    """Plain values of an approved copy."""
    return _numbered(freeze(salinan))


def decode_salinan(plain: Mapping[str, Any]) -> Salinan:
    """The approved copy that ``encode_salinan`` wrote."""
    return thaw(Salinan, _content(plain))


# --- what an act carries -----------------------------------------------------------------------


def content_of(act: Act) -> Isi | None:
    """The content that an act handed on, or None."""
    return decode_isi(act.isi["isi"]) if "isi" in act.isi else None


def return_of(act: Act) -> Pengembalian | None:
    """Why and with which notes an act returned something, or None."""
    return decode_pengembalian(act.isi["pengembalian"]) if "pengembalian" in act.isi else None


def last_with_content(keadaan: Keadaan) -> Act | None:
    """The newest act in force that carries a content."""
    return next((act for act in reversed(keadaan.berlaku) if "isi" in act.isi), None)


def current_content(keadaan: Keadaan) -> Isi:
    """The content that is in force; empty before the first bahan."""
    act = last_with_content(keadaan)
    return Isi(()) if act is None else decode_isi(act.isi["isi"])


# --- schema ------------------------------------------------------------------------------------

_ROW = tuple(f.name for f in fields(IsiIndikator))
_row_values = attrgetter(*_ROW)
_NOTHING: tuple[object, ...] = ("", ())


def _numbered(content: Plain) -> Plain:
    return {"skema": SCHEMA, "nilai": content}


def _content(plain: Mapping[str, Any]) -> Plain:
    written = plain["skema"]
    if not 1 <= written <= SCHEMA:
        raise ValueError(written)
    content: Plain = plain["nilai"]
    for step in _STEPS[written - 1 :]:
        content = step(content)
    return content


def _evidence_with_facts(content: Plain) -> Plain:
    """Evidence was a plain text once: it is the name of a piece of which nothing else is known."""
    if "isi" in content:
        return {**content, "isi": _evidence_with_facts(content["isi"])}
    if "uraian" not in content:
        return content  # a return holds no evidence
    return {**content, "indikator": [_row_with_facts(row) for row in content["indikator"]]}


def _row_with_facts(row: Plain) -> Plain:
    return {**row, "bukti": [{"nama": nama} for nama in row["bukti"]]} if "bukti" in row else row


_STEPS: tuple[Callable[[Plain], Plain], ...] = (_evidence_with_facts,)
"""What leads a content from each schema to the next one."""
