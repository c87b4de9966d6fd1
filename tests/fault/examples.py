"""How every use case that takes a text is called, so that nothing refuses it but the text itself.

A value is found by the name of its parameter (``_NAMED``); what is special to a use case stands in ``EXAMPLES``, with
the act of ``office.ACTS`` or ``NEXT_YEAR`` before which it is taken. To add a use case: often nothing; where the test
says that it is not taken, its line. ``NOT_TYPED`` names those whose texts no person gives.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.buku import BukuKinerja
from kinerja_desktop.domain.buku_lembar import Bagian
from kinerja_desktop.domain.indikator import NilaiSkala, Rencana, Riwayat, Sasaran, VersiRencana
from kinerja_desktop.domain.isi_laporan import IsiLaporan
from kinerja_desktop.domain.kalender import HariLibur, JenisLibur, KalenderTahun
from kinerja_desktop.domain.laporan import Rekomendasi
from kinerja_desktop.domain.pegawai import Pegawai, Penugasan
from kinerja_desktop.domain.realisasi import IsiIndikator
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.unggah import Ambil, Berkas, Formulir, Isian, Masa
from kinerja_desktop.exchange import kata_pemulihan
from kinerja_desktop.exchange.kunci import Kunci
from kinerja_desktop.services import (
    annual,
    archive,
    auth,
    backup_sheet,
    collection,
    damaged,
    drafts,
    plan_drafts,
    review,
    settings,
    slip_sheets,
    step_papers,
    trail,
    trash,
    worksheet,
)
from kinerja_desktop.services.archive import Saringan
from kinerja_desktop.services.assignment import CatatanPenugasan
from kinerja_desktop.services.clock import SetClock
from kinerja_desktop.services.compose.naskah import Pilihan
from kinerja_desktop.services.compose.office.kinds import Pokok
from kinerja_desktop.services.context import FreshFor
from kinerja_desktop.services.disposition import DisposisiDraf
from kinerja_desktop.services.password_help import SandiPenolong
from kinerja_desktop.services.passwords import PRACTICE
from kinerja_desktop.services.plan_closing import Penutupan
from kinerja_desktop.services.printing import Format
from kinerja_desktop.services.section_work import CatatanBaru
from kinerja_desktop.services.setup import FirstAccount
from kinerja_desktop.services.succession_state import Serah
from tests.disk_office import BUKU, PASSWORD
from tests.fault.office import Act
from tests.office import (
    ANDI,
    BUDGET,
    BUDI,
    JOKO,
    OPENING,
    PLAN,
    RAHMA,
    REASON,
    SEKSI,
    SITI,
    TUTI,
    TW2,
    TW3,
    TW4,
    WAHYU,
    Kantor,
)

NOT_TYPED: Mapping[str, str] = {
    "auth.roles_now": "the session of a log-in",
    "backup.back_up": "who acts, from a log-in",
    "backup.keep_local": "who acts, from a log-in",
    "backup_keys.is_of_sheet": "the words of a sheet",
    "backup_keys.make_keys": "who acts, from a log-in",
    "backup_keys.office_keys": "who acts, from a log-in",
    "backup_keys.recipients": "keys of the office",
    "backup_keys.write_sheet": "who acts, from a log-in",
    "compose.backups.drill_paper": "what a drill found",
    "compose.backups.sheet_paper": "a sheet that was made",
    "diagnosis.details": "words of the program",
    "diagnosis.facts": "words of the program",
    "drill.try_copy": "words of a sheet, tried on a copy: row «salinan»",
    "evidence.read": "evidence that an allowed call read",
    "granting.confirm_by_sheet": "the words of a sheet",
    "integrity.examine": "heads that copies hold",
    "planning.change_plan": "a part of other use cases",
    "practice.play": "the practice year",
    "recovery.begin": "the session of a log-in",
    "recovery.end": "the session of a log-in",
    "restore.beyond": "the head of a copy",
    "restore.hold_second": "words of a sheet, tried on a copy: row «salinan»",
    "restore.restore": "words of a sheet, tried on a copy: row «salinan»",
    "scans.file_scans": "names of files",
    "upload_packet.ticked": "a view that was read",
    "workbook_import.apply_workbook": "a workbook that was read: row «buku», and import_buku",
    "workbook_import.check_workbook": "a workbook on the disk: row «buku»",
    "workbook_import.import_workbook": "a workbook on the disk: row «buku»",
    "workbook_notes.save_notes": "findings in a workbook that was read",
    "workbook_sources.remember": "a workbook that was read: row «buku»",
}


@dataclass(frozen=True, slots=True)
class Example:
    """``at``: before which act (empty: after those of this year); ``role``, ``person``: who calls, if not the first."""

    at: str = ""
    role: Role | None = None
    person: Pegawai | None = None
    given: Callable[[Kantor], Mapping[str, Any]] = lambda kantor: {}


def _paper(kantor: Kantor) -> str:
    return archive.load(kantor.ctx(RAHMA)).baris[0].id


_NOTES = (CatatanBaru("1.1", "Periksa register."),)
_ROWS = (
    IsiIndikator(
        "1.1",
        Decimal("91.85"),
        faktor_penghambat="Printer rusak.",
        bukti=(Bukti("Register Juni 2026"),),
    ),
)
_NAMED: Mapping[str, Any] = {
    "alasan": REASON,
    "analis": ("budi",),
    "baru": "tujuh kuda minum kopi tubruk",
    "case_id": lambda k: k.case().id,
    "catatan": "Sesuai register.",
    "centang": tuple(review.Centang),
    "changed": _ROWS,
    "cari": "laporan",
    "fmt": Format.XLSX,
    "key": lambda k: k.case().id,
    "kode": "1.1",
    "kunci": "sop",
    "lama": PASSWORD,
    "hasil": REASON,
    "masa": Masa(2026, 2),
    "mulai": date(2026, 10, 1),
    "nama": "perubahan",
    "paper_id": _paper,
    "pegawai_id": "tuti",
    "pengecualian": "",
    "pengguna": "joko",
    "perbaikan": None,
    "pilihan": Pilihan(tempat="Umpama"),
    "pokok": Pokok(2026),
    "sampai": date(2026, 12, 31),
    "sandi": PASSWORD,
    "seen": 0,
    "seen_draf": 0,
    "seksi": "PEL",
    "tahun": 2026,
    "tanda": "tiada",
    "teks": "KLR-0000-0000",
    "tempat_simpan": "Lemari 1, rak 2",
    "triwulan": TW2,
    "untuk": FreshFor.APPROVE,
    "uraian": None,
    "versi": "perubahan",
}


def example_of(name: str) -> Example:
    """The moment and the special values of a use case."""
    return EXAMPLES.get(name, Example())


def argument(kantor: Kantor, example: Example, parameter: str) -> Any:  # noqa: ANN401 - arguments of any kind
    """What a use case is given for a parameter. Raises KeyError where nothing says it."""
    given = example.given(kantor)
    if parameter in given:
        return given[parameter]
    found = _NAMED[parameter]
    return found(kantor) if callable(found) and not isinstance(found, type) else found


def _with(**given: Any) -> Callable[[Kantor], Mapping[str, Any]]:
    return lambda kantor: {name: one(kantor) if callable(one) else one for name, one in given.items()}


_ISI = IsiLaporan(
    (("penutup", ("Demikian laporan ini.",)),), (Rekomendasi("Menambah loket", "Kasi Pelayanan", "TW III"),)
)
_DRAFT = DisposisiDraf(("budi",), catatan="Segera.", pembagian=(("1.1", "budi"),))
_SLIPS = CatatanPenugasan("Pengumpulan data", catatan="Tepat waktu.")
_SERAH = Serah(SITI.id, TUTI.id, date(2026, 7, 14), Penugasan.PLT, pengguna="tuti", dasar="SPT Nomor 12", lembar=False)
_FORM = Formulir((Isian("Target", "1.1", Ambil.TARGET),), (Berkas("laporan_triwulan", "Laporan TW {tw}"),))
_BOOK = BukuKinerja(
    BUKU.instansi,
    replace(PLAN, indikator=(PLAN.indikator[0],)),
    anggaran=BUDGET,
    seksi=SEKSI[:1],
    pegawai=(TUTI,),
)


def _toss(kantor: Kantor) -> None:
    plan_drafts.discard(kantor.ctx(RAHMA), 2026, "indikator", {"9.9": {"nama": "Baru"}}, sisa=None, seen={})


AFTERWARDS = (Act("buangan", _toss),)
"""What is done after the acts, so that there is something to take back."""


EMPTY = "kosong"
"""The moment in which there is no office yet."""
_SHEET = kata_pemulihan.words_of(bytes(range(32)))
_HELPERS = (ANDI, SITI)


def _have_sheet(kantor: Kantor) -> None:
    key = Kunci.from_bytes(kata_pemulihan.secret_of(_SHEET)).publik
    with kantor.store.unit() as unit:
        settings.put(unit, trail.PROGRAM, kantor.clock.now(), backup_sheet.SHEET_KEY, key)
        unit.commit()


def _open_accounts(kantor: Kantor) -> None:
    now = kantor.clock.now()
    with kantor.store.unit() as unit:
        for person in _HELPERS:
            auth.open_account(unit, trail.PROGRAM, now, person, pengguna=person.id, sandi=PASSWORD, cost=PRACTICE)
        unit.commit()


def _spoil(kantor: Kantor) -> None:
    """The draft of the coming order, as a disk does it."""
    with kantor.store.raw() as connection:
        changed = connection.execute("UPDATE drafts SET sidik = 'x' || sidik WHERE kind = ?", (drafts.PENUGASAN,))
        connection.commit()
        assert changed.rowcount == 1


def _damaged(kantor: Kantor) -> str:
    with kantor.store.read() as unit:
        return damaged.seen_by(unit, kantor.ctx(JOKO))[0].tanda


def _end_year(kantor: Kantor) -> None:
    kantor.at(1, 12, 8, tahun=2027)
    kantor.play("PEL", TW4)


def _compile_year(kantor: Kantor) -> None:
    ctx = kantor.ctx(RAHMA)
    annual.force_start(ctx, 2026, REASON, seen=annual.load(ctx, 2026).versi)


def _fix_year(kantor: Kantor) -> None:
    ctx = kantor.ctx(RAHMA)
    annual.fix(ctx, 2026, seen=annual.load(ctx, 2026).versi)


NEXT_YEAR = (
    Act("lembar pemulihan", _have_sheet),
    Act("akun lain", _open_accounts),
    Act("isian rusak", _spoil),
    Act("akhir tahun", _end_year),
    Act("kompilasi setahun", _compile_year),
    Act("penetapan setahun", _fix_year),
    Act("sesudah setahun", lambda _: None),
)
"""What is done to the office after all else; use cases that nothing special is said of never see it."""


def _tossed(kantor: Kantor) -> str:
    return trash.load(kantor.ctx(RAHMA))[0].id


def _of_tra(kantor: Kantor) -> str:
    return kantor.case("TRA").id


def _picture(kantor: Kantor) -> Bukti:
    return collection.load(kantor.analis("TRA"), _of_tra(kantor)).isi.of("4.1").bukti[0]


def _taken_along(kantor: Kantor) -> Path:
    book = kantor.store.evidence.folder.parent / "lembar.xlsx"
    worksheet.export_worksheet(kantor.analis("PEL"), kantor.case().id, book)
    return book


def _worksheet(kantor: Kantor) -> worksheet.HasilLembar:
    words = worksheet.Ubahan("1.1", "", Bagian.TINDAK_LANJUT, "A1", "", "", "Loket.", "Loket.", bentrok=False)
    return worksheet.HasilLembar(kantor.case().id, "lembar.xlsx", 1, (words,), 0)


EXAMPLES: Mapping[str, Example] = {
    "annual.fix": Example("penetapan setahun"),
    "annual.force_start": Example("kompilasi setahun"),
    "annual.reopen": Example("sesudah setahun"),
    "annual.save_draft": Example("penetapan setahun", given=_with(isi=_ISI)),
    "archive.load": Example(given=_with(saringan=Saringan("laporan", seksi="PEL", jenis="x"), halaman=0)),
    "archive.open_scan": Example("tempat"),
    "archive.add_scan": Example("pindaian", given=_with(content=b"%PDF-1.4 pindaian")),
    "assignment.assign": Example("penugasan", given=_with(seksi=("PEL",), catatan=_SLIPS, seen={"PEL": 0})),
    "assignment.save_note": Example(given=_with(triwulan=TW3, catatan=_SLIPS)),
    "calendar_table.save_year": Example(
        given=_with(
            tabel=KalenderTahun(2027, (HariLibur(date(2027, 8, 17), "Kemerdekaan", JenisLibur.LIBUR_NASIONAL),))
        )
    ),
    "collection.load": Example("bahan"),
    "collection.save_draft": Example("isian", Role.ANALIS),
    "collection.submit_bahan": Example("bahan", Role.ANALIS, given=_with(seen=lambda k: k.case().versi, seen_draf=1)),
    "compose.letterhead.letterhead": Example(
        given=_with(typed={"instansi.nama": "Kecamatan", "instansi.alamat": "Jl"})
    ),
    "damaged.lay_aside": Example("akhir tahun", Role.ADMIN, JOKO, _with(tanda=_damaged)),
    "disposition.load": Example("disposisi"),
    "disposition.order": Example("disposisi", given=_with(pembagian={"1.1": "budi"})),
    "disposition.save_draft": Example("disposisi", given=_with(draf=_DRAFT)),
    "evidence.open_file": Example("tarik", Role.ANALIS, TUTI, _with(case_id=_of_tra, bukti=_picture)),
    "handing_over.hand_over": Example("penyerahan"),
    "inbox.where": Example("laporan"),
    "inbox_preview.preview": Example("laporan"),
    "office_papers.message": Example(given=_with(kunci="belum_menyerahkan", pokok=Pokok(2026, 2))),
    "office_papers.save": Example(given=_with(kunci="sop", nilai={"a": "b"})),
    "password_help.help_by_sheet": Example("akhir tahun", given=_with(words=_SHEET)),
    "password_help.help_by_two": Example(
        "akhir tahun",
        given=_with(pengguna="siti", one=SandiPenolong("joko", PASSWORD), other=SandiPenolong("andi", PASSWORD)),
    ),
    "people.open_account": Example(given=_with(pengguna="tuti")),
    "people.save_person": Example(given=_with(pegawai=TUTI)),
    "people.save_seksi": Example(given=_with(seksi=SEKSI[0])),
    "plan_closing.close": Example("versi rencana", given=_with(penutupan=Penutupan("1.1", date(2026, 12, 1), REASON))),
    "plan_drafts.bring_back": Example(given=_with(buangan=_tossed, seen={})),
    "plan_drafts.discard": Example(
        given=_with(bagian="indikator", isi={"9.9": {"nama": "x"}}, sisa={"9.8": {"nama": "y"}}, seen={})
    ),
    "plan_drafts.save": Example(given=_with(isi={"indikator": {"9.9": {"nama": "x"}}}, seen={"indikator": 0})),
    "plan_lists.save_riwayat": Example(
        given=_with(baris=(Riwayat("1.1", 2025, Decimal(90), Decimal(91), indikator_lama="0.9"),))
    ),
    "plan_lists.save_sasaran": Example(
        given=_with(
            baris=tuple((i, Sasaran(i or "", "Tujuan")) for i in dict.fromkeys(i.sasaran for i in PLAN.indikator))
        )
    ),
    "plan_lists.save_skala": Example(given=_with(baris=(NilaiSkala("predikat", "Baik", Decimal(3)),))),
    "plan_trend.trend": Example(given=_with(ukuran=(400.0, 200.0))),
    "plan_years.begin_year": Example(given=_with(tahun=2027, tanpa=("1.1",))),
    "plan_years.offer": Example(given=_with(tahun=2027, tanpa=("1.1",))),
    "planning.move_indikator": Example(given=_with(urutan=tuple(i.kode for i in PLAN.indikator))),
    "planning.open_version": Example("versi rencana"),
    "planning.remove_indikator": Example("penugasan", given=_with(kode="4.1")),
    "planning.save_anggaran": Example(given=_with(anggaran=BUDGET)),
    "planning.save_changed": Example(given=_with(indikator=PLAN.indikator[0])),
    "planning.save_indikator": Example("indikator", given=_with(indikator=PLAN.indikator[0])),
    "planning.save_targets": Example(given=_with(target={"1.1": PLAN.indikator[0].target})),
    "planning.save_version": Example(
        given=_with(versi=VersiRencana("perubahan", date(2026, 10, 1), (("1.1", PLAN.indikator[0].target),)))
    ),
    "quarterly.fix": Example("penetapan"),
    "quarterly.force_start": Example("kompilasi"),
    "quarterly.reopen": Example("buka lagi"),
    "quarterly.save_draft": Example("penetapan", given=_with(isi=_ISI)),
    "review.approve": Example("persetujuan"),
    "review.load": Example("persetujuan"),
    "review.return_for_correction": Example("persetujuan", given=_with(catatan=_NOTES)),
    "review.save_notes": Example("persetujuan", given=_with(catatan=_NOTES)),
    "section_report.load": Example("laporan"),
    "section_report.return_bahan": Example("laporan", given=_with(catatan=_NOTES)),
    "section_report.save_draft": Example("laporan", given=_with(uraian="Uraian.", catatan=None)),
    "section_report.submit": Example("laporan"),
    "settings.change_settings": Example(given=_with(baru={"instansi.alamat": "Jalan Umpama", "instansi.nama": "Kec"})),
    "setup.found": Example(
        EMPTY,
        given=_with(
            buku=replace(_BOOK, rencana=Rencana(2026, ()), anggaran=(), pegawai=(BUDI,)),
            accounts=(FirstAccount("joko", PASSWORD, "Joko Permisalan", "Pranata Komputer"),),
            clock=SetClock(OPENING),
            latihan=True,
        ),
    ),
    "slip_sheets.file_slips": Example(given=lambda k: {"chosen": slip_sheets.of_case(k.kabid, k.case().id)[:1]}),
    "slip_sheets.sheets": Example(given=lambda k: {"paper_ids": (_paper(k),)}),
    "step_drafts.of_approval": Example("persetujuan"),
    "step_drafts.of_assignment": Example("penugasan", given=_with(catatan=_SLIPS)),
    "step_drafts.of_bahan": Example("bahan", Role.ANALIS),
    "step_drafts.of_order": Example("disposisi", given=_with(draf=_DRAFT)),
    "step_drafts.of_report": Example("laporan"),
    "step_drafts.of_return": Example("persetujuan", given=_with(catatan=_NOTES)),
    "step_papers.print_paper": Example(
        given=lambda k: dict(zip(("act_nomor", "jenis"), step_papers.papers_of(k.kabid, k.case().id)[0], strict=True))
    ),
    "succession.check": Example(given=_with(serah=_SERAH)),
    "succession.hand_post_over": Example(given=_with(serah=_SERAH)),
    "succession.load": Example(given=_with(lama="siti")),
    "succession.preview": Example(given=_with(serah=_SERAH)),
    "trash.bring_back": Example(role=Role.KASUBAG_PERENCANAAN, person=RAHMA, given=_with(buangan=_tossed)),
    "trash.lay_aside": Example(given=_with(asal="Kembalikan", isi={"Alasan": "Angka belum cocok."})),
    "tour.pass_over": Example(given=_with(kunci="tugas")),
    "tour.saw": Example(given=_with(tab="arsip")),
    "upload_form.change_form": Example(given=_with(formulir=_FORM)),
    "upload_packet.mark": Example(given=_with(sidik={"isian": "0" * 64}, diunggah=True)),
    "withdrawal.withdraw": Example("tarik", Role.KASUBAG, WAHYU, _with(case_id=_of_tra)),
    "workbook_import.import_buku": Example(given=_with(buku=_BOOK, berkas="buku.xlsx", uji=False)),
    "worksheet.apply_worksheet": Example(
        "bahan", Role.ANALIS, given=_with(hasil=_worksheet, chosen=(("1.1", Bagian.TINDAK_LANJUT),))
    ),
    "worksheet.export_worksheet": Example("bahan", Role.ANALIS, given=_with(path=_taken_along)),
    "worksheet.read_worksheet": Example("bahan", Role.ANALIS, given=_with(path=_taken_along)),
    "auth.change_password": Example(role=Role.ADMIN),
    "auth.confirm_password": Example(role=Role.ADMIN),
}
