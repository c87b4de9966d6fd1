"""Signs that stand in no name, number or code: nobody sees them, and they make a text read other than it is.

The signs of Unicode that turn the order of letters (Bidi_Control), NUL and the other control signs but for breaks of
lines and tabs. Screens, imports and commands ask here. Long texts keep what was typed: papers leave such signs out, and
a workbook that brings them is told of. Figures and codes that are pasted drop what chat programs put around them
(``numerals.UNSEEN``).
"""

import re

_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def hides(teks: str) -> bool:
    """True where a text holds a sign that may stand in no name."""
    return not teks.isprintable() and _HIDDEN.search(teks) is not None


def hidden_sign(teks: str) -> str:
    """The first such sign and its place, in words: "U+202E pada huruf ke-5"; empty where there is none."""
    found = None if teks.isprintable() else _HIDDEN.search(teks)
    return "" if found is None else f"U+{ord(found[0]):04X} pada huruf ke-{found.start() + 1}"
