"""Step 1: one order for all seksi, each in its own transaction."""

import pytest

from kinerja_desktop.domain.errors import NoHolder, NotYetOpen, StaleWrite, WrongRole, WrongState
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Action, Status
from kinerja_desktop.services import assignment, trail
from kinerja_desktop.services.assignment import CatatanPenugasan, Sifat
from tests.office import ANDI, OPENING, PEOPLE, RAHMA, SITI, TW2, Kantor

NOTE = CatatanPenugasan("Penyusunan laporan data kinerja", Sifat.SANGAT_SEGERA, "Utamakan angka loket.")
ALL = ("PEL", "PEM", "TRA")


def test_the_screen_lists_every_seksi_with_its_indikator(kantor: Kantor) -> None:
    view = assignment.load(kantor.kabid)
    assert (view.triwulan, view.mulai, view.dibuka, view.susulan) == (TW2, OPENING, True, False)
    assert [(line.seksi.kode, line.kasubag, len(line.indikator)) for line in view.baris] == [
        ("PEL", "Siti Misalnya, S.Sos.", 6),
        ("PEM", "Hasan Perumpamaan, S.Sos.", 1),
        ("TRA", "Wahyu Andaikata, S.H.", 1),
    ]
    assert all(line.dapat_ditugaskan and line.case_id is None for line in view.baris)


def test_the_planned_limit_follows_the_norms_of_the_steps(kantor: Kantor) -> None:
    line = assignment.load(kantor.kabid).baris[0]
    assert (line.batas_laporan.day, line.batas_laporan.hour) == (14, 16)


def test_one_order_reaches_all(kantor: Kantor) -> None:
    result = assignment.assign(kantor.kabid, TW2, ALL, catatan=NOTE, seen={})
    assert [s.kode for s in result.terkirim] == list(ALL)
    order = kantor.keadaan(kantor.case("PEL")).last(Action.ASSIGN)
    assert order is not None
    assert (order.isi["sifat"], order.isi["alasan"], order.isi["indikator"]) == (
        "SANGAT_SEGERA",
        "Utamakan angka loket.",
        ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2"],
    )
    assert kantor.case("PEM").status is Status.ASSIGNED


def test_nobody_is_ordered_twice(kantor: Kantor) -> None:
    kantor.assign("PEL")
    again = assignment.assign(kantor.kabid, TW2, ALL, catatan=NOTE, seen={"PEL": 1})
    assert [s.kode for s in again.terkirim] == ["PEM", "TRA"]
    assert isinstance(again.gagal[0].sebab, WrongState)
    assert kantor.case("PEL").versi == 1
    stale = assignment.assign(kantor.kabid, TW2, ["PEL"], catatan=NOTE, seen={})
    assert isinstance(stale.gagal[0].sebab, StaleWrite)


def test_a_seksi_without_kasubag_leaves_the_others_sent() -> None:
    kantor = Kantor(people=tuple(p for p in PEOPLE if p is not SITI))
    line = assignment.load(kantor.kabid).baris[0]
    assert (line.dapat_ditugaskan, isinstance(line.penghalang, NoHolder)) == (False, True)
    result = assignment.assign(kantor.kabid, TW2, ALL, catatan=NOTE, seen={})
    assert [g.seksi.kode for g in result.gagal] == ["PEL"]
    assert [s.kode for s in result.terkirim] == ["PEM", "TRA"]


def test_before_the_day_only_the_note_can_be_prepared(kantor: Kantor) -> None:
    kantor.at(7, 3, 9)
    view = assignment.load(kantor.kabid)
    assert not view.dibuka
    assert not any(line.dapat_ditugaskan for line in view.baris)
    assert view.keterangan.startswith("Penugasan Triwulan II dibuka 10 Juli 2026.")
    version = assignment.save_note(kantor.kabid, TW2, NOTE, seen=view.versi_catatan)
    with pytest.raises(NotYetOpen):
        assignment.assign(kantor.kabid, TW2, ALL, catatan=NOTE, seen={})
    kept = assignment.load(kantor.kabid)
    assert (kept.catatan, kept.versi_catatan) == (NOTE, version)
    with pytest.raises(StaleWrite):
        assignment.save_note(kantor.kabid, TW2, NOTE, seen=0)


def test_a_day_on_which_the_pc_was_off_is_made_up(kantor: Kantor) -> None:
    kantor.at(7, 14, 8)
    view = assignment.load(kantor.kabid)
    assert (view.dibuka, view.susulan) == (True, True)
    assert view.keterangan == (
        "Komputer tidak dinyalakan pada 10 Juli. Penugasan sudah disiapkan; tekan Disposisikan untuk mengirim hari ini."
    )
    kantor.assign()
    order = kantor.keadaan(kantor.case("PEL")).last(Action.ASSIGN)
    assert order is not None
    assert order.isi["susulan"] is True
    assert not assignment.load(kantor.kabid).susulan


def test_a_forgotten_order_is_not_blamed_on_the_pc(kantor: Kantor) -> None:
    with kantor.store.unit() as unit:
        trail.record(unit, kantor.kabid.actor, kantor.at(7, 10, 15), trail.Kind.LOGIN, ANDI.id, isi={"hasil": "masuk"})
        unit.commit()
    kantor.at(7, 14, 8)
    assert assignment.load(kantor.kabid).keterangan.startswith("Penugasan belum dikirim pada 10 Juli.")


def test_a_busy_office_is_not_told_that_its_pc_was_off(kantor: Kantor) -> None:
    with kantor.store.unit() as unit:
        for day, times in ((10, 1), (13, 400)):
            for minute in range(times):
                pada = kantor.at(7, day, 8 + minute // 60, minute % 60)
                trail.record(unit, kantor.kabid.actor, pada, trail.Kind.LOGIN, ANDI.id, isi={"hasil": "masuk"})
        unit.commit()
    kantor.at(7, 14, 16)
    assert assignment.load(kantor.kabid).keterangan.startswith("Penugasan belum dikirim pada 10 Juli.")


def test_the_order_is_the_kabids(kantor: Kantor) -> None:
    for ctx in (kantor.kasubag("PEL"), kantor.ctx(RAHMA), kantor.ctx(ANDI, Role.CAMAT)):
        with pytest.raises(WrongRole):
            assignment.assign(ctx, TW2, ALL, catatan=NOTE, seen={})
