"""The indikator of a plan: the list, and the card of the chosen one beside it."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import IndikatorInUse
from kinerja_desktop.domain.indikator import Indikator
from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.domain.periksa_rencana import Berat
from kinerja_desktop.domain.tanggal import format_tanggal
from kinerja_desktop.services.planning import RencanaView
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.planning import versions
from kinerja_desktop.ui.planning.fields import KOLOM, read_indikator
from kinerja_desktop.ui.planning.form import IndikatorForm
from kinerja_desktop.ui.theme import Ink, Tone
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.listing import ListColumn, Listing
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.side_panel import SidePanel, Split
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec

BARU = "+"
_SASARAN, _BESIDE = (3,), (3, 4, 6)
"""Columns that the card says too: those that go in a narrow window, and beside the open card in a smaller one."""
_CARD, _CARD_NARROW = 396, 368
_UNSAVED = "●"
_MARKS = {Berat.SALAH: "✕", Berat.PERINGATAN: "▲"}


class CardsView(QWidget):
    """Signals tell what a person asks for; the page does it. ``read`` gives the card as typed.

    What is typed into a card and not kept yet stays with it while others are looked at (``ketikan``); ``typed`` tells
    that it changed, ``drop_asked`` carries what is to be given up, by kode. A new card, which has no kode yet, stands
    under ``BARU``.
    """

    typed = Signal()
    drop_asked = Signal(dict)
    save_asked = Signal()
    remove_asked = Signal()
    close_asked = Signal()
    reopen_asked = Signal()

    def __init__(self, place: QWidget | None = None) -> None:
        super().__init__(place)
        self._shown, self._marks = Indikator("", ""), dict[str, str]()
        self._view: RencanaView | None = None
        self._of: tuple[int, str] | None = None
        """Year and version of the plan that is shown."""
        self._typed: dict[str, Mapping[str, str]] = {}
        self._key, self._narrow = "", False
        """Whose card is shown, as ``ketikan`` names it."""
        self.list: Listing[Indikator] = Listing("Daftar indikator", self._columns(), key=lambda i: i.kode)
        self._empty = EmptyState("Belum ada indikator. Impor buku kerja atau tambah satu per satu.")
        self._add = Button("Indikator", icon=Icon.TAMBAH)
        self.form, self._panel, self._closed, self._unsaved = IndikatorForm(), SidePanel(_CARD), Strip(), Strip()
        self._why = Label(ink=Ink.TEXT_2, wrap=True)
        self._save = Button("Simpan", ButtonKind.PRIMARY, act=True)
        self._remove, self._close = Button("Hapus", ButtonKind.LINK), Button("Akhiri…", ButtonKind.LINK)
        for name, part in (
            ("daftar_indikator", self.list),
            ("simpan", self._save),
            ("hapus", self._remove),
            ("akhiri", self._close),
            ("tambah", self._add),
            ("tidak_dipakai", self._closed),
            ("kartu_belum_disimpan", self._unsaved),
            ("alasan_perubahan", self._why),
        ):
            part.setObjectName(name)
        set_shown(self._empty, shown=False)  # nothing is known to be missing before the plan was read
        left = column(self.list.filter_line, self.list, self._empty, 8, row(self._add, None))
        left.setStretch(0, 1)
        self._split = Split(holder(left), self._panel, "rencana")
        self.setLayout(column(self._split))  # before the many fields come in
        self._panel.content.addWidget(self._closed)
        self._panel.content.addWidget(self._why)
        self._panel.content.addWidget(self.form, 1)
        self._panel.set_foot(column(self._unsaved, row(self._remove, self._close, None, self._save), space=8))
        self._connect()

    def _columns(self) -> tuple[ListColumn[Indikator], ...]:
        return (
            ListColumn("", lambda i: _UNSAVED if i.kode in self._typed else self._marks.get(i.kode, ""), 30),
            ListColumn("Kode", lambda i: i.kode, 76),
            ListColumn("Indikator kinerja", _name),
            ListColumn("Sasaran", lambda i: i.sasaran or "(tanpa sasaran)", 190),
            ListColumn("Satuan", lambda i: i.satuan or "–", 92),
            ListColumn(
                "Target",
                lambda i: "–" if i.target.tahun is None else format_angka(i.target.tahun),
                92,
                right=True,
            ),
            ListColumn("Seksi", lambda i: i.seksi or "–", 70),
        )

    def _connect(self) -> None:
        self.list.chosen.connect(self.show_chosen)
        self._add.clicked.connect(lambda: self.begin(Indikator("", "")))
        self._closed.linked.connect(self.reopen_asked)
        self._unsaved.linked.connect(self._ask_drop)
        self._split.squeezed.connect(lambda _: self._fit_columns())
        self.form.edited.connect(self._note_typed)
        for button, asked in (
            (self._save, self.save_asked),
            (self._remove, self.remove_asked),
            (self._close, self.close_asked),
        ):
            button.clicked.connect(asked)

    # --- showing ---------------------------------------------------------------------------------

    def show_view(self, view: RencanaView, versi: str) -> None:
        """The plan as a version has it. A new card that is being typed stays in sight."""
        new = self._key == BARU and BARU in self._typed
        self._view, self._of = view, (view.tahun, versi)
        self._marks = {t.kode: _MARKS[t.berat] for t in reversed(view.temuan) if t.kode}
        self.form.set_options("seksi", "(belum ditentukan)", [(s.nama, s.kode) for s in view.seksi])
        ended = [(f"{i.kode} {i.nama}", i.kode) for i in view.berakhir]
        self.form.set_options("menggantikan", "(tidak menggantikan)", ended)
        self.list.set_rows(versions.shown(view.rencana, versi))
        filled = bool(view.rencana.indikator)
        set_shown(self.list, shown=filled)
        set_shown(self._empty, shown=not filled)
        if new:
            self._show_new(self._shown)
        else:
            self.show_chosen()
        self._tell_new()

    def show_chosen(self) -> None:
        """The card of the chosen row."""
        chosen, view = self.list.current(), self._view
        closed = chosen is not None and chosen.tidak_dipakai_sejak is not None
        set_shown(self._remove, shown=chosen is not None)
        allow(self._remove, "" if chosen is None or view is None else _held(chosen, view))
        set_shown(self._close, shown=chosen is not None and not closed)
        allow(self._save, "" if chosen is not None else "Pilih indikator dahulu.")
        self._tell_closed(chosen)
        self._tell_why(chosen)
        self._key = "" if chosen is None else chosen.kode
        if chosen is not None:
            self._shown = chosen
            self.form.show_indikator(chosen, self._typed.get(chosen.kode, {}), of=self._of)
        self._tell_unsaved()

    def _tell_closed(self, i: Indikator | None) -> None:
        if i is None or i.tidak_dipakai_sejak is None:
            self._closed.set_spec(None)
            return
        text = f"Tidak dipakai sejak {format_tanggal(i.tidak_dipakai_sejak)}. {i.alasan_tidak_dipakai or ''}"
        self._closed.set_spec(StripSpec(Tone.NETRAL, Icon.TERKUNCI, text, link="Pakai lagi"))

    def _tell_why(self, i: Indikator | None) -> None:
        """What was signed and says something else now, with the reason that was given."""
        text = "" if i is None or self._view is None else self._view.alasan.get(i.kode, "")
        self._why.setText(text)
        set_shown(self._why, shown=bool(text))

    def begin(self, indikator: Indikator) -> None:
        """An empty card, or what was typed into one before; or one that begins with what another says."""
        if indikator != Indikator("", "") and BARU in self._typed:
            self.drop_asked.emit({BARU: self._typed[BARU]})
            if BARU in self._typed:  # it could not be laid aside
                return
        self._show_new(indikator)

    def _show_new(self, indikator: Indikator) -> None:
        self._shown = indikator
        for part in (self._remove, self._close, self._closed, self._why):
            set_shown(part, shown=False)
        allow(self._save, "")
        self._key = BARU
        self.open_panel()
        self.form.show_indikator(indikator, self._typed.get(BARU, {}), new=True, of=self._of)
        self._tell_unsaved()

    # --- what is not kept yet --------------------------------------------------------------------

    def ketikan(self) -> Mapping[str, Mapping[str, str]]:
        """The fields that a person changed, by kode; only what differs from the stored card."""
        return dict(self._typed)

    def take_ketikan(self, typed: Mapping[str, Mapping[str, str]]) -> None:
        """What was typed before, in place of what is here; the next ``show_view`` shows it."""
        self._typed = dict(typed)

    def choose_typed(self) -> None:
        """Bring the first card in sight that was typed into and not kept; a new one waits behind its button."""
        self.list.choose(lambda i: i.kode in self._typed)

    def let_go(self) -> None:
        """The card that is shown was kept or is given up."""
        self._typed.pop(self._key, None)
        if self._key == BARU:
            self._key = ""

    def _ask_drop(self) -> None:
        self.drop_asked.emit({self._key: self._typed[self._key]})
        self.form.setFocus()

    def give_up(self, kode: Collection[str]) -> None:
        """What was typed into these cards is laid aside: they show what is stored, and their rows lose the mark."""
        for key in kode:
            self._typed.pop(key, None)
        self.list.viewport().update()
        self.show_chosen()
        self._tell_new()

    def _note_typed(self) -> None:
        before = {k.kunci: k.isi(self._start()) for k in KOLOM}
        changed = {k: text for k, text in self.form.texts().items() if text != before[k]}
        if changed:
            self._typed[self._key] = changed
        else:
            self._typed.pop(self._key, None)
        self._tell_unsaved()
        self._tell_new()
        self.list.viewport().update()
        self.typed.emit()

    def _start(self) -> Indikator:
        """The card that changes are told from; a new one begins with nothing."""
        return Indikator("", "") if self._key == BARU else self._shown

    def _tell_unsaved(self) -> None:
        shown = self._key in self._typed
        self._unsaved.set_spec(StripSpec(Tone.BERJALAN, Icon.INFO, "Belum disimpan.", "Buang isian") if shown else None)

    def _tell_new(self) -> None:
        self._add.setText("Lanjutkan Indikator Baru" if BARU in self._typed else "Indikator")

    def show_field(self, kode: str, medan: str) -> None:
        """Choose an indikator and bring one of its fields in sight."""
        self.open_panel()
        self.list.choose(lambda i: i.kode == kode)
        self.form.show_field(medan)

    def open_panel(self) -> None:
        self._split.set_open(is_open=True)

    def toggle_panel(self) -> None:
        self._split.toggle()

    def areas(self) -> tuple[QWidget, ...]:
        return (self.list, self._panel)

    def set_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self._panel.setFixedWidth(theme.px(_CARD_NARROW if narrow else _CARD))
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        _keep_room(self._unsaved, kept=not theme.current().scale.is_low(self.window().height()))

    def _fit_columns(self) -> None:
        going = _BESIDE if self._split.squeezes() else _SASARAN
        self.list.tools.hide_when_narrow(going, narrow=self._narrow)

    # --- reading ---------------------------------------------------------------------------------

    def can_save(self) -> bool:
        return self._save.isEnabled()

    def read(self) -> Indikator:
        """The card as typed. Raises AngkaSalah."""
        return read_indikator(self.form.texts(), self._shown)

    def show_faults(self, faults: Mapping[str, str]) -> None:
        self.form.show_faults(faults)


def _keep_room(strip: Strip, *, kept: bool) -> None:
    """Fields stay where they are when it comes and goes while somebody types."""
    policy = strip.sizePolicy()
    policy.setRetainSizeWhenHidden(kept)
    strip.setSizePolicy(policy)


def _held(i: Indikator, view: RencanaView) -> str:
    """Why it cannot be removed, "" where it can."""
    pakai = view.pemakaian.get(i.kode)
    return "" if pakai is None else messages.sentence(IndikatorInUse(i.nama, pakai))


def _name(i: Indikator) -> str:
    return i.nama if i.tidak_dipakai_sejak is None else f"{i.nama} (tidak dipakai lagi)"


def successor(old: Indikator) -> Indikator:
    """The card with which the one that takes over from ``old`` begins."""
    return replace(old, kode="", menggantikan=old.kode, tidak_dipakai_sejak=None, alasan_tidak_dipakai=None)
