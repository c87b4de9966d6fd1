"""Paket Unggah: the web form's fields in its order, each copied with one press and ticked when it is uploaded.

Enter copies the row, Space ticks it; what changed after its tick is shown as «berubah».
"""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.domain.unggah import Masa
from kinerja_desktop.services import upload_packet
from kinerja_desktop.services.upload_packet import HasilBerkas, UnggahView
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.archive.pane import Pane, careful, good
from kinerja_desktop.ui.archive.upload_form_dialog import UploadFormDialog
from kinerja_desktop.ui.archive.upload_rows import Entri, entries
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.frame import StatusText
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.allowing import WAIT, allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.fields import ComboBox, GrowingText, fill
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.listing import ListColumn, Listing
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.side_panel import SidePanel, Split
from kinerja_desktop.ui.widgets.strips import StripSpec
from kinerja_desktop.ui.widgets.tick import Tick
from kinerja_desktop.ui.work.place_dialog import Tempat

_KEYS = (
    ("Enter", "salin isian"),
    ("Spasi", "tandai sudah diunggah"),
    ("F4", "buka atau tutup rincian"),
)
_OWNER = 2


class UploadPane(Pane):
    """See the module."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._view: UnggahView | None = None
        self._period, self._count, self._bar = ComboBox("Masa unggah"), Label(ink=Ink.TEXT_2), QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Kemajuan unggah")
        self._bar.setFixedSize(theme.px(120), theme.px(10))
        self._left = Tick("Hanya yang belum")
        self._form = Button("Ubah Formulir…", icon=Icon.UBAH)
        self._write = Button("Siapkan Berkas PDF…", ButtonKind.PRIMARY, Icon.BERKAS_PDF, act=True)
        self._list: Listing[Entri] = Listing("Isian formulir web", self._columns(), key=lambda e: e.kunci)
        self._empty = EmptyState()
        self._make_panel()
        for name, part in (
            ("masa_unggah", self._period),
            ("hanya_belum", self._left),
            ("ubah_formulir", self._form),
            ("siapkan_berkas", self._write),
            ("isian_unggah", self._list),
            ("salin_isian", self._copy),
            ("tanda_unggah", self._tick),
            ("tandai_semua", self._all),
            ("teks_isian", self._text),
        ):
            part.setObjectName(name)
        self._lay_out()
        self._connect()

    def _columns(self) -> tuple[ListColumn[Entri], ...]:
        return (
            ListColumn("No", lambda e: str(e.no), 46, right=True, order=lambda e: e.no),
            ListColumn("Isian formulir", lambda e: e.label, 168),
            ListColumn("Indikator", lambda e: e.milik),
            ListColumn("Isi", lambda e: " ".join(e.isi.split()) or e.salah or "–", 176, ink=_fault_ink),
            ListColumn("Panjang", lambda e: e.ukuran, 146, ink=lambda e: Tone.SALAH if e.salah else Ink.TEXT_2),
            ListColumn("Salin", lambda e: "Salin" if e.isi else "", 58, press=self._copy_entry),
            ListColumn("Diunggah", lambda e: e.keadaan, 84, press=self._turn_tick, ink=lambda e: e.warna),
        )

    def _make_panel(self) -> None:
        self._panel = SidePanel()
        self._label, self._owner = Label(style=TextStyle.CARD_TITLE, wrap=True), Label(ink=Ink.TEXT_2, wrap=True)
        self._text = GrowingText(rows=2, most=9)
        self._text.setReadOnly(True)
        self._text.setAccessibleName("Isi")
        self._size, self._wrong = Label(ink=Ink.TEXT_2), Label(ink=Tone.SALAH, wrap=True)
        self._tick, self._who = Tick("Sudah diunggah"), Label(ink=Ink.TEXT_2, wrap=True)
        self._all = Button("Tandai semua isian indikator ini", ButtonKind.LINK)
        for part in (self._label, self._owner, self._text, self._size, self._wrong, self._tick, self._who):
            self._panel.content.addWidget(part)
        self._panel.content.addLayout(row(self._all, None))
        self._copy = Button("Salin", ButtonKind.PRIMARY, Icon.SALIN, act=True)
        self._panel.set_foot(column(self._copy))

    def _lay_out(self) -> None:
        body = column(self._list.filter_line, self._list, self._empty)
        body.setStretch(0, 1)
        self._split = Split(holder(body), self._panel, "unggah")
        head = row(self._period, self._bar, self._count, 8, self._left, None, self._form, self._write)
        self._head = holder(head)
        whole = column(self._head, self.told, self.job, self._split, space=8)
        whole.setStretch(3, 1)
        self.setLayout(whole)
        self.setFocusProxy(self._list)
        self._text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self._period.activated.connect(lambda _: self.load())
        self._left.toggled.connect(lambda _: self._show_rows())
        self._list.chosen.connect(self._show_entry)
        self._list.opened.connect(self._copy_current)
        self._list.marked.connect(self._turn_current)
        self._copy.clicked.connect(self._copy_current)
        self._tick.clicked.connect(lambda on: self._mark_current(on=on))
        self._all.clicked.connect(self._mark_owner)
        self._form.clicked.connect(self._change_form)
        self._write.clicked.connect(self._ask)
        self.job.ended.connect(lambda: allow(self._write, ""))

    # --- reading ---------------------------------------------------------------------------------

    def read(self) -> None:
        """The form of a period with its values and ticks."""
        periods = upload_packet.periods(self.ctx())
        fill(self._period, [(m.label, m) for m in periods], self._period.currentData())
        for part in (self._head, self._list):
            set_shown(part, shown=bool(periods))
        self._split.set_wanted(wanted=bool(periods))
        set_shown(self._empty, shown=not periods)
        if not periods:
            self._empty.set_words("Belum ada rencana kinerja. Isian formulir tersedia setelah rencana diisi.")
            return
        ctx, masa = self.ctx(), self._masa()
        self.run_job("Membaca isian", lambda _: upload_packet.load(ctx, masa), self._shown)

    def _shown(self, view: UnggahView) -> None:
        """What was read, unless another period was chosen meanwhile."""
        if view.masa == self._masa():
            self._view = view
            self._show_rows()

    def _masa(self) -> Masa:
        masa: Masa = self._period.currentData()
        return masa

    def _show_rows(self) -> None:
        if self._view is None:
            return
        every = entries(self._view)
        rows = [e for e in every if e.terbuka] if self._left.isChecked() else every
        done, total = self._view.kemajuan
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)
        self._count.setText(f"{done} dari {total} sudah diunggah")
        self._list.set_rows(rows)
        set_shown(self._list, shown=bool(rows))
        set_shown(self._empty, shown=not rows)
        self._empty.set_words("Semua isian sudah diunggah." if total else "Belum ada isian. Tekan Ubah Formulir.")

    def _show_entry(self) -> None:
        found = self._list.current()
        none = "" if found is not None else "Pilih isian dahulu."
        for part in (self._tick, self._all):
            allow(part, none or ("" if found and (found.isi or found.tanda) else "Isian ini belum ada isinya."))
        self._label.setText(found.label if found else "")
        self._owner.setText(found.milik if found else "")
        self._text.setPlainText(found.isi if found else "")
        self._size.setText(found.ukuran if found else "")
        self._wrong.setText(" ".join(filter(None, (found.salah, found.saran))) if found else "")
        self._wrong.set_ink(Tone.SALAH if found and found.salah else Ink.TEXT_2)
        self._tick.setChecked(found is not None and found.tanda is not None)
        self._who.setText(found.cerita if found else "")
        allow(self._copy, none or ("" if found and found.isi else "Isian ini belum ada isinya."))
        for label in (self._size, self._wrong, self._who):
            set_shown(label, shown=bool(label.text()))

    # --- acts ------------------------------------------------------------------------------------

    def _copy_current(self) -> None:
        if (found := self._list.current()) is not None:
            self._copy_entry(found)

    def _copy_entry(self, entry: Entri) -> None:
        """The value goes to the clipboard word for word."""
        if not entry.isi:
            return
        QGuiApplication.clipboard().setText(entry.isi)
        self.saved.emit(StatusText(f"Disalin: {entry.label} {entry.milik}", Tone.SELESAI))

    def _turn_current(self) -> None:
        if (found := self._list.current()) is not None:
            self._turn_tick(found)

    def _turn_tick(self, entry: Entri) -> None:
        """A changed value is ticked anew, not unticked: it was uploaded again."""
        if entry.isi or entry.tanda:
            self._mark([entry], on=entry.tanda is None or not entry.tanda.sama)

    def _mark_current(self, *, on: bool) -> None:
        if (found := self._list.current()) is not None:
            self._mark([found], on=on)

    def _mark_owner(self) -> None:
        """Everything of the same indikator, as its page of the web form is filled at once."""
        found = self._list.current()
        if found is not None and self._view is not None:
            self._mark([e for e in entries(self._view) if e.milik == found.milik and e.isi], on=True)

    def _mark(self, marked: Sequence[Entri], *, on: bool) -> None:
        view, sidik = self._view, {e.kunci: e.sidik for e in marked}
        if view is None:
            return
        try:
            changes = upload_packet.mark(self.ctx(), view.masa, sidik, diunggah=on)
            self._view = upload_packet.ticked(self.ctx(), view)
        except KinerjaError as error:
            self.refuse(error)
            return
        self._show_rows()
        self.changed.emit(changes)

    def _change_form(self) -> None:
        if self._view is None:
            return
        dialog = UploadFormDialog(self, self._view)
        changes = dialog.changes() if dialog.exec() else frozenset()
        dialog.deleteLater()
        if changes:
            self.load()
            self.changed.emit(changes)

    def _ask(self) -> None:
        ctx, masa = self.ctx(), self._masa()
        sentence = "Dibuat folder baru dengan PDF bernama sesuai formulir, dan isian formulir sebagai teks."
        question = Tempat("Paket Unggah", "Siapkan berkas di mana?", sentence, "Siapkan", Icon.BERKAS_PDF)
        self.write_to_place(
            question,
            "Menyiapkan berkas.",
            lambda place, tick: upload_packet.write_files(ctx, masa, place, tick),
            _told,
        )
        allow(self._write, WAIT if self.job.is_running() else "")

    # --- the window ------------------------------------------------------------------------------

    def keys(self) -> Sequence[tuple[str, str]]:
        return _KEYS

    def areas(self) -> Sequence[QWidget]:
        return (self._period, self._list, self._panel)

    def toggle_panel(self) -> None:
        self._split.toggle()

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        self._form.set_words_shown(shown=not narrow)
        set_shown(self._bar, shown=not narrow)
        self._list.tools.hide_when_narrow((0, 4), narrow=narrow)


def _fault_ink(entry: Entri) -> Ink | Tone:
    return Tone.SALAH if entry.salah else Ink.TEXT


def _told(made: HasilBerkas) -> StripSpec:
    done = f"**{len(made.berkas)} berkas siap** di {made.folder}."
    if made.tertinggal:
        return careful(f"{done}\nTertinggal: {' '.join(made.tertinggal)}")
    return good(done)
