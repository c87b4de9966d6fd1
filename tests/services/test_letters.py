"""Letters are kept in one form, whatever door they come in by; an office that kept them otherwise goes on as it is."""

import json
import unicodedata
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, TypeAlias

import pytest
from openpyxl import load_workbook

from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.frozen import freeze, thaw
from kinerja_desktop.domain.huruf import composed
from kinerja_desktop.domain.indikator import NilaiSkala, Rencana, Sasaran, VersiRencana
from kinerja_desktop.domain.realisasi import IsiIndikator
from kinerja_desktop.exchange.buku_kinerja import tulis
from kinerja_desktop.services import (
    collection,
    context,
    evidence,
    integrity,
    people,
    plan_lists,
    planning,
    search,
    setup,
    trail,
    workbook_export,
    workbook_import,
    worksheet,
)
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.workbook_import import HasilImpor
from kinerja_desktop.services.workbook_merge import Tindakan
from kinerja_desktop.storage.database import Store
from tests.disk_office import BUKU
from tests.evidence_files import pdf
from tests.office import BUDGET, BUDI, JOKO, OPENING, PEOPLE, PLAN, RAHMA, SEKSI, Kantor, target

NUR, TERTIB, NYAMAN = "Sitti Nūr", "Terjaganya dèsa yang tertib", "Wārga nyaman"
PATROLI = next(i for i in PLAN.indikator if i.kode == "4.1")
SASARAN = dict.fromkeys(i.sasaran or "" for i in PLAN.indikator if i is not PATROLI)
BOOK = replace(
    BUKU,
    instansi=replace(BUKU.instansi, nama="Kecamatan Cōntoh", alamat="Jalan Ūmpama 1"),
    rencana=Rencana(
        2026,
        (
            *(i for i in PLAN.indikator if i is not PATROLI),
            replace(PATROLI, nama="Jumlah patroli dèsa", sasaran=TERTIB, satuan="predikāt", definisi="Tiap dèsa"),
        ),
        (VersiRencana("perubahān", date(2026, 10, 1), (("4.1", target("3", *["3"] * 4)),)),),
        (NilaiSkala("predikāt", "Bāik", Decimal(3)),),
        (),
        (*map(Sasaran, SASARAN), Sasaran(TERTIB, NYAMAN)),
    ),
    anggaran=tuple(replace(row, uraian="Program Pélayanan") for row in BUDGET),
    seksi=(replace(SEKSI[0], nama="Seksi Pélayanan"), *SEKSI[1:]),
    pegawai=tuple(replace(p, nama=NUR, nip=None) if p is BUDI else p for p in PEOPLE),
)
"""Letters that can be taken apart in every sheet."""
Thing: TypeAlias = Any
ROW = IsiIndikator(
    "1.1", Decimal("91.85"), faktor_penghambat="Printer rūsak dua hari.", bukti=(Bukti("Register Jūni 2026"),)
)


def in_pieces(value: Thing) -> Thing:
    """The same with its letters apart, as a Mac gives them."""
    return thaw(type(value), json.loads(unicodedata.normalize("NFD", json.dumps(freeze(value), ensure_ascii=False))))


@pytest.fixture
def old(monkeypatch: pytest.MonkeyPatch) -> Kantor:
    """An office of a program that kept letters as they came, all of them apart; the order of TW II is being filled."""
    store = Store.memory()
    with monkeypatch.context() as before:
        for module in (context, setup, planning):
            before.setattr(module, "composed", lambda value: value)
        setup.found(store, in_pieces(BOOK), (), clock=SetClock(OPENING))
        kantor = Kantor(store, rencana=BOOK.rencana, is_new=False)
        kantor.assign()
        kantor.order()
        fill(kantor, in_pieces(ROW))
    assert apart(kantor)
    return kantor


def fill(kantor: Kantor, row: IsiIndikator) -> None:
    ctx, case = kantor.analis("PEL"), kantor.case("PEL")
    collection.save_draft(ctx, case.id, [row], seen=collection.load(ctx, case.id).versi_draf)


def apart(kantor: Kantor) -> list[str]:
    """Texts of the office whose letters are apart."""
    with kantor.store.raw() as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = [(t, cell) for t in tables for row in connection.execute(f'SELECT * FROM "{t}"') for cell in row]
    return [f"{t}: {c}" for t, c in found if isinstance(c, str) and not unicodedata.is_normalized("NFC", c)]


def bring_in(kantor: Kantor, path: Path, *, uji: bool = False) -> HasilImpor:
    return workbook_import.import_workbook(kantor.ctx(RAHMA), path, uji=uji)


def changed(hasil: HasilImpor) -> list[str]:
    return [f"{p.lembar} {p.kunci}: {p.uraian}" for p in hasil.perubahan if p.tindakan is not Tindakan.TETAP]


def plan_version(kantor: Kantor) -> int:
    return planning.load(kantor.ctx(RAHMA), 2026).versi


# --- an office of today ------------------------------------------------------------------------------


def test_an_office_made_of_letters_apart_holds_none() -> None:
    store = Store.memory()
    setup.found(store, in_pieces(BOOK), (), clock=SetClock(OPENING))

    assert not apart(Kantor(store, is_new=False))


