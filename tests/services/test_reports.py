"""Step 6: what counts, what is missing, what fixing keeps, what reopening withdraws."""

import re
from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from docx import Document
from pdfminer.high_level import extract_text

from kinerja_desktop.domain.errors import (
    Incomplete,
    ReasonTooShort,
    StaleWrite,
    WrongRole,
    WrongState,
)
from kinerja_desktop.domain.isi_laporan import IsiLaporan
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.laporan import Angka, BarisCapaian, LaporanTriwulan
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.telaah import Cacat, read_text
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Action, Jenis, Status
from kinerja_desktop.services import annual, quarterly, reports
from kinerja_desktop.services.compose.naskah import Pilihan
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.printing import Format
from tests.office import ANDI, RAHMA, TW1, TW2, Kantor

REASON = "Seksi itu masih mencocokkan registernya."
OTHER = "Nama yang diganti kemudian"


@pytest.fixture
def planner(kantor: Kantor) -> Context:
    return kantor.ctx(RAHMA)


def hand_over_all(kantor: Kantor) -> None:
    for seksi in ("PEL", "PEM", "TRA"):
        kantor.play(seksi)


def rename_all(kantor: Kantor) -> None:
    """Change the plan after everything was approved."""
    with kantor.store.unit() as unit:
        plan = unit.planning.rencana(2026)
        assert plan is not None
        unit.planning.put_rencana(replace(plan, indikator=tuple(replace(i, nama=OTHER) for i in plan.indikator)))
        unit.commit()


def text_of(pdf: bytes) -> str:
    return extract_text(BytesIO(pdf))


def rows_of(report: LaporanTriwulan) -> dict[str, BarisCapaian]:
    return {row.kode: row for group in report.capaian.kelompok for row in group.baris}


# --- what counts ---------------------------------------------------------------------------------


def test_what_is_missing_of_a_seksi_is_told_by_where_its_report_stands(kantor: Kantor, planner: Context) -> None:
    kantor.play("PEL")
    kantor.play("PEM", until=Action.APPROVE)
    lines = quarterly.load(planner, TW2).kurang

    told = {line.partition(": ")[0]: line.partition(": ")[2] for line in lines}
    assert told["Seksi Pemerintahan"] == "laporan sudah disetujui, belum diserahkan"
    assert any(line.startswith("laporan belum disetujui (") for line in told.values())


def test_a_report_waits_until_the_last_seksi_was_handed_over(kantor: Kantor, planner: Context) -> None:
    kantor.play("PEL")
    kantor.play("PEM")
    assert quarterly.load(planner, TW2).status is Status.WAITING

    kantor.play("TRA")

    assert quarterly.load(planner, TW2).status is Status.OPEN


def test_only_reports_that_were_handed_over_give_figures(kantor: Kantor, planner: Context) -> None:
    kantor.play("PEL")
    kantor.play("PEM", until=Action.APPROVE)

    report = quarterly.draft(planner, TW2)

    seksi = {i.kode: i.seksi for i in kantor.rencana.indikator}
    figures = {kode: row.realisasi.nilai for kode, row in rows_of(report).items()}
    assert any(figures[k] is not None for k in figures if seksi[k] == "PEL")
    assert all(figures[k] is None for k in figures if seksi[k] == "PEM")
    assert any("Seksi Pemerintahan" in line for line in report.naskah.kekurangan)


def test_a_later_change_of_the_plan_does_not_reach_an_approved_copy(kantor: Kantor, planner: Context) -> None:
    hand_over_all(kantor)
    before = rows_of(quarterly.draft(planner, TW2))
    rename_all(kantor)

    after = rows_of(quarterly.draft(planner, TW2))

    assert {k: (r.nama, r.target, r.capaian_sd) for k, r in after.items()} == {
        k: (r.nama, r.target, r.capaian_sd) for k, r in before.items()
    }


def test_compiling_without_a_seksi_needs_a_reason_and_prints_it(kantor: Kantor, planner: Context) -> None:
    kantor.play("PEL")
    versi = quarterly.load(planner, TW2).versi
    for said in ("pendek", "." * 40, " - " + "x" * 40):
        with pytest.raises(ReasonTooShort):
            quarterly.force_start(planner, TW2, said, seen=versi)

    quarterly.force_start(planner, TW2, REASON, seen=versi)

    report = quarterly.draft(planner, TW2)
    assert any(REASON in line for line in report.naskah.kekurangan)
    assert any("Seksi Pemerintahan" in text for text in report.pendahuluan)


def test_nothing_is_compiled_of_nothing(planner: Context) -> None:
    with pytest.raises(Incomplete):
        quarterly.force_start(planner, TW2, REASON, seen=0)


# --- typed text ----------------------------------------------------------------------------------


