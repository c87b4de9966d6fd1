"""Dialogs: no default button, Esc is Batal, the act repeats the verb, and nothing typed is lost by a refusal."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui import dialogs
from kinerja_desktop.ui.dialogs import Alasan, Answer, Galat, Konfirmasi, ReasonDialog
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.keys import keys_dialog
from kinerja_desktop.ui.widgets import dialog as dialog_frame
from kinerja_desktop.ui.widgets.buttons import ButtonKind
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.dim import Dim
from kinerja_desktop.ui.widgets.form_field import FormField
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from tests.ui.conftest import SCREENS, InstallTheme, unreadable

FIX = Konfirmasi(
    "Tetapkan Laporan",
    "Tetapkan Laporan Triwulan I 2026",
    "Tetapkan laporan ini dengan nomor **000.7.2.8/012/KEC-KLR/IV/2026**? Sesudah ini angka dan nama tidak berubah.",
    "Tetapkan",
)
FULL = Galat(
    "Data tidak dapat disimpan",
    "Data tidak dapat disimpan karena diska C penuh. Isian Anda masih ada di layar. Kosongkan paling sedikit 200 MB, "
    "lalu tekan Coba Lagi.",
    "D-12",
    "lembar kerja, 10.42",
    "Coba Lagi",
)
RETURN = Alasan(
    "Kembalikan untuk Diperbaiki",
    "Kembalikan Laporan Seksi Pelayanan",
    "Laporan kembali kepada **Siti Misalnya, S.Sos.** dengan batas **15 Juli, 16.00**. Ini pengembalian ke-3.",
    "Kembalikan Laporan",
    "Laporan Data Kinerja · Triwulan II 2026 · versi 3",
    kind=ButtonKind.RETURN,
    icon=Icon.KEMBALIKAN,
)
REASON = "Realisasi kegiatan pelayanan keliling belum sama dengan berita acara."


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1366, 698)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def button(dialog: QWidget, text: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == text)


def when_open(parent: QWidget, act: Callable[[Dialog], object]) -> None:
    """Do this in the dialog that opens next."""

    def do() -> None:
        act(next(dialog for dialog in parent.findChildren(Dialog) if dialog.isVisible()))

    QTimer.singleShot(0, do)


def test_only_the_act_itself_confirms(parent: QWidget, qtbot: QtBot) -> None:
    when_open(parent, lambda dialog: button(dialog, "Tetapkan").click())
    assert dialogs.confirm(parent, FIX)
    when_open(parent, lambda dialog: button(dialog, "Batal").click())
    assert not dialogs.confirm(parent, FIX)
    when_open(parent, lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    assert not dialogs.confirm(parent, FIX)


def test_enter_decides_nothing(parent: QWidget, qtbot: QtBot) -> None:
    dialog = Dialog(parent, "Setujui", "Setujui Laporan")
    act = dialog.add_act("Setujui Laporan")
    dialog.open()
    dialog.setFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)

    assert dialog.isVisible()
    assert [b.text() for b in dialog.findChildren(QPushButton) if b.isDefault() or b.autoDefault()] == []
    act.setFocus()
    qtbot.keyClick(act, Qt.Key.Key_Return)
    assert dialog.result() == 1


def test_the_window_is_dimmed_as_long_as_the_dialog_waits(parent: QWidget) -> None:
    dialog = Dialog(parent, "Setujui", "Setujui Laporan")
    dialog.open()
    dim = parent.findChild(Dim)
    assert dim is not None
    shown = dim.isVisible() and dim.size() == parent.size()
    dialog.reject()

    assert shown
    assert not dim.isVisible()


def test_what_was_told_of_the_page_below_does_not_stay(parent: QWidget, qtbot: QtBot) -> None:
    QToolTip.showText(parent.mapToGlobal(parent.rect().center()), "Belum diisi.", parent)
    assert QToolTip.isVisible()
    gone: list[bool] = []

    def look(dialog: Dialog) -> None:
        qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=1000)
        gone.append(True)
        dialog.reject()

    when_open(parent, look)
    Dialog(parent, "Judul", "Judul").exec()
    assert gone


def test_a_fault_offers_another_try_and_copies_its_details(parent: QWidget) -> None:
    def copy_and_retry(dialog: Dialog) -> None:
        button(dialog, "Salin rincian").click()
        assert any("sudah disalin" in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
        button(dialog, "Coba Lagi").click()

    when_open(parent, copy_and_retry)
    assert dialogs.tell_fault(parent, FULL) is Answer.RETRY
    copied = QGuiApplication.clipboard().text()
    when_open(parent, lambda dialog: button(dialog, "Tutup").click())

    assert dialogs.tell_fault(parent, FULL) is Answer.CLOSED
    assert "Kode D-12" in copied
    assert "lembar kerja, 10.42" in copied


def test_a_reason_is_long_enough_before_it_can_be_given(parent: QWidget, qtbot: QtBot) -> None:
    dialog = ReasonDialog(parent, RETURN)
    dialog.open()
    focus = dialog.focusWidget()
    assert focus is dialog.text.field
    qtbot.keyClicks(focus, "terlalu")

    assert not dialog.act.isEnabled()
    assert any("masih kurang 8 huruf" in label.text() for label in dialog.findChildren(QLabel))
    dialog.text.set_text(REASON)
    assert dialog.act.isEnabled()
    assert dialog.reason() == REASON


def test_a_sentence_at_the_last_field_is_scrolled_into_sight(parent: QWidget, qtbot: QtBot) -> None:
    dialog = Dialog(parent, "Isi", "Isi data")
    fields = [FormField(f"Isian {number}", QLineEdit()) for number in range(8)]
    for one in fields:
        dialog.body.addWidget(one)

    def refuse() -> str:
        fields[-1].fault.set_text("Sandi Anda tidak cocok.")
        return "Belum ada yang disetujui."

    dialog.set_check(refuse)
    act = dialog.add_act("Setujui")
    dialog.show()
    act.click()
    fault = fields[-1].fault
    qtbot.waitUntil(lambda: fault.visibleRegion().boundingRect().height() == fault.height() > 0)
    dialog.reject()


def test_a_refusal_keeps_the_dialog_open_and_the_text(parent: QWidget) -> None:
    answers = iter(["Laporan ini sudah berganti: kini ada versi 4.", ""])

    def twice(dialog: Dialog) -> None:
        assert isinstance(dialog, ReasonDialog)
        dialog.text.set_text(REASON)
        button(dialog, "Kembalikan Laporan").click()
        told = [label.text() for label in dialog.findChildren(QLabel)]
        assert dialog.isVisible()
        assert "Laporan ini sudah berganti: kini ada versi 4." in told
        button(dialog, "Kembalikan Laporan").click()

    when_open(parent, twice)
    assert dialogs.ask_reason(parent, RETURN, lambda: next(answers)) == REASON


def test_batal_gives_no_reason(parent: QWidget) -> None:
    when_open(parent, lambda dialog: dialog.reject())
    assert dialogs.ask_reason(parent, RETURN) is None


def test_tab_walks_from_the_text_over_batal_to_the_act(parent: QWidget, qtbot: QtBot) -> None:
    dialog = ReasonDialog(parent, RETURN)
    dialog.text.set_text(REASON)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.text.field)
    walked = []
    for _ in range(3):
        focus = QApplication.focusWidget()
        assert focus is not None
        walked.append(focus.accessibleName() or focus.property("text"))
        qtbot.keyClick(focus, Qt.Key.Key_Tab)

    assert walked == ["Alasan", "Batal", "Kembalikan Laporan"]


@pytest.mark.parametrize(("factor", "size"), SCREENS)
def test_nothing_is_cut_and_acts_are_in_sight(
    parent: QWidget, install_theme: InstallTheme, factor: float, size: tuple[int, int]
) -> None:
    install_theme(factor=factor)
    parent.resize(*size)
    for dialog in (ReasonDialog(parent, RETURN), dialogs.fault_dialog(parent, FULL)):
        dialog.open()
        QApplication.processEvents()

        assert unreadable(dialog) == []
        assert dialog.width() <= 640 * factor
        assert dialog.height() <= 500 * factor
        dialog.reject()


def test_a_dialog_is_as_high_as_what_is_in_it(qtbot: QtBot, parent: QWidget) -> None:
    dialog = Dialog(parent, "Setujui", "Setujui laporan", sentence="Angka dikunci, laporan diteruskan. " * 5)
    dialog.add_act("Setujui")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    area = dialog.findChild(ScrollArea)
    assert area is not None
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    assert unreadable(dialog) == []
    assert dialog.height() < 300


def test_a_reason_that_grows_makes_its_dialog_grow(qtbot: QtBot, parent: QWidget) -> None:
    dialog = ReasonDialog(parent, RETURN)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    before = dialog.height()
    qtbot.keyClicks(dialog.text.field, "Angka kurang tepat. " * 30)
    area = dialog.findChild(ScrollArea)
    assert area is not None
    qtbot.waitUntil(lambda: dialog.height() > before)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)


def test_a_dialog_leaves_its_acts_on_a_low_screen(
    qtbot: QtBot, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialog_frame, "free_height", lambda _: 300)
    dialog = Dialog(parent, "Setujui", "Setujui laporan", sentence="Angka dikunci, laporan diteruskan. " * 5)
    long = Label("\n".join("baris" for _ in range(20)))
    listing = ScrollArea(Label("\n".join("baris" for _ in range(20))))
    dialog.body.addWidget(long)
    dialog.add_giving(listing, 200)
    act = dialog.add_act("Setujui")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    QApplication.processEvents()

    assert dialog.height() == 300
    assert listing.height() < 200
    assert act.mapTo(dialog, act.rect().bottomLeft()).y() < 300
    assert unreadable(dialog) == []


def test_the_list_of_keys_has_one_scroll_bar(
    qtbot: QtBot, parent: QWidget, install_theme: InstallTheme, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_theme(factor=1.5)
    monkeypatch.setattr(dialog_frame, "free_height", lambda _: 698)
    dialog = keys_dialog(parent, "Pemeriksaan", [("F", "indikator berikutnya yang berubah")] * 7)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    for _ in range(5):
        QApplication.processEvents()

    assert sum(area.verticalScrollBar().maximum() > 0 for area in dialog.findChildren(ScrollArea)) == 1
