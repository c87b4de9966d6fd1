"""Papers that may be made at any time: their fields, their preview, fixing and its versions."""

import json
from dataclasses import replace

import pytest

from kinerja_desktop.domain.errors import NotFound, WrongRole
from kinerja_desktop.domain.frozen import freeze, thaw
from kinerja_desktop.domain.isian import filled
from kinerja_desktop.domain.kertas import Kertas
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import archive, office_papers, printing, verification
from kinerja_desktop.services.compose.naskah import Pilihan, Terbit
from kinerja_desktop.services.compose.office.catalog import KATALOG
from kinerja_desktop.services.compose.office.kinds import Per, Pokok, Sumber
from kinerja_desktop.services.settings_declared import KLASIFIKASI
from kinerja_desktop.services.verification import Putusan
from tests.documents.reading import read_pages
from tests.office import ANDI, BUDI, RAHMA, SITI, Kantor

PLANNER = (RAHMA, Role.KASUBAG_PERENCANAAN)
YEAR = Pokok(2026)


def pokok_of(per: Per, seksi: str = "PEL") -> Pokok:
    """Something of that kind to make a paper about."""
    return Pokok(2026, None if per.tahunan else 2, seksi if per.of_seksi else None)


def test_every_numbered_kind_has_a_classification() -> None:
    assert {k.kunci for k in KATALOG.values() if k.tetap} <= set(KLASIFIKASI)


@pytest.mark.parametrize("kunci", KATALOG)
def test_every_paper_can_be_made_before_anything_was_handed_in(kantor: Kantor, kunci: str) -> None:
    jenis = KATALOG[kunci]
    role = jenis.peran[0]
    person = {Role.KASUBAG: SITI, Role.ANALIS: BUDI, Role.KASUBAG_PERENCANAAN: RAHMA}.get(role, ANDI)
    ctx = kantor.ctx(person, role)
    pokok = pokok_of(jenis.per)
    for kertas in Kertas:
        text = read_pages(office_papers.export(ctx, kunci, pokok, pilihan=Pilihan(kertas)))[0].text
        assert text.strip()
        assert ("DRAF" in text) is jenis.tetap


@pytest.mark.parametrize("kunci", KATALOG)
def test_the_same_paper_has_the_same_bytes(kantor: Kantor, kunci: str) -> None:
    jenis = KATALOG[kunci]
    person = {Role.KASUBAG: SITI, Role.ANALIS: BUDI, Role.KASUBAG_PERENCANAAN: RAHMA}.get(jenis.peran[0], ANDI)
    ctx, pokok = kantor.ctx(person, jenis.peran[0]), pokok_of(jenis.per)
    assert office_papers.export(ctx, kunci, pokok) == office_papers.export(ctx, kunci, pokok)


@pytest.mark.parametrize("kunci", [kunci for kunci, jenis in KATALOG.items() if jenis.tetap])
def test_every_fixed_paper_can_be_read_again_from_its_frozen_object(kantor: Kantor, kunci: str) -> None:
    jenis = KATALOG[kunci]
    kantor.play("PEL")
    with kantor.store.read() as unit:
        x = Sumber(unit, kantor.ctx(*PLANNER), pokok_of(jenis.per), terbit=Terbit("1/2026", "K7QM-4TXP-9RWD", 1))
        made = jenis.compose(replace(x, isian=filled(jenis.isian(x), {})))
    again = thaw(type(made), json.loads(json.dumps(freeze(made))))
    assert again == made
    assert printing.render(again) == printing.render(made)


def test_offered_are_the_kinds_of_ones_role_and_the_periods_of_the_plan(kantor: Kantor) -> None:
    made = office_papers.offered(kantor.ctx(*PLANNER))
    assert {"rencana_aksi", "iku"} <= {j.kunci for j in made.jenis}
    assert made.tahun == (2026,)
    assert ("PEL", "Seksi Pelayanan") in made.seksi


def test_a_role_without_the_kind_is_refused(kantor: Kantor) -> None:
    with pytest.raises(WrongRole):
        office_papers.load(kantor.ctx(BUDI, Role.ANALIS), "rencana_aksi", YEAR)


def test_a_fixed_paper_is_numbered_archived_and_genuine(kantor: Kantor) -> None:
    ctx = kantor.ctx(*PLANNER)
    paper = office_papers.fix(ctx, "iku", YEAR)
    assert paper.nomor == "000.7.2.2/001/KEC-KLR/VII/2026"
    assert read_pages(archive.open_paper(ctx, paper.id))[0].text.count("DRAF") == 0
    assert verification.verify_kode(ctx.office, paper.kode or "").putusan is Putusan.SAH
    assert office_papers.load(ctx, "iku", YEAR).dokumen == paper


def test_fixing_again_replaces_the_older_version(kantor: Kantor) -> None:
    ctx = kantor.ctx(*PLANNER)
    first, second = office_papers.fix(ctx, "iku", YEAR), office_papers.fix(ctx, "iku", YEAR)
    assert (first.versi, second.versi) == (1, 2)
    told = verification.verify_kode(ctx.office, first.kode or "")
    assert told.putusan is Putusan.DIGANTIKAN
    assert told.pengganti == second


def test_papers_of_other_subjects_stand_side_by_side(kantor: Kantor) -> None:
    ctx = kantor.ctx(*PLANNER)
    first = office_papers.fix(ctx, "iku", YEAR)
    office_papers.fix(ctx, "rencana_aksi", YEAR)
    assert verification.verify_kode(ctx.office, first.kode or "").putusan is Putusan.SAH


def test_the_frozen_object_is_kept_in_the_history(kantor: Kantor) -> None:
    ctx = kantor.ctx(*PLANNER)
    paper = office_papers.fix(ctx, "iku", YEAR)
    with ctx.office.store.read() as unit:
        (record,) = unit.journal.records("dokumen", paper.id)
    assert record.isi["laporan"]["naskah"]["nomor"] == paper.nomor


def test_the_words_of_a_qr_are_told_from_forged_ones(kantor: Kantor) -> None:
    ctx = kantor.ctx(*PLANNER)
    paper = office_papers.fix(ctx, "iku", YEAR)
    with ctx.office.store.read() as unit:
        (record,) = unit.journal.records("dokumen", paper.id)
    words = record.isi["laporan"]["naskah"]["isi_qr"].replace("{}", "1/1")
    found = verification.verify_kode(ctx.office, words)
    assert found.putusan is Putusan.SAH
    assert ("Penanda tangan", "Andi Umpama, S.IP.") in found.angka
    *before, digest, head = words.split(" ")
    forged = " ".join((*before, digest[::-1], head))
    assert verification.verify_kode(ctx.office, forged).putusan is Putusan.ISI_BERBEDA


def test_a_genuine_agreement_names_its_targets_and_money(kantor: Kantor) -> None:
    ctx = kantor.ctx(*PLANNER)
    paper = office_papers.fix(ctx, "perjanjian_kinerja", YEAR)
    told = verification.verify_kode(ctx.office, paper.kode or "").angka
    assert len([name for name, _ in told if name.startswith("Target ")]) > 1
    assert [name for name, _ in told[-2:]] == ["Jumlah anggaran (Rp)", "Penanda tangan"]


def test_a_year_without_a_plan_is_refused_in_words(kantor: Kantor) -> None:
    with pytest.raises(NotFound):
        office_papers.export(kantor.ctx(*PLANNER), "iku", Pokok(2019))


def test_an_unknown_kind_is_refused(kantor: Kantor) -> None:
    with pytest.raises(NotFound):
        office_papers.load(kantor.ctx(*PLANNER), "surat_cinta", YEAR)
