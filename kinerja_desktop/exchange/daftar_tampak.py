"""A list as somebody sees it on the screen, as a workbook or as CSV; what is in it the screen says.

Figures of right-aligned columns go out as numbers, everything else as words, whatever sign it begins with.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from kinerja_desktop.domain.teks_sel import put_text
from kinerja_desktop.exchange.csv_text import guarded
from kinerja_desktop.exchange.row_heights import height_for
from kinerja_desktop.exchange.xlsx.text import escape

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WIDEST, _NARROWEST = 60, 9
"""Letters of a column."""
_LINE_HEIGHT = 13
_UPRIGHT = 5
"""Columns that fit beside one another on a page that stands."""

Isi = str | Decimal


@dataclass(frozen=True, slots=True)
class DaftarTampak:
    """What is seen: title, heads and rows. ``tanda`` are lines between title and heads ("LATIHAN")."""

    judul: str
    kepala: tuple[str, ...]
    baris: tuple[tuple[Isi, ...], ...]
    tanda: tuple[str, ...] = ()


def as_xlsx(daftar: DaftarTampak) -> bytes:
    """One sheet, heads frozen, rows to be filtered in Excel."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Daftar"
    lines = (daftar.judul, *daftar.tanda)
    for at, line in enumerate(lines, 1):
        put_text(sheet.cell(at, 1), escape(line))
        sheet.cell(at, 1).font = Font("Arial", 10, bold=True)
    first = len(lines) + 2
    for column, head in enumerate(daftar.kepala, 1):
        put_text(sheet.cell(first, column), escape(head))
        sheet.column_dimensions[get_column_letter(column)].width = _width(daftar, column - 1)
    for at, row in enumerate(daftar.baris, first + 1):
        _put(sheet, at, row)
    for line_of_cells in sheet.iter_rows(min_row=first):
        for cell in line_of_cells:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            cell.font = Font("Arial", 10, bold=cell.row == first)
    widths = [_width(daftar, column) for column in range(len(daftar.kepala))]
    for at, texts in enumerate((daftar.kepala, *daftar.baris), first):
        sheet.row_dimensions[at].height = height_for(texts, widths, _LINE_HEIGHT)
    sheet.freeze_panes = f"A{first + 1}"
    _set_up_print(sheet, first, wide=len(daftar.kepala) > _UPRIGHT)
    if daftar.kepala:
        sheet.auto_filter.ref = f"A{first}:{get_column_letter(len(daftar.kepala))}{first + len(daftar.baris)}"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _set_up_print(sheet: "Worksheet", heads: int, *, wide: bool) -> None:
    """One page wide, the heads on every page."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.orientation = "landscape" if wide else "portrait"
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = f"{heads}:{heads}"


def _put(sheet: "Worksheet", at: int, row: Sequence[Isi]) -> None:
    for column, value in enumerate(row, 1):
        cell = sheet.cell(at, column)
        if isinstance(value, Decimal):
            cell.value = value
            decimals = max(0, -int(value.as_tuple().exponent))
            cell.number_format = f"#,##0{'.' + '0' * decimals if decimals else ''}"
        else:
            put_text(cell, escape(value))


def _width(daftar: DaftarTampak, column: int) -> int:
    longest = max((len(str(row[column])) for row in daftar.baris), default=0)
    return min(_WIDEST, max(_NARROWEST, longest, len(daftar.kepala[column])) + 2)


def as_csv(daftar: DaftarTampak) -> bytes:
    """Heads and rows, separated as Excel in Indonesian wants it; the marks stand in lines before them."""
    target = io.StringIO(newline="")
    lines = csv.writer(target, delimiter=";", lineterminator="\r\n")
    lines.writerows([guarded(mark)] for mark in daftar.tanda)
    lines.writerow(map(guarded, daftar.kepala))
    lines.writerows([_csv_cell(value) for value in row] for row in daftar.baris)
    return target.getvalue().encode("utf-8-sig")


def _csv_cell(value: Isi) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    return guarded(value) if value else ""
