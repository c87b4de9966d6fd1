"""The panel beside a chart: the chosen number, large, and where it comes from."""

from PySide6.QtWidgets import QWidget

from kinerja_desktop.services.monitoring_charts import AngkaGrafik
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Ink, Space, TextStyle
from kinerja_desktop.ui.widgets.cards import column
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.work.panel_parts import FormulaCard

WIDTH, WIDTH_LARGE, HIGH = 310, 420, 250
_ANY = (1 << 24) - 1
"""The largest size that Qt knows."""
_ASK = "Pilih angka pada grafik dengan tetikus atau tombol panah. Di sini dijelaskan dari mana angka itu."


class OriginPanel(ScrollArea):
    """``large`` for a meeting, where it is read from afar."""

    def __init__(self, *, large: bool) -> None:
        self._name, self._figure = Label(style=TextStyle.BODY_500, wrap=True), Label(style=TextStyle.NUMBER, wrap=True)
        self._ask, self._lines = Label(_ASK, ink=Ink.TEXT_2, wrap=True), FormulaCard(large=large)
        for part, name in ((self._name, "angka_nama"), (self._figure, "angka"), (self._lines, "asal")):
            part.setObjectName(name)
        inner = QWidget()
        inner.setLayout(column(self._name, self._figure, self._ask, self._lines, None, space=Space.CONTROLS))
        super().__init__(inner, sideways=False, bare=True)
        self._large, self._most = large, theme.px(WIDTH_LARGE)
        self.setMinimumWidth(theme.px(WIDTH))
        self.set_below(below=False)
        self.show_number(None)

    def set_below(self, *, below: bool) -> None:
        """Stand below a wide chart, as wide as that, or beside it, as wide as what is above it."""
        self.setMaximumWidth(self._most if self._large and not below else _ANY)
        self.setMaximumHeight(theme.px(HIGH) if below else _ANY)

    def show_number(self, number: AngkaGrafik | None) -> None:
        """Explain a number, or ask for one."""
        for part in (self._name, self._figure, self._lines):
            set_shown(part, shown=number is not None)
        set_shown(self._ask, shown=number is None)
        if number is not None:
            self._name.setText(number.nama)
            self._figure.setText(number.teks)
            self._lines.show_lines(number.asal)
        self.verticalScrollBar().setValue(0)
