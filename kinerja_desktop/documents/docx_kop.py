"""The letterhead of a report in its Word file: lambang, three centred lines 2 : 3 : 1, double rule; as ``furniture``.

Word lays out by lines, so lambang and lines stand in a table without borders. The double rule is a flat paragraph below
it, thick above and thin below: programs do not agree on which side Word's own «thick and thin» border is thick.
"""

from io import BytesIO
from typing import Final

from docx.document import Document as Doc
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Length, Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from PIL import Image

from kinerja_desktop.documents.fonts import BOLD, REGULAR
from kinerja_desktop.documents.furniture import REPORT_KOP, fitted_size, readable_lambang
from kinerja_desktop.domain.laporan import Naskah
from kinerja_desktop.domain.pegawai import Instansi

_RULES: Final = (2.25, 1.1, 0.75)
"""Thick rule, white, thin rule below it, in points; as ``furniture`` draws them."""
_BELOW: Final = 14.0
"""Points between the rules and what follows."""


def add_letterhead(doc: Doc, naskah: Naskah) -> None:
    """Lambang where the office has one, its three lines, the double rule."""
    office, section = naskah.instansi, doc.sections[-1]
    assert section.page_width is not None
    room = section.page_width - (section.left_margin or 0) - (section.right_margin or 0)
    side = Mm(REPORT_KOP.lambang[0] + 4)
    picture = readable_lambang(office)
    widths = (Length(room),) if picture is None else (side, Length(room - side))
    table = doc.add_table(rows=1, cols=len(widths))
    table.autofit = False
    cells = table.rows[0].cells
    for column, cell, width in zip(table.columns, cells, widths, strict=True):
        column.width = cell.width = width
    if picture is not None:
        add_lambang(cells[0].paragraphs[0], picture, REPORT_KOP.lambang)
    _write_lines(cells[-1], office, widths[-1].pt - 12)
    _add_rules(doc.add_paragraph())


def _add_rules(paragraph: Paragraph) -> None:
    thick, gap, thin = _RULES
    shape = paragraph.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(0), Pt(_BELOW), Pt(gap)
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{points * 8:.0f}" w:space="0" w:color="000000"/>'  # eighths of a point
        for side, points in (("top", thick), ("bottom", thin))
    )
    borders = parse_xml(f"<w:pBdr {nsdecls('w')}>{lines}</w:pBdr>")
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:spacing")  # noqa: SLF001  # no public way


def add_lambang(paragraph: Paragraph, picture: Image.Image, box: tuple[float, float]) -> None:
    """The office's mark, whole inside its box in millimetres."""
    content = BytesIO()
    picture.save(content, "PNG")
    scale = min(box[0] / picture.width, box[1] / picture.height)
    size = Mm(picture.width * scale), Mm(picture.height * scale)
    paragraph.add_run().add_picture(BytesIO(content.getvalue()), *size)


def _write_lines(cell: _Cell, office: Instansi, room: float) -> None:
    faces = (REGULAR, BOLD, REGULAR)
    texts = (f"PEMERINTAH {office.kabupaten}".upper(), office.nama.upper(), office.alamat)
    paragraph = cell.paragraphs[0]
    for number, (text, face, size) in enumerate(zip(texts, faces, REPORT_KOP.sizes, strict=True)):
        if not text:
            continue
        made = paragraph if number == 0 else cell.add_paragraph()
        run = made.add_run(text)
        run.bold, run.font.size = face is BOLD, Pt(int(fitted_size(text, face, size, room) * 2) / 2)
        made.alignment = WD_ALIGN_PARAGRAPH.CENTER
        made.paragraph_format.space_after = Pt(2)
