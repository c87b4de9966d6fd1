"""The disk answers with an error: one write, sync or cut of a file fails, once or from then on."""

import os
import random
import shutil
import signal
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.storage.records import Head
from tests.fault.office import ACTS, Act, head_of, judge, log_in, made, opened
from tests.fault.rows import Faults, Row, Tell, acknowledging, child, scratch, timed
from tests.office import Kantor

CALLS: Mapping[str, int] = {"pwrite64": 120, "write": 6, "fdatasync": 8, "fsync": 4, "rename": 2, "ftruncate": 2}
"""Which call is answered with an error, and about how often a few acts make it."""
_FEW = 6
"""So many acts are done from one on that chance picks: one is met by the error, the others show that work goes on."""
_GO = signal.SIGUSR1


def disk_errors(times: int, seed: int) -> Row:
    """An error of the disk in the middle of the acts: told or survived, everything acknowledged stays, work goes on."""

    def run() -> tuple[int, Iterable[str]]:
        chance, faults = random.Random(seed), Faults()
        with scratch() as work:
            before, met = _before_each(work), 0
            while met < times:
                first, call = chance.randrange(len(ACTS)), chance.choice(sorted(CALLS))
                fault = f"{call}:error={chance.choice(('EIO', 'ENOSPC'))}:when={chance.randint(1, CALLS[call])}"
                told = _met(work, before[first], ACTS[first : first + _FEW], fault)
                faults += [f"{met}, from {ACTS[first].nama}, {fault}: {one}" for one in told]
                met += _INJECTED in (work / "panggilan").read_text()
        return times, faults

    return timed("a write, sync or rename answered with an error", run)


def _before_each(work: Path) -> list[Path]:
    """The office before each act."""
    made(work / "kantor")
    before = list[Path]()
    for number, act in enumerate(ACTS):
        before.append(shutil.copytree(work / "kantor", work / f"sebelum-{number}"))
        kantor = opened(work / "kantor")
        act.do(kantor)
        kantor.store.close()
    return before


def _met(work: Path, before: Path, acts: Sequence[Act], fault: str) -> list[str]:
    folder, told = work / "galat", work / "temuan"
    shutil.copytree(before, folder)
    told.unlink(missing_ok=True)
    tracer: list[subprocess.Popen[str]] = []

    def watch(pid: int, _: Head) -> None:
        if not tracer:
            tracer.append(_attached(pid, fault, work / "panggilan"))

    code, heads = child(partial(_works_on, folder, acts, told), watch)
    for one in tracer:
        one.wait()
    found = told.read_text().splitlines() if told.exists() else []
    found += [f"ended with {code}"] if code else []
    found += judge(folder, heads[1:])
    shutil.rmtree(folder)
    return found


_INJECTED = "(INJECTED)"
"""How the tracer marks the call that it let fail; a try whose acts do not make so many calls is not counted."""


def _attached(pid: int, fault: str, calls: Path) -> "subprocess.Popen[str]":
    """A tracer that makes one call of the process fail; the process goes on when it is there."""
    command = ["strace", "-f", "-p", str(pid), "-e", f"trace={fault.partition(':')[0]}", "-e", f"inject={fault}"]
    tracer = subprocess.Popen([*command, "-s", "0", "-o", calls], stderr=subprocess.PIPE, text=True)
    assert tracer.stderr is not None
    assert "attached" in tracer.stderr.readline()
    os.kill(pid, _GO)
    return tracer


def _works_on(folder: Path, acts: Sequence[Act], told: Path, tell: Tell) -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, {_GO})
    kantor = opened(folder)
    tell(head_of(kantor))
    signal.sigwait({_GO})
    acknowledging(partial(_surely, tell))
    for act in acts:
        with suppress(KinerjaError, AssertionError, IndexError):  # told, or what it builds on was refused before
            act.do(kantor)
    if not _can_save(kantor) and not _can_save(kantor):  # the error may meet the first, and comes once
        told.write_text("afterwards nothing can be saved")
    with suppress(KinerjaError):
        kantor.store.close()


def _can_save(kantor: Kantor) -> bool:
    with suppress(KinerjaError):
        log_in(kantor)
        return True
    return False


def _surely(tell: Tell, head: Head) -> None:
    """The error may meet the telling itself, which is none of the program's."""
    try:
        tell(head)
    except OSError:
        tell(head)
