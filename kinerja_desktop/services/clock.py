"""Clocks: the PC's, and that of a practice office. The only module that reads the time.

Every moment carries the office's zone. Waiting times of a log-in are real ones, so ``auth`` takes the PC's
clock even in a practice office.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo


def uptime() -> int:
    """Milliseconds since this PC was switched on: no setting of its clock and no restart of the program changes it."""
    return time.monotonic_ns() // 1_000_000


@dataclass(slots=True)
class SystemClock:
    """The PC's clock, told in the office's zone."""

    zona: tzinfo = UTC

    def now(self) -> datetime:
        """The present moment."""
        return datetime.now(self.zona)

    def move_to(self, zona: tzinfo) -> None:
        """Tell the time of another zone from now on."""
        self.zona = zona


@dataclass(slots=True)
class PracticeClock:
    """A clock that started at ``mulai`` (the last act of a practice office) and runs on from there."""

    mulai: datetime
    tick: Callable[[], float] = time.monotonic
    begun: float = field(init=False)

    def __post_init__(self) -> None:
        self.begun = self.tick()

    def now(self) -> datetime:
        """The last act's moment and what has passed since this program was started."""
        return self.mulai + timedelta(seconds=self.tick() - self.begun)

    def move_to(self, zona: tzinfo) -> None:
        """Tell the same moments in another zone from now on."""
        self.mulai = self.mulai.astimezone(zona)


def clock_of(zona: tzinfo, *, latihan: bool, terakhir: datetime | None) -> SystemClock | PracticeClock:
    """The clock that belongs to an office; ``terakhir`` is when its last act was done."""
    return PracticeClock(terakhir.astimezone(zona)) if latihan and terakhir is not None else SystemClock(zona)


@dataclass(slots=True)
class SetClock:
    """A clock that shows what it was set to: for playing a practice year, and for tests."""

    waktu: datetime

    def now(self) -> datetime:
        """The moment it was set to."""
        return self.waktu

    def move_to(self, zona: tzinfo) -> None:
        """Tell the same moment in another zone."""
        self.waktu = self.waktu.astimezone(zona)
