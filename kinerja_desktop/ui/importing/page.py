"""«Impor Buku Kerja»: from the chosen file to what was stored. Nothing is stored before «Terapkan».

A Buku Kinerja is tried at once (``result``); a workbook of another layout first asks what its columns are
(``mapping``). The tab that opens this page takes it away again when it is ``left``.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import FileRefused, KinerjaError, PasswordNeeded, SecondNeeded
from kinerja_desktop.services import workbook_import, workbook_notes, workbook_sources
from kinerja_desktop.services.context import FreshFor
from kinerja_desktop.services.workbook_import import HasilImpor, Pemeriksaan
from kinerja_desktop.services.workbook_sources import BukuAsing
from kinerja_desktop.ui.choosing import EXCEL, choose_file, choose_target
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.dialogs import Konfirmasi, confirm, tell_fault
from kinerja_desktop.ui.frame import StatusText
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.importing.mapping import MappingView
from kinerja_desktop.ui.importing.result import ResultView
from kinerja_desktop.ui.runner import Report, watching
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.busy import BusyOverlay
from kinerja_desktop.ui.widgets.buttons import Button, IconButton
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.labels import Label, WrappedLabel
from kinerja_desktop.ui.work.password import ask_password
from kinerja_desktop.ui.work.refusals import galat_of
from kinerja_desktop.ui.work.second import ask_second

T = TypeVar("T")
CHOOSE = "Impor Buku Kerja"
_POWER = "Buku kerja ini mengubah peran atau masa tugas pegawai. Ketik sandi Anda untuk meneruskan."
_WITHOUT = Konfirmasi(
    "Terapkan Tanpa Peran",
    "Terapkan tanpa baris yang memberi peran",
    "{} baris yang memberi peran dilewati, karena pejabat kedua belum menyetujui. Baris lain diterapkan.",
    "Terapkan Tanpa Peran",
)


class ImportPage(QWidget):
    """See the module. ``left`` asks to be taken away, ``stored`` carries the `HasilImpor` of an import."""

    left = Signal()
    stored = Signal(object)
    told = Signal(StatusText)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._path = Path()
        self._asing: BukuAsing | None = None
        self._file = WrappedLabel(ink=Ink.TEXT_2)
        self._mapping, self._result = MappingView(), ResultView()
        self._empty = EmptyState()
        self._sheets = QStackedWidget()
        self._nothing = QWidget()
        for sheet in (self._nothing, self._mapping, self._result, self._empty):
            self._sheets.addWidget(sheet)
        back = IconButton(Icon.KEMBALI_KE, "Kembali (Esc)")
        back.setObjectName("kembali")
        self._other = other = Button("Pilih Berkas Lain…", icon=Icon.PILIH_BERKAS)
        other.setObjectName("berkas_lain")
        head = row(back, Label(CHOOSE, TextStyle.SCREEN_TITLE), 8, self._file, other)
        head.setStretchFactor(self._file, 1)
        whole = column(head, 8, self._sheets)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self._overlay = BusyOverlay(self)
        back.clicked.connect(self.left)
        other.clicked.connect(self._choose_other)
        self._empty.pressed.connect(self._choose_other)
        self._mapping.agreed.connect(self._try_mapped)
        self._mapping.changed.connect(self._keep_choice)
        self._result.again.connect(self._try_again)
        self._result.columns_asked.connect(self._ask_columns)
        self._result.notes_asked.connect(self._save_notes)
        self._result.agreed.connect(self._apply)
        self._result.finished.connect(self.left)

    def areas(self) -> tuple[QWidget, ...]:
        """Where F6 stops."""
        current = self._sheets.currentWidget()
        return current.areas() if isinstance(current, MappingView | ResultView) else (self._other,)

    # --- reading ---------------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Look at a file; ask for its columns or try it at once."""
        self._path, ctx = path, self._desk.context()
        self._file.set_text(path.name)
        self._sheets.setCurrentWidget(self._nothing)

        def job(report: Report) -> BukuAsing | Pemeriksaan:
            watch = watching(report)
            watch(0, 0, "Membuka berkas")
            asing = workbook_sources.look(ctx, path)
            return asing or workbook_import.check_workbook(ctx, path, watch=watch)

        self._run("Memeriksa buku kerja", job, self._opened, self._refused)

    def _opened(self, found: BukuAsing | Pemeriksaan) -> None:
        if isinstance(found, Pemeriksaan):
            self._asing = None
            self._show(found)
        else:
            self._asing = found
            self._show_columns()

    def _ask_columns(self) -> None:
        """The columns as they were chosen, or those of a file that only has our names of sheets."""
        if self._asing is not None:
            self._show_columns()
            return
        path, ctx = self._path, self._desk.context()

        def shown(found: BukuAsing | None) -> None:
            self._asing = found
            self._show_columns()

        self._run("Membuka berkas", lambda _: workbook_sources.look(ctx, path, always=True), shown, self._refused)

    def _show_columns(self) -> None:
        if self._asing is not None:
            self._mapping.show_book(self._asing)
            self._turn_to(self._mapping)

    def _keep_choice(self, asing: BukuAsing) -> None:
        self._asing = asing

    def _try_mapped(self) -> None:
        asing, ctx = self._asing, self._desk.context()
        if asing is None:
            return

        def job(report: Report) -> Pemeriksaan:
            workbook_sources.remember(ctx, asing)
            layout = workbook_sources.layout_of(asing)
            return workbook_import.check_workbook(ctx, asing.path, tata_letak=layout, watch=watching(report))

        self._run("Memeriksa buku kerja", job, self._show, self._refused)

    def _try_again(self) -> None:
        """The file was put right meanwhile; its columns are as they were chosen."""
        if self._asing is None:
            self.open(self._path)
        else:
            self._try_mapped()

    def _show(self, found: Pemeriksaan) -> None:
        whole = any(fault.sel is None and fault.lembar for fault in found.hasil.kesalahan)
        self._result.show_trial(found, columns=self._asing is not None or whole)
        self._turn_to(self._result)

    def _refused(self, error: KinerjaError) -> None:
        """A file in which there is nothing to read row by row."""
        faults = error.kesalahan if isinstance(error, FileRefused) else ()
        first = "Buku kerja ini belum dapat dibaca." if faults else messages.sentence(error)
        self._empty.set_words(first, "\n".join(map(messages.fault_line, faults)), "Pilih Berkas Lain…")
        self._turn_to(self._empty)

    def _turn_to(self, sheet: QWidget) -> None:
        """Show a sheet; the focus goes to its first stop instead of getting lost."""
        self._sheets.setCurrentWidget(sheet)
        self.areas()[0].setFocus()

    # --- acts ------------------------------------------------------------------------------------

    def _apply(self, checked: Pemeriksaan) -> None:
        ctx = self._desk.context()
        self._run(
            "Menerapkan buku kerja",
            lambda _: workbook_import.apply_workbook(ctx, checked),
            self._applied,
            partial(self._apply_by_two, checked),
            can_cancel=False,
        )

    def _apply_by_two(self, checked: Pemeriksaan, refused: KinerjaError) -> None:
        """What somebody may do is changed with the own password and, where it gives more, by two; or left out."""
        if isinstance(refused, PasswordNeeded):
            if ask_password(self, self._desk.context, FreshFor.ROLES, CHOOSE, _POWER):
                self._apply(checked)
        elif isinstance(refused, SecondNeeded):
            told = f"{checked.hasil.berdua} baris buku kerja yang memberi peran"
            if ask_second(self, self._desk.context, SecondNeeded(refused.untuk, refused.pejabat, told)):
                self._apply(checked)
            elif confirm(self, replace(_WITHOUT, sentence=_WITHOUT.sentence.format(checked.hasil.berdua))):
                self._apply(checked.tanpa_peran())
        else:
            self._tell(refused)

    def _applied(self, done: HasilImpor) -> None:
        now = self._desk.context().now()
        self._result.show_stored(done, f"{now:%H.%M}")
        self.told.emit(StatusText(f"Tersimpan {now:%H.%M}", Tone.SELESAI))
        self.stored.emit(done)

    def _save_notes(self, checked: Pemeriksaan) -> None:
        proposed, ctx = str(workbook_notes.proposed(checked.path)), self._desk.context()
        target = choose_target(self, "Simpan Salinan Bercatatan", proposed)
        if target:
            self._run(
                "Menulis salinan bercatatan",
                lambda _: workbook_notes.save_notes(ctx, checked.path, target, checked.hasil),
                lambda notes: self._result.tell_notes(notes, target),
                self._tell,
                can_cancel=False,
            )

    def _choose_other(self) -> None:
        chosen = choose_file(self, CHOOSE, EXCEL)
        if chosen:
            self.open(chosen)

    # --- work beside the window --------------------------------------------------------------------

    def _run(
        self,
        work: str,
        job: Callable[[Report], T],
        done: Callable[[T], object],
        refused: Callable[[KinerjaError], object],
        *,
        can_cancel: bool = True,
    ) -> None:
        cancelled = self.left.emit if can_cancel else None
        self._overlay.run(self._desk.runner, work, job, done, refused, cancelled=cancelled, writes=True)

    def _tell(self, error: KinerjaError) -> None:
        tell_fault(self, galat_of(error))
