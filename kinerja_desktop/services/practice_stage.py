"""The stage of a practice year: its clock, the acts still to come, and who is there to do them.

What happens on it stands in ``practice``. Acts are done strictly in order of their time.
"""

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import count

from kinerja_desktop.domain.errors import NoHolder
from kinerja_desktop.domain.kalender import Kalender
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import auth
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.context import Context, FreshFor, Office
from kinerja_desktop.services.practice_words import password_of

Deed = Callable[[], None]
_MINUTE = timedelta(minutes=1)


@dataclass(slots=True)
class Stage:
    """An office whose clock is set by what is played on it."""

    office: Office
    clock: SetClock
    kalender: Kalender
    to_come: list[tuple[datetime, int, Deed]] = field(default_factory=list)
    order: Iterator[int] = field(default_factory=count)
    before_each: Callable[[], None] = lambda: None
    """Called before every deed; it may raise to leave the play."""

    def at(self, moment: datetime, deed: Deed) -> None:
        """Plan a deed; what would lie in the past happens in a minute."""
        heapq.heappush(self.to_come, (max(moment, self.clock.waktu + _MINUTE), next(self.order), deed))

    def run(self, until: datetime | None = None) -> None:
        """Do everything that is planned, and what is planned by it, in order of time, up to a moment."""
        while self.to_come and (until is None or self.to_come[0][0] <= until):
            self.before_each()
            moment, _, deed = heapq.heappop(self.to_come)
            self.clock.waktu = max(moment, self.clock.waktu)
            deed()

    def soon(self, menit: int) -> datetime:
        """So many office minutes from now."""
        return self.kalender.add_office_minutes(self.clock.waktu, menit)

    def on(self, mulai: date, hari: int, menit: int) -> datetime:
        """So many office minutes after opening, on the n-th working day after ``mulai``."""
        opening = self.kalender.opening(self.kalender.add_workdays(mulai, hari))
        return self.kalender.add_office_minutes(opening, menit)

    def acting(self, role: Role, seksi: str | None = None) -> Context:
        """Whoever holds the role today, acting in it. Raises NoHolder."""
        today = self.clock.waktu.date()
        with self.office.store.read() as unit:
            held = unit.people.holders(role, today, seksi)
            if not held:
                raise NoHolder(seksi or "", role.value, today)
            actors = auth.actors_of(unit, held[0].id, today)
        return Context(self.office, next(a for a in actors if a.role is role and a.id == held[0].id))


def confirm(ctx: Context, untuk: FreshFor) -> None:
    """Somebody in a practice office gives his password, as he would on the screen."""
    with ctx.office.store.read() as unit:
        pengguna = auth.account_of(unit, ctx.actor.id).pengguna
    auth.confirm_password(ctx, password_of(pengguna), untuk)
