"""Riwayat: earlier years as a list, and beside it the years of the chosen indikator as a drawing."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.indikator import Riwayat
from kinerja_desktop.services.plan_trend import Tren
from kinerja_desktop.services.planning import RencanaView
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.planning.list_specs import RIWAYAT
from kinerja_desktop.ui.planning.lists import Ketikan, ListView
from kinerja_desktop.ui.planning.trend import TrendCard
from kinerja_desktop.ui.theme import Ink
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.showing import set_shown

Answer = Callable[[Tren], None]
AskTrend = Callable[[str, Answer], None]


class HistoryView(QWidget):
    """``take_asked``: last year's results are wanted. ``ask_trend`` asks for a drawing and answers when it is there."""

    take_asked = Signal()

    def __init__(self, ask_trend: AskTrend) -> None:
        super().__init__()
        self._ask_trend = ask_trend
        self._view: RencanaView | None = None
        self._asked = ""
        self._take = Button("Ambil Hasil", icon=Icon.MUAT_ULANG)
        self._take.setObjectName("ambil_hasil")
        self.list: ListView[Riwayat] = ListView(RIWAYAT, self._take)
        self._card = TrendCard()
        self._own = Label(ink=Ink.TEXT_2, wrap=True)
        self._own.setObjectName("hasil_diimpor")
        lines = row(self.list, 8, self._card)
        lines.setStretch(0, 1)
        whole = column(self._own, lines, space=8)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.list)
        self._take.clicked.connect(self.take_asked)
        self.list.moved.connect(self.draw)

    def show_view(self, view: RencanaView, typed: Ketikan | None) -> None:
        """Earlier years of this plan, with what was typed and not kept."""
        self._view, self._asked = view, ""
        place = {i.kode: n for n, i in enumerate(view.rencana.indikator)}
        earlier = (r for r in view.rencana.riwayat if r.tahun < view.tahun)
        self._tell_own_year(view)
        self.list.show_rows(sorted(earlier, key=lambda r: (place.get(r.kode, 0), r.tahun)), writable=True, draft=typed)
        self._take.setText(f"Ambil Hasil {view.tahun - 1}")
        set_shown(self._take, shown=view.tahun - 1 in view.tahun_ada)
        self.draw()

    def _tell_own_year(self, view: RencanaView) -> None:
        """Results of a year that was never collected here have no other place on the screens of that year."""
        own = sum(r.diimpor and r.tahun == view.tahun for r in view.rencana.riwayat)
        self._own.setText(
            f"Realisasi {view.tahun} sudah masuk dari buku kerja untuk {own} indikator. Angkanya tampil sebagai "
            "riwayat pada rencana tahun-tahun sesudahnya."
        )
        set_shown(self._own, shown=bool(own))

    def draw(self) -> None:
        """Ask for the drawing of the chosen row's indikator; the newest question counts."""
        kode = self._kode()
        if not self.isVisible() or kode == self._asked or self._view is None:
            return
        self._asked = kode
        nama = next((f"{i.kode} {i.nama}" for i in self._view.rencana.indikator if i.kode == kode), "")
        if not nama:
            self._card.show_trend("Pilih baris untuk melihat grafiknya.", Tren())
            return
        self._ask_trend(kode, lambda tren: self._card.show_trend(nama, tren) if self._asked == kode else None)

    def _kode(self) -> str:
        texts = self.list.table.texts()
        at = max(0, self.list.table.currentRow())
        return texts[at][0] if at < len(texts) else ""
