"""The parts of a report as a tree: chapters, and the analyses of each sasaran under its name, all with their state.

A sasaran is folded until one of its analyses is opened; folded, it tells the state that asks for most. How a state
looks: ``_WRITING``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem

from kinerja_desktop.domain.isi_laporan import Tulisan
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.chips import ChipSpec, paint_chip
from kinerja_desktop.ui.widgets.word_cells import WordCells, height_for, lines_in
from kinerja_desktop.ui.work.looks import Look

_KUNCI = Qt.ItemDataRole.UserRole
_LOOK = Qt.ItemDataRole.UserRole
_STATE_WIDTH = 132
_URGENT = (Tulisan.LEPAS, Tulisan.BERUBAH, Tulisan.DISUNTING)
"""What a folded heading tells first."""
_WRITING: Mapping[Tulisan, Look] = {
    Tulisan.PROGRAM: (Tone.NETRAL, Icon.LAYAR, Shape.REGULAR),
    Tulisan.DISUNTING: (Tone.BERJALAN, Icon.DRAF, Shape.FILL),
    Tulisan.BERUBAH: (Tone.PERHATIAN, Icon.PERINGATAN, Shape.FILL),
    Tulisan.LEPAS: (Tone.SALAH, Icon.SALAH, Shape.FILL),
}


def writing_chip(tulisan: Tulisan) -> ChipSpec:
    """Who wrote a part of a report, and whether it still holds."""
    tone, icon, shape = _WRITING[tulisan]
    return ChipSpec(tone, icon, tulisan.value, shape)


@dataclass(frozen=True, slots=True)
class ChapterRow:
    """One part: its key, its name among those of its ``kelompok`` (none: it stands by itself), who wrote it."""

    kunci: str
    judul: str
    tulisan: Tulisan
    kelompok: str = ""


class _StateDelegate(QStyledItemDelegate):
    """Paints a state as a plain chip, in the colours of the moment."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.text = ""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        paint_chip(painter, option.rect, index.data(_LOOK), plain=True)


class _TitleDelegate(WordCells):
    """A title on as many lines as it needs beside its state."""

    ruled = False

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        tree = option.widget
        assert isinstance(tree, QTreeWidget)
        depth = 2 if index.parent().isValid() else 1
        lines = lines_in(str(index.data()), tree.columnWidth(0) - depth * tree.indentation())
        return QSize(0, height_for(len(lines), super().sizeHint(option, index).height()))


class ChapterTree(QTreeWidget):
    """``chosen`` tells that another part is open, ``current`` is its key; a heading opens nothing, it unfolds."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._items: dict[str, QTreeWidgetItem] = {}
        self._rows: tuple[ChapterRow, ...] = ()
        self._open: str | None = None
        self.setObjectName("bab")
        self.setAccessibleName("Bab laporan")
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setItemDelegate(_TitleDelegate(self))
        self.setItemDelegateForColumn(1, _StateDelegate(self))
        self.setIndentation(theme.px(16))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(0)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, theme.px(_STATE_WIDTH))
        self.setExpandsOnDoubleClick(False)
        self.currentItemChanged.connect(lambda item, _: self._turn_to(item))
        self.itemClicked.connect(lambda item, _: item.setExpanded(not item.isExpanded()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def show_rows(self, rows: Iterable[ChapterRow]) -> None:
        """Show these; where they are the same parts as before, what is folded and chosen stays."""
        rows = tuple(rows)
        same = [(r.kunci, r.kelompok) for r in rows] == [(r.kunci, r.kelompok) for r in self._rows]
        self._rows = rows
        with QSignalBlocker(self):
            if not same:
                self._build()
            for row in self._rows:
                _tell(self._items[row.kunci], row.judul, row.tulisan)
            self._tell_headings()

    def current(self) -> str | None:
        """Key of the part that was opened last; None before anything was shown."""
        return self._open

    def choose(self, kunci: str) -> None:
        """Open a part and unfold what it stands under."""
        item = self._items.get(kunci)
        if item is not None:
            self.setCurrentItem(item)
            self.scrollToItem(item)

    def _turn_to(self, item: QTreeWidgetItem | None) -> None:
        kunci = None if item is None else item.data(0, _KUNCI)
        if kunci is not None:
            self._open = kunci
            self.chosen.emit()

    def _build(self) -> None:
        kept, unfolded = self._open, {g.text(0) for g in self._headings() if g.isExpanded()}
        self.clear()
        self._items, headings = {}, dict[str, QTreeWidgetItem]()
        for row in self._rows:
            parent = self.invisibleRootItem()
            if row.kelompok:
                parent = headings.get(row.kelompok) or _heading(self, row.kelompok)
                headings[row.kelompok] = parent
            self._items[row.kunci] = item = QTreeWidgetItem(parent)
            item.setData(0, _KUNCI, row.kunci)
        for title, heading in headings.items():
            heading.setExpanded(title in unfolded)
        kept = kept if kept in self._items else next(iter(self._items), None)
        if kept is not None:
            self._open = kept
            self.choose(kept)

    def _headings(self) -> list[QTreeWidgetItem]:
        top = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        return [item for item in top if item is not None and item.childCount()]

    def _tell_headings(self) -> None:
        for heading in self._headings():
            under = [row.tulisan for row in self._rows if row.kelompok == heading.text(0)]
            state = next((one for one in _URGENT if one in under), Tulisan.PROGRAM)
            _tell(heading, heading.text(0), state, "" if state is Tulisan.PROGRAM else f"{under.count(state)} ")


def _heading(tree: QTreeWidget, title: str) -> QTreeWidgetItem:
    made = QTreeWidgetItem(tree)
    made.setText(0, title)
    return made


def _tell(item: QTreeWidgetItem, words: str, state: Tulisan, count: str = "") -> None:
    chip = replace(writing_chip(state), text=f"{count}{state.value}")
    said = f"{words}, {chip.text}"
    item.setText(0, words)
    item.setText(1, chip.text)
    item.setData(1, _LOOK, chip)
    for column in (0, 1):
        item.setToolTip(column, said)
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)
