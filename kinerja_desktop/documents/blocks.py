"""Building blocks of a paper's text: title, headings, paragraphs, boxes of figures, lists, tick boxes.

Each function gives flowables for ``page.render_pages``; words arrive final. What must stay together is in
``keep``, signatures in ``signature``. To add a block: one function, or a flowable where something is drawn.
"""

import re
from collections.abc import Sequence
from typing import Any, Final, TypeVar

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, HRFlowable, Paragraph

from kinerja_desktop.documents.contents import CONTENTS, FIGURES, Entry
from kinerja_desktop.documents.fonts import REGULAR
from kinerja_desktop.documents.style import BLACK, GRID, mm, text_style
from kinerja_desktop.documents.text import paragraph, printable
from kinerja_desktop.domain.laporan import KotakAngka, Naskah
from kinerja_desktop.domain.narasi import NBSP, ikat

F = TypeVar("F", bound=Flowable)

NUMBER_ROOM: Final = 18.0
"""Free width in a pending number, for the hand, in millimetres."""
TICK_BOX: Final = 2.9


# --- title -------------------------------------------------------------------------------------


class TitleBlock(Flowable):
    """What is missing (boxed), the title in capitals, further lines, the number."""

    def __init__(self, naskah: Naskah, lines: Sequence[str], *, drop: float = 9.0, numbered: bool = True) -> None:
        super().__init__()
        self.missing = MissingBox(naskah.kekurangan) if naskah.kekurangan else None
        self.lines = [_PERIOD.sub(lambda m: m.group().replace(" ", NBSP), line.upper()) for line in lines]
        self.number = number_pieces(naskah) if numbered and not naskah.draf else None
        self.drop = drop * mm
        self.spaceAfter = 7

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width = aw
        self._paragraphs = [
            paragraph(line, text_style("subtitle" if number else "title")) for number, line in enumerate(self.lines)
        ]
        heights = [p.wrap(aw, ah)[1] for p in self._paragraphs]
        self.height = self._missing_height(aw, ah) + self.drop - _TITLE_SIZE + sum(heights)
        self.height += 5.5 * mm if self.number is not None else 0.0
        return aw, self.height

    def draw(self) -> None:
        top = self.height
        if self.missing is not None:
            top -= self.missing.height + _BOX_GAP
            self.missing.drawOn(self.canv, 0, top + _BELOW_BOX)
        top -= self.drop - _TITLE_SIZE
        for words in self._paragraphs:
            top -= words.height
            words.drawOn(self.canv, 0, top)
        if self.number is not None:
            self._draw_number(*self.number)

    def _missing_height(self, aw: float, ah: float) -> float:
        return self.missing.wrap(aw, ah)[1] + _BOX_GAP if self.missing is not None else 0.0

    def _draw_number(self, before: str, after: str) -> None:
        y = _BELOW_NUMBER
        style = text_style("number")
        gap = NUMBER_ROOM * mm if after else 0.0
        first, second = (stringWidth(part, style.fontName, style.fontSize) for part in (before, after))
        x = (self.width - first - gap - second) / 2
        self.canv.setFont(style.fontName, style.fontSize)
        self.canv.setFillColor(BLACK)
        self.canv.drawString(x, y, before)
        self.canv.drawString(x + first + gap, y, after)


_PERIOD: Final = re.compile(r"(?:TRIWULAN [IV]+ )?TAHUN (?:ANGGARAN )?[0-9]{4}")
"""A long title breaks before its period, not within."""
_TITLE_SIZE: Final = 13.0
_BOX_GAP: Final = 10.0
_BELOW_BOX: Final = 2.0
_BELOW_NUMBER: Final = 4.0


def number_pieces(naskah: Naskah) -> tuple[str, str]:
    """The number line; its second piece is what follows the room left for the hand."""
    if naskah.nomor is not None:
        return f"Nomor: {printable(naskah.nomor)}", ""
    before, gap, after = printable(naskah.pola_nomor).partition("{}")
    return (f"Nomor: {before}", after) if gap else ("Nomor menyusul", "")


class MissingBox(Flowable):
    """The list of what is missing, in a box of 0.9 pt."""

    def __init__(self, missing: Sequence[str]) -> None:
        super().__init__()
        lines = [paragraph("Belum lengkap:", text_style("missing_head"))]
        lines += [paragraph(line, text_style("missing"), bullet="\N{BULLET}") for line in missing]
        self.lines = lines

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:  # noqa: ARG002  ReportLab's signature
        self.width = aw
        self.height = 8 + sum(line.wrap(aw - 12, 1e6)[1] for line in self.lines)
        return aw, self.height

    def draw(self) -> None:
        self.canv.setStrokeColor(BLACK)
        self.canv.setLineWidth(0.9)
        self.canv.rect(0, 0, self.width, self.height)
        y = self.height - 4
        for line in self.lines:
            y -= line.height
            line.drawOn(self.canv, 6, y)


# --- headings and text -------------------------------------------------------------------------


def heading(text: str, style: str = "part", *, level: int | None = 0) -> Paragraph:
    """A heading that stays with what follows; with a level it is bookmarked and stands in the contents."""
    made = paragraph(text, text_style(style))
    return made if level is None else bookmarked(made, text, level)


