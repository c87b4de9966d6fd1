"""What lies over a grid: the frozen first columns, the heading that sticks at the top, the sentence under a cell."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelection, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.grid.cells import Cell, CellState, GridGroup
from kinerja_desktop.ui.widgets.grid.delegate import paint_group
from kinerja_desktop.ui.widgets.grid.head import GridHead
from kinerja_desktop.ui.widgets.grid.looks import LOOKS
from kinerja_desktop.ui.widgets.painting import fill_round, paint_icon, paint_text, text_width

_BUBBLE_STATES = (CellState.SALAH, CellState.DIISI, CellState.DIHITUNG)


class FrozenColumns(QTableView):
    """The first columns once more, shown only while the grid is scrolled sideways."""

    def __init__(self, grid: QTableView, count: int) -> None:
        super().__init__(grid)
        self._grid, self._count = grid, count
        head = GridHead(self)
        head.setSectionResizeMode(GridHead.ResizeMode.Fixed)
        head.sortIndicatorChanged.connect(lambda *order: grid.horizontalHeader().setSortIndicator(*order))
        self.setHorizontalHeader(head)
        self.head = head
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        grid.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        grid.horizontalScrollBar().valueChanged.connect(lambda _: self.place())
        self.clicked.connect(lambda _: grid.setFocus())
        self.hide()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Paint what is chosen; Qt's own way would have a screen reader say every cell twice."""
        self.viewport().update()

    def place(self) -> None:
        """Take over widths and heights of the grid and lie over its left edge, if it is scrolled sideways."""
        grid = self._grid
        self.setVisible(grid.horizontalScrollBar().value() > 0)
        if not self.isVisible():
            return
        self.raise_()
        for column in range(self.model().columnCount()):
            self.setColumnHidden(column, column >= self._count or grid.isColumnHidden(column))
            self.setColumnWidth(column, grid.columnWidth(column))
        for row in range(self.model().rowCount()):
            self.setRowHeight(row, grid.rowHeight(row))
        whole = grid.horizontalHeader()
        self.head.setSortIndicator(whole.sortIndicatorSection(), whole.sortIndicatorOrder())
        if isinstance(whole, GridHead):  # what is hidden is told here too, over the link that has gone out of sight
            self.head.show_hidden(*whole.hidden)
        width = sum(grid.columnWidth(column) for column in range(self._count))
        own, height = self.frameWidth(), grid.viewport().height() + grid.horizontalHeader().height()
        edge = grid.frameWidth() - own  # cells and heads lie exactly over those of the grid
        self.setGeometry(edge, edge, width + 2 * own, height + own)
        self.verticalScrollBar().setValue(grid.verticalScrollBar().value())


class StickyGroup(QWidget):
    """The heading of the rows in sight, kept at the top when it is scrolled away."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._group: GridGroup | None = None
        self.hide()

    def show_group(self, group: GridGroup | None, size: QSize) -> None:
        """Show a heading at the top; None hides it."""
        self._group = group
        self.setGeometry(QRect(QPoint(0, 0), size))
        self.setVisible(group is not None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._group is not None:
            paint_group(QPainter(self), self.rect(), self.rect(), self._group)


class CellNote(QWidget):
    """The sentence under the current cell: what is wrong with it, or how it was read. Never a window."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._cell = Cell()
        self.hide()

    def show_for(self, cell: Cell, box: QRect) -> None:
        """Show the note of a cell below (or above) its box; hide if the state tells its sentence elsewhere."""
        self._cell = cell
        self.setVisible(bool(cell.note) and cell.state in _BUBBLE_STATES)
        if not self.isVisible():
            return
        px, viewport = theme.px, self.parentWidget()
        assert viewport is not None
        width = text_width(cell.note, TextStyle.BODY) + px(40)
        height = px(28)
        left = max(0, min(box.left(), viewport.width() - width))
        below = box.bottom() + px(3)
        top = below if below + height <= viewport.height() else box.top() - height - px(3)
        self.setGeometry(left, top, min(width, viewport.width()), height)
        self.raise_()

    def hide_fault(self) -> None:
        """Hide a sentence about what is wrong until ``show_for`` shows one again."""
        if self._cell.state is CellState.SALAH:
            self.hide()

    def text(self) -> str:
        return self._cell.note if self.isVisible() else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = QPainter(self), theme.px
        wrong = self._cell.state is CellState.SALAH
        tone = Tone.SALAH if wrong else Tone.NETRAL
        fill_round(painter, self.rect(), theme.color(tone), px(4))
        fill_round(painter, self.rect().adjusted(1, 1, -1, -1), QColor(theme.current().palette.surface), px(4))
        left, symbol = px(10), LOOKS[self._cell.state].symbol
        if symbol is not None:
            left += paint_icon(painter, left, self.height() // 2, symbol, tone, shape=LOOKS[self._cell.state].shape)
            left += px(6)
        words = QRect(left, 0, self.width() - left - px(8), self.height())
        paint_text(painter, words, self._cell.note, TextStyle.BODY, tone if wrong else Ink.TEXT)


def heading_above(row: int, is_group: Callable[[int], bool]) -> int:
    """Number of the nearest heading at or above a row, or -1."""
    return next((at for at in range(row, -1, -1) if is_group(at)), -1)
