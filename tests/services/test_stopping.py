"""What is not as it was written stops writing; reading goes on, and an office goes on only by somebody's word."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kinerja_desktop import messages, paths
from kinerja_desktop.domain.errors import (
    Berdua,
    DataDamaged,
    DiskFull,
    ReasonTooShort,
    SecondNeeded,
    WritingStopped,
    WrongRole,
)
from kinerja_desktop.domain.indikator import Seksi
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import archive, auth, backup_copies, inbox, integrity, opening, people, restore, trail
from kinerja_desktop.services.archive import Saringan
from kinerja_desktop.services.backup import keep_local
from kinerja_desktop.services.backup_names import Jenis
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.context import Actor, Context, Office
from kinerja_desktop.services.passwords import PRACTICE
from kinerja_desktop.services.trail import Kind
from kinerja_desktop.storage.check import check_tail
from kinerja_desktop.storage.high_water import read_mark
from kinerja_desktop.storage.unit_of_work import Unit
from tests.disk_office import NOW, PASSWORD, USER, admin_of, make_office
from tests.office import ANDI

REASON = "Disk pernah rusak; isi sudah dicocokkan dengan kertas."
EDITED = "UPDATE pegawai SET nama = 'Orang Lain' WHERE urutan = 1"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed office in which somebody worked."""
    office = make_office(tmp_path / "data")
    office.store.close()
    shutil.copy(tmp_path / "data" / paths.DATABASE, tmp_path / "lama.db")
    with_work = _open(tmp_path / "data")
    _write(with_work, "BARU")
    with_work.store.close()
    return tmp_path / "data"


Open = Callable[[], Office]


@pytest.fixture
def opened(folder: Path) -> Iterator[Open]:
    made: list[Office] = []

    def again() -> Office:
        made.append(_open(folder))
        return made[-1]

    yield again
    for office in made:
        if not office.store.closed:
            office.store.close()


def _open(folder: Path) -> Office:
    return Office(opening.open_office(folder).store, SetClock(NOW), latihan=True)


def _write(office: Office, kode: str) -> None:
    people.save_seksi(admin_of(office), Seksi(kode, f"Seksi {kode.title()}"), 0)


def _edit(folder: Path, *statements: str) -> None:
    db = sqlite3.connect(folder / paths.DATABASE)
    with db:
        for statement in statements:
            assert db.execute(statement).rowcount != 0
    db.close()


def _put_older_back(folder: Path) -> None:
    shutil.copy(folder.parent / "lama.db", folder / paths.DATABASE)


def _bytes(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.glob(f"{paths.DATABASE}*")}


# --- stopping ----------------------------------------------------------------------------------


def test_a_sound_office_is_not_stopped(opened: Open) -> None:
    office = opened()
    assert integrity.watch(office).utuh
    assert office.store.stopped is None
    _write(office, "LAIN")


def test_an_edited_row_stops_writing_and_says_which(folder: Path, opened: Open) -> None:
    _edit(folder, EDITED)
    office = opened()
    assert office.store.stopped is None

    integrity.watch(office)

    with pytest.raises(WritingStopped) as refused:
        _write(office, "LAIN")
    assert "Orang Lain" in refused.value.findings[0]
    assert "tab Periksa Keutuhan" in messages.sentence(refused.value)
    with office.store.read() as unit:
        assert "BARU" in [s.kode for s in unit.people.seksi()]


def test_a_missing_end_stops_writing_at_the_very_start(folder: Path, opened: Open) -> None:
    mark = read_mark(folder)
    _put_older_back(folder)
    before = _bytes(folder)

    office = opened()

    with pytest.raises(WritingStopped) as refused:
        _write(office, "LAIN")
    assert f"pernah sampai catatan ke-{mark.seq}" in refused.value.findings[0]
    office.store.close()
    assert _bytes(folder) == before
    assert read_mark(folder) == mark


