"""Restoring: the office comes back whole or nothing changes, and what was there is kept."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import (
    BackupDamaged,
    Berdua,
    DataDamaged,
    FileMissing,
    FolderTaken,
    KeyMissing,
    LembarSalah,
    NewerVersion,
    NotOurFile,
    OtherOffice,
    SebabLembar,
    SecondNeeded,
    WrongRole,
)
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.exchange import cadangan, kata_pemulihan, kunci
from kinerja_desktop.services import auth, backup, backup_keys, granting, opening, restore, trail
from kinerja_desktop.services.backup_names import Jenis
from kinerja_desktop.services.context import Context, Office
from kinerja_desktop.services.drill import drill, keys_for
from kinerja_desktop.services.integrity import examine
from kinerja_desktop.services.passwords import PRACTICE
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.gate import SCHEMA_VERSION, check_header
from kinerja_desktop.storage.snapshot import Snapshot, head_in, snapshot
from tests.disk_office import NOW, PASSWORD, USER, admin_of, as_before_the_last_step, files_in, make_office
from tests.office import ANDI, SITI


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def office(data: Path) -> Iterator[Office]:
    made = make_office(data)
    yield made
    made.store.close()


@pytest.fixture
def words(office: Office) -> tuple[str, ...]:
    return backup_keys.make_keys(office).kata


@pytest.fixture
def file(office: Office, words: tuple[str, ...], tmp_path: Path) -> Path:
    """A whole backup on a flashdisk; made after the sheet."""
    assert words
    return backup.back_up(office, tmp_path).berkas


def everything_in(folder: Path) -> dict[str, bytes]:
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


def rename(office: Office, nama: str) -> None:
    from kinerja_desktop.services import settings

    actor = admin_of(office).actor
    with office.store.unit() as unit:
        settings.put(unit, actor, office.clock.now(), "instansi.nama", nama)
        unit.commit()


def name_of(folder: Path) -> str:
    office = opening.open_office(folder)
    with office.store.read() as unit:
        found = opening.identity(unit).nama
    office.store.close()
    return found


# --- the drill -----------------------------------------------------------------------------------


def test_a_drill_checks_everything_and_leaves_nothing(file: Path, data: Path, tmp_path: Path) -> None:
    scratch = tmp_path / "tmp"
    scratch.mkdir()
    before = everything_in(data)

    result = drill(file, scratch=scratch)

    assert result.utuh
    assert result.temuan == ()
    assert {b.nama for b in result.bagian} >= {"Rantai riwayat", "Data kantor", "Dokumen"}
    assert result.isi.kantor_nama == "Kecamatan Contoh"
    assert list(scratch.iterdir()) == []
    assert {k: v for k, v in everything_in(data).items() if not k.startswith("kinerja.db")} == {
        k: v for k, v in before.items() if not k.startswith("kinerja.db")
    }


def test_the_sheet_alone_drills_on_another_pc(file: Path, words: tuple[str, ...]) -> None:
    shutil.rmtree(paths.key_folder())

    assert drill(file, words).utuh
    with pytest.raises(KeyMissing):
        drill(file)


def test_a_drill_with_a_sheet_tries_the_sheet_and_not_the_pc(file: Path) -> None:
    other = make_office(file.parent / "lain", other=True)
    strange = backup_keys.make_keys(other).kata
    other.store.close()

    with pytest.raises(KeyMissing):
        drill(file, strange)


def test_a_wrong_word_is_named_by_its_place(file: Path, words: tuple[str, ...]) -> None:
    unknown = (*words[:4], "kukukaki", *words[5:])
    with pytest.raises(LembarSalah) as refused:
        drill(file, unknown)
    assert (refused.value.sebab, refused.value.posisi) == (SebabLembar.TIDAK_DIKENAL, 5)

    for swap in ("abadi", "zebra"):
        known = (*words[:11], swap, *words[12:])
        with pytest.raises((LembarSalah, KeyMissing)) as found:
            drill(file, known)
        if isinstance(found.value, LembarSalah):
            assert (found.value.sebab, found.value.posisi) == (SebabLembar.TIDAK_COCOK, 12)


def test_a_local_copy_is_drilled_without_its_papers(office: Office, words: tuple[str, ...]) -> None:
    assert words
    made = backup.keep_local(office, Jenis.OTOMATIS)

    result = drill(made.berkas)

    assert result.utuh
    assert "Dokumen" not in {b.nama for b in result.bagian}


def test_a_copy_of_an_office_with_findings_is_told_by_the_drill(tmp_path: Path, data: Path) -> None:

    make_office(data).store.close()
    connection = sqlite3.connect(data / paths.DATABASE)
    connection.execute("UPDATE settings SET teks = 'Kecamatan Lain' WHERE kunci = 'instansi.nama'")
    connection.commit()
    connection.close()
    office = opening.open_office(data)
    made = backup.back_up(office, tmp_path, apa_adanya=True)
    office.store.close()

    result = drill(made.berkas)

    assert not result.utuh
    assert any("instansi.nama" in found for found in result.temuan)
    with pytest.raises(BackupDamaged):
        restore.restore_into(tmp_path / "baru", made.berkas)
    assert not (tmp_path / "baru").exists()
    restore.restore_into(tmp_path / "baru", made.berkas, apa_adanya=True)
    assert name_of(tmp_path / "baru") == "Kecamatan Lain"


# --- into a folder without an office -------------------------------------------------------------


def test_an_empty_folder_becomes_the_office_with_the_sheet_alone(
    file: Path, words: tuple[str, ...], data: Path, tmp_path: Path
) -> None:
    shutil.rmtree(paths.key_folder())
    target = tmp_path / "pc baru" / "data"

    done = restore.restore_into(target, file, words)

    assert done.pengaman is None
    office = opening.open_office(target)
    assert examine(office).temuan == ()
    with office.store.read() as unit:
        lines = list(unit.journal.walk())
    assert (lines[done.isi.urut - 1].seq, lines[done.isi.urut - 1].office) == (done.isi.urut, done.isi.kepala)
    told = [line for line in lines if line.kind == "pemulihan"]
    assert [line.isi["dari"] for line in told] == [f"dipulihkan dari {file.name}"]
    assert files_in(target) == files_in(data)
    made = backup.back_up(office, tmp_path / "pc baru")  # a key of this PC was made
    assert cadangan.peek(made.berkas, keys_for(made.berkas, None)).urut == made.urut
    office.store.close()
    assert {f.name for f in target.iterdir()} <= {"kinerja.db", "kinerja.kepala", "bukti", "arsip", "cadangan"}


def test_a_folder_with_an_office_is_never_taken_for_an_empty_one(file: Path, data: Path) -> None:
    with pytest.raises(FolderTaken):
        restore.restore_into(data, file)


@pytest.mark.parametrize("there", [False, True])
def test_a_refused_restore_leaves_the_folder_as_it_was(file: Path, tmp_path: Path, there: bool) -> None:
    content = bytearray(file.read_bytes())
    content[-100] ^= 1
    file.write_bytes(content)
    target = tmp_path / "a" / "b"
    if there:
        target.mkdir(parents=True)

    with pytest.raises(BackupDamaged):
        restore.restore_into(target, file)

    assert target.exists() is there
    assert not there or list(target.iterdir()) == []


@pytest.mark.parametrize("number", [1, 60_000, -1])
def test_a_cut_copy_is_refused(file: Path, tmp_path: Path, number: int) -> None:
    file.write_bytes(file.read_bytes()[:number])
    with pytest.raises(BackupDamaged):
        restore.restore_into(tmp_path / "baru", file)
    assert not (tmp_path / "baru").exists()


def test_other_files_are_refused_by_what_they_are(tmp_path: Path) -> None:
    (tmp_path / "buku.xlsx").write_bytes(b"PK\x03\x04")
    with pytest.raises(NotOurFile):
        drill(tmp_path / "buku.xlsx")
    with pytest.raises(FileMissing):
        drill(tmp_path / "tidak-ada.kpb")


def test_a_copy_of_a_newer_layout_is_refused(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as newer:
        for room in ("backup", "drill"):
            newer.setattr(f"kinerja_desktop.services.{room}.SCHEMA_VERSION", 99)
        made = backup.back_up(office, tmp_path)

    with pytest.raises(NewerVersion) as refused:
        restore.restore_into(tmp_path / "baru", made.berkas)

    assert refused.value.found == 99
    assert not (tmp_path / "baru").exists()


def test_a_copy_of_an_older_program_is_brought_up_to_date(
    office: Office, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def older(store: Store, to: Path) -> Snapshot:
        snapshot(store, to)
        as_before_the_last_step(to)
        return Snapshot(to, head_in(to), "", to.stat().st_size)

    with monkeypatch.context() as then:
        then.setattr(backup, "snapshot", older)
        then.setattr(backup, "SCHEMA_VERSION", SCHEMA_VERSION - 1)
        made = backup.back_up(office, tmp_path)
    head = backup_head(office)
    before = made.berkas.read_bytes()

    done = restore.restore_into(tmp_path / "baru", made.berkas)

    assert done.isi.skema == SCHEMA_VERSION - 1
    assert check_header(tmp_path / "baru" / paths.DATABASE) == SCHEMA_VERSION
    assert made.berkas.read_bytes() == before, "a copy is opened, never changed"
    again = opening.open_office(tmp_path / "baru")
    assert examine(again).utuh
    with again.store.read() as unit:
        assert any(row.office == head for row in unit.journal.walk())
    again.store.close()
    assert files_in(tmp_path / "baru") == files_in(data)


def backup_head(office: Office) -> str:
    """The head of the history before the last copy was noted."""
    with office.store.read() as unit:
        return list(unit.journal.walk())[-2].office


# --- over a living office ------------------------------------------------------------------------


def test_a_living_office_goes_back_and_what_was_there_is_kept(office: Office, data: Path, file: Path) -> None:
    rename(office, "Kecamatan Berganti")
    with office.store.read() as unit:
        later = unit.journal.head()
    extra = office.store.evidence.put(b"bukti sesudah cadangan")

    done = restore.restore(admin_of(office), file)

    assert name_of(data) == "Kecamatan Contoh"
    assert done.pengaman is not None
    assert done.pengaman.parent == data / paths.BACKUPS
    assert drill(done.pengaman).isi.urut >= later.seq
    assert (data / "bukti" / extra).read_bytes() == b"bukti sesudah cadangan"
    again = opening.open_office(data)
    assert examine(again).temuan == ()
    again.store.close()
    assert sorted(f.name for f in (data / paths.BACKUPS).iterdir()) == [done.pengaman.name]


def test_what_a_copy_does_not_hold_is_told_before(office: Office, file: Path) -> None:
    ctx = admin_of(office)
    isi = cadangan.peek(file, keys_for(file, None))
    before = restore.beyond(ctx, isi)
    auth.log_in(office, USER, PASSWORD)
    after = restore.beyond(ctx, isi)

    assert not before.bercabang
    assert (after.catatan, after.oleh, after.terakhir) == (before.catatan + 1, "Joko Permisalan", NOW)
    assert restore.beyond(ctx, replace(isi, kepala="0" * 64)).bercabang


def test_the_safety_copy_brings_the_office_forward_again(office: Office, data: Path, file: Path) -> None:
    rename(office, "Kecamatan Berganti")
    back = restore.restore(admin_of(office), file)
    assert back.pengaman is not None
    again = opening.open_office(data)

    restore.restore(admin_of(again), back.pengaman)

    assert name_of(data) == "Kecamatan Berganti"


def test_lost_files_come_back_with_the_backup(office: Office, data: Path, file: Path) -> None:
    before = files_in(data)
    shutil.rmtree(data / "bukti")
    next((data / "arsip").iterdir()).write_bytes(b"rusak")

    restore.restore(admin_of(office), file)

    assert files_in(data) == before


def test_another_offices_copy_is_refused(office: Office, data: Path, tmp_path: Path) -> None:
    other = make_office(tmp_path / "lain", other=True)
    theirs = backup.back_up(other, tmp_path / "lain").berkas
    other.store.close()
    before = everything_in(data)

    with pytest.raises(OtherOffice):
        restore.restore(admin_of(office), theirs)

    assert everything_in(data) == before
    assert office.store.busy is False


def test_only_the_admin_restores(office: Office, file: Path) -> None:
    admin = admin_of(office)
    for role in set(Role) - {Role.ADMIN}:
        acting = backup_context(admin, role)
        with pytest.raises(WrongRole):
            restore.restore(acting, file)


# --- by two --------------------------------------------------------------------------------------


@pytest.fixture
def with_andi(office: Office) -> Context:
    """The Admin, where one more official can log in; neither has given his password for a restore by two."""
    with office.store.unit() as unit:
        andi = next(p for p in unit.people.all() if p.nama == ANDI.nama)
        auth.open_account(unit, trail.PROGRAM, NOW, andi, pengguna="andi", sandi=PASSWORD, cost=PRACTICE)
        unit.commit()
    return admin_of(office)


def second_told(folder: Path) -> str:
    """Who stood for the last restore, as the history of the restored office tells."""
    again = opening.open_office(folder)
    try:
        with again.store.read() as unit:
            told = unit.journal.records(trail.Kind.RESTORE.value)[-1].isi["kedua"]
            named = {p.id: p.nama for p in unit.people.all()}
    finally:
        again.store.close()
    return named.get(str(told), str(told))


def test_a_living_office_is_restored_by_two(with_andi: Context, data: Path, file: Path) -> None:
    before = everything_in(data)
    for refused in (restore.hold_second, restore.restore):
        with pytest.raises(SecondNeeded) as needed:
            refused(with_andi, file)
        assert [name for name, _ in needed.value.pejabat] == ["andi"]
    assert everything_in(data) == before

    auth.confirm_second(with_andi, "andi", PASSWORD, Berdua.PEMULIHAN)
    restore.hold_second(with_andi, file)
    restore.restore(with_andi, file)
    assert second_told(data) == ANDI.nama


def test_the_second_of_a_grant_is_none_of_a_restore(with_andi: Context, file: Path) -> None:
    auth.confirm_second(with_andi, "andi", PASSWORD, Berdua.PERAN)
    with pytest.raises(SecondNeeded):
        restore.restore(with_andi, file)


def test_the_sheet_stands_for_the_second(with_andi: Context, data: Path, file: Path, words: tuple[str, ...]) -> None:
    restore.restore(with_andi, file, words)
    assert second_told(data) == "lembar pemulihan"


def test_a_sheet_that_is_not_the_offices_stands_for_nobody(with_andi: Context, file: Path) -> None:
    other = kata_pemulihan.words_of(kunci.new_secret())
    with pytest.raises(SecondNeeded):
        restore.hold_second(with_andi, file, other)


def test_alone_where_nobody_else_can_log_in_and_the_history_says_so(office: Office, data: Path, file: Path) -> None:
    restore.restore(admin_of(office), file)
    assert second_told(data) == granting.ALONE


def backup_context(admin: Context, role: Role) -> Context:
    from dataclasses import replace

    return replace(admin, actor=replace(admin.actor, role=role, nama=SITI.nama))


@pytest.mark.parametrize("place", [0, 10, 300, 5_000, -1])
def test_a_damaged_copy_leaves_the_office_open_and_unchanged(
    office: Office, data: Path, file: Path, place: int
) -> None:
    content = bytearray(file.read_bytes())
    content[place] ^= 0x41
    file.write_bytes(content)
    before = everything_in(data)

    with pytest.raises((BackupDamaged, KeyMissing)):
        restore.restore(admin_of(office), file)

    assert everything_in(data) == before
    rename(office, "Kecamatan Berganti")  # still open


def test_a_safety_copy_that_cannot_be_made_stops_the_restore(
    office: Office, data: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kinerja_desktop.domain.errors import DiskFull

    def full(*_: object, **__: object) -> None:
        raise DiskFull("penuh")

    monkeypatch.setattr(restore, "keep_local", full)
    rename(office, "Kecamatan Berganti")
    with pytest.raises(DiskFull):
        restore.restore(admin_of(office), file)

    office.store.close()
    assert name_of(data) == "Kecamatan Berganti"


KILLED = """
import os, signal, sys
from pathlib import Path
from kinerja_desktop.services import opening, restore, setup
from tests.disk_office import admin_of
data, file, where = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
def die(*args, **rest):
    os.kill(os.getpid(), signal.SIGKILL)
