"""One report on the screen: figures, what changed, its words, the panel, and the foot with the decisions.

It shows a view and the notes; whoever made it asks the services and decides.
"""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Action
from kinerja_desktop.services.review import PemeriksaanView
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.review.footer import DecisionFooter
from kinerja_desktop.ui.review.mean_line import MeanLine
from kinerja_desktop.ui.review.model import (
    COMPARED,
    Wanted,
    baris_of,
    changed,
    columns_for,
    every,
    rows_of,
    worth_a_look,
)
from kinerja_desktop.ui.review.notes import Notes
from kinerja_desktop.ui.review.panel import ReviewPanel
from kinerja_desktop.ui.tabs import set_tight
from kinerja_desktop.ui.theme import Height, Ink, Space, Tone
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import IconButton
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.grid.model import GridModel
from kinerja_desktop.ui.widgets.grid.view import GridView
from kinerja_desktop.ui.widgets.labels import Label, WrappedLabel
from kinerja_desktop.ui.widgets.segments import Segment, Segmented
from kinerja_desktop.ui.widgets.side_panel import Split
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.widgets.tick import Tick
from kinerja_desktop.ui.work.head import WorkHead
from kinerja_desktop.ui.work.looks import status_chip
from kinerja_desktop.ui.work.section_pages import SectionPages

ANGKA, BERUBAH, KATA = "angka", "berubah", "halaman"
_UNCHANGED = "Belum pernah dikembalikan, atau angkanya tetap. Semua angka dan catatan ada pada tampilan Angka."
_MANY = 20
"""From so many rows on «Hanya yang perlu dilihat» is offered."""


