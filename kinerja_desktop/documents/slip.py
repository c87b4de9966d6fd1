"""The half-folio slip: letterhead, box of four rows, signature, code zone, drawn at fixed places.

Places are millimetres below the slip's upper edge. What stands in the left part of its last row is planned in
``slip_body``; the sheet is laid out by ``lembar_disposisi_pdf``, two on one for the printer by ``slip_sheets``. To add
a row: a method that draws it and returns where it ends.
"""

from collections.abc import Sequence
from typing import Any, Final

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph

from kinerja_desktop.documents.blocks import draw_tick_box, draw_words, number_pieces
from kinerja_desktop.documents.fonts import BOLD, REGULAR
from kinerja_desktop.documents.furniture import (
    SLIP_KOP,
    CodeZone,
    code_baseline,
    draw_code_zone,
    draw_kop,
    draw_rule,
    draw_watermark,
    fitted_size,
)
from kinerja_desktop.documents.signature import SLIP_ROOM, name_lines, place_and_date, title_lines, underline
from kinerja_desktop.documents.slip_body import plan_body
from kinerja_desktop.documents.style import BLACK, cell_style, mm
from kinerja_desktop.documents.text import paragraph, printable
from kinerja_desktop.domain.laporan import LembarDisposisi
from kinerja_desktop.domain.narasi import ikat
from kinerja_desktop.domain.tanggal import format_tanggal

HEIGHT: Final = 165.0
MARGIN: Final = 15.0
SIFAT: Final = ("Sangat segera", "Segera", "Biasa", "Rahasia")

_KOP_TOP: Final = 7.5
_TITLE: Final = 33.3
_NUMBER: Final = 37.8
_BOX_TOP: Final = 40.4
_BOX_FOOT: Final = 138.5
_SPLIT: Final = 104.0
_STEP: Final = 4.5
_QR: Final = 14.5
_TEXT: Final = 9.5
_NAME_SIZES: Final = (_TEXT, 8.5, 7.5, 6.5)
_LEAST_PEN: Final = 9.0
"""From the title to the name, in millimetres, below which the name becomes smaller."""
_ITEM: Final = 9.0
_VALUE: Final = 24.1
_HEAD_ROW: Final = 20.4
_SUBJECT_ROW: Final = 8.0
_SUBJECT_MOST: Final = 16.0
_ONE_COLUMN: Final = 6
"""More people to tick than this stand in two columns."""


