"""The list of people on the log-in window: name, what they are, first letters in a circle.

Plain values in, an id out. Filtering is here because the list is short and in memory.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.avatar import paint_avatar

ROW_HEIGHT = 56
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class LoginName:
    """One person who may log in, as the list shows them."""

    id: str
    nama: str
    keterangan: str
    """Title under the name, for example «Kasi Pelayanan»."""
    peran: str = ""
    """Roles named on the card, for example «masuk sebagai Kasubag»."""
    terakhir: str = ""
    """Sentence about the last work, for example «Pekerjaan terakhir Anda tersimpan 13 Juli, 15.52.»"""


class NamesModel(QAbstractListModel):
    """People whose name or title holds what was typed, in the order given (latest users of this PC first)."""

    def __init__(self, names: Sequence[LoginName] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = tuple(names)
        self._shown = self._all

    def set_names(self, names: Sequence[LoginName]) -> None:
        self._all = tuple(names)
        self.filter("")

    def filter(self, typed: str) -> None:
        wanted = typed.casefold().strip()
        self.beginResetModel()
        self._shown = tuple(n for n in self._all if wanted in f"{n.nama}\n{n.keterangan}".casefold())
        self.endResetModel()

    def name_at(self, index: Index) -> LoginName | None:
        return self._shown[index.row()] if index.isValid() else None

    def row_of(self, person: str) -> int:
        """Row of a person, or -1 when the filter hides them."""
        return next((row for row, name in enumerate(self._shown) if name.id == person), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        name = self.name_at(index)
        if name is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return name.nama
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{name.nama}, {name.keterangan}"
        return name if role == Qt.ItemDataRole.UserRole else None


class _NameDelegate(QStyledItemDelegate):
    """Circle, name, title; the current one on the colour of a chosen row with a bar at its left."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        name: LoginName = index.data(Qt.ItemDataRole.UserRole)
        box: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            _paint_chosen(painter, box)
        if index.row() < index.model().rowCount() - 1:
            _paint_line(painter, box)
        _paint_person(painter, box, name)
        painter.restore()


def _paint_chosen(painter: QPainter, box: QRect) -> None:
    painter.fillRect(box, QColor(theme.current().palette.selected))
    painter.fillRect(QRect(box.topLeft(), QSize(theme.px(3), box.height())), theme.color(Ink.ACCENT))


def _paint_line(painter: QPainter, box: QRect) -> None:
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(theme.current().palette.line))


def _paint_person(painter: QPainter, box: QRect, name: LoginName) -> None:
    px = theme.px
    circle = QRectF(box.left() + px(16), box.top() + px(10), px(36), px(36))
    paint_avatar(painter, circle, name.nama, theme.color(Ink.ACCENT), theme.color(Ink.ACCENT))
    left, middle = box.left() + px(64), box.top() + box.height() // 2
    for text, style, ink, top in (
        (name.nama, TextStyle.FIGURE_500, Ink.TEXT, middle - px(19)),
        (name.keterangan, TextStyle.BODY, Ink.TEXT_2, middle - 1),
    ):
        painter.setFont(theme.font(style))
        painter.setPen(theme.color(ink))
        line = QRect(left, top, box.right() - left - px(8), px(20))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), shown)


class NamesView(QListView):
    """The list; arrows choose, Enter goes on to the password."""

    chosen = Signal()

    def __init__(self, model: NamesModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(_NameDelegate(self))
        self.setProperty("kind", "card")
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Daftar nama")
        self.activated.connect(self.chosen)
        self.clicked.connect(self.chosen)

    def sizeHint(self) -> QSize:
        rows = max(1, self.model().rowCount())
        return QSize(theme.px(420), rows * theme.px(ROW_HEIGHT) + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(240), 2 * theme.px(ROW_HEIGHT))
