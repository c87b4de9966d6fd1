"""NIP: reading, warnings, printing. All numbers are made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.errors import NipSalah, SebabNip
from kinerja_desktop.domain.nip import PeringatanNip, format_nip, mask_nip, read_nip, warnings_of
from kinerja_desktop.domain.pegawai import StatusPegawai

PNS, CPNS, PPPK, NON_ASN = StatusPegawai.PNS, StatusPegawai.CPNS, StatusPegawai.PPPK, StatusPegawai.NON_ASN
NIP = "197001011995011991"


@pytest.mark.parametrize(
    "teks",
    [NIP, "19700101 199501 1 991", " 19700101.199501.1.991 ", "19700101-199501-1-991", "19700101\u00a0199501 1 991"],
)
def test_reads_a_nip_however_it_is_spaced(teks: str) -> None:
    assert read_nip(teks, PNS) == NIP


@pytest.mark.parametrize("status", list(StatusPegawai))
def test_nothing_typed_is_no_nip(status: StatusPegawai) -> None:
    assert read_nip("  ", status) is None


@pytest.mark.parametrize(
    ("teks", "status", "sebab", "panjang"),
    [
        (NIP[:-1], PNS, SebabNip.PANJANG, 17),
        (NIP + "1", PPPK, SebabNip.PANJANG, 19),
        ("19700101 199501 L 991", CPNS, SebabNip.BUKAN_ANGKA, 18),
        ("\N{SUPERSCRIPT TWO}" * 18, PNS, SebabNip.BUKAN_ANGKA, 18),
        (NIP, NON_ASN, SebabNip.TIDAK_PUNYA, 18),
    ],
)
def test_refuses_length_and_letters_alone(teks: str, status: StatusPegawai, sebab: SebabNip, panjang: int) -> None:
    with pytest.raises(NipSalah) as refused:
        read_nip(teks, status)
    assert (refused.value.sebab, refused.value.panjang) == (sebab, panjang)


@pytest.mark.parametrize(
    ("nip", "status", "warnings"),
    [
        (NIP, PNS, []),
        (NIP, CPNS, []),
        ("199002022023211001", PPPK, []),
        ("199002022023211001", PNS, [PeringatanNip.BULAN_TMT]),
        ("197002301995011991", PNS, [PeringatanNip.TANGGAL_LAHIR]),
        ("000000001995011991", PNS, [PeringatanNip.TANGGAL_LAHIR]),
        ("197001011995001991", PNS, [PeringatanNip.BULAN_TMT]),
        ("197001011985011991", PNS, [PeringatanNip.USIA_TMT]),
        ("197001012031011991", PNS, [PeringatanNip.USIA_TMT]),
        ("197001011986011991", PNS, []),
        ("197001012030011991", PNS, []),
        ("197001011995013991", PNS, [PeringatanNip.JENIS_KELAMIN]),
        ("197001011995012000", PNS, [PeringatanNip.NOMOR_URUT]),
        (
            "197013011995130000",
            PNS,
            [
                PeringatanNip.TANGGAL_LAHIR,
                PeringatanNip.BULAN_TMT,
                PeringatanNip.JENIS_KELAMIN,
                PeringatanNip.NOMOR_URUT,
            ],
        ),
    ],
)
def test_warns_of_what_is_odd(nip: str, status: StatusPegawai, warnings: list[PeringatanNip]) -> None:
    assert list(warnings_of(nip, status)) == warnings


def test_prints_in_groups_and_hides_birth_appointment_and_sex() -> None:
    assert format_nip(NIP) == "19700101 199501 1 991"
    assert mask_nip(NIP) == "•••••••• •••••• • 991"


@given(st.text("0123456789", min_size=18, max_size=18))
def test_what_is_printed_reads_back(nip: str) -> None:
    assert read_nip(format_nip(nip), PNS) == nip
    assert isinstance(warnings_of(nip, PNS), tuple)
