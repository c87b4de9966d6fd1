"""Scales of kategori and the three ways to judge a gap between two printed intervals."""

from decimal import Decimal

import pytest

from kinerja_desktop.domain.aturan import (
    ATURAN_BAKU,
    LAMPU,
    MEMUASKAN,
    SANGAT_BAIK,
    SKALA,
    TARGET,
    Aturan,
    Celah,
    SkalaKategori,
    skala_bernama,
)

ST, T, S, R, SR = "Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah"


@pytest.mark.parametrize(
    ("nilai", "bawah", "sambung", "bulat"),
    [
        ("162.40", ST, ST, ST),
        ("100.00", ST, ST, ST),
        ("91.00", ST, ST, ST),
        ("90.99", T, ST, ST),
        ("90.50", T, ST, ST),
        ("90.49", T, ST, T),
        ("90.00", T, T, T),
        ("76.00", T, T, T),
        ("75.20", S, T, S),
        ("75.00", S, S, S),
        ("65.90", R, S, S),
        ("65.00", R, R, R),
        ("50.60", SR, R, R),
        ("50.00", SR, SR, SR),
        ("0.00", SR, SR, SR),
    ],
)
def test_permendagri_with_the_three_rules_for_gaps(nilai: str, bawah: str, sambung: str, bulat: str) -> None:
    rules = (Celah.BATAS_BAWAH, Celah.BERSAMBUNG, Celah.DIBULATKAN)

    assert [Aturan(celah=celah).kategori(Decimal(nilai)) for celah in rules] == [bawah, sambung, bulat]


@pytest.mark.parametrize(
    ("skala", "nilai", "kategori"),
    [
        (SANGAT_BAIK, "91", "Sangat Baik"),
        (SANGAT_BAIK, "10", "Sangat Kurang"),
        (MEMUASKAN, "85.01", "Memuaskan"),
        (MEMUASKAN, "85", "Sangat Baik"),
        (MEMUASKAN, "30", "Kurang"),
        (LAMPU, "90.01", "Hijau"),
        (LAMPU, "90", "Kuning"),
        (LAMPU, "69.99", "Merah"),
        (TARGET, "105.01", "Melampaui Target"),
        (TARGET, "105", "Tercapai"),
        (TARGET, "94.99", "Mendekati Target"),
        (TARGET, "59.99", "Kritis"),
    ],
)
def test_other_scales_are_data(skala: SkalaKategori, nilai: str, kategori: str) -> None:
    assert any(skala is known for known in SKALA)
    assert Aturan(skala=skala_bernama(skala.nama)).kategori(Decimal(nilai)) == kategori


def test_the_cap_is_for_averages_and_off_by_default() -> None:
    assert ATURAN_BAKU.dibatasi(Decimal("162.40")) == Decimal("162.40")
    assert Aturan(batas_atas=Decimal(120)).dibatasi(Decimal("162.40")) == Decimal(120)
    assert Aturan(batas_atas=Decimal(120)).dibatasi(Decimal("97.71")) == Decimal("97.71")
