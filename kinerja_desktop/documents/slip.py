"""The half-folio slip: letterhead, box of four rows, signature, code zone, drawn at fixed places.

Places are millimetres below the slip's upper edge. Which slips stand on which sheet is decided in
``lembar_disposisi_pdf``. To add a row: a method that draws it and returns where it ends.
"""

from collections.abc import Sequence
from typing import Any, Final

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from kinerja_desktop.documents.blocks import draw_tick_box, draw_words, number_pieces
from kinerja_desktop.documents.fonts import BOLD, REGULAR
from kinerja_desktop.documents.furniture import (
    SLIP_KOP,
    code_baseline,
    draw_code_zone,
    draw_kop,
    draw_rule,
    draw_watermark,
    fitted_size,
)
from kinerja_desktop.documents.signature import SLIP_ROOM, name_lines, place_and_date, underline
from kinerja_desktop.documents.style import BLACK, cell_style, mm
from kinerja_desktop.documents.text import paragraph, printable
from kinerja_desktop.domain.laporan import LembarDisposisi
from kinerja_desktop.domain.narasi import ikat
from kinerja_desktop.domain.tanggal import format_tanggal

HEIGHT: Final = 165.0
MARGIN: Final = 15.0
LISTED: Final = 6
"""More indikator than this go on a list of their own; five stand on the slip."""
SIFAT: Final = ("Sangat segera", "Segera", "Biasa", "Rahasia")

_KOP_TOP = 7.5
_TITLE, _NUMBER = 33.0, 37.8
_BOX_TOP, _BOX_FOOT = 40.4, 138.5
_SPLIT = 104.0
_STEP = 4.5
_QR = 14.5
_TEXT, _ITEM = 9.5, 9.0
_VALUE = 24.1
_HEAD_ROW, _SUBJECT_ROW = 20.4, 8.0


