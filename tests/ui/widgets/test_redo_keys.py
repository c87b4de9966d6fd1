"""Ctrl+Y and Ctrl+Shift+Z do again in every field of text, and nothing on the page around it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.widgets.redo_keys import follow_redo

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEYS = [(Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL | SHIFT)]


def text_of(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
@pytest.mark.parametrize(("key", "held"), KEYS)
def test_both_keys_do_again(
    qtbot: QtBot, kind: type[QLineEdit | QPlainTextEdit], key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    follow_redo()
    page, field, of_page = QWidget(), kind(), list[str]()
    QVBoxLayout(page).addWidget(field)
    for taken in ("Ctrl+Y", "Ctrl+Shift+Z"):
        QShortcut(QKeySequence(taken), page).activated.connect(lambda: of_page.append("page"))
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    field.setFocus()
    qtbot.keyClicks(field, "satu")
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert text_of(field) == ""
    qtbot.keyClick(field, key, held)
    assert (text_of(field), of_page) == ("satu", [])


def test_a_field_that_is_only_read_leaves_the_key_to_the_page(qtbot: QtBot) -> None:
    follow_redo()
    field, of_page = QPlainTextEdit("satu"), list[str]()
    field.setReadOnly(True)
    QShortcut(QKeySequence("Ctrl+Y"), field).activated.connect(lambda: of_page.append("page"))
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Y, CTRL)
    assert of_page == ["page"]
