"""The test page of a printer: marks at the corners, a scale of 100 mm, greys; on one bare sheet."""

from typing import Final

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from kinerja_desktop.documents.blocks import draw_words
from kinerja_desktop.documents.fonts import BOLD
from kinerja_desktop.documents.furniture import draw_watermark
from kinerja_desktop.documents.page import SLIPS, Layout, render_pages
from kinerja_desktop.documents.pdfa import archive_form
from kinerja_desktop.documents.style import BLACK, mm, portrait, text_style
from kinerja_desktop.documents.text import paragraph
from kinerja_desktop.domain.dokumen_formulir import HalamanUji

EDGE: Final = 10.0
"""How far the marks stand from the edges, in millimetres: the least that every paper keeps free."""
_ARM: Final = 15.0
_SCALE: Final = 100.0
_GREYS: Final = (0.91, 0.75, 0.5, 0.25)
_TEXT: Final = 30.0


def render(paper: HalamanUji) -> bytes:
    """The paper as PDF/A-2b, the same bytes for the same object."""
    layout = Layout(first=SLIPS, page_numbers=False)
    return archive_form(render_pages(paper.naskah, [_Sheet(paper)], layout), paper.naskah)


class _Sheet(Flowable):
    """The whole sheet as one drawing."""

    def __init__(self, paper: HalamanUji) -> None:
        super().__init__()
        self.paper = paper
        self.width, self.height = portrait(paper.naskah.kertas).size

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:  # noqa: ARG002  ReportLab's signature
        return self.width, self.height

    def draw(self) -> None:
        draw_watermark(self.canv, self.paper.naskah, self.width, self.height)
        for right in (False, True):
            for top in (False, True):
                _corner(self.canv, self.width, self.height, right=right, top=top)
        y = self.height - 45 * mm
        draw_words(self.canv, self.paper.naskah.judul, _TEXT * mm, y, font=BOLD, size=14)
        draw_words(
            self.canv, f"{self.paper.naskah.instansi.nama} · {self.paper.naskah.kertas.value}", _TEXT * mm, y - 18
        )
        y -= 34
        for line in self.paper.petunjuk:
            words = paragraph(line, text_style("body"))
            _, high = words.wrap(self.width - 2 * _TEXT * mm, self.height)
            y -= high + 5
            words.drawOn(self.canv, _TEXT * mm, y)
        _scale(self.canv, _TEXT * mm, y - 30 * mm)
        _greys(self.canv, _TEXT * mm, y - 60 * mm)


def _corner(canvas: Canvas, width: float, height: float, *, right: bool, top: bool) -> None:
    x = width - EDGE * mm if right else EDGE * mm
    y = height - EDGE * mm if top else EDGE * mm
    canvas.setStrokeColor(BLACK)
    canvas.setLineWidth(0.75)
    canvas.line(x, y, x - _ARM * mm if right else x + _ARM * mm, y)
    canvas.line(x, y, x, y - _ARM * mm if top else y + _ARM * mm)


def _scale(canvas: Canvas, x: float, y: float) -> None:
    canvas.setLineWidth(0.75)
    canvas.line(x, y, x + _SCALE * mm, y)
    for step in range(11):
        high = (4 if step % 5 == 0 else 2.5) * mm
        canvas.line(x + step * 10 * mm, y, x + step * 10 * mm, y + high)
    draw_words(canvas, "100 mm", x + (_SCALE + 3) * mm, y)


def _greys(canvas: Canvas, x: float, y: float) -> None:
    for place, grey in enumerate(_GREYS):
        canvas.setFillColor(Color(grey, grey, grey))
        canvas.rect(x + place * 25 * mm, y, 25 * mm, 15 * mm, stroke=1, fill=1)
