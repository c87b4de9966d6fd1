"""Step 5: what the Kabid sees, and what he may decide."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from pdfminer.high_level import extract_text

from kinerja_desktop.domain.errors import (
    ChecksMissing,
    NoExceptionNeeded,
    OwnReport,
    ReasonTooShort,
    StaleWrite,
    WrongRole,
    WrongState,
)
from kinerja_desktop.domain.indikator import Tingkat
from kinerja_desktop.domain.pegawai import Penugasan
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Action, Status
from kinerja_desktop.services import history, review, section_report, step_papers
from kinerja_desktop.services.compose.step_papers import KEPUTUSAN
from kinerja_desktop.services.review import CatatanBaru, Centang
from kinerja_desktop.services.snapshots import decode_salinan
from tests.office import ANDI, HASAN, PEOPLE, RAHMA, REASON, TW1, TW2, Kantor

TICKS = tuple(Centang)


@pytest.fixture
def submitted(kantor: Kantor) -> Kantor:
    """TW I approved, TW II handed in on 14 July at 14.41."""
    kantor.at(4, 10, 8)
    kantor.play("PEL", TW1)
    kantor.at(7, 10, 8)
    kantor.play("PEL", until=Action.SUBMIT_BAHAN)
    kantor.at(7, 14, 14, 41)
    kantor.submit("PEL")
    return kantor


def view_of(kantor: Kantor) -> review.PemeriksaanView:
    return review.load(kantor.kabid, kantor.case("PEL").id)


# --- what is seen ------------------------------------------------------------------------------


def test_the_level_of_the_mean_is_named_where_the_report_has_several(submitted: Kantor) -> None:
    with submitted.office.store.unit() as unit:
        plan = unit.planning.rencana(2026)
        assert plan is not None
        mixed = tuple(replace(one, tingkat=Tingkat.PROGRAM) if one.kode == "1.3" else one for one in plan.indikator)
        unit.planning.put_rencana(replace(plan, indikator=mixed))
        unit.commit()
    assert view_of(submitted).keterangan_rata_rata.startswith("4 dari 5 indikator sasaran terhitung; ")


def test_the_report_with_its_mean_and_its_checklist(submitted: Kantor) -> None:
    view = view_of(submitted)
    assert view.judul == "Laporan Data Kinerja · Seksi Pelayanan · Triwulan II 2026"
    assert view.keterangan_versi == (
        "Versi 1, diajukan Siti Misalnya, S.Sos. (Kasi Pelayanan) hari ini 14.41. Diperiksa sebagai Kabid."
    )
    assert (view.rata_rata_teks, view.kategori) == ("106,47%", "Sangat Tinggi")
    assert view.keterangan_rata_rata == ("5 dari 6 indikator terhitung; tanpa batas atas; kategori menurut batas bawah")
    assert [(s.teks, s.terpenuhi) for s in view.syarat] == [
        ("Semua indikator terisi atau beralasan", True),
        ("Bukti ada pada 5 dari 5", True),
        ("Tanggal bukti perlu dilihat: 1.1, 1.2, 1.3, dan 3 lain", False),
    ]
    assert [k.rata_rata for k in view.kelompok] == ["108,09%", "100,00%"]
    assert view.kepala.boleh == {Action.APPROVE, Action.RETURN}


def test_figures_stand_beside_the_quarter_and_the_year_before(submitted: Kantor) -> None:
    row = view_of(submitted).kelompok[0].baris[2]
    assert (row.baris.kode, row.realisasi, row.sel.target, row.sel.capaian) == ("1.3", "512", "500", "102,40")
    assert (row.tw_lalu, row.tahun_lalu) == ("512", "–")


def test_what_changed_since_the_return(submitted: Kantor) -> None:
    submitted.at(7, 14, 14, 50)
    submitted.send_back("PEL", TW2, ("1.3", "Register mencatat 500."), (None, "Lengkapi uraian."))
    ctx, case = submitted.kasubag("PEL"), submitted.case("PEL")
    draft = section_report.load(ctx, case.id)
    repaired = replace(draft.isi.of("1.3"), realisasi=Decimal(500))
    section_report.save_draft(ctx, case.id, [repaired], seen=draft.versi_draf)
    submitted.submit("PEL")

    view = view_of(submitted)
    assert (view.kepala.label, view.kembali_ke) == ("Diajukan Kembali (ke-1)", 2)
    assert [(b.kode, b.dari_teks, b.ke_teks) for b in view.perubahan] == [("1.3", "512", "500")]
    assert [s.teks for s in view.syarat][-1] == "2 dari 2 catatan selesai"
    (general,) = view.catatan_umum
    assert (general.oleh, general.diperbaiki, general.waktu_teks) == ("Anda", True, "hari ini 14.50")
    row = view.kelompok[0].baris[2]
    assert row.sebelum is not None
    assert row.perlu_dilihat
    assert [(v.judul, v.realisasi, v.capaian) for v in row.versi] == [
        ("Versi 1 (dikembalikan)", "512", "102,40%"),
        ("Versi 2 (sekarang)", "500", "100,00%"),
    ]
    assert [n.catatan.teks for n in row.catatan_lalu] == ["Register mencatat 500."]
    assert not view.kelompok[0].baris[0].perlu_dilihat


def test_no_data_with_a_reason_is_printed_as_such(kantor: Kantor) -> None:
    kantor.assign("PEL")
    kantor.order("PEL")
    kantor.submit_bahan("PEL", k1_3=None)
    kantor.submit("PEL")
    row = view_of(kantor).kelompok[0].baris[2]
    assert (row.realisasi, row.sel.capaian, row.sel.kategori, row.perlu_dilihat) == (
        "n/a",
        "n/a",
        "Tanpa data",
        True,
    )


def test_there_is_nothing_to_check_before_the_first_report(kantor: Kantor) -> None:
    kantor.play("PEL", until=Action.SUBMIT_BAHAN)
    with pytest.raises(WrongState):
        view_of(kantor)


def test_the_camat_may_look_but_not_decide(submitted: Kantor) -> None:
    case = submitted.case("PEL")
    camat = submitted.ctx(ANDI, Role.CAMAT)
    assert review.load(camat, case.id).kepala.boleh == frozenset()
    with pytest.raises(WrongRole):
        review.approve(camat, case.id, centang=TICKS, seen=case.versi)
    with pytest.raises(WrongRole):
        review.load(submitted.kasubag("PEL"), case.id)


# --- notes -------------------------------------------------------------------------------------


def test_notes_are_kept_while_reading(submitted: Kantor) -> None:
    case = submitted.case("PEL")
    notes = (CatatanBaru("1.3", "Cocokkan dengan register."), CatatanBaru(None, "Uraian terlalu pendek."))
    saved = review.save_notes(submitted.kabid, case.id, notes, "Belum lengkap", seen=0)
    view = view_of(submitted)
    assert (view.catatan_draf, view.alasan_draf, view.versi_draf) == (notes, "Belum lengkap", saved.versi)
    with pytest.raises(StaleWrite):
        review.save_notes(submitted.kabid, case.id, (), "", seen=0)
    review.return_for_correction(submitted.kabid, case.id, REASON, notes, seen=case.versi)
    shown = review.load(submitted.kabid, case.id)
    pinned = [note for group in shown.kelompok for row in group.baris for note in row.catatan_lalu]
    told = [(one.catatan.teks, one.diperbaiki) for one in (*pinned, *shown.catatan_umum)]
    assert sorted(told) == sorted((one.teks, False) for one in notes), "he reads again what he wrote"
    assert view_of(submitted).catatan_draf == ()


def test_a_return_needs_a_reason_of_fifteen_letters(submitted: Kantor) -> None:
    case = submitted.case("PEL")
    with pytest.raises(ReasonTooShort) as refused:
        review.return_for_correction(submitted.kabid, case.id, "belum    ", seen=case.versi)
    assert (refused.value.letters, refused.value.minimum) == (5, 15)


# --- decisions ---------------------------------------------------------------------------------


def test_an_approval_freezes_a_numbered_copy(submitted: Kantor) -> None:
    submitted.approve("PEL")
    done = submitted.case("PEL")
    assert (done.status, done.desk) == (Status.APPROVED, Role.KASUBAG)
    act = submitted.keadaan(done).last(Action.APPROVE)
    assert act is not None
    copy = decode_salinan(act.isi["salinan"])
    assert (copy.nomor, copy.triwulan, copy.seksi.nama) == (1, TW2, "Seksi Pelayanan")
    assert copy.isi.of("1.3").realisasi == Decimal(512)
    assert dict(copy.target)["1.1"].triwulan[1] == Decimal(94)
    assert [(p.nama, p.jabatan) for p in (*copy.analis, copy.kasubag, copy.kabid)] == [
        ("Budi Contoh", "Pengolah Data"),
        ("Siti Misalnya, S.Sos.", "Kasi Pelayanan"),
        ("Andi Umpama, S.IP.", "Camat"),
    ]
    assert (copy.versi_rencana, copy.revisi_sop, copy.disetujui) == ("murni", "SOP Februari 2022", date(2026, 7, 14))


def test_every_tick_is_set_by_hand(submitted: Kantor) -> None:
    case = submitted.case("PEL")
    with pytest.raises(ChecksMissing) as refused:
        review.approve(submitted.kabid, case.id, centang=(Centang.BUKTI,), seen=case.versi)
    assert refused.value.missing == ("Capaian dan kategori wajar", "Faktor dan tindak lanjut memadai")
    assert submitted.case("PEL").status is Status.SUBMITTED


def test_only_the_version_on_the_screen_is_decided(submitted: Kantor) -> None:
    case = submitted.case("PEL")
    section_report.withdraw(submitted.kasubag("PEL"), case.id, seen=case.versi)
    submitted.submit("PEL")
    with pytest.raises(StaleWrite) as refused:
        review.approve(submitted.kabid, case.id, centang=TICKS, seen=case.versi)
    assert (refused.value.seen, refused.value.current) == (case.versi, case.versi + 2)
    assert view_of(submitted).keterangan_versi.startswith("Versi 2, ")


def test_deciding_twice_is_refused(submitted: Kantor) -> None:
    submitted.approve("PEL")
    case = submitted.case("PEL")
    with pytest.raises(WrongState):
        review.approve(submitted.kabid, case.id, centang=TICKS, seen=case.versi)
    with pytest.raises(WrongState):
        review.return_for_correction(submitted.kabid, case.id, REASON, seen=case.versi)


# --- one's own report --------------------------------------------------------------------------

PLT = replace(
    HASAN, id="hasan-plt", jabatan="Camat", peran=(Role.KABID,), seksi=None, penugasan=Penugasan.PLT, pengguna=None
)


def test_nobody_approves_his_own_report_while_another_can() -> None:
    kantor = Kantor(people=(*PEOPLE, PLT))
    kantor.play("PEM", until=Action.SUBMIT)
    case, hasan = kantor.case("PEM"), kantor.ctx(PLT)
    view = review.load(hasan, case.id)
    assert (view.laporan_sendiri, view.pengecualian_boleh, view.pemeriksa_lain) == (
        True,
        False,
        "Andi Umpama, S.IP.",
    )
    with pytest.raises(OwnReport):
        review.approve(hasan, case.id, centang=TICKS, seen=case.versi)
    with pytest.raises(NoExceptionNeeded):
        review.approve(hasan, case.id, centang=TICKS, pengecualian=REASON, seen=case.versi)
    with pytest.raises(NoExceptionNeeded):
        review.approve(kantor.kabid, case.id, centang=TICKS, pengecualian=REASON, seen=case.versi)  # not his own
    review.approve(kantor.kabid, case.id, centang=TICKS, seen=case.versi)
    act = kantor.keadaan(kantor.case("PEM")).last(Action.APPROVE)
    assert act is not None
    assert not act.isi["pengecualian"]


def test_an_exception_is_recorded_where_nobody_else_is_there() -> None:
    retired = replace(ANDI, sampai=date(2026, 6, 30))
    kantor = Kantor(people=(*(p for p in PEOPLE if p is not ANDI), retired, PLT), pemeriksa=PLT)
    note = "Camat pensiun, penggantinya belum dilantik."
    kantor.play("PEM", until=Action.SUBMIT)
    case, hasan = kantor.case("PEM"), kantor.ctx(PLT)
    assert review.load(hasan, case.id).pengecualian_boleh
    with pytest.raises(OwnReport):
        review.approve(hasan, case.id, centang=TICKS, seen=case.versi)
    with pytest.raises(ReasonTooShort):
        review.approve(hasan, case.id, centang=TICKS, pengecualian="tidak ada", seen=case.versi)
    review.approve(hasan, case.id, centang=TICKS, pengecualian=note, seen=case.versi)
    act = kantor.keadaan(kantor.case("PEM")).last(Action.APPROVE)
    assert act is not None
    assert (act.isi["pengecualian"], act.jabatan) == (note, "Plt. Camat")
    assert history.told(hasan, case.id)[0].teks == f"Laporan sendiri disetujui dengan pengecualian: {note}"
    printed = " ".join(extract_text(BytesIO(step_papers.print_paper(hasan, case.id, act.nomor, KEPUTUSAN).pdf)).split())
    assert f"disetujui dengan pengecualian: {note}" in printed


def test_who_lost_the_role_decides_no_more(submitted: Kantor) -> None:
    with submitted.store.unit() as unit:
        unit.people.put(replace(ANDI, sampai=date(2026, 7, 13)))
        unit.people.put(replace(RAHMA, peran=(*RAHMA.peran, Role.KABID)))
        unit.commit()
    case = submitted.case("PEL")
    with pytest.raises(WrongRole):
        review.approve(submitted.kabid, case.id, centang=TICKS, seen=case.versi)
    review.approve(submitted.ctx(RAHMA, Role.KABID), case.id, centang=TICKS, seen=case.versi)
