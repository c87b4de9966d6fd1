"""People of the office: their jabatan, roles and dates, their accounts, and the seksi.

Nobody is deleted: who leaves is closed (``sampai``), and papers keep naming him. A role is looked up at the
date of the act, so a change holds from the next act on.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from kinerja_desktop.domain.errors import Berdua, FieldsRefused, IsianSalah, LastAdmin, NipSalah, SebabIsian, StillHolds
from kinerja_desktop.domain.indikator import Seksi
from kinerja_desktop.domain.nip import read_nip, warnings_of
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import auth, granting, holding, password_help, trail
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import Actor, Context, FreshFor, hold_fresh, permits
from kinerja_desktop.services.hidden_signs import hidden_in
from kinerja_desktop.storage.unit_of_work import Unit


@dataclass(frozen=True, slots=True)
class PegawaiView:
    """One row of Pengguna. ``pengguna`` is None without an account; ``tugas`` counts what waits for his roles."""

    pegawai: Pegawai
    pengguna: str | None
    ditutup: bool
    tugas: int
    peringatan: tuple[str, ...]
    versi: int


@dataclass(frozen=True, slots=True)
class SeksiView:
    """A seksi with the number that a change names as seen."""

    seksi: Seksi
    versi: int


@dataclass(frozen=True, slots=True)
class Tersimpan:
    """Id of what was stored, and what changed."""

    id: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class AkunBaru:
    """The one-time code of a new account, and what changed."""

    kode: str
    changes: Changes


_CHANGED: Changes = frozenset({Change.PEOPLE})


@permits(Role.ADMIN)
def list_people(ctx: Context) -> tuple[PegawaiView, ...]:
    """Everybody, those in force first, then by name."""
    today = ctx.today()
    with ctx.office.store.read() as unit:
        rows = [_view(unit, person, today) for person in unit.people.all()]
    return tuple(sorted(rows, key=lambda row: (row.ditutup, row.pegawai.nama)))


@permits(Role.ADMIN)
def list_seksi(ctx: Context) -> tuple[SeksiView, ...]:
    """The seksi in the office's order."""
    with ctx.office.store.read() as unit:
        return tuple(SeksiView(s, trail.version(unit, trail.Kind.SEKSI, s.kode)) for s in unit.people.seksi())


def _view(unit: Unit, person: Pegawai, today: date) -> PegawaiView:
    return PegawaiView(
        person,
        holding.account_name(unit, person),
        not person.berlaku(today),
        _tasks_of(unit, person, today),
        tuple(w.value for w in warnings_of(person.nip, person.status)) if person.nip else (),
        trail.version(unit, trail.Kind.PERSON, person.id),
    )


@permits(Role.ADMIN)
def save_person(ctx: Context, pegawai: Pegawai, seen: int) -> Tersimpan:
    """Store a new person (``id`` empty, ``seen`` 0) or a changed one.

    Raises PasswordNeeded where it changes what somebody may do and when, SecondNeeded where it gives more,
    FieldsRefused, NipSalah, StaleWrite, LastAdmin, StillHolds.
    """
    with ctx.office.store.unit() as unit:
        before: Pegawai | None = None
        had_admin = holding.has_admin(unit, ctx.today())
        if pegawai.id:
            trail.check_seen(unit, pegawai.nama, seen, trail.Kind.PERSON, pegawai.id)
            before = unit.people.get(pegawai.id)
            check_leaving(unit, before, pegawai, ctx.today())
        pegawai = _check_form(unit, pegawai)
        kedua = hold_power(unit, ctx, before, pegawai)  # after the form: it is corrected before a password is asked
        stored = put_person(unit, ctx.actor, ctx.now(), pegawai, kedua=kedua)
        if had_admin:
            check_admin_left(unit, ctx.today())
        unit.commit()
    return Tersimpan(stored.id, _CHANGED)


