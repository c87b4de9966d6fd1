"""Paints a cell from its column, its state and whether it is chosen."""

from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPen, QPolygon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import IconSize, Ink, Space, TextStyle, Tone
from kinerja_desktop.ui.widgets.grid.cells import Cell, CellState, ColumnKind, GridColumn, GridGroup
from kinerja_desktop.ui.widgets.grid.looks import LOOKS, CellGround, CellLook, Frame
from kinerja_desktop.ui.widgets.grid.measure import (
    HEADING_SIDES,
    SIDE,
    SYMBOL_ROOM,
    heading_lines,
    name_lines,
    word_lines,
)
from kinerja_desktop.ui.widgets.grid.model import CELL_ROLE, COLUMN_ROLE, GROUP_ROLE, Index
from kinerja_desktop.ui.widgets.painting import (
    LEFT,
    RIGHT,
    is_shortened,
    line_height,
    paint_icon,
    paint_text,
    text_width,
)

_SYMBOL_AT = 9

_PLAIN: dict[ColumnKind, tuple[TextStyle, Ink]] = {
    ColumnKind.NOMOR: (TextStyle.BODY, Ink.TEXT_2),
    ColumnKind.NAMA: (TextStyle.BODY, Ink.TEXT),
    ColumnKind.ANGKA: (TextStyle.FIGURE, Ink.TEXT_2),
    ColumnKind.ANGKA_UTAMA: (TextStyle.FIGURE_500, Ink.TEXT),
    ColumnKind.TEKS: (TextStyle.BODY, Ink.TEXT),
}


class GridLook(Protocol):
    """What the delegate asks of the view it paints for."""

    row_mode: bool
    """Rows are chosen, with a bar at the left; no cell has a frame."""
    wraps_names: bool
    """Names take two lines and leave their unit to the side panel."""

    def currentIndex(self) -> QModelIndex: ...

    def hasFocus(self) -> bool: ...

    def group_box(self, box: QRect) -> QRect:
        """Where the text of a heading stands: always in sight, however far the grid is scrolled sideways."""


