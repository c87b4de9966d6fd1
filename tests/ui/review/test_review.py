from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit, QPushButton, QScrollBar, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.workflow import Action, Status
from kinerja_desktop.services import review, section_report
from kinerja_desktop.services.changes import Change
from kinerja_desktop.ui.review.approve_dialog import ApproveDialog
from kinerja_desktop.ui.review.model import TAHUN_LALU, TW_LALU
from kinerja_desktop.ui.review.panel import ReviewPanel
from kinerja_desktop.ui.review.return_dialog import ReturnDialog
from kinerja_desktop.ui.review.tab import ReviewPage, make
from kinerja_desktop.ui.widgets.allowing import why_not
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.fields import ComboBox
from kinerja_desktop.ui.widgets.grid.cells import CellState, GridGroup
from kinerja_desktop.ui.widgets.grid.view import GridView
from kinerja_desktop.ui.widgets.grouped_list import GroupedListView
from kinerja_desktop.ui.widgets.pdf_pages import PdfPages
from kinerja_desktop.ui.widgets.segments import Segmented
from kinerja_desktop.ui.widgets.strips import Strip
from tests.ui.kantor import SANDI, TW2, Kantor, jam
from tests.ui.pages import NARROW, WIDE, cut_texts, labels, open_page, part, press, silent
from tests.ui.scenes import copied, opening, reporting, reviewing

ALASAN = "Realisasi kegiatan pelayanan keliling belum sama dengan berita acara."


@pytest.fixture
def kantor() -> Kantor:
    return copied(reviewing)


@pytest.fixture
def page(qtbot: QtBot, kantor: Kantor) -> ReviewPage:
    made = open_page(qtbot, make, kantor.kabid(), item=kantor.case())
    made.changed.connect(made.refresh)
    return made


def grid(page: ReviewPage) -> GridView:
    return part(page, GridView, "angka_laporan")


def kodes(page: ReviewPage) -> list[str]:
    model = grid(page).grid
    return [model.row_key(model.index(at, 0)) for at in range(model.rowCount()) if not model.is_group(at)]


def status(kantor: Kantor, seksi: str = "pelayanan") -> Status:
    return review.load(kantor.kabid(), kantor.case(TW2, seksi)).kepala.status


def during(monkeypatch: pytest.MonkeyPatch, act: Callable[[Dialog], None]) -> None:
    """Do something in the next dialogs instead of waiting for a person; the dialog closes as it would."""

    def exec_(dialog: Dialog) -> int:
        dialog.show()
        act(dialog)
        answered = dialog.result()
        dialog.hide()
        return answered

    monkeypatch.setattr(Dialog, "exec", exec_)


def click(qtbot: QtBot, dialog: Dialog, name: str) -> None:
    press(qtbot, dialog, name)


# --- showing -----------------------------------------------------------------------------------


def test_a_report_is_opened_by_one_press_of_the_mouse(qtbot: QtBot, kantor: Kantor) -> None:
    page = open_page(qtbot, make, kantor.kabid())
    part(page, GroupedListView, "menunggu").choose(kantor.case())
    press(qtbot, page, "periksa_laporan")
    assert page.case_id == kantor.case()


def test_several_reports_stand_in_a_list_and_one_opens(qtbot: QtBot, kantor: Kantor) -> None:
    page = open_page(qtbot, make, kantor.kabid())
    listed = part(page, GroupedListView, "menunggu")
    assert listed.isVisible()
    assert listed.rows.row_count() == 4
    listed.choose(kantor.case(TW2, "pelayanan"))
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert grid(page).isVisible()
    assert page.go_back()
    assert listed.isVisible()
    assert not page.go_back()


def test_nothing_waits(qtbot: QtBot) -> None:
    page = open_page(qtbot, make, copied(opening).kabid())
    assert "Tidak ada laporan yang menunggu pemeriksaan." in labels(page)


def test_changed_figures_stand_beside_those_before_the_return(page: ReviewPage) -> None:
    model = grid(page).grid
    cells = {kode: model.cell(model.index_of(kode, "realisasi")) for kode in kodes(page)}
    changed = {kode: (cell.previous, cell.text) for kode, cell in cells.items() if cell.state is CellState.BERUBAH}
    assert changed == {"1.3": ("812", "512"), "1.5": ("3", "5")}
    headings = [item.trailing for at in range(model.rowCount()) if isinstance(item := model.item(at), GridGroup)]
    assert headings == ["rata-rata 98,17%", "rata-rata 66,67%"]


