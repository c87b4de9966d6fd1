"""What every page gets to work with: who acts now, and where long work runs."""

from collections.abc import Callable
from dataclasses import dataclass

from kinerja_desktop.services.context import Context
from kinerja_desktop.ui.runner import Runner


def _nothing() -> None:
    """What a page of a test does after a restore."""


@dataclass(frozen=True, slots=True)
class Desk:
    """``context`` answers anew at every call, since the role may have been switched.

    ``restored`` is called when another state of the office took its place: it is opened anew, behind the log-in.
    """

    context: Callable[[], Context]
    runner: Runner
    restored: Callable[[], None] = _nothing
