"""A canvas that fills in, after the last page, what only then is known: "Halaman n dari m" and the QR that says it.

What it writes is kept short, because the archive form checks every operator and every object of the file: late parts
stand in the page itself, pages share their list of fonts, and ``lean`` leaves out what says nothing new.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFResourceDictionary, PDFString
from reportlab.pdfgen.canvas import Canvas

from kinerja_desktop.documents.fonts import REGULAR
from kinerja_desktop.documents.lean import lean
from kinerja_desktop.documents.qr import QrMaker
from kinerja_desktop.documents.style import BLACK
from kinerja_desktop.domain.segel import HALAMAN

FURNITURE: Final = "Artifact"
"""Mark of what stands on a page by its kind: letterhead, running head, foot, watermark (ISO 32000, 14.8.2.2)."""
SIGNATURE: Final = "TandaTangan"
"""Mark of a signature block, by which the finished page tells what else stands on it."""


@contextmanager
def marked(canvas: Canvas, name: str) -> Iterator[None]:
    """What is drawn inside bears this mark in the file; nothing of it is seen."""
    code: Any = canvas
    code._code.append(f"/{name} BMC")  # noqa: SLF001  ReportLab has no door of its own for marks
    yield
    code._code.append("EMC")  # noqa: SLF001


@dataclass(frozen=True, slots=True)
class _Place:
    """A place on a page (counted from 0) that waits for the number of pages of its group."""

    page: int
    mark: str
    words: str
    group: str


class PaperCanvas(Canvas):
    """See the module. Pages of one group are counted together; several papers may lie in one file."""

    _code: list[str]
    _doc: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._numbers: list[_Place] = []
        self._qr: list[_Place] = []
        self._labels: list[Any] = []

    def place_page_number(self, words: str, right: float, baseline: float, group: str = "") -> None:
        """Words that end at ``right``; "{}" in them becomes the number of such places of the group."""
        if "{}" not in words:
            self._draw_number(words, right, baseline)
            return
        place = _Place(self.getPageNumber() - 1, f"%halaman-{len(self._numbers)}%", words, group)
        self._numbers.append(place)
        self._keep(place, right, baseline, 1)

    def place_qr(self, words: str, corner: tuple[float, float], side: float, group: str = "") -> None:
        """Keep a square for the QR of this page, which says its place among the pages of the group."""
        place = _Place(self.getPageNumber() - 1, f"%qr-{len(self._qr)}%", words, group)
        self._qr.append(place)
        self._keep(place, *corner, side)

    def label_pages(self, style: str, words: str) -> None:
        """From this page on a viewer names the pages 1, 2 (style "D"), i, ii ("r"), or by the words alone ("")."""
        label = {"S": PDFName(style), "St": 1} if style else {"P": PDFString(words)}
        self._labels += [self.getPageNumber() - 1, PDFDictionary(label)]

    def _keep(self, place: _Place, x: float, y: float, scale: float) -> None:
        """Leave a mark, which a reader would take for a remark, where ``save`` writes."""
        self.saveState()
        self.translate(x, y)
        self.scale(scale, scale)
        self._code.append(place.mark)
        self.restoreState()

    def showPage(self) -> None:  # noqa: N802  ReportLab's own name
        """End the page."""
        self._code = lean(self._code)
        super().showPage()

    def save(self) -> None:
        """Fill the kept places, then write the file."""
        if self._code:
            self.showPage()
        totals = Counter(place.group for place in self._numbers)
        for place in self._numbers:
            self._draw_number(place.words.format(totals[place.group]), 0, 0)
            self._move_to(place)
        draw, sheets, reached = QrMaker(), Counter(place.group for place in self._qr), Counter[str]()
        for place in self._qr:
            reached[place.group] += 1
            draw(self, place.words.replace(HALAMAN, f"{reached[place.group]}/{sheets[place.group]}"))
            self._move_to(place)
        self._share_fonts()
        if self._labels:
            # ReportLab's own list of labels refers to objects, which the archive form does not allow
            self._doc.Catalog.PageLabels = PDFDictionary({"Nums": PDFArray(self._labels)})
        super().save()

    def _move_to(self, place: _Place) -> None:
        """Put what was drawn just now where its mark stands."""
        page = self._pages()[place.page]
        page.stream = page.stream.replace(place.mark, "\n".join(self._code))
        self._code.clear()

    def _share_fonts(self) -> None:
        """Pages that use nothing but fonts name the same list of them."""
        resources = PDFResourceDictionary()
        resources.basicFonts()
        shared = self._doc.Reference(resources, "sumber")
        for page in self._pages():
            if not page.XObjects:
                page.Resources = shared

    def _pages(self) -> list[Any]:
        finished: list[Any] = self._doc.Pages.pages
        return finished

    def _draw_number(self, words: str, right: float, baseline: float) -> None:
        self.setFillColor(BLACK)
        self.setFont(REGULAR, 8.5)
        self.drawRightString(right, baseline, words)
