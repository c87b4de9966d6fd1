"""Pages of a paper: where text may stand, what stands round it, contents, bookmarks, page numbers.

``render_pages`` turns flowables into the bytes of one PDF, the same bytes for the same input. Which page
carries letterhead, running head or nothing is said by the flowables ``turn`` and by ``Layout``; the furniture
itself is drawn by ``furniture``. To add a kind of page: a row in ``_page_templates``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import takewhile
from typing import Any, Final, Literal

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageBreak, PageTemplate
from reportlab.platypus.doctemplate import ActionFlowable

from kinerja_desktop.documents import watching
from kinerja_desktop.documents.contents import CONTENTS, ContentsLine, Entry
from kinerja_desktop.documents.fonts import REGULAR
from kinerja_desktop.documents.furniture import (
    CENTRED_HEIGHT,
    REPORT_KOP,
    CodeZone,
    code_baseline,
    draw_centred_kop,
    draw_code_zone,
    draw_initials_box,
    draw_kop,
    draw_running_head,
    draw_watermark,
    kop_height,
)
from kinerja_desktop.documents.keep import Closing, ClosingChapter, ClosingTable, KeepStart
from kinerja_desktop.documents.paper_canvas import FURNITURE, PaperCanvas, marked
from kinerja_desktop.documents.style import BOTTOM, Sheet, landscape, mm, portrait
from kinerja_desktop.domain.laporan import Naskah
from kinerja_desktop.domain.numerals import roman

KOP: Final = "kop"
CENTRED: Final = "centred"
BARE: Final = "bare"
PLAIN: Final = "plain"
TURNED: Final = "turned"
FORM: Final = "form"
"""A page with a head of its own making: neither letterhead nor running head, and its foot stands lower."""
COVER: Final = "cover"
SLIPS: Final = "slips"
_FORM_DROP: Final = 2.0
_LOOSE_DROP: Final = 14.0
"""A form that is never fixed has one line at its foot instead of QR and code."""
_NOT_YET: Final = 1_000_000
_COVER_LABEL: Final = "Sampul"
_AUTHOR_PROGRAM: Final = "Kinerja Desktop"


@dataclass(frozen=True, slots=True)
class Layout:
    """How a paper begins and what its head says.

    ``first`` is the kind of the first page: with letterhead, with the agreement's own one (CENTRED), with none (BARE),
    a cover or slips. ``contents``: the paper lists its own pages, so that its first pass only finds places.
    ``turned`` lays a landscape paper of its own (not bound into
    a portrait one). ``running`` are the words left and right of the head, which is left out without them;
    a chapter may replace the right ones.
    """

    first: str = KOP
    running: tuple[str, str] = ("", "")
    turned: bool = False
    page_numbers: bool = True
    contents: bool = False


def turn(kind: str) -> list[Flowable]:
    """Go on to a new page of another kind (PLAIN or TURNED)."""
    return [NextPageTemplate(kind), PageBreak()]


class NumberFromHere(ActionFlowable):
    """Pages before this are numbered i, ii, iii; the page that follows is 1."""

    def apply(self, doc: BaseDocTemplate) -> None:
        """Remember the page that is about to begin."""
        assert isinstance(doc, PaperDoc)
        doc.arabic_from = doc.page + 1


class Chapter(ActionFlowable):
    """The words at the right of the running head, from this page on; below another chapter both are named."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words

    def apply(self, doc: BaseDocTemplate) -> None:
        """Change the head of the page that is being filled."""
        assert isinstance(doc, PaperDoc)
        frame: Any = doc.frame
        doc.chapter = self.words if frame._atTop else f"{doc.chapter} / {self.words}"  # noqa: SLF001
        doc.next_chapter = self.words


def render_pages(naskah: Naskah, story: Sequence[Flowable], layout: Layout) -> bytes:
    """Lay the flowables on pages and return the PDF, reproducible to the byte."""
    target = BytesIO()
    PaperDoc(target, naskah, layout).multiBuild(list(story), canvasmaker=PaperCanvas)
    return target.getvalue()


_CLOSINGS: Final = (Closing, ClosingChapter, ClosingTable)


