"""What storage alone can say about the integrity of an office: facts, no sentences, nothing repaired.

Findings are kinds, places and numbers; services put them into words and add what only they can compare (plan, people,
settings against their records). To add a check: a function that yields ``Finding``, its line in ``check_office``.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.exc import DBAPIError

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import DataDamaged, NotFound, WrongState
from kinerja_desktop.domain.realisasi import Isi
from kinerja_desktop.domain.workflow import Act, Keadaan, replay
from kinerja_desktop.storage import chain, sealed
from kinerja_desktop.storage.column_types import form_of
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.faults import UNREADABLE
from kinerja_desktop.storage.files import Blobs
from kinerja_desktop.storage.high_water import tail_is_whole
from kinerja_desktop.storage.migrations import template
from kinerja_desktop.storage.records import Case, Head, JournalRow
from kinerja_desktop.storage.tables import cases, drafts, metadata, papers, reads
from kinerja_desktop.storage.unit_of_work import Unit

NO_SUCH_SHAPE: tuple[type[Exception], ...] = (DBAPIError,)
"""What asking a table raises that is no longer made as the program made it."""


class Part(Enum):
    """What does not hold; the value is its short name where findings are listed as data."""

    PAGES = "halaman"
    SCHEMA = "skema"
    CELL = "sel"
    REFERENCE = "rujukan"
    CHAIN = "rantai"
    TAIL = "ekor"
    CASE = "berkas"
    CONTENT = "isi"
    FILE = "file"
    BESIDE = "samping"


class Reason(Enum):
    """In what way it does not hold."""

    DAMAGED = "rusak"
    ALTERED = "diubah"
    MISSING = "hilang"
    UNKNOWN = "asing"
    OUT_OF_ORDER = "urutan"
    UNLINKED = "putus"
    UNREADABLE = "tidak_terbaca"


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference.

    ``where`` is a table, a column ("table.column"), a list (case id, or "kind/thing"), or a file below the data
    folder. ``seq`` is the journal's first bad line, ``last_good`` the last line before it that holds; for TAIL the
    line that was once there and the last one that is there. ``detail`` is for the technical helper.
    """

    part: Part
    reason: Reason
    where: str
    seq: int | None = None
    last_good: int | None = None
    detail: str = ""


BESIDE = (drafts, reads)
"""Tables that no record tells of: what is being typed, saved at every pause, and who opened which version when.

Each of their rows carries a digest of itself (``sealed``), which tells of a bit that turned. Somebody who edits a row
can write its digest anew, or delete it; everything that was handed in, decided or printed is compared with the history.
"""

Decode = Callable[[Keadaan], Isi]
"""The content in force of a replayed case: ``services.snapshots.current_content``."""


def check_office(store: Store, decode: Decode) -> tuple[Finding, ...]:
    """Everything below, in order; what can still be read where pages or tables are damaged."""
    found: list[Finding] = []
    try:
        _extend(found, store, decode)
    except DataDamaged:
        found.append(Finding(Part.PAGES, Reason.UNREADABLE, paths.DATABASE))
    except DBAPIError as error:
        if not any(finding.part in (Part.SCHEMA, Part.CELL) for finding in found):
            raise  # our own query is wrong, not the file
        found.append(Finding(Part.SCHEMA, Reason.UNREADABLE, paths.DATABASE, detail=str(error.orig)))
    found += check_blobs(store.archive, paths.ARCHIVE)
    found += check_blobs(store.evidence, paths.EVIDENCE)
    return tuple(found)


def _extend(found: list[Finding], store: Store, decode: Decode) -> None:
    for check in (check_pages, check_schema, check_tail):
        found += check(store)
    if not any(finding.part in (Part.PAGES, Part.SCHEMA) for finding in found):
        found += check_cells(store)
    with store.read() as unit:
        found += check_beside(unit)
        found += check_chain(unit.journal.walk())
        found += check_cases(unit, decode)
        found += check_papers(unit, store.archive)


# --- the database ------------------------------------------------------------------------------


def check_pages(store: Store) -> Iterator[Finding]:
    """SQLite's check of every page and index, and of every reference between tables."""
    with store.raw() as connection:
        try:
            told = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
            loose = connection.execute("PRAGMA foreign_key_check").fetchall()
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            told, loose = [str(error)], []
    yield from (Finding(Part.PAGES, Reason.DAMAGED, paths.DATABASE, detail=line) for line in told if line != "ok")
    yield from (Finding(Part.REFERENCE, Reason.MISSING, table, detail=to) for table, _row, to, _key in loose)


