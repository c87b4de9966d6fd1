"""Who acts, on which office, by which clock: the first argument of every service.

The actor comes from the log-in, never from a screen. Nothing else in the program reads the time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from kinerja_desktop.domain.errors import WrongRole
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.storage.database import Store


class Clock(Protocol):
    """Tells the time, always with the office's zone."""

    def now(self) -> datetime:
        """The present moment."""


@dataclass(frozen=True, slots=True)
class Actor:
    """The person logged in and the one role in which he acts now; ``seksi`` is its kode."""

    id: str
    nama: str
    jabatan: str
    role: Role
    seksi: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """An opened office: its store and its clock. ``latihan`` marks a practice office."""

    store: Store
    clock: Clock
    latihan: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What a service needs to know besides its arguments."""

    office: Office
    actor: Actor

    def now(self) -> datetime:
        """The moment of this call, in the office's zone."""
        return self.office.clock.now()

    def today(self) -> date:
        """The day of this call in the office's zone."""
        return self.now().date()


ALL_ROLES = tuple(Role)


P = ParamSpec("P")
R = TypeVar("R")


def permits(
    *roles: Role,
) -> Callable[[Callable[Concatenate[Context, P], R]], Callable[Concatenate[Context, P], R]]:
    """Declare who may call a service, and hold it. Raises WrongRole before anything is read."""

    def mark(
        service: Callable[Concatenate[Context, P], R],
    ) -> Callable[Concatenate[Context, P], R]:
        @wraps(service)
        def guarded(ctx: Context, /, *args: P.args, **kwargs: P.kwargs) -> R:
            if ctx.actor.role not in roles:
                raise WrongRole(ctx.actor.role.value, tuple(r.value for r in roles))
            return service(ctx, *args, **kwargs)

        guarded.__dict__["permits"] = frozenset(roles)
        return guarded

    return mark
