"""The page of Pemantauan: where every unit stands, how long each step took, what the approved figures say."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kinerja_desktop.services import monitoring, settings
from kinerja_desktop.services.monitoring import PemantauanView
from kinerja_desktop.services.monitoring_capaian import CapaianKantor
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.monitoring.bars import BarsView
from kinerja_desktop.ui.monitoring.flow import FlowView
from kinerja_desktop.ui.monitoring.matrix import MatrixView
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.cards import Card, column, row
from kinerja_desktop.ui.widgets.chips import Chip, ChipSpec
from kinerja_desktop.ui.widgets.fields import ComboBox
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.work.page import WorkPage


def make(desk: Desk) -> "MonitoringPage":
    """Build the page."""
    return MonitoringPage(desk)


class MonitoringPage(WorkPage):
    """See the module."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._quarter = ComboBox("Triwulan")
        self._chips = tuple(Chip() for _ in range(4))
        self._flow, self._matrix, self._bars = FlowView(), MatrixView(), BarsView()
        self._about = Label(ink=Ink.TEXT_2, wrap=True)
        self._mean, self._spent, self._gain = (Label(style=TextStyle.BODY_500, wrap=True) for _ in range(3))
        self._note = Label(ink=Ink.TEXT_2, wrap=True)
        head = row(Label("Pemantauan", TextStyle.SCREEN_TITLE), 8, self._quarter, 8, *self._chips, None)
        below = row(self._times(), self._achieved(), space=12)
        below.setStretch(0, 3)
        below.setStretch(1, 2)
        whole = column(head, 8, self._flow_card(), 12, below)
        whole.setStretch(4, 1)
        self.setLayout(whole)
        self._quarter.activated.connect(lambda _: self.load())
        self._flow.pressed.connect(lambda ids: self._open(ids[0] if len(ids) == 1 else ""))
        self._matrix.opened.connect(self._open)

    def _flow_card(self) -> Card:
        title = Label("Alur SOP Pengumpulan Data Kinerja", TextStyle.CARD_TITLE)
        hint = Label("posisi berkas saat ini; pilih langkah untuk membuka tugasnya", ink=Ink.TEXT_2)
        return Card(column(row(12, title, hint, None), 6, self._flow))

    def _times(self) -> Card:
        title = Label("Waktu per langkah", TextStyle.CARD_TITLE)
        late = Chip(ChipSpec(Tone.PERHATIAN, Icon.PERINGATAN, "selesai melewati batas"), plain=True)
        made = column(
            row(12, title, Label("dibandingkan dengan batas SOP", ink=Ink.TEXT_2), None, late, 12), 6, self._matrix
        )
        made.setStretch(2, 1)
        return Card(made)

    def _achieved(self) -> Card:
        title = Label("Capaian per sasaran", TextStyle.CARD_TITLE)
        return Card(
            column(
                row(title, self._about),
                8,
                self._bars,
                8,
                row(self._mean, None, self._spent),
                4,
                self._gain,
                4,
                self._note,
                None,
                edge=12,
            )
        )

    def read(self) -> None:
        """Show the chosen quarter."""
        view = monitoring.load(self.ctx(), self._quarter.currentData())
        if self._quarter.count() == 0:
            for quarter in view.pilihan:
                self._quarter.addItem(quarter.label_tahun, quarter)
            self._quarter.setCurrentIndex(max(0, self._quarter.findData(view.triwulan)))
        self._show_chips(view)
        self._flow.set_steps(view.alur, settings.office_view(self.ctx()).pemeriksa)
        self._matrix.show_rows(view.matriks, view.kepala_kolom)
        self._show_achieved(monitoring.load_capaian(self.ctx(), view.triwulan), view.kosong)

    def _show_chips(self, view: PemantauanView) -> None:
        counted = (
            (view.disetujui, Tone.SELESAI, Icon.DISETUJUI, "disetujui", Shape.FILL),
            (view.menunggu_pemeriksaan, Tone.BERJALAN, Icon.PEMERIKSAAN, "menunggu pemeriksaan", Shape.FILL),
            (view.perlu_perbaikan, Tone.KEMBALI, Icon.KEMBALIKAN, "perlu perbaikan", Shape.BOLD),
            (view.terlambat, Tone.SALAH, Icon.WAKTU, "terlambat", Shape.FILL),
        )
        for chip, (count, tone, icon, words, shape) in zip(self._chips, counted, strict=True):
            chip.set_spec(ChipSpec(tone, icon, f"{count} {words}", shape) if count else None)

    def _show_achieved(self, found: CapaianKantor, kosong: str) -> None:
        self._about.setText(found.triwulan.label_tahun if found.triwulan else "belum ada")
        self._bars.set_rows(found.sasaran)
        kategori = f" · {found.kategori}" if found.kategori else ""
        self._mean.setText(f"Rata-rata {found.rata_rata}{kategori}")
        self._spent.setText(f"Serapan {found.serapan}")
        self._gain.setText(found.efisiensi)
        self._note.setText(found.keterangan or kosong)

    def tick(self) -> None:
        self.load()

    def areas(self) -> Sequence[QWidget]:
        return (self._flow, self._matrix)

    def _open(self, case_id: str) -> None:
        if case_id:
            self.tab_wanted.emit("pemeriksaan", case_id)
