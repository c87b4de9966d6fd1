from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
)
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import quarterly
from kinerja_desktop.services.reports import LaporanView
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.quarterly.tab import make
from kinerja_desktop.ui.runner import Calls, InlineRunner, Job, Ticket
from kinerja_desktop.ui.widgets.allowing import why_not
from kinerja_desktop.ui.widgets.edit_table import EditTable
from kinerja_desktop.ui.widgets.stops import enter
from kinerja_desktop.ui.widgets.strips import Strip
from kinerja_desktop.ui.work import report_page
from kinerja_desktop.ui.work.report_page import ReportPage
from kinerja_desktop.ui.work.trash import TrashDialog
from tests.ui.chapters import chapter, state, titles
from tests.ui.kantor import SEKSI, TW1, TW2, Kantor, jam
from tests.ui.pages import NARROW, WIDE, cut_texts, labels, open_page, part, press, silent
from tests.ui.scenes import copied, opening

T = TypeVar("T")
Page = ReportPage[object]


@pytest.fixture
def kantor() -> Kantor:
    return copied(opening)


@pytest.fixture
def page(qtbot: QtBot, kantor: Kantor) -> Page:
    return shown(qtbot, kantor)


def shown(qtbot: QtBot, kantor: Kantor, role: Role = Role.KASUBAG_PERENCANAAN, who: str = "rahma") -> Page:
    page = open_page(qtbot, make, kantor.ctx(who, role))
    period = part(page, QComboBox, "masa")
    period.setCurrentIndex(period.findText("Triwulan I 2026"))
    page.load()
    return page  # type: ignore[return-value]  # the page of a quarter, whose type the tests do not need


def stored(kantor: Kantor) -> LaporanView:
    return quarterly.load(kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN), TW1)


def table(page: Page) -> EditTable:
    chapter(page, "Tabel 4")
    return part(page, EditTable, "rekomendasi")


def test_the_table_of_recommendations_stands_below_its_words(page: Page) -> None:
    names = titles(page)
    assert len(set(names)) == len(names)
    assert [name.partition(".")[0] for name in names] == ["I", "II", "III", "IV", "V", "VI", "VI", "VII", "Lampiran C"]
    assert names[6] == "VI. Rekomendasi: Tabel 4"


def test_a_typed_chapter_is_kept_and_shown_again(qtbot: QtBot, kantor: Kantor, page: Page) -> None:
    field = chapter(page, "I. Pendahuluan")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Pendahuluan yang ditulis sendiri.")
    press(qtbot, page, "susun")
    again = shown(qtbot, kantor)
    assert chapter(again, "I. Pendahuluan").toPlainText() == "Pendahuluan yang ditulis sendiri."
    assert state(again, "I. Pendahuluan") == "disunting"
    assert state(again, "VII. Penutup") == "ditulis program"


def test_typed_text_is_given_back_to_the_figures(qtbot: QtBot, kantor: Kantor, page: Page) -> None:
    made = chapter(page, "I. Pendahuluan").toPlainText()
    qtbot.keyClicks(chapter(page, "I. Pendahuluan"), "X")
    press(qtbot, page, "kembalikan_kalimat")
    assert chapter(page, "I. Pendahuluan").toPlainText() == made
    assert not any(bab.diketik for bab in stored(kantor).bab)


