"""A view painted by code whose parts can be reached one by one: with the mouse, with the keys, by a screen reader.

Over each part lies a button that paints nothing: it has the part's name, its tooltip, the focus and the ring around it.
The view is one stop of the tab key; arrows go from part to part, Enter and Space press the one that is chosen. One more
view: subclass `PartedView`, say where a part lies and what pressing it does, and hand over the words of the parts.
"""

from abc import abstractmethod
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kinerja_desktop.ui.widgets.buttons import PlainButton

UP_AND_DOWN: Mapping[Qt.Key, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
SIDEWAYS: Mapping[Qt.Key, int] = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_ARROWS = {*UP_AND_DOWN, *SIDEWAYS}


class Part(PlainButton):
    """What lies over one part; the view below paints it."""

    reached = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        pass

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are the view's."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()


class PartedView(QWidget):
    """See the module. ``turns`` says which arrows go to the part after (1) and before (-1)."""

    def __init__(self, turns: Mapping[Qt.Key, int]) -> None:
        super().__init__()
        self._turns = turns
        self._parts: list[Part] = []
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focus_ring", True)  # noqa: FBT003  # Qt's own signature

    # --- what a view says ------------------------------------------------------------------------

    @abstractmethod
    def box_of(self, at: int) -> QRect:
        """Where a part lies."""

    @abstractmethod
    def press(self, at: int) -> None:
        """A part was pressed."""

    def turned(self, at: int) -> None:
        """The arrows came to a part; by default it is only chosen."""

    # --- parts -----------------------------------------------------------------------------------

    def set_parts(self, told: Sequence[tuple[str, str]]) -> None:
        """Name and description of every part, in the order of the arrows; the chosen place stays while it exists."""
        had = self.hasFocus()
        while len(self._parts) > len(told):
            gone = self._parts.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._parts) < len(told):
            self._add(len(self._parts))
        for part, (name, about) in zip(self._parts, told, strict=True):
            part.setAccessibleName(name)
            part.setAccessibleDescription(about)
            part.setToolTip(name)
        self._choose(self._at if self._at < len(told) else 0)
        self.place_parts()
        if had and not self.hasFocus():
            self.setFocus()

    def _add(self, at: int) -> None:
        made = Part()
        made.setParent(self)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(lambda: self.press(at))
        made.reached.connect(lambda: self._choose(at))
        made.show()
        self._parts.append(made)

    def place_parts(self) -> None:
        """Lay the parts over what is painted; to be told where that moved."""
        for at, part in enumerate(self._parts):
            part.setGeometry(self.box_of(at))

    def part_at(self, point: QPoint) -> int:
        """The part at a point, or -1."""
        return next((at for at in range(len(self._parts)) if self.box_of(at).contains(point)), -1)

    def _choose(self, at: int) -> None:
        """Of all parts the chosen one alone is a stop of the tab key."""
        self._at = at
        for place, part in enumerate(self._parts):
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus if place == at else Qt.FocusPolicy.ClickFocus)
        proxy = self._parts[at] if at < len(self._parts) else None
        if self.focusProxy() is not proxy:
            self.setFocusProxy(proxy)  # type: ignore[arg-type]  # Qt takes none
        self.update()

    def go_to_part(self, at: int) -> None:
        """Choose a part, and give it the focus if the view has it."""
        had = self.hasFocus()
        self._choose(at)
        if had:
            self._parts[at].setFocus()

    # --- keys and mouse --------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_parts()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.part_at(event.position().toPoint())
        if at >= 0:
            self.press(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = self._turns.get(Qt.Key(event.key()))
        if by is not None and self._parts:
            self.go_to_part((self._at + by) % len(self._parts))
            self.turned(self._at)
        elif event.key() in _PRESS and self._parts:
            self.press(self._at)
        else:
            super().keyPressEvent(event)
