"""Small parts: what they say, how they are reached, and that nothing jumps or vanishes."""

import threading
from collections.abc import Callable, Iterator
from math import ceil

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.ui import remembered, theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.runner import PoolRunner, Report
from kinerja_desktop.ui.theme import Ink, Mode, Space, TextStyle, Tone
from kinerja_desktop.ui.widgets.busy import BusyOverlay
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind, IconButton, PlainButton
from kinerja_desktop.ui.widgets.cards import Card, column, holder, row
from kinerja_desktop.ui.widgets.chips import Chip, ChipSpec
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.fields import ComboBox, CounterTextEdit, GrowingText
from kinerja_desktop.ui.widgets.focus_ring import FocusRing
from kinerja_desktop.ui.widgets.folding import FoldingRow
from kinerja_desktop.ui.widgets.grouped_list import GroupedListView
from kinerja_desktop.ui.widgets.initials import initials
from kinerja_desktop.ui.widgets.labels import ElidedLabel, Label, WrappedLabel
from kinerja_desktop.ui.widgets.painting import text_width, two_lines, wrapped
from kinerja_desktop.ui.widgets.row_model import GroupedListModel, ListGroup, ListRow
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.segments import Segment, Segmented
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.side_panel import SidePanel, Split
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec, bold_marked
from kinerja_desktop.ui.widgets.tab_bar import TabBar, TabLook
from kinerja_desktop.ui.work.evidence_lines import EvidenceLines
from tests.ui.conftest import InstallTheme
from tests.ui.pages import part
from tests.ui.painted import shortenings, texts_of
from tests.ui.samples import LATE, TASKS, WAITING

