"""The Perjanjian Kinerja: whose it is, which version it prints, what it replaces."""

from dataclasses import replace
from datetime import date

import pytest

from kinerja_desktop.domain.dokumen_rencana import PerjanjianKinerja
from kinerja_desktop.domain.errors import WrongRole
from kinerja_desktop.domain.indikator import Tingkat, VersiRencana
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.pegawai import Penugasan
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import office_papers
from kinerja_desktop.services.compose.naskah import Pilihan
from kinerja_desktop.services.compose.office.kinds import Pokok
from kinerja_desktop.services.context import Context
from tests.documents.reading import Page, read_pages
from tests.office import BUDGET, INDIKATOR, PLAN, RAHMA, SITI, Kantor, target
from tests.services.composing import composed

YEAR = Pokok(2026)
KUNCI = "perjanjian_kinerja"
CHANGED = "Perubahan, mulai 1 Oktober 2026"


def planner(kantor: Kantor) -> Context:
    return kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN)


def typed(kantor: Kantor, **nilai: str) -> None:
    ctx = planner(kantor)
    office_papers.save(ctx, KUNCI, YEAR, nilai, seen=office_papers.load(ctx, KUNCI, YEAR).versi_draf)


def pages(kantor: Kantor, kertas: Kertas = Kertas.F4) -> tuple[Page, ...]:
    return read_pages(
        office_papers.export(planner(kantor), KUNCI, YEAR, pilihan=Pilihan(kertas, "Tolo", date(2026, 7, 15)))
    )


FIRST = VersiRencana("Perubahan", date(2026, 10, 1), (("1.2", target("5100")),))
SECOND = VersiRencana("Perubahan 2", date(2026, 11, 2), (("1.2", target("5200")),))


def change_plan(kantor: Kantor, *versi: VersiRencana) -> None:
    with kantor.store.unit() as unit:
        unit.planning.put_rencana(replace(PLAN, versi=versi or (FIRST,)))
        unit.commit()


def test_both_parties_sign_every_page(kantor: Kantor) -> None:
    typed(kantor, nama_kedua="Drs. H. Misal Percontohan, M.M.")
    made = pages(kantor)
    assert len(made) == 3
    for page in made:
        left, right = page.find("Pihak Kedua,"), page.find("Pihak Pertama,")
        assert left.top == right.top
        assert (round(left.left), round(right.left)) == (36, 122)
        assert "Drs. H. MISAL PERCONTOHAN, M.M." in page.text
        assert "Paraf Kasubag Perencanaan" in page.text


def test_the_head_of_region_signs_without_rank_and_number(kantor: Kantor) -> None:
    typed(kantor, nama_kedua="Drs. H. Misal Percontohan, M.M.")
    assert pages(kantor)[0].text.count("NIP") == 1


def test_who_holds_an_office_for_a_time_is_written_so_on_every_page(kantor: Kantor) -> None:
    with kantor.store.unit() as unit:
        head = next(p for p in unit.people.all() if p.jabatan.startswith("Camat"))
        unit.people.put(replace(head, penugasan=Penugasan.PLH))
        unit.commit()
    typed(kantor, jabatan_kedua="Pj. Bupati Jeneponto")
    made = pages(kantor)
    for page in made:
        assert "Pj. BUPATI JENEPONTO," in page.text
        assert "Plh. CAMAT" in page.text
        assert "PLH." not in page.text


def test_a_draft_says_what_is_missing_and_a_fixed_one_does_not(kantor: Kantor) -> None:
    assert "Nama pihak kedua belum diisi." in pages(kantor)[0].text
    ctx = planner(kantor)
    paper = office_papers.fix(ctx, KUNCI, YEAR)
    assert paper.nomor == "000.7.2.7/001/KEC-KLR/VII/2026"
    assert paper.judul == "Perjanjian Kinerja Tahun 2026"


def test_without_a_changed_plan_no_version_is_asked(kantor: Kantor) -> None:
    fields = {field.kunci for field in office_papers.load(planner(kantor), KUNCI, YEAR).isian}
    assert "versi" not in fields


def test_the_murni_targets_stand_until_a_version_is_chosen(kantor: Kantor) -> None:
    change_plan(kantor)
    made = pages(kantor)
    assert "4.800" in made[1].text
    assert "PERUBAHAN" not in made[0].text


