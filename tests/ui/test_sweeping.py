"""No thread but the window's looks for garbage, whatever jobs make; and it does look."""

import gc
import threading
import weakref
from collections.abc import Iterator, Mapping

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kinerja_desktop import garbage
from kinerja_desktop.ui.runner import Calls, PoolRunner, Report
from kinerja_desktop.ui.sweeping import Sweeping

MANY = 200_000


class Circle:
    """Refers to itself, so that only the collector can free it."""

    def __init__(self, held: object = None) -> None:
        self.held, self.itself = held, self


def make_circles(_: Report) -> None:
    for _number in range(MANY):
        Circle()


def told(_: object) -> None:
    """Who asked hears nothing."""


@pytest.fixture
def looked_in() -> Iterator[set[int]]:
    """The threads in which the collector worked."""
    seen: set[int] = set()

    def watch(phase: str, info: Mapping[str, int]) -> None:
        del phase, info
        seen.add(threading.get_ident())

    gc.callbacks.append(watch)
    yield seen
    gc.callbacks.remove(watch)


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[PoolRunner]:
    made = PoolRunner()
    garbage.claim()
    sweeping = Sweeping(qapp)
    sweeping.start()
    yield made
    made.wait()
    sweeping.deleteLater()


def test_garbage_of_a_job_is_looked_for_in_the_windows_thread_alone(
    qtbot: QtBot, runner: PoolRunner, looked_in: set[int]
) -> None:
    forgotten = Circle(QObject())
    gone_in: list[int] = []
    weakref.finalize(forgotten, lambda: gone_in.append(threading.get_ident()))
    del forgotten
    runner.start(make_circles, Calls(told, told))
    runner.wait()
    qtbot.waitUntil(lambda: bool(gone_in))
    assert set(gone_in) | looked_in == {threading.get_ident()}


def test_a_job_that_needs_the_search_waits_for_the_windows_thread(
    qtbot: QtBot, runner: PoolRunner, looked_in: set[int]
) -> None:
    gone: list[bool] = []

    def job(_: Report) -> bool:
        forgotten = Circle()
        kept = weakref.ref(forgotten)
        del forgotten
        garbage.collect()
        return kept() is None

    runner.start(job, Calls(gone.append, told))
    qtbot.waitUntil(lambda: bool(gone))
    assert gone == [True]
    assert looked_in == {threading.get_ident()}
