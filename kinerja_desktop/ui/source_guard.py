"""Keeps PySide6 from reading the source of every module that is imported after it.

It looks whether a module mentions PySide6, to know where its optional spellings (``snake_case``) may be switched on.
This program uses none of them, and the look costs a twentieth of a start and 17 MB, because the standard library keeps
every source that was read. Without the name that is replaced here nothing happens.
"""

import sys

import PySide6.QtCore  # noqa: F401 - the watcher comes with it

_WATCHER = "shibokensupport.feature"
_LOOK = "_mod_uses_pyside"


def keep_sources_unread() -> None:
    """Let the watcher answer that no module uses the optional spellings."""
    watcher = sys.modules.get(_WATCHER)
    if watcher is not None and _LOOK in vars(watcher):
        vars(watcher)[_LOOK] = _never


def _never(_: object) -> bool:
    return False
