"""Backups of a living office: what they hold, where they go, and what is left when they fail."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, suppress
from pathlib import Path

import pytest

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import BackupDamaged, DataDamaged, DiskFull, KeyMissing, PlaceGone, ReadOnlyPlace
from kinerja_desktop.exchange import cadangan, kunci
from kinerja_desktop.exchange.kata_pemulihan import secret_of
from kinerja_desktop.exchange.lembar_pemulihan import read_sheet
from kinerja_desktop.exchange.manifest import Cakupan
from kinerja_desktop.services import backup, backup_keys, drill, granting, opening
from kinerja_desktop.services.backup import Tahap
from kinerja_desktop.services.backup_names import Jenis, read_name
from kinerja_desktop.services.context import Office
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.gate import SCHEMA_VERSION
from kinerja_desktop.storage.snapshot import Snapshot, head_in, snapshot
from tests.disk_office import NOW, admin_of, as_before_the_last_step, files_in, make_office


def keys_of(office: Office) -> tuple[kunci.Kunci, ...]:
    with office.store.read() as unit:
        return kunci.office_keys(opening.identity(unit).id)


# --- what it holds -------------------------------------------------------------------------------


def test_one_checked_file_with_everything_stands_in_the_folder(office: Office, usb: Path, tmp_path: Path) -> None:
    backup_keys.make_keys(office)
    with office.store.read() as unit:
        head = unit.journal.head()

    made = backup.back_up(office, usb)

    assert [f.name for f in usb.iterdir()] == ["cadangan-CTH-20260714-001.kpb"] == [made.berkas.name]
    out = tmp_path / "keluar"
    out.mkdir()
    manifest = cadangan.read(made.berkas, keys_of(office), into=out)
    assert files_in(out) == files_in(tmp_path / "data")
    assert (manifest.kantor_nama, manifest.cakupan) == ("Kecamatan Contoh", Cakupan.LENGKAP)
    assert (made.urut, made.kepala) == (manifest.urut, manifest.kepala)
    assert (manifest.urut, manifest.kepala) == (head.seq, head.hash)
    assert manifest.jumlah == {"riwayat": manifest.urut, "bukti": 3, "arsip": 1}
    assert made.ukuran == made.berkas.stat().st_size
    assert made.dibuat == NOW


def test_the_backup_is_told_in_the_history(office: Office, usb: Path) -> None:
    made = backup.back_up_to(admin_of(office), usb)

    with office.store.read() as unit:
        row = unit.journal.records("cadangan", "cadangan")[-1]
    assert row.isi["berkas"] == made.berkas.name
    assert (row.isi["urut"], row.isi["kepala"]) == (made.urut, made.kepala)
    assert row.nama == "Joko Permisalan"


def test_a_second_copy_of_the_day_gets_the_next_number_and_leaves_the_first(office: Office, usb: Path) -> None:
    first = backup.back_up(office, usb)
    before = first.berkas.read_bytes()

    second = backup.back_up(office, usb)

    assert second.berkas.name == "cadangan-CTH-20260714-002.kpb"
    assert first.berkas.read_bytes() == before


def test_a_copy_opens_with_the_sheet_that_the_office_has(office: Office, usb: Path, tmp_path: Path) -> None:
    sheet = backup_keys.write_sheet(office, tmp_path / "data")
    assert backup.sheet_lying_at(office) == sheet
    made = backup.back_up(office, usb)
    key = kunci.Kunci.from_bytes(secret_of(read_sheet(sheet)))
    assert cadangan.peek(made.berkas, [key]).kantor_kode == "CTH"


def test_a_copy_leaves_no_words_of_a_sheet_behind(office: Office, usb: Path) -> None:
    """Whoever found them could open every account, and the command wants no log-in; two make the sheet."""
    for made in (backup.back_up(office, usb), backup.back_up_to(admin_of(office), usb)):
        assert not backup_keys.has_sheet(office)
        assert not list(backup.data_of(office).glob("lembar*"))
        assert drill.drill(made.berkas).temuan == ()


def test_a_folder_is_made_in_one_that_is_there(office: Office, tmp_path: Path) -> None:
    assert backup.back_up(office, tmp_path / "baru").berkas.parent == tmp_path / "baru"


def test_progress_is_told(office: Office, usb: Path) -> None:
    told: set[Tahap] = set()
    backup.back_up(office, usb, tick=lambda tahap, _done, _total: told.add(tahap))
    assert told == set(Tahap)


def test_nothing_of_the_making_stays_behind(office: Office, usb: Path, tmp_path: Path) -> None:
    backup.back_up(office, usb)
    assert list((tmp_path / "data" / paths.BACKUPS).iterdir()) == []


def test_a_local_copy_holds_the_database_alone(office: Office, tmp_path: Path) -> None:
    made = backup.keep_local(office, Jenis.OTOMATIS)

    assert made.berkas == tmp_path / "data" / "cadangan" / "otomatis-CTH-20260714-001.kpb"
    manifest = cadangan.read(made.berkas, keys_of(office))
    assert manifest.cakupan is Cakupan.BASIS_DATA
    assert [a.nama for a in manifest.anggota] == ["kinerja.db"]


# --- tried before it is called finished ----------------------------------------------------------


def test_a_copy_that_would_not_come_back_sound_gets_no_name(
    office: Office, usb: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The office passes its check, its bytes arrive, and yet what comes back is not the office."""

    def spoiled(store: Store, to: Path) -> Snapshot:
        made = snapshot(store, to)
        alter(to)
        return made

    monkeypatch.setattr(backup, "snapshot", spoiled)
    with pytest.raises(BackupDamaged) as refused:
        backup.back_up(office, usb)
    assert "instansi.nama" in refused.value.detail
    assert list(usb.iterdir()) == []


