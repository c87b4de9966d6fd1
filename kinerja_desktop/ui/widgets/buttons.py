"""Buttons: one primary per screen, secondary ones, links in a line, and the purple one that returns work.

No button is ever a default that Enter presses from elsewhere; Enter and Space press the one that has the focus.
One more kind: a member of `ButtonKind` and its rules in `theme.stylesheet`.
"""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from kinerja_desktop.ui import icons, theme
from kinerja_desktop.ui.icons import Icon
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
        filled: bool = False,
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
            self.setIcon(icons.icon(icon, _INKS[kind], filled=filled))
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
