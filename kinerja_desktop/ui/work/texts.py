"""The words of an indikator: factors and follow-up, each with its counter. Shared by who fills and who reports."""

from collections.abc import Hashable, Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.realisasi import MAKS_TEKS, IsiIndikator
from kinerja_desktop.ui.widgets.cards import column
from kinerja_desktop.ui.widgets.fields import CounterTextEdit
from kinerja_desktop.ui.work.sheet import LOCKED

FIELDS: Mapping[str, str] = {
    "faktor_pendukung": "Faktor pendukung",
    "faktor_penghambat": "Faktor penghambat",
    "tindak_lanjut": "Tindak lanjut",
}
"""Name in the content, and label."""


class IndikatorTexts(QWidget):
    """``edited`` tells that a person changed a text; `content` gives the row with the texts as they stand."""

    edited = Signal()

    def __init__(self, *, rows: int = 1, most: int = 4) -> None:
        super().__init__()
        self._isi = IsiIndikator("")
        self._showing = False
        self._edits = {
            name: CounterTextEdit(label, limit=MAKS_TEKS, rows=rows, most=most) for name, label in FIELDS.items()
        }
        for name, edit in self._edits.items():
            edit.field.setObjectName(name)
            edit.field.textChanged.connect(self._tell)
        self.setLayout(column(*self._edits.values(), space=8))

    def show_for(self, isi: IsiIndikator, *, editable: bool, of: Hashable = None) -> None:
        """Show a row ``of`` a quarter; the texts of every row keep their caret and their own undo."""
        self._showing = True
        self._isi = isi
        for name, edit in self._edits.items():
            edit.set_locked("" if editable else LOCKED)
            edit.turn_to((of, isi.kode), getattr(isi, name))
        self._showing = False

    def content(self, isi: IsiIndikator) -> IsiIndikator:
        """The row with the texts typed here."""
        return replace(
            isi,
            faktor_pendukung=self._edits["faktor_pendukung"].text(),
            faktor_penghambat=self._edits["faktor_penghambat"].text(),
            tindak_lanjut=self._edits["tindak_lanjut"].text(),
        )

    def fault(self) -> str:
        """The first text that is too long, in words; empty when all can be kept."""
        found = ((FIELDS[name], edit.fault()) for name, edit in self._edits.items())
        return next((f"{label}: {fault}" for label, fault in found if fault), "")

    def focus_first(self) -> None:
        next(iter(self._edits.values())).setFocus()

    def _tell(self) -> None:
        if not self._showing:
            self.edited.emit()
