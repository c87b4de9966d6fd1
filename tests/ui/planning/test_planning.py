from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.indikator import Indikator, VersiRencana
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import plan_drafts, planning, workbook_export
from kinerja_desktop.services.planning import RencanaView
from kinerja_desktop.ui.dialogs import Alasan
from kinerja_desktop.ui.planning import tab as planning_tab
from kinerja_desktop.ui.planning.tab import PlanningPage, make
from kinerja_desktop.ui.widgets.edit_table import EditTable
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.listing import Listing
from kinerja_desktop.ui.widgets.strips import Strip
from tests.office import give_password
from tests.ui.kantor import Kantor
from tests.ui.pages import NARROW, WIDE, cut_texts, labels, open_page, part, press
from tests.ui.planning.parts import PARTS, open_part
from tests.ui.scenes import copied, opening


@pytest.fixture
def kantor() -> Kantor:
    return copied(opening)


@pytest.fixture
def page(qtbot: QtBot, kantor: Kantor) -> PlanningPage:
    return open_page(qtbot, make, kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN))


def stored(kantor: Kantor, tahun: int = 2026) -> RencanaView:
    return planning.load(kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN), tahun)


def fix(kantor: Kantor, page: PlanningPage) -> None:
    planning.fix_plan(kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN), 2026, stored(kantor).versi)
    page.load()


def type_into(qtbot: QtBot, page: PlanningPage, name: str, text: str) -> None:
    field = part(page, QLineEdit, name)
    field.clear()
    qtbot.keyClicks(field, text)


def budget(qtbot: QtBot, page: PlanningPage) -> EditTable:
    open_part(qtbot, page, "Anggaran")
    return part(page, EditTable, "anggaran")


def fill_row(table: EditTable, row: int, *texts: str) -> None:
    for column, text in enumerate(texts):
        table.model().setData(table.model().index(row, column), text)


# --- indikator -----------------------------------------------------------------------------------


def test_a_changed_target_is_kept(qtbot: QtBot, kantor: Kantor, page: PlanningPage) -> None:
    page.show_item("2026:1.2")
    type_into(qtbot, page, "tahun", "5.200")
    press(qtbot, page, "simpan")
    found = planning.find(stored(kantor).rencana, "1.2")
    assert found is not None
    assert str(found.target.tahun) == "5200"
    chosen = part(page, Listing, "daftar_indikator").current()
    assert chosen is not None
    assert chosen.kode == "1.2"


def test_a_figure_that_is_none_is_told_beside_its_field(qtbot: QtBot, kantor: Kantor, page: PlanningPage) -> None:
    before = stored(kantor).versi
    page.show_item("2026:1.1")
    type_into(qtbot, page, "tahun", "banyak")
    press(qtbot, page, "simpan")
    assert "Hanya angka" in labels(page)
    assert stored(kantor).versi == before


def test_a_new_indikator_needs_its_kode(qtbot: QtBot, kantor: Kantor, page: PlanningPage) -> None:
    press(qtbot, page, "tambah")
    before = len(stored(kantor).rencana.indikator)
    press(qtbot, page, "simpan")
    assert len(stored(kantor).rencana.indikator) == before
    type_into(qtbot, page, "kode", "9.9")
    part(page, QPlainTextEdit, "nama").setPlainText("Jumlah kunjungan")
    press(qtbot, page, "simpan")
    assert planning.find(stored(kantor).rencana, "9.9") is not None
    chosen = part(page, Listing, "daftar_indikator").current()
    assert chosen is not None
    assert chosen.kode == "9.9"


# --- versions and years --------------------------------------------------------------------------


