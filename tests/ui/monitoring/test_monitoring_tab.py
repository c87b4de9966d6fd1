from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.indikator import Seksi
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Langkah
from kinerja_desktop.services import collection, evidence
from kinerja_desktop.services.monitoring import BarisWaktuSeksi, KeadaanLangkah, SelWaktu
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.monitoring import columns
from kinerja_desktop.ui.monitoring.bars import BarsView
from kinerja_desktop.ui.monitoring.flow import FlowView
from kinerja_desktop.ui.monitoring.matrix import MatrixView
from kinerja_desktop.ui.monitoring.tab import FLOW, TIMES, MonitoringPage, make
from kinerja_desktop.ui.theme import Mode
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.segments import Segmented
from kinerja_desktop.ui.work.paper_dialog import PaperDialog
from tests.evidence_files import pdf, put
from tests.ui.conftest import InstallTheme
from tests.ui.kantor import SEKSI, Kantor, jam
from tests.ui.pages import NARROW, WIDE, cut_texts, labels, open_page, part, press
from tests.ui.scenes import copied, filling, opening, reviewing


@pytest.fixture
def kantor() -> Kantor:
    return copied(filling)


@pytest.fixture
def page(qtbot: QtBot, kantor: Kantor) -> MonitoringPage:
    return open_page(qtbot, make, kantor.kabid())


def test_every_unit_has_a_row(page: MonitoringPage, qtmodeltester: ModelTester) -> None:
    matrix = part(page, MatrixView, "matriks").matrix
    qtmodeltester.check(matrix)
    assert {row.seksi.kode for row in matrix.rows} == {seksi.kode for seksi in SEKSI}


def test_a_row_is_opened_where_the_kabid_looks_at_reports(qtbot: QtBot, page: MonitoringPage, kantor: Kantor) -> None:
    matrix = part(page, MatrixView, "matriks")
    matrix.go_to(kantor.case())
    if not matrix.is_reported(kantor.case()):
        return
    with qtbot.waitSignal(page.tab_wanted) as wanted:
        qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert wanted.args == ["pemeriksaan", kantor.case()]


def test_a_step_with_several_berkas_leads_to_the_matrix(qtbot: QtBot, page: MonitoringPage) -> None:
    flow, matrix = part(page, FlowView, "alur"), part(page, MatrixView, "matriks")
    flow.setFocus()
    with qtbot.waitSignal(flow.pressed) as pressed:
        qtbot.keyClick(flow, Qt.Key.Key_Right)
        qtbot.keyClick(flow, Qt.Key.Key_Return)
    case_ids = pressed.args[0] if pressed.args else ()
    assert len(case_ids) > 1
    assert matrix.currentIndex().isValid()


def test_a_step_at_which_nothing_stands_shows_its_times(qtbot: QtBot, page: MonitoringPage) -> None:
    flow, matrix = part(page, FlowView, "alur"), part(page, MatrixView, "matriks")
    flow.press(0)
    assert (matrix.currentIndex().row(), matrix.currentIndex().column()) == (0, 1)
    assert part(page, QLabel, "waktu_dijelaskan").text().startswith(f"{matrix.matrix.rows[0].seksi.nama}, langkah 1")
    with qtbot.waitSignal(page.tab_wanted) as wanted:
        flow.press(5)
    assert wanted.args == ["laporan_triwulan", ""]


def test_the_sixth_step_leads_to_the_report_of_the_quarter(qtbot: QtBot, page: MonitoringPage) -> None:
    with qtbot.waitSignal(page.tab_wanted) as wanted:
        part(page, FlowView, "alur").pressed.emit(("laporan-ini",))
    assert wanted.args == ["laporan_triwulan", "laporan-ini"]


def test_the_time_of_a_cell_is_explained_below_the_matrix(qtbot: QtBot, page: MonitoringPage) -> None:
    matrix, told = part(page, MatrixView, "matriks"), part(page, QLabel, "waktu_dijelaskan")
    assert told.text().startswith("Pilih satu waktu")
    matrix.go_to(matrix.matrix.rows[0].case_id or "")
    qtbot.keyClick(matrix, Qt.Key.Key_Right)
    name = matrix.matrix.rows[0].seksi.nama
    assert told.text().startswith(f"{name}, langkah 1 Tugas: Selesai ")
    assert "Batas SOP 15 menit" in told.text()
    before = told.text()
    page.tick()
    assert told.text() == before, "a minute later the cell is still chosen"


def test_the_matrix_is_sorted_and_filtered_like_every_list(page: MonitoringPage, kantor: Kantor) -> None:
    matrix = part(page, MatrixView, "matriks")
    names = [row.seksi.nama for row in matrix.matrix.rows]
    matrix.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    assert [row.seksi.nama for row in matrix.matrix.rows] == sorted(names, key=str.casefold, reverse=True)
    matrix.set_filter(names[0])
    page.tick()
    assert [row.seksi.nama for row in matrix.matrix.rows] == [names[0]], "a minute later it is still filtered"
    matrix.filter_line.field.setText(names[0])
    matrix.go_to(kantor.case())
    assert len(matrix.matrix.rows) == len(names), "what is wanted behind the filter is shown"
    assert matrix.matrix.rows[matrix.currentIndex().row()].case_id == kantor.case()


