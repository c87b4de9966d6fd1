"""Ringkasan untuk Camat and the empty Lembar Kerja: one page that tells the state, rows in the order of the screen."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from pdfminer.high_level import extract_text

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.dokumen_rapat import LembarKerjaKosong, RingkasanCamat
from kinerja_desktop.domain.indikator import Rencana, Seksi, Target, Tingkat
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services import collection, office_papers, quarterly, step_papers
from kinerja_desktop.services.compose.naskah import Pilihan
from kinerja_desktop.services.compose.office.kinds import Pokok
from kinerja_desktop.services.compose.step_papers import BAHAN, LAPORAN
from tests.documents.reading import read_pages
from tests.office import BUDGET, BUDI, INDIKATOR, TW1, TW2, Kantor
from tests.services.composing import PLANNER, composed
from tests.services.test_report_prose import play_year

QUARTER, SEKSI = Pokok(2026, 2), Pokok(2026, 2, "PEL")


def summary(kantor: Kantor) -> RingkasanCamat:
    """The Ringkasan of TW II as it is now."""
    return composed(kantor, RingkasanCamat, "ringkasan_camat", QUARTER)


def empty_sheet(kantor: Kantor) -> LembarKerjaKosong:
    """The empty Lembar Kerja of Seksi Pelayanan."""
    return composed(kantor, LembarKerjaKosong, "lembar_kerja_kosong", SEKSI)


def test_what_is_late_is_named_with_step_and_seksi(kantor: Kantor) -> None:
    kantor.assign("PEL")
    kantor.order()
    kantor.at(7, 15, 9)
    lines = [line.replace("\N{NO-BREAK SPACE}", " ") for line in summary(kantor).terlambat]
    assert lines[0] == "Langkah 3 terlambat dua hari kerja di Seksi Pelayanan."
    assert lines[1].startswith("Langkah 1 terlambat")


def test_nothing_late_is_said_in_words(kantor: Kantor) -> None:
    paper = summary(kantor)
    assert paper.terlambat == ()
    assert paper.terlambat_lain == "Tidak ada langkah berjalan yang terlambat."


def test_the_head_is_asked_for_orders_examinations_and_the_lowest_indikator(kantor: Kantor) -> None:
    kantor.play("PEL")
    kantor.play("PEM", until=Action.SUBMIT)
    lines = summary(kantor).putusan
    assert lines[:2] == ("Menugaskan Seksi Ketenteraman.", "Memeriksa laporan Seksi Pemerintahan.")
    assert lines[2].startswith("Menetapkan tindak lanjut persentase")


def test_a_sum_without_its_last_quarter_asks_for_no_follow_up(kantor: Kantor) -> None:
    """TW I alone against the targets of both is no capaian: nobody decides on it, and no mean counts it."""
    kantor.at(4, 13, 9)
    kantor.play("PEL", TW1)
    kantor.at(7, 13, 9)
    asked = [line for line in summary(kantor).putusan if "tindak lanjut" in line]
    assert asked == []


@pytest.mark.parametrize(("asked", "told", "rest"), [(5, 5, ""), (6, 6, ""), (7, 5, "Masih ada dua hal lain.")])
def test_one_matter_more_is_told_and_not_counted(asked: int, told: int, rest: str) -> None:
    rows = tuple(replace(INDIKATOR[0], kode=f"1.{n}", seksi=f"S{n}") for n in range(asked))
    kantor = Kantor(rencana=Rencana(2026, rows))
    with kantor.store.unit() as unit:
        for row in rows:
            unit.people.put_seksi(Seksi(row.seksi or "", f"Seksi {row.seksi}"))
        unit.commit()
    kantor.at(7, 15, 9)
    paper = summary(kantor)
    assert (len(paper.putusan), paper.putusan_lain.replace("\N{NO-BREAK SPACE}", " ")) == (told, rest)


def bare(n: int) -> Kantor:
    """The office whose first ``n`` indikator have no target and whose program has no pagu."""
    rows = tuple(replace(i, target=Target()) if at < n else i for at, i in enumerate(INDIKATOR))
    kantor = Kantor(rencana=Rencana(2026, rows))
    with kantor.store.unit() as unit:
        unit.planning.put_anggaran(2026, (replace(BUDGET[0], pagu=None),))
        unit.commit()
    return kantor


def test_targets_and_pagu_that_are_missing_are_to_be_decided() -> None:
    lines = [line.replace("\N{NO-BREAK SPACE}", " ") for line in summary(bare(1)).putusan]
    told = "Menetapkan target {} dalam Perjanjian Kinerja Tahun 2026."
    assert told.format("persentase permohonan tepat waktu") in lines
    assert "Melengkapi pagu satu program agar serapannya dapat dihitung." in lines
    lines = [line.replace("\N{NO-BREAK SPACE}", " ") for line in summary(bare(3)).putusan]
    assert any(line.startswith("Menetapkan target tiga indikator") for line in lines)


def test_much_money_left_at_the_end_of_the_year_is_to_be_decided_here_as_in_the_report(kantor: Kantor) -> None:
    play_year(kantor)
    paper = composed(kantor, RingkasanCamat, "ringkasan_camat", Pokok(2026, 4))
    assert any(line.startswith("Meninjau pagu dan jadwal belanja Program Pelayanan") for line in paper.putusan)


def test_the_chart_is_named_after_the_level_that_it_shows() -> None:
    assert summary(Kantor()).tingkat == "sasaran"
    rows = tuple(replace(i, tingkat=Tingkat.PROGRAM) for i in INDIKATOR)
    assert summary(Kantor(rencana=Rencana(2026, rows))).tingkat == "program"


def test_the_trend_stops_at_the_quarter_of_the_paper(kantor: Kantor) -> None:
    kantor.play("PEL", TW1)
    kantor.play("PEL")
    points = summary(kantor).tren
    assert [point.label for point in points] == ["TW I", "TW II", "TW III", "TW IV"]
    assert [point.rata_rata.nilai is None for point in points] == [False, False, True, True]


def test_one_quarter_is_told_in_words_where_two_are_a_line(kantor: Kantor) -> None:
    kantor.play("PEL", TW1)
    ctx = kantor.ctx(*PLANNER)
    told = "Grafik digambar mulai triwulan kedua yang bernilai."
    (page,) = read_pages(office_papers.export(ctx, "ringkasan_camat", Pokok(2026, 1)))
    assert told in " ".join(page.text.split())
    kantor.play("PEL")
    (page,) = read_pages(office_papers.export(ctx, "ringkasan_camat", QUARTER))
    assert told not in " ".join(page.text.split())


def test_absorption_is_told_by_program(kantor: Kantor) -> None:
    (bar,) = summary(kantor).serapan
    assert (bar.label, bar.nilai) == ("Pelayanan", Decimal("45.00"))


def test_a_program_in_capitals_is_written_as_others_below_its_bar(kantor: Kantor) -> None:
    with kantor.store.unit() as unit:
        unit.planning.put_anggaran(2026, (replace(BUDGET[0], uraian="PROGRAM PENUNJANG URUSAN PEMERINTAHAN"),))
        unit.commit()
    (bar,) = summary(kantor).serapan
    assert bar.label == "Penunjang urusan pemerintahan"


def crowded() -> Kantor:
    """60 indikator of ten sasaran with long names, eleven programs with long names."""
    nama = "Persentase penyelenggaraan pembinaan dan pengawasan pemerintahan desa dan kelurahan yang tepat waktu"
    rows = [
        replace(INDIKATOR[0], kode=f"{s}.{n}", nama=f"{nama} {n}", sasaran=f"{s} {nama}")
        for s in range(10)
        for n in range(6)
    ]
    budget = tuple(
        BarisAnggaran(f"{n:02}", Tingkat.PROGRAM, f"Program {nama}", Decimal(100), (Decimal(9 * n), None, None, None))
        for n in range(1, 12)
    )
    kantor = Kantor(rencana=Rencana(2026, tuple(rows)))
    with kantor.store.unit() as unit:
        unit.planning.put_anggaran(2026, budget)
        unit.commit()
    kantor.assign("PEL")
    kantor.order()
    kantor.submit_bahan("PEL", TW2, **{f"k{s}_{n}": "93" for s in range(10) for n in range(6)})
    kantor.submit()
    kantor.approve()
    kantor.hand_over()
    return kantor


@pytest.mark.parametrize("kertas", Kertas)
def test_the_summary_stays_one_page_without_letterhead_and_code(kertas: Kertas) -> None:
    kantor = crowded()
    ctx = kantor.ctx(*PLANNER)
    (page,) = read_pages(office_papers.export(ctx, "ringkasan_camat", QUARTER, pilihan=Pilihan(kertas, "Tolo")))
    assert "Bahan rapat" in page.text
    assert "PEMERINTAH" not in page.text
    assert "Masih ada" in page.text
    lowest = max(place.bottom for place in page.words if "Dicetak" not in place.text and "Halaman" not in place.text)
    assert lowest < page.height - 16
    assert all(place.left >= 29.5 and place.right <= page.width - 19.5 for place in page.words)


def test_the_sheet_for_the_pen_has_the_rows_of_the_screen(kantor: Kantor) -> None:
    case = kantor.play(until=Action.ORDER)
    screen = collection.load(kantor.ctx(BUDI, Role.ANALIS), case.id)
    on_screen = [[row.indikator.nama for row in g.baris] for g in screen.kelompok]
    assert [[row.nama for row in g.baris] for g in empty_sheet(kantor).kelompok] == on_screen


def test_the_sheet_knows_the_last_figure_and_what_is_measured_once_a_year(kantor: Kantor) -> None:
    kantor.play("PEL", TW1)
    rows = [row for g in empty_sheet(kantor).kelompok for row in g.baris]
    assert [row.no for row in rows] == ["1", "2", "3", "4", "5", "6"]
    assert rows[1].terakhir.nilai == Decimal(1287)
    assert [row.terkunci for row in rows] == ["", "", "", "", "", "diukur pada TW IV"]


def test_an_analyst_prints_the_sheet_of_his_seksi(kantor: Kantor) -> None:
    pages = read_pages(office_papers.export(kantor.ctx(BUDI, Role.ANALIS), "lembar_kerja_kosong", SEKSI))
    assert "Jumlah dokumen kependudukan" in pages[0].text
    assert "Yang mengumpulkan," in pages[-1].text


def test_papers_of_a_quarter_list_the_indikator_in_one_order() -> None:
    """However the plan mixes its levels, and with the numbers of the office's headings."""
    low, high = replace(INDIKATOR[0], tingkat=Tingkat.PROGRAM), replace(INDIKATOR[3], tingkat=Tingkat.TUJUAN)
    kantor = Kantor(rencana=Rencana(2026, (low, *INDIKATOR[1:3], high, *INDIKATOR[4:])))
    case = kantor.play("PEL")
    wanted = [high.nama, *(i.nama for i in INDIKATOR[1:3]), *(i.nama for i in INDIKATOR[4:6]), low.nama]
    sheet = [(row.no, row.nama) for g in empty_sheet(kantor).kelompok for row in g.baris]
    assert sheet == [(str(n), nama) for n, nama in enumerate(wanted, 1)]
    groups = quarterly.draft(kantor.ctx(*PLANNER), TW2).capaian.kelompok
    assert [row.nama for g in groups for row in g.baris if row.nama in wanted] == wanted
    for nomor, jenis in step_papers.papers_of(kantor.kabid, case.id):
        if jenis in (BAHAN, LAPORAN):
            text = flat(step_papers.print_paper(kantor.kabid, case.id, nomor, jenis).pdf)
            assert [text.index(nama) for nama in wanted] == sorted(text.index(nama) for nama in wanted), jenis


def flat(pdf: bytes) -> str:
    """The text of a paper with single spaces."""
    return " ".join(extract_text(BytesIO(pdf)).split())
