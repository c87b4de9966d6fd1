"""What the menu of a grid that is filled offers for the chosen cells. One more act: a line in `add_cell_acts`."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from kinerja_desktop.ui.widgets.grid.view import GridView

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
    _add(menu, "Salin", "Ctrl+C", grid.copy)
    for words, keys, act in changes:
        _add(menu, words, keys, act if editable else None)
    menu.addSeparator()
    every = _add(menu, "Semua kolom", "Ctrl+U", lambda: grid.set_all_columns(shown=every.isChecked()))
    every.setCheckable(True)
    every.setChecked(grid.shows_all_columns())


def _add(menu: QMenu, words: str, keys: str, act: _Act | None) -> QAction:
    made = menu.addAction(f"{words}\t{keys}" if keys else words)
    made.setEnabled(act is not None)
    if act is not None:
        made.triggered.connect(lambda _: act())
    return made
