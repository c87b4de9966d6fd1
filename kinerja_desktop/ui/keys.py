"""The keys that work everywhere, and the dialog that lists them with those of the page (Ctrl+/).

One more key of the window: a line in `WINDOW_KEYS` and its act in `main_window`. Keys of a page: `Page.keys`.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Ink, Space, TextStyle
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea

WINDOW_KEYS = (
    ("F1", "Bantuan untuk tempat ini"),
    ("F10, Alt+M", "Menu"),
    ("Ctrl+K", "Cari di semua data; ↑ ↓ memilih, Enter membuka, Esc menutup"),
    ("Ctrl+R", "Ganti peran"),
    ("Ctrl+L", "Ganti Pengguna"),
    ("Ctrl+1 … 7", "Buka tab"),
    ("Ctrl+PgUp, Ctrl+PgDn", "Tab sebelum dan sesudah"),
    ("F6, Shift+F6", "Bagian layar berikut dan sebelumnya"),
    ("F5", "Muat ulang"),
    ("F4", "Tutup atau buka panel samping"),
    ("Ctrl+F", "Saring halaman ini"),
    ("Ctrl++, Ctrl+-, Ctrl+0", "Perbesar, perkecil tulisan, sebesar bawaan kantor"),
    ("Ctrl+Z", "Urungkan ketikan"),
    ("Ctrl+Y, Ctrl+Shift+Z", "Ulangi yang diurungkan"),
    ("Esc", "Mundur satu langkah"),
    ("Ctrl+/", "Daftar tombol"),
)

LIST_KEYS = (
    ("Ctrl+←, Ctrl+→", "Urutkan daftar menurut kolom sebelum dan sesudah"),
    ("Ctrl+↑, Ctrl+↓", "Urutkan naik, turun"),
    ("Ctrl+C", "Salin yang terlihat pada daftar"),
    ("Shift+F10", "Menu daftar: kolom, urutan, ekspor"),
)
"""Keys of every list in columns."""


def keys_dialog(parent: QWidget, page_title: str, page_keys: Sequence[tuple[str, str]]) -> Dialog:
    """The list, the page's own keys first."""
    dialog = Dialog(parent, "Daftar Tombol", "Daftar Tombol")
    dialog.cancel.setText("Tutup")
    listing = QWidget()
    grid = QGridLayout(listing)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(Space.PAGE))
    grid.setColumnStretch(1, 1)
    if page_keys:
        _add(grid, page_title, page_keys)
    _add(grid, "Pada daftar", LIST_KEYS)
    _add(grid, "Di mana saja", WINDOW_KEYS)
    area = ScrollArea(listing)
    dialog.add_giving(area, 330)
    area.setFocus()
    return dialog


def _add(grid: QGridLayout, title: str, keys: Sequence[tuple[str, str]]) -> None:
    grid.addWidget(Label(title, TextStyle.BODY_700), grid.rowCount(), 0, 1, 2)
    for key, words in keys:
        at = grid.rowCount()
        grid.addWidget(Label(key, TextStyle.BODY_500), at, 0)
        grid.addWidget(Label(words[:1].upper() + words[1:], ink=Ink.TEXT_2, wrap=True), at, 1)
