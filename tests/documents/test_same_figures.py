"""One report in three formats: every figure of it stands in each of them, table by table, under the same captions."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from io import BytesIO

import pytest
from docx import Document
from docx.table import _Cell
from openpyxl import load_workbook

from kinerja_desktop.documents import laporan_triwulan_pdf, lkjip_pdf, outline
from kinerja_desktop.documents.contents import FIGURES, TABLES, Entry
from kinerja_desktop.documents.docx import CAPTION, CHANGED_NOTE, FIGURE_CAPTION, written
from kinerja_desktop.documents.keep import ClosingChapter
from kinerja_desktop.documents.outline import Daftar
from kinerja_desktop.domain.laporan import Angka, LaporanTriwulan, Lkjip, Naskah
from kinerja_desktop.services import printing
from kinerja_desktop.services.printing import Format
from tests.documents.reading import read_pages
from tests.documents.samples import laporan_triwulan, lkjip

Report = LaporanTriwulan | Lkjip
REPORTS: tuple[Report, ...] = (laporan_triwulan(), lkjip())


def figures(thing: object) -> Iterator[Angka]:
    """Every figure that a report object carries."""
    if isinstance(thing, Angka):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from figures(part)
    elif is_dataclass(thing) and not isinstance(thing, Naskah):
        for field in fields(thing):
            if field.name != MARKS:
                yield from figures(getattr(thing, field.name))


MARKS = "target_triwulan"
"""A chart draws these as marks without a figure; their figures stand in the Rencana Aksi."""


def printed(report: object) -> set[str]:
    """The figures as papers write them; absent ones have no figure."""
    return {written(a) for a in figures(report) if a.nilai is not None}


def tables(report: Report) -> list[Daftar]:
    made = outline.quarterly_outline(report) if isinstance(report, LaporanTriwulan) else outline.annual_outline(report)
    return [block for block in made if isinstance(block, Daftar)]


@pytest.mark.parametrize("report", REPORTS, ids=["triwulan", "tahun"])
def test_every_figure_stands_in_every_format(report: Report) -> None:
    wanted = printed(report)
    pdf = " ".join(page.text for page in read_pages(printing.render(report)))
    word = Document(BytesIO(printing.render(report, Format.DOCX)))
    book = load_workbook(BytesIO(printing.render(report, Format.XLSX)))
    cells = {cell.text for table in word.tables for row in table.rows for cell in row.cells}
    values = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    numbers = {Decimal(str(v)) for v in values if isinstance(v, int | float)}

    assert len(wanted) > 30
    assert sorted(wanted - set(pdf.split())) == []
    assert sorted(wanted - cells) == []
    figured = [a for a in figures(report) if a.nilai is not None and a.teks is None]
    assert {a.nilai for a in figured if a.nilai is not None} <= numbers


@pytest.mark.parametrize("report", REPORTS, ids=["triwulan", "tahun"])
def test_word_and_excel_say_the_same_cell_by_cell(report: Report) -> None:
    word = Document(BytesIO(printing.render(report, Format.DOCX)))
    book = load_workbook(BytesIO(printing.render(report, Format.XLSX)))
    wanted = [t for t in tables(report) if t.baris]
    sheets = [sheet for sheet, t in zip(book.worksheets[1:], tables(report), strict=True) if t.baris]

    for daftar, table, sheet in zip(wanted, word.tables[-len(wanted) :], sheets, strict=True):
        in_word = [[_Cell(tc, table).text for tc in row._tr.tc_lst] for row in table.rows][1:]
        shown = [[written(v) for v in row] for row in daftar.baris]
        assert [list(filter(None, row)) for row in in_word] == [list(filter(None, row)) for row in shown]
        for row, line in enumerate(daftar.baris, start=3):
            for column, value in enumerate(line, start=1):
                found = sheet.cell(row, column).value
                if isinstance(value, Angka) and value.nilai is not None and value.teks is None:
                    assert Decimal(str(found)) == value.nilai
                else:
                    assert (found or "") == written(value)


def entries_of(report: Report) -> list[Entry]:
    """What the PDF lists of its tables and figures, also of the table that keeps the closing chapter company."""
    story = laporan_triwulan_pdf.story(report) if isinstance(report, LaporanTriwulan) else lkjip_pdf.story(report)
    parts = [part for f in story for part in (f.above if isinstance(f, ClosingChapter) else [f])]
    return [entry for part in parts if (entry := getattr(part, "entry", None)) is not None]


@pytest.mark.parametrize("report", REPORTS, ids=["triwulan", "tahun"])
def test_tables_bear_the_same_captions(report: Report) -> None:
    entries = entries_of(report)
    in_pdf = [entry.text for entry in entries if entry.kind == TABLES]
    word = Document(BytesIO(printing.render(report, Format.DOCX)))
    captions = [p.text for p in word.paragraphs if p.style is not None and p.style.name == CAPTION]

    assert [text for text in captions if text.startswith("Tabel")] == in_pdf


@pytest.mark.parametrize("report", REPORTS, ids=["triwulan", "tahun"])
def test_word_shows_the_charts_of_the_pdf_under_their_captions(report: Report) -> None:
    entries = entries_of(report)
    in_pdf = [entry.text for entry in entries if entry.kind == FIGURES]
    word = Document(BytesIO(printing.render(report, Format.DOCX)))
    captions = [p.text for p in word.paragraphs if p.style is not None and p.style.name == FIGURE_CAPTION]
    told = [shape._inline.docPr.get("descr") or "" for shape in word.inline_shapes]

    assert captions == in_pdf
    assert len(told) == len(in_pdf) > 0
    assert all(text.startswith(("Diagram batang", "Grafik garis")) for text in told)
    figures_told = {written(Angka(b.nilai)) for b in report.batang if b.nilai is not None}
    assert all(figure in told[0] for figure in figures_told)


def test_the_word_file_has_real_styles_a_contents_field_and_repeating_heads() -> None:
    word = Document(BytesIO(printing.render(lkjip(), Format.DOCX)))
    styles = {p.style.name for p in word.paragraphs if p.style is not None}
    xml = word.element.xml

    assert {"Heading 1", "Heading 2", "Heading 3", "Heading 4", "Isi Laporan", CAPTION, "Catatan Tabel"} <= styles
    assert 'TOC \\o "1-3"' in xml
    assert xml.count("<w:tblHeader") == len(word.tables)
    assert any(p.text == CHANGED_NOTE for p in word.paragraphs)


def test_what_a_user_typed_is_never_a_formula() -> None:
    report = laporan_triwulan()
    told = replace(report.analisis[0], faktor_pendukung="=1+1", tindak_lanjut="@SUM(A1)")
    book = load_workbook(BytesIO(printing.render(replace(report, analisis=(told,)), Format.XLSX)))
    cells = [c for sheet in book for row in sheet.iter_rows() for c in row if str(c.value).startswith(("=", "@"))]

    assert [c.data_type for c in cells] == ["s", "s"]


def test_every_sheet_is_ready_to_print() -> None:
    book = load_workbook(BytesIO(printing.render(lkjip(), Format.XLSX)))
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "C3"
        assert sheet.print_title_rows == "$2:$2"
        assert sheet.print_area
        assert sheet.page_setup.fitToHeight == 0
