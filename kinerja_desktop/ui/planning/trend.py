"""The years of one indikator as a drawing beside its Riwayat: asked for beside the window."""

from PySide6.QtWidgets import QLabel, QVBoxLayout

from kinerja_desktop.services.plan_trend import Tren
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Ink, Space, TextStyle
from kinerja_desktop.ui.widgets.cards import Card
from kinerja_desktop.ui.widgets.drawing import painted
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.showing import set_shown

WIDTH, HEIGHT = 372, 208
ON_PAPER = (WIDTH / 1.5, HEIGHT / 1.5)
"""Size to draw for, in points: letters of paper are then as large as those of the screen."""


class TrendCard(Card):
    """Name, drawing, and in words where the line is broken."""

    def __init__(self) -> None:
        self._title, self._note = Label(style=TextStyle.BODY_500, wrap=True), Label(wrap=True)
        self._picture = QLabel()
        self._picture.setObjectName("tren")
        self._picture.setFixedSize(theme.px(WIDTH), theme.px(HEIGHT))
        self._picture.hide()
        self._nothing = Label(ink=Ink.TEXT_2, wrap=True)
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
        self._nothing.setText(tren.kosong)
        set_shown(self._nothing, shown=bool(tren.kosong))
        self._note.setText(tren.catatan)
        self._picture.setAccessibleName(f"Grafik tahun-tahun {nama}. {tren.catatan}")
        if tren.gambar:
            self._picture.setPixmap(painted(tren.gambar, self._picture.size(), self.devicePixelRatioF()))
