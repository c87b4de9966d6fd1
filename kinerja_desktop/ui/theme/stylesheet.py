"""The one stylesheet over Fusion, made from the tokens; nothing else sets colours or borders by stylesheet.

Widgets are chosen by class and by three properties that `kinerja_desktop.ui.widgets` sets: ``text`` (a step of the
type scale), ``ink`` (a colour of text) and ``kind`` (a variant of a control or a panel). One more look: a rule
below, with the widget that uses it in the same commit.
"""

import re
from dataclasses import fields

from kinerja_desktop.ui.theme.scale import TYPE_SCALE, Scale, TextStyle
from kinerja_desktop.ui.theme.tokens import Ink, Palette, Tone


def stylesheet(palette: Palette, scale: Scale, family: str) -> str:
    """The whole sheet; lengths written ``{n}`` in the rules below are multiplied by the scale."""
    parts = [_type_rules(scale, family), _ink_rules(palette), _tone_rules(palette)]
    parts += [_fill(rules, palette, scale) for rules in (_GROUNDS, _BUTTONS, _FIELDS, _LISTS, _HEADER, _DIALOGS)]
    return "\n".join(parts)


def _type_rules(scale: Scale, family: str) -> str:
    def rule(style: TextStyle) -> str:
        step = TYPE_SCALE[style]
        return f'*[text_style="{style}"] {{ font: {step.weight} {step.points * scale.factor:g}pt "{family}"; }}'

    return "\n".join(rule(style) for style in TextStyle)


def _ink_rules(palette: Palette) -> str:
    return "\n".join(f'QLabel[ink="{ink}"] {{ color: {palette.ink(ink)}; }}' for ink in Ink)


def _tone_rules(palette: Palette) -> str:
    return "\n".join(
        f'QFrame[kind="strip"][tone="{tone}"] {{ background: {palette.ground(tone)};'
        f" border-color: {palette.ink(tone) if tone in _EDGED else palette.line}; }}"
        for tone in Tone
    )


_EDGED = (Tone.KEMBALI, Tone.PERHATIAN, Tone.SALAH)
"""Strips that want something from the reader have an edge in their colour."""


class _Lengths(dict[str, str]):
    """Answers ``$p12`` with 12 px of the scale, so that rules are written in the numbers of the tables."""

    def __init__(self, palette: Palette, scale: Scale) -> None:
        super().__init__({f.name: getattr(palette, f.name) for f in fields(palette) if f.type is str})
        self._scale = scale
        self["stroke"] = f"{palette.stroke}px"
        # the edge of what cannot be pressed now: where black and white are all there is, its form tells
        self["resting"] = f"{palette.stroke}px {'solid' if palette.stroke == 1 else 'dashed'} {palette.line}"
        self["ring"] = f"{scale.px(2)}px"
        self["kembali"] = palette.ink(Tone.KEMBALI)
        self["kembali_ground"] = palette.ground(Tone.KEMBALI)
        self["salah"] = palette.ink(Tone.SALAH)

    def __missing__(self, key: str) -> str:
        assert key.startswith("p"), key
        return f"{self._scale.px(int(key[1:]))}px"


def _fill(rules: str, palette: Palette, scale: Scale) -> str:
    values = _Lengths(palette, scale)
    return re.sub(r"\$(\w+)", lambda found: values[found[1]], rules)


_GROUNDS = """
QToolTip { color: $text; background: $surface; border: 1px solid $control; padding: $p4; }
QFrame[kind="card"] { background: $surface; border: 1px solid $line; border-radius: $p6; }
QFrame[kind="well"] { background: $computed; border: 1px solid $line; border-radius: $p4; }
QFrame[kind="strip"] { border: 1px solid $line; border-radius: $p6; }
QFrame[kind="note"] { background: $kembali_ground; border: none; border-left: $p3 solid $kembali; border-radius: $p4; }
QFrame[kind="rule"] { background: $line; border: none; }
QFrame[kind="grid-foot"] { background: $surface; border: 1px solid $line; border-top: none; }
QFrame[kind="band"] { background: $surface; border: none; }
QFrame[kind="status"] { background: $surface; border: none; border-top: 1px solid $line; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: $surface_2; width: $p14; margin: 0; }
QScrollBar:horizontal { background: $surface_2; height: $p14; margin: 0; }
QScrollBar::handle { background: $control; border-radius: $p4; margin: $p3; }
QScrollBar::handle:vertical { min-height: $p28; }
QScrollBar::handle:horizontal { min-width: $p28; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
"""

