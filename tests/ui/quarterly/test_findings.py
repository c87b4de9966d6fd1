"""What reading a report found stands beside its chapters; F8 leads to it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.isi_laporan import IsiLaporan
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import quarterly
from kinerja_desktop.ui.quarterly.tab import make
from tests.ui.chapters import current
from tests.ui.kantor import TW1
from tests.ui.pages import NARROW, cut_texts, open_page, part
from tests.ui.scenes import copied, opening

WORDS = "mengalami peningkatan"


def test_f8_opens_the_chapter_and_marks_the_words(qtbot: QtBot) -> None:
    ctx = copied(opening).ctx("rahma", Role.KASUBAG_PERENCANAAN)
    typed = IsiLaporan().typed_over("penutup", (f"Kinerja {WORDS} karena jadwal ditambah.",), ())
    quarterly.save_draft(ctx, TW1, typed, seen=0)
    page = open_page(qtbot, make, ctx, size=NARROW, item=TW1.label_tahun)

    assert any(button.text().startswith("Perlu Dibaca Ulang") for button in page.findChildren(QPushButton))
    text = part(page, QPlainTextEdit, "paragraf")
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    for _ in range(part(page, QTableView, "telaah").model().rowCount()):
        qtbot.keyClick(page, Qt.Key.Key_F8)
        if text.textCursor().selectedText() == WORDS:
            break
    assert current(page).startswith("VII. Penutup")
    assert text.textCursor().selectedText() == WORDS
    assert cut_texts(page) == []
