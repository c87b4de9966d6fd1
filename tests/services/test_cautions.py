"""What is told before a paper is fixed, and who signs on the day that it bears."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from reportlab.platypus import PageBreak

from kinerja_desktop.documents.page import Layout, render_pages
from kinerja_desktop.documents.signature import SignatureBlock, Signer
from kinerja_desktop.domain.pegawai import Pegawai, Penugasan
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services import assignment, office_papers, planning, printing, quarterly, step_drafts
from kinerja_desktop.services.compose.naskah import Pilihan
from kinerja_desktop.services.compose.office.catalog import KATALOG
from kinerja_desktop.services.compose.office.kinds import Per, Pokok
from kinerja_desktop.services.disposition import DisposisiDraf
from kinerja_desktop.services.step_drafts import KertasLangkah
from tests.documents.reading import read_pages
from tests.documents.test_page_check import NASKAH, OFFICIAL, words
from tests.office import ANDI, BUDGET, BUDI, PEOPLE, PLAN, RAHMA, REASON, SITI, TW2, Kantor

PLANNER = (RAHMA, Role.KASUBAG_PERENCANAAN)
YEAR = Pokok(2026)
NOTE, TO_BUDI = assignment.CatatanPenugasan(assignment.subject(TW2)), DisposisiDraf((BUDI.id,))
LAMBANG = "Lambang daerah belum dipasang; kop dicetak tanpa gambar. Admin memasangnya pada tab Pengaturan."
ENDED = replace(ANDI, sampai=date(2026, 6, 30))
ACTING = replace(
    ANDI,
    id="maya",
    nama="Maya Perumpama, S.Sos.",
    peran=(Role.KABID, Role.CAMAT),
    penugasan=Penugasan.PLT,
    mulai=date(2026, 7, 1),
    nip=None,
)


def office(*heads: object) -> Kantor:
    others = tuple(p for p in PEOPLE if p is not ANDI)
    return Kantor(people=(*heads, *others))  # type: ignore[arg-type]  # people of this test


def told(kantor: Kantor) -> str:
    return " ".join(office_papers.draft(kantor.ctx(*PLANNER), "iku", YEAR).peringatan)


def test_a_missing_lambang_is_told(kantor: Kantor) -> None:
    assert "Lambang daerah belum dipasang" in told(kantor)
    assert "NIP" not in told(kantor)


def test_a_term_that_ended_is_told_with_its_day() -> None:
    assert "Masa jabatan Andi Umpama, S.IP. berakhir 30 Juni 2026." in told(office(ENDED))


def test_a_signer_without_nip_is_told() -> None:
    assert "NIP Maya Perumpama, S.Sos. belum diisi." in told(office(ENDED, ACTING))


def test_the_paper_is_signed_by_who_heads_the_office_on_its_day() -> None:
    ctx = office(ENDED, ACTING).ctx(*PLANNER)

    def signed(day: date) -> str:
        pdf = office_papers.export(ctx, "iku", YEAR, pilihan=Pilihan(tanggal=day))
        return " ".join(page.text for page in read_pages(pdf))

    assert "ANDI UMPAMA" in signed(date(2026, 6, 30))
    assert "MAYA PERUMPAMA" in signed(date(2026, 7, 1))
    assert "Plt. CAMAT" in signed(date(2026, 7, 1))


def test_a_quarterly_draft_is_signed_by_who_heads_the_office_on_its_day() -> None:
    ctx = office(ENDED, ACTING).ctx(*PLANNER)
    assert quarterly.draft(ctx, TW2, Pilihan(tanggal=date(2026, 6, 30))).penandatangan.nama == ENDED.nama
    assert quarterly.draft(ctx, TW2, Pilihan(tanggal=date(2026, 7, 10))).penandatangan.nama == ACTING.nama


# --- every paper that gets a number --------------------------------------------------------------

NO_NIP = {person.id: replace(person, nip=None) for person in PEOPLE}
LEFT = "Masa jabatan Siti Misalnya, S.Sos. berakhir 12 Juli 2026."


def with_people(*changed: Pegawai) -> Kantor:
    ids = {person.id for person in changed}
    return Kantor(people=(*(p for p in PEOPLE if p.id not in ids), *changed))


def succeeded(kantor: Kantor) -> None:
    """Siti left her post; what she handed in is still to be decided."""
    kantor.at(7, 14, 9)
    with kantor.store.unit() as unit:
        unit.people.put(replace(SITI, sampai=date(2026, 7, 12)))
        unit.commit()


def decision(kantor: Kantor) -> tuple[str, ...]:
    case = kantor.case()
    return step_drafts.of_approval(kantor.kabid, case.id, seen=case.versi).peringatan


@pytest.mark.parametrize(
    ("until", "who", "missing"),
    [
        (None, "andi", lambda k: step_drafts.of_assignment(k.kabid, TW2, "PEL", NOTE, seen=0)),
        (Action.ASSIGN, "siti", lambda k: step_drafts.of_order(k.kasubag("PEL"), k.case().id, TO_BUDI, seen=1)),
        (Action.ORDER, "budi", lambda k: step_drafts.of_bahan(k.analis("PEL"), k.case().id, seen=2)),
        (Action.ORDER, "siti", lambda k: step_drafts.of_bahan(k.analis("PEL"), k.case().id, seen=2)),
        (Action.SUBMIT_BAHAN, "andi", lambda k: step_drafts.of_report(k.kasubag("PEL"), k.case().id, seen=3)),
        (Action.SUBMIT, "siti", lambda k: step_drafts.of_approval(k.kabid, k.case().id, seen=4)),
        (Action.SUBMIT, "andi", lambda k: step_drafts.of_return(k.kabid, k.case().id, REASON, (), seen=4)),
    ],
)
def test_each_signature_of_steps_1_to_5_wants_its_nip(
    until: Action | None, who: str, missing: Callable[[Kantor], KertasLangkah]
) -> None:
    kantor = with_people(NO_NIP[who])
    if until is not None:
        kantor.play("PEL", until=until)

    (told,) = missing(kantor).peringatan

    assert told == f"NIP {NO_NIP[who].nama} belum diisi. Isi pada tab Pengguna supaya tercetak."


def test_a_decision_tells_that_who_handed_in_has_left_his_post(kantor: Kantor) -> None:
    kantor.play("PEL", until=Action.SUBMIT)
    assert decision(kantor) == ()

    succeeded(kantor)

    assert any(LEFT in sentence for sentence in decision(kantor))


def test_a_plan_changed_after_the_report_was_handed_in_is_told(kantor: Kantor) -> None:
    kantor.play("PEL", until=Action.SUBMIT)
    kantor.at(7, 14, 9)
    seen = planning.load(kantor.ctx(*PLANNER), 2026).versi
    planning.save_anggaran(kantor.ctx(*PLANNER), 2026, BUDGET, seen=seen)
    assert decision(kantor) == ()  # money stands on none of these papers

    with kantor.store.unit() as unit:
        planning.put_plan(unit, kantor.ctx(*PLANNER).actor, kantor.clock.now(), PLAN, BUDGET, isi={"sumber": "uji"})
        unit.commit()

    (told,) = decision(kantor)
    assert told.startswith("Rencana kinerja 2026 diubah 14 Juli 2026, sesudah laporan diajukan.")


def test_the_second_signature_is_looked_at_too() -> None:
    kantor = with_people(NO_NIP["rahma"])
    ctx = kantor.ctx(*PLANNER)
    told = " ".join(office_papers.draft(ctx, "rekap_waktu", Pokok(2026, 2)).peringatan)
    assert "NIP Rahma Teladan, S.E. belum diisi." in told


def test_the_day_of_the_paper_decides_who_is_in_office() -> None:
    ctx = office(ENDED, replace(ACTING, nip="198001012005011993")).ctx(*PLANNER)

    def told_on(day: date) -> str:
        return " ".join(office_papers.draft(ctx, "iku", YEAR, Pilihan(tanggal=day)).peringatan)

    assert "Masa jabatan" not in told_on(date(2026, 6, 30))
    assert "Masa jabatan" not in told_on(date(2026, 7, 1))


def test_figures_that_changed_since_a_paper_was_fixed_are_told(kantor: Kantor) -> None:
    ctx = kantor.ctx(*PLANNER)
    kantor.play("PEL")
    office_papers.fix(ctx, "pengukuran_triwulan", Pokok(2026, 2))
    assert office_papers.load(ctx, "pengukuran_triwulan", Pokok(2026, 2)).peringatan == ()

    kantor.play("TRA")

    (sentence,) = office_papers.load(ctx, "pengukuran_triwulan", Pokok(2026, 2)).peringatan
    assert sentence == (
        "Target, realisasi, atau capaian berubah sesudah dokumen ini ditetapkan. Tekan Buat Versi Baru supaya isinya "
        "sama."
    )


@pytest.mark.parametrize("kunci", [kind.kunci for kind in office_papers.kinds(tetap=True)])
def test_a_paper_whose_data_rest_is_not_called_old(kantor: Kantor, kunci: str) -> None:
    """Every numbered kind has its line of figures, and time alone makes none of them old."""
    kantor.play("PEL")
    per = KATALOG[kunci].per
    nomor = None if per in (Per.TAHUN, Per.TAHUN_SEKSI) else 2
    about = Pokok(2026, nomor, "PEL" if per in (Per.SEKSI, Per.TAHUN_SEKSI) else None)
    ctx = kantor.ctx(*PLANNER)
    assert " ".join(office_papers.draft(ctx, kunci, about).peringatan).count("hanya berisi tanda tangan") == 0
    office_papers.fix(ctx, kunci, about)
    kantor.at(7, 14, 8)

    assert office_papers.load(ctx, kunci, about).peringatan == ()


def test_a_report_tells_all_that_is_to_be_looked_at(kantor: Kantor) -> None:
    for seksi in ("PEL", "PEM", "TRA"):
        kantor.play(seksi)
    ctx = kantor.ctx(*PLANNER)
    assert quarterly.preview(ctx, TW2).peringatan == (LAMBANG,)
    with kantor.store.unit() as unit:
        unit.people.put(replace(ANDI, nip=None))
        unit.commit()

    assert "NIP Andi Umpama, S.IP. belum diisi." in " ".join(quarterly.preview(ctx, TW2).peringatan)


def test_a_page_of_nothing_but_signature_is_told(kantor: Kantor, monkeypatch: pytest.MonkeyPatch) -> None:
    """The finished pages are looked at: here the writer puts the signature on a page of its own."""
    monkeypatch.setattr(printing, "_pdf", lambda _paper: signed_alone())
    told = office_papers.draft(kantor.ctx(*PLANNER), "iku", YEAR).peringatan
    assert told[-1] == (
        "Halaman 2 hanya berisi tanda tangan. Tambah atau ringkas kalimat penutup supaya tanda tangan bersama isinya."
    )


def test_a_page_of_nothing_but_signature_is_told_before_an_act_too(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "_pdf", lambda _paper: signed_alone())
    order = step_drafts.of_assignment(
        kantor.kabid, TW2, "PEL", assignment.CatatanPenugasan(assignment.subject(TW2)), seen=0
    )
    assert [told for told in order.cautions() if told.startswith("Halaman 2 hanya berisi tanda tangan.")]


def signed_alone() -> bytes:
    block = SignatureBlock(NASKAH, Signer(OFFICIAL))
    return render_pages(NASKAH, [words(), PageBreak(), block], Layout())
