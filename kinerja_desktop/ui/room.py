"""How large a window may be: never larger than what the screen leaves, whatever the scale of its text."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

TITLE_BAR = 30
"""Height in pixels that the system takes above a window."""


def within_screen(window: QWidget, width: int, height: int) -> QSize:
    """The size that is wanted, in pixels, or as much of it as there is room for beside the task bar."""
    free = window.screen().availableGeometry()
    return QSize(min(width, free.width()), min(height, free.height() - TITLE_BAR))


def free_height(window: QWidget) -> int:
    """Pixels from top to bottom that a window without a title bar may take beside the task bar."""
    return window.screen().availableGeometry().height()
