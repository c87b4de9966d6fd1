"""What somebody gives up of his unsubmitted work is kept for a month, for him alone, and comes back to its place."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.errors import NotFound, StaleWrite, WrongRole, WrongState
from kinerja_desktop.domain.isi_laporan import IsiLaporan
from kinerja_desktop.domain.laporan import Rekomendasi
from kinerja_desktop.domain.realisasi import IsiIndikator
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import (
    assignment,
    collection,
    disposition,
    drafts,
    evidence,
    office_papers,
    plan_drafts,
    quarterly,
    review,
    section_report,
    trail,
    trash,
)
from kinerja_desktop.services.compose.office.kinds import Pokok
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.disposition import DisposisiDraf
from kinerja_desktop.services.section_report import CatatanBaru
from tests.evidence_files import pdf, put
from tests.office import RAHMA, TW2, Kantor

TYPED = {"1.3": {"nama": "Diketik"}}
OTHER = {"1.3": {"nama": "Diketik lain"}}
WORDS = "Layanan keliling menjangkau dusun yang jauh."


@pytest.fixture
def ctx() -> Context:
    return Kantor().ctx(RAHMA, Role.KASUBAG_PERENCANAAN)


def give_up(ctx: Context, typed: Mapping[str, Mapping[str, str]] = TYPED) -> plan_drafts.Ketikan:
    kept = plan_drafts.save(ctx, 2026, {"indikator:murni": typed}, {})
    return plan_drafts.discard(ctx, 2026, "indikator:murni", typed, sisa=None, seen=kept.versi)


def aside(ctx: Context) -> int:
    """How much lies aside, told or not."""
    with ctx.office.store.read() as unit:
        return sum(drafts.is_thrown(draft) for draft in unit.drafts.by(ctx.actor.id))


def test_what_is_given_up_is_no_draft_any_more(ctx: Context) -> None:
    assert not give_up(ctx).isi
    assert not plan_drafts.load(ctx, 2026).isi
    (thrown,) = trash.load(ctx)
    assert (thrown.asal, thrown.bagian) == ("Rencana Kinerja 2026", "indikator:murni")
    assert [(piece.tempat, piece.teks) for piece in thrown.isi] == [("Indikator", "1.3 · Diketik")]


def test_it_comes_back_once(ctx: Context) -> None:
    give_up(ctx)
    (thrown,) = trash.load(ctx)
    plan_drafts.bring_back(ctx, 2026, thrown.id, seen={})
    assert plan_drafts.load(ctx, 2026).isi == {"indikator:murni": TYPED}
    assert not trash.load(ctx)
    with pytest.raises(NotFound):
        plan_drafts.bring_back(ctx, 2026, thrown.id, seen={"indikator:murni": 1})


def test_it_is_kept_for_thirty_days() -> None:
    kantor = Kantor()
    ctx = kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN)
    kantor.at(7, 1, 8)
    give_up(ctx)
    kantor.at(7, 31, 8)
    give_up(ctx, OTHER)
    assert len(trash.load(ctx)) == 2
    kantor.at(7, 31, 8, 1)
    assert len(trash.load(ctx)) == 1
    assert aside(ctx) == 2
    give_up(ctx)
    assert aside(ctx) == 2, "the same thing lies there once"


def log_in(ctx: Context) -> None:
    with ctx.office.store.unit() as unit:
        trail.record(unit, ctx.actor, ctx.now(), trail.Kind.LOGIN, ctx.actor.id, isi={"hasil": "masuk"})
        unit.commit()


def test_what_lay_too_long_goes_after_a_start_whoever_gave_it_up() -> None:
    kantor = Kantor()
    ctx = kantor.ctx(RAHMA, Role.KASUBAG_PERENCANAAN)
    kantor.at(7, 1, 8)
    give_up(ctx)
    kantor.at(7, 2, 8)
    give_up(ctx, OTHER)
    kantor.at(7, 31, 9)
    log_in(ctx)
    drafts.clear_old(kantor.office)
    assert aside(ctx) == 2, "a clock that has just moved so far is not believed"
    kantor.at(8, 1, 7)
    drafts.clear_old(kantor.office)
    assert aside(ctx) == 1
    assert len(trash.load(ctx)) == 1
    drafts.clear_old(kantor.office)
    assert aside(ctx) == 1


def test_what_is_given_up_is_marked_for_whoever_reads_all_drafts(ctx: Context) -> None:
    give_up(ctx)
    with ctx.office.store.read() as unit:
        assert [drafts.is_thrown(draft) for draft in unit.drafts.by(ctx.actor.id)] == [True]


# --- work of the SOP -----------------------------------------------------------------------------


@pytest.fixture
def kantor() -> Kantor:
    made = Kantor()
    made.assign("PEL")
    made.order("PEL")
    return made


def row_of(ctx: Context, case_id: str, kode: str) -> IsiIndikator:
    return collection.load(ctx, case_id).isi.of(kode)


def write(kantor: Kantor, row: IsiIndikator) -> None:
    """A row of the Lembar Kerja as it is now, kept by the analyst."""
    ctx, case_id = kantor.analis("PEL"), kantor.case().id
    collection.save_draft(ctx, case_id, [row], seen=collection.load(ctx, case_id).versi_draf)


def told(ctx: Context) -> list[tuple[str, list[tuple[str, str]], str]]:
    return [(b.asal, [(p.tempat, p.teks) for p in b.isi], b.halangan) for b in trash.load(ctx)]


def test_what_is_emptied_in_a_lembar_kerja_comes_back(kantor: Kantor) -> None:
    ctx, case_id = kantor.analis("PEL"), kantor.case().id
    filled = IsiIndikator("1.1", realisasi=Decimal(40), faktor_pendukung=WORDS)
    write(kantor, filled)
    write(kantor, IsiIndikator("1.1"))
    pieces = [("1.1 Realisasi", "40"), ("1.1 Faktor pendukung", WORDS)]
    assert told(ctx) == [("Lembar Kerja Seksi Pelayanan TW II 2026", pieces, "")]
    trash.bring_back(ctx, trash.load(ctx)[0].id)
    assert row_of(ctx, case_id, "1.1") == filled
    assert aside(ctx) == 0


def test_what_was_only_mended_or_is_short_is_not_laid_aside(kantor: Kantor) -> None:
    write(kantor, IsiIndikator("1.1", realisasi=Decimal(40), faktor_pendukung=WORDS, tindak_lanjut="Lanjut"))
    mended = WORDS.replace("keliling", "bergerak") + " Petugasnya dua orang."
    write(kantor, IsiIndikator("1.1", realisasi=Decimal(41), faktor_pendukung=mended))
    assert aside(kantor.analis("PEL")) == 0


def test_what_stands_in_its_place_again_is_not_told(kantor: Kantor) -> None:
    for words in (WORDS, "", WORDS):
        write(kantor, IsiIndikator("1.1", faktor_pendukung=words))
    assert told(kantor.analis("PEL")) == []


def test_beginnings_saved_on_the_way_are_not_told_beside_the_whole(kantor: Kantor) -> None:
    for words in (WORDS[:20], "", WORDS, ""):
        write(kantor, IsiIndikator("1.1", faktor_pendukung=words))
    ((_, pieces, _),) = told(kantor.analis("PEL"))
    assert pieces == [("1.1 Faktor pendukung", WORDS)]
    write(kantor, IsiIndikator("1.1", faktor_pendukung=f"{WORDS} Petugasnya dua orang."))
    assert told(kantor.analis("PEL")) == []


def test_words_that_were_typed_over_are_kept_as_the_version_before(kantor: Kantor) -> None:
    ctx = kantor.analis("PEL")
    for words in (WORDS, "Petugas"):
        write(kantor, IsiIndikator("1.1", faktor_pendukung=words))
    assert [one[1:] for one in told(ctx)] == [
        ([("1.1 Faktor pendukung (versi sebelumnya)", WORDS)], ""),
    ]
    write(kantor, IsiIndikator("1.1"))
    assert [one[1:] for one in told(ctx)] == [([("1.1 Faktor pendukung", WORDS)], "")]
    trash.bring_back(ctx, trash.load(ctx)[0].id)
    assert row_of(ctx, kantor.case().id, "1.1").faktor_pendukung == WORDS


def test_the_version_before_and_the_present_words_change_places(kantor: Kantor) -> None:
    ctx = kantor.analis("PEL")
    for words in (WORDS, "Petugas"):
        write(kantor, IsiIndikator("1.1", faktor_pendukung=words))
    for back, instead in ((WORDS, "Petugas"), ("Petugas", WORDS)):
        (one,) = trash.load(ctx)
        assert (one.halangan, one.akibat) == ("", trash.DITUKAR)
        trash.bring_back(ctx, one.id)
        assert row_of(ctx, kantor.case().id, "1.1").faktor_pendukung == back
        assert [pieces for _, pieces, _ in told(ctx)] == [[("1.1 Faktor pendukung (versi sebelumnya)", instead)]]


def test_what_a_screen_held_is_told_to_its_writer_to_be_copied(kantor: Kantor) -> None:
    ctx = kantor.analis("PEL")
    for _ in range(2):
        trash.lay_aside(ctx, "Tarik – Tarik Laporan?", {"Alasan": WORDS, "Sisa": " "})
    (one,) = trash.load(ctx)
    assert told(ctx) == [("Tarik – Tarik Laporan?", [("Alasan", WORDS)], trash.LEPAS)]
    assert told(kantor.kasubag("PEL")) == []
    with pytest.raises(NotFound):
        trash.bring_back(ctx, one.id)


def test_words_taken_away_letter_by_letter_are_kept_whole(kantor: Kantor) -> None:
    for left in (len(WORDS), 33, 22, 11, 2, 0):
        write(kantor, IsiIndikator("1.1", faktor_pendukung=WORDS[:left]))
    assert [pieces for _, pieces, _ in told(kantor.analis("PEL"))] == [[("1.1 Faktor pendukung", WORDS)]]


def test_evidence_that_was_taken_out_comes_back_with_its_file(kantor: Kantor, tmp_path: Path) -> None:
    ctx, case_id = kantor.analis("PEL"), kantor.case().id
    file = put(tmp_path, "Daftar hadir.pdf", pdf())
    piece, link = evidence.add_file(ctx, file), Bukti("https://contoh.invalid/daftar")
    write(kantor, IsiIndikator("1.1", bukti=(piece, link)))
    write(kantor, IsiIndikator("1.1", bukti=(replace(link, tanggal=date(2026, 6, 1)),)))
    assert [pieces for _, pieces, _ in told(ctx)] == [[("1.1 Bukti", "Daftar hadir.pdf")]]
    trash.bring_back(ctx, trash.load(ctx)[0].id)
    assert row_of(ctx, case_id, "1.1").bukti == (replace(link, tanggal=date(2026, 6, 1)), piece)
    assert evidence.open_file(ctx, case_id, piece) == pdf()
    assert aside(ctx) == 0


def test_evidence_in_whose_place_another_one_came_is_kept_but_not_what_was_only_mended(kantor: Kantor) -> None:
    ctx, names = kantor.analis("PEL"), ("Buku", "Buku register loket Mei", "Buku register loket Juni 2026")
    for name in (*names, "https://contoh.invalid/rekap"):
        write(kantor, IsiIndikator("1.1", bukti=(Bukti(name),)))
    assert [one[1:] for one in told(ctx)] == [([("1.1 Bukti", names[-1])], "")]
    write(kantor, IsiIndikator("1.1", bukti=(Bukti(names[-1], alasan="Baru ditandatangani."),)))
    assert [pieces for _, pieces, _ in told(ctx)] == [[("1.1 Bukti", "https://contoh.invalid/rekap")]]


def test_no_more_is_kept_of_one_berkas_than_somebody_could_look_through(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A save stays quick however often something is emptied; the newest are kept."""
    monkeypatch.setattr(drafts, "MAKS_BUANGAN", 3)
    for figure in range(1, 6):
        write(kantor, IsiIndikator("1.1", realisasi=Decimal(figure)))
        write(kantor, IsiIndikator("1.1"))
    assert [pieces for _, pieces, _ in told(kantor.analis("PEL"))] == [[("1.1 Realisasi", n)] for n in ("5", "4", "3")]


