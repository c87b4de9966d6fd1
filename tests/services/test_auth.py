"""Log-in: who gets in, how long wrong tries wait, what stays unsaid."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kinerja_desktop.domain.errors import (
    NameTaken,
    NoRole,
    PasswordCommon,
    RoleNotChosen,
    TooManyTries,
    WrongLogin,
    WrongRole,
)
from kinerja_desktop.domain.pegawai import Penugasan
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import auth, people, trail
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.context import Context, Office
from kinerja_desktop.services.passwords import PRACTICE, Cost, hash_sandi, too_cheap
from tests.office import ANDI, JOKO, OPENING, RAHMA, SITI, Kantor

SANDI = "ayam jago di pagar"
WALL = datetime(2026, 7, 10, 1, 0, tzinfo=UTC)


@pytest.fixture
def office(kantor: Kantor) -> Office:
    """A practice office, so that hashing is cheap, with two accounts."""
    office = Office(kantor.store, kantor.clock, latihan=True)
    with office.store.unit() as unit:
        for person, name in ((ANDI, "Andi"), (JOKO, "joko")):
            auth.open_account(
                unit, trail.PROGRAM, office.clock.now(), person, pengguna=name, sandi=SANDI, cost=PRACTICE
            )
        unit.commit()
    return office


@pytest.fixture
def wall() -> SetClock:
    """The PC's clock, by which waiting is counted."""
    return SetClock(WALL)


def try_wrong(office: Office, wall: SetClock, name: str = "andi") -> None:
    with pytest.raises(WrongLogin):
        auth.log_in(office, name, "salah sekali", wall=wall)


def test_name_and_password_give_every_role_of_today(office: Office, wall: SetClock) -> None:
    session = auth.log_in(office, " ANDI ", SANDI, wall=wall)

    assert [a.role for a in session.peran] == [Role.KABID, Role.CAMAT]
    assert session.nama == ANDI.nama
    assert session.jam_mundur is None


def test_of_several_roles_one_is_named(office: Office, wall: SetClock) -> None:
    session = auth.log_in(office, "andi", SANDI, wall=wall)

    with pytest.raises(RoleNotChosen) as refused:
        auth.choose(session)
    assert refused.value.choices == ("kabid", "camat")
    assert auth.choose(session, "camat").role is Role.CAMAT
    with pytest.raises(WrongRole):
        auth.choose(session, "admin")


def test_a_single_role_needs_no_choice(office: Office, wall: SetClock) -> None:
    assert auth.choose(auth.log_in(office, "joko", SANDI, wall=wall)).role is Role.ADMIN


def test_the_first_log_in_of_a_year_fills_its_calendar(office: Office, kantor: Kantor, wall: SetClock) -> None:
    kantor.at(3, 2, 8, tahun=2031)
    auth.log_in(office, "joko", SANDI, wall=wall)

    with office.store.read() as unit:
        assert {2030, 2031, 2032} <= set(unit.calendar.years())
        table = unit.calendar.get(2031)
    assert table is not None
    assert not table.dikonfirmasi


def test_three_tries_are_free_and_then_waiting_doubles(office: Office, wall: SetClock) -> None:
    for seconds in (0, 0, 0, 2, 4, 8):
        try_wrong(office, wall)
        if seconds:
            with pytest.raises(TooManyTries):
                auth.log_in(office, "andi", SANDI, wall=wall)
        wall.waktu += timedelta(seconds=seconds)
    assert auth.log_in(office, "andi", SANDI, wall=wall).nama == ANDI.nama


def test_waiting_survives_a_restart_and_names_its_end_in_the_offices_zone(
    office: Office, kantor: Kantor, wall: SetClock
) -> None:
    for _ in range(4):
        try_wrong(office, wall)
    again = Office(kantor.store, kantor.clock, latihan=True)

    with pytest.raises(TooManyTries) as refused:
        auth.log_in(again, "andi", SANDI, wall=wall)
    assert refused.value.until == WALL + timedelta(seconds=2)
    assert refused.value.until.utcoffset() == timedelta(hours=8)


def test_a_clock_that_was_set_back_does_not_lengthen_the_wait(office: Office, wall: SetClock) -> None:
    for _ in range(4):
        try_wrong(office, wall)
    wall.waktu -= timedelta(days=3650)

    with pytest.raises(TooManyTries) as refused:
        auth.log_in(office, "andi", SANDI, wall=wall)
    assert refused.value.until == wall.now() + timedelta(seconds=2)


def test_a_thousand_guesses_in_an_hour_are_few_evaluated(office: Office, wall: SetClock) -> None:
    evaluated = 0
    for _ in range(1000):
        try:
            auth.log_in(office, "andi", "salah sekali", wall=wall)
        except WrongLogin:
            evaluated += 1
        except TooManyTries:
            pass
        wall.waktu += timedelta(seconds=3.6)
    assert evaluated <= 20


def test_an_unknown_name_is_refused_like_a_known_one(office: Office, wall: SetClock) -> None:
    for _ in range(4):
        try_wrong(office, wall, "siapa")
    with pytest.raises(TooManyTries):
        auth.log_in(office, "entah", SANDI, wall=wall)
    assert auth.log_in(office, "andi", SANDI, wall=wall).nama == ANDI.nama


def test_a_right_password_forgives_earlier_tries(office: Office, wall: SetClock) -> None:
    for _ in range(3):
        try_wrong(office, wall)
    auth.log_in(office, "andi", SANDI, wall=wall)
    for _ in range(3):
        try_wrong(office, wall)
    assert auth.log_in(office, "andi", SANDI, wall=wall).nama == ANDI.nama


