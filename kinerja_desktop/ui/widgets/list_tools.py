"""What every list in columns can do besides showing: hide columns, remember how it is arranged, export what is seen.

``ListTools`` is put on a table once its columns are laid out. Its menu opens with the right button on the head or the
list, or with Shift+F10; ``LIST_KEYS`` of ``ui.keys`` names the keys. A list that sorts listens to the order of its
head; one that filters has a ``FilterLine`` above it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from PySide6.QtCore import SIGNAL, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QHeaderView, QMenu, QTableView

from kinerja_desktop.ui import kept_lists, theme
from kinerja_desktop.ui.kept_lists import Look
from kinerja_desktop.ui.widgets.filter_line import FilterLine
from kinerja_desktop.ui.widgets.order_line import OrderLine
from kinerja_desktop.ui.widgets.seen import SEEN_ROLE, Seen, copy_seen, export_seen

_SCALE = 100


class ListTools(QObject):
    """Tools of one table. ``flexible`` are columns whose width a person sets; the others take the room that is left.

    ``keys`` names the columns where what stands over them changes, as the quarter does; ``needed`` are never hidden.
    ``document``: the rows stand in the order of a paper and are filled, so another order is for this look alone, is not
    remembered, is told by the ``order_line`` below them, and the arrows keep what they mean in Excel.
    ``columns_changed``: a person hid a column or wants one; a table that shares its room among them does so anew.
    ``columns_laid``: columns are shown or hidden, whoever wanted it, or have their first widths again.
    """

    columns_changed = Signal()
    columns_laid = Signal()

    def __init__(
        self,
        view: QTableView,
        name: str,
        *,
        flexible: Sequence[int],
        sorts: bool,
        figures: Callable[[int], bool],
        keys: Sequence[str] = (),
        needed: Collection[int] = (),
        document: bool = False,
    ) -> None:
        super().__init__(view)
        self._view, self._name, self._sorts, self._figures = view, name, sorts, figures
        self._given_keys, self._needed, self._document = tuple(keys), frozenset(needed), document
        self._more: Callable[[QMenu], object] = lambda _: None
        self._filter: FilterLine | None = None
        self.order_line = OrderLine()
        self.order_line.given_wanted.connect(lambda: self.order_by(-1))
        self._own = {at: view.columnWidth(at) for at in flexible}
        self._narrow: frozenset[int] = frozenset()
        self._applies = False
        head = view.horizontalHeader()
        for part in (head, view):
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            part.customContextMenuRequested.connect(
                lambda at, part=part: self._pop_up(part.mapToGlobal(at), cells=part is view)
            )
        self.recall()
        head.sectionResized.connect(self._note_width)
        if document:
            _sort_only(head)
        if sorts:
            head.setSortIndicatorClearable(True)  # Qt's own signature
            head.sortIndicatorChanged.connect(self._note_order)

    # --- columns ---------------------------------------------------------------------------------

    def heads(self) -> list[str]:
        """The words over all columns."""
        model = self._view.model()
        across = Qt.Orientation.Horizontal
        return [" ".join(str(model.headerData(at, across) or "").split()) for at in range(model.columnCount())]

    def _keys(self) -> Sequence[str]:
        """The names by which columns are remembered."""
        return self._given_keys[: self._view.model().columnCount()] or self.heads()

    def hidden_by_hand(self) -> frozenset[int]:
        """Columns that a person hid."""
        hidden = kept_lists.of(self._name).hidden
        found = frozenset(at for at, key in enumerate(self._keys()) if key in hidden) - self._needed
        return found if len(found) < len(self._keys()) else frozenset()

    def asked_by_hand(self) -> frozenset[int]:
        """Columns that a person wants to see whatever the room."""
        asked = kept_lists.of(self._name).asked
        return frozenset(at for at, key in enumerate(self._keys()) if key in asked)

    def widths_by_hand(self) -> dict[int, int]:
        """Columns to which a person gave a width, and that width in pixels."""
        kept = kept_lists.of(self._name).widths
        return {at: _in_pixels(kept[key]) for at, key in enumerate(self._keys()) if at in self._own and key in kept}

    def lay_widths(self, widths: Mapping[int, int]) -> None:
        """Give columns widths that nobody chose."""
        with self._by_itself():
            for at, width in widths.items():
                self._view.setColumnWidth(at, width)

    def seen(self) -> list[int]:
        """Columns that are shown, as they stand on the screen."""
        head = self._view.horizontalHeader()
        order = sorted(range(head.count()), key=head.visualIndex)
        return [at for at in order if not self._view.isColumnHidden(at)]

    def hide_when_narrow(self, columns: Sequence[int], *, narrow: bool) -> None:
        """Columns for which a narrow window has no room; what a person hid himself stays hidden in a wide one."""
        self._narrow = frozenset(columns) if narrow else frozenset()
        self._show_columns()

    def show_hidden(self) -> None:
        """Show again what was hidden by hand, and remember that."""
        kept_lists.keep(self._name, replace(kept_lists.of(self._name), hidden=()))
        self._show_columns()
        self.columns_changed.emit()

    def set_hidden(self, column: int, *, hidden: bool) -> None:
        """Hide a column or show it again, in sight, and remember that; the last one stays."""
        look, key = kept_lists.of(self._name), self._keys()[column]
        if hidden and (column in self._needed or self.seen() == [column]):
            return
        left, asked = (tuple(one for one in kept if one != key) for kept in (look.hidden, look.asked))
        look = replace(look, hidden=(*left, key) if hidden else left, asked=asked if hidden else (*asked, key))
        kept_lists.keep(self._name, look)
        self._show_columns()
        self.columns_changed.emit()
        if not hidden:
            self._view.scrollTo(self._view.currentIndex().siblingAtColumn(column))

    def reset(self) -> None:
        """As the program brings it: all columns, their widths, no order."""
        kept_lists.keep(self._name, Look())
        self._narrow = frozenset()
        self._apply(Look())
        self.columns_changed.emit()

    def recall(self) -> None:
        """Arrange the table as it was left; to be told where its columns come later than its tools."""
        self._apply(kept_lists.of(self._name))

    def _apply(self, look: Look) -> None:
        keys = self._keys()
        self.lay_widths({**self._own, **self.widths_by_hand()})
        self._show_columns()
        if self._sorts:
            named = look.order if look.order and not self._document else ""
            at = keys.index(named) if named and named in keys else -1
            order = Qt.SortOrder.DescendingOrder if look.downward else Qt.SortOrder.AscendingOrder
            with self._by_itself():
                self._view.horizontalHeader().setSortIndicator(at, order)

    @contextmanager
    def _by_itself(self) -> Iterator[None]:
        """What changes now was asked by nobody, and is not remembered."""
        before, self._applies = self._applies, True
        try:
            yield
        finally:
            self._applies = before

    def _show_columns(self) -> None:
        count, narrow = len(self._keys()), self._narrow - self.asked_by_hand()
        hidden = self.hidden_by_hand() | narrow
        if len(hidden) >= count:
            hidden = narrow
        with self._by_itself():
            for at in range(count):
                self._view.setColumnHidden(at, at in hidden)
        self.columns_laid.emit()

    def _note_width(self, column: int, _before: int, width: int) -> None:
        movable = self._view.horizontalHeader().sectionResizeMode(column) is QHeaderView.ResizeMode.Interactive
        if self._applies or not width or column not in self._own or not movable:
            return
        look = kept_lists.of(self._name)
        widths = {**look.widths, self._keys()[column]: round(width * _SCALE / theme.px(_SCALE))}
        kept_lists.keep(self._name, replace(look, widths=widths))

    # --- order -----------------------------------------------------------------------------------

    def _note_order(self, column: int, order: Qt.SortOrder) -> None:
        if self._document:
            self.order_line.tell(self.heads()[column] if column >= 0 else "")
        elif not self._applies:
            look, downward = kept_lists.of(self._name), order is Qt.SortOrder.DescendingOrder
            named = self._keys()[column] if column >= 0 else ""
            kept_lists.keep(self._name, replace(look, order=named, downward=downward and bool(named)))

    def order_by(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, once more where it was sorted so before; by -1 as the rows were given."""
        head = self._view.horizontalHeader()
        if column >= 0 and (head.sortIndicatorSection(), head.sortIndicatorOrder()) == (column, order):
            head.sortIndicatorChanged.emit(column, order)
        head.setSortIndicator(column, order)

    def is_of_document(self) -> bool:
        """Whether the rows stand in the order of a paper."""
        return self._document

    def ordered_by(self) -> str:
        """The words over the column by which the rows stand; empty as they were given."""
        at = self._view.horizontalHeader().sortIndicatorSection()
        return self.heads()[at] if at >= 0 else ""

    def sort_beside(self, by: int) -> None:
        """Sort by the next column that is seen, or the one before; from no order to the first or the last."""
        head, shown = self._view.horizontalHeader(), [at for at in self.seen() if self.heads()[at]]
        now = head.sortIndicatorSection()
        at = (shown.index(now) + by) % len(shown) if now in shown else (0 if by > 0 else -1)
        head.setSortIndicator(shown[at], Qt.SortOrder.AscendingOrder)

    def turn(self, order: Qt.SortOrder) -> None:
        """Sort up or down, by the first column where there was no order."""
        head = self._view.horizontalHeader()
        now = head.sortIndicatorSection()
        head.setSortIndicator(now if now >= 0 else self.seen()[0], order)

    # --- what is seen ----------------------------------------------------------------------------

    def rows(self) -> list[list[str]]:
        """The words of every cell that the list shows, scrolled to or not."""
        model, columns = self._view.model(), self.seen()
        rows = map(self._view.verticalHeader().logicalIndex, range(model.rowCount()))
        shown = (row for row in rows if not self._view.isRowHidden(row))
        return [[words_of(model.index(row, at)) for at in columns] for row in shown]

    def copy(self) -> None:
        """Put what is seen on the clipboard."""
        copy_seen(self._seen())

    def export(self) -> None:
        """Write what is seen to a file."""
        export_seen(self._view, self._seen())

    def _seen(self) -> Seen:
        heads, shown = self.heads(), self.seen()
        return Seen(self._name, [heads[at] for at in shown], self.rows(), [self._figures(at) for at in shown])

    # --- by keys ---------------------------------------------------------------------------------

    def keys(self) -> Mapping[str, Callable[[], object]]:
        """Acts by their keys, for a table in which these mean nothing else."""
        ordering: Mapping[str, Callable[[], object]] = {
            "Ctrl+Left": lambda: self.sort_beside(-1),
            "Ctrl+Right": lambda: self.sort_beside(1),
            "Ctrl+Up": lambda: self.turn(Qt.SortOrder.AscendingOrder),
            "Ctrl+Down": lambda: self.turn(Qt.SortOrder.DescendingOrder),
        }
        return {
            **dict.fromkeys(("Ctrl+C", "Ctrl+Ins"), self.copy),
            **dict.fromkeys(("Shift+F10", "Menu"), self.open_menu),
            **(ordering if self._sorts and not self._document else {}),
        }

    # --- the menu --------------------------------------------------------------------------------

    def set_filter(self, line: FilterLine) -> None:
        """The line that filters this list, which the menu offers where a page has put it above."""
        self._filter = line

    def set_acts(self, more: Callable[[QMenu], object]) -> None:
        """What stands in the menu before what every list has: acts on the chosen cells."""
        self._more = more

    def menu(self, *, cells: bool = True) -> QMenu:
        """Columns to tick, the order, copying and exporting; before them, over ``cells``, acts on those chosen."""
        menu = QMenu(self._view)
        menu.setObjectName("menu_daftar")
        menu.aboutToHide.connect(menu.deleteLater)
        if cells:
            self._more(menu)
        if menu.actions():
            menu.addSeparator()
        if self._filter is not None and self._filter.parentWidget() is not None:
            add_acts(menu, [Act("Saring…", "Ctrl+F", self._filter.begin)])
        self._add_columns(menu.addMenu("Kolom"))
        if self._sorts:
            self._add_orders(menu.addMenu("Urutkan menurut"))
        menu.addAction("Kembalikan Susunan Awal").triggered.connect(self.reset)
        menu.addSeparator()
        menu.addAction("Salin yang Terlihat").triggered.connect(self.copy)
        menu.addAction("Ekspor yang Terlihat…").triggered.connect(self.export)
        return menu

    def columns_menu(self) -> QMenu:
        """The columns alone, to tick."""
        menu = QMenu(self._view)
        menu.aboutToHide.connect(menu.deleteLater)
        self._add_columns(menu)
        return menu

    def open_menu(self) -> None:
        """By key: below the current cell, at the upper left where none is in sight; the first entry chosen."""
        cell, room = self._view.visualRect(self._view.currentIndex()), self._view.viewport()
        place = cell.bottomLeft() if room.rect().contains(cell.center()) else QPoint(0, 0)
        self._pop_up(room.mapToGlobal(place), cells=True)

    def _pop_up(self, place: QPoint, *, cells: bool) -> None:
        """Once: a key may be told as a key and as a wish for the menu."""
        if QApplication.activePopupWidget() is None:
            menu = self.menu(cells=cells)
            menu.popup(place)
            first = menu.actions()[0]
            if first.menu() is None:  # a first entry that is a submenu would open it
                menu.setActiveAction(first)

    def _add_columns(self, menu: QMenu) -> None:
        shown = self.seen()
        for at, head in ((at, head) for at, head in enumerate(self.heads()) if head):
            action = _ticked(menu, head, on=at in shown)
            if at in self._needed or shown == [at]:
                forbid(action, "Kolom ini selalu terlihat.")
            action.triggered.connect(lambda on, at=at: self.set_hidden(at, hidden=not on))

    def _add_orders(self, menu: QMenu) -> None:
        head, group = self._view.horizontalHeader(), QActionGroup(menu)
        for at in (-1, *(at for at in self.seen() if self.heads()[at])):
            given = "Urutan dokumen" if self._document else "Urutan awal"
            words = given if at < 0 else self.heads()[at]
            action = group.addAction(_ticked(menu, words, on=head.sortIndicatorSection() == at))
            action.triggered.connect(lambda _, at=at: self.order_by(at))


