"""One row of the table, and children that are forked to die."""

import os
import shutil
import signal
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from kinerja_desktop.storage.records import Head
from kinerja_desktop.storage.unit_of_work import Unit

_MEMORY = Path("/dev/shm")
"""A disk in memory, where a folder of one's own is made."""
RED = "NO:"
"""What a row says of itself where something did not hold; a row that only breaks down does not say it."""
Tell = Callable[[Head], None]


@dataclass(frozen=True, slots=True)
class Row:
    """How often a fault was made, and what did not hold afterwards; printed as a line of the table in README."""

    nama: str
    jumlah: int
    gagal: tuple[str, ...]
    detik: float
    prosesor: float
    """Seconds of processor, of its children too: what the row costs however busy the machine is."""

    def __str__(self) -> str:
        held = "yes" if not self.gagal else f"{RED} {len(self.gagal)}"
        return f"| {self.nama} | {self.jumlah:,} | {held} | {self.detik:.0f} | {self.prosesor:.0f} |"


class Faults:
    """What did not hold so far. Where the ``first`` is enough, as for a mutant, the row ends with it."""

    first = False

    def __init__(self) -> None:
        self._told: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return iter(self._told)

    def __iadd__(self, more: Iterable[str]) -> Self:
        self._told += more
        if self.first and self._told:
            raise Enough(tuple(self._told))
        return self


class Enough(Exception):
    """A row need not go on; with what it found."""


def timed(nama: str, run: Callable[[], tuple[int, Iterable[str]]]) -> Row:
    """Run a row and measure it. One that tried nothing does not hold."""
    before, busy = time.monotonic(), _processor()
    try:
        jumlah, gagal = run()
    except Enough as enough:
        jumlah, gagal = 0, enough.args[0]
    faults = tuple(gagal) or (() if jumlah else ("nothing was tried",))
    return Row(nama, jumlah, faults, time.monotonic() - before, _processor() - busy)


def _processor() -> float:
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder in memory that goes away afterwards."""
    place = tempfile.mkdtemp(prefix="kinerja-gangguan-", dir=_MEMORY if _MEMORY.is_dir() else None)
    try:
        yield Path(place)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def child(work: Callable[[Tell], object], watch: Callable[[int, Head], None] | None = None) -> tuple[int, list[Head]]:
    """Do something in a process of its own, which may die of it; its end and the heads that it acknowledged.

    A head is told after ``commit`` returned and never before. ``watch`` hears of each with the child's number, and may
    kill it. The end is what ``os.waitstatus_to_exitcode`` says: negative for a signal, 0 for an end as it should be.
    """
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        _live(work, writing)
    os.close(writing)
    heard: list[Head] = []
    with os.fdopen(reading) as told:
        for line in told:
            seq, _, digest = line.strip().partition(" ")
            heard.append(Head(int(seq), digest))
            if watch is not None:
                watch(pid, heard[-1])
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), heard


def _live(work: Callable[[Tell], object], writing: int) -> None:
    """The child: it never returns into the code of its parent."""
    code = 1
    try:
        work(lambda head: tell(writing, head))
        code = 0
    except BaseException:  # noqa: BLE001 - nothing of a child may run on as its parent
        traceback.print_exc()
    finally:
        os._exit(code)


def tell(writing: int, head: Head) -> None:
    """One acknowledgement, in one write."""
    os.write(writing, f"{head.seq} {head.hash}\n".encode())


def acknowledging(tell_head: Tell) -> None:
    """From here on every transaction of this process is acknowledged when it was committed."""
    commit = Unit.commit

    def told(self: Unit) -> None:
        commit(self)
        if self.committed is not None:
            tell_head(self.committed)

    Unit.commit = told  # type: ignore[method-assign]  # in a child that ends soon


def die() -> None:
    """As when the power goes: nothing of this process runs any more."""
    os.kill(os.getpid(), signal.SIGKILL)
