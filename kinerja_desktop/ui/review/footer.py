"""Foot of Pemeriksaan: the two decisions, far apart and unlike in shape, and between them what is complete."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame

from kinerja_desktop.services.review import Syarat
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import IconSize, TextStyle, Tone
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import empty, holder, row
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.painting import text_width
from kinerja_desktop.ui.widgets.strips import Symbol

_AROUND_WORDS, _AROUND_ACTS = 14 + 7 + 18, 5 * 12
"""Symbol and gaps of a check; gaps between checks, acts and edges."""
_MET, _UNMET = (Icon.DISETUJUI, Tone.SELESAI, Shape.FILL), (Icon.KOSONG, Tone.PERHATIAN, Shape.BOLD)


class DecisionFooter(QFrame):
    """``return_asked`` and ``approve_asked``, neither pressed by Enter from elsewhere; afterwards ``print_asked``."""

    return_asked = Signal()
    approve_asked = Signal()
    print_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._return = Button("Kembalikan untuk Diperbaiki…", ButtonKind.RETURN, Icon.KEMBALIKAN, act=True)
        self._approve = Button("Setujui…", ButtonKind.PRIMARY, Icon.SETUJUI, act=True)
        self._approve.setMinimumWidth(theme.px(150))
        self._print = Button("Cetak Laporan Disposisi", icon=Icon.CETAK, act=True)
        self._checks = row(space=18)
        self._words: list[Label] = []
        self._met = holder(self._checks)
        self._line = row(self._return, self._print, None, self._met, None, self._approve, space=12)
        self._line.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        self.setLayout(self._line)
        for name, button, signal in (
            ("kembalikan", self._return, self.return_asked),
            ("setujui", self._approve, self.approve_asked),
            ("cetak_keputusan", self._print, self.print_asked),
        ):
            button.setObjectName(name)
            button.clicked.connect(signal)

    def show_open(self, *, may_decide: bool, decided: bool) -> None:
        """The decisions while one is open; after it the paper that it brought forth."""
        for part in (self._return, self._met, self._approve):
            part.setVisible(may_decide)
        self._print.setVisible(decided and not may_decide)
        self.setVisible(may_decide or decided)

    def show_checks(self, syarat: Sequence[Syarat]) -> None:
        """What the program can say about completeness."""
        self._words.clear()
        empty(self._checks)
        for one in syarat:
            icon, tone, shape = _MET if one.terpenuhi else _UNMET
            words = Label(one.teks)
            check = holder(row(Symbol(icon, tone, IconSize.CHIP, shape), words, space=7))
            check.setAccessibleName(f"{one.teks}: {'terpenuhi' if one.terpenuhi else 'belum'}")
            self._checks.addWidget(check)
            self._words.append(words)
        self._wrap_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap_words()

    def _wrap_words(self) -> None:
        """Where the checks have no room side by side they share it by their length, on two lines."""
        widths = [text_width(label.text(), TextStyle.BODY) + theme.px(_AROUND_WORDS) for label in self._words]
        acts = self._return.sizeHint().width() + self._approve.sizeHint().width()
        tight = sum(widths) + acts + theme.px(_AROUND_ACTS) > self.width()
        for at, (label, width) in enumerate(zip(self._words, widths, strict=True)):
            label.setWordWrap(tight)
            self._checks.setStretch(at, width if tight else 0)
        self._line.setStretchFactor(self._met, 1_000 if tight else 0)
