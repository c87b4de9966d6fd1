"""One job at a time with the sign that shows it: what a `JobCard` and a `BusyOverlay` have in common.

The sign goes before the answer is told, however the job ended, so that a refusal or a dialog never lies below it.
"""

import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.ui.runner import Calls, Job, Runner, Ticket
from kinerja_desktop.ui.widgets.announcing import announce

T = TypeVar("T")
LONG_S = 2.0
"""Seconds after which the name of a work is said, and so its end."""


def nothing() -> None:
    """What follows a cancel unless somebody says otherwise."""


class OneJob:
    """``progress`` and ``ended`` are what the sign does meanwhile and at the end.

    A job may outlive the page that asked for it, as when somebody else logs in: with its sign gone nobody hears of it.
    """

    def __init__(self, sign: QWidget, progress: Callable[[int, int, str], None], ended: Callable[[], None]) -> None:
        self._sign, self._progress, self._ended = sign, progress, ended
        self._ticket: Ticket | None = None

    def is_running(self) -> bool:
        return self._ticket is not None

    def run(
        self,
        runner: Runner,
        job: Job[T],
        done: Callable[[T], object],
        refused: Callable[[KinerjaError], object],
        cancelled: Callable[[], object] = nothing,
        *,
        name: str = "",
        writes: bool = False,
    ) -> None:
        """Start it; one of the three hears how it ended, unless the sign is gone by then.

        Of a long one that is done a screen reader says so by its name: not every end changes what has the focus.
        """
        began = time.monotonic()

        def ended(then: Callable[[], object], said: str = "") -> None:
            self._ticket = None
            if isValid(self._sign):
                self._ended()
                announce(self._sign.window(), said if time.monotonic() - began >= LONG_S else "")
                then()

        def progress(n: int, m: int, text: str) -> None:
            if isValid(self._sign):
                self._progress(n, m, text)

        calls: Calls[T] = Calls(
            lambda value: ended(lambda: done(value), name and f"{name.rstrip('…')}: selesai."),
            lambda error: ended(lambda: refused(error)),
            progress,
            lambda: ended(cancelled),
        )
        self._ticket = Ticket()  # an inline runner is done before `start` answers
        ticket = runner.start(job, calls, writes=writes)
        if self._ticket is not None:
            self._ticket = ticket

    def cancel(self) -> None:
        """Ask it to stop."""
        if self._ticket is not None:
            self._ticket.cancel()
