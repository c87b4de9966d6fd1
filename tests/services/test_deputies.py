"""Who signs for the head of the office, with the lines that papers print above his name."""

from dataclasses import replace

import pytest

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import office_papers, quarterly
from kinerja_desktop.services.compose.naskah import Pilihan
from kinerja_desktop.services.compose.office.kinds import Pokok
from tests.documents.reading import read_pages
from tests.office import JOKO, OPENING, PEOPLE, RAHMA, TW2, Kantor

SEKCAM = replace(JOKO, id="sekcam", nama="Nurul Ibarat, S.H.", jabatan="Sekretaris Camat", peran=())
PLANNER = (RAHMA, Role.KASUBAG_PERENCANAAN)
TODAY = OPENING.date()


@pytest.fixture
def kantor() -> Kantor:
    return Kantor(people=(*PEOPLE, SEKCAM))


def test_without_a_secretary_the_head_signs_alone() -> None:
    assert quarterly.load(Kantor().ctx(*PLANNER), TW2).wakil == ()


def test_the_secretary_signs_in_his_name_and_the_planner_one_line_lower(kantor: Kantor) -> None:
    an, ub = quarterly.load(kantor.ctx(*PLANNER), TW2).wakil
    assert an.penandatangan.baris_jabatan == ("a.n. CAMAT KELARA", "SEKRETARIS CAMAT,")
    assert ub.penandatangan.baris_jabatan == (
        "a.n. CAMAT KELARA",
        "SEKRETARIS CAMAT",
        "u.b.",
        "KASUBAG PERENCANAAN,",
    )


def test_a_report_is_signed_by_the_deputy_who_was_chosen(kantor: Kantor) -> None:
    report = quarterly.draft(kantor.ctx(*PLANNER), TW2, Pilihan(tanggal=TODAY, wakil="sekcam"))
    assert report.penandatangan.nama == SEKCAM.nama
    head = quarterly.draft(kantor.ctx(*PLANNER), TW2, Pilihan(tanggal=TODAY, wakil="tidak ada"))
    assert head.penandatangan.baris_jabatan == ("CAMAT KELARA,",)


def test_other_papers_print_the_lines_of_the_deputy(kantor: Kantor) -> None:
    chosen = Pilihan(tanggal=TODAY, wakil="sekcam")
    pdf = office_papers.export(kantor.ctx(*PLANNER), "iku", Pokok(2026), pilihan=chosen)
    text = " ".join(page.text for page in read_pages(pdf))
    assert "a.n. CAMAT KELARA" in text
    assert "NURUL IBARAT, S.H." in text


def boxes_of(kantor: Kantor, kunci: str, boxes: str) -> str:
    with kantor.store.unit() as unit:
        unit.settings.put("kertas.paraf", boxes)
        unit.commit()
    return " ".join(page.text for page in read_pages(office_papers.export(kantor.ctx(*PLANNER), kunci, Pokok(2026))))


def test_papers_of_the_head_carry_the_boxes_for_initials_that_the_office_wants(kantor: Kantor) -> None:
    assert "Paraf" not in boxes_of(kantor, "iku", "")
    text = boxes_of(kantor, "iku", "Sekcam; Kasubag Perencanaan;")
    assert "Paraf Sekcam" in text
    assert "Paraf Kasubag Perencanaan" in text
    report = quarterly.draft(kantor.ctx(*PLANNER), TW2)
    assert report.naskah.paraf == ("Sekcam", "Kasubag Perencanaan")


def test_papers_that_others_sign_and_agreements_keep_their_own_boxes(kantor: Kantor) -> None:
    assert "Paraf Bupati" not in boxes_of(kantor, "pernyataan_reviu", "Bupati")
    assert "Paraf Bupati" not in boxes_of(kantor, "perjanjian_kinerja", "Bupati")