class CellDelegate(QStyledItemDelegate):
    """One delegate for every cell of a grid."""

    def __init__(self, look: GridLook, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        group = index.data(GROUP_ROLE)
        painter.save()
        if isinstance(group, GridGroup):
            painter.setClipRect(option.rect)  # each column shows its part of the one long line
            paint_group(painter, option.rect, self._look.group_box(option.rect), group)
        else:
            self._paint_cell(painter, option, index)
        painter.restore()

    def _paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell, column = index.data(CELL_ROLE), index.data(COLUMN_ROLE)
        look, box = LOOKS[cell.state], option.rect
        current = self._look.currentIndex()
        in_row = current.row() == index.row()
        is_current = in_row and current.column() == index.column() and not self._look.row_mode
        picked = bool(option.state & QStyle.StateFlag.State_Selected)
        _paint_ground(painter, box, look, picked=(in_row or picked) and not (is_current and cell.editable))
        _paint_marks(painter, box, look)
        self._paint_content(painter, box, cell, column, in_row=in_row)
        if is_current:
            _paint_focus(painter, box, strong=self._look.hasFocus())
        elif in_row and self._look.row_mode and index.column() == 0:
            painter.fillRect(QRect(box.left(), box.top(), theme.px(3), box.height()), theme.color(Ink.ACCENT))

    def _paint_content(self, painter: QPainter, box: QRect, cell: Cell, column: GridColumn, *, in_row: bool) -> None:
        look = LOOKS[cell.state]
        inner = box.adjusted(theme.px(SIDE), 0, -theme.px(SIDE + 1), -1)
        if column.kind is ColumnKind.NAMA:
            self._paint_name(painter, inner, cell, in_row=in_row)
        elif cell.state is CellState.BERUBAH:
            _paint_change(painter, inner, cell)
        elif column.is_figure:
            _paint_figure(painter, inner, cell, column, look)
        else:
            _paint_words(painter, inner, cell, column)

    def _paint_name(self, painter: QPainter, inner: QRect, cell: Cell, *, in_row: bool) -> None:
        style = TextStyle.BODY_500 if in_row else TextStyle.BODY
        lines = name_lines(cell, inner.width(), with_unit=not self._look.wraps_names)
        for box, (name, unit) in zip(_line_boxes(inner, len(lines)), lines, strict=True):
            used = paint_text(painter, box, name, style, Ink.TEXT) if name else 0
            if unit:
                paint_text(painter, box.adjusted(used, 0, 0, 0), unit, TextStyle.BODY, Ink.TEXT_3)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The room that the longest line of a cell needs; a heading lies across all columns and needs none."""
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return QSize(0, theme.px(1))
        words = max(text_width(text, TextStyle.BODY_700) for text in (cell.text, cell.words, cell.subtext))
        return QSize(words + theme.px(3 * SIDE + SYMBOL_ROOM), theme.px(1))

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tell the sentence of the state, or the whole text where it is shortened."""
        cell, group = index.data(CELL_ROLE), index.data(GROUP_ROLE)
        if isinstance(group, GridGroup):
            QToolTip.showText(event.globalPos(), " · ".join(filter(None, (group.text, group.trailing))), view)
            return True
        if not isinstance(cell, Cell):
            return False
        over = QApplication.activeModalWidget()
        if over is not None and over is not view.window():  # the pointer came to rest before the dialog opened
            return True
        room = option.rect.width() - theme.px(2 * SIDE + 1) - (theme.px(SYMBOL_ROOM) if cell.symbol is not None else 0)
        cut = any(is_shortened(text, TextStyle.BODY_500, room) for text in (cell.text, cell.subtext))
        told = (cell.text, cell.subtext, cell.note) if cut else (cell.note,)
        QToolTip.showText(event.globalPos(), "\n".join(filter(None, told)), view)
        return True


def paint_group(painter: QPainter, box: QRect, seen: QRect, group: GridGroup) -> None:
    tokens = theme.current().palette
    painter.fillRect(box, QColor(tokens.surface_2))
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(tokens.line))
    before, after = map(theme.px, HEADING_SIDES)
    inner = seen.adjusted(before, 0, -after, -1)
    paint_text(painter, inner, group.trailing, TextStyle.BODY_500, Ink.TEXT_2, align=RIGHT)
    lines, high = heading_lines(group, seen.width()), line_height(TextStyle.BODY_700)
    if group.trailing:
        inner.setRight(inner.right() - text_width(group.trailing, TextStyle.BODY_500) - theme.px(Space.CARDS))
    inner.setTop(inner.top() + (inner.height() - len(lines) * high) // 2)
    inner.setHeight(high)
    for at, line in enumerate(lines):
        paint_text(painter, inner.translated(0, at * high), line, TextStyle.BODY_700, Ink.TEXT)


def _paint_ground(painter: QPainter, box: QRect, look: CellLook, *, picked: bool) -> None:
    tokens = theme.current().palette
    grounds = {
        CellGround.SURFACE: tokens.surface,
        CellGround.SURFACE_2: tokens.surface_2,
        CellGround.COMPUTED: tokens.computed,
        CellGround.TONE: tokens.ground(look.tone),
    }
    ground = tokens.selected if picked and look.ground is not CellGround.TONE else grounds[look.ground]
    painter.fillRect(box, QColor(ground))
    line = QColor(tokens.line)
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), line)
    painter.fillRect(QRect(box.right(), box.top(), 1, box.height()), line)


def _paint_marks(painter: QPainter, box: QRect, look: CellLook) -> None:
    tone = theme.color(look.tone)
    if look.hatched:
        painter.fillRect(
            box.adjusted(0, 0, -1, -1), QBrush(QColor(theme.current().palette.line), Qt.BrushStyle.BDiagPattern)
        )
    if look.bar:
        painter.fillRect(QRect(box.left(), box.top(), theme.px(4), box.height()), tone)
    _paint_frame(painter, box, look)
    if look.corner:
        side = theme.px(11)
        tip = QPoint(box.right(), box.top())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone)
        painter.drawPolygon(QPolygon([tip, tip - QPoint(side, 0), tip + QPoint(0, side)]))


