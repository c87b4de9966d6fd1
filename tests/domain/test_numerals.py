"""Reading and writing figures in Indonesian form."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.errors import AngkaSalah, SebabAngka
from kinerja_desktop.domain.numerals import (
    CaraBaca,
    angka_kata,
    bulatkan,
    check_limits,
    format_angka,
    format_persen,
    format_rupiah,
    read_angka,
    roman,
    terbilang,
    without_rupiah,
)

figures = st.builds(
    lambda whole, places, sign: Decimal(whole).scaleb(-places) * (-1 if sign and whole else 1),
    st.integers(0, 10**15 - 1),
    st.integers(0, 6),
    st.booleans(),
)


@pytest.mark.parametrize(
    ("teks", "nilai", "dibaca"),
    [
        ("0", "0", "0"),
        ("82", "82", "82"),
        ("82,5", "82.5", "82,5"),
        ("82,50", "82.50", "82,50"),
        ("1.234,5", "1234.5", "1.234,5"),
        ("1.234.567,89", "1234567.89", "1.234.567,89"),
        ("1234567,5", "1234567.5", "1.234.567,5"),
        ("1.234.567", "1234567", "1.234.567"),
        ("93,75%", "93.75", "93,75"),
        ("93,75 %", "93.75", "93,75"),
        ("  7 ", "7", "7"),
        ("\N{NO-BREAK SPACE}7\N{NO-BREAK SPACE}", "7", "7"),
        ("-5", "-5", "−5"),
        ("−5,25", "-5.25", "−5,25"),
        ("–5", "-5", "−5"),
        ("- 5", "-5", "−5"),
        ("+5", "5", "5"),
        ("-0", "0", "0"),
        ("-0,00", "0.00", "0,00"),
        ("007", "7", "7"),
        ("0,000001", "0.000001", "0,000001"),
        ("999999999999999", "999999999999999", "999.999.999.999.999"),
    ],
)
def test_reads_a_clear_figure(teks: str, nilai: str, dibaca: str) -> None:
    terbaca = read_angka(teks)
    assert str(terbaca.nilai) == nilai
    assert terbaca.dibaca == dibaca
    assert not terbaca.ambigu
    assert not terbaca.peringatan


@pytest.mark.parametrize("teks", ["", "   ", "-", "−", "–", "—", "n/a", "N/A", " n/A "])
def test_reads_no_value_which_is_not_zero(teks: str) -> None:
    assert read_angka(teks).nilai is None
    assert read_angka("0").nilai == 0


@pytest.mark.parametrize(
    ("teks", "nilai", "cara", "dibaca"),
    [
        ("1.234", "1234", CaraBaca.TITIK_RIBUAN, "1.234"),
        ("-1.234", "-1234", CaraBaca.TITIK_RIBUAN, "−1.234"),
        ("100.000", "100000", CaraBaca.TITIK_RIBUAN, "100.000"),
        ("1234.567", "1234567", CaraBaca.RIBUAN_JANGGAL, "1.234.567"),
        ("1234.567,5", "1234567.5", CaraBaca.RIBUAN_JANGGAL, "1.234.567,5"),
        ("1234.567.890", "1234567890", CaraBaca.RIBUAN_JANGGAL, "1.234.567.890"),
        ("12.5", "12.5", CaraBaca.TITIK_DESIMAL, "12,5"),
        ("82.50", "82.50", CaraBaca.TITIK_DESIMAL, "82,50"),
        ("0.123", "0.123", CaraBaca.TITIK_DESIMAL, "0,123"),
        ("-0.123", "-0.123", CaraBaca.TITIK_DESIMAL, "−0,123"),
        ("1234.5678", "1234.5678", CaraBaca.TITIK_DESIMAL, "1.234,5678"),
        ("12.5%", "12.5", CaraBaca.TITIK_DESIMAL, "12,5"),
    ],
)
def test_echoes_what_could_be_read_otherwise(teks: str, nilai: str, cara: CaraBaca, dibaca: str) -> None:
    terbaca = read_angka(teks)
    assert (str(terbaca.nilai), terbaca.cara, terbaca.dibaca) == (nilai, cara, dibaca)
    assert terbaca.ambigu
    assert terbaca.peringatan == (cara is not CaraBaca.TITIK_RIBUAN)


@pytest.mark.parametrize(
    ("teks", "sebab"),
    [
        ("80 persen", SebabAngka.ADA_HURUF),
        ("Rp5.000", SebabAngka.ADA_HURUF),
        ("1e5", SebabAngka.ADA_HURUF),
        ("NaN", SebabAngka.ADA_HURUF),
        ("Infinity", SebabAngka.ADA_HURUF),
        ("B", SebabAngka.ADA_HURUF),
        ("1,234.5", SebabAngka.KOMA_SEBELUM_TITIK),
        ("1,234,567.89", SebabAngka.KOMA_SEBELUM_TITIK),
        ("1.23,5", SebabAngka.TITIK_TIDAK_TERATUR),
        ("0.123,5", SebabAngka.TITIK_TIDAK_TERATUR),
        ("0.123.456", SebabAngka.TITIK_TIDAK_TERATUR),
        ("1.2.3", SebabAngka.TITIK_TIDAK_TERATUR),
        ("13.07.2026", SebabAngka.TITIK_TIDAK_TERATUR),
        ("1,2,3", SebabAngka.BUKAN_ANGKA),
        (",5", SebabAngka.BUKAN_ANGKA),
        ("5,", SebabAngka.BUKAN_ANGKA),
        (".5", SebabAngka.BUKAN_ANGKA),
        ("5.", SebabAngka.BUKAN_ANGKA),
        ("1 234", SebabAngka.BUKAN_ANGKA),
        ("--5", SebabAngka.BUKAN_ANGKA),
        ("5-", SebabAngka.BUKAN_ANGKA),
        ("5%%", SebabAngka.BUKAN_ANGKA),
        ("%", SebabAngka.BUKAN_ANGKA),
        ("(5)", SebabAngka.BUKAN_ANGKA),
        ("\N{ARABIC-INDIC DIGIT FIVE}", SebabAngka.BUKAN_ANGKA),
        ("1/2", SebabAngka.BUKAN_ANGKA),
        ("1000000000000000", SebabAngka.TERLALU_BESAR),
        ("9" * 5000, SebabAngka.TERLALU_BESAR),
        ("0,1234567", SebabAngka.TERLALU_RINCI),
        ("0,0000000", SebabAngka.TERLALU_RINCI),
    ],
)
def test_refuses_what_is_no_figure(teks: str, sebab: SebabAngka) -> None:
    with pytest.raises(AngkaSalah) as refused:
        read_angka(teks)
    assert refused.value.sebab is sebab
    assert refused.value.teks == teks


@pytest.mark.parametrize(
    ("nilai", "sebab"),
    [
        (Decimal("NaN"), SebabAngka.BUKAN_ANGKA),
        (Decimal("-Infinity"), SebabAngka.BUKAN_ANGKA),
        (Decimal("1E+15"), SebabAngka.TERLALU_BESAR),
        (Decimal("1E-7"), SebabAngka.TERLALU_RINCI),
    ],
)
def test_limits_hold_for_numbers_too(nilai: Decimal, sebab: SebabAngka) -> None:
    with pytest.raises(AngkaSalah) as refused:
        check_limits(nilai, "sel")
    assert refused.value.sebab is sebab


@given(figures)
def test_what_is_written_reads_back_to_the_same_digits(nilai: Decimal) -> None:
    assert str(read_angka(format_angka(nilai)).nilai) == f"{nilai:f}"


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(teks: str) -> None:
    try:
        nilai = read_angka(teks).nilai
    except AngkaSalah:
        return
    assert nilai is None or nilai.is_finite()


@pytest.mark.parametrize(
    ("nilai", "desimal", "hasil"),
    [
        ("93.674", 2, "93.67"),
        ("93.675", 2, "93.68"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("0.125", 2, "0.13"),
        ("-0.125", 2, "-0.13"),
        ("-0.001", 2, "0.00"),
        ("7", 2, "7.00"),
        ("1E+30", 2, "1000000000000000000000000000000.00"),
    ],
)
def test_rounds_half_away_from_zero(nilai: str, desimal: int, hasil: str) -> None:
    assert str(bulatkan(Decimal(nilai), desimal)) == hasil


@pytest.mark.parametrize(
    ("nilai", "desimal", "tulisan"),
    [
        ("0", None, "0"),
        ("-0.0", None, "0,0"),
        ("999", None, "999"),
        ("1000", None, "1.000"),
        ("1E+6", None, "1.000.000"),
        ("-1234.50", None, "−1.234,50"),
        ("1234.5", 2, "1.234,50"),
        ("93.675", 2, "93,68"),
        ("-0.004", 2, "0,00"),
        ("12.5", 0, "13"),
    ],
)
def test_writes_with_comma_and_dots(nilai: str, desimal: int | None, tulisan: str) -> None:
    assert format_angka(Decimal(nilai), desimal) == tulisan


def test_writes_percent_and_money_for_running_text() -> None:
    assert format_persen(Decimal("93.745")) == "93,75%"
    assert format_rupiah(Decimal(1234567)) == "Rp1.234.567"
    assert format_rupiah(Decimal("1234567.5"), 2) == "Rp1.234.567,50"
    assert format_rupiah(Decimal(-2500)) == "−Rp2.500"


@pytest.mark.parametrize(
    ("n", "kata"),
    [
        (0, "0"),
        (1, "satu"),
        (9, "sembilan"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "12"),
        (20, "20"),
        (100, "seratus"),
        (101, "101"),
        (1250, "1.250"),
    ],
)
def test_counters_stand_in_words_where_that_is_one_word(n: int, kata: str) -> None:
    assert terbilang(n) == kata


@pytest.mark.parametrize(
    ("nilai", "kata"),
    [
        ("0", "nol"),
        ("1", "satu"),
        ("10", "sepuluh"),
        ("11", "sebelas"),
        ("12", "dua belas"),
        ("20", "dua puluh"),
        ("21", "dua puluh satu"),
        ("100", "seratus"),
        ("111", "seratus sebelas"),
        ("999", "sembilan ratus sembilan puluh sembilan"),
        ("1000", "seribu"),
        ("1234", "seribu dua ratus tiga puluh empat"),
        ("11000", "sebelas ribu"),
        ("101001", "seratus satu ribu satu"),
        ("1000000", "satu juta"),
        ("1001000", "satu juta seribu"),
        ("2000000001", "dua miliar satu"),
        ("5000000000000", "lima triliun"),
        ("82.50", "delapan puluh dua koma lima nol"),
        ("-0.05", "minus nol koma nol lima"),
    ],
)
def test_spells_a_figure_out(nilai: str, kata: str) -> None:
    assert angka_kata(Decimal(nilai)) == kata


@given(figures)
def test_every_figure_that_may_be_typed_can_be_spelled(nilai: Decimal) -> None:
    kata = angka_kata(nilai)
    assert kata == " ".join(kata.split())


@pytest.mark.parametrize(("n", "tulisan"), [(1, "I"), (2, "II"), (4, "IV"), (9, "IX"), (14, "XIV"), (2026, "MMXXVI")])
def test_writes_roman_numerals(n: int, tulisan: str) -> None:
    assert roman(n) == tulisan


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_roman_numerals_end_where_they_end(n: int) -> None:
    with pytest.raises(ValueError, match=str(n)):
        roman(n)


@pytest.mark.parametrize(
    ("teks", "figure"),
    [
        ("Rp1.500.000", "1.500.000"),
        (" rp. 1.500.000,00 ", "1.500.000,00"),
        ("Rp 1.500,-", "1.500"),
        ("Rp-5.000", "-5.000"),
        ("1.500.000", "1.500.000"),
        ("Rp", "Rp"),
        ("Rp 5 juta", "Rp 5 juta"),
    ],
)
def test_a_sum_of_money_is_freed_from_its_signs(teks: str, figure: str) -> None:
    assert without_rupiah(teks) == figure
