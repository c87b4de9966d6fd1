"""The journal on both databases: numbering, chaining, reading back, and refusing every change."""

import hashlib
import json
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.storage.check import check_chain
from kinerja_desktop.storage.records import EMPTY
from tests.storage.conftest import Office
from tests.storage.samples import PAGI, new_act


def test_acts_come_back_as_they_were_given(office: Office) -> None:
    with office.unit() as unit:
        given = unit.journal.append(new_act("k1", isi={"nilai": "91.20", "perlu": True, "catatan": None}))
        unit.journal.append(new_act("k2"))
        unit.journal.append(new_act("k1", Action.ORDER, menit=4))
        unit.commit()
    with office.read() as unit:
        first, second = unit.journal.acts("k1")
        assert unit.journal.acts("k9") == ()
    assert first == given
    assert first.isi == {"isi": {"nilai": "91.20", "perlu": True, "catatan": None}}
    assert (first.nomor, second.nomor, second.action, second.role) == (1, 2, Action.ORDER, Role.KASUBAG)
    assert first.pada == PAGI
    assert first.pada.utcoffset() == PAGI.utcoffset()


def test_lists_read_acts_without_their_contents(office: Office) -> None:
    with office.unit() as unit:
        first = unit.journal.append(new_act("k1", isi={"nilai": "91.20"}))
        second = unit.journal.append(new_act("k1", Action.ORDER, menit=4))
        unit.journal.append(new_act("k2"))
        heads = unit.journal.heads(["k1", "k9"])
        many = unit.journal.heads(["k1", *(f"j{n}" for n in range(3000)), "k1", "k9"])
    assert heads == {"k1": (replace(first, isi={}), replace(second, isi={})), "k9": ()}
    assert (many["k1"], many["k9"], many["j7"], len(many)) == (heads["k1"], (), (), 3002)


def test_the_hashes_are_taken_as_documented(office: Office) -> None:
    with office.unit() as unit:
        unit.journal.append(new_act("k1", kata="é"))
        unit.journal.append(new_act("k1", Action.ORDER))
        first, second = unit.journal.walk()
    line = ["kinerja/baris/1", "k1", 1, "berkas", "menugaskan", "p1", "Andi Umpama", "Camat", "kabid"]
    line += ["2026-04-10T08:00:00+08:00", "SOP Februari 2022", 1, '{"kata":"é"}', ""]
    assert first.hash == _sha(line)
    assert first.office == _sha(["kinerja/kantor/1", 1, first.hash, ""])
    assert (second.prev_list, second.prev_office) == (first.hash, first.office)


def _sha(fields: list[object]) -> str:
    return hashlib.sha256(json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def test_a_long_mixed_journal_is_one_whole_chain(office: Office) -> None:
    with office.unit() as unit:
        for n in range(600):
            unit.journal.append(new_act(f"k{n % 7}"))
            unit.journal.record("pengaturan", f"s{n % 3}", {"n": n}, "p1", "Andi Umpama", Role.ADMIN, PAGI)
        rows = list(unit.journal.walk())
        assert list(check_chain(rows)) == []
        assert [row.seq for row in rows] == list(range(1, 1201))
        assert (unit.journal.head().seq, unit.journal.head().hash) == (1200, rows[-1].office)


def test_an_empty_journal_has_no_head_and_no_time(office: Office) -> None:
    with office.read() as unit:
        assert unit.journal.head() == EMPTY
        assert unit.journal.last_time() is None
        assert list(unit.journal.walk()) == []


def test_records_are_found_by_kind_and_by_thing(office: Office) -> None:
    with office.unit() as unit:
        for kind, subject in (("pegawai", "a"), ("pegawai", "b"), ("rencana", "a"), ("pegawai", "a")):
            unit.journal.record(kind, subject, {"ke": subject}, "p1", "Andi Umpama", Role.ADMIN, PAGI)
        unit.journal.append(new_act("a"))
        journal = unit.journal
        assert [row.subject_id for row in journal.records("pegawai")] == ["a", "b", "a"]
        assert [row.act_no for row in journal.records("pegawai", "a")] == [1, 2]
        assert [row.kind for row in journal.records(limit=2)] == ["rencana", "pegawai"]
        assert (journal.count("pegawai"), journal.count("pegawai", "a"), journal.count("buku")) == (3, 2, 0)
        assert journal.records("rencana")[0].isi == {"ke": "a"}
        assert journal.case_ids() == {"a"}


def test_acts_of_a_person_come_newest_first(office: Office) -> None:
    with office.unit() as unit:
        for n in range(3):
            unit.journal.append(new_act(f"k{n}"))
        unit.journal.record("masuk", "p1", {}, "p1", "Andi Umpama", Role.KABID, PAGI)
        assert [row.subject_id for row in unit.journal.acts_by("p1", 2)] == ["k2", "k1"]


def test_the_last_time_is_that_of_the_newest_line_even_if_the_clock_went_back(office: Office) -> None:
    with office.unit() as unit:
        unit.journal.append(new_act("k1", menit=60))
        unit.journal.append(new_act("k1", Action.ORDER, menit=5))
        assert unit.journal.last_time() == new_act("k1", menit=5).pada


@pytest.mark.parametrize("wrong", [{"angka": 1.5}, {"angka": [1, {"x": 0.1}]}, {1: "kunci"}])
def test_a_float_never_reaches_the_history(office: Office, wrong: dict[str, object]) -> None:
    with office.unit() as unit, pytest.raises(TypeError):
        unit.journal.record("pengaturan", "x", wrong, "p1", "Andi Umpama", Role.ADMIN, PAGI)


def test_a_moment_without_zone_is_refused(office: Office) -> None:
    with office.unit() as unit, pytest.raises(ValueError, match="2026"):
        unit.journal.record("masuk", "x", {}, "p1", "Andi Umpama", Role.ADMIN, datetime(2026, 1, 1))  # noqa: DTZ001


CHANGES = {
    "update": "UPDATE journal SET nama = 'Budi Contoh' WHERE seq = 1",
    "delete": "DELETE FROM journal WHERE seq = 2",
    "delete all": "DELETE FROM journal",
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_written_line_cannot_be_changed(office: Office, change: str) -> None:
    _two_lines(office)
    with office.unit() as unit, pytest.raises(DBAPIError, match="append-only"):
        unit.connection.execute(text(change))
    with office.read() as unit:
        assert len(unit.journal.acts("k1")) == 2


def test_a_line_cannot_be_put_in_place_of_another(office: Office) -> None:
    _two_lines(office)
    with office.unit() as unit, pytest.raises(IntegrityError):
        unit.connection.execute(text("INSERT INTO journal SELECT * FROM journal WHERE seq = 1"))


def _two_lines(office: Office) -> None:
    with office.unit() as unit:
        unit.journal.append(new_act("k1"))
        unit.journal.append(new_act("k1", Action.ORDER))
        unit.commit()
