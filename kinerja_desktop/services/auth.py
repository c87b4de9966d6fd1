"""Who is at the keyboard: log-in, waiting after wrong tries, passwords, and the roles of a person today.

A log-in is refused without saying whether name or password was wrong, and an unknown name costs the same
work and the same waiting. Waiting is counted in the database, so it survives a restart; it goes by the PC's
clock, also in a practice office. Every try leaves a record.
"""

import json
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo

from kinerja_desktop.domain.errors import (
    DataDamaged,
    DiskFull,
    NameTaken,
    NoRole,
    NotFound,
    ReadOnlyOffice,
    RoleNotChosen,
    RoleNotHeld,
    TooManyTries,
    WritingStopped,
    WrongLogin,
)
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.sandi import check_new, wait_after
from kinerja_desktop.services import calendar_table, settings, trail
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.clock import SystemClock
from kinerja_desktop.services.context import ALL_ROLES, Actor, Clock, Context, Office, permits
from kinerja_desktop.services.passwords import PRACTICE, TARGET, Cost, fits, hash_sandi, nobody, too_cheap
from kinerja_desktop.storage.records import Account
from kinerja_desktop.storage.unit_of_work import Unit

STRANGERS = "masuk.tak_dikenal"
_ACCOUNT = "Akun"
_WALL = SystemClock()


@dataclass(frozen=True, slots=True)
class Session:
    """Who logged in and the roles open to him today, in the order of the SOP.

    ``sementara`` are roles in which he only stands in (see ``actors_of``). ``jam_mundur`` is the moment of the last
    act where the PC's clock is earlier than that: to be shown and asked about once, never refused.
    """

    pegawai_id: str
    nama: str
    peran: tuple[Actor, ...]
    sementara: frozenset[Role] = frozenset()
    jam_mundur: datetime | None = None


def normal_name(pengguna: str) -> str:
    """A user name as accounts keep it: without capitals and outer spaces."""
    return unicodedata.normalize("NFC", pengguna).strip().casefold()


def cost_of(office: Office) -> Cost:
    """Parameters that passwords of this office are hashed with."""
    return PRACTICE if office.latihan else TARGET


# --- log-in ------------------------------------------------------------------------------------


def log_in(office: Office, pengguna: str, sandi: str, *, wall: Clock = _WALL) -> Session:
    """Check name and password. Raises WrongLogin, TooManyTries, or NoRole where they fit but no role is in force.

    Fills the calendar of this year and the next where it is missing.
    """
    account = _checked(office, normal_name(pengguna), sandi, wall)
    now = office.clock.now()
    with office.store.unit() as unit:
        _hold_account(unit, account)
        last = unit.journal.last_time()
        person = unit.people.get(account.pegawai_id)
        actors = actors_of(unit, person.id, now.date())
        if not actors:
            raise NoRole(person.nama)
        extra = {a.role for a in actors} - {a.role for a in _held(unit, person.id, now.date())}
        fresh = _remember_success(unit, office, account, sandi, wall.now())
        back = last if last is not None and now < last else None
        told = {"hasil": "masuk", "jam_mundur": None if back is None else back.isoformat()}
        trail.record(unit, actors[0], now, trail.Kind.LOGIN, fresh.pegawai_id, isi=told, sidik=fresh)
        calendar_table.ensure_years(unit, calendar_table.needed_years(unit, now.date()), now)
        _commit_if_possible(unit)
    return Session(person.id, person.nama, actors, frozenset(extra), back)


def _hold_account(unit: Unit, account: Account) -> None:
    """Refuse an account whose password was put there outside the program; a log-in would give it a good record.

    A log-in changes the account as well, so the newest of both kinds of records counts. Raises DataDamaged.
    """
    told = [
        row
        for kind in (trail.Kind.ACCOUNT, trail.Kind.LOGIN)
        for row in unit.journal.records(kind.value, account.pegawai_id, limit=1)
        if "sidik" in row.isi
    ]
    if not trail.is_as_recorded(max(told, key=lambda row: row.seq, default=None), account):
        raise DataDamaged((f"Akun {account.pengguna} diubah di luar program, jadi tidak dapat dipakai.",))


def _commit_if_possible(unit: Unit) -> None:
    """An office that takes no writing, because it is damaged, full or read-only, may still be read and backed up."""
    with suppress(WritingStopped, ReadOnlyOffice, DataDamaged, DiskFull):
        unit.commit()