def test_a_change_names_the_agreement_that_it_replaces(kantor: Kantor) -> None:
    change_plan(kantor)
    office_papers.fix(planner(kantor), KUNCI, YEAR)
    typed(kantor, versi=CHANGED, alasan="Pagu berkurang.")
    made = pages(kantor)
    assert "PERJANJIAN KINERJA PERUBAHAN TAHUN 2026" in made[0].text
    told = " ".join(made[0].text.split())
    assert "menggantikan Perjanjian Kinerja Nomor 000.7.2.7/001/KEC-KLR/VII/2026 tanggal 10 Juli 2026" in told
    assert "karena pagu berkurang." in told
    assert "5.100" in made[1].text
    office_papers.fix(planner(kantor), KUNCI, YEAR)
    again = " ".join(pages(kantor)[0].text.split())
    assert "Nomor 000.7.2.7/001/KEC-KLR/VII/2026" in again, "a second print of the change still replaces the murni one"


def test_a_second_change_replaces_the_first_one(kantor: Kantor) -> None:
    change_plan(kantor, FIRST, SECOND)
    office_papers.fix(planner(kantor), KUNCI, YEAR)
    typed(kantor, versi=CHANGED, alasan="Pagu berkurang.")
    first = office_papers.fix(planner(kantor), KUNCI, YEAR)
    typed(kantor, versi="Perubahan 2, mulai 2 November 2026", alasan="Pagu bertambah.")
    told = " ".join(pages(kantor)[0].text.split())
    assert "PERJANJIAN KINERJA PERUBAHAN KEDUA TAHUN 2026" in told
    assert f"menggantikan Perjanjian Kinerja Nomor {first.nomor} tanggal 10 Juli 2026" in told
    second = office_papers.fix(planner(kantor), KUNCI, YEAR)
    assert second.judul == "Perjanjian Kinerja Perubahan Kedua Tahun 2026"
    typed(kantor, versi=CHANGED)
    told = " ".join(pages(kantor)[0].text.split())
    assert "Nomor 000.7.2.7/001/KEC-KLR/VII/2026" in told, "an earlier change never replaces a later one"


@pytest.mark.parametrize("kertas", list(Kertas))
def test_the_statement_stays_on_one_page(kantor: Kantor, kertas: Kertas) -> None:
    change_plan(kantor)
    who = "Drs. H. Misal Percontohan, M.M."
    why = "perubahan strategi yang memengaruhi pencapaian tujuan dan sasaran serta perubahan pagu anggaran"
    typed(kantor, versi=CHANGED, nama_kedua=who, nomor_lama="1", tanggal_lama="2 Januari 2026", alasan=why)
    made = pages(kantor, kertas)
    assert len(made) == 3
    assert "Paraf Sekcam" in made[0].text


def test_a_change_of_something_unknown_leaves_room_for_the_hand(kantor: Kantor) -> None:
    change_plan(kantor)
    typed(kantor, versi=CHANGED)
    text = pages(kantor)[0].text
    assert "yang diganti belum diketahui" in text
    assert "....." in text


def test_the_head_has_the_title_of_his_signature_in_the_text_too(kantor: Kantor) -> None:
    with kantor.store.unit() as unit:
        head = next(p for p in unit.people.all() if p.jabatan.startswith("Camat"))
        unit.people.put(replace(head, jabatan="Camat"))
        unit.commit()
    statement, annex, _ = pages(kantor)
    assert "Camat Kelara" in statement.text
    assert "\nCAMAT KELARA\n" in annex.text


def test_only_sasaran_are_promised_by_the_head_of_the_office(kantor: Kantor) -> None:
    rows = tuple(replace(i, tingkat=Tingkat.PROGRAM) if i.kode == "4.1" else i for i in INDIKATOR)
    with kantor.store.unit() as unit:
        unit.planning.put_rencana(replace(PLAN, indikator=rows))
        unit.commit()
    assert "Jumlah patroli" not in pages(kantor)[1].text


def test_a_plan_without_sasaran_promises_its_highest_level() -> None:
    rows = tuple(replace(i, tingkat=Tingkat.KEGIATAN if i.kode == "4.1" else Tingkat.PROGRAM) for i in INDIKATOR)
    assert [i.kode for i in replace(PLAN, indikator=rows).dijanjikan] == [i.kode for i in rows if i.kode != "4.1"]


def test_what_is_promised_below_a_program_is_not_headed_as_a_sasaran(kantor: Kantor) -> None:
    def heads() -> set[str]:
        about = Pokok(2026, seksi="TRA")
        page = read_pages(office_papers.export(planner(kantor), "perjanjian_seksi", about))[1]
        return {place.text for place in page.words} & {"Sasaran", "Program", "Sasaran / Program"}

    assert heads() == {"Sasaran"}
    low = replace(INDIKATOR[-1], kode="4.2", tingkat=Tingkat.PROGRAM)
    with kantor.store.unit() as unit:
        unit.planning.put_rencana(replace(PLAN, indikator=(*INDIKATOR, low)))
        unit.commit()
    assert heads() == {"Sasaran / Program"}


