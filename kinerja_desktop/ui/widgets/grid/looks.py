"""How each state of a cell looks, as data: ground, frame, symbol, ink. The delegate paints it and decides nothing."""

from dataclasses import dataclass
from enum import Enum, auto

from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Ink, TextStyle, Tone
from kinerja_desktop.ui.widgets.grid.cells import CellState


class Frame(Enum):
    """The border of a cell."""

    NONE = auto()
    DASHED = auto()
    """1.4 px in the colour of controls, 3 px inside."""
    SOLID = auto()
    """2 px in the tone of the state."""
    ROUNDED = auto()
    """1.5 px in the tone of the state, 3 px inside."""


class CellGround(Enum):
    SURFACE = auto()
    SURFACE_2 = auto()
    COMPUTED = auto()
    TONE = auto()


@dataclass(frozen=True, slots=True)
class CellLook:
    """Everything that a state adds to the plain look of its column."""

    ground: CellGround = CellGround.SURFACE
    frame: Frame = Frame.NONE
    tone: Tone = Tone.NETRAL
    symbol: Icon | None = None
    shape: Shape = Shape.FILL
    symbol_ink: Ink | Tone = Ink.TEXT_2
    ink: Ink | Tone | None = None
    style: TextStyle | None = None
    bar: bool = False
    """4 px at the left in the tone."""
    corner: bool = False
    """A folded corner at the upper right in the tone."""
    hatched: bool = False
    words: str = ""
    """What stands in the cell when it has no text."""


LOOKS = {
    CellState.KOSONG: CellLook(frame=Frame.DASHED, ink=Ink.TEXT_3, style=TextStyle.BODY, words="belum diisi"),
    CellState.DIISI: CellLook(),
    CellState.PERINGATAN: CellLook(tone=Tone.PERHATIAN, bar=True, symbol=Icon.PERINGATAN, symbol_ink=Tone.PERHATIAN),
    CellState.SALAH: CellLook(
        ground=CellGround.TONE,
        frame=Frame.SOLID,
        tone=Tone.SALAH,
        symbol=Icon.SALAH,
        symbol_ink=Tone.SALAH,
        ink=Tone.SALAH,
        style=TextStyle.FIGURE_500,
    ),
    CellState.TIDAK_ADA_DATA: CellLook(
        hatched=True, symbol=Icon.TANPA_DATA, ink=Ink.TEXT_2, style=TextStyle.BODY, words="tidak ada data"
    ),
    CellState.DIKEMBALIKAN: CellLook(
        frame=Frame.SOLID,
        tone=Tone.KEMBALI,
        corner=True,
        symbol=Icon.KEMBALIKAN,
        shape=Shape.BOLD,
        symbol_ink=Tone.KEMBALI,
    ),
    CellState.TERKUNCI: CellLook(
        ground=CellGround.SURFACE_2, symbol=Icon.TERKUNCI, shape=Shape.BOLD, ink=Ink.TEXT_2, style=TextStyle.FIGURE
    ),
    CellState.DIHITUNG: CellLook(ground=CellGround.COMPUTED),
    CellState.BELUM_LENGKAP: CellLook(
        ground=CellGround.COMPUTED,
        symbol=Icon.BELUM_LENGKAP,
        shape=Shape.REGULAR,
        symbol_ink=Ink.TEXT_3,
        ink=Ink.TEXT_3,
    ),
    CellState.BERUBAH: CellLook(frame=Frame.ROUNDED, tone=Tone.KEMBALI),
}
