"""Which column of a foreign workbook is which of ours: its sheets as they look, and a choice for each of our columns.

The choice is told as it is made (``changed``); ``agreed`` goes on to the trial. Proposals come from the service.
"""

from functools import partial

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QTableView, QVBoxLayout, QWidget

from kinerja_desktop.services import workbook_sources
from kinerja_desktop.services.workbook_sources import SUBJECTS, BukuAsing, Lembar, Tabel
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.theme import Height, Ink, Tone
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import Card, column, empty, holder, row
from kinerja_desktop.ui.widgets.fields import ComboBox, fill
from kinerja_desktop.ui.widgets.labels import ElidedLabel, Label
from kinerja_desktop.ui.widgets.scroll_area import ScrollArea
from kinerja_desktop.ui.widgets.segments import Segment, Segmented
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_NONE = ""
_NO_SHEET = "Pilih lembar yang dibaca dahulu."
_CHOICES_WIDTH, _NAME_WIDTH = 560, 150
_MOST_HEADS, _ROWS_OFFERED = 3, 40
_BY_NAME = {lembar.nama: lembar for lembar in SUBJECTS}


class MappingView(QWidget):
    """See the module. ``changed`` carries the `BukuAsing` with the new choice."""

    changed = Signal(object)
    agreed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._book: BukuAsing | None = None
        self._state = Strip()
        self._year = QLineEdit()
        self._year.setObjectName("tahun_buku")
        self._year.setAccessibleName("Tahun isi berkas")
        self._year.setMaxLength(4)
        self._year.setFixedWidth(theme.px(64))
        self._subjects = Segmented([Segment(nama, nama) for nama in _BY_NAME], "Isi yang dibaca")
        self._subjects.setObjectName("isi_buku")
        self._sheet = ComboBox("Lembar")
        self._sheet.setObjectName("lembar_asal")
        self._first, self._last = ComboBox("Baris judul pertama"), ComboBox("Baris judul terakhir")
        self._first.setObjectName("judul_pertama")
        self._last.setObjectName("judul_terakhir")
        self._data = Label(ink=Ink.TEXT_2)
        self._sample = _SampleTable()
        self._choices = QVBoxLayout()
        self._choices.setSpacing(theme.px(6))
        self._boxes: dict[str, tuple[ComboBox, ElidedLabel]] = {}
        self._go = Button("Periksa Isi Berkas", ButtonKind.PRIMARY, act=True)
        self._go.setObjectName("periksa_isi")
        self._why = Label(ink=Ink.TEXT_2)
        self._lay_out()
        self._subjects.chosen.connect(lambda _: self._show_subject())
        self._sheet.activated.connect(lambda _: self._take_sheet())
        self._first.activated.connect(lambda _: self._take_heads())
        self._last.activated.connect(lambda _: self._take_heads())
        self._year.textEdited.connect(self._take_year)
        self._go.clicked.connect(self.agreed)

    def _lay_out(self) -> None:
        words = row(Label("Tahun isi berkas", buddy=self._year), self._year, 12, self._subjects, None)
        heads = (self._first, Label("sampai"), self._last, self._data)
        place = row(
            Label("Lembar", buddy=self._sheet), self._sheet, 8, Label("Baris judul", buddy=self._first), *heads, None
        )
        area = ScrollArea(holder(column(self._choices, None, edge=12)), sideways=False, bare=True)
        panel = Card(column(area))
        panel.setFixedWidth(theme.px(_CHOICES_WIDTH))
        body = row(self._sample, panel, space=12)
        body.setStretch(0, 1)
        whole = column(self._state, 8, words, 8, place, 8, body, 12, row(None, self._why, 8, self._go))
        whole.setStretch(6, 1)
        self.setLayout(whole)

    def areas(self) -> tuple[QWidget, ...]:
        """Where F6 stops."""
        return (self._sheet, self._sample, self._go)

    # --- showing ---------------------------------------------------------------------------------

    def show_book(self, book: BukuAsing) -> None:
        """A workbook with what is known or guessed of it."""
        self._book = book
        self._state.set_spec(_known() if book.diingat else _unknown())
        self._year.setText(str(book.tahun))
        nothing: list[tuple[str, object]] = [("(tidak ada di berkas ini)", _NONE)]
        fill(self._sheet, [*nothing, *((nama, nama) for nama in book.sheets)], _NONE)
        self._subjects.choose(SUBJECTS[0].nama)
        self._show_subject()

    def _subject(self) -> Lembar:
        return _BY_NAME[self._subjects.key()]

    def _table(self) -> Tabel | None:
        return self._book.tables.get(self._subjects.key()) if self._book else None

    def _show_subject(self) -> None:
        """The place and the columns of the chosen one of our sheets."""
        book, tabel = self._book, self._table()
        if book is None:
            return
        fill(self._sheet, _items(self._sheet), tabel.kepala.lembar if tabel else _NONE)
        self._show_heads(tabel)
        self._sample.show_sheet(book, tabel, tabel.kepala.lembar if tabel else next(iter(book.sheets), ""))
        self._show_choices()
        self._judge()

    def _show_heads(self, tabel: Tabel | None) -> None:
        """In which rows the heads stand, and where the data begins."""
        first, last = (tabel.kepala.judul, tabel.kepala.akhir) if tabel else (1, 1)
        fill(self._first, _numbers(1, _ROWS_OFFERED), first)
        fill(self._last, _numbers(first, first + _MOST_HEADS - 1), last)
        for box in (self._first, self._last):
            allow(box, "" if tabel is not None else _NO_SHEET)
        self._data.setText(f"data mulai baris {tabel.kepala.data}" if tabel else "")

    def _show_choices(self) -> None:
        for box, _ in self._boxes.values():
            box.setObjectName("")
        self._boxes.clear()
        empty(self._choices)
        tabel = self._table()
        if tabel is None:
            words = f"Berkas ini tidak berisi {self._subject().nama}, atau pilih lembarnya di atas."
            self._choices.addWidget(Label(words, ink=Ink.TEXT_2, wrap=True))
            return
        for kolom in self._subject().kolom:
            self._choices.addWidget(self._choice(kolom.nama, needed=kolom.wajib))
        self._show_chosen(tabel)

    def _choice(self, nama: str, *, needed: bool) -> QWidget:
        box, sample = ComboBox(label_of(nama)), ElidedLabel(ink=Ink.TEXT_2)
        box.setObjectName(f"kolom_{nama}")
        sample.setObjectName("contoh_isi")
        box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(16)
        box.activated.connect(partial(self._take_column, nama, box))
        self._boxes[nama] = box, sample
        words = Label(f"{label_of(nama)} *" if needed else label_of(nama), buddy=box, wrap=True)
        words.setFixedWidth(theme.px(_NAME_WIDTH))
        line = row(words, box, sample, space=8)
        line.setStretch(1, 1)
        line.setStretch(2, 1)
        return holder(line)

    def _show_chosen(self, tabel: Tabel) -> None:
        """Each choice, with what stands below that head."""
        assert self._book is not None
        heads = [("(tidak ada)", _NONE), *((text, at) for at, text in enumerate(tabel.kepala.teks))]
        for nama, (box, sample) in self._boxes.items():
            at = tabel.kolom.get(nama)
            fill(box, heads, _NONE if at is None else at)
            sample.set_text("" if at is None else self._book.sample_of(tabel.kepala, at))

    def _judge(self) -> None:
        """Whether the file can be tried, and why not."""
        book = self._book
        if book is None:
            return
        self._subjects.set_counts(dict.fromkeys(_BY_NAME, 0) | {nama: len(t.kolom) for nama, t in book.tables.items()})
        why = _why_not(book)
        allow(self._go, why)
        self._why.setText(why)
        set_shown(self._why, shown=bool(why))

    # --- choosing ----------------------------------------------------------------------------------

    def _take_sheet(self) -> None:
        self._take(self._sheet.currentData(), *self._rows())

    def _take_heads(self) -> None:
        tabel = self._table()
        if tabel is not None:
            self._take(tabel.kepala.lembar, *self._rows())

    def _rows(self) -> tuple[int, int]:
        """First and last row of heads as chosen, the last one never above the first nor far below it."""
        first, last = int(self._first.currentText()), int(self._last.currentText())
        return first, min(max(first, last), first + _MOST_HEADS - 1)

    def _take(self, lembar: str, first: int, last: int) -> None:
        """Other heads for this one of our sheets; without any there the choice stays as it was."""
        assert self._book is not None
        tabel = self._book.tabel(self._subject(), lembar, first, last) if lembar != _NONE else None
        if lembar == _NONE or tabel is not None:
            self._keep(tabel)
        self._show_subject()

    def _take_column(self, nama: str, box: ComboBox, _index: int) -> None:
        tabel = self._table()
        if tabel is None or self._book is None:
            return
        chosen = box.currentData()
        kept = {name: at for name, at in tabel.kolom.items() if name != nama and at != chosen}
        fresh = Tabel(tabel.kepala, kept if chosen == _NONE else {**kept, nama: chosen})
        self._keep(fresh)
        self._show_chosen(fresh)
        self._sample.show_sheet(self._book, fresh, fresh.kepala.lembar)
        self._judge()

    def _keep(self, tabel: Tabel | None) -> None:
        assert self._book is not None
        self._book = workbook_sources.with_table(self._book, self._subjects.key(), tabel)
        self.changed.emit(self._book)

    def _take_year(self, text: str) -> None:
        if self._book is not None:
            self._book = workbook_sources.with_year(self._book, int(text) if text.isascii() and text.isdecimal() else 0)
            self.changed.emit(self._book)
            self._judge()


