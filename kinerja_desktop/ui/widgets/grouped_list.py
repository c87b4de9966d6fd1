"""The list of Kotak Tugas and its like: headings, rows of 58 px or as their words need, a bar beside the chosen row.

The delegate paints any `ListRow`; a tab with rows of another shape derives from `RowDelegate` and overrides
`paint_row` and `row_height`. Keys: arrows move, Enter opens, Space asks for the preview, arrows left and right fold a
heading of a long list.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Height, IconSize, Ink, TextStyle
from kinerja_desktop.ui.widgets.chips import chip_width, paint_chip
from kinerja_desktop.ui.widgets.painting import (
    RIGHT,
    fill_round,
    line_height,
    paint_icon,
    paint_text,
    text_width,
    wrapped,
)
from kinerja_desktop.ui.widgets.row_model import ITEM_ROLE, Content, GroupedListModel, Index, ListGroup, ListRow
from kinerja_desktop.ui.widgets.seen import Seen, copy_seen, export_seen

_LEFT, _RIGHT, _CHIP_COLUMN = 16, 16, 214
_ROOMY = 560
"""Logical pixels of a list under which the chip stands above the words instead of beside them."""
_CLOSE = 3
"""Lines of words for which a row of the usual height has room."""
_ABOVE, _EDGE = 30, 6
"""Height of the chip above the words, with the air over it; air over and under the words."""
_NOTE = " · "
"""Between what stands below a limit and a note on it."""
_FOLD_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowDelegate(QStyledItemDelegate):
    """Paints headings and rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        item, view = index.data(ITEM_ROLE), option.widget
        if isinstance(item, ListGroup) or not isinstance(view, GroupedListView):
            return QSize(0, theme.height(Height.LIST_GROUP))
        return QSize(0, self.row_height(item, view.room) if view.room else theme.height(Height.TASK_ROW))

    def row_height(self, row: ListRow, width: int) -> int:
        """As high as the words of a row need in a list so wide; none of them is shortened."""
        lines = _words(row, _words_room(QRect(0, 0, width, 0), row).width()).count
        above = theme.px(_ABOVE) if _is_above(row, width) else 0
        least = theme.height(Height.TASK_ROW)
        if lines <= _CLOSE and not above:
            return least
        return max(least, above + lines * line_height(TextStyle.BODY) + 2 * theme.px(_EDGE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(ITEM_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if isinstance(item, ListGroup):
            _paint_group(painter, option.rect, item, chosen=chosen)
        else:
            _paint_ground(painter, option.rect, chosen=chosen)
            self.paint_row(painter, option.rect, item)
        painter.restore()

    def paint_row(self, painter: QPainter, box: QRect, row: ListRow) -> None:
        """Paint the content of one row inside its box."""
        px = theme.px
        if row.chip is not None:
            high = px(_ABOVE) if _is_above(row, box.width()) else box.height()
            wide = box.width() - px(_LEFT) if _is_above(row, box.width()) else px(_CHIP_COLUMN - _LEFT - 8)
            paint_chip(painter, QRect(box.left() + px(_LEFT), box.top(), wide, high), row.chip)
        room = _words_room(box, row)
        words = _words(row, room.width())
        tops = [room.top() + px(9), room.top() + px(30)] if words.count == 2 else _close_lines(room, words.count)
        boxes = [QRect(room.left(), top, room.width(), px(20)) for top in tops]
        _paint_title(painter, boxes[: len(words.title)], words.title, row)
        _paint_subtitle(painter, boxes[len(words.title) :], words, row)
        _paint_due(painter, box, row)


class GroupedListView(QListView):
    """``chosen`` carries the key of the current row, ``opened`` that of a row opened by Enter or double click."""

    chosen = Signal(str)
    opened = Signal(str)
    preview_asked = Signal()

    def __init__(self, name: str, delegate: RowDelegate | None = None) -> None:
        super().__init__()
        self.room = 0
        """Width of the rows, as told with the size: asked for it, Qt would make Python meet all of its widgets. 0 till
        the list has its place; nothing is measured before."""
        self.rows = GroupedListModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(delegate or RowDelegate(self))
        self._more: Callable[[QMenu], object] = lambda _: None
        self.setProperty("kind", "card")
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # rows are as high as their words in this width
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self._pop_up(self.mapToGlobal(at)))
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._tell)

    def set_content(self, content: Content) -> None:
        """Show other rows; the chosen row stays chosen and in its place as long as it exists."""
        kept, scrolled = self.current_key(), self.verticalScrollBar().value()
        self.rows.set_content(content)
        again = self.rows.index_of(kept)
        self.setCurrentIndex(again if again.isValid() else self.rows.first_row())
        self.verticalScrollBar().setValue(scrolled)
        self.updateGeometry()

    def current_key(self) -> str:
        item = self.rows.item_at(self.currentIndex())
        return item.key if isinstance(item, ListRow) else ""

    def choose(self, key: str) -> None:
        self.setCurrentIndex(self.rows.index_of(key))

    # --- what is seen ----------------------------------------------------------------------------

    def seen(self) -> Seen:
        """Headings as a first column; columns in which nothing stands are left out."""
        lines = [_cells(group, row) for group, row in self.rows.shown()]
        used = [at for at in range(len(_HEADS)) if any(line[at] for line in lines)]
        heads, rows = [_HEADS[at] for at in used], [[line[at] for at in used] for line in lines]
        return Seen(self.accessibleName(), heads, rows, [False] * len(used))

    def set_acts(self, more: Callable[[QMenu], object]) -> None:
        """What stands in the menu before what every list has: order and choices of the page."""
        self._more = more

    def open_menu(self) -> None:
        """By key: at the current row."""
        self._pop_up(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft()))

    def _pop_up(self, place: QPoint) -> None:
        """Once: a key may be told as a key and as a wish for the menu."""
        if QApplication.activePopupWidget() is None:
            self.menu().popup(place)

    def menu(self) -> QMenu:
        """What the page adds, copying and exporting."""
        menu = QMenu(self)
        menu.setObjectName("menu_daftar")
        menu.aboutToHide.connect(menu.deleteLater)
        self._more(menu)
        if menu.actions():
            menu.addSeparator()
        menu.addAction("Salin yang Terlihat").triggered.connect(lambda: copy_seen(self.seen()))
        menu.addAction("Ekspor yang Terlihat…").triggered.connect(lambda: export_seen(self, self.seen()))
        return menu

    def _tell(self, index: QModelIndex) -> None:
        if isinstance(self.rows.item_at(index), ListRow):
            self.chosen.emit(self.current_key())

    def _open(self, index: QModelIndex) -> None:
        item = self.rows.item_at(index)
        if isinstance(item, ListRow):
            self.opened.emit(item.key)

    def _toggle(self, group: ListGroup) -> None:
        self.rows.toggle(group.key)
        self.setCurrentIndex(self.rows.index_of(group.key))
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item, key = self.rows.item_at(self.currentIndex()), Qt.Key(event.key())
        if isinstance(item, ListGroup) and key in _FOLD_KEYS:
            self._toggle(item)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif key is Qt.Key.Key_Space:
            self.preview_asked.emit()
        elif key is Qt.Key.Key_Escape:
            event.ignore()
        elif key is Qt.Key.Key_F10 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.open_menu()
        elif event.matches(QKeySequence.StandardKey.Copy):
            copy_seen(self.seen())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        item = self.rows.item_at(self.indexAt(event.position().toPoint()))
        if isinstance(item, ListGroup) and self.rows.foldable:
            self._toggle(item)
            return
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != self.room:
            self.room = event.size().width()
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its rows, so that what stands below a short list stays near it."""
        rows = (self.sizeHintForIndex(self.rows.index(at)).height() for at in range(self.rows.rowCount()))
        return QSize(theme.px(640), sum(rows) + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(320), theme.height(Height.LIST_GROUP) + theme.height(Height.TASK_ROW) + 4)


_HEADS = ("Kelompok", "Keadaan", "Judul", "Keterangan", "Tanda", "Batas", "Sisa")


def _cells(group: ListGroup, row: ListRow) -> tuple[str, ...]:
    """A row in words, as ``_HEADS`` names them."""
    chip, remark, due = ("" if spec is None else spec.text for spec in (row.chip, row.remark, row.due))
    return group.title, chip, row.title, row.subtitle, remark, due, row.due_hint


def _paint_ground(painter: QPainter, box: QRect, *, chosen: bool) -> None:
    tokens = theme.current().palette
    if chosen:
        painter.fillRect(box, QColor(tokens.selected))
        painter.fillRect(QRect(box.topLeft(), QSize(theme.px(3), box.height())), theme.color(Ink.ACCENT))
    _paint_foot(painter, box)


def _paint_foot(painter: QPainter, box: QRect) -> None:
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(theme.current().palette.line))


def _paint_group(painter: QPainter, box: QRect, group: ListGroup, *, chosen: bool) -> None:
    tokens, px = theme.current().palette, theme.px
    painter.fillRect(box, QColor(tokens.selected if chosen else tokens.surface_2))
    _paint_foot(painter, box)
    left = box.left() + px(_LEFT)
    if group.folded:
        left += paint_icon(painter, left, box.center().y(), Icon.KANAN, Ink.TEXT_2, size=IconSize.CHIP) + px(4)
    count = str(group.count)
    spare = text_width(count, TextStyle.BODY_700) + px(7 + 6)  # the number is never what is cut off
    for text, style, ink, gap, kept in (
        (group.title, TextStyle.BODY_700, group.tone, 7, spare),
        (count, TextStyle.BODY_700, group.tone, 6, 0),
        (group.hint, TextStyle.BODY, Ink.TEXT_2, 0, 0),
    ):
        room = QRect(left, box.top(), box.right() - left - kept, box.height())
        left += paint_text(painter, room, text, style, ink) + px(gap)


def _close_lines(box: QRect, count: int) -> list[int]:
    """Where so many lines begin in the vertical middle of a box."""
    high = line_height(TextStyle.BODY)
    first = box.top() + (box.height() - count * high) // 2
    return [first + at * high for at in range(count)]


@dataclass(frozen=True, slots=True)
class _Words:
    """Lines of title and subtitle; the remark stands behind the last of them, or ``below`` on a line of its own."""

    title: list[str]
    subtitle: list[str]
    below: bool

    @property
    def count(self) -> int:
        return len(self.title) + len(self.subtitle) + self.below


def _words(row: ListRow, width: int) -> _Words:
    return _laid(row, width, theme.current().scale.factor)


@lru_cache(maxsize=2_000)
def _laid(row: ListRow, width: int, _factor: float) -> _Words:
    """Measured once for each row, width and size of text: a list asks for it whenever it is laid out or painted."""
    title = wrapped(row.title, _title_style(row), width - _unread_room(row))
    subtitle = wrapped(row.subtitle, TextStyle.BODY, width)
    behind = text_width(subtitle[-1], TextStyle.BODY) + _remark_room(row)
    return _Words(title, subtitle, below=row.remark is not None and behind > width)


def _is_above(row: ListRow, width: int) -> bool:
    return row.chip is not None and width < theme.px(_ROOMY)


def _words_room(box: QRect, row: ListRow) -> QRect:
    """Where title and subtitle stand, between chip and limit."""
    px, above = theme.px, _is_above(row, box.width())
    left = box.left() + px(_CHIP_COLUMN if row.chip and not above else _LEFT)
    top = box.top() + (px(_ABOVE) - px(_EDGE) if above else 0)
    return QRect(left, top, box.right() - px(_RIGHT) - _due_width(row) - px(16) - left, box.bottom() - top)


def _paint_title(painter: QPainter, boxes: Sequence[QRect], lines: Sequence[str], row: ListRow) -> None:
    room, first = _unread_room(row), boxes[0]
    if row.unread:
        side, top = theme.px(7), first.center().y()
        fill_round(painter, QRect(first.left(), top - side // 2 + 1, side, side), theme.color(Ink.ACCENT), side)
    for box, line in zip(boxes, lines, strict=True):
        paint_text(painter, box.adjusted(room, 0, 0, 0), line, _title_style(row), Ink.TEXT)


def _title_style(row: ListRow) -> TextStyle:
    return TextStyle.CARD_TITLE if row.unread else TextStyle.FIGURE_500


def _unread_room(row: ListRow) -> int:
    return theme.px(15) if row.unread else 0


def _remark_room(row: ListRow) -> int:
    return chip_width(row.remark, plain=True) + theme.px(24) if row.remark else 0


def _paint_subtitle(painter: QPainter, boxes: Sequence[QRect], words: _Words, row: ListRow) -> None:
    used = 0
    for box, line in zip(boxes, words.subtitle, strict=False):
        used = paint_text(painter, box, line, TextStyle.BODY, Ink.TEXT_2)
    if row.remark and words.below:
        paint_chip(painter, boxes[-1], row.remark, plain=True)
    elif row.remark:
        box = boxes[-1]
        dot = QRect(box.left() + used + theme.px(8), box.top(), theme.px(8), box.height())
        paint_text(painter, dot, "·", TextStyle.BODY_700, Ink.TEXT_2)
        place = QRect(dot.left() + theme.px(10), box.top(), box.right() - dot.left(), box.height())
        paint_chip(painter, place, row.remark, plain=True)


def _hints(row: ListRow) -> list[str]:
    """What stands below the limit, a note on a line of its own: the words of the task keep their room."""
    return row.due_hint.split(_NOTE)


def _due_width(row: ListRow) -> int:
    due = chip_width(row.due, plain=True) if row.due else 0
    return max(due, *(text_width(hint, TextStyle.BODY) for hint in _hints(row)))


def _paint_due(painter: QPainter, box: QRect, row: ListRow) -> None:
    px, hints = theme.px, _hints(row)
    right, width = box.right() - px(_RIGHT) + 1, _due_width(row)
    middle = QRect(box.left(), box.top(), box.width(), min(box.height(), theme.height(Height.TASK_ROW)))
    roomy = len(hints) == 1
    top, *below = [box.top() + px(9), box.top() + px(29)] if roomy else _close_lines(middle, 1 + len(hints))
    if row.due is not None:
        chip = chip_width(row.due, plain=True)
        paint_chip(painter, QRect(right - chip, top, chip + 2, px(20)), row.due, plain=True)
    for at, hint in zip(below, hints, strict=True):
        place = QRect(right - width, at, width, px(18))
        paint_text(painter, place, hint, TextStyle.BODY, Ink.TEXT_2, align=RIGHT)
