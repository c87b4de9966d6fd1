"""The page of Rencana Kinerja: what is measured and promised in a year; workbooks in and out; fixing the plan."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import AngkaSalah, FieldsRefused, KinerjaError
from kinerja_desktop.domain.indikator import Indikator
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.services import planning, workbook_export
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.services.planning import RencanaView
from kinerja_desktop.services.workbook_import import HasilImpor
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.dialogs import Konfirmasi, confirm
from kinerja_desktop.ui.frame import StatusText
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.importing.page import CHOOSE, FILES, ImportPage
from kinerja_desktop.ui.planning import versions
from kinerja_desktop.ui.planning.budget import BudgetView
from kinerja_desktop.ui.planning.fields import read_indikator
from kinerja_desktop.ui.planning.form import IndikatorForm
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.fields import ComboBox, fill
from kinerja_desktop.ui.widgets.labels import ElidedLabel, Label
from kinerja_desktop.ui.widgets.listing import ListColumn, Listing
from kinerja_desktop.ui.widgets.segments import Segment, Segmented
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.side_panel import SidePanel, Split
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.page import WorkPage

_COLUMNS: tuple[ListColumn[Indikator], ...] = (
    ListColumn("Kode", lambda i: i.kode, 76),
    ListColumn("Indikator kinerja", lambda i: i.nama),
    ListColumn("Sasaran", lambda i: i.sasaran or "(tanpa sasaran)", 190),
    ListColumn("Satuan", lambda i: i.satuan or "–", 92),
    ListColumn(
        "Target",
        lambda i: "–" if i.target.tahun is None else format_angka(i.target.tahun),
        92,
        right=True,
        order=lambda i: i.target.tahun or Decimal(0),
    ),
    ListColumn("Seksi", lambda i: i.seksi or "–", 70),
)
_SHOWN = 12
_SASARAN = 2
INDIKATOR, ANGGARAN = "indikator", "anggaran"
_KEYS = (
    ("Ctrl+N", "indikator baru"),
    ("Ctrl+S", "simpan"),
    ("F2, Enter", "ubah sel anggaran"),
    ("Ctrl+V", "tempel anggaran dari Excel"),
)


def make(desk: Desk) -> "PlanningPage":
    """Build the page."""
    return PlanningPage(desk)


class PlanningPage(WorkPage):
    """See the module."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._view: RencanaView | None = None
        self._new = False
        self._year, self._version = ComboBox("Tahun"), ComboBox("Versi Perjanjian Kinerja")
        self._parts = Segmented([Segment(INDIKATOR, "Indikator"), Segment(ANGGARAN, "Anggaran")], "Bagian rencana")
        self._state = ElidedLabel(ink=Ink.TEXT_2)
        self._next_year = Button("Tahun", icon=Icon.TAMBAH)
        self._import = Button("Impor Buku Kerja…", icon=Icon.PILIH_BERKAS)
        self._export = Button("Ekspor…", icon=Icon.SIMPAN_PDF)
        self._change = Button("Perubahan…", icon=Icon.UBAH)
        self._fix = Button("Tetapkan", ButtonKind.PRIMARY, Icon.DISETUJUI)
        self._warnings = Strip()
        self._list: Listing[Indikator] = Listing("Daftar indikator", _COLUMNS, key=lambda i: i.kode)
        self._empty = EmptyState("Belum ada indikator. Impor buku kerja atau tambah satu per satu.")
        self._add = Button("Indikator", icon=Icon.TAMBAH)
        self._form, self._panel = IndikatorForm(), SidePanel(380)
        self._save = Button("Simpan", ButtonKind.PRIMARY, act=True)
        self._remove = Button("Hapus", ButtonKind.LINK)
        self._panel.content.addWidget(self._form, 1)
        self._panel.set_foot(row(self._remove, None, self._save))
        self._budget = BudgetView()
        self._importing: ImportPage | None = None
        self._name_parts()
        self._lay_out()
        self._connect()

    def _name_parts(self) -> None:
        for name, part in (
            ("tahun_rencana", self._year),
            ("versi", self._version),
            ("bagian", self._parts),
            ("daftar_indikator", self._list),
            ("simpan", self._save),
            ("hapus", self._remove),
            ("tambah", self._add),
            ("tambah_tahun", self._next_year),
            ("tetapkan", self._fix),
            ("perubahan", self._change),
            ("impor", self._import),
            ("ekspor", self._export),
        ):
            part.setObjectName(name)

    def _lay_out(self) -> None:
        title = Label("Rencana Kinerja", TextStyle.SCREEN_TITLE)
        choice = (self._year, self._next_year, self._version)
        acts = (self._import, self._export, self._change, self._fix)
        head = row(title, 8, *choice, self._state, *acts)
        head.setStretchFactor(self._state, 1)
        left = column(self._list, self._empty, 8, row(self._add, None))
        left.setStretch(0, 1)
        self._split = Split(holder(left), self._panel)
        self._sheets = QStackedWidget()
        self._sheets.addWidget(self._split)
        self._sheets.addWidget(self._budget)
        whole = column(head, 8, self._warnings, 8, row(self._parts, None), 8, self._sheets)
        whole.setStretch(6, 1)
        self._screens = QStackedWidget()
        self._screens.addWidget(holder(whole))
        self.setLayout(column(self._screens))

    def _connect(self) -> None:
        self._year.activated.connect(lambda _: self._turn_year())
        self._version.activated.connect(lambda _: self.load())
        self._parts.chosen.connect(self._show_part)
        self._list.chosen.connect(self._show_chosen)
        self._budget.save_asked.connect(self._store_budget)
        for button, act in (
            (self._add, self._begin),
            (self._save, self._store),
            (self._remove, self._take_away),
            (self._fix, self._fix_plan),
            (self._change, self._open_version),
            (self._next_year, self._begin_year),
            (self._import, self._choose_workbook),
            (self._export, self._write_workbook),
        ):
            button.clicked.connect(act)
        QShortcut(QKeySequence("Ctrl+N"), self, self._add_here)
        QShortcut(QKeySequence("Ctrl+S"), self, self._store_here)

    # --- reading ---------------------------------------------------------------------------------

    def read(self) -> None:
        """The plan of the chosen year."""
        self._view = view = planning.load(self.ctx(), self._year.currentData())
        fill(self._year, [(str(tahun), tahun) for tahun in view.tahun_ada or (view.tahun,)], view.tahun)
        fill(self._version, versions.choices(view.rencana), self._version.currentData())
        self._tell_state(view)
        self._form.set_seksi(view.seksi)
        self._list.set_rows(versions.shown(view.rencana, self._version.currentData()))
        set_shown(self._list, shown=bool(view.rencana.indikator))
        set_shown(self._empty, shown=not view.rencana.indikator)
        self._budget.show_rows(view.anggaran, writable=True)
        counts = {INDIKATOR: len(view.rencana.indikator), ANGGARAN: len(view.anggaran)}
        self._parts.set_counts(counts)
        self._show_warnings(view)
        self._show_chosen()

    def _tell_state(self, view: RencanaView) -> None:
        fixed = view.ditetapkan
        self._state.set_text(f"ditetapkan {format_tanggal(fixed)}" if fixed else "belum ditetapkan")
        set_shown(self._fix, shown=fixed is None)
        self._fix.setEnabled(bool(view.rencana.indikator))
        self._fix.setToolTip("" if view.rencana.indikator else "Isi indikator dahulu.")
        set_shown(self._change, shown=fixed is not None)
        set_shown(self._next_year, shown=bool(view.tahun_ada))

    def _show_part(self, key: str) -> None:
        self._sheets.setCurrentWidget(self._budget if key == ANGGARAN else self._split)

    def _turn_year(self) -> None:
        """Another year; what is typed into the budget is kept first."""
        if self._budget.is_dirty() and not self._store_budget():
            self._year.setCurrentIndex(self._year.findData(self._view.tahun if self._view else None))
            return
        self._version.clear()
        self.load()

    def _show_warnings(self, view: RencanaView) -> None:
        if not view.peringatan:
            self._warnings.set_spec(None)
            return
        first = view.peringatan[0]
        rest = len(view.peringatan) - 1
        more = f" Masih ada {rest} peringatan lain." if rest else ""
        self._warnings.set_spec(StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, f"{first.teks}{more}"))
        self._warnings.setToolTip("\n".join(w.teks for w in view.peringatan[:_SHOWN]))

    def _show_chosen(self) -> None:
        chosen = self._list.current()
        self._new = False
        set_shown(self._remove, shown=chosen is not None and self._is_open())
        self._save.setEnabled(chosen is not None)
        if chosen is not None:
            self._form.show_indikator(chosen)

    def _is_open(self) -> bool:
        """Whether the plan is not fixed yet."""
        return self._view is not None and self._view.ditetapkan is None

    def toggle_panel(self) -> None:
        self._split.toggle()

    def areas(self) -> tuple[QWidget, ...]:
        if self._importing is not None:
            return self._importing.areas()
        return (self._budget,) if self._parts.key() == ANGGARAN else (self._list, self._panel)

    def keys(self) -> tuple[tuple[str, str], ...]:
        return _KEYS

    def show_item(self, item: str) -> None:
        """Choose an indikator by «tahun:kode»."""
        tahun, _, kode = item.partition(":")
        self._year.setCurrentIndex(self._year.findData(int(tahun)))
        self._turn_year()
        self._parts.choose(INDIKATOR)
        self._show_part(INDIKATOR)
        self._list.choose(lambda i: i.kode == kode)

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        for tool in (self._import, self._export, self._change, self._next_year):
            tool.set_words_shown(shown=not narrow)
        self._list.setColumnHidden(_SASARAN, narrow)

    # --- one indikator ---------------------------------------------------------------------------

    def _begin(self) -> None:
        self._new = True
        set_shown(self._remove, shown=False)
        self._save.setEnabled(True)  # Qt's own signature
        if not self._split.is_open():
            self._split.toggle()
        self._form.show_indikator(Indikator("", ""), new=True)

    def _add_here(self) -> None:
        if self._parts.key() == INDIKATOR:
            self._begin()

    def _store_here(self) -> None:
        if self._parts.key() == INDIKATOR:
            self._store()
        else:
            self._store_budget()

    def _store(self) -> None:
        view = self._view
        if view is None or not self._save.isEnabled():
            return
        try:
            self._tell(self._keep(view, read_indikator(self._form.texts())))
        except AngkaSalah as wrong:
            at = next((k for k, text in self._form.texts().items() if text == wrong.teks), "tahun")
            self._form.show_faults({at: messages.sentence(wrong)})
        except FieldsRefused as wrong:
            self._form.show_faults({one.kunci: messages.sentence(FieldsRefused((one,))) for one in wrong.isian})
        except KinerjaError as error:
            self.refuse(error)

    def _keep(self, view: RencanaView, indikator: Indikator) -> Changes:
        """Into the murni plan, or, where a change is shown, its target into that version and the rest beside it."""
        versi = self._version.currentData()
        murni = planning.find(view.rencana, indikator.kode)
        if versi in (None, planning.MURNI) or murni is None:
            return planning.save_indikator(self.ctx(), view.tahun, indikator, view.versi)
        seen, kept = view.versi, replace(indikator, target=murni.target)
        if kept != murni:
            planning.save_indikator(self.ctx(), view.tahun, kept, seen)
            seen = planning.load(self.ctx(), view.tahun).versi
        changed = versions.with_target(view.rencana, versi, indikator.kode, indikator.target)
        return planning.save_version(self.ctx(), view.tahun, changed, seen)

    def _store_budget(self) -> bool:
        """Keep the budget lines; False where they cannot be kept, with the reason beside them."""
        view = self._view
        if view is None:
            return False
        try:
            changes = planning.save_anggaran(self.ctx(), view.tahun, self._budget.rows(), view.versi)
        except AngkaSalah as wrong:
            self._budget.show_fault(f"«{wrong.teks}» belum dapat disimpan. {messages.sentence(wrong)}")
            return False
        except FieldsRefused as wrong:
            self._budget.show_fault(messages.sentence(wrong))
            return False
        except KinerjaError as error:
            self.refuse(error)
            return False
        self._budget.let_go()
        self._tell(changes)
        return True

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

    def _open_version(self) -> None:
        view = self._view
        if view is None:
            return
        versi = versions.ask_version(self, view.rencana, self.ctx().today())
        if versi is not None and self.attempt(lambda: planning.save_version(self.ctx(), view.tahun, versi, view.versi)):
            self.load()
            self._version.setCurrentIndex(self._version.findData(versi.versi))
            self.load()

    def _begin_year(self) -> None:
        """The next year, with the indikator of this one and empty targets."""
        view = self._view
        if view is None or not view.tahun_ada:
            return
        tahun = view.tahun_ada[-1] + 1
        question = Konfirmasi(
            "Tambah Tahun",
            f"Buka rencana kinerja {tahun}?",
            "Indikator tahun terakhir disalin tanpa target. Target diisi kemudian.",
            f"Buka {tahun}",
        )
        if confirm(self, question) and self.attempt(lambda: planning.begin_year(self.ctx(), tahun)):
            self._year.addItem(str(tahun), tahun)
            self._year.setCurrentIndex(self._year.count() - 1)
            self._turn_year()

    # --- workbooks -------------------------------------------------------------------------------

    def _choose_workbook(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, CHOOSE, "", FILES)
        if chosen:
            self._close_import()
            self._importing = page = ImportPage(self.desk)
            page.left.connect(self._close_import)
            page.stored.connect(self._tell_imported)
            page.told.connect(self.saved)
            self._screens.addWidget(page)
            self._screens.setCurrentWidget(page)
            page.open(Path(chosen))

    def _close_import(self) -> None:
        """Back to the plan, with what came in."""
        page, self._importing = self._importing, None
        if page is not None:
            self._screens.removeWidget(page)
            page.deleteLater()
            self.load()

    def _tell_imported(self, done: HasilImpor) -> None:
        """The year of the workbook is shown next; it may be a new one."""
        if self._year.findData(done.tahun) < 0:
            self._year.addItem(str(done.tahun), done.tahun)
        self._year.setCurrentIndex(self._year.findData(done.tahun))
        self._version.clear()
        self.changed.emit(done.changes)

    def go_back(self) -> bool:
        was_open = self._importing is not None
        self._close_import()
        return was_open

    def _write_workbook(self) -> None:
        view = self._view
        if view is None:
            return
        name = f"buku-kinerja-{view.tahun}.xlsx"
        chosen, _ = QFileDialog.getSaveFileName(self, "Ekspor Buku Kerja", name, FILES)
        if chosen:
            path, ctx, tahun = Path(chosen), self.ctx(), view.tahun
            self.run_job(
                "Menulis buku kerja",
                lambda _: workbook_export.export_workbook(ctx, path, tahun),
                lambda _: self.saved.emit(StatusText(f"Tersimpan di {path}", Tone.SELESAI)),
            )