def _paint_frame(painter: QPainter, box: QRect, look: CellLook) -> None:
    if look.frame is Frame.NONE:
        return
    width, inset, colour, corner = {
        Frame.DASHED: (1.4, 3.0, theme.color(Ink.CONTROL), 0),
        Frame.SOLID: (2.0, 1.0, theme.color(look.tone), 0),
        Frame.ROUNDED: (1.5, 3.0, theme.color(look.tone), theme.px(3)),
    }[look.frame]
    pen = QPen(colour, width * theme.current().scale.factor)
    if look.frame is Frame.DASHED:
        pen.setDashPattern([3.2, 2.2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.save()
    if look.frame is not Frame.SOLID:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame = QRectF(box).adjusted(inset, inset, -inset - 1, -inset - 1)
    painter.drawRoundedRect(frame, corner, corner)
    painter.restore()


def _paint_figure(painter: QPainter, inner: QRect, cell: Cell, column: GridColumn, look: CellLook) -> None:
    plain_style, plain_ink = _PLAIN[column.kind]
    style, ink = look.style or plain_style, cell.ink or look.ink or plain_ink
    if not cell.text:
        style, ink = TextStyle.BODY, cell.ink or look.ink or Ink.TEXT_3
    text = cell.text or cell.words or look.words
    symbol, shape = (cell.symbol, cell.symbol_shape) if cell.symbol else (look.symbol, look.shape)
    room = theme.px(SYMBOL_ROOM) if symbol else 0
    words = inner.adjusted(room, 0, 0, 0)
    if look.hatched:
        _clear_hatch(painter, inner, text_width(text, style))
    if symbol is not None:
        symbol_ink = cell.symbol_ink if cell.symbol else look.symbol_ink
        _paint_symbol(painter, inner, symbol, symbol_ink, shape)
    paint_text(painter, words, text, style, ink, align=RIGHT)


def _clear_hatch(painter: QPainter, inner: QRect, width: int) -> None:
    """Behind symbol and words the hatch is left out, so that they can be read."""
    ground, px = QColor(theme.current().palette.surface), theme.px
    height = px(22)
    top = inner.center().y() - height // 2
    painter.fillRect(QRect(inner.right() - width - px(5), top, width + px(6), height), ground)
    painter.fillRect(QRect(inner.left() + px(_SYMBOL_AT - SIDE) - 1, top, px(IconSize.CHIP) + 2, height), ground)


def _paint_symbol(painter: QPainter, inner: QRect, symbol: Icon, ink: Ink | Tone, shape: Shape) -> None:
    left = inner.left() + theme.px(_SYMBOL_AT - SIDE)
    paint_icon(painter, left, inner.center().y() + 1, symbol, ink, size=IconSize.CHIP, shape=shape)


def _paint_words(painter: QPainter, inner: QRect, cell: Cell, column: GridColumn) -> None:
    style, ink = _PLAIN[column.kind]
    left = inner.left()
    if cell.symbol is not None:
        _paint_symbol(painter, inner.adjusted(-2, 0, 0, 0), cell.symbol, cell.symbol_ink, cell.symbol_shape)
        left += theme.px(SYMBOL_ROOM)
    box, lines = QRect(QPoint(left, inner.top()), inner.bottomRight()), [" ".join(cell.text.split())]
    if not column.extra and column.kind is ColumnKind.TEKS:
        lines = word_lines(cell, inner.width())
    for part, words in zip(_line_boxes(box, len(lines)), lines, strict=True):
        paint_text(painter, part, words, style, cell.ink or ink, align=LEFT)


def _paint_change(painter: QPainter, inner: QRect, cell: Cell) -> None:
    """The figure before, struck out, an arrow, the figure now."""
    painter.save()
    struck = theme.font(TextStyle.FIGURE)
    struck.setStrikeOut(True)
    painter.setFont(struck)
    painter.setPen(theme.color(Ink.TEXT_3))
    painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), cell.previous)
    painter.restore()
    left = inner.left() + text_width(cell.previous, TextStyle.FIGURE)
    right = inner.right() - text_width(cell.text, TextStyle.CARD_TITLE)
    side = theme.px(IconSize.CHIP)
    at = (left + right - side) // 2
    paint_icon(painter, at, inner.center().y() + 1, Icon.MAJU, Tone.KEMBALI, size=IconSize.CHIP)
    paint_text(painter, inner, cell.text, TextStyle.CARD_TITLE, Ink.TEXT, align=RIGHT)


def _line_boxes(inner: QRect, count: int) -> Iterator[QRect]:
    """One box for each line, all of them in the vertical middle."""
    if count == 1:
        yield inner
        return
    height = line_height(TextStyle.BODY)
    top = inner.center().y() - count * height // 2 + 1
    for at in range(count):
        yield QRect(inner.left(), top + at * height, inner.width(), height)


def _paint_focus(painter: QPainter, box: QRect, *, strong: bool) -> None:
    """The frame of the current cell with its handle, as Excel draws it."""
    width, side = 2.4 * theme.current().scale.factor, theme.px(6)
    colour = theme.color(Ink.ACCENT if strong else Ink.CONTROL)
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRect(QRectF(box).adjusted(half, half, -half - 1, -half - 1))
    painter.fillRect(QRect(box.right() - side, box.bottom() - side, side, side), colour)
