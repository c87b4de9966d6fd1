"""Rules of passwords and of waiting."""

from datetime import timedelta

import pytest

from kinerja_desktop.domain.errors import PasswordCommon, PasswordTooWeak
from kinerja_desktop.domain.sandi import check_new, is_common, normal, wait_after


def test_the_waits_double_up_to_a_quarter_of_an_hour() -> None:
    seconds = [wait_after(n).seconds for n in range(1, 15)]

    assert seconds == [0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]
    assert wait_after(10_000) == timedelta(seconds=900)


@pytest.mark.parametrize("sandi", ["", "tujuh77", "ééééééé"])
def test_a_short_password_is_refused(sandi: str) -> None:
    with pytest.raises(PasswordTooWeak):
        check_new(sandi)


@pytest.mark.parametrize("sandi", ["12345678", "Kelara123", "xxxxxxxxxx", "Budi Contoh", "BUDI.CONTOH"])
def test_what_others_would_try_first_is_refused(sandi: str) -> None:
    with pytest.raises(PasswordCommon):
        check_new(sandi, ("Budi Contoh", "budi.contoh", ""))


def test_length_is_enough_and_long_ones_are_kept_whole() -> None:
    check_new("ayam jago di pagar")
    check_new("x1" * 200)


def test_keyboards_that_compose_letters_differently_agree() -> None:
    assert normal("cafe\u0301") == normal("caf\u00e9")


@pytest.mark.parametrize(
    "sandi",
    [
        *("Bismillah2024", "p4ssw0rd", "P@ssw0rd!", "kelara_2026", "agustus1945", "qwertyuiop", "87654321", "abcdefgh"),
        *("17081945", "1945-08-17", "12121212", "abcabcabc", "akucintakamu", "rahasia123!", "Kecamatan Kelara"),
    ],
)
def test_words_with_figures_around_them_dates_and_runs_are_common(sandi: str) -> None:
    with pytest.raises(PasswordCommon):
        check_new(sandi)


def test_more_than_three_thousand_common_ones_are_known() -> None:
    tails = ("", "1", "12", "123", "1234", "12345", "01", "99", "2024", "2025", "2026", "!", "123!", "@123", "_1")
    words = (
        "password",
        "rahasia",
        "bismillah",
        "indonesia",
        "kecamatan",
        "jeneponto",
        "sayangku",
        "kinerja",
        "desember",
    )
    known = sum(is_common(f"{word}{n}{tail}") for word in words for tail in tails for n in ("", *range(30)))

    assert known > 3_000


@pytest.mark.parametrize("sandi", ["197001011995011991", "19700101", "01011970"])
def test_the_own_nip_and_day_of_birth_are_refused(sandi: str) -> None:
    with pytest.raises(PasswordCommon):
        check_new(sandi, ("Andi Umpama", "andi", "197001011995011991"))


@pytest.mark.parametrize(
    "sandi", ["sepeda merah di teras", "hujan 12 malam", "kuda lumping tetangga", "laporan terakhir sore"]
)
def test_a_short_sentence_is_taken(sandi: str) -> None:
    check_new(sandi, ("Andi Umpama", "andi", "197001011995011991"))
