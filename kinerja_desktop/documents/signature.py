"""Signature blocks, paraf boxes: who signs where, with the room that pen and stamp need.

Words of jabatan arrive as they are printed ("a.n. CAMAT KELARA", "SEKRETARIS CAMAT,"). Nothing is kept together
here (``keep``). To add an arrangement: another order of ``Signer`` in ``SignatureBlock``.
"""

from dataclasses import dataclass
from typing import Final

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from kinerja_desktop.documents.fonts import BOLD, REGULAR
from kinerja_desktop.documents.furniture import CAP_HEIGHT
from kinerja_desktop.documents.paper_canvas import SIGNATURE, marked
from kinerja_desktop.documents.style import BLACK, GRID, NOTE_GREY, mm, text_style
from kinerja_desktop.documents.text import printable
from kinerja_desktop.domain.laporan import Naskah, Penandatangan
from kinerja_desktop.domain.tanggal import format_tanggal

BLOCK: Final = 73.0
"""Width of one signer's block in millimetres."""
LEFT_INDENT: Final = 6.0
SINGLE_ROOM: Final = 25.0
PAIR_ROOM: Final = 23.0
PERJANJIAN_ROOM: Final = 29.0
SLIP_ROOM: Final = 15.0
BLANK_DAY: Final = 25.0
_LEAST_ROOM: Final = 18.0
_DATE_DOTS: Final = 36


@dataclass(frozen=True, slots=True)
class Signer:
    """One official and the words above the jabatan ("Mengetahui,")."""

    official: Penandatangan
    above: str = ""


def place_and_date(naskah: Naskah) -> tuple[str, str, bool]:
    """Place, date and whether the day is left blank for the hand; a line for it where not even the month is known."""
    if naskah.tanggal is None and not naskah.bulan_tahun:
        return f"{naskah.tempat},", "." * _DATE_DOTS, False
    if naskah.tanggal is None:
        return f"{naskah.tempat},", naskah.bulan_tahun, True
    return f"{naskah.tempat},", format_tanggal(naskah.tanggal), False


class SignatureBlock(Flowable):
    """One to three signers: the maker right below the date, the superior left, a third centred below.

    Boxes for initials stand below them where the paper asks for any.
    """

    def __init__(self, naskah: Naskah, *signers: Signer, room: float | None = None, size: float = 11.0) -> None:
        super().__init__()
        self.date = place_and_date(naskah)
        self.right = signers[0]
        self.left = signers[1] if len(signers) > 1 else None
        self.below = signers[2] if len(signers) > 2 else None
        self.room = (room or (PAIR_ROOM if self.left else SINGLE_ROOM)) * mm
        self.size = size
        self.leading = text_style("signature").leading * size / 11
        self.paraf = ParafBoxes(tuple(f"Paraf {who}" for who in naskah.paraf)) if naskah.paraf else None
        self.spaceBefore = 14

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width = aw
        self.height = self._row_height() + (self._below_height() if self.below else 0)
        if self.paraf is not None:
            self.height += self.paraf.wrap(aw, ah)[1] + self.paraf.getSpaceBefore()
        return aw, self.height

    def draw(self) -> None:
        with marked(self.canv, SIGNATURE):
            self._draw_signers()

    def _draw_signers(self) -> None:
        if self.paraf is not None:
            self.paraf.drawOn(self.canv, 0, 0)
        row = [signer for signer in (self.left, self.right) if signer is not None]
        y = self.height - self.size
        right = self.width - BLOCK * mm
        self._draw_date(right, y)
        top = y - self.leading
        for signer in row:
            self._draw_signer(signer, right if signer is self.right else LEFT_INDENT * mm, top, row)
        if self.below is not None:
            below_top = self.height - self._row_height() - 2 * self.leading
            self._draw_signer(self.below, (self.width - BLOCK * mm) / 2, below_top, [self.below])

    def _draw_date(self, x: float, y: float) -> None:
        place, date, blank = self.date
        self._line(place, x, y)
        gap = BLANK_DAY * mm if blank else stringWidth(" ", REGULAR, self.size)
        self._line(date, x + stringWidth(printable(place), REGULAR, self.size) + gap, y)

    def _draw_signer(self, signer: Signer, x: float, top: float, row: list[Signer]) -> None:
        y = top
        if self._has_words(row):
            self._line(signer.above, x, y)
            y -= self.leading
        for line in title_lines(signer.official, self.size):
            self._line(line, x, y)
            y -= self.leading
        self._draw_name(signer.official, x, top - self._name_drop(row))

    def _draw_name(self, official: Penandatangan, x: float, y: float) -> None:
        for line, size in name_lines(official.nama, self.size):
            for_the_hand = not line.strip(".")
            self.canv.setFont(REGULAR if for_the_hand else BOLD, size)
            self.canv.setFillColor(BLACK)
            self.canv.drawString(x, y, line)
            if not for_the_hand:
                underline(self.canv, x, y, stringWidth(line, BOLD, size))
            y -= self.leading
        for under in (official.pangkat, official.nip):
            if under:
                self._line(under, x, y - 0.6)
                y -= self.leading

    def _name_drop(self, row: list[Signer]) -> float:
        """From the first line to the name: fixed, so that names stand on one line and the space shrinks."""
        words = 1 if self._has_words(row) else 0
        deepest = words + max(len(title_lines(signer.official, self.size)) for signer in row)
        fixed = self.leading * words + self.room
        return float(max(fixed, self.leading * (deepest - 1) + _LEAST_ROOM * mm) + CAP_HEIGHT * self.size)

    def _row_height(self) -> float:
        row = [signer for signer in (self.left, self.right) if signer is not None]
        return self.size + self.leading + self._name_drop(row) + self._under(row)

    def _below_height(self) -> float:
        row = [self.below] if self.below else []
        return 2 * self.leading + self._name_drop(row) + self._under(row)

    def _under(self, row: list[Signer]) -> float:
        return self.leading * max(_lines_under(s.official, self.size) for s in row) + 4

    @staticmethod
    def _has_words(row: list[Signer]) -> bool:
        return any(signer.above for signer in row)

    def _line(self, text: str, x: float, y: float) -> None:
        self.canv.setFont(REGULAR, self.size)
        self.canv.setFillColor(BLACK)
        self.canv.drawString(x, y, printable(text))