class Slip(Flowable):
    """One slip as wide as its sheet."""

    def __init__(self, slip: LembarDisposisi, width: float, group: str) -> None:
        super().__init__()
        self.slip = slip
        self.width, self.height = width * mm, HEIGHT * mm
        self.left, self.right = MARGIN, width - MARGIN
        self.split_at = MARGIN + _SPLIT * (width - 2 * MARGIN) / 185
        self.group = group

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:  # noqa: ARG002  ReportLab's signature
        return self.width, self.height

    def draw(self) -> None:
        naskah = self.slip.naskah
        draw_watermark(self.canv, naskah, self.width, self.height)
        draw_kop(self.canv, naskah.instansi, (self.left * mm, self.right * mm), self._y(_KOP_TOP), SLIP_KOP)
        self._draw_title()
        subject = _BOX_TOP + _HEAD_ROW
        self._draw_head_row()
        orders = self._draw_subject(subject)
        body = self._draw_orders(orders)
        self._draw_body(body)
        self._draw_signature(body)
        self._draw_lines(subject, orders, body)
        draw_code_zone(self.canv, naskah, self.left * mm, self.right * mm, qr=_QR, ruled=False)
        page: Any = self.canv
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
        self._pairs(
            self.left + 1.9,
            top,
            (
                ("Surat dari", slip.surat_dari),
                ("No. surat", slip.nomor_surat or "\N{EN DASH} (perintah internal)"),
                ("Tgl. surat", format_tanggal(slip.tanggal_surat)),
            ),
            20.0,
            self.split_at - self.left - _VALUE - 2,
        )
        right = self.split_at + 1.7
        received = (
            ("Diterima tgl.", format_tanggal(slip.diterima)),
            ("No. agenda", slip.nomor_agenda or "\N{EN DASH}"),
        )
        self._pairs(right, top, received, 21.2, self.right - right - 24)
        self._pairs(right, top + 2 * _STEP, (("Sifat", ""),), 21.2, 0)
        for number, word in enumerate(SIFAT):
            x = right + 23.2 + 27.6 * (number % 2)
            self._tick(
                x, top + (2 + number // 2) * _STEP, word, ticked=word.casefold() == slip.sifat.casefold(), gap=3.8
            )

    def _draw_subject(self, top: float) -> float:
        self._words("Hal", self.left + 1.9, top + 4.6)
        self._words(":", self.left + 21.9, top + 4.6)
        room = self.right - self.left - _VALUE - 2
        height = self._paragraph(self.slip.hal, self.left + _VALUE, top + 1.4, room, size=_TEXT, bold=True)
        return top + max(_SUBJECT_ROW, height + 3.4)

    def _draw_orders(self, top: float) -> float:
        ends = [
            self._ticks(self.left + 1.9, top, "Diteruskan kepada Sdr.:", self.slip.diteruskan, bold_ticked=True),
            self._ticks(self.split_at + 1.7, top, "Dengan hormat harap:", self.slip.harap, bold_ticked=False),
        ]
        return max(ends) + 2.1

    def _draw_body(self, top: float) -> None:
        x, y, room = self.left + 1.9, top + 4.9, self.split_at - self.left - 4
        self._words("Indikator yang dilaporkan:", x, y, font=BOLD)
        y += 1.2
        for number, name in enumerate(self._listed(), start=1):
            self._words(f"{number}." if number <= len(self._shown()) else "", x, y + 3.4, size=_ITEM)
            y += max(_STEP, self._paragraph(name, x + 5, y + 0.1, room - 5) + 0.6)
        y += 5.0
        self._words("Batas waktu:", x, y, font=BOLD, size=_ITEM)
        self._words(self.slip.batas_waktu, x + 24, y, size=_ITEM)
        self._words("Catatan:", x, y + 5.6, font=BOLD, size=_ITEM)
        self._paragraph(self.slip.catatan, x + 24, y + 2.2, room - 24, down_to=_BOX_FOOT - 1)

    def _listed(self) -> tuple[str, ...]:
        hidden = len(self.slip.indikator) - len(self._shown())
        more = (f"dan {hidden} indikator lain pada daftar terlampir",) if hidden else ()
        return self._shown() + more

    def _shown(self) -> tuple[str, ...]:
        return self.slip.indikator if len(self.slip.indikator) <= LISTED else self.slip.indikator[: LISTED - 1]

    def _draw_signature(self, top: float) -> None:
        official = self.slip.penandatangan
        x, y = self.split_at + 12, top + 4.9
        place, date, blank = place_and_date(self.slip.naskah)
        self._words(place, x, y)
        self._words(date, x + stringWidth(place + " ", REGULAR, _TEXT) / mm + (17 if blank else 0), y)
        for line in official.baris_jabatan:
            y += _STEP
            self._words(line, x, y, size=fitted_size(line, REGULAR, _TEXT, (self.right - x) * mm))
        y = max(top + 4.9 + _STEP + SLIP_ROOM + 2.8, y + 12)
        self._draw_name(x, y)

    def _draw_name(self, x: float, y: float) -> None:
        official = self.slip.penandatangan
        for line, size in name_lines(official.nama, _TEXT, self.right - x - 1.5):
            end = self._words(line, x, y, font=BOLD, size=size)
            underline(self.canv, x * mm, self._y(y), end - x * mm)
            y += _STEP
        for under in (official.pangkat, official.nip):
            if under:
                self._words(under, x, y)
                y += _STEP

    def _draw_lines(self, subject: float, orders: float, body: float) -> None:
        canvas = self.canv
        canvas.setStrokeColor(BLACK)
        canvas.setLineWidth(0.9)
        canvas.rect(self.left * mm, self._y(_BOX_FOOT), (self.right - self.left) * mm, (_BOX_FOOT - _BOX_TOP) * mm)
        for y in (subject, orders, body):
            draw_rule(canvas, self.left * mm, self.right * mm, self._y(y), 0.6)
        for top, foot in ((_BOX_TOP, subject), (orders, _BOX_FOOT)):
            canvas.line(self.split_at * mm, self._y(top), self.split_at * mm, self._y(foot))

    # --- words -----------------------------------------------------------------------------------

    def _y(self, below_top: float) -> float:
        return (HEIGHT - below_top) * mm

    def _words(self, text: str, x: float, y: float, *, font: str = REGULAR, size: float = _TEXT) -> float:
        return draw_words(self.canv, text, x * mm, self._y(y), font=font, size=size)

    def _pairs(self, x: float, y: float, pairs: Sequence[tuple[str, str]], colon: float, room: float) -> None:
        for number, (name, value) in enumerate(pairs):
            line = y + number * _STEP
            self._words(name, x, line)
            self._words(":", x + colon, line)
            self._words(value, x + colon + 2.2, line, size=fitted_size(printable(value), REGULAR, _TEXT, room * mm))

    def _ticks(self, x: float, top: float, head: str, items: Sequence[tuple[str, bool]], *, bold_ticked: bool) -> float:
        y = top + 4.6
        self._words(head, x, y, font=BOLD, size=_ITEM)
        y += 0.5
        for word, ticked in items:
            y += _STEP
            self._tick(x, y, word, ticked=ticked, gap=4.7, bold=ticked and bold_ticked)
        return y

    def _tick(self, x: float, y: float, word: str, *, ticked: bool, gap: float, bold: bool = False) -> None:
        draw_tick_box(self.canv, x * mm, self._y(y) - 0.6, ticked=ticked)
        font = BOLD if bold else REGULAR
        room = (self.split_at if x < self.split_at else self.right) - x - gap - 1
        self._words(word, x + gap, y, font=font, size=fitted_size(printable(word), font, _ITEM, room * mm))

    def _paragraph(
        self,
        text: str,
        x: float,
        top: float,
        room: float,
        *,
        size: float = _ITEM,
        bold: bool = False,
        down_to: float = 0,
    ) -> float:
        """Draw wrapped words below ``top`` and return their height; smaller where they would pass ``down_to``."""
        made = paragraph(ikat(text), cell_style(size, size * 1.21, bold=bold))
        height = made.wrap(room * mm, 1e6)[1] / mm
        while down_to and top + height > down_to and size > 6:
            size -= 0.5
            made = paragraph(ikat(text), cell_style(size, size * 1.21, bold=bold))
            height = made.wrap(room * mm, 1e6)[1] / mm
        made.drawOn(self.canv, x * mm, self._y(top + height))
        return height
