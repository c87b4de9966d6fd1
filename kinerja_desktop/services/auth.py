"""Who is at the keyboard: log-in, waiting after wrong tries, passwords, and the roles of a person today.

A log-in is refused without saying whether name or password was wrong, and an unknown name costs the same
work and the same waiting. Wrong tries are counted in the database, and how long one waits goes by how long the PC has
been on: neither a restart nor a clock that is set shortens or lengthens it. Every try leaves a record. After
``MAKS_GAGAL`` wrong ones in a row an account opens only with help (``password_help``).
"""

import json
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo

from kinerja_desktop import __version__
from kinerja_desktop.domain.errors import (
    AccountLocked,
    Berdua,
    CodeExpired,
    DataDamaged,
    DiskFull,
    NameTaken,
    NoRole,
    NotFound,
    OutOfMemory,
    PasswordMustChange,
    ReadOnlyOffice,
    RoleNotChosen,
    RoleNotHeld,
    TooManyTries,
    WritingStopped,
    WrongLogin,
)
from kinerja_desktop.domain.huruf import folded
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.sandi import MAKS_GAGAL, check_new, wait_after
from kinerja_desktop.services import calendar_table, settings, trail
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.clock import SystemClock
from kinerja_desktop.services.context import ALL_ROLES, Actor, Clock, Context, FreshFor, Office, permits
from kinerja_desktop.services.holding import has_admin, posts_of
from kinerja_desktop.services.passwords import (
    PRACTICE,
    TARGET,
    Cost,
    cost_in,
    fits,
    hash_here,
    hash_sandi,
    nobody,
    suited,
)
from kinerja_desktop.storage.records import Account
from kinerja_desktop.storage.unit_of_work import Unit

STRANGERS = "masuk.tak_dikenal"
_ACCOUNT = "Akun"
_CODE_TRIES = 5
_BEFORE_VERSIONS, _LOGINS_BACK = "0", 20
WALL = SystemClock()
"""The PC's clock, also in a practice office: what is told to a person about waiting."""


@dataclass(frozen=True, slots=True)
class Session:
    """Who logged in and the roles open to him today, in the order of the SOP.

    ``sementara`` are roles in which he only stands in (see ``actors_of``). ``jam_mundur`` is the moment of the last
    act where the PC's clock is earlier than that: to be shown and asked about once, never refused. ``diperbarui``: the
    program is newer than at his log-in before this one.
    """

    pegawai_id: str
    nama: str
    peran: tuple[Actor, ...]
    sementara: frozenset[Role] = frozenset()
    jam_mundur: datetime | None = None
    diperbarui: bool = False


def normal_name(pengguna: str) -> str:
    """A user name as accounts keep it: without capitals and outer spaces."""
    return folded(pengguna).strip()


def cost_of(office: Office) -> Cost:
    """Parameters that passwords of this office are hashed with."""
    return PRACTICE if office.latihan else TARGET


# --- log-in ------------------------------------------------------------------------------------


def log_in(office: Office, pengguna: str, sandi: str, *, untuk: FreshFor | None = None, wall: Clock = WALL) -> Session:
    """Check name and password; ``untuk`` names the act of weight that a command was called for with this password.

    Raises WrongLogin, TooManyTries, AccountLocked, PasswordMustChange and CodeExpired for a one-time code, and NoRole
    where all fits but no role is in force. Fills the calendar of this year and the next where it is missing.
    """
    checked = check_sandi(office, pengguna, sandi, wall=wall)
    account = checked.account
    if account.kode_sampai is not None:
        raise PasswordMustChange
    now = office.clock.now()
    with office.store.unit() as unit:
        _hold_account(unit, account)
        last = unit.journal.last_time()
        person = unit.people.get(account.pegawai_id)
        actors = actors_of(unit, person.id, now.date())
        if not actors:
            raise NoRole(person.nama)
        extra = {a.role for a in actors} - {a.role for a in _held(unit, person.id, now.date())}
        fresh = _remember_success(unit, office, checked, sandi, wall.now())
        back = last if last is not None and now < last else None
        newer = _is_newer_than_before(unit, person.id)
        told = {
            "hasil": "masuk",
            "jam_mundur": None if back is None else back.isoformat(),
            "program": __version__,
        }
        trail.record(unit, actors[0], now, trail.Kind.LOGIN, fresh.pegawai_id, isi=told, sidik=fresh)
        calendar_table.ensure_years(unit, calendar_table.needed_years(unit, now.date()), now)
        _commit_if_possible(unit)
    if untuk is not None:
        for actor in actors:
            office.confirmed.remember(actor.id, untuk)
    return Session(person.id, person.nama, actors, frozenset(extra), back, newer)