def test_only_what_finds_its_place_free_comes_back(kantor: Kantor) -> None:
    ctx, case_id = kantor.analis("PEL"), kantor.case().id
    write(kantor, IsiIndikator("1.1", realisasi=Decimal(40), faktor_pendukung=WORDS))
    write(kantor, IsiIndikator("1.1"))
    write(kantor, IsiIndikator("1.1", alasan_kosong="Register belum ditutup."))
    trash.bring_back(ctx, trash.load(ctx)[0].id)
    assert row_of(ctx, case_id, "1.1").faktor_pendukung == WORDS
    assert row_of(ctx, case_id, "1.1").realisasi is None
    ((_, pieces, halangan),) = told(ctx)
    assert (pieces, halangan) == ([("1.1 Realisasi", "40")], trash.TERISI)
    with pytest.raises(StaleWrite):
        trash.bring_back(ctx, trash.load(ctx)[0].id)


def test_what_was_handed_in_meanwhile_is_told_to_be_copied(kantor: Kantor) -> None:
    ctx = kantor.analis("PEL")
    write(kantor, IsiIndikator("1.1", tindak_lanjut=WORDS))
    write(kantor, IsiIndikator("1.1"))
    kantor.submit_bahan("PEL")
    ((_, pieces, halangan),) = told(ctx)
    assert (pieces, halangan) == ([("1.1 Tindak lanjut", WORDS)], trash.TERTUTUP)
    with pytest.raises(WrongState):
        trash.bring_back(ctx, trash.load(ctx)[0].id)
    assert aside(ctx) == 1


