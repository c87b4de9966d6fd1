"""Where somebody writes on a page, found again on the same page made anew: its field, or its open cell, and the caret.

Without it the letters that follow another size of text would be lost, or begin another figure in the cell.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPlainTextEdit, QWidget

from kinerja_desktop.ui.page import Page


@dataclass(frozen=True, slots=True)
class WritingPlace:
    """``name`` of the field, or of the table in whose current cell a field is open (``in_cell``), and its words.

    A cell opened anew would begin with the figure as it is written, dots and decimals added, where the caret is
    another; a field of other words belongs to something else.
    """

    name: str
    caret: int
    words: str
    in_cell: bool


def place_on(page: QWidget) -> WritingPlace | None:
    """Where somebody writes now; None where he does not write here."""
    field = page.window().focusWidget()
    if not isinstance(field, QLineEdit | QPlainTextEdit) or not page.isAncestorOf(field):
        return None
    caret = field.cursorPosition() if isinstance(field, QLineEdit) else field.textCursor().position()
    table = _table_of(field)
    name = _name(field if table is None else table)
    return WritingPlace(name, caret, _words(field), table is not None) if name else None


def go_on_writing(page: Page, place: WritingPlace) -> None:
    """Put focus and caret there again, where that place still is."""
    if place.in_cell:
        _open_cell(page, place)
        return
    fields: list[QLineEdit | QPlainTextEdit] = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    field = next((one for one in fields if _name(one) == place.name and _words(one) == place.words), None)
    if field is not None and not field.isVisible():
        page.open_panel()  # a larger text leaves less room, and the panel was folded away
    if field is not None and field.isVisible():
        field.setFocus()
        _set_caret(field, place.caret)
    else:
        page.setFocus()  # not the cell of a figure, which would take the letters


def _open_cell(page: QWidget, place: WritingPlace) -> None:
    tables = page.findChildren(QAbstractItemView)
    table = next((one for one in tables if _name(one) == place.name and one.isVisible()), None)
    if table is None or not table.currentIndex().isValid():
        return
    table.setFocus()
    table.edit(table.currentIndex(), QAbstractItemView.EditTrigger.EditKeyPressed, QEvent(QEvent.Type.None_))
    if isinstance(field := table.window().focusWidget(), QLineEdit):
        field.setText(place.words)
        _set_caret(field, place.caret)


def _set_caret(field: QLineEdit | QPlainTextEdit, caret: int) -> None:
    if isinstance(field, QLineEdit):
        field.setCursorPosition(caret)
        return
    cursor = field.textCursor()
    cursor.setPosition(caret)
    field.setTextCursor(cursor)


def _words(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _table_of(field: QWidget) -> QAbstractItemView | None:
    """The table in whose viewport a field is open."""
    around = field.parentWidget()
    table = None if around is None else around.parentWidget()
    return table if isinstance(table, QAbstractItemView) else None


def _name(field: QWidget) -> str:
    return field.objectName() or field.accessibleName()
