"""F1 and the menu «Bantuan»: open the help where it is asked for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.petunjuk import Tempat
from kinerja_desktop.services import guide
from kinerja_desktop.ui.guide.places import focused, place_of
from kinerja_desktop.ui.guide.window import GuideWindow
from kinerja_desktop.ui.printer import print_pdf


def help_here(window: QWidget, tab: str = "") -> GuideWindow:
    """F1: the place for what has the focus, in a window beside the one it lies in."""
    asked = focused()
    own = asked is not None and (asked is window or window.isAncestorOf(asked))
    return show_place(window, place_of(asked if own else window, tab))


def show_place(window: QWidget, place: Tempat) -> GuideWindow:
    """Show a place beside a window; the help that is open there goes to it."""
    open_one = window.findChild(GuideWindow, options=Qt.FindChildOption.FindDirectChildrenOnly)
    made = GuideWindow(window, print_subject) if open_one is None else open_one
    made.show_place(place)
    made.show()
    made.raise_()
    made.activateWindow()
    return made


def print_subject(parent: QWidget, kunci: str) -> bool:
    """Print one subject."""
    subjek = guide.subject(kunci)
    return print_pdf(parent, guide.subject_pages(kunci), subjek.judul)
