"""The colours of the window, as data: four palettes with the same names, and the measure of contrast.

No Qt here, so that a test can recompute every ratio without a screen. One more colour: a field of `Palette` with a
value in all of them, and, where text stands on it, a line in the contrast table of the tests.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Tone(StrEnum):
    """What a state means. A tone never stands alone: a word and a symbol always go with it."""

    SELESAI = "selesai"
    PERHATIAN = "perhatian"
    SALAH = "salah"
    BERJALAN = "berjalan"
    KEMBALI = "kembali"
    NETRAL = "netral"


_TONES: Mapping[str, Tone] = {tone.value: tone for tone in Tone}


class Ink(StrEnum):
    """What text, a symbol or an icon is drawn with. The tones are inks too, by the same names."""

    TEXT = "text"
    TEXT_2 = "text_2"
    TEXT_3 = "text_3"
    CONTROL = "control"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    ON_HEADER = "on_header"
    ON_HEADER_2 = "on_header_2"
    SELESAI = "selesai"
    PERHATIAN = "perhatian"
    SALAH = "salah"
    BERJALAN = "berjalan"
    KEMBALI = "kembali"
    NETRAL = "netral"


class Mode(StrEnum):
    """The palettes by the names that Pengaturan shows."""

    TERANG = "terang"
    GELAP = "gelap"
    KONTRAS = "kontras tinggi"
    KONTRAS_PUTIH = "kontras tinggi putih"


@dataclass(frozen=True, slots=True)
class TonePair:
    """A semantic colour and the pale ground on which it stands as a chip or a strip."""

    text: str
    ground: str


@dataclass(frozen=True, eq=False, repr=False)
class Palette:
    """Every colour that the window may use."""

    window: str
    surface: str
    surface_2: str
    computed: str
    selected: str
    text: str
    text_2: str
    text_3: str
    line: str
    control: str
    accent: str
    accent_hover: str
    on_accent: str
    header: str
    header_field: str
    header_edge: str
    """Border of the search field in the header."""
    header_rule: str
    mark_bars: str
    on_header: str
    on_header_2: str
    latihan: str
    latihan_field: str
    on_latihan: str
    stroke: int
    """Width of the border of a control, in logical pixels."""
    tones: Mapping[Tone, TonePair]

    def ink(self, ink: Ink | Tone) -> str:
        """The colour that an ink or a tone is drawn with."""
        tone = _TONES.get(ink.value)
        if tone is not None:
            return self.tones[tone].text
        colour = getattr(self, ink.value)
        assert isinstance(colour, str)
        return colour

    def ground(self, tone: Tone) -> str:
        """The pale ground of a tone."""
        return self.tones[tone].ground


def _tones(**pairs: tuple[str, str]) -> Mapping[Tone, TonePair]:
    return MappingProxyType({Tone(name): TonePair(*pair) for name, pair in pairs.items()})


TERANG = Palette(
    window="#F1F4F6",
    surface="#FFFFFF",
    surface_2="#E8EDF1",
    computed="#F8FAFB",
    selected="#DDECF4",
    text="#17212B",
    text_2="#43515C",
    text_3="#5B6873",
    line="#D3DBE2",
    control="#75828E",
    accent="#0B5A78",
    accent_hover="#094C66",
    on_accent="#FFFFFF",
    header="#0E3A4E",
    header_field="#1D4D63",
    header_edge="#1D4D63",
    header_rule="#0E3A4E",
    mark_bars="#0B5A78",
    on_header="#FFFFFF",
    on_header_2="#BFD3DD",
    latihan="#7A4B00",
    latihan_field="#6A4100",
    on_latihan="#FFFFFF",
    stroke=1,
    tones=_tones(
        selesai=("#17603A", "#E1F2E8"),
        perhatian=("#7A4A00", "#FCEFD6"),
        salah=("#A3182B", "#FBE5E7"),
        berjalan=("#15548F", "#E1EEF9"),
        kembali=("#6B2F7F", "#F3E8F6"),
        netral=("#43515C", "#E8EDF1"),
    ),
)

GELAP = Palette(
    window="#11171C",
    surface="#1A2229",
    surface_2="#242E37",
    computed="#1E272E",
    selected="#1D3B4A",
    text="#E9EEF2",
    text_2="#B9C5CE",
    text_3="#98A6B2",
    line="#34414C",
    control="#7F8E9A",
    accent="#6CC0DE",
    accent_hover="#8ACEE7",
    on_accent="#06222E",
    header="#0B2632",
    header_field="#17394A",
    header_edge="#17394A",
    header_rule="#0B2632",
    mark_bars="#0B5A78",
    on_header="#E9EEF2",
    on_header_2="#BFD3DD",
    latihan="#7A4B00",
    latihan_field="#6A4100",
    on_latihan="#FFFFFF",
    stroke=1,
    tones=_tones(
        selesai=("#7FD3A1", "#173326"),
        perhatian=("#F2C063", "#3A2C10"),
        salah=("#FF9AA4", "#45191F"),
        berjalan=("#8CC3F5", "#152F48"),
        kembali=("#D9A9E8", "#38213F"),
        netral=("#B9C5CE", "#2A353E"),
    ),
)

KONTRAS = Palette(
    window="#000000",
    surface="#000000",
    surface_2="#1A1A1A",
    computed="#1A1A1A",
    selected="#003A57",
    text="#FFFFFF",
    text_2="#FFFFFF",
    text_3="#E6E6E6",
    line="#FFFFFF",
    control="#FFFFFF",
    accent="#FFE14D",
    accent_hover="#FFEB85",
    on_accent="#000000",
    header="#000000",
    header_field="#000000",
    header_edge="#FFFFFF",
    header_rule="#FFFFFF",
    mark_bars="#000000",
    on_header="#FFFFFF",
    on_header_2="#FFFFFF",
    latihan="#7A4B00",
    latihan_field="#5C3900",
    on_latihan="#FFFFFF",
    stroke=2,
    tones=_tones(
        selesai=("#8CFFB0", "#000000"),
        perhatian=("#FFD24D", "#000000"),
        salah=("#FFA3A3", "#000000"),
        berjalan=("#9AD4FF", "#000000"),
        kembali=("#F0B8FF", "#000000"),
        netral=("#FFFFFF", "#000000"),
    ),
)

KONTRAS_PUTIH = Palette(
    window="#FFFFFF",
    surface="#FFFFFF",
    surface_2="#EDEDED",
    computed="#EDEDED",
    selected="#CDE6FF",
    text="#000000",
    text_2="#000000",
    text_3="#1F1F1F",
    line="#000000",
    control="#000000",
    accent="#003A8C",
    accent_hover="#002761",
    on_accent="#FFFFFF",
    header="#000000",
    header_field="#000000",
    header_edge="#FFFFFF",
    header_rule="#FFFFFF",
    mark_bars="#000000",
    on_header="#FFFFFF",
    on_header_2="#FFFFFF",
    latihan="#7A4B00",
    latihan_field="#5C3900",
    on_latihan="#FFFFFF",
    stroke=2,
    tones=_tones(
        selesai=("#004D29", "#FFFFFF"),
        perhatian=("#663A00", "#FFFFFF"),
        salah=("#8F0014", "#FFFFFF"),
        berjalan=("#003D80", "#FFFFFF"),
        kembali=("#57186E", "#FFFFFF"),
        netral=("#000000", "#FFFFFF"),
    ),
)

PALETTES: Mapping[Mode, Palette] = MappingProxyType(
    {Mode.TERANG: TERANG, Mode.GELAP: GELAP, Mode.KONTRAS: KONTRAS, Mode.KONTRAS_PUTIH: KONTRAS_PUTIH}
)


def contrast(colour: str, ground: str) -> float:
    """Contrast ratio of two colours by WCAG 2, between 1 and 21."""
    lighter, darker = sorted((_luminance(colour), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
