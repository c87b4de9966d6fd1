"""Numbers of papers from the office's pattern."""

from datetime import date

import pytest

from kinerja_desktop.domain.errors import PolaSalah
from kinerja_desktop.domain.penomoran import Pola, kode_unit_usulan

HARI = date(2026, 4, 15)


@pytest.mark.parametrize(
    ("pola", "nomor"),
    [
        ("000.8.6.3/{urut:03}/KEC-KLR/{romawi}/{tahun}", "000.8.6.3/017/KEC-KLR/IV/2026"),
        ("000.7.2.8/{urut}/{unit}/{romawi}/{tahun}", "000.7.2.8/17/KEC-KLR/IV/2026"),
        ("{tahun}.{bulan}.{urut:04}", "2026.4.0017"),
    ],
)
def test_a_pattern_is_filled(pola: str, nomor: str) -> None:
    assert Pola(pola).nomor(17, HARI, "KEC-KLR") == nomor


def test_a_number_to_be_written_by_hand_leaves_its_place() -> None:
    assert Pola("000.7.2.8/{urut:03}/{unit}/{romawi}/{tahun}").untuk_tangan(HARI, "KEC-KLR") == (
        "000.7.2.8/{}/KEC-KLR/IV/2026"
    )


def test_papers_of_one_classification_share_their_count() -> None:
    assert Pola("000.7.2.8/{urut:03}/{unit}").klasifikasi == Pola("000.7.2.8/{urut}/LAIN").klasifikasi == "000.7.2.8"


@pytest.mark.parametrize("pola", ["", "000.8.6.3", "{urut}/{urut}", "{urut}/{nama}", "{urut}/{", "{urut.__class__}"])
def test_what_cannot_be_filled_is_refused(pola: str) -> None:
    with pytest.raises(PolaSalah):
        Pola(pola)


@pytest.mark.parametrize(
    ("nama", "kode"),
    [
        ("Kecamatan Kelara", "KEC-KLR"),
        ("Kecamatan Setu", "KEC-ST"),
        ("Dinas Kesehatan", "DIN-KSH"),
        ("Badan Kepegawaian, Pendidikan dan Pelatihan", "BDN-KPG"),
        ("Irban Pembangunan, Inspektorat", "RBN-PMB"),
        ("", "UNIT"),
    ],
)
def test_a_unit_code_is_proposed(nama: str, kode: str) -> None:
    assert kode_unit_usulan(nama) == kode
