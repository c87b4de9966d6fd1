"""The page of Laporan Seksi: figures beside the bahan, words, the report as it reads; handing in and handing over.

A figure that the Kasubag changes stands beside the analyst's; nothing is changed silently.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.tanggal import format_tanggal_waktu
from kinerja_desktop.domain.triwulan import Triwulan
from kinerja_desktop.domain.workflow import Action, Langkah
from kinerja_desktop.services import inbox, section_report
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.drafts import DrafTersimpan
from kinerja_desktop.services.section_report import LaporanSeksiView
from kinerja_desktop.services.section_work import without_words, word_gap
from kinerja_desktop.services.sheet import TandaKembali
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.compilation.model import Bahan, columns_for, row_of, trend
from kinerja_desktop.ui.compilation.return_dialog import ReturnBahanDialog
from kinerja_desktop.ui.compilation.suggest import sentence
from kinerja_desktop.ui.compilation.words import WordsView
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Ink, Space, Tone
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind, IconButton
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.chips import ChipSpec
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.grid.cells import GridColumn, GridRow
from kinerja_desktop.ui.widgets.labels import Label, WrappedLabel
from kinerja_desktop.ui.widgets.segments import Segment, Segmented
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.case_choice import CaseChoice
from kinerja_desktop.ui.work.cases import candidates
from kinerja_desktop.ui.work.draft_papers import Compose, Forewarned, show_drafts
from kinerja_desktop.ui.work.filling_footer import FillingFooter
from kinerja_desktop.ui.work.filling_page import FillingPage
from kinerja_desktop.ui.work.head import WorkHead
from kinerja_desktop.ui.work.looks import status_chip
from kinerja_desktop.ui.work.question import Question
from kinerja_desktop.ui.work.report_words import ReportWords
from kinerja_desktop.ui.work.returned import general, return_strip
from kinerja_desktop.ui.work.sheet import Unsaved

if TYPE_CHECKING:
    from kinerja_desktop.services.step_drafts import KertasLangkah

TITLE = "Laporan Seksi"
ANGKA, URAIAN, HALAMAN = "angka", "uraian", "halaman"
_OWN = frozenset({Langkah.LAPORAN, Langkah.SERAH})
_KEYS = (
    ("F8, Shift+F8", "isian berikutnya, sebelumnya yang perlu dilihat"),
    ("Ctrl+C, Ctrl+X, Ctrl+V", "salin, potong, tempel blok, juga dari Excel"),
    ("Ctrl+D", "isi ke bawah"),
    ("Ctrl+T", "faktor pendukung"),
    ("Ctrl+B", "bukti dukung"),
    ("Ctrl+Z, Ctrl+Y", "urungkan, ulangi (juga Ctrl+Shift+Z)"),
    ("Alt+1, Alt+2, Alt+3", "angka, uraian, halaman laporan"),
    ("Ctrl+Enter", "ajukan laporan, atau serahkan setelah disetujui"),
)


def make(desk: Desk) -> "CompilationPage":
    """Build the page."""
    return CompilationPage(desk)


class CompilationPage(FillingPage):
    """See the module."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._view: LaporanSeksiView | None = None
        self.panel.lists_evidence = True
        self._bahan, self._wanted, self._wanted_order = Bahan(), "", ""
        self._forewarned = Forewarned(self)
        self._undo = Button("Urungkan", icon=Icon.URUNGKAN)
        self._undo.repeats = True
        self._redo = IconButton(Icon.ULANGI, "Ulangi (Ctrl+Y)", framed=True, repeats=True)
        self._choice = CaseChoice()
        self._head = WorkHead(TITLE, (self._undo, self._redo), choice=self._choice)
        self._strip, self._newer, self._after = Strip(), Strip(), Strip()
        self._from = WrappedLabel(ink=Ink.TEXT_2)
        self._send_back = Button("Kembalikan Bahan…", icon=Icon.KEMBALIKAN)
        self._views = Segmented(
            [Segment(ANGKA, "Angka"), Segment(URAIAN, "Uraian"), Segment(HALAMAN, "Halaman laporan")], "Tampilan"
        )
        self._words, self._pages, self._stack = WordsView(), ReportWords(), QStackedWidget()
        for part in (self.split, self._words, self._pages):
            self._stack.addWidget(part)
        self._footer, self._over, self._empty = FillingFooter(Action.SUBMIT.label), HandOverFooter(), EmptyState()
        self._second = holder(self._second_line())
        self._lay_out()
        self._name_parts()
        self._connect()

    def _second_line(self) -> QHBoxLayout:
        made = row(self._from, self._send_back, self._views, space=Space.CARDS)
        made.setStretch(0, 1)
        return made

    def _lay_out(self) -> None:
        strips = column(self._strip, self._newer, self._after, self.message, space=Space.CONTROLS)
        self.setLayout(
            column(
                self._head,
                self._second,
                strips,
                self._stack,
                self._empty,
                self._footer,
                self._over,
                space=Space.CONTROLS,
            )
        )

    def _name_parts(self) -> None:
        for name, part in (
            ("urungkan", self._undo),
            ("ulangi", self._redo),
            ("kembalikan_bahan", self._send_back),
            ("tampilan", self._views),
            ("tanda_kembali", self._strip),
            ("bahan_baru", self._newer),
            ("sesudah", self._after),
        ):
            part.setObjectName(name)

    def _connect(self) -> None:
        self._undo.clicked.connect(self.undo)
        self._redo.clicked.connect(self.redo)
        self._choice.picked.connect(self.show_item)
        self._send_back.clicked.connect(self._ask_return)
        self._views.chosen.connect(lambda _: self._show_kind())
        self._strip.linked.connect(self._to_note)
        self._after.linked.connect(self._take_back)
        self._words.edited.connect(self._write)
        self._empty.pressed.connect(lambda: self.tab_wanted.emit("disposisi", self._wanted_order))
        self._footer.next_asked.connect(self.next_worth_a_look)
        self._footer.look_asked.connect(self._preview)
        self._footer.submit_asked.connect(self._submit)
        self._over.asked.connect(self._hand_over)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._go_on)
        for at, key in enumerate((ANGKA, URAIAN, HALAMAN), 1):
            QShortcut(QKeySequence(f"Alt+{at}"), self).activated.connect(lambda key=key: self._choose_view(key))

    # --- reading ---------------------------------------------------------------------------------

    def read(self) -> None:
        ctx = self.ctx()
        tasks = [one for one in candidates(ctx, _OWN) if one.langkah is not Langkah.TUGAS]
        begun = [one for one in tasks if one.langkah is not Langkah.PERINTAH]
        ids = [one.case_id for one in begun if one.case_id is not None]
        case_id, self._wanted = self._wanted or self.case_id or (ids[0] if ids else ""), ""
        self._choice.show_cases(begun, case_id)
        self._wanted_order = next((one.case_id or "" for one in tasks if one.langkah is Langkah.PERINTAH), "")
        if not case_id:
            self._show_nothing(ctx)
            return
        view = section_report.load(ctx, case_id)
        self.begin(case_id, view.kepala.versi, view.versi_draf)
        self._show(view)

    def _show_nothing(self, ctx: Context) -> None:
        self._head.set_title(TITLE)
        for part in (self._second, self._strip, self._newer, self._after, self._stack, self._footer, self._over):
            part.setVisible(False)
        if self._wanted_order:
            self._empty.set_words("Disposisi dari Kabid belum diteruskan kepada Analis.", act="Buka Disposisi")
        else:
            self._empty.set_words("Belum ada laporan untuk seksi Anda.", inbox.load(ctx).sesudah_ini)
        self._empty.setVisible(True)

    def _show(self, view: LaporanSeksiView) -> None:
        self._view, self._bahan = view, Bahan.of(view)
        waits = view.kepala.langkah is Langkah.BAHAN
        self._empty.set_words(view.belum_dapat)
        self._empty.setVisible(waits)
        self._second.setVisible(not waits)
        self._stack.setVisible(not waits)
        self._footer.setVisible(not waits and not view.terkunci)
        self._footer.submit.setText(view.tombol)
        self._over.setVisible(Action.HAND_OVER in view.kepala.boleh)
        self.sheet.show(view.kelompok, view.isi, general(view.pengembalian), view.sel)
        self._show_head(view)
        self.show_sheet(view.kepala.triwulan)
        self._show_strips(view)
        self._show_kind()
        self.keeper.tell_saved(view.tersimpan)

    def _show_head(self, view: LaporanSeksiView) -> None:
        kepala = view.kepala
        mine = not view.terkunci or Action.HAND_OVER in kepala.boleh
        self._head.set_title(TITLE, f"{kepala.seksi.nama} · {kepala.triwulan.label_tahun}")
        draft = view.versi_draf > 0 and not view.terkunci and not view.pengembalian
        state = ChipSpec(Tone.NETRAL, Icon.DRAF, "Draf") if draft else status_chip(kepala.status, kepala.label)
        self._head.set_state(state, kepala.tenggat if mine else None)
        self._from.set_text(_told_bahan(view, self.ctx().today()))
        self._send_back.setVisible(Action.RETURN_BAHAN in kepala.boleh)

    def _show_strips(self, view: LaporanSeksiView) -> None:
        self._strip.set_spec(return_strip(self.returned(), narrow=self.narrow))
        self._newer.set_spec(_newer_bahan(view))
        link = "Tarik" if Action.WITHDRAW in view.kepala.boleh else ""
        told = StripSpec(Tone.SELESAI, Icon.DISETUJUI, view.sesudah, link, Shape.FILL) if view.sesudah else None
        self._after.set_spec(told)

    def show_limit(self) -> None:
        if self.case_id and self._view is not None:
            self._show_head(section_report.load(self.ctx(), self.case_id))

    # --- the three views -------------------------------------------------------------------------

    def standing(self) -> tuple[str, ...]:
        place = super().standing()
        return (*place, self._views.key()) if place else ()

    def stand(self, *standing: str) -> None:
        *place, kind = standing
        super().stand(*place)
        self._views.choose(kind)
        self._show_kind()

    def _choose_view(self, key: str) -> None:
        self._views.choose(key)
        self._show_kind()
        if areas := self.areas():
            areas[0].setFocus()

    def _show_kind(self) -> None:
        kind = self._views.key()
        self._stack.setCurrentIndex((ANGKA, URAIAN, HALAMAN).index(kind))
        if self._view is not None and kind == URAIAN:
            self._words.show_words(self.sheet.isi.uraian, self._offered(), editable=self.editable())
        if self._view is not None and kind == HALAMAN:
            kepala = self._view.kepala
            title = f"Laporan Data Kinerja · {kepala.seksi.nama} · {kepala.triwulan.label_tahun}"
            self._pages.show_words(title, self._from.text(), self.sheet)

    def _offered(self) -> list[tuple[str, str]]:
        assert self.triwulan is not None
        found = [
            (kode, sentence(baris, self.sheet.isi.of(kode), self.sheet.sel[kode], self.triwulan))
            for kode, baris in self.sheet.baris.items()
        ]
        return [(kode, words) for kode, words in found if words]

    def _write(self, teks: str) -> None:
        self.sheet.write_whole(teks)
        self.keeper.touch()

    # --- what the grid asks ----------------------------------------------------------------------

    def columns(self, triwulan: Triwulan) -> tuple[GridColumn, ...]:
        return columns_for(self.sheet, triwulan)

    def row(self, kode: str, *, editable: bool) -> GridRow:
        wordless = editable and kode in self._wordless()
        return row_of(self.sheet, self._bahan, self.sheet.baris[kode], wordless=wordless, editable=editable)

    def editable(self) -> bool:
        return self._view is not None and not self._view.terkunci

    def returned(self) -> TandaKembali | None:
        return self._view.pengembalian if self._view is not None and not self._view.terkunci else None

    def about_row(self, kode: str) -> str:
        baris, isi = self.sheet.baris[kode], self.sheet.isi.of(kode)
        before = self._bahan.figures.get(kode)
        changed = f"Angka bahan {baris.tulis(before)}" if before != isi.realisasi else ""
        return " · ".join(filter(None, (changed, trend(baris, isi.realisasi))))

    def _wordless(self) -> tuple[str, ...]:
        return without_words(self.sheet.baris.values(), self.sheet.sel, self.sheet.isi)

    def show_counts(self) -> None:
        wordless = self._wordless()
        self._footer.show_counts(self.sheet.hitungan(), word_gap(wordless), wordless=len(wordless))
        allow(self._undo, self.sheet.why_no_undo(editable=self.editable()))
        allow(self._redo, self.sheet.why_no_redo(editable=self.editable()))

    def next_worth_a_look(self) -> None:
        """F8: on the sheet, whichever view is open."""
        if self.grid is not None and self.editable():
            self._choose_view(ANGKA)
        super().next_worth_a_look()

    def gaps(self) -> Mapping[str, Callable[[], object]]:
        """Rows of which nothing was said come after those without evidence."""
        return {**dict.fromkeys(self._wordless(), self.panel.texts.focus_first), **super().gaps()}

    def _to_note(self) -> None:
        self._choose_view(ANGKA)
        self.go_to_note()

    # --- acts ------------------------------------------------------------------------------------

    def store(self, ctx: Context, unsaved: Unsaved) -> DrafTersimpan:
        return section_report.save_draft(
            ctx,
            self.case_id,
            tuple(unsaved.rows.values()),
            uraian=unsaved.teks,
            perbaikan=unsaved.perbaikan,
            seen=self.versi_draf,
        )

    def _go_on(self) -> None:
        """Ctrl+Enter: the primary act of the moment."""
        if self._view is not None and Action.HAND_OVER in self._view.kepala.boleh:
            self._hand_over()
        else:
            self._submit()

    def _preview(self) -> None:
        """The seksi's report as it would be handed in now, of what is stored."""
        self.take_open_cell()
        if self.editable() and self.keeper.flush():
            show_drafts(self, self._report())

    def _report(self) -> Compose:
        ctx, case_id, versi = self.ctx(), self.case_id, self.versi

        def compose() -> "KertasLangkah":
            from kinerja_desktop.services import step_drafts  # what makes papers is loaded with the first one

            return step_drafts.of_report(ctx, case_id, seen=versi)

        return compose

    def _submit(self) -> None:
        """Hand in what is stored; what is being typed in a cell is taken first."""
        if not self.editable():
            return
        self.take_open_cell()
        if self._footer.submit.isEnabled() and self.keeper.flush():
            self._forewarned.do(self._footer.submit.text(), self._report(), self._hand_in)

    def _hand_in(self) -> None:
        self.attempt(
            lambda: section_report.submit(self.ctx(), self.case_id, seen=self.versi, seen_draf=self.versi_draf)
        )

    def _hand_over(self) -> None:
        self.attempt(lambda: section_report.hand_over(self.ctx(), self.case_id, seen=self.versi))

    def _take_back(self) -> None:
        self.attempt(lambda: section_report.withdraw(self.ctx(), self.case_id, seen=self.versi))

    def _ask_return(self) -> None:
        view = self._view
        if view is None or not self.keeper.flush():
            return
        question = Question(
            f"Kembalikan bahan {view.kepala.seksi.nama}",
            _told_bahan(view, self.ctx().today()),
            f"Bahan kembali kepada **{view.bahan_dari}** untuk diperbaiki. Uraian Anda tetap tersimpan.",
        )
        rows = [(kode, baris.indikator.nama) for kode, baris in self.sheet.baris.items()]
        dialog = ReturnBahanDialog(self, question, rows, self.kode)
        sent: list[Changes] = []
        dialog.set_check(lambda: self._return_bahan(dialog, sent))
        dialog.exec()
        dialog.deleteLater()
        if sent:
            self.changed.emit(sent[0])

    def _return_bahan(self, dialog: ReturnBahanDialog, sent: list[Changes]) -> str:
        """Send it back; a sentence keeps the dialog open with what was written."""
        try:
            sent.append(
                section_report.return_bahan(
                    self.ctx(), self.case_id, dialog.alasan(), dialog.catatan(), seen=self.versi
                )
            )
        except KinerjaError as error:
            return messages.sentence(error)
        return ""

    # --- what the window asks --------------------------------------------------------------------

    def show_item(self, item: str) -> None:
        self._wanted = item
        self.load()
        self.note_opened()

    def areas(self) -> tuple[QWidget, ...]:
        first = {ANGKA: self.grid, URAIAN: self._words, HALAMAN: self._pages}[self._views.key()]
        panel = self.panel if self._views.key() == ANGKA else None
        parts = (first, self._views, panel, self._footer, self._over)
        return tuple(part for part in parts if part is not None and not part.isHidden())

    def toggle_panel(self) -> None:
        if self._views.key() == ANGKA:
            super().toggle_panel()

    def keys(self) -> tuple[tuple[str, str], ...]:
        return _KEYS

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        self._head.set_narrow(narrow=narrow)
        self._views.set_narrow(narrow=narrow)
        self._words.set_narrow(narrow=narrow)
        if self._view is not None:
            self._show_strips(self._view)
            self.show_row()


