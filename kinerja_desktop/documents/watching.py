"""Who watches pages being laid out. A long paper takes many seconds on an old PC: who waits sees them pass by.

The watch belongs to the thread that lays out, and nothing is passed through the papers for it. What it raises ends the
work; nothing is written by then.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Hear = Callable[[int, int], object]
"""Told the page that begins, and how many there are; 0 as long as that is not known."""

_HEARS: ContextVar[Hear | None] = ContextVar("hears", default=None)


@contextmanager
def watched(hear: Hear) -> Iterator[None]:
    """Tell of every page that begins meanwhile."""
    before = _HEARS.set(hear)
    try:
        yield
    finally:
        _HEARS.reset(before)


def tell(page: int, pages: int) -> None:
    """A page begins."""
    hear = _HEARS.get()
    if hear is not None:
        hear(page, pages)
