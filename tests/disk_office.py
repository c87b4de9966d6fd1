"""A small office on the disk for tests of backups: people with accounts, a plan, evidence and a paper."""

import atexit
import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from kinerja_desktop.domain.buku import BukuKinerja
from kinerja_desktop.domain.pegawai import Instansi
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import auth, setup
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.context import Actor, Context, Office
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.gate import SCHEMA_VERSION
from tests.office import BUDGET, PEOPLE, PLAN, SEKSI, WITA, give_password

NOW = datetime(2026, 7, 14, 7, 31, tzinfo=WITA)
USER, PASSWORD = "joko", "kalimat pendek yang panjang"
BUKU = BukuKinerja(
    Instansi("Kecamatan Contoh", "Kabupaten Umpama", jabatan_pimpinan="CAMAT CONTOH", kode_unit="KEC-CTH"),
    PLAN,
    anggaran=BUDGET,
    seksi=SEKSI,
    pegawai=PEOPLE,
)


def make_office(folder: Path, *, other: bool = False) -> Office:
    """A practice office with one Admin who can log in, three pieces of evidence and a paper; open, its clock is set.

    All are copies of one office, with one id; ``other`` makes an office of its own.
    """
    if other:
        return _made(folder)
    shutil.copytree(_template(), folder)
    return Office(Store.open(folder), SetClock(NOW), latihan=True)


@cache
def _template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="kinerja-uji-kantor-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    _made(folder / "data").store.close()
    return folder / "data"


def as_before_the_last_step(database: Path) -> None:
    """Make a database what the program before the newest step of the schema wrote (``migrations.v0006_sealed``)."""
    with closing(sqlite3.connect(database)) as connection:
        for table in ("drafts", "reads"):
            connection.execute(f"ALTER TABLE {table} DROP COLUMN sidik")
        connection.execute(f"UPDATE alembic_version SET version_num = '{SCHEMA_VERSION - 1:04d}'")
        connection.commit()
        connection.execute(f"PRAGMA user_version={SCHEMA_VERSION - 1}")


def _made(folder: Path) -> Office:
    admin = setup.FirstAccount(USER, PASSWORD, "Joko Permisalan", "Pranata Komputer")
    office = setup.create_office(folder, BUKU, [admin], clock=SetClock(NOW), latihan=True)
    for content in (b"", b"register Juni 2026", bytes(100_000)):
        office.store.evidence.put(content)
    office.store.archive.put(b"%PDF-1.7 contoh")
    return office


def admin_of(office: Office) -> Context:
    """The Admin, acting, who has just given his password."""
    with office.store.read() as unit:
        account = unit.accounts.by_pengguna(USER)
        assert account is not None
        person = unit.people.get(account.pegawai_id)
    give_password(office, person.id)
    return Context(office, Actor(person.id, person.nama, person.jabatan_tercetak, Role.ADMIN))


def later(office: Office, **step: int) -> None:
    """The office's clock goes on by so much."""
    assert isinstance(office.clock, SetClock)
    office.clock.waktu += timedelta(**step)


def pass_days(office: Office, days: int) -> None:
    """Somebody logs in on each of the next days."""
    for _ in range(days):
        later(office, days=1)
        auth.log_in(office, USER, PASSWORD)


def files_in(folder: Path) -> dict[str, bytes]:
    """Every stored file of a data folder."""
    areas = ("bukti", "arsip")
    return {f"{area}/{f.name}": f.read_bytes() for area in areas for f in sorted((folder / area).glob("*"))}
