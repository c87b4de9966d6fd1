"""A plain list of things in columns: sorted by its head, filtered by its line, opened by Enter, exported as it is seen.

Columns are data: head, width, how a thing is written there. For lists that a person reads and picks from;
figures that are typed stand in ``grid``. What the menu of a list does stands in ``list_tools``; a list that may exceed
a screen is put below its ``filter_line``.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from kinerja_desktop.domain.huruf import sought
from kinerja_desktop.domain.tanda import visible
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Height, Ink, Tone
from kinerja_desktop.ui.widgets import ordering
from kinerja_desktop.ui.widgets.filter_line import FilterLine
from kinerja_desktop.ui.widgets.list_tools import ListTools
from kinerja_desktop.ui.widgets.word_fit import Room, WordFit

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class ListColumn(Generic[T]):
    """One column. ``width`` 0 takes all spare room; ``order`` is what it is sorted by, its words if None.

    Figures (``right``) are sorted by their value.

    ``press`` is done when a cell of it is clicked, and its words look like a link; ``ink`` colours the words.
    """

    head: str
    text: Callable[[T], str]
    width: int = 0
    right: bool = False
    order: Callable[[T], str | int | Decimal] | None = None
    press: Callable[[T], object] | None = None
    ink: Callable[[T], Ink | Tone] | None = None


class ListingModel(QAbstractTableModel, Generic[T]):
    """Things as rows."""

    def __init__(self, columns: Sequence[ListColumn[T]]) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._all: tuple[T, ...] = ()
        self._rows: list[T] = []
        self._words: tuple[str, ...] = ()
        self._looked_at: tuple[int, ...] = tuple(range(len(columns)))

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show those of these things that pass the filter, in this order."""
        self.beginResetModel()
        self._all = tuple(rows)
        self._rows = self._passing()
        self.endResetModel()

    def set_filter(self, words: str, columns: Sequence[int]) -> None:
        """Show only things in whose cells, of these columns, every word stands."""
        self.beginResetModel()
        self._words, self._looked_at = tuple(sought(words).split()), tuple(columns)
        self._rows = self._passing()
        self.endResetModel()

    def _passing(self) -> list[T]:
        if not self._words:
            return list(self._all)
        written = ((one, sought("\n".join(self._columns[at].text(one) for at in self._looked_at))) for one in self._all)
        return [one for one, text in written if all(word in text for word in self._words)]

    def counted(self) -> tuple[int, int]:
        """How many things pass the filter, and how many there are."""
        return len(self._rows), len(self._all)

    def everything(self) -> tuple[T, ...]:
        """All things, whether they pass the filter or not."""
        return self._all

    def is_right(self, column: int) -> bool:
        """True for a column of figures."""
        return self._columns[column].right

    def thing(self, row: int) -> T | None:
        """The thing of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(column, self._rows[index.row()])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return visible(column.text(self._rows[index.row()]))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return visible(column.text(self._rows[index.row()])) or "kosong"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(right=column.right)
        return None

    @staticmethod
    def _ink(column: ListColumn[T], thing: T) -> QColor | None:
        if column.ink is not None:
            return theme.color(column.ink(thing))
        return theme.color(Ink.ACCENT) if column.press is not None else None

    def press(self, index: Index) -> None:
        """Do what the column of a clicked cell does, if anything."""
        thing, deed = self.thing(index.row()), self._columns[index.column()].press
        if thing is not None and deed is not None:
            deed(thing)

    def is_pressed(self, column: int) -> bool:
        """True for a column whose cells do something."""
        return self._columns[column].press is not None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].head
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(self._columns[section].head.split()) or "Tanda"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(right=self._columns[section].right)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by the words of a column, or by what it names as its order; by no column as the things were given."""
        self.layoutAboutToBeChanged.emit()
        if 0 <= column < len(self._columns):
            chosen = self._columns[column]
            downward = order is Qt.SortOrder.DescendingOrder
            if chosen.order is not None:
                self._rows.sort(key=chosen.order, reverse=downward)
            else:
                place = ordering.of_figure if chosen.right else ordering.of_words
                self._rows.sort(key=lambda thing: place(chosen.text(thing)), reverse=downward)
        else:
            self._rows = self._passing()
        self.layoutChanged.emit()


