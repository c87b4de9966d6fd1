"""What the search of the header found, as a list below its field: arrows choose, Enter opens, Esc goes back.

The window gives the words and a place; what is found, and where it is opened, the service says.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from kinerja_desktop.services.search import Temuan
from kinerja_desktop.ui import icons, theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.painting import text_width

_ICONS = {"Dokumen": Icon.ARSIP, "Indikator": Icon.RENCANA_KINERJA, "Orang": Icon.PENGGUNA}
_WIDTH = 620


def found_menu(
    parent: QWidget,
    cari: str,
    found: Sequence[Temuan],
    opened: Callable[[Temuan], object],
    may_open: Callable[..., str],
) -> QMenu:
    """The list; what the role has no tab for is named but cannot be opened."""
    menu = QMenu(parent)
    menu.setObjectName("hasil_cari")
    menu.setAccessibleName(f"Hasil pencarian {cari}")
    for one in found:
        action = menu.addAction(icons.icon(_ICONS[one.jenis], Ink.TEXT_2), _words(one))
        action.setData(one.butir)
        action.setEnabled(bool(may_open(one)))
        action.triggered.connect(lambda _=False, one=one: opened(one))
    if not found:
        menu.addAction(_nothing(cari)).setEnabled(False)
    return menu


def drop_below(menu: QMenu, field: QWidget) -> None:
    """Show the list under the field, the first thing chosen."""
    menu.popup(field.mapToGlobal(QPoint(0, field.height() + theme.px(2))))
    first = next((action for action in menu.actions() if action.isEnabled()), None)
    if first is not None:
        menu.setActiveAction(first)


def _nothing(cari: str) -> str:
    if len("".join(cari.split())) < 2:
        return "Ketik paling sedikit dua huruf."
    return f"Tidak ada yang cocok dengan «{cari}»."


def _words(one: Temuan) -> str:
    """Name, then where it belongs; the name gives way where both have no room."""
    about = f"   {one.keterangan}"
    title, room = one.judul, theme.px(_WIDTH) - text_width(about, TextStyle.BODY)
    while text_width(title, TextStyle.BODY) > room and len(title) > 12:
        title = f"{title[:-2].rstrip()}…"
    return f"{title}{about}".replace("&", "&&")
