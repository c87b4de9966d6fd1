"""The page of Cadangan: state, copy to a flashdisk, list of copies, try one, restore one, the recovery sheet.

Writing, trying and restoring are jobs: the window stays alive and Batal leaves nothing behind.
"""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.errors import KeyMissing, KinerjaError
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import (
    backup,
    backup_copies,
    backup_status,
    drill,
    moving,
    restore,
    settings,
)
from kinerja_desktop.services.backup import HasilCadangan
from kinerja_desktop.services.backup_copies import Salinan
from kinerja_desktop.services.compose import backups
from kinerja_desktop.services.context import FreshFor
from kinerja_desktop.services.drill import HasilUji
from kinerja_desktop.services.printing import render
from kinerja_desktop.services.restore import HasilPulih
from kinerja_desktop.ui.backup.copying import ask_place
from kinerja_desktop.ui.backup.move_dialog import Langkah, MoveDialog
from kinerja_desktop.ui.backup.restore_dialog import RestoreDialog, SheetQuestion
from kinerja_desktop.ui.backup.rows import about, columns, lost_told, made_at, moment, ticking
from kinerja_desktop.ui.backup.sheet_strip import SheetStrip
from kinerja_desktop.ui.backup.state_chips import StateChips
from kinerja_desktop.ui.choosing import choose_folder
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.dialogs import tell_fault
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.runner import Calls, Report
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.allowing import WAIT, allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.listing import Listing
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.job_card import JobCard
from kinerja_desktop.ui.work.page import WorkPage
from kinerja_desktop.ui.work.paper_dialog import PaperDialog
from kinerja_desktop.ui.work.password import PasswordAgain
from kinerja_desktop.ui.work.refusals import galat_of

COPY = "cadangkan"
"""What the page is opened for by who leaves with «Cadangkan & Keluar»."""
_PAPER = "Berita Acara…"
_RESTORED = (
    "**Data kantor dipulihkan dari sebuah salinan.** Periksa isinya; sampai dinyatakan benar, tidak ada salinan "
    "otomatis yang dihapus."
)
_NONE_CHOSEN = "Pilih cadangan pada daftar dahulu."
_NOT_YOURS = "Hanya Admin atau Kasubag Perencanaan yang dapat melakukan ini."
_EMPTY = "Belum ada cadangan di komputer ini atau di USB. Colokkan flashdisk, lalu tekan Cadangkan ke USB."


def make(desk: Desk) -> "BackupPage":
    """Build the page."""
    return BackupPage(desk)


