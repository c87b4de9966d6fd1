"""«Tanda Riwayat Hilang»: told over every page to whoever can look into it, until he wrote down what he found out."""

from collections.abc import Callable

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.realisasi import MIN_ALASAN
from kinerja_desktop.services import lost_mark
from kinerja_desktop.services.changes import NOTHING, Changes
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.lost_mark import TandaHilang
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.main_window import MainWindow
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.fields import CounterTextEdit
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.strips import StripSpec

_KEY, _MOST = "tanda_hilang", 500
_WORDS = (
    "**Tanda riwayat hilang atau tertinggal.** Akhir riwayat tidak dapat dipastikan. Tanyakan siapa yang mengubah "
    "folder data, lalu bandingkan dengan cadangan di USB."
)
_HINT = f"wajib, paling sedikit {MIN_ALASAN} huruf"
_SAFE = "Catatan Anda disimpan dalam riwayat; data tidak diubah. Sesudahnya pesan ini tidak tampil lagi."


class LostMarkStrip:
    """The strip of one main window."""

    def __init__(self, main: MainWindow, context: Callable[[], Context]) -> None:
        self._main, self._context = main, context
        self._shown: TandaHilang | None = None

    def show(self, lost: TandaHilang | None) -> None:
        """Show this one, None takes the strip away."""
        if lost == self._shown:
            return
        self._shown = lost
        spec = StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, _WORDS, "Lihat…") if lost is not None else None
        self._main.show_strip(_KEY, spec, self._open)

    def _open(self) -> None:
        if self._shown is None:
            return
        dialog = LostMarkDialog(self._main, self._context, self._shown)
        done, changes = bool(dialog.exec()), dialog.changes
        dialog.deleteLater()
        if done:
            self._main.changed.emit(changes)


class LostMarkDialog(Dialog):
    """What happened, and what was found out."""

    def __init__(self, parent: MainWindow, context: Callable[[], Context], lost: TandaHilang) -> None:
        super().__init__(parent, "Tanda Riwayat", "Tanda riwayat hilang atau tertinggal", sentence=lost.kalimat)
        self._context = context
        self.changes: Changes = NOTHING
        self._hasil = CounterTextEdit("Hasil penelusuran", limit=_MOST, least=MIN_ALASAN, hint=_HINT, rows=3, most=4)
        self._hasil.field.setObjectName("hasil_penelusuran")
        self.body.addWidget(self._hasil)
        self.body.addWidget(Label(_SAFE, wrap=True))
        self.act = self.add_act("Catat Hasil")
        self.act.setObjectName("catat_hasil")
        self.set_check(self._try)
        self._hasil.field.textChanged.connect(self._judge)
        self._judge()
        self._hasil.setFocus()

    def _judge(self) -> None:
        fault = self._hasil.fault()
        allow(self.act, f"Hasil penelusuran: {fault}" if fault else "")

    def _try(self) -> str:
        try:
            self.changes = lost_mark.found_out(self._context(), self._hasil.text())
        except KinerjaError as refused:
            return messages.sentence(refused)
        return ""
