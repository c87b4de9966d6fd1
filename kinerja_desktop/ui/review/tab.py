"""The page of Pemeriksaan: the list of what waits, and one report with everything that a decision needs.

A decision names the version on the screen. Whatever is written is kept as a draft, and stays on the screen when the
report moved on meanwhile.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KinerjaError, OwnReport, PasswordNeeded, StaleWrite, WrongLogin, WrongState
from kinerja_desktop.domain.tanggal import format_tanggal_waktu
from kinerja_desktop.domain.workflow import DECISIONS, Action, Langkah
from kinerja_desktop.services import history, review, step_drafts
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.compose.step_papers import KEPUTUSAN
from kinerja_desktop.services.context import Context, FreshFor
from kinerja_desktop.services.review import PemeriksaanView
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.dialogs import Galat, tell_fault
from kinerja_desktop.ui.review.approve_dialog import ApproveDialog
from kinerja_desktop.ui.review.model import baris_of
from kinerja_desktop.ui.review.notes import Notes
from kinerja_desktop.ui.review.report import ReportScreen
from kinerja_desktop.ui.review.return_dialog import ReturnDialog
from kinerja_desktop.ui.review.stale import sentence, stale_dialog
from kinerja_desktop.ui.review.waiting import WaitingList
from kinerja_desktop.ui.widgets.cards import column
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.strips import caution_strip
from kinerja_desktop.ui.work.cases import waiting
from kinerja_desktop.ui.work.draft_papers import Compose, find_cautions, show_drafts
from kinerja_desktop.ui.work.evidence_viewer import open_evidence
from kinerja_desktop.ui.work.keeper import Keeper
from kinerja_desktop.ui.work.page import WorkPage
from kinerja_desktop.ui.work.password import PasswordAgain
from kinerja_desktop.ui.work.places import HALAMAN
from kinerja_desktop.ui.work.question import Question
from kinerja_desktop.ui.work.slip import show_slip, slip_of

_KEYS = (
    ("↑ ↓", "indikator sebelum dan sesudah"),
    ("F", "indikator berikutnya yang berubah atau bertanda"),
    ("B", "bukti dukung"),
    ("Ctrl+M", "catatan untuk indikator ini"),
    ("Alt+K", "kembalikan untuk diperbaiki"),
    ("Alt+S", "setujui"),
    ("Esc", "kembali ke daftar"),
)


D = TypeVar("D", bound=Dialog)


def make(desk: Desk) -> "ReviewPage":
    """Build the page."""
    return ReviewPage(desk)


class ReviewPage(WorkPage):
    """See the module. ``case_id`` is the report that lies open, empty while the list is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.case_id = ""
        self._view: PemeriksaanView | None = None
        self._newer: PemeriksaanView | None = None
        self._notes, self._versi_draf = Notes(), 0
        self._checker: Context | None = None
        self._list, self._report = WaitingList(), ReportScreen()
        self._alone = True
        """A single report that waits is opened at once, until somebody went back to the list."""
        self._stack = QStackedWidget()
        for part in (self._list, self._report):
            self._stack.addWidget(part)
        self.setLayout(column(self._stack))
        self._keeper = Keeper(self, self._save_notes, lambda: self.ctx().office.store.busy)
        self._keeper.told.connect(self.saved)
        self._connect()

    def _connect(self) -> None:
        self._list.list.opened.connect(self.show_item)
        self._report.back_asked.connect(self.go_back)
        self._report.noted.connect(lambda *_: self._keeper.touch())
        self._report.taken_back.connect(self._take_back)
        self._report.newer_asked.connect(self._compare)
        self._report.pages_asked.connect(self._show_pages)
        self._report.evidence_opened.connect(lambda bukti: open_evidence(self, self.case_id, bukti))
        self._report.footer.print_asked.connect(self._print_decision)
        self._report.footer.return_asked.connect(self._ask_return)
        self._report.footer.approve_asked.connect(self._ask_approve)
        for key, act in (("Alt+K", self._ask_return), ("Alt+S", self._ask_approve)):
            QShortcut(QKeySequence(key), self).activated.connect(act)

    # --- reading ---------------------------------------------------------------------------------

    def read(self) -> None:
        """The open report as it stands now, else the list; a single one that waits is opened at once."""
        ctx = self.ctx()
        tasks = waiting(ctx, {Langkah.PERIKSA})
        self._list.show_tasks(tasks)
        if self._alone and not self.case_id and len(tasks) == 1:
            self.case_id = tasks[0].key
        if not self.case_id:
            self._stack.setCurrentWidget(self._list)
            return
        self._show(review.load(ctx, self.case_id))

    def _show(self, view: PemeriksaanView) -> None:
        self._view, self._newer = view, None
        self._checker = self.ctx()
        if not self._keeper.is_dirty():
            self._notes = Notes.of(view.catatan_draf, view.alasan_draf)
        self._versi_draf = view.versi_draf
        self._report.show_view(view, self._notes)
        self._stack.setCurrentWidget(self._report)
        self._keeper.tell_saved(None)

    def refresh(self, changes: Changes) -> None:
        """What others changed: the report on the screen is not replaced under the reader's eyes."""
        if changes == {Change.DRAFT}:
            return
        self.when_free(self._look_again)

    def _look_again(self) -> None:
        shown = self._view
        if not self.case_id or shown is None:
            self.load()
            return
        now = review.load(self.ctx(), self.case_id)
        if now.kepala.versi == shown.kepala.versi:
            self._list.show_tasks(waiting(self.ctx(), {Langkah.PERIKSA}))
        else:
            self._tell_newer(shown, now)

    def tick(self) -> None:
        """Limits move on."""
        self._keeper.flush()
        if self._view is None or not self.case_id or self._newer is not None:
            self.load()
        else:
            self.when_free(lambda: self._report.show_limit(review.load(self.ctx(), self.case_id)))

    def opened(self) -> tuple[str, int]:
        return (self.case_id, self._view.kepala.versi) if self._view is not None and self.case_id else ("", 0)

    def _show_pages(self) -> None:
        if self._view is not None:
            self._report.pages.show_for(self, self.case_id, self._view.kepala.versi)

    def _print_decision(self) -> None:
        """The Laporan Disposisi of the newest decision, from the archive or made now."""
        nomor = slip_of(history.told(self.ctx(), self.case_id), tuple(DECISIONS))
        if nomor is not None:
            show_slip(self, self.case_id, nomor, KEPUTUSAN)

    # --- notes -----------------------------------------------------------------------------------

    def _save_notes(self) -> datetime:
        assert self._view is not None
        assert self._checker is not None
        notes = self._notes.all(baris_of(self._view))
        saved = review.save_notes(
            self._checker, self._view.kepala.case_id, notes, self._notes.alasan, seen=self._versi_draf
        )
        self._versi_draf = saved.versi
        return saved.pada

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._keeper.flush()

    # --- decisions -------------------------------------------------------------------------------

    def _may(self, action: Action) -> bool:
        return self._view is not None and action in self._view.kepala.boleh and self._newer is None

    def _about(self, view: PemeriksaanView) -> str:
        kepala = view.kepala
        when = f", diajukan {format_tanggal_waktu(kepala.sejak, sekarang=self.ctx().today())}" if kepala.sejak else ""
        return f"Laporan Data Kinerja · {kepala.triwulan.label_tahun} · versi {kepala.laporan_ke}{when}"

    def _ask_return(self) -> None:
        view = self._view
        if view is None or not self._may(Action.RETURN):
            return
        until = format_tanggal_waktu(view.batas_kembali, sekarang=self.ctx().today())
        question = Question(
            f"Kembalikan Laporan {view.kepala.seksi.nama}",
            self._about(view),
            f"Laporan kembali kepada **{view.kembali_kepada}** dengan batas **{until}**. "
            f"Ini pengembalian ke-{view.kembali_ke}. Anda memutuskan sebagai **{self.ctx().actor.role.label}**.",
        )
        rows = [(kode, row.baris.indikator.nama) for kode, row in baris_of(view).items()]
        before = self._written(view)
        dialog = ReturnDialog(self, question, self._notes, rows)
        dialog.look.clicked.connect(lambda: show_drafts(self, self._return_paper(view)))
        self._ask_warned(dialog, view, self._return)
        if self._notes.alasan and self._written(view) != before:
            self._keeper.touch()

    def _written(self, view: PemeriksaanView) -> tuple[object, str]:
        return self._notes.all(baris_of(view)), self._notes.alasan

    def _return(self, view: PemeriksaanView, _dialog: ReturnDialog) -> Changes:
        notes = self._notes.all(baris_of(view))
        return review.return_for_correction(self.ctx(), self.case_id, self._notes.alasan, notes, seen=view.kepala.versi)

    def _ask_approve(self) -> None:
        view = self._view
        if view is None or not self._may(Action.APPROVE):
            return
        if view.laporan_sendiri and not view.pengecualian_boleh:
            tell_fault(self, _own_report(view))
            return
        seksi = view.kepala.seksi.nama
        question = Question(
            f"Setujui Laporan {seksi}",
            self._about(view),
            f"Anda menyetujui sebagai **{self.ctx().actor.role.label}**. Angka dikunci, laporan diteruskan ke "
            f"{seksi} untuk diserahkan kepada Kasubag Perencanaan, dan Laporan Disposisi dibuat.",
        )
        password = PasswordAgain(self.ctx, FreshFor.APPROVE)
        dialog = ApproveDialog(self, question, password, exception=view.laporan_sendiri)
        dialog.look.clicked.connect(lambda: show_drafts(self, self._approval_papers(view)))
        self._ask_warned(dialog, view, self._approve)

    def _approval_papers(self, view: PemeriksaanView) -> Compose:
        ctx, case_id = self.ctx(), self.case_id
        return lambda: step_drafts.of_approval(ctx, case_id, seen=view.kepala.versi)

    def _return_paper(self, view: PemeriksaanView) -> Compose:
        ctx, case_id, alasan, notes = self.ctx(), self.case_id, self._notes.alasan, self._notes.all(baris_of(view))
        return lambda: step_drafts.of_return(ctx, case_id, alasan, notes, seen=view.kepala.versi)

    def _approve(self, view: PemeriksaanView, dialog: ApproveDialog) -> Changes:
        """Approve the version on the screen once the password fits."""
        dialog.password.confirm()
        return review.approve(
            self.ctx(),
            self.case_id,
            centang=dialog.ticked(),
            catatan=dialog.catatan(),
            pengecualian=dialog.pengecualian(),
            seen=view.kepala.versi,
        )

    def _ask_warned(
        self, dialog: ApproveDialog | ReturnDialog, view: PemeriksaanView, decide: Callable[..., Changes]
    ) -> None:
        """Ask, with what to look at; it is the same for both decisions, which the same people sign."""

        def ask(found: Sequence[str]) -> None:
            dialog.cautions.set_spec(caution_strip(found))
            self._ask(dialog, view, decide)

        find_cautions(self, self._approval_papers(view), ask)

    def _ask(self, dialog: D, view: PemeriksaanView, decide: Callable[[PemeriksaanView, D], Changes]) -> None:
        """Ask, and do it inside the dialog, so that a refusal keeps what was typed; show what came of it."""
        outcome = Outcome()
        dialog.set_check(lambda: outcome.of(lambda: decide(view, dialog)))
        dialog.exec()
        dialog.deleteLater()
        if outcome.changes is not None:
            self._notes, self._versi_draf = Notes(), 0
            self._keeper.forget()
            self.load()
            self.changed.emit(outcome.changes)
        elif outcome.outdated:
            self._tell_newer(view, review.load(self.ctx(), self.case_id))
            self._compare()
        else:
            self._report.show_view(view, self._notes)

    def _take_back(self) -> None:
        assert self._view is not None
        seen = self._view.kepala.versi
        try:
            changes = review.withdraw(self.ctx(), self.case_id, seen=seen)
        except KinerjaError as error:
            self.refuse(error)
            return
        self.load()
        self.changed.emit(changes)

    # --- a report that moved on ------------------------------------------------------------------

    def _tell_newer(self, shown: PemeriksaanView, now: PemeriksaanView) -> None:
        """Say that there is a newer version; what is on the screen and what was typed stay."""
        self._newer = now
        self._report.show_newer(sentence(shown, now), "Bandingkan")

    def _compare(self) -> None:
        shown, now = self._view, self._newer
        if shown is None or now is None:
            return
        dialog = stale_dialog(self, shown, now)
        wanted = bool(dialog.exec())
        dialog.deleteLater()
        if wanted:
            self._open_newer(now)

    def _open_newer(self, now: PemeriksaanView) -> None:
        """Read the newer version with the notes that were typed to the older one."""
        self._view, self._newer = now, None
        self._versi_draf = now.versi_draf
        self._report.show_view(now, self._notes)
        if self._written(now) != (now.catatan_draf, now.alasan_draf):
            self._keeper.touch()

    # --- what the window asks --------------------------------------------------------------------

    def show_item(self, item: str) -> None:
        self._keeper.flush()
        self.case_id = item.removesuffix(HALAMAN)
        self._view = None
        self.load()
        self.note_opened()
        if item.endswith(HALAMAN):
            self._report.open_pages()

    def standing(self) -> tuple[str, ...]:
        return (self.case_id, *self._report.standing()) if self.case_id else ()

    def stand(self, *standing: str) -> None:
        self.show_item(standing[0])
        self._report.stand(*standing[1:])

    def go_back(self) -> bool:
        """Esc: from a report to the list."""
        if not self.case_id:
            return False
        self._keeper.flush()
        self.case_id, self._view, self._newer, self._alone = "", None, None, False
        self.load()
        self._list.list.setFocus()
        return True

    def areas(self) -> tuple[QWidget, ...]:
        return self._report.areas() if self.case_id else (self._list.list,)

    def toggle_panel(self) -> None:
        if self.case_id:
            self._report.toggle_panel()

    def keys(self) -> tuple[tuple[str, str], ...]:
        return _KEYS

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        self._report.set_narrow(narrow=narrow)


@dataclass(slots=True)
class Outcome:
    """What came of a decision inside its dialog."""

    changes: Changes | None = None
    outdated: bool = False

    def of(self, deed: Callable[[], Changes]) -> str:
        """Do it; a sentence keeps the dialog open. A report that moved on closes it: nothing is left to decide."""
        try:
            self.changes = deed()
        except (StaleWrite, WrongState):
            self.outdated = True
        except (WrongLogin, PasswordNeeded):  # said at the field
            return "Belum ada yang disetujui."
        except KinerjaError as error:
            return messages.sentence(error)
        return ""


def _own_report(view: PemeriksaanView) -> Galat:
    others = f" Yang dapat memeriksa: {view.pemeriksa_lain.removesuffix('.')}." if view.pemeriksa_lain else ""
    return Galat("Laporan Anda sendiri", f"{messages.sentence(OwnReport())}{others}")
