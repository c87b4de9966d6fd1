"""The page of Penugasan: tick the seksi, say what stands on the slips, send them all in one act.

A seksi that cannot be ordered holds no other back. The words are kept as a draft until they are sent.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from kinerja_desktop.domain.errors import KinerjaError, StaleWrite
from kinerja_desktop.domain.tanggal import format_hari_waktu
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services import assignment, history, slip_sheets, step_drafts, withdrawal
from kinerja_desktop.services.assignment import HasilPenugasan, PenugasanView, TugasSeksi, subject
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.history import Kejadian
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.assignment import words
from kinerja_desktop.ui.assignment.model import COLUMNS, TICK, can_be_ticked, rows_of
from kinerja_desktop.ui.assignment.panel import SlipPanel
from kinerja_desktop.ui.assignment.sending import Sending
from kinerja_desktop.ui.assignment.take_back_dialog import TakeBackDialog
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Space
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.busy import BusyOverlay
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.fields import ComboBox
from kinerja_desktop.ui.widgets.grid.model import GridModel
from kinerja_desktop.ui.widgets.grid.view import GridView
from kinerja_desktop.ui.widgets.side_panel import Split
from kinerja_desktop.ui.widgets.strips import Strip
from kinerja_desktop.ui.widgets.tick import Tick
from kinerja_desktop.ui.work.choices import show_choices
from kinerja_desktop.ui.work.draft_papers import Compose, Forewarned, look_button, show_drafts
from kinerja_desktop.ui.work.fitting import FittingLabel
from kinerja_desktop.ui.work.head import WorkHead
from kinerja_desktop.ui.work.keeper import Keeper
from kinerja_desktop.ui.work.page import WorkPage
from kinerja_desktop.ui.work.slip import show_slip, slip_of
from kinerja_desktop.ui.work.slip_sheets import print_slips

TITLE = "Penugasan"
_SHOWN = 3
"""So many of the newest acts stand in the panel."""
_NOBODY = "Belum ada unit yang melaporkan indikator pada tahun ini. Tetapkan rencana kinerja lebih dahulu."
_KEYS = (
    ("Spasi", "pilih atau lepas unit"),
    ("Ctrl+Enter", "disposisikan"),
    ("↑ ↓", "unit sebelum dan sesudah"),
    ("Enter", "lembar disposisi yang sudah dikirim"),
)


def make(desk: Desk) -> "AssignmentPage":
    """Build the page."""
    return AssignmentPage(desk)


class AssignmentPage(WorkPage):
    """See the module."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._view: PenugasanView | None = None
        self._wanted: Triwulan | None = None
        self._left_out: set[str] = set()
        self._writer: Context | None = None
        self._versi_catatan = 0
        self._quarter = ComboBox("Triwulan")
        self._head = WorkHead(TITLE, choice=self._quarter)
        self._hint, self._outcome, self._sent_strip = Strip(), Strip(), Strip()
        self._empty = EmptyState(_NOBODY)
        self._all = Tick("Pilih semua")
        self._model = GridModel(COLUMNS)
        self._grid = GridView(self._model, "Unit kerja", row_mode=True)
        self._panel = SlipPanel()
        self._why = FittingLabel()
        self._draft, self._forewarned = look_button(), Forewarned(self)
        self._send = Button("Disposisikan", ButtonKind.PRIMARY, Icon.PENUGASAN, shape=Shape.FILL)
        self._split = Split(
            holder(column(self._all, self._grid.filter_line, self._grid, self._empty)), self._panel, "penugasan"
        )
        self._busy_sign = BusyOverlay(self._split)
        strips = column(self._hint, self._outcome, self._sent_strip, space=Space.CONTROLS)
        self.setLayout(column(self._head, strips, self._split, self._foot(), space=Space.CONTROLS))
        self._keeper = Keeper(self, self._save_note, lambda: self.ctx().office.store.busy)
        self._keeper.told.connect(self.saved)
        self._keeper.refused.connect(self._not_saved)
        self._name_parts()
        self._connect()

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("kind", "card")
        line = row(self._why, self._draft, self._send)
        line.setContentsMargins(theme.px(8), theme.px(5), theme.px(8), theme.px(5))
        foot.setLayout(line)
        return foot

    def _name_parts(self) -> None:
        for name, part in (
            ("triwulan", self._quarter),
            ("pilih_semua", self._all),
            ("unit", self._grid),
            ("disposisikan", self._send),
            ("petunjuk", self._hint),
            ("hasil", self._outcome),
            ("terkirim", self._sent_strip),
        ):
            part.setObjectName(name)

    def _connect(self) -> None:
        self._quarter.activated.connect(lambda _: self._choose_quarter(self._quarter.currentData()))
        self._all.clicked.connect(self._tick_all)
        self._grid.current_changed.connect(lambda *_: self._show_line())
        self._grid.clicked.connect(self._clicked)
        self._panel.edited.connect(self._edited)
        self._panel.print_asked.connect(self._print_slip)
        self._panel.take_back_asked.connect(self._withdraw)
        self._panel.sheets_asked.connect(self._print_sheets)
        self._grid.opened.connect(lambda *_: self._print_slip())
        self._draft.clicked.connect(self._preview)
        self._send.clicked.connect(self._assign)
        self._outcome.linked.connect(lambda: self._outcome.set_spec(None))
        self._sent_strip.linked.connect(self._choose_withdrawals)
        space = QShortcut(QKeySequence("Space"), self._grid, context=Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(lambda: self._tick(self._grid.current_row_key()))
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._assign)

    # --- reading ---------------------------------------------------------------------------------

    def read(self) -> None:
        self._writer = self.ctx()
        self._view = view = assignment.load(self._writer, self._wanted)
        self._wanted = view.triwulan
        self._show_quarter(view)
        self._show_head(view)
        if not self._keeper.is_dirty():
            self._versi_catatan = view.versi_catatan
            self._panel.show_note(view.catatan, subject(view.triwulan))
        self._hint.set_spec(words.hint(view))
        self._sent_strip.set_spec(words.still_back(view))
        self._show_rows()
        self._keeper.tell_saved(None)

    def refresh(self, changes: Changes) -> None:
        if changes != {Change.DRAFT}:
            self.load()

    def tick(self) -> None:
        self._keeper.flush()
        self.load()

    def _show_quarter(self, view: PenugasanView) -> None:
        show_choices(self._quarter, [(one.label_tahun, one) for one in view.pilihan], view.triwulan)

    def _show_head(self, view: PenugasanView) -> None:
        today = self.ctx().today()
        self._head.set_title(TITLE, f"mulai {format_hari_waktu(view.mulai, sekarang=today)}")
        waits = any(can_be_ticked(line) for line in view.baris)
        self._head.set_state(None, view.tenggat if waits and view.dibuka else None)

    def _show_rows(self) -> None:
        view = self._view
        if view is None:
            return
        ticked = self._ticked()
        self._model.set_rows(rows_of(view, ticked, self.ctx().today()))
        if not self._grid.current_row_key() and view.baris:
            with QSignalBlocker(self._grid):  # the line is shown below, once
                self._grid.go_to(view.baris[0].seksi.kode, "seksi")
        open_lines = [line for line in view.baris if can_be_ticked(line)]
        self._all.setVisible(bool(open_lines))
        self._grid.setVisible(bool(view.baris))
        self._empty.setVisible(not view.baris)
        self._all.setText(f"Pilih semua ({len(open_lines)} belum ditugaskan)")
        self._all.setChecked(bool(open_lines) and len(ticked) == len(open_lines))
        self._show_line()

    def _show_line(self) -> None:
        line = self._line()
        self._panel.show_line(line, self._events(line), self.ctx().today())
        self._show_act()

    def _events(self, line: TugasSeksi | None) -> tuple[Kejadian, ...]:
        """The newest acts of a line that was sent."""
        if line is None or line.case_id is None or line.ditugaskan is None:
            return ()
        return history.told(self.ctx(), line.case_id)[:_SHOWN]

    def _show_act(self) -> None:
        """The primary act with its count, or why there is nothing to send."""
        view, count = self._view, len(self._ticked())
        why = words.why_not(view, count) or self._panel.fault()
        self._send.setText(f"Disposisikan {count} tugas" if count else "Disposisikan")
        allow(self._send, why)
        allow(self._draft, self._panel.fault() or words.why_no_slip(self._line()))
        self._why.set_forms(why)

    def _edited(self) -> None:
        self._show_act()
        self._keeper.touch()

    # --- ticking ---------------------------------------------------------------------------------

    def _line(self) -> TugasSeksi | None:
        kode = self._grid.current_row_key()
        lines = self._view.baris if self._view is not None else ()
        return next((line for line in lines if line.seksi.kode == kode), None)

    def _ticked(self) -> list[str]:
        """Seksi to be ordered, in the office's order: all that can be, without those left out."""
        lines = self._view.baris if self._view is not None else ()
        return [one.seksi.kode for one in lines if can_be_ticked(one) and one.seksi.kode not in self._left_out]

    def _tick(self, kode: str) -> None:
        self._left_out ^= {kode}
        self._show_rows()

    def _tick_all(self) -> None:
        lines = self._view.baris if self._view is not None else ()
        self._left_out = set() if self._all.isChecked() else {line.seksi.kode for line in lines}
        self._show_rows()

    def _clicked(self, index: QModelIndex) -> None:
        if self._model.columns[index.column()].key == TICK:
            self._tick(self._model.row_key(index))

    def _choose_quarter(self, triwulan: Triwulan) -> None:
        if not self._keeper.flush() and self._view is not None:
            self._show_quarter(self._view)
            return
        self._wanted, self._left_out = triwulan, set()
        self._outcome.set_spec(None)
        self.load()

    # --- acts ------------------------------------------------------------------------------------

    def _save_note(self) -> datetime:
        assert self._view is not None
        assert self._writer is not None
        note = self._panel.note()
        self._versi_catatan = assignment.save_note(self._writer, self._view.triwulan, note, seen=self._versi_catatan)
        return self._writer.now()

    def _not_saved(self, error: KinerjaError) -> None:
        """Somebody else wrote the note meanwhile: mine is stored on top."""
        if isinstance(error, StaleWrite) and self._view is not None:
            self._versi_catatan = assignment.load(self.ctx(), self._view.triwulan).versi_catatan
            self._keeper.touch()

    def _preview(self) -> None:
        """The slip of the chosen seksi, as «Disposisikan» would print it."""
        line = self._line()
        if line is not None:
            show_drafts(self, self._slip_of(line))

    def _slip_of(self, line: TugasSeksi) -> Compose:
        assert self._view is not None
        ctx, triwulan, note = self.ctx(), self._view.triwulan, self._panel.note()
        return lambda: step_drafts.of_assignment(ctx, triwulan, line.seksi.kode, note, seen=line.versi)

    def _assign(self) -> None:
        """Tell what there is to look at on the slips, which the same person signs; then send every ticked order."""
        chosen = self._ticked()
        if self._view is None or not self._send.isEnabled() or not self._keeper.flush():
            return
        first = next(line for line in self._view.baris if line.seksi.kode == chosen[0])
        self._forewarned.do(self._send.text(), self._slip_of(first), lambda: self._send_all(chosen))

    def _send_all(self, chosen: Sequence[str]) -> None:
        """What could not be sent is told with its cause, the others are sent."""
        view = self._view
        if view is None:
            return
        job = Sending(self.ctx(), view, tuple(chosen), self._panel.note())

        def stopped() -> None:
            """What is sent by now stays sent."""
            self._sent(job.done())

        self._busy_sign.run(
            self.desk.runner, "Mengirim tugas…", job, self._sent, self.refuse, cancelled=stopped, writes=True
        )

    def _sent(self, done: HasilPenugasan) -> None:
        self._outcome.set_spec(words.told(done))
        self.load()
        self.changed.emit(done.changes)

    def _print_slip(self) -> None:
        line = self._line()
        if line is None or line.case_id is None:
            return
        nomor = slip_of(history.told(self.ctx(), line.case_id), (Action.ASSIGN,))
        if nomor is not None:
            show_slip(self, line.case_id, nomor)

    def _print_sheets(self) -> None:
        """The slips of all seksi of this quarter; those of step 1 are ticked."""
        if self._view is not None:
            slips = slip_sheets.of_quarter(self.ctx(), self._view.triwulan)
            print_slips(self, slips, [slip.id for slip in slips if slip.langkah == 1])

    def _withdraw(self) -> None:
        line = self._line()
        if line is not None:
            self._take_back([line])

    def _choose_withdrawals(self) -> None:
        """«Tarik…»: which of the orders that nobody acted upon."""
        if self._view is None:
            return
        lines = [line for line in self._view.baris if line.dapat_ditarik]
        dialog = TakeBackDialog(self, lines, self._view.triwulan.label_tahun)
        if dialog.exec():
            self._take_back([line for line in lines if line.seksi.kode in dialog.chosen()])
        dialog.deleteLater()

    def _take_back(self, lines: Sequence[TugasSeksi]) -> None:
        """Each on its own; the first refusal is told and ends it."""
        self._outcome.set_spec(None)
        for line in lines:
            case_id, versi = line.case_id, line.versi
            if case_id is None or not self.attempt(partial(withdrawal.withdraw, self.ctx(), case_id, seen=versi)):
                break
        self.load()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._keeper.flush()

    # --- what the window asks --------------------------------------------------------------------

    def show_item(self, item: str) -> None:
        """Open a quarter by its code."""
        self._choose_quarter(Triwulan.parse(item))

    def standing(self) -> tuple[str, ...]:
        return (self._view.triwulan.kode,) if self._view is not None else ()

    def areas(self) -> tuple[QWidget, ...]:
        return (self._grid, self._panel, self._send)

    def toggle_panel(self) -> None:
        self._split.toggle()

    def keys(self) -> tuple[tuple[str, str], ...]:
        return _KEYS

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        self._panel.set_narrow(narrow=narrow)
        self._grid.set_narrow(narrow=narrow)
