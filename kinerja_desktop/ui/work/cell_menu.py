"""What the menu of a grid that is filled offers for the chosen cells. One more act: a line in `add_cell_acts`."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from kinerja_desktop.ui.widgets.grid.view import GridView
from kinerja_desktop.ui.widgets.list_tools import add_acts

_Act = Callable[[], object]


def add_cell_acts(menu: QMenu, grid: GridView, *, editable: bool, undo: _Act | None, redo: _Act | None) -> None:
    """Acts on the chosen cells; what cannot be done now is grey."""
    changes: list[tuple[str, str, _Act | None]] = [
        ("Potong", "Ctrl+X", grid.cut),
        ("Tempel", "Ctrl+V", grid.paste),
        ("Kosongkan isi", "Del", grid.clear),
        ("Isi ke bawah", "Ctrl+D", grid.fill_down),
        ("Urungkan", "Ctrl+Z", undo),
        ("Ulangi", "Ctrl+Y", redo),
    ]
    add_acts(menu, [("Salin", "Ctrl+C", grid.copy)])
    add_acts(menu, [(words, keys, act if editable else None) for words, keys, act in changes])
    menu.addSeparator()
    every = menu.addAction("Semua kolom\tCtrl+U")
    every.setCheckable(True)
    every.setChecked(grid.shows_all_columns())
    every.triggered.connect(lambda shown: grid.set_all_columns(shown=shown))
