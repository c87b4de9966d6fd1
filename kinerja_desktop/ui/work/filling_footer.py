"""Foot of a sheet that is filled: what is still to do, the way to the next, and the primary act with its reason."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from kinerja_desktop.domain.lembar import Hitungan
from kinerja_desktop.services.collection import not_yet
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import row
from kinerja_desktop.ui.widgets.chips import Chip, ChipSpec
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.work.draft_papers import look_button
from kinerja_desktop.ui.work.reason_link import ReasonLink

_COUNTERS = (
    ("salah", "isian salah", "salah", Tone.SALAH, Icon.SALAH, Shape.FILL),
    ("peringatan", "peringatan", "peringatan", Tone.PERHATIAN, Icon.PERINGATAN, Shape.FILL),
    ("belum_diisi", "belum diisi", "belum diisi", Tone.NETRAL, Icon.KOSONG, Shape.BOLD),
    ("tanpa_bukti", "tanpa bukti", "tanpa bukti", Tone.PERHATIAN, Icon.BUKTI, Shape.BOLD),
    ("catatan", "catatan", "catatan", Tone.KEMBALI, Icon.KEMBALIKAN, Shape.BOLD),
    ("tanpa_kata", "tanpa uraian", "tanpa uraian", Tone.NETRAL, Icon.DRAF, Shape.BOLD),
)
"""Field of `Hitungan` (or a gap of the tab), words of the counter, words of the short reason, look."""


_SPACE, _EDGES = 14, 14 + 8
"""Between the parts of the foot, and at its two ends."""


class FillingFooter(QFrame):
    """``next_asked``: F8; ``look_asked``: the paper before the act; ``submit_asked``: the primary act."""

    next_asked = Signal()
    look_asked = Signal()
    submit_asked = Signal()

    def __init__(self, caption: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._chips = {field: Chip(plain=True) for field, *_ in _COUNTERS}
        self._clean = Chip(ChipSpec(Tone.SELESAI, Icon.DISETUJUI, "Semua isian lengkap"), plain=True)
        self._next = Button("Berikutnya (F8)", ButtonKind.LINK)
        self._next.repeats = True
        self._reason, self._leads = ReasonLink(), False
        self._reason.repeats = True
        self._look = look_button()
        self.submit = Button(caption, ButtonKind.PRIMARY, Icon.AJUKAN, shape=Shape.FILL)
        self.submit.setObjectName("ajukan")
        self._next.setObjectName("berikutnya")
        acts = row(self._look, self.submit)
        line = row(*self._chips.values(), self._clean, self._next, self._reason, acts, space=_SPACE)
        for chip in (*self._chips.values(), self._clean):
            chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line.setStretchFactor(self._reason, 1)
        line.setContentsMargins(theme.px(14), theme.px(5), theme.px(8), theme.px(5))
        self.setLayout(line)
        for way in (self._next, self._reason):
            way.clicked.connect(self.next_asked)
        self._look.clicked.connect(self.look_asked)
        self.submit.clicked.connect(self.submit_asked)

    def show_counts(self, found: Hitungan, gap: Sequence[str] = (), *, wordless: int = 0) -> None:
        """Counters and reason follow from the same numbers; ``gap`` are further phrases of the reason."""
        missing = (*found.kekurangan, *gap)
        for field, words, _, tone, icon, shape in _COUNTERS:
            count = _count(found, field, wordless)
            self._chips[field].set_spec(ChipSpec(tone, icon, f"{count} {words}", shape) if count else None)
        self._clean.setVisible(not missing and not found.peringatan and found.jumlah > 0)
        self._leads = bool(missing) or found.peringatan > 0
        if missing:
            forms = (not_yet(missing), _short(found, wordless))
            self._reason.set_forms(*filter(None, forms))
        else:
            self._reason.set_forms(*_seen_by_others(found.peringatan))
        allow(self._look, "" if found.jumlah else "Belum ada indikator untuk diisi.")
        allow(self.submit, not_yet(missing) if missing else "" if found.jumlah else "Belum ada indikator untuk diisi.")

        self._fit_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """Where the foot has no room for all its words, those go first that something else says too.

        «Pratinjau» has its icon, the reason leads on as «Berikutnya» does, and it names what the counters count.
        """
        for at in range(4):
            self._look.set_words_shown(shown=at < 1)
            set_shown(self._next, shown=self._leads and at < 2)
            for field, chip in self._chips.items():
                told = at < 3 or field == "peringatan" or not self._leads
                set_shown(chip, shown=chip.spec() is not None and told)
            if self._wanted() <= self.width():
                break

    def _wanted(self) -> int:
        parts = (*self._chips.values(), self._clean, self._next, self._look, self.submit)
        shown = [part.sizeHint().width() + theme.px(_SPACE) for part in parts if not part.isHidden()]
        return sum(shown) + self._reason.minimumSizeHint().width() + theme.px(_EDGES)

    def reason(self) -> str:
        """Why it cannot be handed in, at length."""
        return self._reason.whole()


def _seen_by_others(warned: int) -> tuple[str, ...]:
    """Warnings keep nothing back; it is said that they are seen."""
    if not warned:
        return ("",)
    return f"{warned} peringatan tanpa alasan ikut dilihat pemeriksa.", f"{warned} peringatan tanpa alasan."


def _count(found: Hitungan, field: str, wordless: int) -> int:
    return wordless if field == "tanpa_kata" else int(getattr(found, field))


def _short(found: Hitungan, wordless: int) -> str:
    """«Belum dapat diajukan: 1 salah, 1 belum diisi.»."""
    blocking = [(field, short) for field, _, short, *_ in _COUNTERS if field != "peringatan"]
    gaps = [f"{count} {short}" for field, short in blocking if (count := _count(found, field, wordless))]
    return f"Belum dapat diajukan: {', '.join(gaps)}." if gaps else ""
