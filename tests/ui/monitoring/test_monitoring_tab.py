from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import collection, evidence
from kinerja_desktop.ui.monitoring.bars import BarsView
from kinerja_desktop.ui.monitoring.flow import FlowView
from kinerja_desktop.ui.monitoring.matrix import MatrixView
from kinerja_desktop.ui.monitoring.tab import MonitoringPage, make
from kinerja_desktop.ui.widgets.dialog import Dialog
from tests.evidence_files import pdf, put
from tests.ui.kantor import SEKSI, Kantor
from tests.ui.pages import NARROW, WIDE, cut_texts, labels, open_page, part, press
from tests.ui.scenes import copied, filling, opening


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
