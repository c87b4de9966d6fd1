"""The panel at the right of a work screen: title and content that scrolls, acts that do not; closable with F4.

`Split` sets it beside the work, or over it when the window is narrower than 1000 px. A page calls `Split.toggle` from
`Page.toggle_panel`.
"""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QVBoxLayout, QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Space
from kinerja_desktop.ui.widgets.cards import Card, column, holder
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea


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

    def _keep_off_bar(self, _least: int, most: int) -> None:
        """Text keeps a little air to the scroll bar while there is one."""
        self._inner.setContentsMargins(0, 0, theme.px(Space.PAIR) if most else 0, 0)

    def clear(self) -> None:
        """Take everything out of the content."""
        while (item := self.content.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


class Split(QWidget):
    """Work at the left, panel at the right."""

    def __init__(self, work: QWidget, panel: QWidget) -> None:
        super().__init__()
        self._work, self._panel = work, panel
        for part in (work, panel):
            part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def toggle(self) -> None:
        """Close or open the panel (F4)."""
        self._panel.setVisible(self._panel.isHidden())
        self._place()

    def is_open(self) -> bool:
        return not self._panel.isHidden()

    def sizeHint(self) -> QSize:
        return self._work.sizeHint().expandedTo(self._panel.sizeHint())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(480), theme.px(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        width = self._panel.width()
        over = theme.current().scale.is_overlay(self.window().width())
        beside = self.is_open() and not over
        self._panel.setGeometry(QRect(self.width() - width, 0, width, self.height()))
        room = self.width() - (width + theme.px(Space.CARDS) if beside else 0)
        self._work.setGeometry(QRect(0, 0, room, self.height()))
        self._panel.raise_()
