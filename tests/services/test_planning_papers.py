"""Rencana Aksi and Kartu Indikator: what is typed, which money stands beside it, two cards a page."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kinerja_desktop.domain.dokumen_rencana import LembarRencanaAksi
from kinerja_desktop.domain.indikator import Tingkat, VersiRencana
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import office_papers
from kinerja_desktop.services.compose.office.kinds import Pokok
from kinerja_desktop.services.context import Context
from tests.documents.reading import Page, read_pages
from tests.office import BUDGET, INDIKATOR, PLAN, RAHMA, Kantor, target
from tests.services.composing import composed

YEAR = Pokok(2026)


def planner(kantor: Kantor) -> Context:
    return kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN)


def pages(kantor: Kantor, kunci: str) -> tuple[Page, ...]:
    return read_pages(office_papers.export(planner(kantor), kunci, YEAR))


def words(kantor: Kantor, kunci: str) -> str:
    return " ".join(" ".join(page.text.split()) for page in pages(kantor, kunci))


def test_every_indikator_has_a_field_for_what_is_done(kantor: Kantor) -> None:
    fields = office_papers.load(planner(kantor), "rencana_aksi", YEAR).isian
    assert [field.kunci for field in fields] == [f"aksi:{i.kode}" for i in INDIKATOR]


def test_what_is_typed_stands_beside_its_indikator(kantor: Kantor) -> None:
    office_papers.save(planner(kantor), "rencana_aksi", YEAR, {"aksi:1.2": "Membuka loket Sabtu"}, seen=0)
    assert "Membuka loket Sabtu" in words(kantor, "rencana_aksi")


def test_what_the_plan_says_stands_there_until_something_else_is_typed(kantor: Kantor) -> None:
    with kantor.store.unit() as unit:
        row = replace(INDIKATOR[1], aksi=("Membuka loket Sabtu", None, " ", "Menambah petugas"))
        unit.planning.put_rencana(replace(PLAN, indikator=(INDIKATOR[0], row, *INDIKATOR[2:])))
        unit.commit()
    fields = office_papers.load(planner(kantor), "rencana_aksi", YEAR).isian
    assert fields[1].bawaan == "TW I: Membuka loket Sabtu\nTW IV: Menambah petugas"
    text = words(kantor, "rencana_aksi")
    assert "TW I: Membuka" in text
    assert "TW IV: Menambah" in text


def test_actions_of_several_triwulan_have_the_width_that_keeps_them_on_few_lines(kantor: Kantor) -> None:
    told = "Menyusun jadwal dan menunjuk petugas desa"
    with kantor.store.unit() as unit:
        row = replace(INDIKATOR[1], aksi=(told, told, told, told))
        unit.planning.put_rencana(replace(PLAN, indikator=(INDIKATOR[0], row, *INDIKATOR[2:])))
        unit.commit()
    lines = [place.text for page in pages(kantor, "rencana_aksi") for place in page.words]
    assert [line for line in lines if told in line] == [f"TW {tw}: {told}" for tw in ("I", "II", "III", "IV")]


def test_the_targets_are_those_in_force_on_the_day_of_the_paper(kantor: Kantor) -> None:
    changed = VersiRencana("Perubahan", date(2026, 10, 1), (("1.2", target("5100", "1200", "1200", "1200", "1500")),))
    with kantor.store.unit() as unit:
        unit.planning.put_rencana(replace(PLAN, versi=(changed,)))
        unit.commit()

    def promised() -> tuple[Decimal | None, Decimal | None]:
        paper = composed(kantor, LembarRencanaAksi, "rencana_aksi", YEAR)
        row = next(row for group in paper.rencana for row in group.baris if row.nama == INDIKATOR[1].nama)
        return row.target_tahun.nilai, row.triwulan[3].nilai

    kantor.at(7, 15, 9)
    assert promised() == (Decimal(4800), Decimal(1200))
    kantor.at(10, 15, 9)
    assert promised() == (Decimal(5100), Decimal(1500))


def test_the_budget_lines_that_name_an_indikator_stand_beside_it_with_their_pagu(kantor: Kantor) -> None:
    text = words(kantor, "rencana_aksi")
    assert text.count("400.000.000") == 2
    assert "kolom anggaran tidak dijumlahkan" in text


def test_what_the_plan_names_below_a_sasaran_stands_there_where_no_budget_line_does() -> None:
    low = replace(INDIKATOR[7], tingkat=Tingkat.PROGRAM, sasaran="Program Ketahanan Desa")
    kantor = Kantor(rencana=replace(PLAN, indikator=(*INDIKATOR[:7], low)))
    rows = composed(kantor, LembarRencanaAksi, "rencana_aksi", YEAR).rencana
    assert next(b.program for k in rows for b in k.baris if b.nama == low.nama) == "Program Ketahanan Desa"


def test_money_of_the_same_name_is_that_of_the_indikator_on_every_paper() -> None:
    low = replace(INDIKATOR[6], tingkat=Tingkat.PROGRAM, sasaran="PROGRAM PENATAAN DESA")
    kantor = Kantor(rencana=replace(PLAN, indikator=(*INDIKATOR[:6], low, INDIKATOR[7])))
    with kantor.store.unit() as unit:
        line = replace(BUDGET[0], uraian="Program Penataan Desa", indikator=())
        unit.planning.put_anggaran(2026, (line,))
        unit.commit()
    rows = composed(kantor, LembarRencanaAksi, "rencana_aksi", YEAR).rencana
    assert next(b.anggaran.nilai for k in rows for b in k.baris if b.nama == low.nama) == line.pagu


def test_a_plan_without_budget_has_dashes_and_no_note(kantor: Kantor) -> None:
    with kantor.store.unit() as unit:
        unit.planning.put_anggaran(2026, ())
        unit.commit()
    assert "tidak dijumlahkan" not in words(kantor, "rencana_aksi")


def test_two_cards_stand_on_a_page_and_the_signature_below_the_last(kantor: Kantor) -> None:
    made = pages(kantor, "kartu_indikator")
    assert [page.text.count("Definisi operasional") for page in made] == [2, 2, 2, 2]
    assert "Andi Umpama".upper() in made[-1].text


def test_a_card_says_how_its_indikator_is_measured(kantor: Kantor) -> None:
    text = words(kantor, "kartu_indikator")
    assert "Makin rendah makin baik; capaian = (2 × target − realisasi) : target × 100" in text
    assert "Akumulasi: nilai tahun adalah jumlah empat triwulan" in text


def test_cards_with_endless_words_go_over_pages(kantor: Kantor) -> None:
    long = replace(INDIKATOR[0], definisi="kata " * 800, formulasi="kata " * 800)
    with kantor.store.unit() as unit:
        unit.planning.put_rencana(replace(PLAN, indikator=(INDIKATOR[1], long, INDIKATOR[2], replace(long, kode="9"))))
        unit.commit()
    made = pages(kantor, "kartu_indikator")
    assert sum(page.text.split().count("kata") for page in made) == 3200
    assert "NIP" in made[-1].text