def test_the_model_keeps_the_rules_of_models(page: ReviewPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(grid(page).grid)


def test_the_panel_tells_formula_versions_and_what_became_of_the_note(page: ReviewPage) -> None:
    grid(page).go_to("1.5", "no")
    words = labels(page)
    for piece in (
        "(2 × 4 − 5) ÷ 4 × 100 = <b>75,00%</b>, Sedang.",
        "Rumus N1: makin rendah makin baik.",
        "Versi 3 (sekarang)",
        "5 → capaian 75,00%",
        "Register pengaduan mencatat 5, bukan 3. Cocokkan.",
        "Ditandai sudah diperbaiki",
    ):
        assert piece in words, piece


def test_what_changed_says_that_nothing_did(qtbot: QtBot, kantor: Kantor) -> None:
    page = open_page(qtbot, make, kantor.kabid(), item=kantor.case(TW2, "pemerintahan"))
    buttons = {button.text(): button for button in part(page, Segmented, "tampilan").findChildren(QPushButton)}
    qtbot.mouseClick(buttons["Yang berubah  0"], Qt.MouseButton.LeftButton)
    assert not grid(page).isVisible()
    assert "Tidak ada angka yang berubah." in labels(page)
    qtbot.mouseClick(buttons["Angka"], Qt.MouseButton.LeftButton)
    assert grid(page).isVisible()


def test_the_views_show_what_changed_and_the_words(qtbot: QtBot, page: ReviewPage) -> None:
    views = part(page, Segmented, "tampilan")
    buttons = {button.text(): button for button in views.findChildren(QPushButton)}
    qtbot.mouseClick(buttons["Yang berubah  2"], Qt.MouseButton.LeftButton)
    assert kodes(page) == ["1.3", "1.5"]
    qtbot.mouseClick(buttons["Halaman laporan"], Qt.MouseButton.LeftButton)
    assert not grid(page).isVisible()
    assert page.findChild(PdfPages) is not None


def test_the_words_open_at_once_when_asked_for(qtbot: QtBot, kantor: Kantor) -> None:
    page = open_page(qtbot, make, kantor.kabid(), item=f"{kantor.case()}:halaman")
    assert part(page, Segmented, "tampilan").key() == "halaman"


def test_f_goes_to_the_next_row_worth_a_look_and_enter_decides_nothing(
    qtbot: QtBot, kantor: Kantor, page: ReviewPage
) -> None:
    grid(page).setFocus()
    grid(page).go_to("1.3", "no")
    walked = []
    for _ in range(3):
        qtbot.keyClick(grid(page), Qt.Key.Key_F)
        walked.append(grid(page).current_row_key())
    qtbot.keyClick(grid(page), Qt.Key.Key_Return)
    assert walked == ["1.5", "2.2", "1.3"]
    assert status(kantor) is Status.SUBMITTED


# --- notes -------------------------------------------------------------------------------------


def test_a_note_is_pinned_to_its_row_and_kept(qtbot: QtBot, kantor: Kantor, page: ReviewPage) -> None:
    grid(page).go_to("2.1", "no")
    qtbot.keyClick(grid(page), Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    field = part(page, QPlainTextEdit, "catatan_saya")
    assert QApplication.focusWidget() is field
    qtbot.keyClicks(field, "Cocokkan berita acara.")
    page.hide()
    assert [(c.kode, c.teks) for c in review.load(kantor.kabid(), kantor.case()).catatan_draf] == [
        ("2.1", "Cocokkan berita acara.")
    ]
    model = grid(page).grid
    assert model.cell(model.index_of("2.1", "no")).note == "Anda memberi catatan."
    grid(page).go_to("1.1", "no")
    assert field.toPlainText() == ""
    grid(page).go_to("2.1", "no")
    field.undo()
    assert field.toPlainText() == "", "what was typed can be undone after another row was looked at"


def test_loading_and_looking_write_nothing(qtbot: QtBot, kantor: Kantor, page: ReviewPage) -> None:
    head = kantor.head()
    for _ in range(9):
        qtbot.keyClick(grid(page), Qt.Key.Key_Down)
    page.load()
    page.hide()
    assert kantor.head() == head
    assert review.load(kantor.kabid(), kantor.case()).versi_draf == 0


# --- returning ---------------------------------------------------------------------------------


def test_a_return_needs_a_reason_and_carries_the_notes(
    qtbot: QtBot, kantor: Kantor, page: ReviewPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page._notes.write("2.1", "Berita acara mencatat 3.")

    def fill(dialog: Dialog) -> None:
        assert isinstance(dialog, ReturnDialog)
        assert "Ini pengembalian ke-3." in labels(dialog)
        assert not dialog.act.isEnabled()
        assert dialog.act.toolTip() == "Alasan: masih kurang 15 huruf"
        qtbot.keyClicks(part(dialog, QPlainTextEdit, "alasan"), "Belum sama")
        assert dialog.act.toolTip() == "Alasan: masih kurang 5 huruf"
        qtbot.keyClicks(part(dialog, QPlainTextEdit, "alasan"), " dengan berita acara.")
        click(qtbot, dialog, "kembalikan_laporan")

    during(monkeypatch, fill)
    qtbot.keyClick(page, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    assert status(kantor) is Status.RETURNED
    after = part(page, Strip, "sesudah")
    assert after.text() == "Dikembalikan hari ini 15.12."
    after.linked.emit()
    assert status(kantor) is Status.SUBMITTED
    assert page._notes.by_kode == {"2.1": "Berita acara mencatat 3."}


def test_notes_are_added_and_changed_in_the_dialog(
    qtbot: QtBot, kantor: Kantor, page: ReviewPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: Dialog) -> None:
        qtbot.keyClicks(part(dialog, QPlainTextEdit, "alasan"), ALASAN)
        click(qtbot, dialog, "tambah_catatan")
        cut_texts(dialog)  # the layout comes to rest
        assert not any(bar.isVisible() for bar in dialog.findChildren(QScrollBar)), "the field has its room"
        part(dialog, ComboBox, "catatan_untuk").setCurrentIndex(4)
        qtbot.keyClicks(part(dialog, QPlainTextEdit, "isi_catatan"), "Lampirkan log.")
        assert not part(dialog, QPushButton, "kembalikan_laporan").isEnabled()
        click(qtbot, dialog, "simpan_catatan")
        click(qtbot, dialog, "ubah_1.4")
        assert why_not(part(dialog, ComboBox, "catatan_untuk")).startswith("Catatan ini tetap pada indikatornya.")
        assert silent(dialog) == []
        qtbot.keyClicks(part(dialog, QPlainTextEdit, "isi_catatan"), " Segera.")
        click(qtbot, dialog, "simpan_catatan")
        dialog.reject()

    during(monkeypatch, fill)
    press(qtbot, page, "kembalikan")
    page._keeper.flush()
    kept = review.load(kantor.kabid(), kantor.case())
    assert kept.kepala.status is Status.SUBMITTED
    assert (kept.alasan_draf, [(c.kode, c.teks.count("Lampirkan log.")) for c in kept.catatan_draf]) == (
        ALASAN,
        [("1.4", 1)],
    )


def test_esc_leads_from_a_note_to_the_dialog_and_not_out_of_it(
    qtbot: QtBot, page: ReviewPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    def fill(dialog: Dialog) -> None:
        click(qtbot, dialog, "tambah_catatan")
        qtbot.keyClick(part(dialog, QPlainTextEdit, "isi_catatan"), Qt.Key.Key_Escape)
        seen.append(dialog.isVisible())
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        seen.append(dialog.isVisible())

    during(monkeypatch, fill)
    press(qtbot, page, "kembalikan")

    assert seen == [True, False]


# --- approving ---------------------------------------------------------------------------------


def tick_all(qtbot: QtBot, dialog: Dialog) -> None:
    for name in ("bukti", "wajar", "faktor"):
        box = part(dialog, QCheckBox, name)
        qtbot.keyClick(box, Qt.Key.Key_Space)


def test_approving_needs_three_ticks_and_the_own_password(
    qtbot: QtBot, kantor: Kantor, page: ReviewPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def fill(dialog: Dialog) -> None:
        if not isinstance(dialog, ApproveDialog):
            shown.append(type(dialog).__name__)
            return
        assert not any(box.isChecked() for box in dialog.findChildren(QCheckBox))
        assert not any(button.isDefault() for button in dialog.findChildren(QPushButton))
        assert not dialog.act.isEnabled()
        tick_all(qtbot, dialog)
        qtbot.keyClicks(part(dialog, QLineEdit, "sandi"), "bukan sandi")
        click(qtbot, dialog, "setujui_laporan")
        assert dialog.isVisible()
        assert "Sandi Anda tidak cocok." in labels(dialog)
        kantor.now(jam(7, 14, 15, 20))
        part(dialog, QLineEdit, "sandi").setText(SANDI)
        qtbot.keyClick(part(dialog, QLineEdit, "sandi"), Qt.Key.Key_Return)
        assert dialog.isVisible()
        assert dialog.act.hasFocus(), "Enter decides nothing, it leads on"
        click(qtbot, dialog, "setujui_laporan")

    monkeypatch.setattr("kinerja_desktop.domain.sandi.wait_after", lambda _: jam(1, 1, 1) - jam(1, 1, 1))
    monkeypatch.setattr("kinerja_desktop.services.auth.wait_after", lambda _: jam(1, 1, 1) - jam(1, 1, 1))
    during(monkeypatch, fill)
    qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    assert status(kantor) is Status.APPROVED
    after = part(page, Strip, "sesudah")
    assert after.text() == "Disetujui hari ini 15.20."
    assert not part(page, QPushButton, "setujui").isVisible()
    press(qtbot, page, "cetak_keputusan")
    assert shown == ["SlipDialog"]
    after.linked.emit()
    assert status(kantor) is Status.SUBMITTED
    assert part(page, QPushButton, "setujui").isVisible()


def test_an_own_report_is_not_approved_while_somebody_else_could(
    qtbot: QtBot, kantor: Kantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("kinerja_desktop.ui.review.tab.tell_fault", lambda _, fault: told.append(fault.sentence))
    page = open_page(qtbot, make, kantor.kabid(), item=kantor.case())
    assert page._view is not None
    own = page._view
    page._view = replace(own, laporan_sendiri=True, pemeriksa_lain="Rahma Teladan, S.E.")
    press(qtbot, page, "setujui")
    assert told[0].endswith("atau catat pengecualian. Yang dapat memeriksa: Rahma Teladan, S.E.")


def test_an_own_report_that_nobody_else_can_check_takes_a_recorded_exception(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    kantor = copied(reporting)
    kantor.give_role("andi", seksi="pelayanan")
    kantor.submit(jam(7, 14, 9), by="andi")
    page = open_page(qtbot, make, kantor.kabid(), item=kantor.case())

    def fill(dialog: Dialog) -> None:
        tick_all(qtbot, dialog)
        part(dialog, QLineEdit, "sandi").setText(SANDI)
        assert not part(dialog, QPushButton, "setujui_laporan").isEnabled()
        qtbot.keyClicks(part(dialog, QPlainTextEdit, "catatan"), "Hari ini tidak ada pejabat lain.")
        click(qtbot, dialog, "setujui_laporan")

    during(monkeypatch, fill)
    press(qtbot, page, "setujui")
    assert status(kantor) is Status.APPROVED


# --- a report that moved on --------------------------------------------------------------------


def resubmit(kantor: Kantor) -> None:
    """The Kasubag takes his report back and hands in another version."""
    ctx = kantor.kasubag()
    kantor.now(jam(7, 14, 15, 13))
    section_report.withdraw(ctx, kantor.case(), seen=section_report.load(ctx, kantor.case()).kepala.versi)
    kantor.submit(jam(7, 14, 15, 14), figures={"1.3": "520"})


def test_a_stale_version_is_refused_with_both_shown_and_the_words_kept(
    qtbot: QtBot, kantor: Kantor, page: ReviewPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    resubmit(kantor)
    told: list[str] = []

    def fill(dialog: Dialog) -> None:
        if isinstance(dialog, ReturnDialog):
            qtbot.keyClicks(part(dialog, QPlainTextEdit, "alasan"), ALASAN)
            click(qtbot, dialog, "kembalikan_laporan")
        else:
            told.append(labels(dialog))

    during(monkeypatch, fill)
    press(qtbot, page, "kembalikan")
    assert "Anda membaca versi 3, kini ada versi 4. Catatan Anda tetap ada." in told[0]
    assert "512 520" in told[0]
    assert status(kantor) is Status.SUBMITTED
    assert page._notes.alasan == ALASAN
    strip = part(page, Strip, "berganti")
    assert "kini ada versi 4" in strip.text()
    model = grid(page).grid
    assert model.cell(model.index_of("1.3", "realisasi")).text == "512"

    during(monkeypatch, lambda dialog: click(qtbot, dialog, "buka_versi_baru"))
    strip.linked.emit()
    model = grid(page).grid
    assert model.cell(model.index_of("1.3", "realisasi")).text == "520"
    assert page._notes.alasan == ALASAN
    assert strip.isHidden()


def test_what_others_change_does_not_replace_what_is_read(kantor: Kantor, page: ReviewPage) -> None:
    resubmit(kantor)
    page.refresh(frozenset({Change.CASE}))
    assert "kini ada versi 4" in part(page, Strip, "berganti").text()
    assert not page._may(Action.APPROVE)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["100%", "125%"])
def test_no_text_is_cut(qtbot: QtBot, kantor: Kantor, size: QSize, monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_page(qtbot, make, kantor.kabid(), size=size, item=kantor.case())
    for kode in kodes(page):
        grid(page).go_to(kode, "no")
        assert cut_texts(page) == [], kode
    cut: list[str] = []
    during(monkeypatch, lambda dialog: cut.extend(cut_texts(dialog)))
    press(qtbot, page, "kembalikan")
    press(qtbot, page, "setujui")
    assert cut == []


def test_a_click_on_the_cell_of_the_evidence_opens_it(
    qtbot: QtBot, kantor: Kantor, page: ReviewPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = Bukti("https://contoh.example/register")
    view = review.load(kantor.kabid(), kantor.case())
    opened: list[Bukti] = []
    monkeypatch.setattr("kinerja_desktop.ui.review.tab.open_evidence", lambda _, __, bukti: opened.append(bukti))
    periksa = next(row for group in view.kelompok for row in group.baris if row.baris.kode == "1.2")
    with_link = replace(periksa, isi=replace(periksa.isi, bukti=(link,)))
    monkeypatch.setattr("kinerja_desktop.ui.review.report.baris_of", lambda _: {"1.2": with_link, "1.1": periksa})
    table = grid(page)
    for column in ("nama", "bukti"):
        table.go_to("1.1", "no")
        at = table.visualRect(table.grid.index_of("1.2", column)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert opened == ([link] if column == "bukti" else [])


def test_evidence_that_lacks_is_no_green_tick(page: ReviewPage) -> None:
    told = next(one for one in page.findChildren(QWidget) if one.accessibleName().startswith("Bukti ada pada"))
    assert told.accessibleName() == "Bukti ada pada 5 dari 7; belum 1.4, 2.1: belum"


def test_at_125_per_cent_every_figure_to_compare_is_seen_without_scrolling(qtbot: QtBot, kantor: Kantor) -> None:
    page = open_page(qtbot, make, kantor.kabid(), size=NARROW, item=kantor.case())
    shown = grid(page)
    seen = [shown.grid.columns[at].key for at in shown.tools.seen()]
    assert shown.horizontalScrollBar().maximum() == 0
    assert {"nama", "target", "realisasi", "capaian", "kategori", TW_LALU, TAHUN_LALU} <= set(seen)
    assert "satuan" not in seen
    shown.go_to("1.3", "no")
    assert "surat" in labels(part(page, ReviewPanel, "panel"))


def test_a_figure_without_a_column_stands_in_the_panel(qtbot: QtBot, kantor: Kantor) -> None:
    page = open_page(qtbot, make, kantor.kabid(), item=kantor.case())
    panel, shown = part(page, ReviewPanel, "panel"), grid(page)
    shown.go_to("1.3", "no")
    assert "TW I 2026" not in labels(panel)
    shown.tools.set_hidden(shown.grid.column_of(TW_LALU), hidden=True)
    assert "TW I 2026 488" in labels(panel)
