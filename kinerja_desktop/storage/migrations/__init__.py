"""How a database came to its present shape: one module per step, run inside the program with Alembic's operations.

Steps are plain modules in ``STEPS``, so a frozen program carries them like any other. Steps never rewrite a line of
the journal. To add one: ``v0007_<what>.py`` with ``upgrade()``, its module here, ``gate.SCHEMA_VERSION`` + 1.

Alembic costs a quarter of a second to import: only a new or an older database loads it.
"""

import atexit
import sqlite3
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection


def upgrade(connection: sqlite3.Connection, place: str = "") -> None:
    """Bring a database to the newest shape, in one transaction, and write its number into the header.

    ``place`` is what faults name.
    """
    from kinerja_desktop.storage.engine import begun, engine_over

    engine = engine_over(connection, place)
    opened = begun(engine, writing=True)
    try:
        found = int(opened.exec_driver_sql("PRAGMA user_version").scalar_one())
        number = run_steps(opened, found)
        opened.exec_driver_sql(f"PRAGMA user_version={number}")
        opened.commit()
    finally:
        opened.close()


def run_steps(connection: "Connection", found: int) -> int:
    """Run every step after ``found`` on an open transaction and note the newest one. Returns its number."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from sqlalchemy import text

    from kinerja_desktop.storage.migrations import (
        v0001_first,
        v0002_komponen,
        v0003_lineage,
        v0004_evidence,
        v0005_accounts,
        v0006_sealed,
    )

    steps = (v0001_first, v0002_komponen, v0003_lineage, v0004_evidence, v0005_accounts, v0006_sealed)
    with Operations.context(MigrationContext.configure(connection)):
        for step in steps[found:]:
            step.upgrade()
    connection.execute(text("DELETE FROM alembic_version"))
    connection.execute(text("INSERT INTO alembic_version VALUES (:step)"), {"step": f"{len(steps):04d}"})
    return len(steps)


@cache
def template() -> sqlite3.Connection:
    """An empty office in memory in the newest shape, built once: to clone from, and to compare with."""
    from kinerja_desktop.storage.gate import connect

    connection = connect(None)
    upgrade(connection)
    atexit.register(connection.close)
    return connection
