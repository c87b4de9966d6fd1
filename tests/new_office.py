"""An office just founded: one account that is Admin and planner, no name, no seksi, no plan."""

from kinerja_desktop.domain.buku import BukuKinerja
from kinerja_desktop.domain.indikator import Rencana
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import auth, settings, setup
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.context import Context, Office
from kinerja_desktop.storage.database import Store
from tests.office import OPENING, give_password

BLANK = BukuKinerja(settings.KANTOR_BARU, Rencana(OPENING.year, ()))
FIRST = setup.FirstAccount("joko", "empat kata rahasia kantor", "Joko Permisalan")


def new_office() -> Office:
    """In memory, on the morning on which TW II of 2026 is ordered."""
    store, clock = Store.memory(), SetClock(OPENING)
    setup.found(store, BLANK, [FIRST], clock=clock)
    return Office(store, clock)


def acting(office: Office, role: Role) -> Context:
    """Its only person in one of his roles, who has just given his password."""
    with office.store.read() as unit:
        person = next(p for p in unit.people.all() if p.pengguna == FIRST.pengguna)
        actors = auth.actors_of(unit, person.id, OPENING.date())
    give_password(office, person.id)
    return Context(office, next(a for a in actors if a.role is role))
