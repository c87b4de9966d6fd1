"""A day off is no name that reads other than it is."""

from datetime import date

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.calendar.day_dialog import DayDialog
from tests.ui.pages import part


def test_a_hidden_sign_is_told_at_the_field(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = DayDialog(window, 2026, frozenset(), None, day=date(2026, 5, 4))
    part(dialog, QLineEdit, "uraian").setText("Hari \u202eidaJ")
    part(dialog, QPushButton, "masukkan").click()
    assert not dialog.result()
    assert any("tanda tak terlihat" in label.text() for label in dialog.findChildren(QLabel))
