"""Units by steps: how long each took, what runs, what is late. Enter opens the berkas of a row.

A list like the others: sorted by the name or by the state of a step (what is late comes last, or first), filtered,
columns hidden and remembered, exported as it is seen.
"""

from collections.abc import Callable, Collection, Sequence
from decimal import Decimal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from kinerja_desktop.domain.huruf import sought
from kinerja_desktop.domain.workflow import Langkah
from kinerja_desktop.services.monitoring import COLUMNS, BarisWaktuSeksi, KeadaanLangkah, SelWaktu
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.monitoring import columns
from kinerja_desktop.ui.monitoring.looks import CHIPPED, LOOK, QUIET
from kinerja_desktop.ui.theme import Height, Ink, TextStyle
from kinerja_desktop.ui.widgets import ordering
from kinerja_desktop.ui.widgets.chips import paint_chip
from kinerja_desktop.ui.widgets.filter_line import FilterLine
from kinerja_desktop.ui.widgets.list_tools import ListTools
from kinerja_desktop.ui.widgets.painting import paint_icon, paint_lines, paint_text

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
CELL = Qt.ItemDataRole.UserRole
ROWS = 4
"""Units that are seen without scrolling on the lowest window."""
_NAME = "Waktu per langkah"
_LAPORAN, _COLUMNS = 3, 6
_KEYS = ("unit", *(langkah.value for langkah in COLUMNS))
"""What columns are remembered by: their heads also tell the limit, which a revision of the SOP changes."""
_ORDER = (
    KeadaanLangkah.BELUM,
    KeadaanLangkah.SELESAI,
    KeadaanLangkah.SELESAI_LEWAT,
    KeadaanLangkah.DIPERBAIKI,
    KeadaanLangkah.BERJALAN,
    KeadaanLangkah.HARI_INI,
    KeadaanLangkah.TERLAMBAT,
)
_REPORTED = frozenset({KeadaanLangkah.SELESAI, KeadaanLangkah.SELESAI_LEWAT, KeadaanLangkah.DIPERBAIKI})


class MatrixModel(QAbstractTableModel):
    """Rows of units; column 0 is the name."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[BarisWaktuSeksi, ...] = ()
        self.all: tuple[BarisWaktuSeksi, ...] = ()
        self.heads: tuple[tuple[str, str], ...] = ()
        self._words: tuple[str, ...] = ()
        self._looked_at: tuple[int, ...] = ()
        self._order = (-1, Qt.SortOrder.AscendingOrder)

    def show(self, rows: Sequence[BarisWaktuSeksi], heads: Sequence[tuple[str, str]]) -> None:
        """Show another quarter, sorted and filtered as before."""
        self.all, self.heads = tuple(rows), tuple(heads)
        self._lay()

    def set_filter(self, words: str, columns: Collection[int]) -> None:
        """Show only units in whose cells, of these columns, every word stands."""
        self._words, self._looked_at = tuple(sought(words).split()), tuple(columns)
        self._lay()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By the name, or by the state of a step; by no column as the office orders its units."""
        self._order = (column, order)
        self._lay()

    def _lay(self) -> None:
        column, order = self._order
        found = [row for row in self.all if self._passes(row)]
        if 0 <= column <= len(self.heads):
            found.sort(key=lambda row: _place(row, column), reverse=order is Qt.SortOrder.DescendingOrder)
        self.beginResetModel()
        self.rows = tuple(found)
        self.endResetModel()

    def _passes(self, row: BarisWaktuSeksi) -> bool:
        cells = (row.seksi.nama, *(cell.teks for cell in row.sel))
        text = sought("\n".join(cells[at] for at in self._looked_at if at < len(cells)))
        return all(word in text for word in self._words)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.heads) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        cell = row.sel[index.column() - 1] if index.column() else None
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.teks if cell else row.seksi.nama
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.petunjuk if cell else f"{row.seksi.nama}: {row.label}"
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.told(index)
        return None

    def told(self, index: Index) -> str:
        """The unit, the step and where the words of a cell come from, in one line."""
        row = self.rows[index.row()]
        if index.column() == 0:
            return f"{row.seksi.nama}: {row.label}."
        return f"{row.seksi.nama}, langkah {self.heads[index.column() - 1][0]}: {row.sel[index.column() - 1].petunjuk}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return "Unit kerja" if section == 0 else "\n".join(self.heads[section - 1])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


def _place(row: BarisWaktuSeksi, column: int) -> ordering.Place:
    if column == 0:
        return ordering.of_words(row.seksi.nama)
    return Decimal(_ORDER.index(row.sel[column - 1].keadaan)), ""


class _Cells(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CELL)
        box = QRect(option.rect).adjusted(theme.px(columns.LEFT), 1, -theme.px(columns.RIGHT), -1)
        if not isinstance(cell, SelWaktu):
            paint_lines(painter, box, str(index.data()), TextStyle.BODY_500, Ink.TEXT)
        elif columns.nothing(cell):
            paint_text(painter, box, "–", TextStyle.BODY, Ink.TEXT_2)
        elif cell.keadaan in QUIET:
            _paint_quiet(painter, box, cell)
        else:
            plain, words = cell.keadaan not in CHIPPED, columns.fitting(cell, box.width())
            paint_chip(painter, box, columns.spec(cell, words), plain=plain)


def _paint_quiet(painter: QPainter, box: QRect, cell: SelWaktu) -> None:
    tone, icon, shape = LOOK[cell.keadaan]
    used = paint_icon(painter, box.left(), box.center().y(), icon, tone, shape=shape) + theme.px(columns.GAP)
    paint_text(painter, box.adjusted(used, 0, 0, 0), cell.teks, TextStyle.BODY, Ink.TEXT)


