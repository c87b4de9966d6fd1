"""The order as it came from the Kabid, and the fields by which it is passed on."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from kinerja_desktop.services.assignment import Sifat
from kinerja_desktop.services.disposition import AnalisPilihan, DisposisiDraf, DisposisiView
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.disposition.sharing import SharingList
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.cards import Card, column, empty, holder
from kinerja_desktop.ui.widgets.fields import CounterTextEdit
from kinerja_desktop.ui.widgets.labels import Label, Rule
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.segments import Segment, Segmented
from kinerja_desktop.ui.widgets.tick import Tick

CATATAN = 500
"""So many letters have room in the box of a slip."""
NOBODY = "Seksi Anda belum punya Analis yang berlaku hari ini. Minta Admin menetapkannya."
_ABREAST = 3


class OrderCard(ScrollArea):
    """``edited`` when a person changed something; `draft` gives what is chosen."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._showing = False
        self._view: DisposisiView | None = None
        self._hal, self._from = Label(style=TextStyle.PANEL_TITLE, wrap=True), Label(ink=Ink.TEXT_2, wrap=True)
        self._said, self._listed = Label(wrap=True), Label(style=TextStyle.BODY_500)
        self._people = QGridLayout()
        self._people.setContentsMargins(0, 0, 0, 0)
        self._people.setHorizontalSpacing(theme.px(18))
        self._boxes: dict[str, Tick] = {}
        self._sifat = Segmented([Segment(one.name, one.value) for one in Sifat], "Sifat")
        self._catatan = CounterTextEdit("Catatan", limit=CATATAN, hint="boleh kosong", rows=2, most=4)
        self._sharing, self._words = SharingList(), holder(self._word_fields())
        self.setWidget(Card(self._form()))
        self._connect()

    def _word_fields(self) -> QVBoxLayout:
        sifat = column(Label("Sifat", TextStyle.BODY_500, buddy=self._sifat), 4, self._sifat)
        return column(sifat, self._catatan, space=10)

    def _form(self) -> QVBoxLayout:
        given = column(self._hal, 2, self._from, 6, self._said)
        people = column(Label("Analis", TextStyle.BODY_500), holder(self._people))
        listed = column(self._listed, 6, self._sharing)
        return column(given, Rule(), people, self._words, Rule(), listed, None, space=10, edge=16)

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
        self._said.setText(f"Catatan: «{view.catatan_kabid}»")
        self._said.setVisible(bool(view.catatan_kabid))
        self._listed.setText(f"Indikator yang dilaporkan ({len(view.indikator)})")
        self._show_people(view.analis, editable=editable)
        self._sifat.choose(view.draf.sifat.name)
        self._words.setVisible(editable)
        if self._catatan.text().strip() != view.draf.catatan:
            self._catatan.set_text(view.draf.catatan)
        self._sharing.show_rows(view.indikator, self.ordered() if editable else (), dict(view.draf.pembagian))
        self._showing = False

    def _show_people(self, analis: Sequence[AnalisPilihan], *, editable: bool) -> None:
        """While the same people are shown their boxes stay, so the focus stays on them."""
        if [one.id for one in analis] != list(self._boxes) or not analis:
            self._make_boxes(analis)
        for one in analis:
            self._boxes[one.id].setChecked(one.dipilih)
            allow(self._boxes[one.id], "" if editable else "Disposisi ini tidak dapat diubah sekarang.")

    def _make_boxes(self, analis: Sequence[AnalisPilihan]) -> None:
        empty(self._people)
        self._boxes = {one.id: self._box(one) for one in analis}
        for at, box in enumerate(self._boxes.values()):
            self._people.addWidget(box, at // _ABREAST, at % _ABREAST)
        if not self._boxes:
            self._people.addWidget(Label(NOBODY, ink=Ink.TEXT_2, wrap=True), 0, 0)
        self._people.setColumnStretch(_ABREAST, 1)

    def _box(self, one: AnalisPilihan) -> Tick:
        made = Tick(one.nama)
        made.setObjectName(f"analis_{one.id}")
        made.setToolTip(one.jabatan)
        made.setAccessibleName(one.nama)  # what he is follows from the tooltip
        made.toggled.connect(self._people_changed)
        return made

    def _people_changed(self) -> None:
        """More or fewer analysts: the rows are shared out among those who are ticked."""
        if self._view is not None and not self._showing:
            self._sharing.show_rows(self._view.indikator, self.ordered(), self._sharing.shared())
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

    def fault(self) -> str:
        """Why the order cannot be sent, or an empty string."""
        if not self._boxes:
            return NOBODY
        why = self._catatan.fault()
        return f"Catatan {why}." if why else "" if self.ordered() else "Pilih analis yang mengumpulkan bahan."

    def focus_people(self) -> None:
        """Alt+A: the first analyst."""
        if self._boxes:
            next(iter(self._boxes.values())).setFocus()
