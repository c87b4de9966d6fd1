"""Base of the tabs with a grid that is filled: typing, pasting, reasons, evidence, notes, and going about.

A tab says which columns there are, how a row looks and whether it may be filled. Everything that a person does goes
to the sheet, from there to grid and panel, and within a second to the draft.
"""

from abc import abstractmethod
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu

from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.komponen import MEDAN, PEMBILANG
from kinerja_desktop.domain.lembar import REALISASI, without_data
from kinerja_desktop.domain.realisasi import IsiIndikator
from kinerja_desktop.domain.sel import JenisPesan
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.services.sheet import TandaKembali
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.dialogs import Alasan, ask_reason
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.tabs import set_tight
from kinerja_desktop.ui.theme import Tone
from kinerja_desktop.ui.widgets.cards import column, holder
from kinerja_desktop.ui.widgets.grid import clipboard
from kinerja_desktop.ui.widgets.grid.block import Block
from kinerja_desktop.ui.widgets.grid.cells import GridColumn, GridGroup, GridRow
from kinerja_desktop.ui.widgets.grid.model import GridModel
from kinerja_desktop.ui.widgets.grid.view import GridView
from kinerja_desktop.ui.widgets.list_tools import Act
from kinerja_desktop.ui.widgets.side_panel import Split
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work import paste
from kinerja_desktop.ui.work.cell_menu import add_cell_acts
from kinerja_desktop.ui.work.cells import BUKTI
from kinerja_desktop.ui.work.evidence import EvidenceDialog, dropped_files
from kinerja_desktop.ui.work.evidence_viewer import open_evidence
from kinerja_desktop.ui.work.figure_panel import FigurePanel
from kinerja_desktop.ui.work.no_data import ask_no_data
from kinerja_desktop.ui.work.question import Question
from kinerja_desktop.ui.work.returned import first_noted
from kinerja_desktop.ui.work.sheet import LOCKED
from kinerja_desktop.ui.work.sheet_page import SheetPage

_DOUBTFUL = (Tone.PERHATIAN, Icon.PERINGATAN)
_COPY_FIRST = "Belum ada yang disalin. Salin kolom angka di Excel dengan Ctrl+C, lalu tekan Salin dari Excel."


