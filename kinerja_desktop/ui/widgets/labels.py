"""Text on screen: a label of the type scale, one that shortens with a tooltip, one that wraps in a row, a thin rule."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from kinerja_desktop.domain.tanda import visible
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.qt_numbers import ALIGN_VCENTER
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent


_MOST_UNBROKEN, IN_PANEL = 300, 120
"""Logical pixels up to which a part of a text that wraps claims to stand in one line; in a side panel."""


class Label(QLabel):
    """Text in a step of the type scale and an ink; wraps only when asked to.

    What people typed is never markup, and turns nothing (``domain.tanda``).
    """

    def __init__(
        self,
        text: str = "",
        style: TextStyle = TextStyle.BODY,
        ink: Ink | Tone = Ink.TEXT,
        *,
        wrap: bool = False,
        buddy: QWidget | None = None,
    ) -> None:
        super().__init__(visible(text))
        self.setProperty("textFormat", "PlainText")  # by its name, see `ui.qt_numbers`
        self.setProperty("text_style", style.value)
        self.setProperty("ink", ink.value)
        self.setWordWrap(wrap)
        if buddy is not None:
            self.setBuddy(buddy)

    def setText(self, text: str) -> None:
        super().setText(visible(text))

    def set_ink(self, ink: Ink | Tone) -> None:
        self.setProperty("ink", ink.value)
        repolish(self)


class ElidedLabel(QWidget):
    """One line that is shortened with «…» where there is no room; the whole text is then its tooltip."""

    def __init__(self, text: str = "", style: TextStyle = TextStyle.BODY, ink: Ink | Tone = Ink.TEXT) -> None:
        super().__init__()
        self._style, self._ink = style, ink
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._text = ""
        self.set_text(text)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        self._text = visible(text)
        self.setAccessibleName(self._text)
        self._tell_if_cut()
        self.updateGeometry()
        self.update()

    def is_cut(self) -> bool:
        return self._metrics().horizontalAdvance(self._text) > self.width()

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(theme.font(self._style))

    def _tell_if_cut(self) -> None:
        self.setToolTip(self._text if self.is_cut() else "")

    def sizeHint(self) -> QSize:
        metrics = self._metrics()
        return QSize(metrics.horizontalAdvance(self._text) + 1, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(28), self._metrics().height())

    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        self._tell_if_cut()

    def paintEvent(self, event: "QPaintEvent") -> None:
        painter = QPainter(self)
        painter.setFont(theme.font(self._style))
        painter.setPen(theme.color(self._ink))
        shown = elided(self._metrics(), self._text, self.width())
        painter.drawText(self.rect(), ALIGN_VCENTER, shown)


class WrappedLabel(QWidget):
    """One line where there is room, else more of them, «·» being where it breaks first; never shortened.

    For a row, in which a `Label` that wraps would not know how wide it may be. ``unbroken`` is the width up to which
    a part claims to stand in one line: in a panel less, where a button stands beside it.
    """

    def __init__(
        self,
        text: str = "",
        style: TextStyle = TextStyle.BODY,
        ink: Ink | Tone = Ink.TEXT,
        *,
        unbroken: int = _MOST_UNBROKEN,
    ) -> None:
        super().__init__()
        self._style, self._ink, self._unbroken = style, ink, unbroken
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # Qt's own signature
        self.setSizePolicy(policy)
        self._text = ""
        self.set_text(text)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(theme.font(self._style))

    def _parts(self) -> list[str]:
        """What is not to be broken as long as there is room; the sign stays at the end of a line."""
        before, *rest = self._text.split(" · ")
        return [f"{one} ·" for one in (before, *rest)[: len(rest)]] + [(before, *rest)[-1]]

    def lines(self, width: int) -> list[str]:
        """The text as it stands in a width."""
        metrics = self._metrics()
        if metrics.horizontalAdvance(self._text) <= width:
            return [self._text]
        from kinerja_desktop.ui.widgets.painting import wrapped  # here: not before the first paint

        out: list[str] = []
        for part in self._parts():
            longer = f"{out[-1]} {part}" if out else part
            if out and metrics.horizontalAdvance(longer) <= width:
                out[-1] = longer
            else:
                out += wrapped(part, self._style, width)
        return out

    def sizeHint(self) -> QSize:
        metrics = self._metrics()
        return QSize(metrics.horizontalAdvance(self._text) + 1, metrics.height())

    def minimumSizeHint(self) -> QSize:
        metrics = self._metrics()
        widest = max(map(metrics.horizontalAdvance, self._parts()))
        return QSize(min(widest, theme.px(self._unbroken)) + 1, metrics.height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self.lines(width)) * self._metrics().height()

    def paintEvent(self, event: "QPaintEvent") -> None:
        painter, high = QPainter(self), self._metrics().height()
        painter.setFont(theme.font(self._style))
        painter.setPen(theme.color(self._ink))
        lines = self.lines(self.width())
        top = (self.height() - len(lines) * high) // 2
        for at, line in enumerate(lines):
            painter.drawText(QRect(0, top + at * high, self.width(), high), ALIGN_VCENTER, line)


def elided(metrics: QFontMetrics, text: str, width: int) -> str:
    """The text, shortened with «…» where it is wider than the room."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    from PySide6.QtCore import Qt  # here, because the namespace is costly before the first paint

    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


class Rule(QFrame):
    """A separator one pixel thick."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "rule")
        self.setFixedHeight(1)


def repolish(widget: QWidget) -> None:
    """Make the stylesheet look again at a property that it selects by."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