def test_a_copy_without_the_last_line_of_the_history_is_none(
    office: Office, usb: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(store: Store, to: Path) -> Snapshot:
        snapshot(store, to)
        with closing(sqlite3.connect(to)) as connection:
            guards = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
            for (name,) in guards:
                connection.execute(f'DROP TRIGGER "{name}"')
            connection.execute("DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)")
            connection.commit()
        return Snapshot(to, head_in(to), "", to.stat().st_size)

    monkeypatch.setattr(backup, "snapshot", cut)
    with pytest.raises(DataDamaged) as refused:
        backup.back_up(office, usb)
    assert "catatan riwayat yang terakhir" in refused.value.findings[0]
    assert list(usb.iterdir()) == []


def test_where_the_pc_has_no_room_the_files_are_compared_instead_of_unpacked(
    office: Office, usb: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.store.evidence.put(bytes(2_000_000))
    usage = shutil.disk_usage(usb)
    copies = tmp_path / "data" / paths.BACKUPS
    database = (tmp_path / "data" / paths.DATABASE).stat().st_size

    def nearly_full(place: Path) -> object:
        return usage if place == usb else usage._replace(free=3 * database)

    monkeypatch.setattr(shutil, "disk_usage", nearly_full)
    assert backup.back_up(office, usb).berkas.exists()
    assert list(copies.iterdir()) == []


def test_what_an_upgrade_kept_becomes_a_copy_that_can_be_restored(tmp_path: Path) -> None:
    data = tmp_path / "data"
    make_office(data).store.close()
    as_before_the_last_step(data / paths.DATABASE)
    office = opening.open_office(data)  # the program has grown; this upgrades it
    assert [f.suffix for f in backup.copies_of(office).iterdir()] == [".db"]

    backup.seal_kept(office)

    (sealed,) = backup.copies_of(office).iterdir()
    name = read_name(sealed.name)
    assert name is not None
    assert name.jenis is Jenis.PENGAMAN
    manifest = cadangan.peek(sealed, keys_of(office))
    assert manifest.skema == SCHEMA_VERSION - 1
    assert manifest.sampai is not None
    assert drill.drill(sealed).utuh
    office.store.close()


@pytest.fixture
def full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A place whose disk is full as soon as ``isi`` was written; who may not mount one is told that it is."""
    disk = tmp_path / "penuh"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(disk)]
    if subprocess.run(mount, check=False, capture_output=True).returncode == 0:
        yield disk
        subprocess.run(["umount", str(disk)], check=True)
        return
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda p: usage._replace(free=0) if disk in p.parents else usage)
    yield disk


def test_an_office_whose_disk_is_full_still_reaches_the_stick(full_disk: Path, usb: Path) -> None:
    office = make_office(full_disk / "data")
    backup_keys.make_keys(office)
    backup.copies_of(office).mkdir(exist_ok=True)
    with suppress(OSError):
        (full_disk / "isi").write_bytes(bytes(8_000_000))

    made = backup.back_up(office, usb)

    assert drill.drill(made.berkas).utuh
    assert list(backup.copies_of(office).iterdir()) == []
    office.store.close()


# --- refusals ------------------------------------------------------------------------------------


def damage(folder: Path) -> None:
    """Alter a row behind the program's back."""
    alter(folder / paths.DATABASE)


def alter(database: Path) -> None:
    connection = sqlite3.connect(database)
    connection.execute("UPDATE settings SET teks = 'Kecamatan Lain' WHERE kunci = 'instansi.nama'")
    connection.commit()
    connection.close()


def test_an_office_with_findings_is_not_backed_up_as_if_sound(tmp_path: Path, usb: Path) -> None:
    make_office(tmp_path / "data").store.close()
    damage(tmp_path / "data")
    office = opening.open_office(tmp_path / "data")

    with pytest.raises(DataDamaged) as refused:
        backup.back_up(office, usb)
    assert refused.value.findings
    assert list(usb.iterdir()) == []

    made = backup.back_up(office, usb, apa_adanya=True)
    name = read_name(made.berkas.name)
    assert name is not None
    assert name.apa_adanya
    office.store.close()


def test_damaged_evidence_is_named_before_it_is_copied(office: Office, usb: Path, tmp_path: Path) -> None:
    stored = next((tmp_path / "data" / "bukti").iterdir())
    stored.write_bytes(b"diubah")

    with pytest.raises(DataDamaged):
        backup.back_up(office, usb)


def test_a_stick_pulled_out_before_the_writing_leaves_no_copy_where_it_was(
    office: Office, usb: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup_keys.make_keys(office)
    stick_then_disk = iter((1, 2))
    monkeypatch.setattr(backup, "_medium", lambda _: next(stick_then_disk))
    with pytest.raises(PlaceGone):
        backup.back_up(office, usb)
    assert list(usb.iterdir()) == []


@pytest.mark.parametrize("place", ["/media/siti/FLASHDISK", "/run/media/FLASHDISK", "/tidak/ada/di/sini"])
def test_a_flashdisk_that_is_not_plugged_in_is_told(office: Office, place: str) -> None:
    with pytest.raises(PlaceGone):
        backup.back_up(office, Path(place))
    assert not Path(place).exists()


def test_a_file_is_no_folder(office: Office, tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()
    with pytest.raises(ReadOnlyPlace):
        backup.back_up(office, tmp_path / "berkas")


def test_missing_room_is_told_with_its_size_before_anything_is_written(
    office: Office, usb: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(usb)
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: usage._replace(free=10_000))

    with pytest.raises(DiskFull) as refused:
        backup.back_up(office, usb)

    assert refused.value.kurang > 50_000
    assert list(usb.iterdir()) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A place that holds less than the office needs; who may not mount one gets a limit on the size of files."""
    import resource

    place = tmp_path / "kecil"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=100k", "tmpfs", str(place)]
    if subprocess.run(mount, check=False, capture_output=True).returncode == 0:
        yield place
        subprocess.run(["umount", str(place)], check=True)
        return
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    yield place
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_that_fills_up_keeps_its_old_copies(
    office: Office, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "check_room", lambda _folder, _needed: None)  # the place says that there is room
    old = small_disk / "cadangan-CTH-20260713-001.kpb"
    old.write_bytes(b"yang lama")

    with pytest.raises(DiskFull):
        backup.back_up(office, small_disk)

    assert [f.name for f in small_disk.iterdir()] == [old.name]
    assert old.read_bytes() == b"yang lama"


@pytest.fixture
def locked_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that cannot be written: mounted so, or guarded by its rights, which do not hold root back."""
    place = tmp_path / "terkunci"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", str(place)], check=False).returncode == 0:
        yield place
        subprocess.run(["umount", str(place)], check=True)
        return
    place.chmod(0o500)
    if os.access(place, os.W_OK):
        monkeypatch.setattr(cadangan, "aside", _refusing)
    yield place
    place.chmod(0o700)


def _refusing(target: Path) -> AbstractContextManager[Path]:
    raise ReadOnlyPlace(str(target))


def test_a_folder_that_cannot_be_written_is_told(office: Office, locked_place: Path) -> None:
    with pytest.raises(ReadOnlyPlace):
        backup.back_up(office, locked_place)
    assert list(locked_place.iterdir()) == []


def test_the_office_works_on_after_a_failed_backup(office: Office, tmp_path: Path) -> None:
    with pytest.raises(PlaceGone):
        backup.back_up(office, tmp_path / "a" / "b")

    backup.back_up(office, tmp_path)


def test_an_interrupted_copy_is_cleared_by_the_next_one(office: Office, usb: Path) -> None:
    ours, theirs = usb / "cadangan-CTH-20260713-004.kpb.part", usb / "cadangan-LAIN-20260713-004.kpb.part"
    for part in (ours, theirs):
        part.touch()
    half, piece = usb / "cadangan-CTH-20260713-004.kpb.part.2", usb / "cadangan-CTH-20260713-003.kpb.2"
    for part in (half, piece):
        part.touch()
    scratch, unpacked = (backup.copies_of(office) / name for name in ("0.salinan", "1.salinan"))
    unpacked.mkdir(parents=True)
    scratch.touch()

    backup.back_up(office, usb)

    assert not any(left.exists() for left in (ours, half, piece, scratch, unpacked))
    assert theirs.exists()


def test_a_stick_pulled_while_it_is_read_back_is_told_as_that(
    office: Office, usb: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The empty folder where it hung is still there, on the disk of the PC."""
    gone = tmp_path / "tercabut"
    monkeypatch.setattr(backup, "_medium", lambda _: 1 if gone.exists() else 2)

    def pull(tahap: Tahap, _done: int, _total: int) -> None:
        if tahap is Tahap.MEMBACA and not gone.exists():
            usb.rename(gone)
            usb.mkdir()

    with pytest.raises(PlaceGone):
        backup.back_up(office, usb, tick=pull)
    assert not list(gone.glob("*.kpb"))


KILLED = """
import os, signal, sys
from pathlib import Path
from kinerja_desktop.services import backup, opening, setup
from kinerja_desktop.services.backup import Tahap
def tick(tahap, done, total):
    if tahap.value == sys.argv[3] and done > total // 2:
        os.kill(os.getpid(), signal.SIGKILL)
backup.back_up(opening.open_office(Path(sys.argv[1])), Path(sys.argv[2]), tick=tick)
"""


@pytest.mark.parametrize("stage", [tahap.value for tahap in Tahap])
def test_a_program_killed_in_the_middle_leaves_no_finished_copy(tmp_path: Path, usb: Path, stage: str) -> None:
    data = tmp_path / "data"
    made = make_office(data)
    backup.back_up(made, usb)
    made.store.close()
    before = {f.name: f.read_bytes() for f in usb.iterdir()}

    ended = subprocess.run([sys.executable, "-c", KILLED, str(data), str(usb), stage], check=False)

    assert ended.returncode == -9
    assert {f.name: f.read_bytes() for f in usb.glob("*.kpb")} == before
    again = opening.open_office(data)
    backup.back_up(again, usb)
    again.store.close()
    assert len(list(usb.iterdir())) == 2


# --- keys ----------------------------------------------------------------------------------------


def test_a_pc_without_the_office_key_makes_its_own(office: Office, usb: Path) -> None:
    backup.back_up(office, usb)
    before = keys_of(office)
    shutil.rmtree(paths.key_folder())

    made = backup.back_up(office, usb)

    assert keys_of(office)
    assert keys_of(office) != before
    assert cadangan.peek(made.berkas, keys_of(office)).urut == made.urut


def test_a_new_sheet_opens_new_backups_and_the_old_one_old_ones(office: Office, usb: Path) -> None:
    old = backup_keys.make_keys(office)
    first = backup.back_up(office, usb)
    new, _ = granting.new_sheet(admin_of(office))
    second = backup.back_up(office, usb)

    assert cadangan.peek(first.berkas, [old.kunci]).urut == first.urut
    assert cadangan.peek(second.berkas, [new.kunci]).urut == second.urut
    for file, sheet in ((first.berkas, new), (second.berkas, old)):
        with pytest.raises(KeyMissing):
            cadangan.peek(file, [sheet.kunci])


def test_keys_stand_in_the_history_by_their_public_halves_alone(office: Office, usb: Path) -> None:
    sheet = backup_keys.make_keys(office)
    backup.back_up(office, usb)

    with office.store.read() as unit:
        told = " ".join(row.payload for row in unit.journal.walk())
        stored = " ".join(unit.settings.all().values())
    for secret in (sheet.kunci.rahasia, keys_of(office)[0].rahasia):
        assert secret not in told + stored
    assert sheet.kunci.publik in stored
