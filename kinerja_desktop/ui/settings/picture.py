"""A field that holds a picture as base64 text: preview, «Pilih Gambar…», «Hapus».

Whether the picture may be used is judged when it is saved, like every other setting.
"""

import base64

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import FileMissing
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.choosing import PICTURE, choose_file
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import Card, Ground, column, row
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.showing import set_shown

_SIDE = 72


class PictureField(QWidget):
    """``edited`` when a person chose or removed a picture."""

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._text = ""
        self._preview = QLabel()
        self._preview.setFixedSize(QSize(theme.px(_SIDE), theme.px(_SIDE)))
        self._preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._preview.setAccessibleName(f"{name}, pratinjau")
        self._state = Label(ink=Ink.TEXT_2, wrap=True)
        self._choose = Button("Pilih Gambar…", icon=Icon.PILIH_BERKAS)
        self._choose.setObjectName("pilih_gambar")
        self._choose.setAccessibleName(f"{name}: pilih gambar")
        self._remove = Button("Hapus", ButtonKind.LINK)
        self._remove.setObjectName("hapus_gambar")
        self._remove.setAccessibleName(f"{name}: hapus gambar")
        beside = column(self._state, 4, row(self._choose, self._remove, None))
        line = row(Card(row(self._preview, space=0, edge=4), Ground.WELL), beside, space=12)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.setFixedWidth(theme.px(380))
        self.setFocusProxy(self._choose)
        self._choose.clicked.connect(self._ask)
        self._remove.clicked.connect(lambda: self._take(""))
        self.set_text("")

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        """Show a stored picture; an empty text is none."""
        self._text = text
        picture = QPixmap()
        picture.loadFromData(QByteArray(base64.b64decode(text)))
        self._show(picture)

    def _show(self, picture: QPixmap) -> None:
        if picture.isNull():
            self._preview.clear()
            words = "Gambar tidak dapat ditampilkan." if self._text else "Belum ada gambar."
        else:
            side = theme.px(_SIDE)
            kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._preview.setPixmap(picture.scaled(side, side, kept, smooth))
            words = f"{picture.width()} × {picture.height()} piksel"
        self._state.setText(words)
        set_shown(self._remove, shown=bool(self._text))

    def _ask(self) -> None:
        chosen = choose_file(self, "Pilih Gambar", PICTURE)
        if not chosen:
            return
        try:
            content = chosen.read_bytes()
        except OSError:
            self._state.setText(messages.sentence(FileMissing(str(chosen))))
            return
        self._take(base64.b64encode(content).decode("ascii"))

    def _take(self, text: str) -> None:
        self.set_text(text)
        self.edited.emit()
