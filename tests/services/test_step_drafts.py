"""Papers of steps 1 to 5 before their act: the paper that the act will print, without number, and nothing is done."""

from collections.abc import Callable

import pytest

from kinerja_desktop.domain.errors import KinerjaError, NoHolder, ReasonTooShort, StaleWrite
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services import assignment, step_drafts, step_papers
from kinerja_desktop.services.compose.step_papers import KEPUTUSAN, LAPORAN
from kinerja_desktop.services.disposition import DisposisiDraf
from kinerja_desktop.services.section_work import CatatanBaru
from kinerja_desktop.services.step_drafts import KertasLangkah
from tests.documents.reading import read_pages
from tests.office import BUDI, REASON, TW2, Kantor

NOTE = assignment.CatatanPenugasan(assignment.subject(TW2), catatan="Lampirkan register.")
DRAFT_MARKS = {"DRAF", "Draf", "dicetak", "pukul", "WITA", "ditetapkan"}
"""Words that only a draft bears."""
NOTES = (CatatanBaru("1.2", "Cocokkan dengan register."),)


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.text for page in read_pages(pdf)).split())


def _assignment(kantor: Kantor) -> KertasLangkah:
    return step_drafts.of_assignment(kantor.kabid, TW2, "PEL", NOTE, seen=0)


def _order(kantor: Kantor) -> KertasLangkah:
    case = kantor.case()
    chosen = DisposisiDraf((BUDI.id,), catatan="Sebelum Jumat.")
    return step_drafts.of_order(kantor.kasubag("PEL"), case.id, chosen, seen=case.versi)


def _bahan(kantor: Kantor) -> KertasLangkah:
    kantor.fill("PEL", k1_2="1287")
    case = kantor.case()
    return step_drafts.of_bahan(kantor.analis("PEL"), case.id, seen=case.versi)


def _report(kantor: Kantor) -> KertasLangkah:
    case = kantor.case()
    return step_drafts.of_report(kantor.kasubag("PEL"), case.id, seen=case.versi)


def _approval(kantor: Kantor) -> KertasLangkah:
    case = kantor.case()
    return step_drafts.of_approval(kantor.kabid, case.id, seen=case.versi)


def _return(kantor: Kantor) -> KertasLangkah:
    case = kantor.case()
    return step_drafts.of_return(kantor.kabid, case.id, REASON, NOTES, seen=case.versi)


ACTS = (
    (None, _assignment, ("LEMBAR DISPOSISI",), "Lampirkan register."),
    (Action.ASSIGN, _order, ("LEMBAR DISPOSISI",), "Sebelum Jumat."),
    (Action.ORDER, _bahan, ("BAHAN LAPORAN DATA KINERJA",), "1.287"),
    (Action.SUBMIT_BAHAN, _report, ("LAPORAN DATA KINERJA",), "1.287"),
    (Action.SUBMIT, _approval, ("LAPORAN DISPOSISI", "LAPORAN DATA KINERJA"), "DISETUJUI"),
    (Action.SUBMIT, _return, ("LAPORAN DISPOSISI",), "Cocokkan dengan register."),
)


@pytest.mark.parametrize(("after", "draft", "titles", "words"), ACTS)
def test_the_paper_of_an_act_is_seen_before_it_and_nothing_is_done(
    kantor: Kantor,
    after: Action | None,
    draft: Callable[[Kantor], KertasLangkah],
    titles: tuple[str, ...],
    words: str,
) -> None:
    if after is not None:
        kantor.play("PEL", until=after)
    with kantor.store.read() as unit:
        before = unit.journal.head()

    made = draft(kantor).drafts()

    assert tuple(one.judul for one in made) == titles
    told = text_of(made[0].pdf)
    assert words in told
    assert "DRAF" in told
    with kantor.store.read() as unit:
        assert unit.journal.head() == before
        assert unit.papers.all() == ()
        assert unit.numbers.next("000.7.2.8/2026") == 1


def test_the_draft_says_what_the_act_prints(kantor: Kantor) -> None:
    case = kantor.play("PEL", until=Action.SUBMIT)
    decision, report = _approval(kantor).drafts()
    kantor.approve()
    nomor = kantor.case().versi

    for draft, jenis in ((decision, KEPUTUSAN), (report, LAPORAN)):
        printed = text_of(step_papers.print_paper(kantor.kabid, case.id, nomor, jenis).pdf).split()
        only_draft = {word for word in text_of(draft.pdf).split() if word not in printed}
        assert {word for word in only_draft if word.isalpha()} <= DRAFT_MARKS


def test_the_kasubag_sees_who_will_check_his_report(kantor: Kantor) -> None:
    kantor.play("PEL", until=Action.SUBMIT_BAHAN)

    told = text_of(_report(kantor).drafts()[0].pdf)

    assert "ANDI UMPAMA" in told
    assert "SITI MISALNYA" in told


@pytest.mark.parametrize(
    ("act", "refused"),
    [
        (lambda k: step_drafts.of_order(k.kasubag("PEL"), k.case().id, DisposisiDraf(("hasan",)), seen=1), NoHolder),
        (lambda k: step_drafts.of_order(k.kasubag("PEL"), k.case().id, DisposisiDraf((BUDI.id,)), seen=7), StaleWrite),
    ],
)
def test_what_the_act_would_refuse_is_refused(
    kantor: Kantor, act: Callable[[Kantor], object], refused: type[KinerjaError]
) -> None:
    kantor.play("PEL", until=Action.ASSIGN)
    with pytest.raises(refused):
        act(kantor)


def test_a_return_without_its_reason_has_no_paper_yet(kantor: Kantor) -> None:
    case = kantor.play("PEL", until=Action.SUBMIT)
    with pytest.raises(ReasonTooShort):
        step_drafts.of_return(kantor.kabid, case.id, "", (), seen=case.versi)
