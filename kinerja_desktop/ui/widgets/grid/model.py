"""The item model over the cells of a grid. It holds what it was given; a typed text goes to the one who made it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kinerja_desktop.ui.widgets.grid.cells import Cell, ColumnKind, GridColumn, GridGroup, GridRow, Rows

CELL_ROLE = Qt.ItemDataRole.UserRole
"""The whole `Cell`."""
GROUP_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `GridGroup` of a heading row, None elsewhere."""
COLUMN_ROLE = Qt.ItemDataRole.UserRole + 2
"""The `GridColumn` (also as header data)."""
Index = QModelIndex | QPersistentModelIndex
_EMPTY = Cell()
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
        self._rows: list[GridRow | GridGroup] = []

    def set_rows(self, rows: Rows) -> None:
        """Show other rows. Where keys and headings stay in their places only the cells are told as changed."""
        if [_identity(row) for row in rows] == [_identity(row) for row in self._rows]:
            self._rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def set_row(self, *rows: GridRow) -> None:
        """Change the cells of rows; told as one change."""
        places = [self.row_of(row.key) for row in rows]
        for at, row in zip(places, rows, strict=True):
            self._rows[at] = row
        if places:
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), len(self.columns) - 1))

    def item(self, row: int) -> GridRow | GridGroup:
        return self._rows[row]

    def row_key(self, index: Index) -> str:
        """Key of the row of an index; empty for a heading or an invalid index."""
        row = self._rows[index.row()] if index.isValid() else None
        return row.key if isinstance(row, GridRow) else ""

    def row_of(self, key: str) -> int:
        """Number of the row with a key, or -1."""
        return next((at for at, row in enumerate(self._rows) if isinstance(row, GridRow) and row.key == key), -1)

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
            return _spoken(row, column, cell)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.is_figure else _LEFT
        return {CELL_ROLE: cell, COLUMN_ROLE: column}.get(role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand a typed text over; whoever takes it sets the row anew."""
        if role != Qt.ItemDataRole.EditRole or not self.cell(index).editable or not isinstance(value, str):
            return False
        if value == self.cell(index).text:
            return False
        return self._on_edit(self.row_key(index), self.columns[index.column()].key, value)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(column.title.split()) or "Tanda"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.is_figure else _LEFT
        return column if role == COLUMN_ROLE else None


def _identity(row: GridRow | GridGroup) -> str:
    return f"r{row.key}" if isinstance(row, GridRow) else f"g{row.text}"


def _of_group(group: GridGroup, column: int, role: int) -> object:
    if role == GROUP_ROLE:
        return group
    if role == Qt.ItemDataRole.AccessibleTextRole:  # the heading lies across all columns
        return ", ".join(filter(None, (group.text, group.trailing)))
    return group.text if role == Qt.ItemDataRole.DisplayRole and column == 0 else None


def _spoken(row: GridRow, column: GridColumn, cell: Cell) -> str:
    """«Realisasi TW II, Jumlah surat keterangan, 812 surat, peringatan»."""
    head = " ".join(column.title.split())
    figure = " ".join(filter(None, (cell.text, cell.unit)))
    name = "" if column.kind is ColumnKind.NAMA else row.name
    parts = (head, name, figure, cell.subtext, "" if cell.state.spoken == cell.text else cell.state.spoken)
    return ", ".join(part for part in parts if part)
