"""After a crash its writer is told how much of his work was kept, and where; after a proper end nobody is."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from kinerja_desktop.domain.errors import HeldByOther
from kinerja_desktop.services import disposition, drafts, opening, recovery
from kinerja_desktop.services.auth import Session
from kinerja_desktop.services.context import Context, Office
from kinerja_desktop.storage.database import Store
from kinerja_desktop.storage.gate import APPLICATION_ID, database_file
from kinerja_desktop.storage.session_note import NAME, holder, read_notes, write_notes
from tests.ui.kantor import Kantor, jam
from tests.ui.scenes import copied, ordered


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    """An office on the disk: an analyst has been ordered and has typed two figures this morning."""
    first = copied(ordered)
    first.order(jam(7, 10, 8, 16))
    folder = tmp_path / "data"
    Store.open(folder, create=True).close()
    target = sqlite3.connect(database_file(folder))
    with first.office.store.raw() as source:
        source.backup(target)
    target.execute(f"PRAGMA application_id={APPLICATION_ID}")  # an office in memory has none
    target.close()
    made = Kantor(Office(Store.open(folder), first.clock, latihan=True), first.clock)
    made.type(jam(7, 10, 9), {"1.1": "500", "1.2": "7"})
    return made


def folder(kantor: Kantor) -> Path:
    found = kantor.office.store.folder
    assert found is not None
    return found


def session(ctx: Context) -> Session:
    return Session(ctx.actor.id, ctx.actor.nama, (ctx.actor,))


def test_what_was_typed_in_a_session_that_broke_off_is_counted(kantor: Kantor) -> None:
    who = session(kantor.analis())
    assert recovery.begin(kantor.office, who) == ()
    kantor.type(jam(7, 10, 10, 30), {"1.3": "90"})
    kantor.type(jam(7, 10, 10, 41), {"1.2": "8", "1.4": "12"})

    (left,) = recovery.begin(kantor.office, who)  # as after a crash: nobody ended it

    assert (left.isian, set(left.kode), left.kind) == (3, {"1.2", "1.3", "1.4"}, drafts.BAHAN)
    assert (left.case_id, left.pada) == (kantor.case(), jam(7, 10, 10, 41))
    assert recovery.begin(kantor.office, who) == ()


def test_after_a_proper_end_nothing_is_told_and_no_note_is_left(kantor: Kantor) -> None:
    who = session(kantor.analis())
    recovery.begin(kantor.office, who)
    kantor.type(jam(7, 10, 10, 30), {"1.3": "90"})
    recovery.end(kantor.office, who)
    assert not (folder(kantor) / NAME).exists()
    assert recovery.begin(kantor.office, who) == ()


def test_it_waits_for_its_writer_while_others_work(kantor: Kantor) -> None:
    analyst, head = session(kantor.analis()), session(kantor.kasubag())
    recovery.begin(kantor.office, analyst)
    kantor.type(jam(7, 10, 10, 30), {"1.3": "90"})

    assert recovery.begin(kantor.office, head) == ()
    recovery.end(kantor.office, head)

    (left,) = recovery.begin(kantor.office, analyst)
    assert left.kode == ("1.3",)


def test_words_that_stand_beside_the_rows_count_as_one(kantor: Kantor) -> None:
    other = "trantib"
    ctx = kantor.kasubag(other)
    who = session(ctx)
    recovery.begin(kantor.office, who)
    view = disposition.load(ctx, kantor.case(seksi=other))
    draf = disposition.DisposisiDraf(catatan="Utamakan data Juni.")
    disposition.save_draft(ctx, kantor.case(seksi=other), draf, seen=view.versi_draf)
    (left,) = recovery.begin(kantor.office, who)
    assert (left.isian, left.kode, left.kind) == (1, (), drafts.DISPOSISI)


def test_the_note_holds_no_figure_and_no_nip(kantor: Kantor) -> None:
    recovery.begin(kantor.office, session(kantor.analis()))
    text = (folder(kantor) / NAME).read_text(encoding="utf-8")
    with kantor.office.store.read() as unit:
        nips = [p.nip for p in unit.people.all() if p.nip]
    assert not any(nip in text for nip in nips)
    (entry,) = read_notes(folder(kantor)).values()
    assert all(len(told) == 64 for rows in entry["draf"].values() for told in rows.values())


@pytest.mark.parametrize("content", ["", "[]", '{"x": 3}', "\xff", '{"x": {"bekerja": true, "draf": 3}}'])
def test_a_note_that_cannot_be_read_tells_nothing(kantor: Kantor, content: str) -> None:
    (folder(kantor) / NAME).write_text(content, encoding="latin-1")
    assert holder(folder(kantor)) == ""
    assert recovery.begin(kantor.office, session(kantor.analis())) == ()
    assert len(read_notes(folder(kantor))) >= 1


def test_who_holds_the_office_is_told_to_a_second_program(kantor: Kantor) -> None:
    who = session(kantor.analis())
    kantor.now(jam(7, 10, 8, 12))
    recovery.begin(kantor.office, who)
    with pytest.raises(HeldByOther) as refused:
        Store.open(folder(kantor))
    assert refused.value.oleh == f"{who.nama}, sejak 08.12"
    recovery.begin(kantor.office, replace(who, pegawai_id="lain", nama="Orang Lain"))
    assert holder(folder(kantor)).startswith("Orang Lain")
    write_notes(folder(kantor), {})
    assert holder(folder(kantor)) == ""


def test_whose_session_broke_off_does_not_hold_the_office_that_was_opened_again(kantor: Kantor) -> None:
    who = session(kantor.analis())
    recovery.begin(kantor.office, who)
    kantor.office.store.close()
    again = opening.open_office(folder(kantor))
    assert holder(folder(kantor)) == ""
    assert who.pegawai_id in read_notes(folder(kantor))
    again.store.close()


def test_a_place_that_takes_no_note_hinders_nobody(kantor: Kantor, caplog: pytest.LogCaptureFixture) -> None:
    (folder(kantor) / NAME).mkdir()
    assert recovery.begin(kantor.office, session(kantor.analis())) == ()
    assert "not noted" in caplog.text
