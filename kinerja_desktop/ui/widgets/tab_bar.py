"""The tabs under the header: icon, name and badge; the open one filled and underlined.

At most seven. The badge is the length of the list that the tab shows, from the same query.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Height, IconSize, Ink, TextStyle
from kinerja_desktop.ui.widgets.cards import row
from kinerja_desktop.ui.widgets.painting import CENTER, fill_round, paint_icon, paint_text, text_width

_GAP, _BADGE_GAP, _BADGE_HEIGHT, _BADGE_PAD, _UNDERLINE = 7, 8, 20, 7, 3
_SIDES = (12, 8, 4)
"""Air at both sides of a tab: the first that leaves room for all of them."""


@dataclass(frozen=True, slots=True)
class TabLook:
    """What a tab shows; a badge of 0 is not shown."""

    title: str
    icon: Icon
    badge: int = 0


class TabBar(QTabBar):
    """Painted as a whole; keys and assistive names come from Qt. The wheel opens no other tab."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks: list[TabLook] = []
        self._narrow, self._low, self._side = False, False, _SIDES[0]
        self.setAccessibleName("Tab")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_tabs(self, looks: list[TabLook]) -> None:
        """Replace all tabs; the first is then open."""
        with QSignalBlocker(self):
            while self.count():
                self.removeTab(0)
            self._looks = list(looks)
            for look in looks:
                self.addTab(look.title)
        self._name_all()
        self._fit()

    def badge(self, index: int) -> int:
        return self._looks[index].badge

    def set_badge(self, index: int, badge: int) -> None:
        look = self._looks[index]
        if badge == look.badge:
            return
        self._looks[index] = TabLook(look.title, look.icon, badge)
        self._name_all()
        self._fit()
        self.update()

    def set_narrow(self, *, narrow: bool, low: bool = False) -> None:
        self._narrow, self._low = narrow, low
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Tabs move closer together where there is no room for all of them."""
        for self._side in _SIDES:
            if sum(self.tabSizeHint(at).width() for at in range(self.count())) <= self.width():
                break
        if self._looks:
            self.setTabText(0, self._looks[0].title)  # Qt then measures all of them anew
        self.updateGeometry()

    def _name_all(self) -> None:
        for index, look in enumerate(self._looks):
            counted = f", {look.badge}" if look.badge else ""
            self.setAccessibleTabName(index, f"{look.title}{counted}")
            self.setTabToolTip(index, f"Ctrl+{index + 1}")

    def tabSizeHint(self, index: int) -> QSize:
        look, px = self._looks[index], theme.px
        words = text_width(look.title, TextStyle.BODY_500)
        badge = px(_BADGE_GAP) + _badge_width(look.badge) if look.badge else 0
        width = px(self._side) + px(IconSize.TAB) + px(_GAP) + words + badge + px(self._side)
        return QSize(width, theme.height(Height.TABS, narrow=self._narrow, low=self._low))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index, look in enumerate(self._looks):
            self._paint_tab(painter, self.tabRect(index), look, chosen=index == self.currentIndex())

    def _paint_tab(self, painter: QPainter, box: QRect, look: TabLook, *, chosen: bool) -> None:
        px = theme.px
        ink = Ink.ACCENT if chosen else Ink.TEXT_2
        left, middle = box.left() + px(self._side), box.center().y()
        left += paint_icon(
            painter, left, middle, look.icon, ink, size=IconSize.TAB, shape=Shape.FILL if chosen else Shape.REGULAR
        ) + px(_GAP)
        words = QRect(left, box.top(), box.right() - left, box.height() - 1)
        style = TextStyle.BODY_500 if chosen else TextStyle.BODY
        left += paint_text(painter, words, look.title, style, ink)
        if look.badge:
            _paint_badge(painter, left + px(_BADGE_GAP), middle, look.badge, chosen=chosen)
        if chosen:
            line = QRect(box.left(), box.bottom() - px(_UNDERLINE) + 1, box.width(), px(_UNDERLINE))
            painter.fillRect(line, theme.color(Ink.ACCENT))
            if self.hasFocus():
                painter.setPen(theme.color(Ink.ACCENT))
                painter.drawRect(box.adjusted(px(2), px(3), -px(3), -px(6)))


class TabBand(QWidget):
    """The white band under the tabs; its foot line runs under the mark of the open tab."""

    def __init__(self, bar: TabBar) -> None:
        super().__init__()
        self.setLayout(row(8, bar, space=0))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), theme.current().palette
        painter.fillRect(self.rect(), QColor(tokens.surface))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), QColor(tokens.line))


def _badge_width(count: int) -> int:
    return max(theme.px(22), text_width(str(count), TextStyle.BODY_500) + 2 * theme.px(_BADGE_PAD))


def _paint_badge(painter: QPainter, left: int, middle: int, count: int, *, chosen: bool) -> None:
    height = theme.px(_BADGE_HEIGHT)
    box = QRect(left, middle - height // 2, _badge_width(count), height)
    tokens = theme.current().palette
    fill_round(painter, box, QColor(tokens.accent if chosen else tokens.surface_2), height // 2)
    paint_text(painter, box, str(count), TextStyle.BODY_500, Ink.ON_ACCENT if chosen else Ink.TEXT, align=CENTER)
