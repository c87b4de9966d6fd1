"""Rules of passwords and of waiting."""

from datetime import timedelta

import pytest

from kinerja_desktop.domain.errors import PasswordCommon, PasswordTooWeak
from kinerja_desktop.domain.sandi import check_new, normal, wait_after


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
