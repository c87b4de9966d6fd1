"""Units by steps: how long each took, what runs, what is late. Enter opens the berkas of a row."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from kinerja_desktop.services.monitoring import BarisWaktuSeksi, KeadaanLangkah, SelWaktu
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.monitoring.looks import CHIPPED, LOOK
from kinerja_desktop.ui.theme import Height, Ink, TextStyle
from kinerja_desktop.ui.widgets.chips import ChipSpec, paint_chip
from kinerja_desktop.ui.widgets.painting import paint_icon, paint_text, text_width

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
CELL = Qt.ItemDataRole.UserRole
NAME, LEAST_NAME, SHARE, AMPLE = 250, 130, 30, 40
"""Width of the name; the least one of it and of a share of a step; a share that leaves room for long names."""
_SHARES = (3, 3, 4, 4, 4)
"""Steps 3 and 4 are told by day and time, so they need more room than minutes do."""
ROWS = 6
"""Units that the tab shows without scrolling."""
_LAPORAN = 3
_REPORTED = frozenset({KeadaanLangkah.SELESAI, KeadaanLangkah.SELESAI_LEWAT, KeadaanLangkah.DIPERBAIKI})
_QUIET = frozenset({KeadaanLangkah.SELESAI, KeadaanLangkah.BELUM})
"""States whose words are plain text; only the symbol has a colour."""


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
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.told(index)
        return None

    def told(self, index: Index) -> str:
        """The unit, the step and where the words of a cell come from, in one line."""
        row = self.rows[index.row()]
        if index.column() == 0:
            return f"{row.seksi.nama}: {row.label}."
        return f"{row.seksi.nama}, langkah {self._heads[index.column() - 1][0]}: {row.sel[index.column() - 1].petunjuk}"

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
        if cell.keadaan in _QUIET:
            left = box.left() + paint_icon(painter, box.left(), box.center().y(), icon, tone, shape=shape)
            words = box.adjusted(left - box.left() + theme.px(5), 0, 0, 0)
            paint_text(painter, words, cell.teks, TextStyle.BODY, Ink.TEXT)
            return
        paint_chip(painter, box, ChipSpec(tone, icon, cell.teks, shape), plain=cell.keadaan not in CHIPPED)


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
        """The name keeps its room; the steps share what is left."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        if self.matrix.columnCount() <= len(_SHARES):
            return
        room, whole = self.viewport().width(), sum(_SHARES)
        name = min(theme.px(NAME), max(theme.px(LEAST_NAME), room - whole * theme.px(SHARE)))
        name = max(name, min(self._widest_name(), room - whole * theme.px(AMPLE)))
        self.setColumnWidth(0, name)
        for at, share in enumerate(_SHARES, 1):
            self.setColumnWidth(at, (room - name) * share // whole)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.told.emit(self.matrix.told(current))

    def _widest_name(self) -> int:
        names = (row.seksi.nama for row in self.matrix.rows)
        return max((text_width(name, TextStyle.BODY_500) for name in names), default=0) + theme.px(20)

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
