"""What a grid shows, as frozen values: columns, rows, headings between rows, cells and their states."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Ink, Tone


class CellState(Enum):
    """How a cell stands. Being chosen is no state: it combines with all of these."""

    KOSONG = "belum diisi"
    DIISI = ""
    PERINGATAN = "peringatan"
    SALAH = "isian salah"
    TIDAK_ADA_DATA = "tidak ada data"
    DIKEMBALIKAN = "dikembalikan"
    TERKUNCI = "terkunci"
    DIHITUNG = "dihitung"
    BELUM_LENGKAP = "dihitung, belum lengkap"
    BERUBAH = "berubah"

    @property
    def spoken(self) -> str:
        """The state as an assistive program says it after the figure."""
        return self.value


class ColumnKind(Enum):
    """What stands in a column, which decides font, ink and side."""

    NOMOR = auto()
    NAMA = auto()
    ANGKA = auto()
    ANGKA_UTAMA = auto()
    TEKS = auto()


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column. ``title`` may have two lines; ``hides`` 0 stays, 1 is the first to go when the room is short."""

    key: str
    title: str
    width: int
    kind: ColumnKind = ColumnKind.ANGKA
    stretches: bool = False
    """Takes the room that is left; ``width`` is then the least it needs."""
    hides: int = 0
    """Columns of one number go together."""
    extra: bool = False
    """Only there once all columns are asked for."""

    @property
    def is_figure(self) -> bool:
        """Figures and their heads stand at the right."""
        return self.kind in (ColumnKind.ANGKA, ColumnKind.ANGKA_UTAMA)

    @property
    def is_needed(self) -> bool:
        """What the row is, and what it is about, is never hidden."""
        return self.kind in (ColumnKind.NOMOR, ColumnKind.NAMA, ColumnKind.ANGKA_UTAMA)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. The text is what a person typed or what the calculator printed; the grid computes nothing."""

    text: str = ""
    state: CellState = CellState.DIISI
    editable: bool = False
    subtext: str = ""
    """Second line of a name: unit and kind («surat · akumulasi»)."""
    symbol: Icon | None = None
    """A symbol before the text where the state has none of its own («Sangat Tinggi», bukti)."""
    symbol_ink: Ink | Tone = Ink.TEXT_2
    symbol_shape: Shape = Shape.REGULAR
    ink: Ink | Tone | None = None
    """Another ink than that of the column and the state."""
    note: str = ""
    """Sentence about the state: under the cell for a fault or an echo, else as tooltip."""
    previous: str = ""
    """What stood here in the version before (BERUBAH)."""
    unit: str = ""
    """Unit for the spoken text."""
    order: str = ""
    """What the cell is sorted by where its text would not do («2026-07-13T16:00» for a day in words)."""
    words: str = ""
    """What stands in the cell while it has no text; that of the state where empty. Never copied, never edited."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row: its key, its name for the spoken text, and cells by key of column (missing ones are empty)."""

    key: str
    name: str
    cells: Mapping[str, Cell] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GridGroup:
    """A heading across all columns («Sasaran 1 · …»), perhaps with a figure at the right («rata-rata 98,17%»)."""

    text: str
    trailing: str = ""


Rows = Sequence[GridRow | GridGroup]