Show = Callable[..., None]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Shows a widget and keeps it for the test."""
    kept: list[QWidget] = []

    def do(widget: QWidget, width: int = 800, height: int = 400) -> None:
        kept.append(widget)
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitActive(widget):
            widget.show()

    yield do
    kept.clear()


@pytest.mark.parametrize(
    ("nama", "letters"), [("Andi Umpama, S.IP.", "AU"), ("Budi Contoh", "BC"), ("Rahma", "R"), ("", "")]
)
def test_initials_come_from_the_name_without_titles(nama: str, letters: str) -> None:
    assert initials(nama) == letters


def test_a_part_without_parent_opens_no_window_of_its_own(show: Show) -> None:
    strip, label, chip = Strip(StripSpec(Tone.BERJALAN, Icon.INFO, "Kalimat.", "Buka")), Label("a"), Chip(WAITING)
    set_shown(label, shown=False)
    set_shown(label, shown=True)
    alone = [widget for widget in (strip, label, chip) if widget.isVisible()]
    page = holder(column(strip, label, chip))
    show(page)

    assert alone == []
    assert strip.isVisible()
    assert label.isVisible()


def test_a_chip_says_its_word_and_is_gone_without_one(show: Show) -> None:
    chip = Chip(WAITING)
    show(holder(row(chip, None)))
    chip.set_spec(LATE)

    assert chip.accessibleName() == "terlambat 1 hari kerja"
    chip.resize(60, chip.height())
    assert chip.toolTip() == "terlambat 1 hari kerja"
    chip.set_spec(None)
    assert chip.isHidden()


@pytest.mark.parametrize("mode", Mode)
def test_a_chip_is_painted_in_its_tone(install_theme: InstallTheme, mode: Mode, show: Show) -> None:
    install_theme(mode)
    chip = Chip(ChipSpec(Tone.SELESAI, Icon.DISETUJUI, "Disetujui"))
    show(holder(row(chip, None)))
    picture = chip.grab().toImage()
    colours = {QColor(picture.pixel(x, y)).name() for x in range(picture.width()) for y in range(picture.height())}

    assert theme.color(Tone.SELESAI).name() in colours
    assert theme.ground(Tone.SELESAI).name() in colours


def test_a_shortened_text_is_told_by_its_tooltip(show: Show) -> None:
    label = ElidedLabel("Seksi Pemberdayaan Masyarakat dan Desa")
    show(label, 60)
    short = label.toolTip()
    label.resize(600, 20)

    assert short == "Seksi Pemberdayaan Masyarakat dan Desa"
    assert label.toolTip() == ""


def test_what_somebody_said_turns_nothing_beside_it() -> None:
    said = "Printer \u202ekasur\u202c, \u2068Juni\u2069"
    label, short = Label(said), ElidedLabel(said)
    assert (label.text(), short.text()) == ("Printer kasur, Juni",) * 2
    label.setText(f"Alasan: {said}.\nIsi lagi.")
    short.set_text(f"{said}.")
    assert (label.text(), short.text()) == ("Alasan: Printer kasur, Juni.\nIsi lagi.", "Printer kasur, Juni.")


def test_segments_are_one_stop_and_arrows_choose(qtbot: QtBot, show: Show) -> None:
    segments = Segmented([Segment("saya", "Saya", 4), Segment("semua", "Semua", 6), Segment("lama", "Lama")], "Cakupan")
    after = QPushButton("Sesudah")
    show(holder(column(segments, after)))
    first = segments.findChildren(QPushButton)[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    left = after.hasFocus()
    first.setFocus()
    with qtbot.waitSignal(segments.chosen) as chosen:
        qtbot.keyClick(first, Qt.Key.Key_Right)
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_Tab)

    assert left
    assert chosen.args == ["semua"]
    assert segments.key() == "semua"
    assert after.hasFocus()


def test_choosing_a_segment_moves_nothing(show: Show) -> None:
    segments = Segmented([Segment("a", "Perlu Tindakan Saya", 4), Segment("b", "Selesai", 1)], "Cakupan")
    show(holder(row(segments, None)))
    before = [b.geometry() for b in segments.findChildren(QPushButton)]
    segments.choose("b")
    QApplication.processEvents()

    assert [b.geometry() for b in segments.findChildren(QPushButton)] == before
    segments.set_counts({"b": 2})
    assert [b.text() for b in segments.findChildren(QPushButton)] == ["Perlu Tindakan Saya  4", "Selesai  2"]


def test_a_strip_shows_marked_words_bold_and_the_rest_as_typed(qtbot: QtBot, show: Show) -> None:
    strip = Strip(StripSpec(Tone.KEMBALI, Icon.KEMBALIKAN, "**1 catatan**: «a < b»", "Ke catatan"))
    show(holder(column(strip, None)))
    link = strip.findChild(Button)
    assert link is not None
    with qtbot.waitSignal(strip.linked):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)

    assert bold_marked("**1 catatan**: «a < b»") == "<b>1 catatan</b>: «a &lt; b»"
    assert strip.text() == "1 catatan: «a < b»"


def test_the_counter_says_what_is_missing_and_cuts_nothing(show: Show) -> None:
    text = CounterTextEdit("Alasan", limit=4000, least=15)
    show(holder(column(text, None)))
    text.set_text("pendek")
    short = text.fault()
    text.set_text("." * 40)
    nothing_said = text.fault()
    text.set_text("ya" * 1900)
    count = text.findChildren(QLabel)[-1]
    amber = count.property("ink")
    text.set_text("ya" * 2006)

    assert (short, nothing_said) == ("masih kurang 9 huruf", "masih kurang 14 huruf")
    assert amber == Tone.PERHATIAN.value
    assert text.fault() == "lebih 12 huruf"
    assert len(text.text()) == 4012
    assert count.property("ink") == Tone.SALAH.value
    assert count.text() == "lebih 12 huruf · 4.012 / 4.000"


def test_long_text_grows_with_its_lines_and_tab_leaves_it(qtbot: QtBot, show: Show) -> None:
    text, after = CounterTextEdit("Tindak lanjut", limit=4000, rows=1, most=4), QPushButton("Sesudah")
    show(holder(column(text, after, None)), 300)
    one = text.field.height()
    text.set_text("satu\ndua\ntiga")
    three = text.field.height()
    text.set_text("\n" * 20)
    text.field.setFocus()
    qtbot.keyClick(text.field, Qt.Key.Key_Tab)

    assert one < three < text.field.height() < 6 * one
    assert after.hasFocus()


def test_a_narrow_button_keeps_its_brief_words_and_its_whole_name() -> None:
    button = Button("Impor Buku Kerja…", icon=Icon.PILIH_BERKAS, brief="Impor…")
    button.set_words_shown(shown=False)
    assert (button.text(), button.accessibleName(), button.toolTip()) == ("Impor…", *["Impor Buku Kerja…"] * 2)
    button.set_words_shown(shown=True)
    assert button.text() == "Impor Buku Kerja…"


@pytest.mark.parametrize("count", [3, 14])
def test_the_list_of_a_choice_shows_whole_rows(show: Show, count: int) -> None:
    choice = ComboBox("Tahun")
    choice.addItems([f"Tahun {n}" for n in range(count)])
    show(choice)
    choice.showPopup()
    view, seen = choice.view(), min(count, choice.maxVisibleItems())
    last = view.visualRect(choice.model().index(seen - 1, 0)).bottom()
    spare = view.viewport().height() - 1 - last
    choice.hidePopup()

    assert 0 <= spare < view.sizeHintForRow(0) // 2


def test_a_key_that_is_held_down_presses_once(show: Show) -> None:
    button, pressed = Button("Tarik"), list[str]()
    button.clicked.connect(lambda: pressed.append("Tarik"))
    show(button)
    button.setFocus()
    for again in (False, True, True):
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", again)
        QApplication.sendEvent(button, key)

    assert len(pressed) == 1


def test_the_focus_waits_with_the_work_and_comes_back(qtbot: QtBot, show: Show) -> None:
    target = QWidget()
    button, beside = QPushButton("Mulai", target), QPushButton("Lain", target)
    show(target)
    button.setFocus()
    busy = BusyOverlay(target)
    busy.start("Menyiapkan data latihan", can_cancel=True)
    qtbot.waitUntil(busy.isVisible)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert not button.hasFocus()
    assert not beside.hasFocus()
    qtbot.waitUntil(lambda: next(iter(busy.findChildren(QPushButton))).hasFocus(), timeout=3000)
    busy.stop()

    assert button.hasFocus()


def test_all_that_is_said_of_a_work_is_seen(qtbot: QtBot, show: Show) -> None:
    target = QWidget()
    show(target)
    target.resize(1366, 700)
    busy = BusyOverlay(target)
    busy.start("Menyiapkan data latihan", can_cancel=True)
    busy.progress(103, 191, "hari 103 dari 191: Triwulan I 2026: 6 laporan seksi disetujui dan diserahkan")
    qtbot.waitUntil(lambda: all(card.isVisible() for card in busy.findChildren(Card)), timeout=3000)

    label = next(label for label in busy.findChildren(QLabel) if label.text().startswith("hari 103"))
    assert label.height() >= label.heightForWidth(label.width())


def test_an_empty_list_says_why_and_what_next(qtbot: QtBot, show: Show) -> None:
    empty = EmptyState("Tidak ada tugas untuk Anda.", "Berikutnya: 10 Juli 2026, data Triwulan II.", "Buka Arsip")
    show(empty)
    with qtbot.waitSignal(empty.pressed):
        qtbot.mouseClick(next(iter(empty.findChildren(QPushButton))), Qt.MouseButton.LeftButton)

    assert empty.accessibleName() == "Tidak ada tugas untuk Anda. Berikutnya: 10 Juli 2026, data Triwulan II."


def test_waiting_shows_nothing_at_once_then_grey_then_the_name_of_the_work(qtbot: QtBot, show: Show) -> None:
    target, runner, given_up = QWidget(), PoolRunner(), threading.Event()
    told: list[str] = []
    show(target)
    busy = BusyOverlay(target)

    def job(report: Report) -> None:
        report.progress(34, 60, "34 dari 60 indikator")
        given_up.wait(10)
        assert report.cancelled()

    def impossible(_: object) -> None:
        raise AssertionError

    busy.run(runner, "Membaca buku kerja…", job, impossible, impossible, cancelled=lambda: told.append("batal"))
    at_once = busy.isVisible()
    qtbot.waitUntil(busy.isVisible)
    grey = [card.isVisible() for card in busy.findChildren(Card)]
    qtbot.waitUntil(lambda: all(card.isVisible() for card in busy.findChildren(Card)), timeout=3000)
    words = [label.text() for label in busy.findChildren(QLabel)]
    busy.findChildren(QPushButton)[0].click()
    given_up.set()
    qtbot.waitUntil(lambda: told == ["batal"])

    assert not at_once
    assert grey == [False]
    assert {"Membaca buku kerja…", "34 dari 60 indikator"} <= set(words)
    assert busy.isHidden()


def test_the_ring_follows_the_focus_of_buttons(qapp: QApplication, show: Show) -> None:
    ring = FocusRing(qapp)
    button, field = Button("Setujui", ButtonKind.PRIMARY), QPushButton("Lain")
    page = holder(row(button, field, None, edge=16))
    show(page)
    button.setFocus()
    edge = button.mapTo(page, QPoint(0, 0)) - QPoint(2, 0)
    around = page.grab().toImage().pixelColor(edge.x(), edge.y() + button.height() // 2).name()
    ring.deleteLater()

    assert around == theme.color(Ink.ACCENT).name()


def test_the_ring_goes_along_with_what_is_scrolled(qapp: QApplication, show: Show) -> None:
    ring = FocusRing(qapp)
    buttons = [Button(str(n)) for n in range(40)]
    area = ScrollArea(holder(column(*buttons)))
    area.setFixedHeight(200)
    page = holder(row(area, edge=16))
    show(page)
    buttons[0].setFocus()
    before = ring._ring
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    away = ring._ring
    area.verticalScrollBar().setValue(0)
    again = ring._ring
    ring.deleteLater()

    assert (before is not None, away, again is not None) == (True, None, True)


def test_the_ring_stays_within_what_is_seen_of_a_high_part(qapp: QApplication, show: Show) -> None:
    ring = FocusRing(qapp)
    high = QListWidget()
    high.setFixedHeight(900)
    area = ScrollArea(holder(column(high)))
    area.setFixedHeight(200)
    page = holder(column(area, Button("Simpan"), edge=16))
    show(page)
    high.setFocus()
    assert ring._ring is not None
    lowest = ring._ring.geometry().bottom()
    ring.deleteLater()

    assert lowest <= area.geometry().bottom() + theme.px(3)


def test_the_ring_goes_along_with_what_is_moved_around_the_button(qapp: QApplication, show: Show) -> None:
    ring = FocusRing(qapp)
    button, strip = Button("Anggaran"), Strip(StripSpec(Tone.BERJALAN, Icon.INFO, "Ada isian yang belum disimpan."))
    page = holder(column(strip, holder(row(button, None)), None))
    show(page)
    button.setFocus()
    set_shown(strip, shown=False)
    qapp.processEvents()
    assert ring._ring is not None
    shown_at, lies_at = ring._ring.geometry().center(), button.mapTo(page, button.rect().center())
    ring.deleteLater()

    assert shown_at == lies_at


def test_the_ring_lets_go_of_what_is_deleted(qtbot: QtBot, qapp: QApplication, show: Show) -> None:
    ring = FocusRing(qapp)
    first, second = Button("Satu"), Button("Dua")
    show(holder(row(first, second, None, edge=16)))
    first.setFocus()
    with qtbot.waitSignal(first.destroyed):
        first.deleteLater()
    second.setFocus()
    ring.deleteLater()

    assert second.hasFocus()


def test_the_side_panel_closes_and_in_a_small_window_leaves_the_work_in_sight(show: Show) -> None:
    work, panel = QWidget(), SidePanel(330)
    split = Split(work, panel, "uji")
    show(split, 1300)
    beside = (work.width(), split.is_open())
    split.toggle()
    closed = work.width()
    split.toggle()
    split.resize(900, 400)
    unasked = (work.width(), split.is_open())
    handle = next(one for one in split.findChildren(PlainButton) if one.toolTip() == "Buka panel rincian (F4)")
    handle.click()

    assert beside == (1300 - 330 - 12, True)
    assert closed == 1300 - 28 - 4  # the handle that opens it again
    assert unasked == (900 - 28 - 4, False)
    assert split.is_open()
    assert panel.geometry().right() == handle.x() - 1
    assert work.geometry().right() < panel.x()
    assert handle.toolTip() == "Tutup panel rincian (F4)"
    split.give_way()
    assert split.is_open(), "it hides nothing"
    split.resize(700, 400)
    assert work.geometry().right() > panel.x()
    split.give_way()
    assert not split.is_open(), "what is typed below it is seen"


def test_long_names_of_evidence_leave_the_panel_its_width_and_the_act_its_place(show: Show, qtbot: QtBot) -> None:
    panel, lines = SidePanel(300), EvidenceLines()
    panel.content.addWidget(lines)
    show(panel, 300, 160)
    words = "Rekap register TW II: Persentase desa dan kelurahan yang tertib administrasi pemerintahan"
    lines.show_evidence([Bukti(words), Bukti("https://" + "a" * 90 + ".example"), Bukti("Foto")], Triwulan(2026, 2))
    qtbot.waitUntil(lambda: lines.height() > 160)
    button = part(panel, Button, "buka_bukti")
    right = button.mapTo(panel, QPoint(button.width(), 0)).x()
    assert right <= panel.width() - theme.px(Space.CARDS) - panel._area.verticalScrollBar().width()


def test_the_line_that_is_being_written_is_in_sight(show: Show, qtbot: QtBot) -> None:
    """However the focus came, and when the field grows below the edge."""
    panel, text = SidePanel(330), CounterTextEdit("Faktor pendukung", limit=4000, most=4)
    above = QLabel("bukti")
    above.setFixedHeight(170)
    button = QPushButton("Bukti")
    for one in (above, text, button):
        panel.content.addWidget(one)
    show(panel, 330, 220)
    text.field.setFocus()

    def below() -> int:
        """How much of the field lies under the edge."""
        view = panel._area.viewport()
        return text.field.mapTo(view, QPoint(0, text.field.height())).y() - view.height()

    qtbot.waitUntil(lambda: below() <= 0)
    qtbot.keyClicks(text.field, "Petugas lengkap dan loket buka tepat waktu setiap hari kerja. " * 2)
    qtbot.waitUntil(lambda: below() <= 0)
    panel._area.verticalScrollBar().setValue(0)
    assert below() > 0
    button.setFocus()
    text.field.setFocus()
    qtbot.waitUntil(lambda: below() <= 0)


def test_what_a_person_did_to_the_side_panel_is_remembered(show: Show) -> None:
    def opened(person: str, width: int) -> Split:
        remembered.sit_down(person)
        split = Split(QWidget(), SidePanel(330), "uji")
        show(split, width)
        return split

    first, small = opened("andi", 1300), opened("andi", 900)
    first.toggle()
    small.toggle()

    assert (opened("andi", 1300).is_open(), opened("andi", 900).is_open()) == (False, True)
    assert (opened("siti", 1300).is_open(), opened("siti", 900).is_open()) == (True, False)


# --- lists of tasks ------------------------------------------------------------------------------


@pytest.fixture
def tasks(show: Show) -> GroupedListView:
    view = GroupedListView("Tugas")
    view.set_content(TASKS)
    show(view)
    return view


def many(count: int) -> list[tuple[ListGroup, list[ListRow]]]:
    rows = [ListRow(str(n), f"Periksa laporan {n}") for n in range(count)]
    return [(ListGroup("a", "Terlambat", Tone.SALAH), rows[:3]), (ListGroup("b", "Hari ini"), rows[3:])]


@pytest.mark.parametrize("count", [4, 45])
def test_the_list_is_a_sound_model(qtmodeltester: ModelTester, count: int) -> None:
    model = GroupedListModel()
    model.set_content(many(count))

    qtmodeltester.check(model)
    assert model.row_count() == count


def test_counts_of_headings_are_those_of_their_rows_and_empty_groups_are_left_out(tasks: GroupedListView) -> None:
    items = [tasks.rows.item_at(tasks.rows.index(at)) for at in range(tasks.rows.rowCount())]

    assert [(i.title, i.count) for i in items if isinstance(i, ListGroup)] == [("Terlambat", 1), ("Hari ini", 2)]


def test_arrows_jump_over_headings_enter_opens_space_previews(tasks: GroupedListView, qtbot: QtBot) -> None:
    first = tasks.current_key()
    with qtbot.waitSignal(tasks.chosen) as chosen:
        qtbot.keyClick(tasks, Qt.Key.Key_Down)
    with qtbot.waitSignal(tasks.opened) as opened:
        qtbot.keyClick(tasks, Qt.Key.Key_Return)
    with qtbot.waitSignal(tasks.preview_asked):
        qtbot.keyClick(tasks, Qt.Key.Key_Space)

    assert (first, chosen.args, opened.args) == ("a", ["b"], ["b"])


def test_new_content_keeps_the_chosen_row(tasks: GroupedListView) -> None:
    tasks.choose("c")
    tasks.set_content(TASKS[1:])
    kept = tasks.current_key()
    tasks.set_content(TASKS[:1])

    assert kept == "c"
    assert tasks.current_key() == "a", "the first row when the chosen one is gone"


def test_an_assistive_program_hears_the_whole_row(tasks: GroupedListView) -> None:
    index = tasks.rows.index_of("c")
    spoken = tasks.rows.data(index, Qt.ItemDataRole.AccessibleTextRole)

    assert (
        spoken == "Menunggu Pemeriksaan, Periksa laporan Seksi Trantib, belum dibuka, Rahmat Andaikata, S.E. mengajukan"
    )


def test_a_long_list_folds_by_keys(qtbot: QtBot, show: Show) -> None:
    view = GroupedListView("Tugas")
    view.set_content(many(45))
    show(view)
    shown = view.rows.rowCount()
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    folded = view.rows.rowCount()
    qtbot.keyClick(view, Qt.Key.Key_Right)

    assert (shown, folded, view.rows.rowCount()) == (47, 44, 47)
    assert view.rows.row_count() == 45


def test_a_short_list_is_as_high_as_its_rows(tasks: GroupedListView) -> None:
    assert tasks.sizeHint().height() == pytest.approx(2 * 30 + 3 * 58, abs=6)


def test_a_note_on_a_limit_leaves_the_words_of_the_task_their_room(show: Show) -> None:
    hint, note = "sampai Jumat 15 Januari, 16.00", "kalender 2027 belum dikonfirmasi"
    due = ChipSpec(Tone.NETRAL, Icon.WAKTU, "masih 2 hari kerja")
    row = ListRow("a", "Susun Laporan Kinerja Triwulan IV Tahun 2026", due=due, due_hint=f"{hint} · {note}")
    view = GroupedListView("Tugas")
    view.set_content([(ListGroup("g", "Minggu ini"), [row])])
    show(view)
    with shortenings() as short:
        view.resize(theme.px(660), theme.px(200))
        painted = {one.text for one in texts_of(view.viewport())}

    assert {due.text, hint, note} <= painted
    assert row.title in " ".join(painted)
    assert not short


def test_a_name_takes_two_lines_and_no_more() -> None:
    name = "Persentase pengaduan masyarakat yang selesai ditindaklanjuti"
    whole = text_width(name, TextStyle.BODY)
    assert two_lines(name, TextStyle.BODY, whole) == [name]
    assert " ".join(two_lines(name, TextStyle.BODY, whole * 2 // 3)) == name
    upper, lower = two_lines(name, TextStyle.BODY, whole // 3)
    assert name.startswith(upper)
    assert lower.endswith("…")
    assert two_lines("Ketatalaksanaan", TextStyle.BODY, 20)[0].endswith("…")


@pytest.mark.parametrize("factor", [1.0, 1.25, 1.5])
def test_a_growing_text_cuts_no_line(qtbot: QtBot, install_theme: InstallTheme, show: Show, factor: float) -> None:
    install_theme(factor=factor)
    field = CounterTextEdit("Paragraf", limit=4000, most=40)
    field.resize(600, 700)
    show(field)
    field.set_text("Capaian Triwulan II melampaui target karena loket ditambah. " * 9)
    qtbot.waitUntil(lambda: field.field.height() > 60)
    block = field.field.document().firstBlock()
    needed = block.layout().boundingRect().height() + 2 * field.field.document().documentMargin()
    assert needed <= field.field.viewport().height() + 1


def test_a_text_without_a_most_fills_its_place_and_scrolls(qtbot: QtBot, show: Show) -> None:
    field = CounterTextEdit("Paragraf", limit=4000, rows=3, most=None)
    show(field, 600, 200)
    tall = field.field.height()
    field.set_text("Capaian melampaui target karena loket ditambah. " * 60)

    assert field.field.height() == tall > 100
    assert field.field.verticalScrollBar().maximum() > 0
    field.resize(600, 400)
    qtbot.waitUntil(lambda: field.field.height() > tall)


def test_words_wrap_and_a_name_without_spaces_goes_on_after_a_sign() -> None:
    name = "Rekap_kotak_saran_Juni_2026.jpg"
    room = text_width(name, TextStyle.BODY) * 2 // 3
    lines = wrapped(name, TextStyle.BODY, room)
    assert "".join(lines) == name
    assert len(lines) == 2
    assert lines[0].endswith("_")
    assert all(text_width(line, TextStyle.BODY) <= room for line in lines)
    assert " ".join(wrapped("satu dua tiga empat", TextStyle.BODY, 60)) == "satu dua tiga empat"


def test_a_label_in_a_row_breaks_first_where_its_parts_end() -> None:
    label = WrappedLabel("Seksi Pelayanan · Triwulan II 2026")
    whole = label.sizeHint().width()
    assert label.lines(whole) == ["Seksi Pelayanan · Triwulan II 2026"]
    assert label.lines(whole * 3 // 4) == ["Seksi Pelayanan ·", "Triwulan II 2026"]
    assert label.heightForWidth(whole * 3 // 4) == 2 * label.heightForWidth(whole)


# --- the mouse ---------------------------------------------------------------------------------


def _turn_wheel(widget: QWidget) -> bool:
    """One notch over the widget; True where the widget took it for itself."""
    at = QPointF(widget.rect().center())
    turned = QWheelEvent(
        at,
        QPointF(widget.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, turned)
    return turned.isAccepted()


def test_a_choice_that_the_wheel_passes_over_keeps_what_was_chosen(show: Show) -> None:
    choice = ComboBox("Zona waktu")
    choice.addItems(["WIB", "WITA", "WIT"])
    show(choice)
    choice.setFocus()
    assert not _turn_wheel(choice)
    assert choice.currentText() == "WIB"


def test_the_wheel_over_the_tabs_opens_no_other_tab(show: Show) -> None:
    tabs = TabBar()
    tabs.set_tabs([TabLook("Kotak Tugas", Icon.ARSIP), TabLook("Arsip", Icon.ARSIP)])
    show(tabs)
    assert not _turn_wheel(tabs)
    assert tabs.currentIndex() == 0


def _double_click(widget: QWidget) -> None:
    """As Qt hands it on: a press and its release, then the second press as a double click, and its release."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(widget, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton)


