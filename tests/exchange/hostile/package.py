"""A small valid Buku Kinerja as its parts, written by hand, so that any byte of it can be made wrong."""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

Parts = Mapping[str, bytes | str | None]

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SHEET_1, SHEET_2 = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"
TYPES, ROOT, WORKBOOK = "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"
RELATIONS, STRINGS, STYLES = "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml"


def text(reference: str, words: str) -> str:
    """A cell of words."""
    return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


def row(number: int, *cells: str) -> str:
    """A row of words from its first column on; what begins with "<" is a cell already."""
    made = (cell if cell.startswith("<") else text(f"{'ABCDEFGH'[n]}{number}", cell) for n, cell in enumerate(cells))
    return f'<row r="{number}">{"".join(made)}</row>'


def sheet(*rows: str, before: str = "", after: str = "") -> str:
    """A worksheet."""
    begin = f'{_HEAD}<worksheet xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{before}'
    return f"{begin}<sheetData>{''.join(rows)}</sheetData>{after}</worksheet>"


def relations(*entries: tuple[str, str, str], more: str = "") -> str:
    """Relationships of id, kind and target."""
    lines = (f'<Relationship Id="{i}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for i, kind, target in entries)
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{space}">{"".join(lines)}{more}</Relationships>'


def workbook(sheets: Sequence[tuple[str, str]], before: str = "", state: str = "") -> str:
    """The plan: names of sheets and their relations."""
    lines = (f'<sheet name="{name}" sheetId="{n}" r:id="{i}"{state}/>' for n, (name, i) in enumerate(sheets, 1))
    return f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{before}<sheets>{"".join(lines)}</sheets></workbook>'


OFFICE_SHEET = sheet(
    row(1, "Kunci", "Nilai"),
    row(2, "nama", "Kecamatan Contoh"),
    row(3, "kabupaten", "Kabupaten Misal"),
    row(4, "tahun", '<c r="B4"><v>2026</v></c>'),
)
HEADS = row(1, "kode", "indikator", "satuan", "target_tahun")
GOOD_TARGET = '<c r="D2"><v>80</v></c>'
TWO_SHEETS = (("Instansi", "rId1"), ("Indikator", "rId2"))
TWO_RELATIONS = (("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", "worksheets/sheet2.xml"))


def indikator(target: str = GOOD_TARGET, name: str = "Indeks Kepuasan", before: str = "", after: str = "") -> str:
    """The sheet Indikator with one row; ``target`` is its last cell as XML."""
    return sheet(HEADS, row(2, "1", name, "Indeks", target), before=before, after=after)


def content_types(*overrides: str, main: str = "spreadsheetml.sheet.main") -> str:
    """The list of content types."""
    kind = "application/vnd.openxmlformats-officedocument"
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return (
        f'{_HEAD}<Types xmlns="{space}"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.{main}+xml"/>{"".join(overrides)}</Types>'
    )


BASE: Parts = {
    TYPES: content_types(),
    ROOT: relations(("rId1", "officeDocument", "xl/workbook.xml")),
    WORKBOOK: workbook(TWO_SHEETS),
    RELATIONS: relations(
        *TWO_RELATIONS, ("rId3", "sharedStrings", "sharedStrings.xml"), ("rId4", "styles", "styles.xml")
    ),
    SHEET_1: OFFICE_SHEET,
    SHEET_2: indikator(),
    STRINGS: f'{_HEAD}<sst xmlns="{_MAIN}"><si><t>Indeks</t></si></sst>',
    STYLES: f'{_HEAD}<styleSheet xmlns="{_MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/>'
    "</cellXfs></styleSheet>",
}


def packed(
    parts: Parts,
    *,
    method: int = ZIP_DEFLATED,
    at_end: Callable[[ZipFile], None] = lambda _: None,
    comment: bytes = b"",
) -> bytes:
    """A package of parts; ``at_end`` may lie about them just before the directory is written."""
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in parts.items():
            if content is not None:
                info = ZipInfo(name, (2026, 1, 2, 3, 4, 6))
                archive.writestr(info, content, compress_type=ZIP_STORED if name.endswith("/") else method)
        archive.comment = comment
        at_end(archive)
    return target.getvalue()


def book(changes: Parts | None = None, **how: object) -> bytes:
    """The valid workbook with parts changed, added, or (None) left out."""
    return packed({**BASE, **(changes or {})}, **how)  # type: ignore[arg-type]  # the keywords of ``packed``


def with_part(name: str, content: bytes | str = "x") -> bytes:
    """The valid workbook with one part more."""
    return book({name: content})
