"""Every column of every table, edited with the sqlite3 tool, is found by the check; what is not found is named here."""

import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Boolean, Column, Integer

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import DataDamaged, WrongLogin
from kinerja_desktop.domain.indikator import NilaiSkala, Riwayat, Sasaran, VersiRencana
from kinerja_desktop.services import auth, integrity, opening, setup
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.storage.column_types import (
    DateText,
    DecimalText,
    EnumsText,
    EnumText,
    MomentText,
    TextsText,
)
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.tables import metadata
from tests.office import OPENING
from tests.practice_book import BUKU
from tests.services.test_integrity import work

COLUMNS: dict[str, Column[Any]] = {
    f"{table.name}.{column.name}": column for table in metadata.sorted_tables for column in table.c
}
GUARDS = ("journal_no_update", "journal_no_delete", "journal_in_order")
KEPT = [table.name for table in metadata.sorted_tables if table.name not in ("drafts", "reads")]
"""Nothing tells that a row of the others was there: what was typed and not handed in, and who looked at what."""
Edit = Callable[[Column[Any], Any], object]
PLAN = replace(
    BUKU.rencana,
    versi=(
        VersiRencana(
            "perubahan",
            date(2026, 10, 1),
            tuple((i.kode, replace(i.target, tahun=Decimal(77))) for i in BUKU.rencana.indikator),
        ),
    ),
    skala=(NilaiSkala("predikat", "A", Decimal(85)), NilaiSkala("predikat", "BB", Decimal("75.50"))),
    riwayat=tuple(Riwayat(i.kode, 2025, Decimal(80), Decimal("81.5")) for i in BUKU.rencana.indikator),
    sasaran=(Sasaran("Pelayanan yang baik", "Warga terlayani"),),
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office on the disk with rows in every table."""
    folder = tmp_path_factory.mktemp("utuh")
    clock = SetClock(OPENING)
    accounts = [setup.FirstAccount(name, f"latihan-{name}") for name in ("joko", "rahma")]
    office = setup.create_office(folder, replace(BUKU, rencana=PLAN), accounts, clock=clock, latihan=True)
    with office.store.unit() as unit:
        unit.planning.put_sebutan(2026, {"1.1": "surat", "1.2": "kepuasan"})
        unit.commit()
    work(office, clock)  # fixing the plan records it with these names
    auth.log_in(office, "rahma", "latihan-rahma")
    for name in ("joko", "tidak-ada"):
        with pytest.raises(WrongLogin):
            auth.log_in(office, name, "bukan-sandinya")
    assert integrity.examine(office).temuan == ()
    office.store.close()
    with sqlite3.connect(folder / paths.DATABASE) as db:
        case_id, person = db.execute("SELECT cases.id, pegawai.id FROM cases, pegawai").fetchone()
    db.close()
    store = Store.open(folder)
    with store.unit() as unit:
        unit.drafts.put(case_id, "bahan", {}, 0, person, OPENING)
        unit.reads.mark(case_id, 1, person, OPENING)
        unit.commit()
    store.close()
    return folder


@pytest.fixture(scope="module")
def folder(sound: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy to spoil; ``spoil`` begins with a sound database each time."""
    return Path(shutil.copytree(sound, tmp_path_factory.mktemp("rusak") / "kantor"))


def other(column: Column[Any], raw: Any) -> object:  # noqa: ANN401 - any cell
    """What somebody might write instead: a value that this column may hold."""
    written = next((make for kind, make in OTHER.items() if isinstance(column.type, kind)), None)
    if written is not None:
        return written(column.type, raw)
    return f"{raw or ''}x"


def _other_member(kind: Any, raw: Any) -> str:  # noqa: ANN401 - EnumText or EnumsText
    name: str = next(member.name for member in kind.kind if member.name not in (raw or ""))
    return f'["{name}"]' if isinstance(kind, EnumsText) else name


OTHER: dict[type, Callable[[Any, Any], object]] = {
    Boolean: lambda _, raw: 1 - raw,
    Integer: lambda _, raw: (raw or 0) + 1,
    EnumText: _other_member,
    EnumsText: _other_member,
    DecimalText: lambda _, raw: f"{raw or ''}1",
    DateText: lambda _, raw: (date.fromisoformat(raw or "2026-02-20") + timedelta(days=1)).isoformat(),
    MomentText: lambda _, raw: (raw or "2026-07-10T08:00:00+08:00").replace("2026", "2027"),
    TextsText: lambda *_: '["lain"]',
}


def spoil(folder: Path, sound: Path, name: str, edit: Edit = other) -> bool:
    """Edit the last filled cell of a column in a sound copy; False where the table itself refuses the value."""
    table, _, column = name.partition(".")
    shutil.copyfile(sound / paths.DATABASE, folder / paths.DATABASE)
    db = sqlite3.connect(folder / paths.DATABASE)
    try:
        for guard in GUARDS if table == "journal" else ():
            db.execute(f"DROP TRIGGER {guard}")
        rowid, raw = _last(db, table, column)
        db.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (edit(COLUMNS[name], raw), rowid))
        db.commit()
    except sqlite3.IntegrityError:
        return False
    finally:
        db.close()
    return True


def _last(db: sqlite3.Connection, table: str, column: str) -> tuple[int, object]:
    query = f"SELECT rowid, {column} FROM {table} ORDER BY {column} IS NULL, rowid DESC"
    found: tuple[int, object] | None = db.execute(query).fetchone()
    assert found is not None, f"{table} is empty"
    return found


def findings(folder: Path) -> str:
    """What the check tells, also where the office cannot be opened."""
    try:
        office = opening.open_office(folder)
    except DataDamaged as damaged:
        return "\n".join(damaged.findings)
    try:
        return "\n".join(integrity.examine(office).temuan)
    finally:
        office.store.close()