def test_a_stopped_office_is_entered_read_and_left_as_it_is(folder: Path, opened: Open) -> None:
    _put_older_back(folder)
    before = _bytes(folder)
    office = opened()

    session = auth.log_in(office, USER, PASSWORD)
    ctx = Context(office, session.peran[0])
    inbox.load(ctx)
    archive.load(ctx, Saringan())
    with pytest.raises(WritingStopped):
        keep_local(office, Jenis.OTOMATIS, apa_adanya=True)

    office.store.close()
    assert _bytes(folder) == before


def test_pages_that_cannot_be_read_in_the_middle_of_work_stop_it(opened: Open) -> None:
    office = opened()
    with pytest.raises(DataDamaged), office.store.raw() as connection:
        connection.execute("SELECT CAST(x'ff' AS TEXT)").fetchall()
    with pytest.raises(DataDamaged):
        _write(office, "LAIN")


def test_a_paper_that_is_gone_stops_nobody(folder: Path, opened: Open) -> None:
    for file in (folder / paths.ARCHIVE).iterdir():
        file.write_bytes(b"lain")
    office = opened()
    found = integrity.watch(office)
    assert (found.utuh, found.menghentikan, office.store.stopped) == (False, (), None)
    with pytest.raises(DataDamaged):
        backup_copies.keep_daily(office)


def test_the_check_keeps_nobody_waiting(opened: Open) -> None:
    office = opened()
    seen: list[str] = []

    def tell(part: str, _number: int) -> None:
        seen.append(part)
        if len(seen) == 1:
            _write(office, "SELA")

    assert integrity.examine(office, tell).utuh
    assert len(seen) == 8


# --- going on ----------------------------------------------------------------------------------


@pytest.mark.parametrize("spoil", [lambda folder: _edit(folder, EDITED), _put_older_back])
def test_an_admin_goes_on_by_his_word_and_it_stays_known(
    folder: Path, opened: Open, spoil: Callable[[Path], None]
) -> None:
    spoil(folder)
    office = opened()
    found = integrity.watch(office).temuan
    ctx = admin_of(office)

    after = integrity.accept(ctx, f"  {REASON} ")

    assert after.utuh
    assert office.store.stopped is None
    with office.store.read() as unit:
        row = unit.journal.records(Kind.FINDINGS.value)[-1]
        assert unit.journal.head() == read_mark(folder)
    assert (tuple(row.isi["temuan"]), row.isi["alasan"], row.nama) == (found, REASON, ctx.actor.nama)
    _write(office, "LAIN")
    office.store.close()
    again = opened()
    assert integrity.watch(again).utuh
    assert list(check_tail(again.store)) == []


def test_what_somebody_wrote_for_himself_is_not_taken_for_good_by_him_alone(folder: Path, opened: Open) -> None:
    with closing(_open(folder).store) as store, store.unit() as unit:
        andi = next(p for p in unit.people.all() if p.nama == ANDI.nama)
        auth.open_account(unit, trail.PROGRAM, NOW, andi, pengguna="andi", sandi=PASSWORD, cost=PRACTICE)
        unit.commit()
    _edit(folder, """UPDATE pegawai SET peran = '["KABID","ADMIN"]' WHERE peran = '["ADMIN"]'""")
    office = opened()
    integrity.watch(office)
    assert isinstance(office.store.stopped, WritingStopped)
    admin = admin_of(office)
    for ask in (lambda: integrity.hold_second(admin), lambda: integrity.accept(admin, REASON)):
        with pytest.raises(SecondNeeded):
            ask()
    assert isinstance(office.store.stopped, WritingStopped)

    auth.confirm_second(admin, "andi", PASSWORD, Berdua.LANJUT)
    integrity.hold_second(admin)
    assert integrity.accept(admin, REASON).utuh
    with office.store.read() as unit:
        assert unit.journal.records(Kind.FINDINGS.value)[-1].isi["kedua"] == andi.id


def _seksi(office: Office) -> list[str]:
    with office.store.read() as unit:
        return [s.kode for s in unit.people.seksi()]