def _is_newer_than_before(unit: Unit, pegawai_id: str) -> bool:
    """Whether somebody logged in with an older program last; log-ins that name none are of the first version."""
    told = unit.journal.records(trail.Kind.LOGIN.value, pegawai_id, limit=_LOGINS_BACK)
    last = next((row for row in reversed(told) if row.isi.get("hasil") == "masuk"), None)
    return last is not None and _numbers(str(last.isi.get("program", _BEFORE_VERSIONS))) < _numbers(__version__)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)[:3]))


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


@dataclass(frozen=True, slots=True)
class Checked:
    """An account whose password fitted, and how many milliseconds the check took."""

    account: Account
    took: int


def check_sandi(office: Office, pengguna: str, sandi: str, *, wall: Clock = WALL) -> Checked:
    """The account that name and password (or one-time code) belong to; a wrong try is counted and recorded.

    Raises WrongLogin, TooManyTries, AccountLocked, CodeExpired, OutOfMemory; the last is no try.
    """
    with office.store.read() as unit:
        account = unit.accounts.by_pengguna(normal_name(pengguna))
        state = account or _strangers(unit, cost_of(office))
        zone = settings.zona(unit).tzinfo
        tries = trail.version(unit, trail.Kind.LOGIN)
    if account is not None and account.gagal >= MAKS_GAGAL:
        raise AccountLocked(account.gagal)
    _hold_wait(state, office.uptime(), wall.now(), zone)
    typed = sandi if state.kode_sampai is None else code_in(sandi)
    begun = office.uptime()
    if not fits(typed, state.sandi_hash) or account is None:
        _remember_failure(office, account, state, wall.now())
        raise WrongLogin
    if account.kode_sampai is not None and not _is_good(account, tries):
        raise CodeExpired
    return Checked(account, office.uptime() - begun)


def code_in(teks: str) -> str:
    """A one-time code as it was made, however it was typed: words without capitals, one space between."""
    return " ".join(re.findall(r"[a-z]+", teks.casefold()))


def _is_good(account: Account, tries: int) -> bool:
    """A code is good for so many log-ins of anybody, and for a few wrong tries: nothing that a clock could change."""
    assert account.kode_sampai is not None
    return tries <= account.kode_sampai and account.gagal < _CODE_TRIES


def _hold_wait(state: Account, uptime: int, now: datetime, zone: tzinfo) -> None:
    """Raise TooManyTries while the account waits.

    What passed since the last wrong try is at least the difference of both uptimes, and where the PC was started anew
    since then, at least the present one.
    """
    since = state.gagal_pada or 0
    passed = timedelta(milliseconds=uptime - since if uptime >= since else uptime)
    left = wait_after(state.gagal) - passed
    if left > timedelta(0):
        raise TooManyTries((now + left).astimezone(zone))


def _remember_failure(office: Office, account: Account | None, state: Account, wall_now: datetime) -> None:
    gagal = state.gagal + 1
    after = replace(state, gagal=gagal, tunggu_sampai=wall_now + wait_after(gagal), gagal_pada=office.uptime())
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


def _remember_success(unit: Unit, office: Office, checked: Checked, sandi: str, wall_now: datetime) -> Account:
    account = checked.account
    stored, cost = account.sandi_hash, cost_in(account.sandi_hash)
    wanted = PRACTICE if office.latihan else suited(cost, checked.took)
    if wanted != cost:
        with suppress(OutOfMemory):  # the password was right; it is hashed anew another time
            stored = hash_sandi(sandi, wanted)
    fresh = replace(calm(account), sandi_hash=stored, terakhir_masuk=wall_now)
    unit.accounts.put(fresh)
    if stored != account.sandi_hash:
        record_account(unit, trail.PROGRAM, office.clock.now(), fresh)
    return fresh


def calm(account: Account) -> Account:
    """The account without wrong tries."""
    return replace(account, gagal=0, tunggu_sampai=None, gagal_pada=None)


