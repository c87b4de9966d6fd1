"""Icons follow the theme, and the font has every one of them in every shape."""

import subprocess
import sys

import pytest
from PySide6.QtGui import QColor, QIcon, QImage

from kinerja_desktop.ui import icons
from kinerja_desktop.ui.icons import Icon, Shape
from kinerja_desktop.ui.theme import Ink, Mode
from kinerja_desktop.ui.theme.tokens import GELAP, TERANG
from tests.ui.conftest import InstallTheme

HEAVY = ("qtawesome", "qtpy", "sqlalchemy", "alembic", "reportlab", "openpyxl", "holidays", "pikepdf", "PySide6.QtPdf")


def strongest(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> QColor:
    """The colour of the most opaque pixel of an icon."""
    image: QImage = icon.pixmap(32, 32, mode).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(pixels, key=lambda pixel: pixel.alpha())


def test_the_font_has_every_icon_in_every_shape() -> None:
    for icon in Icon:
        for shape in Shape:
            assert len(icons.glyph(icon, shape)) == 1, "a KeyError names the one that is missing"
    assert icons.glyph(Icon.ARSIP, Shape.FILL) == icons.load().letter("archive-fill")


def test_an_icon_is_drawn_again_when_the_theme_changes(install_theme: InstallTheme) -> None:
    icon = icons.icon(Icon.SETUJUI, Ink.ACCENT, Shape.FILL)
    before = strongest(icon)
    install_theme(Mode.GELAP)

    assert before.name().upper() == TERANG.accent
    assert strongest(icon).name().upper() == GELAP.accent


def test_a_disabled_icon_is_paler() -> None:
    icon = icons.icon(Icon.CETAK, Ink.TEXT, Shape.FILL)

    assert strongest(icon, QIcon.Mode.Disabled).name().upper() == TERANG.text_3


@pytest.mark.parametrize("module", ["login", "first_start"])
def test_pages_before_the_log_in_load_nothing_heavy(module: str) -> None:
    asked = f"import sys, kinerja_desktop.ui.{module}; print([m for m in {HEAVY!r} if m in sys.modules])"
    answer = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert answer.stdout.strip() == "[]"
