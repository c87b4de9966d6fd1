"""In which thread Python looks for garbage: whichever makes objects, or the window's alone while a window runs.

What refers to itself in a circle is found by Python's collector, which by itself runs in the thread that happens to
make the next object. In a worker it would take a forgotten object of Qt apart outside the thread that this lives in:
«QSocketNotifier … cannot be enabled or disabled from another thread», or the end of the program. So the window's
thread claims the search, and does it in short turns (``ui.sweeping``). Everything else still dies at once, with its
last reference, in every thread: a worker that makes no circles needs no turn.
"""

import gc
import threading
from collections import deque

_PATIENCE = 2.0
"""Seconds that another thread waits for a turn; the window's thread may itself wait for what that thread holds."""


class _Claim:
    """Which thread looks, and who waits until it has."""

    def __init__(self) -> None:
        self.thread: int | None = None
        self.waiting: deque[threading.Event] = deque()


_claim = _Claim()


def claim() -> None:
    """From now on only this thread looks, when it takes a ``turn``."""
    gc.disable()
    _claim.thread = threading.get_ident()


def release() -> None:
    """Every thread looks again as it makes objects."""
    _claim.thread = None
    gc.enable()


def turn() -> None:
    """Look now where enough was made since the last time, by Python's own thresholds, or where somebody waits."""
    waiting = [_claim.waiting.popleft() for _ in range(len(_claim.waiting))]
    generation = 2 if waiting else _due()
    if generation is not None:
        gc.collect(generation)
    for one in waiting:
        one.set()


def collect() -> None:
    """Look through everything: here where this thread may, else in the next turn of the one that may."""
    if _claim.thread in (None, threading.get_ident()):
        gc.collect()
        return
    looked = threading.Event()
    _claim.waiting.append(looked)
    looked.wait(_PATIENCE)


def _due() -> int | None:
    """The oldest generation that is full."""
    counts, limits = gc.get_count(), gc.get_threshold()
    return next((age for age in (2, 1, 0) if counts[age] > limits[age]), None)