def test_nobody_sees_or_takes_what_another_one_gave_up(kantor: Kantor) -> None:
    write(kantor, IsiIndikator("1.1", tindak_lanjut=WORDS))
    write(kantor, IsiIndikator("1.1"))
    mine, other = trash.load(kantor.analis("PEL"))[0], kantor.kasubag("PEL")
    assert told(other) == []
    with pytest.raises(NotFound):
        trash.bring_back(other, mine.id)


def test_the_words_of_a_seksi_report_come_back(kantor: Kantor) -> None:
    kantor.submit_bahan("PEL")
    ctx, case_id = kantor.kasubag("PEL"), kantor.case().id
    for seen, words in enumerate((WORDS, "")):
        section_report.save_draft(ctx, case_id, uraian=words, seen=seen)
    ((asal, pieces, _),) = told(ctx)
    assert (asal, pieces) == ("Laporan Seksi Pelayanan TW II 2026", [("Uraian laporan", WORDS)])
    trash.bring_back(ctx, trash.load(ctx)[0].id)
    assert section_report.load(ctx, case_id).isi.uraian == WORDS


def test_notes_of_a_check_come_back_also_those_that_an_approval_left_behind(kantor: Kantor) -> None:
    kantor.submit_bahan("PEL")
    kantor.submit("PEL")
    ctx, case_id = kantor.kabid, kantor.case().id
    notes = (CatatanBaru("1.1", WORDS), CatatanBaru(None, "Lengkapi daftar hadir."))
    review.save_notes(ctx, case_id, notes, seen=0)
    review.save_notes(ctx, case_id, notes[1:], seen=1)
    assert told(ctx) == [("Pemeriksaan Seksi Pelayanan TW II 2026", [("1.1 Catatan pemeriksaan", WORDS)], "")]
    trash.bring_back(ctx, trash.load(ctx)[0].id)
    assert set(review.load(ctx, case_id).catatan_draf) == set(notes)
    kantor.approve("PEL")
    ((_, pieces, halangan),) = told(ctx)
    assert {teks for _, teks in pieces} == {note.teks for note in notes}
    assert halangan == trash.TERTUTUP


