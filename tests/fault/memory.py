"""Little memory: one allocation of an import or of a report fails, whichever of them it is.

Python's own allocator is told to fail once, after so many allocations. The work comes to its end, or is refused in a
sentence; the office is whole, with the work done or not begun, and no file is half written under its name. The same
process must be able to do the work again afterwards.
"""

import random
import shutil
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from itertools import count
from pathlib import Path

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KinerjaError
from tests.fault.rows import Faults, Row, Tell, acknowledging, child, scratch, timed
from tests.fault.works import WORKS, Work, before_and

_ALLOCATIONS = {"import": 250_000, "papers": 500_000}
"""About how many allocations each work asks for (measured by letting all fail from a number on)."""
_PATIENCE = 120
"""Seconds after which a work that neither ends nor tells is taken for one that hangs."""


def failing_allocations(times: int, seed: int) -> Row:
    """So many failures, spread over the allocations of both works."""

    def run() -> tuple[int, Iterable[str]]:
        chance, faults, done = random.Random(seed), Faults(), 0
        with scratch() as base:
            for work in (work for work in WORKS if work.nama in _ALLOCATIONS):
                prepared = base / "awal"
                prepared.mkdir()
                work.prepare(prepared)
                number = _ALLOCATIONS[work.nama]
                for at in sorted(chance.sample(range(number), max(1, times // len(_ALLOCATIONS)))):
                    faults += [f"{work.nama} at {at:,}: {one}" for one in _starved(work, prepared, at)]
                    done += 1
                shutil.rmtree(prepared)
        return done, faults

    return timed("one allocation of an import or report fails: finished, or refused and nothing half", run)


def _starved(work: Work, prepared: Path, at: int) -> Iterator[str]:
    """What does not hold where the allocation with that number fails."""
    place, told = _copied(prepared), prepared.parent / "cerita"
    told.unlink(missing_ok=True)

    def starve(tell: Tell) -> None:
        signal.alarm(_PATIENCE)
        acknowledging(tell)
        said = _done(work, place, at)
        told.write_text("\n".join([*said, *(f"afterwards {line}" for line in _done(work, place, None))]))

    code, heads = child(starve)
    found = told.read_text().splitlines() if told.exists() else []
    if code > 0:
        yield f"ended with {code}"
    if code == -signal.SIGALRM:
        yield "hangs"
    yield from found
    yield from work.judged(place, before_and(prepared, heads))
    shutil.rmtree(place)


def _done(work: Work, place: Path, at: int | None) -> Sequence[str]:
    """What is wrong with how the work ended: it may end well, or in a sentence."""
    try:
        if at is None:
            work.do(place)
        else:
            with _failing(at):
                work.do(place)
    except KinerjaError as refused:
        return [] if at is not None and messages.sentence(refused) else [f"refused: {refused!r}"]
    except BaseException as raw:  # noqa: BLE001 - what nobody sorted, a panic of compiled code too
        return [] if at is not None and _of_library(raw) else [f"not sorted: {raw!r}"]
    return []


def _of_library(raw: BaseException) -> bool:
    """True for what compiled code made of it, with no word of memory: told in the window as a fault of the program."""
    return not isinstance(raw, MemoryError) and "MemoryError" not in f"{raw!r}{raw.__cause__!r}{raw.__context__!r}"


@contextmanager
def _failing(at: int) -> Iterator[None]:
    """Let one allocation fail; where this Python has no module for that, one call instead, of about as many thirds."""
    try:
        hooks = import_module("_testcapi")
    except ImportError:
        calls = count()
        sys.setprofile(lambda *_: _fail() if next(calls) == at // 3 else None)
        try:
            yield
        finally:
            sys.setprofile(None)
        return
    hooks.set_nomemory(at, at + 1)
    try:
        yield
    finally:
        hooks.remove_mem_hooks()


def _fail() -> None:
    raise MemoryError


def _copied(prepared: Path) -> Path:
    place = prepared.parent / "lapar"
    shutil.copytree(prepared, place)
    return place
