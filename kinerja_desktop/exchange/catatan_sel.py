"""What was found in a foreign workbook, written as notes beside its cells into a copy; the original stays untouched.

The cell itself gets the colour of its gravest finding. With ``heads`` a list of everything lies in front
(``hasil_pemeriksaan``); without one, what has no cell is noted at the first cell of its sheet. What is to be said is
the business of who read the file.
"""

import warnings
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kinerja_desktop.domain.buku import PeringatanSel
from kinerja_desktop.domain.errors import Kesalahan
from kinerja_desktop.exchange.atomic import naming, write_bytes
from kinerja_desktop.exchange.hasil_pemeriksaan import GROUND, Berat, CatatanSel, add_summary
from kinerja_desktop.exchange.xlsx.gate import refuse, refuse_damaged
from kinerja_desktop.exchange.xlsx.text import escape

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_AUTHOR = "Kinerja Desktop"
_WIDTH, _LINE, _LETTERS = 340, 18, 48
"""Measures of a note in pixels, and how many letters a line of it takes."""
_BROKEN = (ValueError, KeyError, TypeError, AttributeError, IndexError)
"""What openpyxl raises where it does not understand the inside of a file that came through the gate."""


def write_notes(
    source: Path,
    target: Path,
    kesalahan: Iterable[Kesalahan],
    peringatan: Iterable[PeringatanSel] = (),
    heads: Sequence[str] = (),
) -> None:
    """Write ``source`` to ``target`` with every finding at its cell, whole or not at all; ``heads`` are over the list.

    ``source`` was read before, so it passed the gate; it is never written over. Raises KnownFault, FileRefused.
    """
    if target.resolve() == source.resolve():
        raise refuse(source, "Salinan bertanda akan menimpa berkas asli.", "Simpan dengan nama lain.")
    with naming(source):
        content = source.read_bytes()
    wrong = [CatatanSel(Berat.SALAH, k.lembar, k.sel, k.nilai, k.sebab, k.saran) for k in kesalahan]
    odd = [CatatanSel(Berat.PERINGATAN, p.lembar, p.sel, None, p.teks[:1].upper() + p.teks[1:]) for p in peringatan]
    try:
        noted = _noted(content, [*wrong, *odd], heads)
    except _BROKEN as error:
        raise refuse_damaged(source) from error
    write_bytes(target, noted)


def _noted(content: bytes, notes: Sequence[CatatanSel], heads: Sequence[str]) -> bytes:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of parts that only other programs know; the original keeps them
        workbook = load_workbook(BytesIO(content), rich_text=True)
    _write_at_cells(workbook, [note for note in notes if note.sel is not None or not heads])
    if heads:
        add_summary(workbook, notes, heads)
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def _write_at_cells(workbook: "Workbook", notes: Iterable[CatatanSel]) -> None:
    sheets = {sheet.title: sheet for sheet in workbook.worksheets}
    first = workbook.worksheets[0].title
    for (name, place), mine in _by_place(notes, first).items():
        if name in sheets:
            _add(sheets[name], place, mine)


def _by_place(notes: Iterable[CatatanSel], first: str) -> Mapping[tuple[str, str], list[CatatanSel]]:
    """Findings by sheet and cell, the gravest first, as they were given."""
    places: dict[tuple[str, str], list[CatatanSel]] = {}
    for note in notes:
        places.setdefault((note.lembar or first, note.sel or "A1"), []).append(note)
    return places


def _add(sheet: "Worksheet", place: str, notes: Sequence[CatatanSel]) -> None:
    """Add to what somebody noted there himself."""
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    cell: Any = _owner(sheet, place)
    before = [cell.comment.text] if cell.comment is not None else []
    text = escape("\n".join((*before, *(f"{note.sebab} {note.saran}".rstrip() for note in notes))))
    lines = sum(1 + len(line) // _LETTERS for line in text.split("\n"))
    cell.comment = Comment(text, _AUTHOR, height=_LINE * (lines + 1), width=_WIDTH)
    if notes[0].sel is not None:
        cell.fill = PatternFill("solid", start_color=GROUND[notes[0].berat])


def _owner(sheet: "Worksheet", place: str) -> object:
    """The cell itself, or the first one of the joined cells that it lies in: only that one carries a note."""
    from openpyxl.cell.cell import MergedCell

    cell = sheet[place]
    if isinstance(cell, MergedCell):
        whole = next(area for area in sheet.merged_cells.ranges if place in area)
        return sheet.cell(whole.min_row, whole.min_col)
    return cell