@pytest.mark.parametrize("name", COLUMNS)
def test_an_edit_of_any_column_is_found(folder: Path, sound: Path, name: str) -> None:
    assert spoil(folder, sound, name)
    assert findings(folder)


KINDS: dict[str, Edit] = {
    "bytes": lambda _, raw: str(raw or "").encode(),
    "a real number": lambda *_: 0.5,
    "another text": lambda *_: "\x00\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
}
"""What one turned bit in the head of a row makes of a cell: the same bytes, taken for something else."""


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", COLUMNS)
def test_a_cell_that_became_another_kind_is_found(folder: Path, sound: Path, name: str, kind: str) -> None:
    assert not spoil(folder, sound, name, KINDS[kind]) or findings(folder)


@pytest.mark.parametrize("table", KEPT)
def test_a_row_that_is_gone_is_found(folder: Path, sound: Path, table: str) -> None:
    guards = "".join(f"DROP TRIGGER {guard};" for guard in GUARDS) if table == "journal" else ""
    last = f"SELECT max(rowid) FROM {table}"
    assert _run(folder, sound, f"{guards}DELETE FROM {table} WHERE rowid = ({last})") == 1
    assert findings(folder)


def test_content_that_is_gone_is_found_even_where_it_was_empty(folder: Path, sound: Path) -> None:
    empty = "SELECT case_id FROM isi WHERE case_id NOT IN (SELECT case_id FROM isi_indikator)"
    assert _run(folder, sound, f"DELETE FROM isi WHERE case_id IN ({empty})") > 0
    assert "isiannya hilang" in findings(folder)


def test_another_number_of_the_schema_is_found(folder: Path, sound: Path) -> None:
    assert _run(folder, sound, "UPDATE alembic_version SET version_num = '0009'") == 1
    assert findings(folder) == "Susunan basis data: alembic_version berubah sejak ditulis."


FORMS = {
    "figure": ("indikator.target_tahun", "Tabel indikator, kolom target_tahun, baris 2026, 3: tidak tertulis seperti"),
    "moment": ("cases.sejak", "Tabel cases, kolom sejak"),
    "texts": ("anggaran.indikator", "Tabel anggaran, kolom indikator"),
    "role": ("pegawai.peran", "Tabel pegawai, kolom peran"),
    "number": ("numbers.nilai", "Tabel numbers, kolom nilai"),
    "yes or no": ("indikator.iku", "Tabel indikator, kolom iku"),
    "draft": ("drafts.isi", "Isian yang belum diajukan, lembar kerja, Berkas Seksi Pelayanan TW 2 2026, berubah"),
}


@pytest.mark.parametrize(("name", "told"), FORMS.values(), ids=FORMS.keys())
def test_the_same_value_in_other_letters_is_found(folder: Path, sound: Path, name: str, told: str) -> None:
    """Lists sort by what stands there, and a text compares with a text."""
    assert spoil(folder, sound, name, lambda _, raw: f" {raw} x" if isinstance(raw, int) else f" {raw}")
    assert told in findings(folder)


TOLD = {
    "numbers.nilai": "Penghitung nomor surat 000.7.2.8/2026 menunjuk 2; nomor terakhir yang dipakai dokumen 1.",
    "numbers.kunci": "Penghitung nomor surat 000.7.2.8/2026 menunjuk 0; nomor terakhir yang dipakai dokumen 1.",
    "accounts.gagal": "Akun Joko Permisalan: isinya tidak sama dengan catatan terakhir",
    "accounts.tunggu_sampai": "Akun Joko Permisalan: isinya tidak sama",
    "accounts.terakhir_masuk": "Akun Rahma Teladan, S.E.: isinya tidak sama",
    "rencana.versi": "Rencana 2026: isinya tidak sama",
    "seksi.urutan": "Tabel seksi, kolom urutan: tidak berurutan.",
    "hari_libur.urutan": "kolom urutan, baris 2025: tidak berurutan.",
    "settings.kunci": "tercatat",
    "journal.pada_teks": "kinerja.db: pengaturan kantor atau catatan riwayat terakhir tidak dapat dibaca.",
    "journal.payload": "tidak cocok; yang terakhir cocok ke-",
}


@pytest.mark.parametrize(("name", "told"), TOLD.items(), ids=TOLD.keys())
def test_a_finding_names_what_and_where(folder: Path, sound: Path, name: str, told: str) -> None:
    assert spoil(folder, sound, name)
    assert told in findings(folder)


def test_tries_of_unknown_names_are_recorded(folder: Path, sound: Path) -> None:
    sql = f"UPDATE settings SET teks = replace(teks, '1', '2') WHERE kunci = '{auth.STRANGERS}'"
    assert _run(folder, sound, sql) == 1
    assert "Pengaturan masuk.tak_dikenal: isinya tidak sama" in findings(folder)


def test_two_people_who_changed_places_are_found(folder: Path, sound: Path) -> None:
    assert _run(folder, sound, "UPDATE pegawai SET urutan = 1 - urutan WHERE urutan < 2") == 2
    assert findings(folder) == "Pegawai: urutannya tidak sama dengan urutan pencatatannya."


def test_what_the_history_does_not_hold_is_a_short_list(folder: Path, sound: Path) -> None:
    assert _run(folder, sound, "DELETE FROM reads; DELETE FROM drafts")
    assert findings(folder) == ""


def _run(folder: Path, sound: Path, sql: str) -> int:
    shutil.copyfile(sound / paths.DATABASE, folder / paths.DATABASE)
    db = sqlite3.connect(folder / paths.DATABASE)
    for statement in sql.split(";"):
        db.execute(statement)
    db.commit()
    changed = db.total_changes
    db.close()
    return changed
