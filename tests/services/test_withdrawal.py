"""Taking back: by whom, until when, and what comes back with it."""

import pytest

from kinerja_desktop.domain.errors import AlreadyRead, NotFound, NotYours, StaleWrite, WrongState
from kinerja_desktop.domain.realisasi import Isi
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Action, Jenis, Status
from kinerja_desktop.services import (
    archive,
    collection,
    disposition,
    inbox,
    review,
    section_report,
    step_papers,
    verification,
)
from kinerja_desktop.services.acting import perform
from kinerja_desktop.services.calendar_table import kalender
from kinerja_desktop.services.cases import revisi_of
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.disposition import DisposisiDraf
from kinerja_desktop.services.withdrawal import withdraw
from tests.office import DEWI, RAHMA, REASON, TW2, Kantor

GIVERS = {
    Action.ASSIGN: (Role.KABID, Status.NEW),
    Action.ORDER: (Role.KASUBAG, Status.ASSIGNED),
    Action.SUBMIT_BAHAN: (Role.ANALIS, Status.ORDERED),
    Action.SUBMIT: (Role.KASUBAG, Status.BAHAN_SUBMITTED),
    Action.APPROVE: (Role.KABID, Status.SUBMITTED),
    Action.HAND_OVER: (Role.KASUBAG, Status.APPROVED),
}


def giver(kantor: Kantor, role: Role) -> Context:
    return {Role.KABID: kantor.kabid, Role.KASUBAG: kantor.kasubag("PEL"), Role.ANALIS: kantor.analis("PEL")}[role]


@pytest.mark.parametrize("action", GIVERS)
def test_every_act_goes_back_to_where_it_came_from(kantor: Kantor, action: Action) -> None:
    case = kantor.play("PEL", until=action)
    role, before = GIVERS[action]
    withdraw(giver(kantor, role), case.id, seen=case.versi)
    after = kantor.case("PEL")
    assert (after.status, after.versi) == (before, case.versi + 1)
    assert kantor.keadaan(after).status is before


@pytest.mark.parametrize("action", [Action.ASSIGN, Action.ORDER, Action.SUBMIT_BAHAN, Action.APPROVE])
def test_its_printed_papers_are_taken_back_too(kantor: Kantor, action: Action) -> None:
    case = kantor.play("PEL", until=action)
    ctx = giver(kantor, GIVERS[action][0])
    of_last = [(nomor, jenis) for nomor, jenis in step_papers.papers_of(ctx, case.id) if nomor == case.versi]
    printed = [step_papers.print_paper(ctx, case.id, nomor, jenis) for nomor, jenis in of_last]
    earlier = [
        step_papers.print_paper(ctx, case.id, *one) for one in step_papers.papers_of(ctx, case.id)[: -len(printed)]
    ]
    withdraw(ctx, case.id, seen=case.versi)
    assert printed
    for one in printed:
        answer = verification.verify_kode(kantor.office, one.paper.kode or "")
        assert (answer.putusan, answer.putusan.baik) == (verification.Putusan.DITARIK, False)
        assert answer.kalimat.endswith("Dokumen ini sudah ditarik dan tidak berlaku lagi.")
        assert verification.verify_file(kantor.office, one.pdf).putusan is verification.Putusan.DITARIK
    standing = {row.id: row.status for row in archive.load(ctx).baris}
    assert {standing[one.paper.id] for one in printed} == {"ditarik"}
    assert {standing[one.paper.id] for one in earlier} <= {"sah"}
    assert step_papers.print_paper(ctx, case.id, *of_last[0]).pdf == printed[0].pdf


def test_what_was_taken_back_is_not_printed_afterwards(kantor: Kantor) -> None:
    case = kantor.play("PEL", until=Action.ORDER)
    ctx = kantor.kasubag("PEL")
    withdraw(ctx, case.id, seen=case.versi)
    assert [nomor for nomor, _ in step_papers.papers_of(ctx, case.id)] == [1]
    with pytest.raises(NotFound):
        step_papers.print_paper(ctx, case.id, case.versi, "lembar_disposisi")


@pytest.mark.parametrize("action", GIVERS)
def test_nobody_else_takes_it_back(kantor: Kantor, action: Action) -> None:
    case = kantor.play("PEL", until=action)
    for role in {Role.KABID, Role.KASUBAG, Role.ANALIS} - {GIVERS[action][0]}:
        with pytest.raises(NotYours):
            withdraw(giver(kantor, role), case.id, seen=case.versi)
    with pytest.raises(StaleWrite):
        withdraw(giver(kantor, GIVERS[action][0]), case.id, seen=case.versi - 1)


def test_an_order_taken_back_is_given_anew(kantor: Kantor) -> None:
    case = kantor.play("PEL", until=Action.ASSIGN)
    withdraw(kantor.kabid, case.id, seen=case.versi)
    kantor.assign("PEL")
    again = kantor.case("PEL")
    assert (again.id, again.status, again.versi) == (case.id, Status.ASSIGNED, 3)


def test_the_choice_of_an_order_taken_back_is_a_draft_again(kantor: Kantor) -> None:
    kantor.assign()
    ctx, case = kantor.kasubag("PEL"), kantor.case("PEL")
    shares = {"1.1": "budi"}
    disposition.order(ctx, case.id, ["budi", "dewi"], catatan="Mulai dari loket.", pembagian=shares, seen=case.versi)
    withdraw(ctx, case.id, seen=kantor.case("PEL").versi)
    draft = disposition.load(ctx, case.id).draf
    assert draft == DisposisiDraf(("budi", "dewi"), catatan="Mulai dari loket.", pembagian=(("1.1", "budi"),))


