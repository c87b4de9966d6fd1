"""The theme in force: one palette, one scale, the fonts of the program, put on the application in one place.

Widgets ask here (`color`, `font`, `px`) each time they paint or measure, so a change of palette needs no word to
them: Qt repaints everything after `install`. A change of the factor reaches layouts when the window is built
again.
"""

import sys
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from PySide6.QtGui import QAccessibilityHints, QColor, QFont, QFontDatabase, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import StorageFault
from kinerja_desktop.domain.muka_huruf import DAMAGED, is_whole
from kinerja_desktop.ui.theme.scale import (
    TYPE_SCALE,
    Height,
    IconSize,
    Radius,
    Scale,
    Space,
    TextStyle,
)
from kinerja_desktop.ui.theme.stylesheet import stylesheet
from kinerja_desktop.ui.theme.tokens import PALETTES, Ink, Mode, Palette, Tone

FAMILY = "Roboto"
_HIGH = "HighContrast"
_HALF = 128
_COLOR_WINDOW = 5
_ACTIVE = "ApplicationActive"
FONT_FILES = ("Roboto-Regular.ttf", "Roboto-Medium.ttf", "Roboto-Bold.ttf")
PAPER_FONT_FILES = ("Arimo-Regular.ttf", "Arimo-Bold.ttf", "Arimo-Italic.ttf")
"""The letters of drawings that are the same on paper."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What a person chose: mode and scale."""

    mode: Mode = Mode.TERANG
    scale: Scale = field(default_factory=Scale)

    @property
    def palette(self) -> Palette:
        return PALETTES[self.mode]


class _InForce:
    """Holder of the one theme; a program has one application and one look."""

    theme = Theme()
    chosen = Theme()
    contrast: Mode | None = None
    """The palette of high contrast while the system asks for it."""
    hints: QStyleHints | None = None
    system: QAccessibilityHints | None = None
    """What the system wants; kept, because Qt's objects are lost with their first name in Python."""
    fonts_loaded = False
    paper_fonts_loaded = False
    installed: Theme | None = None
    fusion = False


def current() -> Theme:
    return _InForce.theme


def make_application(program: str) -> QApplication:
    """Make the application in Fusion from the start: changing the style afterwards costs a twentieth of a window."""
    _InForce.fusion = True
    return QApplication([program, "-style", "fusion"])


def install(app: QApplication, theme: Theme) -> None:
    """Put fonts, palette and stylesheet on the application; call again to change the theme while it runs.

    While the system asks for high contrast, its colours stand in the place of those that were chosen.
    """
    _InForce.chosen = theme
    _put_on(app, replace(theme, mode=_InForce.contrast or theme.mode))


def hear_system(app: QApplication) -> None:
    """From here on follow the system's wish for high contrast; asking for it is costly before the first paint."""
    if _InForce.system is None:
        _InForce.hints = hints = app.styleHints()
        _InForce.system = system = hints.accessibility()
        system.contrastPreferenceChanged.connect(lambda wanted: _follow(app, wanted.name))
        app.applicationStateChanged.connect(lambda state: _look_again(app, state.name))
        if system.contrastPreference().name == _HIGH:
            _follow(app, _HIGH)


def _look_again(app: QApplication, state: str) -> None:
    """From one theme of high contrast to another Qt tells nothing: looked for when a person comes back."""
    if _InForce.contrast is not None and state == _ACTIVE:
        ground = _system_ground()
        if ground is not None and (ground.lightness() < _HALF) is not (_InForce.contrast is Mode.KONTRAS):
            _follow(app, _HIGH)


def _system_ground() -> QColor | None:
    """What Windows fills its windows with; asking costs nothing, unlike taking our colours off."""
    if sys.platform != "win32":
        return None
    import ctypes  # here, after the first paint

    red_last = ctypes.windll.user32.GetSysColor(_COLOR_WINDOW)
    return QColor(red_last & 0xFF, red_last >> 8 & 0xFF, red_last >> 16 & 0xFF)


def _follow(app: QApplication, wanted: str) -> None:
    _InForce.contrast = None if wanted != _HIGH else Mode.KONTRAS if _is_dark(app) else Mode.KONTRAS_PUTIH
    install(app, _InForce.chosen)


def _is_dark(app: QApplication) -> bool:
    """Whether the system writes on a dark ground; its colours are seen only while ours are taken off."""
    app.setPalette(QPalette())
    _InForce.installed = None
    return app.palette().color(QPalette.ColorRole.Window).lightness() < _HALF


def _put_on(app: QApplication, theme: Theme) -> None:
    _InForce.theme = theme
    if _InForce.installed == theme:
        return
    load_fonts()
    if not _InForce.fusion:
        app.setStyle("Fusion")
    _InForce.installed = theme
    app.setPalette(_qt_palette(theme.palette))
    app.setFont(font(TextStyle.BODY))
    app.setStyleSheet(stylesheet(theme.palette, theme.scale, FAMILY))


def load_fonts() -> None:
    """Read the bundled fonts once per process; a broken installation stops the program. Raises StorageFault."""
    if _InForce.fonts_loaded:
        return
    for name in FONT_FILES:
        _load(paths.resource("fonts", name))
    _InForce.fonts_loaded = True


def load_paper_fonts() -> None:
    """Read the letters of the papers too; called when the first drawing is shown."""
    if _InForce.paper_fonts_loaded:
        return
    for name in PAPER_FONT_FILES:
        _load(paths.resource("fonts", name))
    _InForce.paper_fonts_loaded = True


def _load(file: Path) -> None:
    try:
        whole = is_whole(file.read_bytes())
    except OSError:
        whole = False
    if not whole or QFontDatabase.addApplicationFont(str(file)) < 0:
        raise StorageFault(str(file), DAMAGED)


def color(ink: Ink | Tone) -> QColor:
    """The colour of an ink in the theme in force."""
    return QColor(current().palette.ink(ink))


def ground(tone: Tone) -> QColor:
    """The pale ground of a tone in the theme in force."""
    return QColor(current().palette.ground(tone))


def font(style: TextStyle) -> QFont:
    """A font of the type scale, for what is painted and for the measuring of text."""
    return QFont(_made(style, current().scale))


@cache
def _made(style: TextStyle, scale: Scale) -> QFont:
    made = QFont(FAMILY)
    made.setPointSizeF(scale.points(style))
    made.setWeight(QFont.Weight(TYPE_SCALE[style].weight))
    return made


def px(size: float | Space | Radius | IconSize) -> int:
    """A length of the tables in logical pixels."""
    logical = size.value if isinstance(size, Space | Radius | IconSize) else size
    return current().scale.px(logical)


def height(of: Height, *, narrow: bool = False, low: bool = False) -> int:
    return current().scale.height(of, narrow=narrow, low=low)


def _qt_palette(tokens: Palette) -> QPalette:
    role = QPalette.ColorRole
    made = QPalette()
    for target, colour in {
        role.Window: tokens.window,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.surface_2,
        role.Button: tokens.surface,
        role.WindowText: tokens.text,
        role.Text: tokens.text,
        role.ButtonText: tokens.text,
        role.PlaceholderText: tokens.text_3,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.Mid: tokens.line,
        role.Dark: tokens.control,
    }.items():
        made.setColor(target, QColor(colour))
    for target in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, target, QColor(tokens.text_3))
    return made
