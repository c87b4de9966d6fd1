"""The page of the Lembar Kerja: strip of a return, grid, panel, foot; after handing in, the way to take it back."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.lembar import REALISASI
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Action, Langkah
from kinerja_desktop.services import collection, inbox
from kinerja_desktop.services.collection import LembarKerja
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.drafts import DrafTersimpan
from kinerja_desktop.services.sheet import TandaKembali
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.entry import workbook
from kinerja_desktop.ui.entry.model import columns_for, row_of
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Space, Tone
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button, IconButton
from kinerja_desktop.ui.widgets.cards import column
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.grid.cells import GridColumn, GridRow
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.case_choice import CaseChoice
from kinerja_desktop.ui.work.cases import candidates
from kinerja_desktop.ui.work.draft_papers import Compose, Forewarned, show_drafts
from kinerja_desktop.ui.work.filling_footer import FillingFooter
from kinerja_desktop.ui.work.filling_page import FillingPage
from kinerja_desktop.ui.work.head import WorkHead
from kinerja_desktop.ui.work.looks import status_chip
from kinerja_desktop.ui.work.returned import general, return_strip
from kinerja_desktop.ui.work.sheet import Unsaved
from kinerja_desktop.ui.work.signs import signs_dialog
from kinerja_desktop.ui.work.texts import FIELDS

if TYPE_CHECKING:
    from kinerja_desktop.services.step_drafts import KertasLangkah

TITLE = "Lembar Kerja"
_NO_SHEET = "Belum ada lembar kerja. Kasubag Anda akan mengirim disposisi."
_BEFORE = (Langkah.TUGAS, Langkah.PERINTAH)
"""Steps before which there is no sheet."""
_KEYS = (
    ("Tab, Enter, panah", "pindah antarsel"),
    ("F2", "ubah isi sel"),
    ("Ctrl+C, Ctrl+X, Ctrl+V", "salin, potong, tempel blok, juga dari Excel"),
    ("Ctrl+D", "isi ke bawah"),
    ("Ctrl+Z, Ctrl+Y", "urungkan, ulangi (juga Ctrl+Shift+Z)"),
    ("F8, Shift+F8", "isian berikutnya, sebelumnya yang perlu dilihat"),
    ("Ctrl+B", "bukti dukung"),
    ("Ctrl+T", "faktor pendukung"),
    ("Ctrl+U", "semua kolom, juga kolom uraian"),
    ("Ctrl+Tab", "keluar dari tabel"),
    ("Ctrl+Enter", "ajukan bahan"),
)


def make(desk: Desk) -> "EntryPage":
    """Build the page."""
    return EntryPage(desk)


class EntryPage(FillingPage):
    """See the module."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._view: LembarKerja | None = None
        self._wanted = ""
        self._undo = Button("Urungkan", icon=Icon.URUNGKAN)
        self._undo.repeats = True
        self._redo = IconButton(Icon.ULANGI, "Ulangi (Ctrl+Y)", framed=True, repeats=True)
        self._copy = Button("Salin dari Excel", icon=Icon.SALIN)
        self._to_excel = Button("Ekspor ke Excel…", icon=Icon.SIMPAN_PDF, brief="Ke Excel…")
        self._from_excel = Button("Baca dari Excel…", icon=Icon.PILIH_BERKAS, brief="Dari Excel…")
        self._signs = Button("Keterangan tanda", icon=Icon.BANTUAN)
        self._choice = CaseChoice()
        tools = (self._undo, self._redo, self._copy, self._to_excel, self._from_excel, self._signs)
        self._head = WorkHead(TITLE, tools, choice=self._choice)
        self._strip, self._after = Strip(), Strip()
        self._forewarned = Forewarned(self)
        self._footer, self._empty = FillingFooter(Action.SUBMIT_BAHAN.label), EmptyState()
        strips = column(self._strip, self._after, self.message, space=Space.CONTROLS)
        self.setLayout(column(self._head, strips, self.split, self._empty, self._footer, space=Space.CONTROLS))
        self._name_parts()
        self._connect()

    def _name_parts(self) -> None:
        for name, part in (
            ("urungkan", self._undo),
            ("ulangi", self._redo),
            ("salin_excel", self._copy),
            ("ekspor_excel", self._to_excel),
            ("baca_excel", self._from_excel),
            ("tanda", self._signs),
            ("tanda_kembali", self._strip),
            ("sesudah", self._after),
        ):
            part.setObjectName(name)

    def _connect(self) -> None:
        self._undo.clicked.connect(self.undo)
        self._redo.clicked.connect(self.redo)
        self._copy.clicked.connect(self.paste_clipboard)
        self._to_excel.clicked.connect(self._export_workbook)
        self._from_excel.clicked.connect(lambda: workbook.read(self))
        self._signs.clicked.connect(self._explain_signs)
        self._choice.picked.connect(self.show_item)
        self._strip.linked.connect(self.go_to_note)
        self._after.linked.connect(self._take_back)
        self._footer.next_asked.connect(self.next_worth_a_look)
        self._footer.look_asked.connect(self._preview)
        self._footer.submit_asked.connect(self._submit)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._submit)
        QShortcut(QKeySequence("Ctrl+U"), self).activated.connect(self.toggle_columns)

    # --- reading ---------------------------------------------------------------------------------

    def read(self) -> None:
        ctx = self.ctx()
        tasks = [one for one in candidates(ctx, {Langkah.BAHAN}) if one.langkah not in _BEFORE]
        ids = [one.case_id for one in tasks if one.case_id is not None]
        case_id, self._wanted = self._wanted or self.case_id or (ids[0] if ids else ""), ""
        self._choice.show_cases(tasks, case_id)
        if not case_id:
            self._show_nothing(ctx)
            return
        view = collection.load(ctx, case_id)
        self.begin(case_id, view.kepala.versi, view.versi_draf)
        self._show(view)

    def _show_nothing(self, ctx: Context) -> None:
        self._head.set_title(TITLE)
        for part in (self._strip, self._after, self.split, self._footer):
            part.setVisible(False)
        self._enable_tools(_NO_SHEET)
        self._empty.set_words(_NO_SHEET, inbox.load(ctx).sesudah_ini)
        self._empty.setVisible(True)

    def _show(self, view: LembarKerja) -> None:
        self._view = view
        self._empty.setVisible(False)
        self.split.setVisible(True)
        self._footer.setVisible(not view.terkunci)
        self.sheet.show(view.kelompok, view.isi, general(view.pengembalian), view.sel)
        self._show_head(view)
        self.show_sheet(view.kepala.triwulan)
        self._show_strips(view)
        self.keeper.tell_saved(view.tersimpan)

    def _show_head(self, view: LembarKerja) -> None:
        kepala = view.kepala
        self._head.set_title(TITLE, f"{kepala.seksi.nama} · {kepala.triwulan.label_tahun}")
        state = status_chip(kepala.status, kepala.label) if view.terkunci else None
        self._head.set_state(state, None if view.terkunci else kepala.tenggat)
        self._enable_tools(view.sebab_terkunci)

    def _enable_tools(self, why: str) -> None:
        for tool in (self._copy, self._to_excel, self._from_excel):
            allow(tool, why)

    def _show_strips(self, view: LembarKerja) -> None:
        self._strip.set_spec(return_strip(self.returned(), narrow=self.narrow))
        link = "Tarik Pengajuan" if Action.WITHDRAW in view.kepala.boleh else ""
        if view.sesudah:
            self._after.set_spec(StripSpec(Tone.SELESAI, Icon.DISETUJUI, view.sesudah, link, Shape.FILL))
        else:
            locked = StripSpec(Tone.NETRAL, Icon.TERKUNCI, view.sebab_terkunci)
            self._after.set_spec(locked if view.terkunci else None)

    def show_limit(self) -> None:
        if self.case_id and self._view is not None:
            self._show_head(collection.load(self.ctx(), self.case_id))

    # --- what the grid asks ----------------------------------------------------------------------

    def columns(self, triwulan: Triwulan) -> tuple[GridColumn, ...]:
        return columns_for(self.sheet, triwulan)

    def row(self, kode: str, *, editable: bool) -> GridRow:
        return row_of(self.sheet, self.sheet.baris[kode], editable=editable)

    def editable(self) -> bool:
        return self._view is not None and not self._view.terkunci

    def returned(self) -> TandaKembali | None:
        return self._view.pengembalian if self._view is not None and not self._view.terkunci else None

    def show_counts(self) -> None:
        self._footer.show_counts(self.sheet.hitungan())
        allow(self._undo, self.sheet.why_no_undo(editable=self.editable()))
        allow(self._redo, self.sheet.why_no_redo(editable=self.editable()))

    # --- handing in ------------------------------------------------------------------------------

    def store(self, ctx: Context, unsaved: Unsaved) -> DrafTersimpan:
        return collection.save_draft(
            ctx,
            self.case_id,
            tuple(unsaved.rows.values()),
            perbaikan=unsaved.perbaikan,
            seen=self.versi_draf,
        )

    def _preview(self) -> None:
        """The bahan as it would be handed in now, of what is stored."""
        self.take_open_cell()
        if self.editable() and self.keeper.flush():
            show_drafts(self, self._bahan())

    def _bahan(self) -> Compose:
        ctx, case_id, versi = self.ctx(), self.case_id, self.versi

        def compose() -> "KertasLangkah":
            from kinerja_desktop.services import step_drafts  # what makes papers is loaded with the first one

            return step_drafts.of_bahan(ctx, case_id, seen=versi)

        return compose

    def _submit(self) -> None:
        """Hand in what is stored; what is being typed in a cell is taken first."""
        if not self.editable():
            return
        self.take_open_cell()
        if self._footer.submit.isEnabled() and self.keeper.flush():
            self._forewarned.do(self._footer.submit.text(), self._bahan(), self._hand_in)

    def _hand_in(self) -> None:
        self.attempt(
            lambda: collection.submit_bahan(self.ctx(), self.case_id, seen=self.versi, seen_draf=self.versi_draf)
        )

    def _export_workbook(self) -> None:
        if self._view is not None:
            workbook.export(self, self._view.kepala)

    def _take_back(self) -> None:
        self.attempt(lambda: collection.withdraw(self.ctx(), self.case_id, seen=self.versi))

    # --- columns ---------------------------------------------------------------------------------

    def toggle_columns(self) -> None:
        """All columns with the words in sight, or those that the room allows."""
        if self.grid is None:
            return
        shown = not self.grid.shows_all_columns()
        self.grid.set_all_columns(shown=shown)
        self.grid.go_to(self.kode, next(iter(FIELDS)) if shown else REALISASI)
        self.grid.setFocus()

    # --- what the window asks --------------------------------------------------------------------

    def _explain_signs(self) -> None:
        dialog = signs_dialog(self)
        dialog.exec()
        dialog.deleteLater()

    def show_item(self, item: str) -> None:
        self._wanted = item
        self.load()
        self.note_opened()

    def areas(self) -> tuple[QWidget, ...]:
        return tuple(part for part in (self.grid, self.panel, self._footer) if part is not None and not part.isHidden())

    def keys(self) -> tuple[tuple[str, str], ...]:
        return _KEYS

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        self._head.set_narrow(narrow=narrow)
        self._signs.setText("Arti Tanda" if narrow else "Keterangan tanda")
        self._copy.setVisible(not narrow)
        if self._view is not None:
            self._show_strips(self._view)
            self.show_row()
