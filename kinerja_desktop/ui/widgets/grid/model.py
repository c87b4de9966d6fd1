"""The item model over the cells of a grid. It holds what it was given; a typed text goes to the one who made it.

The order is that of the plan or the office until another is chosen, within the headings. A filter holds rows back by
their words. What is typed moves no row: filter and order are judged when they are chosen, and when other rows come.
"""

from collections.abc import Callable, Collection, Sequence
from decimal import Decimal
from functools import partial
from itertools import groupby

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kinerja_desktop.domain.huruf import sought
from kinerja_desktop.ui.widgets import ordering
from kinerja_desktop.ui.widgets.grid.cells import Cell, CellState, GridColumn, GridGroup, GridRow, Rows
from kinerja_desktop.ui.widgets.grid.looks import LOOKS
from kinerja_desktop.ui.widgets.seen import SEEN_ROLE

CELL_ROLE = Qt.ItemDataRole.UserRole
"""The whole `Cell`."""
GROUP_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `GridGroup` of a heading row, None elsewhere."""
COLUMN_ROLE = Qt.ItemDataRole.UserRole + 2
"""The `GridColumn` (also as header data)."""
Index = QModelIndex | QPersistentModelIndex
_EMPTY = Cell()
_DASH, _NO_FIGURE = "–", "tidak ada angka"
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

OnEdit = Callable[[str, str, str], bool]
"""Row key, column key, text as typed. True if the text was taken (also when it is a fault and is kept as typed)."""


def _refuse(*_: str) -> bool:
    return False


class GridModel(QAbstractTableModel):
    """Rows and headings over fixed columns."""

    def __init__(self, columns: Sequence[GridColumn], on_edit: OnEdit = _refuse, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._on_edit = on_edit
        self._all: list[GridRow | GridGroup] = []
        self._rows: list[GridRow | GridGroup] = []
        self._words: tuple[str, ...] = ()
        self._looked_at: tuple[str, ...] = tuple(column.key for column in columns)
        self._order = (-1, Qt.SortOrder.AscendingOrder)

    def set_rows(self, rows: Rows) -> None:
        """Show other rows. Where keys and headings stay in their places only the cells are told as changed."""
        if [_identity(row) for row in rows] == [_identity(row) for row in self._all]:
            self._all, now = list(rows), {_identity(row): row for row in rows}
            self._rows = [now[_identity(row)] for row in self._rows]
            if self._rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))
            return
        self._all = list(rows)
        self._sift()

    def set_filter(self, words: str, columns: Collection[int]) -> None:
        """Show only rows in whose cells, of these columns, every word stands; headings only over rows."""
        self._words = tuple(sought(words).split())
        self._looked_at = tuple(self.columns[at].key for at in columns)
        self._sift()

    def _sift(self) -> None:
        self.beginResetModel()
        self._rows = self._sorted(_with_headings(self._all, self._passes) if self._words else list(self._all))
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows below each heading by a column; by no column as they were given."""
        self._order = (column, order)
        self._sift()

    def _sorted(self, rows: list[GridRow | GridGroup]) -> list[GridRow | GridGroup]:
        at, order = self._order
        if not 0 <= at < len(self.columns):
            return rows
        column, downward = self.columns[at], order is Qt.SortOrder.DescendingOrder
        out: list[GridRow | GridGroup] = []
        for is_row, run in groupby(rows, lambda row: isinstance(row, GridRow)):
            key = partial(_place, column) if is_row else _as_given
            out += sorted(run, key=key, reverse=is_row and downward)
        return out

    def _passes(self, row: GridRow) -> bool:
        text = sought("\n".join(_seen(row.cells.get(key, _EMPTY)) for key in self._looked_at))
        return all(word in text for word in self._words)

    def counted(self) -> tuple[int, int]:
        """How many rows are shown, and how many there are."""
        shown, total = (sum(isinstance(row, GridRow) for row in rows) for rows in (self._rows, self._all))
        return shown, total

    def is_filtered(self) -> bool:
        """Whether a filter may hold rows back."""
        return bool(self._words)

    def set_row(self, *rows: GridRow) -> None:
        """Change the cells of rows; told as one change."""
        changed = {row.key: row for row in rows}
        self._all = [changed.get(row.key, row) if isinstance(row, GridRow) else row for row in self._all]
        found = ((self.row_of(row.key), row) for row in rows)
        places = [(at, row) for at, row in found if at >= 0]
        for at, row in places:
            self._rows[at] = row
        if places:
            first, last = min(at for at, _ in places), max(at for at, _ in places)
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def item(self, row: int) -> GridRow | GridGroup:
        return self._rows[row]

    def row_key(self, index: Index) -> str:
        """Key of the row of an index; empty for a heading or an invalid index."""
        row = self._rows[index.row()] if index.isValid() else None
        return row.key if isinstance(row, GridRow) else ""

    def row_of(self, key: str) -> int:
        """Number of the row with a key, or -1."""
        return next((at for at, row in enumerate(self._rows) if isinstance(row, GridRow) and row.key == key), -1)

    def row_keys(self) -> list[str]:
        """Keys of the rows that are seen, as they stand."""
        return [row.key for row in self._rows if isinstance(row, GridRow)]

    def has_row(self, key: str) -> bool:
        """Whether there is a row with a key, seen or held back by the filter."""
        return any(isinstance(row, GridRow) and row.key == key for row in self._all)

    def column_of(self, key: str) -> int:
        return next(at for at, column in enumerate(self.columns) if column.key == key)

    def index_of(self, row_key: str, column_key: str) -> QModelIndex:
        return self.index(self.row_of(row_key), self.column_of(column_key))

    def cell(self, index: Index) -> Cell:
        row = self._rows[index.row()] if index.isValid() else None
        if not isinstance(row, GridRow):
            return _EMPTY
        return row.cells.get(self.columns[index.column()].key, _EMPTY)

    def is_group(self, row: int) -> bool:
        return isinstance(self._rows[row], GridGroup)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.is_group(index.row()):
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.cell(index).editable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, GridGroup):
            return _of_group(row, index.column(), role)
        return self._of_cell(row, index, role)

    def _of_cell(self, row: GridRow, index: Index, role: int) -> object:
        cell, column = self.cell(index), self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(cell)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.is_figure else _LEFT
        if role == SEEN_ROLE:
            return _seen(cell)
        return {CELL_ROLE: cell, COLUMN_ROLE: column}.get(role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand a typed text over; whoever takes it sets the row anew."""
        if role != Qt.ItemDataRole.EditRole or not self.cell(index).editable or not isinstance(value, str):
            return False
        if value == self.cell(index).text:
            return False
        return self._on_edit(self.row_key(index), self.columns[index.column()].key, value)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return self._row_head(section) if role == Qt.ItemDataRole.AccessibleTextRole else None
        if not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(column.title.split()) or "Tanda"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.is_figure else _LEFT
        return column if role == COLUMN_ROLE else None

    def _row_head(self, row: int) -> str | None:
        """What a screen reader says once for a row, as the head of its cells; it is never seen."""
        if not 0 <= row < len(self._rows):
            return None
        found = self._rows[row]
        return found.name if isinstance(found, GridRow) else found.text


def _identity(row: GridRow | GridGroup) -> str:
    return f"r{row.key}" if isinstance(row, GridRow) else f"g{row.text}"


def _seen(cell: Cell) -> str:
    """The words of a cell as they are painted."""
    return " ".join(filter(None, (cell.text or cell.words or LOOKS[cell.state].words, cell.subtext)))


def _as_given(_: GridRow | GridGroup) -> ordering.Place:
    return Decimal(0), ""


def _place(column: GridColumn, row: GridRow | GridGroup) -> ordering.Place:
    assert isinstance(row, GridRow)
    cell = row.cells.get(column.key, _EMPTY)
    if column.is_figure:
        return ordering.of_figure(cell.text, _seen(cell))
    return ordering.of_words(cell.order or _seen(cell))


def _with_headings(rows: Rows, passes: Callable[[GridRow], bool]) -> list[GridRow | GridGroup]:
    """The rows that pass, each heading before the first of its own."""
    out: list[GridRow | GridGroup] = []
    heading: GridGroup | None = None
    for row in rows:
        if isinstance(row, GridGroup):
            heading = row
        elif passes(row):
            out += [row] if heading is None else [heading, row]
            heading = None
    return out


def _of_group(group: GridGroup, column: int, role: int) -> object:
    if role == GROUP_ROLE:
        return group
    if role == Qt.ItemDataRole.AccessibleTextRole:  # the heading lies across all columns
        return ", ".join(filter(None, (group.text, group.trailing)))
    return group.text if role == Qt.ItemDataRole.DisplayRole and column == 0 else None


def _spoken(cell: Cell) -> str:
    """«812 surat, peringatan, Naik 62% dari triwulan lalu»; the heads of row and column are told by the table."""
    figure = cell.text if cell.state is CellState.SALAH else " ".join(filter(None, (cell.text, cell.unit)))
    parts = (
        _NO_FIGURE if cell.text == _DASH else figure if cell.text else cell.words,
        cell.subtext,
        "" if cell.state.spoken == cell.text else cell.state.spoken,
        cell.note,
        f"sebelumnya {cell.previous}" if cell.previous else "",
    )
    return ", ".join(filter(None, parts)) or "kosong"
