"""Four kinds of accumulation: holes, missing quarters, the year, and changed plan versions."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.akumulasi import Deret
from kinerja_desktop.domain.aturan import ATURAN_BAKU
from kinerja_desktop.domain.capaian import calculate_indikator
from kinerja_desktop.domain.indikator import Akumulasi, Four, Indikator, Rencana, Rumus, Target, VersiRencana
from kinerja_desktop.domain.jejak import trace
from kinerja_desktop.domain.rumus import Capaian
from tests.domain.deret import deret, four

JUMLAH, POSISI, RATA, TAHUNAN = (
    Akumulasi.AKUMULASI,
    Akumulasi.POSISI_AKHIR,
    Akumulasi.RATA_RATA,
    Akumulasi.TAHUNAN,
)


def shown(capaian: Capaian) -> str:
    """The figure, with "?" where it is incomplete, or the reason why there is none."""
    if capaian.nilai is None:
        return str(capaian.alasan)
    return f"{capaian.nilai}{'' if capaian.lengkap else '?'}"


TW1, TW2, TW3, TW4 = (f"belum ada data triwulan {tw}" for tw in (1, 2, 3, 4))
SEKALI = "diukur sekali setahun, pada triwulan 4"


@pytest.mark.parametrize(
    ("found", "year", "sd"),
    [
        (deret(JUMLAH, "100", "10 20 30 40", "10 20 30 40"), "100.00", ["100.00", "100.00", "100.00", "100.00"]),
        (deret(JUMLAH, "-", "10 20 30 40", "5 20 30 40"), "95.00", ["50.00", "83.33", "91.67", "95.00"]),
        (deret(JUMLAH, "89", "24.71 5.61 22.47 47.19", "24.71 0 0 0"), "27.76", ["100.00", "81.50", "46.81", "24.71"]),
        (deret(JUMLAH, "100", "50 0 0 50", "50 0 0 0"), "50.00", ["100.00", "100.00", "100.00", "50.00"]),
        (
            deret(JUMLAH, "100", "100 0 0 0", "- 0 0 0"),
            "0.00?",
            ["belum ada data sampai triwulan 1", "0.00?", "0.00?", "0.00?"],
        ),
        (deret(JUMLAH, "100", "25 25 25 25", "25 - 25 25"), "75.00?", ["100.00", "50.00?", "66.67?", "75.00?"]),
        (deret(JUMLAH, "100", "25 25 25 25", "25 25 - -"), "50.00?", ["100.00", "100.00", "66.67?", "50.00?"]),
        (
            deret(JUMLAH, "100", "- 50 - 50", "10 40 - 50"),
            "100.00",
            ["tidak ada target sampai triwulan 1", "100.00", "100.00", "100.00"],
        ),
        (deret(JUMLAH, "100", "- - - -", "10 40 - 50"), "100.00", []),
        (deret(JUMLAH, "-", "- - - -", "10 40 - 50"), "target tahunan belum ditetapkan", []),
        (deret(JUMLAH, "100", "25 25 25 25", "- - - -"), "belum ada realisasi", []),
        (deret(POSISI, "100", "26 51 76 100", "25 51 76 100"), "100.00", ["96.15", "100.00", "100.00", "100.00"]),
        (deret(POSISI, "-", "25 50 75 100", "25 50 75 90"), "90.00", ["100.00", "100.00", "100.00", "90.00"]),
        (deret(POSISI, "100", "25 50 75 100", "25 - 75 -"), TW4, ["100.00", TW2, "100.00", TW4]),
        (deret(POSISI, "100", "- 50 - -", "25 50 75 90"), "90.00", []),
        (
            deret(POSISI, "100", "- 50 - 100", "20 50 60 90"),
            "90.00",
            ["tidak ada target triwulan 1", "100.00", "tidak ada target triwulan 3", "90.00"],
        ),
        (deret(RATA, "80", "80 80 80 80", "80 90 100 70"), "106.25", ["100.00", "106.25", "112.50", "106.25"]),
        (deret(RATA, "-", "70 80 90 100", "70 80 90 100"), "100.00", ["100.00", "100.00", "100.00", "100.00"]),
        (deret(RATA, "80", "80 80 80 80", "80 - 100 70"), "104.17?", ["100.00", "100.00?", "112.50?", "104.17?"]),
        (deret(TAHUNAN, "80", "- - - 80", "- - - 82"), "102.50", [SEKALI, SEKALI, SEKALI, "102.50"]),
        (deret(TAHUNAN, "80", "- - - -", "- - - 82"), "102.50", []),
        (deret(TAHUNAN, "-", "- - - 80", "- - - 82"), "102.50", []),
        (deret(TAHUNAN, "80", "80 80 80 80", "60 70 - -"), TW4, [SEKALI, SEKALI, SEKALI, TW4]),
    ],
)
def test_every_kind_by_its_table(found: Deret, year: str, sd: list[str]) -> None:
    assert shown(found.of_year()) == year
    assert [shown(found.up_to(tw)) for tw in (1, 2, 3, 4)] == sd or not sd


def test_a_hole_is_named_and_takes_the_kategori_away() -> None:
    capaian = deret(JUMLAH, "100", "25 25 25 25", "25 - 25 -").of_year()

    assert str(capaian.alasan) == "belum lengkap: belum ada data triwulan 2 dan 4"
    assert capaian.kategori is None


def test_zero_is_a_figure_and_no_hole() -> None:
    found = deret(JUMLAH, "100", "0 50 0 50", "0 50 0 0")

    assert found.holes(4) == ()
    assert shown(found.in_quarter(1)) == "target nol"
    assert shown(found.up_to(1)) == "target nol"
    assert shown(found.of_year()) == "50.00"


def test_a_quarter_alone_counts_its_own_pair() -> None:
    found = deret(JUMLAH, "100", "25 25 - 25", "20 - 30 25")

    assert [shown(found.in_quarter(tw)) for tw in (1, 2, 3, 4)] == [
        "80.00",
        "belum ada data triwulan 2",
        "tidak ada target triwulan 3",
        "100.00",
    ]


def test_the_target_of_the_year_stands_in_for_tahunan_only() -> None:
    assert shown(deret(TAHUNAN, "80", "- - - -", "- - - 82").in_quarter(4)) == "102.50"
    assert shown(deret(POSISI, "80", "- - - -", "- - - 82").in_quarter(4)) == "tidak ada target triwulan 4"


def test_lower_is_better_adds_up_too() -> None:
    found = deret(JUMLAH, "11", "3 3 3 2", "2 3 3 1", Rumus.N1)

    assert [shown(found.up_to(tw)) for tw in (1, 2, 3, 4)] == ["133.33", "116.67", "111.11", "118.18"]
    assert shown(found.of_year()) == "118.18"


def test_a_quarter_uses_the_plan_in_force_on_its_last_day_and_the_year_that_of_31_december() -> None:
    murni, baru = Target(Decimal(100), four("25 25 25 25")), Target(Decimal(80), four("25 25 15 15"))
    indikator = Indikator("1", "Jumlah layanan", akumulasi=JUMLAH, target=murni)
    versi = VersiRencana("perubahan", date(2026, 9, 30), (("1", baru),))
    rencana = Rencana(2026, (indikator,), (versi,))

    hasil = calculate_indikator(rencana, indikator, four("25 25 15 15"), ATURAN_BAKU)

    assert [shown(t.sd) for t in hasil.triwulan] == ["100.00", "100.00", "100.00", "100.00"]
    assert [t.target.tahun for t in hasil.triwulan] == [Decimal(100), Decimal(100), Decimal(80), Decimal(80)]
    assert shown(hasil.tahun) == "100.00"
    assert hasil.target == baru


def test_a_version_of_1_october_leaves_the_third_quarter_alone() -> None:
    murni, baru = Target(Decimal(90), four("90 90 90 90")), Target(Decimal(80), four("90 90 90 80"))
    indikator = Indikator("1", "Indeks", target=murni)
    rencana = Rencana(2026, (indikator,), (VersiRencana("perubahan", date(2026, 10, 1), (("1", baru),)),))

    hasil = calculate_indikator(rencana, indikator, four("90 90 45 80"), ATURAN_BAKU)

    assert [shown(t.sendiri) for t in hasil.triwulan] == ["100.00", "100.00", "50.00", "100.00"]
    assert shown(hasil.tahun) == "100.00"


figures = st.none() | st.decimals(-(10**15) + 1, 10**15 - 1, places=6)
fours = st.tuples(figures, figures, figures, figures)


@given(st.sampled_from(Akumulasi), st.sampled_from(Rumus), st.builds(Target, figures, fours), fours)
def test_whatever_was_typed_gives_a_figure_or_a_reason(
    kind: Akumulasi, rumus: Rumus, target: Target, realisasi: Four
) -> None:
    found = Deret(kind, rumus, target, realisasi, ATURAN_BAKU)
    every = [
        found.of_year(),
        *(measured for tw in (1, 2, 3, 4) for measured in (found.in_quarter(tw), found.up_to(tw))),
    ]

    for capaian in every:
        assert capaian.lengkap == (capaian.alasan is None) == (capaian.kategori is not None)
        assert capaian.nilai is not None or not capaian.lengkap
        assert capaian.nilai is None or capaian.nilai >= 0
        assert trace(capaian)
