"""A report's blocks as a Word file: for offices that must add words of their own before they sign.

Looks only; what is said comes from ``outline``. The PDF stays the paper that is filed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as Doc
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.text.parfmt import ParagraphFormat
from reportlab.graphics.shapes import Drawing
from reportlab.pdfbase.pdfmetrics import stringWidth

from kinerja_desktop.documents import watching
from kinerja_desktop.documents.charts.raster import png
from kinerja_desktop.documents.docx_cover import add_cover
from kinerja_desktop.documents.docx_kop import add_letterhead
from kinerja_desktop.documents.fonts import BOLD
from kinerja_desktop.documents.outline import (
    Blok,
    Daftar,
    DaftarIsi,
    Gambar,
    Judul,
    Paragraf,
    Sampul,
    Sel,
    TandaTangan,
    holdable,
)
from kinerja_desktop.documents.pictures import captioned_bars, in_one, trend_charts
from kinerja_desktop.documents.still_zip import without_clock
from kinerja_desktop.documents.style import Sheet, portrait
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.laporan import Angka, Naskah, Penandatangan, TrenIndikator
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.tanggal import format_tanggal

_SIZES = {Kertas.F4: (215, 330), Kertas.F4_210: (210, 330), Kertas.A4: (210, 297)}


def write(naskah: Naskah, blocks: Sequence[Blok]) -> bytes:
    """The report as a DOCX file."""
    naskah, blocks = holdable(naskah), holdable(tuple(blocks))
    doc = Document()
    _set_styles(doc)
    _page(doc, naskah, landscape=False)
    if not any(isinstance(block, Sampul) for block in blocks):
        _letterhead(doc, naskah)
    wide = False
    for at, (block, turned) in enumerate(zip(blocks, _turned(blocks), strict=True), 1):
        watching.tell(at, len(blocks), watching.PART)
        if turned is not wide:
            doc.add_section(WD_SECTION.NEW_PAGE)
            _page(doc, naskah, landscape=turned)
            wide = turned
        _add(doc, naskah, block)
    doc.core_properties.title = naskah.judul
    doc.core_properties.author = naskah.instansi.nama
    doc.core_properties.comments = ""
    target = BytesIO()
    doc.save(target)
    return without_clock(target.getvalue(), naskah.tahun)


def _turned(blocks: Sequence[Blok]) -> list[bool]:
    """Which blocks lie on landscape pages: wide tables, and the heading with its text right above one."""
    turned, wide = [], False
    for block in reversed(blocks):
        wide = block.lebar if isinstance(block, Daftar) else wide and isinstance(block, Judul | Paragraf)
        turned.append(wide)
        wide = wide and not isinstance(block, Judul)
    return turned[::-1]


# --- styles ----------------------------------------------------------------------------------------

BODY, CELL, NOTE, CAPTION = "Isi Laporan", "Sel Tabel", "Catatan Tabel", "Caption"
FIGURE_CAPTION = "Judul Gambar"
_OWN: Mapping[str, tuple[float, WD_ALIGN_PARAGRAPH]] = {
    BODY: (11, WD_ALIGN_PARAGRAPH.JUSTIFY),
    CELL: (9, WD_ALIGN_PARAGRAPH.LEFT),
    NOTE: (8, WD_ALIGN_PARAGRAPH.LEFT),
}
_HEADINGS = {1: 14, 2: 12, 3: 11, 4: 11}
CHANGED_NOTE = "Angka yang diubah pada berkas ini tidak lagi sama dengan data kantor."


def _set_styles(doc: Doc) -> None:
    """Styles of our own for text, cells and notes; headings and captions keep their names, so that Word finds them."""
    _look(doc.styles["Normal"], 11)
    for name, (size, alignment) in _OWN.items():
        style = doc.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = doc.styles["Normal"]
        _look(style, size)
        style.paragraph_format.alignment = alignment
        style.paragraph_format.space_after = Pt(5 if name == BODY else 0)
    doc.styles[BODY].paragraph_format.first_line_indent = Mm(10)
    for level, size in _HEADINGS.items():
        _look(doc.styles[f"Heading {level}"], size, bold=True)
    doc.styles["Heading 1"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _look(doc.styles[CAPTION], 9.5, bold=True)
    doc.styles[CAPTION].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    doc.styles[CAPTION].paragraph_format.keep_with_next = True
    doc.styles[CAPTION].paragraph_format.space_before = Pt(8)
    figures = doc.styles.add_style(FIGURE_CAPTION, WD_STYLE_TYPE.PARAGRAPH)
    figures.base_style = doc.styles[CAPTION]
    figures.paragraph_format.keep_with_next = False


def _look(style: Any, size: float, *, bold: bool = False) -> None:  # noqa: ANN401  # the library's styles share no type
    style.font.name, style.font.size, style.font.bold = "Arial", Pt(size), bold
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


# --- pages and blocks ------------------------------------------------------------------------------


def _page(doc: Doc, naskah: Naskah, *, landscape: bool) -> None:
    section = doc.sections[-1]
    width, height = _SIZES[naskah.kertas]
    if landscape:
        width, height = height, width
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin, section.right_margin = Mm(20 if landscape else 30), Mm(20)
    section.top_margin, section.bottom_margin = Mm(25), Mm(25)


def _letterhead(doc: Doc, naskah: Naskah) -> None:
    add_letterhead(doc, naskah)
    lines = [
        (naskah.judul, 13, True),
        (f"Nomor: {naskah.nomor or naskah.pola_nomor.format('      ')}", 11, False),
    ]
    _centred(doc, lines)
    _marks(doc, naskah)


def _marks(doc: Doc, naskah: Naskah) -> None:
    """What the PDF says behind its text."""
    marks = (("DRAF, BELUM DITETAPKAN", naskah.draf), ("LATIHAN, BUKAN DATA KANTOR", naskah.latihan))
    _centred(doc, [(mark, 11, True) for mark, on in marks if on])


def _centred(doc: Doc, lines: Sequence[tuple[str, float, bool]]) -> None:
    for text, size, bold in lines:
        paragraph = doc.add_paragraph()
        run = paragraph.add_run(text)
        run.bold, run.font.size = bold, Pt(size)
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _add(doc: Doc, naskah: Naskah, block: Blok) -> None:
    match block:
        case Sampul(subtitle):
            add_cover(doc, naskah, subtitle)
            _marks(doc, naskah)
        case Judul(text, level, starts_page):
            heading = doc.add_heading(text, level=min(level, 4))
            heading.paragraph_format.page_break_before = starts_page or None
        case Paragraf(text):
            doc.add_paragraph(text, style=BODY)
        case DaftarIsi(text, bergambar):
            _lists(doc, text, pictured=bergambar)
        case TandaTangan(paper, official):
            _sign(doc, paper, official)
        case Daftar():
            _table(doc, block)
        case Gambar():
            _picture(doc, block, portrait(naskah.kertas))


def _lists(doc: Doc, title: str, *, pictured: bool) -> None:
    doc.add_heading(title, level=1).paragraph_format.page_break_before = True
    _contents(doc, r'TOC \o "1-3" \h \z \u')
    doc.add_heading("DAFTAR TABEL", level=1)
    _contents(doc, rf'TOC \h \z \t "{CAPTION},1"')
    if pictured:
        doc.add_heading("DAFTAR GAMBAR", level=1)
        _contents(doc, rf'TOC \h \z \t "{FIGURE_CAPTION},1"')


def _contents(doc: Doc, instruction: str) -> None:
    """A field that Word fills when the file is opened or F9 is pressed."""
    run = doc.add_paragraph(style=BODY).add_run()
    for kind, text in (("begin", ""), ("", instruction), ("separate", ""), ("text", _NOT_YET), ("end", "")):
        if kind == "text":
            run.add_text(text)
            continue
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        if kind == "begin":
            element.set(qn("w:dirty"), "true")
        element.text = text or None
        run._r.append(element)  # noqa: SLF001  # the library has no public way to a field


_NOT_YET = "Klik di sini lalu tekan F9 untuk mengisi daftar."


def _picture(doc: Doc, block: Gambar, sheet: Sheet) -> None:
    """The charts of the PDF as pictures: the caption above bars, below a trend; its figures in words go with it."""
    if isinstance(block.isi, TrenIndikator):
        _draw(doc, in_one(trend_charts(block.isi, sheet), sheet), block.uraian).keep_with_next = True
        doc.add_paragraph(block.judul, style=FIGURE_CAPTION)
        return
    for caption, drawing in captioned_bars(block.judul, block.isi, sheet):
        doc.add_paragraph(caption, style=FIGURE_CAPTION).paragraph_format.keep_with_next = True
        _draw(doc, drawing, block.uraian)


def _draw(doc: Doc, drawing: Drawing, words: str) -> ParagraphFormat:
    paragraph = doc.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    shape = paragraph.add_run().add_picture(BytesIO(png(drawing)), width=Pt(drawing.width))
    shape._inline.docPr.set("descr", words)  # noqa: SLF001  # the library has no public way to words for a picture
    made: ParagraphFormat = paragraph.paragraph_format
    return made


def _table(doc: Doc, block: Daftar) -> None:
    if block.judul:
        doc.add_paragraph(block.judul, style=CAPTION)
    if block.baris:
        _fill(doc, block)
    else:
        doc.add_paragraph("Tidak ada data.", style=NOTE)
    measured = any(isinstance(value, Angka) for row in block.baris for value in row)
    notes = (*block.catatan, *((CHANGED_NOTE,) if measured else ()))
    for note in notes or _GAP:
        doc.add_paragraph(note, style=NOTE)


def _fill(doc: Doc, block: Daftar) -> None:
    """The table written as the format has it: cell by cell through the library a long report takes seconds."""
    section = doc.sections[-1]
    assert section.page_width is not None
    room = section.page_width - (section.left_margin or 0) - (section.right_margin or 0)
    widths = _widths(block, Length(room).twips)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = (_row(line, widths, bold=number in block.tebal) for number, line in enumerate(block.baris))
    place = doc.add_paragraph()
    table = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{_PADDED}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{_row(block.kepala, widths, bold=True, head=True)}{''.join(rows)}</w:tbl>"
    )
    place._p.getparent().replace(place._p, table)  # noqa: SLF001  # the library has no public way to a ready table


_GAP = ("",)
"""What follows does not touch a table without notes."""
_HEAD_ROW = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_PADDED = (
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="68" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="68" w:type="dxa"/></w:tblCellMar>'
)
_SPAN = '<w:gridSpan w:val="{}"/>'
_MIDDLE = '<w:vAlign w:val="center"/>'
_HEAD_FILL = '<w:shd w:val="clear" w:color="auto" w:fill="E3E7EC"/>'


def _row(line: Sequence[Sel], widths: Sequence[int], *, bold: bool, head: bool = False) -> str:
    cells = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{_SPAN.format(span) if span > 1 else ""}'
        f"{_HEAD_FILL if head else ''}{_MIDDLE}</w:tcPr>{_cell(value, bold=bold)}</w:tc>"
        for value, width, span in _joined(line, widths, joins=bold and not head)
    )
    return f"<w:tr>{_HEAD_ROW if head else '<w:trPr><w:cantSplit/></w:trPr>'}{''.join(cells)}</w:tr>"


def _joined(line: Sequence[Sel], widths: Sequence[int], *, joins: bool) -> Iterator[tuple[Sel, int, int]]:
    """Cells with their widths and how many columns each covers: a title covers the empty cells that follow it."""
    place = 0
    while place < len(line):
        end = place + 1
        while joins and line[place] and end < len(line) and line[end] == "":
            end += 1
        yield line[place], sum(widths[place:end]), end - place
        place = end


def _cell(value: Sel, *, bold: bool) -> str:
    align = '<w:jc w:val="right"/>' if isinstance(value, Angka) else ""
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    lines = escape(written(value)).split("\n")
    text = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    return f'<w:p><w:pPr><w:pStyle w:val="{_CELL_ID}"/>{align}</w:pPr><w:r>{weight}{text}</w:r></w:p>'


_CELL_ID = CELL.replace(" ", "")


def _widths(block: Daftar, room: int) -> list[int]:
    """Every column as wide as its longest word, the rest by what stands in them, in twentieths of a point."""
    columns = [(head, [row[n] for row in block.baris]) for n, head in enumerate(block.kepala)]
    least = [_longest_word((head, *map(written, values))) for head, values in columns]
    squeeze = min(1.0, room / sum(least))
    weights = [_weight(head, values) for head, values in columns]
    rest = max(0.0, room - sum(least))
    return [int(w * squeeze + rest * weight / sum(weights)) for w, weight in zip(least, weights, strict=True)]


def _longest_word(texts: Iterable[str]) -> float:
    words = (word for text in texts for word in text.split())
    return 20 * (max((stringWidth(word, BOLD, 9) for word in words), default=0.0) + _PADDING)


_PADDING = 12.0
"""Points on both sides of a cell together, and a little for the letters of another face."""


def _weight(head: str, values: Sequence[Sel]) -> float:
    """How much room a column wants beside the others."""
    if head in _NARROW:
        return _NARROW[head]
    if all(isinstance(value, Angka) or len(value) < 14 for value in values):
        return 2.2 if max((len(written(v)) for v in values), default=0) < 12 else 3.2
    return 6.0


_NARROW = {"No": 1.3, "Satuan": 2.0, "Kode": 3.2, "Kategori": 2.6}


def written(value: Sel) -> str:
    """A cell in words: figures as papers write them, absent ones by their rule."""
    if isinstance(value, str):
        return value
    if value.teks is not None:
        return value.teks
    return value.kosong.value if value.nilai is None else format_angka(value.nilai, value.desimal)


def _sign(doc: Doc, naskah: Naskah, official: Penandatangan) -> None:
    day = naskah.bulan_tahun if naskah.tanggal is None else format_tanggal(naskah.tanggal)
    above = [f"{naskah.tempat}, {day}", *official.baris_jabatan, "", "", "", ""]
    name = _name_in_capitals(official.nama)
    below = [text for text in (official.pangkat, official.nip) if text]
    for text in (*above, name, *below):
        paragraph = doc.add_paragraph()
        run = paragraph.add_run(text)
        run.bold = run.underline = text == name
        paragraph.paragraph_format.left_indent = Mm(92)
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.keep_with_next = text not in below[-1:]


def _name_in_capitals(nama: str) -> str:
    """As papers print it: the name in capitals, its titles as they are written."""
    name, comma, titles = nama.partition(",")
    return f"{name.upper()}{comma}{titles}"
