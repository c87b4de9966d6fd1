"""How a person wants his list of tasks: by limit, by seksi, or by kind of task; and which of them he looks at.

Remembered for each person as ``remembered`` keeps things. The counts of the page stay those of all tasks, and a strip
says how many of them are seen. One more way to choose: a field of ``Wish`` and its line in ``ASKED``.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from kinerja_desktop.domain.workflow import Jenis
from kinerja_desktop.services.inbox import KelompokTugas, KotakTugas, Tugas
from kinerja_desktop.services.task_words import OF_JENIS, plain_title
from kinerja_desktop.ui import remembered
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.widgets.buttons import Button

_KEY = "kotak_tugas/susunan"
_ALL, _WHOLE_OFFICE = "Semua", "Seluruh kantor"


class Order(Enum):
    """By what the tasks are grouped; inside a group the nearest limit stands first."""

    BATAS = "Batas waktu"
    SEKSI = "Seksi"
    JENIS = "Jenis tugas"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted; an empty choice is every task."""

    order: Order = Order.BATAS
    seksi: str = ""
    jenis: str = ""
    keadaan: str = ""

    @property
    def chosen(self) -> tuple[str, ...]:
        """The choices that leave tasks out."""
        return tuple(filter(None, (self.seksi, self.jenis, self.keadaan)))

    def choosing(self, name: str, words: str) -> "Wish":
        """The same with another choice of one kind, a key of ``ASKED``."""
        kept = {one: str(getattr(self, one)) for one in ASKED} | {name: words}
        return Wish(self.order, **kept)

    @property
    def everything(self) -> "Wish":
        """The same order without any choice."""
        return Wish(self.order)


def seksi_of(task: Tugas) -> str:
    """The seksi that a task is about, or the office."""
    return _WHOLE_OFFICE if task.seksi is None else task.seksi.nama


def jenis_of(task: Tugas) -> str:
    """What is to be done: "Periksa laporan"; of what is done, what it became."""
    if task.langkah is None:
        return OF_JENIS[task.jenis]
    return plain_title(task.langkah, "").strip() if task.jenis is Jenis.BERKAS else f"Susun {OF_JENIS[task.jenis]}"


def keadaan_of(task: Tugas) -> str:
    """The state, however often it was returned."""
    return task.status.value


ASKED: Mapping[str, tuple[str, Callable[[Tugas], str]]] = {
    "seksi": ("Seksi", seksi_of),
    "jenis": ("Jenis tugas", jenis_of),
    "keadaan": ("Keadaan", keadaan_of),
}
"""By field of a wish: what it is called, and what a task says of it."""
_BY = {Order.SEKSI: seksi_of, Order.JENIS: jenis_of}


def recall() -> Wish:
    """What this person wanted last; what cannot be read is no wish."""
    try:
        kept = json.loads(remembered.recall(_KEY) or "{}")
        return Wish(Order[kept["order"]], *(str(kept[name]) for name in ASKED))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Wish()


def keep(wish: Wish) -> None:
    """Remember it for the next time."""
    kept = {**asdict(wish), "order": wish.order.name}
    remembered.keep(_KEY, "" if wish == Wish() else json.dumps(kept))


def arranged(groups: Iterable[KelompokTugas], wish: Wish) -> tuple[KelompokTugas, ...]:
    """The tasks that are wanted, in the groups that are wanted."""
    kept = [replace(group, tugas=tuple(t for t in group.tugas if _fits(t, wish))) for group in groups]
    by = _BY.get(wish.order)
    if by is None:
        return tuple(kept)
    found: dict[str, list[Tugas]] = {}
    for task in (task for group in kept for task in group.tugas):
        found.setdefault(by(task), []).append(task)
    names = sorted(found, key=lambda name: (name == _WHOLE_OFFICE, name.casefold()))
    return tuple(KelompokTugas(name, None, "", tuple(found[name])) for name in names)


def _fits(task: Tugas, wish: Wish) -> bool:
    return all(getattr(wish, name) in ("", says(task)) for name, (_, says) in ASKED.items())


class ArrangeButton(Button):
    """«Susun»: order and choices of the list. ``wished``: a person wants another one."""

    wished = Signal()

    def __init__(self) -> None:
        super().__init__("Susun", icon=Icon.SUSUN)
        self.setObjectName("susun_daftar")
        self.setAccessibleDescription("Urutan tugas dan tugas mana yang terlihat")
        self.wish = recall()
        self._view: KotakTugas | None = None
        self.clicked.connect(self._open)

    def show_view(self, view: KotakTugas) -> None:
        """Offer what the tasks of this view have to choose among."""
        self._view = view

    def want(self, wish: Wish) -> None:
        """Take and remember a wish."""
        if wish != self.wish:
            self.wish = wish
            keep(wish)
            self.wished.emit()

    def add_to(self, menu: QMenu) -> None:
        """Orders and choices, as entries of a menu."""
        orders = {one.value: replace(self.wish, order=one) for one in Order}
        self._add(menu.addMenu("Urutkan menurut"), orders, self.wish.order.value)
        for name, (words, says) in ASKED.items():
            now = getattr(self.wish, name)
            found = {now, *map(says, self._tasks())} - {""}
            choices = {_ALL: self.wish.choosing(name, "")}
            choices |= {one: self.wish.choosing(name, one) for one in sorted(found)}
            self._add(menu.addMenu(words), choices, now or _ALL)
        if self.wish.chosen:
            menu.addAction("Tampilkan semua").triggered.connect(lambda: self.want(self.wish.everything))

    def _add(self, menu: QMenu, choices: Mapping[str, Wish], now: str) -> None:
        group = QActionGroup(menu)
        for words, wish in choices.items():
            action = group.addAction(menu.addAction(words.replace("&", "&&")))
            action.setCheckable(True)
            action.setChecked(words == now)
            action.triggered.connect(lambda _=False, wish=wish: self.want(wish))

    def _tasks(self) -> list[Tugas]:
        return [] if self._view is None else [task for group in self._view.kelompok for task in group.tugas]

    def menu_of(self) -> QMenu:
        """The menu that the button opens."""
        menu = QMenu(self)
        menu.setObjectName("menu_susun")
        menu.aboutToHide.connect(menu.deleteLater)
        self.add_to(menu)
        return menu

    def _open(self) -> None:
        self.menu_of().popup(self.mapToGlobal(self.rect().bottomLeft()))
