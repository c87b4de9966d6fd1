"""Clocks tell an aware moment; a practice clock runs on from the last act."""

from datetime import UTC, datetime, timedelta

from kinerja_desktop.domain.jam_kerja import Zona
from kinerja_desktop.services.clock import PracticeClock, SetClock, SystemClock

LAST = datetime(2027, 2, 5, 15, 0, tzinfo=Zona.WITA.tzinfo)


def test_the_system_clock_tells_the_offices_zone() -> None:
    assert SystemClock(Zona.WIT.tzinfo).now().utcoffset() == timedelta(hours=9)
    assert SystemClock().now().tzinfo is UTC


def test_a_practice_clock_runs_on_from_the_last_act() -> None:
    ticks = iter((100, 100, 160))
    clock = PracticeClock(LAST, tick=lambda: next(ticks))

    assert clock.now() == LAST
    assert clock.now() == LAST + timedelta(minutes=1)


def test_a_set_clock_stands_still() -> None:
    clock = SetClock(LAST)
    clock.waktu += timedelta(hours=1)

    assert clock.now() == clock.now() == LAST + timedelta(hours=1)
