"""How tests print: the system's dialog answered by a person who chose a file."""

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QWidget


def print_into(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is printed from now on goes into that PDF."""

    class IntoFile(QDialog):
        def __init__(self, printer: QPrinter, parent: QWidget) -> None:
            super().__init__(parent)
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(target))

        def exec(self) -> int:
            return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr("kinerja_desktop.ui.printer.QPrintDialog", IntoFile)