class FillingPage(SheetPage):
    """See the module. ``split`` holds grid and panel; ``message`` says what found no place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.kode = ""
        self.triwulan: Triwulan | None = None
        self.grid: GridView | None = None
        self.panel, self.message = FigurePanel(), Strip()
        self.panel.setObjectName("panel")
        self.message.setObjectName("pesan")
        self._place = column()
        self.split = Split(holder(self._place), self.panel, "isian")
        self.message.linked.connect(lambda: self.message.set_spec(None))
        self.panel.worded.connect(lambda isi: self.put(isi, run=f"kata {isi.kode}"))
        self.panel.noted.connect(self.put)
        self.panel.ticked_whole.connect(self._tick_whole)
        self.panel.confirm_asked.connect(self.confirm_warning)
        self.panel.no_data_asked.connect(self.tell_no_data)
        self.panel.evidence_asked.connect(self.edit_evidence)
        self.panel.evidence.opened.connect(self.open_evidence)
        self.setAcceptDrops(True)
        for key, act in (
            ("Ctrl+B", self.edit_evidence),
            ("F8", self.next_worth_a_look),
            ("Shift+F8", self.last_worth_a_look),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(act)
        QShortcut(QKeySequence("Ctrl+T"), self).activated.connect(self.panel.texts.focus_first)

    # --- what a tab says -------------------------------------------------------------------------

    @abstractmethod
    def columns(self, triwulan: Triwulan) -> tuple[GridColumn, ...]:
        """The columns of the grid, one of them `REALISASI`."""

    @abstractmethod
    def row(self, kode: str, *, editable: bool) -> GridRow:
        """One row as it stands in the sheet."""

    @abstractmethod
    def editable(self) -> bool:
        """Whether figures and words may be filled now."""

    @abstractmethod
    def show_counts(self) -> None:
        """Show what follows from the whole sheet."""

    def returned(self) -> TandaKembali | None:
        """The return that is being repaired."""
        return None

    def about_row(self, kode: str) -> str:
        """A line below the name in the panel."""
        return ""

    def undo_steps(self) -> tuple[Callable[[], object] | None, Callable[[], object] | None]:
        return super().undo_steps() if self.editable() else (None, None)

    def standing(self) -> tuple[str, ...]:
        if self.grid is None or not self.case_id:
            return ()
        column = self.grid.grid.columns[max(0, self.grid.currentIndex().column())]
        return (self.case_id, self.kode, column.key)

    def stand(self, *standing: str) -> None:
        case_id, kode, column = standing
        if case_id != self.case_id:
            self.show_item(case_id)
        if self.grid is not None and case_id == self.case_id and self.grid.grid.has_row(kode):
            self.grid.go_to(kode, column)

    # --- showing ---------------------------------------------------------------------------------

    def show_sheet(self, triwulan: Triwulan) -> None:
        """Show the sheet as it stands; row and columns stay while quarter and columns are the same."""
        if self.grid is None or triwulan != self.triwulan or self.columns(triwulan) != self.grid.grid.columns:
            self.grid = self.make_grid(triwulan)
        self.triwulan = triwulan
        if not self.editable():
            self.message.set_spec(None)  # of a paste: it asks for what can be done no more
        self.grid.grid.set_rows(self._rows())
        if not self.grid.current_row_key():
            self.go_to(self._first_kode())
        self.show_row()
        self.show_counts()

    def _rows(self) -> list[GridRow | GridGroup]:
        out: list[GridRow | GridGroup] = []
        for group in self.sheet.kelompok:
            out.append(GridGroup(group.judul))
            out += [self.row(baris.kode, editable=self.editable()) for baris in group.baris]
        return out

    def make_grid(self, triwulan: Triwulan) -> GridView:
        """The grid for these columns, in place of the one before."""
        if self.grid is not None:
            for old in (self.grid, self.grid.filter_line, self.grid.tools.order_line):
                old.hide()
                old.deleteLater()
        model = GridModel(self.columns(triwulan), self._typed)
        made = GridView(model, "Lembar kerja")
        model.setParent(made)
        made.setObjectName("lembar")
        made.set_narrow(narrow=self.narrow)
        made.current_changed.connect(lambda *_: self.show_row())
        made.typing.connect(self._typing)
        made.editing_ended.connect(self._typing_ended)
        made.pasted.connect(self._paste)
        made.clear_asked.connect(self._clear)
        made.doubleClicked.connect(lambda index: self._pressed_twice(made, index))
        made.tools.set_acts(lambda menu: self._add_acts(menu, made))
        for part in (made.filter_line, made, made.tools.order_line):
            self._place.addWidget(part)
        return made

    def after_undo(self, kode: Collection[str]) -> None:
        """What was taken back, or done again, is shown: it may lie out of sight. A paste is told of no more."""
        self.message.set_spec(None)
        self.after_change(kode)
        if self.kode not in kode:
            self.go_to(next(iter(kode)))

    def redraw(self, kode: Collection[str]) -> None:
        assert self.grid is not None
        self.grid.grid.set_row(*(self.row(one, editable=self.editable()) for one in kode))
        self.show_row()
        self.show_counts()

    def show_row(self, *, typing: bool = False) -> None:
        """Show the current row in the panel; nothing comes or goes there while somebody is ``typing`` its figure."""
        if self.grid is None:
            return
        self.kode = self.grid.current_row_key() or self.kode
        if self.kode in self.sheet.baris:
            self.panel.show_row(
                self.sheet,
                self.kode,
                self.returned(),
                self.triwulan,
                about=self.about_row(self.kode),
                editable=self.editable(),
                narrow=self.narrow,
                typing=typing,
            )

    def say(self, tone: Tone, icon: Icon, words: str) -> None:
        """Show a sentence in a strip until it is closed; an empty one takes it away."""
        self.message.set_spec(StripSpec(tone, icon, words, "Tutup", Shape.FILL) if words else None)

    # --- typing ----------------------------------------------------------------------------------

    def _typed(self, kode: str, column_key: str, teks: str) -> bool:
        self.sheet.type({kode: {column_key: teks}})
        self.after_change([kode])
        return True

    def _typing(self, kode: str, column_key: str, teks: str) -> None:
        """What follows from a figure is shown while it is typed; the cell itself is the open field's."""
        assert self.grid is not None
        self.split.give_way()
        self.sheet.type_along(kode, column_key, teks)
        before = self.grid.grid.item(self.grid.grid.row_of(kode))
        assert isinstance(before, GridRow)
        now = self.row(kode, editable=True)
        self.grid.grid.set_row(replace(now, cells={**now.cells, column_key: before.cells[column_key]}))
        self.show_row(typing=True)
        self.keeper.touch()

    def _typing_ended(self) -> None:
        """Esc: the row is as it was; a text that was taken is in the sheet already."""
        if kode := self.sheet.give_up_typing():
            self.after_change([kode])

    def _tick_whole(self, ids: tuple[str, ...]) -> None:
        self.sheet.tick_whole(ids)
        self.after_change([])

    def _clear(self, cells: list[tuple[str, str]]) -> None:
        """Delete empties what is chosen, all of it one step; reasons, notes and words beside it stay."""
        texts: dict[str, dict[str, str]] = {}
        for kode, name in cells:
            texts.setdefault(kode, {})[name] = ""
        self.put(*self.sheet.with_texts(texts))

    def paste_clipboard(self) -> None:
        """The button «Salin dari Excel»: from the current row on, else say what to do first."""
        block = clipboard.take()
        if not block:
            self.say(Tone.NETRAL, Icon.INFO, _COPY_FIRST)
        elif self.grid is not None:
            self._paste(self.kode, REALISASI, block)

    def _paste(self, kode: str, name: str, block: Block) -> None:
        if self.grid is None or not self.editable() or kode not in self.sheet.baris:
            return
        shown = [c.key for at, c in enumerate(self.grid.grid.columns) if not self.grid.isColumnHidden(at)]
        figure_at = shown.index(REALISASI)
        at = shown.index(name) if name in shown else figure_at
        done = paste.lay(block, self._places(kode, shown), at, figure_at)
        if done.taken:
            self.sheet.type(done.taken)
            self.after_change(list(done.taken))
        self._tell_pasted(done)

    def _places(self, kode: str, shown: Sequence[str]) -> list[paste.Place]:
        """Rows from the current one on that are seen, as the block meets them."""
        assert self.grid is not None
        model = self.grid.grid
        rows = (model.item(at) for at in range(max(0, model.row_of(kode)), model.rowCount()))
        return [_place(row, shown) for row in rows if isinstance(row, GridRow)]

    def _tell_pasted(self, done: paste.Pasted) -> None:
        read = paste.Read(
            [f"{kode} «{paste.short(teks)}»" for kode, name, teks in _figures(done) if self._is_wrong(kode, name)],
            [f"{kode} = {said}" for kode, name, _ in _figures(done) if (said := self._echo(kode, name))],
        )
        lost = read.wrong or done.locked or done.outside
        look = _DOUBTFUL if lost else (Tone.NETRAL, Icon.INFO)
        assert self.grid is not None
        order = self.grid.tools.ordered_by() if len(done.taken) > 1 else ""
        self.say(*(_DOUBTFUL if order else look), paste.told(done, read, order))

    def _is_wrong(self, kode: str, name: str) -> bool:
        at, isi = f"{name}_diketik" if name in MEDAN else "diketik", self.sheet.isi.of(kode)
        return getattr(isi, at) is not None

    def _echo(self, kode: str, name: str) -> str:
        """«1.234», how an ambiguous text was read."""
        sel = self.sheet.sel[kode]
        echo = sel.komponen[MEDAN.index(name)].dibaca if name in MEDAN and sel.komponen else sel.dibaca
        return echo.partition(" (")[0]

    def _add_acts(self, menu: QMenu, grid: GridView) -> None:
        """What can be done with the chosen cells, for whoever looks for it with the right button."""
        sheet, editable = self.sheet, self.editable()
        add_cell_acts(
            menu,
            grid,
            locked="" if editable else LOCKED,
            undo=Act("Urungkan", "Ctrl+Z", self.undo, sheet.why_no_undo(editable=editable)),
            redo=Act("Ulangi", "Ctrl+Y", self.redo, sheet.why_no_redo(editable=editable)),
        )

    # --- reasons and evidence --------------------------------------------------------------------

    def confirm_warning(self) -> None:
        """Ask for the reason that confirms the warned figure of the current row."""
        isi, sel = self.sheet.isi.of(self.kode), self.sheet.sel[self.kode]
        warned = [pesan for pesan in sel.pesan if pesan.jenis is JenisPesan.PERINGATAN]
        if not warned:
            return
        question = Alasan(
            "Beri Alasan",
            warned[0].judul,
            " ".join(pesan.teks for pesan in warned),
            "Simpan Alasan",
            f"{self.kode} {self.sheet.baris[self.kode].indikator.nama}",
            text=isi.alasan_peringatan or "",
        )
        if (alasan := ask_reason(self, question)) is not None:
            self.put(replace(isi, alasan_peringatan=alasan))

    def tell_no_data(self) -> None:
        """Ask why the current row has no figure."""
        isi, baris = self.sheet.isi.of(self.kode), self.sheet.baris[self.kode]
        question = Question(
            f"{self.kode} {baris.indikator.nama}",
            "",
            f"Capaian dicatat n/a dan alasannya dicetak pada laporan.{self._loses(isi)}",
        )
        if (alasan := ask_no_data(self, question, isi.alasan_kosong or "")) is not None:
            self.put(without_data(isi, alasan))

    def _loses(self, isi: IsiIndikator) -> str:
        baris = self.sheet.baris[isi.kode]
        figure = isi.diketik or (baris.tulis(isi.realisasi) if isi.realisasi is not None else "")
        return f" Isian «{figure}» dihapus dari sel ini." if figure else ""

    def edit_evidence(self, files: Sequence[Path] = ()) -> None:
        """Show or change the evidence of the current row; ``files`` were dropped on the page."""
        if self.kode not in self.sheet.baris or self.triwulan is None:
            return
        kode, isi = self.kode, self.sheet.isi.of(self.kode)
        heading = f"{kode} {self.sheet.baris[kode].indikator.nama}"
        dialog = EvidenceDialog(self, self.desk, heading, self.triwulan, isi.bukti, editable=self.editable())
        dialog.changed.connect(lambda bukti: self.put(replace(self.sheet.isi.of(kode), bukti=bukti)))
        dialog.opened.connect(self.open_evidence)
        QTimer.singleShot(0, dialog, lambda: dialog.add_files(files))
        dialog.exec()
        dialog.deleteLater()

    def _pressed_twice(self, grid: GridView, index: QModelIndex) -> None:
        """What stands in the column of evidence opens there too, once the press is over."""
        if grid.grid.row_key(index) and grid.grid.columns[index.column()].key == BUKTI:
            QTimer.singleShot(0, self, self.edit_evidence)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.editable() and dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._aim(event.position().toPoint())
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files are evidence of the row on which they are dropped, and of the current one anywhere else on the page."""
        event.acceptProposedAction()
        self._aim(event.position().toPoint())
        files = dropped_files(event.mimeData())
        QTimer.singleShot(0, self, lambda: self.edit_evidence(files))  # the other program waits until this returns

    def _aim(self, at: QPoint) -> None:
        """The row below the files becomes the current one, so that it is seen whose evidence they will be."""
        assert self.grid is not None
        inside = self.grid.viewport()
        place = inside.mapFrom(self, at)
        kode = self.grid.grid.row_key(self.grid.indexAt(place)) if inside.rect().contains(place) else ""
        if kode and kode != self.kode:
            self.go_to(kode)

    def open_evidence(self, bukti: Bukti) -> None:
        """Show a piece; one that was just added is in the draft first."""
        self.keeper.flush()
        open_evidence(self, self.case_id, bukti)

    # --- going about -----------------------------------------------------------------------------

    def _first_kode(self) -> str:
        """Where the work begins: the first open note of what came back, else the first row that takes a figure."""
        rows, noted = self.sheet.baris.values(), self._open_note()
        if noted in self.sheet.baris:
            return noted
        return next((row.kode for row in rows if not row.terkunci), next(iter(self.sheet.baris), ""))

    def go_to(self, kode: str) -> None:
        """Where the figure of a row is typed: its realisasi, or the first of its raw figures."""
        if self.grid is not None and kode:
            divided = kode in self.sheet.sel and self.sheet.sel[kode].komponen and not self.sheet.baris[kode].terkunci
            self.grid.go_to(kode, PEMBILANG if divided else REALISASI)

    def next_worth_a_look(self) -> None:
        """F8: the next cell that asks for something; when there is none, the next row that lacks something else."""
        self._look_further(back=False)

    def last_worth_a_look(self) -> None:
        """Shift+F8: the same backwards."""
        self._look_further(back=True)

    def _look_further(self, *, back: bool) -> None:
        if self.grid is None or not self.editable():
            return
        self.grid.setFocus()
        gaps = self.gaps()
        if not self.grid.next_worth_a_look(back=back) and gaps:
            order = tuple(dict.fromkeys((*self.grid.grid.row_keys(), *self.sheet.baris)))
            kode = _after(gaps, self.kode, order[::-1] if back else order)
            self.go_to(kode)
            gaps[kode]()

    def gaps(self) -> Mapping[str, Callable[[], object]]:
        """Rows whose cells are in order and that lack something beside them, with what puts the focus there."""
        return {kode: self.panel.focus_evidence for kode, sel in self.sheet.sel.items() if sel.tanpa_bukti}

    def go_to_note(self) -> None:
        """The first note that is still open."""
        self.go_to(self._open_note())
        if self.grid is not None:
            self.grid.setFocus()

    def _open_note(self) -> str:
        return first_noted(self.returned(), [kode for kode, sel in self.sheet.sel.items() if sel.catatan_terbuka])

    def take_open_cell(self) -> None:
        """What is being typed into a cell is taken before the sheet goes on."""
        if self.grid is not None and self.grid.isVisible():
            self.grid.setFocus()

    def go_back(self) -> bool:
        """Esc: from the panel or the foot back into the sheet."""
        if self.grid is None or not self.grid.isVisible() or self.grid.hasFocus():
            return False
        self.grid.setFocus()
        return True

    def toggle_panel(self) -> None:
        self.split.toggle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        set_tight(self, low=theme.current().scale.is_low(self.window().height()))

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        self.panel.set_narrow(narrow=narrow)
        if self.grid is not None:
            self.grid.set_narrow(narrow=narrow)


def _place(row: GridRow, shown: Sequence[str]) -> paste.Place:
    cells = [row.cells[name] for name in shown]
    return paste.Place(
        row.key, tuple(cell.text for cell in cells), {at: shown[at] for at, cell in enumerate(cells) if cell.editable}
    )


def _figures(done: paste.Pasted) -> Iterator[tuple[str, str, str]]:
    """Kode, field and text of the figures among what was pasted."""
    for kode, typed in done.taken.items():
        yield from ((kode, name, teks) for name, teks in typed.items() if name in (REALISASI, *MEDAN))


def _after(wanted: Collection[str], current: str, order: Sequence[str]) -> str:
    """The next wanted row after the current one; from the end it goes on at the beginning."""
    at = order.index(current) + 1 if current in order else 0
    return next(kode for kode in (*order[at:], *order[:at]) if kode in wanted)
