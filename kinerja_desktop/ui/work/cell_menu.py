"""What the menu of a grid that is filled offers for the chosen cells. One more act: a line in `add_cell_acts`."""

from PySide6.QtWidgets import QMenu

from kinerja_desktop.ui.widgets.grid.view import GridView
from kinerja_desktop.ui.widgets.list_tools import Act, add_acts


def add_cell_acts(menu: QMenu, grid: GridView, *, locked: str, undo: Act, redo: Act) -> None:
    """Acts on the chosen cells; ``locked`` says why nothing can be changed now."""
    changes = (
        Act("Potong", "Ctrl+X", grid.cut, locked),
        Act("Tempel", "Ctrl+V", grid.paste, locked),
        Act("Kosongkan isi", "Del", grid.clear, locked),
        Act("Isi ke bawah", "Ctrl+D", grid.fill_down, locked),
    )
    add_acts(menu, (Act("Salin", "Ctrl+C", grid.copy), *changes, undo, redo))
    menu.addSeparator()
    every = menu.addAction("Semua Kolom\tCtrl+U")
    every.setCheckable(True)
    every.setChecked(grid.shows_all_columns())
    every.triggered.connect(lambda shown: grid.set_all_columns(shown=shown))