class HandOverFooter(QFrame):
    """After the approval: one act that makes the report count for the quarter. ``asked`` is it."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        words = Label("Laporan disetujui. Serahkan supaya terhitung pada Laporan Triwulan.", ink=Ink.TEXT_2, wrap=True)
        act = Button(Action.HAND_OVER.label, ButtonKind.PRIMARY, Icon.AJUKAN, shape=Shape.FILL)
        act.setObjectName("serahkan")
        act.clicked.connect(self.asked)
        line = row(words, act)
        line.setStretch(0, 1)
        line.setContentsMargins(theme.px(14), theme.px(5), theme.px(8), theme.px(5))
        self.setLayout(line)


def _told_bahan(view: LaporanSeksiView, today: date) -> str:
    """«Bahan dari Budi Contoh 13 Juli 10.55 (9 dari 9)»."""
    if view.bahan_pada is None:
        return ""
    when = format_tanggal_waktu(view.bahan_pada, sekarang=today)
    return f"Bahan dari {view.bahan_dari} {when} ({view.bahan_keterangan} indikator)"


def _newer_bahan(view: LaporanSeksiView) -> StripSpec | None:
    """New bahan came while the report was written: words stay, figures are named."""
    if not view.bahan_baru or view.terkunci:
        return None
    named = ", ".join(f"{beda.kode} ({beda.dari_teks} → {beda.ke_teks})" for beda in view.bahan_baru)
    count = len(view.bahan_baru)
    text = (
        "Bahan berubah sejak Anda membukanya. Uraian Anda tetap tersimpan; "
        f"periksa {count} angka yang berbeda: {named}."
    )
    return StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, text, shape=Shape.FILL)