def test_what_was_accepted_hides_nothing_new(folder: Path, opened: Open) -> None:
    _edit(folder, EDITED)
    office = opened()
    integrity.watch(office)
    integrity.accept(admin_of(office), REASON)
    office.store.close()
    _edit(folder, "UPDATE seksi SET nama = 'Nama Lain' WHERE kode = 'BARU'")

    again = opened()
    found = integrity.watch(again)

    assert [("BARU" in t, "Orang Lain" in t) for t in found.temuan] == [(True, False)]
    assert ["Orang Lain" in t for t in found.diketahui] == [True]
    assert isinstance(again.store.stopped, WritingStopped)


def test_going_on_needs_a_reason_an_admin_and_readable_pages(folder: Path, opened: Open) -> None:
    _edit(folder, "DROP TRIGGER journal_no_update")
    office = opened()
    integrity.watch(office)
    ctx = admin_of(office)
    with pytest.raises(ReasonTooShort):
        integrity.accept(ctx, "   tidak apa    ")
    with pytest.raises(WrongRole):
        integrity.accept(Context(office, Actor("x", "x", "x", Role.KABID)), REASON)
    with pytest.raises(WritingStopped) as refused:
        integrity.accept(ctx, REASON)
    assert "journal_no_update" in refused.value.findings[0]
    assert office.store.stopped is not None


def test_a_word_that_could_not_be_written_changes_nothing(
    folder: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = read_mark(folder)
    _put_older_back(folder)
    office = opened()

    def full(_unit: Unit) -> None:
        raise DiskFull(str(folder))

    with monkeypatch.context() as disk:
        disk.setattr(Unit, "commit", full)
        with pytest.raises(DiskFull):
            integrity.accept(admin_of(office), REASON)
    assert isinstance(office.store.stopped, WritingStopped)
    assert read_mark(folder) == mark


def test_a_stopped_office_is_restored_and_its_files_are_kept(folder: Path, opened: Open) -> None:
    office = opened()
    copy = keep_local(office, Jenis.OTOMATIS).berkas
    office.store.close()
    _edit(folder, EDITED)
    damaged = _bytes(folder)
    stopped = opened()
    integrity.watch(stopped)

    done = restore.restore(admin_of(stopped), copy)

    assert done.pengaman is not None
    assert {name: (done.pengaman / name).read_bytes() for name in damaged} == damaged
    again = opened()
    assert integrity.watch(again).utuh
    assert "BARU" in _seksi(again)


# --- what is not handed out ----------------------------------------------------------------------


def test_a_password_put_there_by_another_tool_opens_nothing_and_is_not_covered_up(folder: Path, opened: Open) -> None:
    office = opened()
    auth.log_in(office, USER, PASSWORD)
    office.store.close()
    _edit(folder, "UPDATE accounts SET gagal = 1, tunggu_sampai = NULL")
    again = opened()
    with pytest.raises(DataDamaged) as refused:
        auth.log_in(again, USER, PASSWORD)
    assert USER in refused.value.findings[0]
    assert any("Akun" in told for told in integrity.examine(again).temuan)


def test_a_full_disk_keeps_nobody_out(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    office = opened()

    def full(_unit: Unit) -> None:
        raise DiskFull(str(office.store.folder))

    with monkeypatch.context() as disk:
        disk.setattr(Unit, "commit", full)
        session = auth.log_in(office, USER, PASSWORD)
        inbox.load(Context(office, session.peran[0]))
    _write(office, "LAIN")


def test_a_damaged_page_stops_writing_with_a_sentence(folder: Path, opened: Open) -> None:
    db = sqlite3.connect(folder / paths.DATABASE)
    (page,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'anggaran'").fetchone()
    db.close()
    content = bytearray((folder / paths.DATABASE).read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\x07" * 4096
    (folder / paths.DATABASE).write_bytes(content)
    damaged = opened()
    found = integrity.watch(damaged)
    assert not found.terbaca
    stopped = damaged.store.stopped
    assert isinstance(stopped, WritingStopped)
    assert "Halaman basis data" in stopped.findings[0]
