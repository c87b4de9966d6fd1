"""«Isian Rusak»: a draft that is not what was saved, told over every page until somebody lays it aside."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.services import damaged
from kinerja_desktop.services.changes import NOTHING, Changes
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.damaged import IsianRusak
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.main_window import MainWindow
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.strips import StripSpec

_WHY = (
    "Isian ini berubah sesudah disimpan, misalnya karena disk rusak, jadi tidak dipakai. Salin teksnya, sisihkan, lalu "
    "ketik ulang di tempatnya sambil mencocokkan setiap angka dengan sumbernya. Isi lengkapnya dicatat dalam riwayat."
)
_EMPTY = "Tidak ada isi yang dapat dibaca."
_HEIGHT, _KEY = 180, "isian_rusak"


class DamagedStrips:
    """One strip: the first damaged draft with the way to it, and how many more there are; a bad disk harms many."""

    def __init__(self, main: MainWindow, context: Callable[[], Context]) -> None:
        self._main, self._context = main, context
        self._shown: tuple[IsianRusak, ...] = ()

    def show(self, rusak: Sequence[IsianRusak]) -> None:
        """Show these and no others, as the frame tells them; the next one follows where one was laid aside."""
        if tuple(rusak) == self._shown:
            return
        self._shown = tuple(rusak)
        if not rusak:
            self._main.show_strip(_KEY, None)
            return
        spec = StripSpec(Tone.SALAH, Icon.PERINGATAN, _words(rusak[0], len(rusak) - 1), "Lihat…")
        self._main.show_strip(_KEY, spec, partial(self._open, rusak[0]))

    def _open(self, one: IsianRusak) -> None:
        dialog = DamagedDialog(self._main, self._context, one)
        done = bool(dialog.exec())
        changes = dialog.changes
        dialog.deleteLater()
        if done:
            self._main.changed.emit(changes)


def _words(one: IsianRusak, more: int) -> str:
    rest = f" Sesudah ini masih ada {more} isian rusak lain." if more else ""
    return f"**Isian rusak:** {one.apa}, disimpan oleh {one.oleh} {one.pada}. Isian ini tidak dipakai.{rest}"


class DamagedDialog(Dialog):
    """What can be read of it, to be copied; laying it aside."""

    def __init__(self, parent: MainWindow, context: Callable[[], Context], one: IsianRusak) -> None:
        super().__init__(parent, "Isian Rusak", one.apa, about=f"disimpan oleh {one.oleh}, {one.pada}", sentence=_WHY)
        self._context, self._one = context, one
        self.changes: Changes = NOTHING
        text = QPlainTextEdit("\n".join(one.isi) or _EMPTY)
        text.setObjectName("isi_rusak")
        text.setAccessibleName("Isi yang terbaca")
        text.setReadOnly(True)
        self.add_giving(text, _HEIGHT)
        copy = Button("Salin Teks", ButtonKind.SECONDARY, Icon.SALIN, act=True)
        copy.clicked.connect(self._copy)
        self.add_plain(copy)
        self.add_act("Sisihkan Isian", ButtonKind.RETURN).setObjectName("sisihkan_isian")
        self.set_check(self._lay_aside)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._one.isi))
        self.show_done("Teks disalin. Tempelkan di Notepad atau dokumen lain untuk mengetik ulang.")

    def _lay_aside(self) -> str:
        try:
            self.changes = damaged.lay_aside(self._context(), self._one.tanda)
        except KinerjaError as refused:
            return messages.sentence(refused)
        return ""
