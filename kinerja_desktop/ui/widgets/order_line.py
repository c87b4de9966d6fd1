"""The line below rows that a person sorted, though they stand in the order of a paper: by what, and the way back.

Below, so that the head stays under the mouse that pressed it. Put it under its list; without a place it is never shown.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Ink, Space
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import row
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.showing import set_shown


class OrderLine(QWidget):
    """``given_wanted``: the rows are to stand in the order of the paper again."""

    given_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words, self.back = Label(ink=Ink.TEXT_2), Button("Urutan dokumen", ButtonKind.LINK)
        self.back.setObjectName("urutan_dokumen")
        self.back.setToolTip("Baris kembali ke urutan dokumen")
        self.back.clicked.connect(self.given_wanted)
        line = row(self._words, self.back, None, space=Space.CONTROLS)
        line.setContentsMargins(0, theme.px(Space.PAIR), 0, 0)
        self.setLayout(line)
        set_shown(self, shown=False)

    def tell(self, head: str) -> None:
        """The rows stand by the column with this head; empty, in the order of the paper."""
        self._words.setText(f"Diurutkan menurut {head}." if head else "")
        set_shown(self, shown=bool(head))

    def text(self) -> str:
        """The sentence; empty where the order is that of the paper."""
        return self._words.text()
