"""Drawings of the papers on the screen: every colour belongs to the theme, and letters are there."""

from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontDatabase

from kinerja_desktop.documents.charts import to_svg
from kinerja_desktop.documents.charts.bars import Bar, bar_chart
from kinerja_desktop.documents.charts.quarters import QuarterBar, quarter_chart
from kinerja_desktop.documents.charts.trend import TrendPoint, trend_chart
from kinerja_desktop.documents.fonts import register_fonts
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Mode
from kinerja_desktop.ui.widgets.drawing import for_screen, painted
from tests.ui.conftest import InstallTheme

D = Decimal


def drawings() -> list[str]:
    """One of each chart, with every mark that it has."""
    register_fonts()
    bars = [Bar("Sasaran satu", D(120), "120,00", reached=True), Bar("Sasaran dua", D(80), "80,00", reached=False)]
    years = [
        TrendPoint("2024", D(90), "90", D(91), "91"),
        TrendPoint("2025", D(93), "93", D(92), "92"),
        TrendPoint("2026", D(94), "94", D(94), "94", broken=True),
    ]
    quarters = [QuarterBar("TW I", D(1), "1", D(2), reached=False), QuarterBar("TW II", D(3), "3", D(2), reached=True)]
    return [
        to_svg(drawing)
        for drawing in (bar_chart(bars), trend_chart("Judul", years), quarter_chart("Judul", "b", quarters))
    ]


@pytest.mark.parametrize("mode", list(Mode))
def test_a_drawing_wears_the_colours_of_the_theme_alone(install_theme: InstallTheme, mode: Mode) -> None:
    install_theme(mode)
    palette = theme.current().palette
    for svg in map(for_screen, drawings()):
        assert "rgb(" not in svg
        assert palette.text in svg
        assert palette.accent in svg


def test_letters_of_the_papers_are_on_the_screen_once_a_drawing_is_shown() -> None:
    shown = painted(drawings()[0], QSize(400, 160), 1.0).toImage()
    assert "Arimo" in QFontDatabase.families()
    assert QFontDatabase.styles("Arimo")
    colours = {shown.pixelColor(x, y).name() for x in range(shown.width()) for y in range(0, shown.height(), 2)}
    assert theme.current().palette.accent.lower() in colours


def test_a_drawing_is_sharp_on_a_dense_screen() -> None:
    shown = painted(drawings()[0], QSize(400, 160), 1.25)
    assert (shown.width(), shown.devicePixelRatio()) == (500, 1.25)


def test_names_with_signs_of_svg_are_drawn_as_they_are() -> None:
    register_fonts()
    name = 'Sarana & <prasarana> "rgb(1%,2%,3%)" font-family: Arimo-Bold;'
    svg = for_screen(to_svg(bar_chart([Bar(name, D(120), "120,00", reached=True)])))
    told = " ".join(node.text or "" for node in ET.fromstring(svg).iter() if node.tag.endswith("text"))
    assert "Sarana & <prasarana>" in told
    assert not painted(svg, QSize(400, 120), 1.0).isNull()
