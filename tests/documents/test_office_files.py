"""The Word and Excel files of a report: readable, and the same bytes at whatever time they are made."""

from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from openpyxl import load_workbook
from PIL import Image

from kinerja_desktop.documents import docx, outline, xlsx
from kinerja_desktop.documents.outline import Daftar, Judul, Paragraf, TandaTangan
from tests.documents.samples import laporan_triwulan, lkjip


def made(ending: str) -> bytes:
    paper = laporan_triwulan()
    blocks = outline.quarterly_outline(paper)
    return docx.write(paper.naskah, blocks) if ending == "docx" else xlsx.write(paper.naskah, blocks)


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_no_clock_is_in_the_file(ending: str) -> None:
    with ZipFile(BytesIO(made(ending))) as content:
        assert content.testzip() is None
        assert {member.date_time[0] for member in content.infolist()} == {1980}
        properties = content.read("docProps/core.xml").decode()
    assert f"{laporan_triwulan().naskah.tahun}-01-01T00:00:00Z</dcterms:modified>" in properties
    assert "python" not in properties


def test_both_programs_still_open_them() -> None:
    assert Document(BytesIO(made("docx"))).tables
    assert len(load_workbook(BytesIO(made("xlsx"))).sheetnames) > 1


def test_the_word_file_of_the_lkjip_begins_with_its_cover() -> None:
    paper = lkjip()
    doc = Document(BytesIO(docx.write(paper.naskah, outline.annual_outline(paper))))
    preface = next(p for p in doc.paragraphs if p.text == "KATA PENGANTAR")
    assert preface.paragraph_format.page_break_before
    texts = [p.text for p in doc.paragraphs]
    cover = texts[: texts.index("KATA PENGANTAR")]
    year = str(paper.naskah.tahun)
    for words in (paper.naskah.instansi.nama.upper(), "LAPORAN", "KINERJA", year, paper.subjudul_sampul):
        assert words in cover
    assert paper.naskah.judul not in cover  # the letterhead's title


def test_no_sheet_of_a_report_has_its_name_cut() -> None:
    blocks = (*outline.quarterly_outline(laporan_triwulan()), *outline.annual_outline(lkjip()))
    names = [block.lembar for block in blocks if isinstance(block, Daftar)]
    assert max(map(len, names)) <= xlsx.LONGEST_NAME


def test_every_sheet_prints_one_page_wide() -> None:
    for sheet in load_workbook(BytesIO(made("xlsx"))):
        properties = sheet.sheet_properties.pageSetUpPr
        assert properties is not None
        assert properties.fitToPage
        assert sheet.page_setup.paperSize


def test_what_is_written_has_a_font_with_name_and_size() -> None:
    cells = [c for sheet in load_workbook(BytesIO(made("xlsx"))) for row in sheet.iter_rows() for c in row]
    assert {(c.font.name, c.font.sz) for c in cells if c.value is not None} == {("Arial", 10)}


def test_notes_below_a_table_stay_in_its_width() -> None:
    note = "Capaian = realisasi : target × 100. " * 8
    table = Daftar("Lembar", "Judul", ("No", "Uraian"), (("1", "isi"),), catatan=(note,))
    sheet = load_workbook(BytesIO(xlsx.write(laporan_triwulan().naskah, (table,)))).worksheets[1]
    row = next(cell.row for cell in sheet["A"] if cell.value == note)
    assert f"A{row}:B{row}" in {str(merged) for merged in sheet.merged_cells.ranges}
    assert (sheet.row_dimensions[row].height or 0) > 5 * 13


PASTED = "tegak\x0bdan\x00 nol\ud800"


def test_signs_that_such_files_cannot_hold_are_left_out() -> None:
    paper = laporan_triwulan()
    table = Daftar("Lembar", PASTED, (PASTED,), ((PASTED,),), catatan=(PASTED,))
    office = replace(paper.naskah.instansi, nama=PASTED, kabupaten=PASTED)
    naskah = replace(paper.naskah, judul=PASTED, instansi=office)
    official = replace(paper.penandatangan, nama=PASTED)
    blocks = (Judul(PASTED), Paragraf(PASTED), table, TandaTangan(naskah, official))
    words = Document(BytesIO(docx.write(naskah, blocks)))
    assert "tegak\ndan nol" in [paragraph.text for paragraph in words.paragraphs]
    assert words.tables[-1].rows[1].cells[0].text == "tegak\ndan nol"
    book = load_workbook(BytesIO(xlsx.write(naskah, blocks)))
    assert "tegak\ndan nol" in [cell.value for cell in book.worksheets[1]["A"]]


def with_lambang(paper: Any) -> Any:  # noqa: ANN401  # either report
    picture = BytesIO()
    Image.new("RGB", (38, 46), "navy").save(picture, "PNG")
    office = replace(paper.naskah.instansi, lambang=picture.getvalue())
    return replace(paper.naskah, instansi=office)


def test_the_letterhead_of_the_word_file_looks_like_that_of_the_pdf() -> None:
    naskah = with_lambang(laporan_triwulan())
    doc = Document(BytesIO(docx.write(naskah, ())))
    lines = [p for cell in doc.tables[0].rows[0].cells for p in cell.paragraphs if p.text]
    assert [(p.text, p.runs[0].font.size.pt) for p in lines] == [
        (f"PEMERINTAH {naskah.instansi.kabupaten}".upper(), 16),
        (naskah.instansi.nama.upper(), 24),
        (naskah.instansi.alamat, 8),
    ]
    rules = doc.paragraphs[0]
    assert doc.tables[0]._tbl.getnext() is rules._p
    sizes = {side.tag.rpartition("}")[2]: int(side.get(qn("w:sz"))) for side in rules._p.pPr.find(qn("w:pBdr"))}
    assert sizes == {"top": 18, "bottom": 6}  # thick above, thin below it
    assert rules.paragraph_format.line_spacing == Pt(1.1)
    (shape,) = doc.inline_shapes
    assert (round(shape.width.mm), round(shape.height.mm)) == (19, 23)


@pytest.mark.parametrize("image", [None, b"not an image"])
def test_an_office_without_a_readable_lambang_has_its_letterhead_all_the_same(image: bytes | None) -> None:
    paper = laporan_triwulan()
    naskah = replace(paper.naskah, instansi=replace(paper.naskah.instansi, lambang=image))
    doc = Document(BytesIO(docx.write(naskah, ())))
    assert len(doc.inline_shapes) == 0
    assert naskah.instansi.nama.upper() in doc.tables[0].rows[0].cells[0].text


def test_the_cover_of_the_word_file_bears_the_lambang() -> None:
    paper = lkjip()
    naskah = with_lambang(paper)
    doc = Document(BytesIO(docx.write(naskah, (outline.Sampul(paper.subjudul_sampul),))))
    assert len(doc.inline_shapes) == 1
    assert doc.inline_shapes[0].height.mm <= 41.1
