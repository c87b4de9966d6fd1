"""Words in CSV so that no program takes them for a formula, and so that they can be read back sign by sign.

A cell of words that looks like a formula, or begins with the mark itself, gets the mark in front: whoever reads takes
one mark away. The mark alone is a text without letters; an empty cell has no value at all.
"""

from typing import Final

from kinerja_desktop.domain.teks_sel import looks_like_formula

MARK: Final = "'"


def guarded(text: str) -> str:
    """The words as a cell."""
    return MARK + text if not text or text.startswith(MARK) or looks_like_formula(text) else text


def unguarded(cell: str) -> str:
    """The words of a cell."""
    return cell.removeprefix(MARK)
