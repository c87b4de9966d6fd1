"""Warnings of a plan and of figures: what is said, and what is left in peace."""

from datetime import date
from decimal import Decimal

import pytest

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.aturan import ATURAN_BAKU
from kinerja_desktop.domain.capaian import calculate
from kinerja_desktop.domain.indikator import (
    KOSONG4,
    Akumulasi,
    Four,
    Indikator,
    NilaiSkala,
    Polaritas,
    Rencana,
    Rumus,
    Target,
    Tingkat,
    VersiRencana,
)
from kinerja_desktop.domain.peringatan import check_figure, check_target, is_percent, of_plan, of_result
from kinerja_desktop.domain.realisasi import RealisasiTahun
from kinerja_desktop.domain.rumus import measure_pair
from tests.domain.deret import four

D = Decimal


def said(indikator: Indikator, realisasi: Four = KOSONG4) -> list[str]:
    hasil = calculate(Rencana(2026, (indikator,)), [RealisasiTahun(indikator.kode, realisasi)])
    return [str(p) for p in of_result(hasil)]


def indikator(kind: Akumulasi, tahun: str, target: str, satuan: str = "dokumen", rumus: Rumus = Rumus.P1) -> Indikator:
    promised = Target(None if tahun == "-" else D(tahun), four(target))
    return Indikator(
        "1", "Nama", satuan=satuan, polaritas=rumus.polaritas, akumulasi=kind, rumus=rumus, target=promised
    )


@pytest.mark.parametrize(
    ("given", "teks"),
    [
        (
            indikator(Akumulasi.AKUMULASI, "100", "25 25 25 20"),
            "1: target tahun 100 tidak sama dengan jumlah target triwulan (95).",
        ),
        (
            indikator(Akumulasi.RATA_RATA, "80", "80 80 80 90"),
            "1: target tahun 80 tidak sama dengan rata-rata target triwulan (82,5).",
        ),
        (
            indikator(Akumulasi.POSISI_AKHIR, "100", "25 50 75 90"),
            "1: target tahun 100 tidak sama dengan target triwulan 4 (90).",
        ),
        (
            indikator(Akumulasi.TAHUNAN, "80", "- - - 82"),
            "1: target tahun 80 tidak sama dengan target triwulan 4 (82).",
        ),
        (
            indikator(Akumulasi.TAHUNAN, "80", "70 - - 80"),
            "1: target triwulan 1 diabaikan karena indikator ini diukur sekali setahun.",
        ),
        (
            indikator(Akumulasi.POSISI_AKHIR, "60", "25 50 - 40"),
            "1: target turun dari 50 pada triwulan 2 menjadi 40 pada triwulan 4, padahal posisi akhir.",
        ),
        (
            indikator(Akumulasi.TAHUNAN, "120", "- - - -", "%"),
            "1: target 120 berada di luar 0 sampai 100 persen.",
        ),
        (indikator(Akumulasi.TAHUNAN, "-3", "- - - -"), "1: target bernilai negatif; capaiannya sulit ditafsirkan."),
    ],
)
def test_targets_that_do_not_fit_are_told(given: Indikator, teks: str) -> None:
    assert teks in said(given)


@pytest.mark.parametrize(
    "given",
    [
        indikator(Akumulasi.AKUMULASI, "100", "25 25 25 25"),
        indikator(Akumulasi.AKUMULASI, "100", "- - - -"),
        indikator(Akumulasi.AKUMULASI, "-", "25 25 25 25"),
        indikator(Akumulasi.RATA_RATA, "33.33", "33 33 34 -"),
        indikator(Akumulasi.POSISI_AKHIR, "4", "9 7 5 4", rumus=Rumus.N1),
        indikator(Akumulasi.TAHUNAN, "100", "- - - 100", "%"),
    ],
)
def test_targets_that_fit_are_left_in_peace(given: Indikator) -> None:
    assert said(given) == []


def test_a_changed_plan_is_checked_and_named() -> None:
    murni = indikator(Akumulasi.AKUMULASI, "100", "25 25 25 25")
    versi = VersiRencana("perubahan", date(2026, 10, 1), (("1", Target(D(90), four("25 25 25 25"))),))

    found = of_plan(Rencana(2026, (murni,), (versi,)))

    assert [str(p) for p in found] == [
        "1: target tahun 90 tidak sama dengan jumlah target triwulan (100) (versi perubahan)."
    ]


def test_a_changed_plan_that_leaves_quarters_empty_is_told() -> None:
    murni = indikator(Akumulasi.POSISI_AKHIR, "100", "25 50 75 100")
    versi = VersiRencana("perubahan", date(2026, 10, 1), (("1", Target(D(90), four("25 - - 90"))),))

    assert [str(p) for p in of_plan(Rencana(2026, (murni,), (versi,)))] == [
        "1: target triwulan 2, 3 kosong pada versi perubahan, jadi triwulan itu tanpa target."
    ]


def test_predicates_are_not_added_up() -> None:
    summed = indikator(Akumulasi.AKUMULASI, "-", "- - - -", "Predikat")

    found = of_plan(Rencana(2026, (summed,), skala=(NilaiSkala("predikat", "BB", D(5)),)))

    assert [str(p) for p in found] == [
        "1: predikat tidak dapat dijumlahkan; pilih posisi_akhir, rata_rata, atau tahunan."
    ]


