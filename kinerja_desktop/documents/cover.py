"""The cover of the LKjIP: lambang, office, accent bar with title and year, address.

Drawn at fixed places inside the margins; nothing bleeds off the sheet.
"""

from typing import Final

from reportlab.platypus import Flowable

from kinerja_desktop.documents.blocks import MissingBox, draw_words
from kinerja_desktop.documents.fonts import BOLD, REGULAR
from kinerja_desktop.documents.furniture import draw_double_rule, draw_lambang, draw_rule, fitted_size
from kinerja_desktop.documents.style import ACCENT, BLACK, Sheet, mm
from kinerja_desktop.documents.text import printable
from kinerja_desktop.domain.laporan import Naskah

_LAMBANG: Final = (30.8, 34.0, 41.0)
_BAR: Final = (131.3, 3.5, 83.0)
_BESIDE_BAR: Final = 11.0
_FOOT_RULE: Final = 61.0
_MISSING_LINES: Final = 6
_BIG: Final = (
    (142.9, 44, BOLD, ACCENT),
    (160.4, 44, BOLD, ACCENT),
    (172.4, 18, REGULAR, BLACK),
    (203.2, 60, BOLD, ACCENT),
    (213.3, 12, REGULAR, BLACK),
)


class Cover(Flowable):
    """The whole first page but its code zone."""

    def __init__(self, naskah: Naskah, subtitle: str, sheet: Sheet) -> None:
        super().__init__()
        self.naskah, self.subtitle, self.sheet = naskah, subtitle, sheet
        self.width = sheet.text_width * mm
        self.height = (sheet.height - sheet.kop - sheet.bottom) * mm

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:  # noqa: ARG002  ReportLab's signature
        return self.width, self.height

    def draw(self) -> None:
        office = self.naskah.instansi
        top, width, height = _LAMBANG
        draw_lambang(self.canv, office, (0, self._y(top + height)), (width * mm, height * mm))
        self._draw_missing(width + 11, top)
        self._line(f"PEMERINTAH {office.kabupaten}".upper(), 0, 91.6, REGULAR, 15)
        self._line(office.nama.upper(), 0, 101.5, BOLD, 22.5)
        draw_double_rule(self.canv, 0, self.width, self._y(107.7))
        self._draw_title()
        self._draw_foot()

    def _draw_missing(self, x: float, top: float) -> None:
        """What an unfinished report lacks, boxed right of the lambang: the first thing that is seen."""
        missing = self.naskah.kekurangan
        if not missing:
            return
        hidden = len(missing) - _MISSING_LINES
        shown = (*missing[:_MISSING_LINES], f"dan {hidden} hal lain") if hidden > 0 else missing
        box = MissingBox(shown)
        height = box.wrap(self.width - x * mm, 0)[1]
        box.drawOn(self.canv, x * mm, self._y(top) - height)

    def _draw_title(self) -> None:
        top, width, height = _BAR
        self.canv.setFillColor(ACCENT)
        self.canv.rect(0, self._y(top + height), width * mm, height * mm, stroke=0, fill=1)
        words = ("LAPORAN", "KINERJA", "Instansi Pemerintah (LKjIP)", str(self.naskah.tahun), self.subtitle)
        for text, (y, size, font, colour) in zip(words, _BIG, strict=True):
            self.canv.setFillColor(colour)
            self.canv.setFont(font, self._fitted(text, font, size, _BESIDE_BAR))
            self.canv.drawString(_BESIDE_BAR * mm, self._y(y), printable(text))

    def _draw_foot(self) -> None:
        office, rule = self.naskah.instansi, self.sheet.height - _FOOT_RULE
        draw_rule(self.canv, 0, self.width, self._y(rule), 1.1)
        region = office.kabupaten + (f", Provinsi {office.provinsi}" if office.provinsi else "")
        lines = _from_below(office.nama, office.alamat, region)
        for below, (words, font) in zip((18.0, 12.5, 6.9), lines, strict=False):
            self._line(words, 0, rule + below, font, 11)
        self.canv.setFont(REGULAR, 11)
        self.canv.drawRightString(self.width, self._y(rule + 18.0), f"{self.naskah.tempat}, {self.naskah.bulan_tahun}")

    def _line(self, text: str, x: float, y: float, font: str, size: float) -> None:
        draw_words(self.canv, text, x * mm, self._y(y), font=font, size=self._fitted(text, font, size, x))

    def _fitted(self, text: str, font: str, size: float, x: float) -> float:
        return fitted_size(printable(text), font, size, self.width - x * mm)

    def _y(self, below_page_top: float) -> float:
        return (self.sheet.height - self.sheet.bottom - below_page_top) * mm


def _from_below(nama: str, alamat: str, region: str) -> list[tuple[str, str]]:
    """The lines at the foot from the last one up; an office without an address has two."""
    lines = [(nama, BOLD), (alamat, REGULAR), (region, REGULAR)]
    return [line for line in reversed(lines) if line[0]]