def test_words_given_back_to_the_figures_come_back_with_what_they_stood_on() -> None:
    kantor = Kantor()
    for seksi in ("PEL", "PEM", "TRA"):
        kantor.play(seksi)
    ctx = kantor.ctx(RAHMA)
    typed = IsiLaporan().typed_over("penutup", (WORDS, "Terima kasih."), ("Dari angka.",))
    typed = replace(typed, rekomendasi=(Rekomendasi("Tambah loket.", "Kasi Pelayanan", "Desember 2026"),))
    for seen, isi in enumerate((typed, IsiLaporan())):
        quarterly.save_draft(ctx, TW2, isi, seen=seen)
    (one,) = trash.load(ctx)
    assert one.asal == "Laporan Triwulan TW II 2026"
    assert [piece.tempat for piece in one.isi] == ["VII. Penutup", "Rekomendasi"]
    trash.bring_back(ctx, one.id)
    assert quarterly.load(ctx, TW2).isi == typed


def test_a_chapter_typed_over_once_more_comes_back_with_what_it_stood_on() -> None:
    kantor = Kantor()
    for seksi in ("PEL", "PEM", "TRA"):
        kantor.play(seksi)
    ctx = kantor.ctx(RAHMA)
    first = IsiLaporan().typed_over("penutup", (WORDS,), ("Dari angka.",))
    for seen, isi in enumerate((first, IsiLaporan().typed_over("penutup", ("Selesai.",), ("Dari angka.",)))):
        quarterly.save_draft(ctx, TW2, isi, seen=seen)
    ((_, pieces, halangan),) = told(ctx)
    assert (pieces, halangan) == ([("VII. Penutup (versi sebelumnya)", WORDS)], "")
    trash.bring_back(ctx, trash.load(ctx)[0].id)
    assert quarterly.load(ctx, TW2).isi == first
    assert [pieces for _, pieces, _ in told(ctx)] == [[("VII. Penutup (versi sebelumnya)", "Selesai.")]]
    quarterly.save_draft(ctx, TW2, IsiLaporan(), seen=3)
    trash.bring_back(ctx, trash.load(ctx)[0].id)
    assert quarterly.load(ctx, TW2).isi == first


