"""What «Periksa Rencana» would find in a plan after an import and not before it: told as warnings, never as faults.

A workbook may bring a plan that is not finished; it comes in, and what keeps it from being fixed is said here first.
Where a finding belongs to a cell, the field of the card that it names becomes a column of the sheet (``_COLUMN``).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.buku import PeringatanSel
from kinerja_desktop.domain.indikator import Rencana
from kinerja_desktop.domain.periksa_rencana import ANGGARAN, RENCANA, SASARAN, Temuan, penghalang, periksa

Plan = tuple[Rencana, Sequence[BarisAnggaran]]
"""A plan with its budget."""
At = Callable[..., tuple[str, str | None]]
"""Sheet and cell of a row: our name of the sheet, what names the row, columns of which the first filled one counts."""

_SHEET: Mapping[str, str] = {ANGGARAN: "Anggaran", SASARAN: "Sasaran", RENCANA: "Indikator"}
_COLUMN: Mapping[str, str] = {"nama": "indikator", "tahun": "target_tahun", "tw1": "target_tw1", "tw4": "target_tw4"}
_APART = 3
"""So many rows with the same finding are told one by one, each at its cell."""
_HELD_BACK = "Rencana belum dapat ditetapkan sebelum ini diperbaiki."


def doubts(before: Plan, after: Plan, at: At) -> Iterator[PeringatanSel]:
    """Findings that this change of the plan brings, faults of the plan first; what many rows share is told once."""
    known = set(periksa(*before))
    shared: dict[Temuan, list[Temuan]] = {}
    for temuan in periksa(*after):
        if temuan not in known:
            shared.setdefault(replace(temuan, kode=None), []).append(temuan)
    for same in shared.values():
        if len(same) > _APART:
            yield PeringatanSel(_sheet(same[0]), None, _worded(same[0], f"{_named(same)}: {same[0].apa}"))
        else:
            yield from (PeringatanSel(*_place(one, at), _worded(one, one.ringkas)) for one in same)


def _worded(temuan: Temuan, what: str) -> str:
    held = f" {_HELD_BACK}" if penghalang([temuan]) else ""
    return f"{what} {temuan.sebab} {temuan.saran}{held}"


def _named(same: Sequence[Temuan]) -> str:
    """«24 baris (1.1, 1.2, 1.3, dan 21 lagi)»."""
    codes = [temuan.kode for temuan in same if temuan.kode]
    return f"{len(same)} baris ({', '.join(codes[:_APART])}, dan {len(codes) - _APART} lagi)"


def _sheet(temuan: Temuan) -> str:
    return "Versi" if temuan.versi else _SHEET.get(temuan.medan, "Indikator")


def _place(temuan: Temuan, at: At) -> tuple[str, str | None]:
    """The cell to look at; a changed plan repeats its indikator, so there only the sheet is named."""
    sheet = _sheet(temuan)
    if temuan.versi or temuan.kode is None:
        return sheet, None
    return at(sheet, temuan.kode, _COLUMN.get(temuan.medan, temuan.medan), "indikator", "kode")
