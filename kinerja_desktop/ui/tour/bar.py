"""The bar of the guide: the present step in words, how far one is as signs, the way on and out. It covers nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from kinerja_desktop.services.tour import LangkahPanduan, PanduanView
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink, Space, TextStyle, Tone
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import Card, column, holder, row
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.strips import Symbol, bold_marked

_DONE, _PASSED, _NOW, _LATER = "✓", "–", "●", "○"


class TourBar(Card):
    """``passed`` asks to go on without the step, ``left`` to put the guide away."""

    passed = Signal()
    left = Signal()

    def __init__(self) -> None:
        self._about, self._title = Label(ink=Ink.TEXT_2), Label(style=TextStyle.BODY_500)
        self._signs = Label(style=TextStyle.BODY_500, ink=Ink.ACCENT)
        self._look, self._press = Label(wrap=True), Label(wrap=True)
        for words in (self._look, self._press):
            words.setTextFormat(Qt.TextFormat.RichText)
        self._pass = Button("Lewati Langkah")
        self._leave = Button("Tutup Panduan", ButtonKind.LINK)
        head = row(self._about, 4, self._signs, 4, self._title, None, self._pass, self._leave)
        self._words = holder(
            column(
                _line(Icon.INFO, Tone.NETRAL, self._look),
                _line(Icon.KANAN, Tone.BERJALAN, self._press),
                space=Space.PAIR,
            )
        )
        inside = column(head, self._words, space=Space.PAIR)
        inside.setContentsMargins(*map(theme.px, (Space.PAGE, Space.CONTROLS, Space.PAGE, Space.CONTROLS)))
        super().__init__(inside)
        self.setObjectName("panduan")
        for name, part in (("lewati", self._pass), ("tutup", self._leave), ("tanda", self._signs)):
            part.setObjectName(f"{name}_panduan")
        self._pass.clicked.connect(self.passed)
        self._leave.clicked.connect(self.left)
        self._shown: PanduanView | None = None
        self.hide()

    def show_view(self, view: PanduanView) -> None:
        """Show how far one is."""
        set_shown(self, shown=view.terbuka)
        if view == self._shown:
            return
        self._shown = view
        at, total = view.kini, len(view.langkah)
        self._signs.setText(" ".join(_sign(one, n == at) for n, one in enumerate(view.langkah)))
        self._signs.setAccessibleName(f"{view.selesai} dari {total} langkah dikerjakan")
        # at its end it stays as high: who presses once more must not press what the page puts there
        self.setMinimumHeight(self.height() if at is None and self.isVisible() else 0)
        set_shown(self._words, shown=at is not None)
        set_shown(self._pass, shown=at is not None)
        if at is None:
            self._about.setText(f"Panduan {view.peran} selesai")
            self._title.setText(f"{view.selesai} dari {total} langkah dikerjakan.")
            return
        step = view.langkah[at].panduan
        self._about.setText(f"Panduan {view.peran} · {at + 1} dari {total}")
        self._title.setText(step.judul)
        self._look.setText(bold_marked(f"**Lihat:** {step.lihat}"))
        self._press.setText(bold_marked(f"**Kerjakan:** {step.tekan}"))


def _line(icon: Icon, tone: Tone, words: Label) -> QHBoxLayout:
    made = row(Symbol(icon, tone), words)
    made.setStretchFactor(words, 1)
    return made


def _sign(one: LangkahPanduan, now: bool) -> str:  # noqa: FBT001  # of one step
    if one.selesai:
        return _DONE
    return _PASSED if one.lewat else _NOW if now else _LATER
