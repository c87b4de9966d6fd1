"""Whoever types without a pause is saved within seconds all the same."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.work import rest
from kinerja_desktop.ui.work.rest import Rest


def test_a_pause_is_told_once(qtbot: QtBot, qapp: QObject) -> None:
    made = Rest(qapp, 1)
    with qtbot.waitSignal(made.over):
        for _ in range(5):
            made.touch()
    assert not made.is_waiting()


def test_typing_without_a_pause_is_told_after_the_longest_time(
    qtbot: QtBot, qapp: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rest, "LONGEST_MS", 1)
    made = Rest(qapp, 60_000)
    with qtbot.waitSignal(made.over):
        made.touch()
    assert not made.is_waiting()


def test_what_could_not_be_saved_is_told_again(qtbot: QtBot, qapp: QObject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rest, "LONGEST_MS", 1)
    made = Rest(qapp, 60_000)
    with qtbot.waitSignal(made.over):
        made.again()


def test_what_waits_can_be_told_at_once(qtbot: QtBot, qapp: QObject) -> None:
    made = Rest(qapp, 60_000)
    with qtbot.assertNotEmitted(made.over):
        made.end_now()
    made.touch()
    with qtbot.waitSignal(made.over):
        made.end_now()


def test_what_is_given_up_is_not_told(qtbot: QtBot, qapp: QObject) -> None:
    made = Rest(qapp, 1)
    made.touch()
    made.stop()
    with qtbot.assertNotEmitted(made.over, wait=20):
        pass
    assert not made.is_waiting()
