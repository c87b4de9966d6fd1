"""The sheet in front of a copy with notes: every finding of a workbook, also those without a cell.

Readers of workbooks pass over a sheet of this name, so such a copy can be put right and read in place of the file. What
stands at the cells themselves is ``catatan_sel``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from kinerja_desktop.exchange.row_heights import height_for
from kinerja_desktop.exchange.xlsx.text import escape

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

SUMMARY = "Hasil Pemeriksaan"
_HEADS = (("No", 6), ("Jenis", 13), ("Lembar", 18), ("Sel", 9), ("Terbaca", 26), ("Sebab", 56), ("Saran", 56))
_FACE, _LINE_HEIGHT = "Calibri", 15


class Berat(Enum):
    """How grave a finding is; the value is its word in the list."""

    SALAH = "Kesalahan"
    PERINGATAN = "Peringatan"


GROUND = {Berat.SALAH: "FFF4C7C3", Berat.PERINGATAN: "FFFFF2CC"}
"""Colours of a cell by the gravest finding in it."""


@dataclass(frozen=True, slots=True)
class CatatanSel:
    """One finding. Without ``sel`` it speaks of the sheet, without ``lembar`` of the file."""

    berat: Berat
    lembar: str | None
    sel: str | None
    nilai: str | None
    sebab: str
    saran: str = ""


def add_summary(book: "Workbook", notes: Sequence[CatatanSel], heads: Sequence[str]) -> None:
    """Put the list in front, below these lines; an older one goes."""
    from openpyxl.styles import Alignment, Font

    if SUMMARY in book.sheetnames:
        del book[SUMMARY]
    sheet = book.create_sheet(SUMMARY, 0)
    book.active = 0
    for other in book.worksheets[1:]:
        other.sheet_view.tabSelected = False
    for line, head in enumerate(heads, 1):
        sheet.cell(line, 1, escape(head)).font = Font(_FACE, bold=line == 1, size=14 if line == 1 else 11)
    first = len(heads) + 2
    _write_heads(sheet, first)
    top = Alignment(horizontal="left", vertical="top", wrap_text=True)
    for number, note in enumerate(notes, 1):
        texts = _cells(number, note)
        sheet.row_dimensions[first + number].height = height_for(texts, [width for _, width in _HEADS], _LINE_HEIGHT)
        for column, text in enumerate(texts, 1):
            cell = sheet.cell(first + number, column, text)
            cell.alignment = top
            if column > 1:
                cell.data_type = "s"  # what begins with "=" is a text here
        _mark(sheet, first + number, note)
    _set_page(sheet, first)


def _write_heads(sheet: "Worksheet", line: int) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    for number, (head, width) in enumerate(_HEADS, 1):
        sheet.cell(line, number, head).font = Font(_FACE, 11, bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = width


def _cells(number: int, note: CatatanSel) -> tuple[int | str, ...]:
    said = (note.berat.value, note.lembar or "", note.sel or "", note.nilai or "", note.sebab, note.saran)
    return number, *map(escape, said)


def _mark(sheet: "Worksheet", line: int, note: CatatanSel) -> None:
    """The ground of the finding, and a way to its cell."""
    from openpyxl.styles import Font, PatternFill
    from openpyxl.worksheet.hyperlink import Hyperlink

    sheet.cell(line, 2).fill = PatternFill("solid", start_color=GROUND[note.berat])
    if note.lembar and note.sel:
        cell = sheet.cell(line, 4)
        quoted = note.lembar.replace("'", "''")
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!{note.sel}")
        cell.font = Font(_FACE, 11, underline="single", color="FF0B5394")


def _set_page(sheet: "Worksheet", first: int) -> None:
    """The heads stay in sight; on paper the list fits the width and repeats them."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.freeze_panes = f"A{first + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{first}:{first}"
