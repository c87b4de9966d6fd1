"""Pages of a real PDF on screen and on paper."""

import io
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, Qt
from PySide6.QtGui import QAccessible, QPageSize, QPainter, QPdfWriter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QComboBox, QListWidget, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from kinerja_desktop.ui.printer import print_pdf
from kinerja_desktop.ui.widgets.pdf_pages import PdfPages
from tests.ui.pages import part
from tests.ui.printing import print_into

PAGES = 3


def made_pdf() -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    for n in range(PAGES):
        if n:
            writer.newPage()
        painter.drawRect(100, 100, 500, 500)
    painter.end()
    return bytes(buffer.data().data())


@pytest.fixture
def pages(qtbot: QtBot) -> PdfPages:
    made = PdfPages()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.set_pdf(made_pdf())
    return made


def test_every_page_has_its_number_and_its_small_picture(qtbot: QtBot, pages: PdfPages) -> None:
    small = pages.findChild(QListWidget)
    assert small is not None
    assert [small.item(n).text() for n in range(small.count())] == ["1", "2", "3"]
    qtbot.waitUntil(lambda: not small.item(PAGES - 1).icon().isNull())


def test_turning_stops_at_both_ends(qtbot: QtBot, pages: PdfPages) -> None:
    where = pages.findChild(QComboBox)
    assert where is not None
    with qtbot.waitSignal(pages.page_shown):
        pages.go_to(2)
    assert where.currentText() == "3 dari 3"
    pages.go_to(7)
    pages.go_to(-1)
    assert where.currentText() == "3 dari 3"


def test_another_file_begins_at_its_first_page(pages: PdfPages) -> None:
    pages.go_to(1)
    pages.set_pdf(made_pdf())
    where = pages.findChild(QComboBox)
    assert where is not None
    assert where.currentText() == "1 dari 3"


def test_paper_gets_every_page_in_its_own_size(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    target = tmp_path / "cetak.pdf"
    print_into(target, monkeypatch)
    assert print_pdf(parent, made_pdf(), "Laporan")
    printed = QPdfDocument()
    printed.load(str(target))
    assert printed.pageCount() == PAGES
    size = printed.pagePointSize(0)
    assert (round(size.width()), round(size.height())) == (420, 595)


def test_a_screen_reader_is_told_the_words_of_the_page_and_may_go_through_them(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    pages = PdfPages()
    qtbot.addWidget(pages)
    pages.show()
    pages.set_pdf(_of_words("Nota Dinas", "Lampiran"))
    view = part(pages, QPdfView, "")
    assert view.accessibleDescription() == "Nota Dinas"
    part(pages, QPushButton, "baca_teks").click()
    words = part(pages, QPlainTextEdit, "")
    assert (words.isVisible(), view.isVisible(), words.toPlainText()) == (True, False, "Nota Dinas")
    pages.go_to(1)
    assert words.toPlainText() == "Lampiran"


def _of_words(*texts: str) -> bytes:
    made = io.BytesIO()
    paper = Canvas(made)
    for text in texts:
        paper.drawString(72, 700, text)
        paper.showPage()
    paper.save()
    return made.getvalue()


@pytest.mark.parametrize("fitted", ["Lebar halaman", "Satu halaman"])
def test_a_step_begins_at_the_size_that_is_seen_and_the_box_tells_it(
    qtbot: QtBot, pages: PdfPages, fitted: str
) -> None:
    view, zoom = pages.findChild(QPdfView), pages.findChildren(QComboBox)[1]
    assert view is not None

    def high() -> int:
        return view.verticalScrollBar().maximum()

    zoom.setCurrentText(fitted)
    zoom.activated.emit(zoom.currentIndex())
    before = high()
    qtbot.keyClick(pages, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: high() < before)
    assert zoom.currentText().endswith("%")