class PaperDoc(BaseDocTemplate):
    """Pages of one paper, from its frozen common part and its layout."""

    canv: PaperCanvas
    finding = False
    """True in a pass that finds places and draws nothing; another one follows it."""

    def __init__(self, target: BytesIO, naskah: Naskah, layout: Layout) -> None:
        self.naskah = self.first_naskah = naskah
        self.layout = layout
        self.passes = self.most = self.pages = 0
        self.upright = portrait(naskah.kertas)
        first = landscape(naskah.kertas) if layout.turned else self.upright
        super().__init__(
            target,
            pagesize=first.size,
            pageTemplates=self._page_templates(first),
            title=f"{naskah.jenis} - {naskah.instansi.nama}",
            author=naskah.instansi.nama,
            creator=_AUTHOR_PROGRAM,
            lang="id-ID",
            displayDocTitle=True,
            invariant=1,
            initialFontName=REGULAR,
            keepTogetherClass=KeepStart,
        )

    def handle_keepWithNext(self, flowables: list[Any]) -> None:  # noqa: N802  ReportLab's own name
        """A heading keeps the closing that it heads too, which ReportLab leaves out of its chain."""
        heads = len(list(takewhile(lambda f: bool(f.getKeepWithNext()), flowables)))
        super().handle_keepWithNext(flowables)
        match flowables:
            case [KeepStart() as chain, last, *_] if chain.length == heads and isinstance(last, _CLOSINGS):
                flowables[:2] = [chain.heading(last)]

    def beforeDocument(self) -> None:  # noqa: N802  ReportLab's own name
        """Begin a pass: nothing is counted yet."""
        self.naskah = self.first_naskah
        self.passes += 1
        self.pages = self.most
        self.finding = self.layout.contents and self.passes == 1
        self.group = ""
        self.arabic_from = _NOT_YET if self.layout.first == COVER else 1
        self.chapter = self.next_chapter = self.layout.running[1]
        self.entries = 0

    def beforePage(self) -> None:  # noqa: N802  ReportLab's own name
        """Begin a page in the chapter in which the one before it ended."""
        self.chapter, self.most = self.next_chapter, max(self.most, self.page)
        watching.tell(self.page, self.pages)
        if self.layout.first == COVER:
            self._label_page()

    def _label_page(self) -> None:
        """Tell viewers where a numbering begins, so that they name the pages of a bound report as it prints them."""
        begins = {1: ("", _COVER_LABEL), 2: ("r", ""), self.arabic_from: ("D", "")}
        if self.page in begins:
            self.canv.label_pages(*begins[self.page])

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802  ReportLab's own name
        """Give what belongs in the contents a bookmark and a line there."""
        entry: Entry | None = getattr(flowable, "entry", None)
        if entry is None:
            return
        self.entries += 1
        key = f"tujuan-{self.entries}"
        frame: Any = self.frame
        top = frame._y + flowable.height  # noqa: SLF001  ReportLab tells the place only here
        self.canv.bookmarkPage(key, fit="XYZ", left=0, top=top, zoom=0)
        if entry.kind == CONTENTS:
            self.canv.addOutlineEntry(entry.text, key, entry.level)
        self.notify(entry.kind, ContentsLine(entry.level, entry.text, self.label_of(self.page), key))

    def label_of(self, page: int) -> str:
        """The number printed on a page of the file: roman before the first chapter, none on the cover."""
        if page >= self.arabic_from:
            return str(page - self.arabic_from + 1)
        before = page - (self.layout.first == COVER)
        return roman(before).lower() if before else ""

    def _page_templates(self, first: Sheet) -> list[PageTemplate]:
        turned = landscape(self.naskah.kertas, bound=not self.layout.turned)
        following = turned if self.layout.turned else self.upright
        kop_foot = first.kop + kop_height(REPORT_KOP)
        templates = [
            _SheetTemplate(KOP, first, kop_foot, following=PLAIN),
            _SheetTemplate(CENTRED, first, first.kop + CENTRED_HEIGHT, following=PLAIN),
            _SheetTemplate(BARE, first, first.kop, following=PLAIN),
            _SheetTemplate(COVER, first, first.kop, following=PLAIN),
            _SheetTemplate(PLAIN, following, following.top),
            _SheetTemplate(TURNED, turned, turned.top),
            _SheetTemplate(FORM, form_sheet(first, self.naskah), first.kop),
            _slip_template(first),
        ]
        return sorted(templates, key=lambda template: template.id != self.layout.first)


