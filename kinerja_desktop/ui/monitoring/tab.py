"""The page of Pemantauan: where every unit stands, how long each step took, what the approved figures say."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services import evidence_export, history, monitoring, office_papers, settings
from kinerja_desktop.services.compose.office.kinds import Pokok
from kinerja_desktop.services.evidence_export import HasilEkspor
from kinerja_desktop.services.monitoring import PemantauanView
from kinerja_desktop.services.monitoring_capaian import CapaianKantor
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.monitoring.bars import BarsView
from kinerja_desktop.ui.monitoring.flow import FlowView
from kinerja_desktop.ui.monitoring.matrix import MatrixView
from kinerja_desktop.ui.monitoring.meeting import MeetingView
from kinerja_desktop.ui.monitoring.source import ChartSource
from kinerja_desktop.ui.monitoring.stage import ChartStage
from kinerja_desktop.ui.runner import Report, hold_cancelled
from kinerja_desktop.ui.theme import IconSize, Ink, Space, TextStyle, Tone
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.cards import Card, column, holder, row
from kinerja_desktop.ui.widgets.chips import Chip, ChipSpec
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.fields import ComboBox
from kinerja_desktop.ui.widgets.labels import ElidedLabel, Label, Rule
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.segments import Segment, Segmented
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.strips import Symbol
from kinerja_desktop.ui.work.history import history_dialog
from kinerja_desktop.ui.work.job_card import JobCard
from kinerja_desktop.ui.work.page import WorkPage
from kinerja_desktop.ui.work.paper_dialog import PaperDialog
from kinerja_desktop.ui.work.places import look_at

_KEYS = (
    ("← →", "langkah sebelum dan sesudah; pada grafik: angka sebelum dan sesudah"),
    ("Enter", "buka berkas; pada grafik: dari mana angka ini"),
    ("F6", "bagian berikutnya"),
    ("F11", "tampilan rapat"),
    ("Ctrl+P", "ringkasan satu halaman"),
)


FLOW, TIMES, CHARTS, REPORT = "alur", "waktu", "grafik", "laporan_triwulan"
_WHOLE = {FLOW: "Alur dan waktu", CHARTS: "Grafik capaian"}
_APART = {FLOW: "Alur", TIMES: "Waktu", CHARTS: "Grafik"}
"""Parts of the page where flow and times are seen together, and where the window is too low or narrow for that."""
_LOW = 515
"""Height of the page below which they stand apart."""
_WORDS = 1040
"""Width of the page below which the buttons say less."""
_SUMMARY = "ringkasan_camat"
_ASK_CELL = "Pilih satu waktu untuk melihat siapa, kapan, dan batasnya."
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
        self._hint = Label("pilih langkah untuk membuka tugasnya", ink=Ink.TEXT_2)
        self._flow, self._matrix, self._bars = FlowView(), MatrixView(), BarsView()
        self._cell = Label(_ASK_CELL, ink=Ink.TEXT_2, wrap=True)
        self._about = ElidedLabel(ink=Ink.TEXT_2)
        self._mean, self._spent = Label(style=TextStyle.BODY_500), Label(style=TextStyle.BODY_500)
        self._gain = Label(ink=Ink.TEXT_2, wrap=True)
        self._note = Label(ink=Ink.TEXT_2, wrap=True)
        self._export = Button("Ekspor Bukti…", icon=Icon.PILIH_BERKAS, brief="Bukti…")
        self._paper = Button("Ringkasan Satu Halaman", icon=Icon.CETAK, brief="Ringkasan")
        self._meet = Button("Tampilan Rapat", icon=Icon.PAPARAN, brief="Rapat")
        self._parts = Segmented([Segment(key, words) for key, words in _APART.items()], "Bagian")
        self._source = ChartSource(desk, self.ctx)
        self._stage: ChartStage | None = None
        self._view: PemantauanView | None = None
        self._job = JobCard(desk.runner)
        self._apart = False
        title = Label("Pemantauan", TextStyle.SCREEN_TITLE)
        head = row(title, 8, self._quarter, 8, self._parts, None, self._export, self._paper, self._meet)
        self._flow_part, self._times_part, self._achieved_part = self._flow_card(), self._times(), self._achieved()
        self._below = row(self._times_part, self._achieved_part, space=Space.CONTROLS)
        self._below.setStretch(0, 5)
        self._below.setStretch(1, 3)
        self._inner = column(self._flow_part, self._below, space=Space.CONTROLS)
        self._stack = QStackedWidget()
        self._stack.addWidget(ScrollArea(holder(self._inner), bare=True))
        whole = column(head, 8, self._job, self._stack)
        whole.setStretch(3, 1)
        self.setLayout(whole)
        self._arrange()
        self._name_parts()
        self._quarter.activated.connect(lambda _: self.load())
        self._parts.chosen.connect(self._open_part)
        self._bars.pressed.connect(self._explain)
        self._meet.clicked.connect(self._hold_meeting)
        self._paper.clicked.connect(self._show_summary)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self._show_summary)
        QShortcut(QKeySequence("F11"), self).activated.connect(self._hold_meeting)
        self._export.clicked.connect(self._ask_place)
        self._job.ended.connect(lambda: self._export.setEnabled(True))
        self._flow.pressed.connect(self._open_step)
        self._matrix.opened.connect(self._open)
        self._matrix.told.connect(self._cell.setText)

    def _name_parts(self) -> None:
        for name, part in (
            ("triwulan", self._quarter),
            ("alur", self._flow),
            ("matriks", self._matrix),
            ("waktu_dijelaskan", self._cell),
            ("batang", self._bars),
            ("ekspor_bukti", self._export),
            ("bagian", self._parts),
            ("tampilan_rapat", self._meet),
            ("ringkasan", self._paper),
        ):
            part.setObjectName(name)

    def _flow_card(self) -> Card:
        title = Label("Alur SOP Pengumpulan Data Kinerja", TextStyle.CARD_TITLE)
        made = column(4, row(14, title, 8, *self._chips, None, self._hint, 14), 4, self._flow, 2)
        made.setStretch(3, 1)
        return Card(made)

    def _times(self) -> Card:
        title = Label("Waktu per langkah", TextStyle.CARD_TITLE)
        late, words = (
            Symbol(Icon.PERINGATAN, Tone.PERHATIAN, IconSize.CHIP),
            Label("selesai melewati batas", ink=Ink.TEXT_2),
        )
        beside = Label("dibandingkan dengan batas SOP", ink=Ink.TEXT_2)
        told = row(14, self._cell, 14)
        told.setStretch(1, 1)
        heading = row(14, title, beside, None, late, words, 14)
        made = column(4, heading, 4, self._matrix, 4, told, 4)
        made.setStretch(3, 1)
        return Card(made)

    def _achieved(self) -> Card:
        title = Label("Capaian per sasaran", TextStyle.CARD_TITLE)
        means = row(Label("Rata-rata", ink=Ink.TEXT_2), self._mean, None, Label("Serapan", ink=Ink.TEXT_2), self._spent)
        told = column(self._note, self._bars, self._gain, None, space=Space.PAIR)
        scrolled = ScrollArea(holder(told), sideways=False, bare=True)
        made = column(row(title, self._about, None), 6, scrolled, 6, Rule(), 6, means)
        made.setStretch(2, 1)
        made.setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(8))
        return Card(made)

    def read(self) -> None:
        """Show the chosen quarter."""
        view = self._read_times()
        found = monitoring.load_capaian(self.ctx(), view.triwulan)
        self._show_achieved(found)
        self._source.set_quarter(view.triwulan, found)

    def _read_times(self) -> PemantauanView:
        view = self._view = monitoring.load(self.ctx(), self._quarter.currentData())
        if self._quarter.count() == 0:
            for quarter in view.pilihan:
                self._quarter.addItem(quarter.label_tahun, quarter)
            self._quarter.setCurrentIndex(max(0, self._quarter.findData(view.triwulan)))
        self._show_chips(view)
        self._flow.set_steps(view.alur, settings.office_view(self.ctx()).pemeriksa)
        self._cell.setText(view.kosong or _ASK_CELL)
        self._matrix.show_rows(view.matriks, view.kepala_kolom)
        return view

    def _show_chips(self, view: PemantauanView) -> None:
        counted = (
            (view.disetujui, Tone.SELESAI, Icon.DISETUJUI, "disetujui", Shape.FILL),
            (view.menunggu_pemeriksaan, Tone.BERJALAN, Icon.PEMERIKSAAN, "menunggu pemeriksaan", Shape.FILL),
            (view.perlu_perbaikan, Tone.KEMBALI, Icon.KEMBALIKAN, "perlu perbaikan", Shape.BOLD),
            (view.terlambat, Tone.SALAH, Icon.WAKTU, "terlambat", Shape.FILL),
        )
        for chip, (count, tone, icon, words, shape) in zip(self._chips, counted, strict=True):
            chip.set_spec(ChipSpec(tone, icon, f"{count} {words}", shape) if count else None)

    def _show_achieved(self, found: CapaianKantor) -> None:
        self._about.set_text(f"{found.triwulan.label_tahun}, sudah disetujui" if found.triwulan else "belum ada")
        self._bars.set_rows(found.sasaran, found.aturan)
        set_shown(self._bars, shown=bool(found.sasaran))
        kategori = f" · {found.kategori}" if found.kategori else ""
        self._mean.setText(f"{found.rata_rata}{kategori}")
        self._spent.setText(found.serapan)
        for label, text in ((self._gain, found.efisiensi), (self._note, found.keterangan)):
            label.setText(text)
            set_shown(label, shown=bool(text))

    def tick(self) -> None:
        """Limits move on; the charts tell of what is settled."""
        self.when_free(self._move_on)

    def _move_on(self) -> None:
        try:
            self._read_times()
        except KinerjaError as error:
            self.refuse(error)

    # --- room ------------------------------------------------------------------------------------

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        set_shown(self._hint, shown=not narrow)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Flow over times and capaian; where there is no room for that, each alone, and capaian with the charts."""
        self._apart = self.narrow or self.height() < theme.px(_LOW)
        for button in (self._export, self._paper, self._meet):
            button.set_words_shown(shown=self.width() >= theme.px(_WORDS))
        words = _APART if self._apart else _WHOLE
        self._parts.set_offered(words)
        self._parts.set_texts(words)
        part = self._parts.key()
        set_shown(self._flow_part, shown=part == FLOW or not self._apart)
        set_shown(self._times_part, shown=part == TIMES or not self._apart)
        set_shown(self._achieved_part, shown=not self._apart)
        self._inner.setStretch(0, int(self._apart and part == FLOW))
        self._inner.setStretch(1, int(not self._apart or part == TIMES))

    # --- charts ----------------------------------------------------------------------------------

    def _open_part(self, key: str) -> None:
        """The charts are made when they are first looked at."""
        if key == CHARTS and self._stage is None:
            self._stage = ChartStage(self._source.chart)
            self._stage.retried.connect(self._source.ask_again)
            self._stack.addWidget(Card(column(self._stage, edge=Space.CARDS)))
            self._source.listen(self._stage)
        self._arrange()
        self._stack.setCurrentIndex(1 if key == CHARTS else 0)

    def _explain(self, at: int) -> None:
        """The number of a bar with where it comes from, on the chart that the papers print."""
        self._parts.choose(CHARTS)
        self._open_part(CHARTS)
        if self._stage is not None:
            self._stage.pick(at)

    def _hold_meeting(self) -> None:
        """Flow and charts over the whole screen; a step pressed there ends the meeting and opens its task."""
        if self._view is None:
            return
        pemeriksa = settings.office_view(self.ctx()).pemeriksa
        meeting = MeetingView(self, self._view, pemeriksa, self._source.chart)
        meeting.stage.retried.connect(self._source.ask_again)
        meeting.pressed.connect(self._open_step)
        meeting.finished.connect(lambda: self._source.leave(meeting.stage))
        meeting.finished.connect(meeting.deleteLater)
        self._source.listen(meeting.stage)
        meeting.showFullScreen()

    # --- paper -----------------------------------------------------------------------------------

    def _show_summary(self) -> None:
        """The Ringkasan of the chosen quarter, page by page, with «Cetak…»; it is filed nowhere."""
        ctx, triwulan = self.ctx(), self._quarter.currentData()
        pokok = Pokok(triwulan.tahun, triwulan.nomor)
        name = office_papers.file_name(_SUMMARY, pokok)

        def show(pdf: bytes) -> None:
            dialog = PaperDialog(self, f"Ringkasan {triwulan.label_tahun}", pdf, name)
            dialog.exec()
            dialog.deleteLater()

        self.run_job("Menyusun ringkasan…", lambda _: office_papers.export(ctx, _SUMMARY, pokok), show)

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
        if self._stage is not None and self._parts.key() == CHARTS:
            return (self._stage.chart, self._stage.origin)
        seen = (self._flow, self._matrix, self._bars)
        return tuple(part for part in seen if part.isVisibleTo(self))

    def keys(self) -> Sequence[tuple[str, str]]:
        return _KEYS

    def _open_step(self, case_ids: Sequence[str]) -> None:
        """The berkas at a step; where there are several, the matrix shows them. Step 6 has a tab of its own."""
        if len(case_ids) == 1 and self._matrix.has(case_ids[0]):
            self._open(case_ids[0])
        elif len(case_ids) == 1:
            self.tab_wanted.emit(REPORT, case_ids[0])
        elif case_ids:
            part = TIMES if self._apart else FLOW
            self._parts.choose(part)
            self._open_part(part)
            self._matrix.go_to(case_ids[0])

    def _open(self, case_id: str) -> None:
        """The berkas on the tab where this role looks at it; its history where the role has none."""
        place = look_at(self.ctx().actor.role, reported=self._matrix.is_reported(case_id))
        if place:
            self.tab_wanted.emit(place, case_id)
            return
        title = self._matrix.name_of(case_id)
        history_dialog(self, f"{title} · {self._quarter.currentText()}", history.told(self.ctx(), case_id)).exec()
