"""Pages of the SOP's flow chart: its own head, as much of the chart as fits, the legend of the symbols."""

from collections.abc import Sequence
from typing import Final

from reportlab.platypus import Flowable, PageBreak

from kinerja_desktop.documents.flow_chart import flow_parts
from kinerja_desktop.documents.flow_symbols import PENTAGON, SIZE, Point, draw_arrow, draw_pentagon, draw_symbol
from kinerja_desktop.documents.fonts import BOLD, REGULAR
from kinerja_desktop.documents.furniture import draw_lambang, fitted_size
from kinerja_desktop.documents.page import form_sheet
from kinerja_desktop.documents.style import BLACK, landscape, mm
from kinerja_desktop.documents.text import printable
from kinerja_desktop.domain.bagan_sop import BaganSop, Bentuk, KeadaanSimbol
from kinerja_desktop.domain.laporan import Naskah

_LAMBANG: Final = (11 * mm, 13.5 * mm)
_HEAD: Final = 16 * mm
_LEGEND: Final = 9.5 * mm
_SMALL: Final = 0.75
"""Size of a symbol in the legend."""
_SHAPES: Final = (
    (Bentuk.UJUNG, "mulai / selesai"),
    (Bentuk.KEGIATAN, "kegiatan"),
    (Bentuk.KEPUTUSAN, "keputusan (ya / tidak)"),
)
_STATES: Final = (
    (KeadaanSimbol.SELESAI, "selesai"),
    (KeadaanSimbol.BERJALAN, "berjalan"),
    (KeadaanSimbol.TERLAMBAT, "terlambat"),
    (KeadaanSimbol.BELUM, "belum"),
)


def chart_pages(naskah: Naskah, chart: BaganSop, title: str, lines: Sequence[str]) -> list[Flowable]:
    """The chart on one page, or on two with pentagons; head and legend on each."""
    sheet = landscape(naskah.kertas)
    room = form_sheet(sheet, naskah).text_height * mm - _HEAD - _LEGEND
    story: list[Flowable] = []
    for part in flow_parts(chart, sheet, room):
        story += [PageBreak()] if story else []
        story += [FormHead(naskah, title, lines), part, Legend(chart)]
    return story


class FormHead(Flowable):
    """Lambang and office at the left, the title with its lines at the right."""

    def __init__(self, naskah: Naskah, title: str, lines: Sequence[str]) -> None:
        super().__init__()
        self.naskah, self.title, self.lines = naskah, title, lines

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:  # noqa: ARG002  ReportLab's signature
        self.width, self.height = aw, _HEAD
        return aw, _HEAD

    def draw(self) -> None:
        office = self.naskah.instansi
        foot = self.height - _LAMBANG[1]
        draw_lambang(self.canv, office, (0, foot), _LAMBANG)
        x = 0.0 if office.lambang is None else _LAMBANG[0] + 2.5 * mm
        room = self.width * 0.42 - _LAMBANG[0]
        words = (
            (f"PEMERINTAH {office.kabupaten}".upper(), REGULAR, 10.0, 10.5),
            (office.nama.upper(), BOLD, 14.0, 24.5),
            (office.alamat, REGULAR, 8.5, 36.0),
        )
        for text, font, size, drop in words:
            self.canv.setFillColor(BLACK)
            self.canv.setFont(font, fitted_size(printable(text), font, size, room))
            self.canv.drawString(x, self.height - drop, printable(text))
        self._draw_title(self.width * 0.55)

    def _draw_title(self, room: float) -> None:
        y = self.height - 12.0
        self.canv.setFont(BOLD, fitted_size(printable(self.title), BOLD, 14.0, room))
        self.canv.drawRightString(self.width, y, printable(self.title))
        for line in self.lines:
            y -= 12.4
            self.canv.setFont(REGULAR, fitted_size(printable(line), REGULAR, 9.0, room))
            self.canv.drawRightString(self.width, y, printable(line))


class Legend(Flowable):
    """What the five symbols mean, and on the chart of a berkas its four states."""

    def __init__(self, chart: BaganSop) -> None:
        super().__init__()
        self.live = any(s.keadaan is not KeadaanSimbol.UMUM for s in chart.simbol)

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:  # noqa: ARG002  ReportLab's signature
        self.width, self.height = aw, _LEGEND
        return aw, _LEGEND

    def draw(self) -> None:
        y = 3 * mm
        x = self._words("Keterangan simbol:", 0, y, BOLD) + 5 * mm
        if self.live:
            for state, words in _STATES:
                x = self._told(Bentuk.KEGIATAN, words, (x, y), state)
            return
        for shape, words in _SHAPES:
            x = self._told(shape, words, (x, y))
        draw_arrow(self.canv, [(x, y), (x + 11 * mm, y)])
        x = self._words("arah alir", x + 13 * mm, y) + 5 * mm
        draw_pentagon(self.canv, "", (x + PENTAGON[0] / 2, y))
        self._words("sambung ke halaman lain", x + PENTAGON[0] + 2 * mm, y)

    def _told(self, shape: Bentuk, words: str, at: Point, state: KeadaanSimbol = KeadaanSimbol.UMUM) -> float:
        """A small symbol and what it means; returns where the next one begins."""
        width = SIZE[shape][0] * _SMALL
        self.canv.saveState()
        self.canv.translate(at[0] + width / 2, at[1])
        self.canv.scale(_SMALL, _SMALL)
        draw_symbol(self.canv, shape, (0, 0), state=state)
        self.canv.restoreState()
        return self._words(words, at[0] + width + 2 * mm, at[1]) + 5 * mm

    def _words(self, text: str, x: float, y: float, font: str = REGULAR) -> float:
        self.canv.setFillColor(BLACK)
        self.canv.setFont(font, 8.5)
        self.canv.drawString(x, y - 3, text)
        return float(x + self.canv.stringWidth(text, font, 8.5))
