"""Where a signed sheet lies: lemari, rak, boks, map; kept as the one line that lists and papers show."""

import re

from PySide6.QtWidgets import QLineEdit, QWidget

from kinerja_desktop.ui.widgets.cards import row
from kinerja_desktop.ui.widgets.fields import Labelled

PARTS = ("Lemari", "Rak", "Boks", "Map")
_READ = {part: re.compile(rf"\b{part}\s+([^,]+)", re.IGNORECASE) for part in PARTS}


class PlaceFields(QWidget):
    """Four short fields; what was written otherwise before stands in the first of them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        found = {part: _READ[part].search(text) for part in PARTS}
        self._fields = {part: QLineEdit(match[1].strip() if match else "") for part, match in found.items()}
        if text and not any(found.values()):
            self._fields[PARTS[0]].setText(text)
        for part, field in self._fields.items():
            field.setObjectName(f"tempat_{part.lower()}")
        self.setLayout(row(*(Labelled(part, field) for part, field in self._fields.items())))
        self.setFocusProxy(self._fields[PARTS[0]])

    def text(self) -> str:
        """One line: "Lemari 2, rak 1, map 3"; parts without words are left out."""
        told = [f"{part} {field.text().strip()}" for part, field in self._fields.items() if field.text().strip()]
        line = ", ".join(told).lower()
        return line[:1].upper() + line[1:]
