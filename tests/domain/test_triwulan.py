"""Quarters: days, order, names."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.errors import TriwulanSalah
from kinerja_desktop.domain.triwulan import Triwulan

quarters = st.builds(Triwulan, st.integers(1990, 2100), st.integers(1, 4))


@pytest.mark.parametrize(
    ("nomor", "first", "last"),
    [
        (1, date(2026, 1, 1), date(2026, 3, 31)),
        (2, date(2026, 4, 1), date(2026, 6, 30)),
        (3, date(2026, 7, 1), date(2026, 9, 30)),
        (4, date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_first_and_last_day(nomor: int, first: date, last: date) -> None:
    triwulan = Triwulan(2026, nomor)
    assert (triwulan.first_day, triwulan.last_day) == (first, last)


def test_names() -> None:
    triwulan = Triwulan(2026, 4)
    assert triwulan.romawi == "IV"
    assert triwulan.label == "Triwulan IV"
    assert triwulan.singkat == "TW IV"
    assert triwulan.label_tahun == "Triwulan IV 2026"
    assert triwulan.kode == "2026-TW4"


@pytest.mark.parametrize(
    "teks", ["2026-TW2", "2026-tw2", "TW II 2026", "tw ii 2026", "Triwulan II 2026", " TW 2 2026 "]
)
def test_reads_the_forms_in_use(teks: str) -> None:
    assert Triwulan.parse(teks) == Triwulan(2026, 2)


@pytest.mark.parametrize(
    "teks", ["", "2026-TW5", "TW V 2026", "TW IIII 2026", "2026", "II 2026", "TW II 26", "0000-TW1"]
)
def test_refuses_what_names_no_quarter(teks: str) -> None:
    with pytest.raises(TriwulanSalah) as refused:
        Triwulan.parse(teks)
    assert refused.value.teks == teks


@pytest.mark.parametrize("nomor", [0, 5, -1])
def test_there_are_four(nomor: int) -> None:
    with pytest.raises(ValueError, match=str(nomor)):
        Triwulan(2026, nomor)


@given(quarters)
def test_neighbours_touch_and_names_read_back(triwulan: Triwulan) -> None:
    assert triwulan.next.previous == triwulan
    assert triwulan < triwulan.next
    assert triwulan.next.first_day == triwulan.last_day + timedelta(days=1)
    assert Triwulan.of(triwulan.first_day) == Triwulan.of(triwulan.last_day) == triwulan
    assert Triwulan.parse(triwulan.kode) == Triwulan.parse(triwulan.label_tahun) == triwulan


@given(st.lists(quarters))
def test_the_key_sorts_as_the_quarters_do(daftar: list[Triwulan]) -> None:
    assert [q.kode for q in sorted(daftar)] == sorted(q.kode for q in daftar)


def test_four_make_a_year() -> None:
    assert Triwulan.of_year(2026)[0].first_day == date(2026, 1, 1)
    assert Triwulan.of_year(2026)[3].last_day == date(2026, 12, 31)
