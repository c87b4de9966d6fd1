"""Parts of the panel beside a grid of figures: warning, where a figure comes from, a pinned note, its heading."""

import html
from collections.abc import Container, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kinerja_desktop.domain.realisasi import Catatan
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import IconSize, Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.cards import Card, Ground, column, empty, row
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.strips import Symbol, bold_marked
from kinerja_desktop.ui.widgets.tick import Tick


class PanelHeading(QWidget):
    """«1.3 Jumlah surat keterangan» and, in narrow mode, its unit below."""

    def __init__(self) -> None:
        super().__init__()
        self._kode = Label(style=TextStyle.FIGURE_500, ink=Ink.ACCENT)
        self._nama = Label(style=TextStyle.FIGURE_500, wrap=True)
        self._unit = Label(ink=Ink.TEXT_3, wrap=True)
        line = row(self._kode, self._nama, space=6)
        line.setStretch(1, 1)
        line.setAlignment(self._kode, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(line, self._unit))

    def show_for(self, kode: str, nama: str, unit: str = "") -> None:
        self._kode.setText(kode)
        self._nama.setText(nama)
        self.show_unit(unit)

    def show_unit(self, unit: str) -> None:
        """The unit alone, where a column of it comes or goes."""
        self._unit.setText(unit)
        self._unit.setVisible(bool(unit))


class WarningCard(QFrame):
    """What is odd about a figure. ``confirm_asked``: a reason is to be given (or changed)."""

    confirm_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "strip")
        self.setProperty("tone", Tone.PERHATIAN.value)
        self._symbol = Symbol(Icon.PERINGATAN, Tone.PERHATIAN, IconSize.CHIP, Shape.FILL)
        self._title = Label(style=TextStyle.BODY_500, ink=Tone.PERHATIAN, wrap=True)
        self._text = Label(wrap=True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._text.setObjectName("beri_alasan")
        self._text.setProperty("focus_ring", True)  # noqa: FBT003  # Qt's own signature
        self._text.linkActivated.connect(lambda _: self.confirm_asked.emit())
        head = row(self._symbol, self._title, space=7)
        head.setStretch(1, 1)
        whole = column(head, 3, self._text)
        whole.setContentsMargins(theme.px(10), theme.px(8), theme.px(10), theme.px(8))
        self.setLayout(whole)
        self.hide()

    def show_warning(self, judul: str, teks: str, alasan: str, *, editable: bool) -> None:
        """A warning whose last words are the link to its reason, or the reason that confirmed it."""
        self._title.setText("Sudah diperiksa" if alasan else judul)
        said = f"{judul}. Alasan: {alasan}" if alasan else teks
        if editable:
            link = _CHANGE if alasan else _ASK
            self._text.setText(f"{html.escape(said.removesuffix(_ASK).rstrip())} {_linked(link)}")
        else:  # who only reads is told that nobody gave one
            self._text.setText(html.escape(said.replace(_IF_RIGHT, "; alasan belum diberikan.")))
        self.show()


_ASK, _CHANGE = "beri alasan.", "Ubah alasan."
_IF_RIGHT = f"; jika benar, {_ASK}"


def _linked(words: str) -> str:
    return f'<a href="alasan">{words}</a>'


class FormulaCard(Card):
    """«Dari mana angka ini?» with its lines; the result of each is bold. ``large`` is read from afar."""

    def __init__(self, *, large: bool = False) -> None:
        self._title = Label("Dari mana angka ini?", TextStyle.PANEL_TITLE if large else TextStyle.BODY_500)
        self._lines = Label(style=TextStyle.PANEL_TITLE if large else TextStyle.BODY, wrap=True)
        self._lines.setTextFormat(Qt.TextFormat.RichText)
        layout = column(self._title, 3, self._lines)
        layout.setContentsMargins(theme.px(10), theme.px(8), theme.px(10), theme.px(8))
        super().__init__(layout, Ground.WELL)

    def show_lines(self, lines: Iterable[str]) -> None:
        found = tuple(lines)
        self._lines.setText(bold_marked("\n".join(map(bold_result, found))))
        self.setVisible(bool(found))


def bold_result(line: str) -> str:
    """Mark what stands after the last equals sign of a formula."""
    left, sign, result = line.rpartition(" = ")
    return f"{left}{sign}**{result}**" if sign else line


class NoteCard(Card):
    """A note of whoever returned the work."""

    def __init__(self, judul: str, waktu: str, teks: str) -> None:
        head = row(
            Symbol(Icon.CATATAN, Tone.KEMBALI, IconSize.CHIP, Shape.FILL),
            Label(judul, TextStyle.BODY_500),
            None,
            Label(waktu, ink=Ink.TEXT_2),
            space=7,
        )
        self._told = f"{judul}: {teks}"
        self._body: QVBoxLayout = column(head, 3, Label(teks, wrap=True))
        self._body.setContentsMargins(theme.px(11), theme.px(8), theme.px(10), theme.px(7))
        super().__init__(self._body, Ground.NOTE)

    def add_tick(self) -> Tick:
        """«☐ sudah diperbaiki», for whoever repairs."""
        tick = Tick("sudah diperbaiki")
        tick.setObjectName("sudah_diperbaiki")
        tick.setAccessibleDescription(self._told)  # several stand below one another
        self._body.addSpacing(theme.px(3))
        self._body.addWidget(tick)
        return tick

    def add_mark(self, *, done: bool) -> None:
        """What whoever repairs said, for the one who checks."""
        words = "Ditandai sudah diperbaiki" if done else "Belum ditandai diperbaiki"
        tone, icon, shape = (
            (Tone.SELESAI, Icon.DISETUJUI, Shape.FILL) if done else (Tone.PERHATIAN, Icon.KOSONG, Shape.BOLD)
        )
        mark = row(Symbol(icon, tone, IconSize.CHIP, shape), Label(words, TextStyle.BODY_500, tone), None, space=6)
        self._body.addSpacing(theme.px(3))
        self._body.addLayout(mark)


class NotesToRepair(QWidget):
    """Notes with their ticks. ``ticked`` carries the note and whether it is repaired now.

    While the same notes are shown their ticks stay, so the focus stays on them.
    """

    ticked = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(space=8)
        self._ticks: dict[str, Tick] = {}
        self._showing = False
        self.setLayout(self._lines)

    def show_notes(self, notes: Sequence[Catatan], waktu: str, done: Container[str], *, editable: bool) -> None:
        if [note.id for note in notes] != list(self._ticks):
            empty(self._lines)
            self._ticks = {note.id: self._add(note, waktu) for note in notes}
        self._showing = True
        for key, tick in self._ticks.items():
            tick.setChecked(key in done)
            allow(tick, "" if editable else "Catatan ditandai selama laporan dapat diubah.")
        self._showing = False
        self.setVisible(bool(self._ticks))

    def _add(self, note: Catatan, waktu: str) -> Tick:
        card = NoteCard("Catatan umum" if note.kode is None else "Catatan", waktu, note.teks)
        tick = card.add_tick()
        tick.toggled.connect(lambda done: self._tell(note, done=done))
        self._lines.addWidget(card)
        return tick

    def _tell(self, note: Catatan, *, done: bool) -> None:
        if not self._showing:
            self.ticked.emit(note, done)


def ticked_ids(ids: tuple[str, ...], one: str, *, done: bool) -> tuple[str, ...]:
    """The ids of ticked notes after one was ticked or not."""
    others = tuple(i for i in ids if i != one)
    return (*others, one) if done else others
