"""Fields of a form: any control under its label with the place for a sentence, and a day that is typed.

A typed day is written back in words when the field is left, so that a person sees what was read.
"""

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from kinerja_desktop.domain.errors import FieldsRefused, IsianSalah, SebabIsian
from kinerja_desktop.domain.tanggal import format_tanggal, read_tanggal
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.field_fault import FieldFault
from kinerja_desktop.ui.widgets.labels import Label


class FormField(QWidget):
    """A label above a control, a hint beside the label, perhaps an act beside the control, a sentence below."""

    def __init__(self, text: str, control: QWidget, hint: str = "", beside: QWidget | None = None) -> None:
        super().__init__()
        self.control = control
        self.fault = FieldFault(control)
        control.setAccessibleName(text)
        control.setAccessibleDescription(hint)
        head = row(Label(text, TextStyle.BODY_500, buddy=control), Label(hint, ink=Ink.TEXT_2), None, space=6)
        line = row(control, space=4) if beside is None else row(control, beside, space=4)
        self.setFocusProxy(control)
        self.setLayout(column(head, 4, line, 2, self.fault, None))


class DateEdit(QLineEdit):
    """A day, or none. ``kunci`` and ``label`` name the field in a refusal."""

    def __init__(self, kunci: str, label: str) -> None:
        super().__init__()
        self._kunci, self._label = kunci, label
        self.setPlaceholderText("hari-bulan-tahun")
        self.setObjectName(kunci)
        self.setAccessibleName(label)
        self.editingFinished.connect(self._write_back)

    def set_day(self, day: date | None) -> None:
        self.setText(format_tanggal(day) if day is not None else "")

    def day(self) -> date | None:
        """The day that is typed, None for an empty field. Raises FieldsRefused."""
        typed = self.text().strip()
        if not typed:
            return None
        try:
            return read_tanggal(typed)
        except ValueError:
            refused = IsianSalah(self._kunci, self._label, SebabIsian.BUKAN_TANGGAL)
            raise FieldsRefused((refused,)) from None

    def _write_back(self) -> None:
        try:
            self.set_day(self.day())
        except FieldsRefused:
            return  # it is told when the form is saved
