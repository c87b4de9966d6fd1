"""Puts on the window what whoever sits there chose (``appearance``), and lets him choose: keys, menu, dialog.

Colours change under the window. Another size of text builds it anew, so it waits for what would be lost by that; one
more thing to wait for: ``_held``.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QApplication

from kinerja_desktop.services import settings
from kinerja_desktop.services.context import Context
from kinerja_desktop.ui import appearance, theme
from kinerja_desktop.ui.appearance import Chosen
from kinerja_desktop.ui.dialogs import Galat, tell_fault
from kinerja_desktop.ui.main_window import MainWindow
from kinerja_desktop.ui.menu import MenuGroup, MenuItem

_BUSY = "Masih ada pekerjaan yang berjalan. Tunggu sampai selesai, lalu ubah besar tulisan."


class Dressing:
    """For whoever sits there in the role of ``context``; ``renew`` builds everything in the window anew."""

    def __init__(
        self, context: Callable[[], Context], window: Callable[[], MainWindow], renew: Callable[[], object]
    ) -> None:
        self._context, self._window, self._renew = context, window, renew

    def put_on(self) -> bool:
        """True where another size asks for everything to be built anew."""
        before = theme.current().scale
        _install(self._look(appearance.chosen()))
        return theme.current().scale != before

    def put_on_colours(self) -> None:
        """The colours alone: the size stays until somebody sits down."""
        _install(replace(self._look(appearance.chosen()), scale=theme.current().scale))

    def resize(self, by: int) -> None:
        """A larger text, a smaller one, or with 0 that of the office."""
        now = round(theme.current().scale.factor * 100)
        self._wear(replace(appearance.chosen(), percent=appearance.beside(now, by) if by else None))

    def menu(self) -> MenuGroup:
        """What the menu offers of it."""
        items = (
            MenuItem("Perbesar Tulisan", partial(self.resize, 1), "Ctrl++"),
            MenuItem("Perkecil Tulisan", partial(self.resize, -1), "Ctrl+-"),
            MenuItem("Tulisan Sebesar Bawaan Kantor", partial(self.resize, 0), "Ctrl+0"),
            MenuItem("Ukuran dan Warna…", self._ask),
        )
        return MenuGroup("Tampilan", items)

    def _ask(self) -> None:
        from kinerja_desktop.ui.appearance_dialog import ask_appearance  # here: a start need not wait

        wanted = ask_appearance(self._window(), self._office(), appearance.chosen())
        if wanted is not None:
            self._wear(wanted)

    def _wear(self, wanted: Chosen) -> None:
        """Remember a choice and put it on."""
        another = self._look(wanted).scale != theme.current().scale
        if another and (why := self._held()):
            tell_fault(self._window(), Galat("Besar tulisan belum diubah", why))
            return
        appearance.choose(wanted)
        if self.put_on():
            self._renew()

    def _held(self) -> str:
        """What would be lost, or disturbed, if all was built anew now."""
        if self._context().office.store.busy:
            return _BUSY
        tab = self._window().unsaved()
        if not tab:
            return ""
        return f"Perubahan pada {tab} belum disimpan. Simpan atau batalkan dahulu, lalu ubah besar tulisan."

    def _look(self, own: Chosen) -> theme.Theme:
        return appearance.look(self._office(), own)

    def _office(self) -> settings.Tampilan:
        return settings.office_view(self._context()).tampilan


def _install(wanted: theme.Theme) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.install(application, wanted)
