"""Step 3: the Lembar Kerja from its stored draft to the bahan."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kinerja_desktop.domain.errors import (
    AngkaSalah,
    Incomplete,
    NotFound,
    NotOrdered,
    StaleWrite,
    TextTooLong,
    WrongRole,
    WrongState,
)
from kinerja_desktop.domain.realisasi import IsiIndikator
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.sel import CellState
from kinerja_desktop.domain.workflow import Action, Status
from kinerja_desktop.services import collection, section_report
from kinerja_desktop.services.section_report import CatatanBaru
from tests.office import BUDI, DEWI, HASAN, REASON, TW1, TW2, Kantor


@pytest.fixture
def ordered(kantor: Kantor) -> Kantor:
    """TW II ordered from Budi; TW I of the seksi approved before."""
    kantor.at(4, 10, 8)
    kantor.play("PEL", TW1)
    kantor.at(7, 10, 8)
    kantor.assign()
    kantor.order("PEL")
    return kantor


def sheet(kantor: Kantor) -> collection.LembarKerja:
    return collection.load(kantor.analis("PEL"), kantor.case("PEL").id)


def test_the_sheet_shows_targets_and_the_settled_quarters(ordered: Kantor) -> None:
    view = sheet(ordered)
    assert [k.judul for k in view.kelompok] == [
        "Sasaran 1 · Meningkatnya kualitas pelayanan administrasi kecamatan",
        "Sasaran 2 · Meningkatnya kepuasan masyarakat",
    ]
    row = view.kelompok[0].baris[2]
    assert (row.kode, row.lalu[0], row.nilai_lalu) == ("1.3", Decimal(512), Decimal(512))
    assert view.sel["1.3"].state is CellState.KOSONG
    assert view.sel["2.2"].state is CellState.TERKUNCI
    assert (view.terkunci, view.dapat_diajukan) == (False, False)
    assert view.belum_dapat == "Belum dapat diajukan: isi 5 indikator."


def test_a_quarter_still_in_work_does_not_count_as_earlier(ordered: Kantor) -> None:
    kantor = ordered
    kantor.submit_bahan("PEL")
    kantor.at(10, 12, 8)
    kantor.assign("PEL", triwulan=TW2.next)
    kantor.order("PEL", TW2.next)
    view = collection.load(kantor.analis("PEL"), kantor.case("PEL", TW2.next).id)
    assert view.kelompok[0].baris[2].lalu == (Decimal(512), None, None, None)


def test_a_draft_is_kept_per_change(ordered: Kantor) -> None:
    ctx, case = ordered.analis("PEL"), ordered.case("PEL")
    first = collection.save_draft(ctx, case.id, [IsiIndikator("1.3", Decimal(512))], seen=0)
    second = collection.save_draft(ctx, case.id, [IsiIndikator("1.4", diketik="80 persen")], seen=first.versi)
    view = sheet(ordered)
    assert (view.versi_draf, view.tersimpan) == (second.versi, ordered.clock.now())
    assert (view.isi.of("1.3").realisasi, view.sel["1.4"].teks) == (Decimal(512), "80 persen")
    assert view.belum_dapat == "Belum dapat diajukan: perbaiki 1 isian salah dan isi 3 indikator."
    with pytest.raises(StaleWrite):
        collection.save_draft(ctx, case.id, [IsiIndikator("1.3", Decimal(1))], seen=first.versi)
    assert ordered.case("PEL").versi == case.versi


@pytest.mark.parametrize("figure", ["NaN", "Infinity", "1E+30", "0.0000001"])
def test_a_draft_holds_no_figure_that_could_not_be_typed(ordered: Kantor, figure: str) -> None:
    ctx, case = ordered.analis("PEL"), ordered.case("PEL")
    with pytest.raises(AngkaSalah):
        collection.save_draft(ctx, case.id, [IsiIndikator("1.3", Decimal(figure))], seen=0)
    assert sheet(ordered).versi_draf == 0


def test_what_a_draft_may_not_hold(ordered: Kantor) -> None:
    ctx, case = ordered.analis("PEL"), ordered.case("PEL")
    with pytest.raises(TextTooLong):
        collection.save_draft(ctx, case.id, [IsiIndikator("1.3", faktor_pendukung="x" * 4001)], seen=0)
    with pytest.raises(NotFound):
        collection.save_draft(ctx, case.id, [IsiIndikator("4.1", Decimal(1))], seen=0)
    long_enough = collection.save_draft(ctx, case.id, [IsiIndikator("1.3", faktor_pendukung="x" * 4000)], seen=0)
    assert long_enough.versi == 1


def test_bahan_is_handed_in_as_it_was_stored(ordered: Kantor) -> None:
    ordered.at(7, 13, 10, 55)
    ordered.submit_bahan("PEL")
    done = ordered.case("PEL")
    assert done.status is Status.BAHAN_SUBMITTED
    view = sheet(ordered)
    assert view.terkunci
    assert view.isi.of("1.3").realisasi == Decimal(512)
    assert view.sesudah == "Bahan diajukan kepada Siti Misalnya, S.Sos. hari ini 10.55."
    with ordered.store.read() as unit:
        kept = unit.figures.of(done.id)
    assert kept is not None
    assert kept.of("1.3").realisasi == Decimal(512)


@pytest.mark.parametrize(
    ("row", "gap"),
    [
        (IsiIndikator("1.3"), "isi 1 indikator"),
        (IsiIndikator("1.3", diketik="banyak"), "perbaiki 1 isian salah"),
        (IsiIndikator("2.1", Decimal(3)), "tambahkan bukti pada 1 indikator"),
        (IsiIndikator("1.3", alasan_kosong="belum ada"), "isi 1 indikator"),
    ],
)
def test_what_keeps_bahan_from_being_handed_in(ordered: Kantor, row: IsiIndikator, gap: str) -> None:
    version = ordered.fill("PEL")
    ctx, case = ordered.analis("PEL"), ordered.case("PEL")
    saved = collection.save_draft(ctx, case.id, [row], seen=version)
    with pytest.raises(Incomplete) as refused:
        collection.submit_bahan(ctx, case.id, seen=case.versi, seen_draf=saved.versi)
    assert refused.value.missing == (gap,)
    assert ordered.case("PEL").status is Status.ORDERED
    assert sheet(ordered).versi_draf == saved.versi


@pytest.mark.parametrize(
    "row",
    [
        IsiIndikator("1.3", Decimal(812), alasan_peringatan="Sudah dicocokkan dengan register."),
        IsiIndikator("1.3", alasan_kosong="Register loket hilang terbakar."),
        IsiIndikator("1.3", Decimal(0), alasan_peringatan="Loket tutup sepanjang triwulan."),
    ],
)
def test_a_reason_lets_it_pass(ordered: Kantor, row: IsiIndikator) -> None:
    version = ordered.fill("PEL")
    ctx, case = ordered.analis("PEL"), ordered.case("PEL")
    saved = collection.save_draft(ctx, case.id, [row], seen=version)
    collection.submit_bahan(ctx, case.id, seen=case.versi, seen_draf=saved.versi)
    assert ordered.case("PEL").status is Status.BAHAN_SUBMITTED


def test_a_stale_screen_hands_nothing_in(ordered: Kantor) -> None:
    version = ordered.fill("PEL")
    ctx, case = ordered.analis("PEL"), ordered.case("PEL")
    with pytest.raises(StaleWrite):
        collection.submit_bahan(ctx, case.id, seen=case.versi, seen_draf=version - 1)
    with pytest.raises(StaleWrite):
        collection.submit_bahan(ctx, case.id, seen=case.versi - 1, seen_draf=version)


def test_only_the_ordered_analyst_collects(ordered: Kantor) -> None:
    dewi, case = ordered.ctx(DEWI), ordered.case("PEL")
    assert collection.load(dewi, case.id).terkunci
    with pytest.raises(NotOrdered):
        collection.save_draft(dewi, case.id, [IsiIndikator("1.3", Decimal(1))], seen=0)
    version = ordered.fill("PEL")
    with pytest.raises(NotOrdered):
        collection.submit_bahan(dewi, case.id, seen=case.versi, seen_draf=version)
    with pytest.raises(WrongRole):
        collection.load(ordered.kasubag("PEL"), case.id)


def test_another_analyst_steps_in_when_the_ordered_one_is_gone(ordered: Kantor) -> None:
    with ordered.store.unit() as unit:
        unit.people.put(replace(BUDI, sampai=ordered.at(7, 11, 8).date()))
        unit.commit()
    ordered.at(7, 13, 9)
    case = ordered.case("PEL")
    saved = collection.save_draft(ordered.ctx(DEWI), case.id, [IsiIndikator("1.3", Decimal(512))], seen=0)
    assert saved.versi == 1
    with pytest.raises(WrongRole):
        collection.submit_bahan(ordered.ctx(BUDI), case.id, seen=case.versi, seen_draf=saved.versi)


def test_returned_bahan_is_repaired_with_its_notes_ticked(ordered: Kantor) -> None:
    ordered.submit_bahan("PEL")
    case = ordered.case("PEL")
    notes = [
        CatatanBaru("1.3", "Lampirkan rekap."),
        CatatanBaru(None, "Periksa tanda tangan."),
        CatatanBaru("1.1", " "),
    ]
    ordered.at(7, 13, 10, 20)
    section_report.return_bahan(ordered.kasubag("PEL"), case.id, REASON, notes, seen=case.versi)

    view = sheet(ordered)
    assert view.pengembalian is not None
    assert (view.pengembalian.oleh, view.pengembalian.waktu_teks) == ("Siti Misalnya, S.Sos.", "hari ini 10.20")
    assert [c.kode for c in view.pengembalian.catatan] == ["1.3", None]
    assert view.sel["1.3"].state is CellState.DIKEMBALIKAN
    assert view.belum_dapat == "Belum dapat diajukan: tandai 2 catatan."

    pinned, general = view.pengembalian.catatan
    ctx, case = ordered.analis("PEL"), ordered.case("PEL")
    ticked = replace(view.isi.of("1.3"), perbaikan=(pinned.id,))
    saved = collection.save_draft(ctx, case.id, [ticked], perbaikan=[general.id], seen=view.versi_draf)
    collection.submit_bahan(ctx, case.id, seen=case.versi, seen_draf=saved.versi)
    assert ordered.case("PEL").pengembalian_bahan == 1


def test_kasi_and_analyst_in_one_person_still_take_both_steps(kantor: Kantor) -> None:
    done = kantor.play("PEM")
    acts = kantor.keadaan(done).berlaku
    assert [(a.action, a.oleh, a.role) for a in acts[1:4]] == [
        (Action.ORDER, HASAN.id, Role.KASUBAG),
        (Action.SUBMIT_BAHAN, HASAN.id, Role.ANALIS),
        (Action.SUBMIT, HASAN.id, Role.KASUBAG),
    ]


def test_nothing_is_typed_into_a_sheet_that_lies_elsewhere(ordered: Kantor) -> None:
    ordered.submit_bahan("PEL")
    with pytest.raises(WrongState):
        collection.save_draft(ordered.analis("PEL"), ordered.case("PEL").id, [IsiIndikator("1.3")], seen=0)


def test_a_locked_sheet_says_where_the_berkas_is_and_what_can_be_done(ordered: Kantor) -> None:
    ordered.submit_bahan("PEL")
    ctx, case_id = ordered.analis("PEL"), ordered.case().id
    handed = collection.load(ctx, case_id).sebab_terkunci
    assert handed.startswith("Bahan Diterima: berkas ada pada Kasubag ")
    assert handed.endswith("Tekan Tarik Pengajuan bila perlu diubah.")
    assert ".." not in handed
    ordered.submit("PEL")
    checked = collection.load(ctx, case_id).sebab_terkunci
    assert checked.startswith("Menunggu Pemeriksaan: berkas ada pada Kabid ")
    assert checked.endswith("Bila perlu diubah, minta Kasubag Anda mengembalikannya.")
    ordered.approve("PEL")
    assert "angkanya sudah dikunci" in collection.load(ctx, case_id).sebab_terkunci
