"""The page of Pemantauan: where every unit stands, how long each step took, what the approved figures say."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import evidence_export, history, monitoring, settings
from kinerja_desktop.services.evidence_export import HasilEkspor
from kinerja_desktop.services.monitoring import PemantauanView
from kinerja_desktop.services.monitoring_capaian import CapaianKantor
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.monitoring.bars import BarsView
from kinerja_desktop.ui.monitoring.flow import FlowView
from kinerja_desktop.ui.monitoring.matrix import MatrixView
from kinerja_desktop.ui.runner import Report, hold_cancelled
from kinerja_desktop.ui.theme import Ink, Space, TextStyle, Tone
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.cards import Card, column, holder, row
from kinerja_desktop.ui.widgets.chips import Chip, ChipSpec
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.fields import ComboBox
from kinerja_desktop.ui.widgets.labels import ElidedLabel, Label, Rule
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.work.history import history_dialog
from kinerja_desktop.ui.work.job_card import JobCard
from kinerja_desktop.ui.work.page import WorkPage
from kinerja_desktop.ui.work.places import look_at

_KEYS = (
    ("← →", "langkah sebelum dan sesudah"),
    ("Enter", "buka berkas"),
    ("F6", "alur, lalu waktu per langkah"),
)


_SHOWN = 5
"""How many files that could not be copied are named."""


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
        self._about = ElidedLabel(ink=Ink.TEXT_2)
        self._mean, self._spent = Label(style=TextStyle.BODY_500), Label(style=TextStyle.BODY_500)
        self._gain = Label(ink=Ink.TEXT_2, wrap=True)
        self._note = Label(ink=Ink.TEXT_2, wrap=True)
        self._export = Button("Ekspor Bukti…", icon=Icon.PILIH_BERKAS, brief="Ekspor Bukti…")
        self._job = JobCard(desk.runner)
        head = row(Label("Pemantauan", TextStyle.SCREEN_TITLE), 8, self._quarter, 8, *self._chips, None, self._export)
        below = row(self._times(), self._achieved(), space=Space.CARDS)
        below.setStretch(0, 13)
        below.setStretch(1, 7)
        inner = column(self._flow_card(), Space.CARDS.value, below)
        inner.setStretch(2, 1)
        area = ScrollArea(holder(inner))
        whole = column(head, 8, self._job, area)
        whole.setStretch(3, 1)
        self.setLayout(whole)
        self._name_parts()
        self._quarter.activated.connect(lambda _: self.load())
        self._export.clicked.connect(self._ask_place)
        self._job.ended.connect(lambda: self._export.setEnabled(True))
        self._flow.pressed.connect(self._open_step)
        self._matrix.opened.connect(self._open)

    def _name_parts(self) -> None:
        for name, part in (
            ("triwulan", self._quarter),
            ("alur", self._flow),
            ("matriks", self._matrix),
            ("batang", self._bars),
            ("ekspor_bukti", self._export),
        ):
            part.setObjectName(name)

    def _flow_card(self) -> Card:
        title = Label("Alur SOP Pengumpulan Data Kinerja", TextStyle.CARD_TITLE)
        hint = Label("posisi berkas saat ini; pilih langkah untuk membuka tugasnya", ink=Ink.TEXT_2)
        return Card(column(8, row(14, title, hint, None), 6, self._flow))

    def _times(self) -> Card:
        title = Label("Waktu per langkah", TextStyle.CARD_TITLE)
        late = Chip(ChipSpec(Tone.PERHATIAN, Icon.PERINGATAN, "selesai melewati batas"), plain=True)
        beside = Label("dibandingkan dengan batas SOP", ink=Ink.TEXT_2)
        made = column(8, row(14, title, beside, None, late, 14), 6, self._matrix)
        made.setStretch(3, 1)
        return Card(made)

    def _achieved(self) -> Card:
        title = Label("Capaian per sasaran", TextStyle.CARD_TITLE)
        means = row(Label("Rata-rata", ink=Ink.TEXT_2), self._mean, None, Label("Serapan", ink=Ink.TEXT_2), self._spent)
        made = column(
            row(title, self._about, None), 8, self._bars, 8, Rule(), 8, means, 4, self._gain, 4, self._note, None
        )
        made.setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(8))
        return Card(made)

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
        self._about.set_text(f"{found.triwulan.label_tahun}, sudah disetujui" if found.triwulan else "belum ada")
        self._bars.set_rows(found.sasaran)
        set_shown(self._bars, shown=bool(found.sasaran))
        kategori = f" · {found.kategori}" if found.kategori else ""
        self._mean.setText(f"{found.rata_rata}{kategori}")
        self._spent.setText(found.serapan)
        for label, text in ((self._gain, found.efisiensi), (self._note, found.keterangan or kosong)):
            label.setText(text)
            set_shown(label, shown=bool(text))

    def tick(self) -> None:
        self.load()

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        self._export.set_words_shown(shown=not narrow)

    # --- evidence --------------------------------------------------------------------------------

    def _ask_place(self) -> None:
        """Where the evidence of the chosen quarter is to be copied to; the copying runs beside the window."""
        triwulan: Triwulan = self._quarter.currentData()
        chosen = QFileDialog.getExistingDirectory(self, f"Ekspor Bukti Dukung {triwulan.label_tahun} ke Folder")
        if not chosen:
            return
        ctx = self.ctx()

        def job(report: Report) -> HasilEkspor:
            def tell(n: int, m: int, name: str) -> None:
                report.progress(n, m, f"{n + 1} dari {m}: {name}")
                hold_cancelled(report)

            return evidence_export.export(ctx, triwulan, Path(chosen), tell)

        self._export.setEnabled(False)
        self._job.run(f"Menyalin bukti dukung {triwulan.label_tahun}.", job, self._tell_exported, self.refuse)

    def _tell_exported(self, done: HasilEkspor) -> None:
        heading = f"{done.berkas} berkas bukti dan daftarnya sudah disalin"
        dialog = Dialog(self, "Ekspor Bukti Dukung", heading, sentence=f"Foldernya: {done.folder}")
        dialog.cancel.setText("Tutup")
        for told in done.tertinggal[:_SHOWN]:
            dialog.body.addWidget(Label(f"✕ {told}", ink=Tone.SALAH, wrap=True))
        if len(done.tertinggal) > _SHOWN:
            more = f"Masih ada {len(done.tertinggal) - _SHOWN} berkas lain. Jalankan Periksa Keutuhan."
            dialog.body.addWidget(Label(more, ink=Ink.TEXT_2))
        dialog.exec()
        dialog.deleteLater()

    def areas(self) -> Sequence[QWidget]:
        return (self._flow, self._matrix)

    def keys(self) -> Sequence[tuple[str, str]]:
        return _KEYS

    def _open_step(self, case_ids: Sequence[str]) -> None:
        """The berkas at a step; where there are several, the matrix shows them."""
        if len(case_ids) == 1:
            self._open(case_ids[0])
        elif case_ids:
            self._matrix.go_to(case_ids[0])

    def _open(self, case_id: str) -> None:
        """The berkas on the tab where this role looks at it; its history where the role has none."""
        place = look_at(self.ctx().actor.role, reported=self._matrix.is_reported(case_id))
        if place:
            self.tab_wanted.emit(place, case_id)
            return
        title = self._matrix.name_of(case_id)
        history_dialog(self, f"{title} · {self._quarter.currentText()}", history.told(self.ctx(), case_id)).exec()
