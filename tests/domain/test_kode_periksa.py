"""The check code tells a slip of the hand and its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.errors import KodeSalah, SebabKode
from kinerja_desktop.domain.kode_periksa import ALFABET, find_kode, make_kode, read_kode

NUMBERS = st.integers(0, 23**10 - 1)
PLACES = st.integers(0, 11)


def refusal(teks: str) -> KodeSalah:
    with pytest.raises(KodeSalah) as caught:
        read_kode(teks)
    return caught.value


@given(NUMBERS)
def test_a_code_is_read_as_it_is_printed(acak: int) -> None:
    kode = make_kode(acak)

    assert len(kode) == 14
    assert read_kode(kode) == read_kode(f" {kode.lower().replace('-', ' ')} ") == kode


@given(NUMBERS, PLACES, st.integers(1, 22))
def test_one_wrong_sign_is_found_with_its_place(acak: int, place: int, step: int) -> None:
    signs = list(make_kode(acak).replace("-", ""))
    signs[place] = ALFABET[(ALFABET.index(signs[place]) + step) % 23]

    assert refusal("".join(signs)).posisi == (place + 1,)


@given(NUMBERS, st.integers(0, 10))
def test_two_swapped_neighbours_are_never_taken_for_right(acak: int, place: int) -> None:
    signs = list(make_kode(acak).replace("-", ""))
    signs[place], signs[place + 1] = signs[place + 1], signs[place]
    swapped = "".join(signs)

    if swapped != make_kode(acak).replace("-", ""):
        assert refusal(swapped).posisi in ((), (place + 1, place + 2))


def test_a_sign_that_no_code_has_is_named() -> None:
    found = refusal("K7QO-4TXP-9RWD")

    assert (found.sebab, found.posisi) == (SebabKode.BUKAN_TANDA, (4,))


def test_a_lost_sign_is_told_by_the_length() -> None:
    assert refusal(make_kode(5)[:-1]).sebab is SebabKode.PANJANG


def test_look_alikes_are_left_out() -> None:
    assert not set(ALFABET) & set("0O1IL2Z5S8BUV")


def test_a_code_is_found_inside_a_text() -> None:
    kode = make_kode(123_456_789)

    assert find_kode(f"AAAA-AAAA-AAAC <kode>{kode}</kode>") == kode
    assert find_kode("tidak ada") is None