class BackupPage(WorkPage):
    """See the module."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._zone = self.ctx().now().tzinfo
        self._places: set[Path] = set()
        self._state = StateChips(self._zone)
        self._back_up = Button("Cadangkan ke USB", ButtonKind.PRIMARY, Icon.CADANGAN, act=True)
        self._told, self._restored, self._sheet = Strip(), Strip(), SheetStrip(self)
        self._found: HasilUji | None = None
        self._not_done = ""
        self._job = JobCard(desk.runner)
        home = backup.copies_of(self.ctx().office)
        self._list: Listing[Salinan] = Listing("Daftar salinan", columns(self._zone, home))
        self._empty, self._about = EmptyState(_EMPTY), Label(ink=Ink.TEXT_2, wrap=True)
        self._elsewhere = Button("Tempat Lain…", icon=Icon.PILIH_BERKAS)
        self._paper = Button("Lembar Pemulihan…", icon=Icon.CETAK)
        self._move = Button("Pindah Komputer…")
        self._try = Button("Uji Dulu", icon=Icon.PERIKSA, act=True)
        self._restore = Button("Pulihkan…", act=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = row(Label("Cadangan", TextStyle.SCREEN_TITLE), 8, self._state, None, self._back_up)
        foot = row(self._elsewhere, self._paper, self._move, None, self._try, self._restore)
        strips = (self._told, self._restored, self._sheet, self._job)
        copies = (self._list.filter_line, self._list, self._empty, self._about)
        whole = column(head, 8, *strips, *copies, foot, space=8)
        whole.setStretchFactor(self._list, 1)
        self.setLayout(whole)
        for name, part in (
            ("cadangkan", self._back_up),
            ("hasil", self._told),
            ("dipulihkan", self._restored),
            ("lembar", self._sheet),
            ("daftar_salinan", self._list),
            ("tempat_lain", self._elsewhere),
            ("lembar_baru", self._paper),
            ("pindah", self._move),
            ("uji", self._try),
            ("pulihkan", self._restore),
        ):
            part.setObjectName(name)

    def _connect(self) -> None:
        self._back_up.clicked.connect(self._ask_place)
        self._elsewhere.clicked.connect(self._look_elsewhere)
        self._paper.clicked.connect(self._sheet.make)
        self._move.clicked.connect(self._show_move)
        self._try.clicked.connect(self._try_copy)
        self._restore.clicked.connect(self._ask_restore)
        self._list.chosen.connect(self._show_chosen)
        self._list.opened.connect(self._try_copy)
        self._told.linked.connect(self._show_paper)
        self._restored.linked.connect(self._confirm_restored)
        self._job.ended.connect(self._show_chosen)
        for key, act in (("Alt+C", self._back_up), ("Alt+U", self._try)):
            QShortcut(QKeySequence(key), self).activated.connect(act.click)

    # --- reading ---------------------------------------------------------------------------------

    def read(self) -> None:
        """The state at once; the copies are listed beside the window, since a flashdisk may be slow."""
        ctx = self.ctx()
        self._state.show_state(backup_status.status(ctx))
        self._sheet.refresh()
        self._show_restored()
        places = {disk.tempat for disk in backup_copies.removable_places()} | self._places

        def job(_: Report) -> tuple[Salinan, ...]:
            return backup_copies.list_copies(ctx, sorted(places))

        self.desk.runner.start(job, Calls(self._show_copies, self.refuse))

    def _show_restored(self) -> None:
        waits = backup_copies.awaits_confirmation(self.ctx().office)
        admin = self.ctx().actor.role is Role.ADMIN
        self._restored.set_spec(_hint(_RESTORED, "Isi Sudah Benar" if admin else "") if waits else None)

    def _confirm_restored(self) -> None:
        try:
            changes = backup_copies.confirm_restored(self.ctx())
        except KinerjaError as error:
            self.refuse(error)
            return
        self.load()
        self.changed.emit(changes)

    def _show_copies(self, copies: tuple[Salinan, ...]) -> None:
        self._list.set_rows(copies)
        set_shown(self._list, shown=bool(copies))
        set_shown(self._empty, shown=not copies)
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen, free = self._list.current(), not self._job.is_running()
        admin = self.ctx().actor.role is Role.ADMIN
        self._about.setText(about(chosen, self._zone) if chosen is not None else "")
        busy = "" if free else WAIT
        allow(self._back_up, busy)
        for button in (self._paper, self._move):
            allow(button, busy or ("" if self._sheet.may_make() else _NOT_YOURS))
        usable = chosen is not None and (chosen.galat is None or isinstance(chosen.galat, KeyMissing))
        unusable = "" if usable else _NONE_CHOSEN if chosen is None else "Cadangan ini rusak."
        allow(self._try, busy or unusable)
        allow(self._restore, "Hanya Admin yang dapat memulihkan." if not admin else busy or unusable)

    # --- copy to a flashdisk ---------------------------------------------------------------------

    def _ask_place(self) -> None:
        """The first copy that leaves the PC needs the sheet that opens it elsewhere."""
        if self._sheet.is_missing() and self._sheet.may_make():
            self._sheet.make()
        chosen = ask_place(self, self.ctx())
        if chosen is not None:
            self._copy_to(chosen)

    def _copy_to(self, place: Path) -> None:
        ctx = self.ctx()

        def job(report: Report) -> HasilCadangan:
            return backup.back_up_to(ctx, place, ticking(report, usb=True))

        self._tell(None)
        self._places.add(place)
        self._not_done = "Cadangan belum selesai"
        self._job.run("Mencadangkan.", job, self._copied, self._failed, writes=True)
        self._show_chosen()

    def _copied(self, made: HasilCadangan) -> None:
        self._tell(_good(f"**Selesai dan sudah diperiksa. USB boleh dicabut.** {made.berkas.name}"))
        self.load()
        self.changed.emit(made.changes)

    def _failed(self, error: KinerjaError) -> None:
        self.load()
        tell_fault(self, replace(galat_of(error), heading=self._not_done))

    def _tell(self, spec: StripSpec | None) -> None:
        self._told.set_spec(spec)

    def _look_elsewhere(self) -> None:
        chosen = choose_folder(self, "Folder yang berisi cadangan")
        if chosen:
            self._places.add(chosen)
            self.load()

    # --- try and restore -------------------------------------------------------------------------

    def _try_copy(self) -> None:
        chosen = self._list.current()
        if chosen is None or not self._try.isEnabled():
            return
        if not isinstance(chosen.galat, KeyMissing):
            self._drill(chosen.berkas, None)
            return
        dialog = SheetQuestion(self)
        agreed, words = bool(dialog.exec()), dialog.words()
        dialog.deleteLater()
        if agreed:
            self._drill(chosen.berkas, words)

    def _drill(self, file: Path, words: tuple[str, ...] | None) -> None:
        ctx = self.ctx()

        def job(report: Report) -> HasilUji:
            return drill.try_copy(ctx, file, words, ticking(report))

        self._tell(None)
        self._not_done = "Cadangan belum dapat diuji"
        self._job.run("Menguji cadangan.", job, self._tried, self._failed, writes=True)
        self._show_chosen()

    def _tried(self, found: HasilUji) -> None:
        when = moment(found.isi.dibuat, self._zone)
        self._found = found
        if found.utuh:
            reached = moment(found.isi.sampai, self._zone)
            text = f"**Cadangan {when} dapat dipulihkan,** isi sampai {reached}. Tidak ditemukan perubahan."
            self._tell(replace(_good(text), link=_PAPER))
        else:
            first = f"{len(found.temuan)} temuan pada cadangan {when}: {found.temuan[0]}"
            self._tell(StripSpec(Tone.SALAH, Icon.SALAH, first, _PAPER, Shape.FILL))
        self.load()

    def _show_paper(self) -> None:
        """The berita acara of the drill that the strip tells of."""
        if self._found is None:
            return
        ctx, found = self.ctx(), self._found

        def done(pdf: bytes) -> None:
            dialog = PaperDialog(self, "Berita Acara Uji Pemulihan", pdf, "berita-acara-uji-pemulihan.pdf")
            dialog.exec()
            dialog.deleteLater()

        self.run_job("Menyiapkan berita acara…", lambda _: render(backups.drill_paper(ctx, found)), done)

    def _ask_restore(self) -> None:
        chosen = self._list.current()
        if chosen is None:
            return
        kantor = settings.office_view(self.ctx()).instansi.nama
        password = PasswordAgain(self.ctx, FreshFor.RESTORE)
        needs_sheet = isinstance(chosen.galat, KeyMissing)
        lost = lost_told(restore.beyond(self.ctx(), chosen.isi), self._zone) if chosen.isi is not None else ""

        def hold(words: tuple[str, ...] | None) -> None:
            restore.hold_second(self.ctx(), chosen.berkas, words)

        dialog = RestoreDialog(self, kantor, made_at(chosen, self._zone), lost, password, hold=hold, sheet=needs_sheet)
        agreed, words = bool(dialog.exec()), dialog.words()
        dialog.deleteLater()
        if agreed:
            self._restore_copy(chosen.berkas, words)

    def _restore_copy(self, file: Path, words: tuple[str, ...] | None) -> None:
        ctx = self.ctx()

        def job(report: Report) -> HasilPulih:
            return restore.restore(ctx, file, words, tick=ticking(report))

        self._tell(None)
        self._not_done = "Data kantor belum dipulihkan"
        self._job.run("Memulihkan data kantor.", job, lambda _: self.desk.restored(), self._failed, writes=True)
        self._show_chosen()

    # --- the sheet, and the way to another PC ----------------------------------------------------

    def _show_move(self) -> None:
        """Pindah Komputer; the dialog comes back after each step, so that the way is seen to its end."""
        ctx = self.ctx()
        dialog = MoveDialog(self, moving.state(ctx), self._zone, admin=ctx.actor.role is Role.ADMIN)
        dialog.exec()
        chosen = dialog.chosen
        dialog.deleteLater()
        if chosen is Langkah.LEMBAR:
            self._sheet.make()
        elif chosen is Langkah.CADANGKAN:
            self._ask_place()
        elif chosen in (Langkah.TANDAI, Langkah.BATALKAN):
            self.changed.emit(moving.mark_moved(ctx, moved=chosen is Langkah.TANDAI))

    def show_item(self, item: str) -> None:
        """Who is led here to make a copy before leaving is asked for the place at once."""
        if item == COPY:
            QTimer.singleShot(0, self, self._ask_place)

    # --- the window ------------------------------------------------------------------------------

    def areas(self) -> tuple[QWidget, ...]:
        return (self._list, self._back_up, self._restore)

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("Alt+C", "cadangkan ke USB"), ("Alt+U", "uji salinan yang terpilih"))

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        self._list.tools.hide_when_narrow(_LEAST, narrow=narrow)


_LEAST = (3, 6)
"""Columns that go first where room is short: how far it reaches stands below the list too."""


def _good(text: str) -> StripSpec:
    return StripSpec(Tone.SELESAI, Icon.DISETUJUI, text, shape=Shape.FILL)


def _hint(text: str, link: str) -> StripSpec:
    return StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, text, link)
