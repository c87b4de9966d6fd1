"""The SOP: page 1 its identity block (PermenPANRB 35/2012), page 2 its flow chart, on landscape sheets."""

from collections.abc import Sequence
from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak

from kinerja_desktop.documents.blocks import body, number_pieces
from kinerja_desktop.documents.furniture import draw_lambang
from kinerja_desktop.documents.grid import SIDE, Band, Box, Grid, measure
from kinerja_desktop.documents.page import FORM, Layout, render_pages
from kinerja_desktop.documents.pdfa import archive_form
from kinerja_desktop.documents.signature import name_lines
from kinerja_desktop.documents.sop_pages import chart_pages
from kinerja_desktop.documents.style import HEAD_FILL, cell_style, landscape, mm
from kinerja_desktop.documents.text import paragraph
from kinerja_desktop.domain.dokumen_sop import DokumenSop
from kinerja_desktop.domain.laporan import Naskah
from kinerja_desktop.domain.narasi import NBSP

_SIZE: Final = (9, 11.4)
_LABEL: Final = 34 * mm
_ROW: Final = 6.4 * mm
_STAMP: Final = 36 * mm
"""What a round stamp takes left of the signature, and in height."""
_PEN_LINES: Final = 5
"""Free lines between jabatan and name."""
_HAND: Final = "." * 40


def render(paper: DokumenSop) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    lines = (
        f"Nomor SOP: {_number(paper)}    Tgl. pembuatan: {paper.dibuat or '-'}    Tgl. revisi: {paper.direvisi or '-'}",
        "Bentuk menurut PermenPANRB Nomor 35 Tahun 2012; urutan langkah menurut SOP yang disahkan",
    )
    title = f"BAGAN ALIR SOP {paper.nama.upper()}"
    story = [
        _identity(paper),
        *body(paper.catatan, "source"),
        PageBreak(),
        *chart_pages(paper.naskah, paper.bagan, title, lines),
    ]
    return archive_form(render_pages(paper.naskah, story, Layout(first=FORM, turned=True)), paper.naskah)


def _number(paper: DokumenSop) -> str:
    """The SOP's own number, else that of the paper, else room for the hand."""
    if paper.nomor_sop or paper.naskah.nomor:
        return paper.nomor_sop or paper.naskah.nomor or ""
    before, after = number_pieces(paper.naskah)
    return f"{before.removeprefix('Nomor: ')}{NBSP * 12}{after}" if after else _HAND


# --- identity --------------------------------------------------------------------------------------


def _identity(paper: DokumenSop) -> Flowable:
    width = landscape(paper.naskah.kertas).text_width * mm
    return Grid(_first_band(paper, width), [band for pair in paper.pasangan for band in _pair(pair, width)], width)


def _first_band(paper: DokumenSop, width: float) -> Band:
    """Lambang and office over the whole height at the left, label and value in rows at the right."""
    half, value = width / 2, cell_style(*_SIZE)
    signed = ParagraphStyle("signed cell", value, leftIndent=_STAMP - SIDE)
    rows = (
        ("Nomor SOP", paragraph(_number(paper), value), _ROW),
        ("Tgl. Pembuatan", paragraph(paper.dibuat, value), _ROW),
        ("Tgl. Revisi", paragraph(paper.direvisi, value), _ROW),
        ("Tgl. Efektif", paragraph(paper.efektif, value), _ROW),
        ("Disahkan Oleh", paragraph(_approver(paper), signed), _STAMP),
        ("Nama SOP", paragraph(paper.nama, cell_style(*_SIZE, bold=True)), _ROW),
    )
    boxes, top = [], 0.0
    for label, words, least in rows:
        height = max(least, measure(words, half - _LABEL))
        boxes.append(Box(half, _LABEL, top, height, _sized(paragraph(label, cell_style(*_SIZE)), _LABEL)))
        boxes.append(Box(half + _LABEL, half - _LABEL, top, height, words))
        top += height
    return Band(top, [Box(0, half, 0, top, _Office(paper.naskah, half, top)), *boxes])


def _approver(paper: DokumenSop) -> str:
    signer = paper.pengesah
    names = [line for line, _ in name_lines(signer.nama, _SIZE[0])]
    under = [line for line in (signer.pangkat, signer.nip) if line]
    return "\n".join((*signer.baris_jabatan, *[""] * _PEN_LINES, *names, *under))


_Cell = tuple[str, tuple[str, ...]]


def _pair(pair: tuple[_Cell, _Cell], width: float) -> list[Band]:
    """Two headings side by side, and their lines below them."""
    half = width / 2
    heads = [_sized(paragraph(head, cell_style(*_SIZE, bold=True)), half) for head, _ in pair]
    texts = [_sized(_Listed(lines), half) for _, lines in pair]
    head = max(measure(words, half) for words in heads)
    tall = max(_ROW, *(measure(words, half) for words in texts))
    return [
        Band(head, [Box(n * half, half, 0, head, words, HEAD_FILL) for n, words in enumerate(heads)], keep_next=True),
        Band(tall, [Box(n * half, half, 0, tall, words, at_top=True) for n, words in enumerate(texts)]),
    ]


def _sized(words: Flowable, width: float) -> Flowable:
    measure(words, width)
    return words


class _Listed(Flowable):
    """Lines one below the other, numbered where there are several."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__()
        style = ParagraphStyle("listed cell", cell_style(*_SIZE), leftIndent=4.5 * mm, bulletFontSize=_SIZE[0])
        if len(lines) > 1:
            self.words = [paragraph(line, style, bullet=f"{n}.") for n, line in enumerate(lines, 1)]
        else:
            self.words = [paragraph(line, cell_style(*_SIZE)) for line in lines]

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = aw, sum(words.wrap(aw, ah)[1] for words in self.words)
        return self.width, self.height

    def draw(self) -> None:
        y = self.height
        for words in self.words:
            y -= words.height
            words.drawOn(self.canv, 0, y)


class _Office(Flowable):
    """Lambang, region, office and address, centred in their cell."""

    def __init__(self, naskah: Naskah, width: float, height: float) -> None:
        super().__init__()
        office = naskah.instansi
        self.office = office
        self.words = [
            paragraph(f"PEMERINTAH {office.kabupaten}".upper(), cell_style(12, 16, align="centre")),
            paragraph(office.nama.upper(), cell_style(18, 23, bold=True, align="centre")),
            paragraph(office.alamat, cell_style(9, 13, align="centre")),
        ]
        self.width, self.height = width - 2.4 * mm, height - 2 * mm

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:  # noqa: ARG002  ReportLab's signature
        return self.width, self.height

    def draw(self) -> None:
        tall = sum(words.wrap(self.width, 1e6)[1] for words in self.words)
        mark = 23 * mm if self.office.lambang else 0.0
        y = self.height / 2 + (tall + mark) / 2
        draw_lambang(self.canv, self.office, (self.width / 2 - 9.5 * mm, y - mark), (19 * mm, 23 * mm))
        y -= mark
        for words in self.words:
            y -= words.height
            words.drawOn(self.canv, 0, y)