def test_a_typed_chapter_stays_and_can_be_given_back(kantor: Kantor, planner: Context) -> None:
    hand_over_all(kantor)
    made = quarterly.draft(planner, TW2).penutup
    typed = IsiLaporan().typed_over("penutup", ("Kalimat kami sendiri.",), ())

    versi = quarterly.save_draft(planner, TW2, typed, seen=0)

    assert quarterly.draft(planner, TW2).penutup == ("Kalimat kami sendiri.",)
    quarterly.save_draft(planner, TW2, typed.given_back("penutup"), seen=versi)
    assert quarterly.draft(planner, TW2).penutup == made


def test_a_draft_that_somebody_else_changed_is_not_overwritten(kantor: Kantor, planner: Context) -> None:
    hand_over_all(kantor)
    quarterly.save_draft(planner, TW2, IsiLaporan(), seen=0)

    with pytest.raises(StaleWrite):
        quarterly.save_draft(planner, TW2, IsiLaporan((("penutup", ("lain",)),)), seen=0)


# --- fixing --------------------------------------------------------------------------------------


def test_fixing_numbers_files_and_keeps_the_whole_object(kantor: Kantor, planner: Context) -> None:
    hand_over_all(kantor)
    paper = quarterly.fix(planner, TW2, seen=quarterly.load(planner, TW2).versi)

    shown = quarterly.load(planner, TW2)
    pdf = quarterly.export(planner, TW2, Format.PDF)
    assert (shown.status, shown.dokumen) == (Status.FIXED, paper)
    assert pdf == planner.office.store.archive.read(paper.sha256)
    assert paper.nomor is not None
    assert paper.nomor in text_of(pdf)
    rename_all(kantor)
    again = reports.fixed_report(planner, reports.TRIWULAN, TW2)
    assert isinstance(again, LaporanTriwulan)
    assert OTHER not in {row.nama for row in rows_of(again).values()}


def test_a_number_may_follow_by_hand(kantor: Kantor, planner: Context) -> None:
    hand_over_all(kantor)

    paper = quarterly.fix(
        planner, TW2, Pilihan(Kertas.A4, nomor_menyusul=True), seen=quarterly.load(planner, TW2).versi
    )

    assert paper.nomor is None
    assert paper.tanggal is None


def test_a_report_that_is_not_open_is_not_fixed(kantor: Kantor, planner: Context) -> None:
    with pytest.raises(WrongState):
        quarterly.fix(planner, TW2, seen=0)
    with pytest.raises(WrongRole):
        quarterly.fix(kantor.ctx(ANDI), TW2, seen=0)


def test_reopening_withdraws_the_paper_until_a_new_version_replaces_it(kantor: Kantor, planner: Context) -> None:
    hand_over_all(kantor)
    first = quarterly.fix(planner, TW2, seen=quarterly.load(planner, TW2).versi)

    quarterly.reopen(planner, TW2, "Ada angka yang perlu dibetulkan.", seen=quarterly.load(planner, TW2).versi)

    with planner.office.store.read() as unit:
        assert unit.papers.get(first.id).status == "ditarik"
    second = quarterly.fix(planner, TW2, seen=quarterly.load(planner, TW2).versi)
    assert second.versi == 2
    assert second.nomor != first.nomor


def test_the_last_quarter_starts_the_annual_report(kantor: Kantor) -> None:
    kantor.at(1, 12, 8, tahun=2027)
    for quarter in Triwulan.of_year(2026):
        for seksi in ("PEL", "PEM", "TRA"):
            kantor.play(seksi, quarter)
        quarterly.fix(kantor.ctx(RAHMA), quarter, seen=quarterly.load(kantor.ctx(RAHMA), quarter).versi)

    view = annual.load(kantor.ctx(RAHMA), 2026)

    assert view.status is Status.OPEN
    paper = annual.fix(kantor.ctx(RAHMA), 2026, seen=view.versi)
    assert paper.jenis == "lkjip"
    assert kantor.case(None, Triwulan(2026, 4), Jenis.LAPORAN_TRIWULAN).status is Status.FIXED


# --- every format says the same ------------------------------------------------------------------


def figures_in(report: LaporanTriwulan) -> set[Angka]:
    rows = rows_of(report).values()
    return {a for r in rows for a in (r.target, r.realisasi, r.capaian, r.capaian_sd) if a.nilai is not None}


def test_pdf_docx_and_xlsx_carry_the_same_figures(kantor: Kantor, planner: Context) -> None:
    hand_over_all(kantor)
    report = quarterly.draft(planner, TW2)
    written = {format_angka(a.nilai, a.desimal) for a in figures_in(report) if a.nilai is not None and a.teks is None}

    pdf = text_of(quarterly.export(planner, TW2, Format.PDF))
    word = Document(BytesIO(quarterly.export(planner, TW2, Format.DOCX)))
    book = openpyxl.load_workbook(BytesIO(quarterly.export(planner, TW2, Format.XLSX)))

    cells = {cell.text for table in word.tables for row in table.rows for cell in row.cells}
    numbers = {
        float(cell.value) for row in book["Capaian"].iter_rows() for cell in row if isinstance(cell.value, int | float)
    }
    assert all(text in pdf for text in written)
    assert written <= cells
    assert {float(a.nilai) for a in figures_in(report) if a.nilai is not None and a.teks is None} <= numbers


