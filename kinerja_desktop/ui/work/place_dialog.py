"""Where something is to be written: a flashdisk that is plugged in, or a folder."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from kinerja_desktop.domain.numerals import format_ukuran
from kinerja_desktop.ui.choosing import choose_folder
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.showing import set_shown


class Disk(Protocol):
    """What is shown of a flashdisk."""

    @property
    def tempat(self) -> Path:
        """Where it is."""

    @property
    def nama(self) -> str:
        """What people call it."""

    @property
    def kosong(self) -> int:
        """Bytes free."""


@dataclass(frozen=True, slots=True)
class Tempat:
    """What is asked: title, question, what happens there, and the act with its icon."""

    title: str
    heading: str
    sentence: str
    act: str
    icon: Icon


class PlaceDialog(Dialog):
    """``look`` lists the flashdisks, also when «Cari Lagi» is pressed. `place` answers what was chosen."""

    def __init__(self, parent: QWidget, question: Tempat, look: Callable[[], Sequence[Disk]]) -> None:
        super().__init__(parent, question.title, question.heading, sentence=question.sentence)
        self._look = look
        self._group = QButtonGroup(self)
        self._places: list[Path] = []
        self._list: QVBoxLayout = column()
        self._none = Label("Belum ada flashdisk. Colokkan flashdisk, lalu tekan Cari Lagi.", ink=Ink.TEXT_2, wrap=True)
        self._again = Button("Cari Lagi", icon=Icon.MUAT_ULANG)
        self._folder = Button("Folder Lain…", icon=Icon.PILIH_BERKAS)
        for name, button, deed in (
            ("cari_lagi", self._again, self._find),
            ("folder_lain", self._folder, self._ask_folder),
        ):
            button.setObjectName(name)
            button.clicked.connect(deed)
        self.body.addWidget(self._none)
        self.body.addWidget(holder(self._list))
        self.body.addLayout(row(self._again, self._folder, None))
        self._start = self.add_act(question.act, icon=question.icon)
        self._start.setObjectName("mulai_tulis")
        self._find()

    def place(self) -> Path | None:
        """The place that is ticked."""
        at = self._group.checkedId()
        return self._places[at] if at >= 0 else None

    def _find(self) -> None:
        found = self._look()
        for disk in found:
            if disk.tempat not in self._places:
                self._add(disk.tempat, f"{disk.nama} · kosong {format_ukuran(disk.kosong)}")
        allow(self._start, "" if self._places else "Colokkan flashdisk atau pilih folder dahulu.")
        set_shown(self._none, shown=not self._places)
        if not self._places:
            self._again.setFocus()

    def _add(self, place: Path, text: str) -> None:
        choice = QRadioButton(text)
        choice.setAccessibleDescription(str(place))
        self._group.addButton(choice, len(self._places))
        self._places.append(place)
        self._list.addWidget(choice)
        choice.setChecked(True)
        choice.setFocus()
        set_shown(self._none, shown=False)
        allow(self._start, "")

    def _ask_folder(self) -> None:
        chosen = choose_folder(self, self.windowTitle())
        if chosen and chosen not in self._places:
            self._add(chosen, str(chosen))
