"""The card of a long work: where the focus goes when it is over."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.runner import Calls, InlineRunner, Job, Ticket
from kinerja_desktop.ui.work.job_card import JobCard

T = TypeVar("T")


class Waiting(InlineRunner):
    """Keeps a job until it is let go."""

    def __init__(self) -> None:
        self.let_go: list[Callable[[], Ticket]] = []

    def start(self, job: Job[T], calls: Calls[T], *, writes: bool = False) -> Ticket:
        self.let_go.append(lambda: InlineRunner.start(self, job, calls, writes=writes))
        return Ticket()


def test_the_focus_goes_from_batal_back_to_the_page(qtbot: QtBot) -> None:
    runner, window, page = Waiting(), QWidget(), QWidget()
    act, menu = QPushButton("Ekspor", page), QPushButton("Menu", window)
    card = JobCard(runner)
    for widget, parts in ((page, (card, act)), (window, (menu, page))):
        lines = QVBoxLayout(widget)
        for part in parts:
            lines.addWidget(part)
    page.setFocusProxy(act)
    card.ended.connect(lambda: act.setEnabled(True))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)

    card.run("Mengekspor", lambda _: 1, lambda _: None, lambda _: None)
    card.setFocus()
    act.setEnabled(False)
    qtbot.waitUntil(lambda: card.isAncestorOf(window.focusWidget()))
    runner.let_go[0]()

    assert window.focusWidget() is act
