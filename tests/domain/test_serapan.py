"""Money: lines, branches, totals, quarters, efficiency."""

from decimal import Decimal

import pytest

from kinerja_desktop.domain.alasan import Sebab
from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.indikator import Tingkat
from kinerja_desktop.domain.serapan import (
    TingkatEfisiensi,
    absorption,
    branches,
    branches_of,
    efficiency,
    measure_anggaran,
    sum_of,
)

D = Decimal
P, K, S = Tingkat.PROGRAM, Tingkat.KEGIATAN, Tingkat.SUB_KEGIATAN


def line(kode: str, tingkat: Tingkat, pagu: int | None, spent: int | None, *indikator: str) -> BarisAnggaran:
    realisasi = (None, None, None, None if spent is None else D(spent))
    return BarisAnggaran(kode, tingkat, kode, None if pagu is None else D(pagu), realisasi, indikator=indikator)


def test_totals_add_the_lowest_level_of_each_branch() -> None:
    hasil = measure_anggaran(
        [
            line("1", P, 100, 90),
            line("1.1", K, 60, 50),
            line("1.1.1", S, 60, 50),
            line("1.2", K, 40, 40),
            line("2", P, 300, 150),
            line("3", P, None, None),
            line("3.1", S, 100, 60),
        ]
    )

    assert (hasil.jumlah.pagu, hasil.jumlah.realisasi, hasil.jumlah.nilai) == (D(500), D(300), D("60.00"))
    assert hasil.jumlah.lengkap
    assert hasil.jumlah.sisa == D(200)


def test_a_line_prints_its_own_figures_and_knows_those_below() -> None:
    hasil = measure_anggaran([line("1", P, None, None), line("1.1", S, 80, 60), line("1.2", S, 20, 15)])

    assert str(hasil.baris[0].serapan.alasan) == "pagu belum ditetapkan"
    assert hasil.baris[0].cabang.nilai == D("75.00")
    assert hasil.baris[1].cabang == hasil.baris[1].serapan


def test_children_without_pagu_leave_the_parents_pagu_in_the_total() -> None:
    hasil = measure_anggaran([line("1", P, 200, None), line("1.1", S, None, 60), line("1.2", S, None, 90)])

    assert (hasil.jumlah.pagu, hasil.jumlah.realisasi, hasil.jumlah.nilai) == (D(200), D(150), D("75.00"))
    assert hasil.jumlah.lengkap


def test_money_without_any_pagu_makes_a_total_incomplete() -> None:
    hasil = measure_anggaran([line("1", P, 200, 100), line("2", P, None, 50)])

    assert hasil.jumlah.nilai == D("75.00")
    assert not hasil.jumlah.lengkap
    assert hasil.jumlah.alasan is not None


def test_no_pagu_at_all_still_tells_what_was_spent() -> None:
    hasil = measure_anggaran([line("1", P, None, 100), line("2", P, None, 50)])

    assert (hasil.jumlah.pagu, hasil.jumlah.realisasi, hasil.jumlah.nilai) == (None, D(150), None)
    assert str(hasil.jumlah.alasan) == "pagu belum ditetapkan"


def test_money_is_counted_up_to_a_quarter_and_corrections_are_taken_off() -> None:
    spent = (D(1416500), D(-1416500), None, D(5))
    baris = [BarisAnggaran("1", K, "Pengawasan", D(11610400), spent)]

    assert [measure_anggaran(baris, tw).jumlah.realisasi for tw in (1, 2, 3, 4)] == [D(1416500), D(0), D(0), D(5)]


@pytest.mark.parametrize(
    ("pagu", "spent", "nilai", "sebab"),
    [
        (D(3), D(2), D("66.67"), None),
        (D(200), D("0.01"), D("0.01"), None),
        (D("999999999999999.999999"), D("999999999999999.999999"), D("100.00"), None),
        (D(0), D(0), None, Sebab.PAGU_NOL),
        (None, D(1), None, Sebab.TANPA_PAGU),
        (D(1), None, None, Sebab.TANPA_BELANJA),
    ],
)
def test_absorption(pagu: Decimal | None, spent: Decimal | None, nilai: Decimal | None, sebab: Sebab | None) -> None:
    found = absorption(pagu, spent)

    assert found.nilai == nilai
    assert (found.alasan and found.alasan.sebab) == sebab


def test_an_empty_budget_has_a_reason() -> None:
    assert str(measure_anggaran([]).jumlah.alasan) == "tidak ada baris anggaran"


def test_a_level_that_is_skipped_still_finds_its_parent() -> None:
    tops = branches([line("1", P, 1, 1), line("1.0.1", S, 1, 1), line("1.1", K, 1, 1), line("1.1.1", S, 1, 1)])

    assert [c.baris.kode for c in tops] == ["1"]
    assert [c.baris.kode for c in tops[0].anak] == ["1.0.1", "1.1"]
    assert [c.baris.kode for c in tops[0].leaves()] == ["1.0.1", "1.1.1"]


def test_money_of_some_indikator_is_counted_once() -> None:
    tops = branches(
        [
            line("1", P, 100, 50, "A"),
            line("1.1", S, 100, 50, "A", "B"),
            line("2", P, 100, 10),
            line("2.1", S, 60, 6, "B"),
            line("2.2", S, 40, 4, "C"),
        ]
    )

    found = branches_of(tops, {"A", "B"})

    assert [c.baris.kode for c in found] == ["1", "2.1"]
    assert sum_of(found).pagu == D(160)


@pytest.mark.parametrize(
    ("capaian", "serapan", "poin", "tingkat"),
    [
        ("100", "90", "10", TingkatEfisiensi.EFISIEN),
        ("105", "100", "5", TingkatEfisiensi.CUKUP_EFISIEN),
        ("105.01", "100", "5.01", TingkatEfisiensi.EFISIEN),
        ("100", "105", "-5", TingkatEfisiensi.CUKUP_EFISIEN),
        ("100", "105.01", "-5.01", TingkatEfisiensi.TIDAK_EFISIEN),
    ],
)
def test_efficiency_in_points(capaian: str, serapan: str, poin: str, tingkat: TingkatEfisiensi) -> None:
    found = efficiency(D(capaian), D(serapan))

    assert (found.poin, found.tingkat, found.alasan) == (D(poin), tingkat, None)


@pytest.mark.parametrize(
    ("capaian", "serapan", "alasan"),
    [
        (D("99.99"), D(10), "capaian di bawah 100%"),
        (None, D(10), "capaian belum ada"),
        (D(120), None, "serapan belum ada"),
    ],
)
def test_efficiency_is_not_claimed_without_ground(
    capaian: Decimal | None, serapan: Decimal | None, alasan: str
) -> None:
    found = efficiency(capaian, serapan)

    assert found.poin is None
    assert str(found.alasan) == alasan
