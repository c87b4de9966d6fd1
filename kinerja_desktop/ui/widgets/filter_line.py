"""The line above a list that filters it by words: shown where a list may exceed a screen, or when Ctrl+F asks for it.

Every word typed must stand somewhere in what is seen of a row. Esc empties it and goes back to the list.
"""

from typing import Protocol

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Ink, Space
from kinerja_desktop.ui.widgets.announcing import announce
from kinerja_desktop.ui.widgets.cards import row
from kinerja_desktop.ui.widgets.fields import SearchField
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.showing import set_shown

MANY = 15
"""Rows from which the line is always there."""


class Filterable(Protocol):
    """A list that can be filtered, or what filters cards."""

    def set_filter(self, words: str) -> None:
        """Show only rows in which every word stands; all for none."""

    def counted(self) -> tuple[int, int]:
        """How many rows are shown, and how many there are."""


class _Field(SearchField):
    """A field whose Esc is its own as long as something is typed in it."""

    def event(self, event: QEvent) -> bool:
        key = event.key() if isinstance(event, QKeyEvent) else None
        if event.type() is QEvent.Type.ShortcutOverride and key == Qt.Key.Key_Escape and self.text():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class FilterLine(QWidget):
    """Put it above its list. ``begin`` is what Ctrl+F does."""

    def __init__(self, listing: Filterable, name: str) -> None:
        super().__init__()
        self._listing, self._asked = listing, False
        self.field, self._count = _Field("Saring daftar ini"), Label(ink=Ink.TEXT_2)
        self.field.setAccessibleName(f"Saring {name}")
        self.field.setToolTip("Ctrl+F")
        self.field.setAccessibleDescription("Ctrl+F. Esc mengosongkan.")
        line = row(self.field, self._count, None, space=Space.CONTROLS)
        line.setContentsMargins(0, 0, 0, theme.px(Space.PAIR))
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.field.textChanged.connect(self._filter)
        set_shown(self, shown=False)

    def begin(self) -> None:
        """Show the line and put the focus into it; a page that filters its list itself has no place for it."""
        if self.parentWidget() is None:
            return
        self._asked = True
        self.tell()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def is_offered(self) -> bool:
        """Whether its list is on the screen; cards beside the list of a page leave the key of the page to it."""
        listing = self._listing
        return isinstance(listing, QWidget) and listing.isVisible()

    def tell(self) -> None:
        """The rows are others now: count them anew; a short list needs no line."""
        shown, total = self._listing.counted()
        typed = bool(self.field.text().strip())
        self._count.setText(f"{shown} dari {total}" if typed else "")
        set_shown(self, shown=total > MANY or typed or (self._asked and total > 0))

    def _filter(self, words: str) -> None:
        self._listing.set_filter(words)
        self.tell()
        announce(self.field, self._count.text())
