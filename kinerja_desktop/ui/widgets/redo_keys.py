"""Doing again in every field of text: Ctrl+Y and Ctrl+Shift+Z, whatever the system's own key for it is.

Qt knows Ctrl+Y on Windows alone; elsewhere the page around the field would take it for its own steps. One listener
serves the application and sits on the field that has the focus; a further key stands in ``_KEYS``.
"""

from functools import cache

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

_KEYS = tuple(QKeySequence(key) for key in ("Ctrl+Y", "Ctrl+Shift+Z"))


class RedoKeys(QObject):
    """Follows the focus of the application; `follow_redo` makes the one there is."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._focus_changed)
        self._focus_changed(None, app.focusWidget())

    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, QLineEdit | QPlainTextEdit) and isValid(old):
            old.removeEventFilter(self)
        if isinstance(new, QLineEdit | QPlainTextEdit):
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QLineEdit | QPlainTextEdit):
            return False
        if watched.isReadOnly() or QKeySequence(event.keyCombination()) not in _KEYS:
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # the key is the field's, not a page's
        elif event.type() is QEvent.Type.KeyPress:
            watched.redo()
        return True


@cache
def follow_redo() -> None:
    """Let both keys do again from now on, in every window; calling it again changes nothing."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    RedoKeys(app)
