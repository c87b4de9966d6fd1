"""«Periksa Rencana»: what was found, why it matters and how it is put right; a click opens the field."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.periksa_rencana import Berat, Temuan, kesalahan
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink, Tone
from kinerja_desktop.ui.widgets.cards import column
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.listing import ListColumn, Listing
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.strips import StripSpec

_WORDS = {Berat.SALAH: "✕ kesalahan", Berat.PERINGATAN: "▲ peringatan"}
_COLUMNS: tuple[ListColumn[Temuan], ...] = (
    ListColumn("Keadaan", lambda t: _WORDS[t.berat], 108, order=lambda t: int(t.berat)),
    ListColumn("Kode", lambda t: t.kode or "–", 84),
    ListColumn("Temuan", lambda t: f"{t.apa} ({t.versi})" if t.versi else t.apa),
    ListColumn("Mengapa", lambda t: t.sebab),
    ListColumn("Perbaikan", lambda t: t.saran),
)
_HINT = "Klik atau tekan Enter untuk membuka isiannya. Kesalahan harus diperbaiki; peringatan boleh dibiarkan."


def count_words(temuan: Sequence[Temuan]) -> str:
    """«2 kesalahan dan 14 peringatan»."""
    wrong = len(kesalahan(temuan))
    doubtful = len(temuan) - wrong
    parts = [f"{n} {word}" for n, word in ((wrong, "kesalahan"), (doubtful, "peringatan")) if n]
    return " dan ".join(parts)


def strip_of(temuan: Sequence[Temuan]) -> StripSpec | None:
    """The strip over every part of the plan; none where nothing was found."""
    if not temuan:
        return None
    wrong = kesalahan(temuan)
    tone, icon = (Tone.SALAH, Icon.SALAH) if wrong else (Tone.PERHATIAN, Icon.PERINGATAN)
    return StripSpec(tone, icon, f"Periksa Rencana menemukan {count_words(temuan)}.", link="Lihat")


class FindingsView(QWidget):
    """``asked`` tells that a finding was chosen; `current` is that one."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._begun = False
        self._list: Listing[Temuan] = Listing("Temuan", _COLUMNS)
        self._list.setObjectName("temuan")
        self._list.setShowGrid(True)  # Qt's own signature
        self._empty = EmptyState("Tidak ada kesalahan atau peringatan pada rencana ini.")
        self._hint = Label(_HINT, ink=Ink.TEXT_2, wrap=True)
        whole = column(self._list.filter_line, self._list, self._empty, 8, self._hint)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.setFocusProxy(self._list)
        self._list.clicked.connect(lambda _: self.asked.emit())
        self._list.opened.connect(self.asked)

    def show_findings(self, temuan: Sequence[Temuan]) -> None:
        """Show what was found."""
        self._list.set_rows(temuan)
        for part in (self._list, self._hint):
            set_shown(part, shown=bool(temuan))
        set_shown(self._empty, shown=not temuan)

    def current(self) -> Temuan | None:
        """The finding that was chosen."""
        return self._list.current()

    def next(self) -> None:
        """Go to the finding after the one that was chosen last, round the list."""
        found = self._list.things.rowCount()
        if found:
            at = self._list.currentIndex().row() + 1 if self._begun else 0
            self._begun = True
            self._list.selectRow(at % found)
            self.asked.emit()
