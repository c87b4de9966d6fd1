"""Thousands of damaged workbooks into one office: each is read or refused in a sentence, in time, and nothing else.

The same seed makes the same mutants; one that crashes, hangs or changes a refused office is kept in the folder for
temporary files.
"""

import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import FileRefused
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import integrity, setup, workbook_import
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.context import Actor, Context, Office
from kinerja_desktop.storage.database import Store
from tests.disk_office import BUKU, NOW, PASSWORD, USER
from tests.exchange.hostile import package
from tests.fault.damaged_books import mutant
from tests.fault.rows import Row, timed

NYATA = Path(__file__).parents[1] / "data" / "nyata"
_SECONDS = 10
"""A mutant that takes longer hangs."""
_CHECK_EVERY = 20
"""Of those that were read, every so many the whole office is checked."""


class Hang(BaseException):
    """The alarm; no ``except Exception`` may swallow it."""


def sources() -> tuple[bytes, ...]:
    """Workbooks that are right: published ones, the example, the small one of the hostile corpus."""
    files = (*sorted(NYATA.glob("*.xlsx")), paths.resource("contoh", "kecamatan-kelara-2026.xlsx"))
    return (*(file.read_bytes() for file in files), *[package.book()] * 3)


@dataclass
class Fuzz:
    """One run."""

    folder: Path
    outcomes: Counter[str] = field(default_factory=Counter)
    refusals: list[float] = field(default_factory=list)
    readings: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._office = _office()
        self._planner = _planner(self._office)
        self._before = self._content()

    def run(self, number: int, seed: int) -> None:
        """Import so many mutants."""
        chance, valid = random.Random(seed), sources()
        for n in range(number):
            way, content = mutant(chance, chance.choice(valid))
            path = self.folder / "buku.xlsx"
            path.write_bytes(content)
            try:
                with _alarm():
                    self._bring_in(path, way)
            except (Exception, Hang) as error:  # noqa: BLE001 - this is what is looked for
                self._keep(f"{seed}-{n}", way, content, error)

    def _bring_in(self, path: Path, way: str) -> None:
        began = time.perf_counter()
        try:
            kept_out = bool(workbook_import.import_workbook(self._planner, path).kesalahan)
        except FileRefused:
            kept_out = True
        if kept_out:
            self.refusals.append(time.perf_counter() - began)
            self.outcomes[f"{way}: refused"] += 1
            if self._content() != self._before:
                raise AssertionError("refused, and the office is changed") from None
            return
        self.readings.append(time.perf_counter() - began)
        self.outcomes[f"{way}: read"] += 1
        if len(self.readings) % _CHECK_EVERY == 1:
            found = integrity.examine(self._office)
            assert found.utuh, f"read, and the office is not sound: {found.temuan[:3]}"
        self._restore()

    def _keep(self, name: str, way: str, content: bytes, error: BaseException) -> None:
        kept = Path(tempfile.gettempdir()) / f"kinerja-mutan-{name}.xlsx"
        kept.write_bytes(content)
        told = "".join(traceback.format_exception(error)[-3:])
        self.faults.append(f"{kept} ({way})\n{told}")
        self._restore()

    def _content(self) -> bytes:
        with self._office.store.raw() as connection:
            return connection.serialize()

    def _restore(self) -> None:
        with self._office.store.raw() as connection:
            connection.deserialize(self._before)


def _office() -> Office:
    clock = SetClock(NOW)
    store = Store.memory()
    setup.found(store, BUKU, [setup.FirstAccount(USER, PASSWORD, "Joko Permisalan", "Pranata Komputer")], clock=clock)
    return Office(store, clock)


def _planner(office: Office) -> Context:
    with office.store.read() as unit:
        person = next(p for p in unit.people.all() if Role.KASUBAG_PERENCANAAN in p.peran)
    return Context(office, Actor(person.id, person.nama, person.jabatan_tercetak, Role.KASUBAG_PERENCANAAN))


@contextmanager
def _alarm() -> Iterator[None]:
    if sys.platform == "win32":  # it has no alarms: a hang is seen by who waits
        yield
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise Hang

    signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, _SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def report(fuzz: Fuzz) -> Iterator[str]:
    """What became of the mutants."""
    for outcome, number in sorted(fuzz.outcomes.items()):
        yield f"{outcome:<16} {number:>6}"
    for what, times in (("refused", fuzz.refusals), ("read", fuzz.readings)):
        if times:
            ranked = sorted(times)
            yield f"{what}: median {ranked[len(ranked) // 2] * 1000:.0f} ms, longest {ranked[-1] * 1000:.0f} ms"
    yield f"crashes, hangs, changed rows: {len(fuzz.faults)}"
    yield from fuzz.faults


def damaged_workbooks(times: int, seed: int) -> Row:
    """Mutants of workbooks are imported: each is refused with the office unchanged, or read whole."""

    def run() -> tuple[int, Iterable[str]]:
        with tempfile.TemporaryDirectory() as folder:
            fuzz = Fuzz(Path(folder))
            fuzz.run(times, seed)
        return times, fuzz.faults

    return timed("mutants of workbooks imported", run)
