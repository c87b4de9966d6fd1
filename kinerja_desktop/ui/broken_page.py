"""What stands in a tab whose page could not be built or read: a sentence, and «Muat Ulang» that tries again."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.ui.page import Page
from kinerja_desktop.ui.widgets.cards import column
from kinerja_desktop.ui.widgets.empty_state import EmptyState

_BUG = "Terjadi kesalahan program. Yang sudah tersimpan tetap aman, dan tab lain tetap dapat dipakai."
_AGAIN = "Bila tetap gagal, kirim berkas rincian di folder catatan program kepada pembantu teknis."


class BrokenPage(Page):
    """``again`` when a person wants to try once more, by the button or by F5."""

    again = Signal()

    def __init__(self, title: str, error: Exception) -> None:
        super().__init__()
        known = isinstance(error, KinerjaError)
        why = messages.with_code(error) if isinstance(error, KinerjaError) else _BUG
        self._state = EmptyState(f"{title} belum dapat dibuka. {why}", "" if known else _AGAIN, "Muat Ulang")
        self._state.pressed.connect(self.again)
        self.setLayout(column(self._state))

    def load(self) -> None:
        self.again.emit()

    def refresh(self, changes: Changes) -> None:
        """Only a person tries again."""

    def areas(self) -> Sequence[QWidget]:
        return (self._state,)

    def text(self) -> str:
        return self._state.text()
