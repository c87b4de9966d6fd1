"""What is done by two: whoever administers, and one more official who types his own password for it.

So nobody makes himself, or a made-up person, an approver alone, or puts an older state of the office in the place of
the present one (ASVS 2.3.5). What only takes a role away needs no second one. Where no other official has a password of
his own, as on the first day, the Admin acts alone and the record says so. A second password counts for a few minutes
like the own one, and for its kind alone (``auth.confirm_second``).
"""

from kinerja_desktop.domain.errors import Berdua, SecondNeeded
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.services import password_help
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.holding import same_person
from kinerja_desktop.storage.records import Account
from kinerja_desktop.storage.unit_of_work import Unit

ALONE = "tidak ada pejabat lain"
"""Stands in the record in the place of the second official."""


def grants(unit: Unit, before: Pegawai | None, after: Pegawai) -> bool:
    """True where storing gives somebody a role, a role of another seksi, a longer time, or the roles of another row.

    The NIP of ``after`` is written as it is stored.
    """
    if not after.peran:
        return _joins(unit, before, after)
    if before is None or not set(after.peran) <= set(before.peran):
        return True
    shorter = after.sampai == before.sampai or (
        after.sampai is not None and (before.sampai is None or after.sampai < before.sampai)
    )
    return not shorter or _about(before) != _about(after)


def _joins(unit: Unit, before: Pegawai | None, after: Pegawai) -> bool:
    """True where a row without a role becomes that of somebody who has one: its account would act in his roles."""
    if before is not None and (before.nip, before.pengguna) == (after.nip, after.pengguna):
        return False
    return any(other.peran and other.id != after.id and same_person(other, after) for other in unit.people.all())


def _about(person: Pegawai) -> tuple[object, ...]:
    return person.seksi, person.mulai, person.pengguna, person.nip


def needs_second(unit: Unit, ctx: Context, before: Pegawai | None, after: Pegawai) -> bool:
    """True where storing grants something and there is an official who can stand for it."""
    return grants(unit, before, after) and bool(_others(unit, ctx, before or after))


def _others(unit: Unit, ctx: Context, *granted: Pegawai) -> tuple[tuple[Account, Pegawai], ...]:
    return password_help.officials(unit, ctx.today(), unit.people.get(ctx.actor.id), *granted)


def second_of(unit: Unit, ctx: Context, untuk: Berdua, *granted: Pegawai) -> str:
    """Who stands for it beside the actor: an id of the second official, or ``ALONE``. Raises SecondNeeded.

    ``granted`` are those who get something by it, so that they are none.
    """
    able = _others(unit, ctx, *granted)
    for _, person in able:
        if ctx.office.confirmed.holds(person.id, untuk):
            return person.id
    if able:
        raise SecondNeeded(untuk, tuple((account.pengguna, f"{p.nama}, {p.jabatan_tercetak}") for account, p in able))
    return ALONE
