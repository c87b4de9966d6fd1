"""What undo and redo go through: whole states of something small, the newest last. Pure.

A sheet of figures keeps single changes instead (``ui.work.sheet``): others write into it meanwhile.
"""

from typing import Generic, TypeVar

State = TypeVar("State")


class StepsBack(Generic[State]):
    """``now`` is what is shown; the same state again is no step."""

    def __init__(self, now: State) -> None:
        self.now = now
        self._done: list[State] = []
        self._undone: list[State] = []

    def go(self, state: State) -> None:
        """A person made it so; what was undone before is gone."""
        if state != self.now:
            self._done.append(self.now)
            self._undone.clear()
            self.now = state

    @property
    def can_go_back(self) -> bool:
        return bool(self._done)

    @property
    def can_go_again(self) -> bool:
        return bool(self._undone)

    def back(self) -> bool:
        """Make the state before the present one; False where there is none."""
        return self._move(self._done, self._undone)

    def again(self) -> bool:
        """Make what was undone last; False where there is nothing."""
        return self._move(self._undone, self._done)

    def _move(self, away: list[State], onto: list[State]) -> bool:
        if not away:
            return False
        onto.append(self.now)
        self.now = away.pop()
        return True
