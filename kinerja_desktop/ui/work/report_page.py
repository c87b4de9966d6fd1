"""Step 6 on screen, for the Laporan Triwulan and the LKjIP alike: compile, preview, fix, print.

A tab gives the acts of its report as a ``ReportDesk`` and what it can choose among (quarters or years). Two
sheets lie behind one another: the compiling of chapters, and the preview of the very PDF.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from kinerja_desktop.domain.errors import KinerjaError, KnownFault
from kinerja_desktop.domain.isi_laporan import IsiLaporan
from kinerja_desktop.domain.workflow import Action, Status
from kinerja_desktop.services import printing, trash
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.compose.naskah import Pilihan
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.printing import Draf, Format, save_file
from kinerja_desktop.services.reports import LaporanView
from kinerja_desktop.ui.choosing import choose_target
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.dialogs import Alasan, Konfirmasi, ask_reason, confirm
from kinerja_desktop.ui.frame import StatusText
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.one_job import nothing
from kinerja_desktop.ui.runner import Calls, Report, hold_cancelled, watching
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.buttons import IconButton
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.fields import ComboBox
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.step_line import StepLine
from kinerja_desktop.ui.widgets.stops import enter
from kinerja_desktop.ui.work.copies import print_copy, tell_saved
from kinerja_desktop.ui.work.head import WorkHead
from kinerja_desktop.ui.work.looks import status_chip
from kinerja_desktop.ui.work.page import WorkPage
from kinerja_desktop.ui.work.report_editor import ReportEditor
from kinerja_desktop.ui.work.trash import TrashDialog

if TYPE_CHECKING:
    from kinerja_desktop.ui.work.report_preview import Pratinjau, ReportPreview

T = TypeVar("T")
_STEPS = ("Pratinjau", "Tetapkan dan beri nomor", "Cetak")
_KEYS = (
    ("Ctrl+Enter", "susun dan buka pratinjau"),
    ("F8", "kalimat berikutnya yang perlu dibaca ulang"),
    ("PgUp, PgDn", "halaman sebelum dan sesudah"),
    ("Ctrl+0, Ctrl++, Ctrl+-", "selebar layar, perbesar, perkecil"),
    ("Ctrl+G", "pilih halaman"),
    ("Ctrl+P", "pratinjau, lalu cetak"),
    ("Ctrl+S", "simpan PDF"),
)


@dataclass(frozen=True, slots=True)
class ReportDesk(Generic[T]):
    """The services of one report; ``T`` is what it is made for (a triwulan, a year).

    ``rekomendasi`` is the heading of its recommendations among the chapters.
    """

    title: str
    load: Callable[[Context, T], LaporanView]
    save: Callable[[Context, T, IsiLaporan, int], int]
    force: Callable[[Context, T, str, int], Changes]
    fix: Callable[[Context, T, Pilihan, int], object]
    reopen: Callable[[Context, T, str, int], Changes]
    preview: Callable[[Context, T, Pilihan | None], Draf]
    export: Callable[[Context, T, Format, Pilihan | None], bytes]
    choices: Callable[[Context], Sequence[tuple[str, T]]]
    file_name: Callable[[T], str]
    rekomendasi: str


class ReportPage(WorkPage, Generic[T]):
    """See the module."""

    def __init__(self, desk: Desk, report: ReportDesk[T]) -> None:
        super().__init__(desk)
        self._report = report
        self._view: LaporanView | None = None
        self._shown: T | None = None
        """What the view is of; the choice is a step ahead of it while another period is read."""
        self._asked = 0
        self._period = ComboBox("Masa laporan")
        self._period.setObjectName("masa")
        self._back = IconButton(Icon.KEMBALI_KE, "Kembali ke penyusunan", framed=True)
        self._back.setObjectName("kembali")
        self._head = WorkHead(report.title, back=self._back, choice=self._period)
        self._steps = StepLine(_STEPS)
        self._sheets = QStackedWidget()
        head = row(self._head, self._steps)
        head.setStretch(0, 1)
        whole = column(head, 8, self._sheets)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self._editor = ReportEditor(report.rekomendasi, self._sheets)
        self._sheets.addWidget(self._editor)
        self._connect()
        self._show_compiling()

    @cached_property
    def _preview(self) -> "ReportPreview":
        """Made when the pages are first opened."""
        from kinerja_desktop.ui.work.report_preview import ReportPreview  # here, because it loads QtPdf

        made = ReportPreview()
        made.choice_changed.connect(self._draw)
        made.fix_asked.connect(self._fix)
        made.reopen_asked.connect(self._reopen)
        made.save_asked.connect(self._save_file)
        made.print_asked.connect(self._print)
        self._sheets.addWidget(made)
        return made

    def _connect(self) -> None:
        self._period.activated.connect(lambda _: self.load())
        self._editor.compile_asked.connect(self._open_preview)
        self._editor.force_asked.connect(self._force)
        self._editor.changed.connect(self._save)
        self._editor.restore_asked.connect(self._ask_thrown)
        self._back.clicked.connect(self._close_preview)
        for key, act in (
            ("Ctrl+P", self._look_or_print),
            ("Ctrl+S", self._save_pdf),
            ("Ctrl+Return", self._compile),
        ):
            QShortcut(QKeySequence(key), self, act)

    # --- reading ---------------------------------------------------------------------------------

    def read(self) -> None:
        """Fill the choice of periods. What is shown is read again at once, another period beside the window."""
        if self._period.count() == 0:
            for text, period in self._report.choices(self.ctx()):
                self._period.addItem(text, period)
        if self._period.count() == 0:
            self._editor.show_empty("Belum ada rencana kinerja. Laporan dapat disusun setelah rencana diisi.")
            return
        if self._shown == self.period():
            self._show(self._report.load(self.ctx(), self.period()))
        else:
            self._turn_to(self.period())

    def _turn_to(self, period: T) -> None:
        """Read a period that is not shown yet; what was typed a moment ago belongs to the one before."""
        self._editor.flush()
        self._view = self._shown = None
        self._editor.show_empty("")
        ctx, chosen_by_hand = self.ctx(), self.window().focusWidget() is self._period
        self._asked += 1
        asked = self._asked

        def hear(deed: Callable[[], None]) -> None:
            if isValid(self) and asked == self._asked:
                self._cover().stop()
                deed()

        def show(view: LaporanView) -> None:
            if period != self.period():  # another one was chosen meanwhile, and waits for the office
                return
            self._shown = period
            self._show(view)
            if not chosen_by_hand and self.window().focusWidget() is self._period:
                any(enter(area) for area in self.areas())  # where the focus would be had it been there at once

        self._cover().start(f"Membaca {self._report.title}")
        calls = Calls[LaporanView](
            lambda view: hear(lambda: show(view)), lambda error: hear(lambda: self.refuse(error))
        )
        self.desk.runner.start(lambda _: self._report.load(ctx, period), calls)

    def _show(self, view: LaporanView) -> None:
        self._view = view
        self._tell_title()
        self._head.set_state(status_chip(view.status, view.label), view.tenggat)
        self._editor.show_view(view, may_write=Action.FIX in view.boleh)
        if self.is_previewing():
            self._preview.show_view(_preview_of(view))

    def period(self) -> T:
        """What the person chose."""
        chosen: T = self._period.currentData()
        return chosen

    def show_item(self, item: str) -> None:
        """Open the period of a case: its place in the choice is told by its words."""
        at = self._period.findText(item)
        if at >= 0:
            self._period.setCurrentIndex(at)
            self.load()

    def standing(self) -> tuple[str, ...]:
        return (self._period.currentText(),) if self._period.count() else ()

    def _show_compiling(self) -> None:
        self._sheets.setCurrentWidget(self._editor)
        self._tell_sheet()

    def _show_pages(self, view: LaporanView) -> None:
        self._preview.set_narrow(narrow=self.narrow)
        self._preview.show_view(_preview_of(view))
        self._sheets.setCurrentWidget(self._preview)
        self._tell_sheet()

    def _tell_sheet(self) -> None:
        """Compiling or preview; the head says on which of them one is."""
        preview = self.is_previewing()
        set_shown(self._back, shown=preview)
        set_shown(self._steps, shown=preview)
        set_shown(self._period, shown=not preview)
        self._tell_title()

    def _tell_title(self) -> None:
        preview = self.is_previewing()
        self._head.set_title(f"{self._report.title} {self._named()}" if preview else self._report.title)
        if self._view is not None:
            self._steps.set_step(2 if self._view.status is Status.FIXED else 0)
        self.counted.emit({})  # the window names itself anew

    def _named(self) -> str:
        """The period as it follows the name of the report."""
        return self._period.currentText().removeprefix("Triwulan ").removeprefix("Tahun ")

    def is_previewing(self) -> bool:
        """Whether the pages lie open."""
        return self._sheets.currentWidget() is not self._editor

    def caption(self) -> str:
        return f"Pratinjau {self._report.title} {self._named()}" if self.is_previewing() else ""

    def keys(self) -> Sequence[tuple[str, str]]:
        return _KEYS

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        if self.is_previewing():
            self._preview.set_narrow(narrow=narrow)

    def toggle_panel(self) -> None:
        if self.is_previewing():
            self._preview.toggle_panel()

    def go_back(self) -> bool:
        if self.is_previewing():
            self._close_preview()
            return True
        return False

    def areas(self) -> Sequence[QWidget]:
        return self._preview.areas() if self.is_previewing() else self._editor.areas()

    # --- writing ---------------------------------------------------------------------------------

    def _save(self, isi: IsiLaporan) -> None:
        view, period = self._view, self._shown
        if view is None or period is None:
            return
        try:
            versi = self._report.save(self.ctx(), period, isi, view.versi_draf)
        except KinerjaError as error:
            self.refuse(error)
            if isinstance(error, KnownFault):
                self._editor.not_saved()
            return
        self._view = replace(view, isi=isi, versi_draf=versi)
        self.saved.emit(StatusText(f"Tersimpan {self.ctx().now():%H.%M}", Tone.SELESAI))
        ctx = self.ctx()
        calls = Calls[LaporanView](self._take_reading, lambda error: self.refuse(error) if isValid(self) else None)
        self.desk.runner.start(lambda _: self._report.load(ctx, period), calls)

    def _take_reading(self, view: LaporanView) -> None:
        """What reading the saved text found; of a text that was typed on meanwhile the next reading tells."""
        now = self._view
        if isValid(self) and now is not None and (now.triwulan, now.versi_draf) == (view.triwulan, view.versi_draf):
            self._view = view
            self._editor.keep_version(view)

    def _ask_thrown(self) -> None:
        """What was given up of this report; what comes back is shown at once."""
        self._editor.flush()
        ctx, period = self.ctx(), self._period.currentText()
        mine = [one for one in trash.load(ctx) if one.butir == period]
        dialog = TrashDialog(self, mine, lambda one: trash.bring_back(ctx, one.id))
        dialog.exec()
        dialog.deleteLater()
        self.load()

    def _force(self) -> None:
        view = self._view
        if view is None:
            return
        missing = "; ".join(view.kurang)
        reason = ask_reason(
            self,
            Alasan(
                "Susun Tanpa Semua Seksi",
                f"Susun {self._report.title} tanpa semua seksi",
                f"{missing}. Laporan akan mencantumkan seksi ini dan alasannya.",
                "Susun Laporan",
            ),
        )
        if reason is not None:
            self.attempt(lambda: self._report.force(self.ctx(), self.period(), reason, view.versi))

    def _fix(self, pilihan: Pilihan) -> None:
        view = self._view
        if view is None:
            return
        sentence = "Sesudah ini angka dan nama tidak berubah."
        nomor = view.nomor_berikut.format("…")
        which = "yang ditulis tangan" if pilihan.nomor_menyusul else nomor
        if not confirm(self, Konfirmasi("Tetapkan", f"Tetapkan laporan dengan nomor {which}?", sentence, "Tetapkan")):
            return
        ctx, period = self.ctx(), self.period()

        def job(report: Report) -> Changes:
            with printing.watched(report.progress):
                self._report.fix(ctx, period, pilihan, view.versi)
            return frozenset({Change.CASE, Change.PAPER})

        self.run_job("Menetapkan dan mengarsipkan laporan", job, self._fixed, writes=True)

    def _fixed(self, changes: Changes) -> None:
        self.changed.emit(changes)
        self.load()
        self._draw(self._preview.set_fixed)

    def _reopen(self) -> None:
        view = self._view
        if view is None:
            return
        question = Alasan(
            "Buka Kembali",
            f"Buka kembali {self._report.title}",
            "Kertas yang sudah ditetapkan menjadi «ditarik» sampai versi baru ditetapkan.",
            "Buka Kembali",
        )
        reason = ask_reason(self, question)
        if reason is not None and self.attempt(
            lambda: self._report.reopen(self.ctx(), self.period(), reason, view.versi)
        ):
            self._close_preview()

    # --- preview ---------------------------------------------------------------------------------

    def _look_or_print(self) -> None:
        """Ctrl+P: first the preview, then paper."""
        if self.is_previewing():
            self._print()
        else:
            self._compile()

    def _compile(self) -> None:
        self._editor.flush()
        self._open_preview()

    def _open_preview(self) -> None:
        view = self._view
        if view is None or (view.status is Status.WAITING and not any(s.versi for s in view.seksi)):
            return
        self._show_pages(view)
        self._preview.setFocus()
        self._draw()

    def _close_preview(self) -> None:
        self._show_compiling()
        self.load()

    def _draw(self, show: Callable[[Draf], object] | None = None) -> None:
        """Make the pages beside the window and show them when they are ready."""
        ctx, period, pilihan = self.ctx(), self.period(), self._preview.choice()

        def job(report: Report) -> Draf:
            with printing.watched(watching(report)):
                return self._report.preview(ctx, period, pilihan)

        self.run_job("Menyiapkan halaman laporan", job, show or self._preview.set_draft, cancelled=self._close_preview)

    # --- paper -----------------------------------------------------------------------------------

    def _print(self) -> None:
        print_copy(self, self._preview.pdf(), self._report.file_name(self.period()), self._filed_id())

    def _filed_id(self) -> str | None:
        """The filed paper whose bytes are shown; None for a draft."""
        view = self._view
        fixed = view.dokumen if view is not None and view.status is Status.FIXED else None
        return fixed.id if fixed is not None else None

    def _save_pdf(self) -> None:
        if self.is_previewing():
            self._save_file(Format.PDF)

    def _save_file(self, fmt: Format) -> None:
        name = f"{self._report.file_name(self.period())}.{fmt.value}"
        target = choose_target(self, "Simpan Dokumen", name)
        if not target:
            return
        ctx, period, pilihan = self.ctx(), self.period(), self._preview.choice()
        filed = self._filed_id() if fmt is Format.PDF else None

        def job(report: Report) -> Path:
            with printing.watched(watching(report)):
                made = self._report.export(ctx, period, fmt, pilihan)
            hold_cancelled(report)
            save_file(target, made)
            return target

        self.run_job("Menyimpan dokumen", job, lambda path: tell_saved(self, path, filed), cancelled=nothing)


def _preview_of(view: LaporanView) -> "Pratinjau":
    """What the preview shows of a report and lets one do with it."""
    from kinerja_desktop.ui.work.report_preview import Pratinjau

    fixed = view.dokumen if view.status is Status.FIXED else None
    return Pratinjau(
        kunci=(view.triwulan, view.versi),
        pilihan=view.pilihan if fixed is None else replace(view.pilihan, tanggal=fixed.tanggal),
        penandatangan=view.penandatangan,
        wakil=view.wakil,
        nomor_berikut=view.nomor_berikut,
        nomor=(fixed.nomor or "") if fixed is not None else "",
        tetap=view.status is Status.FIXED,
        boleh_tetapkan=Action.FIX in view.boleh,
        boleh_buka=Action.REOPEN in view.boleh,
        format=(Format.DOCX, Format.XLSX),
    )
