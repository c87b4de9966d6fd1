"""Texts of many things in one field: undo and redo of each outlive a turn to another one."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.realisasi import IsiIndikator
from kinerja_desktop.ui.widgets.fields import CounterTextEdit
from kinerja_desktop.ui.work.texts import IndikatorTexts

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def edit(qtbot: QtBot) -> CounterTextEdit:
    made = CounterTextEdit("Uraian", limit=100, rows=2)
    qtbot.addWidget(made)
    made.show()
    return made


def undo(qtbot: QtBot, edit: CounterTextEdit) -> str:
    qtbot.keyClick(edit.field, Qt.Key.Key_Z, CTRL)
    return edit.text()


def test_undo_and_redo_are_there_again_after_another_text(qtbot: QtBot, edit: CounterTextEdit) -> None:
    edit.turn_to("a", "")
    qtbot.keyClicks(edit.field, "satu")
    edit.turn_to("b", "lain")
    edit.turn_to("a", "satu")
    assert undo(qtbot, edit) == ""
    qtbot.keyClick(edit.field, Qt.Key.Key_Y, CTRL)
    assert edit.text() == "satu"


def test_one_text_is_never_undone_into_another(qtbot: QtBot, edit: CounterTextEdit) -> None:
    edit.turn_to("a", "satu")
    edit.turn_to("b", "dua")
    assert undo(qtbot, edit) == "dua"


def test_what_was_stored_meanwhile_is_one_step(qtbot: QtBot, edit: CounterTextEdit) -> None:
    edit.turn_to("a", "satu")
    edit.turn_to("a", "dari orang lain")
    assert edit.text() == "dari orang lain"
    assert undo(qtbot, edit) == "satu"


def test_typing_is_told_and_counted_in_every_text(qtbot: QtBot, edit: CounterTextEdit) -> None:
    told: list[str] = []
    edit.field.textChanged.connect(lambda: told.append(edit.text()))
    edit.turn_to("a", "satu")
    edit.turn_to("b", "dua")
    told.clear()
    qtbot.keyClicks(edit.field, "!")
    assert told == ["!dua"]
    assert "4 dari 100 huruf" in edit.field.accessibleDescription()


def test_the_field_grows_with_whichever_text_it_shows(edit: CounterTextEdit) -> None:
    edit.turn_to("a", "satu")
    low = edit.field.height()
    edit.turn_to("b", "\n".join("abcdef"))
    assert edit.field.height() > low
    edit.turn_to("a", "satu")
    assert edit.field.height() == low


def test_the_words_of_every_row_keep_their_undo(qtbot: QtBot) -> None:
    texts = IndikatorTexts()
    qtbot.addWidget(texts)
    texts.show()
    edit = texts._edits["faktor_pendukung"]
    first, second = IsiIndikator("1.1"), IsiIndikator("1.2", faktor_pendukung="lain")
    texts.show_for(first, editable=True, of=1)
    qtbot.keyClicks(edit.field, "kader aktif")
    typed = texts.content(first)
    texts.show_for(second, editable=True, of=1)
    texts.show_for(typed, editable=True, of=1)
    assert undo(qtbot, edit) == ""
    texts.show_for(typed, editable=True, of=2)
    assert undo(qtbot, edit) == "kader aktif", "another quarter has another past"