def test_words_given_back_a_moment_after_they_were_typed_can_be_brought_back(
    qtbot: QtBot, kantor: Kantor, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = chapter(page, "I. Pendahuluan")
    assert not part(page, QPushButton, "pulihkan_tulisan").isVisible()
    field.setPlainText("Pendahuluan yang ditulis sendiri.")
    press(qtbot, page, "kembalikan_kalimat")
    shown_there: list[str] = []

    def answer(dialog: TrashDialog) -> int:
        shown_there.append(part(dialog, QPlainTextEdit, "isi_buangan").toPlainText())
        press(qtbot, dialog, "pulihkan_isian")
        return 1

    monkeypatch.setattr(TrashDialog, "exec", answer)
    press(qtbot, page, "pulihkan_tulisan")
    assert shown_there == ["Pendahuluan yang ditulis sendiri."]
    assert field.toPlainText() == "Pendahuluan yang ditulis sendiri."
    assert not part(page, QPushButton, "pulihkan_tulisan").isVisible()
    assert [bab.judul for bab in stored(kantor).bab if bab.diketik] == ["I. Pendahuluan"]


def test_text_is_kept_when_another_tab_is_opened(qtbot: QtBot, kantor: Kantor, page: Page) -> None:
    qtbot.keyClicks(chapter(page, "VII. Penutup"), "Tambahan. ")
    page.hide()
    assert {bab.kunci for bab in stored(kantor).bab if bab.diketik} == {"penutup"}


def test_rows_of_recommendations_are_added_typed_and_removed(qtbot: QtBot, kantor: Kantor, page: Page) -> None:
    rows = table(page)
    before = rows.rowCount()
    press(qtbot, page, "tambah_rekomendasi")
    for column, text in enumerate(("Menambah petugas loket", "Kasi Pelayanan", "30 Juni 2026")):
        rows.model().setData(rows.model().index(before, column), text)
    page.hide()
    last = stored(kantor).rekomendasi[-1]
    assert (last.teks, last.penanggung_jawab, last.batas_waktu) == (
        "Menambah petugas loket",
        "Kasi Pelayanan",
        "30 Juni 2026",
    )
    page.show()
    rows.setCurrentCell(before, 0)
    press(qtbot, page, "hapus_rekomendasi")
    page.hide()
    assert len(stored(kantor).rekomendasi) == before


def test_recommendations_are_given_back_to_the_program(qtbot: QtBot, kantor: Kantor, page: Page) -> None:
    before = stored(kantor).rekomendasi
    press_rows = table(page)
    press(qtbot, page, "tambah_rekomendasi")
    press_rows.model().setData(press_rows.model().index(press_rows.rowCount() - 1, 0), "Sendiri")
    press(qtbot, page, "kembalikan_rekomendasi")
    assert stored(kantor).rekomendasi == before
    assert not stored(kantor).rekomendasi_diketik


def test_no_number_before_somebody_looked_at_the_pages(
    qtbot: QtBot, kantor: Kantor, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_page, "confirm", lambda *_: True)
    press(qtbot, page, "susun")
    fix = part(page, QPushButton, "tetapkan")
    assert not fix.isEnabled()
    part(page, QCheckBox, "sudah_memeriksa").setChecked(True)
    press(qtbot, page, "tetapkan")
    paper = stored(kantor).dokumen
    assert paper is not None
    assert paper.nomor
    assert part(page, QPushButton, "cetak").isVisible()
    assert page.focusWidget() is part(page, QPushButton, "cetak"), "printing comes next"
    assert not fix.isVisible()


def test_the_question_says_that_the_number_is_written_by_hand(
    qtbot: QtBot, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(report_page, "confirm", lambda _, question: asked.append(question.heading))
    press(qtbot, page, "susun")
    number = part(page, QComboBox, "nomor")
    number.setCurrentIndex(1)
    number.activated.emit(1)
    part(page, QCheckBox, "sudah_memeriksa").setChecked(True)
    press(qtbot, page, "tetapkan")
    assert asked == ["Tetapkan laporan dengan nomor yang ditulis tangan?"]


def test_other_pages_must_be_looked_at_anew(qtbot: QtBot, page: Page) -> None:
    press(qtbot, page, "susun")
    ticked = part(page, QCheckBox, "sudah_memeriksa")
    ticked.setChecked(True)
    number = part(page, QComboBox, "nomor")
    number.setCurrentIndex(2)
    number.activated.emit(2)
    assert not ticked.isChecked()
    assert why_not(part(page, QLineEdit, "tanggal")).startswith("Tanggal ditulis tangan.")
    assert silent(page) == []


def test_escape_leads_from_the_pages_back_to_the_chapters(qtbot: QtBot, page: Page) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.is_previewing()
    assert page.caption() == "Pratinjau Laporan Triwulan I 2026"
    assert page.go_back()
    assert not page.is_previewing()


def test_the_shown_file_is_saved(qtbot: QtBot, page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "laporan.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    press(qtbot, page, "susun")
    press(qtbot, page, "simpan_pdf")
    assert target.read_bytes().startswith(b"%PDF")


def test_the_camat_reads_and_cannot_write(qtbot: QtBot, kantor: Kantor) -> None:
    page = shown(qtbot, kantor, Role.CAMAT, "andi")
    assert chapter(page, "I. Pendahuluan").isReadOnly()
    press(qtbot, page, "susun")
    assert not part(page, QPushButton, "tetapkan").isVisible()


def test_missing_seksi_are_named_and_nothing_is_compiled_without_any(qtbot: QtBot, kantor: Kantor) -> None:
    kantor.assign(TW2, jam(7, 10, 8, 2))
    page = open_page(qtbot, make, kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN))
    period = part(page, QComboBox, "masa")
    period.setCurrentIndex(period.findText("Triwulan II 2026"))
    page.load()
    assert all(seksi.nama in part(page, Strip, "kurang").text() for seksi in SEKSI[:2])
    assert not part(page, QPushButton, "susun").isEnabled()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["100%", "125%"])
def test_nothing_is_cut(qtbot: QtBot, kantor: Kantor, size: object) -> None:
    page = shown(qtbot, kantor)
    page.resize(size)  # type: ignore[call-overload]  # one of two sizes
    page.set_narrow(narrow=size == NARROW)
    assert cut_texts(page) == []
    press(qtbot, page, "susun")
    assert cut_texts(page) == []
    assert "Kertas dan tanda tangan" in labels(page)
    assert page.findChildren(QLabel)


def test_f6_stops_at_chapters_words_acts_and_in_the_preview_at_pages_and_choices(qtbot: QtBot, page: Page) -> None:
    def entered() -> list[str]:
        names = []
        for area in page.areas():
            enter(area)
            focus = QApplication.focusWidget()
            names.append(focus.objectName() or focus.accessibleName() if focus else "")
        return names

    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    before = entered()
    press(qtbot, page, "susun")
    qtbot.waitUntil(page.is_previewing)

    assert before == ["bab", "paragraf", "susun"]
    assert entered() == ["Halaman dokumen", "kertas"]


def test_a_chapter_that_cannot_be_written_looks_locked(qtbot: QtBot, kantor: Kantor) -> None:
    reader = shown(qtbot, kantor, Role.CAMAT, "andi")

    assert chapter(reader, "I. Pendahuluan").property("locked") == "true"


def test_undo_of_a_chapter_outlives_another_chapter_and_what_was_saved(page: Page, qtbot: QtBot) -> None:
    field = chapter(page, "I. Pendahuluan")
    before = field.toPlainText()
    field.moveCursor(QTextCursor.MoveOperation.End)
    field.insertPlainText("\n\nKalimat baru.  ")
    chapter(page, "Tabel 4")
    page.hide()  # saves
    page.show()
    page.load()
    field = chapter(page, "I. Pendahuluan")
    assert "Kalimat baru." in field.toPlainText()
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == before


class Waiting(InlineRunner):
    """Holds every job back until it is asked for: what a slow PC does."""

    def __init__(self) -> None:
        self.held: list[Callable[[], object]] = []

    def start(self, job: Job[T], calls: Calls[T], *, writes: bool = False) -> Ticket:
        self.held.append(partial(super().start, job, calls, writes=writes))
        return Ticket()

    def release(self, number: int = 0) -> None:
        self.held.pop(number)()


def slow_page(qtbot: QtBot, kantor: Kantor) -> tuple[Page, Waiting]:
    ctx, runner = kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN), Waiting()
    page = make(Desk(lambda: ctx, runner))
    qtbot.addWidget(page)
    page.resize(WIDE)
    page.load()
    page.show()
    qtbot.waitExposed(page)
    return page, runner  # type: ignore[return-value]  # the page of a quarter, whose type the tests do not need


