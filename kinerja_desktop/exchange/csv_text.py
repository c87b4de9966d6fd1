"""Words in CSV so that no program takes them for a formula, and so that they can be read back sign by sign.

A cell of words that begins with a sign of a formula, or with the mark itself, gets the mark in front: whoever reads
takes one mark away. The mark alone is a text without letters; an empty cell has no value at all.
"""

from typing import Final

MARK: Final = "'"
_DANGEROUS: Final = tuple("=+-@\t\r\n＝＋－＠")
"""With the wide twins, which a spreadsheet takes as well."""


def guarded(text: str) -> str:
    """The words as a cell."""
    return MARK + text if not text or text.startswith((*_DANGEROUS, MARK)) else text


def unguarded(cell: str) -> str:
    """The words of a cell."""
    return cell.removeprefix(MARK)
