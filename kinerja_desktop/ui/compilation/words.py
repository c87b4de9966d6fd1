"""«Uraian»: the paragraphs of the report, and beside them the sentences that the figures propose."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.realisasi import MAKS_TEKS
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import Card, column, empty, holder, row
from kinerja_desktop.ui.widgets.fields import CounterTextEdit
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.work.sheet import LOCKED

_PANEL, _PANEL_NARROW = 460, 380


class WordsView(QWidget):
    """``edited`` carries the paragraphs as a person writes them."""

    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._showing = False
        self._offered: Sequence[tuple[str, str]] = ()
        self._takes: list[tuple[Button, str]] = []
        hint = "ringkasan pelaksanaan, asal data, hal yang menonjol"
        self.text = CounterTextEdit("Uraian laporan", limit=MAKS_TEKS, hint=hint, rows=10, most=18)
        self.text.field.setObjectName("uraian")
        self.text.field.textChanged.connect(self._tell)
        self._lines = column(space=8)
        area = ScrollArea(holder(column(self._lines, None)))
        title = Label("Saran kalimat dari angka", TextStyle.BODY_700, Ink.TEXT_2)
        self._panel = Card(column(title, area, space=8, edge=12))
        self._panel.setFixedWidth(theme.px(_PANEL))
        line = row(Card(column(self.text, None, edge=12)), self._panel, space=12)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.setFocusProxy(self.text)

    def set_narrow(self, *, narrow: bool) -> None:
        self._panel.setFixedWidth(theme.px(_PANEL_NARROW if narrow else _PANEL))

    def show_words(self, teks: str, offered: Sequence[tuple[str, str]], *, editable: bool) -> None:
        """Show paragraphs and proposals (kode and sentence); the caret stays while the text is the same."""
        self._showing = True
        if self.text.text() != teks:
            self.text.set_text(teks)
        self.text.set_locked("" if editable else LOCKED)
        self._showing = False
        self._show_offered(offered)
        self._allow()

    def _show_offered(self, offered: Sequence[tuple[str, str]]) -> None:
        if tuple(offered) == tuple(self._offered):
            return
        self._offered = tuple(offered)
        empty(self._lines)
        self._takes.clear()
        for kode, sentence in offered:
            self._lines.addWidget(self._proposal(kode, sentence))

    def _allow(self) -> None:
        """A sentence is taken once, and into a text that may be written."""
        locked = self.text.field.isReadOnly()
        for take, sentence in self._takes:
            taken = "Kalimat ini sudah ada dalam uraian." if sentence in self.text.text() else ""
            allow(take, "Laporan ini tidak dapat diubah sekarang." if locked else taken)

    def _proposal(self, kode: str, sentence: str) -> QWidget:
        take = Button("Pakai", ButtonKind.LINK, Icon.TAMBAH)
        take.setObjectName(f"pakai_{kode}")
        take.setAccessibleName(f"Pakai saran kalimat {kode}")
        take.clicked.connect(lambda: self._take(sentence))
        self._takes.append((take, sentence))
        words = Label(f"«{sentence}»", wrap=True)
        number = Label(kode, TextStyle.BODY_500, Ink.ACCENT)
        line = row(number, words, take)
        line.setStretch(1, 1)
        line.setAlignment(number, Qt.AlignmentFlag.AlignTop)
        return holder(line)

    def _take(self, sentence: str) -> None:
        """Add a sentence at the end; it can be taken back as anything typed."""
        cursor = self.text.field.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        before = self.text.text()
        cursor.insertText(sentence if not before or before.endswith(("\n", " ")) else f" {sentence}")
        self.text.field.setTextCursor(cursor)
        self.text.setFocus()

    def _tell(self) -> None:
        if not self._showing:
            self._allow()
            self.edited.emit(self.text.text())