def test_the_words_of_an_order_that_was_not_sent_come_back() -> None:
    kantor = Kantor()
    ctx = kantor.kabid
    usual = assignment.load(ctx, TW2).catatan
    for seen, note in enumerate((usual, replace(usual, hal="Data kinerja susulan", catatan=WORDS), usual)):
        assignment.save_note(ctx, TW2, note, seen=seen)
    ((asal, pieces, halangan),) = told(ctx)
    assert (asal, halangan) == ("Penugasan TW II 2026", "")
    assert pieces == [("Hal", "Data kinerja susulan"), ("Catatan", WORDS)]
    (one,) = trash.load(ctx)
    assert (one.tab, one.butir) == ("penugasan", TW2.kode)
    trash.bring_back(ctx, one.id)
    found = assignment.load(ctx, TW2).catatan
    assert (found.hal, found.catatan) == ("Data kinerja susulan", WORDS)
    assert aside(ctx) == 0


def test_the_words_of_a_disposition_come_back_until_it_is_sent() -> None:
    kantor = Kantor()
    kantor.assign("PEL")
    ctx, case_id = kantor.kasubag("PEL"), kantor.case().id
    for seen, words in enumerate((WORDS, "")):
        disposition.save_draft(ctx, case_id, DisposisiDraf(catatan=words), seen=seen)
    assert told(ctx) == [("Disposisi Seksi Pelayanan TW II 2026", [("Catatan", WORDS)], "")]
    trash.bring_back(ctx, trash.load(ctx)[0].id)
    assert disposition.load(ctx, case_id).draf.catatan == WORDS
    disposition.save_draft(ctx, case_id, DisposisiDraf(), seen=3)
    kantor.order("PEL")
    assert [halangan for _, _, halangan in told(ctx)] == [trash.TERTUTUP]


def test_the_fields_of_a_paper_come_back(ctx: Context) -> None:
    pokok = Pokok(2026)
    field = next(f for f in office_papers.load(ctx, "rencana_aksi", pokok).isian if not f.pilihan)
    for seen, words in enumerate((WORDS, "")):
        office_papers.save(ctx, "rencana_aksi", pokok, {field.kunci: words}, seen=seen)
    ((asal, pieces, halangan),) = told(ctx)
    assert (asal, halangan) == ("Rencana Aksi 2026", "")
    assert pieces == [(": ".join(filter(None, (field.bagian, field.label))), WORDS)]
    trash.bring_back(ctx, trash.load(ctx)[0].id)
    assert office_papers.load(ctx, "rencana_aksi", pokok).nilai[field.kunci] == WORDS
    admin = replace(ctx, actor=replace(ctx.actor, role=Role.ADMIN))
    office_papers.save(ctx, "rencana_aksi", pokok, {field.kunci: ""}, seen=3)
    with ctx.office.store.unit() as unit:
        person = unit.people.get(ctx.actor.id)
        unit.people.put(replace(person, peran=(*person.peran, Role.ADMIN)))
        unit.commit()
    assert told(admin) == [("Rencana Aksi 2026", [("Isian", WORDS)], trash.TERTUTUP)]


def test_another_role_of_the_same_person_is_told_to_change_it(kantor: Kantor) -> None:
    write(kantor, IsiIndikator("1.1", tindak_lanjut=WORDS))
    write(kantor, IsiIndikator("1.1"))
    analis = kantor.analis("PEL")
    elsewhere = replace(analis, actor=replace(analis.actor, role=Role.ADMIN))
    with kantor.store.unit() as unit:
        person = unit.people.get(analis.actor.id)
        unit.people.put(replace(person, peran=(*person.peran, Role.ADMIN)))
        unit.commit()
    ((_, _, halangan),) = told(elsewhere)
    assert halangan == "Isian ini dibuang sebagai Analis. Ganti peran dahulu."
    with pytest.raises(WrongRole):
        trash.bring_back(elsewhere, trash.load(elsewhere)[0].id)
