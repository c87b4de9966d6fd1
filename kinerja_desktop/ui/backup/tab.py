"""The page of Cadangan: state, copy to a flashdisk, list of copies, try one, restore one, the recovery sheet.

Writing, trying and restoring are jobs: the window stays alive and Batal leaves nothing behind.
"""

from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from kinerja_desktop.domain.errors import KeyMissing, KinerjaError
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services import backup, backup_copies, backup_keys, backup_status, drill, restore, settings
from kinerja_desktop.services.backup import HasilCadangan
from kinerja_desktop.services.backup_copies import Salinan
from kinerja_desktop.services.backup_status import StatusCadangan, Tingkat
from kinerja_desktop.services.context import FreshFor
from kinerja_desktop.services.drill import HasilUji
from kinerja_desktop.services.restore import HasilPulih
from kinerja_desktop.ui.backup.restore_dialog import RestoreDialog
from kinerja_desktop.ui.backup.rows import about, columns, made_at, moment, ticking
from kinerja_desktop.ui.backup.sheet_dialog import SheetDialog
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.runner import Calls, Report
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.chips import Chip, ChipSpec
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.listing import Listing
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.job_card import JobCard
from kinerja_desktop.ui.work.page import WorkPage
from kinerja_desktop.ui.work.password import PasswordAgain, ask_password
from kinerja_desktop.ui.work.place_dialog import PlaceDialog, Tempat

