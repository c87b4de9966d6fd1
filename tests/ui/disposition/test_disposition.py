import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Status
from kinerja_desktop.services import disposition, withdrawal
from kinerja_desktop.ui.dialogs import Galat
from kinerja_desktop.ui.disposition.tab import DispositionPage, make
from kinerja_desktop.ui.widgets.fields import ComboBox
from kinerja_desktop.ui.widgets.grouped_list import GroupedListView
from kinerja_desktop.ui.widgets.row_model import ITEM_ROLE, ListRow
from kinerja_desktop.ui.widgets.strips import Strip
from kinerja_desktop.ui.work.slip import SlipDialog
from tests.ui.kantor import TW1, TW2, Kantor, found, jam
from tests.ui.pages import NARROW, WIDE, cut_texts, labels, open_page, part, press
from tests.ui.scenes import copied, ordered, reporting, reviewing


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
    assert not part(page, QPlainTextEdit, "catatan").isVisible()
    assert "«Cocokkan dengan register.»" in labels(page)
    after.linked.emit()
    assert view(kantor).kepala.status is Status.ASSIGNED
    assert send(page).isVisible()
    assert part(page, QPlainTextEdit, "catatan").toPlainText() == "Cocokkan dengan register."


def test_once_the_analyst_handed_in_nothing_is_taken_back(qtbot: QtBot) -> None:
    page = open_page(qtbot, make, copied(reporting).kasubag())
    after = part(page, Strip, "sesudah")
    assert after.text().startswith("Disposisikan kepada Budi Contoh")
    assert not any(link.isVisible() for link in after.findChildren(QPushButton))


def test_a_report_of_ones_own_is_not_taken_back_here(qtbot: QtBot) -> None:
    page = open_page(qtbot, make, copied(reviewing).kasubag())
    assert not any(link.isVisible() for link in part(page, Strip, "sesudah").findChildren(QPushButton))


def test_the_slip_received_is_printed_and_then_the_one_sent_on(
    qtbot: QtBot, kantor: Kantor, page: DispositionPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles: list[str] = []

    def look(dialog: SlipDialog) -> int:
        titles.append(" ".join(label.text() for label in dialog.findChildren(QLabel)))
        return 0

    monkeypatch.setattr(SlipDialog, "exec", look)
    press(qtbot, page, "cetak_lembar")
    press(qtbot, page, "disposisikan")
    press(qtbot, page, "cetak_lembar")
    assert "Langkah 1 SOP" in titles[0]
    assert "Langkah 2 SOP" in titles[1]
    case_id = kantor.case()
    with kantor.office.store.read() as unit:
        assert len(unit.papers.listing(case_id=case_id)) == 2


def test_of_several_orders_that_wait_one_is_chosen_from_a_list(qtbot: QtBot) -> None:
    kantor = found()
    kantor.assign(TW1, jam(4, 10, 8))
    kantor.assign(TW2, jam(7, 10, 8, 2))
    page = open_page(qtbot, make, kantor.kasubag(), item=kantor.case())
    page.changed.connect(page.refresh)
    listed = part(page, GroupedListView, "disposisi_menunggu")
    assert listed.isVisible()
    assert listed.current_key() == kantor.case()
    rows = [listed.rows.data(listed.rows.index_of(kantor.case(tw)), ITEM_ROLE) for tw in (TW1, TW2)]
    titles = [row.title for row in rows if isinstance(row, ListRow)]
    assert titles == ["Disposisi data Triwulan I 2026", "Disposisi data Triwulan II 2026"]
    qtbot.keyClick(listed, Qt.Key.Key_Up)
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert page.case_id == kantor.case(TW1)
    assert listed.current_key() == kantor.case(TW1)
    press(qtbot, page, "disposisikan")
    assert page.case_id == kantor.case(TW1)
    assert (listed.isVisible(), listed.current_key()) == (True, "")
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    assert page.case_id == kantor.case()
    press(qtbot, page, "disposisikan")
    assert not listed.isVisible()
    assert cut_texts(page) == []


def test_a_single_order_needs_no_list(page: DispositionPage) -> None:
    assert not part(page, GroupedListView, "disposisi_menunggu").isVisible()


def test_alt_a_goes_to_the_analysts(qtbot: QtBot, page: DispositionPage) -> None:
    qtbot.keyClick(page, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    box = next(box for box in page.findChildren(QCheckBox) if box.isVisible())
    assert box.hasFocus()
    assert (box.accessibleName(), box.toolTip()) == ("Budi Contoh", "Analis Data")


def test_a_note_that_is_too_long_is_not_sent(page: DispositionPage) -> None:
    part(page, QPlainTextEdit, "catatan").setPlainText("a" * 502)
    assert not send(page).isEnabled()
    assert send(page).toolTip() == "Catatan lebih 2 huruf."


def test_a_seksi_without_analysts_is_told_whom_to_ask(qtbot: QtBot, kantor: Kantor) -> None:
    kantor.close_post(Role.ANALIS, "pelayanan")
    page = open_page(qtbot, make, kantor.kasubag())
    assert not send(page).isEnabled()
    assert send(page).toolTip().startswith("Seksi Anda belum punya Analis")


def test_an_order_that_the_kabid_took_back_meanwhile_is_refused_and_shown(
    qtbot: QtBot, kantor: Kantor, page: DispositionPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Galat] = []
    monkeypatch.setattr("kinerja_desktop.ui.work.page.tell_fault", lambda _, fault: told.append(fault))
    withdrawal.withdraw(kantor.kabid(), kantor.case(), seen=view(kantor).kepala.versi)
    press(qtbot, page, "disposisikan")
    assert len(told) == 1
    assert not send(page).isVisible()
    assert page._empty.text() == "Belum ada disposisi untuk seksi Anda."


def test_nothing_is_written_while_loading(kantor: Kantor, page: DispositionPage) -> None:
    head = kantor.head()
    page.load()
    page.tick()
    assert kantor.head() == head
    assert view(kantor).versi_draf == 0


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
