"""The panel at the right of a work screen: title and content that scrolls, acts that do not; closable with F4.

`Split` sets it beside the work, which makes room; over it only where hardly any work would be left. A page calls
`Split.toggle` from `Page.toggle_panel`.
"""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QVBoxLayout, QWidget

from kinerja_desktop.ui import remembered, theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Height, IconSize, Ink, Radius, Space, TextStyle
from kinerja_desktop.ui.widgets.buttons import PlainButton
from kinerja_desktop.ui.widgets.cards import Card, column, empty, holder
from kinerja_desktop.ui.widgets.painting import paint_icon, paint_text, text_width
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.stops import enter

_OPEN, _CLOSED = "terbuka", "tertutup"
_WORD = "Rincian"
_LEAST_WORK = 420
"""Logical pixels that an open panel leaves the work; where it cannot, it lies over it."""


class SidePanel(Card):
    """A card of fixed width. Fill `content`; what must stay in sight goes to `set_foot`."""

    def __init__(self, width: int = 330) -> None:
        self.content = QVBoxLayout()
        self.content.setSpacing(theme.px(Space.CONTROLS))
        self._inner = column(self.content, None)
        self._area = ScrollArea(holder(self._inner), sideways=False, bare=True)
        self._area.verticalScrollBar().rangeChanged.connect(self._keep_off_bar)
        self._foot = QVBoxLayout()
        super().__init__(column(self._area, self._foot, space=Space.CONTROLS, edge=Space.CARDS))
        self.setFixedWidth(theme.px(width))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_foot(self, layout: QLayout) -> None:
        """Acts of the panel, always in sight."""
        self._foot.addLayout(layout)

    def keep_in_sight(self, part: QWidget, box: QRect) -> None:
        """Scroll so that a place of a part of the content is seen."""
        inner = self._area.widget()
        if inner is not None:
            middle = part.mapTo(inner, box.center())
            self._area.ensureVisible(0, middle.y(), 0, box.height())

    def _keep_off_bar(self, _least: int, most: int) -> None:
        """Text keeps a little air to the scroll bar while there is one."""
        self._inner.setContentsMargins(0, 0, theme.px(Space.PAIR) if most else 0, 0)

    def clear(self) -> None:
        """Take everything out of the content."""
        empty(self.content)


class Split(QWidget):
    """Work at the left, panel at the right. A closed panel leaves a handle at the edge, so that the mouse finds it.

    Open or closed is remembered by ``key`` for each person. In a window narrower than 1000 px it stays closed until it
    is asked for, and the handle stays to close it again. ``squeezed`` tells whether it then takes room from the work.
    """

    squeezed = Signal(bool)

    def __init__(self, work: QWidget, panel: QWidget, key: str, place: QWidget | None = None) -> None:
        super().__init__(place)
        self._work, self._panel, self._key = work, panel, key
        self._handle = _Handle()
        self._tight: bool | None = None
        self._squeezes = False
        self._wanted = True
        for part in (work, panel, self._handle):
            part.setParent(self)
        self._handle.clicked.connect(self.toggle)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def toggle(self) -> None:
        """Close or open the panel (F4), and remember it."""
        self.set_open(is_open=not self.is_open())
        remembered.keep(self._place_of_memory(), _OPEN if self.is_open() else _CLOSED)

    def set_open(self, *, is_open: bool) -> None:
        """Close or open the panel for what goes on now."""
        held = self._panel.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        set_shown(self._panel, shown=is_open)
        self._arrange()
        if held and not is_open:
            enter(self._work)

    def show_panel(self) -> None:
        """Open the panel where it has something to say."""
        if self._wanted and not self.is_open():
            self.set_open(is_open=True)

    def squeezes(self) -> bool:
        """Whether the open panel takes room from the work of a small window."""
        return self._squeezes

    def give_way(self) -> None:
        """What lies over the work goes, for now, when the work below it is touched."""
        if self._lies_over() and self.is_open():
            self.set_open(is_open=False)

    def set_wanted(self, *, wanted: bool) -> None:
        """A part of the page that has nothing to say in the panel goes without it and its handle."""
        if wanted is not self._wanted:
            self._wanted = wanted
            self.set_open(is_open=wanted and self._remembered_open())

    def is_open(self) -> bool:
        return not self._panel.isHidden()

    def _remembered_open(self) -> bool:
        return (remembered.recall(self._place_of_memory()) or (_CLOSED if self._tight else _OPEN)) == _OPEN

    def _place_of_memory(self) -> str:
        return f"panel/{self._key}/{'sempit' if self._tight else 'di-samping'}"

    def sizeHint(self) -> QSize:
        return self._work.sizeHint().expandedTo(self._panel.sizeHint())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(480), theme.px(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tight = theme.current().scale.is_overlay(self.window().width())
        if tight is not self._tight:
            self._tight = tight
            self.set_open(is_open=self._wanted and self._remembered_open())
        self._arrange()

    def _handle_room(self) -> int:
        return self._handle.width() + theme.px(Space.PAIR)

    def _lies_over(self) -> bool:
        left = self.width() - self._panel.width() - theme.px(Space.CARDS) - self._handle_room()
        return bool(self._tight) and left < theme.px(_LEAST_WORK)

    def _arrange(self) -> None:
        width, handle, is_open = self._panel.width(), self._handle.width(), self.is_open()
        handled = self._wanted and (not is_open or bool(self._tight))
        set_shown(self._handle, shown=handled)
        self._handle.set_open(is_open=is_open)
        taken = self._handle_room() if handled else 0
        beside = width + theme.px(Space.CARDS) if is_open and not self._lies_over() else 0
        edge = self.width() - (handle if handled else 0)
        self._work.setGeometry(QRect(0, 0, self.width() - taken - beside, self.height()))
        self._panel.setGeometry(QRect(edge - width, 0, width, self.height()))
        self._handle.setGeometry(QRect(self.width() - handle, 0, handle, self.height()))
        self._panel.raise_()
        if (squeezes := bool(self._tight and beside)) is not self._squeezes:
            self._squeezes = squeezes
            self.squeezed.emit(squeezes)


class _Handle(PlainButton):
    """What is left of a closed panel: a strip at the right edge, with its word written upwards."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(theme.height(Height.TARGET))
        self._open = False
        self.set_open(is_open=False)

    def set_open(self, *, is_open: bool) -> None:
        """Say which way a press goes."""
        self._open = is_open
        act = "Tutup panel rincian" if is_open else "Buka panel rincian"
        self.setAccessibleName(act)
        self.setAccessibleDescription("F4")
        self.setToolTip(f"{act} (F4)")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, box = QPainter(self), self.rect()
        painter.setPen(QPen(theme.color(Ink.CONTROL), 1))
        painter.setBrush(QColor(theme.current().palette.surface))
        painter.drawRoundedRect(
            box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), theme.px(Radius.CARD), theme.px(Radius.CARD)
        )
        side = theme.px(IconSize.TEXT)
        way = Icon.KANAN if self._open else Icon.KIRI
        paint_icon(painter, (box.width() - side) // 2, theme.px(Space.PAGE), way, Ink.ACCENT)
        painter.translate(0, theme.px(Space.PAGE) + side + text_width(_WORD, TextStyle.BODY_500))
        painter.rotate(-90)
        words = QRect(0, 0, text_width(_WORD, TextStyle.BODY_500) + 1, box.width())
        paint_text(painter, words, _WORD, TextStyle.BODY_500, Ink.ACCENT)