_WHERE = Tempat(
    "Cadangkan ke USB",
    "Cadangkan ke mana?",
    "Salinan dikunci, ditulis, lalu dibaca ulang. Cadangan yang lama di sana tetap ada.",
    "Cadangkan",
    Icon.CADANGAN,
)
_NEW_SHEET = "Lembar yang baru menggantikan lembar lama untuk cadangan berikutnya."
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
        self._automatic, self._usb = Chip(), Chip()
        self._back_up = Button("Cadangkan ke USB", ButtonKind.PRIMARY, Icon.CADANGAN, act=True)
        self._told, self._sheet = Strip(), Strip()
        self._job = JobCard(desk.runner)
        home = backup.copies_of(self.ctx().office)
        self._list: Listing[Salinan] = Listing("Daftar salinan", columns(self._zone, home))
        self._empty, self._about = EmptyState(_EMPTY), Label(ink=Ink.TEXT_2, wrap=True)
        self._elsewhere = Button("Tempat Lain…", icon=Icon.PILIH_BERKAS)
        self._try = Button("Uji Dulu", icon=Icon.PERIKSA, act=True)
        self._restore = Button("Pulihkan…", act=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = row(Label("Cadangan", TextStyle.SCREEN_TITLE), 8, self._automatic, self._usb, None, self._back_up)
        foot = row(self._about, self._elsewhere, self._try, self._restore)
        foot.setStretch(0, 1)
        whole = column(head, 8, self._told, self._sheet, self._job, self._list, self._empty, foot, space=8)
        whole.setStretch(5, 1)
        self.setLayout(whole)
        for name, part in (
            ("cadangkan", self._back_up),
            ("hasil", self._told),
            ("lembar", self._sheet),
            ("daftar_salinan", self._list),
            ("tempat_lain", self._elsewhere),
            ("uji", self._try),
            ("pulihkan", self._restore),
        ):
            part.setObjectName(name)

    def _connect(self) -> None:
        self._back_up.clicked.connect(self._ask_place)
        self._elsewhere.clicked.connect(self._look_elsewhere)
        self._try.clicked.connect(self._try_copy)
        self._restore.clicked.connect(self._ask_restore)
        self._list.chosen.connect(self._show_chosen)
        self._list.opened.connect(self._try_copy)
        self._sheet.linked.connect(self._new_sheet)
        self._job.ended.connect(self._show_chosen)
        for key, act in (("Alt+C", self._back_up), ("Alt+U", self._try)):
            QShortcut(QKeySequence(key), self).activated.connect(act.click)

    # --- reading ---------------------------------------------------------------------------------

    def read(self) -> None:
        """The state at once; the copies are listed beside the window, since a flashdisk may be slow."""
        ctx = self.ctx()
        self._show_state(backup_status.status(ctx))
        self._show_sheet()
        places = {disk.tempat for disk in backup_copies.removable_places()} | self._places

        def job(_: Report) -> tuple[Salinan, ...]:
            return backup_copies.list_copies(ctx, sorted(places))

        self.desk.runner.start(job, Calls(self._show_copies, self.refuse))

    def _show_state(self, state: StatusCadangan) -> None:
        failed, late = state.tingkat is Tingkat.SALAH, state.tingkat is Tingkat.PERHATIAN
        automatic = "Cadangan otomatis gagal" if failed else f"Otomatis: {self._when(state.otomatis)}"
        bad = Tone.SALAH if failed else None
        self._automatic.set_spec(_chip(bad or _held(state.otomatis), automatic))
        used = f", {state.hari_pakai} hari pakai" if state.hari_pakai else ""
        usb = f"USB: {self._when(state.usb)}{used}"
        self._usb.set_spec(_chip(Tone.PERHATIAN if late else _held(state.usb), usb))

    def _when(self, made: datetime | None) -> str:
        return moment(made, self._zone) or "belum ada"

    def _show_sheet(self) -> None:
        """Where there is no recovery sheet, or it lies beside what it should protect."""
        admin = self.ctx().actor.role is Role.ADMIN
        left = backup.sheet_left_here(self.ctx())
        if not backup_keys.has_sheet(self.ctx().office):
            text = "Belum ada **lembar pemulihan**. Tanpa lembar itu cadangan hanya terbuka di komputer ini."
            self._sheet.set_spec(_hint(text, "Buat Lembar…" if admin else ""))
        elif left is not None:
            text = (
                f"**Lembar pemulihan** masih ada di komputer ini ({left}). "
                "Cetak dan kunci di lemari, lalu hapus berkasnya."
            )
            self._sheet.set_spec(_hint(text, ""))
        else:
            self._sheet.set_spec(None)

    def _show_copies(self, copies: tuple[Salinan, ...]) -> None:
        self._list.set_rows(copies)
        set_shown(self._list, shown=bool(copies))
        set_shown(self._empty, shown=not copies)
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen, free = self._list.current(), not self._job.is_running()
        admin = self.ctx().actor.role is Role.ADMIN
        self._about.setText(about(chosen, self._zone) if chosen is not None else "")
        self._back_up.setEnabled(free)
        self._try.setEnabled(free and chosen is not None and chosen.galat is None)
        usable = chosen is not None and (chosen.galat is None or isinstance(chosen.galat, KeyMissing))
        self._restore.setEnabled(free and usable and admin)
        self._restore.setToolTip("" if admin else "Hanya Admin yang dapat memulihkan.")

    # --- copy to a flashdisk ---------------------------------------------------------------------

    def _ask_place(self) -> None:
        dialog = PlaceDialog(self, _WHERE, backup_copies.removable_places)
        chosen = dialog.place() if dialog.exec() else None
        dialog.deleteLater()
        if chosen is not None:
            self._copy_to(chosen)

    def _copy_to(self, place: Path) -> None:
        ctx = self.ctx()

        def job(report: Report) -> HasilCadangan:
            return backup.back_up_to(ctx, place, ticking(report))

        self._tell(None)
        self._places.add(place)
        self._job.run("Mencadangkan.", job, self._copied, self._failed, writes=True)
        self._show_chosen()

    def _copied(self, made: HasilCadangan) -> None:
        self._tell(_good(f"**Selesai dan sudah diperiksa. USB boleh dicabut.** {made.berkas.name}"))
        self.load()
        self.changed.emit(made.changes)

    def _failed(self, error: KinerjaError) -> None:
        self.load()
        self.refuse(error)

    def _tell(self, spec: StripSpec | None) -> None:
        self._told.set_spec(spec)

    def _look_elsewhere(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Folder yang berisi cadangan")
        if chosen:
            self._places.add(Path(chosen))
            self.load()

    # --- try and restore -------------------------------------------------------------------------

    def _try_copy(self) -> None:
        chosen, ctx = self._list.current(), self.ctx()
        if chosen is None or not self._try.isEnabled():
            return

        def job(report: Report) -> HasilUji:
            return drill.try_copy(ctx, chosen.berkas, ticking(report))

        self._tell(None)
        self._job.run("Menguji cadangan.", job, self._tried, self._failed)
        self._show_chosen()

    def _tried(self, found: HasilUji) -> None:
        when = moment(found.isi.dibuat, self._zone)
        if found.utuh:
            self._tell(_good(f"**Cadangan {when} dapat dipulihkan.** Tidak ditemukan perubahan."))
        else:
            first = f"{len(found.temuan)} temuan pada cadangan {when}: {found.temuan[0]}"
            self._tell(StripSpec(Tone.SALAH, Icon.SALAH, first, shape=Shape.FILL))

    def _ask_restore(self) -> None:
        chosen = self._list.current()
        if chosen is None:
            return
        kantor = settings.office_view(self.ctx()).instansi.nama
        password = PasswordAgain(self.ctx, FreshFor.RESTORE)
        needs_sheet = isinstance(chosen.galat, KeyMissing)
        dialog = RestoreDialog(self, kantor, made_at(chosen, self._zone), password, sheet=needs_sheet)
        agreed, words = bool(dialog.exec()), dialog.words()
        dialog.deleteLater()
        if agreed:
            self._restore_copy(chosen.berkas, words)

    def _restore_copy(self, file: Path, words: tuple[str, ...] | None) -> None:
        ctx = self.ctx()

        def job(report: Report) -> HasilPulih:
            return restore.restore(ctx, file, words, tick=ticking(report))

        self._tell(None)
        self._job.run("Memulihkan data kantor.", job, lambda _: self.desk.restored(), self._failed, writes=True)
        self._show_chosen()

    # --- the sheet -------------------------------------------------------------------------------

    def _new_sheet(self) -> None:
        if not ask_password(self, FreshFor.RESTORE, "Lembar Pemulihan", _NEW_SHEET):
            return
        try:
            sheet, changes = backup_keys.new_sheet(self.ctx())
        except KinerjaError as error:
            self.refuse(error)
            return
        dialog = SheetDialog(self, backup_keys.sheet_text(sheet))
        dialog.exec()
        dialog.deleteLater()
        self.load()
        self.changed.emit(changes)

    # --- the window ------------------------------------------------------------------------------

    def areas(self) -> tuple[QWidget, ...]:
        return (self._list, self._back_up, self._restore)

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("Alt+C", "cadangkan ke USB"), ("Alt+U", "uji salinan yang terpilih"))

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        for hidden in _LEAST:
            self._list.setColumnHidden(hidden, narrow)


_LEAST = (3, 6)
"""Columns that go first where room is short: how far it reaches stands below the list too."""


_ICONS = {Tone.SELESAI: Icon.DISETUJUI, Tone.PERHATIAN: Icon.PERINGATAN, Tone.SALAH: Icon.SALAH}


def _held(made: datetime | None) -> Tone:
    return Tone.SELESAI if made is not None else Tone.NETRAL


def _chip(tone: Tone, text: str) -> ChipSpec:
    icon = _ICONS.get(tone, Icon.KOSONG)
    return ChipSpec(tone, icon, text, Shape.BOLD if tone is Tone.NETRAL else Shape.FILL)


def _good(text: str) -> StripSpec:
    return StripSpec(Tone.SELESAI, Icon.DISETUJUI, text, shape=Shape.FILL)


def _hint(text: str, link: str) -> StripSpec:
    return StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, text, link)
