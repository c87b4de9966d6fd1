"""The program dies: at every statement of every act, at any moment under load, and again while it comes back."""

import os
import random
import shutil
import signal
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from kinerja_desktop import paths
from kinerja_desktop.domain.workflow import Jenis, Status
from kinerja_desktop.services import settings
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.records import Head
from tests.disk_office import admin_of
from tests.fault.office import ACTS, Act, head_of, judge, made, opened
from tests.fault.rows import Faults, Row, Tell, acknowledging, child, die, scratch, timed
from tests.fault.works import WORKS, Work, before_and
from tests.office import TW2, Kantor


@dataclass(frozen=True, slots=True)
class Moment:
    """An act, the office before it, and how it goes when nothing disturbs it."""

    act: Act
    before: Path
    statements: int
    allowed: tuple[int, ...]


def moments(work: Path) -> Iterator[Moment]:
    """Every act with the office that it begins with, in order; the office then goes on."""
    current = work / "kantor"
    made(current)
    for number, act in enumerate(ACTS):
        before = work / f"sebelum-{number}"
        shutil.copytree(current, before)
        yield _undisturbed(act, current, before)
        shutil.rmtree(before)


def _undisturbed(act: Act, current: Path, before: Path) -> Moment:
    statements: list[str] = []

    def work(tell: Tell) -> None:
        kantor = opened(current)
        tell(head_of(kantor))
        acknowledging(tell)
        _watch(kantor.store, statements.append)
        act.do(kantor)
        _watch(kantor.store, None)
        kantor.store.close()
        (current.parent / "pernyataan").write_text(str(len(statements)))

    code, heads = child(work)
    assert code == 0, act.nama
    number = int((current.parent / "pernyataan").read_text())
    return Moment(act, before, number, tuple(head.seq for head in heads))


def _watch(store: Store, heard: Callable[[str], object] | None) -> None:
    with store.raw() as connection:
        connection.set_trace_callback(heard)


def at_statements(every: int, seed: int) -> Row:
    """Die before each statement of each act (or each n-th), and right after each commit, before it is acknowledged."""

    def run() -> tuple[int, Iterable[str]]:
        kills, faults = 0, Faults()
        with scratch() as work:
            for moment in moments(work):
                first = random.Random(f"{seed}{moment.act.nama}").randrange(every)
                for at in range(1 + first, moment.statements + 1, every):
                    faults += _die(work, moment, partial(_arm, at), at)
                    kills += 1
                faults += _die(work, moment, lambda _, tell: acknowledging(lambda _: die()), 0)
                kills += 1
        return kills, faults

    return timed("killed at every SQL statement of every act", run)


def _arm(number: int, kantor: Kantor, _: Tell) -> None:
    _watch(kantor.store, _at(number))


def _at(number: int) -> Callable[[str], None]:
    statements = count(1)

    def heard(_: str) -> None:
        if next(statements) == number:
            die()

    return heard


def _die(work: Path, moment: Moment, arm: Callable[[Kantor, Tell], object], at: int) -> list[str]:
    folder = work / "mati"
    shutil.copytree(moment.before, folder)

    def act(tell: Tell) -> None:
        kantor = opened(folder)
        acknowledging(tell)
        arm(kantor, tell)
        moment.act.do(kantor)

    code, heads = child(act)
    found = judge(folder, heads, moment.allowed)
    if code > 0 or (code == 0 and at):
        found.append(f"tidak mati: {code}")
    shutil.rmtree(folder)
    return [f"{moment.act.nama} pada pernyataan {at}: {one}" for one in found]


# --- in larger works -----------------------------------------------------------------------------