def label_of(nama: str) -> str:
    """A column of ours in words: "Target triwulan 1"."""
    words = " ".join(f"triwulan {w[2:]}" if w.startswith("tw") and w[2:].isdecimal() else w for w in nama.split("_"))
    return words[:1].upper() + words[1:]


def _items(box: ComboBox) -> list[tuple[str, object]]:
    return [(box.itemText(n), box.itemData(n)) for n in range(box.count())]


def _numbers(first: int, last: int) -> list[tuple[str, object]]:
    return [(str(n), n) for n in range(first, last + 1)]


def _known() -> StripSpec:
    text = "**Susunan berkas ini sudah dikenal.** Periksa arti kolomnya, lalu lanjutkan."
    return StripSpec(Tone.BERJALAN, Icon.INFO, text)


def _unknown() -> StripSpec:
    text = (
        "**Susunan berkas ini bukan Buku Kinerja.** Tunjukkan arti kolomnya. "
        "Pilihan ini diingat untuk berkas lain dengan judul kolom yang sama."
    )
    return StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, text)


def _why_not(book: BukuAsing) -> str:
    if not workbook_sources.is_year(book.tahun):
        return "Tulis tahun isi berkas, empat angka."
    for lembar, names in workbook_sources.missing(book).items():
        return f"{lembar}: pilih kolom {', '.join(label_of(nama).lower() for nama in names)}."
    return ""


