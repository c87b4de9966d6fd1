"""What a trial found: faults, warnings, what becomes of every row; and, after «Terapkan», what was stored."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kinerja_desktop.domain.buku import PeringatanSel
from kinerja_desktop.domain.errors import Kesalahan
from kinerja_desktop.domain.huruf import folded
from kinerja_desktop.services.workbook_import import HasilImpor, Pemeriksaan
from kinerja_desktop.services.workbook_merge import Perubahan, Tindakan
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Ink, Tone
from kinerja_desktop.ui.widgets.allowing import allow
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, holder, row
from kinerja_desktop.ui.widgets.empty_state import EmptyState
from kinerja_desktop.ui.widgets.fields import ComboBox, SearchField, fill
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.listing import ListColumn, Listing
from kinerja_desktop.ui.widgets.segments import Segment, Segmented
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec

FAULTS, WARNINGS, ROWS = "kesalahan", "peringatan", "perubahan"
_FAULT_COLUMNS: tuple[ListColumn[Kesalahan], ...] = (
    ListColumn("Lembar", lambda k: k.lembar or "–", 130),
    ListColumn("Sel", lambda k: k.sel or "–", 64),
    ListColumn("Terbaca", lambda k: k.nilai or "–", 150),
    ListColumn("Sebab", lambda k: k.sebab),
    ListColumn("Saran", lambda k: k.saran, 430),
)
_WARNING_COLUMNS: tuple[ListColumn[PeringatanSel], ...] = (
    ListColumn("Lembar", lambda p: p.lembar, 130),
    ListColumn("Sel", lambda p: p.sel or "–", 64),
    ListColumn("Peringatan", lambda p: p.teks[:1].upper() + p.teks[1:]),
)
_ROW_COLUMNS: tuple[ListColumn[Perubahan], ...] = (
    ListColumn("Lembar", lambda p: p.lembar, 130),
    ListColumn("Baris", lambda p: p.kunci, 190),
    ListColumn("Menjadi", lambda p: p.tindakan.value, 110),
    ListColumn("Isi atau perubahan", lambda p: p.uraian or "–"),
)
_CHANGING = "yang berubah"
_ALL = "semua"


class ResultView(QWidget):
    """See the module. ``agreed`` and ``notes_asked`` carry the trial; ``columns_asked`` goes back to the columns."""

    agreed = Signal(object)
    notes_asked = Signal(object)
    again = Signal()
    columns_asked = Signal()
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._checked: Pemeriksaan | None = None
        self._state, self._more = Strip(), Strip()
        self._counts = Label(ink=Ink.TEXT_2)
        self._counts.setObjectName("jumlah")
        parts = [Segment(FAULTS, "Kesalahan"), Segment(WARNINGS, "Peringatan"), Segment(ROWS, "Perubahan")]
        self._parts = Segmented(parts, "Bagian hasil pemeriksaan")
        self._parts.setObjectName("bagian_hasil")
        self._faults: Listing[Kesalahan] = Listing("Kesalahan", _FAULT_COLUMNS)
        self._warnings: Listing[PeringatanSel] = Listing("Peringatan", _WARNING_COLUMNS)
        self._rows: Listing[Perubahan] = Listing("Perubahan", _ROW_COLUMNS)
        self._empty = EmptyState()
        self._lists = QStackedWidget()
        for listing in (self._faults, self._warnings, self._rows):
            self._lists.addWidget(holder(column(listing.filter_line, listing)))
        self._lists.addWidget(self._empty)
        self._sheet, self._become = ComboBox("Lembar"), ComboBox("Menjadi")
        self._find = SearchField("Cari baris")
        self._filters = holder(row(self._sheet, self._become, self._find))
        self._notes = Button("Simpan Salinan Bercatatan…", icon=Icon.SIMPAN_PDF, act=True)
        self._again = Button("Periksa Lagi", icon=Icon.ULANGI, act=True)
        self._columns = Button("Cocokkan Kolom…", act=True)
        self._apply = Button("Terapkan", ButtonKind.PRIMARY, Icon.DISETUJUI, act=True)
        self._finish = Button("Selesai", ButtonKind.PRIMARY, act=True)
        self._name_parts()
        self._lay_out()
        self._connect()

    def _name_parts(self) -> None:
        for name, part in (
            ("daftar_kesalahan", self._faults),
            ("daftar_peringatan", self._warnings),
            ("daftar_perubahan", self._rows),
            ("lembar_perubahan", self._sheet),
            ("tindakan_perubahan", self._become),
            ("cari_perubahan", self._find),
            ("simpan_catatan", self._notes),
            ("periksa_lagi", self._again),
            ("ubah_kolom", self._columns),
            ("terapkan", self._apply),
            ("selesai", self._finish),
        ):
            part.setObjectName(name)

    def _lay_out(self) -> None:
        acts = row(self._notes, self._columns, self._again, None, self._counts, 12, self._apply, self._finish)
        head = row(self._parts, None, self._filters)
        strips = column(self._state, self._more, space=8)
        whole = column(strips, 8, head, 8, self._lists, 12, acts)
        whole.setStretch(4, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._parts.chosen.connect(lambda _: self._show_part())
        self._sheet.activated.connect(lambda _: self._show_rows())
        self._become.activated.connect(lambda _: self._show_rows())
        self._find.textChanged.connect(lambda _: self._show_rows())
        self._again.clicked.connect(self.again)
        self._columns.clicked.connect(self.columns_asked)
        self._finish.clicked.connect(self.finished)
        self._apply.clicked.connect(lambda: self.agreed.emit(self._checked))
        self._notes.clicked.connect(lambda: self.notes_asked.emit(self._checked))

    def areas(self) -> tuple[QWidget, ...]:
        """Where F6 stops."""
        shown: Mapping[str, QWidget] = {FAULTS: self._faults, WARNINGS: self._warnings, ROWS: self._rows}
        return (shown[self._parts.key()], self._apply)

    # --- showing ---------------------------------------------------------------------------------

    def show_trial(self, checked: Pemeriksaan, *, columns: bool) -> None:
        """A trial; nothing is stored yet. ``columns`` offers to choose what the columns are."""
        self._checked, hasil = checked, checked.hasil
        self._state.set_spec(_trial_state(hasil))
        self._more.set_spec(_by_two(hasil))
        self._fill(hasil)
        self._parts.choose(FAULTS if hasil.kesalahan else ROWS)
        self._show_part()
        found = bool(hasil.kesalahan or hasil.peringatan)
        for button, shown in (
            (self._notes, found),
            (self._columns, columns),
            (self._again, True),
            (self._apply, True),
            (self._finish, False),
        ):
            set_shown(button, shown=shown)
        allow(self._apply, _why_not(hasil))

    def show_stored(self, done: HasilImpor, jam: str) -> None:
        """What was stored, row by row."""
        text = f"**Tersimpan pukul {jam}, tahun {done.tahun}:** {done.ringkasan}."
        self._state.set_spec(StripSpec(Tone.SELESAI, Icon.DISETUJUI, text, shape=Shape.FILL))
        self._more.set_spec(None)
        self._fill(done)
        self._parts.choose(ROWS)
        self._show_part()
        for button in (self._notes, self._columns, self._again, self._apply):
            set_shown(button, shown=False)
        set_shown(self._finish, shown=True)
        self._finish.setFocus()

    def tell_notes(self, notes: int, target: Path) -> None:
        """The copy with notes lies there now."""
        text = f"{notes} catatan ditulis ke salinan **{target.name}**. Berkas asli tidak diubah."
        self._more.set_spec(StripSpec(Tone.SELESAI, Icon.DISETUJUI, text, shape=Shape.FILL))

    def _fill(self, hasil: HasilImpor) -> None:
        self._hasil = hasil
        self._faults.set_rows(hasil.kesalahan)
        self._warnings.set_rows(hasil.peringatan)
        self._parts.set_counts(
            {FAULTS: len(hasil.kesalahan), WARNINGS: len(hasil.peringatan), ROWS: len(hasil.perubahan)}
        )
        self._counts.setText(hasil.ringkasan if hasil.kesalahan else "")  # else the strip says so
        fill(self._sheet, _sheets(hasil.perubahan), _ALL)
        some = _CHANGING if _changes(hasil) else _ALL
        fill(self._become, _becoming(hasil), some)
        self._find.clear()
        self._show_rows()

    def _show_part(self) -> None:
        key = self._parts.key()
        set_shown(self._filters, shown=key == ROWS)
        if key == ROWS:
            self._show_rows()
            return
        rows: Sequence[object] = self._hasil.kesalahan if key == FAULTS else self._hasil.peringatan
        self._show_list(self._faults if key == FAULTS else self._warnings, rows, _NOTHING[key])

    def _show_rows(self) -> None:
        lembar, become, words = self._sheet.currentData(), self._become.currentData(), folded(self._find.text())
        rows = [
            p
            for p in self._hasil.perubahan
            if lembar in (_ALL, p.lembar)
            and (become in (_ALL, p.tindakan) or (become == _CHANGING and p.tindakan is not Tindakan.TETAP))
            and (not words or words in folded(f"{p.kunci} {p.uraian}"))  # in words only where one looks for some
        ]
        self._rows.set_rows(rows)
        if self._parts.key() == ROWS:
            self._show_list(self._rows, rows, _NOTHING[ROWS])

    def _show_list(self, part: QWidget, rows: Sequence[object], nothing: str) -> None:
        self._empty.set_words(nothing)
        self._lists.setCurrentWidget((rows and part.parentWidget()) or self._empty)


_NOTHING = {
    FAULTS: "Tidak ada kesalahan.",
    WARNINGS: "Tidak ada peringatan.",
    ROWS: "Tidak ada baris seperti itu. Ubah pilihan di atas.",
}


def _changes(hasil: HasilImpor) -> int:
    return hasil.jumlah(Tindakan.TAMBAH) + hasil.jumlah(Tindakan.UBAH)


def _trial_state(hasil: HasilImpor) -> StripSpec:
    if hasil.kesalahan:
        text = (
            f"**{len(hasil.kesalahan)} kesalahan.** Belum ada yang dapat disimpan. "
            "Perbaiki di Excel, simpan, lalu tekan Periksa Lagi."
        )
        return StripSpec(Tone.SALAH, Icon.SALAH, text, shape=Shape.FILL)
    if not _changes(hasil):
        text = "**Tidak ada yang berubah.** Isi berkas ini sama dengan data kantor."
        return StripSpec(Tone.NETRAL, Icon.INFO, text)
    text = f"**Tahun {hasil.tahun}: {hasil.ringkasan}.** Belum ada yang disimpan."
    if hasil.peringatan:
        return StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, f"{text} Lihat peringatannya dahulu.", shape=Shape.FILL)
    return StripSpec(Tone.BERJALAN, Icon.INFO, text)


def _by_two(hasil: HasilImpor) -> StripSpec | None:
    if not hasil.berdua:
        return None
    text = f"**{hasil.berdua} baris memberi peran;** perlu persetujuan pejabat kedua. Sandinya diminta saat diterapkan."
    return StripSpec(Tone.PERHATIAN, Icon.PERINGATAN, text)


def _why_not(hasil: HasilImpor) -> str:
    if hasil.kesalahan:
        return "Perbaiki kesalahannya dahulu."
    return "" if _changes(hasil) else "Tidak ada yang perlu disimpan."


def _sheets(rows: Sequence[Perubahan]) -> list[tuple[str, object]]:
    counts: dict[str, int] = {}
    for p in rows:
        counts[p.lembar] = counts.get(p.lembar, 0) + 1
    return [(f"Semua lembar ({len(rows)})", _ALL), *((f"{nama} ({n})", nama) for nama, n in counts.items())]


def _becoming(hasil: HasilImpor) -> list[tuple[str, object]]:
    some = len(hasil.perubahan) - hasil.jumlah(Tindakan.TETAP)
    each = ((f"{t.value.capitalize()} ({hasil.jumlah(t)})", t) for t in Tindakan)
    return [(f"Yang berubah ({some})", _CHANGING), (f"Semua ({len(hasil.perubahan)})", _ALL), *each]
