"""What a list or grid shows when there is nothing: why, what comes next, and at most one act."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.announcing import announce
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.showing import set_shown


class EmptyState(QWidget):
    """One sentence in the middle of the spare room, perhaps a second line and a button. ``pressed`` is the button."""

    pressed = Signal()

    def __init__(self, sentence: str = "", next_line: str = "", act: str = "") -> None:
        super().__init__()
        self._sentence = Label(style=TextStyle.FIGURE, ink=Ink.TEXT_2, wrap=True)
        self._next = Label(ink=Ink.TEXT_3, wrap=True)
        self._act = Button("")
        self._act.clicked.connect(self.pressed)
        for label in (self._sentence, self._next):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setMinimumWidth(theme.px(360))
        self.setLayout(column(None, self._sentence, 8, self._next, 12, row(None, self._act, None), None, edge=24))
        self.set_words(sentence, next_line, act)

    def set_words(self, sentence: str, next_line: str = "", act: str = "") -> None:
        self._sentence.setText(sentence)
        self._next.setText(next_line)
        set_shown(self._next, shown=bool(next_line))
        self._act.setText(act)
        set_shown(self._act, shown=bool(act))
        self.setAccessibleName(" ".join(filter(None, (sentence, next_line))))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            announce(self, self.accessibleName())

    def text(self) -> str:
        return self._sentence.text()
