"""Table of contents, list of tables, list of figures: lines with leaders and the page's printed number.

Filled from what ``page`` reports of a pass, printed in the next; the passes end when nothing moves any more.
To add a list: a kind below and the ``Entry`` of what belongs in it.
"""

from copy import copy
from dataclasses import dataclass
from typing import Any, Final, Literal

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph, Spacer
from reportlab.platypus.doctemplate import IndexingFlowable

from kinerja_desktop.documents.fonts import REGULAR
from kinerja_desktop.documents.style import BLACK, text_style
from kinerja_desktop.documents.text import paragraph
from kinerja_desktop.domain.narasi import ikat

CONTENTS: Final = "contents"
TABLES: Final = "tables"
FIGURES: Final = "figures"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a flowable gives to the contents (with its level) or to the list of tables or figures."""

    kind: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line as a pass found it: the printed page number and the bookmark it leads to."""

    level: int
    text: str
    label: str
    key: str


class ContentsList(IndexingFlowable):
    """The lines of one kind, as the pass before found them."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind
        self._found: list[ContentsLine] = []
        self._before: list[ContentsLine] = []

    def isIndexing(self) -> Literal[1]:  # noqa: N802  ReportLab's own name
        """Ask for passes until satisfied."""
        return 1

    def isSatisfied(self) -> bool:  # noqa: N802  ReportLab's own name
        """Whether the pass printed what it found."""
        return self._found == self._before

    def beforeBuild(self) -> None:  # noqa: N802  ReportLab's own name
        """Begin a pass."""
        self._before, self._found = self._found, []

    def notify(self, kind: str, stuff: object) -> None:
        """Take up a line of this list's kind."""
        if kind == self.kind and isinstance(stuff, ContentsLine):
            self._found.append(stuff)

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:  # noqa: ARG002  ReportLab's signature
        """Never fits: its lines are put in its place."""
        return aw, 100_000.0

    def split(self, aw: float, ah: float) -> list[Flowable]:  # noqa: ARG002  ReportLab's signature
        """The lines, each a flowable of its own."""
        return [_Line(line, self.kind) for line in self._before] or [Spacer(1, 0.1)]


_MANY_LINES = 12
"""A line of the contents with more lines than this may be broken between pages."""


class _Line(Flowable):
    """Words, dots and the page number; the whole line leads to its page."""

    def __init__(self, line: ContentsLine, kind: str) -> None:
        super().__init__()
        self.line = line
        name = f"contents_{min(line.level, 2)}" if kind == CONTENTS else "contents_list"
        self.style = text_style(name)
        self.spaceBefore, self.spaceAfter = self.style.spaceBefore, self.style.spaceAfter
        self.words: Paragraph = paragraph(ikat(line.text), self.style)

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width, self.height = aw, self.words.wrap(aw, ah)[1]
        return self.width, self.height

    def split(self, aw: float, ah: float) -> list[Flowable]:
        """Words that fill a page go on on the next, dots and number behind the last of them; others stay together."""
        parts: Any = self.words.split(aw, ah) if self.height > _MANY_LINES * self.style.leading else ()
        if not parts:
            return []
        begun, goes_on = parts
        rest = copy(self)
        rest.words = goes_on
        return [begun, rest]

    def draw(self) -> None:
        canvas = self.canv
        self.words.drawOn(canvas, 0, 0)
        baseline = self.style.leading - self.style.fontSize
        canvas.setFillColor(BLACK)
        canvas.setFont(self.style.fontName, self.style.fontSize)
        canvas.drawRightString(self.width, baseline, self.line.label)
        self._draw_leader(baseline)
        area = (0, 0, self.width, self.height)
        canvas.linkRect("", self.line.key, area, relative=1, thickness=0)

    def _draw_leader(self, baseline: float) -> None:
        """Dots on a grid that is the same for every line, so that they stand below one another."""
        size = self.style.fontSize
        step = stringWidth(" .", REGULAR, size)
        start = self.width - step * int((self.width - self._last_line_end() - step) / step)
        end = self.width - stringWidth(self.line.label, self.style.fontName, size) - step
        self.canv.setFont(REGULAR, size)
        self.canv.drawString(start, baseline, ". " * max(0, int((end - start) / step) + 1))

    def _last_line_end(self) -> float:
        broken: Any = self.words
        line = broken.blPara.lines[-1]
        spare = line[0] if isinstance(line, tuple) else line.extraSpace
        return float(self.width - self.style.rightIndent - spare)