class Slip(Flowable):
    """One slip as wide as its sheet."""

    def __init__(self, slip: LembarDisposisi, width: float, group: str) -> None:
        super().__init__()
        self.slip = slip
        self.width, self.height = width * mm, HEIGHT * mm
        self.left, self.right = MARGIN, width - MARGIN
        self.split_at = MARGIN + _SPLIT * (width - 2 * MARGIN) / 185
        self.group = group
        self.subject = self._subject_paragraph()
        self.subject_top = _BOX_TOP + _HEAD_ROW
        self.orders_top = self.subject_top + max(_SUBJECT_ROW, self.subject.height / mm + 3.4)
        lines = max(self._tick_lines(slip.diteruskan), self._tick_lines(slip.harap))
        self.body_top = self.orders_top + 5.1 + lines * _STEP + 2.1
        self.body = plan_body(slip, (self.split_at - self.left - 4) * mm, (_BOX_FOOT - self.body_top - 2) * mm)

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:  # noqa: ARG002  ReportLab's signature
        return self.width, self.height

    def draw(self) -> None:
        naskah = self.slip.naskah
        draw_watermark(self.canv, naskah, self.width, self.height)
        draw_kop(self.canv, naskah.instansi, (self.left * mm, self.right * mm), self._y(_KOP_TOP), SLIP_KOP)
        self._draw_title()
        self._draw_head_row()
        self._draw_subject()
        self._ticks(self.left + 1.9, "Diteruskan kepada Sdr.:", self.slip.diteruskan, bold_ticked=True)
        self._ticks(self.split_at + 1.7, "Dengan hormat harap:", self.slip.harap, bold_ticked=False)
        self.body.draw(self.canv, (self.left + 1.9) * mm, self._y(self.body_top + 1.6))
        self._draw_signature()
        self._draw_lines()
        page: Any = self.canv
        draw_code_zone(page, CodeZone(naskah, self.left * mm, self.right * mm, self.group, _QR, ruled=False))
        page.place_page_number("Halaman 1 dari {}", self.right * mm, code_baseline(0, _QR), self.group)

    # --- rows ------------------------------------------------------------------------------------

    def _draw_title(self) -> None:
        canvas, middle = self.canv, self.width / 2
        canvas.setFillColor(BLACK)
        canvas.setFont(BOLD, 13)
        canvas.drawCentredString(middle, self._y(_TITLE), self.slip.naskah.judul.upper())
        if not self.slip.naskah.draf:
            before, after = number_pieces(self.slip.naskah)
            gap = " " * 14 if after else ""
            canvas.setFont(REGULAR, _TEXT)
            canvas.drawCentredString(middle, self._y(_NUMBER), f"{before}{gap}{after}")

    def _draw_head_row(self) -> None:
        slip, top = self.slip, _BOX_TOP + 4.5
        letter = (
            ("Surat dari", slip.surat_dari),
            ("No. surat", slip.nomor_surat or "\N{EN DASH} (perintah internal)"),
            ("Tgl. surat", format_tanggal(slip.tanggal_surat)),
        )
        self._pairs(self.left + 1.9, top, letter, 20.0)
        right = self.split_at + 1.7
        received = (
            ("Diterima tgl.", format_tanggal(slip.diterima)),
            ("No. agenda", slip.nomor_agenda or "\N{EN DASH}"),
            ("Sifat", ""),
        )
        self._pairs(right, top, received, 21.2)
        for number, word in enumerate(SIFAT):
            x = right + 23.2 + 27.6 * (number % 2)
            y = top + (2 + number // 2) * _STEP
            self._tick(x, y, word, ticked=word.casefold() == slip.sifat.casefold(), gap=3.8)

    def _subject_paragraph(self) -> Paragraph:
        """The subject in bold, smaller only where it would take more than three lines."""
        room = (self.right - self.left - _VALUE - 2) * mm
        size = _TEXT
        made = paragraph(ikat(self.slip.hal), cell_style(size, size * 1.21, bold=True))
        while made.wrap(room, 1e6)[1] > (_SUBJECT_MOST - 3.4) * mm and size > 6:
            size -= 0.5
            made = paragraph(ikat(self.slip.hal), cell_style(size, size * 1.21, bold=True))
        return made

    def _draw_subject(self) -> None:
        self._words("Hal", self.left + 1.9, self.subject_top + 4.6)
        self._words(":", self.left + 21.9, self.subject_top + 4.6)
        top = self._y(self.subject_top + 1.4)
        self.subject.drawOn(self.canv, (self.left + _VALUE) * mm, top - self.subject.height)

    def _draw_signature(self) -> None:
        official = self.slip.penandatangan
        x, y = self.split_at + 12, self.body_top + 4.9
        place, date, blank = place_and_date(self.slip.naskah)
        self._words(place, x, y)
        self._words(date, x + stringWidth(place + " ", REGULAR, _TEXT) / mm + (17 if blank else 0), y)
        for line in title_lines(official, _TEXT, self.right - x - 1.5):
            y += _STEP
            self._words(line, x, y)
        self._draw_name(x, *self._placed_name(x, y))

    def _placed_name(self, x: float, title_foot: float) -> tuple[float, list[tuple[str, float]]]:
        """Where the name begins and its lines: smaller where the box has no room below the title otherwise."""
        official = self.slip.penandatangan
        unders = sum(1 for under in (official.pangkat, official.nip) if under)
        wanted = max(self.body_top + 4.9 + _STEP + SLIP_ROOM + 2.8, title_foot + 12)
        y, lines = wanted, list[tuple[str, float]]()
        for size in _NAME_SIZES:
            lines = name_lines(official.nama, size, self.right - x - 1.5)
            y = min(wanted, _BOX_FOOT - 2 - _STEP * (len(lines) - 1 + unders))
            if y >= title_foot + _LEAST_PEN:
                break
        return y, lines

    def _draw_name(self, x: float, y: float, lines: list[tuple[str, float]]) -> None:
        official = self.slip.penandatangan
        for line, size in lines:
            end = self._words(line, x, y, font=BOLD, size=size)
            underline(self.canv, x * mm, self._y(y), end - x * mm)
            y += _STEP
        for under in (official.pangkat, official.nip):
            if under:
                self._words(under, x, y)
                y += _STEP

    def _draw_lines(self) -> None:
        canvas, left, right = self.canv, self.left * mm, self.right * mm
        canvas.setStrokeColor(BLACK)
        canvas.setLineWidth(0.9)
        canvas.rect(left, self._y(_BOX_FOOT), right - left, (_BOX_FOOT - _BOX_TOP) * mm)
        for y in (self.subject_top, self.orders_top, self.body_top):
            draw_rule(canvas, left, right, self._y(y), 0.6)
        for top, foot in ((_BOX_TOP, self.subject_top), (self.orders_top, _BOX_FOOT)):
            canvas.line(self.split_at * mm, self._y(top), self.split_at * mm, self._y(foot))

    # --- words -----------------------------------------------------------------------------------

    def _y(self, below_top: float) -> float:
        return (HEIGHT - below_top) * mm

    def _words(self, text: str, x: float, y: float, *, font: str = REGULAR, size: float = _TEXT) -> float:
        return draw_words(self.canv, text, x * mm, self._y(y), font=font, size=size)

    def _edge(self, x: float) -> float:
        """The right line of the part that a place lies in."""
        return self.split_at if x < self.split_at else self.right

    def _pairs(self, x: float, y: float, pairs: Sequence[tuple[str, str]], colon: float) -> None:
        room = (self._edge(x) - x - colon - 3.2) * mm
        for number, (name, value) in enumerate(pairs):
            line = y + number * _STEP
            self._words(name, x, line)
            self._words(":", x + colon, line)
            self._words(value, x + colon + 2.2, line, size=fitted_size(printable(value), REGULAR, _TEXT, room))

    @staticmethod
    def _tick_lines(items: Sequence[tuple[str, bool]]) -> int:
        return len(items) if len(items) <= _ONE_COLUMN else -(-len(items) // 2)

    def _ticks(self, x: float, head: str, items: Sequence[tuple[str, bool]], *, bold_ticked: bool) -> None:
        top = self.orders_top + 4.6
        self._words(head, x, top, font=BOLD, size=_ITEM)
        lines = self._tick_lines(items)
        columns = 1 if lines == len(items) else 2
        width = (self._edge(x) - x - 1) / columns
        for number, (word, ticked) in enumerate(items):
            column, line = divmod(number, lines)
            place = x + column * width
            bold = ticked and bold_ticked
            self._tick(place, top + 0.5 + (line + 1) * _STEP, word, ticked=ticked, gap=4.7, bold=bold, room=width - 5)

    def _tick(
        self, x: float, y: float, word: str, *, ticked: bool, gap: float, bold: bool = False, room: float = 30
    ) -> None:
        draw_tick_box(self.canv, x * mm, self._y(y) - 0.6, ticked=ticked)
        font = BOLD if bold else REGULAR
        self._words(word, x + gap, y, font=font, size=fitted_size(printable(word), font, _ITEM, room * mm))
