"""Sasaran, earlier years and scales are kept whole, or refused with what is wrong."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from kinerja_desktop.domain.errors import FieldsRefused, SebabIsian
from kinerja_desktop.domain.indikator import NilaiSkala, Riwayat, Sasaran
from kinerja_desktop.services import plan_lists, planning
from kinerja_desktop.services.context import Context
from tests.office import RAHMA, Kantor

D = Decimal


@pytest.fixture
def planner(kantor: Kantor) -> Context:
    return kantor.ctx(RAHMA)


def shown(planner: Context) -> list[tuple[str | None, Sasaran]]:
    return [(s.teks, s) for s in planning.load(planner).rencana.semua_sasaran]


def test_a_sasaran_is_reworded_on_its_indikator_too(planner: Context) -> None:
    rows = shown(planner)
    old = rows[0][1].teks
    rows[0] = (old, Sasaran("Layanan makin cepat", "Warga terlayani"))
    rows.append((None, Sasaran("Sasaran baru")))
    plan_lists.save_sasaran(planner, 2026, rows, 0)

    rencana = planning.load(planner).rencana
    assert rencana.sasaran[0] == Sasaran("Layanan makin cepat", "Warga terlayani")
    assert {i.sasaran for i in rencana.indikator[:4]} == {"Layanan makin cepat"}
    assert rencana.semua_sasaran[-1] == Sasaran("Sasaran baru")


def test_a_sasaran_that_is_measured_is_not_taken_out(planner: Context) -> None:
    with pytest.raises(FieldsRefused) as refused:
        plan_lists.save_sasaran(planner, 2026, shown(planner)[1:], 0)
    assert [one.sebab for one in refused.value.isian] == [SebabIsian.MASIH_DIPAKAI]


@pytest.mark.parametrize(
    ("rows", "sebab"),
    [
        ([Riwayat("9.9", 2025, D(1), D(1))], SebabIsian.TIDAK_ADA),
        ([Riwayat("1.1", 2026, D(1), D(1))], SebabIsian.LUAR_BATAS),
        ([Riwayat("1.1", 2025, D(1), D(1)), Riwayat("1.1", 2025, D(2), D(2))], SebabIsian.GANDA),
    ],
)
def test_earlier_years_that_cannot_be_are_refused(planner: Context, rows: Sequence[Riwayat], sebab: SebabIsian) -> None:
    with pytest.raises(FieldsRefused) as refused:
        plan_lists.save_riwayat(planner, 2026, rows, 0)
    assert [one.sebab for one in refused.value.isian] == [sebab]


def test_scales_are_kept_and_a_predicate_stands_once(planner: Context) -> None:
    rows = [NilaiSkala("predikat", "A", D(85)), NilaiSkala("predikat", "BB", D("75.5"))]
    plan_lists.save_skala(planner, 2026, rows, 0)
    assert planning.load(planner).rencana.skala == tuple(rows)
    with pytest.raises(FieldsRefused):
        plan_lists.save_skala(planner, 2026, [*rows, NilaiSkala("Predikat ", "a", D(1))], 1)
