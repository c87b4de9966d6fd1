"""A draft whose bytes changed is used by nobody and stops nobody; its writer and the Admin see it and lay it aside."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import DraftDamaged, NotFound
from kinerja_desktop.services import (
    backup,
    collection,
    damaged,
    drafts,
    drill,
    frame,
    full_export,
    integrity,
    integrity_words,
    plan_drafts,
    trail,
    trash,
)
from kinerja_desktop.services.context import Office
from kinerja_desktop.services.plan_usage import typed
from kinerja_desktop.storage import dump
from tests.disk_office import admin_of, make_office
from tests.fault.office import opened
from tests.office import RAHMA, TW2, Kantor

LETTER = "UPDATE drafts SET isi = replace(isi, 'realisasi', 'realisasj') WHERE kind = 'bahan'"
BITS = {
    "a letter": LETTER,
    "a digit": "UPDATE drafts SET isi = replace(isi, '512', '513') WHERE kind = 'bahan'",
    "no letter any more": "UPDATE drafts SET isi = CAST(X'7BFF' || isi AS TEXT) WHERE kind = 'bahan'",
    "its version": "UPDATE drafts SET versi = versi + 2 WHERE kind = 'bahan'",
    "its moment": "UPDATE drafts SET pada = replace(pada, '2026', '2066') WHERE kind = 'bahan'",
    "its digest": "UPDATE drafts SET sidik = 'x' || sidik WHERE kind = 'bahan'",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An office in which Pelayanan is being filled in, closed."""
    make_office(tmp_path / "kantor").store.close()
    kantor = opened(tmp_path / "kantor")
    kantor.assign()
    kantor.order()
    kantor.fill(k1_3="512")
    kantor.store.close()
    return tmp_path / "kantor"


@pytest.fixture(params=list(BITS))
def harmed(folder: Path, request: pytest.FixtureRequest) -> Iterator[Kantor]:
    yield from spoiled(folder, BITS[request.param])


@pytest.fixture
def kantor(folder: Path) -> Iterator[Kantor]:
    yield from spoiled(folder, LETTER)


def spoiled(folder: Path, sql: str) -> Iterator[Kantor]:
    with closing(sqlite3.connect(folder / paths.DATABASE)) as db:
        assert db.execute(sql).rowcount == 1
        db.commit()
    again = opened(folder)
    yield again
    again.store.close()


def stored(office: Office) -> list[bytes]:
    with office.store.raw() as db:
        return [row[0] for row in db.execute("SELECT CAST(isi AS BLOB) FROM drafts WHERE kind = 'bahan'")]


def test_a_damaged_draft_is_used_by_nobody_and_stops_nobody(harmed: Kantor) -> None:
    case, ctx, before = harmed.case("PEL"), harmed.analis("PEL"), stored(harmed.office)
    for attempt in (
        lambda: collection.load(ctx, case.id),
        lambda: collection.save_draft(ctx, case.id, [], seen=1),
        lambda: collection.submit_bahan(ctx, case.id, seen=case.versi, seen_draf=1),
    ):
        with pytest.raises(DraftDamaged):
            attempt()
    assert stored(harmed.office) == before

    found = integrity.watch(harmed.office)
    assert [told.partition(",")[0] for told in found.temuan] == ["Isian yang belum diajukan"]
    assert found.menghentikan == ()
    assert harmed.office.store.stopped is None
    harmed.order("TRA")  # others go on
    harmed.fill("TRA")


def test_who_saved_it_and_the_admin_see_what_can_be_read_of_it(kantor: Kantor) -> None:
    (seen,) = frame.load(kantor.analis("PEL")).rusak
    assert seen.apa == "Lembar kerja, Berkas Seksi Pelayanan TW 2 2026"
    assert seen.oleh == kantor.analis("PEL").actor.nama
    assert seen.pada == "14 Juli 2026 07.31"
    assert any("512" in line for line in seen.isi)
    assert frame.load(admin_of(kantor.office)).rusak == (seen,)
    assert frame.load(kantor.analis("TRA")).rusak == ()


def test_it_is_laid_aside_into_the_history_and_the_work_begins_anew(kantor: Kantor) -> None:
    ctx, case = kantor.analis("PEL"), kantor.case("PEL")
    (seen,) = frame.load(ctx).rusak
    with pytest.raises(NotFound):
        damaged.lay_aside(kantor.analis("TRA"), seen.tanda)
    (content,) = stored(kantor.office)

    damaged.lay_aside(ctx, seen.tanda)

    assert frame.load(ctx).rusak == ()
    assert collection.load(ctx, case.id).versi_draf == 0
    with kantor.store.read() as unit:
        (row,) = unit.journal.records(trail.Kind.DAMAGED.value, seen.tanda)
    assert row.isi["baris"]["isi"].encode() == content
    assert integrity.examine(kantor.office).utuh
    kantor.fill("PEL")


