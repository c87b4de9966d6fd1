"""Workbooks that hold more than an office's can: bytes, parts, rows, elements, names, letters."""

import random
from collections.abc import Iterator
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from tests.exchange.hostile import package as p
from tests.exchange.hostile.expected import ACCEPTED, CELLS, DAMAGED, NO_HEADS, PACKED, PARTS, SHEET, SIZE, Kasus
from tests.exchange.hostile.package import BASE, SHEET_2, book, indikator, packed, relations, row, sheet, workbook

MB = 1024 * 1024


def cases() -> Iterator[Kasus]:
    """Every case of this group."""
    yield from _bombs()


# --- more than an office's workbook holds ------------------------------------------------------------


def _noise(size: int) -> bytes:
    return random.Random(size).randbytes(size)


def _words(letters: int) -> str:
    """Text that packs about fifty to one: less than the ratio allows."""
    chance = random.Random(letters)
    pieces = (chr(97 + chance.randrange(26)) + "x" * 190 for _ in range(letters // 191 + 1))
    return "".join(pieces)[:letters]


def _many_sheets(size: int, count: int) -> bytes:
    more = {f"xl/media/{n}.png": _words(size) for n in range(count)}
    return book(more)


def _overlapping(archive: ZipFile) -> None:
    kernel = archive.getinfo(SHEET_2)
    for n in range(50):
        twin = ZipInfo(f"xl/worksheets/twin{n}.xml")
        for field in ("header_offset", "CRC", "compress_size", "file_size", "compress_type", "flag_bits"):
            setattr(twin, field, getattr(kernel, field))
        archive.filelist.append(twin)


def _flat_rows(count: int, cell: str = "") -> str:
    return sheet(*(f'<row r="{n}">{cell}</row>' for n in range(1, count + 1)))


def _numbers(rows: int, columns: int) -> str:
    letters = [f"{a}{b}" for a in ("", "A", "B") for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"][:columns]
    return sheet(
        *(row(n, *(f'<c r="{c}{n}"><v>{n * 7919 % 9973}</v></c>' for c in letters)) for n in range(1, rows + 1))
    )


def _deep(levels: int) -> str:
    """Nested elements that do not pack too well."""
    chance = random.Random(levels)
    begun = "".join(f'<a b="{chance.randrange(10**9)}">' for _ in range(levels))
    return f"<worksheet>{begun}{'</a>' * levels}</worksheet>"


def _new_names(count: int) -> str:
    return "<worksheet>" + "".join(f"<n{n}/>" for n in range(count)) + "</worksheet>"


def _bombs() -> Iterator[Kasus]:
    yield "eleven megabytes", lambda: book({"xl/media/image1.png": _noise(11 * MB)}), PACKED
    yield "flat bomb: zeros for a sheet", lambda: book({SHEET_2: bytes(30 * MB)}), SIZE
    yield "flat bomb in a part that nobody reads", lambda: book({"xl/media/image1.png": bytes(30 * MB)}), SIZE
    yield "small parts of zeros, many", lambda: book({f"xl/media/{n}.bin": bytes(120 * 1024) for n in range(190)}), SIZE
    yield "more than 100 MB at a plain ratio", lambda: _many_sheets(10 * MB, 11), SIZE
    yield "nested bomb", lambda: book({"xl/media/inner.zip": packed({"zeros": bytes(30 * MB)})}), ACCEPTED
    yield "overlapping parts", lambda: book(at_end=_overlapping), DAMAGED
    yield "201 parts", lambda: book({f"xl/media/{n}.png": b"x" for n in range(201 - len(BASE))}), PARTS
    yield "200 parts", lambda: book({f"xl/media/{n}.png": b"x" for n in range(200 - len(BASE))}), ACCEPTED
    yield "60,000 parts", lambda: packed({f"{n}": b"" for n in range(60_000)}, method=ZIP_STORED), PARTS
    yield "row 20,001", lambda: book({SHEET_2: sheet(p.HEADS, row(20_001, "1", "Nama"))}), SHEET
    yield "column 61", lambda: book({SHEET_2: sheet(p.HEADS, row(2, '<c r="BI2"><v>1</v></c>'))}), SHEET
    yield "column XFE", lambda: book({SHEET_2: sheet(p.HEADS, row(2, '<c r="XFE2"><v>1</v></c>'))}), SHEET
    yield "a sheet of our own with 20,001 rows", lambda: _extra_sheet(_flat_rows(20_001, "<c><v>1</v></c>")), SHEET
    yield "20,000 rows of 60 cells", lambda: _extra_sheet(_numbers(20_000, 60)), CELLS
    yield "three million elements", lambda: book({"docProps/app.xml": f"<a>{'<b/>' * 3_000_000}</a>"}), SIZE
    yield "a million empty rows", million_rows, SHEET
    yield "formats down to row 60,000", lambda: book({SHEET_2: _with_blank_rows(60_000)}), ACCEPTED
    yield "formatted cells to the last column", lambda: book({SHEET_2: _far_blank()}), ACCEPTED
    yield "nested two hundred deep", lambda: book({SHEET_2: _deep(200)}), NO_HEADS
    yield "nested a hundred thousand deep", lambda: book({SHEET_2: _deep(100_000)}), DAMAGED
    yield "a hundred thousand names", lambda: book({SHEET_2: _new_names(100_000)}), SIZE
    yield "an attribute of five megabytes", lambda: book({SHEET_2: f'<worksheet a="{_words(5 * MB)}"/>'}), SIZE
    yield (
        "a comment of five megabytes",
        lambda: book({SHEET_2: f"<worksheet><!--{_words(5 * MB)}--></worksheet>"}),
        SIZE,
    )
    yield "a cell of five megabytes", lambda: book({SHEET_2: indikator(name=_words(5 * MB))}), SIZE
    yield "a formula's text of five megabytes", lambda: book({SHEET_2: indikator(_result(_words(5 * MB)))}), SIZE
    yield "a shared text of five megabytes", lambda: book({p.STRINGS: _shared(_words(5 * MB))}), SIZE
    yield "300,000 shared texts", lambda: book({p.STRINGS: _strings(300_000)}), SIZE


def _result(words: str) -> str:
    return f'<c r="D2" t="str"><f>A1</f><v>{words}</v></c>'


def _shared(words: str) -> str:
    return f"<sst><si><t>{words}</t></si></sst>"


def _strings(count: int) -> str:
    return "<sst>" + "".join(f"<si><t>{n * 2654435761 % 2**32}</t></si>" for n in range(count)) + "</sst>"


def _extra_sheet(content: str) -> bytes:
    plan = workbook((*p.TWO_SHEETS, ("Catatan", "rId9")))
    targets = relations(*p.TWO_RELATIONS, ("rId9", "worksheet", "worksheets/sheet9.xml"))
    return book({p.WORKBOOK: plan, p.RELATIONS: targets, "xl/worksheets/sheet9.xml": content})


def million_rows() -> bytes:
    """A sheet of a million rows with nothing in them: 16 MB, packed six to one."""
    return book({SHEET_2: _flat_rows(1_000_000)})


def _with_blank_rows(last: int) -> str:
    """A table with rows below it that only have a look."""
    blank = (f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(3, last + 1))
    return sheet(p.HEADS, row(2, "1", "Nama", "Indeks", p.GOOD_TARGET), *blank)


def _far_blank() -> str:
    return sheet(p.HEADS, row(2, "1", "Nama", "Indeks", p.GOOD_TARGET, '<c r="XFD2" s="1"/>'), '<row r="1048576"/>')