def _checked(office: Office, name: str, sandi: str, wall: Clock) -> Account:
    """The account that name and password belong to; counts and records a wrong try."""
    with office.store.read() as unit:
        account = unit.accounts.by_pengguna(name)
        state = account or _strangers(unit, cost_of(office))
        zone = settings.zona(unit).tzinfo
    _hold_wait(state, wall.now(), zone)
    if fits(sandi, state.sandi_hash) and account is not None:
        return account
    _remember_failure(office, account, state, wall.now())
    raise WrongLogin


def _hold_wait(state: Account, now: datetime, zone: tzinfo) -> None:
    """Raise TooManyTries while the account waits; a clock that was set back cannot lengthen a wait."""
    if state.tunggu_sampai is None:
        return
    left = min(state.tunggu_sampai - now, wait_after(state.gagal))
    if left > timedelta(0):
        raise TooManyTries((now + left).astimezone(zone))


def _remember_failure(office: Office, account: Account | None, state: Account, wall_now: datetime) -> None:
    gagal = state.gagal + 1
    after = replace(state, gagal=gagal, tunggu_sampai=wall_now + wait_after(gagal))
    with office.store.unit() as unit:
        if account is None:
            changed: object = _put_strangers(unit, after)
        else:
            unit.accounts.put(after)
            changed = after
        content = {"hasil": "ditolak", "ke": gagal}
        now = office.clock.now()
        trail.record(unit, trail.PROGRAM, now, trail.Kind.LOGIN, after.pegawai_id, isi=content, sidik=changed)
        _commit_if_possible(unit)


def _remember_success(unit: Unit, office: Office, account: Account, sandi: str, wall_now: datetime) -> Account:
    stored = account.sandi_hash
    cost = cost_of(office)
    if too_cheap(stored, cost):
        stored = hash_sandi(sandi, cost)
    fresh = replace(account, sandi_hash=stored, gagal=0, tunggu_sampai=None, terakhir_masuk=wall_now)
    unit.accounts.put(fresh)
    if stored != account.sandi_hash:
        _record_account(unit, trail.PROGRAM, office.clock.now(), fresh)
    return fresh


def _strangers(unit: Unit, cost: Cost) -> Account:
    """One shared account of all unknown names; nobody's password fits it."""
    kept = json.loads(unit.settings.get(STRANGERS) or "{}")
    until = kept.get("sampai")
    return Account(
        pegawai_id="",
        pengguna="",
        sandi_hash=nobody(cost),
        gagal=kept.get("gagal", 0),
        tunggu_sampai=datetime.fromisoformat(until) if until else None,
        terakhir_masuk=None,
    )


def _put_strangers(unit: Unit, state: Account) -> str:
    until = state.tunggu_sampai.isoformat() if state.tunggu_sampai else None
    kept = json.dumps({"gagal": state.gagal, "sampai": until})
    unit.settings.put(STRANGERS, kept)
    return kept


# --- roles -------------------------------------------------------------------------------------


def actors_of(unit: Unit, pegawai_id: str, tanggal: date) -> tuple[Actor, ...]:
    """Every role in which a person may act on a day, over all his posts (definitif and Plt.), in the order of the SOP.

    While nobody with an account is Admin, the Kasubag Perencanaan stands in for one: an office made from a workbook
    on the command line begins so, and its planner lets the first Admin in.
    """
    held = _held(unit, pegawai_id, tanggal)
    planner = next((a for a in held if a.role is Role.KASUBAG_PERENCANAAN), None)
    if planner is None or has_admin(unit, tanggal):
        return held
    return (*held, replace(planner, role=Role.ADMIN))


def _held(unit: Unit, pegawai_id: str, tanggal: date) -> tuple[Actor, ...]:
    posts = [post for post in posts_of(unit, pegawai_id) if post.berlaku(tanggal)]
    held = [(role, post) for post in posts for role in post.peran]
    order = list(Role)
    return tuple(_actor(post, role) for role, post in sorted(held, key=lambda pair: order.index(pair[0])))


def has_admin(unit: Unit, tanggal: date) -> bool:
    """True where somebody with an account is Admin on that day."""
    admins = unit.people.holders(Role.ADMIN, tanggal)
    return any(unit.accounts.by_pegawai(post.id) is not None for a in admins for post in posts_of(unit, a.id))


def posts_of(unit: Unit, pegawai_id: str) -> tuple[Pegawai, ...]:
    """The rows of one human being: the same user name or the same NIP."""
    person = unit.people.get(pegawai_id)
    return tuple(p for p in unit.people.all() if same_person(p, person))


