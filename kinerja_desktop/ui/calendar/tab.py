"""The page of Kalender: a year drawn, its days off to edit, Ramadan, and what they make of a limit.

A year begins with the program's proposal; the office compares it with the decree and confirms it. Changes wait until
Simpan or Konfirmasi; an edit takes a confirmation away.
"""

from dataclasses import replace
from datetime import date

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.errors import FieldsRefused, KalenderSalah, KinerjaError
from kinerja_desktop.domain.kalender import HariLibur, JenisLibur, KalenderTahun
from kinerja_desktop.domain.tanggal import format_tanggal, format_waktu
from kinerja_desktop.services import calendar_table
from kinerja_desktop.services.calendar_table import KalenderView
from kinerja_desktop.ui.calendar.day_dialog import DayDialog
from kinerja_desktop.ui.calendar.months import MonthsView, Swatch
from kinerja_desktop.ui.calendar.panel import CalendarPanel
from kinerja_desktop.ui.desk import Desk
from kinerja_desktop.ui.frame import StatusText
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.laid_aside import typed_in
from kinerja_desktop.ui.theme import Ink, Space, TextStyle, Tone
from kinerja_desktop.ui.widgets.allowing import UNCHANGED, allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import Card, column, holder, row
from kinerja_desktop.ui.widgets.chips import Chip, ChipSpec
from kinerja_desktop.ui.widgets.fields import ComboBox
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.side_panel import Split
from kinerja_desktop.ui.work.page import WorkPage

_SHOWN = 2
"""The example in sight: data of Triwulan II, ordered in July."""


def make(desk: Desk) -> "CalendarPage":
    """Build the page."""
    return CalendarPage(desk)