class ReportScreen(QWidget):
    """``noted``: kode and text of a note; ``taken_back``: the strip after a decision; ``newer_asked``: its link.

    ``pages_asked``: the pages came to the front and are to be made. ``evidence_opened``: a piece to show.
    """

    back_asked = Signal()
    noted = Signal(str, str)
    taken_back = Signal()
    newer_asked = Signal()
    pages_asked = Signal()
    evidence_opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._view: PemeriksaanView | None = None
        self._notes, self._narrow, self._low = Notes(), False, False
        self.back = IconButton(Icon.KEMBALI_KE, "Kembali ke daftar (Esc)", framed=True)
        self._head = WorkHead("", back=self.back)
        self._about = WrappedLabel(ink=Ink.TEXT_2)
        self._only = Tick("Hanya yang perlu dilihat")
        self._views = Segmented(
            [Segment(ANGKA, "Angka"), Segment(BERUBAH, "Yang berubah", 0), Segment(KATA, "Halaman laporan")], "Tampilan"
        )
        self._newer, self._decided = Strip(), Strip()
        self._grid: GridView | None = None
        self._grid_place = column()
        self._mean, self.pages = MeanLine(), SectionPages()
        self._panel, self.footer = ReviewPanel(), DecisionFooter()
        self._stack = QStackedWidget()
        self._stack.addWidget(holder(column(self._grid_place, self._mean)))
        self._stack.addWidget(self.pages)
        self._unchanged = EmptyState()
        self._stack.addWidget(self._unchanged)
        self._split = Split(self._stack, self._panel, "pemeriksaan")
        self._views_word = Label("Tampilan", ink=Ink.TEXT_2)
        second = row(self._about, self._only, self._views_word, self._views, space=10)
        second.setStretch(0, 1)
        strips = column(self._newer, self._decided, space=Space.CONTROLS)
        self.setLayout(column(self._head, holder(second), strips, self._split, self.footer, space=Space.CONTROLS))
        self._name_parts()
        self._connect()

    def _name_parts(self) -> None:
        for name, part in (
            ("kembali_ke_daftar", self.back),
            ("tampilan", self._views),
            ("hanya_perlu_dilihat", self._only),
            ("berganti", self._newer),
            ("sesudah", self._decided),
            ("panel", self._panel),
        ):
            part.setObjectName(name)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self._views.chosen.connect(lambda _: self._show_kind())
        self._only.toggled.connect(lambda _: self._show_rows())
        self._newer.linked.connect(self.newer_asked)
        self._decided.linked.connect(self.taken_back)
        self._panel.noted.connect(self._take_note)
        self._panel.evidence.opened.connect(self.evidence_opened)
        QShortcut(QKeySequence("Ctrl+M"), self).activated.connect(self._panel.note.setFocus)

    # --- showing ---------------------------------------------------------------------------------

    def show_view(self, view: PemeriksaanView, notes: Notes) -> None:
        """Show a report; the chosen row and the kind of view stay while the same report is shown."""
        before, self._view, self._notes = self._view, view, notes
        other = before is None or before.kepala.case_id != view.kepala.case_id
        if other:
            self._views.choose(ANGKA)
            self._only.setChecked(False)
        if other or self._grid is None:
            self._make_grid(view.kepala.triwulan)
        self._newer.set_spec(None)
        self._show_head(view)
        self._show_decided(view)
        self._mean.show_mean(view)
        self.footer.show_checks(view)
        self.footer.show_open(may_decide=Action.APPROVE in view.kepala.boleh, decided=bool(view.sesudah))
        self._mean.setVisible(not self.footer.tells_mean())
        self._show_kind()

    def _show_head(self, view: PemeriksaanView) -> None:
        kepala = view.kepala
        self._head.set_title(f"{kepala.seksi.nama} · {kepala.triwulan.label_tahun}" if self._low else view.judul)
        open_now = Action.APPROVE in kepala.boleh
        self._head.set_state(status_chip(kepala.status, kepala.label), kepala.tenggat if open_now else None)
        self._about.set_text(view.keterangan_versi)
        self._views.set_counts({BERUBAH: len(view.perubahan)})
        rows = baris_of(view)
        count = sum(row.perlu_dilihat for row in rows.values())
        self._only.setText(f"Hanya yang perlu dilihat ({count})")
        self._only.setVisible(len(rows) >= _MANY)

    def show_limit(self, view: PemeriksaanView) -> None:
        """A minute has passed: only the limit moves on."""
        self._show_head(view)

    def _show_decided(self, view: PemeriksaanView) -> None:
        link = "Batalkan keputusan" if Action.WITHDRAW in view.kepala.boleh else ""
        self._decided.set_spec(
            StripSpec(Tone.SELESAI, Icon.DISETUJUI, view.sesudah, link, Shape.FILL) if view.sesudah else None
        )

    def show_newer(self, sentence: str, act: str) -> None:
        """Say that another version is there; what is on the screen stays."""
        self._newer.set_spec(StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, sentence, act, Shape.FILL))
        self.footer.setVisible(False)
        self._mean.setVisible(True)

    def _show_kind(self) -> None:
        words = self._views.key() == KATA
        same = self._views.key() == BERUBAH and self._view is not None and not self._view.perubahan
        self._stack.setCurrentIndex(1 if words else 2 if same else 0)
        if words:
            self.pages_asked.emit()
        if same:
            self._unchanged.set_words("Tidak ada angka yang berubah.", _UNCHANGED)
        allow(self._only, "" if self._views.key() == ANGKA else "Saringan ini hanya untuk tampilan angka.")
        self._split.set_wanted(wanted=not words and not same)
        self._show_rows()

    def _show_rows(self) -> None:
        if self._view is None or self._grid is None:
            return
        kept = self._grid.current_row_key()
        self._grid.grid.set_rows(rows_of(self._view, self._notes.by_kode, self._wanted()))
        at = kept if self._grid.grid.row_of(kept) >= 0 else self._first()
        if at:
            self._grid.go_to(at, "no")
        self._show_row()

    def _wanted(self) -> Wanted:
        if self._views.key() == BERUBAH:
            return changed
        return worth_a_look if self._only.isChecked() else every

    def _first(self) -> str:
        """The first row shown that is worth a look, else the first."""
        assert self._view is not None
        assert self._grid is not None
        shown = [kode for kode in baris_of(self._view) if self._grid.grid.row_of(kode) >= 0]
        rows = baris_of(self._view)
        return next((kode for kode in shown if rows[kode].perlu_dilihat), shown[0] if shown else "")

    def _show_row(self) -> None:
        kode = self._grid.current_row_key() if self._grid is not None else ""
        if self._view is not None and kode:
            editable = Action.RETURN in self._view.kepala.boleh and self._newer.isHidden()
            row, note = baris_of(self._view)[kode], self._notes.by_kode.get(kode, "")
            self._panel.show_row(row, self._view.kepala.triwulan, note, editable=editable)
            self._show_beside()

    def _show_beside(self) -> None:
        """What the current row has in columns that are not seen stands in the panel."""
        grid = self._grid
        if grid is None or not grid.current_row_key():
            return
        heads, seen = grid.tools.heads(), {grid.grid.columns[at].key for at in grid.tools.seen()}
        cells = {key: grid.grid.cell(grid.grid.index_of(grid.current_row_key(), key)) for key in ("satuan", *COMPARED)}
        compared = [(heads[grid.grid.column_of(key)], cells[key].text) for key in COMPARED if key not in seen]
        self._panel.show_beside("" if "satuan" in seen else cells["satuan"].text, compared)

    def _make_grid(self, triwulan: Triwulan) -> None:
        if self._grid is not None:
            for old in (self._grid, self._grid.filter_line):
                old.hide()
                old.deleteLater()
        model = GridModel(columns_for(triwulan))
        self._grid = grid = GridView(model, "Angka laporan", row_mode=True, row_height=Height.REVIEW_ROW)
        model.setParent(grid)
        grid.setObjectName("angka_laporan")
        grid.set_narrow(narrow=self._narrow)
        grid.current_changed.connect(lambda *_: self._show_row())
        grid.columns_shown.connect(self._show_beside)
        grid.clicked.connect(self._pressed)
        for key, act in (("F", self.next_worth_a_look), ("B", self._panel.focus_evidence)):
            QShortcut(QKeySequence(key), grid, context=Qt.ShortcutContext.WidgetShortcut).activated.connect(act)
        for part in (grid.filter_line, grid):
            self._grid_place.addWidget(part)

    # --- what a person does ----------------------------------------------------------------------

    def _take_note(self, kode: str, teks: str) -> None:
        self._notes.write(kode, teks)
        self.noted.emit(kode, teks)
        self._show_rows_marks()

    def _pressed(self, cell: QModelIndex) -> None:
        """The cell of the evidence opens it, once its row is chosen."""
        if self._grid is not None and cell.column() == self._grid.grid.column_of("bukti"):
            self._panel.evidence.open_first()

    def _show_rows_marks(self) -> None:
        """The pin beside the number follows the note at once; the panel is left alone."""
        if self._view is not None and self._grid is not None:
            self._grid.grid.set_rows(rows_of(self._view, self._notes.by_kode, self._wanted()))

    def next_worth_a_look(self) -> None:
        """F: the next row that changed or is flagged; from the end it begins anew."""
        if self._view is None or self._grid is None:
            return
        rows = baris_of(self._view)
        order = self._grid.grid.row_keys()
        current = self._grid.current_row_key()
        at = order.index(current) + 1 if current in order else 0
        found = next((kode for kode in (*order[at:], *order[:at]) if rows[kode].perlu_dilihat), "")
        if found:
            self._grid.go_to(found, "no")

    def open_pages(self) -> None:
        """Show the pages of the report."""
        self._views.choose(KATA)
        self._show_kind()

    def standing(self) -> tuple[str, ...]:
        """The kind of view and the row, for `stand`."""
        return (self._views.key(), self._grid.current_row_key()) if self._grid is not None else ()

    def stand(self, kind: str = ANGKA, kode: str = "") -> None:
        """Show that kind of view and choose that row, where they are still offered."""
        if self._grid is None:
            return
        self._views.choose(kind)
        self._show_kind()
        if self._grid.grid.row_of(kode) >= 0:
            self._grid.go_to(kode, "no")

    def areas(self) -> tuple[QWidget, ...]:
        first = self.pages if self._views.key() == KATA else self._grid
        parts = (first, self._views, self._panel, self.footer)
        return tuple(part for part in parts if part is not None and not part.isHidden())

    def toggle_panel(self) -> None:
        if self._views.key() != KATA:
            self._split.toggle()

    def set_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self._views.set_narrow(narrow=narrow)
        self._views_word.setVisible(not narrow)
        self._panel.set_narrow(narrow=narrow)
        if self._grid is not None:
            self._grid.set_narrow(narrow=narrow)
            self._show_row()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = theme.current().scale.is_low(self.window().height())
        if low is not self._low:
            self._set_low(low=low)

    def _set_low(self, *, low: bool) -> None:
        """In a low window the rows take what the title, the mean and the checks can do without."""
        self._low = low
        set_tight(self, low=low)
        self._head.set_brief(brief=low)
        self.footer.set_low(low=low)
        self._mean.setVisible(not self.footer.tells_mean())
        if self._view is not None:
            self._show_head(self._view)
