"""«Buka Tahun»: what a new plan takes over from last year and what stays behind, with ticks at the indikator."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from kinerja_desktop.domain.huruf import sought
from kinerja_desktop.domain.salin_rencana import Butir
from kinerja_desktop.services.plan_years import TawaranTahun
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Ink
from kinerja_desktop.ui.widgets import ordering
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.filter_line import FilterLine
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.list_tools import ListTools, words_of

_NAME = "Yang disalin dan yang tidak disalin"
_HEADS = ("Disalin", "Bagian", "Keterangan")
_ROW = 40
_AROUND = 12
_HEIGHT = 340
_YES, _NO = "ya", "tidak"
_SENTENCE = (
    "Kartu dan rencana aksi disalin, target dikosongkan. Hapus centang indikator yang tidak dilanjutkan. Sesudah "
    "dibuka, semuanya masih dapat diubah."
)


def ask_copy(parent: QWidget, tawaran: TawaranTahun) -> frozenset[str] | None:
    """Kode that are left out; None where the year is not opened."""
    tahun = tawaran.tahun
    dialog = Dialog(
        parent, "Buka Tahun", f"Buka rencana kinerja {tahun} dengan salinan {tawaran.dari}", sentence=_SENTENCE
    )
    table, count = CopyTable(tawaran.butir), Label(ink=Ink.TEXT_2)
    table.setObjectName("salinan")
    dialog.body.addWidget(table.filter_line)
    dialog.add_giving(table, _HEIGHT)
    table.filter_line.tell()
    dialog.body.addWidget(count)

    def tell() -> None:
        copied = table.copied()
        count.setText(f"{copied} bagian disalin, {len(tawaran.butir) - copied} tidak disalin.")

    table.itemChanged.connect(lambda _: tell())
    tell()
    dialog.add_act(f"Buka {tahun}").setObjectName("buka_tahun")
    done = bool(dialog.exec())
    left_out = table.left_out()
    dialog.deleteLater()
    return left_out if done else None


class CopyTable(QTableWidget):
    """One row for every part; what stays behind stands first, because that is what must be looked at."""

    def __init__(self, butir: Sequence[Butir]) -> None:
        self._butir = sorted(butir, key=lambda b: b.disalin)
        super().__init__(len(self._butir), len(_HEADS))
        self._given = True
        """The rows stand as they were given."""
        self.setAccessibleName(_NAME)
        self.setHorizontalHeaderLabels(list(_HEADS))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)  # Qt's own signature
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(theme.px(_ROW))
        self.setShowGrid(False)  # Qt's own signature
        for at, one in enumerate(self._butir):
            name = one.nama if one.kode else f"{one.bagian}: {one.nama}"
            for place, text in enumerate((_YES if one.disalin else _NO, name, one.keterangan)):
                tick = place == 0 and one.kode is not None
                self.setItem(at, place, _Cell(text, self.is_before, at, tick=tick, on=one.disalin))
        head = self.horizontalHeader()
        head.setSectionsClickable(True)  # Qt's own signature
        head.setSortIndicatorShown(True)  # Qt's own signature
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.sortIndicatorChanged.connect(self._sort)
        head.setHighlightSections(False)  # Qt's own signature
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setColumnWidth(0, theme.px(76))
        for at in (1, 2):
            head.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        self.setWordWrap(True)  # Qt's own signature
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.itemChanged.connect(self._reword)
        self.tools = ListTools(self, _NAME, flexible=(0,), sorts=True, figures=lambda _: False, needed=(0, 1))
        self.filter_line = FilterLine(self, _NAME)
        self.tools.set_filter(self.filter_line)
        self._on_key = {**self.tools.keys(), "Ctrl+F": self.filter_line.begin}

    def is_before(self, one: "_Cell", other: "_Cell") -> bool:
        """By their words; by the places that they were given where no column is chosen."""
        if self._given:
            return one.given < other.given
        return ordering.of_words(one.text()) < ordering.of_words(other.text())

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self._given = column < 0
        self.sortItems(max(column, 0), Qt.SortOrder.AscendingOrder if self._given else order)

    def set_filter(self, words: str) -> None:
        """Show only parts in whose cells that are seen every word stands; ticks out of sight stay."""
        wanted, seen = sought(words).split(), self.tools.seen()
        for row in range(self.rowCount()):
            text = sought("\n".join(words_of(self.model().index(row, at)) for at in seen))
            self.setRowHidden(row, not all(word in text for word in wanted))

    def counted(self) -> tuple[int, int]:
        """How many parts are shown, and how many there are."""
        return sum(not self.isRowHidden(row) for row in range(self.rowCount())), self.rowCount()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._on_key.get(QKeySequence(event.keyCombination()).toString())
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def sizeHintForRow(self, at: int) -> int:
        """Room above and below texts of several lines; Qt leaves none."""
        return super().sizeHintForRow(at) + theme.px(_AROUND)

    def left_out(self) -> frozenset[str]:
        """Kode whose tick was taken away."""
        rows = map(self._row, range(self.rowCount()))
        return frozenset(one.kode for one, on in rows if one.kode and not on)

    def copied(self) -> int:
        """How many parts are taken over."""
        return sum(on if one.kode else one.disalin for one, on in map(self._row, range(self.rowCount())))

    def _row(self, at: int) -> tuple[Butir, bool]:
        """The part in this row as the rows stand now, and whether it is ticked."""
        item = self.item(at, 0)
        assert isinstance(item, _Cell)
        return self._butir[item.given], item.checkState() is Qt.CheckState.Checked

    def _reword(self, item: QTableWidgetItem) -> None:
        word = _YES if item.checkState() is Qt.CheckState.Checked else _NO
        if item.column() == 0 and self._row(item.row())[0].kode and item.text() != word:
            item.setText(word)


class _Cell(QTableWidgetItem):
    """A cell that knows in which row it was ``given``; ``is_before`` compares two of a column."""

    def __init__(
        self, text: str, is_before: Callable[["_Cell", "_Cell"], bool], given: int, *, tick: bool, on: bool
    ) -> None:
        super().__init__(text)
        self.given, self._is_before = given, is_before
        self.setToolTip(text)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        self.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable if tick else flags)
        if tick:
            self.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def __lt__(self, other: object) -> bool:
        return isinstance(other, _Cell) and self._is_before(self, other)