def title_lines(official: Penandatangan, size: float, block: float = BLOCK) -> list[str]:
    """The lines of the jabatan as they were given; a line wider than the block goes over to the next."""
    return [
        part
        for line in official.baris_jabatan
        for part in simpleSplit(printable(line), REGULAR, size, block * mm) or [""]
    ]


def name_lines(nama: str, size: float, block: float = BLOCK) -> list[tuple[str, float]]:
    """The name as it fits a block: full size, 10 pt, then the titles behind it on lines of their own; never cut."""
    text, room = capital_name(printable(nama)), block * mm
    if stringWidth(text, BOLD, size) <= room:
        return [(text, size)]
    small = min(size, 10.0)
    if stringWidth(text, BOLD, small) <= room:
        return [(text, small)]
    name, comma, titles = text.partition(",")
    parts = [line for part in (name + comma, titles.strip()) for line in simpleSplit(part, BOLD, small, room)]
    return [(part, small * min(1.0, room / stringWidth(part, BOLD, small))) for part in parts]


def capital_name(nama: str) -> str:
    """The name in capitals; titles before it ("Drs. H.") and behind its comma stay as they are written."""
    name, comma, titles = nama.partition(",")
    words = (word if word.endswith(".") else word.upper() for word in name.split(" "))
    return " ".join(words) + comma + titles


def underline(canvas: Canvas, x: float, y: float, width: float) -> None:
    """Underline a name by 0.7 pt."""
    canvas.setStrokeColor(BLACK)
    canvas.setLineWidth(0.7)
    canvas.line(x, y - 1.8, x + width, y - 1.8)


def _lines_under(official: Penandatangan, size: float) -> int:
    return len(name_lines(official.nama, size)) - 1 + bool(official.pangkat) + bool(official.nip)


class ParafBoxes(Flowable):
    """Up to three boxes for initials, lower left, above the code zone."""

    def __init__(self, officials: tuple[str, ...]) -> None:
        super().__init__()
        self.officials = officials[:3]
        self.spaceBefore = 10

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:  # noqa: ARG002  ReportLab's signature
        self.width, self.height = aw, 11 * mm
        return aw, self.height

    def draw(self) -> None:
        canvas = self.canv
        canvas.setStrokeColor(GRID)
        canvas.setLineWidth(0.5)
        head = self.height - 3.6 * mm
        for number, official in enumerate(self.officials):
            x = (LEFT_INDENT + 36 * number) * mm
            canvas.rect(x, 0, 36 * mm, self.height)
            canvas.line(x, head, x + 36 * mm, head)
            canvas.setFillColor(NOTE_GREY)
            canvas.setFont(REGULAR, 7.5)
            canvas.drawCentredString(x + 18 * mm, head + 2.6, printable(official))