def form_sheet(sheet: Sheet, naskah: Naskah) -> Sheet:
    """The sheet of a form that makes its own head."""
    drop = _FORM_DROP if naskah.draf or naskah.kode else _LOOSE_DROP
    return replace(sheet, top=sheet.kop, bottom=BOTTOM - drop)


def _slip_template(sheet: Sheet) -> PageTemplate:
    """A bare sheet: slips carry their own letterhead and code zone."""
    frame = Frame(0, 0, *sheet.size, 0, 0, 0, 0, id=SLIPS)
    return PageTemplate(id=SLIPS, frames=[frame], pagesize=sheet.size)


class _PaperFrame(Frame):
    """Room for flowables, which stay undrawn while their places are being found."""

    def add(self, flowable: Flowable, canv: Canvas, trySplit: int = 0) -> Literal[0, 1]:  # noqa: N803  ReportLab's own name
        """Place a flowable, and draw it unless this pass only finds places."""
        whole: Any = canv
        if not whole._doctemplate.finding:  # noqa: SLF001  ReportLab tells the document only here
            return super().add(flowable, canv, trySplit)
        vars(flowable)["drawOn"] = _draw_nothing
        try:
            return super().add(flowable, canv, trySplit)
        finally:
            del vars(flowable)["drawOn"]


def _draw_nothing(*_place: object, **_more: object) -> None:
    """In the place of drawing."""


class _SheetTemplate(PageTemplate):
    """One kind of page on one sheet; the text begins ``top`` below the upper edge."""

    def __init__(self, kind: str, sheet: Sheet, top: float, following: str | None = None) -> None:
        self.sheet = sheet
        self.top = top
        height = (sheet.height - top - sheet.bottom) * mm
        frame = _PaperFrame(sheet.left * mm, sheet.bottom * mm, sheet.text_width * mm, height, 0, 0, 0, 0, id=kind)
        super().__init__(id=kind, frames=[frame], pagesize=sheet.size, autoNextPageTemplate=following)

    @property
    def _foot(self) -> float:
        return (self.sheet.bottom - BOTTOM) * mm

    @property
    def _left(self) -> float:
        return self.sheet.left * mm

    @property
    def _right(self) -> float:
        return (self.sheet.width - self.sheet.right) * mm

    def beforeDrawPage(self, canv: Canvas, doc: BaseDocTemplate) -> None:  # noqa: N802  ReportLab's own name
        """Draw what lies behind the text."""
        assert isinstance(doc, PaperDoc)
        if not doc.finding:
            with marked(canv, FURNITURE):
                self._draw_ground(canv, doc.naskah)

    def _draw_ground(self, canv: Canvas, naskah: Naskah) -> None:
        draw_watermark(canv, naskah, *self.sheet.size)
        top = (self.sheet.height - self.sheet.kop) * mm
        if self.id == KOP:
            draw_kop(canv, naskah.instansi, (self._left, self._right), top)
        elif self.id == CENTRED:
            draw_centred_kop(canv, naskah.instansi, (self._left, self._right), top)

    def afterDrawPage(self, canv: Canvas, doc: BaseDocTemplate) -> None:  # noqa: N802  ReportLab's own name
        """Draw head and foot: only now is the chapter of this page known."""
        assert isinstance(doc, PaperDoc)
        if not doc.finding:
            with marked(canv, FURNITURE):
                self._draw_edges(canv, doc)

    def _draw_edges(self, canv: Canvas, doc: PaperDoc) -> None:
        ruled = self.id != COVER
        zone = CodeZone(doc.naskah, self._left, self._right, doc.group, bottom=self._foot, ruled=ruled)
        draw_code_zone(doc.canv, zone)
        if self.id == COVER:
            return
        if self.id in (PLAIN, TURNED) and doc.layout.running[0]:
            words = (doc.layout.running[0], doc.chapter)
            draw_running_head(canv, words, self._left, self._right, (self.sheet.height - self.top) * mm)
        self._number_page(doc)

    def _number_page(self, doc: PaperDoc) -> None:
        if not doc.layout.page_numbers:
            return
        label = doc.label_of(doc.page)
        if doc.page >= doc.arabic_from:
            label = f"Halaman {label} dari {{}}"
        doc.canv.place_page_number(label, self._right, code_baseline(self._foot, 16), doc.group)
        if doc.naskah.paraf and doc.layout.first == COVER:
            draw_initials_box(doc.canv, self._right, self._foot + 12 * mm)
