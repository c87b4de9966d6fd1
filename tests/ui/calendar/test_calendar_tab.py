"""Kalender: a year drawn and edited, Ramadan, confirmation, limits worked out."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.kalender import HariLibur, JenisLibur, KalenderTahun
from kinerja_desktop.services import calendar_table
from kinerja_desktop.ui.calendar.months import MonthsView
from kinerja_desktop.ui.calendar.panel import CalendarPanel
from kinerja_desktop.ui.calendar.tab import CalendarPage, make
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.runner import InlineRunner
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.field_fault import FieldFault
from kinerja_desktop.ui.widgets.listing import Listing
from tests.office import JOKO, Kantor
from tests.ui.conftest import SCREENS, InstallTheme, unreadable

MERDEKA = HariLibur(date(2026, 8, 17), "Hari Kemerdekaan", JenisLibur.LIBUR_NASIONAL)
Answer = Callable[[Dialog], None]


@pytest.fixture
def kantor() -> Kantor:
    made = Kantor()
    with made.store.unit() as unit:
        unit.calendar.put(KalenderTahun(2026, (MERDEKA,), date(2026, 2, 18), date(2026, 3, 19), dikonfirmasi=True))
        unit.calendar.put(KalenderTahun(2027, ()))
        unit.commit()
    return made


@pytest.fixture
def page(qtbot: QtBot, kantor: Kantor) -> CalendarPage:
    made = make(Desk(lambda: kantor.ctx(JOKO), InlineRunner()))
    made.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.load()
    made.resize(1366, 560)
    made.show()
    return made


def button(root: QWidget, name: str) -> QPushButton:
    found = root.findChild(QPushButton, name)
    assert found is not None, name
    return found


def type_into(root: QWidget, name: str, text: str) -> None:
    field = root.findChild(QLineEdit, name)
    assert field is not None, name
    field.clear()
    field.insert(text)
    field.textEdited.emit(text)


def listed(page: CalendarPage) -> list[str]:
    found: Listing[HariLibur] | None = page.findChild(Listing, "daftar_libur")
    assert found is not None
    return [str(found.things.data(found.things.index(row, 1))) for row in range(found.things.rowCount())]


def years(page: QWidget) -> QComboBox:
    found = page.findChild(QComboBox, "tahun")
    assert found is not None
    return found


def stored(kantor: Kantor, tahun: int = 2026) -> KalenderTahun:
    return calendar_table.load(kantor.ctx(JOKO), tahun).tabel


def told(root: QWidget) -> list[str]:
    return [fault.text() for fault in root.findChildren(FieldFault) if fault.text()]


def answered(page: CalendarPage, deed: Callable[[], object], answer: Answer) -> None:
    """Do something that opens a dialog, and answer it."""

    def reply() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Dialog)
        try:
            answer(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, page, reply)
    deed()


def entering(tanggal: str, uraian: str) -> Answer:
    def answer(form: Dialog) -> None:
        if tanggal:
            type_into(form, "tanggal", tanggal)
        type_into(form, "uraian", uraian)
        button(form, "masukkan").click()

    return answer


def test_years_say_whether_they_are_confirmed(page: CalendarPage) -> None:
    shown = [years(page).itemText(at) for at in range(years(page).count())]
    assert shown[2:4] == ["2026 ✓", "2027 ▲"]
    assert shown[-1] == "Siapkan 2030"


def test_reading_writes_nothing(page: CalendarPage, kantor: Kantor) -> None:
    with kantor.store.read() as unit:
        before = unit.journal.head()
    page.load()
    with kantor.store.read() as unit:
        assert unit.journal.head() == before


def test_a_year_without_a_table_is_prepared_when_it_is_chosen(page: CalendarPage, kantor: Kantor) -> None:
    years(page).setCurrentIndex(years(page).count() - 1)
    years(page).activated.emit(years(page).count() - 1)
    assert "2030 ▲" in [years(page).itemText(at) for at in range(years(page).count())]
    assert stored(kantor, 2030).hari_libur


def test_a_limit_is_worked_out(page: CalendarPage) -> None:
    words = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "10 Juli 2026 → 1 hari kerja: 13 Juli 16.00" in words


def test_a_new_day_waits_for_simpan_and_takes_the_confirmation_away(page: CalendarPage, kantor: Kantor) -> None:
    answered(page, button(page, "tambah_libur").click, entering("1-5-2026", "Hari Jadi Kabupaten"))
    assert listed(page) == ["Hari Jadi Kabupaten", "Hari Kemerdekaan"]
    assert len(stored(kantor).hari_libur) == 1
    button(page, "simpan").click()
    assert [libur.jenis for libur in stored(kantor).hari_libur] == [JenisLibur.LOKAL, JenisLibur.LIBUR_NASIONAL]
    assert not stored(kantor).dikonfirmasi


def test_a_day_is_changed_and_removed(page: CalendarPage, kantor: Kantor) -> None:
    answered(page, button(page, "ubah_libur").click, entering("", "Proklamasi"))
    button(page, "simpan").click()
    assert stored(kantor).hari_libur[0].uraian == "Proklamasi"
    button(page, "hapus_libur").click()
    button(page, "simpan").click()
    assert stored(kantor).hari_libur == ()


def test_confirming_stores_what_is_typed(page: CalendarPage, kantor: Kantor) -> None:
    answered(page, button(page, "tambah_libur").click, entering("1-5-2026", "Hari Jadi Kabupaten"))
    button(page, "konfirmasi").click()
    assert stored(kantor).dikonfirmasi
    assert len(stored(kantor).hari_libur) == 2
    assert not button(page, "konfirmasi").isEnabled()


def test_changes_can_be_taken_back(page: CalendarPage) -> None:
    button(page, "hapus_libur").click()
    assert not years(page).isEnabled()
    button(page, "batalkan").click()
    assert listed(page) == ["Hari Kemerdekaan"]
    assert years(page).isEnabled()


def test_what_is_edited_survives_reading_again(page: CalendarPage) -> None:
    button(page, "hapus_libur").click()
    page.load()
    assert listed(page) == []


@pytest.mark.parametrize(
    ("tanggal", "uraian", "sentence"),
    [
        ("17-8-2026", "Lagi", "Tanggal ini tercatat dua kali. Hapus atau ubah salah satunya."),
        ("1-1-2027", "Tahun Baru", "Tulis tanggal dalam tahun 2026."),
        ("", "Tanpa tanggal", "Tanggal harus diisi."),
        ("1-5-2026", "", "Uraian harus diisi."),
        ("besok", "Libur", "Tanggal tidak terbaca. Tulis tanggal, bulan, dan tahun, seperti 1-7-2026."),
    ],
)
def test_a_day_that_cannot_be_is_told_at_its_field(
    page: CalendarPage, tanggal: str, uraian: str, sentence: str
) -> None:
    def answer(form: Dialog) -> None:
        entering(tanggal, uraian)(form)
        assert told(form) == [sentence]

    answered(page, button(page, "tambah_libur").click, answer)
    assert listed(page) == ["Hari Kemerdekaan"]


def test_ramadan_is_stored(page: CalendarPage, kantor: Kantor) -> None:
    type_into(page, "ramadan_mulai", "19-2-2026")
    type_into(page, "ramadan_selesai", "20 Maret 2026")
    button(page, "simpan").click()
    assert (stored(kantor).ramadan_mulai, stored(kantor).ramadan_selesai) == (date(2026, 2, 19), date(2026, 3, 20))


def test_half_a_ramadan_is_told_at_its_field(page: CalendarPage, kantor: Kantor) -> None:
    type_into(page, "ramadan_selesai", "")
    button(page, "simpan").click()
    assert "tidak cocok sebagai hari pertama atau terakhir Ramadan 2026" in told(page)[0]
    assert stored(kantor).ramadan_selesai == date(2026, 3, 19)


def test_a_click_on_a_day_asks_for_its_name(page: CalendarPage, qtbot: QtBot) -> None:
    months = page.findChild(MonthsView)
    assert months is not None
    place = next(
        QPoint(x, y)
        for y in range(0, months.height(), 5)
        for x in range(0, months.width(), 5)
        if months.day_at(QPoint(x, y)) == date(2026, 1, 2)
    )
    answered(page, lambda: qtbot.mouseClick(months, Qt.MouseButton.LeftButton, pos=place), entering("", "Libur lokal"))
    assert listed(page)[0] == "Libur lokal"


@pytest.mark.parametrize(("factor", "size"), SCREENS)
def test_no_word_is_cut(
    kantor: Kantor, qtbot: QtBot, install_theme: InstallTheme, factor: float, size: tuple[int, int]
) -> None:
    install_theme(factor=factor)
    page = make(Desk(lambda: kantor.ctx(JOKO), InlineRunner()))
    qtbot.addWidget(page)
    page.set_narrow(narrow=size[0] < 1200 * factor)
    page.load()
    page.resize(size[0], size[1] - 120)
    page.show()
    qtbot.waitUntil(lambda: not unreadable(page))


def test_the_panel_alone_scrolls_and_follows_the_chosen_day(qtbot: QtBot, page: CalendarPage, kantor: Kantor) -> None:
    many = tuple(HariLibur(date(2026, 3, day), f"Hari {day}", JenisLibur.CUTI_BERSAMA) for day in range(1, 26))
    with kantor.store.unit() as unit:
        unit.calendar.put(KalenderTahun(2026, many))
        unit.commit()
    page.load()
    days = page.findChild(Listing, "daftar_libur")
    assert days is not None
    assert days.counted() == (25, 25)
    assert days.verticalScrollBar().maximum() == 0
    with qtbot.waitActive(page):
        page.activateWindow()
    days.setFocus()
    panel = page.findChild(CalendarPanel)
    assert panel is not None
    around = panel.findChild(QScrollArea)
    assert around is not None
    qtbot.waitUntil(lambda: around.verticalScrollBar().maximum() > 0)
    qtbot.keyClick(days, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    shown = days.visualRect(days.currentIndex())
    assert days.currentIndex().row() == 24
    assert days.viewport().visibleRegion().contains(shown.center())
    assert button(page, "ubah_libur").isVisible()


def test_five_days_off_are_seen_on_the_lowest_window(qtbot: QtBot, page: CalendarPage, kantor: Kantor) -> None:
    many = tuple(HariLibur(date(2026, 3, day), f"Hari {day}", JenisLibur.CUTI_BERSAMA) for day in range(1, 26))
    with kantor.store.unit() as unit:
        unit.calendar.put(KalenderTahun(2026, many))
        unit.commit()
    page.set_narrow(narrow=True)
    page.resize(1093, 441)
    page.load()
    days = page.findChild(Listing, "daftar_libur")
    assert days is not None
    qtbot.waitUntil(lambda: page.height() == 441)
    assert days.viewport().visibleRegion().boundingRect().height() >= 5 * days.rowHeight(0)
