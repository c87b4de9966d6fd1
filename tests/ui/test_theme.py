"""The tokens keep the contrast that was promised, and every size is multiplied by the setting."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kinerja_desktop import messages, paths
from kinerja_desktop.domain.errors import StorageFault
from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import (
    PALETTES,
    Height,
    Ink,
    Mode,
    Palette,
    Scale,
    Space,
    TextStyle,
    Theme,
    Tone,
    contrast,
    state,
)
from kinerja_desktop.ui.theme.state import FONT_FILES, _load
from kinerja_desktop.ui.theme.tokens import GELAP, KONTRAS, KONTRAS_PUTIH, TERANG
from kinerja_desktop.ui.widgets.buttons import Button
from tests.ui.conftest import InstallTheme

TABLE = [
    (TERANG.text, TERANG.surface, 16.3),
    (TERANG.text_2, TERANG.surface, 8.2),
    (TERANG.text_3, TERANG.surface, 5.7),
    (TERANG.text_3, TERANG.surface_2, 4.9),
    (TERANG.control, TERANG.surface, 3.9),
    (TERANG.accent, TERANG.surface, 7.6),
    (TERANG.on_accent, TERANG.accent, 7.6),
    (TERANG.on_header, TERANG.header, 12.1),
    (TERANG.on_header_2, TERANG.header, 7.8),
    (TERANG.on_latihan, TERANG.latihan, 7.4),
    (GELAP.text, GELAP.surface, 13.8),
    (GELAP.text_2, GELAP.surface, 9.2),
    (GELAP.text_3, GELAP.surface, 6.5),
    (GELAP.control, GELAP.surface, 4.8),
    (GELAP.accent, GELAP.surface, 7.8),
    (GELAP.on_accent, GELAP.accent, 8.0),
    (GELAP.on_header, GELAP.header, 13.4),
    (KONTRAS.text, KONTRAS.surface, 21),
    (KONTRAS.text_3, KONTRAS.surface, 16.8),
    (KONTRAS.accent, KONTRAS.surface, 16.1),
    (KONTRAS.on_accent, KONTRAS.accent, 16.1),
    (KONTRAS_PUTIH.text, KONTRAS_PUTIH.surface, 21),
    (KONTRAS_PUTIH.text_3, KONTRAS_PUTIH.surface, 16.5),
    (KONTRAS_PUTIH.accent, KONTRAS_PUTIH.surface, 10.6),
]
TONES = {
    Mode.TERANG: (6.5, 6.6, 6.4, 6.6, 7.6, 6.9),
    Mode.GELAP: (7.6, 8.1, 7.4, 7.3, 7.4, 7.1),
    Mode.KONTRAS: (17, 14.6, 11, 13.2, 13, 21),
    Mode.KONTRAS_PUTIH: (10, 9.7, 9.6, 10.6, 11.9, 21),
}


@pytest.mark.parametrize(("colour", "ground", "promised"), TABLE)
def test_text_and_borders_have_the_contrast_of_the_table(colour: str, ground: str, promised: float) -> None:
    assert contrast(colour, ground) == pytest.approx(promised, abs=0.06)


@pytest.mark.parametrize("mode", Mode)
def test_every_tone_has_the_contrast_of_the_table(mode: Mode) -> None:
    pairs = PALETTES[mode].tones

    assert [contrast(pairs[tone].text, pairs[tone].ground) for tone in Tone] == pytest.approx(TONES[mode], abs=0.06)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=[mode.value for mode in Mode])
def test_text_is_readable_on_every_ground_it_may_stand_on(palette: Palette) -> None:
    grounds = (palette.window, palette.surface, palette.surface_2, palette.computed, palette.selected)
    inks = (palette.text, palette.text_2, palette.accent)
    texts = [(ink, ground) for ink in inks for ground in grounds]
    texts += [(palette.text_3, ground) for ground in (palette.surface, palette.surface_2, palette.computed)]
    texts += [(palette.ink(tone), palette.surface) for tone in Tone]
    texts += [(palette.on_header_2, palette.header_field), (palette.on_latihan, palette.latihan_field)]

    assert [pair for pair in texts if contrast(*pair) < 4.5] == []


@pytest.mark.parametrize("palette", PALETTES.values(), ids=[mode.value for mode in Mode])
def test_borders_and_focus_stand_out_from_page_and_card(palette: Palette) -> None:
    edges = [
        (edge, ground) for edge in (palette.control, palette.accent) for ground in (palette.window, palette.surface)
    ]
    edges.append((palette.on_header, palette.header))

    assert [pair for pair in edges if contrast(*pair) < 3.0] == []


def test_nothing_is_set_under_ten_points() -> None:
    assert min(step.points for step in theme.TYPE_SCALE.values()) == 10


def test_the_setting_multiplies_type_spacing_and_heights(install_theme: InstallTheme) -> None:
    install_theme(factor=1.5)

    assert theme.font(TextStyle.BODY).pointSizeF() == 15
    assert theme.px(Space.PAGE) == 24
    assert theme.height(Height.TASK_ROW) == 87
    assert theme.current().scale.is_narrow(1790)
    assert not theme.current().scale.is_narrow(1810)


def test_the_narrow_mode_begins_below_1200_pixels() -> None:
    assert Scale().is_narrow(1093)
    assert not Scale().is_narrow(1366)
    assert Scale().height(Height.HEADER, narrow=True) == 42


def test_fonts_come_with_the_program_in_three_weights() -> None:
    for style in (TextStyle.BODY, TextStyle.BODY_500, TextStyle.BODY_700):
        shown = QFontInfo(theme.font(style))

        assert shown.family() == "Roboto"
        assert shown.weight() == theme.TYPE_SCALE[style].weight


@pytest.mark.parametrize("harm", [lambda whole: whole[:40_000], lambda whole: b"", lambda whole: whole[:-1] + b"x"])
def test_a_damaged_face_of_the_window_is_told_with_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: Callable[[bytes], bytes]
) -> None:
    face = tmp_path / FONT_FILES[0]
    face.write_bytes(harm(paths.resource("fonts", FONT_FILES[0]).read_bytes()))
    monkeypatch.setattr(paths, "resource", lambda *_: face)

    with pytest.raises(StorageFault) as told:
        _load(face)

    assert str(face) in messages.sentence(told.value)
    assert "pasang ulang" in messages.sentence(told.value)


def test_a_change_of_theme_reaches_widgets_that_are_shown(qapp: QApplication, install_theme: InstallTheme) -> None:
    label = QLabel("Batas waktu")
    label.setProperty("ink", Ink.TEXT_2.value)
    label.ensurePolished()
    install_theme(Mode.GELAP)

    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == GELAP.window
    assert label.palette().color(QPalette.ColorRole.WindowText).name().upper() == GELAP.text_2


@pytest.mark.parametrize(("ground", "mode"), [("black", Mode.KONTRAS), ("white", Mode.KONTRAS_PUTIH)])
def test_the_system_is_heard_when_it_asks_for_high_contrast(
    qapp: QApplication, install_theme: InstallTheme, monkeypatch: pytest.MonkeyPatch, ground: str, mode: Mode
) -> None:
    own = QApplication.setPalette
    system_colours = QPalette(QColor(ground))
    monkeypatch.setattr(QApplication, "setPalette", lambda _, made: own(made if made.resolveMask() else system_colours))
    install_theme(Mode.GELAP, 1.25)
    theme.hear_system(qapp)
    system = qapp.styleHints().accessibility()
    asked = Qt.ContrastPreference
    system.contrastPreferenceChanged.emit(asked.HighContrast)
    loud = theme.current()
    system.contrastPreferenceChanged.emit(asked.NoPreference)

    assert (loud.mode, loud.scale.factor) == (mode, 1.25)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == GELAP.window
    assert theme.current() == Theme(Mode.GELAP, Scale(1.25))


def test_another_theme_of_high_contrast_is_followed_when_the_program_comes_to_the_front(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, install_theme: InstallTheme
) -> None:
    """Qt tells only that there is high contrast, and so nothing where its ground turns from black to white."""
    install_theme(Mode.TERANG)
    theme.hear_system(qapp)
    system, asked = qapp.styleHints().accessibility(), Qt.ContrastPreference
    seen: list[Mode] = []
    for ground in ("black", "white", "black"):
        monkeypatch.setattr(state, "_system_ground", partial(QColor, ground))
        monkeypatch.setattr(state, "_is_dark", lambda _, ground=ground: ground == "black")
        if not seen:
            system.contrastPreferenceChanged.emit(asked.HighContrast)
        qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
        seen.append(theme.current().mode)
    system.contrastPreferenceChanged.emit(asked.NoPreference)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)

    assert seen == [Mode.KONTRAS, Mode.KONTRAS_PUTIH, Mode.KONTRAS]
    assert theme.current().mode is Mode.TERANG


def test_in_high_contrast_the_edge_tells_what_cannot_be_pressed(qtbot: QtBot, install_theme: InstallTheme) -> None:
    """Black and white are all there is, so the form of the edge tells: fewer bright dots than a closed line has."""

    def bright_on_top(*, enabled: bool) -> int:
        button = Button("Setujui Laporan", act=True)
        button.setEnabled(enabled)
        qtbot.addWidget(button)
        picture = button.grab().toImage()
        return sum(picture.pixelColor(x, 0).lightness() > 200 for x in range(picture.width()))

    install_theme(Mode.KONTRAS)

    assert bright_on_top(enabled=False) < 0.8 * bright_on_top(enabled=True)
