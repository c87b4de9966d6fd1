"""The card «Waktu per langkah»: the matrix of units and steps, and what the chosen cell stands for."""

from kinerja_desktop.services.monitoring import PemantauanView
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.monitoring.matrix import MatrixView
from kinerja_desktop.ui.theme import IconSize, Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.cards import Card, column, row
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.strips import Symbol

_ASK = "Pilih satu waktu untuk melihat siapa, kapan, dan batasnya."


class TimesCard(Card):
    """Where there is no unit yet, it says what has to happen first."""

    def __init__(self) -> None:
        self.matrix, self._nobody = MatrixView(), EmptyState()
        self._told = Label(_ASK, ink=Ink.TEXT_2, wrap=True)
        for name, part in (("matriks", self.matrix), ("waktu_dijelaskan", self._told), ("tanpa_unit", self._nobody)):
            part.setObjectName(name)
        title = Label("Waktu per langkah", TextStyle.CARD_TITLE)
        beside = Label("dibandingkan dengan batas SOP", ink=Ink.TEXT_2)
        late = Symbol(Icon.PERINGATAN, Tone.PERHATIAN, IconSize.CHIP, Shape.FILL)
        words = Label("selesai melewati batas", ink=Ink.TEXT_2)
        heading, told = row(14, title, beside, None, late, words, 14), row(14, self._told, 14)
        told.setStretch(1, 1)
        made = column(4, heading, 4, row(14, self.matrix.filter_line, 14), self.matrix, self._nobody, 4, told, 4)
        made.setStretch(4, 1)
        made.setStretch(5, 1)
        super().__init__(made)
        self.matrix.told.connect(self._told.setText)

    def show_view(self, view: PemantauanView) -> None:
        """Show a quarter, or the same one a minute later."""
        self._told.setText(view.kosong or _ASK)
        self.matrix.show_rows(view.matriks, view.kepala_kolom)
        self._nobody.set_words(view.kosong)
        for part in (self.matrix, self._told):
            set_shown(part, shown=bool(view.matriks))
        set_shown(self._nobody, shown=not view.matriks)