class CalendarPage(WorkPage):
    """See the module."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._view: KalenderView | None = None
        self._wanted: int | None = None
        self._days: tuple[HariLibur, ...] = ()
        self._year, self._state = ComboBox("Tahun"), Chip()
        self._months, self._panel = MonthsView(), CalendarPanel()
        self._told = Label(ink=Ink.TEXT_2, wrap=True)
        self._undo = Button("Batalkan Perubahan", act=True)
        self._confirm = Button("Konfirmasi", icon=Icon.DISETUJUI, act=True)
        self._save = Button("Simpan", ButtonKind.PRIMARY, Icon.SETUJUI, act=True)
        for name, part in (
            ("tahun", self._year),
            ("simpan", self._save),
            ("konfirmasi", self._confirm),
            ("batalkan", self._undo),
        ):
            part.setObjectName(name)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        area = ScrollArea(Card(column(self._months, None, edge=Space.CARDS)))
        head = row(Label("Kalender", TextStyle.SCREEN_TITLE), 8, self._year, self._state, None, *_legend())
        foot = row(self._told, self._undo, self._confirm, self._save, edge=8)
        foot.setStretch(0, 1)
        self._split = Split(holder(column(area)), self._panel, "kalender")
        whole = column(head, 8, self._split, 8, Card(foot))
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._year.activated.connect(lambda _: self._choose_year())
        self._months.day_clicked.connect(self._take_day)
        self._panel.add_asked.connect(lambda: self._ask_day(None))
        self._panel.change_asked.connect(self._change_day)
        self._panel.remove_asked.connect(self._remove_day)
        self._panel.edited.connect(self._tell)
        self._undo.clicked.connect(self._reset)
        self._save.clicked.connect(lambda: self._store(confirmed=False))
        self._confirm.clicked.connect(lambda: self._store(confirmed=True))
        for key, act in (("Ctrl+S", self._save.click), ("Ctrl+N", lambda: self._ask_day(None))):
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def set_narrow(self, *, narrow: bool) -> None:
        super().set_narrow(narrow=narrow)
        self._panel.set_narrow(narrow=narrow)

    # --- reading ---------------------------------------------------------------------------------

    def read(self) -> None:
        """Show the year; what was edited and not stored stays."""
        kept = self._view is not None and self._is_edited() and self._wanted in (None, self._view.tabel.tahun)
        self._view = calendar_table.load(self.ctx(), self._wanted)
        self._wanted = self._view.tabel.tahun
        self._show_years(self._view)
        self._panel.show_examples(self._view.contoh)
        if kept:
            self._tell()
        else:
            self._reset()

    def _show_years(self, view: KalenderView) -> None:
        self._year.clear()
        for tahun in view.tahun:
            self._year.addItem(f"{tahun} {'▲' if tahun in view.belum else '✓'}", tahun)
        self._year.addItem(f"Siapkan {max(view.tahun) + 1}", max(view.tahun) + 1)
        self._year.setCurrentIndex(self._year.findData(view.tabel.tahun))
        done = view.tabel.dikonfirmasi
        self._state.set_spec(
            ChipSpec(Tone.SELESAI, Icon.DISETUJUI, "dikonfirmasi")
            if done
            else ChipSpec(Tone.PERHATIAN, Icon.PERINGATAN, "belum dikonfirmasi")
        )

    def _choose_year(self) -> None:
        self._wanted = self._year.currentData()
        self.load()

    def _reset(self) -> None:
        """Back to what is stored."""
        if self._view is not None:
            self._days = self._view.tabel.hari_libur
            self._panel.show_table(self._view.tabel)
            self._show_days()

    def _show_days(self, chosen: HariLibur | None = None) -> None:
        assert self._view is not None
        self._panel.show_days(self._days, chosen)
        self._months.set_table(replace(self._view.tabel, hari_libur=self._days))
        self._tell()

    def _is_edited(self) -> bool:
        if self._view is None:
            return False
        stored = self._view.tabel
        try:
            typed = self._panel.table(stored.tahun, self._days, dikonfirmasi=stored.dikonfirmasi)
        except (FieldsRefused, KalenderSalah):
            return True
        return typed != replace(stored, hari_libur=tuple(sorted(stored.hari_libur, key=lambda h: h.tanggal)))

    def _tell(self) -> None:
        """What is to be done, and which acts are open."""
        if self._view is None:
            return
        edited, done = self._is_edited(), self._view.tabel.dikonfirmasi
        example = f"Contoh: {self._view.contoh[_SHOWN]}."
        self._told.setText("Perubahan belum disimpan." if edited else f"{self._view.keterangan} {example}")
        for act in (self._save, self._undo):
            allow(act, "" if edited else UNCHANGED)
        allow(self._confirm, "" if edited or not done else f"Kalender {self._view.tabel.tahun} sudah dikonfirmasi.")
        allow(self._year, "Simpan atau batalkan perubahan dahulu." if edited else "")

    # --- the list --------------------------------------------------------------------------------

    def _take_day(self, day: date) -> None:
        """A click on a day off chooses it, on another day asks for a new one."""
        known = next((libur for libur in self._days if libur.tanggal == day), None)
        if known is not None:
            self._panel.show_days(self._days, known)
        else:
            self._ask_day(None, day)

    def _change_day(self) -> None:
        if (chosen := self._panel.days.current()) is not None:
            self._ask_day(chosen)

    def _ask_day(self, libur: HariLibur | None, day: date | None = None) -> None:
        if self._view is None:
            return
        rest = tuple(known for known in self._days if known != libur)
        taken = frozenset(known.tanggal for known in rest)
        dialog = DayDialog(self, self._view.tabel.tahun, taken, libur, day)
        if dialog.exec():
            typed = dialog.libur()
            self._days = (*rest, typed)
            self._show_days(typed)
        dialog.deleteLater()

    def _remove_day(self) -> None:
        chosen = self._panel.days.current()
        self._days = tuple(libur for libur in self._days if libur != chosen)
        self._show_days()

    # --- storing ---------------------------------------------------------------------------------

    def _store(self, *, confirmed: bool) -> None:
        """Store what is typed; an edit that is not confirmed leaves the year unconfirmed."""
        if self._view is None:
            return
        self._panel.clear_faults()
        try:
            typed = self._panel.table(self._view.tabel.tahun, self._days, dikonfirmasi=confirmed)
        except (FieldsRefused, KalenderSalah) as refused:
            self._panel.tell_fault(refused)
            return
        self._put(typed, self._view.versi)

    def _put(self, typed: KalenderTahun, seen: int) -> None:
        try:
            changes = calendar_table.save_year(self.ctx(), typed, seen)
        except KinerjaError as refused:
            self.refuse(refused)
            return
        self._view = None  # nothing typed is left to keep
        self.load()
        self.saved.emit(StatusText(f"Tersimpan {format_waktu(self.ctx().now())}", Tone.SELESAI))
        self.changed.emit(changes)

    def keep(self) -> bool:
        """Store what is typed where the page is left by going on; False where it must be put right first."""
        if self._is_edited():
            self._store(confirmed=False)
        return not self._is_edited()

    # --- the window ------------------------------------------------------------------------------

    def unsaved(self) -> bool:
        return self._is_edited()

    def waiting(self) -> dict[str, str]:
        """The fields that were typed in, and each day that is another one than stored."""
        assert self._view is not None
        stored, now = self._view.tabel.hari_libur, self._days
        new = {format_tanggal(day.tanggal): f"{day.uraian} ({day.jenis.label})" for day in now if day not in stored}
        left = {day.tanggal for day in now}
        gone = {format_tanggal(day.tanggal): f"{day.uraian} (dihapus)" for day in stored if day.tanggal not in left}
        return {**new, **gone, **typed_in(self._panel)}

    def areas(self) -> tuple[QWidget, ...]:
        return (self._panel.days, self._year, self._save)

    def toggle_panel(self) -> None:
        self._split.toggle()

    def keys(self) -> tuple[tuple[str, str], ...]:
        return (("Ctrl+N", "hari libur baru"), ("Enter", "ubah hari libur yang terpilih"), ("Ctrl+S", "simpan"))


def _legend() -> tuple[QWidget, ...]:
    kinds = [(jenis.label, jenis) for jenis in JenisLibur]
    signs: list[tuple[str, JenisLibur | None]] = [*kinds, ("Ramadan", None)]
    return tuple(holder(row(Swatch(jenis), Label(words, ink=Ink.TEXT_2), space=Space.PAIR)) for words, jenis in signs)