class _Head(QHeaderView):
    """``let_go``: a width was drawn."""

    let_go = Signal()

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.let_go.emit()


class MatrixView(QTableView):
    """``opened`` carries the id of the berkas, ``told`` what the chosen cell stands for.

    No less than ``least`` units are seen, where there are so many.
    """

    opened = Signal(str)
    told = Signal(str)

    def __init__(self, least: int = ROWS) -> None:
        super().__init__()
        self._least = least
        self.matrix = MatrixModel()
        self.setModel(self.matrix)
        self.setItemDelegate(_Cells(self))
        self.setAccessibleName(_NAME)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Qt's own signature
        self.setShowGrid(False)  # Qt's own signature
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.height(Height.MATRIX_ROW))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        head = _Head(self)
        self.setHorizontalHeader(head)
        head.let_go.connect(self._share_width)
        head.setSectionsClickable(True)  # Qt's own signature
        head.setSortIndicatorShown(True)  # Qt's own signature
        head.setHighlightSections(False)  # Qt's own signature
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.sortIndicatorChanged.connect(self._sort)
        self.tools = ListTools(
            self, _NAME, flexible=range(_COLUMNS), sorts=True, figures=lambda _: False, keys=_KEYS, needed=(0,)
        )
        self.filter_line = FilterLine(self, _NAME)
        self.tools.set_filter(self.filter_line)
        self._on_key = {**self.tools.keys(), "Ctrl+F": self.filter_line.begin}
        self.tools.columns_changed.connect(self._share_width)

    def minimumSizeHint(self) -> QSize:
        """All units of a small office."""
        rows = min(self._least, max(1, self.matrix.rowCount()))
        head = self.horizontalHeader().sizeHint().height()
        return QSize(theme.px(560), head + rows * theme.height(Height.MATRIX_ROW) + 4)

    def show_rows(self, rows: Sequence[BarisWaktuSeksi], heads: Sequence[tuple[str, str]]) -> None:
        """Show another quarter, or the same one a minute later; the chosen cell stays chosen."""
        other = tuple(heads) != self.matrix.heads
        self._keep_chosen(lambda: self.matrix.show(rows, heads))
        if other:
            self.tools.recall()
        self.filter_line.tell()
        self._share_width()
        self.updateGeometry()

    def set_filter(self, words: str) -> None:
        """Show only units in whose cells that are seen every word stands."""
        self._keep_chosen(lambda: self.matrix.set_filter(words, self.tools.seen()))

    def counted(self) -> tuple[int, int]:
        """How many units are shown, and how many there are."""
        return len(self.matrix.rows), len(self.matrix.all)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self._keep_chosen(lambda: self.matrix.sort(column, order))

    def _keep_chosen(self, change: Callable[[], None]) -> None:
        now = self.currentIndex()
        seksi, column = (self.matrix.rows[now.row()].seksi.kode, now.column()) if now.isValid() else ("", 0)
        change()
        at = next((n for n, row in enumerate(self.matrix.rows) if row.seksi.kode == seksi), -1)
        self.setCurrentIndex(self.matrix.index(at, column))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names and steps share the room that widths set by hand leave."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        if not self.matrix.heads:
            return
        seen = [at for at in range(1, len(self.matrix.heads) + 1) if not self.isColumnHidden(at)]
        own = {at: width for at, width in self.tools.widths_by_hand().items() if at in (0, *seen)}
        steps = [at for at in seen if at not in own]
        room = self.viewport().width() - sum(own.values()) + own.get(0, 0)
        shares = columns.widths(
            self.matrix.all, self.matrix.heads, room, seen=[at - 1 for at in steps], name=own.get(0)
        )
        self.tools.lay_widths(dict(zip((0, *steps), shares, strict=True)) | own)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.told.emit(self.matrix.told(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._on_key.get(QKeySequence(event.keyCombination()).toString())
        if act is not None:
            act()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _row_of(self, case_id: str) -> int:
        return next((at for at, row in enumerate(self.matrix.rows) if row.case_id == case_id), -1)

    def _of(self, case_id: str) -> BarisWaktuSeksi | None:
        """The unit of a berkas, seen or held back by the filter."""
        return next((row for row in self.matrix.all if row.case_id == case_id), None)

    def has(self, case_id: str) -> bool:
        """Whether the berkas is that of a unit."""
        return self._of(case_id) is not None

    def go_to(self, case_id: str) -> None:
        """Put the focus on the row of a berkas, were it behind the filter."""
        if self._row_of(case_id) < 0:
            self.filter_line.field.clear()
        self.setFocus()
        self.setCurrentIndex(self.matrix.index(self._row_of(case_id), 0))

    def go_to_step(self, langkah: Langkah) -> None:
        """Put the focus on a step, of the unit that is chosen or of the first."""
        self.setFocus()
        self.setCurrentIndex(self.matrix.index(max(0, self.currentIndex().row()), 1 + list(COLUMNS).index(langkah)))

    def name_of(self, case_id: str) -> str:
        """The unit of a berkas."""
        unit = self._of(case_id)
        return "" if unit is None else unit.seksi.nama

    def is_reported(self, case_id: str) -> bool:
        """Whether its report was handed in at least once."""
        unit = self._of(case_id)
        return unit is not None and unit.sel[_LAPORAN].keadaan in _REPORTED

    def _open(self, row: int) -> None:
        if 0 <= row < len(self.matrix.rows) and self.matrix.rows[row].case_id:
            self.opened.emit(self.matrix.rows[row].case_id)
