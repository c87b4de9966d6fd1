"""What is safe: one quiet line below a path or a grave dialog that says what leaving it leaves behind."""

from PySide6.QtWidgets import QWidget

from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink, Tone
from kinerja_desktop.ui.widgets.cards import row
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.strips import Symbol


class SafeNote(QWidget):
    """The sentence beside its shield."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        line = row(Symbol(Icon.PERIKSA, Tone.SELESAI), Label(sentence, ink=Ink.TEXT_2, wrap=True), space=8)
        line.setStretch(1, 1)
        self.setLayout(line)
