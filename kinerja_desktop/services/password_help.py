"""Help with a forgotten password, without a network and without anybody learning the new one.

Two officials who give their own passwords, or the words of the office's recovery sheet, make a code of four words. Its
owner logs in with it once and gives himself a password. A code is good for the next ``GOOD_FOR`` log-ins of the office
(about a working day) and a few wrong tries, so no clock decides; a new one puts the old one out of use. A first account
begins with such a code too (``people.open_account``). Who helped stands in the history, the code nowhere.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kinerja_desktop.domain.errors import (
    HelperWrong,
    HelpRefused,
    LembarSalah,
    NotFound,
    PasswordMustChange,
    SebabBantuan,
    SebabLembar,
    WrongLogin,
)
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.exchange import kata_pemulihan
from kinerja_desktop.services import auth, backup_keys, trail
from kinerja_desktop.services.context import Actor, Clock, Office
from kinerja_desktop.services.holding import same_person
from kinerja_desktop.services.passwords import hash_here
from kinerja_desktop.storage.records import Account
from kinerja_desktop.storage.unit_of_work import Unit

GOOD_FOR = 40
"""Log-ins of anybody, right or wrong, until a code is void."""
_WORDS = 4
_LEADERS = frozenset({Role.CAMAT, Role.KABID, Role.KASUBAG_PERENCANAAN, Role.ADMIN})
OFFICIALS = _LEADERS | {Role.KASUBAG}
"""Who may help, or stand for what is done by two (``granting``)."""


@dataclass(frozen=True, slots=True)
class Penolong:
    """Somebody who may help: user name, name, title."""

    pengguna: str
    nama: str
    jabatan: str


@dataclass(frozen=True, slots=True)
class SandiPenolong:
    """The user name of a helper and his own password."""

    pengguna: str
    sandi: str


def helpers(office: Office, pengguna: str) -> tuple[Penolong, ...]:
    """Who may help this person today, leaders first."""
    today = office.clock.now().date()
    with office.store.read() as unit:
        able = officials(unit, today, _person(unit, pengguna), with_code=True)
    return tuple(Penolong(account.pengguna, p.nama, p.jabatan_tercetak) for account, p in able)


def officials(
    unit: Unit, today: date, *besides: Pegawai, with_code: bool = False
) -> tuple[tuple[Account, Pegawai], ...]:
    """Officials of today with an account, leaders first, besides some; ``with_code``: also without own password yet."""
    found = [
        (account, p, _roles(unit, p, today))
        for account, p in with_account(unit)
        if (with_code or account.kode_sampai is None) and not any(same_person(p, other) for other in besides)
    ]
    able = [one for one in found if one[2] & OFFICIALS]
    able.sort(key=lambda one: not one[2] & _LEADERS)
    return tuple((account, p) for account, p, _ in able)


def help_by_two(
    office: Office, pengguna: str, one: SandiPenolong, other: SandiPenolong, *, wall: Clock = auth.WALL
) -> str:
    """A one-time code for somebody, given by two officials of whom one is a leader.

    Raises HelperWrong, HelpRefused, and what else `auth.check_sandi` raises of a helper's password.
    """
    given = [_account(office, each, wall) for each in (one, other)]
    today = office.clock.now().date()
    with office.store.unit() as unit:
        person = _person(unit, pengguna)
        who = [unit.people.get(account.pegawai_id) for account in given]
        actors = [_helping(unit, helper, person, today) for helper in who]
        if same_person(*who):
            raise HelpRefused(SebabBantuan.SAMA, who[0].nama)
        if not any(_roles(unit, helper, today) & _LEADERS for helper in who):
            raise HelpRefused(SebabBantuan.TANPA_PIMPINAN, who[1].nama)
        account = auth.account_of(unit, person.id)
        code = give_code(unit, office, actors[0], account, penolong=[helper.id for helper in who])
        unit.commit()
    return code


def _account(office: Office, helper: SandiPenolong, wall: Clock) -> Account:
    """The account of a helper whose password fits. Raises HelperWrong; a one-time code is no password of his own."""
    try:
        account = auth.check_sandi(office, helper.pengguna, helper.sandi, wall=wall).account
    except WrongLogin:
        with office.store.read() as unit:
            raise HelperWrong(helper.pengguna, _person(unit, helper.pengguna).nama) from None
    if account.kode_sampai is not None:
        raise PasswordMustChange
    return account


def help_by_sheet(office: Office, pengguna: str, words: Sequence[str]) -> str:
    """A one-time code for somebody, given by whoever holds the office's recovery sheet.

    For the day on which no two officials can log in. Raises LembarSalah.
    """
    if not backup_keys.is_of_sheet(office, words):
        raise LembarSalah(SebabLembar.TIDAK_COCOK, len(words))
    with office.store.unit() as unit:
        account = auth.account_of(unit, _person(unit, pengguna).id)
        code = give_code(unit, office, trail.PROGRAM, account, penolong=["lembar pemulihan"])
        unit.commit()
    return code


def give_code(unit: Unit, office: Office, actor: Actor, account: Account, *, penolong: Sequence[str]) -> str:
    """Put a fresh one-time code in the place of an account's password, and say what it is this once."""
    code = kata_pemulihan.some_words(_WORDS, secrets.randbelow)
    until = trail.version(unit, trail.Kind.LOGIN) + GOOD_FOR
    cost = auth.cost_of(office)
    fresh = replace(auth.calm(account), sandi_hash=hash_here(code, cost), kode_sampai=until)
    unit.accounts.put(fresh)
    auth.record_account(unit, actor, office.clock.now(), fresh, kode="sekali pakai", penolong=list(penolong))
    return code


def _helping(unit: Unit, helper: Pegawai, person: Pegawai, today: date) -> Actor:
    """The helper in the role by which he may help. Raises HelpRefused."""
    if same_person(helper, person):
        raise HelpRefused(SebabBantuan.DIRI_SENDIRI, helper.nama)
    actors = [a for a in auth.actors_of(unit, helper.id, today) if a.role in OFFICIALS]
    if not actors:
        raise HelpRefused(SebabBantuan.BUKAN_PEJABAT, helper.nama)
    return actors[0]


def _roles(unit: Unit, person: Pegawai, today: date) -> frozenset[Role]:
    return frozenset(actor.role for actor in auth.actors_of(unit, person.id, today))


def with_account(unit: Unit) -> list[tuple[Account, Pegawai]]:
    """Everybody who has an account, and the row that it was made for."""
    found = [unit.accounts.by_pengguna(name) for name in unit.accounts.names()]
    return [(account, unit.people.get(account.pegawai_id)) for account in found if account is not None]


def _person(unit: Unit, pengguna: str) -> Pegawai:
    """Who a user name belongs to. Raises NotFound."""
    account = unit.accounts.by_pengguna(auth.normal_name(pengguna))
    if account is None:
        raise NotFound("Akun", pengguna)
    return unit.people.get(account.pegawai_id)