_BUTTONS = """
QPushButton, QCheckBox, QRadioButton { outline: none; }
QPushButton[kind] { min-height: $p18; padding: $p6 $p12; border-radius: $p4; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: $stroke solid $accent; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed { background: $accent_hover; }
QPushButton[kind="secondary"] { background: $surface; color: $text; border: $stroke solid $control; }
QPushButton[kind="secondary"]:hover, QPushButton[kind="secondary"]:pressed { background: $surface_2; }
QPushButton[kind="return"] { background: $surface; color: $kembali; border: $ring solid $kembali; padding: $p5 $p11; }
QPushButton[kind="return"]:hover, QPushButton[kind="return"]:pressed { background: $kembali_ground; }
QPushButton[kind="link"] { background: transparent; color: $accent; border: none; padding: $p7 $p7; }
QPushButton[kind="icon"] { background: transparent; border: none; border-radius: $p4; }
QPushButton[kind="icon"]:hover { background: $surface_2; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="primary"]:disabled, QPushButton[kind="secondary"]:disabled, QPushButton[kind="return"]:disabled {
  background: $surface_2; color: $text_3; border: $resting; }
QPushButton[kind="link"]:disabled { color: $text_3; }
QPushButton[act="true"] { min-height: $p22; padding-left: $p14; padding-right: $p14; }
QPushButton[kind="segment"] { background: $surface; color: $text; border: $stroke solid $control; border-left: none;
  border-radius: 0; padding: $p6 0; }
QPushButton[kind="segment"]:hover { background: $surface_2; }
QPushButton[kind="segment"]:checked { background: $accent; color: $on_accent; border-color: $accent;
  font-weight: 500; }
QPushButton[kind="segment"][place="first"], QPushButton[kind="segment"][place="only"] {
  border-left: $stroke solid $control; border-top-left-radius: $p4; border-bottom-left-radius: $p4; }
QPushButton[kind="segment"][place="last"], QPushButton[kind="segment"][place="only"] {
  border-top-right-radius: $p4; border-bottom-right-radius: $p4; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTimeEdit, QSpinBox {
  background: $surface; color: $text; border: $stroke solid $control; border-radius: $p4;
  padding: $p4 $p8; selection-background-color: $accent; selection-color: $on_accent;
  placeholder-text-color: $text_3; }
QLineEdit, QTimeEdit, QSpinBox { min-height: $p22; }
QPlainTextEdit { padding: $p4 $p5; }
QLineEdit:focus, QPlainTextEdit:focus, QTimeEdit:focus, QSpinBox:focus {
  border: $ring solid $accent; padding: $p3 $p7; }
QPlainTextEdit:focus { padding: $p3 $p4; }
QLineEdit[fault="true"], QPlainTextEdit[fault="true"] { border: $ring solid $salah; padding: $p3 $p7; }
QLineEdit:disabled, QLineEdit:read-only, QPlainTextEdit:disabled, QPlainTextEdit[locked="true"] {
  background: $surface_2; color: $text_2; }
QComboBox { background: $surface; color: $text; border: $stroke solid $control; border-radius: $p4;
  min-height: $p22; padding: $p4 $p2 $p4 $p10; combobox-popup: 0; }
QComboBox:hover { background: $surface_2; }
QComboBox:focus { border: $ring solid $accent; padding: $p3 $p1 $p3 $p9; }
QComboBox:disabled { background: $surface_2; color: $text_3; border: $resting; }
QComboBox::drop-down { width: $p28; border: none; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $control; outline: none;
  selection-background-color: $selected; selection-color: $text; padding: $p4; }
QComboBox QAbstractItemView::item { min-height: $p28; }
QCheckBox, QRadioButton { color: $text; spacing: $p8; min-height: $p28; }
QCheckBox:disabled, QRadioButton:disabled { color: $text_3; }
QRadioButton::indicator { width: $p12; height: $p12; background: $surface; border: 2px solid $control;
  border-radius: $p7; }
QRadioButton::indicator:checked { border-color: $accent; background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5,
  fx: 0.5, fy: 0.5, stop: 0 $accent, stop: 0.55 $accent, stop: 0.65 $surface, stop: 1 $surface); }
QRadioButton::indicator:disabled { border-color: $line; }
"""

