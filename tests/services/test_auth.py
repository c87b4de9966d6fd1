"""Log-in: who gets in, how long wrong tries wait, what stays unsaid."""

import base64
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from argon2 import PasswordHasher
from argon2.exceptions import HashingError, VerificationError
from argon2.low_level import error_to_str

from kinerja_desktop.domain.errors import (
    AccountLocked,
    NameTaken,
    NoRole,
    OutOfMemory,
    PasswordCommon,
    PasswordNeeded,
    RoleNotChosen,
    TooManyTries,
    WrongLogin,
    WrongRole,
)
from kinerja_desktop.domain.pegawai import Penugasan
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.sandi import MAKS_GAGAL
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services import auth, people, review, trail
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.context import Confirmations, Context, FreshFor, Office, is_fresh
from kinerja_desktop.services.passwords import PRACTICE, STEPS, TARGET, Cost, cost_in, hash_here, hash_sandi, suited
from tests.office import ANDI, JOKO, OPENING, RAHMA, SITI, Kantor, give_password

SANDI = "ayam jago di pagar"
WALL = datetime(2026, 7, 10, 1, 0, tzinfo=UTC)


@pytest.fixture
def office(kantor: Kantor, pc: "Pc") -> Office:
    """A practice office, so that hashing is cheap, with two accounts."""
    office = replace(kantor.office, latihan=True, uptime=lambda: pc.on)
    with office.store.unit() as unit:
        for person, name in ((ANDI, "Andi"), (JOKO, "joko")):
            auth.open_account(
                unit, trail.PROGRAM, office.clock.now(), person, pengguna=name, sandi=SANDI, cost=PRACTICE
            )
        unit.commit()
    return office


@dataclass
class Pc:
    """The PC's clock, which anybody may set, and how long it has been on, which nobody can."""

    clock: SetClock
    on: int = 3_600_000

    def wait(self, seconds: float) -> None:
        self.clock.waktu += timedelta(seconds=seconds)
        self.on += round(seconds * 1000)


@pytest.fixture
def pc() -> Pc:
    return Pc(SetClock(WALL))


@pytest.fixture
def wall(pc: Pc) -> SetClock:
    """The PC's clock."""
    return pc.clock


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


def test_three_tries_are_free_and_then_waiting_doubles(office: Office, pc: Pc) -> None:
    for seconds in (0, 0, 0, 2, 4, 8):
        try_wrong(office, pc.clock)
        if seconds:
            with pytest.raises(TooManyTries):
                auth.log_in(office, "andi", SANDI, wall=pc.clock)
        pc.wait(seconds)
    assert auth.log_in(office, "andi", SANDI, wall=pc.clock).nama == ANDI.nama


def test_waiting_survives_a_restart_and_names_its_end_in_the_offices_zone(office: Office, pc: Pc) -> None:
    for _ in range(4):
        try_wrong(office, pc.clock)
    again = replace(office)

    with pytest.raises(TooManyTries) as refused:
        auth.log_in(again, "andi", SANDI, wall=pc.clock)
    assert refused.value.until == WALL + timedelta(seconds=2)
    assert refused.value.until.utcoffset() == timedelta(hours=8)


@pytest.mark.parametrize("days", [-3650, 3650])
def test_a_clock_that_was_set_changes_no_wait(office: Office, pc: Pc, days: int) -> None:
    for _ in range(4):
        try_wrong(office, pc.clock)
    pc.clock.waktu += timedelta(days=days)

    with pytest.raises(TooManyTries) as refused:
        auth.log_in(office, "andi", SANDI, wall=pc.clock)
    assert refused.value.until == pc.clock.now() + timedelta(seconds=2)


def test_a_pc_that_was_switched_off_waits_from_then_on(office: Office, pc: Pc) -> None:
    for _ in range(4):
        try_wrong(office, pc.clock)
    pc.on = 1_000
    with pytest.raises(TooManyTries):
        auth.log_in(office, "andi", SANDI, wall=pc.clock)
    pc.wait(1)
    assert auth.log_in(office, "andi", SANDI, wall=pc.clock).nama == ANDI.nama