def test_a_report_is_read_beside_the_window(qtbot: QtBot, kantor: Kantor) -> None:
    page, runner = slow_page(qtbot, kantor)
    assert titles(page) == []
    assert not part(page, QPushButton, "susun").isVisible()
    enter(page)
    runner.release()
    assert "I. Pendahuluan" in titles(page)
    assert part(page, QPushButton, "susun").isVisible()
    page.load()
    assert not runner.held  # what is shown is read again at once


def test_a_period_that_was_left_while_it_was_read_is_not_shown(qtbot: QtBot, kantor: Kantor) -> None:
    page, runner = slow_page(qtbot, kantor)
    page.show_item("Triwulan I 2026")
    assert len(runner.held) == 2
    runner.release()
    assert not part(page, QPushButton, "susun").isVisible()
    runner.release()
    assert page._view is not None
    assert page._view.triwulan == TW1


def test_the_work_begins_where_it_would_have_been_at_once(qtbot: QtBot, kantor: Kantor) -> None:
    page, runner = slow_page(qtbot, kantor)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    enter(page)  # as the window does with a tab that has nothing yet
    assert page.focusWidget() is part(page, QComboBox, "masa")
    runner.release()
    assert page.focusWidget() is part(page, QTreeWidget, "bab")


def test_what_was_typed_a_moment_ago_stays_with_its_period(qtbot: QtBot, kantor: Kantor, page: Page) -> None:
    qtbot.keyClicks(chapter(page, "VII. Penutup"), "Tambahan. ")
    page.show_item("Triwulan II 2026")
    assert {bab.kunci for bab in stored(kantor).bab if bab.diketik} == {"penutup"}
    assert not any(bab.diketik for bab in quarterly.load(kantor.ctx("rahma", Role.KASUBAG_PERENCANAAN), TW2).bab)