def test_what_was_handed_in_becomes_a_draft_again(kantor: Kantor) -> None:
    case = kantor.play("PEL", until=Action.SUBMIT_BAHAN)
    withdraw(kantor.analis("PEL"), case.id, seen=case.versi)
    view = collection.load(kantor.analis("PEL"), case.id)
    assert (view.versi_draf, view.dapat_diajukan) == (1, True)
    assert view.isi.of("1.3").realisasi is not None
    with kantor.store.read() as unit:
        assert unit.figures.of(case.id) in (None, Isi(()))


def test_a_report_taken_back_keeps_the_kasubags_words(kantor: Kantor) -> None:
    kantor.play("PEL", until=Action.SUBMIT_BAHAN)
    ctx, case = kantor.kasubag("PEL"), kantor.case("PEL")
    saved = section_report.save_draft(ctx, case.id, uraian="Layanan lancar.", seen=0)
    section_report.submit(ctx, case.id, seen=case.versi, seen_draf=saved.versi)
    withdraw(ctx, case.id, seen=case.versi + 1)
    view = section_report.load(ctx, case.id)
    assert (view.isi.uraian, view.bahan_baru, view.dapat_diajukan) == ("Layanan lancar.", (), True)
    kantor.submit("PEL")
    assert kantor.case("PEL").laporan_ke == 2


def test_the_notes_of_a_return_taken_back_are_a_draft_again(kantor: Kantor) -> None:
    kantor.play("PEL", until=Action.SUBMIT)
    kantor.send_back("PEL", TW2, ("1.3", "Cocokkan."))
    case = kantor.case("PEL")
    withdraw(kantor.kabid, case.id, seen=case.versi)
    view = review.load(kantor.kabid, case.id)
    assert (view.alasan_draf, [n.teks for n in view.catatan_draf]) == (REASON, ["Cocokkan."])
    assert kantor.case("PEL").pengembalian == 0


@pytest.mark.parametrize("decide", ["approve", "send_back"])
def test_a_decision_stands_once_its_receiver_opened_it(kantor: Kantor, decide: str) -> None:
    kantor.play("PEL", until=Action.SUBMIT)
    getattr(kantor, decide)("PEL")
    case = kantor.case("PEL")
    inbox.opened(kantor.ctx(RAHMA), case.id)  # somebody else's reading does not count
    inbox.opened(kantor.ctx(DEWI), case.id)
    assert Action.WITHDRAW in review.allowed_actions(kantor.kabid, case.id)
    inbox.opened(kantor.kasubag("PEL"), case.id)
    assert Action.WITHDRAW not in review.allowed_actions(kantor.kabid, case.id)
    with pytest.raises(AlreadyRead) as refused:
        withdraw(kantor.kabid, case.id, seen=case.versi)
    assert refused.value.oleh == "Siti Misalnya, S.Sos."


def test_reading_the_report_before_the_decision_is_not_reading_the_decision(kantor: Kantor) -> None:
    case = kantor.play("PEL", until=Action.SUBMIT)
    inbox.opened(kantor.kasubag("PEL"), case.id)
    kantor.approve("PEL")
    withdraw(kantor.kabid, case.id, seen=case.versi + 1)
    assert kantor.case("PEL").status is Status.SUBMITTED


def test_who_acted_upon_a_decision_has_read_it(kantor: Kantor) -> None:
    case = kantor.play("PEL")
    withdraw(kantor.kasubag("PEL"), case.id, seen=case.versi)
    with pytest.raises(AlreadyRead):
        withdraw(kantor.kabid, case.id, seen=case.versi + 1)


# --- step 6 ------------------------------------------------------------------------------------


def quarter(kantor: Kantor) -> Status:
    return kantor.case(None, TW2, Jenis.LAPORAN_TRIWULAN).status


def test_the_quarters_report_waits_again_whoever_takes_back(kantor: Kantor) -> None:
    for seksi in ("PEL", "PEM", "TRA"):
        kantor.play(seksi)
    assert quarter(kantor) is Status.OPEN
    case = kantor.case("PEL")  # not the last one
    withdraw(kantor.kasubag("PEL"), case.id, seen=case.versi)
    assert quarter(kantor) is Status.WAITING
    kantor.hand_over("PEL")
    assert quarter(kantor) is Status.OPEN


def act_on_quarter(kantor: Kantor, action: Action, alasan: str = "") -> None:
    case = kantor.case(None, TW2, Jenis.LAPORAN_TRIWULAN)
    with kantor.store.unit() as unit:
        clock, revisi = kalender(unit), revisi_of(unit, case)
        ctx = kantor.ctx(RAHMA)
        perform(unit, ctx, case, action, seen=case.versi, isi={}, alasan=alasan, kalender=clock, revisi=revisi)
        unit.commit()


def test_a_hand_over_stands_once_the_report_is_fixed(kantor: Kantor) -> None:
    for seksi in ("PEL", "PEM", "TRA"):
        kantor.play(seksi)
    act_on_quarter(kantor, Action.FIX)
    case = kantor.case("PEL")
    with pytest.raises(WrongState):
        withdraw(kantor.kasubag("PEL"), case.id, seen=case.versi)
    assert kantor.case("PEL").status is Status.HANDED_OVER
    act_on_quarter(kantor, Action.REOPEN, "Angka Seksi Pelayanan keliru.")
    withdraw(kantor.kasubag("PEL"), case.id, seen=case.versi)
    assert (kantor.case("PEL").status, quarter(kantor)) == (Status.APPROVED, Status.OPEN)
