"""Run by itself: does steps of berkas in children that are killed, and looks at the office after each.

``python -m tests.storage.killed FOLDER`` prints one JSON document. Every child opens the office that the one before
left behind. A step counts as acknowledged when its number was written after ``commit`` returned.
"""

import json
import os
import random
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from kinerja_desktop.domain.ids import new_id
from kinerja_desktop.storage.check import Finding, check_office
from kinerja_desktop.storage.database import Store
from tests.storage.samples import PAGI, STEPS, advance, case, decode

STATEMENTS = 40
"""More than one step has: each child dies at a later statement than the one before."""
LATER = 15
"""Children that die somewhere after some steps, told from outside."""


def _work(folder: Path, told: int, watch: Callable[[str], None] | None) -> None:
    """Steps without end; the journal's number of each is written to ``told`` once it is lasting."""
    store = Store.open(folder)
    with store.raw() as connection:
        connection.set_trace_callback(watch)
    while True:
        berkas = case(new_id(), versi=0)
        for _ in STEPS:
            with store.unit() as unit:
                unit.drafts.put(berkas.id, "bahan", {}, berkas.versi, "p1", PAGI)
                berkas = advance(unit, berkas)
                seq = unit.journal.head().seq
                unit.commit()
            os.write(told, f"{seq}\n".encode())


def _die_at(statement: int) -> Callable[[str], None]:
    left = statement

    def count(_sql: str) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    return count


def _child(folder: Path, watch: Callable[[str], None] | None, until: int) -> int:
    """Let one child work until it dies; returns the last number that it acknowledged, 0 for none."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(folder, writing, watch)
    os.close(writing)
    with os.fdopen(reading) as told:
        last = 0
        for n, line in enumerate(told, 1):
            last = int(line)
            if n == until:
                os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return last


def _after(folder: Path) -> tuple[int, tuple[Finding, ...]]:
    store = Store.open(folder)
    findings = check_office(store, decode)
    with store.read() as unit:
        reached = unit.journal.head().seq
    store.close()
    return reached, findings


def _deaths(chance: random.Random) -> Iterator[tuple[Callable[[str], None] | None, int]]:
    for statement in range(1, STATEMENTS + 1):
        yield _die_at(statement), 0
    for _ in range(LATER):
        yield None, chance.randint(1, 12)


def main(folder: Path) -> None:
    """Kill, look, and tell."""
    Store.open(folder, create=True).close()
    kills = acknowledged = 0
    lost: list[tuple[int, int]] = []
    findings: list[str] = []
    for watch, until in _deaths(random.Random(7)):
        last = _child(folder, watch, until)
        reached, found = _after(folder)
        kills += 1
        acknowledged = max(acknowledged, last)
        lost += [(last, reached)] if last > reached else []
        findings += map(repr, found)
    print(json.dumps({"kills": kills, "acknowledged": acknowledged, "lost": lost, "findings": findings}))  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
