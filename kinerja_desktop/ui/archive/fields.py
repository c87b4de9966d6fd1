"""The fields of a paper that is being made, drawn from its list of ``Isian``; told when typing rests."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from kinerja_desktop.domain.isian import Isian
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Space, TextStyle
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.cards import column, empty, holder
from kinerja_desktop.ui.widgets.fields import ComboBox, GrowingText, fill
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.work.rest import Rest

REST_MS = 700
_MOST_LINES = 8
Field = QLineEdit | GrowingText | ComboBox


class PaperFields(QWidget):
    """``changed`` tells that what is typed is another than before, when typing rests."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fields: dict[str, Field] = {}
        self._shown: tuple[Isian, ...] = ()
        self._told: dict[str, str] = {}
        self._inner = QVBoxLayout()
        self._inner.setSpacing(theme.px(Space.CONTROLS))
        self.setLayout(column(self._inner))
        self._rest = Rest(self, REST_MS)
        self._rest.over.connect(self.flush)

    def show_fields(self, fields: Sequence[Isian], values: Mapping[str, str]) -> None:
        """Show these fields with what stands in them; the same fields are not built again."""
        if tuple(fields) != self._shown:
            self._build(tuple(fields))
        for kunci, field in self._fields.items():
            _write(field, values.get(kunci, ""))
        self._rest.stop()
        self._told = self.values()

    def set_locked(self, why: str) -> None:
        """Nothing can be filled, and every field says why; an empty reason opens them."""
        for field in self._fields.values():
            allow(field, why)

    def values(self) -> dict[str, str]:
        """What every field holds."""
        return {kunci: _read(field) for kunci, field in self._fields.items()}

    def flush(self) -> None:
        """Tell at once what was typed."""
        self._rest.stop()
        if self.values() != self._told:
            self._told = self.values()
            self.changed.emit()

    def not_saved(self) -> None:
        """What was told could not be kept: it is told once more a little later, or when the page is left."""
        self._told = {}
        self._rest.again()

    def _build(self, fields: tuple[Isian, ...]) -> None:
        empty(self._inner)
        self._fields, self._shown = {}, fields
        heading = ""
        for isian in fields:
            if isian.bagian != heading:
                heading = isian.bagian
                self._inner.addWidget(Label(heading, TextStyle.CARD_TITLE, wrap=True))
            self._inner.addWidget(self._made(isian))

    def _made(self, isian: Isian) -> QWidget:
        field: Field
        if isian.pilihan:
            field = ComboBox(isian.label)
            fill(field, [(word or "belum dipilih", word) for word in isian.pilihan], isian.bawaan)
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # words wider than the panel
            field.activated.connect(lambda _: self.flush())
        else:
            field = QLineEdit() if isian.baris == 1 else GrowingText(rows=isian.baris, most=_MOST_LINES)
            field.textChanged.connect(lambda *_: self._rest.touch())
        field.setToolTip(isian.bantuan)
        field.setAccessibleName(isian.label)
        field.setAccessibleDescription(isian.bantuan)
        field.setObjectName(f"isian_{isian.kunci}")
        self._fields[isian.kunci] = field
        return holder(column(Label(isian.label, TextStyle.BODY_500, wrap=True, buddy=field), 4, field))


def _read(field: Field) -> str:
    if isinstance(field, ComboBox):
        return str(field.currentData() or "")
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _write(field: Field, text: str) -> None:
    if _read(field) == text:
        return
    if isinstance(field, ComboBox):
        field.setCurrentIndex(max(0, field.findData(text)))
    elif isinstance(field, QLineEdit):
        field.setText(text)
    else:
        field.setPlainText(text)
