"""Work that may take longer than a tenth of a second, off the main thread. The only place that names QThreadPool.

A job is a function of plain values that returns plain values: it gets a `Report` (to tell progress and to ask
whether it was cancelled) and touches no widget. What it returns or raises is delivered on the main thread. Jobs
that write share one worker, so that they follow one another; jobs that read or render run beside them. Tests use
`InlineRunner`.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.services.progress import Tick

T = TypeVar("T")


class Cancelled(Exception):
    """Raised inside a job to leave it early after a cancel."""


class Report(Protocol):
    """What a job may tell and ask."""

    def progress(self, n: int, m: int, text: str) -> None:
        """Say how far the work is: n of m, and what is done («halaman 12 dari 31»)."""

    def cancelled(self) -> bool:
        """Whether the person pressed Batal."""


Job = Callable[[Report], T]


def hold_cancelled(report: Report) -> None:
    """Leave the job here if Batal was pressed."""
    if report.cancelled():
        raise Cancelled


def watching(report: Report) -> Tick:
    """What a service tells of its progress, told to the window; Batal leaves the work."""

    def watch(n: int, m: int, text: str) -> None:
        hold_cancelled(report)
        report.progress(n, m, text)

    return watch


def _nothing(*_: object) -> None:
    """Take and do nothing: the default of what a caller does not want to hear."""


@dataclass(frozen=True)
class Calls(Generic[T]):
    """Who hears what, always on the main thread. A fault that is no `KinerjaError` is a bug and goes to its hook."""

    done: Callable[[T], None]
    refused: Callable[[KinerjaError], None]
    progress: Callable[[int, int, str], None] = _nothing
    cancelled: Callable[[], None] = _nothing


@dataclass
class Ticket:
    """A running job; `cancel` asks it to stop."""

    _stop: threading.Event = field(default_factory=threading.Event)

    def cancel(self) -> None:
        self._stop.set()

    def is_cancelled(self) -> bool:
        return self._stop.is_set()


class Runner(Protocol):
    """Starts jobs."""

    def start(self, job: Job[T], calls: Calls[T], *, writes: bool = False) -> Ticket:
        """Run a job; ``writes`` puts it behind all other jobs that write."""


class _Outcome(Generic[T]):
    """Catches what a job raised, to hand it to the main thread; nothing is swallowed."""

    value: T
    fault: BaseException | None = None

    def __enter__(self) -> "_Outcome[T]":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> bool:
        self.fault = fault
        return isinstance(fault, Exception)

    def deliver(self, calls: Calls[T], ticket: Ticket) -> None:
        """Tell the caller; a bug is raised again here, where the hook of the program hears it."""
        if isinstance(self.fault, Cancelled) or (self.fault is None and ticket.is_cancelled()):
            calls.cancelled()
        elif self.fault is None:
            calls.done(self.value)
        elif isinstance(self.fault, KinerjaError):
            calls.refused(self.fault)
        else:
            raise self.fault


class _Bridge(QObject):
    """Lives in the main thread; carries progress and the end of one job to its caller."""

    progressed = Signal(int, int, str)
    ended = Signal()

    def __init__(self, progress: Callable[[int, int, str], None], end: Callable[[], None]) -> None:
        super().__init__()
        self._progress, self._end = progress, end
        self.progressed.connect(self._hear_progress)
        self.ended.connect(self._hear_end)

    @Slot(int, int, str)
    def _hear_progress(self, n: int, m: int, text: str) -> None:
        self._progress(n, m, text)

    @Slot()
    def _hear_end(self) -> None:
        self._end()


class _Task(QRunnable, Generic[T]):
    """One job in the pool. It is its own report."""

    def __init__(self, job: Job[T], ticket: Ticket, bridge: _Bridge, outcome: _Outcome[T]) -> None:
        super().__init__()
        self._job, self._ticket, self._bridge, self._outcome = job, ticket, bridge, outcome

    def run(self) -> None:
        with self._outcome as outcome:
            outcome.value = self._job(self)
        self._bridge.ended.emit()

    def progress(self, n: int, m: int, text: str) -> None:
        self._bridge.progressed.emit(n, m, text)

    def cancelled(self) -> bool:
        return self._ticket.is_cancelled()


class PoolRunner:
    """The runner of the program."""

    def __init__(self) -> None:
        self._writing = QThreadPool()
        self._writing.setMaxThreadCount(1)
        self._reading = QThreadPool()
        self._alive: set[_Bridge] = set()

    def start(self, job: Job[T], calls: Calls[T], *, writes: bool = False) -> Ticket:
        ticket, outcome = Ticket(), _Outcome[T]()

        def end() -> None:
            self._alive.discard(bridge)
            outcome.deliver(calls, ticket)

        bridge = _Bridge(calls.progress, end)
        self._alive.add(bridge)
        (self._writing if writes else self._reading).start(_Task(job, ticket, bridge, outcome))
        return ticket

    def wait(self) -> None:
        """Let what runs come to its end; called when the program closes."""
        self._writing.waitForDone()
        self._reading.waitForDone()


@dataclass(frozen=True)
class _InlineReport(Generic[T]):
    calls: Calls[T]
    ticket: Ticket

    def progress(self, n: int, m: int, text: str) -> None:
        self.calls.progress(n, m, text)

    def cancelled(self) -> bool:
        return self.ticket.is_cancelled()


class InlineRunner:
    """Runs a job at once, in the caller's thread: for tests, and for what is known to be short."""

    def start(self, job: Job[T], calls: Calls[T], *, writes: bool = False) -> Ticket:
        ticket, outcome = Ticket(), _Outcome[T]()
        with outcome:
            outcome.value = job(_InlineReport(calls, ticket))
        outcome.deliver(calls, ticket)
        return ticket
