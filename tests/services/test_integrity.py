"""The check is clean after ordinary work, and names what another program changed."""

import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import DataDamaged
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import (
    assignment,
    calendar_table,
    collection,
    disposition,
    evidence,
    integrity,
    opening,
    planning,
    setup,
    step_papers,
)
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.context import Office
from kinerja_desktop.services.practice_fill import Filler
from kinerja_desktop.services.practice_stage import Stage
from tests.evidence_files import picture
from tests.office import OPENING, TW2
from tests.practice_book import BUKU


def work(office: Office, clock: SetClock) -> None:
    """Ordinary work: a plan is fixed, the data are ordered, bahan of one seksi is handed in and printed."""
    with office.store.read() as unit:
        stage = Stage(office, clock, calendar_table.kalender(unit))
    planner = stage.acting(Role.KASUBAG_PERENCANAAN)
    planning.fix_plan(planner, 2026, planning.load(planner).versi)
    kabid = stage.acting(Role.KABID)
    view = assignment.load(kabid, TW2)
    note = view.catatan
    assignment.assign(kabid, TW2, ["PEL", "PEM"], catatan=note, seen={})
    with office.store.read() as unit:
        case = next(c for c in unit.cases.listing() if c.seksi == "PEL")
    kasubag, analis = stage.acting(Role.KASUBAG, "PEL"), stage.acting(Role.ANALIS, "PEL")
    disposition.order(kasubag, case.id, [analis.actor.id], seen=1)
    sheet = collection.load(analis, case.id)
    filler = Filler(BUKU, TW2, 0)
    rows = [filler.row(baris, sheet.isi.of(baris.kode)) for k in sheet.kelompok for baris in k.baris]
    rows[0] = replace(rows[0], bukti=(*rows[0].bukti, evidence.add_picture(analis, picture("PNG"))))
    saved = collection.save_draft(analis, case.id, rows, seen=0)
    collection.submit_bahan(analis, case.id, seen=2, seen_draf=saved.versi)
    for number, jenis in step_papers.papers_of(kasubag, case.id)[:1]:
        step_papers.print_paper(kasubag, case.id, number, jenis)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office on the disk after ordinary work; copied for each test."""
    folder = tmp_path_factory.mktemp("utuh")
    clock = SetClock(OPENING)
    accounts = [setup.FirstAccount("joko", "latihan-joko")]
    office = setup.create_office(folder, BUKU, accounts, clock=clock, latihan=True)
    work(office, clock)
    office.store.close()
    return folder


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    """A copy that a test may spoil."""
    return Path(shutil.copytree(sound, tmp_path / "kantor"))


def edit(folder: Path, sql: str) -> None:
    """What somebody does with the sqlite3 tool."""
    db = sqlite3.connect(folder / paths.DATABASE)
    with db:
        changed = db.executescript(sql) if ";" in sql else db.execute(sql)
    assert ";" in sql or changed.rowcount > 0
    db.close()


def findings(folder: Path) -> str:
    office = opening.open_office(folder)
    told = integrity.examine(office).temuan
    office.store.close()
    return "\n".join(told)


def test_after_ordinary_work_nothing_is_found(folder: Path) -> None:
    office = opening.open_office(folder)
    told: list[tuple[str, int]] = []
    result = integrity.examine(office, lambda part, number: told.append((part, number)))
    office.store.close()

    assert result.utuh
    assert [part for part, _ in told] == [
        "Halaman basis data",
        "Rantai riwayat",
        "Berkas SOP",
        "Data kantor",
        "Isian belum diajukan",
        "Bukti dukung",
        "Dokumen",
        "Pembanding luar",
    ]
    assert all(number > 0 for part, number in told if part not in ("Isian belum diajukan", "Pembanding luar"))


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("UPDATE isi_indikator SET realisasi = '999' WHERE kode = '1.1'", "Berkas Seksi Pelayanan TW 2 2026: isiannya"),
        ("UPDATE cases SET status = 'APPROVED' WHERE seksi = 'PEL'", "Berkas Seksi Pelayanan TW 2 2026: keadaannya"),
        ("UPDATE cases SET batas = '2030-01-01T08:00:00+08:00' WHERE seksi = 'PEL'", "batas waktu"),
        ("UPDATE cases SET triwulan = 3 WHERE seksi = 'PEL'", "Berkas Seksi Pelayanan TW 2 2026: seksi, triwulan"),
        ("UPDATE cases SET status = 'XYZ' WHERE seksi = 'PEL'", "tidak dapat dibaca"),
        ("DELETE FROM isi_indikator; DELETE FROM isi; DELETE FROM reads; DELETE FROM cases", "hilang"),
        ("UPDATE indikator SET target_tahun = '1' WHERE kode = '1.1'", "Rencana 2026: isinya tidak sama"),
        ("UPDATE anggaran SET pagu = '1'", "Rencana 2026: isinya tidak sama"),
        ("UPDATE pegawai SET peran = '[\"ADMIN\"]' WHERE pengguna = 'budi'", "Pegawai Budi Contoh: isinya tidak sama"),
        ("UPDATE pegawai SET status = 'XYZ' WHERE pengguna = 'budi'", "Pegawai: ada baris yang tidak dapat dibaca"),
        ("UPDATE accounts SET sandi_hash = 'x'", "Akun Joko Permisalan: isinya tidak sama"),
        ("UPDATE settings SET teks = 'WIB' WHERE kunci = 'zona'", "Pengaturan zona: isinya tidak sama"),
        ("INSERT INTO settings VALUES ('hitung.batas_atas', '100')", "Pengaturan hitung.batas_atas: ada tanpa catatan"),
        ("DELETE FROM settings WHERE kunci = 'zona'", "Pengaturan zona: tercatat"),
        ("UPDATE hari_libur SET tanggal = '2026-12-30' WHERE tanggal = '2026-12-25'", "Kalender 2026: isinya"),
        ("UPDATE seksi SET nama = 'Seksi Lain' WHERE kode = 'PEM'", "Seksi PEM: isinya tidak sama"),
        ("UPDATE papers SET status = 'ditarik'", "Dokumen Lembar Disposisi"),
        (
            "DROP TRIGGER journal_no_update; UPDATE journal SET nama = 'Orang Lain' WHERE seq = 30",
            "Catatan ke-30 (10 Juli 2026, 07.30) tidak cocok; yang terakhir cocok ke-29.",
        ),
        (
            "DROP TRIGGER journal_no_delete; DELETE FROM journal WHERE seq > 20",
            "Akhir riwayat hilang: pernah sampai catatan ke-",
        ),
    ],
)
def test_an_edit_by_another_program_is_named(folder: Path, sql: str, told: str) -> None:
    edit(folder, sql)
    assert told in findings(folder)


def test_a_changed_paper_is_named(folder: Path) -> None:
    (paper,) = (folder / paths.ARCHIVE).iterdir()
    paper.chmod(0o600)
    paper.write_bytes(paper.read_bytes() + b" ")
    assert "Lembar Disposisi" in findings(folder)
    paper.unlink()
    assert "hilang" in findings(folder)


def test_a_database_that_cannot_be_read_is_named(folder: Path) -> None:
    with (folder / paths.DATABASE).open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 4096 * 40)
    with pytest.raises(DataDamaged) as refused:
        findings(folder)
    assert "kinerja.db" in refused.value.findings[0]


def test_a_table_whose_columns_were_renamed_is_told_and_the_rest_is_still_read(folder: Path) -> None:
    edit(
        folder,
        "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = replace(sql, 'target_tw4', 'target_tw5');",
    )

    office = opening.open_office(folder)
    found = {bagian.nama: bagian.temuan for bagian in integrity.examine(office).bagian}
    office.store.close()

    assert found["Halaman basis data"]
    assert found["Data kantor"] == ("Bagian ini tidak dapat dibaca, karena susunan tabelnya berubah.",)
    assert found["Dokumen"] == ()
