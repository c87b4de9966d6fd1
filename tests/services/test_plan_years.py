"""A new year begins with the one before: what is taken over, what stays behind, and last year's results."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kinerja_desktop.domain.errors import NotFound, PlanFixed
from kinerja_desktop.domain.indikator import VersiRencana
from kinerja_desktop.domain.salin_rencana import Butir
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import integrity, plan_closing, plan_years, planning
from kinerja_desktop.services.compose.bahan import read_bahan
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.plan_closing import Penutupan
from tests.office import BUDGET, INDIKATOR, RAHMA, TW1, TW2, TW3, TW4, Kantor, target

KEPT = "uraian, seksi, dan indikatornya; pagu dikosongkan"
WHY = "Ukuran ini tidak lagi dipakai pemerintah daerah."


@pytest.fixture
def planner(kantor: Kantor) -> Context:
    return kantor.ctx(RAHMA)


def told_of_plans(kantor: Kantor) -> list[str]:
    """What the integrity check finds in plans; the rest of this office was never recorded."""
    return [told for told in integrity.examine(kantor.office).temuan if told.startswith("Rencana")]


def test_a_year_begins_with_the_plan_of_the_one_before(kantor: Kantor, planner: Context) -> None:
    ended = replace(INDIKATOR[0], target_renstra=Decimal(98), tahun_renstra=2026, definisi="Tepat waktu")
    planning.save_indikator(planner, 2026, ended, 0)
    plan_closing.close(planner, 2026, Penutupan("4.1", date(2026, 9, 1), WHY), 1)
    plan_years.begin_year(planner, 2027, tanpa={"1.4"})

    view = planning.load(planner, 2027)
    assert [i.kode for i in view.rencana.indikator] == ["1.1", "1.2", "1.3", "2.1", "2.2", "3.1"]
    assert all(i.target == target(None) for i in view.rencana.indikator)
    first = view.rencana.indikator[0]
    assert (first.definisi, first.target_renstra, first.tahun_renstra) == ("Tepat waktu", None, None)
    assert view.anggaran == (replace(BUDGET[0], pagu=None, realisasi=(None,) * 4),)
    assert view.ditetapkan is None
    assert told_of_plans(kantor) == []
    assert planning.years(planner) == (2026, 2027)
    with pytest.raises(PlanFixed):
        plan_years.begin_year(planner, 2027)
    with pytest.raises(NotFound):
        plan_years.begin_year(planner, 2020)


def test_a_year_that_was_never_worked_on_can_be_carried_on(kantor: Kantor, planner: Context) -> None:
    """An office brings in its earlier years as workbooks; nobody fills calendars for them."""
    for tahun in (2019, 2020):
        planning.save_indikator(planner, tahun, replace(INDIKATOR[0], seksi=None), 0)
    assert plan_years.take_over(planner, 2020) == frozenset()
    plan_years.begin_year(planner, 2021)
    assert [i.kode for i in planning.load(planner, 2021).rencana.indikator] == [INDIKATOR[0].kode]
    with kantor.store.read() as unit:
        assert {2019, 2020, 2021, 2022} <= set(unit.calendar.years())
        assert read_bahan(unit, planner, Triwulan(2019, 4)).mulai.year == 2020


def test_the_offer_says_what_stays_behind_and_why(planner: Context) -> None:
    plan_closing.close(planner, 2026, Penutupan("4.1", date(2026, 9, 1), WHY), 0)
    planning.save_version(planner, 2026, VersiRencana("perubahan", date(2026, 8, 1), ()), 1)
    offer = plan_years.offer(planner, 2027, {"1.4"})

    assert (offer.tahun, offer.dari) == (2027, 2026)
    behind = {b.nama: b.keterangan for b in offer.butir if not b.disalin}
    assert behind["1.4 Pengaduan belum selesai"] == "tidak dipilih"
    assert behind["4.1 Jumlah patroli"] == f"tidak dipakai sejak 1 September 2026: {WHY}"
    assert behind["perubahan, mulai 1 Agustus 2026"] == "hanya berlaku untuk 2026"
    assert {"pagu dan realisasi 2026", "angka, bukti, catatan 2026", "tahun dan triwulan 2026"} <= set(behind)
    assert Butir("Susunan anggaran", "1 baris", disalin=True, keterangan=KEPT) in offer.butir
    assert planning.years(planner) == (2026,)


def test_results_of_the_year_become_riwayat_of_the_next(kantor: Kantor, planner: Context) -> None:
    plan_years.begin_year(planner, 2027)
    assert planning.load(planner, 2027).rencana.riwayat == ()
    for month, quarter in ((4, TW1), (7, TW2), (10, TW3)):
        kantor.at(month, 15, 8)
        kantor.play("PEM", quarter)
    kantor.at(1, 15, 8, tahun=2027)
    kantor.play("PEM", TW4)
    plan_years.take_over(kantor.ctx(RAHMA), 2027)

    found = planning.load(planner, 2027).rencana.riwayat
    assert [(r.kode, r.tahun, r.target) for r in found] == [("3.1", 2026, Decimal(80))]
    assert found[0].realisasi == Decimal(78)
    before = planning.load(planner, 2027).versi
    plan_years.take_over(kantor.ctx(RAHMA), 2027)
    assert planning.load(planner, 2027).versi == before


def test_a_year_without_a_next_plan_is_left_alone(planner: Context) -> None:
    assert plan_years.take_over(planner, 2027) == frozenset()
