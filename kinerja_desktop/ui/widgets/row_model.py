"""Rows under group headings, as plain values, and the item model over them.

A list of tasks is `GroupedListModel.set_content` with `ListGroup` and `ListRow`; the counts shown are the rows
given, so a count cannot differ from its list. Long lists fold (from `FOLD_FROM` rows on), then headings are stops
of the arrow keys.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.chips import ChipSpec

FOLD_FROM = 40
ITEM_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row: state, what to do, who did what last, until when."""

    key: str
    title: str
    subtitle: str = ""
    chip: ChipSpec | None = None
    remark: ChipSpec | None = None
    """A small remark after the subtitle, for example «bahan terlambat»."""
    due: ChipSpec | None = None
    due_hint: str = ""
    unread: bool = False

    def spoken(self) -> str:
        """The row as an assistive program reads it."""
        parts = (
            self.chip and self.chip.text,
            self.title,
            "belum dibuka" if self.unread else "",
            self.subtitle,
            self.remark and self.remark.text,
            self.due and self.due.text,
            self.due_hint,
        )
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class ListGroup:
    """A heading: «Hari ini 2 sampai 16.00». The number is that of its rows."""

    key: str
    title: str
    tone: Tone = Tone.NETRAL
    hint: str = ""
    count: int = 0
    folded: bool = False


Content = Sequence[tuple[ListGroup, Sequence[ListRow]]]


class GroupedListModel(QAbstractListModel):
    """Headings and rows in one flat list; `ITEM_ROLE` gives the `ListGroup` or `ListRow`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._content: list[tuple[ListGroup, tuple[ListRow, ...]]] = []
        self._folded: set[str] = set()
        self._flat: list[ListGroup | ListRow] = []

    def set_content(self, content: Content) -> None:
        """Replace everything; empty groups are left out."""
        self._content = [(group, tuple(rows)) for group, rows in content if rows]
        self._rebuild()

    def row_count(self) -> int:
        """Rows without headings: the number for badge, title and segment."""
        return sum(len(rows) for _, rows in self._content)

    def shown(self) -> Iterator[tuple[ListGroup, ListRow]]:
        """Rows that are not folded away, each with its heading."""
        for group, rows in self._content:
            if not (self.foldable and group.key in self._folded):
                yield from ((group, row) for row in rows)

    @property
    def foldable(self) -> bool:
        return self.row_count() >= FOLD_FROM

    def toggle(self, key: str) -> None:
        """Fold or unfold a group."""
        if self.foldable:
            self._folded ^= {key}
            self._rebuild()

    def item_at(self, index: Index) -> ListGroup | ListRow | None:
        return self._flat[index.row()] if index.isValid() else None

    def index_of(self, key: str) -> QModelIndex:
        """Index of a row (or heading) by key; invalid if it is not shown."""
        at = next((at for at, item in enumerate(self._flat) if item.key == key), -1)
        return self.index(at)

    def first_row(self) -> QModelIndex:
        at = next((at for at, item in enumerate(self._flat) if isinstance(item, ListRow)), -1)
        return self.index(at)

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._flat = []
        for group, rows in self._content:
            folded = self.foldable and group.key in self._folded
            heading = ListGroup(group.key, group.title, group.tone, group.hint, len(rows), folded)
            self._flat += [heading, *(() if folded else rows)]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._flat)

    def flags(self, index: Index) -> Qt.ItemFlag:
        stops = isinstance(self.item_at(index), ListRow) or (index.isValid() and self.foldable)
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if stops else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        item = self.item_at(index)
        if item is None:
            return None
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        return self._spoken(index.row()) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _spoken(self, at: int) -> str:
        """A heading with its count; it goes before the first of its rows, since the arrow keys pass over it."""
        item = self._flat[at]
        if isinstance(item, ListGroup):
            return f"{item.title}, {item.count}"
        above = self._flat[at - 1]
        return f"{self._spoken(at - 1)}: {item.spoken()}" if isinstance(above, ListGroup) else item.spoken()
