"""Step 4: bahan becomes the seksi's report; and the hand-over that opens step 6."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kinerja_desktop.domain.errors import Incomplete, ReasonTooShort, StaleWrite, TextTooLong, WrongRole, WrongState
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Action, Jenis, Status
from kinerja_desktop.services import collection, section_report
from kinerja_desktop.services.section_report import CatatanBaru
from tests.office import REASON, TW2, Kantor


@pytest.fixture
def handed(kantor: Kantor) -> Kantor:
    """Bahan of the seksi handed in."""
    kantor.assign()
    kantor.order("PEL")
    kantor.at(7, 13, 10, 55)
    kantor.submit_bahan("PEL")
    return kantor


def report(kantor: Kantor) -> section_report.LaporanSeksiView:
    return section_report.load(kantor.kasubag("PEL"), kantor.case("PEL").id)


def save(kantor: Kantor, **changes: object) -> int:
    """Change row 1.3 of the draft."""
    view = report(kantor)
    row = replace(view.isi.of("1.3"), **changes)  # type: ignore[arg-type]  # a test names any field of the row
    ctx, case = kantor.kasubag("PEL"), kantor.case("PEL")
    return section_report.save_draft(ctx, case.id, [row], seen=view.versi_draf).versi


def test_before_the_bahan_the_screen_says_who_still_has_time(kantor: Kantor) -> None:
    kantor.assign()
    kantor.order("PEL")
    view = report(kantor)
    assert (view.terkunci, view.isi.indikator) == (True, ())
    assert view.belum_dapat == "Bahan belum diterima. Budi Contoh masih punya waktu sampai Senin 13 Juli, 16.00."


def test_the_report_begins_with_the_bahan(handed: Kantor) -> None:
    view = report(handed)
    assert (view.bahan_dari, view.bahan_keterangan, view.tombol) == ("Budi Contoh", "6 dari 6", "Ajukan Laporan")
    assert view.isi.of("1.3").realisasi == Decimal(512)
    assert (view.beda_bahan, view.bahan_baru, view.dapat_diajukan) == ((), (), True)


def test_a_changed_figure_is_never_silent(handed: Kantor) -> None:
    save(handed, realisasi=Decimal(510))
    (beda,) = report(handed).beda_bahan
    assert (beda.kode, beda.dari_teks, beda.ke_teks) == ("1.3", "512", "510")


def test_below_its_target_an_indikator_needs_words(handed: Kantor) -> None:
    version = save(handed, realisasi=Decimal(450), faktor_penghambat="", faktor_pendukung=" ")
    view = report(handed)
    assert (view.uraian_kosong, view.dapat_diajukan) == (("1.3",), False)
    assert view.belum_dapat == "Belum dapat diajukan: uraian 1.3 kosong."
    ctx, case = handed.kasubag("PEL"), handed.case("PEL")
    with pytest.raises(Incomplete) as refused:
        section_report.submit(ctx, case.id, seen=case.versi, seen_draf=version)
    assert refused.value.missing == ("uraian 1.3 kosong",)
    save(handed, tindak_lanjut="Menambah petugas loket.")
    assert report(handed).dapat_diajukan


def test_the_report_is_handed_in_as_it_was_stored(handed: Kantor) -> None:
    handed.at(7, 13, 14, 5)
    version = save(handed, realisasi=Decimal(510))
    ctx, case = handed.kasubag("PEL"), handed.case("PEL")
    with pytest.raises(StaleWrite):
        section_report.submit(ctx, case.id, seen=case.versi, seen_draf=version - 1)
    section_report.submit(ctx, case.id, seen=case.versi, seen_draf=version)
    done = handed.case("PEL")
    assert (done.status, done.laporan_ke) == (Status.SUBMITTED, 1)
    view = report(handed)
    assert (view.terkunci, view.isi.of("1.3").realisasi) == (True, Decimal(510))
    assert view.sesudah == "Laporan diajukan kepada Andi Umpama, S.IP. hari ini 14.05."


def test_the_reports_paragraphs_have_a_length(handed: Kantor) -> None:
    ctx, case = handed.kasubag("PEL"), handed.case("PEL")
    with pytest.raises(TextTooLong):
        section_report.save_draft(ctx, case.id, uraian="x" * 4001, seen=0)
    section_report.save_draft(ctx, case.id, uraian="Pelayanan berjalan baik.", seen=0)
    assert report(handed).isi.uraian == "Pelayanan berjalan baik."


def test_returning_bahan_needs_a_reason(handed: Kantor) -> None:
    ctx, case = handed.kasubag("PEL"), handed.case("PEL")
    with pytest.raises(ReasonTooShort):
        section_report.return_bahan(ctx, case.id, "kurang", seen=case.versi)
    section_report.return_bahan(ctx, case.id, REASON, seen=case.versi)
    assert handed.case("PEL").status is Status.BAHAN_RETURNED
    assert report(handed).sesudah == "Bahan dikembalikan kepada Budi Contoh hari ini 10.55."


def test_newer_bahan_keeps_the_words_and_names_the_figure(handed: Kantor) -> None:
    save(handed, faktor_pendukung="Layanan jemput bola.")
    ctx, case = handed.kasubag("PEL"), handed.case("PEL")
    section_report.return_bahan(ctx, case.id, REASON, seen=case.versi)
    handed.submit_bahan("PEL", k1_3="515")

    view = report(handed)
    assert view.isi.of("1.3").realisasi == Decimal(515)
    assert view.isi.of("1.3").faktor_pendukung == "Layanan jemput bola."
    assert [(b.kode, b.dari_teks, b.ke_teks) for b in view.bahan_baru] == [("1.3", "512", "515")]

    section_report.save_draft(ctx, case.id, [view.isi.of("1.1")], seen=view.versi_draf)
    assert report(handed).bahan_baru == ()


def test_a_figure_of_the_kasubag_outlives_newer_bahan(handed: Kantor) -> None:
    save(handed, realisasi=Decimal(510))
    ctx, case = handed.kasubag("PEL"), handed.case("PEL")
    section_report.return_bahan(ctx, case.id, REASON, seen=case.versi)
    handed.submit_bahan("PEL", k1_4="2")
    view = report(handed)
    assert (view.isi.of("1.3").realisasi, view.isi.of("1.4").realisasi) == (Decimal(510), Decimal(2))


def test_after_a_return_every_note_is_ticked_first(handed: Kantor) -> None:
    handed.submit("PEL")
    handed.send_back("PEL", TW2, ("1.3", "Register mencatat 500."), (None, "Lengkapi uraian."))
    view = report(handed)
    assert (view.tombol, view.dapat_diajukan) == ("Ajukan Kembali", False)
    assert view.belum_dapat == "Belum dapat diajukan: tandai 2 catatan."
    ctx, case = handed.kasubag("PEL"), handed.case("PEL")
    with pytest.raises(Incomplete):
        section_report.submit(ctx, case.id, seen=case.versi, seen_draf=0)
    handed.submit("PEL")
    assert handed.keadaan(handed.case("PEL")).label == "Diajukan Kembali (ke-1)"


def test_a_return_may_go_on_to_the_analyst_and_its_notes_stay(handed: Kantor) -> None:
    handed.submit("PEL")
    handed.send_back("PEL", TW2, ("1.3", "Register mencatat 500."))
    ctx, case = handed.kasubag("PEL"), handed.case("PEL")
    section_report.return_bahan(ctx, case.id, REASON, [CatatanBaru("1.3", "Hitung ulang.")], seen=case.versi)
    sheet = collection.load(handed.analis("PEL"), case.id)
    assert sheet.pengembalian is not None
    (note,) = sheet.pengembalian.catatan
    assert note.teks == "Hitung ulang."
    case = handed.case("PEL")
    ticked = replace(sheet.isi.of("1.3"), realisasi=Decimal(500), perbaikan=(note.id,))
    saved = collection.save_draft(handed.analis("PEL"), case.id, [ticked], seen=0)
    collection.submit_bahan(handed.analis("PEL"), case.id, seen=case.versi, seen_draf=saved.versi)
    assert report(handed).hitungan.catatan == 1  # the Kabid's own note is still open
    handed.submit("PEL")


# --- handing over ------------------------------------------------------------------------------


def test_the_last_hand_over_opens_the_quarters_report(kantor: Kantor) -> None:
    for seksi in ("PEL", "PEM"):
        kantor.play(seksi)
    with kantor.store.read() as unit:
        assert unit.cases.find(Jenis.LAPORAN_TRIWULAN, 2026, 2, None) is None
    kantor.play("TRA")
    quarter = kantor.case(None, TW2, Jenis.LAPORAN_TRIWULAN)
    assert (quarter.status, quarter.desk) == (Status.OPEN, Role.KASUBAG_PERENCANAAN)
    assert quarter.batas is not None
    assert (quarter.batas.day, quarter.batas.hour) == (13, 16)
    start = kantor.keadaan(quarter).last(Action.START)
    assert start is not None
    assert start.oleh == "wahyu"


def test_only_an_approved_report_is_handed_over(kantor: Kantor) -> None:
    kantor.play("PEL", until=Action.SUBMIT)
    case = kantor.case("PEL")
    with pytest.raises(WrongState):
        section_report.hand_over(kantor.kasubag("PEL"), case.id, seen=case.versi)
    with pytest.raises(WrongRole):
        section_report.hand_over(kantor.kabid, case.id, seen=case.versi)
