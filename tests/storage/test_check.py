"""The check finds every edit made behind the program's back, and names the place."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from kinerja_desktop.domain.errors import DataDamaged
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.storage.check import Finding, Part, Reason, check_office
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.gate import database_file
from kinerja_desktop.storage.tables import journal
from tests.storage.samples import case, decode, new_act, paper, played


@dataclass(frozen=True, slots=True)
class Filled:
    """An office on disk with three berkas of three acts each, a paper and a piece of evidence."""

    folder: Path
    case_id: str
    digest: str


@pytest.fixture
def filled(store: Store, folder: Path) -> Filled:
    digest = store.archive.put(b"%PDF-1.7")
    store.evidence.put(b"bukti")
    with store.unit() as unit:
        played(unit, "PEM")
        case_id = played(unit, "YAN").id
        played(unit, "SEK")
        unit.papers.put(paper(sha256=digest))
        unit.commit()
    store.close()
    return Filled(folder, case_id, digest)


@contextmanager
def _tool(folder: Path) -> Iterator[sqlite3.Connection]:
    """The database as a foreign tool opens it: no settings of ours."""
    connection = sqlite3.connect(database_file(folder), isolation_level=None)
    yield connection
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _found(folder: Path) -> tuple[Finding, ...]:
    store = Store.open(folder)
    found = check_office(store, decode)
    store.close()
    return found


def test_an_office_in_order_has_no_findings(filled: Filled) -> None:
    assert _found(filled.folder) == ()


# --- the journal -------------------------------------------------------------------------------

OPEN_GUARDS = (
    "DROP TRIGGER journal_no_update",
    "DROP TRIGGER journal_no_delete",
    "DROP TRIGGER journal_in_order",
)


@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE journal SET payload = '{}' WHERE seq = 5",
        "DELETE FROM journal WHERE seq = 9",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 5",
        """REPLACE INTO journal SELECT seq, list_id, act_no, kind, action, 'p2', nama, jabatan, role, pada_teks,
        revisi_sop, schema, payload, prev_list, hash, prev_office, office FROM journal WHERE seq = 5""",
    ],
)
def test_the_guards_stop_a_foreign_tool_too(filled: Filled, edit: str) -> None:
    with _tool(filled.folder) as tool, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        tool.execute(edit)
    assert _found(filled.folder) == ()


COLUMNS = [column.name for column in journal.c if column.name != "seq"]


@pytest.mark.parametrize("column", COLUMNS)
def test_any_column_of_a_line_that_is_edited_names_that_line(filled: Filled, column: str) -> None:
    with _tool(filled.folder) as tool:
        for guard in OPEN_GUARDS:
            tool.execute(guard)
        value = tool.execute(f"SELECT {column} FROM journal WHERE seq = 5").fetchone()[0]
        other = value + 7 if isinstance(value, int) else f"{value}x"
        tool.execute(f"UPDATE journal SET {column} = ? WHERE seq = 5", (other,))
    chain = [finding for finding in _found(filled.folder) if finding.part is Part.CHAIN]
    assert (chain[0].seq, chain[0].last_good) == (5, 4)


def test_a_line_taken_out_names_the_next_one_and_the_last_good_one(filled: Filled) -> None:
    _edit(filled, *OPEN_GUARDS, "DELETE FROM journal WHERE seq = 4")
    chain = [finding for finding in _found(filled.folder) if finding.part is Part.CHAIN]
    assert (chain[0].reason, chain[0].seq, chain[0].last_good, chain[0].where) == (
        Reason.OUT_OF_ORDER,
        5,
        3,
        filled.case_id,
    )


def test_an_act_is_named_by_its_case_and_projections_show_it_too(filled: Filled) -> None:
    _edit(filled, *OPEN_GUARDS, "UPDATE journal SET action = 'menarik' WHERE seq = 6")
    found = _found(filled.folder)
    assert Finding(Part.CHAIN, Reason.ALTERED, filled.case_id, 6, 5, "berkas 3") in found
    assert any(f.part is Part.CASE and f.where == filled.case_id for f in found)


def test_an_act_that_nobody_can_read_is_a_finding_not_a_crash(filled: Filled) -> None:
    _edit(filled, *OPEN_GUARDS, "UPDATE journal SET payload = '{', role = 'raja' WHERE seq = 6")
    unreadable = [f for f in _found(filled.folder) if f.reason is Reason.UNREADABLE]
    assert [(f.part, f.where) for f in unreadable] == [(Part.CASE, filled.case_id)]


def test_guards_that_were_taken_away_are_missed(filled: Filled) -> None:
    _edit(filled, *OPEN_GUARDS)
    assert [(f.part, f.reason, f.where) for f in _found(filled.folder)] == [
        (Part.SCHEMA, Reason.MISSING, name) for name in ("journal_in_order", "journal_no_delete", "journal_no_update")
    ]


def test_a_cut_tail_is_found(filled: Filled) -> None:
    _edit(filled, *OPEN_GUARDS, "DELETE FROM journal WHERE seq > 7")
    assert Finding(Part.TAIL, Reason.MISSING, "kinerja.db", 9, 7) in _found(filled.folder)


# --- tables, files, pages ----------------------------------------------------------------------

EDITS = {
    "status": ("UPDATE cases SET status = 'APPROVED' WHERE id = ?", Part.CASE, Reason.ALTERED),
    "status that is none": ("UPDATE cases SET status = 'X' WHERE id = ?", Part.CASE, Reason.UNREADABLE),
    "desk": ("UPDATE cases SET desk = NULL WHERE id = ?", Part.CASE, Reason.ALTERED),
    "versi": ("UPDATE cases SET versi = 9 WHERE id = ?", Part.CASE, Reason.ALTERED),
    "revisi": ("UPDATE cases SET revisi_sop = 'x' WHERE id = ?", Part.CASE, Reason.ALTERED),
    "subject": ("UPDATE cases SET subject = 'x' WHERE id = ?", Part.CASE, Reason.ALTERED),
    "tahun": ("UPDATE cases SET tahun = 2031 WHERE id = ?", Part.CASE, Reason.ALTERED),
    "case gone": ("DELETE FROM cases WHERE id = ?", Part.CASE, Reason.MISSING),
    "figure": ("UPDATE isi_indikator SET realisasi = '99' WHERE case_id = ?", Part.CONTENT, Reason.ALTERED),
    "digits": ("UPDATE isi_indikator SET realisasi = '91.2' WHERE case_id = ?", Part.CONTENT, Reason.ALTERED),
    "no figure": ("UPDATE isi_indikator SET realisasi = 'x' WHERE case_id = ?", Part.CONTENT, Reason.UNREADABLE),
    "row gone": ("DELETE FROM isi_indikator WHERE case_id = ? AND urutan = 0", Part.CONTENT, Reason.ALTERED),
    "words": ("UPDATE isi SET uraian = 'x' WHERE case_id = ?", Part.CONTENT, Reason.ALTERED),
    "content gone": ("DELETE FROM isi WHERE case_id = ?", Part.CONTENT, Reason.MISSING),
}


@pytest.mark.parametrize(("edit", "part", "reason"), EDITS.values(), ids=EDITS.keys())
def test_an_edited_row_is_named(filled: Filled, edit: str, part: Part, reason: Reason) -> None:
    with _tool(filled.folder) as tool:
        tool.execute(edit, (filled.case_id,))
    assert (part, reason, filled.case_id) in {(f.part, f.reason, f.where) for f in _found(filled.folder)}


def test_a_figure_that_was_edited_is_named_by_its_indikator(filled: Filled) -> None:
    with _tool(filled.folder) as tool:
        tool.execute("UPDATE isi_indikator SET realisasi = '99' WHERE case_id = ? AND urutan = 0", (filled.case_id,))
    assert _found(filled.folder) == (Finding(Part.CONTENT, Reason.ALTERED, filled.case_id, detail="S1.1"),)


def test_a_case_without_acts_is_a_stranger(store: Store) -> None:
    stranger = case()
    with store.unit() as unit:
        unit.cases.put(stranger)
        unit.commit()
    assert check_office(store, decode) == (Finding(Part.CASE, Reason.UNKNOWN, stranger.id),)


def test_acts_that_the_sop_does_not_know_are_found(store: Store) -> None:
    wrong = case()
    with store.unit() as unit:
        unit.journal.append(new_act(wrong.id, Action.APPROVE))
        unit.cases.put(wrong)
        unit.commit()
    (found,) = check_office(store, decode)
    assert (found.part, found.reason, found.where) == (Part.CASE, Reason.UNREADABLE, wrong.id)


def test_a_broken_reference_names_both_tables(filled: Filled) -> None:
    _edit(filled, "INSERT INTO accounts (pegawai_id, pengguna, sandi_hash, gagal) VALUES ('tidak-ada', 'x', '', 0)")
    assert _found(filled.folder) == (Finding(Part.REFERENCE, Reason.MISSING, "accounts", detail="pegawai"),)


def test_a_foreign_table_and_a_changed_one_are_named(filled: Filled) -> None:
    _edit(filled, "CREATE TABLE titipan (x)", "ALTER TABLE settings ADD COLUMN y TEXT")
    assert [(f.reason, f.where) for f in _found(filled.folder)] == [
        (Reason.ALTERED, "settings"),
        (Reason.UNKNOWN, "titipan"),
    ]


def test_a_paper_that_is_gone_or_changed_is_named(filled: Filled) -> None:
    file = filled.folder / "arsip" / filled.digest
    file.write_bytes(b"%PDF-1.4")
    assert _found(filled.folder) == (Finding(Part.FILE, Reason.ALTERED, f"arsip/{filled.digest}"),)
    file.unlink()
    assert _found(filled.folder) == (Finding(Part.FILE, Reason.MISSING, f"arsip/{filled.digest}"),)


def test_evidence_that_was_changed_is_named(filled: Filled) -> None:
    (file,) = (filled.folder / "bukti").iterdir()
    file.write_bytes(b"lain")
    assert _found(filled.folder) == (Finding(Part.FILE, Reason.ALTERED, f"bukti/{file.name}"),)


def test_a_damaged_page_is_refused_or_found(filled: Filled) -> None:
    whole = database_file(filled.folder).read_bytes()
    for at in range(2 * 4096, len(whole), 3 * 4096):
        database_file(filled.folder).write_bytes(whole[:at] + b"\xaa" * 4096 + whole[at + 4096 :])
        assert _refused(filled.folder) or any(f.part is Part.PAGES for f in _found(filled.folder)), at


def test_a_flipped_bit_is_refused_or_found_or_harmless(filled: Filled) -> None:
    """Papers are compared with their records by services, so they are left out of "harmless"."""
    whole = database_file(filled.folder).read_bytes()
    content = _content(filled.folder)
    chance = random.Random(11)
    for _ in range(120):
        flipped = bytearray(whole)
        at = chance.randrange(100, len(whole))
        flipped[at] ^= 1 << chance.randrange(8)
        database_file(filled.folder).write_bytes(flipped)
        assert _refused(filled.folder) or _found(filled.folder) or _content(filled.folder) == content, at


def _refused(folder: Path) -> bool:
    try:
        Store.open(folder).close()
    except DataDamaged:
        return True
    return False


def _content(folder: Path) -> list[list[object]]:
    """Every value of the tables; the same bytes marked as a blob are the same text."""
    with _tool(folder) as tool:
        rows = [
            tool.execute(f"SELECT * FROM {table}").fetchall() for table in ("journal", "cases", "isi_indikator", "isi")
        ]
    return [[cell.decode() if isinstance(cell, bytes) else cell for cell in row] for table in rows for row in table]


def _edit(filled: Filled, *statements: str) -> None:
    with _tool(filled.folder) as tool:
        for statement in statements:
            tool.execute(statement)
