"""What the parts of the self-test share: one thing that was tried, and who acts in the scratch office."""

from collections.abc import Iterator
from dataclasses import dataclass

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import auth
from kinerja_desktop.services.context import Context, Office


@dataclass(frozen=True, slots=True)
class Langkah:
    """One thing that was tried, and how it went."""

    nama: str
    keterangan: str
    baik: bool = True


def acting(office: Office, role: Role) -> Iterator[Context]:
    """Everybody who holds a role today, acting in it."""
    today = office.clock.now().date()
    with office.store.read() as unit:
        found = [
            actor for who in unit.people.holders(role, today, None) for actor in auth.actors_of(unit, who.id, today)
        ]
    return (Context(office, actor) for actor in found if actor.role is role)
