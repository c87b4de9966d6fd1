"""A role is given by two: the Admin and one more official with his own password; alone only where nobody else can."""

from dataclasses import replace
from datetime import date

import pytest

from kinerja_desktop.domain.errors import Berdua, FieldsRefused, NameTaken, PasswordMustChange, SecondNeeded, WrongLogin
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import auth, granting, people, succession, trail
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

    auth.confirm_second(admin, "andi", SANDI, Berdua.PERAN)
    assert give(admin, MORE) == ANDI.id


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
    kode = people.open_account(admin, SITI.id, "siti").kode
    with pytest.raises(PasswordMustChange):
        auth.confirm_second(admin, "siti", kode, Berdua.PERAN)


def test_alone_where_nobody_else_can_and_the_record_says_so(admin: Context) -> None:
    with admin.office.store.unit() as unit:
        unit.people.put(replace(ANDI, sampai=date(2026, 7, 1)))
        unit.commit()
    assert give(admin, MORE) == granting.ALONE


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
