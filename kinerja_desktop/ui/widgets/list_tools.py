"""What every list in columns can do besides showing: hide columns, remember how it is arranged, export what is seen.

``ListTools`` is put on a table once its columns are laid out. Its menu opens with the right button on the head or the
list, or with Shift+F10; ``LIST_KEYS`` of ``ui.keys`` names the keys. A list that sorts hands in ``sort``; one that
filters has a ``FilterLine`` above it.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QHeaderView, QMenu, QTableView

from kinerja_desktop.ui import kept_lists, theme
from kinerja_desktop.ui.kept_lists import Look
from kinerja_desktop.ui.widgets.seen import Seen, copy_seen, export_seen

_SCALE = 100


class ListTools(QObject):
    """Tools of one table. ``flexible`` are columns whose width a person sets; the others take the room that is left."""

    def __init__(
        self,
        view: QTableView,
        name: str,
        *,
        flexible: Sequence[int],
        sorts: bool,
        figures: Callable[[int], bool],
    ) -> None:
        super().__init__(view)
        self._view, self._name, self._sorts, self._figures = view, name, sorts, figures
        self._own = {at: view.columnWidth(at) for at in flexible}
        self._narrow: frozenset[int] = frozenset()
        self._applies = False
        head = view.horizontalHeader()
        for part in (head, view):
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            part.customContextMenuRequested.connect(lambda at, part=part: self._pop_up(part.mapToGlobal(at)))
        self._apply(kept_lists.of(name))
        head.sectionResized.connect(self._note_width)
        if sorts:
            head.setSortIndicatorClearable(True)  # Qt's own signature
            head.sortIndicatorChanged.connect(self._note_order)

    # --- columns ---------------------------------------------------------------------------------

    def heads(self) -> list[str]:
        """The words over all columns."""
        model = self._view.model()
        across = Qt.Orientation.Horizontal
        return [str(model.headerData(at, across) or "") for at in range(model.columnCount())]

    def seen(self) -> list[int]:
        """Columns that are shown, as they stand on the screen."""
        head = self._view.horizontalHeader()
        order = sorted(range(head.count()), key=head.visualIndex)
        return [at for at in order if not self._view.isColumnHidden(at)]

    def hide_when_narrow(self, columns: Sequence[int], *, narrow: bool) -> None:
        """Columns for which a narrow window has no room; what a person hid himself stays hidden in a wide one."""
        self._narrow = frozenset(columns) if narrow else frozenset()
        self._show_columns()

    def set_hidden(self, column: int, *, hidden: bool) -> None:
        """Hide a column or show it again, and remember that; the last one stays."""
        look, head = kept_lists.of(self._name), self.heads()[column]
        if hidden and self.seen() == [column]:
            return
        left = tuple(one for one in look.hidden if one != head)
        if not hidden:
            self._narrow -= {column}  # asked for by hand, it is shown whatever the room
        kept_lists.keep(self._name, replace(look, hidden=(*left, head) if hidden else left))
        self._show_columns()

    def reset(self) -> None:
        """As the program brings it: all columns, their widths, no order."""
        kept_lists.keep(self._name, Look())
        self._narrow = frozenset()
        self._apply(Look())

    def _apply(self, look: Look) -> None:
        self._applies = True
        heads = self.heads()
        for at, width in self._own.items():
            kept = look.widths.get(heads[at])
            self._view.setColumnWidth(at, width if kept is None else kept * theme.px(_SCALE) // _SCALE)
        self._show_columns()
        if self._sorts:
            at = heads.index(look.order) if look.order and look.order in heads else -1
            order = Qt.SortOrder.DescendingOrder if look.downward else Qt.SortOrder.AscendingOrder
            self._view.horizontalHeader().setSortIndicator(at, order)
        self._applies = False

    def _show_columns(self) -> None:
        heads, look = self.heads(), kept_lists.of(self._name)
        hidden = {at for at, head in enumerate(heads) if head in look.hidden} | self._narrow
        if len(hidden) >= len(heads):
            hidden = set(self._narrow)
        for at in range(len(heads)):
            self._view.setColumnHidden(at, at in hidden)

    def _note_width(self, column: int, _before: int, width: int) -> None:
        movable = self._view.horizontalHeader().sectionResizeMode(column) is QHeaderView.ResizeMode.Interactive
        if self._applies or not width or column not in self._own or not movable:
            return
        look = kept_lists.of(self._name)
        widths = {**look.widths, self.heads()[column]: round(width * _SCALE / theme.px(_SCALE))}
        kept_lists.keep(self._name, replace(look, widths=widths))

    # --- order -----------------------------------------------------------------------------------

    def _note_order(self, column: int, order: Qt.SortOrder) -> None:
        if not self._applies:
            look, downward = kept_lists.of(self._name), order is Qt.SortOrder.DescendingOrder
            named = self.heads()[column] if column >= 0 else ""
            kept_lists.keep(self._name, replace(look, order=named, downward=downward and bool(named)))

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
        shown = (row for row in range(model.rowCount()) if not self._view.isRowHidden(row))
        return [[_words(model.index(row, at).data()) for at in columns] for row in shown]

    def copy(self) -> None:
        """Put what is seen on the clipboard."""
        copy_seen(self._seen())

    def export(self) -> None:
        """Write what is seen to a file."""
        export_seen(self._view, self._seen())

    def _seen(self) -> Seen:
        heads, shown = self.heads(), self.seen()
        return Seen(self._name, [heads[at] for at in shown], self.rows(), [self._figures(at) for at in shown])

    # --- the menu --------------------------------------------------------------------------------

    def menu(self) -> QMenu:
        """Columns to tick, the order, copying and exporting."""
        menu = QMenu(self._view)
        menu.setObjectName("menu_daftar")
        menu.aboutToHide.connect(menu.deleteLater)
        self._add_columns(menu.addMenu("Kolom"))
        if self._sorts:
            self._add_orders(menu.addMenu("Urutkan menurut"))
        menu.addAction("Kembalikan susunan awal").triggered.connect(self.reset)
        menu.addSeparator()
        menu.addAction("Salin yang terlihat").triggered.connect(self.copy)
        menu.addAction("Ekspor yang terlihat…").triggered.connect(self.export)
        return menu

    def open_menu(self) -> None:
        """By key: at the upper left of the list, the first entry chosen."""
        self._pop_up(self._view.viewport().mapToGlobal(QPoint(0, 0)))

    def _pop_up(self, place: QPoint) -> None:
        """Once: a key may be told as a key and as a wish for the menu."""
        if QApplication.activePopupWidget() is None:
            menu = self.menu()
            menu.popup(place)
            menu.setActiveAction(menu.actions()[0])

    def _add_columns(self, menu: QMenu) -> None:
        shown = self.seen()
        for at, head in ((at, head) for at, head in enumerate(self.heads()) if head):
            action = _ticked(menu, head, on=at in shown)
            action.setEnabled(shown != [at])
            action.triggered.connect(lambda on, at=at: self.set_hidden(at, hidden=not on))

    def _add_orders(self, menu: QMenu) -> None:
        head, group = self._view.horizontalHeader(), QActionGroup(menu)
        for at in (-1, *(at for at in self.seen() if self.heads()[at])):
            words = "Urutan awal" if at < 0 else self.heads()[at]
            action = group.addAction(_ticked(menu, words, on=head.sortIndicatorSection() == at))
            action.triggered.connect(lambda _, at=at: head.setSortIndicator(at, Qt.SortOrder.AscendingOrder))


def _ticked(menu: QMenu, words: str, *, on: bool) -> QAction:
    action = menu.addAction(words.replace("&", "&&"))
    action.setCheckable(True)
    action.setChecked(on)
    return action


def _words(value: object) -> str:
    return "" if value is None else str(value)
