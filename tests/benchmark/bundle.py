"""How long the bundle takes from the start of its process until its window is on the screen, against the checkout.

Both run as offices run them, without a word of the measurement inside: what watches is the screen, a virtual one of
this module's own (Xvfb, and xev that tells of every window). A window that is mapped was painted in the same turn.
"""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

PROGRAM = "kinerja-desktop"
SETTLED = 0.3
"""Seconds in which the watcher of the screen is ready and a program that was ended is gone."""
PATIENCE = 60.0
"""Seconds after which a start that shows nothing has failed."""


class Starts(NamedTuple):
    """Milliseconds of the median start."""

    bungkus: float
    sumber: float


def measure(bundle: Path, folder: Path, rounds: int) -> Starts:
    """Start both in turn on an office; the first round warms up the disk."""
    commands = ((str(bundle / PROGRAM),), (sys.executable, "-m", "kinerja_desktop"))
    with _screen() as screen:
        turns = [[_start(screen, (*command, "--data", str(folder))) for command in commands] for _ in range(rounds + 1)]
    return Starts(*(median(times) for times in zip(*turns[1:], strict=True)))


@contextmanager
def _screen() -> Iterator[dict[str, str]]:
    """A virtual screen; the surroundings in which a program shows its window there."""
    command = ("Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-noreset")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            assert server.stdout is not None
            away = ("QT_QPA_PLATFORM", "PYTHONDONTWRITEBYTECODE")
            kept = {name: value for name, value in os.environ.items() if name not in away}
            yield kept | {"DISPLAY": f":{server.stdout.readline().strip()}"}
        finally:
            server.terminate()


def _start(screen: dict[str, str], command: Sequence[str]) -> float:
    """Milliseconds of one start."""
    watching = ("stdbuf", "-oL", "xev", "-root", "-event", "substructure")
    with subprocess.Popen(watching, env=screen, stdout=subprocess.PIPE, text=True) as watch:
        time.sleep(SETTLED)
        began = time.monotonic()
        with subprocess.Popen(command, env=screen, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as program:
            late = threading.Timer(PATIENCE, watch.kill)
            late.start()
            assert watch.stdout is not None
            shown = any(line.startswith("MapNotify") for line in watch.stdout)
            took = (time.monotonic() - began) * 1000
            late.cancel()
            program.terminate()
        watch.kill()
    if not shown:
        raise SystemExit(f"{command[0]}: no window within {PATIENCE:.0f} s")
    return took
