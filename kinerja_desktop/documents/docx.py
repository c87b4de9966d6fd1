"""A report's blocks as a Word file: for offices that must add words of their own before they sign.

Looks only; what is said comes from ``outline``. The PDF stays the paper that is filed.
"""

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as Doc
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell

from kinerja_desktop.documents.outline import Blok, Daftar, Judul, Paragraf, Sel, holdable
from kinerja_desktop.documents.still_zip import without_clock
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.laporan import Angka, Naskah, Penandatangan
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.tanggal import format_tanggal

_SIZES = {Kertas.F4: (215, 330), Kertas.F4_210: (210, 330), Kertas.A4: (210, 297)}


def write(naskah: Naskah, blocks: Sequence[Blok], official: Penandatangan) -> bytes:
    """The report as a DOCX file."""
    doc = Document()
    doc.styles["Normal"].font.name = "Arial"
    doc.styles["Normal"].font.size = Pt(11)
    _page(doc, naskah, landscape=False)
    _head(doc, naskah)
    for block in holdable(blocks):
        _add(doc, naskah, block)
    _sign(doc, naskah, official)
    doc.core_properties.title = naskah.judul
    doc.core_properties.author = naskah.instansi.nama
    doc.core_properties.comments = ""
    target = BytesIO()
    doc.save(target)
    return without_clock(target.getvalue(), naskah.tahun)


def _page(doc: Doc, naskah: Naskah, *, landscape: bool) -> None:
    section = doc.sections[-1]
    width, height = _SIZES[naskah.kertas]
    if landscape:
        width, height = height, width
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin, section.right_margin = Mm(20 if landscape else 30), Mm(20)
    section.top_margin, section.bottom_margin = Mm(25), Mm(25)


def _head(doc: Doc, naskah: Naskah) -> None:
    lines = [
        (f"PEMERINTAH {naskah.instansi.kabupaten.upper()}", 14, False),
        (naskah.instansi.nama.upper(), 20, True),
        (naskah.instansi.alamat, 9, False),
        (naskah.judul, 13, True),
        (f"Nomor: {naskah.nomor or naskah.pola_nomor.format('      ')}", 11, False),
    ]
    marks = (("DRAF, BELUM DITETAPKAN", naskah.draf), ("LATIHAN, BUKAN DATA KANTOR", naskah.latihan))
    lines += [(mark, 11, True) for mark, on in marks if on]
    for text, size, bold in lines:
        _line(doc, text, size=size, bold=bold, centred=True)


def _line(doc: Doc, text: str, *, size: float = 11, bold: bool = False, centred: bool = False) -> None:
    paragraph = doc.add_paragraph()
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(size)
    paragraph.paragraph_format.space_after = Pt(2)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _add(doc: Doc, naskah: Naskah, block: Blok) -> None:
    match block:
        case Judul(text, level):
            paragraph = doc.add_heading(level=min(level, 4))
            run = paragraph.add_run(text)
            run.font.name, run.font.size = "Arial", Pt(13 if level == 1 else 11)
        case Paragraf(text):
            paragraph = doc.add_paragraph(text)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        case Daftar():
            _table(doc, naskah, block)


def _table(doc: Doc, naskah: Naskah, block: Daftar) -> None:
    if block.lebar:
        doc.add_section(WD_SECTION.NEW_PAGE)
        _page(doc, naskah, landscape=True)
    _line(doc, block.judul, size=9.5, bold=True, centred=True)
    if block.baris:
        _fill(doc.add_table(rows=1, cols=len(block.kepala), style="Table Grid"), block)
    else:
        _line(doc, "Tidak ada data.", size=9.5)
    for note in block.catatan:
        _line(doc, note, size=8)
    if block.lebar:
        doc.add_section(WD_SECTION.NEW_PAGE)
        _page(doc, naskah, landscape=False)


def _fill(table: Table, block: Daftar) -> None:
    _repeat_head(table)
    for cell, text in zip(table.rows[0].cells, block.kepala, strict=True):
        _put(cell, text, bold=True)
    for number, line in enumerate(block.baris):
        row = table.add_row()  # type: ignore[no-untyped-call]  # the library leaves it untyped
        for cell, value in zip(row.cells, line, strict=True):
            _put(cell, value, bold=number in block.tebal)


def _put(cell: _Cell, value: Sel, *, bold: bool) -> None:
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(written(value))
    run.bold, run.font.size = bold, Pt(9)
    if isinstance(value, Angka) and value.nilai is not None:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _repeat_head(table: Table) -> None:
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(mark)  # noqa: SLF001  # the library has no public way to repeat a head


def written(value: Sel) -> str:
    """A cell in words: figures as papers write them, absent ones by their rule."""
    if isinstance(value, str):
        return value
    if value.teks is not None:
        return value.teks
    return value.kosong.value if value.nilai is None else format_angka(value.nilai, value.desimal)


def _sign(doc: Doc, naskah: Naskah, official: Penandatangan) -> None:
    day = naskah.bulan_tahun if naskah.tanggal is None else format_tanggal(naskah.tanggal)
    lines = [f"{naskah.tempat}, {day}", *official.baris_jabatan, "", "", "", ""]
    lines += [official.nama, official.pangkat or "", official.nip or ""]
    for text in lines:
        paragraph = doc.add_paragraph(text)
        paragraph.paragraph_format.left_indent = Mm(92)
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.keep_with_next = True
