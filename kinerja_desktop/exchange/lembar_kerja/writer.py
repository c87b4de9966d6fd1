"""Lay out the workbook of an analyst: letterhead, what to do, the table with yellow cells, and the hidden sheet.

Plain on purpose: no joined cells, no formulas, nothing that another program drops when it saves. Texts of people
stay texts even where they begin with "=".
"""

from decimal import Decimal
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_desktop.domain.buku_lembar import BarisBuku, BukuLembar, Nilai
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.teks_sel import put_text
from kinerja_desktop.exchange.atomic import write_bytes
from kinerja_desktop.exchange.growing_row import GrowingRow
from kinerja_desktop.exchange.lembar_kerja import layout
from kinerja_desktop.exchange.lembar_kerja.choices import Choices
from kinerja_desktop.exchange.lembar_kerja.layout import Kolom
from kinerja_desktop.exchange.xlsx.text import escape

_FONT = "Arial"
_YELLOW, _GREY, _BAND, _HEAD = "FFF7C2", "F2F4F6", "E3E7EC", "D3D9E2"
_LINE = Side(style="thin", color="7A7A7A")
_BOX, _BETWEEN = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE), Border(top=_LINE, bottom=_LINE)
_KOP = Border(bottom=Side(style="medium", color="1F2328"))
_PAPER = {Kertas.A4: 9, Kertas.F4: 14, Kertas.F4_210: 14}
"""Sizes of paper as the format numbers them: A4, and folio, which stands nearest to F4."""
_ADVICE = (
    "1. Isi hanya sel kuning. Sel lain terkunci agar lembar ini dapat dibaca kembali.",
    "2. Realisasi: tulis angkanya saja, tanpa satuan. Kosong berarti belum ada data; 0 berarti nol.",
    "3. Bila tidak ada data, kosongkan angkanya dan tulis sebabnya di kolom «Tidak ada data karena».",
    "4. Jangan menambah, menghapus, atau menggabungkan baris, dan jangan mengganti nama lembar.",
    "5. Simpan sebagai .xlsx, lalu baca kembali: Kinerja Desktop, tab Lembar Kerja, tombol «Baca dari Excel».",
    "6. Tulis desimal seperti contoh dari komputer ini:",
)
"""Told beside one another, so that the rows that stay in sight while scrolling are few."""
_RIGHT = 5
_LINE_HEIGHT, _LEAST_LINES = 13, 2
"""Points of a line, and how many lines a row has at least, so that there is room to write."""
_SAMPLE, _SAMPLE_COLUMN = Decimal("1234.5"), 8
"""A number without format: it shows how this very PC writes decimals."""


def tulis(buku: BukuLembar, path: Path) -> None:
    """Write the workbook, whole or not at all. Raises KnownFault."""
    write_bytes(path, _content(buku))


def _content(buku: BukuLembar) -> bytes:
    workbook = Workbook()
    page, hidden = workbook.worksheets[0], workbook.create_sheet(layout.TERSEMBUNYI)
    page.title = layout.LEMBAR
    _remember(hidden, buku)
    _Page(page, buku, Choices(workbook, hidden)).write()
    workbook.security = WorkbookProtection(lockStructure=True)
    workbook.properties.creator = buku.tanda.instansi
    workbook.properties.title = buku.judul
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def _remember(sheet: Worksheet, buku: BukuLembar) -> None:
    """The order, its seal, and every cell as it is now."""
    sign, rows = layout.baris_tanda(buku.tanda), layout.ingatan(buku)
    for number, text in enumerate((layout.FORMAT, *sign, layout.segel(sign, rows)), 1):
        _put(sheet.cell(number, 1), text)
    for number, row in enumerate(rows, layout.FIRST_ROW):
        for column, value in enumerate(row, 1):
            _put(sheet.cell(number, column), value)
    sheet.sheet_state = "veryHidden"
    sheet.protection.sheet = True


def _put(cell: Cell | MergedCell, value: Nilai) -> None:
    """A figure as a number, a text as a text: openpyxl would make a formula of what begins with "="."""
    if value is None or value == "":
        return
    if isinstance(value, Decimal):
        cell.value = value
        return
    put_text(cell, escape(value))