def hold_power(unit: Unit, ctx: Context, before: Pegawai | None, after: Pegawai) -> str | None:
    """Hold what storing a person asks for; who stood for what it grants, None where it grants nothing.

    Raises PasswordNeeded, SecondNeeded.
    """
    if changes_power(before, after):
        hold_fresh(ctx, FreshFor.ROLES)
    return (
        granting.second_of(unit, ctx, Berdua.PERAN, *granting.states(before, after))
        if granting.grants(unit, before, after)
        else None
    )


def changes_power(before: Pegawai | None, after: Pegawai) -> bool:
    """True where storing changes what somebody may do, where, or from when until when."""
    if before is None:
        return bool(after.peran)
    return _power(before) != _power(after)


def _power(person: Pegawai) -> tuple[object, ...]:
    """Roles in any order, and where and when they hold."""
    return (frozenset(person.peran), person.seksi, person.mulai, person.sampai, person.pengguna, person.nip)


@permits(Role.ADMIN)
def close_person(ctx: Context, pegawai_id: str, sampai: date, seen: int) -> Changes:
    """End somebody's jabatan with this day. Raises StillHolds while tasks wait that nobody else could do."""
    with ctx.office.store.read() as unit:
        person = unit.people.get(pegawai_id)
    return save_person(ctx, replace(person, sampai=sampai), seen).changes


@permits(Role.ADMIN)
def save_seksi(ctx: Context, seksi: Seksi, seen: int) -> Changes:
    """Store a seksi. Raises FieldsRefused, StaleWrite."""
    faults = tuple(faults_of_seksi(seksi))
    if faults:
        raise FieldsRefused(faults)
    with ctx.office.store.unit() as unit:
        trail.check_seen(unit, seksi.nama, seen, trail.Kind.SEKSI, seksi.kode)
        put_seksi(unit, ctx.actor, ctx.now(), seksi)
        unit.commit()
    return _CHANGED


@permits(Role.ADMIN, fresh=FreshFor.ROLES)
def open_account(ctx: Context, pegawai_id: str, pengguna: str) -> AkunBaru:
    """Give somebody an account, which begins with a one-time code.

    Whoever reads the code could act as its owner, so it is made by two, also for who has no role yet: his account would
    keep the password given to it until he has one. Raises SecondNeeded, NameTaken, and FieldsRefused also for who has
    one, under whichever of his rows.
    """
    faults = tuple(_unfit(("pengguna", "Nama pengguna", pengguna)))
    if faults:
        raise FieldsRefused(faults)
    with ctx.office.store.unit() as unit:
        person = unit.people.get(pegawai_id)
        if holding.account_name(unit, person) is not None:
            raise FieldsRefused((IsianSalah("pengguna", "Nama pengguna", SebabIsian.GANDA),))
        account = auth.blank_account(unit, person, pengguna)
        kedua = granting.second_of(unit, ctx, Berdua.AKUN, person)
        kode = password_help.give_code(unit, ctx.office, ctx.actor, account, penolong=[ctx.actor.id, kedua])
        put_person(unit, ctx.actor, ctx.now(), replace(person, pengguna=account.pengguna))
        unit.commit()
    return AkunBaru(kode, _CHANGED)


# --- for setup and import ----------------------------------------------------------------------


def put_person(unit: Unit, actor: Actor, pada: datetime, pegawai: Pegawai, *, kedua: str | None = None) -> Pegawai:
    """Check and store a person with his record, which names who stood for a grant. Raises FieldsRefused, NipSalah."""
    stored = unit.people.get(unit.people.put(_check_form(unit, pegawai)).id)
    told = {"isi": stored} if kedua is None else {"isi": stored, "kedua": kedua}
    trail.record(unit, actor, pada, trail.Kind.PERSON, stored.id, isi=told, sidik=stored)
    return stored


def faults(unit: Unit, pegawai: Pegawai) -> tuple[IsianSalah, ...]:
    """Every field of a person that cannot be stored, but for the NIP."""
    return tuple(_faults(pegawai, {seksi.kode for seksi in unit.people.seksi()}))


def has_right_nip(pegawai: Pegawai) -> bool:
    """Whether the NIP of a person is one, as his status asks."""
    try:
        read_nip(pegawai.nip or "", pegawai.status)
    except NipSalah:
        return False
    return True


