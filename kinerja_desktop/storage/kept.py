"""What every service asks for, kept from unit to unit. To keep one more: a repository on ``office_repo._Keeping``."""

from collections.abc import Callable
from typing import TypeVar, cast

T = TypeVar("T")


class Kept:
    """Whole contents of small tables, read once until something of them is written.

    A unit that writes reads for itself from then on and leaves nothing behind: whether it commits or rolls back, the
    next one reads again. That holds because one process has the only connection to the file.
    """

    def __init__(self) -> None:
        self._values: dict[type, object] = {}

    def get(self, kind: type, read: Callable[[], T]) -> T:
        """The content kept for a kind of repository, read if there is none."""
        if kind not in self._values:
            self._values[kind] = read()
        return cast("T", self._values[kind])

    def forget(self, kind: type) -> None:
        """Let the next one read again."""
        self._values.pop(kind, None)
