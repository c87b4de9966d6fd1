"""A table with its caption above and its source and footnotes below, over as many pages as it takes.

It begins with two rows at least, so no heading is left alone above it; where much of a page would stay empty for
that, a row is enough. From the second page the caption says "(lanjutan)"; notes never stand on a page without a row
of the table.
"""

from collections.abc import Sequence
from typing import Any, Final

from reportlab.platypus import Flowable, Paragraph
from reportlab.platypus.doctemplate import FrameBreak

from kinerja_desktop.documents.contents import TABLES, Entry
from kinerja_desktop.documents.grid import Grid
from kinerja_desktop.documents.style import text_style
from kinerja_desktop.documents.text import paragraph
from kinerja_desktop.domain.narasi import ikat

CONTINUED: Final = " (lanjutan)"
_BELOW_CAPTION: Final = 3.0
_ABOVE_NOTES: Final = 2.5
_LAST_ROWS: Final = 2
_FIRST_ROWS: Final = 2
_TAIL_ROWS: Final = 5
_TAIL: Final = 0.4
"""The last page of a long table gets as many rows as this, for at most this part of the page before it."""
_MOST_OF_A_PAGE: Final = 0.8
"""The rest is left to the headings above the table."""
_SHORT: Final = 0.26
"""A table of this part of a page is not parted; the page before may end as early."""
_MUCH: Final = 0.4
"""As much of a page does not stay empty above a signature: the table below it is parted where it can be."""


class CaptionedTable(Flowable):
    """Caption, grid, notes."""

    _frame: Any
    entry: Entry | None = None
    followed = False
    """Set where something stands below the last row on its page; no more rows need to go there."""

    def __init__(
        self,
        caption: str,
        grid: Grid,
        notes: Sequence[Paragraph],
        *,
        continued: bool = False,
        last: bool = False,
        heading: str = "",
    ) -> None:
        super().__init__()
        self.last = last
        self.caption, self.grid, self.notes = caption, grid, list(notes)
        self.heading = heading
        self.continued = continued
        self.spaceBefore, self.spaceAfter = 5.0, 8.0
        words = caption + (CONTINUED if continued else "")
        self.words = paragraph(ikat(words), text_style("caption")) if caption else None
        if caption and not continued:
            self.entry = Entry(TABLES, 0, caption)

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:  # noqa: ARG002  ReportLab's signature
        self.width = aw
        self.height = self._over(aw) + self.grid.height + self._notes_height(aw)
        return aw, self.height

    def split(self, aw: float, ah: float) -> list[Flowable]:
        """Part between rows, a short table not at all; the last two stay together, with the notes or what comes below.

        Only where not even an empty page holds what is kept together, it parts as well.
        """
        page, begins = self._frame._height, not (self.continued or self._at_top())  # noqa: SLF001  as below
        roomy = self.followed and begins and ah > page * _MUCH
        if begins and not roomy and self.height <= page * _SHORT:
            return []
        room, rows = ah - self._over(aw), len(self.grid.bands)
        count = self.grid.fitting(room)
        if count > rows - _LAST_ROWS:
            count = self.grid.before_break(max(rows - _LAST_ROWS, 0)) or self._but_one(room, roomy=roomy)
        if not count and self._at_top() and self.grid.holding(room) < rows:
            count = self.grid.holding(room)
        if not count:
            return self._last_parted(aw, ah) or self._notes_apart(room)
        if count < self._least(aw, 1 if roomy else _FIRST_ROWS):
            return []
        ended = self._fuller_end(count, aw)
        first, rest = self.grid.parted(ended)
        return [
            self._begun(first),
            *([FrameBreak()] if ended < count else []),
            CaptionedTable(self.caption or self.heading, rest, self.notes, continued=True, last=self.last),
        ]

    def draw(self) -> None:
        top = self.height
        if self.words is not None:
            top -= self.words.height
            self.words.drawOn(self.canv, 0, top)
            top -= _BELOW_CAPTION
        self.grid.drawOn(self.canv, 0, top - self.grid.height)
        top -= self.grid.height + _ABOVE_NOTES
        for note in self.notes:
            top -= note.height
            note.drawOn(self.canv, 0, top)

    def _fuller_end(self, count: int, aw: float) -> int:
        """Leave the last page more than a row or two where it holds nothing else, as turned pages never do."""
        turned = self._frame._width > self._frame._height  # noqa: SLF001  ReportLab tells the sizes of a frame only here
        if self.followed or not (turned or self.last):
            return count
        tails = range(max(len(self.grid.bands) - _TAIL_ROWS, 1), count)
        ends = (self.grid.before_break(start) for start in tails)
        return next((end for end in ends if end and self._evens_out(end, count, aw)), count)

    def _evens_out(self, end: int, count: int, aw: float) -> bool:
        """Whether rows moved to the last page are few and leave it no fuller than the page before."""
        bands = self.grid.bands
        before, moved, rest = (sum(b.height for b in part) for part in (bands[:end], bands[end:count], bands[end:]))
        few = moved <= _TAIL * self._frame._height  # noqa: SLF001
        return few and rest + self._notes_height(aw) <= before

    def _but_one(self, room: float, *, roomy: bool) -> int:
        """How many bands leave the last one alone with what comes below, where a page has no room for two."""
        fits = (self._at_top() or roomy) and self.grid.height <= room
        return self.grid.before_break(len(self.grid.bands) - 1) if fits else 0

    def _last_parted(self, aw: float, ah: float) -> list[Flowable]:
        """A single row that leaves no room for what comes below gives its last lines to the next page.

        The head of its group may stand above it.
        """
        alone = self._at_top() and not self.grid.before_break(len(self.grid.bands) - 1)
        grid = self.grid.last_in_pieces() if alone else None
        if grid is None:
            return []
        table = self._begun(grid, self.notes, self.heading)
        return table.split(aw, ah)

    def _notes_apart(self, room: float) -> list[Flowable]:
        """Notes longer than a page can spare follow the table as paragraphs of their own."""
        if not (self._at_top() and self.notes and self.grid.height <= room):
            return []
        return [self._begun(self.grid), *self.notes]

    def _begun(self, grid: Grid, notes: Sequence[Paragraph] = (), heading: str = "") -> "CaptionedTable":
        """The beginning of this table, to which its bookmark leads."""
        made = CaptionedTable(self.caption, grid, notes, continued=self.continued, heading=heading)
        made.entry, made._frame = self.entry, self._frame
        return made

    def _at_top(self) -> bool:
        return bool(getattr(self._frame, "_atTop", 0))

    def _least(self, aw: float, rows: int) -> int:
        """How many bands begin the table: those of so many rows, unless they take nearly a page."""
        count, height = self.grid.opening(rows)
        page = self._frame._height  # noqa: SLF001  ReportLab gives a frame's height no other way
        return 0 if self.continued or self._at_top() or self._over(aw) + height > _MOST_OF_A_PAGE * page else count

    def _over(self, aw: float) -> float:
        return self.words.wrap(aw, 1e6)[1] + _BELOW_CAPTION if self.words is not None else 0.0

    def _notes_height(self, aw: float) -> float:
        heights = [note.wrap(aw, 1e6)[1] for note in self.notes]
        return sum(heights) + _ABOVE_NOTES if heights else 0.0
