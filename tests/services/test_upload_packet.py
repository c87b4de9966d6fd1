"""Paket Unggah: values in the order of the web form, ticks that know what was uploaded, files under agreed names."""

from dataclasses import replace
from pathlib import Path

import pytest

from kinerja_desktop.domain.errors import FieldsRefused, NotFound, PlaceTaken, SebabIsian, StaleWrite
from kinerja_desktop.domain.unggah import KANTOR, SETIAP, SETIAP_IKU, Ambil, Berkas, Formulir, Isian, Masa, bawaan
from kinerja_desktop.services import archive, integrity, office_papers, quarterly, upload_form, upload_packet
from kinerja_desktop.services.compose.office.kinds import Pokok
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.upload_packet import ISIAN, BarisUnggah, KeadaanBerkas, UnggahView
from tests.office import RAHMA, TW2, Kantor
from tests.services.test_reports import rows_of

QUARTER, YEAR = Masa(2026, 2), Masa(2026)


@pytest.fixture
def planner(kantor: Kantor) -> Context:
    for seksi in ("PEL", "PEM", "TRA"):
        kantor.play(seksi)
    return kantor.ctx(RAHMA)


def set_form(ctx: Context, masa: Masa = QUARTER, **changed: object) -> UnggahView:
    view = upload_packet.load(ctx, masa)
    form = replace(view.formulir, **changed)  # type: ignore[arg-type]  # a table of fields
    upload_form.change_form(ctx, masa, form, seen=view.versi)
    return upload_packet.load(ctx, masa)


def row(view: UnggahView, kode: str, label: str) -> BarisUnggah:
    return next(b for b in view.baris if b.label == label and b.kunci.startswith(f"{kode}|"))


def shown(view: UnggahView, *at: int) -> dict[str, str]:
    """Fields as the screen showed them."""
    return {view.baris[n].kunci: view.baris[n].sidik for n in at}


# --- values --------------------------------------------------------------------------------------


def test_fields_stand_in_the_forms_order_indikator_by_indikator_and_the_office_last(planner: Context) -> None:
    view = upload_packet.load(planner, QUARTER)
    labels = [i.label for i in bawaan(QUARTER).isian if i.indikator == SETIAP]
    assert [b.label for b in view.baris[: len(labels)]] == labels
    assert view.baris[0].milik.startswith("1.1 ")
    assert view.baris[len(labels)].milik.startswith("1.2 ")
    assert view.baris[-1].milik == "Kantor"
    assert [b.no for b in view.baris] == list(range(1, len(view.baris) + 1))


def test_values_are_those_of_the_report_without_signs_between_thousands(planner: Context) -> None:
    view = upload_packet.load(planner, QUARTER)
    paper = rows_of(quarterly.draft(planner, TW2))["1.2"]
    assert paper.realisasi.nilai is not None
    assert row(view, "1.2", "Realisasi").nilai == str(paper.realisasi.nilai) == "1287"
    assert row(view, "1.2", "Capaian (%)").nilai == str(paper.capaian.nilai).replace(".", ",")
    assert row(view, "1.1", "Faktor penghambat").nilai == "Printer loket rusak dua hari."
    assert row(view, "", "Pagu (Rp)").nilai == "400000000"
    assert row(view, "", "Realisasi anggaran (Rp)").nilai == "180000000"
    assert row(view, "", "Serapan (%)").nilai == "45,00"


def test_a_form_that_takes_points_gets_points(planner: Context) -> None:
    assert row(set_form(planner, titik=True), "", "Serapan (%)").nilai == "45.00"


def test_what_has_no_figure_stays_empty_and_is_no_zero(planner: Context) -> None:
    view = upload_packet.load(planner, QUARTER)
    assert row(view, "2.2", "Realisasi").nilai == ""
    assert row(view, "2.2", "Capaian (%)").nilai == ""


def test_a_figure_with_a_hole_says_that_it_is_not_whole(planner: Context) -> None:
    """TW I was never reported: what stands up to TW II is less than what was done."""
    view = upload_packet.load(planner, QUARTER)
    assert (row(view, "1.2", "Realisasi").lengkap, row(view, "1.2", "Realisasi s.d.").lengkap) == (True, False)
    assert row(view, "1.2", "Capaian s.d. (%)").lengkap is False
    assert "Capaian s.d. (%) – BELUM LENGKAP" in upload_packet.values_text("Kecamatan", view)


