"""What a person gave up: a list to choose from, all its words below, «Pulihkan Isian» and «Salin Teks».

``ask_thrown`` is the trash of everything, from the menu; a page may open the dialog for what was given up on it.
"""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QApplication, QWidget

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.tanggal import format_baris, format_tanggal
from kinerja_desktop.services import trash
from kinerja_desktop.services.context import Context
from kinerja_desktop.services.drafts import SIMPAN_BUANGAN
from kinerja_desktop.services.trash import Buangan
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink
from kinerja_desktop.ui.widgets.allowing import allow, lock
from kinerja_desktop.ui.widgets.buttons import Button
from kinerja_desktop.ui.widgets.dialog import Dialog
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.fields import GrowingText, Labelled
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.listing import ListColumn, Listing
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.work.refusals import galat_of

_SENTENCE = (
    "Isian kembali ke tempatnya sebagai isian yang belum diajukan atau disimpan. "
    f"Yang dibuang disimpan {SIMPAN_BUANGAN.days} hari dan hanya terlihat oleh Anda."
)
_EMPTY = f"Tidak ada isian yang dibuang. Yang Anda buang disimpan di sini selama {SIMPAN_BUANGAN.days} hari."
_CHOOSE = "Pilih isian dahulu."
_READ_ONLY = "Teks ini hanya dapat dibaca dan disalin."


class TrashDialog(Dialog):
    """``bring_back`` is asked with the chosen one and may raise a refusal, which is told above the acts."""

    def __init__(self, parent: QWidget, thrown: Sequence[Buangan], bring_back: Callable[[Buangan], object]) -> None:
        super().__init__(parent, "Pulihkan Isian", "Pulihkan isian yang dibuang", sentence=_SENTENCE if thrown else "")
        self._bring_back = bring_back
        columns: tuple[ListColumn[Buangan], ...] = (
            ListColumn("Dari", lambda b: b.asal, 264),
            ListColumn("Isi", _in_a_line),
            ListColumn("Dibuang", _thrown_at, 112, order=lambda b: b.pada.isoformat()),
        )
        self._list: Listing[Buangan] = Listing("Isian yang dibuang", columns, key=lambda b: b.id)
        self._list.setObjectName("daftar_buangan")
        self._text = GrowingText(rows=3, most=6)
        self._text.setObjectName("isi_buangan")
        lock(self._text, _READ_ONLY)
        self._words = Labelled("Isinya", self._text)
        self._state = Label(ink=Ink.TEXT_2, wrap=True)
        self._state.setObjectName("keadaan_buangan")
        self._copy = Button("Salin Teks", icon=Icon.SALIN, act=True)
        self._copy.setObjectName("salin_buangan")
        self._copy.clicked.connect(self._copy_text)
        self._restore = self.add_act("Pulihkan Isian", icon=Icon.URUNGKAN)
        self._restore.setObjectName("pulihkan_isian")
        self.add_plain(self._copy)
        self.set_check(self._do)
        self._empty = EmptyState(_EMPTY)
        self._lay_out(empty=not thrown)
        self._list.set_rows(thrown)
        self._list.chosen.connect(self._show)
        self._list.opened.connect(self._open)
        self._show()
        self._list.setFocus()

    def _lay_out(self, *, empty: bool) -> None:
        if empty:
            self.cancel.setText("Tutup")
            self.body.addWidget(self._empty)
        else:
            self.body.addWidget(self._list.filter_line)
            self.add_giving(self._list, 136)
            self.body.addWidget(self._words)
            self.body.addWidget(self._state)
        for part in (self._restore, self._copy):
            set_shown(part, shown=not empty)

    def _show(self) -> None:
        one = self._list.current()
        self._text.setPlainText("" if one is None else _in_full(one))
        self._words.set_hint(one.isi[0].tempat if one is not None and len(one.isi) == 1 else "")
        self._state.setText("" if one is None else _state_of(one))
        allow(self._copy, _CHOOSE if one is None else "")
        allow(self._restore, _CHOOSE if one is None else one.halangan)
        self.fit_soon()

    def _open(self) -> None:
        if self._restore.isEnabled():
            self._act()

    def _copy_text(self) -> None:
        QApplication.clipboard().setText(self._text.toPlainText())
        self.show_done("Teks disalin. Tempelkan dengan Ctrl+V.")

    def _do(self) -> str:
        chosen = self._list.current()
        if chosen is None:
            return _CHOOSE
        try:
            self._bring_back(chosen)
        except KinerjaError as error:
            return galat_of(error).sentence
        return ""


def ask_thrown(window: QWidget, ctx: Context) -> Buangan | None:
    """The trash of everything that this person gave up; what was brought back, if anything was."""
    brought: list[Buangan] = []

    def bring_back(one: Buangan) -> None:
        trash.bring_back(ctx, one.id)
        brought.append(one)

    dialog = TrashDialog(window, trash.load(ctx), bring_back)
    dialog.exec()
    dialog.deleteLater()
    return next(iter(brought), None)


def _in_a_line(one: Buangan) -> str:
    return "; ".join(f"{piece.tempat}: {' '.join(piece.teks.split())}" for piece in one.isi)


def _in_full(one: Buangan) -> str:
    """A single text as it was typed, ready to be copied; several with the places they stood in."""
    if len(one.isi) == 1:
        return one.isi[0].teks
    return "\n\n".join(f"{piece.tempat}\n{piece.teks}" for piece in one.isi)


def _state_of(one: Buangan) -> str:
    kept = f"Dibuang {one.oleh}, disimpan sampai {format_tanggal(one.sampai.date())}."
    return " ".join(filter(None, (one.halangan or one.akibat, kept)))


def _thrown_at(one: Buangan) -> str:
    return format_baris(one.pada, sekarang=one.hari)
