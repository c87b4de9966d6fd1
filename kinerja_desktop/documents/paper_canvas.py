"""A canvas that fills in, after the last page, what only then is known: "Halaman n dari m" and the QR that says it."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from kinerja_desktop.documents.fonts import REGULAR
from kinerja_desktop.documents.qr import QrMaker
from kinerja_desktop.documents.style import BLACK
from kinerja_desktop.domain.segel import HALAMAN


@dataclass(frozen=True, slots=True)
class _Place:
    """A place on a page that waits for the number of pages of its group."""

    name: str
    words: str
    label: str
    group: str


class PaperCanvas(Canvas):
    """See the module. Pages of one group are counted together; several papers may lie in one file."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._numbers: list[_Place] = []
        self._qr: list[_Place] = []

    def place_page_number(self, words: str, right: float, baseline: float, group: str = "") -> None:
        """Words that end at ``right``; "{}" in them becomes the number of such places of the group."""
        if "{}" not in words:
            self._draw_number(words, right, baseline)
            return
        place = _Place(f"halaman-{len(self._numbers) + 1}", words, "", group)
        self._numbers.append(place)
        self._do(place.name, right, baseline, 1)

    def place_qr(self, words: str, label: str, corner: tuple[float, float], side: float, group: str = "") -> None:
        """Keep a square for the QR of this page; ``label`` is the number of the page, "" for one without."""
        place = _Place(f"qr-{len(self._qr) + 1}", words, label.upper(), group)
        self._qr.append(place)
        self._do(place.name, *corner, side)

    def _do(self, name: str, x: float, y: float, scale: float) -> None:
        self.saveState()
        self.translate(x, y)
        self.scale(scale, scale)
        self.doForm(name)
        self.restoreState()

    def save(self) -> None:
        """Fill the kept places, then write the file."""
        totals = Counter(place.group for place in self._numbers)
        for place in self._numbers:
            self._write_number(place, totals[place.group])
        draw = QrMaker()
        for place in self._qr:
            self.beginForm(place.name, lowerx=0, lowery=0, upperx=1, uppery=1)
            draw(self, place.words.replace(HALAMAN, f"{place.label or '0'}/{totals[place.group]}"))
            self.endForm()
        super().save()

    def _write_number(self, place: _Place, total: int) -> None:
        self.beginForm(place.name, lowerx=-200, lowery=-4, upperx=1, uppery=12)
        self._draw_number(place.words.format(total), 0, 0)
        self.endForm()

    def _draw_number(self, words: str, right: float, baseline: float) -> None:
        self.setFillColor(BLACK)
        self.setFont(REGULAR, 8.5)
        self.drawRightString(right, baseline, words)
