"""Charts of Pemantauan: approved figures alone, each number placed in its picture and explained."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kinerja_desktop.domain.errors import WrongRole
from kinerja_desktop.domain.indikator import NilaiSkala, Rencana, Tingkat
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services import monitoring_charts
from kinerja_desktop.services import monitoring_origins as origins
from kinerja_desktop.services.monitoring_charts import AngkaGrafik, Grafik, PapanGrafik
from tests.office import INDIKATOR, PLAN, TW1, TW2, Kantor, target


@pytest.fixture
def approved(kantor: Kantor) -> Kantor:
    """TW I is approved whole; of TW II one report is."""
    kantor.at(4, 10, 8)
    for seksi in ("PEL", "PEM", "TRA"):
        kantor.play(seksi, TW1)
    kantor.at(7, 10, 8)
    kantor.play("PEL", TW2)
    return kantor


def chart(board: PapanGrafik, judul: str) -> Grafik:
    return next(c for c in board.kantor if c.judul == judul)


def number(of: Grafik, nama: str) -> AngkaGrafik:
    return next(n for n in of.angka if n.nama == nama)


def test_before_a_quarter_is_approved_whole_there_is_nothing(kantor: Kantor) -> None:
    kantor.at(4, 10, 8)
    kantor.play("PEL", TW1)
    assert monitoring_charts.board(kantor.kabid, TW1) == PapanGrafik(None)


def test_the_newest_quarter_approved_whole_is_drawn(approved: Kantor) -> None:
    board = monitoring_charts.board(approved.kabid, TW2)
    assert board.triwulan == TW1
    drawn = chart(board, "Capaian per sasaran")
    assert [(n.nama, n.teks) for n in drawn.angka if n.tempat] == [
        ("Meningkatnya kualitas pelayanan administrasi kecamatan", "108,62%"),
        ("Meningkatnya kepuasan masyarakat", "100,00%"),
        ("Tertatanya desa", "97,50%"),
        ("Terjaganya ketenteraman", "108,33%"),
    ]
    assert all(f">{figure}<" in drawn.gambar for figure in ("108,62", "100,00", "97,50", "108,33"))


def test_every_number_stands_within_its_picture(approved: Kantor) -> None:
    board = monitoring_charts.board(approved.kabid, TW1)
    drawn = [*board.kantor, *(monitoring_charts.indikator_chart(approved.kabid, TW1, k) for k, _ in board.indikator)]
    placed = [n.tempat for c in drawn for n in c.angka if n.tempat]
    assert placed
    for place in placed:
        assert 0 <= place.kiri < place.kiri + place.lebar <= 1
        assert 0 <= place.atas < place.atas + place.tinggi <= 1
    rows = [n.tempat.atas for n in drawn[0].angka if n.tempat]
    assert rows == sorted(rows)


def test_a_mean_says_which_figures_by_which_formula_under_which_rule(approved: Kantor) -> None:
    drawn = chart(monitoring_charts.board(approved.kabid, TW1), "Capaian per sasaran")
    told = number(drawn, "Meningkatnya kualitas pelayanan administrasi kecamatan").asal
    assert told[0].startswith("Rata-rata ")
    assert told[0].endswith(" = 108,62%")
    assert any(line.startswith("(") and line.endswith("= 108,62%") for line in told)
    assert any(line.startswith("1.1 ") and "÷" in line for line in told)
    assert told[-3:] == (
        "Hanya capaian yang lengkap dirata-rata, semua indikator sama berat.",
        "Kategori Sangat Tinggi menurut skala Permendagri 86/2017.",
        "Angka dari laporan seksi sampai dengan Triwulan I 2026 yang sudah disetujui.",
    )


def test_money_stands_beside_what_was_reached_with_it(approved: Kantor) -> None:
    drawn = chart(monitoring_charts.board(approved.kabid, TW1), "Anggaran dan kinerja")
    pairs = [n.nama for n in drawn.angka if n.tempat]
    assert pairs[:2] == [
        "Meningkatnya kualitas pelayanan administrasi kecamatan",
        "Serapan anggaran: Meningkatnya kualitas pelayanan administrasi kecamatan",
    ]
    spent = next(n for n in drawn.angka if n.nama.startswith("Serapan anggaran: ") and n.teks != "–")
    assert f"= {spent.teks}" in spent.asal[0]
    assert "÷" in spent.asal[0]
    assert any("dibagi pagu setahun" in line for line in spent.asal)
    assert "serapan anggaran" in drawn.gambar


def test_the_numbers_beside_the_charts_are_those_of_the_office(approved: Kantor) -> None:
    drawn = chart(monitoring_charts.board(approved.kabid, TW1), "Capaian per sasaran")
    beside = [(n.nama, n.teks) for n in drawn.angka if n.tempat is None]
    assert beside == [("Rata-rata capaian", "105,76%"), ("Serapan anggaran", "20,00%"), ("Efisiensi", "85,76 poin")]
    assert number(drawn, "Efisiensi").asal == (
        "Efisiensi: capaian dikurangi serapan, 105,76 − 20,00 = 85,76 poin, efisien.",
        origins.EFFICIENCY_RULE,
    )
    assert origins.EFFICIENCY_RULE.endswith("−5 sampai 5 cukup efisien, di bawah −5 tidak efisien.")


def test_an_indikator_shows_its_quarters_and_of_a_running_year_the_target_alone(approved: Kantor) -> None:
    board = monitoring_charts.board(approved.kabid, TW1)
    kode = board.indikator[0][0]
    drawn = monitoring_charts.indikator_chart(approved.kabid, TW1, kode)
    assert drawn.judul.startswith(f"{kode} ")
    first = number(drawn, "Realisasi Triwulan I 2026")
    assert first.teks != "–"
    assert any("÷" in line for line in first.asal)
    unapproved = number(drawn, "Realisasi Triwulan II 2026").asal
    assert unapproved[0] == "Triwulan II belum disetujui."
    assert unapproved[1].startswith("Target Triwulan II: ")
    now = number(drawn, "Target tahun 2026")
    assert now.asal[0] == f"Target setahun: {now.teks}."
    assert now.asal[1] == "Tahun 2026 belum lengkap, jadi realisasinya belum digambar."
    assert "n/a" not in drawn.gambar


def test_the_only_year_is_told_beside_the_quarters(approved: Kantor) -> None:
    kode = monitoring_charts.board(approved.kabid, TW1).indikator[0][0]
    drawn = monitoring_charts.indikator_chart(approved.kabid, TW1, kode)
    assert number(drawn, "Target tahun 2026").tempat is None
    assert "makin" not in drawn.gambar
    assert drawn.ukuran[0] > 2 * drawn.ukuran[1]


def played(rencana: Rencana, **figures: str | None) -> Kantor:
    """A plan whose TW I is approved whole."""
    kantor = Kantor(rencana=rencana)
    kantor.at(4, 10, 8)
    for seksi in ("PEL", "PEM", "TRA"):
        kantor.play(seksi, TW1, until=Action.ORDER)
        kantor.submit_bahan(seksi, TW1, **figures)
        kantor.submit(seksi, TW1)
        kantor.approve(seksi, TW1)
    return kantor


def of_first_quarter(kantor: Kantor, kode: str) -> tuple[str, ...]:
    return number(monitoring_charts.indikator_chart(kantor.kabid, TW1, kode), "Realisasi Triwulan I 2026").asal


def test_the_rule_is_told_where_less_is_better_and_how_quarters_join(approved: Kantor) -> None:
    told = of_first_quarter(approved, "1.4")
    assert told[0] == "(2 × 4 − 3) ÷ 4 × 100 = 125,00%"
    assert "Indikator ini makin rendah makin baik." in told
    assert "Angka terakhir yang berlaku, tidak dijumlahkan." in told
    assert "Angka triwulan dijumlahkan dari awal tahun." in of_first_quarter(approved, "1.2")


def test_a_quarter_without_a_figure_names_its_target_and_claims_no_figure() -> None:
    found = monitoring_charts._read(played(PLAN, k1_2=None).kabid, TW1)
    assert found is not None
    assert origins.of_quarter(found, found.hasil.of("1.2"), 1) == (
        "Capaian kosong: belum ada data triwulan 1.",
        "s.d. TW 1: Capaian kosong: belum ada data sampai triwulan 1.",
        "Target Triwulan I: 1.200.",
        "Laporan seksi Triwulan I 2026 sudah disetujui tanpa angka ini.",
    )


def test_a_word_of_a_scale_tells_its_figure() -> None:
    scale = (NilaiSkala("predikat", "B", Decimal(4)), NilaiSkala("predikat", "CC", Decimal(3)))
    graded = replace(INDIKATOR[0], satuan="predikat", target=target("4", *["4"] * 4))
    kantor = played(replace(PLAN, indikator=(graded, *INDIKATOR[1:]), skala=scale), k1_1="3")
    told = of_first_quarter(kantor, "1.1")
    assert told[0] == "3 ÷ 4 × 100 = 75,00%"
    assert "Nilai menurut skala predikat: CC = 3, B = 4." in told


def test_levels_that_are_not_in_the_mean_of_the_office_are_told() -> None:
    lower = replace(INDIKATOR[-1], tingkat=Tingkat.PROGRAM)
    board = monitoring_charts.board(played(replace(PLAN, indikator=(*INDIKATOR[:-1], lower))).kabid, TW1)
    told = number(chart(board, "Capaian per sasaran"), "Rata-rata capaian").asal
    assert "Hanya indikator tingkat sasaran yang dirata-rata; 1 indikator lain tidak ikut." in told
    spent = number(chart(board, "Capaian per sasaran"), "Serapan anggaran").asal
    assert "Dari Program Pelayanan." in spent


def test_figures_of_a_quarter_that_is_only_partly_approved_are_never_drawn(approved: Kantor) -> None:
    kode = monitoring_charts.board(approved.kabid, TW2).indikator[0][0]
    drawn = monitoring_charts.indikator_chart(approved.kabid, TW2, kode)
    assert number(drawn, "Realisasi Triwulan II 2026").teks == "–"


def test_an_indikator_that_is_no_more_says_what_to_do(approved: Kantor) -> None:
    gone = monitoring_charts.indikator_chart(approved.kabid, TW1, "9.9")
    assert (gone.gambar, gone.kosong) == (
        "",
        "Indikator ini tidak ada lagi dalam rencana kinerja. Muat ulang dengan F5.",
    )


def test_many_sasaran_go_on_in_another_chart(approved: Kantor) -> None:
    found = monitoring_charts._read(approved.kabid, TW1)
    assert found is not None
    rows = [
        monitoring_charts._Row(f"Sasaran {n}", f"Sasaran {n}", Decimal(90), reached=False, asal=()) for n in range(11)
    ]
    titles = [
        (c.judul, sum(n.tempat is not None for n in c.angka))
        for c in monitoring_charts._bars("Capaian", found, rows, ("", "", ""))
    ]
    assert titles == [("Capaian", 8), ("Capaian (lanjutan)", 3)]


def test_without_a_budget_the_chart_says_who_fills_it(approved: Kantor) -> None:
    found = monitoring_charts._read(approved.kabid, TW1)
    assert found is not None
    poor = replace(found, hasil=replace(found.hasil, baris_anggaran=()))
    drawn = next(iter(monitoring_charts._spent(poor)))
    assert drawn.gambar == ""
    assert drawn.kosong.startswith("Belum ada baris anggaran tahun 2026. Kasubag Perencanaan")


def test_the_seksi_do_not_see_the_charts(approved: Kantor) -> None:
    with pytest.raises(WrongRole):
        monitoring_charts.board(approved.kasubag("PEL"))