def in_works(every: int, seed: int) -> Row:
    """Die before each statement that writes, and before each file is named, dropped or synced, of each larger work."""

    def run() -> tuple[int, Iterable[str]]:
        kills, faults = 0, Faults()
        with scratch() as base:
            for work in WORKS:
                prepared = base / "awal"
                prepared.mkdir()
                work.prepare(prepared)
                with work.program():
                    number, allowed = _steps_of(work, prepared)
                    first = random.Random(f"{seed}{work.nama}").randrange(every)
                    for at in range(1 + first, number + 1, every):
                        faults += [f"{work.nama} at {at}: {one}" for one in _killed_in(work, prepared, at, allowed)]
                        kills += 1
                shutil.rmtree(prepared)
        return kills, faults

    return timed("killed at every step of founding, import, upgrade, backup, restore, papers", run)


def _steps_of(work: Work, prepared: Path) -> tuple[int, tuple[int, ...]]:
    """How many steps a work has, and where the journal may end before and after each."""
    place, told = prepared.parent / "utuh", prepared.parent / "langkah"
    shutil.copytree(prepared, place)
    steps = list[str]()

    def counted(tell: Tell) -> None:
        acknowledging(tell)
        _hear_steps(steps.append)
        work.do(place)
        told.write_text(str(len(steps)))

    code, heads = child(counted)
    assert code == 0, work.nama
    found = work.judged(place, before_and(prepared, heads))
    assert not found, (work.nama, found)
    shutil.rmtree(place)
    return int(told.read_text()), before_and(prepared, heads)


def _killed_in(work: Work, prepared: Path, at: int, allowed: Sequence[int]) -> list[str]:
    place = prepared.parent / "mati"
    shutil.copytree(prepared, place)

    def armed(_: Tell) -> None:
        _hear_steps(_at(at))
        work.do(place)

    code, _ = child(armed)
    found = work.judged(place, allowed)
    shutil.rmtree(place)
    return found if code == -signal.SIGKILL else [*found, f"not killed: {code}"]


_Call = Callable[..., object]


def _hear_steps(heard: Callable[[str], object]) -> None:
    """From here on this process tells each step before it is done; reading changes nothing and is not told."""
    connect = sqlite3.connect

    def statement(sql: str) -> None:
        if not sql.startswith(("SELECT", "PRAGMA")):
            heard(sql)

    def connected(*given: Any, **named: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*given, **named)
        connection.set_trace_callback(statement)
        return connection

    vars(sqlite3)["connect"] = connected
    for name in ("replace", "unlink", "fsync"):
        vars(os)[name] = _told_first(name, getattr(os, name), heard)


def _told_first(name: str, call: _Call, heard: Callable[[str], object]) -> _Call:
    def told(*given: object, **named: object) -> object:
        heard(name)
        return call(*given, **named)

    return told


# --- at any moment -------------------------------------------------------------------------------


def under_load(times: int, seed: int) -> Row:
    """Children that type, hand in, return and approve without end are killed at any moment; the next one goes on."""

    def run() -> tuple[int, Iterable[str]]:
        chance, faults = random.Random(seed), Faults()
        with scratch() as work:
            folder = work / "kantor"
            kept: list[Head] = []
            for number in range(times):
                if number % FRESH == 0:
                    shutil.rmtree(folder, ignore_errors=True)
                    made(folder)
                    kept = []
                heads, strange = killed_at(folder, chance.randint(1, 6), chance.random())
                kept += heads
                faults += strange + judge(folder, kept[-50:])
        return times, faults

    return timed("killed at any moment under load", run)


FRESH = 20
"""After so many kills another office is taken, since checking one takes longer the more was done in it."""


