"""Which cell style shows its number as a percentage, which as a day; nothing else of a style is looked at.

To tell one more kind apart: a member of ``Bentuk`` and its rule in ``_shape``.
"""

import re
from enum import Enum

from kinerja_desktop.exchange.xlsx.parts import Walker, whole

_PERCENT_IDS = frozenset({9, 10})
_DATE_IDS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_LONGEST_CODE = 255  # of Excel; the pattern below takes its time with longer ones
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)


class Bentuk(Enum):
    """What a number format makes of a number."""

    BIASA = "biasa"
    PERSEN = "persen"
    TANGGAL = "tanggal"


def _shape(number_format: int, code: str | None) -> Bentuk:
    if code is None:
        if number_format in _PERCENT_IDS:
            return Bentuk.PERSEN
        return Bentuk.TANGGAL if number_format in _DATE_IDS else Bentuk.BIASA
    bare = _LITERAL.sub("", code.partition(";")[0]).casefold()
    if "general" in bare:
        return Bentuk.BIASA
    if "%" in bare:
        return Bentuk.PERSEN
    dated = _ELAPSED.search(code) or any(letter in bare for letter in "dmyhs")
    return Bentuk.TANGGAL if dated else Bentuk.BIASA


class Styles(Walker):
    """Which cell style shows its number as what."""

    def __init__(self) -> None:
        self._codes: dict[int, str] = {}
        self._formats: list[int] = []
        self._in_cells = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "numFmt":
            self._codes[whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "")[:_LONGEST_CODE]
        elif tag == "cellXfs":
            self._in_cells = True
        elif tag == "xf" and self._in_cells:
            self._formats.append(whole(attributes.get("numFmtId")))

    def end(self, tag: str) -> None:
        if tag == "cellXfs":
            self._in_cells = False

    def kinds(self) -> list[Bentuk]:
        return [_shape(number_format, self._codes.get(number_format)) for number_format in self._formats]
