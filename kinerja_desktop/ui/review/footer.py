"""Foot of Pemeriksaan: the two decisions, far apart and unlike in shape, and between them what is complete."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from kinerja_desktop.services.review import Syarat
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import IconSize, TextStyle, Tone
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import empty, holder, row
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.painting import text_width
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.strips import Symbol

_AROUND_WORDS, _AROUND_ACTS = 14 + 7 + 18, 6 * 12
"""Symbol and gaps of a check; gaps between checks, acts and edges."""
_SHORT = 48
"""Added to the share of each check, so that a short one is not given two words a line."""
_TWO_LINES = 1.45
"""How many times the room checks may be long to stand in two lines; words leave some of each line empty."""
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
        self._met_checks: list[QWidget] = []
        self._rest = QWidget()
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
        self._met_checks.clear()
        empty(self._checks)
        for one in syarat:
            check = self._check(one.teks, is_met=one.terpenuhi)
            check.setAccessibleName(f"{one.teks}: {'terpenuhi' if one.terpenuhi else 'belum'}")
            if one.terpenuhi:
                self._met_checks.append(check)
        self._rest = self._check(f"{len(self._met_checks)} syarat lain terpenuhi", is_met=True)
        self._rest.setToolTip("\n".join(one.teks for one in syarat if one.terpenuhi))
        self._wrap_words()

    def _check(self, teks: str, *, is_met: bool) -> QWidget:
        icon, tone, shape = _MET if is_met else _UNMET
        words = Label(teks)
        check = holder(row(Symbol(icon, tone, IconSize.CHIP, shape), words, space=7))
        self._checks.addWidget(check)
        self._words.append(words)
        return check

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap_words()

    def _wrap_words(self) -> None:
        """Where the checks have no room side by side they share it by their length, on two lines.

        Where that is not enough either, those that are met are told as one, and named when pointed at.
        """
        widths = [text_width(label.text(), TextStyle.BODY) + theme.px(_AROUND_WORDS) for label in self._words]
        acts = sum(max(act.sizeHint().width(), act.minimumWidth()) for act in (self._return, self._approve))
        room = self.width() - acts - theme.px(_AROUND_ACTS)
        tight = sum(widths[:-1]) > room
        short = len(self._met_checks) > 1 and sum(widths[:-1]) > _TWO_LINES * room
        for check in self._met_checks:
            set_shown(check, shown=not short)
        set_shown(self._rest, shown=short)
        for at, (label, width) in enumerate(zip(self._words, widths, strict=True)):
            label.setWordWrap(tight)
            self._checks.setStretch(at, width + theme.px(_SHORT) if tight else 0)
        self._line.setStretchFactor(self._met, 1_000 if tight else 0)
