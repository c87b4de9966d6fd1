"""The card «Capaian per sasaran»: bars, mean, serapan, and why a newer quarter is not shown.

Its figures come after the times, since a year of approved copies is read for them.
"""

from PySide6.QtCore import Signal

from kinerja_desktop.services.monitoring_capaian import CapaianKantor
from kinerja_desktop.services.monitoring_charts import MEAN, SPENT
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.monitoring.bars import BarsView
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.allowing import allow, set_tip
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import Card, column, holder, row
from kinerja_desktop.ui.widgets.labels import Label, Rule, WrappedLabel
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.showing import set_shown

_BUSY, _NONE = "Menghitung…", "–"
_NOTHING = "Belum ada angkanya."


class AchievedCard(Card):
    """``pressed`` carries the place of the bar, ``asked`` the name of the number that is to be explained."""

    pressed = Signal(int)
    asked = Signal(str)

    def __init__(self) -> None:
        self.bars, self._about = BarsView(), WrappedLabel(ink=Ink.TEXT_2)
        self._mean, self._spent = Button(_NONE, ButtonKind.LINK), Button(_NONE, ButtonKind.LINK)
        for button, name in ((self._mean, MEAN), (self._spent, SPENT)):
            button.setObjectName(f"kartu_{name}")
            set_tip(button, "Dari mana angka ini?")
            button.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
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
        self._name_figures(_NONE, _NONE)
        self._tell(sentence, "")

    def show_figures(self, found: CapaianKantor) -> None:
        """Show what is approved."""
        self._about.set_text(f"{found.triwulan.label_tahun}, sudah disetujui" if found.triwulan else "belum ada")
        self.bars.set_rows(found.sasaran, found.aturan)
        set_shown(self.bars, shown=bool(found.sasaran))
        kategori = f" · {found.kategori}" if found.kategori else ""
        self._name_figures(f"{found.rata_rata}{kategori}", found.serapan)
        self._tell(found.keterangan, found.efisiensi)

    def _name_figures(self, mean: str, spent: str) -> None:
        for button, name, figure in ((self._mean, MEAN, mean), (self._spent, SPENT, spent)):
            button.setText(figure)
            button.setAccessibleName(f"{name}: {figure}")
            allow(button, _NOTHING if figure == _NONE else "")

    def _tell(self, note: str, gain: str) -> None:
        for label, text in ((self._note, note), (self._gain, gain)):
            label.setText(text)
            set_shown(label, shown=bool(text))