def same_person(one: Pegawai, other: Pegawai) -> bool:
    """True for the same row, the same user name, or the same NIP."""
    return one.id == other.id or any(
        a is not None and a == b for a, b in ((one.nip, other.nip), (one.pengguna, other.pengguna))
    )


def _actor(post: Pegawai, role: Role) -> Actor:
    return Actor(post.id, post.nama, post.jabatan_tercetak, role, post.seksi if role.of_seksi else None)


def choose(session: Session, peran: str | None = None) -> Actor:
    """The one role named, or the only one there is. Raises RoleNotChosen, RoleNotHeld."""
    if peran is None:
        held = [a for a in session.peran if a.role not in session.sementara]
        if len(held) > 1:
            raise RoleNotChosen(tuple(a.role.value for a in held))
        return held[0]
    for actor in session.peran:
        if actor.role.value == peran:
            return actor
    raise RoleNotHeld(peran, tuple(a.role.value for a in session.peran))


@permits(*ALL_ROLES)
def roles_today(ctx: Context) -> tuple[Actor, ...]:
    """The roles among which the person may switch, looked up anew."""
    with ctx.office.store.read() as unit:
        return actors_of(unit, ctx.actor.id, ctx.today())


# --- passwords ---------------------------------------------------------------------------------


@permits(*ALL_ROLES)
def confirm_password(ctx: Context, sandi: str, *, wall: Clock = _WALL) -> None:
    """Ask the actor's own password again before an approval, a restore or a change of roles.

    A wrong one counts like a wrong log-in. Raises WrongLogin, TooManyTries.
    """
    _checked(ctx.office, _own_account(ctx).pengguna, sandi, wall)


@permits(*ALL_ROLES)
def change_password(ctx: Context, lama: str, baru: str, *, wall: Clock = _WALL) -> Changes:
    """Give oneself a new password. Raises WrongLogin, PasswordTooWeak, PasswordCommon."""
    account = _checked(ctx.office, _own_account(ctx).pengguna, lama, wall)
    return _set_password(ctx, account, baru)


@permits(Role.ADMIN)
def reset_password(ctx: Context, pegawai_id: str, baru: str) -> Changes:
    """Give somebody a new password and end his waiting. Raises NotFound, PasswordTooWeak, PasswordCommon."""
    with ctx.office.store.read() as unit:
        account = account_of(unit, pegawai_id)
    return _set_password(ctx, account, baru)


def _set_password(ctx: Context, account: Account, baru: str) -> Changes:
    stored = hash_sandi(baru, cost_of(ctx.office))
    with ctx.office.store.unit() as unit:
        person = unit.people.get(account.pegawai_id)
        check_new(baru, (person.nama, account.pengguna, person.nip or ""))
        fresh = replace(account, sandi_hash=stored, gagal=0, tunggu_sampai=None)
        unit.accounts.put(fresh)
        _record_account(unit, ctx.actor, ctx.now(), fresh)
        unit.commit()
    return frozenset({Change.PEOPLE})


def _own_account(ctx: Context) -> Account:
    with ctx.office.store.read() as unit:
        return account_of(unit, ctx.actor.id)


def account_of(unit: Unit, pegawai_id: str) -> Account:
    """The account of a person, whichever of his posts it hangs on. Raises NotFound."""
    for post in posts_of(unit, pegawai_id):
        account = unit.accounts.by_pegawai(post.id)
        if account is not None:
            return account
    raise NotFound(_ACCOUNT, unit.people.get(pegawai_id).nama)


def open_account(
    unit: Unit, actor: Actor, pada: datetime, pegawai: Pegawai, *, pengguna: str, sandi: str, cost: Cost
) -> Account:
    """Make an account for a stored person. Raises NameTaken, PasswordTooWeak, PasswordCommon."""
    name = normal_name(pengguna)
    check_new(sandi, (pegawai.nama, name, pegawai.nip or ""))
    if unit.accounts.by_pengguna(name) is not None:
        raise NameTaken(name)
    account = Account(pegawai.id, name, hash_sandi(sandi, cost), 0, None, None)
    unit.accounts.put(account)
    _record_account(unit, actor, pada, account)
    return account


def _record_account(unit: Unit, actor: Actor, pada: datetime, account: Account) -> None:
    content = {"pengguna": account.pengguna}
    trail.record(unit, actor, pada, trail.Kind.ACCOUNT, account.pegawai_id, isi=content, sidik=account)
