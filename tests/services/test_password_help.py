"""A forgotten password: two officials or the recovery sheet give a code that is used once; nobody learns a password."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kinerja_desktop.domain.errors import (
    Berdua,
    CodeExpired,
    HelperWrong,
    HelpRefused,
    LembarSalah,
    PasswordCommon,
    PasswordMustChange,
    SebabBantuan,
    TooManyTries,
    WrongLogin,
)
from kinerja_desktop.domain.ids import new_id
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.services import auth, backup_keys, password_help, people, settings, trail
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.context import Office
from kinerja_desktop.services.password_help import GOOD_FOR, SandiPenolong
from kinerja_desktop.services.passwords import PRACTICE
from tests.office import ANDI, BUDI, DEWI, HASAN, JOKO, OPENING, RAHMA, SITI, WAHYU, Kantor

SANDI, BARU = "ayam jago di pagar", "kuda lumping tetangga"
WALL = SetClock(datetime(2026, 7, 10, 1, 0, tzinfo=UTC))
WITH_ACCOUNT = {"andi": ANDI, "siti": SITI, "budi": BUDI, "hasan": HASAN, "wahyu": WAHYU, "rahma": RAHMA, "joko": JOKO}

HelpBy = Callable[[str, str], str]


@pytest.fixture
def office(kantor: Kantor) -> Office:
    """An office in which seven people have accounts."""
    office = replace(kantor.office, latihan=True)
    with office.store.unit() as unit:
        for name, person in WITH_ACCOUNT.items():
            auth.open_account(unit, trail.PROGRAM, OPENING, person, pengguna=name, sandi=SANDI, cost=PRACTICE)
        unit.commit()
    return office


def code_for(office: Office, name: str, one: str = "joko", other: str = "andi") -> str:
    return password_help.help_by_two(office, name, SandiPenolong(one, SANDI), SandiPenolong(other, SANDI), wall=WALL)


def test_two_officials_give_a_code_with_which_a_new_password_is_made(office: Office) -> None:
    code = code_for(office, "siti")

    with pytest.raises(WrongLogin):
        auth.log_in(office, "siti", SANDI, wall=WALL)
    with pytest.raises(PasswordMustChange):
        auth.log_in(office, "siti", code, wall=WALL)
    auth.replace_password(office, "siti", code, BARU, wall=WALL)

    assert auth.log_in(office, "siti", BARU, wall=WALL).nama == SITI.nama
    with pytest.raises(WrongLogin):
        auth.log_in(office, "siti", code, wall=WALL)


def test_a_code_may_be_typed_with_capitals_and_signs(office: Office) -> None:
    code = code_for(office, "siti")
    assert len(code.split()) == 4

    with pytest.raises(PasswordMustChange):
        auth.log_in(office, "siti", f" {code.upper().replace(' ', '-')}. ", wall=WALL)


def test_the_code_itself_is_no_password(office: Office) -> None:
    code = code_for(office, "siti")
    with pytest.raises(PasswordCommon):
        auth.replace_password(office, "siti", code, code, wall=WALL)


def test_a_code_ends_with_the_log_ins_of_others_and_not_with_the_clock(office: Office, kantor: Kantor) -> None:
    code = code_for(office, "siti")
    kantor.at(7, 10, 8, tahun=2036)
    with pytest.raises(PasswordMustChange):
        auth.log_in(office, "siti", code, wall=WALL)

    for _ in range(GOOD_FOR + 1):
        auth.log_in(office, "rahma", SANDI, wall=WALL)
    with pytest.raises(CodeExpired):
        auth.log_in(office, "siti", code, wall=WALL)


def test_a_code_ends_after_five_wrong_tries(office: Office) -> None:
    minutes = iter(range(0, 10**9, 60_000))
    patient = replace(office, uptime=lambda: next(minutes))
    code = code_for(office, "siti")
    for _ in range(5):
        with pytest.raises(WrongLogin):
            auth.log_in(patient, "siti", "jeruk jeruk jeruk jeruk", wall=WALL)

    with pytest.raises(CodeExpired):
        auth.replace_password(patient, "siti", code, BARU, wall=WALL)


def test_a_new_code_puts_the_old_one_out_of_use(office: Office) -> None:
    first, second = code_for(office, "siti"), code_for(office, "siti")
    with pytest.raises(WrongLogin):
        auth.log_in(office, "siti", first, wall=WALL)
    with pytest.raises(PasswordMustChange):
        auth.log_in(office, "siti", second, wall=WALL)


@pytest.mark.parametrize(
    ("name", "one", "other", "why"),
    [
        ("siti", "joko", "joko", SebabBantuan.SAMA),
        ("siti", "siti", "joko", SebabBantuan.DIRI_SENDIRI),
        ("siti", "joko", "budi", SebabBantuan.BUKAN_PEJABAT),
        ("siti", "hasan", "wahyu", SebabBantuan.TANPA_PIMPINAN),
    ],
)
def test_not_everybody_may_help(office: Office, name: str, one: str, other: str, why: SebabBantuan) -> None:
    with pytest.raises(HelpRefused) as refused:
        code_for(office, name, one, other)

    assert refused.value.sebab is why
    auth.log_in(office, name, SANDI, wall=WALL)  # nothing was changed


def test_somebody_with_two_posts_counts_once(office: Office) -> None:
    plt = Pegawai("Andi Umpama, S.IP.", "Kasi Umum", ANDI.peran, nip=ANDI.nip, id="andi-plt")
    with office.store.unit() as unit:
        unit.people.put(plt)
        auth.open_account(unit, trail.PROGRAM, OPENING, plt, pengguna="andi2", sandi=SANDI, cost=PRACTICE)
        unit.commit()

    with pytest.raises(HelpRefused) as refused:
        code_for(office, "siti", "andi", "andi2")
    assert refused.value.sebab is SebabBantuan.SAMA


def test_a_helpers_wrong_password_counts_for_him_and_helps_nobody(office: Office) -> None:
    for _ in range(4):
        with pytest.raises(HelperWrong):
            password_help.help_by_two(
                office, "siti", SandiPenolong("joko", SANDI), SandiPenolong("andi", "salah sekali"), wall=WALL
            )

    with pytest.raises(TooManyTries):
        auth.log_in(office, "andi", SANDI, wall=WALL)
    auth.log_in(office, "siti", SANDI, wall=WALL)


def test_who_may_help_is_offered_leaders_first(office: Office) -> None:
    offered = [one.pengguna for one in password_help.helpers(office, "siti")]

    assert offered == ["andi", "joko", "rahma", "hasan", "wahyu"]
    assert "joko" not in [one.pengguna for one in password_help.helpers(office, "joko")]


def test_the_admin_himself_is_helped_by_others(office: Office) -> None:
    code = code_for(office, "joko", "andi", "rahma")
    auth.replace_password(office, "joko", code, BARU, wall=WALL)
    assert auth.log_in(office, "joko", BARU, wall=WALL).nama == JOKO.nama


def test_the_recovery_sheet_helps_where_nobody_else_can(office: Office) -> None:
    with office.store.unit() as unit:
        unit.settings.put(settings.OFFICE_ID, new_id())
        unit.commit()
    old, sheet = backup_keys.make_keys(office), backup_keys.make_keys(office)

    with pytest.raises(LembarSalah):
        password_help.help_by_sheet(office, "joko", old.kata)
    auth.replace_password(office, "joko", password_help.help_by_sheet(office, "joko", sheet.kata), BARU, wall=WALL)
    assert auth.log_in(office, "joko", BARU, wall=WALL).nama == JOKO.nama


def test_the_history_says_who_helped_and_never_the_code(office: Office) -> None:
    code = code_for(office, "siti")

    with office.store.read() as unit:
        told = [row.isi for row in unit.journal.records(trail.Kind.ACCOUNT.value)][-1]
    assert told["penolong"] == [JOKO.id, ANDI.id]
    assert code not in str(told)


def test_a_first_account_begins_with_a_code(kantor: Kantor, office: Office) -> None:
    ctx = replace(kantor.ctx(JOKO), office=office)
    auth.confirm_second(ctx, "andi", SANDI, Berdua.AKUN, wall=WALL)
    made = people.open_account(ctx, DEWI.id, "dewi")

    with pytest.raises(PasswordMustChange):
        auth.log_in(office, "dewi", made.kode, wall=WALL)
    auth.replace_password(office, "dewi", made.kode, BARU, wall=WALL)
    assert auth.log_in(office, "dewi", BARU, wall=WALL).nama == DEWI.nama


def test_who_has_a_code_himself_helps_nobody(office: Office) -> None:
    code = code_for(office, "andi", "joko", "rahma")
    with pytest.raises(PasswordMustChange):
        password_help.help_by_two(office, "siti", SandiPenolong("joko", SANDI), SandiPenolong("andi", code), wall=WALL)
