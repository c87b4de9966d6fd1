"""Where the keys of a grid lead: over headings and hidden columns, and to the next cell that matters.

Pure steps over a `GridModel`; the view asks and sets the current cell.
"""

from collections.abc import Callable, Collection, Iterator

from PySide6.QtCore import QModelIndex, Qt

from kinerja_desktop.ui.widgets.grid.cells import CellState
from kinerja_desktop.ui.widgets.grid.model import GridModel

WORTH_A_LOOK = (CellState.SALAH, CellState.PERINGATAN, CellState.KOSONG, CellState.DIKEMBALIKAN)
"""States that «Berikutnya (F8)» stops at."""

Hidden = Callable[[int], bool]


def step_rows(model: GridModel, start: QModelIndex, by: int) -> QModelIndex:
    """So many rows down or up in the same column; headings do not count; stops at the edge."""
    rows = [row for row in range(model.rowCount()) if not model.is_group(row)]
    if not rows:
        return QModelIndex()
    if start.row() not in rows:
        return model.index(rows[0], max(0, start.column()))
    at = rows.index(start.row()) + by
    return model.index(rows[min(max(at, 0), len(rows) - 1)], start.column())


def step_columns(model: GridModel, start: QModelIndex, by: int, hidden: Hidden) -> QModelIndex:
    """So many columns to the right or left in the same row; stops at the edge."""
    columns = [column for column in range(model.columnCount()) if not hidden(column)]
    at = columns.index(start.column()) + by if start.column() in columns else 0
    return model.index(start.row(), columns[min(max(at, 0), len(columns) - 1)])


def edge_column(model: GridModel, start: QModelIndex, *, last: bool, hidden: Hidden) -> QModelIndex:
    columns = [column for column in range(model.columnCount()) if not hidden(column)]
    return model.index(start.row(), columns[-1 if last else 0])


def edge_cell(model: GridModel, *, last: bool, hidden: Hidden) -> QModelIndex:
    """First or last cell of the grid."""
    rows = [row for row in range(model.rowCount()) if not model.is_group(row)]
    if not rows:
        return QModelIndex()
    return edge_column(model, model.index(rows[-1 if last else 0], 0), last=last, hidden=hidden)


def next_editable(model: GridModel, start: QModelIndex, *, back: bool, hidden: Hidden) -> QModelIndex:
    """The next cell that can be typed into, in reading order; the start itself when there is none further."""
    return _first_after(
        model,
        start,
        back=back,
        wanted=lambda index: _is_editable(model, index),
        hidden=hidden,
    )


def next_to_fill(model: GridModel, start: QModelIndex, *, back: bool, hidden: Hidden) -> QModelIndex:
    """The cell below, or above; where it takes nothing, the nearest one that does in the rows that follow."""
    below = step_rows(model, start, -1 if back else 1)
    if below == start or _is_editable(model, below):
        return below
    cells = [c for c in _cells(model, hidden) if (c.row() < start.row() if back else c.row() > start.row())]
    fit = [c for c in cells if _is_editable(model, c)]
    return min(fit, key=lambda c: (abs(c.row() - start.row()), abs(c.column() - start.column())), default=below)


def next_in_state(
    model: GridModel, start: QModelIndex, states: Collection[CellState], *, back: bool = False, hidden: Hidden
) -> QModelIndex:
    """The next cell in one of these states, or the one before; from the end it goes on at the other end."""

    def wanted(index: QModelIndex) -> bool:
        return model.cell(index).state in states

    found = _first_after(model, start, back=back, wanted=wanted, hidden=hidden)
    if found != start:
        return found
    cells = list(_cells(model, hidden))
    return next((index for index in (reversed(cells) if back else cells) if wanted(index)), start)


def has_editable(model: GridModel) -> bool:
    return any(_is_editable(model, index) for index in _cells(model, lambda _: False))


def _is_editable(model: GridModel, index: QModelIndex) -> bool:
    return bool(model.flags(index) & Qt.ItemFlag.ItemIsEditable)


def _first_after(
    model: GridModel, start: QModelIndex, *, back: bool, wanted: Callable[[QModelIndex], bool], hidden: Hidden
) -> QModelIndex:
    cells = list(_cells(model, hidden))
    if back:
        cells.reverse()
    place = (start.row(), start.column())
    sign = -1 if back else 1
    further = (c for c in cells if (sign * c.row(), sign * c.column()) > (sign * place[0], sign * place[1]))
    return next((index for index in further if wanted(index)), start)


def _cells(model: GridModel, hidden: Hidden) -> Iterator[QModelIndex]:
    for row in range(model.rowCount()):
        if not model.is_group(row):
            yield from (model.index(row, column) for column in range(model.columnCount()) if not hidden(column))