def _alignment(*, right: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


class Listing(QTableView, Generic[T]):
    """The list on screen. ``chosen``: another row is current; ``opened``, ``marked``: Enter, Space was pressed."""

    chosen = Signal()
    opened = Signal()
    marked = Signal()

    def __init__(
        self, name: str, columns: Sequence[ListColumn[T]], *, key: Callable[[T], object] = lambda thing: thing
    ) -> None:
        super().__init__()
        self._key = key
        self.things: ListingModel[T] = ListingModel(columns)
        self.setModel(self.things)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Qt's own signature
        self.setShowGrid(False)  # Qt's own signature
        self.setSortingEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.height(Height.REVIEW_ROW))
        self._set_widths(columns)
        flexible = [at for at, column in enumerate(columns) if column.width]
        self.tools = ListTools(self, name, flexible=flexible, sorts=True, figures=self.things.is_right)
        self.words = WordFit(self, self.tools, [Room(column.width) for column in columns])
        self.horizontalHeader().sortIndicatorChanged.connect(lambda *_: self._lay(lambda: None))
        self.filter_line = FilterLine(self, name)
        self.tools.set_filter(self.filter_line)
        self._on_key = self._keys()
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit())
        self.clicked.connect(self.things.press)
        self.doubleClicked.connect(self._open)

    def _set_widths(self, columns: Sequence[ListColumn[T]]) -> None:
        head = self.horizontalHeader()
        head.setSectionsClickable(True)  # Qt's own signature
        head.setSortIndicatorShown(True)  # Qt's own signature
        head.setHighlightSections(False)  # Qt's own signature
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for at, column in enumerate(columns):
            if column.width:
                self.setColumnWidth(at, theme.px(column.width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.words.fit()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        self.words.reach(index.row())
        super().scrollTo(index, hint)

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show these things, sorted as before; the thing that was current stays it, else whatever takes its place."""
        self._lay(lambda: self.things.set_rows(rows), self.words.measure)
        self.filter_line.tell()

    def set_filter(self, words: str) -> None:
        """Show only things in whose cells that are seen every word stands."""
        self._lay(lambda: self.things.set_filter(words, self.tools.seen()))

    def counted(self) -> tuple[int, int]:
        """How many things are shown, and how many there are."""
        return self.things.counted()

    def _lay(self, change: Callable[[], None], fit: Callable[[], None] | None = None) -> None:
        at, before = max(0, self.currentIndex().row()), self.current()
        head = self.horizontalHeader()
        change()
        self.things.sort(head.sortIndicatorSection(), head.sortIndicatorOrder())
        (fit or self.words.fit)()
        found = before is not None and self._choose_shown(lambda thing: self._key(thing) == self._key(before))
        if self.things.rowCount() and not found:
            self.selectRow(min(at, self.things.rowCount() - 1))
        self.chosen.emit()

    def current(self) -> T | None:
        """The thing that is chosen."""
        return self.things.thing(self.currentIndex().row())

    def choose(self, fits: Callable[[T], bool]) -> bool:
        """Make the first thing that fits the current one, were it behind the filter; False where none does."""
        if self._choose_shown(fits):
            return True
        if not any(fits(thing) for thing in self.things.everything()):
            return False
        self.filter_line.field.clear()
        return self._choose_shown(fits)

    def _choose_shown(self, fits: Callable[[T], bool]) -> bool:
        for at in range(self.things.rowCount()):
            thing = self.things.thing(at)
            if thing is not None and fits(thing):
                self.selectRow(at)
                return True
        return False

    def _open(self, index: QModelIndex) -> None:
        """A cell that does something when clicked does not open its row as well."""
        if not self.things.is_pressed(index.column()):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._on_key.get(QKeySequence(event.keyCombination()).toString())
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def _keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            **self.tools.keys(),
            **dict.fromkeys(("Return", "Enter", "Num+Enter"), self.opened.emit),
            "Space": self.marked.emit,
            "Ctrl+F": self.filter_line.begin,
        }
