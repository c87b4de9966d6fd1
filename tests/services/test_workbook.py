"""A workbook comes in, is told apart, and goes out again as the same data."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.buku import BukuKinerja, TeksTriwulan
from kinerja_desktop.domain.errors import Berdua, FileRefused, FolderTaken, PasswordTooWeak, WorkbookOutdated, WrongRole
from kinerja_desktop.domain.indikator import Indikator, Riwayat, Seksi, Target, Tingkat, VersiRencana
from kinerja_desktop.domain.pegawai import Instansi, Pegawai
from kinerja_desktop.domain.realisasi import RealisasiTahun
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.exchange.buku_kinerja import baca, tulis
from kinerja_desktop.services import (
    auth,
    collection,
    integrity,
    opening,
    planning,
    section_report,
    settings,
    setup,
    trail,
    workbook_export,
    workbook_first,
    workbook_import,
)
from kinerja_desktop.services.context import Context, Office
from kinerja_desktop.services.passwords import PRACTICE
from kinerja_desktop.services.workbook_merge import Tindakan, merge_anggaran
from kinerja_desktop.services.workbook_words import content, difference
from tests.office import (
    BUDGET,
    INDIKATOR,
    JOKO,
    OPENING,
    PEOPLE,
    PLAN,
    RAHMA,
    SEKSI,
    TW1,
    TW2,
    Kantor,
    give_password,
    target,
)

NYATA = sorted((Path(__file__).parents[1] / "data" / "nyata").glob("*.xlsx"))
INSTANSI = Instansi("Kecamatan Kelara", "")
BOOK = BukuKinerja(INSTANSI, PLAN, anggaran=BUDGET, seksi=SEKSI, pegawai=tuple(replace(p, id="") for p in PEOPLE))
SANDI = "ayam jago di pagar"


def figures(kode: str, *quarters: str | None) -> RealisasiTahun:
    one, two, three, four = (None if q is None else Decimal(q) for q in (*quarters, *(None,) * (4 - len(quarters))))
    return RealisasiTahun(kode, (one, two, three, four))


def bring_in(kantor: Kantor, buku: BukuKinerja, *, uji: bool = False) -> workbook_import.HasilImpor:
    return workbook_import.import_buku(kantor.ctx(RAHMA), buku, "buku.xlsx", uji=uji)


def told(hasil: workbook_import.HasilImpor, tindakan: Tindakan) -> list[tuple[str, str, str]]:
    return [(p.lembar, p.kunci, p.uraian) for p in hasil.perubahan if p.tindakan is tindakan]


# --- the plan ------------------------------------------------------------------------------------


def test_what_is_known_already_stays(kantor: Kantor) -> None:
    hasil = bring_in(kantor, BOOK)

    assert not told(hasil, Tindakan.TAMBAH)
    assert not told(hasil, Tindakan.UBAH)
    assert hasil.ringkasan == "0 ditambah, 0 diubah, 22 tetap, 0 ditolak"


def test_new_and_changed_rows_are_told_with_their_columns(kantor: Kantor) -> None:
    changed = replace(INDIKATOR[0], satuan="persen")
    plan = replace(PLAN, indikator=(changed, *INDIKATOR[1:], replace(INDIKATOR[1], kode="9.9")))
    hasil = bring_in(kantor, replace(BOOK, rencana=plan))

    [(lembar, kunci, isi)] = told(hasil, Tindakan.TAMBAH)
    assert (lembar, kunci) == ("Indikator", "9.9")
    assert isi.startswith(f"nama: {INDIKATOR[1].nama}; ")
    assert "kosong;" not in isi
    assert told(hasil, Tindakan.UBAH) == [("Indikator", "1.1", "satuan: % → persen")]
    assert planning.load(kantor.ctx(RAHMA)).rencana.indikator == plan.indikator


def test_what_a_row_says_and_changes_is_told_in_words() -> None:
    one, five = Decimal(1), Decimal(5)
    old = Indikator("1", "Indeks", Tingkat.SUB_KEGIATAN, target=Target(five, (one, None, None, five)))
    new = replace(old, tingkat=Tingkat.SASARAN, bukti_wajib=True, target=Target(Decimal("5.5"), old.target.triwulan))
    assert difference(old, new) == (
        "tingkat: Sub kegiatan → Sasaran; target tahun: 5 → 5,5; bukti dukung wajib: tidak → ya"
    )
    assert content(old) == "nama: Indeks; tingkat: Sub kegiatan; target tahun: 5; target TW I: 1; target TW IV: 5"
    versi = VersiRencana("P1", date(2026, 9, 1), (("1", Target(Decimal(6))),))
    assert content(versi) == "versi: P1; berlaku mulai: 1 September 2026; target 1 tahun: 6"


def test_a_workbook_of_another_office_is_warned_of(kantor: Kantor) -> None:
    other = bring_in(kantor, replace(BOOK, instansi=Instansi("Kecamatan Setu", "")), uji=True)
    assert ["Kecamatan Setu" in p.teks and "Kecamatan Kelara" in p.teks for p in other.peringatan] == [True]

    for same in ("KECAMATAN  KELARA", ""):
        assert not bring_in(kantor, replace(BOOK, instansi=Instansi(same, "")), uji=True).peringatan


def test_a_trial_tells_the_same_and_stores_nothing(kantor: Kantor) -> None:
    plan = replace(PLAN, indikator=(replace(INDIKATOR[0], satuan="persen"),))
    trial = bring_in(kantor, replace(BOOK, rencana=plan), uji=True)

    assert trial.ringkasan == "0 akan ditambah, 1 diubah, 14 tetap, 0 ditolak"
    assert not trial.tersimpan
    assert planning.load(kantor.ctx(RAHMA)).rencana == PLAN


def test_rows_that_the_workbook_leaves_out_stay_in_the_office(kantor: Kantor) -> None:
    bring_in(kantor, BukuKinerja(INSTANSI, replace(PLAN, indikator=INDIKATOR[:1])))
    assert planning.load(kantor.ctx(RAHMA)).rencana == PLAN
    assert planning.load(kantor.ctx(RAHMA)).anggaran == BUDGET


def test_budget_lines_keep_the_order_of_the_workbook_and_their_own_place() -> None:
    a, b, c, new = (BarisAnggaran(kode, Tingkat.PROGRAM, kode) for kode in ("a", "b", "c", "new"))
    assert merge_anggaran((a, b, c), (new, a, c)) == (new, a, b, c)
    assert merge_anggaran((), (a, b)) == (a, b)
    assert merge_anggaran((a, b), ()) == (a, b)


def test_a_new_name_in_a_fixed_plan_is_warned_of(kantor: Kantor) -> None:
    ctx = kantor.ctx(RAHMA)
    planning.fix_plan(ctx, 2026, planning.load(ctx).versi)
    plan = replace(PLAN, indikator=(replace(INDIKATOR[0], nama="Nama lain"), *INDIKATOR[1:]))
    trial = bring_in(kantor, replace(BOOK, rencana=plan), uji=True)
    (told,) = trial.peringatan
    assert told.teks.startswith("nama indikator 1.1 berubah, padahal rencana 2026 sudah ditetapkan. ")

    bring_in(kantor, replace(BOOK, rencana=plan))
    ((kode, why),) = planning.load(ctx).alasan.items()
    assert kode == "1.1"
    assert why.endswith(": Impor dari berkas buku.xlsx")


def test_targets_of_a_fixed_plan_come_in_as_a_version_only(kantor: Kantor) -> None:
    planning.fix_plan(kantor.ctx(RAHMA), 2026, 0)
    other = replace(INDIKATOR[0], target=INDIKATOR[1].target)
    with pytest.raises(FileRefused) as refused:
        bring_in(kantor, replace(BOOK, rencana=replace(PLAN, indikator=(other,))))
    assert refused.value.kesalahan[0].lembar == "Indikator"

    versi = VersiRencana("perubahan", date(2026, 8, 1), (("1.1", INDIKATOR[1].target),))
    bring_in(kantor, replace(BOOK, rencana=replace(PLAN, versi=(versi,))))
    assert planning.load(kantor.ctx(RAHMA)).rencana.versi == (versi,)


def test_a_target_behind_an_approved_report_is_not_changed_without_a_word(kantor: Kantor) -> None:
    kantor.at(4, 10, 8)
    kantor.play("PEL", TW1)
    later = VersiRencana("perubahan", date(2026, 4, 1), (("1.1", target("95", "90", "94", "94", "95")),))
    assert warned(bring_in(kantor, replace(BOOK, rencana=replace(PLAN, versi=(later,))), uji=True)) == []

    before = replace(later, berlaku_mulai=date(2026, 2, 1))
    [about] = warned(bring_in(kantor, replace(BOOK, rencana=replace(PLAN, versi=(before,))), uji=True))
    assert about.startswith(
        "Lembar Versi: target Triwulan I indikator 1.1 berubah, padahal laporan seksinya sudah disetujui."
    )


def test_an_unknown_seksi_is_a_fault(kantor: Kantor) -> None:
    plan = replace(PLAN, indikator=(replace(INDIKATOR[0], seksi="XYZ"),))
    hasil = bring_in(kantor, replace(BOOK, rencana=plan), uji=True)
    assert [(k.lembar, k.nilai) for k in hasil.kesalahan] == [("Indikator", "XYZ")]


def test_budget_of_an_unknown_seksi_is_a_fault_since_it_could_not_come_back(kantor: Kantor, tmp_path: Path) -> None:
    lines = (BUDGET[0], replace(BUDGET[0], kode="02", seksi="XYZ"))
    hasil = try_file(kantor, replace(BOOK, seksi=(), anggaran=lines), tmp_path / "buku.xlsx")
    assert [(k.lembar, k.sel, k.nilai) for k in hasil.kesalahan] == [("Anggaran", "I3", "XYZ")]


def test_seksi_that_the_office_knows_need_not_stand_in_the_workbook(kantor: Kantor, tmp_path: Path) -> None:
    hasil = try_file(kantor, replace(BOOK, seksi=()), tmp_path / "buku.xlsx")
    assert hasil.kesalahan == ()
    assert not [teks for teks in warned(hasil) if "seksi" in teks]


def test_a_fixed_plan_takes_a_new_indikator_whose_target_a_version_gives(kantor: Kantor) -> None:
    planning.fix_plan(kantor.ctx(RAHMA), 2026, 0)
    fresh = replace(INDIKATOR[0], kode="9.9")
    promised = bring_in(kantor, replace(BOOK, rencana=replace(PLAN, indikator=(*INDIKATOR, fresh))), uji=True)
    assert [(k.nilai, k.saran) for k in promised.kesalahan] == [
        ("95", "Kosongkan target di lembar Indikator, lalu tulis target itu pada lembar Versi.")
    ]

    versi = VersiRencana("perubahan", date(2026, 8, 1), (("9.9", fresh.target),))
    plan = replace(PLAN, indikator=(*INDIKATOR, replace(fresh, target=Target())), versi=(versi,))
    bring_in(kantor, replace(BOOK, rencana=plan))
    assert planning.find(planning.load(kantor.ctx(RAHMA)).rencana, "9.9") == replace(fresh, target=Target())


def test_a_fault_about_a_fixed_target_names_that_target(kantor: Kantor, tmp_path: Path) -> None:
    planning.fix_plan(kantor.ctx(RAHMA), 2026, 0)
    one = INDIKATOR[0]
    other = replace(one, target=replace(one.target, tahun=Decimal("77.5")))
    plan = replace(PLAN, indikator=(other, *INDIKATOR[1:]))
    hasil = try_file(kantor, replace(BOOK, rencana=plan), tmp_path / "buku.xlsx")
    assert [(k.sel, k.nilai) for k in hasil.kesalahan] == [("I2", "77,5")]


def test_people_and_letterhead_are_changed_by_an_admin_only(kantor: Kantor) -> None:
    book = replace(
        BOOK,
        instansi=replace(INSTANSI, alamat="Jl. Poros 1"),
        pegawai=(Pegawai("Orang Baru", "Staf", (Role.ADMIN,)),),
        seksi=(*SEKSI, Seksi("KES", "Seksi Kesejahteraan")),
    )
    with kantor.store.unit() as unit:
        auth.open_account(unit, trail.PROGRAM, OPENING, JOKO, pengguna="joko", sandi=SANDI, cost=PRACTICE)
        unit.commit()
    hasil = bring_in(kantor, book)

    assert [k for _, k, _ in told(hasil, Tindakan.TOLAK)] == ["Kecamatan Kelara", "Orang Baru"]
    assert told(hasil, Tindakan.TAMBAH) == [("Seksi", "KES", "nama: Seksi Kesejahteraan")]
    with kantor.store.unit() as unit:
        unit.people.put(replace(RAHMA, peran=(*RAHMA.peran, Role.ADMIN)))
        unit.commit()
    auth.confirm_second(kantor.ctx(RAHMA), "joko", SANDI, Berdua.PERAN)
    assert not told(bring_in(kantor, book), Tindakan.TOLAK)
    with kantor.store.read() as unit:
        assert "Orang Baru" in [p.nama for p in unit.people.all()]


def ruling(kantor: Kantor) -> None:
    """The planner is Admin too."""
    with kantor.store.unit() as unit:
        unit.people.put(replace(RAHMA, peran=(*RAHMA.peran, Role.ADMIN)))
        unit.commit()


def test_every_key_of_the_letterhead_reaches_an_office_that_is_there(kantor: Kantor) -> None:
    ruling(kantor)
    whole = Instansi("Kecamatan Kelara", "Kota Misal", "Bali", "Jl. Poros 1", "Tolo", "LURAH", "KEL-7")
    bring_in(kantor, replace(BOOK, instansi=whole))
    with kantor.store.read() as unit:
        assert settings.instansi_given(unit) == whole


def test_one_person_in_two_seksi_stays_two_rows(kantor: Kantor) -> None:
    ruling(kantor)
    two = tuple(Pegawai("Orang Baru", "Analis", (Role.ANALIS,), seksi=kode) for kode in ("PEL", "PEM"))
    with kantor.store.read() as unit:
        known = tuple(replace(p, id="") for p in unit.people.all())
    book = replace(BOOK, pegawai=(*known, *two))
    assert [k for lembar, k, _ in told(bring_in(kantor, book), Tindakan.TAMBAH) if lembar == "Pegawai"] == [
        "Orang Baru",
        "Orang Baru",
    ]
    again = bring_in(kantor, book)
    assert not told(again, Tindakan.TAMBAH)
    assert not told(again, Tindakan.UBAH)

    moved = replace(known[-1], seksi="TRA")
    assert known[-1].seksi != "TRA"
    hasil = bring_in(kantor, replace(BOOK, pegawai=(*known[:-1], moved, *two)))
    assert [k for lembar, k, _ in told(hasil, Tindakan.UBAH) if lembar == "Pegawai"] == [moved.nama]


def test_who_got_a_number_is_still_himself_and_a_column_that_the_file_lacks_says_nothing(
    kantor: Kantor, tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    ruling(kantor)
    person = Pegawai("Orang Baru", "Staf", (Role.CAMAT,), pangkat="Penata", golongan="III/c")
    bring_in(kantor, replace(BOOK, pegawai=(person,)))
    path = tmp_path / "buku.xlsx"
    numbered = replace(person, nip="199001012020012001", pangkat=None)
    tulis(BukuKinerja(replace(INSTANSI, kabupaten="Kota Misal"), PLAN, pegawai=(numbered,)), path)
    content = load_workbook(path)
    content["Pegawai"].delete_cols(4)
    content.save(path)

    hasil = workbook_import.check_workbook(kantor.ctx(RAHMA), path).hasil
    assert [isi for lembar, _, isi in told(hasil, Tindakan.UBAH) if lembar == "Pegawai"] == [
        "NIP: kosong → 199001012020012001"
    ]


def test_a_row_of_a_person_that_comes_twice_is_a_fault(kantor: Kantor, tmp_path: Path) -> None:
    person = Pegawai("Orang Baru", "Staf", (Role.CAMAT,))
    book = BukuKinerja(replace(INSTANSI, kabupaten="Kota Misal"), PLAN, pegawai=(person, person))
    tulis(book, tmp_path / "buku.xlsx")
    hasil = workbook_import.check_workbook(kantor.ctx(RAHMA), tmp_path / "buku.xlsx").hasil
    assert [(k.lembar, k.sel) for k in hasil.kesalahan] == [("Pegawai", "A3")]


def test_only_the_planner_imports(kantor: Kantor) -> None:
    with pytest.raises(WrongRole):
        workbook_import.import_buku(kantor.kabid, BOOK, "buku.xlsx")


# --- figures -------------------------------------------------------------------------------------


def test_figures_of_an_open_berkas_become_the_analysts_draft(kantor: Kantor) -> None:
    kantor.assign("PEL")
    kantor.order("PEL")
    words = TeksTriwulan("1.3", 2, faktor_pendukung="Loket dibuka setiap hari.")
    bring_in(kantor, replace(BOOK, realisasi=(figures("1.3", None, "512"),), teks=(words,)))

    isi = collection.load(kantor.analis("PEL"), kantor.case("PEL").id).isi.of("1.3")
    assert (isi.realisasi, isi.faktor_pendukung) == (Decimal(512), "Loket dibuka setiap hari.")


def test_figures_wait_for_a_berkas_that_is_not_open_yet(kantor: Kantor) -> None:
    bring_in(kantor, replace(BOOK, realisasi=(figures("1.3", None, "512"), figures("3.1", None, "77"))))
    kantor.assign("PEL")
    kantor.order("PEL")

    isi = collection.load(kantor.analis("PEL"), kantor.case("PEL").id).isi
    assert [(i.kode, i.realisasi) for i in isi.indikator] == [("1.3", Decimal(512))]


def test_figures_reach_the_kasubags_draft_once_the_bahan_is_with_him(kantor: Kantor) -> None:
    kantor.play("PEL", until=Action.SUBMIT_BAHAN)
    bring_in(kantor, replace(BOOK, realisasi=(figures("1.3", None, "530"),)))

    view = section_report.load(kantor.kasubag("PEL"), kantor.case("PEL").id)
    assert view.isi.of("1.3").realisasi == Decimal(530)
    assert [b.kode for b in view.beda_bahan] == ["1.3"]
    assert view.isi.of("1.2").realisasi == Decimal(1287)


@pytest.mark.parametrize("until", [Action.SUBMIT, Action.APPROVE, Action.HAND_OVER])
def test_a_figure_unlike_what_was_handed_in_is_a_fault(kantor: Kantor, until: Action) -> None:
    kantor.play("PEL", until=until)
    same = replace(BOOK, realisasi=(figures("1.3", None, "512"),))
    other = replace(BOOK, realisasi=(figures("1.3", None, "513"), figures("1.2", None, "1")))

    assert not told(bring_in(kantor, same), Tindakan.UBAH)
    with pytest.raises(FileRefused) as refused:
        bring_in(kantor, other)
    assert [(k.lembar, k.nilai) for k in refused.value.kesalahan] == [("Realisasi", "1"), ("Realisasi", "513")]


def test_a_year_that_was_never_opened_becomes_history(kantor: Kantor) -> None:
    earlier = replace(PLAN, tahun=2025)
    book = replace(BOOK, rencana=earlier, realisasi=(figures("1.3", "490", "480", "500", "510"),))
    bring_in(kantor, book)

    expected = Riwayat("1.3", 2025, Decimal(2000), Decimal(1980), diimpor=True)
    assert planning.load(kantor.ctx(RAHMA), 2025).rencana.riwayat == (expected,)
    assert planning.load(kantor.ctx(RAHMA), 2026).rencana.riwayat == (expected,)


def test_a_year_with_a_berkas_is_no_history(kantor: Kantor) -> None:
    kantor.assign("PEL")
    bring_in(kantor, replace(BOOK, realisasi=(figures("1.3", "490"),)))
    assert not planning.load(kantor.ctx(RAHMA)).rencana.riwayat


# --- out again -----------------------------------------------------------------------------------


def test_what_was_handed_in_goes_out(kantor: Kantor, tmp_path: Path) -> None:
    kantor.at(4, 10, 7, 30)
    kantor.play("PEL", TW1)
    kantor.at(7, 10, 7, 30)
    kantor.assign("PEL", triwulan=TW2)
    kantor.order("PEL")
    kantor.fill("PEL", k1_3="600")
    with kantor.store.unit() as unit:
        unit.settings.put("instansi.kabupaten", "Kabupaten Jeneponto")
        unit.commit()
    out = tmp_path / "keluar.xlsx"

    assert workbook_export.export_workbook(kantor.ctx(RAHMA), out) == 2026
    book = baca(out)
    assert {r.kode: r.triwulan[:2] for r in book.realisasi}["1.3"] == (Decimal(512), Decimal(600))
    assert {t.triwulan for t in book.teks if t.kode == "1.3"} == {1, 2}
    assert bring_in(kantor, book, uji=True).ringkasan.startswith("0 akan ditambah, 0 diubah")


def planner(office: Office) -> Context:
    with office.store.read() as unit:
        account = unit.accounts.by_pengguna("rahma")
        assert account is not None
        actors = auth.actors_of(unit, account.pegawai_id, office.clock.now().date())
    give_password(office, actors[0].id)
    return Context(office, actors[0])


def book_of(path: Path) -> BukuKinerja:
    """What a workbook says, but for its people (the first account is one more) and its warnings."""
    return replace(baca(path), pegawai=(), peringatan=())


@pytest.mark.parametrize("file", NYATA, ids=lambda f: f.stem)
def test_a_real_workbook_comes_in_goes_out_and_comes_in_again_the_same(file: Path, tmp_path: Path) -> None:
    first = setup.FirstAccount("rahma", SANDI)
    folder, out, again = tmp_path / "kantor", tmp_path / "keluar.xlsx", tmp_path / "lagi.xlsx"
    hasil = workbook_first.import_as_office(folder, file, first)
    office = opening.open_office(folder)
    ctx = planner(office)
    workbook_export.export_workbook(ctx, out)
    same = workbook_import.import_workbook(ctx, out)
    workbook_export.export_workbook(ctx, again)
    checked = integrity.examine(office)
    office.store.close()

    assert book_of(out) == book_of(file)
    assert again.read_bytes() == out.read_bytes() or book_of(again) == book_of(out)
    assert hasil.jumlah(Tindakan.TETAP) == 0
    assert same.jumlah(Tindakan.TETAP) == len(same.perubahan)
    assert checked.temuan == ()
    with pytest.raises(FolderTaken):
        workbook_first.import_as_office(folder, file, first)

    workbook_first.import_as_office(tmp_path / "kedua", out, first)
    office = opening.open_office(tmp_path / "kedua")
    workbook_export.export_workbook(planner(office), again)
    office.store.close()
    assert replace(baca(again), peringatan=()) == replace(baca(out), peringatan=())


# --- what «Periksa Rencana» would say --------------------------------------------------------------


def warned(hasil: workbook_import.HasilImpor) -> list[str]:
    return [str(one) for one in hasil.peringatan]


def try_file(kantor: Kantor, buku: BukuKinerja, file: Path) -> workbook_import.HasilImpor:
    tulis(replace(buku, pegawai=(), instansi=replace(INSTANSI, kabupaten="Kabupaten Jeneponto")), file)
    return workbook_import.check_workbook(kantor.ctx(RAHMA), file).hasil


def test_what_the_workbook_brings_into_the_plan_is_warned_of_and_comes_in(kantor: Kantor, tmp_path: Path) -> None:
    one = replace(INDIKATOR[0], sumber_data="Register", satuan=None)
    book = replace(BOOK, rencana=replace(PLAN, indikator=(one, *INDIKATOR[1:])))
    hasil = try_file(kantor, book, tmp_path / "buku.xlsx")
    [about] = [text for text in warned(hasil) if "Satuan belum diisi" in text]
    assert about.startswith(f"Lembar Indikator, sel B2: {one.kode}: ")
    assert hasil.kesalahan == ()
    assert not [text for text in warned(bring_in(kantor, BOOK, uji=True)) if "Sumber data" in text]


def test_what_many_rows_share_is_told_once_and_what_holds_the_plan_back_says_so(kantor: Kantor, tmp_path: Path) -> None:
    bare = tuple(replace(INDIKATOR[0], kode=f"9.{n}", nama=f"Nama {n}", seksi=None) for n in range(1, 6))
    hasil = try_file(kantor, replace(BOOK, rencana=replace(PLAN, indikator=(*INDIKATOR, *bare))), tmp_path / "b.xlsx")
    [about] = [text for text in warned(hasil) if "Seksi belum ditentukan" in text]
    assert about.startswith("Lembar Indikator: 5 baris (9.1, 9.2, 9.3, dan 2 lagi): Seksi belum ditentukan.")
    assert about.endswith("Rencana belum dapat ditetapkan sebelum ini diperbaiki.")


def test_a_plan_with_faulty_rows_is_not_looked_at_before_they_are_right(kantor: Kantor, tmp_path: Path) -> None:
    stray = replace(INDIKATOR[0], kode="9.1", seksi="XXX", satuan=None)
    book = replace(BOOK, rencana=replace(PLAN, indikator=(*INDIKATOR, stray)))
    hasil = try_file(kantor, book, tmp_path / "buku.xlsx")
    assert hasil.kesalahan
    assert warned(hasil) == []


# --- what was counted is what is stored ------------------------------------------------------------


def stored(kantor: Kantor, tahun: int) -> dict[str, set[object]]:
    """Every row of the office by sheet, as a workbook would name it."""
    with kantor.store.read() as unit:
        buku = workbook_export.buku_of(unit, tahun)
    rencana = buku.rencana
    figures = {(r.kode, tw, figure) for r in buku.realisasi for tw, figure in enumerate(r.triwulan, 1)}
    return {
        "Seksi": set(buku.seksi),
        "Indikator": set(rencana.indikator),
        "Versi": set(rencana.versi),
        "Riwayat": set(rencana.riwayat),
        "Skala": set(rencana.skala),
        "Anggaran": set(buku.anggaran),
        "Realisasi": {f for f in figures if f[2] is not None},
    }


def test_what_was_counted_is_what_is_stored(kantor: Kantor, tmp_path: Path) -> None:
    changed = replace(INDIKATOR[0], satuan="persen", sasaran="Lain")
    more = tuple(replace(INDIKATOR[1], kode=f"9.{n}") for n in range(5))
    plan = replace(
        PLAN,
        indikator=(changed, *INDIKATOR[1:], *more),
        riwayat=(Riwayat("9.1", 2024, Decimal(1), Decimal(2)), Riwayat("9.2", 2024, None, Decimal("0.5"))),
        versi=(VersiRencana("perubahan", date(2026, 8, 1), (("9.1", INDIKATOR[1].target),)),),
    )
    instansi = replace(INSTANSI, kabupaten="Kabupaten Jeneponto")
    realisasi = (figures("1.3", "1", "2", None, "4"), figures("9.1", "7"))
    book = replace(BOOK, instansi=instansi, rencana=plan, realisasi=realisasi, seksi=(*SEKSI, Seksi("KES", "Seksi K")))
    tulis(replace(book, pegawai=()), tmp_path / "buku.xlsx")
    before = stored(kantor, 2026)

    checked = workbook_import.check_workbook(kantor.ctx(RAHMA), tmp_path / "buku.xlsx")
    assert stored(kantor, 2026) == before
    done = workbook_import.apply_workbook(kantor.ctx(RAHMA), checked)
    after = stored(kantor, 2026)

    assert done.perubahan == checked.hasil.perubahan
    assert done.ringkasan == checked.hasil.ringkasan.replace("akan ", "")
    for lembar, rows in after.items():
        counted = [p.tindakan for p in done.perubahan if p.lembar == lembar]
        fresh = rows - before[lembar]
        assert len(fresh) == counted.count(Tindakan.TAMBAH) + counted.count(Tindakan.UBAH), lembar
        assert len(rows) - len(before[lembar]) == counted.count(Tindakan.TAMBAH), lembar


def test_an_office_that_changed_after_the_trial_keeps_the_workbook_out(kantor: Kantor, tmp_path: Path) -> None:
    instansi = replace(INSTANSI, kabupaten="Kabupaten Jeneponto")
    plan = replace(PLAN, indikator=(replace(INDIKATOR[0], satuan="persen"),))
    tulis(BukuKinerja(instansi, plan), tmp_path / "buku.xlsx")
    ctx = kantor.ctx(RAHMA)
    checked = workbook_import.check_workbook(ctx, tmp_path / "buku.xlsx")
    planning.save_indikator(ctx, 2026, replace(INDIKATOR[0], satuan="orang"), planning.load(ctx).versi)

    with pytest.raises(WorkbookOutdated):
        workbook_import.apply_workbook(ctx, checked)
    assert planning.load(ctx).rencana.indikator[0].satuan == "orang"


def test_rows_with_a_fault_are_counted_as_rejected_and_the_others_are_tried(kantor: Kantor, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    instansi, path = replace(INSTANSI, kabupaten="Kabupaten Jeneponto"), tmp_path / "buku.xlsx"
    realisasi = (figures("1.1", "1"), figures("1.3", "2"))
    tulis(BukuKinerja(instansi, PLAN, realisasi=realisasi), path)
    content = load_workbook(path)
    content["Indikator"]["C2"] = "bidang"
    content.save(path)

    hasil = workbook_import.check_workbook(kantor.ctx(RAHMA), path).hasil
    assert [(k.lembar, k.sel) for k in hasil.kesalahan] == [("Indikator", "C2")]
    assert [(p.lembar, p.kunci) for p in hasil.perubahan if p.uraian == "isinya salah"] == [
        ("Indikator", "1.1"),
        ("Realisasi", "1.1"),
    ]
    assert ("Realisasi", "1.3 TW 1", "realisasi: 2") in told(hasil, Tindakan.TAMBAH)
    assert workbook_import.import_workbook(kantor.ctx(RAHMA), path) == hasil
    with pytest.raises(FileRefused):
        workbook_import.apply_workbook(kantor.ctx(RAHMA), workbook_import.check_workbook(kantor.ctx(RAHMA), path))


def test_a_workbook_whose_year_cannot_be_read_is_told_with_all_its_faults(kantor: Kantor, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "buku.xlsx"
    tulis(replace(BOOK, instansi=replace(INSTANSI, kabupaten="Kota Misal"), realisasi=(figures("1.1", "1"),)), path)
    content = load_workbook(path)
    content["Instansi"]["B4"], content["Indikator"]["C2"] = "dua ribu", "bidang"
    content.save(path)

    hasil = workbook_import.check_workbook(kantor.ctx(RAHMA), path).hasil
    assert [(k.lembar, k.nilai) for k in hasil.kesalahan] == [("Instansi", "dua ribu"), ("Indikator", "bidang")]


def test_a_trial_tells_how_far_it_is_and_may_be_left(kantor: Kantor, tmp_path: Path) -> None:
    tulis(replace(BOOK, instansi=replace(INSTANSI, kabupaten="Kota Misal")), tmp_path / "buku.xlsx")
    said: list[str] = []
    workbook_import.check_workbook(
        kantor.ctx(RAHMA), tmp_path / "buku.xlsx", watch=lambda _n, _m, text: said.append(text)
    )
    assert said[0] == "Membuka berkas"
    assert said[-1] == "Membandingkan dengan data kantor"

    def stop(_n: int, _m: int, text: str) -> None:
        if text.startswith("Membandingkan"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        workbook_import.check_workbook(kantor.ctx(RAHMA), tmp_path / "buku.xlsx", watch=stop)
    assert planning.load(kantor.ctx(RAHMA)).rencana == PLAN


def test_people_who_cannot_be_taken_in_are_faults_at_their_cells(kantor: Kantor, tmp_path: Path) -> None:
    ruling(kantor)
    people = (Pegawai("Orang Baru", "Staf", (Role.ANALIS,)), Pegawai("Orang Lain", "Staf", (Role.CAMAT,), nip="12"))
    book = BukuKinerja(replace(INSTANSI, kabupaten="Kota Misal"), PLAN, pegawai=people)
    tulis(book, tmp_path / "buku.xlsx")

    hasil = workbook_import.check_workbook(kantor.ctx(RAHMA), tmp_path / "buku.xlsx").hasil
    assert [(k.lembar, k.sel, k.sebab) for k in hasil.kesalahan] == [
        ("Pegawai", "A2", "Peran ini memerlukan seksi."),
        ("Pegawai", "B3", "NIP Orang Lain tidak sah."),
    ]


def spoil(path: Path, **cells: str | None) -> None:
    """Other content in some cells, named as "Indikator_C2"; None empties one."""
    from openpyxl import load_workbook

    content = load_workbook(path)
    for name, value in cells.items():
        lembar, _, sel = name.partition("_")
        content[lembar][sel] = value
    content.save(path)


def places(hasil: workbook_import.HasilImpor) -> list[tuple[str | None, str | None]]:
    return [(k.lembar, k.sel) for k in hasil.kesalahan]


FULL = replace(INSTANSI, kabupaten="Kabupaten Jeneponto")


def test_a_fault_in_a_row_hides_nothing_that_the_office_says_of_that_kode(kantor: Kantor, tmp_path: Path) -> None:
    """One cell of Indikator cannot be read; its other cells, and the figures of that kode, are compared."""
    planning.fix_plan(kantor.ctx(RAHMA), 2026, 0)
    kantor.play("PEL", until=Action.SUBMIT)
    at = [i.kode for i in INDIKATOR].index("1.3")
    changed = replace(INDIKATOR[at], target=replace(INDIKATOR[at].target, tahun=Decimal(99)))
    plan = replace(PLAN, indikator=(*INDIKATOR[:at], changed, *INDIKATOR[at + 1 :]))
    path = tmp_path / "buku.xlsx"
    tulis(replace(BOOK, instansi=FULL, rencana=plan, realisasi=(figures("1.3", None, "513"),), pegawai=()), path)
    spoil(path, **{f"Indikator_C{at + 2}": "bidang"})

    hasil = workbook_import.check_workbook(kantor.ctx(RAHMA), path).hasil
    assert places(hasil) == [("Indikator", f"C{at + 2}"), ("Indikator", f"I{at + 2}"), ("Realisasi", "C2")]
    assert [(p.lembar, p.kunci) for p in hasil.perubahan if p.tindakan is Tindakan.TOLAK] == [
        ("Indikator", "1.3"),
        ("Realisasi", "1.3"),
    ]


def test_a_cell_that_cannot_be_read_is_no_change(kantor: Kantor, tmp_path: Path) -> None:
    """Nor is it told a second time by what the office misses there."""
    planning.fix_plan(kantor.ctx(RAHMA), 2026, 0)
    kantor.play("PEL", until=Action.SUBMIT)
    ruling(kantor)
    people = (Pegawai("Orang Baru", "Staf", (Role.ANALIS,), seksi="PEL"), Pegawai("Orang", "Staf", (Role.CAMAT,)))
    path = tmp_path / "buku.xlsx"
    seen = (figures("1.3", None, "512"),)
    tulis(replace(BOOK, instansi=FULL, realisasi=seen, pegawai=people), path)
    cells = {"Indikator_I2": "banyak", "Realisasi_C2": "banyak", "Pegawai_H2": "XYZ", "Pegawai_A3": None}
    spoil(path, **cells)

    hasil = workbook_import.check_workbook(kantor.ctx(RAHMA), path).hasil
    assert places(hasil) == [(name[:-3], name[-2:]) for name in cells]


def test_a_person_is_told_with_all_faults_at_his_own_row(kantor: Kantor, tmp_path: Path) -> None:
    ruling(kantor)
    wrong = Pegawai("Orang Baru", "Analis", (Role.ANALIS,), nip="12")
    people = (wrong, Pegawai("Orang Baru", "Camat", (Role.CAMAT,)))
    tulis(BukuKinerja(FULL, PLAN, pegawai=people), tmp_path / "buku.xlsx")

    hasil = workbook_import.check_workbook(kantor.ctx(RAHMA), tmp_path / "buku.xlsx").hasil
    assert places(hasil) == [("Pegawai", "A2"), ("Pegawai", "B2")]
    assert [p.tindakan for p in hasil.perubahan if p.lembar == "Pegawai"] == [Tindakan.TOLAK, Tindakan.TAMBAH]


def test_a_missing_sheet_or_column_is_told_with_all_else_and_without_what_follows_from_it(
    kantor: Kantor, tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "buku.xlsx"
    tulis(replace(BOOK, instansi=FULL, realisasi=(figures("1.1", "1"), figures("1.2", "2")), pegawai=()), path)
    spoil(path, Indikator_A1="kodex", Realisasi_B2="banyak")
    assert places(workbook_import.check_workbook(kantor.ctx(RAHMA), path).hasil) == [
        ("Indikator", None),
        ("Realisasi", "B2"),
    ]

    content = load_workbook(path)
    del content["Instansi"]
    content.save(path)
    assert places(workbook_import.check_workbook(kantor.ctx(RAHMA), path).hasil) == [
        ("Instansi", None),
        ("Indikator", None),
        ("Realisasi", "B2"),
    ]


def test_thousands_of_faults_are_told_as_a_result_and_the_last_says_that_there_are_more(
    kantor: Kantor, tmp_path: Path
) -> None:
    many = tuple(replace(INDIKATOR[0], kode=f"8.{n}", seksi="XYZ") for n in range(1500))
    path = tmp_path / "buku.xlsx"
    tulis(replace(BOOK, instansi=FULL, rencana=replace(PLAN, indikator=many), pegawai=(), anggaran=()), path)

    hasil = workbook_import.check_workbook(kantor.ctx(RAHMA), path).hasil
    assert (len(hasil.kesalahan), hasil.kesalahan[-1].sebab) == (1001, "Masih ada kesalahan lain.")
    assert hasil.jumlah(Tindakan.TOLAK) == 1500


@pytest.mark.parametrize(
    "person",
    [
        Pegawai("Rahma", "Kasubag", (Role.KASUBAG_PERENCANAAN,), pengguna="rahma", sampai=date(2024, 12, 31)),
        Pegawai("Rahma", "Camat", (Role.CAMAT,), pengguna="Rahma"),
        Pegawai("Rahma", "Staf", (Role.ADMIN,), pengguna="rahma"),
        Pegawai("Rahma", "Kasubag", (Role.KASUBAG_PERENCANAAN,), pengguna="rahma", nip="12"),
    ],
    ids=["ended", "no planner", "Admin alone", "wrong number"],
)
def test_no_office_begins_with_an_account_that_nobody_could_use(tmp_path: Path, person: Pegawai) -> None:
    tulis(replace(BOOK, instansi=FULL, pegawai=(person,)), tmp_path / "buku.xlsx")
    hasil = workbook_first.import_as_office(tmp_path / "k", tmp_path / "buku.xlsx", setup.FirstAccount("rahma", SANDI))
    assert hasil.kesalahan
    assert {k.lembar for k in hasil.kesalahan} == {"Pegawai"}
    assert [p.kunci for p in hasil.perubahan if p.tindakan is Tindakan.TOLAK] == ["Rahma"]
    assert not (tmp_path / "k").exists()


def test_a_trial_of_a_new_office_leaves_no_folder(tmp_path: Path) -> None:
    hasil = workbook_first.import_as_office(tmp_path / "kantor", NYATA[0], setup.FirstAccount("rahma", SANDI), uji=True)
    assert hasil.jumlah(Tindakan.TAMBAH)
    assert not (tmp_path / "kantor").exists()


def test_a_first_account_with_a_weak_password_leaves_no_office(tmp_path: Path) -> None:
    with pytest.raises(PasswordTooWeak):
        workbook_first.import_as_office(tmp_path / "k", NYATA[0], setup.FirstAccount("rahma", "pendek"))
    assert not opening.has_office(tmp_path / "k")


def test_a_fault_of_the_office_names_the_cell_too(kantor: Kantor, tmp_path: Path) -> None:
    planning.fix_plan(kantor.ctx(RAHMA), 2026, 0)
    kantor.play("PEL", until=Action.SUBMIT)
    target = replace(INDIKATOR[0].target, tahun=Decimal(99))
    plan = replace(PLAN, indikator=(replace(INDIKATOR[0], target=target), *INDIKATOR[1:]))
    office = Instansi("Kecamatan Contoh", "Kabupaten Misal")
    book = replace(BOOK, instansi=office, rencana=plan, realisasi=(figures("1.3", None, "513"),))
    tulis(book, tmp_path / "buku.xlsx")

    hasil = workbook_import.import_workbook(kantor.ctx(RAHMA), tmp_path / "buku.xlsx")
    assert [(k.lembar, k.sel) for k in hasil.kesalahan] == [("Indikator", "I2"), ("Realisasi", "C2")]