def test_a_draft_holds_none(kantor: Kantor) -> None:
    kantor.assign()
    kantor.order()
    fill(kantor, in_pieces(ROW))

    assert not apart(kantor)
    assert collection.load(kantor.analis("PEL"), kantor.case().id).isi.of("1.1") == ROW


def test_the_name_of_a_file_holds_none(kantor: Kantor, tmp_path: Path) -> None:
    path = tmp_path / unicodedata.normalize("NFD", "Daftar hadir Nūr.pdf")
    path.write_bytes(pdf())

    assert evidence.add_file(kantor.analis("PEL"), path).nama == "Daftar hadir Nūr.pdf"


def test_a_workbook_comes_in_once(kantor: Kantor, tmp_path: Path) -> None:
    book, name = tmp_path / "buku.xlsx", unicodedata.normalize("NFD", "Kiriman Nūr.xlsx")
    tulis(in_pieces(replace(BOOK, pegawai=())), book)
    given = book.rename(tmp_path / name)

    first, again = bring_in(kantor, given), bring_in(kantor, given)

    assert first.jumlah(Tindakan.UBAH)
    assert first.jumlah(Tindakan.TAMBAH)
    assert [c for c in changed(again) if "hanya Admin" not in c] == []
    assert not apart(kantor)


# --- an office of before -------------------------------------------------------------------------------


def test_what_it_holds_is_no_finding(old: Kantor) -> None:
    assert integrity.examine(old.office).temuan == ()


def test_its_own_workbook_changes_nothing(old: Kantor, tmp_path: Path) -> None:
    book = tmp_path / "buku.xlsx"
    workbook_export.export_workbook(old.ctx(RAHMA), book)
    held = sorted(apart(old))

    assert changed(bring_in(old, book)) == []
    assert changed(bring_in(old, book)) == []
    assert sorted(apart(old)) == held


def test_a_change_comes_in_at_once_and_alone(old: Kantor, tmp_path: Path) -> None:
    book = tmp_path / "buku.xlsx"
    satuan = tuple(
        replace(i, definisi="Tiap dèsa dan kelurahan") if i.kode == "4.1" else i for i in BOOK.rencana.indikator
    )
    tulis(replace(BOOK, rencana=replace(BOOK.rencana, indikator=satuan)), book)

    assert changed(bring_in(old, book)) == ["Indikator 4.1: definisi: Tiap dèsa → Tiap dèsa dan kelurahan"]
    assert changed(bring_in(old, book)) == []
    assert integrity.examine(old.office).temuan == ()


def test_its_sasaran_versions_and_budget_are_changed_as_they_are_shown(old: Kantor) -> None:
    ctx = old.ctx(RAHMA)
    with old.store.read() as unit:
        stored = unit.planning.rencana(2026)
    assert stored is not None
    reworded = [(s.teks, replace(s, teks=f"{s.teks} dan aman") if s.tujuan else s) for s in stored.sasaran]
    plan_lists.save_sasaran(ctx, 2026, reworded, plan_version(old))
    planning.save_targets(ctx, 2026, stored.versi[0].versi, {"4.1": target("2", *["2"] * 4)}, plan_version(old))

    plan = planning.load(ctx, 2026).rencana
    assert next(i for i in plan.indikator if i.kode == "4.1").sasaran == f"{TERTIB} dan aman"
    assert planning.targets_in_force(plan, "perubahān")["4.1"] == target("2", *["2"] * 4)
    assert integrity.examine(old.office).temuan == ()


def test_a_lembar_kerja_of_it_changes_what_was_typed_there(old: Kantor, tmp_path: Path) -> None:
    path, ctx, case = tmp_path / "lembar.xlsx", old.analis("PEL"), old.case("PEL").id
    worksheet.export_worksheet(ctx, case, path)
    assert not worksheet.read_worksheet(ctx, case, path).ubahan

    book = load_workbook(path)
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and composed(cell.value) == ROW.faktor_penghambat:
                cell.value = unicodedata.normalize("NFD", "Mesin rūsak.")
    book.save(path)
    read = worksheet.read_worksheet(ctx, case, path)
    worksheet.apply_worksheet(ctx, read)

    assert [(u.excel, u.bentrok) for u in read.ubahan] == [("Mesin rūsak.", False)]
    assert collection.load(ctx, case).isi.of("1.1").faktor_penghambat == "Mesin rūsak."


@pytest.mark.parametrize("cari", ["patroli dèsa", "sitti nūr"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_it_is_found_by_either_form(old: Kantor, cari: str, form: Literal["NFC", "NFD"]) -> None:
    assert len(search.find(old.ctx(RAHMA), unicodedata.normalize(form, cari))) == 1


def test_a_person_of_it_is_saved_as_he_is_shown(old: Kantor) -> None:
    ctx = old.ctx(JOKO)
    with old.store.read() as unit:
        budi, seen = unit.people.get(BUDI.id), trail.version(unit, trail.Kind.PERSON, BUDI.id)
    people.save_person(ctx, replace(budi, pangkat="Penata"), seen)

    with old.store.read() as unit:
        assert unit.people.get(BUDI.id).nama == NUR
    assert integrity.examine(old.office).temuan == ()
