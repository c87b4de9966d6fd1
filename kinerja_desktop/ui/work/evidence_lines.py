"""Evidence as a list to read: sign, name, day, «Buka» for what can be opened, and the tools of every list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.bukti import Bukti, JenisBukti
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import IconSize, Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.card_tools import CardColumn, CardTools
from kinerja_desktop.ui.widgets.cards import column, empty, row
from kinerja_desktop.ui.widgets.labels import IN_PANEL, Label, WrappedLabel
from kinerja_desktop.ui.widgets.strips import Symbol

_OFFICE = {
    Icon.LAPORAN_SEKSI: ("doc", "docx", "odt"),
    Icon.LEMBAR_KERJA: ("xls", "xlsx", "ods"),
    Icon.PAPARAN: ("ppt", "pptx", "odp"),
}
_ICONS = {"pdf": Icon.BERKAS_PDF, **{ending: icon for icon, endings in _OFFICE.items() for ending in endings}}
_PLAIN = {JenisBukti.BERKAS: Icon.BUKTI, JenisBukti.TAUTAN: Icon.TAUTAN, JenisBukti.CATATAN: Icon.BUKTI}


LISTED = "Bukti dukung"
"""The name under which the order of evidence is remembered, wherever it is listed."""


class EvidenceCard(QWidget):
    """What stands for one piece of evidence."""

    def bukti(self) -> Bukti:
        """The piece as it is shown."""
        raise NotImplementedError


def _of(card: QWidget) -> Bukti:
    assert isinstance(card, EvidenceCard)
    return card.bukti()


TOLD = (
    CardColumn("Bukti", lambda card: _of(card).nama),
    CardColumn("Jenis", lambda card: _of(card).label),
    CardColumn("Tanggal", lambda card: _day_words(_of(card)), lambda card: str(_of(card).tanggal or "")),
    CardColumn("Ukuran", lambda card: _of(card).ukuran_teks, lambda card: f"{_of(card).ukuran:012}"),
    CardColumn("Alasan tanggal", lambda card: _of(card).alasan),
)
"""What a card of evidence tells when it is sorted, filtered, exported."""


def symbol_of(bukti: Bukti) -> Symbol:
    """The sign of its kind."""
    icon = Icon.GAMBAR if bukti.gambar else _ICONS.get(bukti.akhiran, _PLAIN[bukti.jenis])
    tone = Tone.SALAH if icon is Icon.BERKAS_PDF else Tone.NETRAL
    return Symbol(icon, tone, IconSize.TEXT, Shape.REGULAR)


def can_be_opened(bukti: Bukti) -> bool:
    """True for a file or an address; words only tell where a paper lies."""
    return bukti.jenis is not JenisBukti.CATATAN


class EvidenceLines(QWidget):
    """``opened`` carries the piece to show. Hidden while there is none."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines, self._cards = column(space=8), list[EvidenceCard]()
        self._openers: list[Button] = []
        self._title = Label(LISTED, TextStyle.BODY_700, Ink.TEXT_2)
        self._tools = CardTools(self, LISTED, self._lines, lambda: self._cards, TOLD)
        self.setLayout(column(self._title, self._tools.filter_line, self._lines, space=8))

    def show_evidence(self, bukti: Sequence[Bukti], triwulan: Triwulan) -> None:
        empty(self._lines)
        self._openers.clear()
        self.setVisible(bool(bukti))
        self._cards = [self._line(one, triwulan) for one in bukti]
        for card in self._cards:
            self._lines.addWidget(card)
        self._tools.arrange()

    def _line(self, bukti: Bukti, triwulan: Triwulan) -> EvidenceCard:
        made = _Line(bukti)
        symbol, words = symbol_of(bukti), column(WrappedLabel(bukti.nama, unbroken=IN_PANEL), _day(bukti, triwulan))
        line = row(symbol, words)
        line.setStretch(1, 1)
        line.setAlignment(symbol, Qt.AlignmentFlag.AlignTop)
        made.setLayout(line)
        if can_be_opened(bukti):
            line.addWidget(self._opener(bukti))
        return made

    def _opener(self, bukti: Bukti) -> Button:
        button = Button("Buka", ButtonKind.LINK)
        button.setObjectName("buka_bukti")
        button.setAccessibleName(f"Buka {bukti.nama}")
        button.clicked.connect(lambda: self.opened.emit(bukti))
        self._openers.append(button)
        return button

    def open_first(self) -> None:
        """Show the first piece that can be opened."""
        for first in self._openers[:1]:
            first.click()

    def focus_first(self) -> None:
        """The first piece that can be opened."""
        for first in self._openers[:1]:
            first.setFocus()


class _Line(EvidenceCard):
    """One piece to read."""

    def __init__(self, bukti: Bukti) -> None:
        super().__init__()
        self._bukti = bukti

    def bukti(self) -> Bukti:
        return self._bukti


def _day_words(bukti: Bukti) -> str:
    return format_tanggal(bukti.tanggal) if bukti.tanggal else ""


def _day(bukti: Bukti, triwulan: Triwulan) -> Label:
    day = _day_words(bukti)
    odd = bukti.peringatan(triwulan)
    if not odd:
        return Label(day, ink=Ink.TEXT_2)
    return Label(". ".join(filter(None, (day, odd))), ink=Tone.PERHATIAN, wrap=True)
