"""The form of one indikator, drawn from ``fields``; loading fills it and writes nothing.

Choices that the office's data give (``set_options``) keep what a card names even where it is gone from them.
"""

from collections.abc import Hashable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from kinerja_desktop.domain.indikator import Indikator
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.planning.fields import KELOMPOK, KOLOM, Bentuk, Kolom
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.fields import ComboBox, Labelled, LabelledChoice, fill
from kinerja_desktop.ui.widgets.kept_undo import KeptUndo
from kinerja_desktop.ui.widgets.segments import Segment, Segmented
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.tick import Tick

Field = QLineEdit | QPlainTextEdit | QComboBox | QCheckBox
_KODE_STAYS = "Kode tidak berubah sesudah indikator disimpan. Untuk kode lain, tambah indikator baru."


class IndikatorForm(QWidget):
    """Fields in groups behind a row of buttons. ``edited``: a person changed one."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._filling = False
        self._fields: dict[str, Field] = {}
        self._labelled: dict[str, Labelled] = {}
        self._undo: dict[str, KeptUndo] = {}
        self._groups = Segmented([Segment(k, k) for k in KELOMPOK], "Bagian kartu indikator")
        self._sheets = {k: self._sheet([one for one in KOLOM if one.kelompok == k]) for k in KELOMPOK}
        self._groups.chosen.connect(self._show_group)
        self.setLayout(column(row(self._groups, None), 8, *self._sheets.values(), None))
        self._show_group(KELOMPOK[0])
        for field in self._fields.values():
            _changed(field).connect(self._told)
        self.setFocusProxy(self._fields["nama"])

    def _sheet(self, kolom: Sequence[Kolom]) -> QWidget:
        """Fields of a group; short ones stand in pairs."""
        made: list[QWidget] = []
        waiting: QWidget | None = None
        for one in kolom:
            field = self._make(one)
            if waiting is not None and one.pendek:
                made.append(_pair(waiting, field))
                waiting = None
            elif one.pendek:
                waiting = field
            else:
                made += [waiting, field] if waiting is not None else [field]
                waiting = None
        return holder(column(*made, *([waiting] if waiting is not None else []), space=6))

    def _show_group(self, kelompok: str) -> None:
        self._groups.choose(kelompok)
        for key, sheet in self._sheets.items():
            set_shown(sheet, shown=key == kelompok)

    def _make(self, kolom: Kolom) -> QWidget:
        if kolom.bentuk is Bentuk.YA:
            box = Tick(kolom.label)
            box.setObjectName(kolom.kunci)
            self._fields[kolom.kunci] = box
            return box
        if kolom.bentuk is Bentuk.PILIHAN:
            choice = ComboBox(kolom.label)
            choice.setObjectName(kolom.kunci)
            choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            for key, text in kolom.pilihan:
                choice.addItem(text, key)
            self._fields[kolom.kunci] = choice
            return LabelledChoice(kolom.label, choice)
        field = QPlainTextEdit() if kolom.bentuk is Bentuk.PANJANG else QLineEdit()
        field.setObjectName(kolom.kunci)
        if isinstance(field, QPlainTextEdit):
            field.setFixedHeight(theme.px(54))
            field.setTabChangesFocus(True)
            self._undo[kolom.kunci] = KeptUndo(field)
        self._fields[kolom.kunci] = field
        self._labelled[kolom.kunci] = Labelled(kolom.label, field)
        return self._labelled[kolom.kunci]

    def set_options(self, kunci: str, none: str, options: Sequence[tuple[str, str]]) -> None:
        """Offer words with their keys in a choice, below the words for none."""
        choice = self._fields[kunci]
        assert isinstance(choice, QComboBox)
        fill(choice, [(none, ""), *options], choice.currentData() or "")

    def _told(self) -> None:
        if not self._filling:
            self.edited.emit()

    def show_indikator(
        self, indikator: Indikator, typed: Mapping[str, str], *, new: bool = False, of: Hashable = None
    ) -> None:
        """Fill all fields, with what was ``typed`` into some of them; the kode of a known indikator stays.

        Long texts keep their own undo for every indikator ``of`` a plan.
        """
        self._filling = True
        for kolom in KOLOM:
            field, text = self._fields[kolom.kunci], typed.get(kolom.kunci, kolom.isi(indikator))
            if isinstance(field, QPlainTextEdit):
                self._undo[kolom.kunci].show((of, "" if new else indikator.kode), text)
            else:
                _put(field, text)
        self._filling = False
        kode = self._fields["kode"]
        self.show_faults({})
        allow(kode, "" if new else _KODE_STAYS)
        if new:
            self.show_field("kode")

    def show_field(self, kunci: str) -> None:
        """Bring a field in sight, ready for typing."""
        kolom = next((k for k in KOLOM if k.kunci == kunci), None)
        if kolom is not None:
            self._show_group(kolom.kelompok)
            self._fields[kunci].setFocus()

    def texts(self) -> Mapping[str, str]:
        """What stands in the fields."""
        return {kunci: _text(field) for kunci, field in self._fields.items()}

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Sentences beside the fields they belong to; the first is brought in sight."""
        for kunci, labelled in self._labelled.items():
            labelled.fault.set_text(faults.get(kunci, ""))
        first = next((k for k in KOLOM if k.kunci in faults), None)
        if first is not None:
            self.show_field(first.kunci)


def _changed(field: Field) -> SignalInstance:
    """The signal that tells of a change."""
    if isinstance(field, QCheckBox):
        return field.toggled
    return field.currentIndexChanged if isinstance(field, QComboBox) else field.textChanged


def _pair(left: QWidget, right: QWidget) -> QWidget:
    pair = row(left, right)
    pair.setStretch(0, 1)
    pair.setStretch(1, 1)
    pair.setAlignment(Qt.AlignmentFlag.AlignTop)
    return holder(pair)


def _put(field: Field, text: str) -> None:
    if isinstance(field, QCheckBox):
        field.setChecked(bool(text))
    elif isinstance(field, QComboBox):
        if text and field.findData(text) < 0:
            field.addItem(text, text)
        field.setCurrentIndex(max(0, field.findData(text)))
    elif isinstance(field, QLineEdit):
        field.setText(text)
        field.setCursorPosition(0)  # a long text shows its beginning


def _text(field: Field) -> str:
    if isinstance(field, QCheckBox):
        return "ya" if field.isChecked() else ""
    if isinstance(field, QComboBox):
        return str(field.currentData() or "")
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
