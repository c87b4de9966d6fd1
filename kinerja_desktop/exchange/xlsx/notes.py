"""Faults and warnings written as notes into a copy of a workbook; the file itself is never touched.

The copy keeps its sheets, widths and formulas. A cell with something to say gets a note and a ground: red for a fault,
yellow for a warning. In front lies a sheet ``SUMMARY`` with all of them, those without a cell too; readers pass over
it, so the copy can be put right and read in its place. One more kind of remark: a member of ``Berat``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kinerja_desktop.exchange.atomic import write_bytes
from kinerja_desktop.exchange.xlsx.gate import refuse
from kinerja_desktop.exchange.xlsx.text import escape

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

SUMMARY = "Hasil Pemeriksaan"
_AUTHOR = "Kinerja Desktop"
_HEADS = (("No", 6), ("Jenis", 13), ("Lembar", 18), ("Sel", 9), ("Terbaca", 26), ("Sebab", 56), ("Saran", 56))
_FACE, _LINE_HEIGHT = "Calibri", 15
_NOTE_WIDTH, _NOTE_LINE, _LETTERS_IN_LINE = 320, 18, 46


class Berat(Enum):
    """How grave a remark is; the value is its word in the list."""

    SALAH = "Kesalahan"
    PERINGATAN = "Peringatan"


_GROUND = {Berat.SALAH: "FFF4C7C3", Berat.PERINGATAN: "FFFFF2CC"}


@dataclass(frozen=True, slots=True)
class CatatanSel:
    """One remark. Without ``sel`` it speaks of the sheet, without ``lembar`` of the file."""

    berat: Berat
    lembar: str | None
    sel: str | None
    nilai: str | None
    sebab: str
    saran: str = ""


def annotate(source: Path, target: Path, notes: Sequence[CatatanSel], heads: Sequence[str]) -> None:
    """Write a copy of ``source`` with these notes; ``heads`` are the lines above their list.

    ``source`` passed the gate before. Raises FileRefused where no copy can be made of it, KnownFault of the disk.
    """
    from openpyxl import load_workbook

    try:
        book = load_workbook(source, rich_text=True)
        _write_summary(book, notes, heads)
        _write_notes(book, notes)
        out = BytesIO()
        book.save(out)
    except Exception as error:  # openpyxl lets any error out of a workbook that it does not understand
        sebab = "Salinan berisi catatan tidak dapat dibuat dari berkas ini."
        raise refuse(source, sebab, "Simpan ulang berkas di Excel, lalu periksa lagi.") from error
    write_bytes(target, out.getvalue())


def _write_notes(book: "Workbook", notes: Sequence[CatatanSel]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    for (lembar, sel), mine in _by_cell(notes).items():
        if lembar not in book.sheetnames:
            continue
        cell: Any = _owner(book[lembar], sel)
        text = "\n\n".join(f"{note.sebab} {note.saran}".rstrip() for note in mine)
        before = f"\n\n{cell.comment.text}" if cell.comment is not None else ""
        cell.comment = Comment(escape(text + before), _AUTHOR, height=_height(text + before), width=_NOTE_WIDTH)
        cell.fill = PatternFill("solid", start_color=_GROUND[mine[0].berat])


def _by_cell(notes: Sequence[CatatanSel]) -> dict[tuple[str, str], list[CatatanSel]]:
    """Remarks by sheet and address, faults first."""
    found: dict[tuple[str, str], list[CatatanSel]] = {}
    for note in sorted(notes, key=lambda note: note.berat is not Berat.SALAH):
        if note.lembar is not None and note.sel is not None:
            found.setdefault((note.lembar, note.sel), []).append(note)
    return found


def _owner(sheet: "Worksheet", sel: str) -> object:
    """The cell itself, or the first one of the merged cells that it lies in: only that one carries a note."""
    from openpyxl.cell.cell import MergedCell

    cell = sheet[sel]
    if isinstance(cell, MergedCell):
        whole = next(area for area in sheet.merged_cells.ranges if sel in area)
        return sheet.cell(whole.min_row, whole.min_col)
    return cell


def _height(text: str) -> int:
    lines = sum(1 + len(line) // _LETTERS_IN_LINE for line in text.split("\n"))
    return _NOTE_LINE * (lines + 1)


# --- the list in front -----------------------------------------------------------------------------


def _write_summary(book: "Workbook", notes: Sequence[CatatanSel], heads: Sequence[str]) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    if SUMMARY in book.sheetnames:
        del book[SUMMARY]
    sheet = book.create_sheet(SUMMARY, 0)
    book.active = 0
    for other in book.worksheets[1:]:
        other.sheet_view.tabSelected = False
    for line, head in enumerate(heads, 1):
        sheet.cell(line, 1, escape(head)).font = Font(_FACE, bold=line == 1, size=14 if line == 1 else 11)
    first = len(heads) + 2
    for number, (head, width) in enumerate(_HEADS, 1):
        sheet.cell(first, number, head).font = Font(_FACE, 11, bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = width
    top = Alignment(horizontal="left", vertical="top", wrap_text=True)
    for number, note in enumerate(notes, 1):
        texts = _cells(number, note)
        sheet.row_dimensions[first + number].height = _LINE_HEIGHT * _lines(texts)
        for column, text in enumerate(texts, 1):
            cell = sheet.cell(first + number, column, text)
            cell.alignment = top
            if column > 1:
                cell.data_type = "s"  # what begins with "=" is a text here
        _mark(sheet, first + number, note)
    sheet.freeze_panes = f"A{first + 1}"
    _set_page(sheet, first)


def _cells(number: int, note: CatatanSel) -> tuple[int | str, ...]:
    said = (note.berat.value, note.lembar or "", note.sel or "", note.nilai or "", note.sebab, note.saran)
    return number, *map(escape, said)


def _lines(texts: Sequence[int | str]) -> int:
    """Lines that the longest text of a row wraps to."""
    return max(1 + len(str(text)) // width for text, (_, width) in zip(texts, _HEADS, strict=True))


def _mark(sheet: "Worksheet", line: int, note: CatatanSel) -> None:
    """The ground of the remark, and a way to its cell."""
    from openpyxl.styles import Font, PatternFill
    from openpyxl.worksheet.hyperlink import Hyperlink

    sheet.cell(line, 2).fill = PatternFill("solid", start_color=_GROUND[note.berat])
    if note.lembar and note.sel:
        cell = sheet.cell(line, 4)
        quoted = note.lembar.replace("'", "''")
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!{note.sel}")
        cell.font = Font(_FACE, 11, underline="single", color="FF0B5394")


def _set_page(sheet: "Worksheet", first: int) -> None:
    """Printed on paper, the list fits the width and repeats its heads."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{first}:{first}"
