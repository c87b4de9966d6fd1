"""Papers that may be made at any time, as other papers read them: what was typed into their fields, what was fixed.

How such a paper is filled and fixed stands in ``services.office_papers``.
"""

from collections.abc import Mapping
from typing import TypeVar

from kinerja_desktop.domain.frozen import thaw
from kinerja_desktop.services.trail import Kind
from kinerja_desktop.storage.unit_of_work import Unit

ISIAN = "isian"
"""Kind of draft in which the fields of a paper are kept."""
PAPERS = "dokumen:"
"""Begins what stands for such a paper."""

P = TypeVar("P")


def subject(jenis: str, tahun: int, nomor: int | None = None, seksi: str | None = None) -> str:
    """Stands for the paper where others name their berkas: one line of versions per subject."""
    return f"{PAPERS}{jenis}:{tahun}:{nomor or ''}:{seksi or ''}"


def of_subject(about: str) -> tuple[str, int, int | None, str | None]:
    """Kind, year, triwulan and seksi of what ``subject`` made."""
    jenis, tahun, nomor, seksi = about.removeprefix(PAPERS).split(":")
    return jenis, int(tahun), int(nomor) if nomor else None, seksi or None


def typed_fields(unit: Unit, jenis: str, tahun: int, nomor: int | None = None) -> Mapping[str, str]:
    """What people typed into the fields of a paper of the whole office; nothing where they did not yet."""
    draft = unit.drafts.get(subject(jenis, tahun, nomor), ISIAN)
    return draft.isi["nilai"] if draft is not None else {}


def fixed_paper(unit: Unit, kind: type[P], jenis: str, tahun: int) -> P | None:
    """A paper of the year as it was fixed last; None where it is not in force."""
    paper = unit.papers.current(subject(jenis, tahun), jenis)
    return None if paper is None else frozen_of(unit, kind, paper.id)


def frozen_of(unit: Unit, kind: type[P], paper_id: str) -> P | None:
    """What a filed paper was made of, where its record keeps it."""
    kept = unit.journal.naming(Kind.PAPER.value, paper_id, "laporan")
    return next((thaw(kind, row.isi["laporan"]) for row in kept), None)


AKSI = "aksi:"
"""Begins the field of the Rencana Aksi that says what is done for an indikator; its kode follows."""


def actions(fields: Mapping[str, str]) -> Mapping[str, str]:
    """What is done, by kode of the indikator, from the fields of a Rencana Aksi."""
    return {key.removeprefix(AKSI): teks for key, teks in fields.items() if key.startswith(AKSI)}