def test_every_try_leaves_a_record(office: Office, wall: SetClock) -> None:
    try_wrong(office, wall)
    try_wrong(office, wall, "siapa")
    auth.log_in(office, "andi", SANDI, wall=wall)

    with office.store.read() as unit:
        told = [row.isi["hasil"] for row in unit.journal.records(trail.Kind.LOGIN.value)]
    assert told == ["ditolak", "ditolak", "masuk"]


def test_who_holds_no_role_today_is_told_so_only_after_the_right_password(office: Office, wall: SetClock) -> None:
    with office.store.unit() as unit:
        unit.people.put(replace(ANDI, sampai=date(2026, 7, 9)))
        unit.commit()
    try_wrong(office, wall)
    with pytest.raises(NoRole):
        auth.log_in(office, "andi", SANDI, wall=wall)


def test_a_clock_before_the_last_act_is_told_once(office: Office, kantor: Kantor, wall: SetClock) -> None:
    kantor.assign("PEL")
    last = kantor.clock.now()
    kantor.at(1, 5, 8, tahun=2009)

    assert auth.log_in(office, "joko", SANDI, wall=wall).jam_mundur == last
    assert auth.log_in(office, "joko", SANDI, wall=wall).jam_mundur is None


def test_a_plt_post_is_the_same_persons(office: Office, wall: SetClock) -> None:
    plt = replace(ANDI, id="", jabatan="Sekretaris Camat", peran=(Role.KASUBAG_PERENCANAAN,), penugasan=Penugasan.PLT)
    with office.store.unit() as unit:
        stored = unit.people.put(plt)
        unit.commit()

    actors = auth.log_in(office, "andi", SANDI, wall=wall).peran
    assert [a.role for a in actors] == [Role.KABID, Role.KASUBAG_PERENCANAAN, Role.CAMAT]
    assert (actors[1].id, actors[1].jabatan) == (stored.id, "Plt. Sekretaris Camat")


def test_while_nobody_is_admin_the_planner_stands_in_until_the_first_one_can_log_in(
    kantor: Kantor, wall: SetClock
) -> None:
    office = Office(kantor.store, kantor.clock, latihan=True)
    with office.store.unit() as unit:
        auth.open_account(unit, trail.PROGRAM, OPENING, RAHMA, pengguna="rahma", sandi=SANDI, cost=PRACTICE)
        unit.commit()
    session = auth.log_in(office, "rahma", SANDI, wall=wall)
    assert auth.choose(session).role is Role.KASUBAG_PERENCANAAN

    stand_in = Context(office, auth.choose(session, "admin"))
    people.save_person(stand_in, replace(SITI, pangkat="Penata"), 0)
    people.open_account(stand_in, JOKO.id, "joko", SANDI)

    assert [a.role for a in auth.roles_today(stand_in)] == [Role.KASUBAG_PERENCANAAN]
    assert not auth.log_in(office, "rahma", SANDI, wall=wall).sementara


# --- passwords -----------------------------------------------------------------------------------


def test_a_decision_asks_the_password_again(office: Office, kantor: Kantor, wall: SetClock) -> None:
    ctx = replace(kantor.kabid, office=office)

    auth.confirm_password(ctx, SANDI, wall=wall)
    with pytest.raises(WrongLogin):
        auth.confirm_password(ctx, "salah sekali", wall=wall)


def test_somebody_changes_his_own_password(office: Office, kantor: Kantor, wall: SetClock) -> None:
    ctx = replace(kantor.kabid, office=office)
    with pytest.raises(PasswordCommon):
        auth.change_password(ctx, SANDI, ANDI.nama, wall=wall)

    auth.change_password(ctx, SANDI, "kuda lumping tetangga", wall=wall)

    try_wrong(office, wall)
    assert auth.log_in(office, "andi", "kuda lumping tetangga", wall=wall).nama == ANDI.nama


def test_the_admin_gives_a_new_password_and_ends_the_waiting(office: Office, kantor: Kantor, wall: SetClock) -> None:
    for _ in range(4):
        try_wrong(office, wall)
    auth.reset_password(replace(kantor.ctx(JOKO), office=office), ANDI.id, "kuda lumping tetangga")

    assert auth.log_in(office, "andi", "kuda lumping tetangga", wall=wall).nama == ANDI.nama
    with pytest.raises(WrongRole):
        auth.reset_password(replace(kantor.kabid, office=office), JOKO.id, "kuda lumping tetangga")


def test_a_user_name_is_given_once(office: Office, kantor: Kantor) -> None:
    with pytest.raises(NameTaken):
        people.open_account(replace(kantor.ctx(JOKO), office=office), SITI.id, "ANDI", SANDI)


def test_a_cheap_hash_is_made_anew_at_the_next_log_in(kantor: Kantor, wall: SetClock) -> None:
    cheap = Cost(1_024, 1)
    office = Office(kantor.store, kantor.clock, latihan=True)
    with office.store.unit() as unit:
        auth.open_account(unit, trail.PROGRAM, office.clock.now(), JOKO, pengguna="joko", sandi=SANDI, cost=cheap)
        unit.commit()
    auth.log_in(office, "joko", SANDI, wall=wall)

    with office.store.read() as unit:
        account = unit.accounts.by_pengguna("joko")
    assert account is not None
    assert not too_cheap(account.sandi_hash, PRACTICE)


def test_real_offices_hash_with_64_mebibytes() -> None:
    assert "$argon2id$" in hash_sandi(SANDI)
    assert "m=65536,t=3" in hash_sandi(SANDI)
