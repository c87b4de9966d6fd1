from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.lembar import evaluate
from kinerja_desktop.domain.workflow import Status
from kinerja_desktop.services import section_report
from kinerja_desktop.ui.compilation.suggest import sentence
from kinerja_desktop.ui.compilation.tab import CompilationPage, make
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.grid.cells import CellState
from kinerja_desktop.ui.widgets.grid.view import GridView
from kinerja_desktop.ui.widgets.segments import Segmented
from kinerja_desktop.ui.widgets.strips import Strip
from tests.ui.kantor import TW2, Kantor, jam
from tests.ui.pages import NARROW, WIDE, cut_texts, labels, open_page, part, press
from tests.ui.running import entered, window
from tests.ui.scenes import copied, filling, ordered, repairing, reporting

REALISASI = "realisasi"


@pytest.fixture
def kantor() -> Kantor:
    return copied(reporting)


def opened(qtbot: QtBot, kantor: Kantor) -> CompilationPage:
    made = open_page(qtbot, make, kantor.kasubag())
    made.changed.connect(made.refresh)
    return made


@pytest.fixture
def page(qtbot: QtBot, kantor: Kantor) -> CompilationPage:
    return opened(qtbot, kantor)


def grid(page: CompilationPage) -> GridView:
    return part(page, GridView, "lembar")


def view(kantor: Kantor) -> section_report.LaporanSeksiView:
    return section_report.load(kantor.kasubag(), kantor.case())


def type_into(qtbot: QtBot, page: CompilationPage, kode: str, typed: str) -> None:
    grid(page).go_to(kode, REALISASI)
    grid(page).setFocus()
    qtbot.keyClicks(grid(page), typed[0])
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, typed[1:])
    qtbot.keyClick(field, Qt.Key.Key_Return)


