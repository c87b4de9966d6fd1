"""Compiling a report: which seksi are in, the chapters and analyses with their paragraphs, what is still missing.

A part is made from the figures until somebody types it over; typed text is kept, flagged when its figures change, and
can be given back to the figures. The recommendations stand among the chapters as a table. Nothing is written while
showing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QTextCursor
from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget

from kinerja_desktop.domain.isi_laporan import IsiLaporan, Tulisan
from kinerja_desktop.domain.laporan import Rekomendasi
from kinerja_desktop.domain.workflow import Action, Status
from kinerja_desktop.services.reports import BabLaporan, LaporanView
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink, Space, Tone
from kinerja_desktop.ui.widgets.allowing import allow, lock
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import Card, column, row
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.fields import CounterTextEdit, GrowingText, Labelled
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.segments import Segment, Segmented
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.chapters import ChapterRow, ChapterTree
from kinerja_desktop.ui.work.findings import FindingsList
from kinerja_desktop.ui.work.recommendations import RecommendationsView
from kinerja_desktop.ui.work.rest import Rest
from kinerja_desktop.ui.work.sheet import LOCKED

SAVE_AFTER = 800
LIMIT = 20_000
"""Letters; one analysis of a plan of sixty indikator under one sasaran has room."""
_LIST, _LIST_LOW = 400, 340
"""Width of the list of chapters; in a low window, which is narrow too."""
_WHY = "Sebabnya"
_BAB, _TELAAH = "bab", "telaah"
"""The two lists at the left."""
_REKOMENDASI = ""
"""Key of the table among the keys of chapters."""
_WORDS_OF_TABLE = ("rekomendasi", "langkah")
"""Chapters of the two reports that lead to the table of recommendations."""
_ORIGIN: Mapping[Tulisan, str] = {
    Tulisan.PROGRAM: "Ditulis program dari angka yang disetujui.",
    Tulisan.DISUNTING: "Disunting; tidak berubah bila angka berubah.",
    Tulisan.BERUBAH: "Disunting; angkanya berubah.",
    Tulisan.LEPAS: "Sasaran atau programnya tidak ada lagi. Tulisan disimpan dan tidak dicetak.",
}
_BACK: Mapping[bool, str] = {True: "Kembalikan ke kalimat dari angka", False: "Buang tulisan ini"}
"""The way back, by whether the words have a place in the report."""
_DROPPED = "Ditulis program dari angka. Tulisan Anda dibuang dan masih dapat dipulihkan."


class ReportEditor(QWidget):
    """Chapters at the left, text at the right, acts below.

    It is made where it will stand, and so are its sheets: what moves is styled anew with everything in it.
    """

    compile_asked = Signal()
    restore_asked = Signal()
    force_asked = Signal()
    changed = Signal(object)

    def __init__(self, rekomendasi: str, place: QWidget) -> None:
        super().__init__(place)
        self._rekomendasi = rekomendasi
        self._view: LaporanView | None = None
        self._isi = IsiLaporan()
        self._writable = self._showing = False
        self._empty = EmptyState()
        self._missing = Strip()
        self._missing.setObjectName("kurang")
        self._missing.linked.connect(self._tell_whole)
        self._low = self._told_whole = False
        self._units = Label(ink=Ink.TEXT_2, wrap=True)
        self._chapters = ChapterTree()
        self._findings = FindingsList()
        self._which = Segmented((Segment(_BAB, "Bab"), Segment(_TELAAH, "Perlu Dibaca Ulang", 0)), "Daftar di samping")
        self._text = CounterTextEdit("Paragraf bab ini", limit=LIMIT, rows=3, most=None, hint="satu paragraf per baris")
        self._text.field.setObjectName("paragraf")
        self._origin = Label(ink=Ink.TEXT_2, wrap=True)
        self._give_back = Button(_BACK[True], ButtonKind.LINK)
        self._give_back.setObjectName("kembalikan_kalimat")
        self._restore = Button("Pulihkan Isian…", ButtonKind.LINK)
        self._restore.setObjectName("pulihkan_tulisan")
        self._dropped: set[str] = set()
        """Chapters whose words were given up since the report was opened."""
        self._fits = Button("Sudah sesuai angka baru", ButtonKind.LINK)
        self._fits.setObjectName("sudah_sesuai")
        self._program = GrowingText(rows=1, most=3)
        self._program.setObjectName("kalimat_program")
        lock(self._program, "Kalimat ini ditulis program dari angka.")
        self._program.setProperty("locked", "true")
        self._beside = Labelled("Kalimat program sekarang", self._program)
        self._table = RecommendationsView()
        self._why = Label(ink=Ink.TEXT_2)
        self._force = Button("Susun Tanpa Semua Seksi…")
        self._compile = Button("Susun Laporan", ButtonKind.PRIMARY, Icon.LAPORAN_TRIWULAN, act=True)
        self._compile.setObjectName("susun")
        self._force.setObjectName("susun_tanpa")
        self._rest = Rest(self, SAVE_AFTER)
        self._sheets, self._lists, self._parts = QStackedWidget(), QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        """From the outside to the inside; see the class."""
        self.setLayout(column(self._sheets))
        work, chapter = QWidget(), QWidget()
        _put(self._sheets, self._empty, work)
        work.setLayout(self._work())
        _put(self._lists, self._chapters, self._findings)
        _put(self._parts, chapter, self._table)
        chapter.setLayout(self._words())

    def _work(self) -> QLayout:
        lists = column(self._which, 8, self._lists, edge=12)
        lists.setStretch(2, 1)
        self._left, self._right = Card(lists), Card(column(self._parts, edge=12))
        self._left.setFixedWidth(theme.px(_LIST))
        middle = row(self._left, self._right, space=12)
        middle.setStretch(1, 1)
        self._foot = Card(row(self._why, None, self._force, self._compile, edge=12))
        whole = column(self._missing, 8, self._units, 8, middle, 8, self._foot)
        whole.setStretch(4, 1)
        return whole

    def _words(self) -> QLayout:
        foot = row(self._origin, 12, self._fits, 12, self._give_back, self._restore)
        foot.setStretch(0, 1)
        words = column(self._text, 6, foot, 8, self._beside)
        words.setStretch(0, 1)
        return words

    def _connect(self) -> None:
        self._chapters.chosen.connect(self._show_chapter)
        self._text.field.textChanged.connect(self._typed)
        self._which.chosen.connect(self._show_list)
        self._findings.chosen.connect(self._open_finding)
        QShortcut(QKeySequence("F8"), self, self._findings.next)
        self._give_back.clicked.connect(self._reset_chapter)
        self._restore.clicked.connect(self.restore_asked)
        self._fits.clicked.connect(self._accept_chapter)
        self._table.edited.connect(self._typed_rows)
        self._rest.over.connect(lambda: self.changed.emit(self._isi))
        self._force.clicked.connect(self.force_asked)
        self._compile.clicked.connect(self._flush_and_compile)

    # --- showing ---------------------------------------------------------------------------------

    def show_empty(self, sentence: str) -> None:
        """Nothing to compile, and what comes next."""
        self._view = None
        self._empty.set_words(sentence)
        self._sheets.setCurrentIndex(0)

    def show_view(self, view: LaporanView, *, may_write: bool) -> None:
        """Show a report; the chosen chapter stays chosen."""
        self._view, self._isi, self._writable = view, view.isi, may_write
        self._sheets.setCurrentIndex(1)
        self._show_missing(view)
        self._units.setText(_handed_in(view))
        set_shown(self._units, shown=bool(view.seksi))
        self._chapters.show_rows(self._rows(view))
        self._show_chapter()
        self._tell_findings(view)
        self._show_acts(view)

    def areas(self) -> tuple[QWidget, ...]:
        """Chapters, words, acts; nothing while there is nothing to compile."""
        return (self._lists, self._parts, self._foot) if self._view is not None else ()

    def keep_version(self, view: LaporanView) -> None:
        """A save went through: take its version, leave what is being typed alone."""
        self._view, shown = view, self._chapters.current()
        self._chapters.show_rows(self._rows(view))
        self._tell_findings(view)
        if self._chapters.current() == shown:
            self._tell_origin()
        else:
            self._show_chapter()

    def _tell_findings(self, view: LaporanView) -> None:
        """How much there is to read again; where nothing is, the parts alone stand there."""
        self._findings.show_findings(view.telaah)
        self._which.set_counts({_TELAAH: len(view.telaah)})
        if not view.telaah:
            self._which.choose(_BAB)
        set_shown(self._which, shown=bool(view.telaah))
        self._show_list(self._which.key())

    def _show_list(self, key: str) -> None:
        self._lists.setCurrentWidget(self._findings if key == _TELAAH else self._chapters)

    def _show_missing(self, view: LaporanView) -> None:
        set_shown(self._missing, shown=bool(view.kurang))
        if view.kurang:
            brief = self._low and not self._told_whole
            alasan = f" Alasan disusun tanpa seksi itu: {view.alasan_kurang}" if view.alasan_kurang else ""
            named = [one.partition(":")[0] for one in view.kurang] if brief else view.kurang
            text = f"Belum lengkap: {(', ' if brief else '; ').join(named).rstrip('.')}.{alasan}"
            link = _WHY if brief else ""
            self._missing.set_spec(StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, text, link))

    def _tell_whole(self) -> None:
        self._told_whole = True
        if self._view is not None:
            self._show_missing(self._view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window chapters and words take what strip and foot can do without."""
        super().resizeEvent(event)
        low = theme.current().scale.is_low(self.window().height())
        if low is not self._low:
            self._low = low
            edge = theme.px(Space.PAIR if low else Space.CARDS)
            for card in (self._foot, self._left, self._right):
                layout = card.layout()
                assert layout is not None
                layout.setContentsMargins(theme.px(Space.CARDS), edge, theme.px(Space.CARDS), edge)
            self._left.setFixedWidth(theme.px(_LIST_LOW if low else _LIST))
            if self._view is not None:
                self._show_missing(self._view)

    def _rows(self, view: LaporanView) -> Iterator[ChapterRow]:
        """The chapters in their order; the table of recommendations stands below its words."""
        for bab in view.bab:
            yield ChapterRow(bab.kunci, bab.judul, bab.tulisan, bab.kelompok)
            if bab.kunci in _WORDS_OF_TABLE:
                typed = Tulisan.DISUNTING if view.rekomendasi_diketik else Tulisan.PROGRAM
                yield ChapterRow(_REKOMENDASI, self._rekomendasi, typed)

    def _chapter(self) -> BabLaporan | None:
        """The part that is open; None where the recommendations are."""
        view, kunci = self._view, self._chapters.current()
        return next((bab for bab in view.bab if bab.kunci == kunci), None) if view is not None else None

    def _show_chapter(self) -> None:
        bab = self._chapter()
        self._parts.setCurrentIndex(1 if bab is None else 0)
        if bab is None:
            self._show_rows()
            return
        self._text.set_name(bab.nama)
        lines = self._isi.of(bab.kunci, bab.dibuat)
        key = (self._view.triwulan if self._view else None, bab.kunci)
        shown = self._text.kept(key)
        self._showing = True
        self._text.turn_to(key, shown if shown is not None and _lines(shown) == lines else "\n".join(lines))
        self._showing = False
        self._text.set_locked(self._why_locked(bab))
        self._tell_origin()

    def _why_locked(self, bab: BabLaporan) -> str:
        if not self._writable:
            return LOCKED
        return _ORIGIN[bab.tulisan] if bab.tulisan is Tulisan.LEPAS else ""

    def _open_finding(self, bab: str, kutipan: str) -> None:
        """The part of a finding with its words marked; what the seksi wrote is changed by the seksi."""
        kunci = next((b.kunci for b in self._view.bab if b.nama == bab), None) if self._view is not None else None
        if kunci is not None:
            self._chapters.choose(kunci)
            self._text.field.moveCursor(QTextCursor.MoveOperation.Start)
            self._text.field.find(kutipan.partition(" menjadi ")[0].rstrip("…"))

    def _show_rows(self) -> None:
        if self._view is None:
            return
        typed = self._isi.rekomendasi
        rows = self._view.rekomendasi if typed is None else typed
        self._table.show_rows(rows, typed=typed is not None, writable=self._writable)

    def _tell_origin(self) -> None:
        """Whose words these are, and beside edited ones what the program writes now."""
        bab = self._chapter()
        if bab is None:
            return
        typed = bab.kunci in dict(self._isi.paragraf)
        state = bab.tulisan if typed == bab.diketik else Tulisan.DISUNTING if typed else Tulisan.PROGRAM
        lepas = state is Tulisan.LEPAS
        dropped = self._writable and not typed and bab.kunci in self._dropped
        self._origin.setText(_DROPPED if dropped else _ORIGIN[state])
        set_shown(self._restore, shown=dropped)
        self._give_back.setText(_BACK[not lepas])
        set_shown(self._give_back, shown=typed and self._writable)
        set_shown(self._fits, shown=state is Tulisan.BERUBAH and self._writable)
        self._program.setPlainText("\n".join(bab.dibuat))
        set_shown(self._beside, shown=typed and not lepas)

    def _show_acts(self, view: LaporanView) -> None:
        waiting, fixed = view.status is Status.WAITING, view.status is Status.FIXED
        ready = not waiting or any(s.versi for s in view.seksi)
        self._force.setVisible(Action.FORCE_START in view.boleh)
        self._compile.setText("Lihat Laporan" if fixed else "Pratinjau" if waiting else "Susun Laporan")
        allow(self._compile, "" if ready else "Belum ada unit yang menyerahkan laporan.")
        self._why.setText(_why(view))

    # --- typing ----------------------------------------------------------------------------------

    def _typed(self) -> None:
        bab = self._chapter()
        if bab is None or not self._writable or self._showing:
            return
        self._isi = self._isi.typed_over(bab.kunci, _lines(self._text.text()), bab.dibuat)
        self._tell_origin()
        self._rest.touch()

    def _typed_rows(self, rows: Sequence[Rekomendasi] | None) -> None:
        if rows is None and not self._is_kept():
            self._show_rows()
            return
        self._isi = replace(self._isi, rekomendasi=None if rows is None else tuple(rows))
        if rows is not None:
            self._table.tell_origin(typed=True, writable=self._writable)
            self._rest.touch()
            return
        self._give_to_figures()

    def _reset_chapter(self) -> None:
        bab = self._chapter()
        if bab is None or not self._is_kept():
            return
        self._dropped.add(bab.kunci)
        self._isi = self._isi.given_back(bab.kunci)
        self._give_to_figures()

    def _accept_chapter(self) -> None:
        """The words fit the new figures: these are what they stand on from now on."""
        bab = self._chapter()
        if bab is not None:
            self._isi = self._isi.still_fits(bab.kunci, bab.dibuat)
            self._give_to_figures()

    def _give_to_figures(self) -> None:
        """Save at once; the answer brings what the figures say now."""
        self._rest.stop()
        self.changed.emit(self._isi)
        self._show_chapter()

    def flush(self) -> None:
        """Save what was typed a moment ago."""
        if self._rest.is_waiting():
            self._rest.stop()
            self.changed.emit(self._isi)

    def _is_kept(self) -> bool:
        """What is given up was kept before, so that it can be brought back."""
        self.flush()
        return not self._rest.is_waiting()

    def not_saved(self) -> None:
        """What was told could not be kept: it is told once more a little later, or when the page is left."""
        self._rest.again()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing typed is left behind when another tab is opened."""
        super().hideEvent(event)
        self.flush()

    def _flush_and_compile(self) -> None:
        self.flush()
        self.compile_asked.emit()


def _put(stack: QStackedWidget, *sheets: QWidget) -> None:
    for sheet in sheets:
        stack.addWidget(sheet)


def _handed_in(view: LaporanView) -> str:
    """How many units handed in, and which; those that are missing are named by the strip above, once."""
    done = [f"✓ {one.seksi} v{one.versi}" for one in view.seksi if one.versi]
    missing = [] if view.kurang else [f"○ {one.seksi}" for one in view.seksi if not one.versi]
    return f"Seksi yang sudah menyerahkan {len(done)} dari {len(view.seksi)}: {', '.join([*done, *missing])}".rstrip(
        ": "
    )


def _why(view: LaporanView) -> str:
    if view.status is Status.FIXED and view.dokumen is not None:
        return f"Ditetapkan dengan nomor {view.dokumen.nomor or 'menyusul'}, versi {view.dokumen.versi}."
    if view.status is Status.WAITING:
        return "Laporan dapat ditetapkan setelah semua seksi menyerahkan laporannya."
    return "Susun Laporan membuka pratinjau; angka dan nama belum dikunci."


def _lines(text: str) -> tuple[str, ...]:
    """A chapter as it is kept: its paragraphs without empty lines."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
