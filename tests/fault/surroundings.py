"""What is around an office: the clock and zone of the PC, a second program, ten years of use."""

import os
import random
import shutil
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from itertools import cycle
from pathlib import Path

from sqlalchemy import insert

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import HeldByOther, KinerjaError
from kinerja_desktop.services import archive, backup_copies, drill, integrity, opening, trail, verification
from kinerja_desktop.services.backup import back_up
from kinerja_desktop.services.backup_names import copies_in
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.storage import chain
from kinerja_desktop.storage.canonical import canonical, moment_text
from kinerja_desktop.storage.records import Head, JournalRow
from kinerja_desktop.storage.tables import journal
from tests.disk_office import NOW
from tests.fault.damage import played, rows_of
from tests.fault.kills import killed_at
from tests.fault.office import head_of, judge, made, opened
from tests.fault.rows import Faults, Row, Tell, child, scratch, timed
from tests.office import RAHMA, Kantor

# --- clocks and zones ----------------------------------------------------------------------------

ZONES = ("UTC", "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Pacific/Kiritimati")
YEARS = (-10, 0, 10)


def other_clocks(times: int, seed: int) -> Row:
    """The clock is wrong by up to ten years, the zone another one: what is read, listed and judged stays the same.

    Somebody then works by that clock: the office stays sound, and no copy is dropped for the sake of a date.
    """

    def run() -> tuple[int, Iterable[str]]:
        chance, faults = random.Random(seed), Faults()
        with played() as folder:
            usual = _seen_by(folder, "UTC", timedelta())
            for number in range(times):
                zone = ZONES[number % len(ZONES)]
                off = timedelta(days=365 * YEARS[number // len(ZONES) % len(YEARS)], minutes=chance.randrange(1440))
                seen = _seen_by(folder, zone, off)
                told = [f"{line!r}" for line in set(seen) ^ set(usual)][:3] or ([] if seen == usual else ["order"])
                faults += [f"{zone}, {off}: {line}" for line in told]
        return times, faults

    return timed("clock wrong by ten years, five zones: the same dump, order, verdicts, copies", run)


def _seen_by(folder: Path, zone: str, off: timedelta) -> list[str]:
    place, told = folder.parent / "jam", folder.parent / "dilihat"
    shutil.copytree(folder, place)

    def work(_: Tell) -> None:
        os.environ["TZ"] = zone
        time.tzset()
        told.write_text("\n".join(_looked(place, SetClock(NOW + off))))

    code, _ = child(work)
    shutil.rmtree(place)
    return told.read_text().splitlines() if code == 0 else [f"ended with {code}"]


def _looked(folder: Path, clock: SetClock) -> Iterator[str]:
    yield from (rows_of(folder / paths.DATABASE) or ["unreadable"])
    office = opening.open_office(folder)
    kantor = Kantor(office.store, clock, is_new=False)
    listed = archive.load(kantor.ctx(RAHMA)).baris
    yield from (f"{row.id} {verification.verify_file(kantor.office, _filed(kantor, row.id)).putusan}" for row in listed)
    with office.store.read() as unit:
        yield from (f"{case.id} {case.batas} {case.sejak}" for case in unit.cases.listing())
    yield from integrity.examine(kantor.office).temuan
    before = set(copies_in(folder / paths.BACKUPS))
    backup_copies.keep_daily(kantor.office)
    yield from (f"dropped {file.name}" for file in before - set(copies_in(folder / paths.BACKUPS)))
    office.store.close()
    yield from judge(folder)


def _filed(kantor: Kantor, paper: str) -> bytes:
    return archive.open_paper(kantor.ctx(RAHMA), paper)


# --- a second program ----------------------------------------------------------------------------

SECONDS = 2
"""Within which a second program is told, and an office is open again after a kill."""


def second_program(times: int, seed: int) -> Row:
    """While one program works a second one is refused at once; after a kill the next start needs no help."""

    def run() -> tuple[int, Iterable[str]]:
        chance, faults = random.Random(seed), Faults()
        with scratch() as work:
            for number in range(times):
                if number % 20 == 0:
                    shutil.rmtree(work / "kantor", ignore_errors=True)
                    made(work / "kantor")
                faults += [f"{number}: {told}" for told in _held_and_reopened(work / "kantor", chance)]
        return times, faults

    return timed("a second program refused within 2 s, open again within 2 s after a kill", run)


def _held_and_reopened(folder: Path, chance: random.Random) -> Iterator[str]:
    told = list[str]()

    def watch(pid: int, _: Head) -> None:
        told.extend(_refused(folder))
        os.kill(pid, signal.SIGKILL)

    def hold(tell: Tell) -> None:
        tell(head_of(opened(folder)))
        signal.pause()

    child(hold, watch)
    yield from told
    heads, strange = killed_at(folder, chance.randint(1, 3), 0)
    yield from strange
    began = time.monotonic()
    opening.open_office(folder).store.close()
    if time.monotonic() - began > SECONDS:
        yield f"open again after {time.monotonic() - began:.1f} s"
    yield from judge(folder, heads)


def _refused(folder: Path) -> Iterator[str]:
    began = time.monotonic()
    try:
        opening.open_office(folder).store.close()
        yield "two programs in one office"
    except HeldByOther:
        if time.monotonic() - began > SECONDS:
            yield f"told after {time.monotonic() - began:.1f} s"
    except KinerjaError as other:
        yield f"told something else: {other!r}"


# --- ten years -----------------------------------------------------------------------------------

CHECK, COPY, SIZE = 10, 30, 150_000_000
"""Seconds of processor for the whole check, and for a copy with its drill; bytes of the database."""


def ten_years(lines: int, seed: int) -> Row:
    """An office with so many lines of history is checked, copied and drilled in time, and stays small."""

    def run() -> tuple[int, Iterable[str]]:
        faults = Faults()
        with played() as folder:
            kantor = opened(folder)
            _grow(kantor, lines, random.Random(seed))
            told = {"check": _seconds(lambda: integrity.examine(kantor.office).temuan, faults)}
            told["copy and drill"] = _seconds(lambda: _copied_and_drilled(kantor, folder.parent), faults)
            kantor.store.close()
            size = (folder / paths.DATABASE).stat().st_size
            faults += [f"check: {told['check']:.1f} s"] if told["check"] > CHECK else []
            faults += [f"copy and drill: {told['copy and drill']:.1f} s"] if told["copy and drill"] > COPY else []
            faults += [f"database: {size:,} bytes"] if size > SIZE else []
        return lines, faults

    return timed("lines of history: check within 10 s, copy and drill within 30 s, at most 150 MB", run)


def _grow(kantor: Kantor, lines: int, chance: random.Random) -> None:
    """As the program appends them, but many at once: the first of each thing by the program, the others like it."""
    with kantor.store.unit() as unit:
        for number in range(_THINGS):
            isi = {"berhasil": True, "alasan": ""}
            trail.record(unit, trail.PROGRAM, NOW, trail.Kind.EXPORT, f"laporan-{number}", isi=isi)
        last = {row.list_id: row for row in unit.journal.records(trail.Kind.EXPORT.value)[-_THINGS:]}
        head, things = unit.journal.head(), cycle(sorted(last))
        for start in range(_THINGS, lines, 5000):
            rows = list[JournalRow]()
            for number in range(start, min(start + 5000, lines)):
                row = _after(last[thing := next(things)], head, NOW + timedelta(minutes=number), chance)
                last[thing], head = row, Head(row.seq, row.office)
                rows.append(row)
            unit.connection.execute(insert(journal), [asdict(row) for row in rows])
        unit.journal.appended = head
        unit.commit()


_THINGS = 97


def _after(row: JournalRow, head: Head, moment: datetime, chance: random.Random) -> JournalRow:
    """The next line of a list, at the end of the history; the check is what says whether it is one."""
    isi = canonical({"berhasil": True, "alasan": chance.randbytes(20).hex()})
    bare = replace(row, seq=head.seq + 1, act_no=row.act_no + 1, pada_teks=moment_text(moment), payload=isi)
    bare = replace(bare, prev_list=row.hash, prev_office=head.hash)
    hash_ = chain.line_hash(bare)
    return replace(bare, hash=hash_, office=chain.office_hash(bare.seq, hash_, bare.prev_office))


def _seconds(work: Callable[[], Iterable[str]], faults: Faults) -> float:
    before = time.process_time()
    faults += work()
    return time.process_time() - before


def _copied_and_drilled(kantor: Kantor, place: Path) -> Iterable[str]:
    return drill.drill(back_up(kantor.office, place / "usb").berkas, scratch=place).temuan
