"""A small table whose cells are typed: recommendations, budget lines. Texts in, texts out; who uses it reads them.

Rows are those of the paper, in its order, wherever a pressed head put them on the screen: keys and blocks go by what is
seen, ``texts`` and ``rows`` by the paper.

Enter and F2 open a cell, Enter takes what is typed and goes down, Tab goes on to the next cell; while nothing is
typed Tab leaves the table. Ctrl+C and Ctrl+V speak with Excel, Del clears, Ctrl+Z and Ctrl+Y undo and do again.
Figures of the SOP stand in ``grid``.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QMenu,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from kinerja_desktop.domain.huruf import folded, sought
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Height
from kinerja_desktop.ui.widgets import ordering
from kinerja_desktop.ui.widgets.filter_line import FilterLine
from kinerja_desktop.ui.widgets.grid import clipboard
from kinerja_desktop.ui.widgets.list_tools import Act, ListTools, add_acts
from kinerja_desktop.ui.widgets.steps_back import StepsBack
from kinerja_desktop.ui.widgets.word_cells import WordCells
from kinerja_desktop.ui.widgets.word_fit import UNBROKEN, Room, WordFit

_ORIGIN = Qt.ItemDataRole.UserRole
_NOWHERE = -1
"""The place of a pasted text for which there is no row or column in sight."""
Rows = tuple[tuple[int | None, tuple[str, ...]], ...]
"""Every row: which of the given ones it was, and its texts."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class EditColumn:
    """One column. ``width`` 0 takes all spare room; ``choices`` are the only texts allowed, any if empty.

    What a column that takes spare room ``claims``, and up to where its words stand ``unbroken``, is told in `Room`. A
    ``locked`` column is shown and copied, never typed or pasted into. Words wrap (`WordFit`).
    """

    head: str
    width: int = 0
    right: bool = False
    choices: tuple[str, ...] = ()
    locked: bool = False
    claims: int = 0
    unbroken: int = UNBROKEN


