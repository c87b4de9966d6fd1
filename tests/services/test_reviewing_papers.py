"""Papers of the review: what the history proves and what is left to the reviewer."""

from dataclasses import replace
from decimal import Decimal

from kinerja_desktop.domain.dokumen_reviu import ButirReviu, KertasKerjaReviu
from kinerja_desktop.domain.indikator import Riwayat
from kinerja_desktop.domain.isian import filled
from kinerja_desktop.domain.nip import format_nip
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import office_papers
from kinerja_desktop.services.compose.office.kinds import Pokok, Sumber
from kinerja_desktop.services.compose.office.reviewing import checklist, checklist_fields
from kinerja_desktop.services.context import Context
from tests.documents.reading import read_pages
from tests.office import PLAN, RAHMA, SITI, TW4, Kantor

YEAR = Pokok(2026)


def planner(kantor: Kantor) -> Context:
    return kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN)


def made(kantor: Kantor, **typed: str) -> KertasKerjaReviu:
    with kantor.store.read() as unit:
        x = Sumber(unit, planner(kantor), YEAR)
        answers = {kunci.replace("__", ":").replace("_", "."): teks for kunci, teks in typed.items()}
        return checklist(replace(x, isian=filled(checklist_fields(x), answers)))


def point(paper: KertasKerjaReviu, part: int, no: int) -> ButirReviu:
    return paper.bagian[part - 1].butir[no - 1]


def hand_in_the_year(kantor: Kantor) -> None:
    kantor.at(1, 12, 9, tahun=2027)
    for seksi in ("PEL", "PEM", "TRA"):
        kantor.play(seksi, TW4)


def test_before_anything_happened_nothing_is_proved(kantor: Kantor) -> None:
    paper = made(kantor)
    assert [len(part.butir) for part in paper.bagian] == [6, 7, 10]
    assert all(b.jawaban is None and not b.catatan for part in paper.bagian for b in part.butir)


def test_the_mechanism_is_proved_by_what_was_handed_over(kantor: Kantor) -> None:
    hand_in_the_year(kantor)
    paper = made(kantor)
    proved = {number for number in range(1, 8) if point(paper, 2, number).jawaban}
    assert proved == {3, 4, 5, 6, 7}
    assert point(paper, 2, 3).catatan.startswith("Terbukti dari riwayat: tiga laporan seksi diserahkan")


def test_one_seksi_alone_does_not_speak_for_all(kantor: Kantor) -> None:
    kantor.at(1, 12, 9, tahun=2027)
    kantor.play("PEL", TW4)
    paper = made(kantor)
    assert point(paper, 2, 3).jawaban
    assert {point(paper, 2, number).jawaban for number in (4, 5, 6, 7)} == {None}


def test_comparisons_are_proved_by_earlier_years(kantor: Kantor) -> None:
    with kantor.store.unit() as unit:
        unit.planning.put_rencana(replace(PLAN, riwayat=(Riwayat("1.1", 2025, Decimal(95), Decimal(90)),)))
        unit.commit()
    hand_in_the_year(kantor)
    assert "satu indikator dibandingkan dengan tahun lalu" in point(made(kantor), 3, 7).catatan


def test_a_proved_point_asks_for_no_answer(kantor: Kantor) -> None:
    hand_in_the_year(kantor)
    fields = {field.kunci for field in office_papers.load(planner(kantor), "kertas_kerja_reviu", YEAR).isian}
    assert "jawab:II.3" not in fields
    assert {"jawab:II.2", "catatan:II.2", "nama_pereviu"} <= fields


def test_answers_of_the_reviewer_are_ticked_with_his_note(kantor: Kantor) -> None:
    paper = made(kantor, jawab__I_1="Ya", jawab__I_2="Tidak", catatan__I_2="Target satu indikator tidak tercantum")
    assert (point(paper, 1, 1).jawaban, point(paper, 1, 2).jawaban, point(paper, 1, 3).jawaban) == (True, False, None)
    assert point(paper, 1, 2).catatan == "Target satu indikator tidak tercantum"


def test_ticks_are_drawn_in_the_column_of_the_answer(kantor: Kantor) -> None:
    ctx = planner(kantor)
    office_papers.save(ctx, "kertas_kerja_reviu", YEAR, {"jawab:I.1": "Ya", "jawab:I.2": "Tidak"}, seen=0)
    page = read_pages(office_papers.export(ctx, "kertas_kerja_reviu", YEAR))[0]
    ticks = [shape for shape in page.shapes if abs(shape.weight - 1.3) < 0.01]
    yes, no = page.find("Ya"), page.find("Tidak")
    assert [abs(tick.left - head.left) < 5 for tick, head in zip(ticks, (yes, no), strict=True)] == [True, True]
    assert "Sesuaikan dengan format Inspektorat." in page.text


def test_the_statement_is_one_page_signed_by_the_reviewer(kantor: Kantor) -> None:
    ctx = planner(kantor)
    who = {"nama_pereviu": "Drs. Contoh Pereviu", "nip_pereviu": "19700101 199501 1 991"}
    office_papers.save(ctx, "pernyataan_reviu", YEAR, who, seen=0)
    (page,) = read_pages(office_papers.export(ctx, "pernyataan_reviu", YEAR))
    for words in ("PERNYATAAN TELAH DIREVIU", "KETUA TIM REVIU,", "CONTOH PEREVIU", "NIP 19700101 199501 1 991"):
        assert words in page.text
    assert "Belum lengkap" not in page.text


def test_the_nip_of_a_reviewer_of_the_office_is_known(kantor: Kantor) -> None:
    ctx = planner(kantor)
    office_papers.save(ctx, "pernyataan_reviu", YEAR, {"nama_pereviu": SITI.nama}, seen=0)
    (page,) = read_pages(office_papers.export(ctx, "pernyataan_reviu", YEAR))
    assert f"NIP {format_nip(SITI.nip or '')}" in page.text
