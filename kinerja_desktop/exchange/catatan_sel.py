"""What was found in a foreign workbook, written as notes beside its cells into a copy; the original stays untouched.

What has no cell is noted at the first cell of its sheet. What is to be said is the business of who read the file.
"""

import warnings
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja_desktop.domain.errors import Kesalahan
from kinerja_desktop.exchange.atomic import naming, write_bytes
from kinerja_desktop.exchange.xlsx.gate import refuse, refuse_damaged
from kinerja_desktop.exchange.xlsx.text import escape

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_AUTHOR = "Kinerja Desktop"
_WIDTH, _LINE, _LETTERS = 340, 18, 48
"""Measures of a note in pixels, and how many letters a line of it takes."""
_BROKEN = (ValueError, KeyError, TypeError, AttributeError, IndexError)
"""What openpyxl raises where it does not understand the inside of a file that came through the gate."""


def write_notes(source: Path, target: Path, notes: Iterable[Kesalahan]) -> None:
    """Write ``source`` to ``target`` with every note at its cell, whole or not at all. Raises KnownFault, FileRefused.

    ``source`` was read before, so it passed the gate; it is never written over.
    """
    if target.resolve() == source.resolve():
        raise refuse(source, "Salinan bertanda akan menimpa berkas asli.", "Simpan dengan nama lain.")
    with naming(source):
        content = source.read_bytes()
    try:
        noted = _noted(content, tuple(notes))
    except _BROKEN as error:
        raise refuse_damaged(source) from error
    write_bytes(target, noted)


def _noted(content: bytes, notes: tuple[Kesalahan, ...]) -> bytes:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of parts that only other programs know; the original keeps them
        workbook = load_workbook(BytesIO(content))
    sheets = {sheet.title: sheet for sheet in workbook.worksheets}
    first = workbook.worksheets[0].title
    for (name, place), sentences in _by_place(notes, first).items():
        if name in sheets:
            _add(sheets[name], place, sentences)
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def _by_place(notes: Iterable[Kesalahan], first: str) -> Mapping[tuple[str, str], list[str]]:
    places: dict[tuple[str, str], list[str]] = {}
    for note in notes:
        place = (note.lembar or first, note.sel or "A1")
        places.setdefault(place, []).append(f"{note.sebab} {note.saran}".rstrip())
    return places


def _add(sheet: "Worksheet", place: str, sentences: Iterable[str]) -> None:
    """Add to what somebody noted there himself."""
    from openpyxl.comments import Comment

    cell = sheet[place]
    before = [cell.comment.text] if cell.comment is not None else []
    text = escape("\n".join((*before, *sentences)))
    lines = sum(1 + len(line) // _LETTERS for line in text.split("\n"))
    cell.comment = Comment(text, _AUTHOR, height=_LINE * (lines + 1), width=_WIDTH)
