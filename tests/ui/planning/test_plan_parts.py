"""Targets, sasaran, earlier years, scales, findings and the end of an indikator on the screen."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.indikator import Indikator, Riwayat, Target, VersiRencana
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.salin_rencana import Butir
from kinerja_desktop.services import plan_lists, plan_trend, plan_years, planning
from kinerja_desktop.services.planning import RencanaView
from kinerja_desktop.ui.planning import one_indikator
from kinerja_desktop.ui.planning.cards import CardsView
from kinerja_desktop.ui.planning.copying import CopyTable
from kinerja_desktop.ui.planning.tab import PlanningPage, make
from kinerja_desktop.ui.planning.trend import ON_PAPER
from kinerja_desktop.ui.widgets.allowing import why_not
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.edit_table import EditTable
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.listing import Listing
from kinerja_desktop.ui.widgets.strips import Strip
from kinerja_desktop.ui.widgets.tick import Tick
from tests.ui.kantor import Kantor
from tests.ui.pages import labels, open_page, part, press
from tests.ui.planning.parts import answer_dialogs, open_part
from tests.ui.scenes import copied, opening

D = Decimal
WHY = "Ukuran ini tidak lagi dipakai pemerintah daerah."


@pytest.fixture
def kantor() -> Kantor:
    return copied(opening)


@pytest.fixture
def page(qtbot: QtBot, kantor: Kantor) -> PlanningPage:
    return open_page(qtbot, make, kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN))


def stored(kantor: Kantor, tahun: int = 2026) -> RencanaView:
    return planning.load(kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN), tahun)


def put(table: EditTable, row: int, *texts: str) -> None:
    for column, text in enumerate(texts):
        table.model().setData(table.model().index(row, column), text)


def paste(qtbot: QtBot, table: EditTable, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().clear()


def test_nothing_is_called_missing_before_the_plan_was_read(qtbot: QtBot) -> None:
    cards = CardsView()
    qtbot.addWidget(cards)
    assert all(one.isHidden() for one in cards.findChildren(EmptyState))


# --- targets -------------------------------------------------------------------------------------


def test_targets_of_all_indikator_are_pasted_at_once(qtbot: QtBot, kantor: Kantor, page: PlanningPage) -> None:
    open_part(qtbot, page, "Target")
    table = part(page, EditTable, "target")
    before = [i.nama for i in stored(kantor).rencana.indikator]
    table.setCurrentCell(0, 3)
    paste(qtbot, table, "91\t92\t93\t94,5\t94,5\n1\t2\t3\t4\t10")
    press(qtbot, page, "simpan_target")
    rows = stored(kantor).rencana.indikator
    assert rows[0].target == Target(D("94.5"), (D(91), D(92), D(93), D("94.5")))
    assert rows[1].target == Target(D(10), (D(1), D(2), D(3), D(4)))
    assert [i.nama for i in rows] == before


def test_pasting_beyond_given_rows_or_over_names_changes_nothing(qtbot: QtBot, page: PlanningPage) -> None:
    open_part(qtbot, page, "Target")
    table = part(page, EditTable, "target")
    rows, first = table.rowCount(), table.texts()[0]
    table.setCurrentCell(rows - 1, 0)
    paste(qtbot, table, "x\ty\tz\nx\ty\tz")
    assert (table.rowCount(), table.texts()[0]) == (rows, first)
    assert table.texts()[-1][0] != "x"
    assert "6 isian tidak ditempel" in part(page, Strip, "salah_target").text()


def test_a_figure_that_cannot_be_read_is_named_with_its_place(qtbot: QtBot, page: PlanningPage) -> None:
    open_part(qtbot, page, "Target")
    table = part(page, EditTable, "target")
    put(table, 1, *table.texts()[1][:4], "abc")
    table.setCurrentCell(0, 3)
    press(qtbot, page, "simpan_target")
    assert part(page, Strip, "salah_target").text().startswith("Baris 2, kolom TW II: «abc»")
    assert (table.currentRow(), table.currentColumn()) == (1, 4)


def test_targets_of_a_changed_plan_go_into_that_version(qtbot: QtBot, kantor: Kantor, page: PlanningPage) -> None:
    ctx = kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN)
    planning.fix_plan(ctx, 2026, stored(kantor).versi)
    planning.save_version(ctx, 2026, VersiRencana("Perubahan", date(2026, 9, 1), ()), stored(kantor).versi)
    page.load()
    open_part(qtbot, page, "Target")
    assert not part(page, QPushButton, "simpan_target").isVisible()
    version = part(page, QComboBox, "versi")
    version.setCurrentIndex(version.findData("Perubahan"))
    version.activated.emit(version.currentIndex())
    put(part(page, EditTable, "target"), 0, *part(page, EditTable, "target").texts()[0][:7], "96")
    version.setCurrentIndex(version.findData(planning.MURNI))
    version.activated.emit(version.currentIndex())

    rencana = stored(kantor).rencana
    assert planning.targets_in_force(rencana, "Perubahan")["1.1"].tahun == D(96)
    assert rencana.indikator[0].target.tahun != D(96)
    assert len(rencana.versi[0].target) == 1


def test_versions_stand_side_by_side(
    qtbot: QtBot, kantor: Kantor, page: PlanningPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    ctx = kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN)
    changed = VersiRencana("Perubahan", date(2026, 9, 1), (("1.1", Target(D(77))),))
    planning.save_version(ctx, 2026, changed, stored(kantor).versi)
    page.load()
    seen: list[tuple[str, ...]] = []

    def look(dialog: Dialog) -> None:
        things = part(dialog, Listing, "perbandingan").things
        seen.extend(tuple(str(things.data(things.index(r, c))) for c in (0, 2, 4)) for r in range(things.rowCount()))

    answer_dialogs(monkeypatch, look)
    press(qtbot, page, "bandingkan")
    assert seen[0] == ("1.1", "setahun", "77")
    assert ("1.1", "TW I", "kosong") in seen


# --- lists ---------------------------------------------------------------------------------------


def test_a_sasaran_is_reworded_with_its_tujuan(qtbot: QtBot, kantor: Kantor, page: PlanningPage) -> None:
    open_part(qtbot, page, "Sasaran")
    table = part(page, EditTable, "sasaran_rencana")
    put(table, 0, "Layanan makin cepat", "Warga terlayani")
    press(qtbot, page, "simpan_sasaran_rencana")
    rencana = stored(kantor).rencana
    assert (rencana.sasaran[0].teks, rencana.sasaran[0].tujuan) == ("Layanan makin cepat", "Warga terlayani")
    assert rencana.indikator[0].sasaran == "Layanan makin cepat"


def test_a_sasaran_in_use_stays_and_the_reason_is_told(qtbot: QtBot, kantor: Kantor, page: PlanningPage) -> None:
    open_part(qtbot, page, "Sasaran")
    part(page, EditTable, "sasaran_rencana").setCurrentCell(0, 0)
    press(qtbot, page, "hapus_sasaran_rencana")
    press(qtbot, page, "simpan_sasaran_rencana")
    assert "masih dipakai" in part(page, Strip, "salah_sasaran_rencana").text()
    assert stored(kantor).rencana.sasaran == ()


def test_earlier_years_are_typed_and_drawn(qtbot: QtBot, kantor: Kantor, page: PlanningPage) -> None:
    open_part(qtbot, page, "Riwayat")
    table = part(page, EditTable, "riwayat")
    press(qtbot, page, "tambah_riwayat")
    put(table, 0, "1.1", "2024", "80", "79,5", "0.9")
    press(qtbot, page, "simpan_riwayat")
    assert stored(kantor).rencana.riwayat[-1] == Riwayat("1.1", 2024, D(80), D("79.5"), indikator_lama="0.9")
    page.load()
    table.setCurrentCell(0, 1)
    assert "Indikator diganti mulai 2025; angka sebelumnya dari indikator 0.9." in labels(page)


def test_imported_results_of_the_plans_own_year_are_told_and_drawn(
    qtbot: QtBot, kantor: Kantor, page: PlanningPage
) -> None:
    ctx = kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN)
    own = Riwayat("1.1", 2026, D(83), D("81.25"), diimpor=True)
    rows = (Riwayat("1.1", 2025, D(80), D(79)), own)
    planning.change_plan(ctx, 2026, stored(kantor).versi, lambda _, plan: replace(plan, riwayat=rows), {})
    page.load()
    open_part(qtbot, page, "Riwayat")
    assert "Realisasi 2026 sudah masuk dari buku kerja untuk 1 indikator" in labels(page)
    drawn = plan_trend.trend(ctx, 2026, "1.1", ON_PAPER).gambar
    assert "81,25" in drawn


def test_one_year_is_told_in_words_where_two_are_a_line(kantor: Kantor) -> None:
    ctx = kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN)
    own = Riwayat("1.1", 2026, D(83), D("81.25"), diimpor=True)
    planning.change_plan(ctx, 2026, stored(kantor).versi, lambda _, plan: replace(plan, riwayat=(own,)), {})
    told = plan_trend.trend(ctx, 2026, "1.1", ON_PAPER)
    words = "Baru ada angka tahun 2026: target 83,00, realisasi 81,25. Grafik digambar mulai dari dua tahun."
    assert (told.gambar, told.kosong) == ("", words)


def test_a_year_that_is_none_is_told(qtbot: QtBot, page: PlanningPage) -> None:
    open_part(qtbot, page, "Riwayat")
    press(qtbot, page, "tambah_riwayat")
    put(part(page, EditTable, "riwayat"), 0, "1.1", "lalu", "80", "79,5")
    press(qtbot, page, "simpan_riwayat")
    assert "bilangan bulat" in part(page, Strip, "salah_riwayat").text()


def test_scales_are_typed(qtbot: QtBot, kantor: Kantor, page: PlanningPage) -> None:
    open_part(qtbot, page, "Skala")
    before = len(stored(kantor).rencana.skala)
    press(qtbot, page, "tambah_skala")
    table = part(page, EditTable, "skala")
    put(table, table.currentRow(), "huruf", "AA", "90,5")
    press(qtbot, page, "simpan_skala")
    skala = {(s.satuan, s.teks): s.nilai for s in stored(kantor).rencana.skala}
    assert len(skala) == before + 1
    assert skala["huruf", "AA"] == D("90.5")


def test_what_is_typed_is_kept_before_another_year(qtbot: QtBot, kantor: Kantor, page: PlanningPage) -> None:
    open_part(qtbot, page, "Skala")
    press(qtbot, page, "tambah_skala")
    table = part(page, EditTable, "skala")
    put(table, table.currentRow(), "huruf", "AA", "90,5")
    page.show_item("2026:1.1")
    assert ("huruf", "AA") in {(s.satuan, s.teks) for s in stored(kantor).rencana.skala}


# --- findings ------------------------------------------------------------------------------------


def spoil(kantor: Kantor, page: PlanningPage) -> None:
    """A plan with a fault: an indikator that no seksi answers for."""
    ctx, view = kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN), stored(kantor)
    planning.save_indikator(ctx, 2026, replace(view.rencana.indikator[1], seksi=None), view.versi)
    page.load()


def test_a_fault_is_told_and_leads_to_its_field(qtbot: QtBot, kantor: Kantor, page: PlanningPage) -> None:
    spoil(kantor, page)
    assert "1 kesalahan" in part(page, Strip, "periksa_rencana").text()
    fix = part(page, QPushButton, "tetapkan")
    assert (fix.isEnabled(), fix.toolTip()) == (False, "Perbaiki 1 kesalahan pada Periksa Rencana dahulu.")
    open_part(qtbot, page, "Periksa Rencana")
    listed = part(page, Listing, "temuan")
    listed.selectRow(0)
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    chosen = part(page, Listing, "daftar_indikator").current()
    assert chosen is not None
    assert chosen.kode == "1.2"
    assert part(page, QComboBox, "seksi").hasFocus()


def test_f8_goes_through_the_findings(qtbot: QtBot, kantor: Kantor, page: PlanningPage) -> None:
    spoil(kantor, page)
    qtbot.keyClick(page, Qt.Key.Key_F8)
    assert part(page, QComboBox, "seksi").isVisible()


# --- closing -------------------------------------------------------------------------------------


def end(qtbot: QtBot, page: PlanningPage, monkeypatch: pytest.MonkeyPatch, *, follow: bool, why: str = WHY) -> str:
    """Close the chosen indikator; the words of the dialog."""
    said: list[str] = []

    def answer(dialog: Dialog) -> None:
        part(dialog, QPlainTextEdit, "alasan_akhir").setPlainText(why)
        if follow:
            part(dialog, Tick, "ganti").click()
        press(qtbot, dialog, "akhiri_sekarang")
        said.append(labels(dialog))

    answer_dialogs(monkeypatch, answer)
    press(qtbot, page, "akhiri")
    return said[0]


def test_an_indikator_is_closed_and_taken_up_again(
    qtbot: QtBot, kantor: Kantor, page: PlanningPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.show_item("2026:1.2")
    end(qtbot, page, monkeypatch, follow=False)
    closed = planning.need(stored(kantor).rencana, "1.2")
    assert (closed.tidak_dipakai_sejak, closed.alasan_tidak_dipakai) == (date(2027, 1, 1), WHY)
    strip = part(page, Strip, "tidak_dipakai")
    assert f"Tidak dipakai sejak 1 Januari 2027. {WHY}" in strip.text()
    assert not part(page, QPushButton, "akhiri").isVisible()
    strip.linked.emit()
    assert planning.need(stored(kantor).rencana, "1.2").tidak_dipakai_sejak is None


def test_what_was_used_cannot_be_removed_and_says_why(kantor: Kantor, page: PlanningPage) -> None:
    page.show_item("2026:1.2")
    remove = part(page, QPushButton, "hapus")
    assert "sudah berisi realisasi" in why_not(remove)
    planner = kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN)
    planning.save_indikator(planner, 2026, Indikator("9.9", "Salah ketik"), stored(kantor).versi)
    page.load()
    page.show_item("2026:9.9")
    assert remove.isEnabled()


def test_a_reason_that_is_too_short_keeps_the_dialog(
    qtbot: QtBot, kantor: Kantor, page: PlanningPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.show_item("2026:1.2")
    assert "Alasan paling sedikit 15 huruf." in end(qtbot, page, monkeypatch, follow=False, why="pendek")
    assert planning.need(stored(kantor).rencana, "1.2").tidak_dipakai_sejak is None


def test_the_successor_begins_with_the_card_of_the_old_one(
    qtbot: QtBot, kantor: Kantor, page: PlanningPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    ctx = kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN)
    plan_lists.save_riwayat(ctx, 2026, [Riwayat("1.2", 2025, D(4), D(5))], stored(kantor).versi)
    plan_years.begin_year(ctx, 2027)
    page.load()
    page.show_item("2026:1.2")
    end(qtbot, page, monkeypatch, follow=True)
    qtbot.keyClicks(part(page, QLineEdit, "kode"), "1.9")
    press(qtbot, page, "simpan")
    rencana = stored(kantor, 2027).rencana
    assert planning.need(rencana, "1.9").menggantikan == "1.2"
    assert planning.find(rencana, "1.2") is None
    assert Riwayat("1.9", 2025, D(4), D(5), indikator_lama="1.2") in rencana.riwayat


def test_a_successor_waits_for_its_year(qtbot: QtBot, page: PlanningPage, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(one_indikator, "tell_fault", lambda _, galat: told.append(galat.sentence))
    page.show_item("2026:1.2")
    end(qtbot, page, monkeypatch, follow=True)
    assert "Buka tahun 2027" in told[0]


def test_saving_a_card_keeps_what_the_form_does_not_show(
    qtbot: QtBot, kantor: Kantor, page: PlanningPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.show_item("2026:1.2")
    end(qtbot, page, monkeypatch, follow=False)
    part(page, QPlainTextEdit, "aksi2").setPlainText("Menambah loket")
    press(qtbot, page, "simpan")
    saved = planning.need(stored(kantor).rencana, "1.2")
    assert (saved.aksi, saved.tidak_dipakai_sejak) == ((None, "Menambah loket", None, None), date(2027, 1, 1))


def test_the_copy_of_a_year_says_what_stays_behind(
    qtbot: QtBot, kantor: Kantor, page: PlanningPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def answer(dialog: Dialog) -> None:
        seen.append(labels(dialog))
        table = dialog.findChild(QTableWidget, "salinan")
        assert table is not None
        table.setFocus()
        qtbot.keyClick(table, Qt.Key.Key_Tab)
        assert not table.hasFocus()
        model = table.model()
        at = next(r for r in range(table.rowCount()) if str(model.index(r, 1).data()).startswith("1.2 "))
        model.setData(model.index(at, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
        seen.append(labels(dialog))
        press(qtbot, dialog, "buka_tahun")

    answer_dialogs(monkeypatch, answer)
    press(qtbot, page, "tambah_tahun")
    assert "tidak disalin" in seen[0]
    assert seen[0] != seen[1]
    assert planning.find(stored(kantor, 2027).rencana, "1.2") is None
    assert planning.find(stored(kantor, 2027).rencana, "1.1") is not None


def test_what_is_copied_is_filtered_and_ticks_out_of_sight_count(qtbot: QtBot) -> None:
    table = CopyTable(
        [Butir("Indikator", nama, disalin=True, kode=kode) for kode, nama in (("1.1", "Surat"), ("1.2", "Izin"))]
    )
    qtbot.addWidget(table)
    table.set_filter("izin")
    item = table.item(1, 0)
    assert item is not None
    item.setCheckState(Qt.CheckState.Unchecked)

    assert (table.tools.rows(), table.counted()) == ([["tidak", "Izin", ""]], (1, 2))
    assert (table.left_out(), table.copied()) == (frozenset({"1.2"}), 1)