def test_money_of_an_indikator_is_that_of_its_lines(planner: Context) -> None:
    lines = (Isian("Anggaran", "1.1", Ambil.PAGU), Isian("Anggaran", "3.1", Ambil.PAGU))
    view = set_form(planner, isian=lines)
    assert [b.nilai for b in view.baris] == ["400000000", ""]


def test_lines_may_be_for_the_iku_alone_or_for_one_indikator(planner: Context) -> None:
    lines = (Isian("A", SETIAP_IKU, Ambil.KODE), Isian("B", "3.1", Ambil.KODE), Isian("C", KANTOR, Ambil.CAPAIAN))
    assert [b.label for b in set_form(planner, isian=lines).baris] == ["B", "C"]  # this office has marked no IKU


def test_a_long_text_says_how_many_letters_are_too_many(planner: Context) -> None:
    line = Isian("Hambatan", "1.1", Ambil.FAKTOR_PENGHAMBAT, 10)
    (field,) = set_form(planner, isian=(line,)).baris
    assert field.kelebihan == len("Printer loket rusak dua hari.") - 10


def test_only_approved_figures_are_offered(kantor: Kantor) -> None:
    kantor.play("PEL")
    view = upload_packet.load(kantor.ctx(RAHMA), QUARTER)
    assert row(view, "1.1", "Realisasi").nilai
    assert not row(view, "3.1", "Realisasi").nilai


def test_a_year_without_a_plan_is_refused(planner: Context) -> None:
    with pytest.raises(NotFound):
        upload_packet.load(planner, Masa(2031))
    assert upload_packet.periods(planner)[0] == QUARTER
    assert YEAR in upload_packet.periods(planner)


# --- the form ------------------------------------------------------------------------------------


def test_the_form_is_kept_with_who_changed_it_and_seen_by_its_version(planner: Context) -> None:
    before = upload_packet.load(planner, QUARTER)
    after = set_form(planner, isian=(Isian("X", SETIAP, Ambil.TARGET, 5),), titik=True)
    assert after.formulir.isian == (Isian("X", SETIAP, Ambil.TARGET, 5),)
    with pytest.raises(StaleWrite):
        upload_form.change_form(planner, QUARTER, bawaan(QUARTER), seen=before.versi)
    assert upload_packet.load(planner, YEAR).formulir == bawaan(YEAR)
    assert upload_packet.load(planner, Masa(2026, 1)).formulir == after.formulir
    with planner.office.store.read() as unit:
        assert unit.journal.records("unggahan")[-1].nama == RAHMA.nama


def test_every_wrong_line_is_told_and_nothing_is_kept(planner: Context) -> None:
    wrong = Formulir(
        (Isian(" ", SETIAP, Ambil.TARGET), Isian("B", SETIAP, Ambil.TARGET, 0)),
        (Berkas("lkjip", "a_{tahun}"), Berkas("iku", "A_{tahun}"), Berkas("iku", "{orang}"), Berkas("surat", "")),
        maks_mb=0,
    )
    with pytest.raises(FieldsRefused) as refused:
        upload_form.change_form(planner, QUARTER, wrong, seen=0)
    assert [(i.label, i.sebab) for i in refused.value.isian] == [
        ("Label baris 1", SebabIsian.KOSONG),
        ("Batas huruf baris 2", SebabIsian.LUAR_BATAS),
        ("Ukuran berkas", SebabIsian.LUAR_BATAS),
        ("Nama berkas 2", SebabIsian.GANDA),
        ("Nama berkas 3", SebabIsian.BUKAN_NAMA),
        ("Nama berkas 4", SebabIsian.KOSONG),
        ("Dokumen 4", SebabIsian.BUKAN_PILIHAN),
    ]
    assert upload_packet.load(planner, QUARTER).formulir == bawaan(QUARTER)


# --- ticks ---------------------------------------------------------------------------------------


def test_a_tick_says_who_and_when_and_counts(kantor: Kantor, planner: Context) -> None:
    view = upload_packet.load(planner, QUARTER)
    done, total = view.kemajuan
    assert done == 0
    kantor.at(7, 20, 9, 30)
    upload_packet.mark(planner, QUARTER, shown(view, 0, 1), diunggah=True)
    after = upload_packet.load(planner, QUARTER)
    assert after.baris[0].tanda is not None
    assert (after.baris[0].tanda.oleh, after.baris[0].tanda.sama) == (RAHMA.nama, True)
    assert after.baris[0].tanda.pada == kantor.at(7, 20, 9, 30)
    assert after.kemajuan == (2, total)
    upload_packet.mark(planner, QUARTER, shown(view, 0), diunggah=False)
    assert upload_packet.load(planner, QUARTER).kemajuan == (1, total)
    assert upload_packet.ticked(planner, view) == upload_packet.load(planner, QUARTER)
    assert upload_packet.load(planner, YEAR).kemajuan[0] == 0


