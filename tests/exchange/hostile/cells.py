"""Places where no cell can stand, and cells that say something strange."""

from collections.abc import Iterator
from functools import partial

from tests.exchange.hostile import package as p
from tests.exchange.hostile.expected import ACCEPTED, DAMAGED, EITHER, UNSEEN, Kasus, Make
from tests.exchange.hostile.package import SHEET_2, book, indikator, row, sheet, text, workbook


def cases() -> Iterator[Kasus]:
    """Every case of this group."""
    yield from _places()
    yield from _cells()


def _places() -> Iterator[Kasus]:
    for what, reference in (
        ("without a row", "D"),
        ("without a column", "2"),
        ("turned round", "2D"),
        ("of small letters", "d2"),
        ("negative", "D-2"),
        ("of a range", "D2:D9"),
        ("with signs of money", "$D$2"),
        ("in row 99,999,999", "D99999999"),
        ("in digits of another script", "D２"),
    ):
        yield f"cell {what}", partial(_target, f'<c r="{reference}"><v>80</v></c>'), DAMAGED
    yield "row that is no number", lambda: book({SHEET_2: sheet('<row r="x"/>')}), DAMAGED
    yield "row -1", lambda: book({SHEET_2: sheet('<row r="-1"/>')}), DAMAGED
    yield "cell twice", lambda: _target(p.GOOD_TARGET + '<c r="D2"><v>90</v></c>'), DAMAGED
    yield "cells out of order", lambda: book({SHEET_2: sheet(p.HEADS, row(2, p.GOOD_TARGET, *_scattered()))}), ACCEPTED
    yield (
        "rows out of order",
        lambda: book({SHEET_2: sheet(row(2, "1", "Nama", "Indeks", p.GOOD_TARGET), p.HEADS)}),
        ACCEPTED,
    )
    yield "false dimension", lambda: book({SHEET_2: indikator(before='<dimension ref="A1:XFD1048576"/>')}), ACCEPTED
    merged = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    yield "gigantic merged range", lambda: book({SHEET_2: indikator(after=merged)}), ACCEPTED
    columns = '<cols><col min="1" max="99999999" width="9"/></cols>'
    yield "columns without end", lambda: book({SHEET_2: indikator(before=columns)}), ACCEPTED


def _scattered() -> tuple[str, ...]:
    return tuple(text(f"{column}2", words) for column, words in (("C", "Indeks"), ("A", "1"), ("B", "Nama")))


# --- what cells say ----------------------------------------------------------------------------------


def _target(cell: str) -> bytes:
    return book({SHEET_2: indikator(cell)})


def _value(value: str, attributes: str = "") -> Make:
    return partial(_target, f'<c r="D2"{attributes}><v>{value}</v></c>')


def _formatted(code: str) -> Make:
    numbers = f'<numFmts><numFmt numFmtId="200" formatCode="{code}"/></numFmts>'
    styles = f'<styleSheet>{numbers}<cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>'
    return lambda: book({p.STYLES: styles, SHEET_2: indikator('<c r="D2" s="0"><v>80</v></c>')})


_NO_FIGURE = "Isi sel bukan bilangan."
_LARGE = "Angka lebih dari 15 digit di depan koma."
_FINE = "Angka lebih dari 6 digit di belakang koma."
_ERROR = "Sel berisi nilai galat."


