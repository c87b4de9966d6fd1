"""The Lembar Kerja: what each cell says, when it asks, when it blocks."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kinerja_desktop.domain.baris import BarisLembar, group
from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.errors import AngkaSalah, SebabAngka
from kinerja_desktop.domain.indikator import (
    Akumulasi,
    Four,
    Indikator,
    NilaiSkala,
    Rumus,
    Target,
    Tingkat,
)
from kinerja_desktop.domain.lembar import (
    count,
    evaluate,
    isikan,
    ketik,
    tidy,
    with_quotient,
    without_data,
)
from kinerja_desktop.domain.realisasi import MAKS_TEKS, Catatan, Isi, IsiIndikator, merge
from kinerja_desktop.domain.sel import CellState, JenisPesan, Pesan, judul_bersama

REASON = "Sudah dicocokkan dengan register."


def d(teks: str | None) -> Decimal | None:
    return None if teks is None else Decimal(teks)


def row(
    target: str | None = "500",
    tw1: str | None = "488",
    *,
    akumulasi: Akumulasi = Akumulasi.AKUMULASI,
    rumus: Rumus = Rumus.P1,
    satuan: str = "surat",
    triwulan: int = 2,
    target_tahun: str | None = None,
    sebelum: str | None = None,
    **more: object,
) -> BarisLembar:
    """A row of TW II with target and TW I as given."""
    promised: Four = (d(target), d(target), d(target), d(target))
    goal = Target(d(target_tahun), promised)
    indikator = Indikator(
        "1.3",
        "Jumlah surat keterangan yang diterbitkan",
        satuan=satuan,
        akumulasi=akumulasi,
        rumus=rumus,
        polaritas=rumus.polaritas,
        target=goal,
    )
    base = BarisLembar(
        indikator, triwulan, goal, (d(tw1), None, None, None), nilai_lalu=d(sebelum if sebelum is not None else tw1)
    )
    return replace(base, **more)  # type: ignore[arg-type]  # a test names any field of the row


def filled(teks: str, baris: BarisLembar | None = None) -> IsiIndikator:
    return ketik(baris or row(), IsiIndikator("1.3"), teks)


# --- what a cell shows -------------------------------------------------------------------------


def test_a_figure_is_measured_for_the_quarter_and_up_to_it() -> None:
    sel = evaluate(row(), filled("512"))
    assert (sel.teks, sel.target, sel.capaian, sel.sd) == ("512", "500", "102,40", "100,00")
    assert (sel.state, sel.kategori) == (CellState.DIISI, "Sangat Tinggi")


def test_where_a_figure_comes_from() -> None:
    sel = evaluate(row(), filled("812"))
    assert "812 ÷ 500 × 100 = 162,40%" in sel.rumus
    assert "s.d. TW II: 1.300 ÷ 1.000 × 100 = 130,00%" in sel.rumus


def test_a_hole_before_leaves_the_sum_grey() -> None:
    sel = evaluate(row("3", "3", satuan="kegiatan"), IsiIndikator("1.3"))
    assert (sel.capaian, sel.sd, sel.sampai.lengkap) == ("–", "50,00", False)


def test_lower_is_better() -> None:
    baris = row("4", "6", akumulasi=Akumulasi.POSISI_AKHIR, rumus=Rumus.N1, satuan="pengaduan")
    assert evaluate(baris, filled("3", baris)).capaian == "125,00"


def test_decimals_follow_the_unit() -> None:
    baris = row("94", "92.40", akumulasi=Akumulasi.POSISI_AKHIR, satuan="%")
    sel = evaluate(baris, filled("91,85", baris))
    assert (sel.target, sel.teks, sel.capaian) == ("94,00", "91,85", "97,71")


def test_what_is_measured_once_a_year_is_locked_before() -> None:
    baris = row(None, None, akumulasi=Akumulasi.TAHUNAN, satuan="indeks", target_tahun="83")
    sel = evaluate(baris, IsiIndikator("1.3"))
    assert (sel.state, sel.teks, sel.target, sel.kategori) == (CellState.TERKUNCI, "–", "–", "Pada TW IV")
    assert not sel.belum_diisi


def test_what_is_measured_once_a_year_is_due_in_the_last_quarter() -> None:
    baris = row(None, None, akumulasi=Akumulasi.TAHUNAN, satuan="indeks", target_tahun="83", triwulan=4)
    assert evaluate(baris, IsiIndikator("1.3")).state is CellState.KOSONG
    assert evaluate(baris, filled("83", baris)).capaian == "100,00"


def test_an_empty_cell_is_not_zero() -> None:
    empty, zero = evaluate(row(), IsiIndikator("1.3")), evaluate(row(), filled("0"))
    assert (empty.state, empty.teks, empty.capaian) == (CellState.KOSONG, "belum diisi", "–")
    assert (zero.teks, zero.capaian) == ("0", "0,00")
    assert not zero.belum_diisi


def test_without_a_target_nothing_is_due() -> None:
    sel = evaluate(row(None), IsiIndikator("1.3"))
    assert (sel.state, sel.teks, sel.belum_diisi) == (CellState.DIISI, "–", False)


def test_no_data_with_a_reason_counts_as_answered() -> None:
    sel = evaluate(row(), IsiIndikator("1.3", alasan_kosong="Survei ditunda sampai Agustus."))
    assert (sel.state, sel.teks, sel.capaian, sel.kategori) == (
        CellState.TIDAK_ADA_DATA,
        "tidak ada data",
        "n/a",
        "Tanpa data",
    )
    assert evaluate(row(), IsiIndikator("1.3", alasan_kosong="belum")).belum_diisi


def test_a_predicate_stands_for_its_value() -> None:
    skala = (NilaiSkala("predikat", "B", Decimal(4)), NilaiSkala("predikat", "BB", Decimal(5)))
    baris = row("4", None, akumulasi=Akumulasi.POSISI_AKHIR, satuan="predikat", skala=skala)
    sel = evaluate(baris, filled("bb", baris))
    assert (sel.target, sel.teks, sel.capaian) == ("B", "BB", "125,00")
    wrong = evaluate(baris, filled("Z", baris)).galat
    assert wrong is not None
    assert wrong.sebab is SebabAngka.BUKAN_PREDIKAT


# --- what is typed -----------------------------------------------------------------------------


def test_a_text_that_is_no_figure_stays_as_typed() -> None:
    isi = filled("80 persen")
    sel = evaluate(row(), isi)
    assert (sel.state, sel.teks, sel.capaian) == (CellState.SALAH, "80 persen", "–")
    assert isinstance(sel.galat, AngkaSalah)
    assert ketik(row(), isi, "80").diketik is None


def test_a_text_read_by_rule_is_echoed_while_typing() -> None:
    sel = evaluate(row("1000"), IsiIndikator("1.3"), {"realisasi": "1.234"})
    assert sel.dibaca == "1.234 (seribu dua ratus tiga puluh empat)"
    assert evaluate(row("1000"), IsiIndikator("1.3"), {"realisasi": "1234"}).dibaca == ""


def test_every_digit_typed_is_kept() -> None:
    assert filled("82,505").realisasi == Decimal("82.505")


# --- what asks ---------------------------------------------------------------------------------


def test_a_capaian_above_150_asks_for_a_reason() -> None:
    sel = evaluate(row(), filled("812"))
    assert (sel.state, sel.peringatan) == (CellState.PERINGATAN, True)
    assert sel.pesan[0].judul == "Angka ini 162,40% dari target"
    assert sel.pesan[0].teks == (
        "Nilai di atas 150% jarang terjadi. Periksa apakah 812 benar; jika benar, beri alasan."
    )
    confirmed = evaluate(row(), replace(filled("812"), alasan_peringatan=REASON))
    assert (confirmed.state, confirmed.peringatan) == (CellState.DIISI, False)


def test_a_confirmation_holds_for_its_figure_only() -> None:
    isi = replace(filled("812"), alasan_peringatan=REASON)
    assert ketik(row(), isi, "812").alasan_peringatan == REASON
    assert ketik(row(), isi, "8120").alasan_peringatan is None


@pytest.mark.parametrize(
    ("sebelum", "teks", "asks"),
    [
        ("488", "50", True),  # a digit lost
        ("3", "1", False),  # small figures jump
        ("0", "300", False),  # nothing to compare with
        ("100", "500", False),  # far from the last figure, but on target
    ],
)
def test_a_figure_far_from_the_last_asks(sebelum: str, teks: str, asks: bool) -> None:
    baris = row("500", sebelum)
    assert evaluate(baris, filled(teks, baris)).peringatan is asks


def test_a_percentage_above_100_asks() -> None:
    baris = row("90", "90", akumulasi=Akumulasi.POSISI_AKHIR, satuan="%")
    assert evaluate(baris, filled("101", baris)).peringatan


def test_a_negative_figure_asks() -> None:
    assert evaluate(row("4", "3"), filled("-4", row("4", "3"))).peringatan


def test_a_figure_far_from_the_same_quarter_last_year_asks() -> None:
    baris = row("1000", "400", tahun_lalu=Decimal(1100))
    (asked,) = evaluate(baris, filled("500", baris)).pesan
    assert (asked.judul, asked.teks.split(".")[0]) == ("Jauh dari triwulan yang sama tahun lalu", "Tahun lalu 1")


@pytest.mark.parametrize(("teks", "asks"), [("58", False), ("49", True), ("82", True), ("70", False)])
def test_a_score_outside_of_all_earlier_ones_asks(teks: str, asks: bool) -> None:
    years = (Decimal(60), Decimal(65), Decimal(70))
    baris = row("120", None, akumulasi=Akumulasi.POSISI_AKHIR, satuan="skor", riwayat=years)
    assert [p.judul for p in evaluate(baris, filled(teks, baris)).pesan] == (
        ["Di luar rentang angka selama ini"] if asks else []
    )


@pytest.mark.parametrize(("satuan", "asks"), [("desa", True), ("%", False)])
def test_a_running_count_that_falls_asks_a_percentage_does_not(satuan: str, asks: bool) -> None:
    baris = row("10", "9", akumulasi=Akumulasi.POSISI_AKHIR, satuan=satuan)
    assert evaluate(baris, filled("8", baris)).peringatan is asks


def test_reasons_without_a_cause_fall_away() -> None:
    isi = replace(filled("500"), alasan_kosong=REASON, alasan_peringatan=REASON)
    assert tidy(row(), isi) == filled("500")


# --- notes and evidence ------------------------------------------------------------------------


def test_a_note_stays_open_until_ticked() -> None:
    baris = row(catatan=(Catatan("c1", "1.3", "Lampirkan rekap."),))
    sel = evaluate(baris, filled("500"))
    assert (sel.state, sel.catatan_terbuka) == (CellState.DIKEMBALIKAN, 1)
    assert sel.pesan[-1].jenis is JenisPesan.CATATAN
    ticked = evaluate(baris, replace(filled("500"), perbaikan=("c1",)))
    assert (ticked.state, ticked.catatan_terbuka) == (CellState.DIISI, 0)


def test_an_empty_returned_cell_is_still_to_be_filled() -> None:
    baris = row(catatan=(Catatan("c1", "1.3", "Isi angkanya."),))
    assert evaluate(baris, IsiIndikator("1.3")).belum_diisi


def test_evidence_is_due_only_where_the_indikator_says_so() -> None:
    baris = row()
    strict = replace(baris, indikator=replace(baris.indikator, bukti_wajib=True))
    assert not evaluate(baris, filled("500")).tanpa_bukti
    assert evaluate(strict, filled("500")).tanpa_bukti
    assert not evaluate(strict, replace(filled("500"), bukti=(Bukti("Register Juni"),))).tanpa_bukti
    assert not evaluate(strict, IsiIndikator("1.3", alasan_kosong=REASON)).tanpa_bukti


# --- the sheet ---------------------------------------------------------------------------------


def test_the_footer_counts_what_is_still_to_do() -> None:
    sheet = {
        "1": evaluate(row(), filled("500")),
        "2": evaluate(row(), filled("80 persen")),
        "3": evaluate(row(), IsiIndikator("1.3")),
        "4": evaluate(row(), filled("812")),
    }
    found = count(sheet)
    assert (found.salah, found.belum_diisi, found.peringatan, found.terisi, found.jumlah) == (1, 1, 1, 2, 4)
    assert found.kekurangan == ("perbaiki 1 isian salah", "isi 1 indikator"), "a warning keeps nothing back"
    assert count({"1": sheet["1"]}).lengkap
    assert count({"1": sheet["1"]}, catatan_umum=1).kekurangan == ("tandai 1 catatan",)


def test_rows_stand_under_their_sasaran() -> None:
    def of(sasaran: str | None) -> BarisLembar:
        return replace(row(), indikator=replace(row().indikator, sasaran=sasaran))

    found = group((of("Pelayanan"), of(None), of("Kepuasan"), of("Pelayanan")))
    assert [(k.judul, len(k.baris)) for k in found] == [
        ("Sasaran 1 · Pelayanan", 2),
        ("Indikator tanpa sasaran", 1),
        ("Sasaran 2 · Kepuasan", 1),
    ]


def test_what_the_plan_names_below_a_sasaran_is_titled_by_its_level() -> None:
    def of(tingkat: Tingkat, sasaran: str) -> BarisLembar:
        return replace(row(), indikator=replace(row().indikator, tingkat=tingkat, sasaran=sasaran))

    found = group((of(Tingkat.SASARAN, "Pelayanan"), of(Tingkat.PROGRAM, "Desa"), of(Tingkat.SUB_KEGIATAN, "Gaji")))
    assert [k.judul for k in found] == ["Sasaran 1 · Pelayanan", "Program 1 · Desa", "Sub kegiatan 1 · Gaji"]


# --- raw figures -------------------------------------------------------------------------------


def divided(**more: object) -> BarisLembar:
    """A percentage whose plan names what is divided by what."""
    base = row("94", "92.4", akumulasi=Akumulasi.POSISI_AKHIR, satuan="%")
    named = replace(base.indikator, komponen_pembilang="Tepat waktu", komponen_penyebut="Semua permohonan")
    return replace(base, indikator=named, **more)  # type: ignore[arg-type]  # a test names any field of the row


def raw(baris: BarisLembar, pembilang: str, penyebut: str) -> IsiIndikator:
    return isikan(baris, isikan(baris, IsiIndikator("1.3"), "pembilang", pembilang), "penyebut", penyebut)


def test_a_realisasi_follows_its_raw_figures() -> None:
    baris = divided()
    isi = raw(baris, "81", "121")
    sel = evaluate(baris, isi)
    assert (isi.realisasi, sel.teks, sel.capaian) == (Decimal("66.942149"), "66,94", "71,22")
    assert sel.rumus[:2] == ("Realisasi: 81 ÷ 121 × 100 = 66,942149", "66,942149 ÷ 94 × 100 = 71,22%")
    assert [one.teks for one in sel.komponen] == ["81", "121"]
    assert isikan(baris, isi, "penyebut", "").realisasi is None


def test_without_its_raw_figures_a_row_is_still_to_be_filled() -> None:
    sel = evaluate(divided(), isikan(divided(), IsiIndikator("1.3"), "pembilang", "0"))
    assert sel.belum_diisi
    assert [one.state for one in sel.komponen] == [CellState.DIISI, CellState.KOSONG]


def test_divided_by_zero_there_is_no_figure_and_a_reason_is_asked_for() -> None:
    sel = evaluate(divided(), raw(divided(), "0", "0"))
    assert sel.belum_diisi
    assert sel.rumus[0] == (
        "Realisasi: 0 ÷ 0 × 100 tidak dapat dihitung karena penyebut nol. Periksa, atau beri alasan tidak ada data."
    )
    assert not evaluate(divided(), replace(raw(divided(), "0", "0"), alasan_kosong=REASON)).belum_diisi


def test_a_reason_for_no_data_keeps_what_was_counted_and_takes_the_figure_away() -> None:
    nothing = without_data(raw(divided(), "0", "0"), REASON)
    assert (nothing.pembilang, nothing.penyebut) == (Decimal(0), Decimal(0))
    assert without_data(raw(divided(), "81", "100"), REASON) == IsiIndikator("1.3", alasan_kosong=REASON)


def test_a_plan_that_asks_for_no_raw_figures_hands_none_in() -> None:
    isi = replace(filled("512"), pembilang=Decimal(1), penyebut_diketik="x")
    assert tidy(row(), isi) == filled("512")


def test_a_raw_text_that_is_no_figure_stays_and_blocks() -> None:
    isi = raw(divided(), "delapan", "121")
    sel = evaluate(divided(), isi)
    assert (isi.pembilang_diketik, sel.komponen[0].state, sel.galat is not None) == ("delapan", CellState.SALAH, True)
    assert count({"1.3": sel}).salah == 1


def test_a_page_that_slipped_into_a_cell_does_not_keep_the_sheet_from_being_saved() -> None:
    page = "surat keluar " * 20_000
    assert filled(page).diketik == page[:MAKS_TEKS]
    assert raw(divided(), page, "100").pembilang_diketik == page[:MAKS_TEKS]


def test_an_ambiguous_raw_figure_is_echoed() -> None:
    sel = evaluate(divided(), IsiIndikator("1.3"), {"penyebut": "1.234"})
    assert sel.komponen[1].dibaca == "1.234 (seribu dua ratus tiga puluh empat)"


def test_another_figure_takes_the_raw_ones_of_the_old_one_away() -> None:
    isi = raw(divided(), "81", "100")
    assert ketik(divided(), isi, "95") == IsiIndikator("1.3", realisasi=Decimal(95))
    assert ketik(divided(), isi, "81") == isi


def test_raw_figures_that_two_people_typed_are_divided_when_they_are_shown() -> None:
    joined = merge(
        Isi((raw(divided(), "81", "100"),)), Isi((raw(divided(), "90", "100"),)), Isi((raw(divided(), "81", "120"),))
    ).of("1.3")
    assert with_quotient(divided(), joined).realisasi == 75


def test_a_figure_that_came_without_raw_figures_stands() -> None:
    isi = IsiIndikator("1.3", realisasi=Decimal("91.85"))
    assert tidy(divided(), isi) == isi
    assert evaluate(divided(), isi).teks == "91,85"
    assert tidy(divided(), replace(raw(divided(), "81", "100"), realisasi=Decimal(5))).realisasi == 81


def test_titles_of_several_warnings_read_as_one() -> None:
    warned = [Pesan(JenisPesan.PERINGATAN, judul, "") for judul in ("Angka di luar rentang", "Turun dari TW I")]
    assert judul_bersama(warned) == "Angka di luar rentang; turun dari TW I"
