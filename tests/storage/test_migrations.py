"""Migrations: they make what the tables say, on a copy of an old office, whole or not at all."""

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, select, text

from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.errors import DataDamaged, DiskFull, StorageFault
from kinerja_desktop.storage import gate as gates
from kinerja_desktop.storage import migrations, upgrade
from kinerja_desktop.storage.column_types import form_of
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.engine import begun, engine_over
from kinerja_desktop.storage.migrations import v0001_first, v0004_evidence
from kinerja_desktop.storage.tables import isi_indikator, metadata
from tests.storage.conftest import Office
from tests.storage.samples import new_act


def test_the_migrations_make_the_tables_as_they_are_declared(office: Office) -> None:
    with office.read() as unit:
        context = MigrationContext.configure(unit.connection, opts={"compare_type": True})
        assert [diff for diff in compare_metadata(context, metadata) if "alembic_version" not in str(diff)] == []


def test_alembic_and_the_header_tell_the_same_number() -> None:
    with Store.memory().read() as unit:
        assert unit.connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == [
            f"{gates.SCHEMA_VERSION:04d}"
        ]
        assert unit.connection.execute(text("PRAGMA user_version")).scalar_one() == gates.SCHEMA_VERSION


# --- an office of an older program -------------------------------------------------------------


@pytest.fixture
def old_office(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A filled office, and a program that knows one more step."""
    with store.unit() as unit:
        unit.journal.append(new_act("k1", kata="tetap"))
        unit.commit()
    store.close()
    first = migrations.run_steps

    def with_next_step(connection: Connection, found: int) -> int:
        number = first(connection, found)
        connection.execute(text("ALTER TABLE settings ADD COLUMN catatan TEXT"))
        return number + 1

    monkeypatch.setattr(migrations, "run_steps", with_next_step)
    monkeypatch.setattr(gates, "SCHEMA_VERSION", gates.SCHEMA_VERSION + 1)
    return folder


def test_an_older_office_is_upgraded_and_the_old_file_kept(old_office: Path) -> None:
    before = gates.SCHEMA_VERSION - 1
    store = Store.open(old_office)
    with store.read() as unit:
        assert unit.journal.acts("k1")[0].isi == {"kata": "tetap"}
        assert unit.connection.execute(text("SELECT count(catatan) FROM settings")).scalar_one() == 0
    store.close()
    assert gates.check_header(gates.database_file(old_office)) == gates.SCHEMA_VERSION
    (kept,) = (old_office / "cadangan").iterdir()
    assert gates.check_header(kept) == before
    assert {path.name for path in old_office.iterdir()} == {"kinerja.db", "kinerja.kepala", "cadangan"}


@pytest.mark.parametrize("fault", [DiskFull("x"), DataDamaged(())])
def test_an_upgrade_that_fails_leaves_the_old_office(
    old_office: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def fail(_file: Path) -> None:
        raise fault

    monkeypatch.setattr(upgrade, "upgrade_file", fail)
    with pytest.raises(type(fault)):
        Store.open(old_office)
    assert gates.check_header(gates.database_file(old_office)) == gates.SCHEMA_VERSION - 1
    assert not list(old_office.glob("*.naik*"))
    monkeypatch.undo()
    store = Store.open(old_office)
    with store.read() as unit:
        assert unit.journal.head().seq == 1
    store.close()


def test_an_upgrade_never_puts_its_database_beside_the_log_of_the_old_one(
    old_office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a full disk SQLite closes without emptying its log; the new database would replay it over itself."""
    database = gates.database_file(old_office)
    log = database.with_name(f"{database.name}-wal")

    def closed_with_its_log(gate: gates.Gate) -> None:
        gate.connection.close()
        log.write_bytes(b"pages that found no room")

    monkeypatch.setattr(gates.Gate, "close", closed_with_its_log)
    with pytest.raises(StorageFault):
        Store.open(old_office)

    assert gates.check_header(database) == gates.SCHEMA_VERSION - 1
    assert log.exists()


def test_an_upgrade_that_breaks_references_is_refused(old_office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaking(connection: sqlite3.Connection, _place: str) -> None:
        connection.execute(
            "INSERT INTO accounts (pegawai_id, pengguna, sandi_hash, gagal) VALUES ('tidak-ada', 'x', '', 0)"
        )
        connection.execute(f"PRAGMA user_version={gates.SCHEMA_VERSION}")

    monkeypatch.setattr(upgrade, "upgrade", breaking)
    with pytest.raises(DataDamaged):
        Store.open(old_office)
    assert gates.check_header(gates.database_file(old_office)) == gates.SCHEMA_VERSION - 1


def test_evidence_of_an_older_office_keeps_its_words() -> None:
    connection = gates.connect(None)
    opened = begun(engine_over(connection), writing=True)
    with Operations.context(MigrationContext.configure(opened)):
        v0001_first.upgrade()
        opened.execute(text("INSERT INTO isi VALUES ('k1', '', '', '[]')"))
        row = "('k1', :n, :kode, NULL, NULL, NULL, NULL, '', '', '', '', :bukti, '[]')"
        for n, bukti in enumerate(('["Register «Juni»","https://contoh.go.id"]', "[]")):
            opened.execute(text(f"INSERT INTO isi_indikator VALUES {row}"), {"n": n, "kode": str(n), "bukti": bukti})
        v0004_evidence.upgrade()
    read = opened.execute(select(isi_indikator.c.bukti).order_by(isi_indikator.c.urutan)).scalars().all()
    raw = opened.execute(text("SELECT bukti FROM isi_indikator")).scalars().all()
    opened.rollback()
    connection.close()
    assert read == [(Bukti("Register «Juni»"), Bukti("https://contoh.go.id")), ()]
    assert all(form_of(isi_indikator.c.bukti)(cell) for cell in raw)
