"""The lines that answer "Dari mana angka ini?"."""

from decimal import Decimal

import pytest

from kinerja_desktop.domain.aturan import ATURAN_BAKU, Aturan
from kinerja_desktop.domain.capaian import average, calculate_indikator
from kinerja_desktop.domain.indikator import Akumulasi, Indikator, Rencana, Rumus, Target
from kinerja_desktop.domain.jejak import formula, trace, trace_mean, trace_parts, trace_quarter, trace_serapan
from kinerja_desktop.domain.rumus import Capaian, measure_pair
from kinerja_desktop.domain.serapan import absorption
from tests.domain.deret import deret, four

D = Decimal


@pytest.mark.parametrize(
    ("rumus", "target", "realisasi", "line"),
    [
        (Rumus.P1, D(500), D(812), "812 ÷ 500 × 100 = 162,40%"),
        (Rumus.P1, D("1000.50"), D(1234), "1.234 ÷ 1.000,50 × 100 = 123,34%"),
        (Rumus.N1, D(4), D(5), "(2 × 4 − 5) ÷ 4 × 100 = 75,00%"),
        (Rumus.N1, D(10), D(25), "(2 × 10 − 25) ÷ 10 × 100 = −50,00%, dicatat 0,00%"),
        (Rumus.N2, D(10), D(12), "10 ÷ 12 × 100 = 83,33%"),
        (Rumus.N2, D(10), D(0), "Target 10, realisasi 0 = 100,00% (ketentuan untuk nilai nol)"),
        (Rumus.N1, D(0), D(3), "Target 0, realisasi 3 = 0,00% (ketentuan untuk nilai nol)"),
        (Rumus.P1, D(0), D(3), "Capaian kosong: target nol."),
        (Rumus.P1, D(5), None, "Capaian kosong: belum ada realisasi."),
    ],
)
def test_one_line_per_formula(rumus: Rumus, target: Decimal, realisasi: Decimal | None, line: str) -> None:
    assert formula(measure_pair(rumus, target, realisasi, ATURAN_BAKU)) == line


def test_joined_quarters_show_their_parts_and_what_is_missing() -> None:
    summed = deret(Akumulasi.AKUMULASI, "100", "25 25 25 25", "20 - 30 -").up_to(4)
    meant = deret(Akumulasi.RATA_RATA, "-", "80 90 - -", "81 88.5 - -").up_to(2)

    assert trace(summed) == (
        "Target: 25 + 25 + 25 + 25 = 100",
        "Realisasi: 20 + 30 = 50",
        "50 ÷ 100 × 100 = 50,00%",
        "Nilai sementara, belum lengkap: belum ada data triwulan 2 dan 4.",
    )
    assert trace(meant) == (
        "Target: (80 + 90) ÷ 2 = 85",
        "Realisasi: (81 + 88,5) ÷ 2 = 84,75",
        "84,75 ÷ 85 × 100 = 99,71%",
    )


def test_a_quarter_shows_itself_and_up_to_it_where_they_differ() -> None:
    surat = Indikator("1", "Surat", akumulasi=Akumulasi.AKUMULASI, target=Target(None, four("500 500 - -")))
    posisi = Indikator("2", "Tepat waktu", target=Target(None, four("94 94 - -")))
    rencana = Rencana(2026, (surat, posisi))

    def lines(indikator: Indikator, realisasi: str) -> tuple[str, ...]:
        return trace_quarter(calculate_indikator(rencana, indikator, four(realisasi), ATURAN_BAKU), 2)

    assert lines(surat, "488 812 - -") == (
        "812 ÷ 500 × 100 = 162,40%",
        "s.d. TW 2: Target: 500 + 500 = 1.000",
        "s.d. TW 2: Realisasi: 488 + 812 = 1.300",
        "s.d. TW 2: 1.300 ÷ 1.000 × 100 = 130,00%",
    )
    assert lines(posisi, "92 91.85 - -") == ("91,85 ÷ 94 × 100 = 97,71%",)


def test_money_and_means() -> None:
    pair = [measure_pair(Rumus.P1, D(100), r, ATURAN_BAKU) for r in (D(95), None)]

    assert trace_serapan(absorption(D(100000), D(95000))) == "95.000 ÷ 100.000 × 100 = 95,00%"
    assert trace_serapan(absorption(None, D(95000))) == "Serapan kosong: pagu belum ditetapkan."
    assert trace_mean(average("", pair, ATURAN_BAKU)) == "Rata-rata 1 dari 2 indikator = 95,00%"
    assert trace_mean(average("", [], ATURAN_BAKU)) == "Rata-rata kosong: belum ada indikator yang bernilai lengkap."


def test_a_mean_shows_its_sum_and_the_cap_that_shaped_it() -> None:
    parts = [Capaian(Rumus.P1, nilai=Decimal(figure), lengkap=True) for figure in ("90.00", "130.00")]
    capped = Aturan(batas_atas=Decimal(110))
    assert trace_parts(average("", parts, ATURAN_BAKU), parts, ATURAN_BAKU) == (
        "Rata-rata 2 dari 2 indikator = 110,00%",
        "(90,00 + 130,00) ÷ 2 = 110,00%",
    )
    assert trace_parts(average("", parts, capped), parts, capped) == (
        "Rata-rata 2 dari 2 indikator = 100,00%",
        "(90,00 + 110,00) ÷ 2 = 100,00%",
        "Capaian di atas 110% dihitung 110% dalam rata-rata.",
    )


def test_a_mean_of_many_is_told_by_its_count() -> None:
    parts = [Capaian(Rumus.P1, nilai=Decimal("90.00"), lengkap=True)] * 13
    assert trace_parts(average("", parts, ATURAN_BAKU), parts, ATURAN_BAKU) == (
        "Rata-rata 13 dari 13 indikator = 90,00%",
    )
