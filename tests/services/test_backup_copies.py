"""Copies that exist: one a day, rotation by their names, the list."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import BackupDamaged, DataDamaged, KeyMissing
from kinerja_desktop.domain.status_cadangan import Tingkat
from kinerja_desktop.services import backup, backup_copies, backup_status, opening, restore
from kinerja_desktop.services.backup_names import Jenis, NamaSalinan, next_name, read_name
from kinerja_desktop.services.context import Office
from tests.disk_office import admin_of, later

# --- names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        NamaSalinan(date(2026, 7, 14), 1, Jenis.CADANGAN, "KEC-KLR"),
        NamaSalinan(date(2026, 12, 31), 1234, Jenis.OTOMATIS, "KLR"),
        NamaSalinan(date(2026, 7, 14), 2, Jenis.CADANGAN, "KLR", apa_adanya=True),
    ],
)
def test_a_name_is_read_back(name: NamaSalinan) -> None:
    assert read_name(str(name)) == name


def test_a_name_says_kind_code_day_and_number() -> None:
    assert str(NamaSalinan(date(2026, 7, 14), 1, Jenis.CADANGAN, "KEC-KLR")) == "cadangan-KEC-KLR-20260714-001.kpb"


@pytest.mark.parametrize("name", ["x.kpb", "cadangan-KLR-20261399-001.kpb", "lain-KLR-20260714-001.kpb", "a.kpb.part"])
def test_other_names_are_none_of_ours(name: str) -> None:
    assert read_name(name) is None


def test_a_code_with_strange_signs_gives_a_plain_name(tmp_path: Path) -> None:
    name = next_name(tmp_path, Jenis.CADANGAN, "kec/../Klr é", date(2026, 7, 14))
    assert str(name) == "cadangan-KECKLR-20260714-001.kpb"
    assert next_name(tmp_path, Jenis.CADANGAN, "///", date(2026, 7, 14)).kode == "KANTOR"


# --- automatic copies ----------------------------------------------------------------------------


def test_one_automatic_copy_is_made_a_day(office: Office) -> None:
    first = backup_copies.keep_daily(office)
    later(office, hours=3)
    again = backup_copies.keep_daily(office)
    later(office, days=1)
    next_day = backup_copies.keep_daily(office)

    assert first is not None
    assert again is None
    assert next_day is not None
    assert [f.name for f in sorted(backup.copies_of(office).iterdir())] == [
        "otomatis-CTH-20260714-001.kpb",
        "otomatis-CTH-20260715-001.kpb",
    ]


def on(*days: date) -> dict[Path, NamaSalinan]:
    names = (NamaSalinan(day, 1, Jenis.OTOMATIS, "CTH") for day in sorted(days))
    return {Path(str(name)): name for name in names}


def kept(copies: dict[Path, NamaSalinan], today: date = date.max) -> list[date]:
    dropped = backup_copies.to_drop(copies, today)
    return [name.tanggal for file, name in copies.items() if file not in dropped]


def test_a_year_of_days_keeps_seven_days_four_weeks_and_twelve_months() -> None:
    start = date(2026, 1, 1)
    left = kept(on(*(start + timedelta(days=n) for n in range(365))))

    assert left[-7:] == [date(2026, 12, 25) + timedelta(days=n) for n in range(7)]
    assert left == [
        *(date(2026, month + 1, 1) - timedelta(days=1) for month in range(1, 12)),
        date(2026, 12, 13),
        date(2026, 12, 20),
        *left[-7:],
    ]


def test_a_clock_set_back_lets_no_copy_go() -> None:
    start = date(2026, 1, 1)
    months = on(*(start + timedelta(days=30 * n) for n in range(20)), date(2009, 1, 1))
    assert kept(months, date(2009, 1, 1)) == [name.tanggal for name in months.values()]


def test_a_copy_from_a_day_to_come_takes_no_place_of_a_real_one() -> None:
    days = [date(2026, 7, 1) + timedelta(days=n) for n in range(7)]
    assert kept(on(*days, date(2036, 7, 1)), days[-1]) == [*days, date(2036, 7, 1)]


def test_after_a_restore_nothing_goes_until_somebody_has_looked(office: Office, usb: Path) -> None:
    days = [date(2025, 1, 1) + timedelta(days=7 * n) for n in range(40)]
    backup.copies_of(office).mkdir(exist_ok=True)
    for old in on(*days).values():
        (backup.copies_of(office) / str(old)).touch()
    folder, made = backup.data_of(office), backup.back_up(office, usb)
    restore.restore(admin_of(office), made.berkas)
    again = opening.open_office(folder)
    assert backup_copies.awaits_confirmation(again)

    backup_copies.keep_daily(again)
    assert len(list(backup.copies_of(again).glob("otomatis-*"))) == 41

    backup_copies.confirm_restored(admin_of(again))
    assert not backup_copies.awaits_confirmation(again)
    for file in backup.copies_of(again).glob("otomatis-*"):
        if (name := read_name(file.name)) is not None and name.tanggal.year > 2025:
            file.unlink()
    backup_copies.keep_daily(again)
    assert len(list(backup.copies_of(again).glob("otomatis-*"))) < 20
    again.store.close()


def test_rotation_day_by_day_ends_where_rotation_at_once_ends() -> None:
    start = date(2026, 1, 1)
    left: dict[Path, NamaSalinan] = {}
    for n in range(365):
        left |= on(start + timedelta(days=n))
        for file in backup_copies.to_drop(left, start + timedelta(days=n)):
            del left[file]
    assert (
        sorted(name.tanggal for name in left.values())[-9:]
        == kept(on(*(start + timedelta(days=n) for n in range(365))))[-9:]
    )
    assert len({(name.tanggal.year, name.tanggal.month) for name in left.values()}) == 12


def test_a_clock_that_jumps_ten_years_drops_no_more_than_one_day_does() -> None:
    before = on(*(date(2026, 1, 1) + timedelta(days=n) for n in range(7)))
    assert len(backup_copies.to_drop(before | on(date(2036, 1, 1)), date(2036, 1, 1))) <= 1


def test_other_copies_are_never_dropped(office: Office) -> None:
    backup.keep_local(office, Jenis.PENGAMAN)
    for _ in range(12):
        later(office, days=1)
        backup_copies.keep_daily(office)

    names = [f.name for f in backup.copies_of(office).iterdir()]
    assert sum(name.startswith("pengaman") for name in names) == 1
    assert sum(name.startswith("otomatis") for name in names) < 12


def test_an_office_with_findings_keeps_its_good_copies(tmp_path: Path, office: Office) -> None:
    backup_copies.keep_daily(office)
    good = {f.name: f.read_bytes() for f in backup.copies_of(office).iterdir()}
    next((tmp_path / "data" / "bukti").iterdir()).write_bytes(b"diubah")
    later(office, days=1)

    with pytest.raises(DataDamaged):
        backup_copies.keep_daily(office)

    assert {f.name: f.read_bytes() for f in backup.copies_of(office).iterdir()} == good
    state = backup_status.status_of(office)
    assert (state.tingkat, state.teks) == (Tingkat.SALAH, "Cadangan gagal diperiksa")


# --- the list ------------------------------------------------------------------------------------


def test_copies_are_listed_newest_first_with_what_they_hold(office: Office, usb: Path) -> None:
    backup_copies.keep_daily(office)
    later(office, days=1)
    made = backup.back_up(office, usb)

    listed = backup_copies.list_copies(admin_of(office), [usb])

    assert [copy.nama.jenis for copy in listed] == [Jenis.CADANGAN, Jenis.OTOMATIS]
    newest = listed[0]
    assert newest.isi is not None
    assert (newest.berkas, newest.ukuran, newest.isi.urut) == (made.berkas, made.ukuran, made.urut)
    assert newest.diperiksa == made.dibuat
    assert all(copy.galat is None for copy in listed)


def test_a_copy_that_cannot_be_read_is_listed_with_its_reason(office: Office, usb: Path) -> None:
    made = backup.back_up(office, usb)
    content = made.berkas.read_bytes()
    made.berkas.write_bytes(content[:100])
    assert isinstance(backup_copies.list_copies(admin_of(office), [usb])[0].galat, BackupDamaged)

    made.berkas.write_bytes(content)
    shutil.rmtree(paths.key_folder())
    listed = backup_copies.list_copies(admin_of(office), [usb, usb / "tidak-ada"])
    assert [type(copy.galat) for copy in listed] == [KeyMissing]
    assert listed[0].isi is None
