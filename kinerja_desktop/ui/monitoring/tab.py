"""The page of Pemantauan: where every unit stands, how long each step took, what the approved figures say."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Langkah
from kinerja_desktop.services import history, monitoring, office_papers, settings
from kinerja_desktop.services.compose.office.kinds import Pokok
from kinerja_desktop.services.monitoring import PemantauanView
from kinerja_desktop.services.monitoring_capaian import CapaianKantor
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.monitoring import evidence
from kinerja_desktop.ui.monitoring.achieved import AchievedCard
from kinerja_desktop.ui.monitoring.flow import FlowView
from kinerja_desktop.ui.monitoring.meeting import MeetingView
from kinerja_desktop.ui.monitoring.source import ChartSource
from kinerja_desktop.ui.monitoring.stage import ChartStage
from kinerja_desktop.ui.monitoring.times import TimesCard
from kinerja_desktop.ui.runner import Calls
from kinerja_desktop.ui.theme import Ink, Space, TextStyle, Tone
from kinerja_desktop.ui.widgets.allowing import WAIT, allow
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.cards import Card, column, holder, row
from kinerja_desktop.ui.widgets.chips import Chip, ChipSpec
from kinerja_desktop.ui.widgets.fields import ComboBox
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.segments import Segment, Segmented
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.work.history import history_dialog
from kinerja_desktop.ui.work.job_card import JobCard
from kinerja_desktop.ui.work.page import WorkPage
from kinerja_desktop.ui.work.paper_dialog import PaperDialog
from kinerja_desktop.ui.work.places import look_at
from kinerja_desktop.ui.work.refusals import galat_of

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
        self._flow, self._times, self._achieved = FlowView(), TimesCard(), AchievedCard()
        self._matrix = self._times.matrix
        self._achieved_of: Triwulan | None = None
        self._asked = 0
        self._export = Button("Ekspor Bukti…", icon=Icon.PILIH_BERKAS, brief="Bukti…")
        self._paper = Button("Ringkasan Satu Halaman", icon=Icon.CETAK, brief="Ringkasan")
        self._meet = Button("Tampilan Rapat", icon=Icon.PAPARAN, brief="Rapat")
        self._parts = Segmented([Segment(key, words) for key, words in _APART.items()], "Bagian")
        self._source = ChartSource(desk, self.ctx)
        self._stage: ChartStage | None = None
        self._view: PemantauanView | None = None
        self._job = JobCard(desk.runner)
        self._apart = False
        self._lay_out()
        self._connect()
        self._arrange()

    def _lay_out(self) -> None:
        title = Label("Pemantauan", TextStyle.SCREEN_TITLE)
        head = row(title, 8, self._quarter, 8, self._parts, None, self._export, self._paper, self._meet)
        self._flow_part = self._flow_card()
        self._below = row(self._times, self._achieved, space=Space.CONTROLS)
        self._below.setStretch(0, 5)
        self._below.setStretch(1, 3)
        self._inner = column(self._flow_part, self._below, space=Space.CONTROLS)
        self._stack = QStackedWidget()
        self._stack.addWidget(ScrollArea(holder(self._inner), bare=True))
        whole = column(head, 8, self._job, self._stack)
        whole.setStretch(3, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        for name, part in (
            ("triwulan", self._quarter),
            ("alur", self._flow),
            ("ekspor_bukti", self._export),
            ("bagian", self._parts),
            ("tampilan_rapat", self._meet),
            ("ringkasan", self._paper),
        ):
            part.setObjectName(name)
        self._quarter.activated.connect(lambda _: self.load())
        self._parts.chosen.connect(self._open_part)
        self._achieved.pressed.connect(self._explain)
        self._achieved.asked.connect(self._explain)
        self._meet.clicked.connect(self._hold_meeting)
        self._paper.clicked.connect(self._show_summary)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self._show_summary)
        QShortcut(QKeySequence("F11"), self).activated.connect(self._hold_meeting)
        self._export.clicked.connect(self._export_evidence)
        self._job.ended.connect(lambda: allow(self._export, ""))
        self._flow.pressed.connect(self._open_step)
        self._flow.asked.connect(self._look_at_step)
        self._matrix.opened.connect(self._open)

    def _flow_card(self) -> Card:
        title = Label("Alur SOP Pengumpulan Data Kinerja", TextStyle.CARD_TITLE)
        made = column(4, row(14, title, 8, *self._chips, None, self._hint, 14), 4, self._flow, 2)
        made.setStretch(3, 1)
        return Card(made)

    def read(self) -> None:
        """Show the chosen quarter: who stands where at once, what is achieved when that is painted."""
        view = self._read_times()
        if view.triwulan != self._achieved_of:
            self._achieved.show_busy()
        self._achieved_of = view.triwulan
        self._source.set_quarter(view.triwulan)
        QTimer.singleShot(0, self, self._ask_achieved)

    def _ask_achieved(self) -> None:
        """Read capaian beside the window; an answer to an older question is not heard any more."""
        ctx, triwulan = self.ctx(), self._achieved_of
        if triwulan is None:
            return
        self._asked += 1
        asked = self._asked

        def hear(deed: Callable[[], None]) -> None:
            if isValid(self) and asked == self._asked:
                deed()

        def show(found: CapaianKantor) -> None:
            self._achieved.show_figures(found)
            self._source.set_note(found.keterangan)

        calls = Calls[CapaianKantor](
            lambda found: hear(lambda: show(found)),
            lambda error: hear(lambda: self._achieved.show_fault(galat_of(error).sentence)),
        )
        self.desk.runner.start(lambda _: monitoring.load_capaian(ctx, triwulan), calls)

    def _read_times(self) -> PemantauanView:
        view = self._view = monitoring.load(self.ctx(), self._quarter.currentData())
        if self._quarter.count() == 0:
            for quarter in view.pilihan:
                self._quarter.addItem(quarter.label_tahun, quarter)
            self._quarter.setCurrentIndex(max(0, self._quarter.findData(view.triwulan)))
        self._show_chips(view)
        self._flow.set_steps(view.alur, settings.office_view(self.ctx()).pemeriksa)
        self._times.show_view(view)
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
        set_shown(self._times, shown=part == TIMES or not self._apart)
        set_shown(self._achieved, shown=not self._apart)
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

    def _explain(self, wanted: int | str) -> None:
        """The number of a bar, or of the office, with where it comes from, on the chart that the papers print."""
        self._parts.choose(CHARTS)
        self._open_part(CHARTS)
        if self._stage is not None:
            self._stage.pick(wanted)

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
        if self._view is None:
            return
        ctx, triwulan = self.ctx(), self._view.triwulan
        pokok = Pokok(triwulan.tahun, triwulan.nomor)
        name = office_papers.file_name(_SUMMARY, pokok)

        def show(pdf: bytes) -> None:
            dialog = PaperDialog(self, f"Ringkasan {triwulan.label_tahun}", pdf, name)
            dialog.exec()
            dialog.deleteLater()

        self.run_job("Menyusun ringkasan…", lambda _: office_papers.export(ctx, _SUMMARY, pokok), show)

    # --- evidence --------------------------------------------------------------------------------

    def _export_evidence(self) -> None:
        """While it runs there is no second one; the card tells its end, also where it has ended already."""
        allow(self._export, WAIT)
        if not evidence.export(self, self.ctx(), self._quarter.currentData(), self._job, self.refuse):
            allow(self._export, "")

    def areas(self) -> Sequence[QWidget]:
        if self._stage is not None and self._parts.key() == CHARTS:
            return (self._stage.chart, self._stage.origin)
        seen = (self._flow, self._matrix, self._achieved.bars)
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
            self._show_times()
            self._matrix.go_to(case_ids[0])

    def _look_at_step(self, langkah: Langkah) -> None:
        """A step at which nothing stands: when it was done or must be, or the tab of the report."""
        if langkah is Langkah.LAPORAN_TRIWULAN:
            self.tab_wanted.emit(REPORT, "")
        else:
            self._show_times()
            self._matrix.go_to_step(langkah)

    def _show_times(self) -> None:
        part = TIMES if self._apart else FLOW
        self._parts.choose(part)
        self._open_part(part)

    def _open(self, case_id: str) -> None:
        """The berkas on the tab where this role looks at it; its history where the role has none."""
        place = look_at(self.ctx().actor.role, reported=self._matrix.is_reported(case_id))
        if place:
            self.tab_wanted.emit(place, case_id)
            return
        title = self._matrix.name_of(case_id)
        history_dialog(self, f"{title} · {self._quarter.currentText()}", history.told(self.ctx(), case_id)).exec()
