"""Who reports which indikator when several analysts are ordered: a choice beside each row."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kinerja_desktop.services.assignment import IndikatorTugas
from kinerja_desktop.services.disposition import AnalisPilihan
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Ink
from kinerja_desktop.ui.widgets.cards import empty
from kinerja_desktop.ui.widgets.fields import ComboBox
from kinerja_desktop.ui.widgets.labels import Label

_TOGETHER = "Bersama"


class SharingList(QWidget):
    """``edited`` when a person chose; without a second analyst it only lists."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choices: dict[str, ComboBox] = {}
        self._content: object = None
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setColumnStretch(1, 1)
        self.setLayout(self._grid)

    def show_rows(
        self,
        indikator: Sequence[IndikatorTugas],
        analis: Sequence[AnalisPilihan],
        shared: Mapping[str, str],
    ) -> None:
        """One line for each indikator; ``analis`` share them out. The same lines stay as they are."""
        content = (tuple(indikator), tuple(one.id for one in analis), dict(shared))
        if content == self._content:
            return
        self._content = content
        self._clear()
        for at, one in enumerate(indikator):
            self._grid.addWidget(Label(one.kode, ink=Ink.ACCENT), at, 0)
            unit = f" ({one.satuan})" if one.satuan else ""
            self._grid.addWidget(Label(f"{one.nama}{unit}", wrap=True), at, 1)
            if len(analis) > 1:
                self._grid.addWidget(self._choice(one, analis, shared.get(one.kode, "")), at, 2)

    def _choice(self, one: IndikatorTugas, analis: Sequence[AnalisPilihan], chosen: str) -> ComboBox:
        made = ComboBox(f"Pelapor {one.kode} {one.nama}")
        made.addItem(_TOGETHER, "")
        for person in analis:
            made.addItem(person.nama, person.id)
        made.setCurrentIndex(max(0, made.findData(chosen)))
        made.setObjectName(f"pelapor_{one.kode}")
        made.activated.connect(lambda _: self.edited.emit())
        self._choices[one.kode] = made
        return made

    def shared(self) -> dict[str, str]:
        """Kode to the id of who reports it, without those reported together."""
        chosen = {kode: str(box.currentData()) for kode, box in self._choices.items()}
        return {kode: who for kode, who in chosen.items() if who}

    def _clear(self) -> None:
        self._choices = {}
        empty(self._grid)
