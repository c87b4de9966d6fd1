"""The input of one setting by its kind: text, whole number, choice, hours, pattern, picture.

Each input answers ``text`` as the setting is stored, takes it by ``set_text``, and tells ``edited``. One more kind:
a class or function here and its line in ``INPUTS``.
"""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from kinerja_desktop.services.settings_declared import Ragam, Setelan
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.settings.picture import PictureField
from kinerja_desktop.ui.widgets.fields import ComboBox

_WIDE, _NUMBER = 380, 76


class Input(Protocol):
    """What a row of the form needs of its input."""

    @property
    def widget(self) -> QWidget:
        """What is laid out and gets the focus."""

    @property
    def edited(self) -> SignalInstance:
        """Tells that a person changed it."""

    def text(self) -> str:
        """As the setting is stored."""

    def set_text(self, text: str) -> None:
        """Show a stored text."""


class LineInput:
    """One line of text."""

    def __init__(self, width: int) -> None:
        self._field = QLineEdit()
        self._field.setFixedWidth(theme.px(width))
        self.widget: QWidget = self._field
        self.edited: SignalInstance = self._field.textChanged

    def text(self) -> str:
        return self._field.text().strip()

    def set_text(self, text: str) -> None:
        self._field.setText(text)
        self._field.setCursorPosition(0)


class ChoiceInput:
    """One of the values that the setting allows."""

    def __init__(self, setelan: Setelan) -> None:
        self._choice = ComboBox(setelan.label)
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.setFixedWidth(theme.px(_WIDE))
        for value, label in setelan.pilihan:
            self._choice.addItem(label, value)
        self.widget: QWidget = self._choice
        self.edited: SignalInstance = self._choice.currentIndexChanged

    def text(self) -> str:
        return str(self._choice.currentData())

    def set_text(self, text: str) -> None:
        self._choice.setCurrentIndex(self._choice.findData(text))


class PictureInput:
    """A picture with its preview."""

    def __init__(self, setelan: Setelan) -> None:
        self._field = PictureField(setelan.label)
        self.widget: QWidget = self._field
        self.edited: SignalInstance = self._field.edited

    def text(self) -> str:
        return self._field.text()

    def set_text(self, text: str) -> None:
        self._field.set_text(text)


INPUTS: Mapping[Ragam, Callable[[Setelan], Input]] = {
    Ragam.TEKS: lambda _: LineInput(_WIDE),
    Ragam.BULAT: lambda _: LineInput(_NUMBER),
    Ragam.PILIHAN: ChoiceInput,
    Ragam.JAM: lambda _: LineInput(_WIDE),
    Ragam.POLA: lambda _: LineInput(_WIDE),
    Ragam.GAMBAR: PictureInput,
}
