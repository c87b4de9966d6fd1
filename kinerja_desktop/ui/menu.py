"""The menu of the window as data. Only what can be done is listed: an entry without an act does not exist.

The window adds its own entries (tabs, Muat Ulang, Daftar Tombol, Ganti Pengguna, Keluar); bootstrap hands in the
rest.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

AKUN = "Akun"
"""The group that is also offered at the person's own circle."""


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One act: its words, what it does, and its key if it has one (shown here, bound elsewhere)."""

    text: str
    act: Callable[[], object]
    key: str = ""


@dataclass(frozen=True, slots=True)
class MenuGroup:
    """A submenu: Berkas, Sunting, Tampilan, Alat, Akun or Bantuan."""

    title: str
    items: tuple[MenuItem, ...]


def fill_menu(menu: QMenu, groups: Sequence[MenuGroup], last: Sequence[MenuItem]) -> None:
    """Groups as submenus, then a line, then the entries that end a session."""
    menu.clear()
    for group in groups:
        if group.items:
            submenu = menu.addMenu(group.title)
            _add_items(submenu, group.items)
    menu.addSeparator()
    _add_items(menu, last)


def fill_person_menu(menu: QMenu, groups: Sequence[MenuGroup], last: Sequence[MenuItem]) -> None:
    """What the person does with the account, and the entries that end a session."""
    menu.clear()
    _add_items(menu, [item for group in groups if group.title == AKUN for item in group.items])
    menu.addSeparator()
    _add_items(menu, last)


def _add_items(menu: QMenu, items: Sequence[MenuItem]) -> None:
    for item in items:
        action = menu.addAction(f"{item.text}\t{QKeySequence(item.key).toString()}" if item.key else item.text)
        action.triggered.connect(lambda _checked=False, act=item.act: act())


def merged(groups: Sequence[MenuGroup]) -> list[MenuGroup]:
    """Groups of the same title joined into one, in the order of the frame."""
    order = ("Berkas", "Sunting", "Tampilan", "Alat", AKUN, "Bantuan")
    titles = [*order, *(group.title for group in groups if group.title not in order)]
    return [
        MenuGroup(title, tuple(item for group in groups if group.title == title for item in group.items))
        for title in dict.fromkeys(titles)
    ]