def test_a_fixed_plan_is_changed_by_a_version(
    qtbot: QtBot, kantor: Kantor, page: PlanningPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    fix(kantor, page)
    asked = VersiRencana("Perubahan", date(2026, 9, 1), ())
    monkeypatch.setattr("kinerja_desktop.ui.planning.versions.ask_version", lambda *_: asked)
    press(qtbot, page, "perubahan")
    page.show_item("2026:1.2")
    version = part(page, QComboBox, "versi")
    version.setCurrentIndex(version.findData("Perubahan"))
    page.load()
    type_into(qtbot, page, "tahun", "5.000")
    press(qtbot, page, "simpan")
    rencana = stored(kantor).rencana
    assert str(planning.targets_in_force(rencana, "Perubahan")["1.2"].tahun) == "5000"
    assert str(planning.targets_in_force(rencana, planning.MURNI)["1.2"].tahun) == "4800"


def test_the_targets_of_a_fixed_plan_are_refused(
    qtbot: QtBot, kantor: Kantor, page: PlanningPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr("kinerja_desktop.ui.work.page.tell_fault", lambda _, galat: told.append(galat.sentence))
    fix(kantor, page)
    page.show_item("2026:1.2")
    type_into(qtbot, page, "tahun", "1")
    press(qtbot, page, "simpan")
    assert told
    assert not part(page, QPushButton, "tetapkan").isVisible()


def test_a_new_name_in_a_fixed_plan_asks_why(
    qtbot: QtBot, kantor: Kantor, page: PlanningPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    fix(kantor, page)
    page.show_item("2026:1.2")
    part(page, QPlainTextEdit, "nama").setPlainText("Jumlah akta kematian yang diterbitkan")
    answers = [None, "Nama diperjelas sesuai Renstra."]
    asked: list[str] = []

    def answer(_: object, question: Alasan) -> str | None:
        asked.append(question.heading)
        return answers.pop(0)

    monkeypatch.setattr("kinerja_desktop.ui.planning.why.ask_reason", answer)
    press(qtbot, page, "simpan")
    assert part(page, QPlainTextEdit, "nama").toPlainText() == "Jumlah akta kematian yang diterbitkan"
    press(qtbot, page, "simpan")
    assert asked == ["Mengapa nama indikator 1.2 diubah?"] * 2
    found = planning.find(stored(kantor).rencana, "1.2")
    assert found is not None
    assert found.nama == "Jumlah akta kematian yang diterbitkan"
    assert part(page, Label, "alasan_perubahan").text().endswith(": Nama diperjelas sesuai Renstra.")
    page.show_item("2026:1.1")
    assert not part(page, Label, "alasan_perubahan").isVisible()


def test_the_next_year_begins_with_the_indikator_of_this_one(
    qtbot: QtBot, kantor: Kantor, page: PlanningPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planning_tab, "ask_copy", lambda *_: frozenset({"1.2"}))
    press(qtbot, page, "tambah_tahun")
    assert part(page, QComboBox, "tahun_rencana").currentData() == 2027
    kode = {i.kode for i in stored(kantor).rencana.indikator}
    assert {i.kode for i in stored(kantor, 2027).rencana.indikator} == kode - {"1.2"}


# --- budget --------------------------------------------------------------------------------------


def test_budget_lines_are_typed_and_kept(qtbot: QtBot, kantor: Kantor, page: PlanningPage) -> None:
    table = budget(qtbot, page)
    press(qtbot, page, "tambah_anggaran")
    fill_row(table, 0, "7.01.01", "Program", "Program Pelayanan", "", "1.1; 1.2", "400.000.000", "80.000.000")
    press(qtbot, page, "simpan_anggaran")
    line = stored(kantor).anggaran[0]
    assert (line.kode, str(line.pagu), [str(n) for n in line.realisasi]) == (
        "7.01.01",
        "400000000",
        ["80000000", "None", "None", "None"],
    )


def test_a_wrong_figure_stops_the_save_and_stays_as_typed(qtbot: QtBot, kantor: Kantor, page: PlanningPage) -> None:
    table = budget(qtbot, page)
    press(qtbot, page, "tambah_anggaran")
    fill_row(table, 0, "7.01.01", "Program", "Program Pelayanan", "", "", "empat ratus juta")
    press(qtbot, page, "simpan_anggaran")
    assert "empat ratus juta" in part(page, Strip, "salah_anggaran").text()
    assert table.texts()[0][5] == "empat ratus juta"
    assert stored(kantor).anggaran == ()


def test_lines_are_pasted_from_excel(qtbot: QtBot, page: PlanningPage) -> None:
    table = budget(qtbot, page)
    press(qtbot, page, "tambah_anggaran")
    QGuiApplication.clipboard().setText("7.01\tKegiatan\tUmum\t\t\t1.000.000\n7.02\tKegiatan\tKedua")
    table.setCurrentCell(0, 0)
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().clear()
    assert table.texts()[0][:6] == ("7.01", "Kegiatan", "Umum", "", "", "1.000.000")
    assert table.texts()[1][:3] == ("7.02", "Kegiatan", "Kedua")


def test_a_line_is_taken_away(qtbot: QtBot, kantor: Kantor, page: PlanningPage) -> None:
    table = budget(qtbot, page)
    for n in range(2):
        press(qtbot, page, "tambah_anggaran")
        fill_row(table, n, f"7.0{n}", "Program", "Program", "", "", "1")
    table.setCurrentCell(0, 0)
    press(qtbot, page, "hapus_anggaran")
    qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert [line.kode for line in stored(kantor).anggaran] == ["7.01"]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["100%", "125%"])
def test_nothing_is_cut(qtbot: QtBot, kantor: Kantor, size: object) -> None:
    page = open_page(qtbot, make, kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN), size=size)  # type: ignore[arg-type]
    for name in PARTS:
        open_part(qtbot, page, name)
        assert cut_texts(page) == [], name


# --- workbooks -----------------------------------------------------------------------------------


@pytest.fixture
def workbook(kantor: Kantor, tmp_path: Path) -> Path:
    """The plan as the office exports it."""
    file = tmp_path / "rencana-2026.xlsx"
    give_password(
        kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN).office, kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN).actor.id
    )
    workbook_export.export_workbook(kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN), file, 2026)
    return file


