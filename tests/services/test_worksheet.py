"""The Lembar Kerja taken along as a workbook and read back into the draft."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.buku_lembar import Bagian
from kinerja_desktop.domain.errors import (
    FileRefused,
    NotOrdered,
    OtherSeksi,
    PlaceGone,
    StaleWrite,
    WrongRole,
    WrongState,
)
from kinerja_desktop.domain.indikator import NilaiSkala, VersiRencana
from kinerja_desktop.domain.realisasi import Isi, IsiIndikator
from kinerja_desktop.services import collection, section_report, worksheet
from kinerja_desktop.services.worksheet import HasilLembar
from tests.office import DEWI, INDIKATOR, PLAN, REASON, TUTI, TW1, Kantor, target


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lembar-kerja.xlsx"


@pytest.fixture
def ordered(kantor: Kantor) -> Kantor:
    """TW II ordered from Budi; TW I of the seksi approved before."""
    return order(kantor)


def order(kantor: Kantor) -> Kantor:
    kantor.at(4, 10, 8)
    kantor.play("PEL", TW1)
    kantor.at(7, 10, 8)
    kantor.assign()
    kantor.order("PEL")
    return kantor


def export(kantor: Kantor, path: Path) -> None:
    worksheet.export_worksheet(kantor.analis("PEL"), kantor.case("PEL").id, path)


def write(path: Path, **cells: object) -> None:
    """Type into cells and save, as another program does."""
    book = load_workbook(path)
    for place, value in cells.items():
        book.worksheets[0][place] = value  # type: ignore[assignment]
    book.save(path)


def read(kantor: Kantor, path: Path) -> HasilLembar:
    return worksheet.read_worksheet(kantor.analis("PEL"), kantor.case("PEL").id, path)


def apply(kantor: Kantor, hasil: HasilLembar, *chosen: tuple[str, Bagian]) -> Isi:
    worksheet.apply_worksheet(kantor.analis("PEL"), hasil, chosen)
    return stored(kantor)


def stored(kantor: Kantor) -> Isi:
    return collection.load(kantor.analis("PEL"), kantor.case("PEL").id).isi


def type_in(kantor: Kantor, *rows: IsiIndikator) -> None:
    ctx, case = kantor.analis("PEL"), kantor.case("PEL")
    collection.save_draft(ctx, case.id, rows, seen=collection.load(ctx, case.id).versi_draf)


# --- there and back ---------------------------------------------------------------------------------


def test_the_workbook_says_what_the_screen_says(ordered: Kantor, path: Path) -> None:
    type_in(ordered, IsiIndikator("1.3", Decimal(512), faktor_penghambat="Printer rusak."))
    export(ordered, path)
    sheet = load_workbook(path).worksheets[0]
    row = [c.value for c in sheet[11]]
    assert row == [
        "1.3",
        "Jumlah surat keterangan",
        None,
        "surat",
        500,
        512,
        512,
        None,
        None,
        "Printer rusak.",
        None,
    ]
    assert sheet["G15"].value == "diukur pada TW IV"
    assert sheet["A2"].value == "LEMBAR KERJA DATA KINERJA SEKSI PELAYANAN TRIWULAN II TAHUN 2026"
    assert str(sheet["A3"].value).startswith("Disposisi kepada Budi Contoh, batas Senin, 13 Juli 2026 pukul")
    assert read(ordered, path).ringkasan == "1 angka tetap"


def test_what_was_filled_in_comes_into_the_draft_as_if_typed(ordered: Kantor, path: Path) -> None:
    type_in(
        ordered,
        IsiIndikator(
            "1.1", Decimal(80), alasan_peringatan="Sudah dicocokkan dengan register.", bukti=(Bukti("Register"),)
        ),
        IsiIndikator("1.2", Decimal(1287)),
        IsiIndikator("1.4", diketik="tiga"),
    )
    export(ordered, path)
    write(path, G9="91,85", G10=None, G11=512, G12=3, H10="Register loket hilang terbakar.", K11="Tambah loket.")
    before = stored(ordered)
    hasil = read(ordered, path)
    assert hasil.ringkasan == "1 angka baru, 2 angka berubah, 1 angka dihapus, 2 keterangan berubah"
    assert stored(ordered) == before

    isi = apply(ordered, hasil)
    assert isi.of("1.1") == IsiIndikator("1.1", Decimal("91.85"), bukti=(Bukti("Register"),))
    assert isi.of("1.2") == IsiIndikator("1.2", alasan_kosong="Register loket hilang terbakar.")
    assert isi.of("1.3") == IsiIndikator("1.3", Decimal(512), tindak_lanjut="Tambah loket.")
    assert isi.of("1.4") == IsiIndikator("1.4", Decimal(3))
    assert read(ordered, path).ubahan == ()


def test_a_text_that_is_no_figure_yet_does_not_disturb_while_it_is_untouched(ordered: Kantor, path: Path) -> None:
    type_in(ordered, IsiIndikator("1.4", diketik="80 persen"))
    export(ordered, path)
    write(path, G11=512)
    hasil = read(ordered, path)
    assert (hasil.kesalahan, [u.kode for u in hasil.ubahan]) == ((), ["1.3"])


def test_a_predicate_goes_out_and_comes_back_as_its_word(path: Path) -> None:
    graded = replace(INDIKATOR[0], satuan="predikat", target=target("80", *["80"] * 4))
    scale = (NilaiSkala("predikat", "BB", Decimal(70)), NilaiSkala("predikat", "A", Decimal(80)))
    kantor = order(Kantor(rencana=replace(PLAN, indikator=(graded, *INDIKATOR[1:]), skala=scale)))
    type_in(kantor, IsiIndikator("1.1", Decimal(70)))
    export(kantor, path)
    sheet = load_workbook(path).worksheets[0]
    assert (sheet["E9"].value, sheet["G9"].value) == ("A", "BB")
    write(path, G9="a")
    hasil = read(kantor, path)
    assert [(u.layar, u.excel, u.nilai) for u in hasil.ubahan] == [("BB", "A", Decimal(80))]


def test_more_digits_than_a_workbook_holds_come_back_unchanged(ordered: Kantor, path: Path) -> None:
    type_in(ordered, IsiIndikator("1.2", Decimal("123456789012345.123456")))
    export(ordered, path)
    assert load_workbook(path).worksheets[0]["G10"].value == "123.456.789.012.345,123456"
    assert read(ordered, path).ubahan == ()


def test_an_odd_figure_is_told_before_it_is_taken(ordered: Kantor, path: Path) -> None:
    export(ordered, path)
    write(path, G11=5120)
    told = [(w.sel, w.sebab) for w in read(ordered, path).peringatan]
    assert ("G11", "Indikator 1.3: angka ini 1.024,00% dari target.") in told


@pytest.fixture
def divided() -> Kantor:
    """1.1 is counted from raw figures."""
    one = replace(INDIKATOR[0], komponen_pembilang="Tepat waktu", komponen_penyebut="Semua surat")
    kantor = order(Kantor(rencana=replace(PLAN, indikator=(one, *INDIKATOR[1:]))))
    type_in(kantor, IsiIndikator("1.1", Decimal(80), pembilang=Decimal(96), penyebut=Decimal(120)))
    return kantor


def test_raw_figures_go_out_and_come_back_and_the_realisasi_follows_them(divided: Kantor, path: Path) -> None:
    export(divided, path)
    sheet = load_workbook(path).worksheets[0]
    assert [sheet.cell(7, column).value for column in (7, 8, 9)] == [
        "Realisasi TW II",
        "Pembilang TW II",
        "Penyebut TW II",
    ]
    assert "Isi pembilang dan penyebutnya: Tepat waktu ÷ Semua surat" in str(sheet["C9"].value)
    assert [sheet[place].value for place in ("G9", "H9", "I9")] == [80, 96, 120]
    assert [sheet[place].protection.locked for place in ("G9", "H9", "G11", "H11")] == [True, False, False, True]

    write(path, H9=108, G11=512)
    hasil = read(divided, path)
    assert (hasil.kesalahan, [(u.kode, u.bagian) for u in hasil.ubahan]) == (
        (),
        [("1.1", Bagian.PEMBILANG), ("1.3", Bagian.REALISASI)],
    )
    isi = apply(divided, hasil)
    assert isi.of("1.1") == IsiIndikator("1.1", Decimal(90), pembilang=Decimal(108), penyebut=Decimal(120))
    assert read(divided, path).ubahan == ()


def test_what_raw_figures_make_is_looked_at_before_it_is_taken(divided: Kantor, path: Path) -> None:
    export(divided, path)
    write(path, H9=240)
    told = [(w.sel, w.sebab) for w in read(divided, path).peringatan]
    assert ("H9", "Indikator 1.1: angka ini 212,77% dari target.") in told

    write(path, H9=5, I9=0)
    (warned,) = read(divided, path).peringatan
    assert (warned.sel, warned.sebab) == ("H9", "Indikator 1.1: realisasi tidak dapat dihitung.")
    assert "tidak dapat dihitung karena penyebut nol" in warned.saran


def test_a_counted_realisasi_is_not_typed_over(divided: Kantor, path: Path) -> None:
    export(divided, path)
    write(path, G9=90)
    assert [(k.sel, k.sebab) for k in read(divided, path).kesalahan] == [
        ("G9", "Sel ini terkunci, tetapi isinya berubah.")
    ]


def test_a_workbook_from_before_the_raw_figures_were_asked_for_is_old(ordered: Kantor, path: Path) -> None:
    export(ordered, path)
    one = replace(INDIKATOR[0], komponen_pembilang="Tepat waktu", komponen_penyebut="Semua surat")
    with ordered.store.unit() as unit:
        unit.planning.put_rencana(replace(PLAN, indikator=(one, *INDIKATOR[1:])))
        unit.commit()
    (fault,) = read(ordered, path).kesalahan
    assert "data dasar 1.1 berubah dari kosong menjadi Tepat waktu ÷ Semua surat" in fault.sebab


# --- changed on both sides --------------------------------------------------------------------------


def test_a_cell_that_changed_on_both_sides_is_never_decided_by_itself(ordered: Kantor, path: Path) -> None:
    type_in(ordered, IsiIndikator("1.3", Decimal(488)), IsiIndikator("1.2", Decimal(1200)))
    export(ordered, path)
    write(path, G10=1287, G11=512)
    type_in(ordered, IsiIndikator("1.3", Decimal(500)), IsiIndikator("1.1", Decimal(90)))

    hasil = read(ordered, path)
    (both,) = hasil.bentrok
    assert (both.kode, both.awal, both.layar, both.excel) == ("1.3", "488", "500", "512")
    assert [u.kode for u in hasil.ubahan if not u.bentrok] == ["1.2"]
    isi = apply(ordered, hasil)
    assert [isi.of(k).realisasi for k in ("1.1", "1.2", "1.3")] == [Decimal(90), Decimal(1287), Decimal(500)]
    assert apply(ordered, read(ordered, path), both.kunci).of("1.3").realisasi == Decimal(512)


def test_the_same_change_on_both_sides_is_no_change(ordered: Kantor, path: Path) -> None:
    export(ordered, path)
    write(path, G11="512,0")
    type_in(ordered, IsiIndikator("1.3", Decimal(512)))
    assert read(ordered, path).ubahan == ()


def test_what_changed_on_the_screen_alone_stays(ordered: Kantor, path: Path) -> None:
    export(ordered, path)
    type_in(ordered, IsiIndikator("1.3", Decimal(512)))
    assert read(ordered, path).ubahan == ()


def test_a_draft_that_moved_after_the_trial_is_not_overwritten(ordered: Kantor, path: Path) -> None:
    export(ordered, path)
    write(path, G11=512)
    hasil = read(ordered, path)
    type_in(ordered, IsiIndikator("1.3", Decimal(500)))
    with pytest.raises(StaleWrite):
        apply(ordered, hasil)
    assert stored(ordered).of("1.3").realisasi == Decimal(500)


# --- faults -----------------------------------------------------------------------------------------


def test_one_fault_keeps_the_whole_workbook_out_and_a_copy_names_it_at_its_cell(
    ordered: Kantor, path: Path, tmp_path: Path
) -> None:
    export(ordered, path)
    write(path, G9="80 persen", G11=512)
    before = path.read_bytes()
    hasil = read(ordered, path)
    with pytest.raises(FileRefused):
        apply(ordered, hasil)
    assert stored(ordered).of("1.3").realisasi is None

    worksheet.note_copy(path, tmp_path / "bertanda.xlsx", hasil.kesalahan)
    marked = load_workbook(tmp_path / "bertanda.xlsx").worksheets[0]
    assert marked["G9"].comment is not None
    assert marked["G9"].comment.text.startswith("Ada huruf di sel angka.")
    assert path.read_bytes() == before


def test_the_marked_copy_can_be_repaired_and_read(ordered: Kantor, path: Path, tmp_path: Path) -> None:
    export(ordered, path)
    write(path, G9="80 persen", G11=512)
    copy = tmp_path / "bertanda.xlsx"
    worksheet.note_copy(path, copy, read(ordered, path).kesalahan)
    marked = load_workbook(copy).worksheets[0]
    assert (marked.protection.sheet, marked["G9"].protection.locked, marked["E9"].protection.locked) == (
        True,
        False,
        True,
    )
    assert marked.data_validations.dataValidation
    write(copy, G9=80)
    hasil = read(ordered, copy)
    assert (hasil.kesalahan, [u.excel for u in hasil.ubahan]) == ((), ["80", "512"])


# --- versions ---------------------------------------------------------------------------------------


def _returned(kantor: Kantor) -> None:
    kantor.submit_bahan("PEL")
    section_report.return_bahan(kantor.kasubag("PEL"), kantor.case("PEL").id, REASON, (), seen=kantor.case("PEL").versi)


def _new_target(kantor: Kantor) -> None:
    changed = VersiRencana("perubahan", kantor.at(6, 1, 8).date(), (("1.3", target("2000", *["600"] * 4)),))
    kantor.at(7, 10, 9)
    with kantor.store.unit() as unit:
        unit.planning.put_rencana(replace(PLAN, versi=(changed,)))
        unit.commit()


@pytest.mark.parametrize(
    ("meanwhile", "words"),
    [(_returned, "sudah diajukan atau dikembalikan"), (_new_target, "target 1.3 berubah dari 500 menjadi 600")],
)
def test_an_old_workbook_is_named_and_changes_nothing(
    ordered: Kantor, path: Path, meanwhile: Callable[[Kantor], None], words: str
) -> None:
    export(ordered, path)
    write(path, G11=999)
    meanwhile(ordered)
    hasil = read(ordered, path)
    assert (hasil.ubahan, len(hasil.kesalahan)) == ((), 1)
    assert words in hasil.kesalahan[0].sebab


def test_taking_bahan_back_leaves_the_workbook_valid(ordered: Kantor, path: Path) -> None:
    export(ordered, path)
    write(path, G11=515)
    ordered.submit_bahan("PEL")
    with pytest.raises(WrongState):
        read(ordered, path)
    collection.withdraw(ordered.analis("PEL"), ordered.case("PEL").id, seen=ordered.case("PEL").versi)
    hasil = read(ordered, path)
    assert (hasil.kesalahan, [u.kode for u in hasil.bentrok]) == ((), ["1.3"])


# --- whose it is ------------------------------------------------------------------------------------


def test_only_the_analyst_whose_order_it_is(ordered: Kantor, path: Path) -> None:
    case = ordered.case("PEL")
    export(ordered, path)
    for ctx, refusal in (
        (ordered.ctx(DEWI), NotOrdered),
        (ordered.ctx(TUTI), OtherSeksi),
        (ordered.kasubag("PEL"), WrongRole),
    ):
        with pytest.raises(refusal):
            worksheet.export_worksheet(ctx, case.id, path)
        with pytest.raises(refusal):
            worksheet.read_worksheet(ctx, case.id, path)


def test_the_file_names_its_berkas_and_another_office_is_refused(ordered: Kantor, path: Path) -> None:
    export(ordered, path)
    assert worksheet.case_of(ordered.analis("PEL"), path) == ordered.case("PEL").id
    other = Kantor()
    with other.store.unit() as unit:
        unit.settings.put("kantor.id", "lain")
        unit.commit()
    with pytest.raises(FileRefused) as refused:
        worksheet.case_of(other.analis("PEL"), path)
    assert refused.value.kesalahan[0].sebab.startswith("Lembar ini dari kantor lain: Kecamatan Kelara")


def test_a_place_that_is_gone_is_named(ordered: Kantor, tmp_path: Path) -> None:
    with pytest.raises(PlaceGone):
        export(ordered, tmp_path / "tidak_ada" / "lembar.xlsx")


def test_the_file_is_named_after_its_order(ordered: Kantor) -> None:
    kepala = collection.load(ordered.analis("PEL"), ordered.case("PEL").id).kepala
    assert worksheet.file_name(kepala.triwulan, kepala.seksi) == "lembar-kerja-pel-tw2-2026.xlsx"