def test_what_is_no_text_any_more_is_shown_and_kept_too(folder: Path) -> None:
    for kantor in spoiled(folder, BITS["no letter any more"]):
        (seen,) = frame.load(kantor.analis("PEL")).rusak
        assert seen.isi[0].startswith("{\\xff")
        damaged.lay_aside(admin_of(kantor.office), seen.tanda)
        assert integrity.examine(kantor.office).utuh


def test_an_office_with_a_damaged_draft_is_copied_and_the_trial_tells_of_it(kantor: Kantor, tmp_path: Path) -> None:
    copy = backup.back_up(kantor.office, tmp_path / "usb").berkas
    (told,) = drill.drill(copy, scratch=tmp_path).temuan
    assert "lembar kerja, Berkas Seksi Pelayanan" in told


def test_a_note_of_who_opened_what_is_told_and_laid_aside_by_the_admin(folder: Path) -> None:
    office = opened(folder)
    case = office.case("PEL")
    with office.store.unit() as unit:
        unit.reads.mark(case.id, 1, RAHMA.id, office.office.clock.now())
        unit.commit()
    office.store.close()
    for kantor in spoiled(folder, "UPDATE reads SET pegawai_id = pegawai_id || 'x' WHERE rowid = 1"):
        assert integrity.watch(kantor.office).temuan[0].startswith("Tanda sudah dibaca")
        (seen,) = frame.load(admin_of(kantor.office)).rusak
        damaged.lay_aside(admin_of(kantor.office), seen.tanda)
        assert integrity.examine(kantor.office).utuh


def test_what_was_given_up_and_is_damaged_keeps_nobody_from_giving_up_more(folder: Path) -> None:
    office = opened(folder)
    ctx = office.ctx(RAHMA)
    plan_drafts.save(ctx, 2026, {"indikator": {"1.1": {"nama": "Diketik"}}}, {})
    plan_drafts.discard(ctx, 2026, "indikator", {"1.1": {"nama": "Diketik"}}, sisa=None, seen={"indikator": 1})
    office.store.close()
    for kantor in spoiled(folder, "UPDATE drafts SET kind = kind || '@' WHERE case_id LIKE 'buangan/%'"):
        ctx = kantor.ctx(RAHMA)
        assert trash.load(ctx) == ()
        plan_drafts.discard(ctx, 2026, "indikator", {"1.1": {"nama": "Lagi"}}, sisa=None, seen={})
        assert len(trash.load(ctx)) == 1
        assert len(frame.load(ctx).rusak) == 1
        with kantor.store.read() as unit:
            assert [d.kind for d in unit.drafts.by(ctx.actor.id) if not drafts.is_thrown(d)] == []
            assert set(typed(unit, TW2))


def test_what_was_given_up_is_named_by_its_berkas(kantor: Kantor) -> None:
    of = f"{drafts.BUANGAN}{kantor.case('PEL').id}"
    with kantor.store.read() as unit:
        told = integrity_words.draft_name(unit, of, "bahan@01a2")
    assert told == "lembar kerja yang dibuang, Berkas Seksi Pelayanan TW 2 2026"


def test_what_leaves_the_office_whole_takes_it_along(harmed: Kantor, tmp_path: Path) -> None:
    """The full export and the rescue copy hold every table; one bit of a draft keeps them from nothing."""
    tables = {tabel.nama: tabel for tabel in dump.tables()}
    with harmed.store.read() as unit:
        (row,) = (row for row in dump.rows(unit, tables["drafts"]) if row["kind"] == "bahan")
    assert "512" in str(row["isi"]) or "513" in str(row["isi"])
    full_export.export_all(admin_of(harmed.office), tmp_path / "ke")


@pytest.mark.parametrize(
    ("case_id", "kind", "name"),
    [
        ("dokumen:rencana_aksi:2026::", "isian", "isian Rencana Aksi 2026"),
        ("dokumen:perjanjian_seksi:2026::PEL", "isian", "isian Perjanjian Kinerja Seksi Pelayanan 2026"),
        ("dokumen:rekap_waktu:2026:2:", "isian", "isian Rekap Ketepatan Waktu SOP TW 2 2026"),
        ("buangan/dokumen:iku:2026::", "isian@1", "isian Indikator Kinerja Utama 2026 yang dibuang"),
        ("dokumen:", "isian", "isian"),
    ],
)
def test_the_fields_of_a_paper_are_named_as_people_call_it(kantor: Kantor, case_id: str, kind: str, name: str) -> None:
    with kantor.store.read() as unit:
        assert integrity_words.draft_name(unit, case_id, kind) == name
