"""Text of a workbook: shared strings, rich text as plain text, escapes of control characters.

What a text means is the business of who reads the sheet.
"""

import re

from kinerja_desktop.exchange.xlsx.parts import TooBig, Walker

LONGEST = 100_000  # letters of one text; a cell of Excel holds 32,767
_MOST_STRINGS = 200_000  # the only part of a workbook that is kept as a whole
_MOST_LETTERS = 10_000_000


class TextCollector(Walker):
    """Collects the text of ``t`` elements, leaving out phonetic hints (``rPh``). Raises TooBig."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._letters = 0
        self._taking = False
        self._phonetic = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - signature of Walker
        self._phonetic = self._phonetic or tag == "rPh"
        self._taking = tag == "t" and not self._phonetic

    def text(self, text: str) -> None:
        if not self._taking:
            return
        self._letters = len(text) + (self._letters if self._pieces else 0)
        if self._letters > LONGEST:
            raise TooBig
        self._pieces.append(text)

    def end(self, tag: str) -> None:
        self._taking = False
        if tag == "rPh":
            self._phonetic = False

    def take(self) -> str:
        joined = "".join(self._pieces)
        self._pieces.clear()
        return unescape(joined)


class Strings(TextCollector):
    """The table of shared strings. Raises TooBig."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._total = 0

    def end(self, tag: str) -> None:
        super().end(tag)
        if tag == "si":
            self.found.append(self.take())
            self._total += len(self.found[-1])
            if len(self.found) > _MOST_STRINGS or self._total > _MOST_LETTERS:
                raise TooBig


_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_HALVES = re.compile("[\ud800-\udfff]")  # of a surrogate pair: no text can hold them
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescape(text: str) -> str:
    """Read the way in which Excel writes control characters: "_x000D_"."""
    if "_x" not in text:
        return text
    return _HALVES.sub("\N{REPLACEMENT CHARACTER}", _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text))


def escape(text: str) -> str:
    """Write so that ``unescape`` and Excel read the same text."""
    kept = _ESCAPED.sub(lambda found: f"_x005F{found[0]}", text)
    return _NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", kept)
