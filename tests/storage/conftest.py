"""Offices to test on: SQLite in memory or in a folder, and the same repositories on a real PostgreSQL.

The PostgreSQL server is made here, used by the tests alone and thrown away. Where it is not installed the tests fail:
``apt-get install postgresql``.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

import pytest
from sqlalchemy import Engine, create_engine, text

from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.kept import Kept
from kinerja_desktop.storage.migrations import run_steps
from kinerja_desktop.storage.tables import metadata
from kinerja_desktop.storage.unit_of_work import Unit

_PROGRAMS = Path("/usr/lib/postgresql")


class Office(Protocol):
    """What the tests of repositories need of an office."""

    def unit(self) -> AbstractContextManager[Unit]: ...
    def read(self) -> AbstractContextManager[Unit]: ...


class Server:
    """An office on PostgreSQL, through the same units."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @contextmanager
    def unit(self) -> Iterator[Unit]:
        with self.engine.connect() as connection:
            connection.begin()
            yield Unit(connection, Kept())

    @contextmanager
    def read(self) -> Iterator[Unit]:
        with self.engine.connect() as connection:
            yield Unit(connection, Kept(), writing=False)

    def empty(self) -> None:
        """Take every row away; the guards of the journal are off for this one transaction."""
        tables = ", ".join(f'"{table.name}"' for table in metadata.sorted_tables)
        with self.engine.begin() as connection:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
            connection.execute(text(f"TRUNCATE {tables}"))


def _as_postgres(*command: str) -> None:
    """PostgreSQL refuses to run as root."""
    prefix = ("runuser", "-u", "postgres", "--") if os.geteuid() == 0 else ()
    subprocess.run((*prefix, *command), check=True, stdout=subprocess.DEVNULL, cwd="/")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL of our own, reached by a socket in its own folder, so no port can be taken already."""
    programs = sorted(_PROGRAMS.glob("*/bin"))
    assert programs, "PostgreSQL is not installed: apt-get install postgresql"
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    initdb, control = str(programs[-1] / "initdb"), str(programs[-1] / "pg_ctl")
    data = str(folder / "data")
    _as_postgres(initdb, "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8")
    options = f"-k {folder} -c listen_addresses='' -c fsync=off"
    _as_postgres(control, "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        engine = create_engine(f"postgresql+psycopg://postgres@/postgres?host={folder}")
        with engine.begin() as connection:
            run_steps(connection, 0)
        yield Server(engine)
        engine.dispose()
    finally:
        _as_postgres(control, "-D", data, "-m", "fast", "stop")
        shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def office(request: pytest.FixtureRequest) -> Office:
    """An empty office: tests that take this run on both databases."""
    if request.param == "sqlite":
        return Store.memory()
    server: Server = request.getfixturevalue("server")
    server.empty()
    return server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where an office may be made."""
    return tmp_path / "kantor"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """An empty office in a folder."""
    opened = Store.open(folder, create=True)
    yield opened
    opened.close()
