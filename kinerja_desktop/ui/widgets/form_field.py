"""A field of a form: any control under its label, with the place for a sentence."""

from PySide6.QtWidgets import QWidget

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
