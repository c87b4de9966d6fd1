"""What the search of the header found, as a list below its field: arrows choose, Enter opens, Esc goes back.

What is found, and where it is opened, the service says. What the role has no tab for is told in a card
(``found_card``) that also says which role opens it.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from kinerja_desktop.services import search
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.search import Temuan
from kinerja_desktop.ui import icons, theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.main_window import MainWindow
from kinerja_desktop.ui.role_tabs import OF_ROLE, TABS
from kinerja_desktop.ui.theme import Ink, Space, TextStyle
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.list_tools import forbid
from kinerja_desktop.ui.widgets.painting import text_width
from kinerja_desktop.ui.work.places import has_tab

_ICONS = {
    "Dokumen": Icon.ARSIP,
    "Tugas": Icon.KOTAK_TUGAS,
    "Indikator": Icon.RENCANA_KINERJA,
    "Orang": Icon.PENGGUNA,
    "Catatan": Icon.UBAH,
}
_WIDTH = 620


class Finder:
    """The field of the header at work, for whoever sits there in the role of ``context``."""

    def __init__(self, main: MainWindow, context: Callable[[], Context]) -> None:
        self._main, self._context = main, context

    def find(self, cari: str) -> None:
        """Show what fits below the field."""
        menu = found_menu(self._main, cari, search.find(self._context(), cari), self._open)
        menu.aboutToHide.connect(menu.deleteLater)
        drop_below(menu, self._main.search_field())

    def _open(self, found: Temuan) -> None:
        """Open it where this role can see it; elsewhere tell what may be told of it."""
        self._main.search_field().clear()
        role = self._context().actor.role
        if place := next((key for key in found.tab if has_tab(role, key)), ""):
            self._main.open_tab(place, found.butir)
        else:
            QTimer.singleShot(0, self._main, found_card(self._main, found).open)


def found_menu(parent: QWidget, cari: str, found: Sequence[Temuan], opened: Callable[[Temuan], object]) -> QMenu:
    """The list; each line can be opened."""
    menu = QMenu(parent)
    menu.setObjectName("hasil_cari")
    menu.setAccessibleName(f"Hasil pencarian {cari}")
    for one in found:
        action = menu.addAction(icons.icon(_ICONS[one.jenis], Ink.TEXT_2), _words(one))
        action.setData(one.butir)
        action.setToolTip(f"{one.jenis}: {one.judul}")
        action.triggered.connect(lambda _=False, one=one: opened(one))
    if not found:
        forbid(menu.addAction(_nothing(cari)), "Ubah kata pada bidang pencarian.")
    return menu


def found_card(parent: QWidget, one: Temuan) -> Dialog:
    """What may be told of a thing to a role that has no tab for it, and who opens it."""
    tabs = [key for key in one.tab if key in TABS]
    roles = [role.label for role, keys in OF_ROLE.items() if any(key in keys for key in tabs)]
    titles = " atau ".join(TABS[key].title for key in tabs)
    why = f"Tab {titles} ada pada peran {', '.join(roles)}; peran Anda sekarang tidak memilikinya."
    dialog = Dialog(parent, one.jenis, one.judul, sentence=why)
    dialog.setObjectName("kartu_temuan")
    dialog.cancel.setText("Tutup")
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(Space.PAGE))
    grid.setColumnStretch(1, 1)
    for at, (label, value) in enumerate(one.rincian):
        grid.addWidget(Label(label, ink=Ink.TEXT_2), at, 0)
        grid.addWidget(Label(value, wrap=True), at, 1)
    dialog.body.addLayout(grid)
    return dialog


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
