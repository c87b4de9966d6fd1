"""The page of the Lembar Kerja: strip of a return, grid, panel, foot. Figures are kept as they are typed.

What a person does goes to `Sheet`, from there to grid, panel and foot, and within a second to the draft.
"""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.realisasi import IsiIndikator
from kinerja_desktop.domain.sel import JenisPesan
from kinerja_desktop.domain.workflow import Action, Langkah
from kinerja_desktop.services import collection, inbox
from kinerja_desktop.services.collection import LembarKerja
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.drafts import DrafTersimpan
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.dialogs import Alasan, ask_reason
from kinerja_desktop.ui.entry import paste
from kinerja_desktop.ui.entry.evidence import EvidenceDialog
from kinerja_desktop.ui.entry.footer import EntryFooter
from kinerja_desktop.ui.entry.model import REALISASI, columns_for, row_of, rows_of
from kinerja_desktop.ui.entry.panel import EntryPanel
from kinerja_desktop.ui.entry.signs import signs_dialog
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Space, Tone
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.cards import column, holder
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.grid.cells import Block, GridRow, read_block
from kinerja_desktop.ui.widgets.grid.model import GridModel
from kinerja_desktop.ui.widgets.grid.view import GridView
from kinerja_desktop.ui.widgets.side_panel import Split
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.case_choice import CaseChoice
from kinerja_desktop.ui.work.cases import candidates
from kinerja_desktop.ui.work.head import WorkHead
from kinerja_desktop.ui.work.looks import status_chip
from kinerja_desktop.ui.work.returned import first_noted, general, return_strip
from kinerja_desktop.ui.work.sheet import Unsaved
from kinerja_desktop.ui.work.sheet_page import SheetPage

TITLE = "Lembar Kerja"
_KEYS = (
    ("Tab, Enter, panah", "pindah antarsel"),
    ("F2", "ubah isi sel"),
    ("Ctrl+C, Ctrl+V", "salin dan tempel blok, juga dari Excel"),
    ("Ctrl+Z, Ctrl+Y", "urungkan, ulangi"),
    ("F8", "isian berikutnya yang perlu dilihat"),
    ("Ctrl+B", "bukti dukung"),
    ("Ctrl+T", "faktor pendukung"),
    ("Ctrl+Tab", "keluar dari tabel"),
    ("Ctrl+Enter", "ajukan bahan"),
)


def make(desk: Desk) -> "EntryPage":
    """Build the page."""
    return EntryPage(desk)


