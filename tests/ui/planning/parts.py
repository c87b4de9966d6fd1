"""How tests turn to a part of Rencana Kinerja and answer its dialogs."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.segments import Segmented
from tests.ui.pages import part

PARTS = ("Indikator", "Target", "Sasaran", "Anggaran", "Riwayat", "Skala", "Periksa Rencana")


def open_part(qtbot: QtBot, page: QWidget, name: str) -> None:
    """Click a segment by its words."""
    buttons = part(page, Segmented, "bagian").findChildren(QPushButton)
    button = next(b for b in buttons if b.accessibleName().partition(",")[0] == name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def answer_dialogs(monkeypatch: pytest.MonkeyPatch, answer: Callable[[Dialog], None]) -> None:
    """Let ``answer`` fill and press instead of a person; a dialog that it leaves open counts as Batal."""

    def reply(dialog: Dialog) -> int:
        dialog.show()
        answer(dialog)
        result = dialog.result()
        dialog.hide()
        return result

    monkeypatch.setattr(Dialog, "exec", reply)
