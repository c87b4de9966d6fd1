"""One target, one realisasi: formulas, zero and missing, floor, rounding."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.alasan import Sebab
from kinerja_desktop.domain.aturan import ATURAN_BAKU, Aturan
from kinerja_desktop.domain.indikator import Rumus
from kinerja_desktop.domain.rumus import Besaran, Capaian, Cara, measure_pair, to_decimal

D = Decimal


def measured(rumus: Rumus, target: str | None, realisasi: str | None, aturan: Aturan = ATURAN_BAKU) -> Capaian:
    pair = [None if figure is None else D(figure) for figure in (target, realisasi)]
    return measure_pair(rumus, pair[0], pair[1], aturan)


@pytest.mark.parametrize(
    ("rumus", "target", "realisasi", "nilai"),
    [
        (Rumus.P1, "90.62", "94.04", "103.77"),
        (Rumus.P1, "75.5", "83.00", "109.93"),
        (Rumus.P1, "98.5", "92.54", "93.95"),
        (Rumus.P1, "90", "92", "102.22"),
        (Rumus.P1, "80", "70", "87.50"),
        (Rumus.P1, "500", "812", "162.40"),
        (Rumus.P1, "100", "0", "0.00"),
        (Rumus.P1, "100", "-5", "0.00"),
        (Rumus.N1, "7", "6.5", "107.14"),
        (Rumus.N1, "8", "9", "87.50"),
        (Rumus.N1, "10", "8", "120.00"),
        (Rumus.N1, "10", "10", "100.00"),
        (Rumus.N1, "10", "12", "80.00"),
        (Rumus.N1, "10", "20", "0.00"),
        (Rumus.N1, "10", "25", "0.00"),
        (Rumus.N1, "10", "0", "200.00"),
        (Rumus.N1, "95", "162.1", "29.37"),
        (Rumus.N1, "4", "5", "75.00"),
        (Rumus.N1, "0", "0", "100.00"),
        (Rumus.N1, "0", "3", "0.00"),
        (Rumus.N2, "10", "8", "125.00"),
        (Rumus.N2, "10", "10", "100.00"),
        (Rumus.N2, "10", "12", "83.33"),
        (Rumus.N2, "10", "20", "50.00"),
        (Rumus.N2, "10", "25", "40.00"),
        (Rumus.N2, "10", "0", "100.00"),
        (Rumus.N2, "0", "0", "100.00"),
        (Rumus.N2, "0", "3", "0.00"),
    ],
)
def test_formulas_give_what_a_hand_calculator_gives(rumus: Rumus, target: str, realisasi: str, nilai: str) -> None:
    capaian = measured(rumus, target, realisasi)

    assert str(capaian.nilai) == nilai
    assert capaian.lengkap
    assert capaian.alasan is None


@pytest.mark.parametrize(
    ("rumus", "target", "realisasi", "sebab"),
    [
        (Rumus.P1, None, "5", Sebab.TANPA_TARGET_TAHUN),
        (Rumus.P1, None, None, Sebab.TANPA_TARGET_TAHUN),
        (Rumus.P1, "5", None, Sebab.TANPA_REALISASI),
        (Rumus.P1, "0", "5", Sebab.TARGET_NOL),
        (Rumus.P1, "0", "0", Sebab.TARGET_NOL),
        (Rumus.N1, "0", "-1", Sebab.TARGET_NOL),
        (Rumus.N2, "-1", "0", Sebab.REALISASI_NOL),
    ],
)
def test_a_figure_that_cannot_be_worked_out_says_why(
    rumus: Rumus, target: str | None, realisasi: str | None, sebab: Sebab
) -> None:
    capaian = measured(rumus, target, realisasi)

    assert capaian.nilai is None
    assert capaian.kategori is None
    assert not capaian.lengkap
    assert capaian.alasan is not None
    assert capaian.alasan.sebab is sebab


def test_the_floor_is_an_option() -> None:
    assert measured(Rumus.N1, "10", "25", Aturan(batas_bawah=D(-100))).nilai == D("-50.00")


def test_halves_are_rounded_away_from_zero() -> None:
    assert measured(Rumus.P1, "200", "100.01").nilai == D("50.01")
    assert measured(Rumus.P1, "800", "1.00").nilai == D("0.13")


def test_figures_at_the_limits_lose_no_digit() -> None:
    huge, tiny = "999999999999999.999999", "0.000001"

    assert measured(Rumus.P1, huge, huge).nilai == D("100.00")
    assert str(measured(Rumus.P1, tiny, huge).nilai) == "99999999999999999999900.00"
    assert str(Besaran((D(huge),) * 4, Cara.JUMLAH).nilai) == "3999999999999999.999996"


def test_a_mean_of_thirds_is_measured_before_it_is_rounded() -> None:
    thirds = Besaran((D(1), D(1), D(0)), Cara.RATA_RATA)

    assert thirds.exact == Fraction(2, 3)
    assert str(thirds.nilai) == "0.666667"
    assert str(Besaran((D("80.50"), D(81)), Cara.RATA_RATA).nilai) == "80.75"


def test_reaching_a_target_is_judged_by_unrounded_figures() -> None:
    just_below = measured(Rumus.P1, "100000", "99999.9")

    assert just_below.nilai == D("100.00")
    assert not just_below.tercapai
    assert measured(Rumus.N1, "4", "4").tercapai
    assert not measured(Rumus.N1, "4", "5").tercapai
    assert not measured(Rumus.P1, "4", None).tercapai


figures = st.decimals(min_value=D("0.000001"), max_value=D("999999999999999"), places=6)


@given(figures)
def test_meeting_the_target_exactly_is_100_by_every_formula(figure: D) -> None:
    assert {measure_pair(rumus, figure, figure, ATURAN_BAKU).nilai for rumus in Rumus} == {D("100.00")}


@given(figures, figures)
def test_n1_mirrors_p1_around_100(target: D, realisasi: D) -> None:
    wide = Aturan(batas_bawah=D("-1e40"))
    high, low = (measure_pair(rumus, target, realisasi, wide).nilai for rumus in (Rumus.P1, Rumus.N1))

    assert high is not None
    assert low is not None
    assert abs(Fraction(high) + Fraction(low) - 200) <= Fraction(1, 100)


@given(figures, figures)
def test_n2_is_p1_with_the_pair_turned_round(target: D, realisasi: D) -> None:
    assert measure_pair(Rumus.N2, target, realisasi, ATURAN_BAKU).nilai == (
        measure_pair(Rumus.P1, realisasi, target, ATURAN_BAKU).nilai
    )


@given(figures, figures, figures)
def test_more_never_lowers_p1_and_never_raises_n1_or_n2(target: D, one: D, other: D) -> None:
    low, high = sorted((one, other))

    def nilai(rumus: Rumus, realisasi: D) -> D:
        found = measure_pair(rumus, target, realisasi, ATURAN_BAKU).nilai
        assert found is not None
        return found

    assert nilai(Rumus.P1, low) <= nilai(Rumus.P1, high)
    assert nilai(Rumus.N1, low) >= nilai(Rumus.N1, high) >= 0
    assert nilai(Rumus.N2, low) >= nilai(Rumus.N2, high)


@given(st.integers(-(10**9), 10**9))
def test_rounding_agrees_with_half_up_of_decimals(thousandths: int) -> None:
    exact = D(thousandths).scaleb(-3)

    assert to_decimal(Fraction(exact), 2) == exact.quantize(D("0.01"), ROUND_HALF_UP)


def test_a_zero_target_counts_as_a_target_only_where_a_formula_can_use_it() -> None:
    assert measured(Rumus.P1, "5", None).bertarget
    assert measured(Rumus.N1, "0", "0").bertarget
    assert not measured(Rumus.P1, "0", "5").bertarget
    assert not measured(Rumus.P1, None, "5").bertarget
