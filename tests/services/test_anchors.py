"""A history that was written anew and chained again is whole in itself; what was kept outside shows it."""

import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kinerja_desktop import paths
from kinerja_desktop.domain.indikator import Seksi
from kinerja_desktop.domain.segel import Jangkar
from kinerja_desktop.services import anchors, backup, integrity, opening, people, restore, verification
from kinerja_desktop.services.anchors import Kecocokan
from kinerja_desktop.services.backup_names import Jenis
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.context import Office
from kinerja_desktop.services.verification import Putusan
from kinerja_desktop.storage import chain
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.high_water import forget, write_mark
from kinerja_desktop.storage.records import Head
from tests.disk_office import NOW, admin_of, make_office


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    office = make_office(tmp_path / "data")
    write(office, "A")
    office.store.close()
    return tmp_path / "data"


@pytest.fixture
def offices() -> Iterator[list[Office]]:
    made: list[Office] = []
    yield made
    for office in made:
        if not office.store.closed:
            office.store.close()


def opened(folder: Path, offices: list[Office]) -> Office:
    offices.append(Office(opening.open_office(folder).store, SetClock(NOW), latihan=True))
    return offices[-1]


def write(office: Office, kode: str) -> None:
    people.save_seksi(admin_of(office), Seksi(kode, f"Seksi {kode}"), 0)


def head(office: Office) -> Jangkar:
    with office.store.read() as unit:
        end = unit.journal.head()
    return Jangkar(end.seq, end.hash)


def write_history_anew(folder: Path, seq: int) -> None:
    """One line is told of another day, and every line after it is chained again, with the guards put back."""
    store = Store.open(folder)
    with store.read() as unit:
        rows = list(unit.journal.walk())
    store.close()
    db = sqlite3.connect(folder / paths.DATABASE)
    guard = db.execute("SELECT sql FROM sqlite_master WHERE name = 'journal_no_update'").fetchone()[0]
    db.execute("DROP TRIGGER journal_no_update")
    office, lists = "", dict[str, str]()
    for row in rows:
        told = "2020-01-01T08:00:00+08:00" if row.seq == seq else row.pada_teks
        bare = replace(row, pada_teks=told, prev_list=lists.get(row.list_id, ""), prev_office=office)
        line = chain.line_hash(bare)
        office = chain.office_hash(row.seq, line, bare.prev_office)
        lists[row.list_id] = line
        db.execute(
            "UPDATE journal SET pada_teks=?, prev_list=?, prev_office=?, hash=?, office=? WHERE seq=?",
            (told, bare.prev_list, bare.prev_office, line, office, row.seq),
        )
    db.execute(guard)
    db.commit()
    db.close()
    forget(folder)
    write_mark(folder, Head(rows[-1].seq, office))


def test_without_an_anchor_nothing_is_found_and_it_is_said_what_cannot_be_proved(
    folder: Path, offices: list[Office]
) -> None:
    write_history_anew(folder, 3)
    found = integrity.examine(opened(folder, offices))
    assert found.utuh
    assert "tidak dapat dibuktikan" in found.batas


def test_any_copy_shows_a_history_that_was_written_anew(folder: Path, offices: list[Office]) -> None:
    office = opened(folder, offices)
    copy = backup.keep_local(office, Jenis.OTOMATIS).berkas
    assert integrity.watch(office).batas.endswith(
        "Riwayat sama dengan 1 pembanding di luar basis data (cadangan atau kertas)."
    )
    office.store.close()
    write_history_anew(folder, 3)

    again = opened(folder, offices)
    found = integrity.watch(again)

    assert len(found.temuan) == 1
    assert copy.name in found.temuan[0]
    assert "ditulis ulang" in found.temuan[0]
    assert again.store.stopped is not None


def test_an_older_database_with_its_own_mark_is_shown_by_a_newer_copy(folder: Path, offices: list[Office]) -> None:
    older = folder.parent / "lama"
    shutil.copytree(folder, older)
    office = opened(folder, offices)
    write(office, "B")
    backup.keep_local(office, Jenis.OTOMATIS)
    office.store.close()
    for name in (paths.DATABASE, "kinerja.kepala"):
        shutil.copy(older / name, folder / name)

    found = integrity.watch(opened(folder, offices))

    assert len(found.temuan) == 1
    assert "data ini lebih lama" in found.temuan[0]


def test_anchors_of_what_a_restore_left_behind_are_told_apart(folder: Path, offices: list[Office]) -> None:
    office = opened(folder, offices)
    first = backup.keep_local(office, Jenis.OTOMATIS).berkas
    write(office, "B")
    backup.keep_local(office, Jenis.OTOMATIS)
    left = head(office)
    restore.restore(admin_of(office), first)

    again = opened(folder, offices)
    write(again, "C")
    found = integrity.watch(again)

    assert found.utuh
    with again.store.read() as unit:
        assert anchors.compare(unit, left) is Kecocokan.DITINGGALKAN


def test_the_mark_on_a_paper_is_compared_with_the_history(folder: Path, offices: list[Office]) -> None:
    office = opened(folder, offices)
    mark = head(office)
    write(office, "B")

    good = verification.verify_kode(office, f"riwayat {mark}")
    wrong = verification.verify_kode(office, f"{mark.urut - 1}:{mark.kepala[:12]}")
    ahead = verification.verify_kode(office, f"{mark.urut + 900}:{mark.kepala[:12]}")

    assert (good.putusan, good.putusan.baik) == (Putusan.RIWAYAT_COCOK, True)
    assert f"sampai catatan ke-{mark.urut}" in good.kalimat
    assert (wrong.putusan, ahead.putusan) == (Putusan.RIWAYAT_BERBEDA, Putusan.RIWAYAT_BERBEDA)
    assert "data ini lebih lama" in ahead.kalimat
