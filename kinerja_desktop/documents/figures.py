"""Figures in table cells: on the comma, never cut, and the looks of an absent one.

Only how a final figure is set; its digits come from ``domain.numerals``. To add a look of a cell: a field of
``Cell`` and its mark in ``tables``.
"""

from dataclasses import dataclass
from typing import Final

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from kinerja_desktop.documents.fonts import BOLD, REGULAR
from kinerja_desktop.documents.style import BLACK, NOTE_GREY, SMALLEST, mm
from kinerja_desktop.documents.text import printable
from kinerja_desktop.domain.laporan import Angka, Kosong
from kinerja_desktop.domain.numerals import format_angka

LEAST_PADDING: Final = 0.4 * mm


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell says. ``state`` fills it as missing data; ``marks`` are footnotes raised behind a text.

    ``joined``: no words of its own, the cell above goes on; one column of a table may have such. ``tick`` is drawn.
    """

    text: str = ""
    state: bool = False
    bold: bool = False
    grey: bool = False
    centred: bool = False
    marks: tuple[int, ...] = ()
    joined: bool = False
    tick: bool = False


def figure_cell(angka: Angka, *, bold: bool = False) -> Cell:
    """The cell of a figure: its digits, its predicate, "-" by rule or "n/a" on state fill."""
    if angka.teks is not None:
        return Cell(angka.teks, bold=bold, centred=True, grey=not angka.lengkap)
    if angka.nilai is None:
        missing = angka.kosong is Kosong.BELUM_ADA
        return Cell(angka.kosong.value, state=missing, centred=missing, bold=bold)
    return Cell(format_angka(angka.nilai, angka.desimal), bold=bold, grey=not angka.lengkap)


def decimals_width(decimals: int, font: str, size: float) -> float:
    """Width of a comma and so many digits behind it."""
    return float(stringWidth("," + "0" * decimals, font, size)) if decimals else 0.0


def whole_width(text: str, font: str, size: float) -> float:
    """Width of what stands before the comma."""
    return float(stringWidth(_at_comma(printable(text))[0], font, size))


class Figure(Flowable):
    """One figure whose comma stands ``comma`` points before the right end of its cell.

    ``side`` is the cell's padding, which a very long figure may use.
    """

    def __init__(self, cell: Cell, size: float, leading: float, comma: float, side: float) -> None:
        super().__init__()
        self.cell = cell
        self.whole, self.rest = _at_comma(printable(cell.text))
        self.font = BOLD if cell.bold else REGULAR
        self.size, self.leading = size, leading
        self.comma, self.side = comma, side

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:  # noqa: ARG002  ReportLab's signature
        self.width, self.height = aw, self.leading
        return aw, self.leading

    def draw(self) -> None:
        self.draw_at(self.canv, 0, 0)

    def draw_at(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its lower left corner there; a page has hundreds, and none needs a place of its own."""
        size, squeeze, place = self._fitted()
        text = canvas.beginText(x + place, y + self.leading - self.size)
        text.setFont(self.font, size)
        text.setFillColor(self._colour())
        if squeeze < 1:
            text.setHorizScale(100 * squeeze)
        text.textOut(self.whole + self.rest)
        if squeeze < 1:
            text.setHorizScale(100)
        canvas.drawText(text)

    def _colour(self) -> Color:
        return NOTE_GREY if self.cell.grey else BLACK

    def _fitted(self) -> tuple[float, float, float]:
        """Size, squeeze and left end: a figure too wide leaves the comma, then shrinks; it is never cut."""
        edge = LEAST_PADDING - self.side
        room = self.width - 2 * edge
        full = self._width(self.whole + self.rest, self.size)
        left = self.width - self.comma - self._width(self.whole, self.size)
        if left >= edge and left + full <= self.width - edge:
            return self.size, 1.0, left
        size = min(self.size, max(SMALLEST, self.size * room / full))
        squeeze = min(1.0, room / self._width(self.whole + self.rest, size))
        width = self._width(self.whole + self.rest, size) * squeeze
        return size, squeeze, self.width - edge - width

    def _width(self, text: str, size: float) -> float:
        return float(stringWidth(text, self.font, size))


def _at_comma(text: str) -> tuple[str, str]:
    whole, comma, decimals = text.partition(",")
    return whole, comma + decimals


def decimals_of(text: str) -> int:
    """How many digits stand behind the comma."""
    return len(_at_comma(text)[1]) - 1 if "," in text else 0
