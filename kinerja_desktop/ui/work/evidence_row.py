"""One piece of evidence while it is edited: sign, name or words, day, «Buka», away with it.

A day that is missing is warned of below; one outside of the triwulan too, with room for the reason.
"""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kinerja_desktop.domain.bukti import Bukti, JenisBukti
from kinerja_desktop.domain.errors import FieldsRefused
from kinerja_desktop.domain.numerals import seen
from kinerja_desktop.domain.realisasi import MAKS_TEKS
from kinerja_desktop.domain.tanda import visible
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink, Tone
from kinerja_desktop.ui.widgets.allowing import lock
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind, IconButton
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.date_field import DateField
from kinerja_desktop.ui.widgets.labels import Label, WrappedLabel
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.work.evidence_lines import EvidenceCard, can_be_opened, symbol_of
from kinerja_desktop.ui.work.sheet import LOCKED

_DAY = 142
_HINT = "Nama dokumen dan tempatnya, atau https://…"


class EvidenceRow(EvidenceCard):
    """``edited`` after a change was made; ``opened`` and ``dropped`` ask for it; ``passed``: Enter in the words."""

    edited = Signal()
    opened = Signal()
    dropped = Signal()
    passed = Signal()

    def __init__(self, bukti: Bukti, triwulan: Triwulan, *, editable: bool) -> None:
        super().__init__()
        self._bukti, self._triwulan, self._editable = bukti, triwulan, editable
        self._misread = ""
        """What was typed for a day and is none, until another one is typed."""
        self.words, self._day = QLineEdit(bukti.nama), DateField("Tanggal bukti", "tanggal_bukti")
        self._open, self._remove = Button("Buka", ButtonKind.LINK), IconButton(Icon.TUTUP, "Hapus bukti ini")
        self._why, self._odd = QLineEdit(bukti.alasan), Label(ink=Tone.PERHATIAN, wrap=True)
        self._day.set_day(bukti.tanggal)
        self._day.near = triwulan.last_day
        self._day.setFixedWidth(theme.px(_DAY))
        told = Label(format_tanggal(bukti.tanggal) if bukti.tanggal else "", ink=Ink.TEXT_2)
        day = self._day if editable else told
        line = row(symbol_of(bukti), self._name(), day, self._open, self._remove, space=8)
        line.setStretch(1, 1)
        self._below = holder(column(2, self._odd, 4, self._why))
        self.setLayout(column(line, self._below))
        self._prepare()
        self._connect()
        self._judge()

    def _name(self) -> QWidget:
        """A file keeps its name; words are a field."""
        if not self._bukti.sha256:
            return self.words
        facts = Label(f"{self._bukti.label} · {self._bukti.ukuran_teks}", ink=Ink.TEXT_2)
        return holder(column(WrappedLabel(self._bukti.nama), facts))

    def _prepare(self) -> None:
        self.words.setCursorPosition(0)
        self.words.setPlaceholderText(_HINT)
        self.words.setAccessibleName("Bukti")
        self._why.setPlaceholderText("Alasan (boleh kosong)")
        self._why.setAccessibleName("Alasan tanggal bukti")
        for field in (self.words, self._why):
            lock(field, "" if self._editable else LOCKED)
            field.setMaxLength(MAKS_TEKS)
        keeps_its_place = self._open.sizePolicy()  # so that days stand below one another
        keeps_its_place.setRetainSizeWhenHidden(True)
        self._open.setSizePolicy(keeps_its_place)
        self._open.setObjectName("buka_bukti")
        self._open.setAccessibleName(f"Buka {self._bukti.nama}")
        self._remove.setObjectName("hapus_bukti")
        set_shown(self._remove, shown=self._editable)

    def _connect(self) -> None:
        for field in (self.words, self._day, self._why):
            field.editingFinished.connect(self._tell)
        self._day.textEdited.connect(lambda _: self._forget_misread())
        self.words.returnPressed.connect(self.passed)
        self._open.clicked.connect(self.opened)
        self._remove.clicked.connect(self.dropped)

    def bukti(self) -> Bukti:
        """The piece as it stands in the fields."""
        nama = self._bukti.nama if self._bukti.sha256 else _address(self.words.text().strip())
        made = replace(self._bukti, nama=nama, tanggal=self._typed_day())
        return replace(made, alasan=self._why.text().strip() if made.di_luar(self._triwulan) else "")

    def _typed_day(self) -> date | None:
        """What is no day gives way to the one that stood there, and is told."""
        try:
            return self._day.day()
        except FieldsRefused:
            self._misread = self._day.text().strip()
            self._day.set_day(self._bukti.tanggal)
            return self._bukti.tanggal

    def focus(self) -> None:
        """Where the work on this piece begins; what stands there gives way to what is typed."""
        field = self._day if self._bukti.nama else self.words
        field.setFocus()
        field.selectAll()

    def _forget_misread(self) -> None:
        self._misread = ""

    def _tell(self) -> None:
        before, self._bukti = self._bukti, self.bukti()
        self._judge()
        if self._bukti != before:
            self.edited.emit()

    def _judge(self) -> None:
        odd, outside = self._bukti.peringatan(self._triwulan), self._bukti.di_luar(self._triwulan)
        set_shown(self._below, shown=bool(odd or self._misread))
        advice = " Ganti dengan tanggal dokumen, atau tulis alasannya." if outside else " Isi tanggal dokumennya."
        refused = f"«{self._misread}» bukan tanggal. Tulis misalnya 30-6-2026." if self._misread else ""
        told = f"{odd.rstrip('.')}.{advice if self._editable else ''}" if odd else ""
        self._odd.setText(" ".join(filter(None, (refused, told))))
        set_shown(self._why, shown=self._editable and outside)
        set_shown(self._open, shown=can_be_opened(self._bukti))
        self._remove.setAccessibleDescription(self._bukti.nama)
        about = (self._bukti.nama, "hari-bulan-tahun", self._odd.text())
        self._day.setAccessibleDescription(", ".join(filter(None, about)))


def _address(words: str) -> str:
    """An address as people type it is one without its beginning; pasted, it loses the signs that nobody sees.

    Words lose those that no name may hold (``domain.tanda``).
    """
    plain = seen(words)
    if plain.startswith("www."):
        return f"https://{plain}"
    return plain if Bukti(plain).jenis is JenisBukti.TAUTAN else visible(words)
