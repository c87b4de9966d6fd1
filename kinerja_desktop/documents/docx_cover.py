"""The cover of the LKjIP in its Word file: lambang, office, accent bar with title and year, address.

Words as on ``cover``; places differ, since Word lays out by lines. To change the words change both.
"""

from typing import Final

from docx.document import Document as Doc
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from kinerja_desktop.documents.docx_kop import add_lambang
from kinerja_desktop.documents.furniture import readable_lambang
from kinerja_desktop.domain.laporan import Naskah

_ACCENT: Final = "1F3A5F"
_BAR: Final = f'<w:left w:val="single" w:sz="80" w:space="24" w:color="{_ACCENT}"/>'
_RULE: Final = '<w:{0} w:val="{1}" w:sz="{2}" w:space="6" w:color="000000"/>'
_LAMBANG: Final = (34.0, 41.0)
_ABOVE_OFFICE: Final = 24.0
_BELOW_TITLE: Final = 150.0
"""Points between the bar and the rule at the foot."""


def add_cover(doc: Doc, naskah: Naskah, subtitle: str) -> None:
    """The first page; what follows begins a page of its own."""
    office = naskah.instansi
    _lambang(doc, naskah)
    _line(doc, f"PEMERINTAH {office.kabupaten}".upper(), 15).paragraph_format.space_before = Pt(_ABOVE_OFFICE)
    _border(_line(doc, office.nama.upper(), 22, bold=True), _RULE.format("bottom", "thickThinSmallGap", 24))
    _line(doc, "", 30)
    for text, size, accent in (
        ("LAPORAN", 44, True),
        ("KINERJA", 44, True),
        ("Instansi Pemerintah (LKjIP)", 18, False),
        (str(naskah.tahun), 60, True),
        (subtitle, 12, False),
    ):
        title = _line(doc, text, size, bold=accent, accent=accent)
        title.paragraph_format.left_indent = Mm(12)
        _border(title, _BAR)
    place = _line(doc, f"{naskah.tempat}, {naskah.bulan_tahun}", 11)
    place.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    place.paragraph_format.space_before = Pt(_BELOW_TITLE)
    _border(_line(doc, office.nama, 11, bold=True), _RULE.format("top", "single", 9))
    region = office.kabupaten + (f", Provinsi {office.provinsi}" if office.provinsi else "")
    for text in filter(None, (office.alamat, region)):
        _line(doc, text, 11)


def _lambang(doc: Doc, naskah: Naskah) -> None:
    """The office's mark; without one its room stays empty, so that the title stands where it stands with one."""
    picture = readable_lambang(naskah.instansi)
    line = _line(doc, "", 11)
    if picture is None:
        line.paragraph_format.space_before = Mm(_LAMBANG[1])
    else:
        add_lambang(line, picture, _LAMBANG)


def _line(doc: Doc, text: str, size: float, *, bold: bool = False, accent: bool = False) -> Paragraph:
    made = doc.add_paragraph()
    made.paragraph_format.space_after = Pt(0)
    run = made.add_run(text)
    run.bold, run.font.size = bold, Pt(size)
    if accent:
        run.font.color.rgb = RGBColor.from_string(_ACCENT)
    return made


def _border(paragraph: Paragraph, side: str) -> None:
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001  # the library has no public way to borders
    properties.insert_element_before(
        parse_xml(f"<w:pBdr {nsdecls('w')}>{side}</w:pBdr>"), "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
