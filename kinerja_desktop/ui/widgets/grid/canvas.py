"""The look of a grid: heights, widths, frozen columns, headings that span and stick, the sentence under a cell.

What the room and a person leave of the columns is settled here. `view.GridView` adds the keys. Nothing here changes a
value.
"""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Height, TextStyle
from kinerja_desktop.ui.widgets.grid.cells import Cell, CellState, ColumnKind, GridGroup
from kinerja_desktop.ui.widgets.grid.columns import fit_columns
from kinerja_desktop.ui.widgets.grid.delegate import CellDelegate
from kinerja_desktop.ui.widgets.grid.head import GridHead
from kinerja_desktop.ui.widgets.grid.measure import AIR, heading_height, lines_of, needed_widths
from kinerja_desktop.ui.widgets.grid.model import GridModel, Index
from kinerja_desktop.ui.widgets.grid.overlays import CellNote, FrozenColumns, StickyGroup, heading_above
from kinerja_desktop.ui.widgets.list_tools import ListTools
from kinerja_desktop.ui.widgets.painting import line_height


class GridCanvas(QTableView):
    """A table that shows a `GridModel`; ``row_mode`` marks rows instead of cells, and remembers their order."""

    current_changed = Signal(str, str)
    """Keys of row and column of the current cell."""
    columns_shown = Signal()
    """Other columns are seen than before, for want of room or because a person wants it."""

    def __init__(self, model: GridModel, name: str, *, frozen: int, row_mode: bool, row_height: Height) -> None:
        super().__init__()
        self.grid = model
        self.row_mode, self.wraps_names = row_mode, False
        self.setProperty("focus_ring", row_mode)  # else the current cell has one of its own
        self._row_height, self._narrow, self._show_all = row_height, False, False
        self._needs: dict[str, int] = {}
        self._laid: tuple[int, ...] = ()
        self._frozen = FrozenColumns(self, frozen)
        self._sticky, self._note = StickyGroup(self.viewport()), CellNote(self.viewport())
        self.setAccessibleName(name)
        self._frozen.setAccessibleName(f"{name}, kolom yang tetap di kiri")
        self.setModel(model)
        self._head = GridHead(self)
        self._head.let_go.connect(self._share_anew)
        self._head.sortIndicatorChanged.connect(self._sort)
        self.setHorizontalHeader(self._head)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        for set_mode in (self.setVerticalScrollMode, self.setHorizontalScrollMode):
            set_mode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._frozen.setModel(model)
        self._frozen.setSelectionModel(self.selectionModel())
        self._frozen.setItemDelegate(CellDelegate(self, self._frozen))
        self.tools = ListTools(
            self,
            name,
            flexible=range(len(model.columns)),
            sorts=True,
            figures=lambda at: model.columns[at].is_figure,
            keys=[column.key for column in model.columns],
            needed=[at for at, column in enumerate(model.columns) if column.is_needed],
            document=not row_mode,
        )
        self.tools.columns_changed.connect(self._share_anew)
        for head in (self._head, self._frozen.head):
            head.hidden_asked.connect(lambda head=head: self._ask_hidden(head))
        self.selectionModel().currentChanged.connect(self._current_moved)
        model.modelReset.connect(self._lay_out)
        model.dataChanged.connect(self._cells_changed)
        self.verticalScrollBar().valueChanged.connect(self._place_overlays)
        self.horizontalScrollBar().valueChanged.connect(self._place_overlays)
        self._lay_out()

    def set_narrow(self, *, narrow: bool) -> None:
        """In narrow mode rows are as high as their words and names leave their unit to the side panel."""
        self._narrow = self.wraps_names = narrow
        self._lay_out()

    def note(self) -> str:
        """The sentence shown under the current cell."""
        return self._note.text()

    def group_box(self, box: QRect) -> QRect:
        """The part of a heading that is in sight."""
        return QRect(QPoint(0, box.top()), QSize(self.viewport().width(), box.height()))

    def _current_moved(self, current: QModelIndex) -> None:
        self.viewport().update()
        self._frozen.viewport().update()
        self._place_overlays()
        if current.isValid():
            self.current_changed.emit(self.grid.row_key(current), self.grid.columns[current.column()].key)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into sight, also from under the frozen columns and the sticking heading."""
        super().scrollTo(index, hint)
        box = self.visualRect(index)
        heading = heading_above(index.row(), self.grid.is_group)
        covered = self.rowHeight(heading) - box.top()
        if covered > 0 and heading >= 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - covered)
        if self._frozen.isVisible() and (hidden := self._frozen.width() - box.left()) > 0:
            side = self.horizontalScrollBar()
            side.setValue(side.value() - hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._focus_moved()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._focus_moved()

    def _focus_moved(self) -> None:
        self.viewport().update()
        self._place_note()

    def _is_worked_in(self) -> bool:
        focus: QWidget | None = self.window().focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def _lay_out(self) -> None:
        """Other rows, another theme or mode: measure what they need."""
        self.verticalHeader().setMinimumSectionSize(theme.px(10))
        self.verticalHeader().setDefaultSectionSize(theme.height(self._row_height, narrow=self._narrow))
        rows = [self.grid.item(at) for at in range(self.grid.rowCount())]
        self._needs, self._laid = dict(needed_widths(self.grid.columns, rows)), ()
        self._fit()

    def _cells_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        """A figure that grew makes its column wider; none becomes narrower while somebody types."""
        changed = range(first.row(), last.row() + 1)
        needs = needed_widths(self.grid.columns, [self.grid.item(at) for at in changed])
        grown = {key: width for key, width in needs.items() if width > self._needs.get(key, 0)}
        if grown:
            self._needs |= grown
            self._fit()
        self._lay_heights(changed)
        self._place_overlays()

    def _lay_heights(self, rows: Iterable[int]) -> None:
        """Every row as high as its texts, which wrap in the widths that their columns have."""
        least, line, air = self.verticalHeader().defaultSectionSize(), line_height(TextStyle.BODY), theme.px(AIR)
        across, with_unit = self.viewport().width(), not self.wraps_names
        wrapping = [(c, self.columnWidth(at)) for at, c in enumerate(self.grid.columns) if self._wraps(at)]
        for at in rows:
            item = self.grid.item(at)
            if isinstance(item, GridGroup):
                high = heading_height(item, across)
            else:
                counts = (lines_of(item, column, width, with_unit=with_unit) for column, width in wrapping)
                lines = max(counts, default=1)
                high = max(least, lines * line + air) if lines > 1 else least
            if self.rowHeight(at) != high:
                self.setRowHeight(at, high)

    def _wraps(self, at: int) -> bool:
        kinds = (ColumnKind.NAMA, ColumnKind.TEKS)
        return self.grid.columns[at].kind in kinds and not self.isColumnHidden(at)

    def _fit(self) -> None:
        if self._head.is_held:  # the width that is being drawn is not taken out of the hand
            return
        own, columns = self.tools.hidden_by_hand(), self.grid.columns
        shown = [at for at in range(len(columns)) if at not in own]
        fit = fit_columns(
            [columns[at] for at in shown],
            self.viewport().width(),
            hide=not self._show_all,
            asked=[columns[at].key for at in self.tools.asked_by_hand()],
            own={columns[at].key: width for at, width in self.tools.widths_by_hand().items()},
            needs=self._needs,
        )
        widths = dict(zip(shown, fit.widths, strict=True))
        self.tools.hide_when_narrow([at for at, width in widths.items() if not width], narrow=True)
        self.tools.lay_widths({at: width for at, width in widths.items() if width})
        laid = tuple(0 if self.isColumnHidden(at) else self.columnWidth(at) for at in range(len(columns)))
        if laid != self._laid:
            before, self._laid = self._laid, laid
            self._lay_heights(range(self.grid.rowCount()))
            if [not width for width in before] != [not width for width in laid]:
                self.columns_shown.emit()
        names = next((at for at, c in enumerate(columns) if c.kind is ColumnKind.NAMA), 0)
        self._head.show_hidden(fit.hidden + len(own), names)
        self._place_overlays()

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        """The current row stays it."""
        now = self.currentIndex()
        key = self.grid.row_key(now)
        self.grid.sort(column, order)
        at = self.grid.row_of(key)
        if at >= 0:
            self.setCurrentIndex(self.grid.index(at, now.column()))

    def _share_anew(self) -> None:
        """A person hid a column, wants one or gave one a width: the others share the room."""
        self._fit()
        self.updateGeometries()

    def _ask_hidden(self, head: GridHead) -> None:
        menu = self.tools.columns_menu()
        menu.addSeparator()
        menu.addAction("Tampilkan Semua Kolom").triggered.connect(self.show_all_columns)
        menu.popup(head.hidden_link.mapToGlobal(QPoint(0, head.hidden_link.height())))

    def show_all_columns(self) -> None:
        """Show every column, those hidden by hand as well; the grid then scrolls sideways, its first columns frozen."""
        self.tools.show_hidden()
        self.set_all_columns(shown=True)

    def set_all_columns(self, *, shown: bool) -> None:
        """Show every column, or those that the room allows."""
        if shown != self._show_all:
            self._show_all = shown
            self._fit()
            self.updateGeometries()

    def shows_all_columns(self) -> bool:
        """Whether every column is shown."""
        return self._show_all

    def _place_overlays(self) -> None:
        self._frozen.place()
        top = self.rowAt(0)
        heading = heading_above(top, self.grid.is_group) if top >= 0 else -1
        group = self.grid.item(heading) if heading >= 0 and self.rowViewportPosition(heading) < 0 else None
        size = QSize(self.viewport().width(), self.rowHeight(heading))
        self._sticky.show_group(group if isinstance(group, GridGroup) else None, size)
        self._place_note()

    def _place_note(self) -> None:
        """What is said of a cell lies over others, so it goes with the focus; only what is wrong stays."""
        current = self.currentIndex()
        cell = self.grid.cell(current)
        told = cell.state is CellState.SALAH or self._is_worked_in()
        self._note.show_for(cell if told else Cell(), self.visualRect(current))
