"""Strips: one sentence across the width of a screen, with its symbol and at most one link.

They stay for as long as they are true or can be taken back; nothing here vanishes by itself.
"""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import IconSize, Tone
from kinerja_desktop.ui.widgets.announcing import announce
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import row
from kinerja_desktop.ui.widgets.labels import Label, repolish
from kinerja_desktop.ui.widgets.painting import paint_icon
from kinerja_desktop.ui.widgets.showing import set_shown


@dataclass(frozen=True, slots=True)
class StripSpec:
    """``text`` may set words bold between ``**``; ``link`` is the act offered at the right."""

    tone: Tone
    icon: Icon
    text: str
    link: str = ""
    shape: Shape = Shape.REGULAR


def caution_strip(sentences: Sequence[str]) -> StripSpec | None:
    """What to look at before something is done, one sentence below the other; None where there is nothing."""
    told = "\n".join(sentences)
    return StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, told) if told else None


def bold_marked(text: str) -> str:
    """Rich text of a sentence in which ``**words**`` are bold; everything else is shown as typed."""
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", html.escape(text)).replace("\n", "<br>")


class Symbol(QWidget):
    """An icon as a widget, in an ink or tone; it says nothing alone and stands beside its words."""

    def __init__(self, icon: Icon, tone: Tone, size: IconSize = IconSize.TEXT, shape: Shape = Shape.REGULAR) -> None:
        super().__init__()
        self._icon, self._tone, self._size, self._shape = icon, tone, size, shape
        self.setFixedSize(QSize(theme.px(size), theme.px(size)))

    def show_icon(self, icon: Icon, tone: Tone, shape: Shape = Shape.REGULAR) -> None:
        self._icon, self._tone, self._shape = icon, tone, shape
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, 0, self.height() // 2, self._icon, self._tone, size=self._size, shape=self._shape)


class Strip(QFrame):
    """``linked`` tells that the link was pressed."""

    linked = Signal()

    def __init__(self, spec: StripSpec | None = None) -> None:
        super().__init__()
        self.setProperty("kind", "strip")
        self._symbol = Symbol(Icon.INFO, Tone.NETRAL)
        self._text = Label(wrap=True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._link = Button("", ButtonKind.LINK)
        self._link.clicked.connect(self.linked)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        line = row(14, self._symbol, 7, self._text, 8, self._link, 8, space=0)
        line.setStretchFactor(self._text, 1)
        line.setContentsMargins(0, theme.px(1), 0, theme.px(1))
        self.setLayout(line)
        self.set_low(low=False)
        self.set_spec(spec)

    def set_low(self, *, low: bool) -> None:
        """Less air above and below the sentence in a low window."""
        air = theme.px(4 if low else 8)
        self._text.setContentsMargins(0, air, 0, air)
        self.setMinimumHeight(theme.px(28 if low else 36))

    def set_spec(self, spec: StripSpec | None) -> None:
        """Show a sentence, and have it said once it is seen; None hides the strip."""
        if spec is None:
            set_shown(self, shown=False)
            return
        before, is_seen = self.text(), self.isVisible()
        self.setProperty("tone", spec.tone.value)
        self._symbol.show_icon(spec.icon, spec.tone, spec.shape)
        self._text.setText(bold_marked(spec.text))
        self._link.setText(spec.link)
        set_shown(self._link, shown=bool(spec.link))
        self.setAccessibleName(spec.text.replace("**", ""))
        repolish(self)
        set_shown(self, shown=True)
        if is_seen and self.text() != before:
            self._announce()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._announce()

    def _announce(self) -> None:
        announce(self, self.text(), urgent=self.property("tone") == Tone.SALAH)

    def text(self) -> str:
        return self.accessibleName()
