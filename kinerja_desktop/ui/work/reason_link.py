"""Why work cannot be handed in yet: the longest of its forms that has room on two lines; pressing it leads there."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.buttons import PlainButton
from kinerja_desktop.ui.widgets.painting import RIGHT, line_height, paint_text, text_width, wrapped
from kinerja_desktop.ui.widgets.showing import set_shown

_LINES, _STEP = 2, 8


class ReasonLink(PlainButton):
    """At the right edge of its room; never shortened while its shortest form has its two lines."""

    def __init__(self) -> None:
        super().__init__()
        self._forms: tuple[str, ...] = ("",)
        self.setAccessibleDescription("Buka tempatnya")
        self.setProperty("kind", "link")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)  # the acts beside it stay at their edge
        self.setSizePolicy(policy)

    def set_forms(self, *forms: str) -> None:
        """The same said at length, then shorter; with nothing to say it hides."""
        self._forms = forms
        self.setAccessibleName(forms[0])
        self.setToolTip(forms[0])
        set_shown(self, shown=bool(forms[0]))
        self.updateGeometry()
        self.update()

    def whole(self) -> str:
        """The longest form."""
        return self._forms[0]

    def shown(self) -> list[str]:
        """The lines as they stand."""
        every = [wrapped(form, TextStyle.BODY, self.width()) for form in self._forms]
        return next((lines for lines in every if len(lines) <= _LINES), every[-1])

    def sizeHint(self) -> QSize:
        return QSize(text_width(self._forms[0], TextStyle.BODY) + 1, _LINES * line_height(TextStyle.BODY))

    def minimumSizeHint(self) -> QSize:
        shortest, whole = self._forms[-1], text_width(self._forms[-1], TextStyle.BODY) + 1
        widths = range(whole // _LINES, whole, _STEP)
        least = next((width for width in widths if len(wrapped(shortest, TextStyle.BODY, width)) <= _LINES), whole)
        return QSize(least, _LINES * line_height(TextStyle.BODY))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, lines, high = QPainter(self), self.shown(), line_height(TextStyle.BODY)
        top = (self.height() - len(lines) * high) // 2
        for at, line in enumerate(lines):
            box = QRect(0, top + at * high, self.width(), high)
            paint_text(painter, box, line, TextStyle.BODY, Ink.ACCENT, align=RIGHT)
