"""The grid: keys like Excel, frozen first columns, headings that span and stick, columns that make room.

Keys: arrows move inside, Tab and Enter take what is typed and go on to the next cell to fill and to the cell
below (where that takes nothing, to the nearest one that does in the rows that follow), F2 edits, typing replaces,
Esc gives up, Ctrl+C, Ctrl+X and Ctrl+V carry blocks, Ctrl+D fills down, Ctrl+Tab leaves the grid, F8 goes to the next
cell worth a look and Shift+F8 back, Ctrl+F filters. The grid is one stop of the tab key. A read-only grid lets Tab
pass. Columns are hidden, remembered and exported as in every list. What is filled stands in the order of the plan
until a head is pressed; keys and blocks go by the rows as they are seen.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Height
from kinerja_desktop.ui.widgets.announcing import announce
from kinerja_desktop.ui.widgets.filter_line import FilterLine
from kinerja_desktop.ui.widgets.grid import clipboard, steps
from kinerja_desktop.ui.widgets.grid.block import Block, repeated
from kinerja_desktop.ui.widgets.grid.canvas import GridCanvas
from kinerja_desktop.ui.widgets.grid.cells import CellState
from kinerja_desktop.ui.widgets.grid.editor import LEAVE_KEYS, CellEditor, EditingDelegate
from kinerja_desktop.ui.widgets.grid.model import GridModel, Index

_ARROWS = {Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Left: (0, -1)}
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_Action = QAbstractItemView.CursorAction
_Trigger = QAbstractItemView.EditTrigger


class GridView(GridCanvas):
    """Show a `GridModel`. ``frozen`` first columns stay in sight; ``row_mode`` chooses rows instead of cells."""

    opened = Signal(str)
    """Enter or double click on a row that cannot be edited."""
    pasted = Signal(str, str, list)
    """Row and column of the first cell, and the `Block` (pasted or filled down); whoever knows the rules takes it."""
    typing = Signal(str, str, str)
    """Row and column of the open field and its text so far; nothing is taken yet."""
    editing_ended = Signal()
    """The field closed; what was taken has been handed over before."""
    clear_asked = Signal(list)
    """Pairs of row and column keys; Delete was pressed, or the block cut. The grid itself clears nothing."""

    def __init__(
        self,
        model: GridModel,
        name: str,
        *,
        frozen: int = 2,
        row_mode: bool = False,
        row_height: Height = Height.GRID_ROW,
    ) -> None:
        super().__init__(model, name, frozen=frozen, row_mode=row_mode, row_height=row_height)
        self._delegate = EditingDelegate(self, self)
        self.setItemDelegate(self._delegate)
        self._delegate.left.connect(self._taken)
        self._delegate.typing.connect(self._tell_typing)
        self._delegate.closeEditor.connect(self._end_editing)
        self.doubleClicked.connect(self._open)
        self.filter_line = FilterLine(self, name)
        self.tools.set_filter(self.filter_line)
        model.modelReset.connect(self.filter_line.tell)
        self._of_control = {
            Qt.Key.Key_F: self.filter_line.begin,
            Qt.Key.Key_C: self.copy,
            Qt.Key.Key_X: self.cut,
            Qt.Key.Key_V: self.paste,
            Qt.Key.Key_D: self.fill_down,
        }
        self._of_list = {key: act for key, act in self.tools.keys().items() if act != self.tools.copy}
        self._set_behaviour()

    def _set_behaviour(self) -> None:
        rows = QAbstractItemView.SelectionBehavior.SelectRows
        cells = QAbstractItemView.SelectionBehavior.SelectItems
        self.setSelectionBehavior(rows if self.row_mode else cells)
        single = QAbstractItemView.SelectionMode.SingleSelection
        self.setSelectionMode(single if self.row_mode else QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(_Trigger.AnyKeyPressed | _Trigger.EditKeyPressed | _Trigger.DoubleClicked)
        self.setTabKeyNavigation(False)

    # --- what a tab asks -------------------------------------------------------------------------

    def current_row_key(self) -> str:
        return self.grid.row_key(self.currentIndex())

    def go_to(self, row_key: str, column_key: str) -> None:
        """Make a cell current and bring it into sight, were it behind the filter."""
        if self.grid.row_of(row_key) < 0 and self.grid.has_row(row_key):
            self.filter_line.field.clear()
        self._go(self.grid.index_of(row_key, column_key))

    def set_filter(self, words: str) -> None:
        """Show only rows in whose cells that are seen every word stands; the current one stays it while it is seen."""
        before = self.currentIndex()
        row, column = self.grid.row_key(before), self.grid.columns[max(0, before.column())].key
        self.grid.set_filter(words, self.tools.seen())
        if self.grid.row_of(row) >= 0:
            self._go(self.grid.index_of(row, column))
        else:
            first = steps.edge_cell(self.grid, last=False, hidden=self.isColumnHidden)
            self._go(first.siblingAtColumn(max(0, before.column())))

    def counted(self) -> tuple[int, int]:
        """How many rows are shown, and how many there are."""
        return self.grid.counted()

    def next_worth_a_look(self, *, back: bool = False) -> bool:
        """Go to the next fault, warning, empty or returned cell (F8), or back; False if there is none.

        What a filter holds back is looked at where nothing else is left.
        """
        if self._go_worth_a_look(back=back):
            return True
        if not self.grid.is_filtered():
            return False
        self.filter_line.field.clear()
        return self._go_worth_a_look(back=back)

    def _go_worth_a_look(self, *, back: bool) -> bool:
        found = steps.next_in_state(
            self.grid, self.currentIndex(), steps.WORTH_A_LOOK, back=back, hidden=self.isColumnHidden
        )
        self._go(found)
        return found.isValid() and self.grid.cell(found).state in steps.WORTH_A_LOOK

    def _chosen(self) -> tuple[list[int], list[int]]:
        """Rows and columns of the chosen rectangle, without headings and hidden columns."""
        chosen = self.selectionModel().selectedIndexes()
        rows = sorted({index.row() for index in chosen})
        return rows, sorted({index.column() for index in chosen if not self.isColumnHidden(index.column())})

    def _texts(self, rows: Iterable[int], columns: Sequence[int]) -> Block:
        return [[self.grid.cell(self.grid.index(row, column)).text for column in columns] for row in rows]

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        """What is being typed is taken first, in the row in which it was typed."""
        for editor in self.findChildren(CellEditor):
            if editor.isVisible():
                self._delegate.commitData.emit(editor)
                self._delegate.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        super()._sort(column, order)

    # --- blocks ----------------------------------------------------------------------------------

    def copy(self) -> None:
        """Lay the chosen cells on the clipboard."""
        rows, columns = self._chosen()
        if rows and columns:
            clipboard.put(self._texts(rows, columns), [self.grid.columns[at].is_figure for at in columns])

    def cut(self) -> None:
        """Lay the chosen cells on the clipboard and empty those that can be filled."""
        self.copy()
        self.clear()

    def clear(self) -> None:
        """Empty the chosen cells that can be filled."""
        if chosen := self._chosen_keys():
            self.clear_asked.emit(chosen)

    def paste(self) -> None:
        """Lay what is on the clipboard from the first chosen cell on; where it fits evenly, over all of them."""
        rows, columns = self._chosen()
        if (block := clipboard.take()) and rows and columns:
            self._lay(rows[0], columns[0], repeated(block, len(rows), len(columns)))

    def fill_down(self) -> None:
        """Repeat the first chosen line in those below; a single line takes the one above it."""
        rows, columns = self._chosen()
        if not rows or not columns:
            return
        if len(rows) == 1:
            above = steps.step_rows(self.grid, self.grid.index(rows[0], columns[0]), -1).row()
            rows = [above, *rows] if above < rows[0] else rows
        first, *below = rows
        if below:
            self._lay(below[0], columns[0], self._texts([first] * len(below), columns))

    def _lay(self, row: int, column: int, block: Block) -> None:
        self.pasted.emit(self.grid.row_key(self.grid.index(row, column)), self.grid.columns[column].key, block)

    # --- keys ------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers()
        if held & _CTRL and self._control_key(key):
            return
        act = self._of_list.get(QKeySequence(event.keyCombination()).toString())
        if act is not None:
            act()
        elif key in LEAVE_KEYS:
            self._leave_key(event)
        elif key is Qt.Key.Key_F8:
            self.next_worth_a_look(back=bool(held & _SHIFT))
        elif key is Qt.Key.Key_Delete:
            self.clear()
        elif key is Qt.Key.Key_Escape or (key is Qt.Key.Key_Space and self.row_mode):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _control_key(self, key: Qt.Key) -> bool:
        act = self._of_control.get(key)
        if act is not None:
            act()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.focusNextPrevChild(key is Qt.Key.Key_Tab)
        else:
            return False
        return True

    def _leave_key(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not steps.has_editable(self.grid):
            self._open(self.currentIndex())
            return
        self._after_edit(event.key(), bool(event.modifiers() & _SHIFT))

    def _end_editing(self, *_: object) -> None:
        self._place_overlays()
        self.editing_ended.emit()

    def _tell_typing(self, index: QModelIndex, text: str) -> None:
        """What was wrong with the cell is said no more while something else is typed into it."""
        self._note.hide_fault()
        self.typing.emit(self.grid.row_key(index), self.grid.columns[index.column()].key, text)

    def _taken(self, key: int, shift: bool) -> None:  # noqa: FBT001 - the signature of the delegate's signal
        """What is wrong with what was typed, or how it was read, is said before the next cell is."""
        cell = self.grid.cell(self.currentIndex())
        announce(self, cell.note, urgent=cell.state is CellState.SALAH)
        self._after_edit(key, shift)

    def _after_edit(self, key: int, shift: bool) -> None:  # noqa: FBT001 - as above
        self.setFocus()
        back = shift or key == Qt.Key.Key_Backtab
        if arrow := _ARROWS.get(Qt.Key(key)):
            self._go(self._moved(*arrow))
            return
        by_tab = key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        step = steps.next_editable if by_tab else steps.next_to_fill
        self._go(step(self.grid, self.currentIndex(), back=back, hidden=self.isColumnHidden))

    def event(self, event: QEvent) -> bool:
        """Tab moves inside while there is something to fill; Ctrl+Tab, and Tab in a read-only grid, leave."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._keeps_tab(event):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def _keeps_tab(self, event: QKeyEvent) -> bool:
        if event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        return bool(event.modifiers() & _CTRL) or steps.has_editable(self.grid)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Headings and hidden columns are no stops."""
        far = bool(modifiers & _CTRL)
        page = max(1, self.viewport().height() // theme.height(self._row_height, narrow=self._narrow) - 1)
        if action in (_Action.MoveHome, _Action.MoveEnd):
            last = action is _Action.MoveEnd
            if far:
                return steps.edge_cell(self.grid, last=last, hidden=self.isColumnHidden)
            return steps.edge_column(self.grid, self.currentIndex(), last=last, hidden=self.isColumnHidden)
        rows, columns = {
            _Action.MoveUp: (-1, 0),
            _Action.MoveDown: (1, 0),
            _Action.MoveLeft: (0, -1),
            _Action.MoveRight: (0, 1),
            _Action.MovePageUp: (-page, 0),
            _Action.MovePageDown: (page, 0),
        }.get(action, (0, 0))
        return self._moved(rows, columns)

    def _moved(self, rows: int, columns: int) -> QModelIndex:
        start = self.currentIndex()
        if not start.isValid():
            return steps.edge_cell(self.grid, last=False, hidden=self.isColumnHidden)
        if columns:
            return steps.step_columns(self.grid, start, columns, self.isColumnHidden)
        return steps.step_rows(self.grid, start, rows)

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def _open(self, index: QModelIndex) -> None:
        if key := self.grid.row_key(index):
            self.opened.emit(key)

    def _chosen_keys(self) -> list[tuple[str, str]]:
        return [
            (self.grid.row_key(index), self.grid.columns[index.column()].key)
            for index in self.selectionModel().selectedIndexes()
            if self.grid.flags(index) & Qt.ItemFlag.ItemIsEditable
        ]

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid():
            first = steps.edge_cell(self.grid, last=False, hidden=self.isColumnHidden)
            wanted = steps.next_editable(self.grid, first, back=False, hidden=self.isColumnHidden)
            self._go(first if self.row_mode else wanted)
        super().focusInEvent(event)

    def edit(self, index: Index, trigger: QAbstractItemView.EditTrigger, event: QEvent) -> bool:  # type: ignore[override]  # the stubs join both overloads, Qt calls this one
        """Remember whether the editor opens by typing, since arrows then leave it."""
        self._delegate.by_typing = trigger is _Trigger.AnyKeyPressed
        return super().edit(index, trigger, event)
