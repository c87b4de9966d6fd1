"""One job at a time with the sign that shows it: what a `JobCard` and a `BusyOverlay` have in common.

The sign goes before the answer is told, however the job ended, so that a refusal or a dialog never lies below it.
"""

from collections.abc import Callable
from typing import TypeVar

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.ui.runner import Calls, Job, Runner, Ticket

T = TypeVar("T")


def nothing() -> None:
    """What follows a cancel unless somebody says otherwise."""


class OneJob:
    """``progress`` and ``ended`` are what the sign does meanwhile and at the end."""

    def __init__(self, progress: Callable[[int, int, str], None], ended: Callable[[], None]) -> None:
        self._progress, self._ended = progress, ended
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
        writes: bool = False,
    ) -> None:
        """Start it; exactly one of the three hears how it ended."""

        def ended(then: Callable[[], object]) -> None:
            self._ticket = None
            self._ended()
            then()

        calls: Calls[T] = Calls(
            lambda value: ended(lambda: done(value)),
            lambda error: ended(lambda: refused(error)),
            self._progress,
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