def guessed(office: Office, pc: Pc, hours: int, name: str = "andi") -> int:
    """How many guesses are looked at in that time, one in five seconds, with restarts and a clock set to and fro."""
    evaluated = 0
    for second in range(0, hours * 3600, 5):
        if second % 97 == 0:
            pc.clock.waktu += timedelta(days=3650 if second % 2 else -3650)
            office = replace(office)
        try:
            auth.log_in(office, name, "salah sekali", wall=pc.clock)
        except WrongLogin:
            evaluated += 1
        except (TooManyTries, AccountLocked):
            pass
        pc.wait(5)
    return evaluated


def test_at_most_twenty_guesses_are_looked_at_in_the_first_hour(office: Office, pc: Pc) -> None:
    assert guessed(office, pc, 1) <= 20


def test_at_most_a_hundred_guesses_are_looked_at_in_a_day_and_others_get_in(office: Office, pc: Pc) -> None:
    evaluated = 0
    for _ in range(200):  # each as soon as its wait is over: 100 of them are more than a day
        try:
            auth.log_in(office, "andi", "salah sekali", wall=pc.clock)
        except WrongLogin:
            evaluated += 1
        except AccountLocked:
            break
        pc.wait(900)

    assert evaluated == MAKS_GAGAL
    with pytest.raises(AccountLocked):
        auth.log_in(office, "andi", SANDI, wall=pc.clock)
    assert auth.log_in(office, "joko", SANDI, wall=pc.clock).nama == JOKO.nama


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
    office = replace(kantor.office, latihan=True)
    with office.store.unit() as unit:
        auth.open_account(unit, trail.PROGRAM, OPENING, RAHMA, pengguna="rahma", sandi=SANDI, cost=PRACTICE)
        unit.commit()
    session = auth.log_in(office, "rahma", SANDI, wall=wall)
    assert auth.choose(session).role is Role.KASUBAG_PERENCANAAN

    stand_in = Context(office, auth.choose(session, "admin"))
    people.save_person(stand_in, replace(SITI, pangkat="Penata"), 0)
    give_password(office, stand_in.actor.id)
    people.open_account(stand_in, JOKO.id, "joko")

    assert [a.role for a in auth.roles_now(office, session)] == [Role.KASUBAG_PERENCANAAN]
    assert not auth.log_in(office, "rahma", SANDI, wall=wall).sementara


# --- passwords -----------------------------------------------------------------------------------


