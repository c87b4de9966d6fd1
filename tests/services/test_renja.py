"""The Evaluasi Hasil Renja: how columns follow the formulas or the kind of an indikator, its money, its sheets."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.dokumen_pengukuran import BarisRenja, EvaluasiRenja
from kinerja_desktop.domain.indikator import Akumulasi, Indikator, Riwayat, Tingkat
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.laporan import Angka, Kosong
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import office_papers, printing
from kinerja_desktop.services.compose.naskah import Pilihan
from kinerja_desktop.services.compose.office.kinds import Pokok, Sumber
from kinerja_desktop.services.compose.office.renja import NILAI_AKHIR, SEPERIODE, renja_evaluation
from kinerja_desktop.services.printing import Format
from tests.documents.reading import Page, read_pages
from tests.office import BUDGET, INDIKATOR, PLAN, RAHMA, TW1, TW2, TW3, TW4, Kantor

KUNCI = "evaluasi_renja"
ENDS = {"1.1": "98", "1.2": "24000", "1.3": "2200", "1.4": "2", "2.2": "86"}
EARLIER = (
    Riwayat("1.1", 2025, Decimal(95), Decimal(90)),
    Riwayat("1.2", 2025, Decimal(4700), Decimal(4000)),
    Riwayat("1.4", 2025, Decimal(4), Decimal(5)),
    Riwayat("2.2", 2025, Decimal(82), Decimal(84)),
)


@pytest.fixture
def kantor(kantor: Kantor) -> Kantor:
    """The office with targets of a Renstra from 2025 to 2029 and one year before this one."""
    with kantor.store.unit() as unit:
        unit.planning.put_rencana(replace(PLAN, indikator=tuple(map(_with_end, INDIKATOR)), riwayat=EARLIER))
        unit.commit()
    for triwulan in (TW1, TW2):
        for seksi in ("PEL", "PEM", "TRA"):
            kantor.play(seksi, triwulan)
    return kantor


def _with_end(i: Indikator) -> Indikator:
    end = ENDS.get(i.kode)
    return i if end is None else replace(i, target_renstra=Decimal(end), tahun_renstra=2029)


def evaluated(kantor: Kantor, tw: int = 2, target_renstra: str = NILAI_AKHIR) -> EvaluasiRenja:
    isian = dict.fromkeys(("pendorong", "penghambat", "lanjut_tw", "lanjut_renja"), "") | {
        "target_renstra": target_renstra
    }
    with kantor.store.read() as unit:
        ctx = kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN)
        return renja_evaluation(Sumber(unit, ctx, Pokok(2026, tw), isian=isian))


def row(made: EvaluasiRenja, nama: str) -> BarisRenja:
    return next(b for k in made.kelompok for b in k.baris if b.indikator.startswith(nama))


def kinerja(line: BarisRenja) -> tuple[Decimal | None, ...]:
    return tuple(pair.kinerja.nilai for pair in line.pasangan)


def D(*figures: str | None) -> tuple[Decimal | None, ...]:  # noqa: N802  reads as the type
    return tuple(None if figure is None else Decimal(figure) for figure in figures)


def test_a_running_figure_has_its_last_value_in_columns_13_and_14(kantor: Kantor) -> None:
    line = row(evaluated(kantor), "Persentase permohonan")
    assert kinerja(line) == D("98", "90", "95", "91.85", "91.85", None, None, "91.85", "91.85", "93.72")


def test_a_running_figure_that_lacks_is_not_filled_with_that_of_last_year(kantor: Kantor) -> None:
    line = row(evaluated(kantor, 3), "Persentase permohonan")
    assert kinerja(line)[-3:] == D(None, None, None)
    assert line.kumulatif.kinerja == line.realisasi.kinerja
    assert line.kumulatif.kinerja.kosong is Kosong.BELUM_ADA


def test_a_mean_has_no_more_decimals_than_what_it_is_made_of(kantor: Kantor) -> None:
    rows = tuple(replace(i, akumulasi=Akumulasi.RATA_RATA) if i.kode == "1.1" else i for i in PLAN.indikator)
    with kantor.store.unit() as unit:
        unit.planning.put_rencana(replace(PLAN, indikator=rows))
        unit.commit()
    assert {pair.kinerja.desimal for pair in row(evaluated(kantor), rows[0].nama).pasangan[:-1]} <= {0, 2}


def test_counts_add_up_in_the_year_but_not_over_years_whose_target_is_of_one_year(kantor: Kantor) -> None:
    line = row(evaluated(kantor), "Jumlah dokumen")
    assert kinerja(line) == D("24000", "4000", "4800", "1287", "1287", None, None, "2574", None, None)


def test_counts_add_up_over_years_where_the_target_is_of_the_whole_period(kantor: Kantor) -> None:
    line = row(evaluated(kantor, target_renstra=SEPERIODE), "Jumlah dokumen")
    assert kinerja(line)[-3:] == D("2574", "6574", "27.39")


def test_what_the_plan_names_below_a_sasaran_stands_in_column_3() -> None:
    rows = (
        replace(INDIKATOR[0], tingkat=Tingkat.PROGRAM, sasaran="PELAYANAN"),
        replace(INDIKATOR[1], tingkat=Tingkat.SUB_KEGIATAN, sasaran="Penyediaan Gaji"),
        *INDIKATOR[2:],
    )
    made = evaluated(Kantor(rencana=replace(PLAN, indikator=rows)))
    names = {k.sasaran for k in made.kelompok}
    assert "-" in names
    assert not {"PELAYANAN", "Penyediaan Gaji"} & names
    assert [int(b.no) for k in made.kelompok for b in k.baris] == list(range(1, len(rows) + 1))
    assert row(made, INDIKATOR[0].nama).program == "Program Pelayanan"
    assert row(made, INDIKATOR[1].nama).program == "Penyediaan Gaji;\nProgram Pelayanan"


def test_a_plan_without_sasaran_gives_their_column_to_the_names_beside_it() -> None:
    rows = tuple(replace(i, tingkat=Tingkat.PROGRAM, sasaran="Program Pelayanan") for i in INDIKATOR)
    bare = evaluated(Kantor(rencana=replace(PLAN, indikator=rows)))
    pages, (told, *_) = (read_pages(printing.render(made)) for made in (bare, evaluated(Kantor())))
    first = pages[0]
    assert told.find("Satuan").left == pytest.approx(first.find("Satuan").left, abs=0.1)
    assert first.find("Indikator Kinerja").left < told.find("Indikator Kinerja").left
    column = [place for page in pages for place in page.words if place.text == "-" and 27 <= place.left <= 40]
    assert len(column) == sum(len(k.baris) for k in bare.kelompok), "no cell is empty"


def test_rows_keep_their_numbers_in_order_where_a_tujuan_comes_after_indikator_without_sasaran() -> None:
    rows = (replace(INDIKATOR[0], sasaran=None), replace(INDIKATOR[1], tingkat=Tingkat.TUJUAN), *INDIKATOR[2:])
    kantor = Kantor(rencana=replace(PLAN, indikator=rows))
    with kantor.store.unit() as unit:
        unit.planning.put_anggaran(2026, (*BUDGET, replace(BUDGET[0], kode="02", indikator=())))
        unit.commit()
    numbers = [int(b.no) for k in evaluated(kantor).kelompok for b in k.baris]
    assert numbers == list(range(1, len(rows) + 2))


def test_an_unknown_earlier_year_is_never_taken_as_zero(kantor: Kantor) -> None:
    line = row(evaluated(kantor, target_renstra=SEPERIODE), "Jumlah surat")
    assert (line.realisasi_lalu.kinerja.nilai, line.kumulatif.kinerja.nilai, line.tingkat.kinerja.nilai) == D(
        None, None, None
    )


def test_what_is_measured_once_a_year_has_last_years_value_until_then(kantor: Kantor) -> None:
    line = row(evaluated(kantor), "Indeks Kepuasan")
    assert kinerja(line) == D("86", "84", "83", None, None, None, None, None, "84", "97.67")


def test_low_is_better_waits_for_the_end_of_the_year(kantor: Kantor) -> None:
    assert kinerja(row(evaluated(kantor), "Pengaduan"))[-3:] == D("3", None, None)
    for triwulan, month, year in ((TW3, 10, 2026), (TW4, 1, 2027)):
        kantor.at(month, 12, 9, tahun=year)
        kantor.play("PEL", triwulan)
    assert kinerja(row(evaluated(kantor, 4), "Pengaduan"))[-3:] == D("3", "3", "50.00")


def test_every_departure_from_the_formulas_is_named_in_a_note(kantor: Kantor) -> None:
    made = evaluated(kantor)
    notes = {int(note[0]): note for note in made.catatan if note[1:2] == ")"}
    told = " ".join(notes[number] for number in row(made, "Pengaduan").catatan)
    assert "nilai terakhir" in told
    assert "Makin rendah makin baik" in told
    assert row(evaluated(kantor, target_renstra=SEPERIODE), "Jumlah surat").catatan == ()


def test_money_is_whole_and_in_thousands_and_shown_once_for_a_shared_program(kantor: Kantor) -> None:
    made = evaluated(kantor)
    first, second = row(made, "Persentase permohonan"), row(made, "Jumlah dokumen")
    assert (first.target.rupiah, first.target.ribuan) == (Angka(Decimal(400_000_000), 0), Angka(Decimal(400_000), 0))
    assert tuple(pair.ribuan.nilai for pair in first.triwulan) == D("80000", "100000", None, None)
    assert first.realisasi.ribuan.nilai == Decimal(180_000)
    assert second.program == "Program Pelayanan"
    assert second.target.rupiah == Angka(None, 0)
    assert any("sudah tercantum" in made.catatan[number - 1] for number in second.catatan)


def test_money_of_the_renstra_is_never_made_up(kantor: Kantor) -> None:
    made = evaluated(kantor)
    for line in (b for k in made.kelompok for b in k.baris):
        pairs = (line.target_renstra, line.realisasi_lalu, line.kumulatif, line.tingkat)
        assert all(pair.rupiah.nilai is None and pair.rupiah.kosong is Kosong.TIDAK_BERLAKU for pair in pairs)
    assert "belum tercatat" in made.catatan[-1]


def test_na_is_explained_where_the_form_prints_it(kantor: Kantor) -> None:
    made = evaluated(kantor)
    figures = [pair.kinerja for k in made.kelompok for line in k.baris for pair in line.pasangan]
    printed = any(f.nilai is None and f.kosong is Kosong.BELUM_ADA for f in figures)
    assert ("n/a" in made.catatan[-1]) is printed


def test_a_budget_line_that_no_indikator_has_stands_at_the_end(kantor: Kantor) -> None:
    other = BarisAnggaran("02", Tingkat.PROGRAM, "Program Lain", Decimal(1_500), (Decimal(700), None, None, None))
    with kantor.store.unit() as unit:
        unit.planning.put_anggaran(2026, (*BUDGET, other))
        unit.commit()
    last = evaluated(kantor).kelompok[-1].baris[-1]
    assert (last.program, last.indikator, last.no) == ("Program Lain", "-", "9")
    assert (last.target.ribuan.nilai, last.realisasi.ribuan.nilai) == D("2", "1")


def _money(nama: str, tingkat: Tingkat, pagu: str) -> BarisAnggaran:
    return BarisAnggaran(nama[:3], tingkat, nama, Decimal(pagu))


def test_money_of_what_the_plan_names_stands_at_its_rows_though_nothing_links_them() -> None:
    rows = (
        replace(INDIKATOR[0], tingkat=Tingkat.PROGRAM, sasaran="Program Pelayanan Umum"),
        replace(INDIKATOR[1], tingkat=Tingkat.KEGIATAN, sasaran="Administrasi Keuangan/Aset"),
        replace(INDIKATOR[2], tingkat=Tingkat.SUB_KEGIATAN, sasaran="Penyediaan Gaji"),
        replace(INDIKATOR[3], sasaran=None, nama="Program Ketertiban"),
        *INDIKATOR[4:],
    )
    kantor = Kantor(rencana=replace(PLAN, indikator=rows))
    lines = (
        _money("PROGRAM PELAYANAN UMUM", Tingkat.PROGRAM, "9000"),
        _money("Administrasi  Keuangan / Aset", Tingkat.KEGIATAN, "9000"),
        _money("Penyediaan Gaji", Tingkat.SUB_KEGIATAN, "7000"),
        _money("Penyediaan Alat", Tingkat.SUB_KEGIATAN, "2000"),
        _money("PROGRAM KETERTIBAN", Tingkat.PROGRAM, "5000"),
        _money("Program Lain", Tingkat.PROGRAM, "4000"),
    )
    with kantor.store.unit() as unit:
        unit.planning.put_anggaran(2026, lines)
        unit.commit()
    made = evaluated(kantor)
    money = tuple(row(made, i.nama).target.rupiah.nilai for i in rows[:4])
    assert money == D("9000", "9000", "7000", "5000")
    assert [b.program for k in made.kelompok for b in k.baris if b.indikator == "-"] == ["Program Lain"]


def test_a_name_that_several_budget_lines_have_says_nothing_of_money() -> None:
    rows = (replace(INDIKATOR[0], tingkat=Tingkat.SUB_KEGIATAN, sasaran="Penyediaan Gaji"), *INDIKATOR[1:])
    kantor = Kantor(rencana=replace(PLAN, indikator=rows))
    same = _money("Penyediaan Gaji", Tingkat.SUB_KEGIATAN, "7000")
    tops = (_money(f"{n} Program", Tingkat.PROGRAM, "7000") for n in ("Satu", "Dua"))
    with kantor.store.unit() as unit:
        unit.planning.put_anggaran(2026, tuple(line for top in tops for line in (top, same)))
        unit.commit()
    assert row(evaluated(kantor), INDIKATOR[0].nama).target.rupiah.nilai is None


def test_the_foot_has_the_mean_and_the_predikat_only_at_the_end_of_the_year(kantor: Kantor) -> None:
    assert evaluated(kantor).kaki[0][1] == "K: 95,70% (2 indikator); Rp: -; predikat: ditetapkan pada Triwulan IV"


def test_the_foot_starts_with_what_the_seksi_said(kantor: Kantor) -> None:
    view = office_papers.load(kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN), KUNCI, Pokok(2026, 2))
    assert view.nilai["penghambat"] == "Printer loket rusak dua hari."


# --- the sheet -----------------------------------------------------------------------------------


def pages(kantor: Kantor, kertas: Kertas = Kertas.F4) -> tuple[Page, ...]:
    ctx = kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN)
    return read_pages(
        office_papers.export(ctx, KUNCI, Pokok(2026, 2), pilihan=Pilihan(kertas, "Tolo", date(2026, 7, 15)))
    )


def test_f4_carries_all_columns_and_the_signature_beside_the_foot(kantor: Kantor) -> None:
    (page,) = pages(kantor)
    for number in ("(1)", "(12)", "13 = 9+10+11+12", "14 = 7+13", "15 = 14:6×100"):
        assert page.text.count(number) == 1
    assert page.text.count("K\n") + page.text.count("Rp\n") >= 20
    foot, signer = page.find("Faktor pendorong"), page.find("ANDI UMPAMA")
    assert signer.left > 200 > foot.left
    assert signer.top < page.height - 32


@pytest.mark.parametrize("kertas", list(Kertas))
def test_the_stamp_has_its_room_between_the_foot_and_the_signature(kantor: Kantor, kertas: Kertas) -> None:
    ctx = kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN)
    office_papers.save(ctx, KUNCI, Pokok(2026, 2), {"pendorong": "kata " * 60}, seen=0)
    page = pages(kantor, kertas)[-1]
    signer = page.find("ANDI UMPAMA")
    lines = [s.right for s in page.shapes if s.top > page.find("Faktor pendorong").top - 6 and s.bottom < signer.top]
    assert max(right for right in lines if right < signer.left) <= signer.left - 35


def test_a4_has_two_sheets_with_the_names_on_both(kantor: Kantor) -> None:
    first, second = pages(kantor, Kertas.A4)
    assert "(8)" in first.text
    assert "(9)" not in first.text
    assert "(9)" in second.text
    assert "(6)" not in second.text
    for page in (first, second):
        assert "Jumlah dokumen" in page.text
        assert not [p for p in page.words if p.left < 19.9 or p.right > page.width - 19.5]


@pytest.mark.parametrize("kertas", list(Kertas))
def test_endless_words_move_the_signature_below_the_foot(kantor: Kantor, kertas: Kertas) -> None:
    ctx = kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN)
    words = dict.fromkeys(("pendorong", "penghambat", "lanjut_tw", "lanjut_renja"), "kata " * 790)
    office_papers.save(ctx, KUNCI, Pokok(2026, 2), words, seen=0)
    made = pages(kantor, kertas)
    assert sum(page.text.split().count("kata") for page in made) == 4 * 790
    assert "ANDI UMPAMA" in made[-1].text
    assert "Tindak lanjut" in made[-1].text


def workbook(kantor: Kantor) -> Workbook:
    ctx = kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN)
    return load_workbook(BytesIO(office_papers.export(ctx, KUNCI, Pokok(2026, 2), Format.XLSX)))


def test_the_workbook_has_whole_rupiah_as_numbers(kantor: Kantor) -> None:
    book = workbook(kantor)
    sheet = book["Evaluasi Renja"]
    heads = [cell.value for cell in sheet[2]]
    row = {head: cell.value for head, cell in zip(heads, sheet[3], strict=True)}
    assert row["Indikator Kinerja"] == "Persentase permohonan tepat waktu"
    assert row["Target Renja 2026 Rp"] == 400_000_000
    assert row["Realisasi Renja 2026 K"] == 91.85
    assert row["Target Renstra 2029 Rp"] == "-"
    said = [cell.value for (cell,) in book["Uraian"].iter_rows(max_col=1)]
    assert "Faktor penghambat: Printer loket rusak dua hari." in said


@pytest.mark.parametrize("kertas", list(Kertas))
def test_no_word_of_the_narrow_columns_is_broken_inside(kantor: Kantor, kertas: Kertas) -> None:
    paper = evaluated(kantor)
    first = replace(paper.kelompok[0], sasaran="PROGRAM PENYELENGGARAAN PEMERINTAHAN")
    line = replace(first.baris[0], satuan="Persentase")
    first = replace(first, baris=(line, *first.baris[1:]))
    long = replace(paper, naskah=replace(paper.naskah, kertas=kertas), kelompok=(first, *paper.kelompok[1:]))
    made = read_pages(printing.render(long))
    words = {word for page in made for place in page.words for word in place.text.split()}
    assert {"PENYELENGGARAAN", "PEMERINTAHAN", "Persentase"} <= words