def test_a_double_click_on_a_button_gives_one_order(show: Show) -> None:
    button, pressed = Button("Lanjut"), []
    button.clicked.connect(lambda: pressed.append(1))
    show(button)
    _double_click(button)
    assert len(pressed) == 1


def test_what_is_pressed_again_and_again_hears_every_press(show: Show) -> None:
    button, pressed = IconButton(Icon.KANAN, "Halaman berikutnya", repeats=True), []
    button.clicked.connect(lambda: pressed.append(1))
    show(button)
    _double_click(button)
    assert len(pressed) == 2


@pytest.mark.parametrize("last", [9, 20])
def test_paragraphs_of_any_length_find_their_height_at_once(show: Show, last: int) -> None:
    """A bar that comes makes the lines more, and the last paragraph is laid later: that must come to rest."""
    field, room = GrowingText(rows=1, most=3), QWidget()
    room.setLayout(column(field, None))
    show(room, 420, 200)
    one = field.height()
    words = [
        "Capaian",
        "melampaui",
        "target",
        "karena",
        "loket",
        "ditambah",
        "dan",
        "warga",
        "dilayani",
        "pada",
        "hari",
        "Sabtu",
        "juga",
    ] * 3
    for first in range(1, 30):
        field.setPlainText("")
        QApplication.processEvents()
        field.setPlainText(" ".join(words[:first]) + "\n" + " ".join(words[:last]))
        QApplication.processEvents()
        lines = round(field.document().size().height())
        assert field.verticalScrollBar().isVisible() == (lines > 3), first
        assert field.height() == one + (min(3, lines) - 1) * ceil(QFontMetricsF(field.font()).lineSpacing()), first


def test_a_folded_row_unfolds_when_its_contents_need_less(qtbot: QtBot, show: Show) -> None:
    words, button = Label("Menunggu berkas bertanda tangan " * 4), Button("Susun")
    folding = FoldingRow(row(words), row(button))
    page = holder(column(folding, None))
    show(page, 500)
    assert button.mapTo(page, button.rect().center()).y() > words.mapTo(page, words.rect().center()).y() + 5
    words.setText("Menunggu")
    qtbot.waitUntil(
        lambda: abs(button.mapTo(page, button.rect().center()).y() - words.mapTo(page, words.rect().center()).y()) < 5
    )
