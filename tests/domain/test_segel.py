"""The words of the QR keep to their signs, their order and their length."""

from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.segel import HALAMAN, MAKS, Segel, SegelTerbaca, read_segel

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
    assert read_segel(segel().teks.replace(HALAMAN, "1/12") + "\n") == SegelTerbaca("36Y6-PKHG-43DE", "AB" * 10)
    assert read_segel("36Y6-PKHG-43DE") is None
    assert read_segel("") is None
