"""The mark beside the database was taken away: it is told and recorded, and nobody is stopped."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kinerja_desktop.__main__ import main
from kinerja_desktop.domain.errors import ReasonTooShort
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import auth, backup, drill, frame, integrity, lost_mark, opening, restore, setup
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.trail import Kind
from kinerja_desktop.storage.high_water import NAME, is_known, mark_file, read_mark
from tests.disk_office import BUKU, NOW, PASSWORD, USER, admin_of, as_before_the_last_step, make_office, pass_days


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An office that has worked for a while, closed."""
    office = make_office(tmp_path / "kantor")
    pass_days(office, 25)
    office.store.close()
    return tmp_path / "kantor"


def told_in(folder: Path) -> tuple[str, ...]:
    """What the check after a start warns of."""
    office = opening.open_office(folder)
    try:
        found = integrity.watch(office)
        assert found.utuh, found.temuan
        assert office.store.stopped is None
        return found.peringatan
    finally:
        office.store.close()


def test_a_mark_that_is_there_is_not_spoken_of(folder: Path) -> None:
    assert told_in(folder) == ()


def test_a_lost_mark_is_told_recorded_and_made_anew(folder: Path) -> None:
    before = read_mark(folder)
    mark_file(folder).unlink()

    (told,) = told_in(folder)

    assert f"{NAME} di folder data tidak ada" in told
    assert f"sesudah nomor {before.seq}" in told
    assert "Tanyakan siapa" in told
    assert read_mark(folder).seq == before.seq + 1
    assert told_in(folder) == (told,), "it stays, as it is in the history"
    office = opening.open_office(folder)
    with office.store.read() as unit:
        assert [row.isi["urut"] for row in unit.journal.records(Kind.MARK.value)] == [before.seq]
    office.store.close()


def test_an_older_mark_is_told_too(folder: Path) -> None:
    older = mark_file(folder).read_bytes()
    office = opening.open_office(folder)
    auth.log_in(office, USER, PASSWORD)
    office.store.close()
    assert told_in(folder) == (), "it goes along with the history"

    mark_file(folder).write_bytes(older)
    (told,) = told_in(folder)
    assert "tertinggal" in told
    assert told_in(folder) == (told,), "recorded once"


def test_a_mark_that_a_power_cut_left_behind_is_no_older_one(folder: Path, tmp_path: Path) -> None:
    older = mark_file(folder).read_bytes()
    office = opening.open_office(folder)
    auth.log_in(office, USER, PASSWORD)
    shutil.copytree(folder, tmp_path / "mati")
    office.store.close()
    mark_file(tmp_path / "mati").write_bytes(older)

    assert told_in(tmp_path / "mati") == ()
    assert told_in(tmp_path / "mati") == ()


def test_what_was_found_out_is_kept_and_ends_the_telling(folder: Path) -> None:
    mark_file(folder).unlink()
    (told,) = told_in(folder)
    office = opening.open_office(folder)
    admin = admin_of(office)
    other = replace(admin, actor=replace(admin.actor, role=Role.ANALIS))
    with office.store.read() as unit:
        assert lost_mark.waiting(unit, other) is None
    shown = frame.load(admin).tanda_hilang
    assert shown is not None
    assert shown.kalimat == told
    with pytest.raises(ReasonTooShort):
        lost_mark.found_out(admin, "sudah")

    lost_mark.found_out(admin, "Berkas terhapus saat membersihkan disk; cadangan di USB cocok.")
    assert frame.load(admin).tanda_hilang is None
    assert integrity.watch(office).peringatan == ()
    (known,) = integrity.watch(office).ditelusuri
    assert known.endswith("Berkas terhapus saat membersihkan disk; cadangan di USB cocok.")
    office.store.close()

    mark_file(folder).unlink()
    assert len(told_in(folder)) == 1, "the next one is told anew"


def test_work_before_the_check_does_not_hide_it(folder: Path) -> None:
    mark_file(folder).unlink()
    office = opening.open_office(folder)
    auth.log_in(office, USER, PASSWORD)
    office.store.close()

    assert not is_known(folder)
    assert len(told_in(folder)) == 1


def test_an_unreadable_mark_is_a_lost_one(folder: Path) -> None:
    mark_file(folder).write_bytes(b"\0" * 192)

    assert len(told_in(folder)) == 1


def test_the_command_tells_it_and_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mark_file(folder).unlink()

    for _ in range(2):
        assert main(["--data", str(folder), "periksa"]) == 0
        assert f"! Berkas {NAME} di folder data tidak ada" in capsys.readouterr().err
    assert not mark_file(folder).exists()


def test_a_new_office_has_one_from_the_first_moment(tmp_path: Path) -> None:
    admin = setup.FirstAccount(USER, PASSWORD, "Joko Permisalan", "Pranata Komputer")
    office = setup.create_office(tmp_path / "kantor", BUKU, [admin], clock=SetClock(NOW), latihan=True)
    office.store.close()

    assert is_known(tmp_path / "kantor")
    assert told_in(tmp_path / "kantor") == ()


def test_an_office_brought_from_a_copy_is_silent(folder: Path, tmp_path: Path) -> None:
    office = opening.open_office(folder)
    backup.back_up(office, tmp_path / "usb")
    office.store.close()
    copy = next((tmp_path / "usb").glob("*.kpb"))

    assert drill.drill(copy).temuan == ()
    restore.restore_into(tmp_path / "baru", copy)

    assert is_known(tmp_path / "baru")
    assert told_in(tmp_path / "baru") == ()


def test_the_first_start_after_an_upgrade_is_silent(folder: Path) -> None:
    as_before_the_last_step(folder / "kinerja.db")
    mark_file(folder).unlink()

    assert told_in(folder) == ()
    assert told_in(folder) == ()
