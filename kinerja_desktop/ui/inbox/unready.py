"""«Belum lengkap»: what the office still lacks, for who can do it, each with the way there.

While tasks wait it is one line; where there are none it is the work of the day and shows every sentence.
"""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from kinerja_desktop.services.readiness import Kesiapan, Kurang
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Space, TextStyle, Tone
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import Card, column, empty, holder, row
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec, Symbol

_TITLE = "Belum lengkap"


class UnreadyCard(Card):
    """``wanted`` carries the `Kurang` whose place is asked for; ``resumed`` asks for Penyiapan Awal."""

    wanted = Signal(object)
    resumed = Signal()

    def __init__(self) -> None:
        self._title = Label(style=TextStyle.CARD_TITLE)
        self._resume = Button("Lanjutkan Penyiapan Awal", ButtonKind.PRIMARY)
        self._resume.setObjectName("lanjutkan_penyiapan")
        self._lines = QVBoxLayout()
        super().__init__(column(row(self._title, None, self._resume), self._lines, space=Space.PAIR, edge=Space.CARDS))
        self._resume.clicked.connect(self.resumed)
        self._shown: Kesiapan | None = None

    def show_missing(self, found: Kesiapan, *, may_resume: bool) -> None:
        """Show every sentence with its link."""
        set_shown(self._resume, shown=may_resume)
        self._title.setText(f"{_TITLE}: {len(found.kurang)} hal")
        if found != self._shown:
            self._shown = found
            self._fill(found.kurang)

    def _fill(self, missing: tuple[Kurang, ...]) -> None:
        empty(self._lines)
        for one in missing:
            link = Button(f"Lengkapi {one.nama}", ButtonKind.LINK)
            link.setObjectName(f"lengkapi_{one.nama.replace(' ', '_')}")
            link.clicked.connect(partial(self.wanted.emit, one))
            words = Label(one.kalimat, wrap=True)
            line = row(Symbol(Icon.PERINGATAN, Tone.PERHATIAN), words, link)
            line.setStretchFactor(words, 1)
            self._lines.addWidget(holder(line))


class UnreadyStrip(Strip):
    """The same in one line over a list of tasks."""

    def show_missing(self, found: Kesiapan) -> None:
        """Name what is missing; nothing where nothing is."""
        text = f"**{_TITLE}:** {found.ringkasan}."
        self.set_spec(StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, text, "Lengkapi") if found.kurang else None)