def _cells() -> Iterator[Kasus]:
    yield "index of texts out of range", _value("99", ' t="s"'), DAMAGED
    yield "negative index of texts", _value("-1", ' t="s"'), DAMAGED
    yield "index of texts that is no number", _value("satu", ' t="s"'), DAMAGED
    yield "index of texts with 5,000 digits", _value("9" * 5000, ' t="s"'), DAMAGED
    yield "index of styles out of range", _value("80", ' s="999"'), ACCEPTED
    yield "negative index of styles", _value("80", ' s="-1"'), DAMAGED
    yield "unknown kind of cell", _value("80", ' t="zz"'), ACCEPTED
    yield "figure of a million digits", _value("9" * 90_000), _NO_FIGURE
    yield "figure with a huge exponent", _value("1E+999999999"), _LARGE
    yield "figure with a tiny exponent", _value("1E-999999999"), _FINE
    yield "day with a huge exponent", _value("1E+999999999", ' s="1"'), _ERROR
    yield "day with a tiny exponent", _value("1E-999999999", ' s="1"'), _ERROR
    yield "percentage with a huge exponent", _value("1E+999999999", ' s="2"'), _LARGE
    yield "exponent beyond Decimal", _value("1E+99999999999999999999"), _NO_FIGURE
    yield "NaN", _value("NaN"), _NO_FIGURE
    yield "signalling NaN", _value("sNaN123"), _NO_FIGURE
    yield "infinity", _value("-Infinity"), _NO_FIGURE
    yield "digits of another script", _value("８０"), _NO_FIGURE
    yield "underlined digits", _value("8_0"), _NO_FIGURE
    yield "hexadecimal", _value("0x50"), _NO_FIGURE
    yield "true", _value("1", ' t="b"'), "Sel berisi nilai benar/salah"
    yield "boolean that is none", _value("=1", ' t="b"'), "Sel berisi nilai benar/salah"
    yield "error value", _value("#REF!", ' t="e"'), _ERROR
    yield "day", _value("46024", ' s="1"'), "Sel berisi tanggal"
    yield "day before all days", _value("-9999999", ' s="1"'), _ERROR
    yield "day in words", _value("kemarin", ' t="d"'), _ERROR
    yield (
        "shared formula in a loop",
        lambda: _target('<c r="D2"><f t="shared" ref="D2:D3" si="0">D2</f></c>'),
        "Rumus di sel ini",
    )
    yield "formula that calls a program", lambda: _target("<c r=\"D2\"><f>cmd|'/c calc'!A0</f><v>80</v></c>"), ACCEPTED
    yield (
        "formula that asks the network",
        lambda: _target('<c r="D2"><f>WEBSERVICE("http://x")</f><v>80</v></c>'),
        ACCEPTED,
    )
    yield "formula in a formula", lambda: _target('<c r="D2"><f><f>1</f></f><v>80</v></c>'), ACCEPTED
    yield "cell in a cell", lambda: _target('<c r="D2"><c r="D2"><v>70</v></c><v>80</v></c>'), EITHER
    yield "rich text of many runs", lambda: book({SHEET_2: indikator(name=_rich(2000))}), ACCEPTED
    yield "text of 32,767 letters", lambda: book({SHEET_2: indikator(name="a" * 32_767)}), "Teks berisi 32767 huruf"
    yield "text that escapes a control character", lambda: book({SHEET_2: indikator(name="a_x001B_[2Jb")}), UNSEEN
    yield "text that escapes half a letter", lambda: book({SHEET_2: indikator(name="a_xD800_b")}), ACCEPTED
    yield "text that turns the direction", lambda: book({SHEET_2: indikator(name="a\u202eb")}), UNSEEN
    yield "text like a formula", lambda: book({SHEET_2: indikator(name="=HYPERLINK(&quot;http://x&quot;)")}), ACCEPTED
    yield "text like SQL", lambda: book({SHEET_2: indikator(name="'; DROP TABLE indikator; --")}), ACCEPTED
    yield (
        "text like markup",
        lambda: book({SHEET_2: indikator(name="&lt;img src=&quot;file:///etc/passwd&quot;/&gt;")}),
        ACCEPTED,
    )
    yield "format of brackets", _formatted("[" * 100_000), ACCEPTED
    yield "format of quotes", _formatted("&quot;" * 20_001), ACCEPTED
    yield "format of nothing", _formatted(""), ACCEPTED
    yield (
        "format number that is none",
        lambda: book({p.STYLES: '<styleSheet><cellXfs><xf numFmtId="x"/></cellXfs></styleSheet>'}),
        DAMAGED,
    )
    yield "days from 1904", lambda: book({p.WORKBOOK: workbook(p.TWO_SHEETS, '<workbookPr date1904="1"/>')}), ACCEPTED


def _rich(runs: int) -> str:
    return f'<c r="B2" t="inlineStr"><is>{"<r><rPr><b/></rPr><t>a</t></r>" * runs}</is></c>'
