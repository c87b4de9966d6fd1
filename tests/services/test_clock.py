"""Clocks tell an aware moment; a practice clock runs on from the last act."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from kinerja_desktop.domain.jam_kerja import Zona
from kinerja_desktop.services import archive, calendar_table, frame, integrity
from kinerja_desktop.services.clock import PracticeClock, SetClock, SystemClock
from kinerja_desktop.services.context import Office
from tests.disk_office import NOW, admin_of

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


ZONES = ("UTC", "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Pacific/Kiritimati", "Tidak/Ada")


@pytest.fixture
def in_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    def put(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield put
    monkeypatch.undo()
    time.tzset()


def test_the_zone_of_the_pc_changes_nothing_that_is_stored_or_shown(
    office: Office, in_zone: Callable[[str], None]
) -> None:
    ctx = admin_of(office)
    told = set()
    for zone in ZONES:
        in_zone(zone)
        with office.store.read() as unit:
            rows = [(row.pada_teks, row.pada.isoformat(), row.office) for row in unit.journal.walk()]
            due = calendar_table.kalender(unit).local(NOW).isoformat()
        listed = archive.load(ctx, archive.Saringan())
        told.add(repr((rows, due, frame.load(ctx).waktu, listed, integrity.examine(office).temuan)))
    assert len(told) == 1


def test_the_clock_of_the_pc_is_told_in_the_zone_of_the_office(in_zone: Callable[[str], None]) -> None:
    moments = []
    for zone in ZONES:
        in_zone(zone)
        now = SystemClock(Zona.WITA.tzinfo).now()
        assert now.utcoffset() == timedelta(hours=8)
        moments.append(now)
    assert max(moments) - min(moments) < timedelta(minutes=1)
