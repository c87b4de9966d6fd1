"""The one gate from words to paragraphs: whatever people typed is printed as letters, never read as markup.

ReportLab reads tags in paragraphs and would open the path of an ``<img>``; so ``Paragraph`` is built here
alone. No layout and no sizes enter; to add a way of marking text (bold, raised), add a parameter here.
"""

import re
from collections.abc import Sequence
from html import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph

from kinerja_desktop.documents.fonts import REGULAR, has_glyph
from kinerja_desktop.documents.style import SMALLEST

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_PLAIN = re.compile(r"[\n\x20-\x7e]*")
"""Letters that every face has: most texts need no closer look."""
_MARK_RISE = 3.0
"""Points above the line at most; less where the letters that hang from the line above are near."""
_HANGING, _CAPITAL = 0.21, 0.72
"""How far letters hang below their line and digits stand above it, against the type size."""
_BELOW = 7


def printable(text: str) -> str:
    """The text with every letter that the face lacks named by its number, "[U+1F600]": seen, never a silent box."""
    if _PLAIN.fullmatch(text):
        return text
    clean = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\t", " "))
    return "".join(c if c == "\n" or has_glyph(c) else f"[U+{ord(c):04X}]" for c in clean)


def paragraph(
    text: str, style: ParagraphStyle, *, marks: tuple[int, ...] = (), bullet: str | None = None, below: str = ""
) -> Paragraph:
    """Make a paragraph of plain words.

    ``marks`` are footnote numbers raised behind them, ``bullet`` hangs before, ``below`` is a small last line.
    """
    small = f'<br/><font face="{REGULAR}" size="{_BELOW}">{_markup(below)}</font>' if below else ""
    return Paragraph(_markup(text) + _raised(marks, style) + small, style, bulletText=bullet)


def marked_paragraph(
    pieces: Sequence[tuple[str, bool]], style: ParagraphStyle, *, bullet: str | None = None
) -> Paragraph:
    """Make a paragraph of plain words of which some, marked True, are bold."""
    words = "".join(f"<b>{_markup(text)}</b>" if bold else _markup(text) for text, bold in pieces)
    return Paragraph(words, style, bulletText=bullet)


def text_width(text: str, style: ParagraphStyle) -> float:
    """Width of one line of plain words, in points."""
    return stringWidth(printable(text), style.fontName, style.fontSize)


def break_at_dots(text: str, style: ParagraphStyle, room: float) -> str:
    """Break a single word that is wider than its room after a dot or slash, as codes and addresses ask for."""
    return "".join(_broken(word, style, room) for word in re.split(r"(\s+)", text))


def _broken(word: str, style: ParagraphStyle, room: float) -> str:
    if not ("." in word or "/" in word) or text_width(word, style) <= room:
        return word
    places = [n for n, sign in enumerate(word, start=1) if sign in "./" and text_width(word[:n], style) <= room]
    if not places or places[-1] == len(word):
        return word
    return f"{word[: places[-1]]}\n{_broken(word[places[-1] :], style, room)}"


def _markup(text: str) -> str:
    return escape(printable(text), quote=False).replace("\n", "<br/>")


def _raised(marks: tuple[int, ...], style: ParagraphStyle) -> str:
    if not marks:
        return ""
    numbers = ",\N{NO-BREAK SPACE}".join(map(str, marks))
    free = style.leading - _HANGING * style.fontSize - _CAPITAL * SMALLEST
    return f'<super rise="{min(_MARK_RISE, free - 0.2):.2f}" size="{SMALLEST}">{numbers})</super>'
