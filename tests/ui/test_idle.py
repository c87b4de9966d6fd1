"""The window asks for the password again only when nobody touched it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.exceptions import TimeoutError as NothingHeard
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.idle import IdleWatch

A_MOMENT = 0.12 / 60
"""Minutes."""


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    made = QLineEdit()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_it_tells_after_the_time_without_input(field: QLineEdit, qtbot: QtBot) -> None:
    watch = IdleWatch(A_MOMENT, field)
    with qtbot.waitSignal(watch.idle, timeout=1000):
        pass


def test_every_key_begins_the_time_anew(field: QLineEdit, qtbot: QtBot) -> None:
    watch = IdleWatch(A_MOMENT, field)
    window = field.windowHandle()
    assert window is not None
    with pytest.raises(NothingHeard), qtbot.waitSignal(watch.idle, timeout=90):
        pass
    qtbot.keyClick(window, Qt.Key.Key_A)
    with pytest.raises(NothingHeard), qtbot.waitSignal(watch.idle, timeout=90):
        pass


def test_nought_never_tells(field: QLineEdit, qtbot: QtBot) -> None:
    watch = IdleWatch(A_MOMENT, field)
    watch.set_minutes(0)
    with pytest.raises(NothingHeard), qtbot.waitSignal(watch.idle, timeout=250):
        pass
