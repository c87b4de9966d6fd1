"""Room for the words of a table: columns in which no word is broken, rows as high as their lines.

Widths are measured when the rows are other ones, by the first of them (`_LOOKED_AT`), so that filtering and sorting
move no column. Heights are those of what is seen and of the last page, to which the scroll bar leads: a list of
thousands costs no more than a short one. Where columns need more than there is, the table scrolls sideways.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import TextStyle
from kinerja_desktop.ui.widgets.list_tools import ListTools
from kinerja_desktop.ui.widgets.painting import text_width
from kinerja_desktop.ui.widgets.word_cells import SIDE, WordCells, height_for, lines_in

_LOOKED_AT = 200
"""Rows by which the widths of columns are measured."""
_LONGEST = 8
"""Words and texts of a column that are measured: those of the most letters."""
UNBROKEN = 200
"""Logical pixels up to which a word claims to stand in one line; a longer one is broken at its signs."""
_SHORT = 100
"""Logical pixels up to which a whole text claims to stand in one line: a day, a kind, a state."""
_READABLE = 170
"""Logical pixels that a column of sentences claims before the others have their given widths."""
_HEAD_EDGES, _ARROW = 20, 14
_TURNS = 3
"""How often a table is laid anew because a scroll bar came or went."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a column is given. ``width`` 0: a share of what the others leave.

    Such a share is ``claims`` wide before the others have their given widths; less, down to its longest word, where
    their own words leave no more. A word wider than ``unbroken`` goes on below, as a code does.
    """

    width: int
    claims: int = 0
    unbroken: int = UNBROKEN


@dataclass(frozen=True, slots=True)
class _Need:
    """Pixels: in which no word or short text is broken, and in which the longest text stands in one line."""

    word: int
    whole: int


class WordFit(QObject):
    """Fits one table; ``fitted`` tells that widths and heights are laid anew.

    Who owns the table calls `measure` when its rows are other ones, `fit` when their order or its size is, and
    `reach` before a row is scrolled to.
    """

    fitted = Signal()

    def __init__(self, view: QTableView, tools: ListTools, rooms: Sequence[Room]) -> None:
        super().__init__(view)
        self._view, self._tools, self._rooms = view, tools, tuple(rooms)
        self._needs = [_Need(0, 0)] * len(rooms)
        self._laid: set[int] = set()
        self._busy = False
        view.setItemDelegate(WordCells(view))
        head = view.horizontalHeader()
        for at, room in enumerate(rooms):
            if not room.width:
                head.setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed)
        head.sectionResized.connect(self._resized)
        view.verticalScrollBar().valueChanged.connect(lambda _: self._lay_seen())
        tools.columns_laid.connect(self.fit)

    def measure(self) -> None:
        """Take the words of the rows for the widths of the columns."""
        self._needs = [self._need(at) for at in range(len(self._rooms))]
        self.fit()

    def fit(self) -> None:
        """Lay widths and heights for the room that there is; a scroll bar that comes with them takes some of it."""
        if self._busy:
            return
        for _ in range(_TURNS):
            self._busy, width = True, self._view.viewport().width()
            self._laid.clear()
            self._tools.lay_widths(self._widths())
            self._busy = False
            self._lay_seen()
            if self._view.viewport().width() == width:
                break
        self.fitted.emit()

    def height(self) -> int:
        """Pixels of all rows together."""
        self._lay_from(0, 1, None)
        return self._view.verticalHeader().length()

    def reach(self, row: int) -> None:
        """Know the heights on the way to a row that is to be seen."""
        self._lay_from(self._view.verticalHeader().visualIndex(row), -1, self._view.viewport().height())

    def _resized(self, column: int, before: int, now: int) -> None:
        """A person drew a width; a column that comes or goes is told by the tools, when it has."""
        if before and now and column in self._tools.widths_by_hand():
            self.fit()

    # --- widths ----------------------------------------------------------------------------------

    def _need(self, at: int) -> _Need:
        model, around = self._view.model(), 2 * theme.px(SIDE) + 2
        rows = range(min(model.rowCount(), _LOOKED_AT))
        texts = {str(model.index(row, at).data() or "") for row in rows}
        words = {word for text in texts for word in text.split()}
        word, whole = (max(map(_width, nlargest(_LONGEST, some, len)), default=0) for some in (words, texts))
        most = self._rooms[at].unbroken
        unbroken = whole if whole <= theme.px(min(_SHORT, most)) else min(word, theme.px(most))
        return _Need(unbroken + around, whole + around)

    def _head(self, at: int) -> int:
        """What the words over a column take, and the arrow where it is sorted."""
        head = self._view.horizontalHeader()
        words = str(self._view.model().headerData(at, Qt.Orientation.Horizontal) or "")
        arrow = _ARROW if head.sortIndicatorSection() == at else 0
        return _width(words) + theme.px(_HEAD_EDGES + arrow) if words else 0

    def _widths(self) -> dict[int, int]:
        own, room, seen = self._tools.widths_by_hand(), self._view.viewport().width(), self._tools.seen()
        least = {at: max(self._needs[at].word, self._head(at), 1) for at in seen}
        whole = {at: self._needs[at].whole for at in seen}
        sharing = [at for at in seen if not self._rooms[at].width]
        if sum(least.values()) > room:  # it scrolls sideways anyway: sentences need not be towers of words
            least |= {at: max(least[at], min(whole[at], theme.px(_READABLE))) for at in sharing}
        given = {at: own.get(at, max(least[at], theme.px(self._rooms[at].width))) for at in seen if at not in sharing}
        wanted = sum(max(least[at], min(whole[at], self._claimed(at))) for at in sharing)
        free = [at for at in given if at not in own]
        spare = {at: (given[at], min(given[at], max(least[at], whole[at]))) for at in free}
        given |= _narrowed(spare, sum(max(least[at], whole[at]) for at in sharing) + sum(given.values()) - room)
        given |= _narrowed({at: (given[at], least[at]) for at in free}, wanted + sum(given.values()) - room)
        shared = _fed({at: (least[at], whole[at]) for at in sharing}, room - sum(given.values()))
        left = room - sum(shared.values()) - sum(given[at] for at in given if at in own)
        given |= _fed({at: (given[at], whole[at]) for at in free}, left)
        return given | _filled(shared, room - sum(given.values()))

    def _claimed(self, at: int) -> int:
        return theme.px(self._rooms[at].claims or _READABLE)

    # --- heights ---------------------------------------------------------------------------------

    def _lay_seen(self) -> None:
        if self._busy:
            return
        self._busy = True
        head, room = self._view.verticalHeader(), self._view.viewport().height()
        self._lay_from(max(0, head.visualIndexAt(0)), 1, room)
        self._lay_from(head.count() - 1, -1, room)
        self._view.updateGeometries()
        self._busy = False

    def _lay_from(self, place: int, step: int, room: int | None) -> None:
        """Lay rows from a place on the screen on until they fill the room, all of them without one."""
        head = self._view.verticalHeader()
        while 0 <= place < head.count() and (room is None or room > 0):
            row = head.logicalIndex(place)
            if not head.isSectionHidden(row):
                self._lay(row)
                room = None if room is None else room - head.sectionSize(row)
            place += step

    def _lay(self, row: int) -> None:
        if row in self._laid:
            return
        self._laid.add(row)
        model, head = self._view.model(), self._view.verticalHeader()
        texts = ((str(model.index(row, at).data() or ""), self._view.columnWidth(at)) for at in self._tools.seen())
        lines = max((len(lines_in(text, width)) for text, width in texts if text), default=1)
        high = height_for(lines, head.defaultSectionSize())
        if head.sectionSize(row) != high:
            head.resizeSection(row, high)


def _width(text: str) -> int:
    return text_width(text, TextStyle.BODY)


def _narrowed(widths: Mapping[int, tuple[int, int]], lack: int) -> dict[int, int]:
    """Widths that give up what is lacking elsewhere, down to the least of each, in proportion to what they can."""
    able = {at: width - least for at, (width, least) in widths.items()}
    whole = sum(able.values())
    taken = max(0, min(lack, whole))
    return {at: widths[at][0] - (-(-more * taken // whole) if taken else 0) for at, more in able.items()}


def _fed(widths: Mapping[int, tuple[int, int]], room: int) -> dict[int, int]:
    """Widths that take of the room, alike, until the longest text of each stands in one line."""
    fed = {at: width for at, (width, _) in widths.items()}
    spare = max(0, room - sum(fed.values()))
    lacking = sorted((max(0, whole - width), at) for at, (width, whole) in widths.items())
    for left, (lack, at) in zip(range(len(lacking), 0, -1), lacking, strict=True):
        more = min(lack, spare // left)
        fed[at] += more
        spare -= more
    return fed


def _filled(widths: Mapping[int, int], room: int) -> dict[int, int]:
    """Widths that fill the room, what is to spare shared alike."""
    spare, count = max(0, room - sum(widths.values())), max(1, len(widths))
    return {at: width + (spare + n) // count for n, (at, width) in enumerate(widths.items())}
