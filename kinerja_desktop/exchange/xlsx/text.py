"""Text of a workbook: shared strings, rich text as plain text, escapes of control characters.

What a text means is the business of who reads the sheet.
"""

import re

from kinerja_desktop.exchange.xlsx.gate import Walker


class TextCollector(Walker):
    """Collects the text of ``t`` elements, leaving out phonetic hints (``rPh``)."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._taking = False
        self._phonetic = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - signature of Walker
        self._phonetic = self._phonetic or tag == "rPh"
        self._taking = tag == "t" and not self._phonetic

    def text(self, text: str) -> None:
        if self._taking:
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
    """The table of shared strings."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def end(self, tag: str) -> None:
        super().end(tag)
        if tag == "si":
            self.found.append(self.take())


_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescape(text: str) -> str:
    """Read the way in which Excel writes control characters: "_x000D_"."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def escape(text: str) -> str:
    """Write so that ``unescape`` and Excel read the same text."""
    kept = _ESCAPED.sub(lambda found: f"_x005F{found[0]}", text)
    return _NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", kept)
