"""The mean of a section under review: how it was made, its figure, its kategori; at length, or in few words."""

from PySide6.QtWidgets import QFrame, QWidget

from kinerja_desktop.services.review import PemeriksaanView
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.review.model import baris_of
from kinerja_desktop.ui.theme import Height, IconSize, Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.cards import row
from kinerja_desktop.ui.widgets.labels import Label, WrappedLabel
from kinerja_desktop.ui.widgets.strips import Symbol
from kinerja_desktop.ui.work.looks import kategori_look


class BriefMean(QWidget):
    """«Rata-rata 93,67% Sangat Tinggi»; resting on it tells how the mean was made."""

    def __init__(self, title: str = "Rata-rata", how: WrappedLabel | None = None) -> None:
        super().__init__()
        self._mean, self._kategori = Label(style=TextStyle.PANEL_TITLE), Label(style=TextStyle.BODY_500)
        self._symbol = Symbol(Icon.KOSONG, Tone.NETRAL, IconSize.TEXT)
        middle = (how,) if how is not None else ()
        line = row(Label(title, TextStyle.BODY_500), *middle, self._mean, self._symbol, self._kategori, space=9)
        if how is not None:
            line.setStretchFactor(how, 1)
        self.setLayout(line)

    def show_mean(self, view: PemeriksaanView) -> None:
        """The mean of this report."""
        self.setToolTip(view.keterangan_rata_rata)
        self._mean.setText(view.rata_rata_teks)
        rows = baris_of(view)
        look = kategori_look(view.kategori, next(iter(rows.values())).baris.aturan) if rows else None
        self._kategori.setText(view.kategori)
        self._symbol.setVisible(look is not None)
        if look is not None:
            tone, icon, shape = look
            self._symbol.show_icon(icon, tone, shape)


class MeanLine(QFrame):
    """Under the grid: the mean of the section, how it was made, its kategori."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "grid-foot")
        self._how = WrappedLabel(ink=Ink.TEXT_2)
        self._whole = BriefMean("Rata-rata capaian seksi", self._how)
        line = row(self._whole)
        line.setContentsMargins(theme.px(12), 0, theme.px(14), 0)
        self.setLayout(line)
        self.setFixedHeight(theme.height(Height.TABLE_HEAD))

    def show_mean(self, view: PemeriksaanView) -> None:
        """The mean of this report."""
        self._how.set_text(view.keterangan_rata_rata)
        self._whole.show_mean(view)
