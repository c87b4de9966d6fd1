"""Roles, accounts and the sheet are given by two: the Admin and one more official; alone only on the first day."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kinerja_desktop.domain.errors import (
    Berdua,
    FieldsRefused,
    LastAdmin,
    LembarSalah,
    NameTaken,
    PasswordMustChange,
    SecondNeeded,
    WrongLogin,
)
from kinerja_desktop.domain.ids import new_id
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import auth, backup_keys, granting, password_help, people, settings, succession, trail
from kinerja_desktop.services.context import Confirmations, Context, FreshFor
from kinerja_desktop.services.passwords import PRACTICE
from kinerja_desktop.services.succession_state import Serah
from tests.office import ANDI, BUDI, JOKO, OPENING, RAHMA, SITI, TUTI, Kantor

SANDI = "ayam jago di pagar"
MORE = replace(SITI, peran=(*SITI.peran, Role.KASUBAG_PERENCANAAN))


@pytest.fixture
def admin(kantor: Kantor) -> Context:
    """The Admin, who has just given his own password and nobody else has; Andi and Budi can log in too."""
    office = replace(kantor.office, latihan=True, confirmed=Confirmations())
    with office.store.unit() as unit:
        unit.settings.put(settings.OFFICE_ID, new_id())
        for name, person in {"joko": JOKO, "andi": ANDI, "budi": BUDI}.items():
            auth.open_account(unit, trail.PROGRAM, OPENING, person, pengguna=name, sandi=SANDI, cost=PRACTICE)
        unit.commit()
    office.confirmed.remember(JOKO.id, FreshFor.ROLES)
    return replace(kantor.ctx(JOKO), office=office)


def give(admin: Context, person: Pegawai) -> str:
    """Store a person; who stood for it as the record tells."""
    stored = people.save_person(admin, person, _seen(admin, person))
    with admin.office.store.read() as unit:
        told = unit.journal.records(trail.Kind.PERSON.value, stored.id)[-1]
    return str(told.isi.get("kedua"))


def _seen(admin: Context, person: Pegawai) -> int:
    with admin.office.store.read() as unit:
        return trail.version(unit, trail.Kind.PERSON, person.id) if person.id else 0


def test_a_role_is_given_with_the_password_of_a_second_official(admin: Context) -> None:
    with pytest.raises(SecondNeeded) as needed:
        give(admin, MORE)
    assert [name for name, _ in needed.value.pejabat] == ["andi"]  # no analis, not the Admin himself
    assert needed.value.tentang == f"{SITI.nama} (Kasubag, Kasubag Perencanaan)"  # what he agrees to

    auth.confirm_second(admin, "andi", SANDI, Berdua.PERAN)
    assert give(admin, MORE) == ANDI.id


def test_who_agreed_once_agreed_to_nothing_more(admin: Context) -> None:
    auth.confirm_second(admin, "andi", SANDI, Berdua.PERAN)
    give(admin, MORE)
    with pytest.raises(SecondNeeded):
        give(admin, replace(BUDI, peran=(*BUDI.peran, Role.KABID)))


def test_an_act_that_failed_leaves_no_agreement_for_another(admin: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    auth.confirm_second(admin, "andi", SANDI, Berdua.PERAN)
    with monkeypatch.context() as patched:
        patched.setattr(people, "put_person", _refused)
        with pytest.raises(LastAdmin):
            give(admin, MORE)
    with pytest.raises(SecondNeeded):
        give(admin, replace(BUDI, peran=(*BUDI.peran, Role.KABID)))


def _refused(*_args: object, **_named: object) -> None:
    raise LastAdmin


def test_one_agreement_makes_one_sheet(admin: Context) -> None:
    auth.confirm_second(admin, "andi", SANDI, Berdua.LEMBAR)
    admin.office.confirmed.remember(JOKO.id, FreshFor.RESTORE)
    granting.new_sheet(admin)
    with pytest.raises(SecondNeeded):
        granting.new_sheet(admin)


def test_a_wrong_password_gives_nothing(admin: Context) -> None:
    with pytest.raises(WrongLogin):
        auth.confirm_second(admin, "andi", "salah sama sekali", Berdua.PERAN)
    with pytest.raises(SecondNeeded):
        give(admin, MORE)


@pytest.mark.parametrize("name", ["joko", "budi"])
def test_neither_the_admin_himself_nor_somebody_without_an_office_is_the_second(admin: Context, name: str) -> None:
    auth.confirm_second(admin, name, SANDI, Berdua.PERAN)
    with pytest.raises(SecondNeeded):
        give(admin, MORE)


def test_nobody_stands_for_his_own_role(admin: Context) -> None:
    with admin.office.store.unit() as unit:
        auth.open_account(unit, trail.PROGRAM, OPENING, SITI, pengguna="siti", sandi=SANDI, cost=PRACTICE)
        unit.commit()
    auth.confirm_second(admin, "siti", SANDI, Berdua.PERAN)
    with pytest.raises(SecondNeeded):
        give(admin, MORE)


def test_a_one_time_code_is_no_password_of_ones_own(admin: Context) -> None:
    auth.confirm_second(admin, "andi", SANDI, Berdua.AKUN)
    kode = people.open_account(admin, SITI.id, "siti").kode
    with pytest.raises(PasswordMustChange):
        auth.confirm_second(admin, "siti", kode, Berdua.PERAN)


@pytest.fixture
def first_day(kantor: Kantor) -> Context:
    """Nobody but the Admin can log in."""
    office = replace(kantor.office, latihan=True, confirmed=Confirmations())
    with office.store.unit() as unit:
        unit.settings.put(settings.OFFICE_ID, new_id())
        auth.open_account(unit, trail.PROGRAM, OPENING, JOKO, pengguna="joko", sandi=SANDI, cost=PRACTICE)
        unit.commit()
    for kind in FreshFor:
        office.confirmed.remember(JOKO.id, kind)
    return replace(kantor.ctx(JOKO), office=office)


def test_alone_where_nobody_else_ever_could_and_the_record_says_so(first_day: Context) -> None:
    assert give(first_day, MORE) == granting.ALONE
    people.open_account(first_day, ANDI.id, "andi")  # has a code and no password of his own yet
    assert helped(first_day, ANDI) == [JOKO.id, granting.ALONE]
    assert give(first_day, replace(BUDI, peran=(*BUDI.peran, Role.KABID))) == granting.ALONE
    assert granting.new_sheet(first_day)


@pytest.mark.parametrize("ended", [{"sampai": date(2026, 7, 1)}, {"peran": ()}], ids=["his time", "his role"])
def test_an_admin_who_ends_the_others_first_is_not_alone_by_that(admin: Context, ended: dict[str, Any]) -> None:
    for after in (replace(ANDI, pangkat="Pembina"), replace(ANDI, **ended)):
        give(admin, after)
    with pytest.raises(SecondNeeded) as needed:
        give(admin, MORE)
    assert [name for name, _ in needed.value.pejabat] == ["andi"]
    auth.confirm_second(admin, "andi", SANDI, Berdua.PERAN)
    assert give(admin, MORE) == ANDI.id


# --- accounts and the sheet ----------------------------------------------------------------------


def helped(admin: Context, person: Pegawai) -> list[str]:
    """Who made the newest code of somebody, as the record tells."""
    with admin.office.store.read() as unit:
        told = unit.journal.records(trail.Kind.ACCOUNT.value, person.id)[-1]
    return list(told.isi["penolong"])


@pytest.mark.parametrize("person", [RAHMA, replace(TUTI, peran=())], ids=["with a role", "without one yet"])
def test_an_account_is_opened_by_two(admin: Context, person: Pegawai) -> None:
    """Whoever reads the code could act as its owner, and keep the password until he has a role."""
    give(admin, person)
    with pytest.raises(SecondNeeded) as needed:
        people.open_account(admin, person.id, "baru")
    assert needed.value.untuk is Berdua.AKUN
    with admin.office.store.read() as unit:
        assert unit.accounts.by_pengguna("baru") is None

    auth.confirm_second(admin, "andi", SANDI, Berdua.AKUN)
    assert people.open_account(admin, person.id, "baru").kode
    assert helped(admin, person) == [JOKO.id, ANDI.id]


def test_who_agreed_to_a_role_did_not_agree_to_an_account(admin: Context) -> None:
    auth.confirm_second(admin, "andi", SANDI, Berdua.PERAN)
    with pytest.raises(SecondNeeded):
        people.open_account(admin, SITI.id, "siti")


def test_the_account_of_a_successor_names_both(admin: Context) -> None:
    auth.confirm_second(admin, "andi", SANDI, Berdua.PERAN)
    serah = Serah(lama=SITI.id, baru=TUTI.id, mulai=admin.today(), pengguna="tuti")
    assert succession.hand_post_over(admin, serah, seen=_seen(admin, SITI)).kode
    with admin.office.store.read() as unit:
        told = unit.journal.records(trail.Kind.ACCOUNT.value)[-1]
    assert told.isi["penolong"] == [JOKO.id, ANDI.id]


def test_the_sheet_that_opens_every_account_is_made_by_two(admin: Context) -> None:
    admin.office.confirmed.remember(JOKO.id, FreshFor.RESTORE)
    with pytest.raises(SecondNeeded):
        granting.new_sheet(admin)
    assert not backup_keys.has_sheet(admin.office)

    auth.confirm_second(admin, "andi", SANDI, Berdua.LEMBAR)
    sheet, _ = granting.new_sheet(admin)
    assert password_help.help_by_sheet(admin.office, "andi", sheet.kata)


def test_the_sheet_stands_for_the_second_official(admin: Context) -> None:
    sheet = backup_keys.make_keys(admin.office)
    granting.confirm_by_sheet(admin, sheet.kata, Berdua.AKUN)
    people.open_account(admin, SITI.id, "siti")
    assert helped(admin, SITI) == [JOKO.id, granting.SHEET]
    with pytest.raises(SecondNeeded):
        give(admin, MORE)  # for its kind alone


def test_an_older_sheet_or_that_of_another_office_does_not(admin: Context) -> None:
    older = backup_keys.make_keys(admin.office)
    backup_keys.make_keys(admin.office)
    with pytest.raises(LembarSalah):
        granting.confirm_by_sheet(admin, older.kata, Berdua.AKUN)
    with pytest.raises(SecondNeeded):
        people.open_account(admin, SITI.id, "siti")


@pytest.mark.parametrize(
    "less",
    [
        replace(SITI, pangkat="Penata"),
        replace(SITI, peran=()),
        replace(SITI, sampai=date(2026, 12, 31)),
        Pegawai("Rina Ibarat", "Pelaksana", ()),
    ],
    ids=["nothing of it", "a role less", "ended", "a new one without a role"],
)
def test_what_gives_no_role_asks_for_nobody(admin: Context, less: Pegawai) -> None:
    assert give(admin, less) == "None"


@pytest.mark.parametrize(
    "more",
    [
        MORE,
        replace(SITI, seksi="PEM"),
        replace(SITI, mulai=date(2020, 1, 1)),
        replace(SITI, nip=BUDI.nip),
        replace(SITI, id="", nama="Rina Ibarat", nip=None),
    ],
    ids=["a role more", "another seksi", "another time", "the roles of another", "a new one with a role"],
)
def test_what_gives_more_asks(admin: Context, more: Pegawai) -> None:
    with pytest.raises(SecondNeeded):
        give(admin, more)


@pytest.mark.parametrize(
    "joined",
    [
        replace(TUTI, peran=(), nip=RAHMA.nip),
        replace(TUTI, peran=(), nip=" ".join(RAHMA.nip or "")),
        Pegawai("Rina Ibarat", "Pelaksana", (), nip=RAHMA.nip),
        Pegawai("Rina Ibarat", "Pelaksana", (), pengguna="rahma"),
    ],
    ids=["his NIP", "his NIP, written apart", "a new one of his NIP", "a new one of his user name"],
)
def test_a_row_without_a_role_asks_too_where_it_becomes_that_of_somebody_with_one(
    admin: Context, joined: Pegawai
) -> None:
    """Else its account, which the Admin opens alone, would act in that person's roles."""
    with admin.office.store.unit() as unit:
        unit.people.put(replace(RAHMA, pengguna="rahma"))
        unit.commit()
    with pytest.raises(SecondNeeded):
        give(admin, joined)