def check_schema(store: Store) -> Iterator[Finding]:
    """Tables, indexes, the guards of the journal and the number of the schema are those that the migrations make."""
    with store.raw() as connection:
        present = _schema(connection)
    expected = _schema(template())
    for name in sorted(present.keys() | expected.keys()):
        if name not in present:
            yield Finding(Part.SCHEMA, Reason.MISSING, name)
        elif name not in expected:
            yield Finding(Part.SCHEMA, Reason.UNKNOWN, name)
        elif present[name] != expected[name]:
            yield Finding(Part.SCHEMA, Reason.ALTERED, name)


_NUMBER = "alembic_version"


def _schema(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
    found: dict[str, str] = dict(rows.fetchall())
    if _NUMBER in found:
        found[_NUMBER] += str(connection.execute(f"SELECT * FROM {_NUMBER}").fetchall())  # noqa: S608 - our own name
    return found


# --- the cells of every table ------------------------------------------------------------------


def check_cells(store: Store) -> Iterator[Finding]:
    """Each value stands there in the one form in which it is written, and rows that have an order are numbered 0, 1, 2.

    So lists that sort in the database have the order of the values, and equal values are equal texts.
    """
    with store.raw() as connection:
        for table in (table for table in metadata.sorted_tables if table not in BESIDE):
            rows = _rows(connection, table)
            yield from _strange_cells(table, rows)
            yield from _gaps(table, rows)


_Row = tuple[Any, ...]
"""The cells in the order of the columns."""


def _rows(connection: sqlite3.Connection, table: Table) -> list[_Row]:
    names = ", ".join(column.name for column in table.c)
    return connection.execute(f"SELECT {names} FROM {table.name}").fetchall()  # noqa: S608 - names of our own tables


def _strange_cells(table: Table, rows: list[_Row]) -> Iterator[Finding]:
    for place, column in enumerate(table.c):
        fits = form_of(column)
        for row in rows:
            if not fits(row[place]):
                yield Finding(Part.CELL, Reason.ALTERED, f"{table.name}.{column.name}", detail=_key(table, row))


def _gaps(table: Table, rows: list[_Row]) -> Iterator[Finding]:
    if "urutan" not in table.c:
        return
    names = table.c.keys()
    first, last = names.index(next(iter(table.primary_key.columns)).name), names.index("urutan")
    numbered = "urutan" in table.primary_key.columns
    groups: dict[object, list[object]] = {}
    for row in rows:
        groups.setdefault(row[first] if numbered else None, []).append(row[last])
    for owner, places in groups.items():
        if sorted(places, key=repr) != sorted(range(len(places)), key=repr):
            yield Finding(Part.CELL, Reason.OUT_OF_ORDER, f"{table.name}.urutan", detail=str(owner or ""))


def _key(table: Table, row: _Row) -> str:
    return ", ".join(str(cell) for cell, column in zip(row, table.c, strict=True) if column.primary_key)


def check_beside(unit: Unit) -> Iterator[Finding]:
    """What is typed and not handed in, and who looked at what, is row by row what was written."""
    for table in BESIDE:
        for row in sealed.rows(unit.connection, table):
            if not row.fits:
                shown = ", ".join(row.text(column.name) for column in table.primary_key.columns)
                yield Finding(Part.BESIDE, Reason.ALTERED, table.name, detail=shown)


# --- the journal -------------------------------------------------------------------------------


def check_chain(rows: Iterable[JournalRow]) -> Iterator[Finding]:
    """Every line has its own hashes, follows the line before, and follows its list's line before."""
    lists: dict[str, tuple[int, str]] = {}
    before = Head(0, chain.START)
    last_good = 0
    for row in rows:
        reason = _fault(row, before, lists.get(row.list_id, (0, chain.START)))
        if reason is None:
            last_good = row.seq
        else:
            yield Finding(Part.CHAIN, reason, row.list_id, row.seq, last_good, detail=f"{row.kind} {row.act_no}")
        before = Head(row.seq, row.office)
        lists[row.list_id] = (row.act_no, row.hash)


def _fault(row: JournalRow, before: Head, list_before: tuple[int, str]) -> Reason | None:
    number, list_hash = list_before
    if (row.seq, row.act_no) != (before.seq + 1, number + 1):
        return Reason.OUT_OF_ORDER
    if (row.prev_office, row.prev_list) != (before.hash, list_hash):
        return Reason.UNLINKED
    return None if _hashes_are_right(row) else Reason.ALTERED


def _hashes_are_right(row: JournalRow) -> bool:
    """A cell that became bytes or a real number, as one turned bit can make it, has no hash at all."""
    try:
        return (row.hash, row.office) == (chain.line_hash(row), chain.office_hash(row.seq, row.hash, row.prev_office))
    except UNREADABLE:
        return False


def check_tail(store: Store) -> Iterator[Finding]:
    """The journal reaches as far as the mark beside the database remembers, by the same line."""
    mark = store.mark
    with store.raw() as connection:
        whole = tail_is_whole(connection, mark)
        last = int(connection.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[0])
    if not whole:
        reason = Reason.MISSING if last < mark.seq else Reason.ALTERED
        yield Finding(Part.TAIL, reason, paths.DATABASE, mark.seq, last)


# --- projections -------------------------------------------------------------------------------


def check_cases(unit: Unit, decode: Decode) -> Iterator[Finding]:
    """Each case is what its acts make of it, and its content what its last content act says."""
    stored = set(unit.connection.execute(select(cases.c.id)).scalars())
    acted = unit.journal.case_ids()
    yield from (Finding(Part.CASE, Reason.MISSING, case_id) for case_id in sorted(acted - stored, key=str))
    yield from (Finding(Part.CASE, Reason.UNKNOWN, case_id) for case_id in sorted(stored - acted, key=str))
    for case_id in sorted(stored & acted, key=str):
        yield from _check_case(unit, case_id, decode)


def _check_case(unit: Unit, case_id: str, decode: Decode) -> Iterator[Finding]:
    try:
        case = unit.cases.get(case_id)
        acts = unit.journal.acts(case_id)
        keadaan = replay(case.jenis, acts)
        told = _differences(case, keadaan, acts)
        told += [] if _is_found(unit, case) else ["subject"]
    except (*UNREADABLE, WrongState, NotFound) as error:  # NotFound: an index that leads nowhere
        yield Finding(Part.CASE, Reason.UNREADABLE, case_id, detail=repr(error))
        return
    if told:
        yield Finding(Part.CASE, Reason.ALTERED, case_id, detail=", ".join(told))
    yield from _check_content(unit, case_id, keadaan, decode)


_REPLAYED = ("status", "desk", "langkah", "sejak", "versi", "laporan_ke", "pengembalian", "pengembalian_bahan")


def _differences(case: Case, keadaan: Keadaan, acts: tuple[Act, ...]) -> list[str]:
    told = [name for name in _REPLAYED if getattr(case, name) != getattr(keadaan, name)]
    return told if case.revisi_sop == acts[-1].revisi_sop else [*told, "revisi_sop"]


def _is_found(unit: Unit, case: Case) -> bool:
    """True where looking for the period and seksi of this case leads to it."""
    found = unit.cases.find(case.jenis, case.tahun, case.triwulan, case.seksi)
    return found is not None and found.id == case.id


def _check_content(unit: Unit, case_id: str, keadaan: Keadaan, decode: Decode) -> Iterator[Finding]:
    try:
        stored, expected = unit.figures.of(case_id), decode(keadaan)
    except UNREADABLE as error:
        yield Finding(Part.CONTENT, Reason.UNREADABLE, case_id, detail=repr(error))
        return
    if stored is None:
        yield Finding(Part.CONTENT, Reason.MISSING, case_id)
    elif repr(stored) != repr(expected):  # digit by digit: 91.2 is not the 91.20 that was handed in
        changed = [kode for kode in _kode(stored, expected) if repr(stored.of(kode)) != repr(expected.of(kode))]
        yield Finding(Part.CONTENT, Reason.ALTERED, case_id, detail=", ".join(changed))


def _kode(*contents: Isi) -> list[str]:
    return list(dict.fromkeys(row.kode for content in contents for row in content.indikator))


# --- files -------------------------------------------------------------------------------------


def check_papers(unit: Unit, archive: Blobs) -> Iterator[Finding]:
    """Every registered paper and scan is in the archive."""
    rows = unit.connection.execute(select(papers.c.sha256, papers.c.pindaian_sha256)).all()
    named = sorted({digest for row in rows for digest in row if digest is not None}, key=str)
    missing = (digest for digest in named if not archive.has(digest))
    yield from (Finding(Part.FILE, Reason.MISSING, f"{paths.ARCHIVE}/{digest}") for digest in missing)


def check_blobs(blobs: Blobs, folder: str) -> Iterator[Finding]:
    """Every file of a folder still has the digest that is its name."""
    altered = (digest for digest in blobs.names() if not blobs.intact(digest))
    yield from (Finding(Part.FILE, Reason.ALTERED, f"{folder}/{digest}") for digest in altered)
