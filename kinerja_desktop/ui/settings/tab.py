"""The page of Pengaturan: groups, a field that searches them all, the form, Simpan with all faults at their fields."""

from collections.abc import Mapping

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import FieldsRefused, KinerjaError
from kinerja_desktop.domain.tanggal import format_waktu
from kinerja_desktop.services import settings
from kinerja_desktop.services.changes import Changes
from kinerja_desktop.services.settings import SettingsView
from kinerja_desktop.services.settings_declared import BY_KEY, LANGKAH_BERBATAS, Kelompok, Ragam, batas_kunci
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.frame import StatusText
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.settings.form import SettingForm
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.allowing import UNCHANGED, allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import Card, column, row
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.fields import SearchField
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.segments import Segment, Segmented
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec
from kinerja_desktop.ui.work.page import WorkPage

LATE = {
    "tampilan.skala": "berlaku sejak masuk berikutnya, bagi yang tidak memilih sendiri",
}
"""Settings that hold later, and from when."""


def make(desk: Desk) -> "SettingsPage":
    """Build the page."""
    return SettingsPage(desk)


class SettingsPage(WorkPage):
    """See the module."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._view: SettingsView | None = None
        self._groups = Segmented([Segment(group.name, group.value) for group in Kelompok], "Kelompok pengaturan")
        self._search = SearchField("Cari pengaturan")
        self._form, self._empty, self._after = SettingForm(), EmptyState(), Strip()
        self._state = Label(ink=Ink.TEXT_2, wrap=True)
        self._undo = Button("Batalkan Perubahan", act=True)
        self._save = Button("Simpan", ButtonKind.PRIMARY, Icon.SETUJUI, act=True)
        for name, part in (("cari", self._search), ("simpan", self._save), ("batalkan", self._undo)):
            part.setObjectName(name)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = row(Label("Pengaturan", TextStyle.SCREEN_TITLE), 8, self._groups, None, self._search)
        foot = row(self._state, self._undo, self._save, edge=8)
        foot.setStretch(0, 1)
        whole = column(head, 8, self._after, self._form, self._empty, 8, Card(foot))
        whole.setStretch(3, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._groups.chosen.connect(lambda _: self._search.clear())
        self._groups.chosen.connect(lambda _: self._show_rows())
        self._search.textChanged.connect(lambda _: self._show_rows())
        self._empty.pressed.connect(self._search.clear)
        self._form.edited.connect(self._tell_state)
        self._undo.clicked.connect(self._reset)
        self._save.clicked.connect(self._store)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self._save.click)

    # --- reading ---------------------------------------------------------------------------------

    def read(self) -> None:
        """Show what is stored; what was typed and not saved stays."""
        self._view = settings.list_settings(self.ctx())
        self._form.set_rows(self._view.daftar, _notes(self._view))
        self._form.set_narrow(narrow=self.narrow)
        self._show_rows()
        self._tell_state()

    def show_item(self, item: str) -> None:
        """Show a group of settings by its name."""
        self._search.clear()
        self._groups.choose(item)
        self._show_rows()

    def _show_rows(self) -> None:
        needle = self._search.text().strip()
        found = self._form.show_found(needle) if needle else 1
        if not needle:
            self._form.show_group(Kelompok[self._groups.key()])
        set_shown(self._form, shown=found > 0)
        set_shown(self._empty, shown=found == 0)
        self._empty.set_words(f"Tidak ada pengaturan yang cocok dengan «{needle}».", act="Hapus saringan")

    def _tell_state(self) -> None:
        changed = len(self._form.changed_texts())
        self._state.setText(f"{changed} perubahan belum disimpan." if changed else "Semua pengaturan sudah tersimpan.")
        for act in (self._save, self._undo):
            allow(act, "" if changed else UNCHANGED)

    # --- acts ------------------------------------------------------------------------------------

    def _reset(self) -> None:
        for one in self._form.rows.values():
            one.reset()
        self._tell_state()

    def _store(self) -> None:
        """All changes or none; every wrong field gets its sentence."""
        if self._view is None:
            return
        typed = self._form.changed_texts()
        self._clear_faults()
        try:
            changes = settings.change_settings(self.ctx(), typed, self._view.versi)
        except FieldsRefused as refused:
            self._show_faults(refused)
        except KinerjaError as refused:
            self.refuse(refused)
        else:
            self._tell_stored(changes, typed)

    def _clear_faults(self) -> None:
        for one in self._form.rows.values():
            one.set_fault("")

    def _tell_stored(self, changes: Changes, typed: Mapping[str, str]) -> None:
        late = [f"{BY_KEY[kunci].label} {since}." for kunci, since in LATE.items() if kunci in typed]
        text = " ".join(late)
        self._after.set_spec(StripSpec(Tone.BERJALAN, Icon.INFO, text) if late else None)
        self.load()
        self.saved.emit(StatusText(f"Tersimpan {format_waktu(self.ctx().now())}", Tone.SELESAI))
        self.changed.emit(changes)

    def _show_faults(self, refused: FieldsRefused) -> None:
        for fault in refused.isian:
            self._form.rows[fault.kunci].set_fault(messages.sentence(FieldsRefused((fault,))))
        self._state.setText(f"{len(refused.isian)} isian salah. Belum ada yang disimpan.")
        first = self._form.rows[refused.isian[0].kunci]
        self._search.clear()
        self._groups.choose(first.setelan.kelompok.name)
        self._show_rows()
        self._form.ensureWidgetVisible(first)
        first.widget.setFocus()

    # --- the window ------------------------------------------------------------------------------

    def unsaved(self) -> bool:
        return bool(self._form.changed_texts())

    def waiting(self) -> dict[str, str]:
        typed = ((BY_KEY[kunci], teks) for kunci, teks in self._form.changed_texts().items())
        return {one.label: dict(one.pilihan).get(teks, teks) for one, teks in typed if one.ragam is not Ragam.GAMBAR}

    def focus_filter(self) -> None:
        self._search.setFocus()

    def areas(self) -> tuple[QWidget, ...]:
        return (self._search, self._groups, self._form, self._save)

    def go_back(self) -> bool:
        """Esc empties the search."""
        if not self._search.text():
            return False
        self._search.clear()
        return True

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("Ctrl+F", "cari pengaturan"), ("Ctrl+S", "simpan"))

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        self._groups.set_narrow(narrow=narrow)
        self._form.set_narrow(narrow=narrow)


def _notes(view: SettingsView) -> dict[str, str]:
    """Help that depends on the day, or on when a change holds."""
    limits = f"Batas baru berlaku mulai {view.batas_baru}; yang sedang berjalan tidak berubah."
    late = {kunci: f"{BY_KEY[kunci].bantuan} Perubahan {since}." for kunci, since in LATE.items()}
    return {**{batas_kunci(langkah): limits for langkah in LANGKAH_BERBATAS}, **late}
