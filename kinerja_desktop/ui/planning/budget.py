"""The budget lines of a year: pagu, and the money spent in each triwulan, typed or pasted from Excel.

A line keeps the seksi and indikator that a workbook gave it as long as its kode stays.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.anggaran import BarisAnggaran
from kinerja_desktop.domain.indikator import Tingkat
from kinerja_desktop.domain.numerals import format_angka, read_angka
from kinerja_desktop.ui.icons import Icon
from kinerja_desktop.ui.planning.fields import ROMAWI
from kinerja_desktop.ui.theme import Ink, Tone
from kinerja_desktop.ui.widgets.buttons import Button, ButtonKind
from kinerja_desktop.ui.widgets.cards import column, row
from kinerja_desktop.ui.widgets.edit_table import EditColumn, EditTable
from kinerja_desktop.ui.widgets.labels import Label
from kinerja_desktop.ui.widgets.showing import set_shown
from kinerja_desktop.ui.widgets.strips import Strip, StripSpec

_LEVELS = tuple(t for t in Tingkat if t not in (Tingkat.TUJUAN, Tingkat.SASARAN))
_COLUMNS = (
    EditColumn("Kode", 150),
    EditColumn("Tingkat", 112, choices=tuple(t.label for t in _LEVELS)),
    EditColumn("Uraian"),
    EditColumn("Pagu (Rp)", 116, right=True),
    *(EditColumn(f"Realisasi TW {romawi}", 116, right=True) for romawi in ROMAWI),
)
_EMPTY = "Belum ada baris anggaran. Tambah baris, tempel dari Excel (Ctrl+V), atau impor buku kerja."
_HINT = "Realisasi diisi per triwulan, bukan jumlah sampai dengan triwulan itu."


class BudgetView(QWidget):
    """``save_asked``: the person wants the lines kept; `rows` reads them."""

    save_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._known: Mapping[str, BarisAnggaran] = {}
        self._dirty = False
        self._table = EditTable("Anggaran", _COLUMNS)
        self._table.setObjectName("anggaran")
        self._fault, self._hint = Strip(), Label(ink=Ink.TEXT_2, wrap=True)
        self._fault.setObjectName("salah_anggaran")
        self._add, self._remove = Button("Tambah Baris", icon=Icon.TAMBAH), Button("Hapus Baris", icon=Icon.KURANG)
        self._save = Button("Simpan Anggaran", ButtonKind.PRIMARY, act=True)
        for name, part in (("tambah_baris", self._add), ("hapus_baris", self._remove), ("simpan_anggaran", self._save)):
            part.setObjectName(name)
        foot = row(self._add, self._remove, 8, self._hint, self._save)
        foot.setStretch(3, 1)
        whole = column(self._table, 8, self._fault, 8, foot)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.setFocusProxy(self._table)
        self._table.edited.connect(lambda: self._note(dirty=True))
        self._add.clicked.connect(self._table.add_row)
        self._remove.clicked.connect(self._table.remove_row)
        self._save.clicked.connect(self.save_asked)

    def show_rows(self, rows: Sequence[BarisAnggaran], *, writable: bool) -> None:
        """Show the stored lines; what is typed and not yet kept stays."""
        if self._dirty:
            return
        self._known = {r.kode: r for r in rows}
        self._table.set_texts([_texts(r) for r in rows], writable=writable)
        for part in (self._add, self._remove, self._save):
            set_shown(part, shown=writable)
        self._hint.setText(_HINT if rows else _EMPTY)
        self._note(dirty=False)

    def is_dirty(self) -> bool:
        """Whether something typed is not kept yet."""
        return self._dirty

    def let_go(self) -> None:
        """What is typed was kept or is given up: the next `show_rows` may replace it."""
        self._dirty = False

    def _note(self, *, dirty: bool) -> None:
        self._dirty = dirty
        self._save.setEnabled(dirty)
        self._save.setToolTip("" if dirty else "Belum ada perubahan.")
        if dirty:
            self.show_fault("")

    def rows(self) -> tuple[BarisAnggaran, ...]:
        """The lines as typed; those without a word are left out. Raises AngkaSalah."""
        return tuple(self._read(texts) for texts in self._table.texts() if texts[0] or any(texts[2:]))

    def _read(self, texts: Sequence[str]) -> BarisAnggaran:
        kode, level, uraian, pagu, *spent = texts
        known = self._known.get(kode, BarisAnggaran(kode, Tingkat.PROGRAM, uraian))
        one, two, three, four = (read_angka(text).nilai for text in spent)
        tingkat = next((t for t in _LEVELS if t.label == level), Tingkat.PROGRAM)
        return replace(
            known, tingkat=tingkat, uraian=uraian, pagu=read_angka(pagu).nilai, realisasi=(one, two, three, four)
        )

    def show_fault(self, sentence: str) -> None:
        """Why the lines were not kept."""
        self._fault.set_spec(StripSpec(Tone.SALAH, Icon.SALAH, sentence) if sentence else None)


def _texts(baris: BarisAnggaran) -> tuple[str, ...]:
    figures = (baris.pagu, *baris.realisasi)
    return (baris.kode, baris.tingkat.label, baris.uraian, *(_figure(n) for n in figures))


def _figure(nilai: Decimal | None) -> str:
    return "" if nilai is None else format_angka(nilai)