def retype(file: Path, old: str | int, new: str) -> None:
    """Change every cell of that content."""
    book = load_workbook(file)
    for sheet in book:
        for cell in (c for line in sheet.iter_rows() for c in line if c.value == old):
            cell.value = new
    book.save(file)


def name_of(kantor: Kantor, kode: str) -> str:
    return next(i.nama for i in stored(kantor).rencana.indikator if i.kode == kode)


def test_a_workbook_is_shown_before_it_is_taken(
    qtbot: QtBot, kantor: Kantor, page: PlanningPage, workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after = name_of(kantor, "1.1"), "Persentase permohonan yang tepat waktu"
    retype(workbook, before, after)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(workbook), ""))
    press(qtbot, page, "impor")
    assert page.go_back()
    assert part(page, QPushButton, "impor").hasFocus()
    assert not page.go_back()
    assert name_of(kantor, "1.1") == before
    press(qtbot, page, "impor")
    press(qtbot, page, "terapkan")
    press(qtbot, page, "selesai")
    assert name_of(kantor, "1.1") == after
    assert after in [i.nama for i in rows_of(page)]


def rows_of(page: PlanningPage) -> list[Indikator]:
    things = part(page, Listing, "daftar_indikator").things
    found = (things.thing(row) for row in range(things.rowCount()))
    return [i for i in found if isinstance(i, Indikator)]


def test_undo_of_a_card_outlives_another_card(page: PlanningPage, qtbot: QtBot) -> None:
    page.show_item("2026:1.1")
    nama = part(page, QPlainTextEdit, "nama")
    before = nama.toPlainText()
    qtbot.keyClicks(nama, "Baru ")
    page.show_item("2026:1.2")
    page.show_item("2026:1.1")
    assert nama.toPlainText() == f"Baru {before}"
    qtbot.keyClick(nama, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert nama.toPlainText() == before
    page.hide()
    assert not plan_drafts.load(page.ctx(), 2026).isi