def choose(qtbot: QtBot, page: CompilationPage, words: str) -> None:
    views = part(page, Segmented, "tampilan")
    button = next(b for b in views.findChildren(QPushButton) if b.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def during(monkeypatch: pytest.MonkeyPatch, act: Callable[[Dialog], None]) -> None:
    def exec_(dialog: Dialog) -> int:
        dialog.show()
        act(dialog)
        answered = dialog.result()
        dialog.hide()
        return answered

    monkeypatch.setattr(Dialog, "exec", exec_)


# --- figures -----------------------------------------------------------------------------------


def test_it_tells_whose_bahan_and_how_complete(page: CompilationPage) -> None:
    assert page._from.text() == "Bahan dari Budi Contoh 13 Juli 10.55 (9 dari 9 indikator)"


def test_the_model_keeps_the_rules_of_models(page: CompilationPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(grid(page).grid)


def test_a_changed_figure_stands_beside_that_of_the_analyst(
    qtbot: QtBot, kantor: Kantor, page: CompilationPage
) -> None:
    type_into(qtbot, page, "1.2", "1.250")
    model = grid(page).grid
    cell = model.cell(model.index_of("1.2", REALISASI))
    assert (cell.state, cell.previous, cell.text) == (CellState.BERUBAH, "1.287", "1.250")
    grid(page).go_to("1.2", REALISASI)
    assert "Angka bahan 1.287 · naik 86 dari 1.164" in labels(page)
    page.keeper.flush()
    assert [(b.kode, b.dari_teks, b.ke_teks) for b in view(kantor).beda_bahan] == [("1.2", "1.287", "1.250")]


def test_f8_leads_to_the_rows_of_which_nothing_was_said(qtbot: QtBot, page: CompilationPage) -> None:
    page.put(replace(page.sheet.isi.of("2.1"), faktor_penghambat=""))
    assert page._footer.reason() == "Belum dapat diajukan: uraian 2.1 kosong."
    qtbot.keyClick(page, Qt.Key.Key_F8)
    assert grid(page).current_row_key() == "2.1"
    assert QApplication.focusWidget() is part(page, QPlainTextEdit, "faktor_pendukung")


def test_looking_around_writes_nothing(qtbot: QtBot, kantor: Kantor, page: CompilationPage) -> None:
    head = kantor.head()
    for words in ("Uraian", "Halaman laporan", "Angka"):
        choose(qtbot, page, words)
    page.load()
    page.hide()
    assert kantor.head() == head
    assert view(kantor).versi_draf == 0


# --- words -------------------------------------------------------------------------------------


def test_a_proposed_sentence_is_taken_and_kept(qtbot: QtBot, kantor: Kantor, page: CompilationPage) -> None:
    choose(qtbot, page, "Uraian")
    field = part(page, QPlainTextEdit, "uraian")
    qtbot.keyClicks(field, "Data dari register.")
    press(qtbot, page, "pakai_1.5")
    taken = field.toPlainText()
    assert taken.startswith("Data dari register. ")
    assert "3 pengaduan" in taken
    assert not part(page, QPushButton, "pakai_1.5").isEnabled()
    assert field.hasFocus()
    page.keeper.flush()
    assert view(kantor).isi.uraian == taken
    choose(qtbot, page, "Halaman laporan")
    assert taken in labels(page)


def test_a_report_that_was_handed_in_takes_no_more_proposals(
    qtbot: QtBot, kantor: Kantor, page: CompilationPage
) -> None:
    type_into(qtbot, page, "1.1", "92")
    choose(qtbot, page, "Uraian")
    offered = part(page, QPushButton, "pakai_1.5")
    assert offered.isEnabled()
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert view(kantor).kepala.status is Status.SUBMITTED
    assert not part(page, QPushButton, "pakai_1.5").isEnabled()


def test_sentences_follow_the_state_of_the_figures(page: CompilationPage) -> None:
    sheet = page.sheet
    said = {kode: sentence(sheet.baris[kode], sheet.isi.of(kode), sheet.sel[kode], TW2) for kode in sheet.baris}
    assert said["1.1"] == (
        "Persentase permohonan yang selesai tepat waktu Triwulan II sebesar 91,85%, 2,15 poin di bawah target 94,00%, "
        "sehingga capaiannya 97,71% (Sangat Tinggi)."
    )
    assert said["1.5"] == (
        "Pengaduan masyarakat yang belum selesai dapat ditekan menjadi 3 pengaduan, 1 pengaduan di bawah batas "
        "4 pengaduan; capaiannya 125,00% (Sangat Tinggi)."
    )
    assert said["2.2"] == (
        "Capaian nilai survei kepuasan loket daring tidak dapat dihitung karena survei daring belum dilaksanakan "
        "karena aplikasi diperbaiki."
    )
    assert said["2.3"] == ""
    empty = replace(sheet.isi.of("2.2"), alasan_kosong=None)
    assert sentence(sheet.baris["2.2"], empty, evaluate(sheet.baris["2.2"], empty), TW2) == ""


def test_paragraphs_beyond_the_limit_stay_on_the_screen(qtbot: QtBot, kantor: Kantor, page: CompilationPage) -> None:
    choose(qtbot, page, "Uraian")
    part(page, QPlainTextEdit, "uraian").setPlainText("y" * 4001)
    with qtbot.waitSignal(page.saved) as told:
        assert not page.keeper.flush()
    assert "Uraian berisi 4001 huruf" in told.args[0].text
    assert view(kantor).isi.uraian == ""
    page.load()
    assert len(part(page, QPlainTextEdit, "uraian").toPlainText()) == 4001


# --- handing in --------------------------------------------------------------------------------


def test_the_report_goes_to_the_kabid_and_can_be_taken_back(
    qtbot: QtBot, kantor: Kantor, page: CompilationPage
) -> None:
    type_into(qtbot, page, "1.1", "92")
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    after = part(page, Strip, "sesudah")
    assert after.text() == "Laporan diajukan kepada Andi Umpama, S.IP. hari ini 08.30."
    assert view(kantor).kepala.status is Status.SUBMITTED
    after.linked.emit()
    assert view(kantor).kepala.status is Status.BAHAN_SUBMITTED
    assert grid(page).grid.cell(grid(page).grid.index_of("1.1", REALISASI)).text == "92,00"


def test_a_returned_report_waits_for_every_tick(qtbot: QtBot) -> None:
    kantor = copied(repairing)
    page = opened(qtbot, kantor)
    assert "2 catatan" in part(page, Strip, "tanda_kembali").text()
    submit = part(page, QPushButton, "ajukan")
    assert (submit.text(), submit.isEnabled()) == ("Ajukan Kembali", False)
    assert grid(page).current_row_key() == "1.3", "the work begins at the first note"
    grid(page).go_to("1.1", REALISASI)
    part(page, Strip, "tanda_kembali").linked.emit()
    assert grid(page).current_row_key() == "1.3"
    QApplication.processEvents()
    for tick in page.findChildren(QCheckBox, "sudah_diperbaiki"):
        if tick.isVisible():
            qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert submit.isEnabled()
    press(qtbot, page, "ajukan")
    assert view(kantor).kepala.label == "Diajukan Kembali (ke-1)"


def test_an_approved_report_is_handed_over(qtbot: QtBot, kantor: Kantor) -> None:
    kantor.submit(jam(7, 14, 9))
    kantor.approve(jam(7, 14, 9, 40))
    page = opened(qtbot, kantor)
    assert not part(page, QPushButton, "ajukan").isVisible()
    press(qtbot, page, "serahkan")
    assert view(kantor).kepala.status is Status.HANDED_OVER
    assert part(page, Strip, "sesudah").text().startswith("Laporan diserahkan kepada Rahma Teladan, S.E.")


# --- bahan back and forth ----------------------------------------------------------------------


def test_bahan_goes_back_with_a_reason_and_notes(
    qtbot: QtBot, kantor: Kantor, page: CompilationPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: Dialog) -> None:
        act = part(dialog, QPushButton, "kembalikan_bahan")
        assert not act.isEnabled()
        qtbot.keyClicks(part(dialog, QPlainTextEdit, "alasan"), "Lampirkan rekap waktu layanan.")
        qtbot.keyClicks(part(dialog, QLineEdit, "catatan_1.4"), "Rekap Juni.")
        qtbot.mouseClick(act, Qt.MouseButton.LeftButton)

    during(monkeypatch, fill)
    press(qtbot, page, "kembalikan_bahan")
    assert view(kantor).kepala.status is Status.BAHAN_RETURNED
    assert "Budi Contoh masih punya waktu sampai" in labels(page)
    part(page, Strip, "sesudah").linked.emit()
    assert view(kantor).kepala.status is Status.BAHAN_SUBMITTED


def test_newer_bahan_keeps_the_words_and_names_the_figures(qtbot: QtBot, kantor: Kantor) -> None:
    page = opened(qtbot, kantor)
    page.put(replace(page.sheet.isi.of("1.1"), tindak_lanjut="Tambah loket."))
    page.keeper.flush()
    kantor.return_bahan(jam(7, 14, 8, 40), "Cocokkan lagi dengan register.")
    kantor.type(jam(7, 14, 9), {"1.2": "1.300"})
    kantor.complete()
    kantor.hand_in_bahan(jam(7, 14, 9, 10))
    page = opened(qtbot, kantor)
    assert "periksa 1 angka yang berbeda: 1.2 (1.287 → 1.300)." in part(page, Strip, "bahan_baru").text()
    assert page.sheet.isi.of("1.1").tindak_lanjut == "Tambah loket."


def test_while_the_analyst_has_time_it_says_so(qtbot: QtBot) -> None:
    page = opened(qtbot, copied(filling))
    assert "Bahan sedang diperbaiki." in page._empty.text()  # it came back
    assert not part(page, QPushButton, "ajukan").isVisible()


def test_after_a_return_enter_takes_nothing_back(qtbot: QtBot) -> None:
    """The way back is a link above the page; the focus must not fall on it by itself."""
    kantor = copied(reporting)
    who = kantor.kasubag().actor.id
    with kantor.office.store.read() as unit:
        siti = unit.people.get(who).pengguna
    assert siti is not None
    kantor.let_in(siti)
    main = window(entered(qtbot, kantor, siti))
    main.open_tab("laporan_seksi")
    page = main.page()
    assert isinstance(page, CompilationPage)
    seen = section_report.load(page.ctx(), page.case_id).kepala.versi
    why = "Cocokkan lagi dengan register."
    assert page.attempt(lambda: section_report.return_bahan(page.ctx(), page.case_id, why, (), seen=seen))
    focus = main.focusWidget()
    assert focus is not None
    assert not any(strip.isAncestorOf(focus) for strip in page.findChildren(Strip))
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert section_report.load(page.ctx(), page.case_id).kepala.status is Status.BAHAN_RETURNED


def test_an_order_not_passed_on_leads_to_disposisi(qtbot: QtBot) -> None:
    kantor = copied(ordered)
    page = opened(qtbot, kantor)
    with qtbot.waitSignal(page.tab_wanted) as wanted:
        page._empty.pressed.emit()
    assert wanted.args == ["disposisi", kantor.case()]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["100%", "125%"])
@pytest.mark.parametrize("scene", [reporting, repairing], ids=["baru", "kembali"])
def test_no_text_is_cut(qtbot: QtBot, scene: Callable[[], Kantor], size: QSize) -> None:
    page = open_page(qtbot, make, copied(scene).kasubag(), size=size)
    for words in ("Angka", "Uraian", "Halaman laporan"):
        choose(qtbot, page, words)
        assert cut_texts(page) == [], words


def test_the_page_of_words_writes_target_and_realisasi_alike(qtbot: QtBot, page: CompilationPage) -> None:
    choose(qtbot, page, "Halaman laporan")
    shown = labels(page)

    assert "Target 94,00%, realisasi 91,85%" in shown
    assert "Target 80,00 skor, belum ada realisasi." in shown


def test_handing_in_from_the_page_of_words_gives_the_focus_to_no_hidden_sheet(
    qtbot: QtBot, page: CompilationPage
) -> None:
    choose(qtbot, page, "Halaman laporan")
    page.take_open_cell()

    assert not grid(page).hasFocus()
