"""Buttons: one primary per screen, secondary ones, links in a line, and the purple one that returns work.

No button is ever a default that Enter presses from elsewhere; Enter and Space press the one that has the focus.
One more kind: a member of `ButtonKind` and its rules in `theme.stylesheet`.
"""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from kinerja_desktop.ui import icons, theme
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone


class ButtonKind(StrEnum):
    PRIMARY = "primary"
    SECONDARY = "secondary"
    LINK = "link"
    RETURN = "return"


_INKS: dict[ButtonKind, Ink | Tone] = {
    ButtonKind.PRIMARY: Ink.ON_ACCENT,
    ButtonKind.SECONDARY: Ink.TEXT_2,
    ButtonKind.LINK: Ink.ACCENT,
    ButtonKind.RETURN: Tone.KEMBALI,
}


class Button(QPushButton):
    """A button of one kind. ``act`` makes it as tall as the acts of a dialog or of a decision."""

    def __init__(
        self,
        text: str,
        kind: ButtonKind = ButtonKind.SECONDARY,
        icon: Icon | None = None,
        *,
        act: bool = False,
        shape: Shape = Shape.REGULAR,
    ) -> None:
        super().__init__(text)
        self.kind = kind
        self._icon = icon
        self._words = text
        self.setProperty("kind", kind.value)
        self.setProperty("act", "true" if act else "false")
        weight = TextStyle.BODY_500 if kind in (ButtonKind.PRIMARY, ButtonKind.RETURN) else TextStyle.BODY
        self.setProperty("text_style", weight.value)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if icon is not None:
            self.setIcon(icons.icon(icon, _INKS[kind], shape))
            self.setIconSize(QSize(theme.px(16), theme.px(16)))

    def set_words_shown(self, *, shown: bool) -> None:
        """In narrow mode a secondary button keeps its icon alone; name and tooltip then say what it does."""
        if self._icon is None:
            return
        self.setText(self._words if shown else "")
        self.setToolTip("" if shown else self._words)
        self.setAccessibleName(self._words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class IconButton(QPushButton):
    """An icon that stands alone: only for close, back, page turn, zoom and undo; its name is also its tooltip."""

    def __init__(self, icon: Icon, name: str, *, framed: bool = False) -> None:
        super().__init__()
        self.setProperty("kind", "secondary" if framed else "icon")
        self.setIcon(icons.icon(icon, Ink.TEXT_2))
        self.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        side = theme.height(theme.Height.CONTROL if framed else theme.Height.TARGET)
        self.setFixedSize(QSize(theme.px(46) if framed else side, side))
