"""The dialog that returns a report: the reason, and the notes pinned to indikator, which can be changed here too.

It knows no service: the page decides inside its check, and whatever was typed is in ``notes`` afterwards.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kinerja_desktop.domain.realisasi import MAKS_TEKS, MIN_ALASAN
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.review.notes import Notes
from kinerja_desktop.ui.theme import IconSize, Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import Card, Ground, column, empty, holder, row
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.fields import ComboBox, CounterTextEdit, LabelledChoice
from kinerja_desktop.ui.widgets.labels import Label, WrappedLabel
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.strips import Strip, Symbol
from kinerja_desktop.ui.work.draft_papers import look_button
from kinerja_desktop.ui.work.question import Question

MAKS_ALASAN = 2000
_WHOLE = "Seluruh laporan"
_AFTERWARDS = "Laporan Disposisi dibuat dan dapat dicetak setelah laporan dikembalikan."
_PINNED = "Catatan ini tetap pada indikatornya. Untuk indikator lain, tambah catatan."

Rows = Sequence[tuple[str, str]]
"""Kode and name of the rows, in their order."""


class ReturnDialog(Dialog):
    """See the module."""

    def __init__(self, parent: QWidget, question: Question, notes: Notes, rows: Rows) -> None:
        super().__init__(
            parent, "Kembalikan untuk Diperbaiki", question.heading, about=question.about, sentence=question.sentence
        )
        self.notes, self._rows = notes, tuple(rows)
        hint = f"wajib, paling sedikit {MIN_ALASAN} huruf"
        self.alasan = CounterTextEdit("Alasan", limit=MAKS_ALASAN, least=MIN_ALASAN, hint=hint, rows=3, most=4)
        self._count = Label(ink=Ink.TEXT_2)
        self._add = Button("Tambah catatan", ButtonKind.LINK, Icon.TAMBAH)
        self._list: QVBoxLayout = column(space=6)
        self._editor = NoteEditor(self._rows)
        self._shown = self._stack()
        self.cautions = Strip()
        self.body.insertWidget(0, self.cautions)
        self.look = look_button()
        self._acts.addWidget(self.look)
        self.act = self.add_act("Kembalikan Laporan", ButtonKind.RETURN, Icon.KEMBALIKAN)
        self._connect()
        self.alasan.set_text(notes.alasan)
        self.alasan.field.moveCursor(QTextCursor.MoveOperation.End)
        self._show_notes()
        self.alasan.setFocus()

    def _stack(self) -> QWidget:
        title = Label("Catatan pada indikator", TextStyle.BODY_500)
        area = ScrollArea(holder(column(self._list, None)))
        area.setFixedHeight(theme.px(104))
        after = row(Symbol(Icon.DOKUMEN, Tone.NETRAL, IconSize.TEXT), Label(_AFTERWARDS, ink=Ink.TEXT_2), None)
        shown = holder(column(row(title, self._count, None, self._add), 2, area, 6, after))
        self.body.addWidget(self.alasan)
        self.body.addWidget(shown)
        self.body.addWidget(self._editor)
        self._editor.hide()
        return shown

    def _connect(self) -> None:
        self.alasan.field.setObjectName("alasan")
        self.act.setObjectName("kembalikan_laporan")
        self._add.setObjectName("tambah_catatan")
        self._add.clicked.connect(lambda: self._edit(_WHOLE, ""))
        self._editor.kept.clicked.connect(self._keep_note)
        self._editor.given_up.clicked.connect(self._leave_editor)
        self.alasan.field.textChanged.connect(self._judge)

    def _judge(self) -> None:
        self.notes.alasan = self.alasan.text()
        fault = self.alasan.fault()
        editing = "" if self._editor.isHidden() else "Simpan atau batalkan catatan yang sedang ditulis dahulu."
        for act in (self.look, self.act):
            allow(act, f"Alasan: {fault}" if fault else editing)

    # --- notes -----------------------------------------------------------------------------------

    def _show_notes(self) -> None:
        empty(self._list)
        for kode, nama in self._rows:
            if kode in self.notes.by_kode:
                self._list.addWidget(self._line(kode, nama, self.notes.by_kode[kode]))
        for teks in self.notes.umum:
            self._list.addWidget(self._line("", _WHOLE, teks))
        count = len(self.notes.by_kode) + len(self.notes.umum)
        self._count.setText(str(count) if count else "belum ada; boleh tanpa catatan")
        self._judge()

    def _line(self, kode: str, nama: str, teks: str) -> Card:
        change = Button("Ubah", ButtonKind.LINK)
        change.setObjectName(f"ubah_{kode or 'umum'}")
        change.setAccessibleName(f"Ubah catatan {kode or _WHOLE}")
        change.clicked.connect(lambda: self._edit(kode or _WHOLE, teks))
        name = row(Label(kode, TextStyle.BODY_500, Ink.ACCENT), WrappedLabel(nama, TextStyle.BODY_500), space=8)
        name.setStretch(1, 1)
        line = row(column(name, 1, WrappedLabel(teks, ink=Ink.TEXT_2)), change, space=8)
        line.setStretch(0, 1)
        line.setContentsMargins(theme.px(12), theme.px(5), theme.px(6), theme.px(5))
        return Card(line, Ground.NOTE)

    def _edit(self, kode: str, teks: str) -> None:
        self._editor.open_for(kode, teks)
        self._shown.hide()
        self._judge()
        self.fit_soon()

    def _keep_note(self) -> None:
        before, kode, teks = self._editor.content()
        if not before and kode in self.notes.by_kode:
            teks = f"{self.notes.by_kode[kode]}\n{teks}"
        if kode == _WHOLE:
            self.notes.umum = [one for one in self.notes.umum if one != before]
        self.notes.write(None if kode == _WHOLE else kode, teks)
        self._leave_editor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back: from a note to the list of notes, from there out."""
        if event.key() == Qt.Key.Key_Escape and not self._editor.isHidden():
            self._leave_editor()
        else:
            super().keyPressEvent(event)

    def _leave_editor(self) -> None:
        self._editor.hide()
        self._shown.show()
        self._show_notes()
        self._add.setFocus()
        self.fit_soon()


