"""A report's tables as a workbook, figures as numbers: one sheet per table, the text on a sheet of its own.

Looks only; what is said comes from ``outline``. A capaian is the number 103.77, not a fraction.
"""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from math import ceil

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_desktop.documents.outline import Blok, Daftar, Judul, Paragraf, Sel, holdable
from kinerja_desktop.documents.still_zip import without_clock
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.laporan import Angka, Naskah
from kinerja_desktop.domain.teks_sel import put_text

_LINE = Side(style="thin", color="7A7A7A")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD = PatternFill("solid", fgColor="E3E7EC")
_PAPER = {Kertas.A4: 9, Kertas.F4: 14, Kertas.F4_210: 14}
"""Sizes of paper as the format numbers them: A4 and folio."""
_PAGE_WIDE = 74
"""Letters of a column that fills a page; a wider one is cut by programs that do not scale it or lack its letters."""
_SIDE_MARGIN = 0.5
"""Inches left and right."""
_WIDE = 6
_LINE_HEIGHT = 13
_PLAIN, _BOLD = (Font(name="Arial", size=10, bold=bold) for bold in (False, True))
"""Named in full: programs show a font without name or size in one of their own."""
LONGEST_NAME = 28
"""Letters of a sheet's name: 31 in the format, less what tells two of one name apart."""
_WIDTH = {
    "No": 6,
    "Kode": 14,
    "Satuan": 14,
    "Kategori": 16,
    "Bagian": 24,
    "Bukti": 50,
    "Yang harus dilakukan": 44,
    "Berkas": 60,
    "Folder": 36,
    "Nomor dokumen": 30,
}


def write(naskah: Naskah, blocks: Sequence[Blok]) -> bytes:
    """The report as an XLSX file."""
    naskah, blocks = holdable(naskah), holdable(tuple(blocks))
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    _words(first, naskah, blocks)
    for block in blocks:
        if isinstance(block, Daftar):
            _sheet(book.create_sheet(_free_name(book, block.lembar)), naskah, block)
    book.properties.creator = naskah.instansi.nama
    book.properties.created = datetime(naskah.tahun, 1, 1)  # noqa: DTZ001  # a date of the format, never the clock
    target = BytesIO()
    book.save(target)
    return without_clock(target.getvalue(), naskah.tahun)


def _free_name(book: Workbook, wanted: str) -> str:
    name = wanted[:LONGEST_NAME]
    return name if name not in book.sheetnames else f"{name} {len(book.sheetnames)}"


def _words(sheet: Worksheet, naskah: Naskah, blocks: Sequence[Blok]) -> None:
    sheet.title = "Uraian"
    sheet.column_dimensions["A"].width = _PAGE_WIDE
    marks = [word for word, on in (("DRAF", naskah.draf), ("LATIHAN", naskah.latihan)) if on]
    number = naskah.nomor or naskah.pola_nomor.format("      ")
    lines = [
        (naskah.instansi.nama, True),
        (naskah.judul, True),
        *(((f"Nomor: {number}", False),) if number else ()),
        *((m, True) for m in marks),
    ]
    for block in blocks:
        if isinstance(block, Judul):
            lines.append((block.teks, True))
        elif isinstance(block, Paragraf):
            lines.append((block.teks, False))
        elif isinstance(block, Daftar):
            lines.append((f"{block.judul or block.lembar}: lihat lembar {block.lembar[:LONGEST_NAME]}", False))
    for row, (text, bold) in enumerate(lines, 1):
        cell = _at(sheet, row, 1)
        _put(cell, text)
        cell.font = _BOLD if bold else _PLAIN
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        _heighten(sheet, row)
    _set_up_print(sheet, naskah, turned=False)


def _set_up_print(sheet: Worksheet, naskah: Naskah, *, turned: bool) -> None:
    """The office's paper, one page wide, with the page's number."""
    sheet.page_setup.paperSize = _PAPER[naskah.kertas]
    sheet.page_setup.orientation = "landscape" if turned else "portrait"
    sheet.page_setup.fitToHeight = 0
    sheet.page_margins.left = sheet.page_margins.right = _SIDE_MARGIN
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    footer = sheet.oddFooter
    assert footer is not None
    footer.center.text = f"{naskah.jenis} · Hal &P dari &N"


def _sheet(sheet: Worksheet, naskah: Naskah, block: Daftar) -> None:
    title = _at(sheet, 1, 1)
    _put(title, block.judul or block.lembar)
    title.font = _BOLD
    for column, head in enumerate(block.kepala, 1):
        _head(_at(sheet, 2, column), head)
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = _WIDTH.get(head, 44 if column == 2 else 18)
    _heighten(sheet, 2)
    for number, line in enumerate(block.baris):
        for column, value in enumerate(line, 1):
            _body(_at(sheet, number + 3, column), value, bold=number in block.tebal)
        _heighten(sheet, number + 3)
    for number, note in enumerate(block.catatan, len(block.baris) + 4):
        _note(sheet, number, note, len(block.kepala))
    sheet.freeze_panes = "C3"
    sheet.print_area = f"A1:{get_column_letter(len(block.kepala))}{sheet.max_row}"
    sheet.print_title_rows = "2:2"
    _set_up_print(sheet, naskah, turned=block.lebar or len(block.kepala) > _WIDE)


def _note(sheet: Worksheet, row: int, note: str, columns: int) -> None:
    """A line below the table, over its whole width: words that run out of the printed area would be cut."""
    cell = _at(sheet, row, 1)
    _put(cell, note)
    cell.font = _PLAIN
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    width = sum(sheet.column_dimensions[get_column_letter(n)].width for n in range(1, columns + 1))
    sheet.row_dimensions[row].height = _lines(note, width) * _LINE_HEIGHT
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)


def _heighten(sheet: Worksheet, row: int) -> None:
    """Room for all lines of a row: not every program works that out when it opens a workbook."""
    widths = sheet.column_dimensions
    found = [_lines(str(cell.value), widths[get_column_letter(n)].width) for n, cell in enumerate(sheet[row], 1)]
    if (most := max(found, default=1)) > 1:
        sheet.row_dimensions[row].height = most * _LINE_HEIGHT


def _lines(text: str, width: float) -> int:
    return sum(max(1, ceil(len(line) / (width - 1))) for line in text.splitlines() or [""])


def _head(cell: Cell, head: str) -> None:
    _put(cell, head)
    cell.font, cell.fill, cell.border = _BOLD, _HEAD, _BOX
    cell.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")


def _body(cell: Cell, value: Sel, *, bold: bool) -> None:
    _put(cell, value)
    cell.font, cell.border = _BOLD if bold else _PLAIN, _BOX
    if isinstance(value, Angka) and value.nilai is not None and value.teks is None:
        decimals = f".{'0' * value.desimal}" if value.desimal else ""
        cell.number_format = f"#,##0{decimals}"
    else:
        absent = isinstance(value, Angka)
        cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="right" if absent else None)


def _at(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    assert not isinstance(cell, MergedCell)  # only notes are, and once they are written
    return cell


def _put(cell: Cell, value: Sel) -> None:
    """Numbers as numbers; words always as words, whatever sign they begin with."""
    if isinstance(value, Angka) and value.teks is None and value.nilai is not None:
        cell.value = value.nilai
        return
    put_text(cell, value if isinstance(value, str) else (value.teks or value.kosong.value))
