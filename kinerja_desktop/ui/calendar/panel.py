"""The panel of Kalender: the list of days off, whose acts stay in sight; below it Ramadan, the decree, limits.

The list is as high as its rows: the panel alone scrolls.
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from kinerja_desktop import messages
from kinerja_desktop.domain.errors import FieldsRefused, KalenderSalah
from kinerja_desktop.domain.kalender import HariLibur, KalenderTahun
from kinerja_desktop.domain.tanggal import format_tanggal_singkat, nama_hari
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Ink, TextStyle
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import Card, Ground, column, row
from kinerja_desktop.ui.widgets.date_field import DateField
from kinerja_desktop.ui.widgets.form_field import FormField
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.listing import ListColumn, Listing
from kinerja_desktop.ui.widgets.side_panel import SidePanel

_COLUMNS: tuple[ListColumn[HariLibur], ...] = (
    ListColumn(
        "Tanggal",
        lambda h: f"{nama_hari(h.tanggal)[:3]} {format_tanggal_singkat(h.tanggal)}",
        92,
        order=lambda h: h.tanggal.toordinal(),
    ),
    ListColumn("Uraian", lambda h: h.uraian),
    ListColumn("Jenis", lambda h: h.jenis.label, 106),
)
_WIDTH, _WIDTH_NARROW = 420, 370


class CalendarPanel(SidePanel):
    """Signals ask for the acts; ``edited`` tells that a field was typed in."""

    add_asked = Signal()
    change_asked = Signal()
    remove_asked = Signal()
    edited = Signal()

    def __init__(self) -> None:
        super().__init__(_WIDTH)
        self.days: Listing[HariLibur] = Listing("Daftar hari libur", _COLUMNS)
        self.days.setObjectName("daftar_libur")
        self.days.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.days.words.fitted.connect(self._fit_days)
        self._add = Button("Hari Libur", icon=Icon.TAMBAH)
        self._change, self._remove = Button("Ubah…"), Button("Hapus dari Daftar", ButtonKind.LINK)
        self._first = DateField("Ramadan, hari pertama", "ramadan_mulai")
        self._last = DateField("Ramadan, hari terakhir", "ramadan_selesai")
        self._source = QLineEdit()
        self._source.setObjectName("sumber")
        self._ramadan = FormField("Ramadan, hari pertama", self._first)
        self._ramadan_end = FormField("Ramadan, hari terakhir", self._last)
        self._examples = Label(ink=Ink.TEXT_2, wrap=True)
        for name, act, asked in (
            ("tambah_libur", self._add, self.add_asked),
            ("ubah_libur", self._change, self.change_asked),
            ("hapus_libur", self._remove, self.remove_asked),
        ):
            act.setObjectName(name)
            act.clicked.connect(asked)
        for field in (self._first, self._last, self._source):
            field.textEdited.connect(lambda _: self.edited.emit())
        self.days.opened.connect(self.change_asked)
        self.days.chosen.connect(self._judge)
        self.days.chosen.connect(self._follow_chosen)
        self._lay_out()

    def set_narrow(self, *, narrow: bool) -> None:
        self.setFixedWidth(theme.px(_WIDTH_NARROW if narrow else _WIDTH))

    def _lay_out(self) -> None:
        example = Card(column(Label("Contoh hitung", TextStyle.BODY_500), 3, self._examples, edge=8), Ground.WELL)
        self.content.addWidget(self.days.filter_line)
        self.content.addWidget(self.days)
        self.content.addLayout(row(self._ramadan, self._ramadan_end))
        self.content.addWidget(FormField("Dasar", self._source, "nomor SKB atau keputusan"))
        self.content.addWidget(example)
        self.set_foot(row(self._add, self._change, self._remove, None))
        self._fit_days()

    def _fit_days(self) -> None:
        head, rows = self.days.horizontalHeader().sizeHint().height(), self.days.words.height()
        self.days.setFixedHeight(head + rows + 2 * self.days.frameWidth())

    def _follow_chosen(self) -> None:
        """The keys of the list go through it; the panel scrolls along."""
        if self.days.hasFocus():
            self.keep_in_sight(self.days, self.days.visualRect(self.days.currentIndex()))

    def show_table(self, table: KalenderTahun) -> None:
        """Fill every field from a table."""
        self._first.set_day(table.ramadan_mulai)
        self._last.set_day(table.ramadan_selesai)
        self._source.setText(table.sumber)
        self._source.setCursorPosition(0)
        self.clear_faults()

    def show_days(self, days: Iterable[HariLibur], chosen: HariLibur | None = None) -> None:
        """Show the list in order of date, with one of them chosen."""
        ordered = sorted(days, key=lambda libur: libur.tanggal)
        self.days.set_rows(ordered)
        if chosen in ordered:
            self.days.selectRow(ordered.index(chosen))
        self._judge()

    def show_examples(self, lines: Iterable[str]) -> None:
        self._examples.setText("\n".join(lines))

    def _judge(self) -> None:
        for act in (self._change, self._remove):
            allow(act, "" if self.days.current() is not None else "Pilih hari libur dahulu.")

    def table(self, tahun: int, days: Iterable[HariLibur], *, dikonfirmasi: bool) -> KalenderTahun:
        """The year as it is typed. Raises FieldsRefused, KalenderSalah."""
        first, last = self._first.day(), self._last.day()
        ordered = tuple(sorted(days, key=lambda libur: libur.tanggal))
        return KalenderTahun(tahun, ordered, first, last, dikonfirmasi, self._source.text().strip())

    def clear_faults(self) -> None:
        self._ramadan.fault.set_text("")
        self._ramadan_end.fault.set_text("")

    def tell_fault(self, refused: FieldsRefused | KalenderSalah) -> None:
        """Say at Ramadan's fields what cannot be."""
        ends = isinstance(refused, FieldsRefused) and refused.isian[0].kunci == "ramadan_selesai"
        field = self._ramadan_end if ends else self._ramadan
        field.fault.set_text(messages.sentence(refused))
        field.control.setFocus()
