"""Opening: the lock, what is refused and stays untouched, and what the log-in window reads before SQLAlchemy."""

import errno
import hashlib
import os
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kinerja_desktop.domain.errors import (
    DataDamaged,
    FolderClosed,
    HeldByOther,
    KinerjaError,
    NewerVersion,
    NoOffice,
    NotOurFile,
    ReadOnlyPlace,
)
from kinerja_desktop.services.opening import has_office
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.gate import APPLICATION_ID, SCHEMA_VERSION, connect, database_file, open_gate
from kinerja_desktop.storage.records import Account
from tests.storage.samples import ANDI, PAGI, new_act

ROOT = Path(__file__).parents[2]


def _run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, timeout=60)


def _state(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


# --- limits ------------------------------------------------------------------------------------

BEYOND = {
    "a value": "SELECT zeroblob(10000001)",
    "a statement": f"SELECT 1 {' ' * 100_000}",
    "an expression": f"SELECT {'-(' * 51}1{')' * 51}",
    "values of a statement": f"SELECT {', '.join('?' * 1000)}",
}


@pytest.mark.parametrize("sql", BEYOND.values(), ids=BEYOND.keys())
def test_what_no_work_of_ours_needs_is_refused(sql: str) -> None:
    connection = connect(None)
    with pytest.raises(sqlite3.Error):
        connection.execute(sql, [1] * sql.count("?"))
    connection.close()


# --- the lock ----------------------------------------------------------------------------------

OPEN = """
import sys, time
from pathlib import Path
from kinerja_desktop.domain.errors import HeldByOther
from kinerja_desktop.storage.gate import open_gate
begun = time.perf_counter()
try:
    open_gate(Path(sys.argv[1]))
except HeldByOther as held:
    print("held", held.folder, time.perf_counter() - begun < 1)
else:
    print("open")
"""


def test_a_second_process_is_told_at_once_that_the_office_is_open(store: Store, folder: Path) -> None:
    with store.unit() as unit:
        unit.settings.put("a", "b")
        unit.commit()
    assert _run(OPEN, str(folder)).stdout.split() == ["held", str(folder), "True"]
    with store.read() as unit:
        assert unit.settings.get("a") == "b"
    store.close()
    assert _run(OPEN, str(folder)).stdout.split() == ["open"]


def test_a_second_store_in_the_same_process_is_refused(store: Store, folder: Path) -> None:
    assert store.folder == folder
    with pytest.raises(HeldByOther):
        Store.open(folder)


def test_what_a_dead_process_left_does_no_harm(folder: Path) -> None:
    code = "import os, sys\nfrom pathlib import Path\nfrom kinerja_desktop.storage.database import Store\n"
    code += "store = Store.open(Path(sys.argv[1]), create=True)\n"
    code += "with store.unit() as unit:\n    unit.settings.put('a', 'b')\n    unit.commit()\nos._exit(9)"
    _run(code, str(folder))
    assert (folder / "kinerja.db-wal").exists()
    (folder / "kinerja.db-shm").write_bytes(b"\0" * 100)
    (folder / "kinerja.db.lock").write_text("12345")
    store = Store.open(folder)
    with store.read() as unit:
        assert unit.settings.get("a") == "b"
    store.close()


def test_the_connection_is_exclusive_careful_and_the_only_one(store: Store) -> None:
    wanted = {
        "locking_mode": "exclusive",
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
        "secure_delete": 1,
    }
    with store.raw() as connection:
        found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
        assert found == wanted
        with pytest.raises(sqlite3.OperationalError, match="too many attached"):
            connection.execute("ATTACH ':memory:' AS lain")


READ_ONLY = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'
KILLED = """
import os, sys
from pathlib import Path
from kinerja_desktop.storage.database import Store
store = Store.open(Path(sys.argv[1]))
with store.unit() as unit:
    unit.settings.put("a", "b")
    unit.commit()
os._exit(0)
"""
READING = """
import sys
from pathlib import Path
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.storage.database import Store
folder = Path(sys.argv[1])
store = Store.open(folder)
with store.read() as unit:
    print(unit.settings.get("a"))
try:
    with store.unit() as unit:
        unit.settings.put("a", "c")
        unit.commit()
except KinerjaError as refused:
    print(type(refused).__name__)
print(*(file.name for file in folder.iterdir()))
store.close()
try:
    Store.open(folder / "baru", create=True)
except KinerjaError as refused:
    print(type(refused).__name__)
"""


def test_an_office_of_others_is_told_as_such_and_not_founded_anew(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An account that is not in the group of a shared office may not even look into its folder."""
    store.close()

    def closed(place: Path) -> None:
        raise PermissionError(errno.EACCES, "closed", str(place))

    monkeypatch.setattr(os, "scandir", closed)
    with pytest.raises(FolderClosed):
        open_gate(folder)
    with pytest.raises(FolderClosed):
        has_office(folder)


def test_an_office_that_may_not_be_written_is_read(folder: Path) -> None:
    """Also what stands in the -wal of a program that was killed."""
    Store.open(folder, create=True).close()
    subprocess.run([sys.executable, "-c", KILLED, str(folder)], check=True, cwd=ROOT, timeout=60)
    assert (folder / "kinerja.db-wal").stat().st_size > 0
    apart = ["unshare", "--mount", *(["--map-root-user"] if os.geteuid() else []), "sh", "-c", READ_ONLY, str(folder)]
    command = [*apart, sys.executable, "-c", READING, str(folder)]

    ended = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, timeout=60)

    told = ended.stdout.splitlines()
    assert (told[0], told[1], told[3]) == ("b", "ReadOnlyOffice", "ReadOnlyPlace")
    assert set(told[2].split()) == {"kinerja.db", "kinerja.db-wal"}


# --- what is refused ---------------------------------------------------------------------------


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _random(path: Path) -> None:
    path.write_bytes(os.urandom(5000))


def _workbook(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("xl/workbook.xml", "<workbook/>" * 50)


def _foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE journal (seq INTEGER)")
    connection.commit()
    connection.close()


def _cut_header(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + b"\0" * 40)


@pytest.mark.parametrize("make", [_empty, _random, _workbook, _foreign, _cut_header])
def test_a_file_that_is_not_ours_is_refused_and_not_touched(folder: Path, make: Callable[[Path], None]) -> None:
    folder.mkdir()
    make(database_file(folder))
    _refused_untouched(folder, NotOurFile)


def test_a_newer_office_is_refused_with_not_one_byte_changed(store: Store, folder: Path) -> None:
    store.close()
    _pragma(folder, f"user_version={SCHEMA_VERSION + 98}")
    refused = _refused_untouched(folder, NewerVersion)
    assert isinstance(refused, NewerVersion)
    assert (refused.found, refused.known) == (SCHEMA_VERSION + 98, SCHEMA_VERSION)


def test_a_newer_number_that_stands_only_in_the_wal_is_refused_too(store: Store, folder: Path, tmp_path: Path) -> None:
    with store.raw() as connection:
        connection.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
        killed = tmp_path / "mati"
        killed.mkdir()
        for name in ("kinerja.db", "kinerja.db-wal"):
            (killed / name).write_bytes((folder / name).read_bytes())
    with pytest.raises(NewerVersion):
        Store.open(killed)


def test_an_office_of_another_program_with_our_tables_is_refused(store: Store, folder: Path) -> None:
    store.close()
    _pragma(folder, "application_id=7")
    _refused_untouched(folder, NotOurFile)


def test_a_folder_without_an_office_is_said_to_be_one_and_stays_empty(folder: Path) -> None:
    with pytest.raises(NoOffice):
        Store.open(folder)
    assert not folder.exists()


def test_pages_that_cannot_be_read_are_damage(store: Store, folder: Path) -> None:
    store.close()
    content = bytearray(database_file(folder).read_bytes())
    content[100:4096] = b"\xff" * 3996
    database_file(folder).write_bytes(content)
    with pytest.raises(DataDamaged):
        Store.open(folder)


def test_a_place_that_allows_no_writing_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("bukan folder")
    with pytest.raises(KinerjaError) as refused:
        Store.open(Path("/proc/kantor"), create=True)
    assert not isinstance(refused.value, DataDamaged)


def _refused_untouched(folder: Path, kind: type[KinerjaError]) -> KinerjaError:
    before = _state(folder)
    with pytest.raises(kind) as refused:
        Store.open(folder, create=True)
    assert _state(folder) == before
    return refused.value


def _pragma(folder: Path, pragma: str) -> None:
    connection = sqlite3.connect(database_file(folder))
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute(f"PRAGMA {pragma}")
    connection.close()


# --- making and reading ------------------------------------------------------------------------


def test_a_new_office_is_whole_under_its_name_or_not_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_connection: sqlite3.Connection, _place: str) -> None:
        raise ReadOnlyPlace("x")

    monkeypatch.setattr("kinerja_desktop.storage.migrations.upgrade", fail)
    with pytest.raises(ReadOnlyPlace):
        Store.open(folder, create=True)
    assert list(folder.iterdir()) == []


def test_the_header_of_a_new_office_tells_whose_it_is(store: Store, folder: Path) -> None:
    store.close()
    header = database_file(folder).read_bytes()[:100]
    assert int.from_bytes(header[60:64]) == SCHEMA_VERSION
    assert int.from_bytes(header[68:72]) == APPLICATION_ID


def test_creating_where_an_office_is_opens_it(store: Store, folder: Path) -> None:
    with store.unit() as unit:
        unit.settings.put("a", "b")
        unit.commit()
    store.close()
    again = Store.open(folder, create=True)
    with again.read() as unit:
        assert unit.settings.get("a") == "b"
    again.close()


def test_the_log_in_window_reads_names_before_sqlalchemy_and_the_store_takes_over(store: Store, folder: Path) -> None:
    with store.unit() as unit:
        first, second = unit.people.put(ANDI), unit.people.put(ANDI)
        unit.accounts.put(Account(first.id, "andi", "", 0, None, None))
        unit.accounts.put(Account(second.id, "budi", "", 0, None, PAGI))
        unit.settings.put("kantor.nama", "Kecamatan Umpama")
        unit.journal.append(new_act("k1"))
        unit.commit()
    store.close()
    gate = open_gate(folder)
    assert [(n.pengguna, n.nama, n.terakhir_masuk) for n in gate.names()] == [
        ("budi", "Andi Umpama", PAGI),
        ("andi", "Andi Umpama", None),
    ]
    assert gate.setting("kantor.nama") == "Kecamatan Umpama"
    assert gate.setting("lain") is None
    adopted = Store.adopt(gate)
    with adopted.read() as unit:
        assert unit.accounts.names() == ("andi", "budi")
    adopted.close()


LEAN = """
import sys
from pathlib import Path
from kinerja_desktop.storage import gate
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.unit_of_work import Unit
from kinerja_desktop.storage import records
store = Store.adopt(gate.open_gate(Path(sys.argv[1])))
print(*sorted({"sqlalchemy", "alembic"} & set(sys.modules)))
with store.read() as unit:
    unit.people.all()
print(*sorted({"sqlalchemy", "alembic"} & set(sys.modules)))
"""


def test_opening_loads_no_sqlalchemy_and_working_no_alembic(store: Store, folder: Path) -> None:
    store.close()
    assert _run(LEAN, str(folder)).stdout.splitlines() == ["", "sqlalchemy"]
