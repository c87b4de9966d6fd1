"""Compiling a report: which seksi are in, the chapters with their paragraphs, what is still missing.

A chapter is made from the figures until somebody types it over; typed text is kept and can be given back to
the figures. The recommendations stand among the chapters as a table. Nothing is written while showing.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QWidget

from kinerja_desktop.domain.isi_laporan import IsiLaporan
from kinerja_desktop.domain.laporan import Rekomendasi
from kinerja_desktop.domain.workflow import Action, Status
from kinerja_desktop.services.reports import BabLaporan, LaporanView
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import Card, column, holder, row
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.fields import CounterTextEdit
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.findings import FindingsList
from kinerja_desktop.ui.work.recommendations import RecommendationsView
from kinerja_desktop.ui.work.rest import Rest

SAVE_AFTER = 800
LIMIT = 8000
_KUNCI = Qt.ItemDataRole.UserRole
_REKOMENDASI = ""
_WORDS_OF_TABLE = ("rekomendasi", "langkah")
"""Chapters of the two reports that lead to the table of recommendations."""
"""Key of the table among the keys of chapters."""


class ReportEditor(QWidget):
    """Chapters at the left, text at the right, acts below."""

    compile_asked = Signal()
    force_asked = Signal()
    changed = Signal(object)

    def __init__(self, rekomendasi: str) -> None:
        super().__init__()
        self._rekomendasi = rekomendasi
        self._view: LaporanView | None = None
        self._isi = IsiLaporan()
        self._writable = self._showing = False
        self._empty = EmptyState()
        self._missing = Strip()
        self._missing.setObjectName("kurang")
        self._units = Label(ink=Ink.TEXT_2, wrap=True)
        self._chapters = QListWidget()
        self._chapters.setObjectName("bab")
        self._chapters.setAccessibleName("Bab laporan")
        self._findings = FindingsList()
        self._text = CounterTextEdit("Paragraf bab ini", limit=LIMIT, rows=8, most=40, hint="satu paragraf per baris")
        self._text.field.setObjectName("paragraf")
        self._origin = Label(ink=Ink.TEXT_2)
        self._give_back = Button("Kembalikan ke kalimat dari angka", ButtonKind.LINK)
        self._give_back.setObjectName("kembalikan_kalimat")
        self._table = RecommendationsView()
        self._why = Label(ink=Ink.TEXT_2)
        self._force = Button("Susun Tanpa Semua Seksi…")
        self._compile = Button("Susun Laporan", ButtonKind.PRIMARY, Icon.LAPORAN_TRIWULAN, act=True)
        self._compile.setObjectName("susun")
        self._force.setObjectName("susun_tanpa")
        self._rest = Rest(self, SAVE_AFTER)
        self._sheets = QStackedWidget()
        self._sheets.addWidget(self._empty)
        self._sheets.addWidget(self._work())
        self.setLayout(column(self._sheets))
        self._connect()

    def _work(self) -> QWidget:
        chapters = column(Label("Bab", TextStyle.CARD_TITLE), 8, self._chapters, 8, self._findings, edge=12)
        chapters.setStretch(2, 1)
        left = Card(chapters)
        left.setFixedWidth(theme.px(280))
        chapter = holder(column(self._text, 6, row(self._origin, None, self._give_back), None))
        self._parts = QStackedWidget()
        self._parts.addWidget(chapter)
        self._parts.addWidget(self._table)
        right = Card(column(self._parts, edge=12))
        middle = row(left, right, space=12)
        middle.setStretch(1, 1)
        self._foot = Card(row(self._why, None, self._force, self._compile, edge=12))
        whole = column(self._missing, 8, self._units, 8, middle, 8, self._foot)
        whole.setStretch(4, 1)
        return holder(whole)

    def _connect(self) -> None:
        self._chapters.currentRowChanged.connect(lambda _: self._show_chapter())
        self._text.field.textChanged.connect(self._typed)
        self._findings.chosen.connect(self._open_finding)
        QShortcut(QKeySequence("F8"), self, self._findings.next)
        self._give_back.clicked.connect(self._reset_chapter)
        self._table.edited.connect(self._typed_rows)
        self._rest.over.connect(lambda: self.changed.emit(self._isi))
        self._force.clicked.connect(self.force_asked)
        self._compile.clicked.connect(self._flush_and_compile)

    # --- showing ---------------------------------------------------------------------------------

    def show_empty(self, sentence: str) -> None:
        """Nothing to compile, and what comes next."""
        self._empty.set_words(sentence)
        self._sheets.setCurrentIndex(0)

    def show_view(self, view: LaporanView, *, may_write: bool) -> None:
        """Show a report; the chosen chapter stays chosen."""
        self._view, self._isi, self._writable = view, view.isi, may_write
        self._sheets.setCurrentIndex(1)
        self._show_missing(view)
        approved = sum(s.versi is not None for s in view.seksi)
        names = ", ".join(f"✓ {s.seksi} v{s.versi}" if s.versi else f"○ {s.seksi}" for s in view.seksi)
        self._units.setText(f"Unit yang sudah diserahkan {approved} dari {len(view.seksi)}: {names}" if names else "")
        self._fill_chapters(view)
        self._findings.show_findings(view.telaah)
        self._show_acts(view)

    def areas(self) -> tuple[QWidget, ...]:
        """Chapters, words, acts; nothing while there is nothing to compile."""
        return (self._chapters, self._parts, self._foot) if self._view is not None else ()

    def keep_version(self, view: LaporanView) -> None:
        """A save went through: take its version, leave what is being typed alone."""
        self._view = view
        self._mark_chapters(view)
        self._findings.show_findings(view.telaah)

    def _show_missing(self, view: LaporanView) -> None:
        set_shown(self._missing, shown=bool(view.kurang))
        if view.kurang:
            alasan = f" Alasan disusun tanpa seksi itu: {view.alasan_kurang}" if view.alasan_kurang else ""
            text = f"Belum lengkap: {'; '.join(view.kurang).rstrip('.')}.{alasan}"
            self._missing.set_spec(StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, text))

    def _fill_chapters(self, view: LaporanView) -> None:
        """The chapters in their order; the table of recommendations stands below their words."""
        at = max(0, self._chapters.currentRow())
        keys = [bab.kunci for bab in view.bab]
        self._chapters.blockSignals(True)  # noqa: FBT003  # Qt's own signature
        self._chapters.clear()
        place = next(n for n, kunci in enumerate(keys, 1) if kunci in _WORDS_OF_TABLE)
        for kunci in (*keys[:place], _REKOMENDASI, *keys[place:]):
            item = QListWidgetItem()
            item.setData(_KUNCI, kunci)
            self._chapters.addItem(item)
        self._mark_chapters(view)
        self._chapters.setCurrentRow(min(at, self._chapters.count() - 1))
        self._chapters.blockSignals(False)  # noqa: FBT003  # Qt's own signature
        self._show_chapter()

    def _mark_chapters(self, view: LaporanView) -> None:
        """Tell at each chapter who wrote it."""
        words = {bab.kunci: (bab.judul, bab.diketik) for bab in view.bab}
        words[_REKOMENDASI] = (self._rekomendasi, view.rekomendasi_diketik)
        for at in range(self._chapters.count()):
            item = self._chapters.item(at)
            judul, typed = words[item.data(_KUNCI)]
            item.setText(f"{judul} · ditulis sendiri" if typed else judul)
            item.setToolTip(item.text())

    def _chapter(self) -> BabLaporan | None:
        """The chapter that is open; None where the recommendations are."""
        item = self._chapters.currentItem()
        if self._view is None or item is None:
            return None
        return next((bab for bab in self._view.bab if bab.kunci == item.data(_KUNCI)), None)

    def _show_chapter(self) -> None:
        bab = self._chapter()
        self._parts.setCurrentIndex(1 if bab is None else 0)
        if bab is None:
            self._show_rows()
            return
        typed = dict(self._isi.paragraf)
        key = (self._view.triwulan if self._view else None, bab.kunci)
        lines = tuple(typed.get(bab.kunci, bab.paragraf))
        shown = self._text.kept(key)
        self._showing = True
        self._text.turn_to(key, shown if shown is not None and _lines(shown) == lines else "\n".join(lines))
        self._showing = False
        self._text.set_locked(locked=not self._writable)
        self._tell_origin(is_typed=bab.kunci in typed)

    def _open_finding(self, bab: str, kutipan: str) -> None:
        """The chapter of a finding with its words marked; what the seksi wrote is changed by the seksi."""
        view = self._view
        kunci = next((b.kunci for b in view.bab if b.judul == bab), None) if view is not None else None
        for at in range(self._chapters.count()):
            if kunci is not None and self._chapters.item(at).data(_KUNCI) == kunci:
                self._chapters.setCurrentRow(at)
                self._text.field.moveCursor(QTextCursor.MoveOperation.Start)
                self._text.field.find(kutipan.partition(" menjadi ")[0].rstrip("…"))

    def _show_rows(self) -> None:
        if self._view is None:
            return
        typed = self._isi.rekomendasi
        rows = self._view.rekomendasi if typed is None else typed
        self._table.show_rows(rows, typed=typed is not None, writable=self._writable)

    def _tell_origin(self, *, is_typed: bool) -> None:
        words = (
            "Ditulis sendiri; tidak berubah bila angka berubah." if is_typed else "Dibuat dari angka yang disetujui."
        )
        self._origin.setText(words)
        set_shown(self._give_back, shown=is_typed and self._writable)

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
        self._tell_origin(is_typed=True)
        self._rest.touch()

    def _typed_rows(self, rows: Sequence[Rekomendasi] | None) -> None:
        self._isi = replace(self._isi, rekomendasi=None if rows is None else tuple(rows))
        if rows is not None:
            self._table.tell_origin(typed=True, writable=self._writable)
            self._rest.touch()
            return
        self._give_to_figures()

    def _reset_chapter(self) -> None:
        bab = self._chapter()
        if bab is not None:
            self._isi = self._isi.given_back(bab.kunci)
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


def _why(view: LaporanView) -> str:
    if view.status is Status.FIXED and view.dokumen is not None:
        return f"Ditetapkan dengan nomor {view.dokumen.nomor or 'menyusul'}, versi {view.dokumen.versi}."
    if view.status is Status.WAITING:
        return "Laporan dapat ditetapkan setelah semua seksi menyerahkan laporannya."
    return "Susun Laporan membuka pratinjau; angka dan nama belum dikunci."


def _lines(text: str) -> tuple[str, ...]:
    """A chapter as it is kept: its paragraphs without empty lines."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