class _SampleModel(QAbstractTableModel):
    """The top of a sheet; rows of heads on their own ground, used columns named by ours."""

    def __init__(self) -> None:
        super().__init__()
        self._letters: tuple[str, ...] = ()
        self._lines: tuple[tuple[int, tuple[str, ...]], ...] = ()
        self._tabel: Tabel | None = None

    def show_sheet(self, book: BukuAsing, tabel: Tabel | None, lembar: str) -> None:
        self.beginResetModel()
        self._letters, self._lines = book.contoh(lembar)
        self._tabel = tabel
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._letters)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        number, texts = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return texts[index.column()]
        if role == Qt.ItemDataRole.BackgroundRole and self._tabel is not None:
            return self._ground(number, index.column() + 1)
        return None

    def _ground(self, number: int, position: int) -> QColor | None:
        assert self._tabel is not None
        kepala = self._tabel.kepala
        if kepala.judul <= number <= kepala.akhir:
            return QColor(theme.current().palette.surface_2)
        read = {kepala.kolom[at] for at in self._tabel.kolom.values()}
        return QColor(theme.current().palette.selected) if number >= kepala.data and position in read else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._letters[section] if orientation is Qt.Orientation.Horizontal else str(self._lines[section][0])


class _SampleTable(QTableView):
    """The sheet as it looks in Excel, to be read only: a picture of a file, no list of the office."""

    def __init__(self) -> None:
        super().__init__()
        self._things = _SampleModel()
        self.setModel(self._things)
        self.setObjectName("contoh_lembar")
        self.setAccessibleName("Isi lembar")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Qt's own signature
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(theme.height(Height.GROUP_ROW))
        self.horizontalHeader().setDefaultSectionSize(theme.px(110))
        self.horizontalHeader().setHighlightSections(False)

    def show_sheet(self, book: BukuAsing, tabel: Tabel | None, lembar: str) -> None:
        self._things.show_sheet(book, tabel, lembar)