def test_capaian_above_150_is_told_once_per_indikator() -> None:
    given = indikator(Akumulasi.AKUMULASI, "1000", "500 500 - -", "surat")

    assert said(given, four("812 500 - -")) == [
        "1: capaian triwulan 1 162,40% di atas 150%; periksa target dan realisasinya."
    ]
    assert said(given, four("750 500 - -")) == []


def test_realisasi_outside_its_measure_is_told() -> None:
    assert said(indikator(Akumulasi.TAHUNAN, "80", "- - - 80"), four("70 - - 80")) == [
        "1: realisasi triwulan 1 diabaikan karena indikator ini diukur sekali setahun."
    ]
    assert said(indikator(Akumulasi.POSISI_AKHIR, "-", "- - - 100", "Persen"), four("- - - 100.33")) == [
        "1: realisasi triwulan 4 (100,33) berada di luar 0 sampai 100 persen."
    ]
    assert said(indikator(Akumulasi.TAHUNAN, "4", "- - - 4", rumus=Rumus.N2), four("- - - 0")) == [
        "1: realisasi nol dengan rumus N2; capaiannya ditetapkan 100,00%."
    ]


def test_a_year_that_cannot_be_checked_for_holes_is_told() -> None:
    assert said(indikator(Akumulasi.AKUMULASI, "100", "- - - -"), four("20 30 - -")) == [
        "1: tanpa target triwulan, kelengkapan realisasi setahun tidak dapat diperiksa."
    ]


def test_the_same_count_in_every_quarter_looks_like_a_stock() -> None:
    given = indikator(Akumulasi.AKUMULASI, "-", "- - - -", "orang")

    [teks] = said(given, four("18 18 - -"))
    assert teks.startswith("1: realisasi 18 berulang di setiap triwulan dan dijumlahkan;")
    assert said(given, four("18 19 - -")) == []
    assert said(given, four("1 1 - -")) == []


def test_a_parent_unlike_its_children_and_money_without_pagu_are_told() -> None:
    program = BarisAnggaran("1", Tingkat.PROGRAM, "Program", D(100), four("10 - - -"))
    child = BarisAnggaran("1.1", Tingkat.SUB_KEGIATAN, "Sub", D(90), four("10 - - -"))
    alone = BarisAnggaran("2", Tingkat.PROGRAM, "Lain", None, four("5 - - -"))

    found = [str(p) for p in of_result(calculate(Rencana(2026, ()), [], [program, child, alone]))]

    assert found == [
        "1: pagu 100 tidak sama dengan jumlah baris di bawahnya (90); jumlah memakai baris terbawah.",
        "Ada realisasi anggaran tanpa pagu; serapan tidak dihitung: 2.",
    ]


def test_the_level_of_the_offices_mean_is_told_when_it_is_not_sasaran() -> None:
    program = Indikator("1", "Nama", Tingkat.PROGRAM, target=Target(D(100), four("- - - 100")))

    assert said(program, four("- - - 90")) == [
        "Tidak ada indikator tingkat sasaran yang bernilai; rata-rata kantor memakai tingkat program."
    ]


def test_a_figure_being_typed_is_warned_of_beside_its_field() -> None:
    surat = indikator(Akumulasi.AKUMULASI, "-", "- - - -", "surat")
    persen = indikator(Akumulasi.POSISI_AKHIR, "-", "- - - -", "%")

    assert check_figure(surat, measure_pair(Rumus.P1, D(500), D(812), ATURAN_BAKU)) == (
        "Capaian 162,40% di atas 150% jarang terjadi. Periksa target dan realisasinya."
    )
    assert check_figure(persen, measure_pair(Rumus.P1, D(90), D(101), ATURAN_BAKU)) == (
        "Realisasi 101 berada di luar 0 sampai 100 persen."
    )
    assert check_figure(surat, measure_pair(Rumus.P1, D(500), D(400), ATURAN_BAKU)) is None
    assert check_figure(surat, measure_pair(Rumus.P1, None, None, ATURAN_BAKU)) is None


def test_a_target_is_checked_alone_when_it_is_typed() -> None:
    given = Indikator("1", "Nama", polaritas=Polaritas.POSITIF)

    assert [p.kode for p in check_target(given, Target(D(90), four("10 20 30 40")))] == ["1"]


def test_many_lines_without_pagu_are_one_warning() -> None:
    lines = [BarisAnggaran(str(n), Tingkat.PROGRAM, "Program", None, four("5 - - -")) for n in range(1, 8)]

    found = [str(p) for p in of_result(calculate(Rencana(2026, ()), [], lines))]

    assert found == ["Ada realisasi anggaran tanpa pagu; serapan tidak dihitung: 1, 2, 3, 4, 5, dan 2 baris lain."]


@pytest.mark.parametrize("satuan", ["%", "Persen", "persen (%)", "% (persen)", "Persentase"])
def test_per_cent_is_known_however_it_is_written(satuan: str) -> None:
    assert is_percent(Indikator("1", "Persentase layanan", satuan=satuan))


@pytest.mark.parametrize("satuan", ["", None, "orang", "persen orang", "poin"])
def test_other_units_are_not_per_cent(satuan: str | None) -> None:
    assert not is_percent(Indikator("1", "Jumlah layanan", satuan=satuan))