class _ChoiceBox(QComboBox):
    """An open choice in a cell: the wheel scrolls the table and changes nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Choice(WordCells):
    """Opens a list where a column names its texts."""

    def __init__(self, parent: QWidget, choices: Sequence[str]) -> None:
        super().__init__(parent)
        self._choices = tuple(choices)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = _ChoiceBox(parent)
        box.addItems(list(self._choices))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QComboBox)
        editor.setCurrentText(str(index.data() or self._choices[0]))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QComboBox)
        model.setData(index, editor.currentText())


class EditTable(QTableWidget):
    """``edited`` tells that a person changed a cell or a row; showing texts is silent.

    ``left_out`` carries the texts of a pasted block that found no place: beyond the table, over what is locked, or not
    among the choices.
    """

    edited = Signal()
    left_out = Signal(list)

    def __init__(self, name: str, columns: Sequence[EditColumn], *, grows: bool = True) -> None:
        """With ``grows`` False the rows are given: pasting adds none."""
        super().__init__(0, len(columns))
        self._columns, self._silent, self._grows = tuple(columns), False, grows
        self.setAccessibleName(name)
        for at, column in enumerate(columns):
            self.setHorizontalHeaderItem(at, _cell(column.head, column))
        self.setShowGrid(True)  # Qt's own signature
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setTabKeyNavigation(False)  # Qt's own signature
        self._steps: StepsBack[Rows] = StepsBack(())
        self._on_key: Mapping[str, Callable[[], None]] = {
            **dict.fromkeys(("Ctrl+V", "Shift+Ins"), self._paste),
            **dict.fromkeys(("Ctrl+Y", "Ctrl+Shift+Z"), self.redo),
            "Ctrl+Z": self.undo,
            "Del": self._clear,
            **dict.fromkeys(("Return", "Enter", "Num+Enter"), self._open),
        }
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.height(Height.REVIEW_ROW))
        self._set_widths()
        self._words: tuple[str, ...] = ()
        flexible = [at for at, column in enumerate(columns) if column.width]
        self.tools = ListTools(
            self, name, flexible=flexible, sorts=True, figures=lambda at: self._columns[at].right, document=True
        )
        self.words = WordFit(self, self.tools, [Room(c.width, c.claims, c.unbroken) for c in columns])
        self.horizontalHeader().sortIndicatorChanged.connect(self._sort)
        self.tools.set_acts(self._add_acts)
        self.filter_line = FilterLine(self, name)
        self.tools.set_filter(self.filter_line)
        self._on_seen: Mapping[str, Callable[[], None]] = {
            "Ctrl+F": self.filter_line.begin,
            **dict.fromkeys(("Shift+F10", "Menu"), self.tools.open_menu),
        }
        self.itemChanged.connect(lambda _: self._told())

    def _set_widths(self) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)  # Qt's own signature
        head.setSectionsClickable(True)  # Qt's own signature
        head.setSortIndicatorShown(True)  # Qt's own signature
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for at, column in enumerate(self._columns):
            if column.choices:
                self.setItemDelegateForColumn(at, _Choice(self, column.choices))
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

    # --- texts -----------------------------------------------------------------------------------

    def set_texts(self, rows: Sequence[Sequence[str]], *, writable: bool = True) -> None:
        """Show these rows; nothing is told. Another order stays where the rows are the same by their first texts."""
        if [texts[0] for texts in rows] != [texts[0] for texts in self.texts()]:
            self.tools.order_by(-1)
        self._lay(tuple((at, tuple(texts)) for at, texts in enumerate(rows)))
        self._steps = StepsBack(self.rows())
        flag = QAbstractItemView.EditTrigger
        typed = flag.AnyKeyPressed | flag.DoubleClicked | flag.EditKeyPressed
        self.setEditTriggers(typed if writable else flag.NoEditTriggers)

    def retype(self, rows: Rows) -> None:
        """Show what a person typed before over the given rows, as one step of his; nothing is told."""
        self._lay(rows)
        self._steps.go(self.rows())

    def _lay(self, rows: Rows) -> None:
        self._silent, order = True, self._seen_rows()
        self.setRowCount(0)
        for at, (origin, texts) in enumerate(rows):
            self._put(at, texts, origin)
        self._silent = False
        if len(order) == len(rows):
            self._arrange(order)
        else:
            self.tools.order_by(-1)
        self._sift()
        self.words.measure()

    # --- order -----------------------------------------------------------------------------------

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        """Put the rows by a column, once; by none as the paper has them."""
        self._take_open()
        rows = list(range(self.rowCount()))
        if column >= 0:
            place = ordering.of_figure if self._columns[column].right else ordering.of_words
            rows.sort(key=lambda row: place(self._text(row, column)), reverse=order is Qt.SortOrder.DescendingOrder)
        self._arrange(rows)
        self.words.fit()
        self.scrollTo(self.currentIndex())

    def _arrange(self, rows: Sequence[int]) -> None:
        """Show the rows in this order; what the table holds stays in its own."""
        head = self.verticalHeader()
        for place, row in enumerate(rows):
            head.moveSection(head.visualIndex(row), place)

    def _seen_rows(self) -> list[int]:
        """All rows as they stand on the screen, held back or not."""
        return [self.verticalHeader().logicalIndex(place) for place in range(self.rowCount())]

    def _take_open(self) -> None:
        """What is being typed is taken first, in the row in which it was typed."""
        editor = self.indexWidget(self.currentIndex())
        if self.state() is QAbstractItemView.State.EditingState and editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    # --- what is seen ----------------------------------------------------------------------------

    def set_filter(self, words: str) -> None:
        """Show only rows in whose cells that are seen every word stands; the others keep their texts."""
        self._words = tuple(sought(words).split())
        self._sift()

    def counted(self) -> tuple[int, int]:
        """How many rows are shown, and how many there are."""
        return len(self._shown_from(0)), self.rowCount()

    def _sift(self) -> None:
        seen = self.tools.seen()
        for row in range(self.rowCount()):
            text = sought("\n".join(self._text(row, at) for at in seen)) if self._words else ""
            self.setRowHidden(row, not all(word in text for word in self._words))
        self.words.fit()
        self.filter_line.tell()

    def _shown_from(self, place: int) -> list[int]:
        """The rows that are seen from a place on the screen on."""
        return [at for at in self._seen_rows()[place:] if not self.isRowHidden(at)]

    def _place(self) -> int:
        """The place of the current row on the screen, -1 without one."""
        return self.verticalHeader().visualIndex(self.currentRow()) if self.currentRow() >= 0 else -1

    def _chosen_cells(self) -> list[tuple[int, int]]:
        """The cells that are selected and seen; an act never reaches what is kept from sight."""
        cells = ((i.row(), i.column()) for i in self.selectedIndexes())
        return [(r, c) for r, c in cells if not self.isRowHidden(r) and not self.isColumnHidden(c)]

    def rows(self) -> Rows:
        """Every row as it stands: which of the given ones it was, and its texts."""
        return tuple(zip(self.origins(), self.texts(), strict=True))

    def texts(self) -> list[tuple[str, ...]]:
        """What stands in every row."""
        return [tuple(self._text(r, c) for c in range(len(self._columns))) for r in range(self.rowCount())]

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text().strip() if item is not None else ""

    def origins(self) -> list[int | None]:
        """For every row which of the rows of ``set_texts`` it was; None for a new one."""
        return [self.model().index(r, 0).data(_ORIGIN) for r in range(self.rowCount())]

    def set_choices(self, at: int, choices: Sequence[str]) -> None:
        """Offer other texts in a column that has a list."""
        self._columns = tuple(replace(c, choices=tuple(choices)) if n == at else c for n, c in enumerate(self._columns))
        self.setItemDelegateForColumn(at, _Choice(self, choices))

    def _put(self, row: int, texts: Sequence[str], origin: int | None = None) -> None:
        self.insertRow(row)
        for at, (column, text) in enumerate(zip(self._columns, texts, strict=True)):
            self.setItem(row, at, _cell(text, column))
        self.model().setData(self.model().index(row, 0), origin, _ORIGIN)

    def _told(self) -> None:
        if not self._silent:
            self._steps.go(self.rows())
            self.words.measure()
            self.filter_line.tell()
            self.edited.emit()

    def undo(self) -> None:
        """Take the last change back."""
        self._move(self._steps.back())

    def redo(self) -> None:
        """Make it again."""
        self._move(self._steps.again())

    def steps(self) -> tuple[Callable[[], object] | None, Callable[[], object] | None]:
        """What takes back and what makes again; None where there is nothing, or nothing may be changed."""
        if not self._is_writable():
            return None, None
        return self.undo if self._steps.can_go_back else None, self.redo if self._steps.can_go_again else None

    def _add_acts(self, menu: QMenu) -> None:
        """What can be done with the chosen cells, for whoever looks for it with the right button."""
        locked = "" if self._is_writable() else "Daftar ini tidak dapat diubah sekarang."
        undo, redo = self.steps()
        acts = (
            Act("Salin", "Ctrl+C", self._copy),
            Act("Tempel", "Ctrl+V", self._paste, locked),
            Act("Kosongkan isi", "Del", self._clear, locked),
            Act("Urungkan", "Ctrl+Z", undo, locked or ("" if undo else "Belum ada yang dapat diurungkan.")),
            Act("Ulangi", "Ctrl+Y", redo, locked or ("" if redo else "Belum ada yang diurungkan.")),
        )
        add_acts(menu, acts)

    def _move(self, moved: bool) -> None:  # noqa: FBT001 - the answer of the step
        if moved:
            row, column = self.currentRow(), self.currentColumn()
            self._lay(self._steps.now)
            self.setCurrentCell(min(row, self.rowCount() - 1), column)
            self.edited.emit()

    # --- rows ------------------------------------------------------------------------------------

    def add_row(self) -> None:
        """One empty row below the current one (at the end while there is none), its first cell open for typing.

        Where a row is added or moved the rows stand in the order of the paper.
        """
        self.tools.order_by(-1)
        at = self.currentRow() + 1 if self.currentRow() >= 0 else self.rowCount()
        self._silent = True
        self._put(at, self._blank())
        self._silent = False
        self.setCurrentCell(at, 0)
        self.setFocus()
        self._told()

    def _blank(self) -> list[str]:
        return [column.choices[0] if column.choices else "" for column in self._columns]

    def remove_row(self) -> None:
        """Take the current row away."""
        if self.currentRow() >= 0:
            self.removeRow(self.currentRow())
            self._told()

    def move_row(self, by: int) -> None:
        """Take the current row up or down by one place."""
        self.tools.order_by(-1)
        at, to = self.currentRow(), self.currentRow() + by
        if at < 0 or not 0 <= to < self.rowCount():
            return
        rows, column = list(self.rows()), self.currentColumn()
        rows[at], rows[to] = rows[to], rows[at]
        self._lay(tuple(rows))
        self.setCurrentCell(to, column)
        self._told()

    # --- keys ------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._on_key.get(QKeySequence(event.keyCombination()).toString())
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif (seen := self._on_seen.get(QKeySequence(event.keyCombination()).toString())) is not None:
            seen()
        elif act is not None and self._is_writable():
            act()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        """Open the current cell; the Enter that takes what is typed arrives here too."""
        if self.state() is not QAbstractItemView.State.EditingState:
            self.edit(self.currentIndex())

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            below = self._shown_from(self._place() + 1)
            self.setCurrentCell(below[0] if below else self.currentRow(), self.currentColumn())

    def _is_writable(self) -> bool:
        return self.editTriggers() != QAbstractItemView.EditTrigger.NoEditTriggers

    def _copy(self) -> None:
        chosen = sorted(set(self._chosen_cells()))
        rows = sorted({row for row, _ in chosen}, key=self.verticalHeader().visualIndex)
        columns = sorted({column for _, column in chosen})
        block = [[self._text(row, c) if (row, c) in chosen else "" for c in columns] for row in rows]
        clipboard.put(block, [self._columns[c].right for c in columns])

    def _clear(self) -> None:
        self._write((row, at, "") for row, at in self._chosen_cells())

    def _paste(self) -> None:
        """Lay a block of cells from the current one on, over what is seen; rows are added for what reaches below.

        While a filter holds rows back, or they are sorted, none is added: who pastes would not see where.
        """
        block, left = clipboard.take(), max(0, self.currentColumn())
        below = () if self._words or self.tools.ordered_by() else range(self.rowCount(), self.rowCount() + len(block))
        rows = (*self._shown_from(max(0, self._place())), *below, *[_NOWHERE] * len(block))
        columns = (*(at for at in self.tools.seen() if at >= left), *[_NOWHERE] * max(map(len, block), default=0))
        placed = ((row, zip(columns, line, strict=False)) for row, line in zip(rows, block, strict=False))
        cells = ((row, at, text) for row, line in placed for at, text in line)
        if lost := self._write(cells):
            self.left_out.emit(lost)

    def _write(self, cells: Iterable[tuple[int, int, str]]) -> list[str]:
        """Put texts into cells, as one step; the texts that found no place come back."""
        lost = []
        self._silent = True
        for row, column, text in cells:
            if row == self.rowCount() and self._grows and column != _NOWHERE:
                self._put(row, self._blank())
            if not self._take(row, column, text.strip()):
                lost.append(text.strip())
        self._silent = False
        self._told()
        return lost

    def _take(self, row: int, column: int, text: str) -> bool:
        """Whether the text stands in the cell now, or says nothing that could be lost."""
        item = self.item(row, column)
        if item is None:
            return not text
        fitting = _fitting(self._columns[column], text)
        if fitting is not None:
            item.setText(fitting)
        return fitting is not None or text in ("", item.text())


def _cell(text: str, column: EditColumn) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    item.setToolTip(text)
    if column.locked:
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
        item.setBackground(QColor(theme.current().palette.surface_2))
    return item


def _fitting(column: EditColumn, text: str) -> str | None:
    """The text as the column takes it, a choice in its own letters; None where it does not."""
    if column.locked:
        return None
    return next((c for c in column.choices if folded(c) == folded(text)), None) if column.choices else text
