"""What a person arranged on this PC, kept beside the office and not in it: a side panel that was closed, say.

Such things are nobody's record: they go by PC and person, are in no backup, and losing them costs a click. One more: a
key of its own, with a text whose absence means what the screens do by themselves. Until `open_store` is called,
nothing outlasts the program.
"""

from typing import ClassVar

from PySide6.QtCore import QSettings

NAME = "Kinerja Desktop"


class _Kept:
    """Holder of the one store and of whose things are meant; a program has one person at the PC."""

    store: QSettings | None = None
    texts: ClassVar[dict[str, str]] = {}
    person = ""


def open_store() -> None:
    """Keep things from now on where the system keeps what belongs to a user of the PC."""
    _Kept.store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, NAME, NAME)


def forget_all() -> None:
    """Back to a PC on which nobody arranged anything; nothing of a store is touched."""
    _Kept.store, _Kept.person = None, ""
    _Kept.texts.clear()


def sit_down(person: str) -> None:
    """Tell whose things are meant, by the id of the person."""
    _Kept.person = person


def recall(key: str) -> str:
    """What this person arranged; empty where nothing was."""
    place = f"{_Kept.person}/{key}"
    if place not in _Kept.texts and _Kept.store is not None:
        _Kept.texts[place] = str(_Kept.store.value(place, ""))
    return _Kept.texts.get(place, "")


def keep(key: str, text: str) -> None:
    """Remember it for the next time."""
    place = f"{_Kept.person}/{key}"
    _Kept.texts[place] = text
    if _Kept.store is not None:
        _Kept.store.setValue(place, text)