def test_a_value_that_changed_after_its_upload_is_seen(planner: Context) -> None:
    view = upload_packet.load(planner, QUARTER)
    field = row(view, "", "Serapan (%)")
    upload_packet.mark(planner, QUARTER, {field.kunci: field.sidik}, diunggah=True)
    after = row(set_form(planner, titik=True), "", "Serapan (%)")
    assert after.tanda is not None
    assert not after.tanda.sama


def test_ticks_stay_with_their_fields_when_the_form_is_ordered_anew(planner: Context) -> None:
    view = upload_packet.load(planner, QUARTER)
    kunci = view.baris[2].kunci
    upload_packet.mark(planner, QUARTER, shown(view, 2), diunggah=True)
    turned = set_form(planner, isian=tuple(reversed(view.formulir.isian)))
    assert [b.kunci for b in turned.baris if b.tanda] == [kunci]


def test_ticks_and_form_leave_the_office_sound(planner: Context) -> None:
    view = set_form(planner, titik=True)
    upload_packet.mark(planner, QUARTER, shown(view, 0), diunggah=True)
    found = integrity.examine(planner.office)
    assert not [t for t in found.temuan if "nggah" in t]


# --- files ---------------------------------------------------------------------------------------


def fixed(ctx: Context) -> str:
    """The Pengukuran of the quarter, fixed; its id."""
    return office_papers.fix(ctx, "pengukuran_triwulan", Pokok(2026, 2)).id


def test_files_say_what_is_missing_and_what_to_do(planner: Context) -> None:
    fixed(planner)
    states = {b.dokumen: b.keadaan for b in upload_packet.load(planner, QUARTER).berkas}
    assert states == {
        "Laporan Triwulan": KeadaanBerkas.BELUM_ADA,
        "Pengukuran Kinerja Triwulan": KeadaanBerkas.TANPA_TTD,
        "Evaluasi Hasil Renja": KeadaanBerkas.BELUM_ADA,
    }
    assert all(b.saran for b in upload_packet.load(planner, QUARTER).berkas)


def test_the_signed_scan_goes_before_the_print_and_a_tick_knows_which_it_was(planner: Context) -> None:
    paper = fixed(planner)
    kunci = "berkas|pengukuran_triwulan"
    before = next(b for b in upload_packet.load(planner, QUARTER).berkas if b.kunci == kunci)
    upload_packet.mark(planner, QUARTER, {kunci: before.sidik}, diunggah=True)
    archive.add_scan(planner, paper, b"%PDF-1.4 pindaian")
    found = next(b for b in upload_packet.load(planner, QUARTER).berkas if b.kunci == kunci)
    assert found.keadaan is KeadaanBerkas.SIAP
    assert found.tanda is not None
    assert not found.tanda.sama


def test_the_folder_holds_agreed_names_and_the_values(planner: Context, tmp_path: Path) -> None:
    fixed(planner)
    made = upload_packet.write_files(planner, QUARTER, tmp_path)
    assert made.folder == tmp_path / "paket-unggah-klr-2026-tw2"
    assert {p.name for p in made.folder.iterdir()} == {"Pengukuran_TW2_2026_KEC-KLR.pdf", ISIAN}
    assert len(made.tertinggal) == 2
    text = (made.folder / ISIAN).read_text(encoding="utf-8-sig")
    assert "=== 1.2 Jumlah dokumen kependudukan ===" in text
    assert "Realisasi\n1287\n" in text
    with pytest.raises(PlaceTaken):
        upload_packet.write_files(planner, QUARTER, tmp_path)


def test_a_file_beyond_the_limit_is_left_out_with_advice(
    planner: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fixed(planner)
    monkeypatch.setattr(upload_packet, "MB", 1000)
    view = upload_packet.load(planner, QUARTER)
    assert view.berkas[1].keadaan is KeadaanBerkas.TERLALU_BESAR
    made = upload_packet.write_files(planner, QUARTER, tmp_path)
    assert made.berkas == ()
    assert any("terlalu besar" in told for told in made.tertinggal)
