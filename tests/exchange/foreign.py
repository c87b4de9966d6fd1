"""A workbook as another office lays it out: titles above, heads in two rows, merged groups, a sum at the end."""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

SHEET = "Pengukuran"
HEADS = ("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target", "Target Triwulan", "Realisasi")
_PLACES = "ABCDEFJ"
_QUARTERS = ("TW I", "TW II", "TW III", "TW IV")
ROWS: tuple[tuple[str | float | None, ...], ...] = (
    ("A1", "Meningkatnya mutu pelayanan", "Indeks Kepuasan Masyarakat", "Indeks", 88, 85, 86, 87, 88, 84.5, "86,2"),
    ("A2", None, "Persentase pengaduan yang ditindaklanjuti", "%", 100, 100, 100, 100, 100, 100, 98),
    ("A3", "Meningkatnya kapasitas desa", "Persentase desa tertib APBDes", "%", 95, None, None, None, 95),
    (None, "JUMLAH", None, None, None, None, None, None, None, None, 20),
)


def save(path: Path, *, tahun: int = 2026, last_head: str = "Realisasi") -> Path:
    """Save it; the first data row is 7."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = SHEET
    sheet["A1"], sheet["A2"] = "PENGUKURAN KINERJA", f"KECAMATAN CONTOH TAHUN {tahun}"
    for place, head in zip(_PLACES, (*HEADS[:-1], last_head), strict=True):
        sheet[f"{place}4"] = head
    for number, quarter in enumerate(_QUARTERS * 2, 6):
        sheet.cell(5, number, quarter)
    for place in "ABCDE":
        sheet.merge_cells(f"{place}4:{place}5")
    sheet.merge_cells("F4:I4")
    sheet.merge_cells("J4:M4")
    for number in range(1, 14):
        sheet.cell(6, number, number)
    for line, row in enumerate(ROWS, 7):
        for number, value in enumerate(row, 1):
            sheet.cell(line, number).value = value
    sheet.merge_cells("B7:B8")
    sheet.column_dimensions["C"].width = 44
    book.save(path)
    return path