def test_a_quarter_without_a_plan_of_its_year_has_no_report(planner: Context) -> None:
    assert TW1 in quarterly.periods(planner)
    assert all(quarter.tahun == 2026 for quarter in quarterly.periods(planner))


# --- reading the text ----------------------------------------------------------------------------


def test_a_typed_chapter_is_read_against_the_figures(kantor: Kantor, planner: Context) -> None:
    hand_over_all(kantor)
    text = ("Capaian mengalami peningkatan menjadi 12,34% karena jadwal pelayanan ditambah.",)
    made = next(bab.dibuat for bab in quarterly.load(planner, TW2).bab if bab.kunci == "ikhtisar")
    quarterly.save_draft(planner, TW2, IsiLaporan().typed_over("ikhtisar", text, made), seen=0)

    found = {(t.cacat, t.kutipan) for t in quarterly.load(planner, TW2).telaah if t.bab == "II. Ikhtisar Capaian"}

    assert found == {(Cacat.FRASA, "mengalami peningkatan"), (Cacat.ANGKA, "12,34")}


def test_a_typed_chapter_whose_figures_changed_is_flagged(kantor: Kantor, planner: Context) -> None:
    hand_over_all(kantor)
    made = next(bab.dibuat for bab in quarterly.load(planner, TW2).bab if bab.kunci == "ikhtisar")
    before = tuple(re.sub(r"\d+,\d+", "1,11", paragraph) for paragraph in made)
    quarterly.save_draft(planner, TW2, IsiLaporan().typed_over("ikhtisar", made, before), seen=0)

    found = [t.cacat for t in quarterly.load(planner, TW2).telaah if t.bab == "II. Ikhtisar Capaian"]

    assert Cacat.BERUBAH in found
    assert Cacat.ANGKA not in found


@pytest.mark.parametrize(
    ("kunci", "text", "flagged"),
    [
        ("capaian", "Kinerja kantor pada masa ini dinilai memuaskan.", True),
        ("capaian", "Capaian turun karena petugas berkurang.", False),
        ("capaian", "Hasil pengukuran setiap indikator disajikan pada Tabel 1.", False),
        ("analisis", "Pelayanan kepada masyarakat berjalan baik.", True),
        ("analisis", "Pelayanan terhambat oleh gangguan jaringan.", False),
        ("anggaran", "Belanja dilaksanakan secara tertib.", True),
        ("anggaran", "Belanja tertunda akibat pergeseran pagu.", False),
        ("anggaran", "Dari pagu Rp100.000.000 terealisasi 50,00%.", False),
        ("pendahuluan", "Laporan ini memuat kinerja kantor.", False),
    ],
)
def test_a_typed_paragraph_that_explains_tells_why(
    kantor: Kantor, planner: Context, kunci: str, text: str, *, flagged: bool
) -> None:
    hand_over_all(kantor)
    bab = next(bab for bab in quarterly.load(planner, TW2).bab if bab.kunci == kunci)
    quarterly.save_draft(planner, TW2, IsiLaporan().typed_over(kunci, (*bab.dibuat, text), bab.dibuat), seen=0)

    quoted = [
        t.kutipan
        for t in quarterly.load(planner, TW2).telaah
        if t.bab == bab.judul and t.cacat is Cacat.TANPA_SEBAB and t.saran.startswith("Tambahkan")
    ]

    assert quoted == [text] * flagged


def test_chapters_typed_as_the_program_writes_them_ask_for_no_reason(kantor: Kantor, planner: Context) -> None:
    hand_over_all(kantor)
    isi = IsiLaporan()
    for bab in quarterly.load(planner, TW2).bab:
        isi = isi.typed_over(bab.kunci, bab.dibuat, bab.dibuat)
    quarterly.save_draft(planner, TW2, isi, seen=0)

    found = [t for t in quarterly.load(planner, TW2).telaah if t.saran.startswith("Tambahkan")]

    assert found == []


@pytest.mark.parametrize("ragam", [reports.TRIWULAN, reports.TAHUNAN], ids=["triwulan", "tahun"])
def test_what_the_program_writes_itself_is_found_without_fault(
    kantor: Kantor, planner: Context, ragam: reports.Ragam
) -> None:
    hand_over_all(kantor)
    view = reports.load(planner, ragam, TW2 if ragam is reports.TRIWULAN else reports.at_december(2026))
    assert [t for bab in view.bab for t in read_text(bab.judul, bab.paragraf)] == []
