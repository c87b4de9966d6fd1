from decimal import Decimal

import pytest

from kinerja_desktop.domain.indikator import Faktor, Indikator, Komponen
from kinerja_desktop.domain.komponen import line_of, quotient, words_of


@pytest.mark.parametrize(
    ("faktor", "pembilang", "penyebut", "nilai"),
    [
        (Faktor.PERSEN, "81", "100", "81"),
        (Faktor.PERSEN, "2", "3", "66.666667"),
        (Faktor.PERSEN, "1", "8", "12.5"),
        (Faktor.RASIO, "7", "4", "1.75"),
        (Faktor.PERSEN, "0", "5", "0"),
        (Faktor.RASIO, "1", "3000000", "0"),
        (Faktor.PERSEN, "5", "0", None),
        (Faktor.PERSEN, "999999999999999", "0.000001", None),
        (Faktor.PERSEN, None, "5", None),
    ],
)
def test_a_quotient_is_exact_and_has_six_decimals_at_most(
    faktor: Faktor, pembilang: str | None, penyebut: str, nilai: str | None
) -> None:
    found = quotient(faktor, None if pembilang is None else Decimal(pembilang), Decimal(penyebut))
    assert (None if found is None else str(found)) == nilai


def test_the_line_can_be_typed_into_a_calculator() -> None:
    ratio = Komponen("Warga", "Petugas", Faktor.RASIO)
    assert line_of(ratio, Decimal(7000), Decimal(4)) == "Realisasi: 7.000 ÷ 4 = 1.750"
    assert line_of(ratio, Decimal(7), None) == "Realisasi: Warga ÷ Petugas", "what is to be counted"


def test_papers_write_the_result_with_the_decimals_of_their_table() -> None:
    parts = (Komponen("Tepat waktu", "Permohonan"), Decimal(471), Decimal(500))
    assert words_of(*parts, 2) == "Tepat waktu 471 ÷ Permohonan 500 × 100 = 94,20"
    assert words_of(*parts) == "Tepat waktu 471 ÷ Permohonan 500 × 100 = 94,2"


def test_a_plan_asks_for_raw_figures_only_where_both_are_named() -> None:
    assert Indikator("1", "x", komponen_pembilang="a").komponen is None
    assert Indikator("1", "x", komponen_pembilang="a", komponen_penyebut="b").komponen == Komponen("a", "b")