if where == "replace":
    plain = Path.replace
    def replace(self, target):
        if Path(target).name == "kinerja.db" and self.parent.name.endswith(".pulih"):
            die()
        return plain(self, target)
    Path.replace = replace
elif where == "mark":
    from kinerja_desktop.storage import high_water
    plain = Path.replace
    def replace(self, target):
        if Path(target).name == high_water.NAME:
            die()
        return plain(self, target)
    Path.replace = replace
else:
    setattr(restore, where, die)
restore.restore(admin_of(opening.open_office(data)), file)
"""


@pytest.mark.parametrize("where", ["unpacked", "_keep_present", "_add_files", "_exchange", "replace", "mark"])
def test_a_program_killed_in_a_restore_leaves_a_sound_office(
    office: Office, data: Path, file: Path, where: str
) -> None:
    rename(office, "Kecamatan Berganti")
    office.store.close()

    ended = subprocess.run([sys.executable, "-c", KILLED, str(data), str(file), where], check=False)

    assert ended.returncode == -9
    again = opening.open_office(data)
    assert examine(again).temuan == ()
    with again.store.read() as unit:
        found = opening.identity(unit).nama
    assert found == ("Kecamatan Contoh" if where == "mark" else "Kecamatan Berganti")
    restore.restore(admin_of(again), file)
    assert not list((data / paths.BACKUPS).glob("*.pulih"))


# --- over an office that cannot be opened --------------------------------------------------------


@pytest.fixture
def wreck(office: Office, data: Path, file: Path) -> Path:
    """The office after its disk wrote rubbish over the pages of the database; ``file`` is from before."""
    assert file.exists()
    office.store.close()
    database = data / paths.DATABASE
    size = database.stat().st_size
    with database.open("r+b") as opened:
        opened.seek(100)
        opened.write(os.urandom(size - 100))
    return data


def test_a_wrecked_office_comes_back_with_the_sheet(wreck: Path, file: Path, words: tuple[str, ...]) -> None:
    rubbish = (wreck / paths.DATABASE).read_bytes()
    with pytest.raises(DataDamaged):
        opening.open_office(wreck)

    done = restore.restore_over_damaged(wreck, file, words)

    assert name_of(wreck) == "Kecamatan Contoh"
    assert done.pengaman is not None
    assert (done.pengaman / paths.DATABASE).read_bytes() == rubbish


def test_a_wrecked_office_stays_as_it_is_without_the_right_sheet(
    wreck: Path, file: Path, words: tuple[str, ...]
) -> None:
    before = everything_in(wreck)
    with pytest.raises((KeyMissing, LembarSalah)):
        restore.restore_over_damaged(wreck, file, tuple(reversed(words)))
    assert everything_in(wreck) == before


def test_the_moment_of_the_copy_is_told(file: Path) -> None:
    result = drill(file)
    assert result.isi.dibuat == NOW
    assert result.isi.sampai == NOW
