"""The card «Capaian per sasaran»: bars, mean, serapan, and why a newer quarter is not shown.

Its figures come after the times, since a year of approved copies is read for them.
"""

from PySide6.QtCore import Signal

from kinerja_desktop.services.monitoring_capaian import CapaianKantor
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.monitoring.bars import BarsView
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.cards import Card, column, holder, row
from kinerja_desktop.ui.widgets.labels import Label, Rule, WrappedLabel
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.showing import set_shown

_BUSY = "Menghitung…"


class AchievedCard(Card):
    """``pressed`` carries the place of the bar whose number is to be explained."""

    pressed = Signal(int)

    def __init__(self) -> None:
        self.bars, self._about = BarsView(), WrappedLabel(ink=Ink.TEXT_2)
        self._mean, self._spent = Label(style=TextStyle.BODY_500), Label(style=TextStyle.BODY_500)
        self._gain, self._note = Label(ink=Ink.TEXT_2, wrap=True), Label(ink=Ink.TEXT_2, wrap=True)
        self.bars.setObjectName("batang")
        title = Label("Capaian per sasaran", TextStyle.CARD_TITLE)
        means = row(Label("Rata-rata", ink=Ink.TEXT_2), self._mean, None, Label("Serapan", ink=Ink.TEXT_2), self._spent)
        told = ScrollArea(holder(column(self._note, self.bars, self._gain, None, space=4)), sideways=False, bare=True)
        made = column(row(title, self._about, None), 6, told, 6, Rule(), 6, means)
        made.setStretch(2, 1)
        made.setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(8))
        super().__init__(made)
        self.bars.pressed.connect(self.pressed)
        self.show_busy()

    def show_busy(self) -> None:
        """The figures are being read."""
        self.show_fault(_BUSY)

    def show_fault(self, sentence: str) -> None:
        """There are no figures, and why."""
        set_shown(self.bars, shown=False)
        self._about.set_text("")
        self._mean.setText("–")
        self._spent.setText("–")
        self._tell(sentence, "")

    def show_figures(self, found: CapaianKantor) -> None:
        """Show what is approved."""
        self._about.set_text(f"{found.triwulan.label_tahun}, sudah disetujui" if found.triwulan else "belum ada")
        self.bars.set_rows(found.sasaran, found.aturan)
        set_shown(self.bars, shown=bool(found.sasaran))
        kategori = f" · {found.kategori}" if found.kategori else ""
        self._mean.setText(f"{found.rata_rata}{kategori}")
        self._spent.setText(found.serapan)
        self._tell(found.keterangan, found.efisiensi)

    def _tell(self, note: str, gain: str) -> None:
        for label, text in ((self._note, note), (self._gain, gain)):
            label.setText(text)
            set_shown(label, shown=bool(text))
