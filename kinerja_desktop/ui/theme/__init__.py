"""The look: tokens, sizes, fonts, palette and stylesheet. Widgets import this package, never the modules inside it.

`install` puts a `Theme` on the application. Everything else answers questions of widgets that paint or measure.
"""

from kinerja_desktop.ui.theme.scale import (
    FACTORS,
    NARROW_BELOW,
    OVERLAY_BELOW,
    TYPE_SCALE,
    Height,
    IconSize,
    Radius,
    Scale,
    Space,
    TextStyle,
)
from kinerja_desktop.ui.theme.state import (
    FAMILY,
    Theme,
    color,
    current,
    font,
    ground,
    hear_system,
    height,
    install,
    load_fonts,
    load_paper_fonts,
    make_application,
    px,
)
from kinerja_desktop.ui.theme.tokens import PALETTES, Ink, Mode, Palette, Tone, contrast

__all__ = [
    "FACTORS",
    "FAMILY",
    "NARROW_BELOW",
    "OVERLAY_BELOW",
    "PALETTES",
    "TYPE_SCALE",
    "Height",
    "IconSize",
    "Ink",
    "Mode",
    "Palette",
    "Radius",
    "Scale",
    "Space",
    "TextStyle",
    "Theme",
    "Tone",
    "color",
    "contrast",
    "current",
    "font",
    "ground",
    "hear_system",
    "height",
    "install",
    "load_fonts",
    "load_paper_fonts",
    "make_application",
    "px",
]
