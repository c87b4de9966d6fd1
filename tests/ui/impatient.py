"""Somebody who presses Batal while pages are laid out, where that is offered."""

from typing import TypeVar

from kinerja_desktop.ui.runner import Calls, InlineRunner, Job, Ticket

T = TypeVar("T")


class ImpatientRunner(InlineRunner):
    """``told`` is what he read by then; once he is ``patient`` he waits."""

    def __init__(self, *too_long: str) -> None:
        self.told: list[str] = []
        self.patient = False
        self._too_long = too_long

    def start(self, job: Job[T], calls: Calls[T], *, writes: bool = False) -> Ticket:
        runner = self

        class Pressed:
            def progress(self, *parts: object) -> None:
                runner.told.append(str(parts[-1]))

            def cancelled(self) -> bool:
                return not runner.patient and any(end in text for text in runner.told for end in runner._too_long)

        return super().start(lambda _: job(Pressed()), calls, writes=writes)