@pytest.mark.parametrize("pengguna", ["andi2", "andi"])
def test_nobody_gets_a_second_account_that_takes_the_place_of_his_own(admin: Context, pengguna: str) -> None:
    with pytest.raises((FieldsRefused, NameTaken)):
        people.open_account(admin, ANDI.id, pengguna)
    assert auth.log_in(admin.office, "andi", SANDI).pegawai_id == ANDI.id


def test_nor_does_another_row_of_his(admin: Context) -> None:
    auth.confirm_second(admin, "andi", SANDI, Berdua.PERAN)
    give(admin, replace(BUDI, id="", peran=(), nip=ANDI.nip))
    with admin.office.store.read() as unit:
        other = next(p for p in unit.people.all() if p.nip == ANDI.nip and p.id != ANDI.id)
    with pytest.raises(FieldsRefused):
        people.open_account(admin, other.id, "hantu")


def test_a_post_that_is_handed_over_needs_two_as_well(admin: Context) -> None:
    serah = Serah(lama=SITI.id, baru=TUTI.id, mulai=admin.today())
    seen = _seen(admin, SITI)
    with pytest.raises(SecondNeeded):
        succession.hand_post_over(admin, serah, seen=seen)

    auth.confirm_second(admin, "andi", SANDI, Berdua.PERAN)
    assert succession.hand_post_over(admin, serah, seen=seen).kode == ""