def _sort_only(head: QHeaderView) -> None:
    """A press sorts; Qt would also choose the whole column, for the next Del to empty."""
    for signal in ("sectionPressed(int)", "sectionEntered(int)"):
        QObject.disconnect(head, SIGNAL(signal), None, None)  # type: ignore[call-overload]  # the stubs know no None


def _in_pixels(width: int) -> int:
    return width * theme.px(_SCALE) // _SCALE


def _ticked(menu: QMenu, words: str, *, on: bool) -> QAction:
    action = menu.addAction(words.replace("&", "&&"))
    action.setCheckable(True)
    action.setChecked(on)
    return action


@dataclass(frozen=True, slots=True)
class Act:
    """An entry of a menu: its words, its key, what it does; ``why`` says why it cannot be done now."""

    words: str
    key: str
    do: Callable[[], object] | None
    why: str = ""


def add_acts(menu: QMenu, acts: Iterable[Act]) -> None:
    """Add acts with their keys; one that cannot be done now is grey and says why where the mouse rests."""
    for act in acts:
        made = menu.addAction(f"{act.words}\t{act.key}")
        if act.do is None or act.why:
            forbid(made, act.why)
        else:
            made.triggered.connect(lambda _=False, do=act.do: do())


def forbid(action: QAction, why: str) -> None:
    """Make the entry of a menu grey; it says why where the mouse rests."""
    action.setEnabled(False)
    action.setToolTip(why)
    menu = action.parent()
    assert isinstance(menu, QMenu)
    menu.setToolTipsVisible(True)


def words_of(index: QModelIndex) -> str:
    """What a cell shows."""
    seen = index.data(SEEN_ROLE)
    value = index.data() if seen is None else seen
    return "" if value is None else str(value)
