"""Buttons: one primary per screen, secondary ones, links in a line, and the purple one that returns work.

No button is ever a default that Enter presses from elsewhere; Enter and Space press the one that has the focus.
One more kind: a member of `ButtonKind` and its rules in `theme.stylesheet`.
"""

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QSizePolicy

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.qt_numbers import KEY_ENTER, KEY_RETURN
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.allowing import set_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from kinerja_desktop.ui.icons import Icon, Shape


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


class PlainButton(QPushButton):
    """What every button is: never a default, pressed by Enter as by Space while it has the focus.

    Who is used to double clicks gives one order with them: the second press does nothing, on this button and on any
    that lies under the mouse by then. ``repeats`` is for what is pressed again and again: undo, turn the page, zoom.
    A key that is held down presses once: the focus may lie on another button by then, on «Tarik» say.
    """

    repeats = False

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        if event.key() in (KEY_RETURN, KEY_ENTER):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: "QMouseEvent") -> None:
        if self.repeats:
            super().mouseDoubleClickEvent(event)


class Button(PlainButton):
    """A button of one kind. ``act`` makes it as tall as the acts of a dialog or of a decision.

    ``brief`` are the words that stay in narrow mode, for what no icon says by itself.
    """

    def __init__(
        self,
        text: str,
        kind: ButtonKind = ButtonKind.SECONDARY,
        icon: "Icon | None" = None,
        *,
        act: bool = False,
        shape: "Shape | None" = None,
        brief: str = "",
    ) -> None:
        super().__init__(text)
        self.kind = kind
        self._icon = icon
        self._words, self._brief = text, brief
        self.setProperty("kind", kind.value)
        self.setProperty("act", "true" if act else "false")
        weight = TextStyle.BODY_500 if kind in (ButtonKind.PRIMARY, ButtonKind.RETURN) else TextStyle.BODY
        self.setProperty("text_style", weight.value)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if icon is not None:
            _put_icon(self, icon, _INKS[kind], shape)

    def set_words_shown(self, *, shown: bool) -> None:
        """In narrow mode a secondary button keeps its icon and brief words; name and tooltip then say what it does."""
        if self._icon is None:
            return
        self.setText(self._words if shown else self._brief)
        set_tip(self, "" if shown else self._words)
        self.setAccessibleName(self._words)


def _put_icon(button: QPushButton, icon: "Icon", ink: Ink | Tone, shape: "Shape | None") -> None:
    from kinerja_desktop.ui import icons  # here, because the log-in has buttons and no icons

    button.setIcon(icons.icon(icon, ink, shape or icons.Shape.REGULAR))
    button.setIconSize(QSize(theme.px(16), theme.px(16)))


class IconButton(PlainButton):
    """An icon that stands alone: only for close, back, page turn, zoom and undo; its name is also its tooltip."""

    def __init__(self, icon: "Icon", name: str, *, framed: bool = False, repeats: bool = False) -> None:
        super().__init__()
        self.repeats = repeats
        self.setProperty("kind", "secondary" if framed else "icon")
        _put_icon(self, icon, Ink.TEXT_2, None)
        words, _, key = name.removesuffix(")").partition(" (")
        self.setAccessibleName(words)
        self.setAccessibleDescription(key)
        self.setToolTip(name)
        side = theme.height(theme.Height.CONTROL if framed else theme.Height.TARGET)
        self.setFixedSize(QSize(theme.px(46) if framed else side, side))
