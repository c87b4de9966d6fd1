"""Foot of Pemeriksaan: the two decisions, far apart and unlike in shape, and between them what is complete.

In a low window it is one line: the mean stands in it, and how many checks are unmet, of which a press tells all.
"""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from kinerja_desktop.services.review import PemeriksaanView, Syarat
from kinerja_desktop.ui import icons, theme
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.review.mean_line import BriefMean
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
        self._decides = False
        self._met_checks: list[QWidget] = []
        self._rest = QWidget()
        self._met = holder(self._checks)
        self._low, self._syarat, self._how = False, tuple[Syarat, ...](), ""
        self.mean, self._unmet = BriefMean(), Button("", ButtonKind.LINK)
        self._brief = holder(row(self.mean, self._unmet, space=18))
        self._line = row(self._return, self._print, None, self._met, self._brief, None, self._approve, space=12)
        self.setLayout(self._line)
        self._unmet.clicked.connect(self._tell_checks)
        self.set_low(low=False)
        for name, button, signal in (
            ("kembalikan", self._return, self.return_asked),
            ("setujui", self._approve, self.approve_asked),
            ("cetak_keputusan", self._print, self.print_asked),
        ):
            button.setObjectName(name)
            button.clicked.connect(signal)

    def show_open(self, *, may_decide: bool, decided: bool) -> None:
        """The decisions while one is open; after it the paper that it brought forth."""
        self._decides = may_decide
        for part in (self._return, self._approve):
            part.setVisible(may_decide)
        self._show_between()
        self._print.setVisible(decided and not may_decide)
        self.setVisible(may_decide or decided)

    def set_low(self, *, low: bool) -> None:
        """Take one line in a low window."""
        self._low = low
        edge = theme.px(2 if low else 8)
        self._line.setContentsMargins(theme.px(12), edge, theme.px(12), edge)
        self._show_between()

    def tells_mean(self) -> bool:
        """The mean stands here, and need not stand elsewhere."""
        return self._low and self._decides and not self.isHidden()

    def _show_between(self) -> None:
        set_shown(self._met, shown=self._decides and not self._low)
        set_shown(self._brief, shown=self._decides and self._low)

    def show_checks(self, view: PemeriksaanView) -> None:
        """What the program can say about completeness, and the mean."""
        syarat = self._syarat = view.syarat
        self._how = f"Rata-rata capaian seksi: {view.keterangan_rata_rata}"
        self.mean.show_mean(view)
        unmet = sum(not one.terpenuhi for one in syarat)
        self._unmet.setText(f"{unmet} syarat belum" if unmet else "Syarat terpenuhi")
        self._unmet.setToolTip("\n".join(one.teks for one in syarat))
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

    def _tell_checks(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for one in self._syarat:
            icon, tone, shape = _MET if one.terpenuhi else _UNMET
            menu.addAction(icons.icon(icon, tone, shape), one.teks.replace("&", "&&"))
        menu.addSeparator()
        menu.addAction(self._how.replace("&", "&&"))
        menu.popup(self._unmet.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

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
