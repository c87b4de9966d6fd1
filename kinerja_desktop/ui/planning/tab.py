"""The page of Rencana Kinerja: what is measured and promised in a year; workbooks in and out; fixing the plan."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import AngkaSalah, FieldsRefused, FileRefused, KinerjaError
from kinerja_desktop.domain.indikator import Indikator
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.services import planning, workbook_export, workbook_import
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.services.planning import RencanaView
from kinerja_desktop.services.workbook_import import HasilImpor
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.dialogs import Galat, Konfirmasi, confirm, tell_fault
from kinerja_desktop.ui.frame import StatusText
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.planning.fields import read_indikator
from kinerja_desktop.ui.planning.form import IndikatorForm
from kinerja_desktop.ui.runner import Calls, Report
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.busy import BusyOverlay
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.fields import ComboBox
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.listing import ListColumn, Listing
from kinerja_desktop.ui.widgets.side_panel import SidePanel, Split
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.page import WorkPage

_COLUMNS: tuple[ListColumn[Indikator], ...] = (
    ListColumn("Kode", lambda i: i.kode, 76),
    ListColumn("Indikator kinerja", lambda i: i.nama),
    ListColumn("Sasaran", lambda i: i.sasaran or "(tanpa sasaran)", 190),
    ListColumn("Satuan", lambda i: i.satuan or "–", 92),
    ListColumn("Target", lambda i: "–" if i.target.tahun is None else format_angka(i.target.tahun), 92, right=True),
    ListColumn("Seksi", lambda i: i.seksi or "–", 70),
)
_SHOWN = 12


def make(desk: Desk) -> "PlanningPage":
    """Build the page."""
    return PlanningPage(desk)


class PlanningPage(WorkPage):
    """See the module."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._view: RencanaView | None = None
        self._new = False
        self._year = ComboBox("Tahun")
        self._state = Label(ink=Ink.TEXT_2)
        self._import = Button("Impor Buku Kerja…", icon=Icon.PILIH_BERKAS)
        self._export = Button("Ekspor…", icon=Icon.SIMPAN_PDF)
        self._fix = Button("Tetapkan", ButtonKind.PRIMARY, Icon.DISETUJUI)
        self._warnings = Strip()
        self._list: Listing[Indikator] = Listing("Daftar indikator", _COLUMNS)
        self._empty = EmptyState("Belum ada indikator. Impor buku kerja atau tambah satu per satu.")
        self._add = Button("Indikator", icon=Icon.TAMBAH)
        self._form, self._panel = IndikatorForm(), SidePanel(400)
        self._save = Button("Simpan", ButtonKind.PRIMARY, act=True)
        self._remove = Button("Hapus", ButtonKind.LINK)
        self._panel.content.addWidget(self._form, 1)
        self._panel.set_foot(row(self._remove, None, self._save))
        self._overlay = BusyOverlay(self)
        self._name_parts()
        self._lay_out()
        self._connect()

    def _name_parts(self) -> None:
        for name, part in (
            ("daftar_indikator", self._list),
            ("simpan", self._save),
            ("tambah", self._add),
            ("tetapkan", self._fix),
            ("impor", self._import),
        ):
            part.setObjectName(name)

    def _lay_out(self) -> None:
        head = row(
            Label("Rencana Kinerja", TextStyle.SCREEN_TITLE),
            8,
            self._year,
            8,
            self._state,
            None,
            self._import,
            self._export,
            self._fix,
        )
        left = column(self._list, self._empty, 8, row(self._add, None))
        left.setStretch(0, 1)
        self._split = Split(holder(left), self._panel)
        whole = column(head, 8, self._warnings, 8, self._split)
        whole.setStretch(4, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._year.activated.connect(lambda _: self.load())
        self._list.chosen.connect(self._show_chosen)
        self._add.clicked.connect(self._begin)
        self._save.clicked.connect(self._store)
        self._remove.clicked.connect(self._take_away)
        self._fix.clicked.connect(self._fix_plan)
        self._import.clicked.connect(self._choose_workbook)
        self._export.clicked.connect(self._write_workbook)
        QShortcut(QKeySequence("Ctrl+N"), self, self._begin)
        QShortcut(QKeySequence("Ctrl+S"), self, self._store)

    # --- reading ---------------------------------------------------------------------------------

    def read(self) -> None:
        """The plan of the chosen year."""
        self._view = view = planning.load(self.ctx(), self._year.currentData())
        if [self._year.itemData(n) for n in range(self._year.count())] != list(view.tahun_ada):
            self._year.clear()
            for tahun in view.tahun_ada:
                self._year.addItem(str(tahun), tahun)
            self._year.setCurrentIndex(max(0, self._year.findData(view.tahun)))
        fixed = view.ditetapkan
        self._state.setText(f"ditetapkan {format_tanggal(fixed)}" if fixed else "belum ditetapkan")
        self._fix.setVisible(fixed is None)
        self._fix.setEnabled(bool(view.rencana.indikator))
        self._form.set_seksi(view.seksi)
        self._list.set_rows(view.rencana.indikator)
        self._list.setVisible(bool(view.rencana.indikator))
        self._empty.setVisible(not view.rencana.indikator)
        self._show_warnings(view)
        self._show_chosen()

    def _show_warnings(self, view: RencanaView) -> None:
        self._warnings.setVisible(bool(view.peringatan))
        if view.peringatan:
            first = view.peringatan[0]
            rest = len(view.peringatan) - 1
            more = f" Masih ada {rest} peringatan lain." if rest else ""
            self._warnings.set_spec(StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, f"{first.teks}{more}"))
            self._warnings.setToolTip("\n".join(w.teks for w in view.peringatan[:_SHOWN]))

    def _show_chosen(self) -> None:
        chosen = self._list.current()
        self._new = False
        self._remove.setVisible(chosen is not None)
        if chosen is not None:
            self._form.show_indikator(chosen)

    def toggle_panel(self) -> None:
        self._split.toggle()

    def areas(self) -> tuple[QWidget, ...]:
        return (self._list, self._panel)

    # --- one indikator ---------------------------------------------------------------------------

    def _begin(self) -> None:
        self._new = True
        self._remove.setVisible(False)  # Qt's own signature
        self._form.show_indikator(Indikator("", ""), new=True)
        self._form.setFocus()

    def _store(self) -> None:
        view = self._view
        if view is None:
            return
        try:
            indikator = read_indikator(self._form.texts())
            changes = planning.save_indikator(self.ctx(), view.tahun, indikator, view.versi)
        except AngkaSalah as wrong:
            at = next((k for k, text in self._form.texts().items() if text == wrong.teks), "tahun")
            self._form.show_faults({at: messages.sentence(wrong)})
            return
        except FieldsRefused as wrong:
            self._form.show_faults({one.kunci: messages.sentence(FieldsRefused((one,))) for one in wrong.isian})
            return
        except KinerjaError as error:
            self.refuse(error)
            return
        self._tell(changes)

    def _tell(self, changes: Changes) -> None:
        self.saved.emit(StatusText(f"Tersimpan {self.ctx().now():%H.%M}", Tone.SELESAI))
        self.changed.emit(changes)
        self.load()

    def _take_away(self) -> None:
        view, chosen = self._view, self._list.current()
        if view is None or chosen is None:
            return
        sentence = "Indikator yang sudah memiliki angka tidak dapat dihapus."
        question = Konfirmasi("Hapus Indikator", f"Hapus {chosen.kode} {chosen.nama}?", sentence, "Hapus")
        if confirm(self, question):
            self.attempt(lambda: planning.remove_indikator(self.ctx(), view.tahun, chosen.kode, view.versi))

    def _fix_plan(self) -> None:
        view = self._view
        sentence = "Sesudah ini target hanya berubah melalui Perjanjian Kinerja Perubahan."
        if view is not None and confirm(
            self, Konfirmasi("Tetapkan", f"Tetapkan rencana kinerja {view.tahun}?", sentence, "Tetapkan")
        ):
            self.attempt(lambda: planning.fix_plan(self.ctx(), view.tahun, view.versi))

    # --- workbooks -------------------------------------------------------------------------------

    def _choose_workbook(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "Impor Buku Kerja", "", "Buku kerja (*.xlsx)")
        if chosen:
            path, ctx = Path(chosen), self.ctx()
            self._run(
                "Membaca buku kerja",
                lambda _: workbook_import.import_workbook(ctx, path, uji=True),
                lambda result: self._offer(path, result),
            )

    def _offer(self, path: Path, result: HasilImpor) -> None:
        """Show what would change; nothing is stored before «Terapkan»."""
        dialog = Dialog(self, "Impor Buku Kerja", f"{path.name}, tahun {result.tahun}", sentence=f"{result.ringkasan}.")
        faults = [messages.fault_line(k) for k in result.kesalahan]
        for line in (*faults[:_SHOWN], *result.peringatan[: _SHOWN // 2]):
            dialog.body.addWidget(Label(line, ink=Ink.TEXT_2, wrap=True))
        if not faults:
            dialog.add_act("Terapkan")
        if dialog.exec() and not faults:
            ctx = self.ctx()
            self._run(
                "Menerapkan buku kerja",
                lambda _: workbook_import.import_workbook(ctx, path),
                lambda done: self._tell(done.changes),
            )

    def _write_workbook(self) -> None:
        view = self._view
        if view is None:
            return
        name = f"buku-kinerja-{view.tahun}.xlsx"
        chosen, _ = QFileDialog.getSaveFileName(self, "Ekspor Buku Kerja", name, "Buku kerja (*.xlsx)")
        if chosen:
            path, ctx, tahun = Path(chosen), self.ctx(), view.tahun
            self._run(
                "Menulis buku kerja",
                lambda _: workbook_export.export_workbook(ctx, path, tahun),
                lambda _: self.saved.emit(StatusText(f"Tersimpan di {path}", Tone.SELESAI)),
            )

    def _run(self, work: str, job: Callable[[Report], HasilImpor | int], done: Callable[..., object]) -> None:
        self._overlay.start(work, can_cancel=False)

        def finished(value: HasilImpor | int) -> None:
            self._overlay.stop()
            done(value)

        def refused(error: KinerjaError) -> None:
            self._overlay.stop()
            if isinstance(error, FileRefused):
                lines = "\n".join(messages.fault_line(k) for k in error.kesalahan)
                tell_fault(self, Galat("Buku kerja belum dapat dibaca", messages.sentence(error), rincian=lines))
            else:
                self.refuse(error)

        self.desk.runner.start(job, Calls(finished, refused), writes=True)