def test_flow_and_bars_say_in_words_what_they_paint(page: MonitoringPage) -> None:
    assert "Menugaskan" in part(page, FlowView, "alur").accessibleDescription()
    assert "Meningkatnya" in part(page, BarsView, "batang").accessibleDescription()


def test_an_earlier_quarter_is_chosen(page: MonitoringPage) -> None:
    quarter = part(page, QComboBox, "triwulan")
    at = quarter.findText("Triwulan I 2026")
    quarter.setCurrentIndex(at)
    quarter.activated.emit(at)
    page.tick()
    assert quarter.currentText() == "Triwulan I 2026"


def test_the_camat_and_the_planner_may_look_too(qtbot: QtBot, kantor: Kantor) -> None:
    for who, role in (("andi", Role.CAMAT), ("rahma", Role.KASUBAG_PERENCANAAN)):
        assert part(open_page(qtbot, make, kantor.ctx(who, role)), MatrixView, "matriks").matrix.rows


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["100%", "125%"])
def test_nothing_is_cut(qtbot: QtBot, kantor: Kantor, size: object) -> None:
    page = open_page(qtbot, make, kantor.kabid(), size=size)  # type: ignore[arg-type]
    assert cut_texts(page) == []


def look_at(page: MonitoringPage, key: str) -> None:
    chosen = part(page, Segmented, "bagian")
    chosen.choose(key)
    chosen.chosen.emit(key)


def seen(page: MonitoringPage) -> list[bool]:
    """Whether flow, times and bars are in sight."""
    QApplication.processEvents()
    named = ((FlowView, "alur"), (MatrixView, "matriks"), (BarsView, "batang"))
    return [part(page, kind, name).isVisible() for kind, name in named]


def test_a_low_window_shows_flow_and_times_apart(qtbot: QtBot, kantor: Kantor, page: MonitoringPage) -> None:
    assert seen(page) == [True, True, True]
    low = open_page(qtbot, make, kantor.kabid(), size=NARROW)
    assert seen(low) == [True, False, False]
    look_at(low, TIMES)
    assert seen(low) == [False, True, False]
    assert cut_texts(low) == []
    low.set_narrow(narrow=False)
    low.resize(WIDE)
    assert seen(low) == [True, True, True]


def test_a_step_leads_to_the_times_of_a_low_window(qtbot: QtBot, kantor: Kantor) -> None:
    low = open_page(qtbot, make, kantor.kabid(), size=NARROW)
    part(low, FlowView, "alur").pressed.emit((kantor.case(), "lain"))
    assert seen(low) == [False, True, False]


