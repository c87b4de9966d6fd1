"""Units by steps: how long each took, what runs, what is late. Enter opens the berkas of a row."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from kinerja_desktop.services.monitoring import BarisWaktuSeksi, SelWaktu
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.monitoring.looks import CHIPPED, LOOK
from kinerja_desktop.ui.theme import Height, Ink, TextStyle
from kinerja_desktop.ui.widgets.chips import ChipSpec, paint_chip
from kinerja_desktop.ui.widgets.painting import paint_text

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
CELL = Qt.ItemDataRole.UserRole
NAME = 250


class MatrixModel(QAbstractTableModel):
    """Rows of units; column 0 is the name."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[BarisWaktuSeksi, ...] = ()
        self._heads: tuple[tuple[str, str], ...] = ()

    def show(self, rows: Sequence[BarisWaktuSeksi], heads: Sequence[tuple[str, str]]) -> None:
        """Show another quarter."""
        self.beginResetModel()
        self.rows, self._heads = tuple(rows), tuple(heads)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads) + 1

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
            return cell.petunjuk if cell else row.label
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return "Unit kerja" if section == 0 else "\n".join(self._heads[section - 1])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


class _Cells(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CELL)
        box = QRect(option.rect).adjusted(theme.px(8), 1, -theme.px(4), -1)
        if not isinstance(cell, SelWaktu):
            paint_text(painter, box, str(index.data()), TextStyle.BODY_500, Ink.TEXT)
            return
        if cell.teks in ("", "–", "-"):
            paint_text(painter, box, "–", TextStyle.BODY, Ink.TEXT_2)
            return
        tone, icon, shape = LOOK[cell.keadaan]
        paint_chip(painter, box, ChipSpec(tone, icon, cell.teks, shape), plain=cell.keadaan not in CHIPPED)


class MatrixView(QTableView):
    """``opened`` carries the id of the berkas."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.matrix = MatrixModel()
        self.setModel(self.matrix)
        self.setItemDelegate(_Cells(self))
        self.setAccessibleName("Waktu per langkah")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Qt's own signature
        self.setShowGrid(False)  # Qt's own signature
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.height(Height.MATRIX_ROW))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda index: self._open(index.row()))

    def show_rows(self, rows: Sequence[BarisWaktuSeksi], heads: Sequence[tuple[str, str]]) -> None:
        """Show another quarter."""
        self.matrix.show(rows, heads)
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name keeps its room; the steps share what is left."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        steps = self.matrix.columnCount() - 1
        if steps < 1:
            return
        name = min(theme.px(NAME), self.viewport().width() // 3)
        self.setColumnWidth(0, name)
        for at in range(1, steps + 1):
            self.setColumnWidth(at, (self.viewport().width() - name) // steps)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _open(self, row: int) -> None:
        if 0 <= row < len(self.matrix.rows) and self.matrix.rows[row].case_id:
            self.opened.emit(self.matrix.rows[row].case_id)
