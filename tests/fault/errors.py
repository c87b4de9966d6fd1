"""The disk answers with an error: one write, sync or cut of a file fails, once or from then on."""

import random
import shutil
import signal
import subprocess
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.services import auth
from kinerja_desktop.services.context import Office
from kinerja_desktop.storage.records import Head
from tests.disk_office import PASSWORD, USER
from tests.fault.office import ACTS, head_of, judge, made, opened
from tests.fault.rows import Faults, Row, Tell, acknowledging, child, scratch, timed

CALLS = ("pwrite64", "write", "fdatasync", "fsync", "rename", "ftruncate")
_GO = signal.SIGUSR1


def disk_errors(times: int, seed: int) -> Row:
    """An error of the disk in the middle of the acts: told or survived, everything acknowledged stays, work goes on."""

    def run() -> tuple[int, Iterable[str]]:
        chance, faults = random.Random(seed), Faults()
        with scratch() as work:
            made(work / "kantor")
            for number in range(times):
                call, at = chance.choice(CALLS), chance.randint(1, 60)
                fault = f"{call}:error={chance.choice(('EIO', 'ENOSPC'))}:when={at}"
                faults += [f"{number}, {fault}: {told}" for told in _met(work, fault)]
        return times, faults

    return timed("a write, sync or rename answered with an error", run)


def _met(work: Path, fault: str) -> list[str]:
    folder, told = work / "galat", work / "temuan"
    shutil.copytree(work / "kantor", folder)
    told.unlink(missing_ok=True)
    tracer: list[subprocess.Popen[str]] = []

    def watch(pid: int, _: Head) -> None:
        if not tracer:
            tracer.append(_attached(pid, fault))

    code, heads = child(partial(_works_on, folder, told), watch)
    for one in tracer:
        one.wait()
    found = told.read_text().splitlines() if told.exists() else []
    found += [f"ended with {code}"] if code else []
    found += judge(folder, heads[1:])
    shutil.rmtree(folder)
    return found


def _attached(pid: int, fault: str) -> "subprocess.Popen[str]":
    """A tracer that makes one call of the process fail; the process goes on when it is there."""
    command = ["strace", "-f", "-p", str(pid), "-e", f"trace={fault.partition(':')[0]}", "-e", f"inject={fault}"]
    tracer = subprocess.Popen([*command, "-o", "/dev/null"], stderr=subprocess.PIPE, text=True)
    assert tracer.stderr is not None
    assert "attached" in tracer.stderr.readline()
    subprocess.run(["kill", f"-{_GO.value}", str(pid)], check=True)
    return tracer


def _works_on(folder: Path, told: Path, tell: Tell) -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, {_GO})
    kantor = opened(folder)
    tell(head_of(kantor))
    signal.sigwait({_GO})
    acknowledging(partial(_surely, tell))
    for act in ACTS:
        with suppress(KinerjaError, AssertionError, IndexError):  # told, or what it builds on was refused before
            act.do(kantor)
    if not _can_save(kantor.office) and not _can_save(kantor.office):  # the error may meet the first, and comes once
        told.write_text("afterwards nothing can be saved")
    with suppress(KinerjaError):
        kantor.store.close()


def _can_save(office: Office) -> bool:
    with suppress(KinerjaError):
        auth.log_in(office, USER, PASSWORD)
        return True
    return False


def _surely(tell: Tell, head: Head) -> None:
    """The error may meet the telling itself, which is none of the program's."""
    try:
        tell(head)
    except OSError:
        tell(head)
