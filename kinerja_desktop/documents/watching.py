"""Who watches a paper being laid out, page by page or part by part.

A long one takes many seconds on an old PC: who waits sees it go on.
The watch belongs to the thread that lays out, and nothing is passed through the papers for it. What it raises ends the
work; nothing is written by then.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

PAGE, PART = "halaman", "bagian"
Hear = Callable[[int, int, str], object]
"""Told the page that begins, and how many there are, 0 as long as that is not known; a `PART` where there are none."""

_HEARS: ContextVar[Hear | None] = ContextVar("hears", default=None)


@contextmanager
def watched(hear: Hear) -> Iterator[None]:
    """Tell of every page or part that begins meanwhile."""
    before = _HEARS.set(hear)
    try:
        yield
    finally:
        _HEARS.reset(before)


def tell(at: int, count: int, what: str = PAGE) -> None:
    """A page or a part begins."""
    hear = _HEARS.get()
    if hear is not None:
        hear(at, count, what)