def is_sound(pegawai: Pegawai, seksi: Collection[str]) -> bool:
    """Whether a person can be stored in an office with these seksi."""
    return has_right_nip(pegawai) and not any(_faults(pegawai, seksi))


def put_seksi(unit: Unit, actor: Actor, pada: datetime, seksi: Seksi) -> None:
    """Store a seksi with its record."""
    unit.people.put_seksi(seksi)
    trail.record(unit, actor, pada, trail.Kind.SEKSI, seksi.kode, isi={"isi": seksi}, sidik=seksi)


# --- checks ------------------------------------------------------------------------------------


def _check_form(unit: Unit, pegawai: Pegawai) -> Pegawai:
    """The person as he is stored. Raises FieldsRefused, NipSalah."""
    if found := faults(unit, pegawai):
        raise FieldsRefused(found)
    return replace(pegawai, nip=read_nip(pegawai.nip or "", pegawai.status))


def _faults(p: Pegawai, known: Collection[str]) -> Iterator[IsianSalah]:
    yield from _unfit(("nama", "Nama", p.nama), ("jabatan", "Jabatan", p.jabatan))
    yield from hidden_in(
        ("pangkat", "Pangkat", p.pangkat or ""),
        ("golongan", "Golongan", p.golongan or ""),
        ("pengguna", "Nama pengguna", p.pengguna or ""),
    )
    if p.seksi is None and any(role.of_seksi for role in p.peran):
        yield IsianSalah("seksi", "Seksi", SebabIsian.KOSONG)
    if p.seksi is not None and p.seksi not in known:
        yield IsianSalah("seksi", "Seksi", SebabIsian.TIDAK_ADA)
    if p.mulai is not None and p.sampai is not None and p.sampai < p.mulai:
        yield IsianSalah("sampai", "Tanggal selesai", SebabIsian.TERBALIK)


def faults_of_seksi(seksi: Seksi) -> Iterator[IsianSalah]:
    """Every field of a seksi that cannot be stored."""
    return _unfit(("kode", "Kode seksi", seksi.kode), ("nama", "Nama seksi", seksi.nama))


def _unfit(*names: tuple[str, str, str]) -> Iterator[IsianSalah]:
    """Which of these are no names: they are empty, or hold signs that nobody sees."""
    for kunci, label, teks in names:
        if not teks.strip():
            yield IsianSalah(kunci, label, SebabIsian.KOSONG)
    yield from hidden_in(*names)


def _tasks_of(unit: Unit, person: Pegawai, today: date, *, alone: bool = False) -> int:
    """Open cases on the desks of this person's roles; with ``alone`` only those that nobody else could do."""
    if not person.berlaku(today):
        return 0
    desks = [role for role in person.peran if not alone or _nobody_else(unit, person, role, today)]
    cases = [case for role in desks for case in unit.cases.listing(desk=role)]
    return sum(1 for case in cases if not (case.desk and case.desk.of_seksi) or case.seksi == person.seksi)


def _nobody_else(unit: Unit, person: Pegawai, role: Role, today: date) -> bool:
    seksi = person.seksi if role.of_seksi else None
    return {p.id for p in unit.people.holders(role, today + timedelta(days=1), seksi)} <= {person.id}


def check_leaving(unit: Unit, before: Pegawai, after: Pegawai, today: date) -> None:
    """Refuse to take away a role while a task waits on its desk that only this person could do. Raises StillHolds.

    Who could do it is asked for tomorrow: others end with today as well, and a successor may begin then.
    """
    next_day = today + timedelta(days=1)
    kept = after.peran if after.berlaku(next_day) and after.seksi == before.seksi else ()
    lost = replace(before, peran=tuple(role for role in before.peran if role not in kept))
    waiting = _tasks_of(unit, lost, today, alone=True)
    if waiting:
        raise StillHolds(before.nama, waiting)


def check_admin_left(unit: Unit, *days: date) -> None:
    """Refuse a change after which nobody could administer on one of these days or the day after. Raises LastAdmin."""
    if not all(holding.has_admin(unit, day + timedelta(days=n)) for day in days for n in (0, 1)):
        raise LastAdmin