class _Page:
    """The visible sheet, written from top to bottom."""

    def __init__(self, sheet: Worksheet, buku: BukuLembar, choices: Choices) -> None:
        self._sheet, self._buku, self._choices = sheet, buku, choices
        self._columns = layout.kolom(buku)
        self._row = 0
        self._first = ""

    def write(self) -> None:
        self._top()
        self._head()
        head = self._row
        for kelompok in self._buku.kelompok:
            self._band(kelompok.judul)
            for baris in kelompok.baris:
                self._line(baris)
        self._choices.attach(self._sheet)
        self._set_up(head)

    def _top(self) -> None:
        self._row += 1
        self._styled(1, self._buku.kop, bold=True, size=11)
        last = len(self._columns)
        code = self._styled(last, f"{layout.KODE} {self._buku.tanda.kode}")
        code.alignment = Alignment(horizontal="right")
        for column in range(1, last + 1):
            self._sheet.cell(self._row, column).border = _KOP
        self._row += 1
        self._styled(1, self._buku.judul, bold=True, size=14)
        self._room(_LEAST_LINES)
        self._row += 1
        self._styled(1, self._buku.keterangan)
        half = len(_ADVICE) // 2
        for left, right in zip(_ADVICE[:half], _ADVICE[half:], strict=True):
            self._row += 1
            self._styled(1, left)
            self._styled(_RIGHT, right)
        self._styled(_SAMPLE_COLUMN, _SAMPLE, bold=True).alignment = Alignment(horizontal="left")

    def _head(self) -> None:
        self._row += 1
        for column, kolom in enumerate(self._columns, 1):
            cell = self._boxed(column, kolom.kepala, _HEAD, bold=True)
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            self._sheet.column_dimensions[get_column_letter(column)].width = kolom.lebar
        self._room(lines=_LEAST_LINES)

    def _band(self, judul: str) -> None:
        self._row += 1
        for column in range(1, len(self._columns) + 1):
            self._boxed(column, judul if column == 1 else None, _BAND, bold=True).border = _BETWEEN

    def _line(self, baris: BarisBuku) -> None:
        self._row += 1
        for column, kolom in enumerate(self._columns, 1):
            opened = layout.terbuka(baris, kolom)
            cell = self._boxed(column, layout.isi_kolom(baris, kolom), _YELLOW if opened else _GREY)
            cell.alignment = Alignment(horizontal=kolom.sisi, vertical="center", wrap_text=True)
            if kolom.sisi == "right" and not opened:
                cell.number_format = _figure_format(baris.desimal)
            if opened and kolom.bagian is not None:
                cell.protection = Protection(locked=False)
                self._first = self._first or cell.coordinate
                self._choices.guard(cell.coordinate, baris, kolom.bagian)
        self._room(max(_LEAST_LINES, *(_lines(layout.isi_kolom(baris, kolom), kolom) for kolom in self._columns)))

    def _room(self, lines: int) -> None:
        self._sheet.row_dimensions[self._row] = GrowingRow(self._sheet, self._row, ht=_LINE_HEIGHT * lines + 2)

    def _boxed(self, column: int, value: Nilai, ground: str, *, bold: bool = False) -> Cell | MergedCell:
        cell = self._styled(column, value, bold=bold)
        cell.border = _BOX
        cell.fill = PatternFill("solid", fgColor=ground)
        return cell

    def _styled(self, column: int, value: Nilai, *, bold: bool = False, size: int = 10) -> Cell | MergedCell:
        cell = self._sheet.cell(self._row, column)
        _put(cell, value)
        cell.font = Font(name=_FONT, size=size, bold=bold)
        return cell

    def _set_up(self, head: int) -> None:
        sheet = self._sheet
        sheet.freeze_panes = f"C{head + 1}"
        for selection in (s for s in sheet.sheet_view.selection if s.pane == "bottomRight" and self._first):
            selection.activeCell = selection.sqref = self._first
        sheet.print_title_rows = f"{head}:{head}"
        sheet.print_area = f"A1:{get_column_letter(len(self._columns))}{self._row}"
        sheet.page_setup.paperSize = _PAPER[self._buku.kertas]
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_margins = PageMargins(*(Decimal("0.4"),) * 2, *(Decimal("0.5"),) * 2, *(Decimal("0.3"),) * 2)
        footer = sheet.oddFooter
        assert footer is not None
        footer.left.text = f"{layout.KODE} {self._buku.tanda.kode}"
        footer.right.text = "Hal &P dari &N"
        _protect(sheet)


def _lines(value: Nilai, kolom: Kolom) -> int:
    """How many lines a text takes in its column, about."""
    return sum(1 + len(line) * 5 // (kolom.lebar * 6) for line in layout.tampil(value).split("\n"))


def _figure_format(decimals: int) -> str:
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"


def _protect(sheet: Worksheet) -> None:
    """Lock the sheet; rows and columns may still be made larger, and locked cells be copied from."""
    sheet.protection.sheet = True
    sheet.protection.formatRows = sheet.protection.formatColumns = False  # False means allowed
