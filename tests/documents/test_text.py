"""The gate from words to paragraphs: typed text is printed as letters and never read as markup."""

import ast
from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import getDescent

import kinerja_desktop.documents
from kinerja_desktop.documents.blocks import body
from kinerja_desktop.documents.fonts import REGULAR
from kinerja_desktop.documents.furniture import CAP_HEIGHT
from kinerja_desktop.documents.page import Layout, render_pages
from kinerja_desktop.documents.style import TABLE, TINY_TABLE, WIDE_TABLE, TableType, cell_style
from kinerja_desktop.documents.text import break_at_dots, paragraph, printable, text_width
from tests.documents.reading import read_pages
from tests.documents.samples import naskah

ROOM = Path(kinerja_desktop.documents.__file__).parent


@pytest.mark.parametrize(
    "typed",
    [
        '<img src="file:///etc/passwd"/>',
        '<font color="[open(1)]">merah</font>',
        "<para>a & b < c > d</para>",
        "&lt;b&gt; &amp; &#65;",
        "</para><para>",
        "{0} %s \\n $x",
    ],
)
def test_markup_is_printed_as_it_was_typed(typed: str) -> None:
    page = read_pages(render_pages(naskah(), body([typed]), Layout()))[0]
    assert typed in " ".join(page.text.split())


def test_letters_that_the_face_lacks_are_named() -> None:
    assert printable("baik \N{THUMBS UP SIGN}") == "baik [U+1F44D]"
    assert printable("\N{CJK UNIFIED IDEOGRAPH-4E2D}") == "[U+4E2D]"


@pytest.mark.parametrize("sign", "áÉñ\N{MINUS SIGN}×÷≥≤…\N{EN DASH}\N{LEFT DOUBLE QUOTATION MARK}²½·%°")
def test_letters_of_an_office_are_printed(sign: str) -> None:
    assert printable(sign) == sign


def test_signs_that_show_nothing_are_dropped() -> None:
    assert printable("a\x00b\x1b[31mc\N{RIGHT-TO-LEFT OVERRIDE}d\N{ZERO WIDTH SPACE}e") == "ab[31mcde"


def test_codes_break_after_a_dot() -> None:
    style = cell_style(9, 11.2)
    room = text_width("7.01.01.2.01.", style)
    assert break_at_dots("7.01.01.2.01.0006", style, room) == "7.01.01.2.01.\n0006"
    assert break_at_dots("7.01.01", style, room) == "7.01.01"


@pytest.mark.parametrize("type_", [TABLE, WIDE_TABLE, TINY_TABLE])
def test_a_footnote_mark_stays_below_the_letters_of_the_line_above(type_: TableType) -> None:
    for size, leading in ((type_.cell, type_.cell_leading), (type_.head, type_.head_leading)):
        mark = paragraph("ganggu", cell_style(size, leading), marks=(2, 6)).frags[-1]
        hanging = -getDescent(REGULAR, size)
        assert 0 < mark.rise + mark.fontSize * CAP_HEIGHT <= leading - hanging


def test_paragraphs_are_built_in_the_gate_alone() -> None:
    built = [
        path.name
        for path in ROOM.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "Paragraph"
    ]
    assert set(built) == {"text.py"}
