"""The year's plan is edited until it is fixed, then changed by a version; what has figures stays."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kinerja_desktop import messages
from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.errors import (
    FieldsRefused,
    IndikatorInUse,
    NotFound,
    Pemakaian,
    PlanFaulty,
    PlanFixed,
    PlanReasonNeeded,
    SebabIsian,
    StaleWrite,
    WrongRole,
)
from kinerja_desktop.domain.indikator import (
    Akumulasi,
    Indikator,
    Polaritas,
    Riwayat,
    Rumus,
    Sasaran,
    Tingkat,
    VersiRencana,
)
from kinerja_desktop.domain.periksa_rencana import kesalahan
from kinerja_desktop.domain.realisasi import IsiIndikator
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services import plan_lists, planning, trail, withdrawal, workbook_held
from kinerja_desktop.services.context import Context
from tests.office import BUDGET, INDIKATOR, PLAN, RAHMA, Kantor, target

NEW = Indikator("9.1", "Jumlah rapat koordinasi", satuan="kali", seksi="PEM", target=target("4", "1", "1", "1", "1"))


@pytest.fixture
def planner(kantor: Kantor) -> Context:
    """The Kasubag Perencanaan."""
    return kantor.ctx(RAHMA)


def test_the_newest_plan_is_shown_with_what_is_odd_about_it(planner: Context) -> None:
    odd = replace(INDIKATOR[2], target=target("1900", *["500"] * 4))
    planning.save_indikator(planner, 2026, odd, planning.load(planner).versi)
    view = planning.load(planner)

    assert view.tahun == 2026
    assert view.ringkasan == "8 indikator, 4 sasaran"
    assert view.anggaran == BUDGET
    assert [t.kode for t in kesalahan(view.temuan)] == ["1.3"]


def test_an_indikator_is_added_changed_and_moved(planner: Context) -> None:
    planning.save_indikator(planner, 2026, NEW, 0)
    planning.save_indikator(planner, 2026, replace(NEW, nama="Jumlah rapat"), 1)
    order = ["9.1", *(i.kode for i in INDIKATOR)]
    planning.move_indikator(planner, 2026, order, 2)

    rows = planning.load(planner).rencana.indikator
    assert [i.kode for i in rows] == order
    assert rows[0].nama == "Jumlah rapat"
    with pytest.raises(NotFound):
        planning.move_indikator(planner, 2026, order[1:], 3)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(NEW, nama=" "),
        replace(NEW, seksi="XYZ"),
        replace(NEW, polaritas=Polaritas.NEGATIF, rumus=Rumus.P1),
        replace(NEW, komponen_pembilang="Surat selesai"),
    ],
)
def test_an_indikator_that_cannot_be_is_refused(planner: Context, wrong: Indikator) -> None:
    with pytest.raises(FieldsRefused):
        planning.save_indikator(planner, 2026, wrong, 0)


def test_a_stale_plan_is_refused(planner: Context) -> None:
    planning.save_indikator(planner, 2026, NEW, 0)
    with pytest.raises(StaleWrite):
        planning.save_indikator(planner, 2026, NEW, 0)


@pytest.mark.parametrize(
    ("until", "pakai"),
    [
        (Action.ASSIGN, Pemakaian.DISPOSISI),
        (Action.ORDER, Pemakaian.DISPOSISI),
        (Action.SUBMIT_BAHAN, Pemakaian.REALISASI),
    ],
)
def test_what_was_asked_for_is_not_removed(kantor: Kantor, planner: Context, until: Action, pakai: Pemakaian) -> None:
    kantor.play("PEM", until=until)
    with pytest.raises(IndikatorInUse) as refused:
        planning.remove_indikator(planner, 2026, "3.1", 0)
    assert refused.value.pakai is pakai
    planning.remove_indikator(planner, 2026, "4.1", 0)
    assert "4.1" not in [i.kode for i in planning.load(planner).rencana.indikator]
    assert planning.load(planner).pemakaian == {"3.1": pakai}


def test_what_somebody_typed_for_is_not_removed(kantor: Kantor, planner: Context) -> None:
    kantor.play("PEM", until=Action.ORDER)
    kantor.fill("PEM")
    with pytest.raises(IndikatorInUse) as refused:
        planning.remove_indikator(planner, 2026, "3.1", 0)
    assert refused.value.pakai is Pemakaian.DRAF
    assert "Akhiri" in messages.sentence(refused.value)


def test_figures_of_a_workbook_that_wait_for_an_order_hold_their_indikator(kantor: Kantor, planner: Context) -> None:
    with kantor.store.unit() as unit:
        row = IsiIndikator("3.1", Decimal(70))
        workbook_held.put_held(unit, planner.actor, planner.now(), 2026, {3: (row,)})
        unit.commit()
    with pytest.raises(IndikatorInUse) as refused:
        planning.remove_indikator(planner, 2026, "3.1", 0)
    assert refused.value.pakai is Pemakaian.DRAF


def test_an_order_that_was_taken_back_holds_nothing(kantor: Kantor, planner: Context) -> None:
    case = kantor.play("PEM", until=Action.ASSIGN)
    withdrawal.withdraw(kantor.kabid, case.id, seen=case.versi)
    planning.remove_indikator(planner, 2026, "3.1", 0)
    assert planning.find(planning.load(planner).rencana, "3.1") is None


def test_a_fixed_plan_changes_by_a_version_only(planner: Context) -> None:
    planning.fix_plan(planner, 2026, 0)
    with pytest.raises(PlanFixed):
        planning.save_indikator(planner, 2026, NEW, 1)
    with pytest.raises(IndikatorInUse) as refused:
        planning.remove_indikator(planner, 2026, "4.1", 1)
    assert refused.value.pakai is Pemakaian.DITETAPKAN
    planning.save_indikator(planner, 2026, replace(INDIKATOR[0], definisi="Lebih jelas"), 1)
    changed = VersiRencana("perubahan", date(2026, 8, 1), (("1.3", target("1800", "500", "500", "400", "400")),))
    planning.save_version(planner, 2026, changed, 2)

    view = planning.load(planner)
    assert view.ditetapkan == date(2026, 7, 10)
    assert view.rencana.target_pada("1.3", date(2026, 9, 30)).tahun == Decimal(1800)
    assert planning.targets_in_force(view.rencana, "perubahan")["1.3"].tahun == Decimal(1800)
    assert planning.targets_in_force(view.rencana, planning.MURNI)["1.3"].tahun == Decimal(2000)


@pytest.mark.parametrize(
    "wrong",
    [
        VersiRencana("", date(2026, 8, 1), ()),
        VersiRencana("murni", date(2026, 8, 1), ()),
        VersiRencana("perubahan", date(2027, 8, 1), ()),
        VersiRencana("perubahan", date(2026, 8, 1), (("X", target("1")),)),
    ],
)
def test_a_version_that_cannot_be_is_refused(planner: Context, wrong: VersiRencana) -> None:
    with pytest.raises(FieldsRefused):
        planning.save_version(planner, 2026, wrong, 0)


def test_a_version_is_opened_once_by_name_and_day(planner: Context) -> None:
    planning.open_version(planner, 2026, "Perubahan", date(2026, 8, 1), 0)
    planning.open_version(planner, 2026, "Perubahan 2", date(2026, 7, 1), 1)
    assert [v.versi for v in planning.load(planner).rencana.versi] == ["Perubahan 2", "Perubahan"]
    for nama, day in (("perubahan", date(2026, 9, 1)), ("Perubahan 3", date(2026, 8, 1)), ("", date(2026, 9, 1))):
        with pytest.raises(FieldsRefused):
            planning.open_version(planner, 2026, nama, day, 2)


def test_budget_lines_are_stored_whole(planner: Context) -> None:
    lines = (*BUDGET, BarisAnggaran("01.1", Tingkat.KEGIATAN, "Kegiatan", Decimal(1)))
    planning.save_anggaran(planner, 2026, lines, 0)
    assert planning.load(planner).anggaran == lines
    with pytest.raises(FieldsRefused):
        planning.save_anggaran(planner, 2026, (*lines, lines[0]), 1)


def test_a_plan_with_faults_is_not_fixed(planner: Context) -> None:
    planning.save_indikator(planner, 2026, replace(INDIKATOR[2], target=target("1900", *["500"] * 4)), 0)
    with pytest.raises(PlanFaulty) as refused:
        planning.fix_plan(planner, 2026, 1)
    assert (refused.value.jumlah, planning.load(planner).ditetapkan) == (1, None)


def test_what_is_removed_leaves_nothing_behind(planner: Context) -> None:
    plan_lists.save_riwayat(planner, 2026, [Riwayat("1.1", 2025, Decimal(90), Decimal(91))], 0)
    planning.remove_indikator(planner, 2026, "1.1", 1)
    view = planning.load(planner)
    assert view.rencana.riwayat == ()
    assert view.anggaran[0].indikator == ("1.2",)


@pytest.mark.parametrize(
    ("changed", "kunci"),
    [
        ({"nama": "x" * 4001}, "nama"),
        ({"definisi": "x" * 4001}, "definisi"),
        ({"aksi": (None, "x" * 4001, None, None)}, "aksi2"),
    ],
)
def test_a_text_that_no_workbook_would_bring_back_is_refused(
    planner: Context, changed: dict[str, Any], kunci: str
) -> None:
    with pytest.raises(FieldsRefused) as refused:
        planning.save_indikator(planner, 2026, replace(NEW, **changed), 0)
    assert [(one.kunci, one.sebab) for one in refused.value.isian] == [(kunci, SebabIsian.TERLALU_PANJANG)]


def test_long_words_of_lists_are_refused_too(planner: Context) -> None:
    long = "x" * 4001
    with pytest.raises(FieldsRefused):
        planning.save_anggaran(planner, 2026, [replace(BUDGET[0], uraian=long)], 0)
    with pytest.raises(FieldsRefused):
        plan_lists.save_sasaran(planner, 2026, [(s.teks, s) for s in PLAN.semua_sasaran] + [(None, Sasaran(long))], 0)


@pytest.mark.parametrize(
    ("nama", "sebab"), [("Murni", SebabIsian.GANDA), (" ", SebabIsian.KOSONG), ("P" * 61, SebabIsian.TERLALU_PANJANG)]
)
def test_a_version_that_cannot_be_told_from_another_is_refused(planner: Context, nama: str, sebab: SebabIsian) -> None:
    with pytest.raises(FieldsRefused) as refused:
        planning.open_version(planner, 2026, nama, date(2026, 8, 1), 0)
    assert [one.sebab for one in refused.value.isian] == [sebab]


def test_a_changed_plan_takes_cards_and_new_indikator(planner: Context) -> None:
    planning.fix_plan(planner, 2026, 0)
    planning.save_version(planner, 2026, VersiRencana("perubahan", date(2026, 8, 1), ()), 1)
    changed = replace(INDIKATOR[2], definisi="Lebih jelas", target=target("1800", "500", "500", "400", "400"))
    planning.save_changed(planner, 2026, "perubahan", changed, 2)
    planning.save_changed(planner, 2026, "perubahan", NEW, 3)

    rencana = planning.load(planner).rencana
    assert planning.need(rencana, "1.3") == replace(INDIKATOR[2], definisi="Lebih jelas")
    assert rencana.target_pada("1.3", date(2026, 9, 30)).tahun == Decimal(1800)
    assert rencana.target_pada("9.1", date(2026, 6, 30)) == target(None)
    assert rencana.target_pada("9.1", date(2026, 9, 30)) == NEW.target
    with pytest.raises(NotFound):
        planning.save_changed(planner, 2026, "lain", NEW, 4)


def test_what_was_signed_changes_with_a_reason_that_is_kept(kantor: Kantor, planner: Context) -> None:
    renamed = replace(INDIKATOR[0], nama="Nama yang diperbaiki", satuan="orang")
    planning.save_indikator(planner, 2026, renamed, 0)
    planning.fix_plan(planner, 2026, 1)
    again = replace(renamed, satuan="dokumen", akumulasi=Akumulasi.AKUMULASI)
    for alasan in ("", "   singkat    "):
        with pytest.raises(PlanReasonNeeded) as needed:
            planning.save_indikator(planner, 2026, again, 2, alasan)
        assert needed.value.medan == ("satuan", "akumulasi")
    planning.save_version(planner, 2026, VersiRencana("perubahan", date(2026, 8, 1), ()), 2)
    with pytest.raises(PlanReasonNeeded):
        planning.save_changed(planner, 2026, "perubahan", again, 3)
    why = "Satuan salah ketik pada Perjanjian Kinerja."
    planning.save_changed(planner, 2026, "perubahan", again, 3, f" {why} ")
    assert planning.need(planning.load(planner).rencana, "1.1") == again
    with kantor.store.read() as unit:
        (newest,) = unit.journal.records(trail.Kind.PLAN.value, "2026", limit=1)
    assert newest.isi["alasan"] == why
    (told,) = planning.load(planner).alasan.items()
    assert told == ("1.1", f"Diubah 10 Juli 2026 oleh Rahma Teladan, S.E.: {why}")


def test_a_signed_sasaran_is_reworded_with_a_reason(planner: Context) -> None:
    planning.fix_plan(planner, 2026, 0)
    known = planning.load(planner).rencana.semua_sasaran
    same = [(s.teks, s) for s in known]
    added = [*same, (None, Sasaran("Sasaran tambahan"))]
    plan_lists.save_sasaran(planner, 2026, added, 1)
    other = [(known[0].teks, replace(known[0], teks="Kalimat lain")), *added[1:-1], (added[-1][1].teks, added[-1][1])]
    with pytest.raises(PlanReasonNeeded):
        plan_lists.save_sasaran(planner, 2026, other, 2)
    plan_lists.save_sasaran(planner, 2026, other, 2, "Salah ketik pada kalimat sasaran.")
    told = planning.load(planner)
    assert {i.kode for i in told.rencana.indikator if i.sasaran == "Kalimat lain"} == set(told.alasan)
    assert set(told.alasan.values()) == {
        "Diubah 10 Juli 2026 oleh Rahma Teladan, S.E.: Salah ketik pada kalimat sasaran."
    }
    assert "Kalimat lain" in {i.sasaran for i in planning.load(planner).rencana.indikator}


def test_others_look_and_only_the_planner_writes(kantor: Kantor) -> None:
    assert planning.load(kantor.kabid).tahun == 2026
    with pytest.raises(WrongRole):
        planning.fix_plan(kantor.kabid, 2026, 0)
