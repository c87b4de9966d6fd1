"""Workbooks for tests: a valid small one to change, and one written cell by cell as bytes."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook

Rows = Sequence[Sequence[object]]

OFFICE: Rows = [["Kunci", "Nilai"], ["nama", "Kecamatan Contoh"], ["kabupaten", "Kabupaten Misal"], ["tahun", 2026]]
ONE: Rows = [["kode", "indikator", "satuan", "target_tahun"], ["1", "Indeks", "Indeks", 80]]


def save(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """Save a workbook with these sheets, exactly as given."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def office(path: Path, **sheets: Rows) -> Path:
    """Save a valid workbook, with these sheets added or put in place of its own."""
    return save(path, {"Instansi": OFFICE, "Indikator": ONE, **sheets})


_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = {
    "_rels/.rels": f'<Relationships><Relationship Id="r1" Type="{_TYPES}/officeDocument" Target="/xl/workbook.xml"/>'
    "</Relationships>",
    "xl/workbook.xml": '<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="S" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": "<Relationships>"
    f'<Relationship Id="r1" Type="{_TYPES}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{_TYPES}/sharedStrings" Target="/xl/sharedStrings.xml"/>'
    f'<Relationship Id="r3" Type="{_TYPES}/styles" Target="styles.xml"/></Relationships>',
    "xl/sharedStrings.xml": "<sst><si><t>satu</t></si>"
    "<si><r><t>du</t></r><r><t>a</t></r><rPh><t>x</t></rPh></si></sst>",
    "xl/styles.xml": '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0.00&quot; %&quot;"/>'
    '<numFmt numFmtId="171" formatCode="[Red]0.0%"/><numFmt numFmtId="172" formatCode="dd/mm/yyyy"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/>'
    '<xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="14"/></cellXfs></styleSheet>',
}


def raw(path: Path, cells: str, **parts: str) -> Path:
    """Save a workbook of one sheet "S" from the XML of its first row's cells; ``parts`` replace whole parts."""
    sheet = f"<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>"
    with ZipFile(path, "w") as archive:
        for name, text in {**_PARTS, "xl/worksheets/sheet1.xml": sheet, **parts}.items():
            archive.writestr(name, text)
    return path