@pytest.mark.parametrize(("factor", "size"), [(1.0, WIDE), (1.0, NARROW), (1.25, WIDE), (1.5, QSize(1366, 544))])
def test_no_time_and_no_name_is_shortened(
    qtbot: QtBot, install_theme: InstallTheme, factor: float, size: QSize, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_theme(Mode.TERANG, factor)
    page = open_page(qtbot, make, copied(reviewing).kabid(), size=size)
    page.set_narrow(narrow=theme.current().scale.is_narrow(size.width()))
    assert cut_texts(page) == []
    shortened: list[str] = []
    elide = QFontMetrics.elidedText

    def watched(metrics: QFontMetrics, text: str, *how: object) -> str:
        shortened.append(text)
        return elide(metrics, text, *how)  # type: ignore[arg-type]

    monkeypatch.setattr(QFontMetrics, "elidedText", watched)
    for key in (FLOW, TIMES):
        if part(page, Segmented, "bagian").offers(key):
            look_at(page, key)
            assert cut_texts(page) == []
            page.grab()
    assert shortened == []


def test_late_times_are_told_shortly_before_any_word_is_cut() -> None:
    late = SelWaktu(Langkah.TUGAS, KeadaanLangkah.TERLAMBAT, "terlambat 12 hari", "", "+12 hari")
    row = BarisWaktuSeksi(Seksi("PMD", "Seksi Pemberdayaan Masyarakat dan Desa"), None, "", True, (late,) * 5)
    heads = [("1 Tugas", "15 menit")] * 5
    rooms = {room: columns.widths([row], heads, room) for room in (1200, 900, 760, 640)}

    def said(room: int) -> str:
        return columns.fitting(late, rooms[room][1] - theme.px(columns.LEFT + columns.RIGHT))

    assert [said(room) for room in rooms] == ["terlambat 12 hari"] * 2 + ["+12 hari"] * 2
    assert all(sum(widths) == room for room, widths in rooms.items())


def test_a_year_without_a_plan_says_what_has_to_happen(qtbot: QtBot) -> None:
    kantor = copied(opening)
    kantor.now(jam(7, 12, 8).replace(year=2027))
    page = open_page(qtbot, make, kantor.kabid())
    assert "belum berisi indikator" in part(page, EmptyState, "tanpa_unit").text()
    assert not part(page, MatrixView, "matriks").isVisible()
    assert "selesai" not in part(page, FlowView, "alur").accessibleDescription()


@pytest.mark.parametrize("by_key", [False, True])
def test_the_summary_of_the_chosen_quarter_is_shown_to_be_printed(
    qtbot: QtBot, page: MonitoringPage, monkeypatch: pytest.MonkeyPatch, *, by_key: bool
) -> None:
    shown: list[tuple[str, bytes]] = []
    monkeypatch.setattr(PaperDialog, "exec", lambda dialog: shown.append((dialog.windowTitle(), dialog.pdf[:5])))
    if by_key:
        page.window().activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    else:
        press(qtbot, page, "ringkasan")
    assert shown == [("Ringkasan Triwulan II 2026", b"%PDF-")]


def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What dialogs say, which close at once."""
    told: list[str] = []

    def exec_(dialog: Dialog) -> int:
        told.append(labels(dialog))
        return 0

    monkeypatch.setattr(Dialog, "exec", exec_)
    return told


@pytest.mark.parametrize("gone", [False, True])
def test_evidence_of_the_chosen_quarter_is_exported(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, gone: bool
) -> None:
    kantor = copied(filling)
    kept = evidence.add_file(kantor.analis(), put(tmp_path, "Register.pdf", pdf()))
    view = collection.load(kantor.analis(), kantor.case())
    kantor.put([replace(view.isi.of("1.3"), bukti=(kept,))])
    kantor.type(kantor.clock.waktu, {"1.6": "80", "2.1": "2"})
    kantor.complete()
    kantor.hand_in_bahan(kantor.clock.waktu)
    if gone:
        kantor.office.store.evidence.path(kept.sha256).unlink()
    told = heard(monkeypatch)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    page = open_page(qtbot, make, kantor.kabid())
    press(qtbot, page, "ekspor_bukti")
    assert (f"{0 if gone else 1} berkas bukti dan daftarnya sudah disalin" in told[0]) is True
    assert ("«Register.pdf» hilang" in told[0]) is gone
    assert (tmp_path / "bukti-dukung-2-2026" / "daftar-bukti.xlsx").is_file()


def test_a_quarter_without_evidence_says_so(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = heard(monkeypatch)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    press(qtbot, open_page(qtbot, make, copied(opening).kabid()), "ekspor_bukti")
    assert "Belum ada bukti dukung yang diajukan" in told[0]


def test_a_width_set_by_hand_is_kept_and_the_others_share_the_rest(page: MonitoringPage) -> None:
    page.findChildren(Segmented)[0].choose(TIMES)
    matrix = part(page, MatrixView, "matriks")
    wide = matrix.columnWidth(1) + 60
    matrix.setColumnWidth(1, wide)
    matrix.horizontalHeader().let_go.emit()  # type: ignore[attr-defined]
    assert matrix.columnWidth(1) == wide
    again = MatrixView()
    again.resize(matrix.size())
    again.show_rows(matrix.matrix.all, matrix.matrix.heads)
    assert abs(again.columnWidth(1) - wide) <= 1
    matrix.tools.reset()
    assert matrix.columnWidth(1) < wide


def test_a_step_is_remembered_by_what_it_is_and_not_by_its_limit(page: MonitoringPage) -> None:
    """A revision of the SOP changes the head of a column; two heads may be the same words."""
    matrix = part(page, MatrixView, "matriks")
    matrix.horizontalHeader().setSortIndicator(2, Qt.SortOrder.DescendingOrder)
    matrix.tools.set_hidden(3, hidden=True)
    matrix.setColumnWidth(1, wide := matrix.columnWidth(1) + 60)
    matrix.horizontalHeader().let_go.emit()  # type: ignore[attr-defined]
    ordered = [row.seksi.kode for row in matrix.matrix.rows]

    revised = [("1 Tugas", "2 hari"), *[("2 Perintah", "1 hari")] * (len(matrix.matrix.heads) - 1)]
    again = MatrixView()
    again.resize(matrix.size())
    again.show_rows(matrix.matrix.all, revised)
    assert again.columnWidth(1) == wide
    assert [at for at in range(6) if again.isColumnHidden(at)] == [3]
    assert [row.seksi.kode for row in again.matrix.rows] == ordered
    matrix.tools.reset()


def test_names_stay_in_the_order_that_was_chosen(page: MonitoringPage) -> None:
    matrix = part(page, MatrixView, "matriks")
    matrix.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    again = MatrixView()
    again.show_rows(matrix.matrix.all, matrix.matrix.heads)
    assert [row.seksi.kode for row in again.matrix.rows] == [row.seksi.kode for row in matrix.matrix.rows]
    matrix.tools.reset()
