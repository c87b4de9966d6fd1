from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.errors import FieldsRefused
from kinerja_desktop.ui.widgets.date_field import DateField

Show = Callable[[str], DateField]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def make(kunci: str) -> DateField:
        made = DateField("Hari terakhir", kunci)
        made.set_day(date(2026, 7, 1))
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.show()
        made.activateWindow()
        made.setFocus()
        return made

    return make


def test_a_typed_day_is_written_back_in_words(qtbot: QtBot, show: Show) -> None:
    field = show("sampai")
    field.selectAll()
    qtbot.keyClicks(field, "15-4-2026")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), field.day()) == ("15 April 2026", date(2026, 4, 15))


def test_what_cannot_be_read_is_refused_by_the_name_of_the_field(show: Show) -> None:
    field = show("sampai")
    field.setText("besok")
    with pytest.raises(FieldsRefused) as refused:
        field.day()
    assert [(one.kunci, one.label) for one in refused.value.isian] == [("sampai", "Hari terakhir")]
    field.setText("")
    assert field.day() is None


def test_a_field_that_nobody_asks_back_about_keeps_its_last_day(qtbot: QtBot, show: Show) -> None:
    field = show("")
    for typed in ("besok", ""):
        field.setText(typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert (field.text(), field.day()) == ("1 Juli 2026", date(2026, 7, 1))


def test_a_day_is_taken_from_the_calendar_with_the_keyboard(qtbot: QtBot, show: Show) -> None:
    field = show("sampai")
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    months = next(one for one in QApplication.allWidgets() if isinstance(one, QCalendarWidget))
    assert months.selectedDate() == QDate(2026, 7, 1)
    with qtbot.waitSignal(field.editingFinished):
        months.activated.emit(QDate(2026, 7, 9))
    assert field.day() == date(2026, 7, 9)


def test_the_calendar_of_an_empty_field_opens_where_a_day_is_likely(show: Show) -> None:
    field = show("sampai")
    field.set_day(None)
    field.near = date(2026, 6, 30)
    field.open_calendar()
    months = next(one for one in QApplication.allWidgets() if isinstance(one, QCalendarWidget) and one.isVisible())
    assert (months.monthShown(), months.yearShown()) == (6, 2026)
    assert months.firstDayOfWeek() is Qt.DayOfWeek.Monday
