"""Signs that nobody sees and that make a text read other than it is: where they may stand, and where not.

They are the signs of Unicode that turn the order of letters (Bidi_Control), NUL and the other control signs but for
breaks of lines and tabs. One rule for every text that comes in, by a screen, a workbook or a command:

- A *name* holds none, it is refused by its label: what tells one thing from another, or stands in a list, a letterhead
  or a place to sign. Names and titles, codes, units, numbers of letters, places, the words of a piece of evidence.
- What somebody *says* is kept as it was typed: reasons, notes, definitions, factors, paragraphs of a paper. Nobody
  loses a page of writing for a sign that a chat program put around a number. It is shown without such signs, on papers
  (``documents.text``) and on the screen (``visible``), and a workbook that brings one is told of.

Figures, codes and evidence that are typed or pasted drop what chat programs put around them (``numerals.seen``,
``visible``) before anything is kept. Names of files lose them where a file is taken in (``exchange.names``). A test
goes through every text of every use case and knows which of them are said.
"""

import re

_HIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
"""Hardly any text needs it, so it is compiled by the first that does."""


def hides(teks: str) -> bool:
    """True where a text holds a sign that may stand in no name."""
    return not teks.isprintable() and re.search(_HIDDEN, teks) is not None


def hidden_sign(teks: str) -> str:
    """The first such sign and its place, in words: "U+202E pada huruf ke-5"; empty where there is none."""
    found = None if teks.isprintable() else re.search(_HIDDEN, teks)
    return "" if found is None else f"U+{ord(found[0]):04X} pada huruf ke-{found.start() + 1}"


def visible(teks: str) -> str:
    """The text without such signs, as it is shown."""
    return teks if teks.isprintable() else re.sub(_HIDDEN, "", teks)
