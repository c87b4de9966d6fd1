"""Who acts, on which office, by which clock: the first argument of every service, and the guard before each of them.

The actor comes from the log-in, never from a screen. ``permits`` holds three things at every call, also for reading:
the role is one of those declared; it is still this person's today, so a role that was closed ends at once; and for
acts of weight the own password was given a moment ago (``FreshFor``). What is refused leaves a record. Every text
reaches the service in the one form of its letters (``domain.huruf``).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from enum import Enum
from functools import wraps
from threading import get_ident
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from kinerja_desktop.domain.errors import Berdua, KinerjaError, OutOfMemory, PasswordNeeded, RoleEnded, WrongRole
from kinerja_desktop.domain.huruf import composed
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services.clock import uptime
from kinerja_desktop.services.holding import holds
from kinerja_desktop.storage.database import Store

FRESH_MS = 5 * 60_000
"""How long a password counts as just given, for more acts of the same kind: as long as a Kabid's window stays open."""
DENIAL = "penolakan"
"""Kind of the record that tells of a refused call."""


class FreshFor(Enum):
    """Kinds of acts that ask for the own password anew (ASVS 7.5); one kind does not open another."""

    APPROVE = "setuju"
    RESTORE = "pulihkan"
    EXPORT = "ekspor"
    ROLES = "peran"
    UPDATE = "pembaruan"


class Confirmations:
    """Who gave the own password for what, in this running program; forgotten whenever the window is locked.

    The second official of what is done by two gives his for ``Berdua`` (``granting``), and for one act: he agreed to
    what he was told, not to what the Admin does next. So it is used up by the first act that leans on it, done or not.
    """

    def __init__(self, now: Callable[[], int] = uptime) -> None:
        self._now = now
        self._given: dict[tuple[str, FreshFor | Berdua], int] = {}
        self._leant_on: dict[tuple[str, FreshFor | Berdua], int] = {}
        """By which thread: others work beside it."""

    def remember(self, pegawai_id: str, untuk: FreshFor | Berdua) -> None:
        """The password was right just now."""
        self._given[pegawai_id, untuk] = self._now()

    def holds(self, pegawai_id: str, untuk: FreshFor | Berdua) -> bool:
        """True where it was given for this kind of act not longer than ``FRESH_MS`` ago."""
        given = self._given.get((pegawai_id, untuk))
        return given is not None and 0 <= self._now() - given <= FRESH_MS

    def lean_on(self, pegawai_id: str, untuk: Berdua) -> bool:
        """As ``holds``, and where it holds, it is used up when this act ends."""
        held = self.holds(pegawai_id, untuk)
        if held:
            self._leant_on[pegawai_id, untuk] = get_ident()
        return held

    def lean_no_more(self) -> None:
        """This act waits for one more official: what the others gave still counts when it is tried again."""
        for key in self._of_this_act():
            del self._leant_on[key]

    def use_up(self) -> None:
        """The act is over: what it leant on counts no more."""
        for key in self._of_this_act():
            del self._leant_on[key]
            self._given.pop(key, None)

    def _of_this_act(self) -> tuple[tuple[str, FreshFor | Berdua], ...]:
        return tuple(key for key, thread in self._leant_on.items() if thread == get_ident())

    def forget(self) -> None:
        """From here on it is asked for again."""
        self._given.clear()


class Clock(Protocol):
    """Tells the time, always with the office's zone."""

    def now(self) -> datetime:
        """The present moment."""

    def move_to(self, zona: tzinfo) -> None:
        """Tell the time of another zone from now on: the office chose it."""


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
    """An opened office: its store and its clock. ``latihan`` marks a practice office.

    ``uptime`` tells the milliseconds since the PC was switched on, by which log-in waits.
    """

    store: Store
    clock: Clock
    latihan: bool = False
    confirmed: Confirmations = field(default_factory=Confirmations, compare=False)
    uptime: Callable[[], int] = field(default=uptime, compare=False)


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
    *roles: Role, fresh: FreshFor | None = None
) -> Callable[[Callable[Concatenate[Context, P], R]], Callable[Concatenate[Context, P], R]]:
    """Declare who may call a service, and hold it.

    Raises WrongRole, RoleEnded, and with ``fresh`` PasswordNeeded, before anything is read for the caller; OutOfMemory
    where the PC has too little left for the work.
    """

    def mark(
        service: Callable[Concatenate[Context, P], R],
    ) -> Callable[Concatenate[Context, P], R]:
        @wraps(service)
        def guarded(ctx: Context, /, *args: P.args, **kwargs: P.kwargs) -> R:
            with _memory_told():
                refused = _refusal(ctx, roles)
                if refused is not None:
                    _record_denial(ctx, service.__qualname__)
                    raise refused
                if fresh is not None:
                    hold_fresh(ctx, fresh)
                try:
                    return service(ctx, *composed(args), **composed(kwargs))
                finally:
                    ctx.office.confirmed.use_up()

        guarded.__dict__["permits"] = frozenset(roles)
        guarded.__dict__["fresh"] = fresh
        return guarded

    return mark


@contextmanager
def _memory_told() -> Iterator[None]:
    """Raise OutOfMemory wherever a work met the end of memory; what a unit held is rolled back by then."""
    try:
        yield
    except KinerjaError:
        raise
    except Exception as error:
        if not _of_memory(error):
            raise
        raise OutOfMemory from error


def _of_memory(error: BaseException | None) -> bool:
    """True for a MemoryError, and for what a library made of one: it follows it, or names it."""
    if error is None:
        return False
    return (
        isinstance(error, MemoryError)
        or "MemoryError" in str(error)
        or _of_memory(error.__cause__ or error.__context__)
    )


def hold_fresh(ctx: Context, untuk: FreshFor) -> None:
    """Raise PasswordNeeded where the actor has not given his password for this kind of act a moment ago."""
    if not is_fresh(ctx, untuk):
        raise PasswordNeeded


def is_fresh(ctx: Context, untuk: FreshFor) -> bool:
    """True where a screen need not ask for the password: it was given for this kind of act a moment ago."""
    return ctx.office.confirmed.holds(ctx.actor.id, untuk)


def _refusal(ctx: Context, roles: tuple[Role, ...]) -> WrongRole | None:
    actor = ctx.actor
    if actor.role not in roles:
        return WrongRole(actor.role.value, tuple(r.value for r in roles))
    with ctx.office.store.read() as unit:
        held = holds(unit, actor.id, actor.role, actor.seksi, ctx.today())
    return None if held else RoleEnded(actor.role.value)


def _record_denial(ctx: Context, service: str) -> None:
    """Who was refused what; where nothing can be written, the refusal stands without a record."""
    actor = ctx.actor
    with suppress(KinerjaError), ctx.office.store.unit() as unit:
        unit.journal.record(DENIAL, actor.id, {"layanan": service}, actor.id, actor.nama, actor.role, ctx.now())
        unit.commit()