def killed_at(
    folder: Path, acknowledgements: int, later: float, until: tuple[type[Exception], ...] = ()
) -> tuple[list[Head], list[str]]:
    """What was acknowledged before the kill; and a fault where the driver ended before it was killed.

    The kill comes ``later`` than an acknowledgement, as a part of the time that the last act took: so it falls into
    the midst of the next one on a fast PC and on a busy one. Where the driver meets ``until`` it dies by itself.
    """
    heard, before = count(1), [time.monotonic()]

    def watch(pid: int, _: Head) -> None:
        before.append(time.monotonic())
        if next(heard) == acknowledgements:
            threading.Timer(later * (before[-1] - before[-2]), _kill, (pid,)).start()

    def work(tell: Tell) -> None:
        try:
            _busy(folder, tell)
        except until:
            die()

    code, heads = child(work, watch)
    return heads, [] if code == -signal.SIGKILL else [f"the driver ended by itself with {code}"]


def _kill(pid: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _busy(folder: Path, tell: Tell) -> None:
    """The SOP of one seksi round and round: whatever may be done next is done."""
    kantor = opened(folder)
    acknowledging(tell)
    for turn in count(1):
        _next_step(kantor, turn)


def _next_step(kantor: Kantor, turn: int) -> None:
    with kantor.store.read() as unit:
        known = unit.cases.find(Jenis.BERKAS, TW2.tahun, TW2.nomor, "PEL")
    status = kantor.keadaan(known).status if known is not None else Status.NEW
    _STEPS[status](kantor)
    if turn % 3 == 0:
        seen = settings.list_settings(admin_of(kantor.office)).versi
        settings.change_settings(admin_of(kantor.office), {"instansi.alamat": f"Jalan Umpama Nomor {turn}"}, seen)


_STEPS: Mapping[Status, Callable[[Kantor], object]] = {
    Status.NEW: lambda kantor: kantor.assign("PEL"),
    Status.ASSIGNED: Kantor.order,
    Status.ORDERED: Kantor.submit_bahan,
    Status.BAHAN_SUBMITTED: Kantor.submit,
    Status.SUBMITTED: lambda kantor: kantor.send_back("PEL", TW2, ("1.1", "Periksa register.")),
    Status.RETURNED: Kantor.submit,
}


# --- while it comes back -------------------------------------------------------------------------


def while_coming_back(times: int, seed: int) -> Row:
    """Killed under load, and then up to three times more while the next start opens and checks the office."""

    def run() -> tuple[int, Iterable[str]]:
        chance, faults = random.Random(seed), Faults()
        with scratch() as work:
            folder = work / "kantor"
            for number in range(times):
                if number % FRESH == 0:
                    shutil.rmtree(folder, ignore_errors=True)
                    made(folder)
                heads, strange = killed_at(folder, chance.randint(1, 4), chance.random())
                for _ in range(3):
                    strange += killed_after(lambda _: judge(folder), chance.random() * 0.05)
                faults += strange + judge(folder, heads)
        return times, faults

    return timed("killed, and three times more while it comes back", run)


def killed_after(work: Callable[[Tell], object], seconds: float) -> list[str]:
    def armed(tell: Tell) -> None:
        signal.setitimer(signal.ITIMER_REAL, max(seconds, 0.001))
        work(tell)

    code, _ = child(armed)  # nobody handles SIGALRM there, so that it kills
    return [] if code in {0, -signal.SIGALRM} else [f"the next start broke down with {code}"]


# --- the journal of the database goes away -------------------------------------------------------


def lost_tail(times: int, seed: int) -> Row:
    """Killed under load, and then ``kinerja.db-wal`` is gone, as when only the main file was copied: it is told."""

    def run() -> tuple[int, Iterable[str]]:
        chance, faults = random.Random(seed), Faults()
        with scratch() as work:
            for number in range(times):
                folder = work / f"kantor-{number}"
                made(folder)
                heads, strange = killed_at(folder, chance.randint(2, 8), chance.random())
                faults += strange
                (folder / f"{paths.DATABASE}-wal").unlink(missing_ok=True)
                if not judge(folder) and judge(folder, heads):
                    faults += [f"{number}: {len(heads)} acts gone and nobody was told"]
                shutil.rmtree(folder)
        return times, faults

    return timed("tail of the history gone (`-wal` deleted)", run)
