"""Bits turn: in the database of an office, and in a backup of it."""

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.exchange import cadangan
from kinerja_desktop.services import backup, drill
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.snapshot import Snapshot, head_in, snapshot
from tests.fault.office import ACTS, judge, made, opened
from tests.fault.rows import Faults, Row, scratch, timed

PAGE = 4096
BESIDE = frozenset({"drafts", "reads"})
"""What is typed and not handed in yet, and who looked at what: rows with a digest, which who edits them can write."""
Harm = Callable[[bytearray, random.Random], None]


@contextmanager
def played() -> Iterator[Path]:
    """An office in which every act was done, closed, in a folder of its own."""
    with scratch() as work:
        folder = work / "kantor"
        made(folder)
        kantor = opened(folder)
        for act in ACTS:
            act.do(kantor)
        kantor.store.close()
        yield folder


# --- the database --------------------------------------------------------------------------------


def flipped_bits(times: int, seed: int) -> Row:
    """One bit of the database turns: the office is refused, or the check tells, or all its rows are as they were."""
    return timed("one bit of the database turned", lambda: _damaged(times, random.Random(seed), _flip))


def lost_pages(times: int, seed: int) -> Row:
    """A page of the database is empty or noise."""
    return timed("a page of the database empty or noise", lambda: _damaged(times, random.Random(seed), _lose))


