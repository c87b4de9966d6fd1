"""An indikator is closed, never deleted, and another one may take over from it with its years."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kinerja_desktop.domain.errors import FieldsRefused, IndikatorInUse, NotFound, Pemakaian, PlanFixed, SebabIsian
from kinerja_desktop.domain.indikator import Riwayat
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services import assignment, integrity, plan_closing, plan_lists, plan_years, planning
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.plan_closing import Penutupan
from tests.office import INDIKATOR, RAHMA, TW2, Kantor, target

WHY = "Ukuran ini tidak lagi dipakai pemerintah daerah."
D = Decimal


@pytest.fixture
def planner(kantor: Kantor) -> Context:
    return kantor.ctx(RAHMA)


def told_of_plans(kantor: Kantor) -> list[str]:
    """What the integrity check finds in plans; the rest of this office was never recorded."""
    return [told for told in integrity.examine(kantor.office).temuan if told.startswith("Rencana")]


def close(planner: Context, kode: str, sejak: date, tahun: int = 2026) -> None:
    seen = planning.load(planner, tahun).versi
    plan_closing.close(planner, tahun, Penutupan(kode, sejak, WHY), seen)


def test_a_closed_indikator_stays_and_is_not_asked_for_any_more(kantor: Kantor, planner: Context) -> None:
    close(planner, "3.1", date(2026, 5, 1))

    closed = planning.need(planning.load(planner).rencana, "3.1")
    assert (closed.tidak_dipakai_sejak, closed.alasan_tidak_dipakai) == (date(2026, 5, 1), WHY)
    assert [line.seksi.kode for line in assignment.load(kantor.kabid, TW2).baris] == ["PEL", "TRA"]
    assert told_of_plans(kantor) == []


@pytest.mark.parametrize(
    ("sejak", "alasan", "kunci"),
    [
        (date(2025, 12, 31), WHY, "sejak"),
        (date(2027, 1, 2), WHY, "sejak"),
        (date(2026, 9, 1), "terlalu pendek", "alasan"),
    ],
)
def test_a_closing_that_cannot_be_is_refused(planner: Context, sejak: date, alasan: str, kunci: str) -> None:
    with pytest.raises(FieldsRefused) as refused:
        plan_closing.close(planner, 2026, Penutupan("3.1", sejak, alasan), 0)
    assert [one.kunci for one in refused.value.isian] == [kunci]


def test_a_closing_spares_the_triwulan_that_have_figures(kantor: Kantor, planner: Context) -> None:
    kantor.play("PEM", until=Action.SUBMIT_BAHAN)
    with pytest.raises(FieldsRefused):
        close(planner, "3.1", date(2026, 6, 30))
    close(planner, "3.1", date(2026, 7, 1))


def test_a_fixed_plan_closes_too_and_a_closing_is_taken_back(planner: Context) -> None:
    planning.fix_plan(planner, 2026, 0)
    close(planner, "3.1", date(2027, 1, 1))
    plan_closing.reopen(planner, 2026, "3.1", planning.load(planner).versi)
    assert planning.need(planning.load(planner).rencana, "3.1") == INDIKATOR[6]


@pytest.mark.parametrize("seen_from", [2026, 2027])
def test_from_new_year_on_it_leaves_the_new_plan_and_is_marked_in_the_old(
    kantor: Kantor, planner: Context, seen_from: int
) -> None:
    plan_years.begin_year(planner, 2027)
    close(planner, "3.1", date(2027, 1, 1), seen_from)

    assert planning.find(planning.load(planner, 2027).rencana, "3.1") is None
    assert planning.need(planning.load(planner, 2026).rencana, "3.1").tidak_dipakai_sejak == date(2027, 1, 1)
    assert [i.kode for i in planning.load(planner, 2027).berakhir] == ["3.1"]
    assert told_of_plans(kantor) == []


def test_what_an_earlier_plan_promised_is_ended_and_not_removed(planner: Context) -> None:
    plan_years.begin_year(planner, 2027)
    seen = planning.load(planner, 2027).versi
    with pytest.raises(IndikatorInUse):
        planning.remove_indikator(planner, 2027, "3.1", seen)
    planning.save_indikator(planner, 2027, replace(INDIKATOR[6], kode="9.9", nama="Baru tahun ini"), seen)
    planning.remove_indikator(planner, 2027, "9.9", seen + 1)
    assert planning.find(planning.load(planner, 2027).rencana, "3.1") is not None


def test_what_the_next_plan_names_as_replaced_is_not_removed(planner: Context) -> None:
    plan_years.begin_year(planner, 2027, tanpa={"3.1"})
    new = replace(INDIKATOR[6], kode="3.2", nama="Desa yang tertib", menggantikan="3.1")
    planning.save_indikator(planner, 2027, new, planning.load(planner, 2027).versi)
    with pytest.raises(FieldsRefused):
        planning.remove_indikator(planner, 2026, "3.1", 0)


def test_a_closing_spares_the_triwulan_that_somebody_has_typed_in(kantor: Kantor, planner: Context) -> None:
    kantor.play("PEM", until=Action.ORDER)
    close(planner, "3.1", date(2026, 6, 30))
    plan_closing.reopen(planner, 2026, "3.1", planning.load(planner).versi)
    kantor.fill("PEM")
    with pytest.raises(FieldsRefused) as refused:
        close(planner, "3.1", date(2026, 6, 30))
    assert [one.sebab for one in refused.value.isian] == [SebabIsian.BERANGKA]


def test_what_the_new_year_has_asked_for_does_not_leave_its_plan(kantor: Kantor, planner: Context) -> None:
    plan_years.begin_year(planner, 2027)
    kantor.at(4, 12, 8, tahun=2027)
    kantor.play("PEM", Triwulan(2027, 1), until=Action.ASSIGN)
    with pytest.raises(IndikatorInUse) as refused:
        close(kantor.ctx(RAHMA), "3.1", date(2027, 1, 1), 2027)
    assert refused.value.pakai is Pemakaian.DISPOSISI
    close(kantor.ctx(RAHMA), "3.1", date(2027, 7, 1), 2027)


def test_a_fixed_new_plan_is_not_changed_by_a_closing(planner: Context) -> None:
    plan_years.begin_year(planner, 2027)
    for row in planning.load(planner, 2027).rencana.indikator:
        seen = planning.load(planner, 2027).versi
        planning.save_indikator(planner, 2027, replace(row, target=target("4", "1", "1", "1", "4")), seen)
    rows = planning.load(planner, 2027)
    for wrong in [t for t in rows.temuan if t.berat.name == "SALAH"]:
        found = planning.need(planning.load(planner, 2027).rencana, str(wrong.kode))
        four = target("4", "1", "1", "1", "1")
        planning.save_indikator(planner, 2027, replace(found, target=four), planning.load(planner, 2027).versi)
    planning.fix_plan(planner, 2027, planning.load(planner, 2027).versi)
    with pytest.raises(PlanFixed):
        close(planner, "3.1", date(2027, 1, 1), 2027)


def test_what_has_no_year_before_is_not_closed_from_its_first_day_on(planner: Context) -> None:
    with pytest.raises(NotFound):
        close(planner, "3.1", date(2026, 1, 1))


# --- lineage -------------------------------------------------------------------------------------


def test_the_successor_brings_the_years_of_the_old_one(kantor: Kantor, planner: Context) -> None:
    years = [Riwayat("3.1", 2024, D(70), D(71)), Riwayat("3.1", 2025, D(75), D(76))]
    plan_lists.save_riwayat(planner, 2026, years, 0)
    plan_years.begin_year(planner, 2027)
    close(planner, "3.1", date(2027, 1, 1), 2027)
    new = replace(INDIKATOR[6], kode="3.2", nama="Desa yang tertib", menggantikan="3.1")
    planning.save_indikator(planner, 2027, new, planning.load(planner, 2027).versi)

    assert planning.load(planner, 2027).rencana.riwayat == (
        Riwayat("3.2", 2024, D(70), D(71), indikator_lama="3.1"),
        Riwayat("3.2", 2025, D(75), D(76), indikator_lama="3.1"),
    )
    with pytest.raises(FieldsRefused):
        plan_closing.reopen(planner, 2026, "3.1", planning.load(planner, 2026).versi)
    assert told_of_plans(kantor) == []

    planning.save_indikator(planner, 2027, replace(new, menggantikan=None), planning.load(planner, 2027).versi)
    assert planning.load(planner, 2027).rencana.riwayat == ()


def test_nothing_takes_over_from_what_was_never_planned(planner: Context) -> None:
    new = replace(INDIKATOR[6], kode="3.2", menggantikan="9.9")
    with pytest.raises(FieldsRefused) as refused:
        planning.save_indikator(planner, 2026, new, 0)
    assert [one.kunci for one in refused.value.isian] == ["menggantikan"]


def test_two_do_not_take_over_from_each_other(planner: Context) -> None:
    planning.save_indikator(planner, 2026, replace(INDIKATOR[6], kode="3.2", menggantikan="3.1"), 0)
    planning.save_indikator(planner, 2026, replace(INDIKATOR[6], kode="3.3", menggantikan="3.2"), 1)
    with pytest.raises(FieldsRefused) as refused:
        planning.save_indikator(planner, 2026, replace(INDIKATOR[6], menggantikan="3.3"), 2)
    assert [one.kunci for one in refused.value.isian] == ["menggantikan"]


def test_a_lost_predecessor_is_found(kantor: Kantor, planner: Context) -> None:
    new = replace(INDIKATOR[6], kode="3.2", menggantikan="3.1")
    planning.save_indikator(planner, 2026, new, 0)
    with kantor.store.unit() as unit:
        plan = planning.without_row(planning.rencana_of(unit, 2026), "3.1")
        planning.put_plan(unit, planner.actor, planner.now(), plan, unit.planning.anggaran(2026), isi={})
        unit.commit()
    assert told_of_plans(kantor) == [
        "Rencana 2026: indikator 3.2 menggantikan 3.1, yang tidak ada pada rencana mana pun."
    ]
