"""«Sunting» in the menu: taking back and doing again, in the field that is typed into, else on its page.

Only what can be done now is listed. A page with steps of its own says so in ``Page.undo_steps``; one more kind of
field: a branch in `_steps_of`.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from kinerja_desktop.ui.menu import MenuItem
from kinerja_desktop.ui.page import Page
from kinerja_desktop.ui.widgets.edit_table import EditTable

Act = Callable[[], object] | None
Steps = tuple[Act, Act]


def editing_items(field: QWidget | None, page: Page) -> tuple[MenuItem, ...]:
    """Urungkan and Ulangi as far as there is something to take back or to do again; ``field`` has the focus."""
    own, of_page = _steps_of(field), page.undo_steps()
    acts = (mine or its for mine, its in zip(own, of_page, strict=True))
    named = zip(("Urungkan", "Ulangi"), acts, ("Ctrl+Z", "Ctrl+Y"), strict=True)
    return tuple(MenuItem(words, act, key) for words, act, key in named if act is not None)


def _steps_of(field: QWidget | None) -> Steps:
    if isinstance(field, EditTable):
        return field.steps()
    if isinstance(field, QLineEdit) and not field.isReadOnly():
        return field.undo if field.isUndoAvailable() else None, field.redo if field.isRedoAvailable() else None
    if isinstance(field, QPlainTextEdit) and not field.isReadOnly():
        text = field.document()
        return field.undo if text.isUndoAvailable() else None, field.redo if text.isRedoAvailable() else None
    return None, None