def _flip(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def _lose(content: bytearray, chance: random.Random) -> None:
    page = chance.randrange(len(content) // PAGE) * PAGE
    content[page : page + PAGE] = bytes(PAGE) if chance.random() < 0.5 else chance.randbytes(PAGE)


def _damaged(times: int, chance: random.Random, harm: Harm) -> tuple[int, Iterable[str]]:
    faults = Faults()
    with played() as folder:
        whole = (folder / paths.DATABASE).read_bytes()
        rows = rows_of(folder / paths.DATABASE)
        for number in range(times):
            content = bytearray(whole)
            harm(content, chance)
            tried = _copied(folder, folder.parent / "rusak")
            (tried / paths.DATABASE).write_bytes(content)
            same = rows_of(tried / paths.DATABASE) == rows
            if not judge(tried) and not same:
                where = next(n for n, (a, b) in enumerate(zip(whole, content, strict=True)) if a != b)
                faults += [f"{number}: bita {where} berubah tanpa diketahui"]
            shutil.rmtree(tried)
    return times, faults


def _copied(folder: Path, target: Path) -> Path:
    """A copy of an office to harm. Files that are written once are linked; the mark and the database are not."""
    shutil.copytree(folder, target, copy_function=_linked)
    for file in folder.iterdir():
        if file.is_file():
            (target / file.name).unlink()
            shutil.copy2(file, target / file.name)
    return target


def _linked(source: str, target: str) -> None:
    Path(target).hardlink_to(source)


def rows_of(database: Path) -> list[str] | None:
    """Everything that SQL sees in a database; None where it cannot be read."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro&immutable=1", uri=True)) as connection:
        connection.text_factory = bytes
        try:
            tables = [
                name.decode() for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type='table'")
            ]
            return [repr(row) for name in sorted(tables) for row in connection.execute(f'SELECT * FROM "{name}"')]
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            return None


# --- files and rows ------------------------------------------------------------------------------


def damaged_files(times: int, seed: int) -> Row:
    """A stored paper or scan is changed, cut or gone: the check tells."""
    return timed("a stored paper changed, cut or gone", lambda: _files_harmed(times, random.Random(seed)))


def _files_harmed(times: int, chance: random.Random) -> tuple[int, Iterable[str]]:
    faults = Faults()
    with played() as folder:
        known = (folder / paths.DATABASE).read_bytes()
        stored = [file for file in sorted((folder / paths.ARCHIVE).iterdir()) if file.name.encode() in known]
        for number in range(times):
            file = chance.choice(stored)
            whole = file.read_bytes()
            file.unlink()
            if chance.random() < 0.9:
                file.write_bytes(_harmed(whole, chance))
            if not judge(folder):
                faults += [f"{number}: {file.name[:8]} berubah tanpa diketahui"]
            file.write_bytes(whole)
    return times, faults


VERBS: Mapping[str, str] = {
    "ubah": 'UPDATE OR IGNORE "{table}" SET "{column}" = {value} WHERE rowid = {row}',
    "hapus": 'DELETE FROM "{table}" WHERE rowid = {row}',
    "sisip": 'INSERT OR REPLACE INTO "{table}" SELECT * FROM (SELECT {values} FROM "{table}" WHERE rowid = {row})',
}
VALUES = (
    "'diubah'",
    "NULL",
    'CASE typeof("{column}") WHEN \'integer\' THEN "{column}" + 1 ELSE "{column}" || \'1\' END',
    '(SELECT "{column}" FROM "{table}" WHERE rowid = {other})',
)
"""What somebody writes: a word, nothing, one more (or a digit behind it), or what stands in another row."""


def edited_rows(times: int, seed: int) -> Row:
    """Somebody changes, deletes or replaces a row with the sqlite3 tool: the check tells."""
    return timed("a row changed, deleted or replaced with sqlite3", lambda: _rows_edited(times, random.Random(seed)))


def _rows_edited(times: int, chance: random.Random) -> tuple[int, Iterable[str]]:
    faults, done = Faults(), 0
    with played() as folder:
        tables = _tables(folder / paths.DATABASE)
        while done < times:
            tried = _copied(folder, folder.parent / "diubah")
            edit = _edit(tried / paths.DATABASE, tables, chance)
            if edit is not None:
                done += 1
                faults += [] if judge(tried) else [f"tidak diketahui: {edit}"]
            shutil.rmtree(tried)
    return done, faults


def _tables(database: Path) -> list[str]:
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
    with closing(sqlite3.connect(database)) as connection:
        return [name for (name,) in connection.execute(query) if name not in BESIDE]


def _edit(database: Path, tables: Sequence[str], chance: random.Random) -> str | None:
    """Do one edit with the triggers out of the way; the statement, or None where it changed nothing."""
    table, verb = chance.choice(tables), chance.choice(sorted(VERBS))
    with closing(sqlite3.connect(database)) as connection:
        rows = [row for (row,) in connection.execute(f'SELECT rowid FROM "{table}"')]
        columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
        if not rows:
            return None
        guards = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            connection.execute(f'DROP TRIGGER "{name}"')
        column, other = chance.choice(columns), chance.choice(rows)
        value = chance.choice(VALUES).format(table=table, column=column, other=other)
        values = ", ".join(value if one == column else f'"{one}"' for one in columns)
        before = _held(connection, table)
        statement = VERBS[verb].format(table=table, column=column, row=chance.choice(rows), value=value, values=values)
        try:
            connection.execute(statement)
        except sqlite3.IntegrityError:
            return None
        changed = _held(connection, table) != before
        for _, guard in guards:
            connection.execute(guard)
        connection.commit()
    return statement if changed else None


def _held(connection: sqlite3.Connection, table: str) -> list[str]:
    """The rows of a table; in which order they lie in the file means nothing."""
    return sorted(repr(row) for row in connection.execute(f'SELECT * FROM "{table}"'))


# --- backups -------------------------------------------------------------------------------------


def damaged_backups(times: int, seed: int) -> Row:
    """A backup with one byte changed, or cut: decrypting and comparing refuses it."""
    return timed("damaged copies, decrypted and compared", lambda: _opened_anyway(times, random.Random(seed)))


def drilled_backups(times: int, seed: int) -> Row:
    """The same through the whole drill, which leaves nothing behind."""
    name = "damaged copies through the whole drill"
    return timed(name, lambda: _opened_anyway(times, random.Random(seed), whole_drill=True))


def unsound_copies(times: int, seed: int) -> Row:
    """A row is changed between the check of the office and the copy: what would not come back sound gets no name."""

    def run() -> tuple[int, Iterable[str]]:
        chance, faults = random.Random(seed), Faults()
        with played() as folder:
            tables, usb = _tables(folder / paths.DATABASE), folder.parent / "usb"
            kantor = opened(folder)
            vars(backup)["snapshot"] = partial(_spoiled, tables, chance)
            for number in range(times):
                with suppress(KinerjaError):
                    done = backup.back_up(kantor.office, usb).berkas
                    faults += [f"{number}: {done.name} dinyatakan selesai"]
            vars(backup)["snapshot"] = snapshot
            faults += [f"tertinggal: {left.name}" for left in usb.iterdir()]
            kantor.store.close()
            faults += judge(folder)
        return times, faults

    return timed("a row changed between the check and the copy: not called finished", run)


def _spoiled(tables: Sequence[str], chance: random.Random, store: Store, to: Path) -> Snapshot:
    snapshot(store, to)
    while _edit(to, tables, chance) is None:
        pass
    return Snapshot(to, head_in(to), "", to.stat().st_size)


def _opened_anyway(times: int, chance: random.Random, *, whole_drill: bool = False) -> tuple[int, Iterable[str]]:
    faults = Faults()
    with played() as folder:
        kantor = opened(folder)
        made_backup = backup.back_up(kantor.office, folder.parent / "usb").berkas
        kantor.store.close()
        keys = drill.keys_for(made_backup, None)
        whole, tried = made_backup.read_bytes(), folder.parent / "rusak.kpb"
        for number in range(times):
            tried.write_bytes(_harmed(whole, chance))
            try:
                if whole_drill:
                    drill.drill(tried, scratch=folder.parent)
                else:
                    cadangan.read(tried, keys)
            except KinerjaError:
                continue
            except Exception as raw:  # noqa: BLE001 - what nobody sorted is looked for
                faults += [f"{number}: not sorted: {raw!r}"]
            else:
                faults += [f"{number}: salinan rusak diterima"]
        if whole_drill:
            faults += [f"tertinggal: {left}" for left in folder.parent.glob("kinerja-uji-*")]
    return times, faults


def _harmed(whole: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.2:
        return whole[: chance.randrange(len(whole))]
    content = bytearray(whole)
    content[chance.randrange(len(content))] ^= chance.randint(1, 255)
    return bytes(content)