def test_a_head_that_names_many_levels_breaks_between_them(kantor: Kantor) -> None:
    below = (Tingkat.PROGRAM, Tingkat.KEGIATAN, Tingkat.SUB_KEGIATAN)
    rows = (replace(INDIKATOR[-1], kode=f"4.{n}", tingkat=level) for n, level in enumerate(below, start=2))
    with kantor.store.unit() as unit:
        unit.planning.put_rencana(replace(PLAN, indikator=(*INDIKATOR, *rows)))
        unit.commit()
    made = office_papers.export(
        planner(kantor),
        "perjanjian_seksi",
        Pokok(2026, seksi="TRA"),
        pilihan=Pilihan(Kertas.A4, "Tolo", date(2026, 7, 15)),
    )
    assert any(place.text.endswith("Sub Kegiatan") for place in read_pages(made)[1].words)


def test_a_budget_is_listed_by_its_highest_level_with_its_total(kantor: Kantor) -> None:
    text = pages(kantor)[2].text
    assert "Program Pelayanan" in text
    assert text.count("400.000.000") == 2
    assert "APBD" in text


@pytest.mark.parametrize("kertas", list(Kertas))
def test_long_words_and_many_indikator_break_without_a_page_of_signatures_alone(kantor: Kantor, kertas: Kertas) -> None:
    many = tuple(
        replace(
            INDIKATOR[n % 8],
            kode=f"9.{n}",
            nama=f"Indikator {n} " + "panjang sekali " * 7,
            sasaran=f"Sasaran {n // 20} " + "yang panjang " * 9,
        )
        for n in range(60)
    )
    with kantor.store.unit() as unit:
        unit.planning.put_rencana(replace(PLAN, indikator=many))
        unit.planning.put_anggaran(2026, ())
        unit.commit()
    typed(kantor, janji="Kalimat yang panjang. " * 180)
    made = pages(kantor, kertas)
    assert len(made) > 5
    for page in made:
        assert all(place.right <= page.width - 19 for place in page.words)
    tables = [page for page in made if "Indikator Kinerja" in page.text]
    assert len(tables) > 2
    assert all("Sasaran " in page.text.replace("Sasaran\n", "") for page in tables), "the sasaran stands on each page"
    assert "Indikator 59" in tables[-1].text
    assert "Pihak Pertama," in tables[-1].text


# --- of a seksi ------------------------------------------------------------------------------------


FIELDS = {"sumber_dana": "APBD", **dict.fromkeys(("pembuka", "janji", "pengawasan", "paraf"), "")}


def of_seksi(kantor: Kantor, seksi: str = "PEL") -> PerjanjianKinerja:
    """The agreement of a seksi's head with the head of the office."""
    return composed(kantor, PerjanjianKinerja, "perjanjian_seksi", Pokok(2026, None, seksi), FIELDS)


def test_the_head_of_a_seksi_promises_its_indikator_to_the_head_of_the_office(kantor: Kantor) -> None:
    ctx, pokok = planner(kantor), Pokok(2026, None, "PEL")
    made = read_pages(office_papers.export(ctx, "perjanjian_seksi", pokok, pilihan=Pilihan(Kertas.F4, "Tolo")))
    first = made[0]
    assert first.find("Pihak Kedua,").left < first.find("Pihak Pertama,").left
    assert first.text.count("NIP") == 2, "both are officials"
    text = " ".join(page.text for page in made)
    assert all((i.nama in text) is (i.seksi == "PEL") for i in INDIKATOR)
    assert "Nama pihak kedua" not in text
    assert len(made) == 2, "a lampiran that one page holds is not parted"


def test_money_behind_several_seksi_is_named_at_each_of_them(kantor: Kantor) -> None:
    line = replace(BUDGET[0], indikator=("1.1", "3.1"))
    with kantor.store.unit() as unit:
        unit.planning.put_anggaran(2026, (line,))
        unit.commit()
    (row,) = of_seksi(kantor).dana
    assert (row.uraian, row.keterangan) == (line.uraian, "APBD, bersama Seksi Pemerintahan")
    (row,) = of_seksi(kantor, "PEM").dana
    assert row.keterangan == "APBD, bersama Seksi Pelayanan"


def test_without_money_behind_its_indikator_a_seksi_promises_on_two_pages(kantor: Kantor) -> None:
    made = read_pages(office_papers.export(planner(kantor), "perjanjian_seksi", Pokok(2026, None, "TRA")))
    assert len(made) == 2
    assert "Anggaran belum dihubungkan dengan indikator." in made[0].text


def test_the_head_of_a_seksi_makes_his_own_agreement_alone(kantor: Kantor) -> None:
    own = kantor.ctx(SITI, Role.KASUBAG)
    assert office_papers.export(own, "perjanjian_seksi", Pokok(2026, None, "PEL"))
    with pytest.raises(WrongRole):
        office_papers.export(own, "perjanjian_seksi", Pokok(2026, None, "PEM"))
