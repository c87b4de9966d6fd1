"""The words of the QR keep to their signs, their order and their length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.segel import (
    HALAMAN,
    MAKS,
    Jangkar,
    Segel,
    SegelTerbaca,
    read_jangkar,
    read_segel,
    tanda_riwayat,
)

ALLOWED = set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


def segel(unit: str = "KEC-KLR", nomor: str | None = "000.7.2.8/012/KEC-KLR/IV/2026") -> Segel:
    return Segel(unit, "laporan_triwulan", "2026-1", "36Y6-PKHG-43DE", nomor, 2, "ab" * 32, 350, "cd" * 32)


def test_fields_stand_in_their_order() -> None:
    assert segel().teks == (
        "KEC-KLR LAPORAN-TRIWULAN 2026-1 36Y6-PKHG-43DE 000.7.2.8/012/KEC-KLR/IV/2026 V2 {} "
        "ABABABABABABABABABAB 350:CDCDCDCDCDCD"
    )


def test_a_number_that_is_written_by_hand_leaves_a_hyphen() -> None:
    assert segel(nomor=None).teks.split(" ")[4] == "-"


@given(st.text(max_size=40), st.text(max_size=300))
def test_any_words_keep_the_signs_and_the_length(unit: str, nomor: str) -> None:
    text = segel(unit, nomor).teks
    assert len(text.split(" ")) == 9
    assert set(text.replace(HALAMAN, "112/145")) <= ALLOWED
    assert len(text.replace(HALAMAN, "112/145")) <= MAKS


def test_what_a_reader_of_codes_types_is_read_back() -> None:
    mark = Jangkar(350, "CD" * 6)
    assert read_segel(segel().teks.replace(HALAMAN, "1/12") + "\n") == SegelTerbaca(
        "36Y6-PKHG-43DE", "AB" * 10, mark, "1", 12
    )
    assert read_segel("36Y6-PKHG-43DE") is None
    assert read_segel("") is None


@pytest.mark.parametrize(
    ("printed", "place"),
    [("1/51", 1), ("8/51", 8), ("0/44", 1), ("I/44", 2), ("VI/44", 7), ("1/44", 8), ("44/44", 51), ("2/0", 2)],
)
def test_a_page_is_found_in_its_file_also_on_papers_that_said_the_printed_number(printed: str, place: int) -> None:
    """The front of older annual reports had roman numbers, its cover none, and the total did not count them."""
    read = read_segel(segel().teks.replace(HALAMAN, printed))
    assert read is not None
    assert read.halaman_dari(51) == place


@pytest.mark.parametrize("printed", ["", "SATU/DUA", "IIII/44", "-"])
def test_a_page_that_cannot_be_read_is_the_first(printed: str) -> None:
    read = read_segel(segel().teks.replace(HALAMAN, printed))
    assert read is not None
    assert read.halaman_dari(51) == 1


def test_the_mark_of_the_history_is_printed_and_typed_back() -> None:
    printed = tanda_riwayat(segel().teks)
    assert printed == "350:CDCDCDCDCDCD"
    for typed in (printed, " riwayat 350:cdcdcdcdcdcd\n", "350 : CDCDCDCDCDCD"):
        assert read_jangkar(typed) == Jangkar(350, "CD" * 6)
    for other in ("36Y6-PKHG-43DE", "350:CDCD", "350", "350:XDCDCDCDCDCD", ""):
        assert read_jangkar(other) is None
    assert (tanda_riwayat(None), tanda_riwayat("36Y6-PKHG-43DE")) == ("", "")


def test_a_mark_fits_the_digest_that_it_begins() -> None:
    assert Jangkar(1, "CDCDCDCDCDCD").cocok("cd" * 32)
    assert not Jangkar(1, "CDCDCDCDCDCE").cocok("cd" * 32)
