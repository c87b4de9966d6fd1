"""What every page gets to work with: who acts now, and where long work runs."""

from collections.abc import Callable
from dataclasses import dataclass

from kinerja_desktop.services.context import Context
from kinerja_desktop.ui.runner import Runner


@dataclass(frozen=True, slots=True)
class Desk:
    """``context`` answers anew at every call, since the role may have been switched."""

    context: Callable[[], Context]
    runner: Runner