def scarce(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """A PC that gives Argon2 no more than so many KiB, and is told so as Argon2 tells it."""
    no_memory, real = error_to_str(-22), PasswordHasher.hash

    def hash_(self: PasswordHasher, password: str) -> str:
        if self.memory_cost > most:
            raise HashingError(no_memory)
        return real(self, password)

    def verify(*_: object) -> bool:
        raise VerificationError(no_memory)

    monkeypatch.setattr(PasswordHasher, "hash", hash_)
    monkeypatch.setattr(PasswordHasher, "verify", verify)


def test_a_pc_without_memory_for_a_password_calls_it_not_wrong_and_counts_no_try(
    office: Office, wall: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    scarce(monkeypatch, 0)
    for _ in range(MAKS_GAGAL + 1):
        with pytest.raises(OutOfMemory):
            auth.log_in(office, "andi", SANDI, wall=wall)
    monkeypatch.undo()
    assert auth.log_in(office, "andi", SANDI, wall=wall).nama == ANDI.nama


def test_a_password_is_hashed_with_the_dearest_step_for_which_there_is_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    scarce(monkeypatch, STEPS[-1].memory)
    assert cost_in(hash_here(SANDI, TARGET)) == STEPS[-1]
    with pytest.raises(OutOfMemory):
        hash_sandi(SANDI, TARGET)


def test_an_act_of_weight_asks_for_the_password_again(kantor: Kantor, office: Office, pc: Pc) -> None:
    kantor.play(until=Action.SUBMIT)
    case = kantor.case()
    actor = kantor.kabid.actor
    confirmed = Confirmations(lambda: pc.on)
    ctx = Context(replace(office, confirmed=confirmed), actor)

    with pytest.raises(PasswordNeeded):
        review.approve(ctx, case.id, centang=tuple(review.Centang), seen=case.versi)
    with pytest.raises(WrongLogin):
        auth.confirm_password(ctx, "salah sekali", FreshFor.APPROVE, wall=pc.clock)
    auth.confirm_password(ctx, SANDI, FreshFor.ROLES, wall=pc.clock)
    with pytest.raises(PasswordNeeded):  # given for another kind of act
        review.approve(ctx, case.id, centang=tuple(review.Centang), seen=case.versi)
    auth.confirm_password(ctx, SANDI, FreshFor.APPROVE, wall=pc.clock)
    review.approve(ctx, case.id, centang=tuple(review.Centang), seen=case.versi)


def test_a_password_just_given_counts_for_five_minutes_of_the_same_kind_and_until_the_lock(
    kantor: Kantor, office: Office, pc: Pc
) -> None:
    ctx = Context(replace(office, confirmed=Confirmations(lambda: pc.on)), kantor.kabid.actor)
    auth.confirm_password(ctx, SANDI, FreshFor.APPROVE, wall=pc.clock)

    pc.wait(300)
    assert is_fresh(ctx, FreshFor.APPROVE)
    assert not is_fresh(ctx, FreshFor.EXPORT)
    pc.wait(1)
    assert not is_fresh(ctx, FreshFor.APPROVE)

    auth.confirm_password(ctx, SANDI, FreshFor.APPROVE, wall=pc.clock)
    ctx.office.confirmed.forget()
    assert not is_fresh(ctx, FreshFor.APPROVE)


def test_somebody_changes_his_own_password(office: Office, kantor: Kantor, wall: SetClock) -> None:
    ctx = replace(kantor.kabid, office=office)
    with pytest.raises(PasswordCommon):
        auth.change_password(ctx, SANDI, ANDI.nama, wall=wall)

    auth.change_password(ctx, SANDI, "kuda lumping tetangga", wall=wall)

    try_wrong(office, wall)
    assert auth.log_in(office, "andi", "kuda lumping tetangga", wall=wall).nama == ANDI.nama


def test_a_user_name_is_given_once(office: Office, kantor: Kantor) -> None:
    with pytest.raises(NameTaken):
        people.open_account(replace(kantor.ctx(JOKO), office=office), SITI.id, "ANDI")


def test_a_cheap_hash_is_made_anew_at_the_next_log_in(kantor: Kantor, wall: SetClock) -> None:
    cheap = Cost(1_024, 1)
    office = replace(kantor.office, latihan=True)
    with office.store.unit() as unit:
        auth.open_account(unit, trail.PROGRAM, office.clock.now(), JOKO, pengguna="joko", sandi=SANDI, cost=cheap)
        unit.commit()
    auth.log_in(office, "joko", SANDI, wall=wall)

    with office.store.read() as unit:
        account = unit.accounts.by_pengguna("joko")
    assert account is not None
    assert cost_in(account.sandi_hash) == PRACTICE


def test_real_offices_hash_with_64_mebibytes() -> None:
    assert "$argon2id$" in hash_sandi(SANDI)
    assert "m=65536,t=3" in hash_sandi(SANDI)
    assert cost_in(hash_here(SANDI, TARGET)) in STEPS


@pytest.mark.parametrize(
    ("cost", "took", "wanted"),
    [
        (TARGET, 470, TARGET),
        (TARGET, 1_501, Cost(47_104, 1)),
        (TARGET, 30_000, Cost(19_456, 2)),
        (Cost(47_104, 1), 200, TARGET),
        (Cost(47_104, 1), 400, Cost(47_104, 1)),
        (Cost(1_024, 1), 5, TARGET),
    ],
)
def test_a_pc_does_what_it_can_do_in_a_second_and_a_half(cost: Cost, took: int, wanted: Cost) -> None:
    assert suited(cost, took) == wanted


def test_salt_and_hash_are_as_long_as_asked() -> None:
    *_, salt, tag = hash_sandi(SANDI, PRACTICE).split("$")

    assert [len(base64.b64decode(part + "==")) for part in (salt, tag)] == [16, 32]
