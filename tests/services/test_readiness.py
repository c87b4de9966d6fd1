"""What of the office is not complete, who is told of it, and what makes it complete."""

from dataclasses import replace
from pathlib import Path

import pytest

from kinerja_desktop.domain.indikator import Seksi
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import (
    auth,
    backup,
    backup_copies,
    backup_keys,
    calendar_table,
    granting,
    people,
    planning,
    readiness,
    settings,
    setup,
    workbook_import,
)
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.context import Context, Office
from kinerja_desktop.services.readiness import Bagian
from tests.new_office import BLANK, FIRST, acting, new_office
from tests.office import OPENING
from tests.practice_book import BUKU

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="


@pytest.fixture
def office() -> Office:
    return new_office()


def names(ctx: Context) -> list[str]:
    return [one.nama for one in readiness.load(ctx).kurang]


def test_a_new_office_lacks_everything_and_says_where_it_is_done(office: Office) -> None:
    found = readiness.load(acting(office, Role.ADMIN))
    assert found.baru
    assert found.lengkap == frozenset()
    assert found.ringkasan == (
        "identitas kantor, pejabat, kalender 2026, batas SOP, rencana kinerja 2026, lembar pemulihan, cadangan USB"
    )
    assert {one.tab for one in found.kurang} == {"pengaturan", "pengguna", "kalender", "rencana_kinerja", "cadangan"}
    assert all(one.kalimat.endswith(".") for one in found.kurang)


def test_who_holds_both_roles_is_told_in_each_of_them(office: Office) -> None:
    assert names(acting(office, Role.KASUBAG_PERENCANAAN)) == names(acting(office, Role.ADMIN))


def test_only_who_can_do_it_is_told(office: Office) -> None:
    admin = acting(office, Role.ADMIN)
    kabid, planner = (
        people.save_person(admin, Pegawai("Budi Contoh", "Analis", (role,)), 0).id
        for role in (Role.KABID, Role.KASUBAG_PERENCANAAN)
    )
    with office.store.read() as unit:
        one, other = (auth.actors_of(unit, who, OPENING.date())[0] for who in (kabid, planner))
    assert readiness.load(Context(office, one)) == readiness.Kesiapan()
    assert names(Context(office, other)) == ["rencana kinerja 2026", "lembar pemulihan", "cadangan USB"]


def test_a_practice_office_lacks_nothing(office: Office) -> None:
    admin = acting(office, Role.ADMIN)
    assert readiness.load(Context(replace(office, latihan=True), admin.actor)).kurang == ()


def test_the_letterhead_names_what_it_still_lacks(office: Office) -> None:
    ctx = acting(office, Role.ADMIN)

    def lacks(**typed: str) -> str:
        texts = {f"instansi.{name}": text for name, text in typed.items()}
        settings.change_settings(ctx, texts, settings.list_settings(ctx).versi)
        return next((one.kalimat for one in readiness.load(ctx).kurang if one.bagian is Bagian.KANTOR), "")

    assert lacks(nama="Kecamatan Kelara").startswith("Kop surat belum lengkap: nama kantor dan kabupaten")
    assert lacks(kabupaten="Kabupaten Jeneponto") == "Kop surat belum lengkap: alamat dan lambang daerah."
    assert lacks(alamat="Jalan Poros Tolo") == "Kop surat belum lengkap: lambang daerah."
    assert not lacks(lambang=PIXEL)
    assert not readiness.load(ctx).baru


def test_names_of_files_follow_an_office_that_was_founded_without_its_name(office: Office) -> None:
    ctx = acting(office, Role.ADMIN)
    settings.change_settings(ctx, {"instansi.nama": "Kecamatan Kelara"}, settings.list_settings(ctx).versi)
    with office.store.read() as unit:
        assert settings.office_code(unit) == "KLR"


def test_every_role_of_the_sop_needs_somebody_today(office: Office) -> None:
    ctx = acting(office, Role.ADMIN)

    def told() -> str:
        return next((one.kalimat for one in readiness.load(ctx).kurang if one.bagian is Bagian.PEJABAT), "")

    assert told() == "Belum ada seksi dan pejabatnya."
    people.save_seksi(ctx, Seksi("PEL", "Seksi Pelayanan"), 0)
    assert told() == "Belum ada Kabid, Camat, Kasubag Seksi Pelayanan, dan 1 peran lain."
    people.save_person(ctx, Pegawai("Andi Umpama", "Camat", (Role.KABID, Role.CAMAT)), 0)
    people.save_person(ctx, Pegawai("Siti Misalnya", "Kasi", (Role.KASUBAG,), seksi="PEL"), 0)
    assert told() == "Belum ada Analis Seksi Pelayanan."
    people.save_person(ctx, Pegawai("Budi Contoh", "Analis", (Role.ANALIS,), seksi="PEL"), 0)
    assert not told()


def test_calendar_and_limits_are_complete_when_somebody_says_so(office: Office) -> None:
    ctx = acting(office, Role.ADMIN)
    calendar_table.confirm_year(ctx, 2026, calendar_table.load(ctx, 2026).versi)
    readiness.sop_seen(ctx)
    assert {Bagian.KALENDER, Bagian.SOP} <= readiness.load(ctx).lengkap


def test_the_plan_is_complete_when_it_is_fixed(office: Office) -> None:
    admin, planner = acting(office, Role.ADMIN), acting(office, Role.KASUBAG_PERENCANAAN)
    assert readiness.in_role(admin, Role.KASUBAG_PERENCANAAN) == planner.actor
    workbook_import.import_buku(planner, BUKU, "buku.xlsx")
    told = next(one for one in readiness.load(admin).kurang if one.bagian is Bagian.RENCANA)
    assert told.kalimat == "Rencana kinerja 2026 belum ditetapkan."
    planning.fix_plan(planner, 2026, planning.load(planner, 2026).versi)
    assert Bagian.RENCANA in readiness.load(admin).lengkap


def test_sheet_and_first_copy_complete_the_backups(tmp_path: Path) -> None:
    office = setup.create_office(tmp_path / "kantor", BLANK, [FIRST], clock=SetClock(OPENING))
    ctx = acting(office, Role.ADMIN)
    before = backup_keys.office_keys(office)
    settings.change_settings(ctx, {"instansi.nama": "Kecamatan Teladan"}, settings.list_settings(ctx).versi)
    assert backup_keys.office_keys(office) == before
    assert "Kecamatan Teladan" in backup_copies.offices_once_here(), "the keys are called by the name that came later"
    granting.new_sheet(ctx)
    assert "lembar pemulihan" not in names(ctx)
    stick = tmp_path / "usb"
    stick.mkdir()
    backup.back_up_to(ctx, stick)
    assert Bagian.CADANGAN in readiness.load(ctx).lengkap
    office.store.close()
