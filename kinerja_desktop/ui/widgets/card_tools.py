"""What a column of cards can do besides showing, as lists in columns can: order, filter, copy, export what is seen.

The cards stay the widgets that their owner made, in the order that he keeps; only how they stand below one another
changes, when a person asks for it. ``ListTools`` does the same for tables.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QActionGroup, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from kinerja_desktop.domain.huruf import sought
from kinerja_desktop.ui import kept_lists
from kinerja_desktop.ui.widgets import ordering
from kinerja_desktop.ui.widgets.filter_line import FilterLine
from kinerja_desktop.ui.widgets.list_tools import Act, add_acts
from kinerja_desktop.ui.widgets.seen import Seen, copy_seen, export_seen
from kinerja_desktop.ui.widgets.showing import set_shown


@dataclass(frozen=True, slots=True)
class CardColumn:
    """What a card tells under one head: its words, and what it is sorted by where that is not its words."""

    head: str
    text: Callable[[QWidget], str]
    order: Callable[[QWidget], str] | None = None


class CardTools(QObject):
    """Tools of the cards in ``stack``, which stands in ``area``; ``cards`` gives them in the order of their owner."""

    def __init__(
        self,
        area: QWidget,
        name: str,
        stack: QVBoxLayout,
        cards: Callable[[], Sequence[QWidget]],
        columns: Sequence[CardColumn],
    ) -> None:
        super().__init__(area)
        self._area, self._name, self._stack, self._cards = area, name, stack, cards
        self._columns = {column.head: column for column in columns}
        self._words: tuple[str, ...] = ()
        self.filter_line = FilterLine(self, name)
        area.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        area.customContextMenuRequested.connect(lambda at: self._pop_up(area.mapToGlobal(at)))
        area.installEventFilter(self)

    # --- what is asked for -----------------------------------------------------------------------

    def set_filter(self, words: str) -> None:
        """Show only cards in whose words every one of these stands."""
        self._words = tuple(sought(words).split())
        for card in self._cards():
            set_shown(card, shown=self._passes(card))

    def counted(self) -> tuple[int, int]:
        """How many cards are shown, and how many there are."""
        cards = self._cards()
        return sum(map(self._passes, cards)), len(cards)

    def arrange(self) -> None:
        """Put the cards as they were last wanted; to be told where others were made."""
        for at, card in enumerate(self._ordered()):
            self._stack.removeWidget(card)
            self._stack.insertWidget(at, card)
        self.set_filter(self.filter_line.field.text())
        self.filter_line.tell()

    def order_by(self, head: str) -> None:
        """Sort by what stands under a head, downward where it was sorted so before; by "" as they were made."""
        look = kept_lists.of(self._name)
        downward = bool(head) and look.order == head and not look.downward
        kept_lists.keep(self._name, replace(look, order=head, downward=downward))
        self.arrange()

    # --- what is seen ----------------------------------------------------------------------------

    def seen(self) -> Seen:
        """The cards that are shown, as they stand."""
        shown = filter(self._passes, self._ordered())
        rows = [[column.text(card) for column in self._columns.values()] for card in shown]
        return Seen(self._name, list(self._columns), rows, [False] * len(self._columns))

    def menu(self) -> QMenu:
        """Filter, order, copying, exporting."""
        menu = QMenu(self._area)
        menu.setObjectName("menu_daftar")
        menu.aboutToHide.connect(menu.deleteLater)
        add_acts(menu, [Act("Saring…", "Ctrl+F", self.filter_line.begin)])
        self._add_orders(menu.addMenu("Urutkan menurut"))
        menu.addSeparator()
        menu.addAction("Salin yang Terlihat").triggered.connect(lambda: copy_seen(self.seen()))
        menu.addAction("Ekspor yang Terlihat…").triggered.connect(lambda: export_seen(self._area, self.seen()))
        return menu

    def open_menu(self, below: QWidget | None = None) -> None:
        """Below a button; by key at the upper edge of the cards."""
        place = self._area.mapToGlobal(QPoint(0, 0)) if below is None else below.mapToGlobal(QPoint(0, below.height()))
        self._pop_up(place)

    def _pop_up(self, place: QPoint) -> None:
        """Once: a key may be told as a key and as a wish for the menu."""
        if QApplication.activePopupWidget() is None:
            self.menu().popup(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of every list, while the focus is among the cards."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            acts = {"Ctrl+F": self.filter_line.begin, "Shift+F10": self.open_menu, "Menu": self.open_menu}
            act = acts.get(QKeySequence(event.keyCombination()).toString())
            if act is not None:
                act()
                return True
        return super().eventFilter(watched, event)

    def _add_orders(self, menu: QMenu) -> None:
        now, group = kept_lists.of(self._name).order, QActionGroup(menu)
        for head in ("", *self._columns):
            action = group.addAction(menu.addAction(head or "Urutan awal"))
            action.setCheckable(True)
            action.setChecked(head == now)
            action.triggered.connect(lambda _=False, head=head: self.order_by(head))

    def _ordered(self) -> list[QWidget]:
        look, cards = kept_lists.of(self._name), list(self._cards())
        column = self._columns.get(look.order)
        if column is not None:
            text = column.text
            cards.sort(key=column.order or (lambda card: ordering.of_words(text(card))), reverse=look.downward)
        return cards

    def _passes(self, card: QWidget) -> bool:
        told = sought("\n".join(column.text(card) for column in self._columns.values()))
        return all(word in told for word in self._words)