def _strangers(unit: Unit, cost: Cost) -> Account:
    """One shared account of all unknown names; nobody's password fits it."""
    kept = json.loads(unit.settings.get(STRANGERS) or "{}")
    known = next(filter(None, map(unit.accounts.by_pengguna, unit.accounts.names())), None)
    return Account(
        pegawai_id="",
        pengguna="",
        sandi_hash=nobody(cost_in(known.sandi_hash) if known else cost),
        gagal=kept.get("gagal", 0),
        tunggu_sampai=None,
        terakhir_masuk=None,
        gagal_pada=kept.get("pada"),
    )


def _put_strangers(unit: Unit, state: Account) -> str:
    kept = json.dumps({"gagal": state.gagal, "pada": state.gagal_pada})
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


def roles_now(office: Office, session: Session) -> tuple[Actor, ...]:
    """The roles that are left to who logged in, where the one in which he acted has ended; none: he must go."""
    with office.store.read() as unit:
        return actors_of(unit, session.pegawai_id, office.clock.now().date())


# --- passwords ---------------------------------------------------------------------------------


@permits(*ALL_ROLES)
def confirm_password(ctx: Context, sandi: str, untuk: FreshFor, *, wall: Clock = WALL) -> None:
    """Take the actor's own password before an act of this kind; it counts for a few minutes (``FRESH_MS``).

    A wrong one counts like a wrong log-in. Raises WrongLogin, TooManyTries, AccountLocked.
    """
    check_sandi(ctx.office, _own_account(ctx).pengguna, sandi, wall=wall)
    ctx.office.confirmed.remember(ctx.actor.id, untuk)


@permits(Role.ADMIN, Role.KASUBAG_PERENCANAAN)
def confirm_second(ctx: Context, pengguna: str, sandi: str, untuk: Berdua, *, wall: Clock = WALL) -> None:
    """Take the password of another official for what is done by two; ``granting`` holds whether he may stand for it.

    An Admin who plans as well grants roles by a workbook too. Raises what `check_sandi` raises, and PasswordMustChange:
    a one-time code is no password of his own.
    """
    account = check_sandi(ctx.office, pengguna, sandi, wall=wall).account
    if account.kode_sampai is not None:
        raise PasswordMustChange
    with ctx.office.store.read() as unit:
        posts = posts_of(unit, account.pegawai_id)
    for post in posts:
        ctx.office.confirmed.remember(post.id, untuk)


@permits(*ALL_ROLES)
def change_password(ctx: Context, lama: str, baru: str, *, wall: Clock = WALL) -> Changes:
    """Give oneself a new password. Raises WrongLogin, TooManyTries, PasswordTooWeak, PasswordCommon."""
    replace_password(ctx.office, _own_account(ctx).pengguna, lama, baru, wall=wall)
    return frozenset({Change.PEOPLE})


def replace_password(office: Office, pengguna: str, lama: str, baru: str, *, wall: Clock = WALL) -> None:
    """Put an own password in the place of the old one or of a one-time code, which is used up by it.

    Raises what `check_sandi` raises, PasswordTooWeak, PasswordCommon.
    """
    account = check_sandi(office, pengguna, lama, wall=wall).account
    with office.store.read() as unit:
        person = unit.people.get(account.pegawai_id)
    check_new(baru, (person.nama, account.pengguna, person.nip or "", lama))
    fresh = replace(calm(account), sandi_hash=hash_here(baru, cost_of(office)), kode_sampai=None)
    with office.store.unit() as unit:
        unit.accounts.put(fresh)
        own = next(iter(actors_of(unit, person.id, office.clock.now().date())), trail.PROGRAM)
        record_account(unit, own, office.clock.now(), fresh)
        unit.commit()


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
    blank = blank_account(unit, pegawai, pengguna)
    check_new(sandi, (pegawai.nama, blank.pengguna, pegawai.nip or ""))
    account = replace(blank, sandi_hash=hash_here(sandi, cost))
    unit.accounts.put(account)
    record_account(unit, actor, pada, account)
    return account


def blank_account(unit: Unit, pegawai: Pegawai, pengguna: str) -> Account:
    """An account that is not stored yet and opens to nothing. Raises NameTaken."""
    name = normal_name(pengguna)
    if unit.accounts.by_pengguna(name) is not None:
        raise NameTaken(name)
    return Account(pegawai.id, name, "", 0, None, None)


def record_account(unit: Unit, actor: Actor, pada: datetime, account: Account, **told: object) -> None:
    """Tell the history that an account was made or changed; never its password or code."""
    content = {"pengguna": account.pengguna, **told}
    trail.record(unit, actor, pada, trail.Kind.ACCOUNT, account.pegawai_id, isi=content, sidik=account)