_LISTS = """
QAbstractItemView { background: $surface; color: $text; border: none; outline: none; }
QListView[kind="card"], QTreeView[kind="card"], QTextBrowser[kind="card"] {
  border: 1px solid $line; border-radius: $p6; padding: 1px; }
QTableView { gridline-color: $line; border: 1px solid $line; }
QTableView, QListWidget, QTreeWidget { selection-background-color: $selected; selection-color: $text; }
QTableView::item { padding: 0 $p5; }
QListWidget::item { padding: $p4 $p6; min-height: $p18; }
QListWidget::item:selected { background: $selected; color: $text; border-left: $p3 solid $accent; }
QTreeWidget::item { padding: $p4 0; min-height: $p18; }
QTreeWidget::item:selected { background: $selected; color: $text; }
QTreeWidget::branch:selected { background: $selected; }
QScrollArea[kind="names"] { background: $surface; border: 1px solid $line; border-radius: $p6; padding: 1px; }
QPushButton[kind="person"] { background: $surface; border: none; border-bottom: 1px solid $line;
  border-left: $p3 solid $surface; border-radius: 0; padding: 0; min-height: $p55; }
QPushButton[kind="person"]:hover { background: $computed; }
QPushButton[kind="person"]:checked { background: $selected; border-left-color: $accent; }
QLabel[kind="circle"] { color: $accent; border: 1px solid $accent; border-radius: $p18;
  min-width: $p34; max-width: $p34; min-height: $p34; max-height: $p34; }
QLineEdit[kind="cell"], QLineEdit[kind="cell"]:focus { border: $ring solid $accent; border-radius: 0; padding: 0 $p5;
  min-height: 0; background: $surface; }
QHeaderView { background: $surface_2; border: none; }
QHeaderView::section { background: $surface_2; color: $text_2; border: none; border-right: 1px solid $line;
  border-bottom: 1px solid $control; padding: $p4 $p8; }
QListWidget[kind="found"] { border: 1px solid $control; border-radius: $p6; padding: $p4; }
QMenu { background: $surface; color: $text; border: 1px solid $control; padding: $p4; }
QMenu::item { padding: $p6 $p28 $p6 $p28; border-radius: $p4; min-height: $p18; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $text_3; }
QMenu::separator { height: 1px; background: $line; margin: $p4 $p8; }
QMenu::icon { padding-left: $p8; }
"""

_HEADER = """
QFrame[kind="header"] { background: $header; border: none; border-bottom: 1px solid $header_rule; }
QFrame[kind="header"] QLabel { color: $on_header; }
QFrame[kind="header"] QLabel[ink="on_header_2"] { color: $on_header_2; }
QFrame[kind="header"] QPushButton[kind="menu"] { background: transparent; color: $on_header; border: none;
  border-radius: $p4; padding: $p6 $p8; }
QFrame[kind="header"] QPushButton[kind="menu"]:hover { background: $header_field; }
QFrame[kind="header"] QLineEdit { background: $header_field; color: $on_header; border: 1px solid $header_edge;
  min-height: $p22; padding: $p4 $p9; placeholder-text-color: $on_header_2; }
QFrame[kind="header"] QLineEdit:focus { border: $ring solid $on_header; padding: $p3 $p8; }
QFrame[kind="header"][latihan="true"] { background: $latihan; border-bottom-color: $latihan; }
QFrame[kind="header"][latihan="true"] QLineEdit { background: $latihan_field; border-color: $on_latihan;
  placeholder-text-color: $on_latihan; }
QFrame[kind="header"][latihan="true"] QPushButton[kind="menu"]:hover { background: $latihan_field; }
QFrame[kind="header"][latihan="true"] QLabel, QFrame[kind="header"][latihan="true"] QLabel[ink="on_header_2"] {
  color: $on_latihan; }
"""

_DIALOGS = """
QDialog[kind="dialog"] { background: $surface; border: 1px solid $control; }
QFrame[kind="dialog-title"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[kind="dialog-foot"] { background: $surface_2; border: none; border-top: 1px solid $line; }
"""
