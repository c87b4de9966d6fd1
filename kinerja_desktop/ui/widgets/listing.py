"""A plain list of things in columns: sorted by a click on its head, opened by Enter, exported by Ctrl+C.

Columns are data: head, width, how a thing is written there. For lists that a person reads and picks from;
figures that are typed stand in ``grid``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Height, Ink, Tone

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class ListColumn(Generic[T]):
    """One column. ``width`` 0 takes all spare room; ``order`` is what it is sorted by, its words if None.

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
        self._rows: list[T] = []

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show these things in this order."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

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
            return column.text(self._rows[index.row()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.text(self._rows[index.row()]) or f"{column.head}: kosong"
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
        """Sort by the words of a column, or by what it names as its order."""
        if not 0 <= column < len(self._columns):
            return
        chosen = self._columns[column]
        key = chosen.order or (lambda thing: chosen.text(thing).casefold())
        self.layoutAboutToBeChanged.emit()
        self._rows.sort(key=key, reverse=order is Qt.SortOrder.DescendingOrder)
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
        self.setWordWrap(False)
        self.setSortingEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.height(Height.REVIEW_ROW))
        self._set_widths(columns)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit())
        self.clicked.connect(self.things.press)
        self.doubleClicked.connect(self._open)

    def _set_widths(self, columns: Sequence[ListColumn[T]]) -> None:
        head = self.horizontalHeader()
        head.setSectionsClickable(True)  # Qt's own signature
        head.setSortIndicatorShown(True)  # Qt's own signature
        head.setHighlightSections(False)  # Qt's own signature
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.sortIndicatorChanged.connect(self.things.sort)
        for at, column in enumerate(columns):
            if column.width:
                self.setColumnWidth(at, theme.px(column.width))
            else:
                head.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show these things, sorted as before; the thing that was current stays it, else whatever takes its place."""
        at, before = max(0, self.currentIndex().row()), self.current()
        head = self.horizontalHeader()
        self.things.set_rows(rows)
        self.things.sort(head.sortIndicatorSection(), head.sortIndicatorOrder())
        found = before is not None and self.choose(lambda thing: self._key(thing) == self._key(before))
        if rows and not found:
            self.selectRow(min(at, len(rows) - 1))
        self.chosen.emit()

    def current(self) -> T | None:
        """The thing that is chosen."""
        return self.things.thing(self.currentIndex().row())

    def choose(self, fits: Callable[[T], bool]) -> bool:
        """Make the first thing that fits the current one; False where none does."""
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
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.marked.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def _copy(self) -> None:
        """Put all that is seen on the clipboard, as Excel takes it."""
        things, columns = self.things, range(self.things.columnCount())
        heads = [str(things.headerData(c, Qt.Orientation.Horizontal)) for c in columns]
        lines = [heads, *([str(things.data(things.index(r, c))) for c in columns] for r in range(things.rowCount()))]
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in lines))
