"""A job that outlives the page which asked for it."""

from threading import Event

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from kinerja_desktop.ui.runner import PoolRunner
from kinerja_desktop.ui.widgets.busy import BusyOverlay


def test_a_page_that_is_gone_hears_nothing_of_its_job(qtbot: QtBot) -> None:
    runner, go, told, after = PoolRunner(), Event(), list[object](), list[object]()
    page = QWidget()
    BusyOverlay(page).run(runner, "Membaca", lambda _: go.wait(10), told.append, told.append)
    delete(page)
    BusyOverlay(other := QWidget()).run(runner, "Membaca", lambda _: 1, after.append, after.append, writes=True)
    go.set()
    qtbot.waitUntil(lambda: bool(after) and not runner._alive)
    other.deleteLater()
    assert told == []
