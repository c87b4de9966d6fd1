"""The order as it came from the Kabid, and the fields by which it is passed on."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QVBoxLayout

from kinerja_desktop.domain.realisasi import MAKS_TEKS
from kinerja_desktop.services.assignment import Sifat
from kinerja_desktop.services.disposition import AnalisPilihan, DisposisiDraf, DisposisiView
from kinerja_desktop.ui.disposition.sharing import SharingList
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.cards import Card, column, holder, row
from kinerja_desktop.ui.widgets.fields import CounterTextEdit
from kinerja_desktop.ui.widgets.labels import Label, Rule
from kinerja_desktop.ui.widgets.segments import Segment, Segmented


class OrderCard(QScrollArea):
    """``edited`` when a person changed something; `draft` gives what is chosen."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._showing = False
        self._view: DisposisiView | None = None
        self._hal, self._from = Label(style=TextStyle.PANEL_TITLE, wrap=True), Label(ink=Ink.TEXT_2, wrap=True)
        self._said, self._listed = Label(wrap=True), Label(style=TextStyle.BODY_500)
        self._people: QHBoxLayout = row(space=18)
        self._boxes: dict[str, QCheckBox] = {}
        self._sifat = Segmented([Segment(one.name, one.value) for one in Sifat], "Sifat")
        self._catatan = CounterTextEdit("Catatan", limit=MAKS_TEKS, hint="boleh kosong", rows=2, most=4)
        self._sharing = SharingList()
        self.setWidget(Card(self._form()))
        self.setWidgetResizable(True)
        self._connect()

    def _form(self) -> QVBoxLayout:
        given = column(self._hal, 2, self._from, 6, self._said)
        people = column(Label("Analis", TextStyle.BODY_500), holder(self._people))
        sifat = column(Label("Sifat", TextStyle.BODY_500), 4, self._sifat)
        return column(
            given, Rule(), people, sifat, self._catatan, Rule(), self._listed, self._sharing, None, space=10, edge=16
        )

    def _connect(self) -> None:
        self._catatan.field.setObjectName("catatan")
        self._sifat.setObjectName("sifat")
        self._sifat.chosen.connect(self._tell)
        self._catatan.field.textChanged.connect(self._tell)
        self._sharing.edited.connect(self._tell)

    # --- showing ---------------------------------------------------------------------------------

    def show_view(self, view: DisposisiView, *, editable: bool) -> None:
        """Show an order; words that say the same keep their caret."""
        self._showing, self._view = True, view
        self._hal.setText(view.hal)
        self._from.setText(f"Dari {view.dari} · sifat {view.sifat.value}")
        self._said.setText(f"Catatan: {view.catatan_kabid}")
        self._said.setVisible(bool(view.catatan_kabid))
        self._listed.setText(f"Indikator yang dilaporkan ({len(view.indikator)})")
        self._show_people(view.analis, editable=editable)
        self._sifat.choose(view.draf.sifat.name)
        self._sifat.setEnabled(editable)
        if self._catatan.text() != view.draf.catatan:
            self._catatan.set_text(view.draf.catatan)
        self._catatan.set_locked(locked=not editable)
        self._sharing.show_rows(view.indikator, self.ordered(), dict(view.draf.pembagian), editable=editable)
        self._showing = False

    def _show_people(self, analis: Sequence[AnalisPilihan], *, editable: bool) -> None:
        """While the same people are shown their boxes stay, so the focus stays on them."""
        if [one.id for one in analis] != list(self._boxes) or not analis:
            self._make_boxes(analis)
        for one in analis:
            self._boxes[one.id].setChecked(one.dipilih)
            self._boxes[one.id].setEnabled(editable)

    def _make_boxes(self, analis: Sequence[AnalisPilihan]) -> None:
        while (item := self._people.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes = {one.id: self._box(one) for one in analis}
        for box in self._boxes.values():
            self._people.addWidget(box)
        if not self._boxes:
            self._people.addWidget(Label("Seksi Anda belum punya Analis yang berlaku hari ini.", ink=Ink.TEXT_2))
        self._people.addStretch(1)

    def _box(self, one: AnalisPilihan) -> QCheckBox:
        made = QCheckBox(one.nama)
        made.setObjectName(f"analis_{one.id}")
        made.setToolTip(one.jabatan)
        made.setAccessibleName(f"{one.nama}, {one.jabatan}")
        made.toggled.connect(self._people_changed)
        return made

    def _people_changed(self) -> None:
        """More or fewer analysts: the rows are shared out among those who are ticked."""
        if self._view is not None and not self._showing:
            self._sharing.show_rows(self._view.indikator, self.ordered(), self._sharing.shared(), editable=True)
        self._tell()

    def _tell(self) -> None:
        if not self._showing:
            self.edited.emit()

    # --- what is chosen --------------------------------------------------------------------------

    def ordered(self) -> tuple[AnalisPilihan, ...]:
        """Analysts that are ticked, in the order of the list."""
        listed: Iterable[AnalisPilihan] = self._view.analis if self._view is not None else ()
        return tuple(one for one in listed if one.id in self._boxes and self._boxes[one.id].isChecked())

    def draft(self) -> DisposisiDraf:
        return DisposisiDraf(
            tuple(one.id for one in self.ordered()),
            Sifat[self._sifat.key()],
            self._catatan.text().strip(),
            tuple(sorted(self._sharing.shared().items())),
        )

    def focus_people(self) -> None:
        """Alt+A: the first analyst."""
        if self._boxes:
            next(iter(self._boxes.values())).setFocus()
