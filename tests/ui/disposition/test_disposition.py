import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.workflow import Status
from kinerja_desktop.services import disposition
from kinerja_desktop.ui.disposition.tab import DispositionPage, make
from kinerja_desktop.ui.widgets.fields import ComboBox
from kinerja_desktop.ui.widgets.strips import Strip
from tests.ui.kantor import Kantor, found, jam
from tests.ui.pages import NARROW, WIDE, cut_texts, labels, open_page, part, press
from tests.ui.scenes import copied, ordered


@pytest.fixture
def kantor() -> Kantor:
    return copied(ordered)


@pytest.fixture
def page(qtbot: QtBot, kantor: Kantor) -> DispositionPage:
    made = open_page(qtbot, make, kantor.kasubag())
    made.changed.connect(made.refresh)
    return made


def view(kantor: Kantor) -> disposition.DisposisiView:
    return disposition.load(kantor.kasubag(), kantor.case())


def send(page: DispositionPage) -> QPushButton:
    return part(page, QPushButton, "disposisikan")


def test_it_tells_what_came_from_whom_and_when(page: DispositionPage) -> None:
    words = labels(page)
    assert "Penyusunan laporan data kinerja Triwulan II 2026" in words
    assert "Dari Andi Umpama, S.IP., Camat Kelara · sifat Segera" in words
    assert "Indikator yang dilaporkan (9)" in words
    assert page._head.limit_text() == "hari ini sampai 08.17 · masih 3 menit"


def test_the_only_analyst_is_ticked_and_named_on_the_button(page: DispositionPage) -> None:
    assert send(page).text() == "Disposisikan kepada Budi Contoh"


def test_the_order_goes_out_and_comes_back(qtbot: QtBot, kantor: Kantor, page: DispositionPage) -> None:
    qtbot.keyClicks(part(page, QPlainTextEdit, "catatan"), "Cocokkan dengan register.")
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert view(kantor).kepala.status is Status.ORDERED
    after = part(page, Strip, "sesudah")
    assert after.text() == "Disposisikan kepada Budi Contoh, batas 13 Juli 16.00."
    assert not send(page).isVisible()
    after.linked.emit()
    assert view(kantor).kepala.status is Status.ASSIGNED
    assert send(page).isVisible()


def test_without_an_analyst_nothing_is_sent(qtbot: QtBot, page: DispositionPage) -> None:
    box = next(box for box in page.findChildren(QCheckBox) if box.isVisible())
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert not send(page).isEnabled()
    assert send(page).toolTip() == "Pilih analis yang mengumpulkan bahan."


def test_what_is_chosen_is_kept(qtbot: QtBot, kantor: Kantor, page: DispositionPage) -> None:
    qtbot.keyClicks(part(page, QPlainTextEdit, "catatan"), "Segera.")
    page.hide()
    assert view(kantor).draf.catatan == "Segera."


def test_several_analysts_share_the_rows_out(qtbot: QtBot, kantor: Kantor) -> None:
    kantor.add_analyst("Dewi Kiranya", "pelayanan")
    page = open_page(qtbot, make, kantor.kasubag())
    for box in page.findChildren(QCheckBox):
        if box.isVisible() and not box.isChecked():
            qtbot.keyClick(box, Qt.Key.Key_Space)
    assert send(page).text() == "Disposisikan kepada Budi Contoh dan Dewi Kiranya"
    choice = part(page, ComboBox, "pelapor_1.3")
    choice.setCurrentIndex(2)
    choice.activated.emit(2)
    press(qtbot, page, "disposisikan")
    case_id = kantor.case()
    with kantor.office.store.read() as unit:
        shared = unit.journal.acts(case_id)[-1].isi["pembagian"]
    assert list(shared) == ["1.3"]


def test_there_is_nothing_before_the_order(qtbot: QtBot) -> None:
    kantor = found()
    kantor.now(jam(1, 12, 9))
    page = open_page(qtbot, make, kantor.kasubag())
    assert page._empty.text() == "Belum ada disposisi untuk seksi Anda."
    assert not send(page).isVisible()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["100%", "125%"])
def test_no_text_is_cut(qtbot: QtBot, kantor: Kantor, size: QSize) -> None:
    page = open_page(qtbot, make, kantor.kasubag(), size=size)
    assert cut_texts(page) == []
