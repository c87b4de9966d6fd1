"""What is asked for again and again, kept from unit to unit. To keep one more: a repository on ``Keeping``."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar, cast

if TYPE_CHECKING:
    from sqlalchemy import Connection

T = TypeVar("T")


class Kept:
    """Whole contents of tables, read once until something of them is written.

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


class Keeping(Generic[T]):
    """A repository whose whole content is asked for again and again, and small enough to stay in memory."""

    def __init__(self, connection: "Connection", kept: Kept) -> None:
        self._connection, self._kept = connection, kept
        self._written = False

    def all(self) -> T:
        """Everything there is."""
        return self._read() if self._written else self._kept.get(type(self), self._read)

    def _read(self) -> T:
        raise NotImplementedError

    def _changed(self) -> None:
        self._written = True
        self._kept.forget(type(self))
