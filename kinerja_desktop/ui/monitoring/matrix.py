"""Units by steps: how long each took, what runs, what is late. Enter opens the berkas of a row."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from kinerja_desktop.services.monitoring import BarisWaktuSeksi, KeadaanLangkah, SelWaktu
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.monitoring import columns
from kinerja_desktop.ui.monitoring.looks import CHIPPED, LOOK, QUIET
from kinerja_desktop.ui.theme import Height, Ink, TextStyle
from kinerja_desktop.ui.widgets.chips import paint_chip
from kinerja_desktop.ui.widgets.painting import paint_icon, paint_lines, paint_text

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
CELL = Qt.ItemDataRole.UserRole
ROWS = 4
"""Units that are seen without scrolling on the lowest window."""
_LAPORAN = 3
_REPORTED = frozenset({KeadaanLangkah.SELESAI, KeadaanLangkah.SELESAI_LEWAT, KeadaanLangkah.DIPERBAIKI})


class MatrixModel(QAbstractTableModel):
    """Rows of units; column 0 is the name."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[BarisWaktuSeksi, ...] = ()
        self.heads: tuple[tuple[str, str], ...] = ()

    def show(self, rows: Sequence[BarisWaktuSeksi], heads: Sequence[tuple[str, str]]) -> None:
        """Show another quarter."""
        self.beginResetModel()
        self.rows, self.heads = tuple(rows), tuple(heads)
        self.endResetModel()

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
        self.setAccessibleName("Waktu per langkah")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Qt's own signature
        self.setShowGrid(False)  # Qt's own signature
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.height(Height.MATRIX_ROW))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda index: self._open(index.row()))

    def minimumSizeHint(self) -> QSize:
        """All units of a small office."""
        rows = min(self._least, max(1, self.matrix.rowCount()))
        head = self.horizontalHeader().sizeHint().height()
        return QSize(theme.px(560), head + rows * theme.height(Height.MATRIX_ROW) + 4)

    def show_rows(self, rows: Sequence[BarisWaktuSeksi], heads: Sequence[tuple[str, str]]) -> None:
        """Show another quarter, or the same one a minute later; the chosen cell stays chosen."""
        now = self.currentIndex()
        seksi, column = (self.matrix.rows[now.row()].seksi.kode, now.column()) if now.isValid() else ("", 0)
        self.matrix.show(rows, heads)
        self._share_width()
        self.updateGeometry()
        at = next((n for n, row in enumerate(rows) if row.seksi.kode == seksi), -1)
        self.setCurrentIndex(self.matrix.index(at, column))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names and steps share the room."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        if self.matrix.heads:
            shares = columns.widths(self.matrix.rows, self.matrix.heads, self.viewport().width())
            for at, width in enumerate(shares):
                self.setColumnWidth(at, width)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.told.emit(self.matrix.told(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _row_of(self, case_id: str) -> int:
        return next((at for at, row in enumerate(self.matrix.rows) if row.case_id == case_id), -1)

    def has(self, case_id: str) -> bool:
        """Whether the berkas is that of a unit."""
        return self._row_of(case_id) >= 0

    def go_to(self, case_id: str) -> None:
        """Put the focus on the row of a berkas."""
        self.setFocus()
        self.setCurrentIndex(self.matrix.index(self._row_of(case_id), 0))

    def name_of(self, case_id: str) -> str:
        """The unit of a berkas."""
        return self.matrix.rows[self._row_of(case_id)].seksi.nama

    def is_reported(self, case_id: str) -> bool:
        """Whether its report was handed in at least once."""
        return self.matrix.rows[self._row_of(case_id)].sel[_LAPORAN].keadaan in _REPORTED

    def _open(self, row: int) -> None:
        if 0 <= row < len(self.matrix.rows) and self.matrix.rows[row].case_id:
            self.opened.emit(self.matrix.rows[row].case_id)
