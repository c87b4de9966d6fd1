"""An office is founded whole or not at all, and opens with the clock that belongs to it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import FolderTaken, NipSalah, NoOffice, PasswordCommon
from kinerja_desktop.domain.jam_kerja import Zona
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import holding, integrity, opening, settings, setup
from kinerja_desktop.services.clock import PracticeClock, SetClock, SystemClock
from kinerja_desktop.storage import high_water
from kinerja_desktop.storage.database import Store
from tests.office import OPENING
from tests.practice_book import BUKU

SANDI = "ayam jago di pagar"
JOKO = setup.FirstAccount("Joko ", SANDI)


def found(*accounts: setup.FirstAccount, latihan: bool = True) -> Store:
    store = Store.memory()
    setup.found(store, BUKU, accounts or (JOKO,), clock=SetClock(OPENING), latihan=latihan)
    return store


def test_an_office_holds_what_its_workbook_says() -> None:
    store = found()
    with store.read() as unit:
        assert replace(settings.instansi_given(unit), kode_unit="") == BUKU.instansi
        assert [replace(p, id="") for p in unit.people.all()] == list(BUKU.pegawai)
        assert (unit.people.seksi(), unit.planning.rencana(2026)) == (BUKU.seksi, BUKU.rencana)
        assert unit.planning.anggaran(2026) == BUKU.anggaran
        assert {2025, 2026, 2027} <= set(unit.calendar.years())
        assert settings.pemeriksa(unit) == "Camat"
        assert settings.zona(unit) is Zona.WITA
        identity = opening.identity(unit)
        account = unit.accounts.by_pengguna("joko")
    assert (identity.kode, identity.nama, identity.latihan) == ("KLR", "Kecamatan Kelara", True)
    assert account is not None
    assert account.sandi_hash.startswith("$argon2id$")


def test_a_first_account_that_the_workbook_does_not_name_becomes_a_person() -> None:
    store = found(setup.FirstAccount("baru", SANDI, "Orang Baru", "Pengelola"))
    with store.read() as unit:
        person = next(p for p in unit.people.all() if p.pengguna == "baru")
    assert (person.nama, person.jabatan, person.peran) == ("Orang Baru", "Pengelola", setup.FIRST_ROLES)


def test_where_an_admin_is_asked_for_the_first_account_becomes_one() -> None:
    store = found(setup.FirstAccount("rahma", SANDI))
    with store.read() as unit:
        assert Role.ADMIN in next(p for p in unit.people.all() if p.pengguna == "rahma").peran
        assert holding.has_admin(unit, OPENING.date())
    plain = found(setup.FirstAccount("rahma", SANDI, peran=(Role.KASUBAG_PERENCANAAN,)))
    with plain.read() as unit:
        assert not holding.has_admin(unit, OPENING.date())


@pytest.mark.parametrize(
    ("provinsi", "zona"),
    [
        ("Sulawesi Selatan", Zona.WITA),
        ("Bali", Zona.WITA),
        ("Jawa Timur", Zona.WIB),
        ("Kalimantan Barat", Zona.WIB),
        ("Papua Barat Daya", Zona.WIT),
        ("Maluku Utara", Zona.WIT),
    ],
)
def test_the_zone_follows_from_the_province(provinsi: str, zona: Zona) -> None:
    assert setup.zona_of(provinsi) is zona


def test_a_refused_person_leaves_no_office(tmp_path: Path) -> None:
    wrong = replace(BUKU, pegawai=(Pegawai("X", "Staf", (Role.ADMIN,), nip="123"),))
    with pytest.raises(NipSalah):
        setup.create_office(tmp_path, wrong, [JOKO], clock=SetClock(OPENING))
    with pytest.raises(PasswordCommon):
        setup.create_office(tmp_path, BUKU, [setup.FirstAccount("joko", "12345678")], clock=SetClock(OPENING))
    assert not (tmp_path / paths.DATABASE).exists()
    setup.create_office(tmp_path, BUKU, [JOKO], clock=SetClock(OPENING)).store.close()


def test_there_is_no_office_before_it_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that dies while the first password is hashed leaves none, instead of one that nobody can enter."""
    seen: list[bool] = []
    fill = setup.found

    def watched(*given: Any, **named: Any) -> None:
        fill(*given, **named)
        seen.append(opening.has_office(tmp_path))

    monkeypatch.setattr(setup, "found", watched)
    (tmp_path / ".mendirikan").mkdir()
    (tmp_path / ".mendirikan" / paths.DATABASE).write_bytes(b"left by a program that died")
    setup.create_office(tmp_path, BUKU, [JOKO], clock=SetClock(OPENING)).store.close()

    assert (seen, opening.has_office(tmp_path)) == ([False], True)
    assert {path.name for path in tmp_path.iterdir()} == {paths.DATABASE, high_water.NAME}


def test_a_folder_takes_one_office(tmp_path: Path) -> None:
    setup.create_office(tmp_path, BUKU, [JOKO], clock=SetClock(OPENING)).store.close()
    with pytest.raises(FolderTaken):
        setup.create_office(tmp_path, BUKU, [JOKO], clock=SetClock(OPENING))


def test_a_folder_without_an_office_is_refused_and_left_empty(tmp_path: Path) -> None:
    with pytest.raises(NoOffice):
        opening.open_office(tmp_path / "kosong")
    assert not (tmp_path / "kosong").exists()


def test_a_real_office_lives_by_the_pcs_clock(tmp_path: Path) -> None:
    setup.create_office(tmp_path, BUKU, [JOKO], clock=SetClock(OPENING)).store.close()
    office = opening.open_office(tmp_path)
    assert (office.clock, office.latihan) == (SystemClock(Zona.WITA.tzinfo), False)
    assert integrity.examine(office).utuh
    office.store.close()


def test_a_practice_office_goes_on_from_its_last_act(tmp_path: Path) -> None:
    past = datetime(2020, 2, 3, 1, 0, tzinfo=UTC)
    setup.create_office(tmp_path, BUKU, [JOKO], clock=SetClock(past), latihan=True).store.close()
    office = opening.open_office(tmp_path)
    assert isinstance(office.clock, PracticeClock)
    assert (office.clock.now() - past).total_seconds() < 60
    assert office.clock.now().utcoffset() == past.astimezone(Zona.WITA.tzinfo).utcoffset()
    office.store.close()