class EntryPage(SheetPage):
    """See the module."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._view: LembarKerja | None = None
        self._wanted, self._kode = "", ""
        self._undo = Button("Urungkan", icon=Icon.URUNGKAN)
        self._copy = Button("Salin dari Excel", icon=Icon.SALIN)
        self._signs = Button("Keterangan tanda", icon=Icon.BANTUAN)
        self._choice = CaseChoice()
        self._head = WorkHead(TITLE, (self._undo, self._copy, self._signs), choice=self._choice)
        self._strip, self._after, self._message = Strip(), Strip(), Strip()
        self._place = column()
        self._grid: GridView | None = None
        self._panel, self._footer, self._empty = EntryPanel(), EntryFooter(), EmptyState()
        self._split = Split(holder(self._place), self._panel)
        strips = column(self._strip, self._after, self._message, space=Space.CONTROLS)
        self.setLayout(column(self._head, strips, self._split, self._empty, self._footer, space=Space.CONTROLS))
        self._name_parts()
        self._connect()

    def _name_parts(self) -> None:
        for name, part in (
            ("urungkan", self._undo),
            ("salin_excel", self._copy),
            ("tanda", self._signs),
            ("tanda_kembali", self._strip),
            ("sesudah", self._after),
            ("pesan", self._message),
            ("panel", self._panel),
        ):
            part.setObjectName(name)

    def _connect(self) -> None:
        self._undo.clicked.connect(self.undo)
        self._copy.clicked.connect(self._paste_clipboard)
        self._signs.clicked.connect(lambda: signs_dialog(self).exec())
        self._choice.picked.connect(self.show_item)
        self._strip.linked.connect(self._go_to_note)
        self._after.linked.connect(self._take_back)
        self._message.linked.connect(lambda: self._message.set_spec(None))
        self._panel.changed.connect(self._panel_changed)
        self._panel.ticked_whole.connect(self._tick_whole)
        self._panel.confirm_asked.connect(self._confirm_warning)
        self._panel.no_data_asked.connect(self._tell_no_data)
        self._panel.evidence_asked.connect(self._edit_evidence)
        self._footer.next_asked.connect(self._next)
        self._footer.submit_asked.connect(self._submit)
        for key, act in (("Ctrl+B", self._edit_evidence), ("Ctrl+Return", self._submit), ("F8", self._next)):
            QShortcut(QKeySequence(key), self).activated.connect(act)
        QShortcut(QKeySequence("Ctrl+T"), self).activated.connect(self._panel.texts.focus_first)

    # --- reading ---------------------------------------------------------------------------------

    def read(self) -> None:
        ctx = self.ctx()
        tasks = [one for one in candidates(ctx, {Langkah.BAHAN}) if one.langkah not in _BEFORE]
        ids = [one.case_id for one in tasks if one.case_id is not None]
        case_id = self._wanted or self.case_id or (ids[0] if ids else "")
        self._wanted = ""
        self._choice.show_cases(tasks, case_id)
        if not case_id:
            self._show_nothing(ctx)
            return
        view = collection.load(ctx, case_id)
        self.begin(case_id, view.kepala.versi, view.versi_draf)
        self._show(view)

    def _show_nothing(self, ctx: Context) -> None:
        self._head.set_title(TITLE)
        for part in (self._strip, self._after, self._split, self._footer):
            part.setVisible(False)
        next_line = inbox.load(ctx).sesudah_ini
        self._empty.set_words("Belum ada lembar kerja. Kasubag Anda akan mengirim disposisi.", next_line)
        self._empty.setVisible(True)

    def _show(self, view: LembarKerja) -> None:
        before, self._view = self._view, view
        self._empty.setVisible(False)
        self._split.setVisible(True)
        self._footer.setVisible(not view.terkunci)
        self.sheet.show(view.kelompok, view.isi, general(view.pengembalian))
        self._show_head(view)
        if before is None or before.kepala.triwulan != view.kepala.triwulan or self._grid is None:
            self._make_grid(view)
        assert self._grid is not None
        self._grid.grid.set_rows(rows_of(self.sheet, editable=self._editable()))
        if not self._grid.current_row_key():
            self._go_to(self._first_kode())
        self._show_row()
        self._show_strips(view)
        self._show_counts()
        self.keeper.tell_saved(view.tersimpan)

    def _show_head(self, view: LembarKerja) -> None:
        kepala = view.kepala
        self._head.set_title(TITLE, f"{kepala.seksi.nama} · {kepala.triwulan.label_tahun}")
        state = status_chip(kepala.status, kepala.label) if view.terkunci else None
        self._head.set_state(state, None if view.terkunci else kepala.tenggat)
        self._copy.setEnabled(not view.terkunci)

    def _make_grid(self, view: LembarKerja) -> None:
        if self._grid is not None:
            self._grid.hide()
            self._grid.deleteLater()
        model = GridModel(columns_for(view.kepala.triwulan), self._typed)
        self._grid = grid = GridView(model, "Lembar kerja")
        model.setParent(grid)
        grid.setObjectName("lembar")
        grid.set_narrow(narrow=self.narrow)
        grid.current_changed.connect(lambda *_: self._show_row())
        grid.typing.connect(self._typing)
        grid.editing_ended.connect(self._typing_ended)
        grid.pasted.connect(self._paste)
        grid.clear_asked.connect(self._clear)
        self._place.addWidget(grid)

    def _show_strips(self, view: LembarKerja) -> None:
        repairing = view.pengembalian if not view.terkunci else None
        self._strip.set_spec(return_strip(repairing, narrow=self.narrow))
        link = "Tarik Pengajuan" if Action.WITHDRAW in view.kepala.boleh else ""
        after = StripSpec(Tone.SELESAI, Icon.DISETUJUI, view.sesudah, link, Shape.FILL) if view.sesudah else None
        self._after.set_spec(after)

    def show_limit(self) -> None:
        if self.case_id and self._view is not None:
            self._show_head(collection.load(self.ctx(), self.case_id))

    # --- showing what follows from a change ------------------------------------------------------

    def redraw(self, kode: Collection[str]) -> None:
        assert self._grid is not None
        for one in kode:
            self._grid.grid.set_row(row_of(self.sheet, self.sheet.baris[one], editable=self._editable()))
        self._show_row()
        self._show_counts()

    def _show_row(self) -> None:
        if self._grid is None or self._view is None:
            return
        self._kode = self._grid.current_row_key() or self._kode
        if self._kode in self.sheet.baris:
            self._panel.show_row(
                self.sheet, self._kode, self._view.pengembalian, editable=self._editable(), narrow=self.narrow
            )

    def _show_counts(self) -> None:
        self._footer.show_counts(self.sheet.hitungan())
        self._undo.setEnabled(self.sheet.can_undo and self._editable())

    def _editable(self) -> bool:
        return self._view is not None and not self._view.terkunci

    # --- what a person does ----------------------------------------------------------------------

    def _typed(self, kode: str, _column: str, teks: str) -> bool:
        self.sheet.type({kode: teks})
        self.after_change([kode])
        return True

    def _typing(self, kode: str, column: str, teks: str) -> None:
        """What follows from a figure is shown while it is typed; the cell itself is the open field's."""
        assert self._grid is not None
        self.sheet.type_along(kode, teks)
        before = self._grid.grid.item(self._grid.grid.row_of(kode))
        assert isinstance(before, GridRow)
        now = row_of(self.sheet, self.sheet.baris[kode], editable=True)
        self._grid.grid.set_row(replace(now, cells={**now.cells, column: before.cells[column]}))
        self.keeper.touch()

    def _typing_ended(self) -> None:
        """Esc: the row is as it was; a text that was taken is in the sheet already."""
        if kode := self.sheet.give_up_typing():
            self.after_change([kode])

    def _panel_changed(self, isi: IsiIndikator) -> None:
        self.put(isi)

    def _tick_whole(self, ids: tuple[str, ...]) -> None:
        self.sheet.tick_whole(ids)
        self.after_change([])

    def _clear(self, cells: list[tuple[str, str]]) -> None:
        """Delete empties figures; a reason, a note and words stay."""
        rows = [self.sheet.isi.of(kode) for kode, name in cells if name == REALISASI]
        self.put(*(replace(isi, realisasi=None, diketik=None, alasan_peringatan=None) for isi in rows))

    def _paste_clipboard(self) -> None:
        """The button «Salin dari Excel»: from the current row on, else say what to do first."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self._say(Tone.NETRAL, Icon.INFO, _COPY_FIRST)
            return
        if self._grid is not None:
            self._paste(self._kode, REALISASI, read_block(text))

    def _paste(self, kode: str, name: str, block: Block) -> None:
        if self._grid is None or not self._editable():
            return
        columns = [c.key for at, c in enumerate(self._grid.grid.columns) if not self._grid.isColumnHidden(at)]
        figure_at = columns.index(REALISASI)
        places = self._places(kode, columns)
        done = paste.lay(block, places, columns.index(name) if name in columns else figure_at, figure_at)
        if done.taken:
            self.sheet.type(done.taken)
            self.after_change(list(done.taken))
        self._say(Tone.PERHATIAN, Icon.PERINGATAN, paste.told(done))

    def _places(self, kode: str, columns: list[str]) -> list[paste.Place]:
        """Rows from the current one on, as the clipboard's block meets them."""
        order = list(self.sheet.baris)
        rows = [row_of(self.sheet, self.sheet.baris[k], editable=True) for k in order[order.index(kode) :]]
        at = columns.index(REALISASI)
        return [
            paste.Place(
                row.key,
                tuple(row.cells[column].text for column in columns),
                at if row.cells[REALISASI].editable else None,
            )
            for row in rows
        ]

    def _say(self, tone: Tone, icon: Icon, words: str) -> None:
        self._message.set_spec(StripSpec(tone, icon, words, "Tutup", Shape.FILL) if words else None)

    def _confirm_warning(self) -> None:
        isi, sel = self.sheet.isi.of(self._kode), self.sheet.sel[self._kode]
        warned = [pesan for pesan in sel.pesan if pesan.jenis is JenisPesan.PERINGATAN]
        if not warned:
            return
        question = Alasan(
            "Beri Alasan",
            warned[0].judul,
            " ".join(pesan.teks for pesan in warned),
            "Simpan Alasan",
            f"{self._kode} {self.sheet.baris[self._kode].indikator.nama}",
            text=isi.alasan_peringatan or "",
        )
        if (alasan := ask_reason(self, question)) is not None:
            self.put(replace(isi, alasan_peringatan=alasan))

    def _tell_no_data(self) -> None:
        isi, baris = self.sheet.isi.of(self._kode), self.sheet.baris[self._kode]
        figure = isi.diketik or (baris.tulis(isi.realisasi) if isi.realisasi is not None else "")
        gone = f" Isian «{figure}» dihapus dari sel ini." if figure else ""
        question = Alasan(
            "Tidak Ada Data",
            f"{self._kode} {baris.indikator.nama}",
            f"Capaian dicatat n/a dan alasannya dicetak pada laporan.{gone}",
            "Simpan Alasan",
            text=isi.alasan_kosong or "",
        )
        if (alasan := ask_reason(self, question)) is not None:
            self.put(replace(isi, realisasi=None, diketik=None, alasan_peringatan=None, alasan_kosong=alasan))

    def _edit_evidence(self) -> None:
        if self._kode not in self.sheet.baris:
            return
        isi, nama = self.sheet.isi.of(self._kode), self.sheet.baris[self._kode].indikator.nama
        dialog = EvidenceDialog(self, self._kode, nama, isi.bukti, editable=self._editable())
        if dialog.exec():
            self.put(replace(isi, bukti=dialog.bukti()))

    # --- going about -----------------------------------------------------------------------------

    def _first_kode(self) -> str:
        """Where the work begins: the first row that takes a figure."""
        rows = self.sheet.baris.values()
        return next((row.kode for row in rows if not row.terkunci), next(iter(self.sheet.baris), ""))

    def _go_to(self, kode: str) -> None:
        if self._grid is not None and kode:
            self._grid.go_to(kode, REALISASI)

    def _next(self) -> None:
        if self._grid is not None and not self._footer.isHidden():
            self._grid.setFocus()
            self._grid.next_worth_a_look()

    def _go_to_note(self) -> None:
        still_open = [kode for kode, sel in self.sheet.sel.items() if sel.catatan_terbuka]
        self._go_to(first_noted(self._view.pengembalian if self._view else None, still_open))
        if self._grid is not None:
            self._grid.setFocus()

    # --- handing in ------------------------------------------------------------------------------

    def _submit(self) -> None:
        """Hand in what is stored; what is being typed in a cell is taken first."""
        if self._grid is None or not self._editable():
            return
        self._grid.setFocus()
        if self._footer.submit.isEnabled() and self.keeper.flush():
            self.attempt(
                lambda: collection.submit_bahan(self.ctx(), self.case_id, seen=self.versi, seen_draf=self.versi_draf)
            )

    def _take_back(self) -> None:
        self.attempt(lambda: collection.withdraw(self.ctx(), self.case_id, seen=self.versi))

    def store(self, ctx: Context, unsaved: Unsaved) -> DrafTersimpan:
        return collection.save_draft(
            ctx,
            self.case_id,
            tuple(unsaved.rows.values()),
            perbaikan=unsaved.perbaikan,
            seen=self.versi_draf,
        )

    # --- what the window asks --------------------------------------------------------------------

    def show_item(self, item: str) -> None:
        self._wanted = item
        self.load()
        self.note_opened()

    def areas(self) -> tuple[QWidget, ...]:
        return tuple(
            part for part in (self._grid, self._panel, self._footer) if part is not None and not part.isHidden()
        )

    def toggle_panel(self) -> None:
        self._split.toggle()

    def keys(self) -> tuple[tuple[str, str], ...]:
        return _KEYS

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        self._head.set_narrow(narrow=narrow)
        self._signs.setText("Tanda" if narrow else "Keterangan tanda")
        self._copy.setVisible(not narrow)
        self._panel.set_narrow(narrow=narrow)
        if self._grid is not None:
            self._grid.set_narrow(narrow=narrow)
        if self._view is not None:
            self._show_strips(self._view)
            self._show_row()


_BEFORE = (Langkah.TUGAS, Langkah.PERINTAH)
"""Steps before which there is no sheet."""
_COPY_FIRST = "Belum ada yang disalin. Salin kolom angka di Excel dengan Ctrl+C, lalu tekan Salin dari Excel."
