"""The years of one indikator as a drawing beside its Riwayat: asked for beside the window, painted on paper white."""

import re

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImageReader, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout

from kinerja_desktop.services.plan_trend import Tren
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Ink, Space, TextStyle
from kinerja_desktop.ui.widgets.cards import Card
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.showing import set_shown

WIDTH, HEIGHT = 372, 208
ON_PAPER = (WIDTH / 1.5, HEIGHT / 1.5)
"""Size to draw for, in points: letters of paper are then as large as those of the screen."""
_FACE = re.compile(r"font-family: Arimo(-Bold)?(-?Italic)?;")


class TrendCard(Card):
    """Name, drawing, and in words where the line is broken."""

    def __init__(self) -> None:
        self._title, self._note = Label(style=TextStyle.BODY_500, wrap=True), Label(wrap=True)
        self._picture = QLabel()
        self._picture.setObjectName("tren")
        self._picture.setFixedSize(theme.px(WIDTH), theme.px(HEIGHT))
        self._nothing = Label("Belum ada angka tahun-tahun sebelumnya.", ink=Ink.TEXT_2, wrap=True)
        self._note.setObjectName("catatan_tren")
        inner = QVBoxLayout()
        inner.setSpacing(theme.px(Space.CONTROLS))
        for part in (self._title, self._picture, self._nothing, self._note):
            inner.addWidget(part)
        inner.addStretch(1)
        edge = theme.px(Space.CARDS)
        inner.setContentsMargins(edge, edge, edge, edge)
        super().__init__(inner)
        self.setFixedWidth(theme.px(WIDTH) + 2 * edge + 2)

    def show_trend(self, nama: str, tren: Tren) -> None:
        """Show the years of an indikator."""
        self._title.setText(nama)
        set_shown(self._picture, shown=bool(tren.gambar))
        set_shown(self._nothing, shown=not tren.gambar)
        self._note.setText(tren.catatan)
        self._picture.setAccessibleName(f"Grafik tahun-tahun {nama}. {tren.catatan}")
        if tren.gambar:
            self._picture.setPixmap(self._painted(tren.gambar))

    def _painted(self, gambar: str) -> QPixmap:
        """The drawing in the letters of the screen, sharp at every scale."""
        buffer = QBuffer()
        buffer.setData(QByteArray(_FACE.sub(_face, gambar).encode()))
        reader = QImageReader(buffer, QByteArray(b"svg"))
        ratio = self.devicePixelRatioF()
        reader.setScaledSize(QSize(round(self._picture.width() * ratio), round(self._picture.height() * ratio)))
        paper = QPixmap(reader.scaledSize())
        paper.fill(Qt.GlobalColor.white)
        painter = QPainter(paper)
        painter.drawImage(0, 0, reader.read())
        painter.end()
        paper.setDevicePixelRatio(ratio)
        return paper


def _face(found: re.Match[str]) -> str:
    bold = " font-weight: bold;" if found.group(1) else ""
    italic = " font-style: italic;" if found.group(2) else ""
    return f"font-family: Roboto;{bold}{italic}"