class NoteEditor(Card):
    """One note with the indikator it is pinned to; an empty text takes the note away."""

    def __init__(self, rows: Rows) -> None:
        self._choice = ComboBox("Catatan untuk")
        self._choice.addItem(_WHOLE, _WHOLE)
        for kode, nama in rows:
            self._choice.addItem(f"{kode} {nama}", kode)
        self._text = CounterTextEdit("Catatan", limit=MAKS_TEKS, rows=2, most=3)
        self._text.field.setObjectName("isi_catatan")
        self._choice.setObjectName("catatan_untuk")
        self.kept, self.given_up = (
            Button("Simpan Catatan", icon=Icon.SETUJUI, shape=Shape.BOLD),
            Button("Batalkan Catatan"),
        )
        self.kept.setObjectName("simpan_catatan")
        self._before = ""
        choice = LabelledChoice("Catatan untuk", self._choice)
        super().__init__(column(choice, self._text, row(None, self.given_up, self.kept), space=6, edge=10), Ground.WELL)

    def open_for(self, kode: str, teks: str) -> None:
        """Edit a note; one that was written before keeps its place."""
        self._before = teks
        self._choice.setCurrentIndex(max(0, self._choice.findData(kode)))
        allow(self._choice, _PINNED if teks else "")
        self._text.set_text(teks)
        self.show()
        (self._text if teks else self._choice).setFocus()

    def content(self) -> tuple[str, str, str]:
        """Text before, kode (or the whole), text now."""
        return self._before, str(self._choice.currentData()), self._text.text().strip()
