"""What is done by two: whoever administers, and one more official who types his own password for it.

So nobody makes himself, or a made-up person, an approver alone, reads the code of another's account or the words of a
sheet that opens every account, puts an older state of the office in the place of the present one, or takes what was
changed outside the program for good, roles perhaps (ASVS 2.3.5). What only takes a role away needs no second one; who
held it last may stand for what is done then, so an Admin gains nothing by ending all others first. The recovery sheet
stands for a second official. Where there never was one with a password of his own, as on the first day, the Admin acts
alone and the record says so. What the second gave counts for a few minutes, for its kind and for one act alone
(``auth.confirm_second``, ``confirm_by_sheet``): unlike the own password, which its owner gives for his own next acts.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from kinerja_desktop.domain.errors import Berdua, LembarSalah, SebabLembar, SecondNeeded
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.exchange.lembar_pemulihan import LembarPemulihan
from kinerja_desktop.services import backup_keys, backup_sheet, password_help, trail
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import Context, FreshFor, permits
from kinerja_desktop.services.holding import posts_of, same_person
from kinerja_desktop.storage.faults import UNREADABLE
from kinerja_desktop.storage.records import Account
from kinerja_desktop.storage.unit_of_work import Unit

ALONE = "tidak ada pejabat lain"
SHEET = "lembar pemulihan"
"""Stand in the record in the place of the second official."""


@permits(*backup_sheet.MAKERS)
def confirm_by_sheet(ctx: Context, words: Sequence[str], untuk: Berdua) -> None:
    """Take the words of the office's recovery sheet in the place of a second official. Raises LembarSalah."""
    if not backup_keys.is_of_sheet(ctx.office, words):
        raise LembarSalah(SebabLembar.TIDAK_COCOK, len(words))
    ctx.office.confirmed.remember(SHEET, untuk)


@permits(*backup_sheet.MAKERS, fresh=FreshFor.RESTORE)
def new_sheet(ctx: Context) -> tuple[LembarPemulihan, Changes]:
    """The recovery key and its sheet: the first one, or a new one where the old was lost or seen by others.

    Its words open every account (``password_help``), so it is made by two. Raises SecondNeeded.
    """
    with ctx.office.store.read() as unit:
        second_of(unit, ctx, Berdua.LEMBAR)
    return backup_keys.make_keys(ctx.office, ctx.actor), frozenset({Change.BACKUP})


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
    return grants(unit, before, after) and bool(_others(unit, ctx, *states(before, after)))


def states(before: Pegawai | None, after: Pegawai) -> tuple[Pegawai, ...]:
    """Somebody as he was and as he is to be, for ``second_of``."""
    return (after,) if before is None else (before, after)


def _others(unit: Unit, ctx: Context, *granted: Pegawai) -> tuple[tuple[Account, Pegawai], ...]:
    besides = (unit.people.get(ctx.actor.id), *granted)
    return password_help.officials(unit, ctx.today(), *besides) or _former(unit, *besides)


def _former(unit: Unit, *besides: Pegawai) -> tuple[tuple[Account, Pegawai], ...]:
    """Who was an official once and has a password of his own."""
    return tuple(
        (account, person)
        for account, person in password_help.with_account(unit)
        if account.kode_sampai is None
        and not any(same_person(person, other) for other in besides)
        and password_help.OFFICIALS & set(_roles_ever(unit, person))
    )


def _roles_ever(unit: Unit, person: Pegawai) -> Iterator[Role]:
    """The roles of a human being, now and as the history tells them."""
    for post in posts_of(unit, person.id):
        yield from post.peran
        for row in unit.journal.records(trail.Kind.PERSON.value, post.id):
            with suppress(*UNREADABLE):  # the check tells of a record that was changed
                yield from [Role[name] for name in row.isi["isi"]["peran"]]


def _told(person: Pegawai) -> str:
    roles = ", ".join(role.label for role in person.peran) or "belum berperan"
    return f"{person.nama} ({roles})"


def second_of(unit: Unit, ctx: Context, untuk: Berdua, *granted: Pegawai) -> str:
    """Who stands for it beside the actor: an id of the second official, or ``ALONE``. Raises SecondNeeded.

    ``granted`` are those who get something by it, so that they are none; the last one as he is to be. What the second
    gave is used up when the act ends.
    """
    confirmed = ctx.office.confirmed
    try:
        return _standing(unit, ctx, untuk, granted, confirmed.lean_on)
    except SecondNeeded:
        confirmed.lean_no_more()
        raise


def hold_second(unit: Unit, ctx: Context, untuk: Berdua) -> None:
    """Raise SecondNeeded where an act that is about to begin still wants a second official; nothing is used up."""
    _standing(unit, ctx, untuk, (), ctx.office.confirmed.holds)


def _standing(
    unit: Unit, ctx: Context, untuk: Berdua, granted: tuple[Pegawai, ...], given: Callable[[str, Berdua], bool]
) -> str:
    able = _others(unit, ctx, *granted)
    if able and given(SHEET, untuk):
        return SHEET
    for _, person in able:
        if given(person.id, untuk):
            return person.id
    if able:
        names = tuple((account.pengguna, f"{p.nama}, {p.jabatan_tercetak}") for account, p in able)
        raise SecondNeeded(untuk, names, _told(granted[-1]) if granted else "")
    return ALONE