def bookmarked(flowable: F, text: str, level: int = 0) -> F:
    """The flowable, with a bookmark of these words that leads to it."""
    noted: Any = flowable
    noted.entry = Entry(CONTENTS, level, text.replace("\n", " "))
    return flowable


def body(texts: Sequence[str], style: str = "body") -> list[Paragraph]:
    """Justified paragraphs without widows and orphans; empty ones are left out."""
    return [paragraph(ikat(text), text_style(style)) for text in texts if text.strip()]


def leading(texts: Sequence[str]) -> list[Paragraph]:
    """Paragraphs whose last one stays with the table that it leads to."""
    made: list[Any] = body(texts)
    if made:
        made[-1].keepWithNext = 1
    return made


def centred(text: str) -> Paragraph:
    """One line in the middle, below a title."""
    return paragraph(ikat(text), text_style("number"))


def divider() -> Flowable:
    """A line over the whole width, above and below the title of an annex."""
    return HRFlowable(width="100%", thickness=0.9, color=BLACK, spaceBefore=2, spaceAfter=4)


# --- figures -----------------------------------------------------------------------------------


class FigureRow(Flowable):
    """Boxes of big figures side by side, each with its words below."""

    def __init__(self, boxes: Sequence[KotakAngka]) -> None:
        super().__init__()
        self.boxes = [
            (paragraph(b.angka, text_style("figure")), paragraph(ikat(b.keterangan), text_style("figure_words")))
            for b in boxes
        ]
        self.spaceBefore, self.spaceAfter = 7, 7

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width = aw
        room = self._box_width() - 2 * mm
        self.height = 15 + max(sum(p.wrap(room, ah)[1] for p in box) for box in self.boxes)
        return aw, self.height

    def draw(self) -> None:
        width = self._box_width()
        for number, (figure, words) in enumerate(self.boxes):
            x = number * width + mm
            figure.drawOn(self.canv, x, self.height - 7.5 - figure.height)
            words.drawOn(self.canv, x, self.height - 8.5 - figure.height - words.height)
            self._draw_divider(number * width)
        self.canv.setStrokeColor(BLACK)
        self.canv.setLineWidth(0.9)
        self.canv.rect(0, 0, self.width, self.height)

    def _box_width(self) -> float:
        return self.width / len(self.boxes)

    def _draw_divider(self, x: float) -> None:
        if x:
            self.canv.setStrokeColor(GRID)
            self.canv.setLineWidth(0.5)
            self.canv.line(x, 0, x, self.height)


class CaptionedFigure(Flowable):
    """One drawing, or two side by side, with its caption: above bars, below a pair and what stands among pairs."""

    def __init__(self, caption: str, *drawings: Flowable, above: bool) -> None:
        super().__init__()
        self.words = paragraph(ikat(caption), text_style("caption"))
        self.drawings = drawings
        self.above = above
        self.entry = Entry(FIGURES, 0, caption)
        self.spaceBefore, self.spaceAfter = 6, 8

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width = aw
        sizes = [drawing.wrap(aw, ah) for drawing in self.drawings]
        self.height = self.words.wrap(aw, ah)[1] + _CAPTION_GAP + max(height for _, height in sizes)
        return aw, self.height

    def draw(self) -> None:
        foot = 0.0 if self.above else self.words.height + _CAPTION_GAP
        places = self._places()
        for x, drawing in zip(places, self.drawings, strict=True):
            drawing.drawOn(self.canv, x, foot)
        self.words.drawOn(self.canv, 0, self.height - self.words.height if self.above else 0)

    def _places(self) -> list[float]:
        if len(self.drawings) == 1:
            return [(self.width - self.drawings[0].width) / 2]
        return [0.0, self.width - self.drawings[-1].width]


_CAPTION_GAP: Final = 4.0


# --- tick boxes --------------------------------------------------------------------------------


def draw_tick_box(canvas: Canvas, x: float, y: float, *, ticked: bool) -> None:
    """Draw a box of 2.9 mm whose lower left corner is given; the tick is drawn, not a letter of a face."""
    side = TICK_BOX * mm
    canvas.setStrokeColor(BLACK)
    canvas.setLineWidth(0.8)
    canvas.rect(x, y, side, side)
    if ticked:
        _draw_tick(canvas, x, y, side)


def _draw_tick(canvas: Canvas, x: float, y: float, side: float) -> None:
    canvas.setStrokeColor(BLACK)
    canvas.setLineWidth(1.3)
    path = canvas.beginPath()
    path.moveTo(x + 0.2 * side, y + 0.5 * side)
    path.lineTo(x + 0.42 * side, y + 0.24 * side)
    path.lineTo(x + 0.82 * side, y + 0.82 * side)
    canvas.drawPath(path, stroke=1, fill=0)


class Tick(Flowable):
    """A tick in the middle of a cell."""

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:  # noqa: ARG002  ReportLab's signature
        self.width, self.height = aw, TICK_BOX * mm
        return aw, self.height

    def draw(self) -> None:
        _draw_tick(self.canv, (self.width - self.height) / 2, 0, self.height)


def draw_words(canvas: Canvas, text: str, x: float, y: float, *, font: str = REGULAR, size: float = 11.0) -> float:
    """Write one line and return where it ends."""
    words = printable(text)
    canvas.setFillColor(BLACK)
    canvas.setFont(font, size)
    canvas.drawString(x, y, words)
    return float(x + stringWidth(words, font, size))
