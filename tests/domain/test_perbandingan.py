"""A year against its target, earlier years, the end of Renstra and other offices."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kinerja_desktop.domain.aturan import ATURAN_BAKU
from kinerja_desktop.domain.capaian import Hasil, calculate
from kinerja_desktop.domain.indikator import Akumulasi, Indikator, Rencana, Riwayat, Rumus, Target
from kinerja_desktop.domain.perbandingan import (
    Arah,
    against_last_year,
    against_pembanding,
    against_renstra,
    against_target,
    pace,
    replaced_from,
    years,
)
from kinerja_desktop.domain.realisasi import RealisasiTahun

D = Decimal


def year(rumus: Rumus = Rumus.P1, realisasi: str | None = "85", **fields: object) -> Hasil:
    indikator = Indikator("1", "IKM", akumulasi=Akumulasi.TAHUNAN, rumus=rumus, polaritas=rumus.polaritas)
    indikator = replace(indikator, target=Target(D(80)), **fields)  # type: ignore[arg-type]
    history = (
        Riwayat("1", 2023, D(78), D(76)),
        Riwayat("1", 2024, D(79), None),
        Riwayat("1", 2025, D("79.5"), D(82)),
    )
    figure = None if realisasi is None else D(realisasi)
    return calculate(Rencana(2026, (indikator,), riwayat=history), [RealisasiTahun("1", (None, None, None, figure))])


def test_more_is_better_or_worse_by_polarity() -> None:
    up, down = against_target(year().of("1")), against_target(year(Rumus.N1).of("1"))

    assert (up.nilai, up.arah, up.lebih_baik) == (D(5), Arah.LEBIH_TINGGI, True)
    assert (down.nilai, down.arah, down.lebih_baik) == (D(5), Arah.LEBIH_TINGGI, False)
    same = against_target(year(realisasi="80").of("1"))
    assert (same.nilai, same.arah, same.lebih_baik) == (D(0), Arah.SAMA, None)


def test_without_a_figure_the_comparison_says_why() -> None:
    missing = year(realisasi=None).of("1")

    assert str(against_target(missing).alasan) == "belum ada data triwulan 4"
    assert str(against_pembanding(missing).alasan) == "belum ada data triwulan 4"
    assert str(against_pembanding(year().of("1")).alasan) == "angka pembanding belum diisi"


def test_another_offices_figure() -> None:
    found = against_pembanding(year(pembanding=D("87.5")).of("1"))

    assert (found.nilai, found.arah, found.lebih_baik) == (D("-2.5"), Arah.LEBIH_RENDAH, False)


@pytest.mark.parametrize(
    ("rumus", "target", "sisa", "tercapai", "capaian"),
    [
        (Rumus.P1, "90", "5", False, "94.44"),
        (Rumus.P1, "85", "0", True, "100.00"),
        (Rumus.P1, "80", "0", True, "106.25"),
        (Rumus.N1, "80", "5", False, "93.75"),
        (Rumus.N1, "90", "0", True, "105.56"),
    ],
)
def test_the_end_of_renstra(rumus: Rumus, target: str, sisa: str, tercapai: bool, capaian: str) -> None:
    found = against_renstra(year(rumus, target_renstra=D(target), tahun_renstra=2029).of("1"), ATURAN_BAKU)

    assert (found.sisa, found.tercapai, found.capaian.nilai) == (D(sisa), tercapai, D(capaian))
    assert found.tahun == 2029
    assert found.alasan is None


def test_no_end_of_renstra_or_no_figure_is_told() -> None:
    assert str(against_renstra(year().of("1"), ATURAN_BAKU).alasan) == "target akhir Renstra belum diisi"
    missing = year(realisasi=None, target_renstra=D(90))
    assert str(against_renstra(missing.of("1"), ATURAN_BAKU).alasan) == "belum ada data triwulan 4"


def test_earlier_years_are_measured_and_gaps_say_why() -> None:
    found = years(year(), "1", 5)

    assert [y.tahun for y in found] == [2022, 2023, 2024, 2025, 2026]
    assert [str(y.capaian.nilai or y.capaian.alasan) for y in found] == [
        "belum ada data tahun 2022",
        "97.44",
        "belum ada realisasi",
        "103.14",
        "106.25",
    ]


def test_the_year_before_in_unit_and_in_points() -> None:
    found = against_last_year(year(), "1")

    assert found.tahun == 2025
    assert (found.realisasi.nilai, found.realisasi.lebih_baik) == (D(3), True)
    assert found.capaian.nilai == D("3.11")
    assert found.target_naik


def test_a_year_before_without_data_is_told() -> None:
    lone = calculate(Rencana(2026, year().rencana.indikator), [RealisasiTahun("1", (None, None, None, D(85)))])

    found = against_last_year(lone, "1")

    assert str(found.realisasi.alasan) == "belum ada data tahun 2025"
    assert str(found.capaian.alasan) == "belum ada data tahun 2025"
    assert not found.target_naik


def test_the_straight_line_asks_for_three_years() -> None:
    found = pace(year(target_renstra=D(95), tahun_renstra=2029), "1")

    assert found.setahun == D(3)  # from 76 in 2023 to 85 in 2026
    assert (found.perkiraan, found.tercapai) == (D(94), False)
    assert str(pace(year(), "1").alasan) == "target akhir Renstra belum diisi"
    assert str(pace(year(realisasi=None), "1").alasan) == "data kurang dari tiga tahun"


def test_years_of_a_replaced_indikator_stand_beside_and_are_not_compared() -> None:
    history = (
        Riwayat("1", 2024, D(78), D(76), indikator_lama="0"),
        Riwayat("1", 2025, D("79.5"), D(82), indikator_lama="0"),
    )
    old = year()
    found = replace(old, rencana=replace(old.rencana, riwayat=history))
    last = against_last_year(found, "1")

    assert [y.indikator_lama for y in years(found, "1", 3)] == ["0", "0", None]
    assert replaced_from(years(found, "1", 3)) == 2026
    assert replaced_from(years(old, "1", 3)) is None
    assert (last.indikator_lama, last.lalu.realisasi) == ("0", None)
    assert str(last.realisasi.alasan) == "indikator diganti mulai tahun 2026"
    assert str(pace(found, "1").alasan) == "data kurang dari tiga tahun"
