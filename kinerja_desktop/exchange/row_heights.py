"""How high the rows of a workbook are written, so that words that wrap lie over no other row.

Excel works it out when it opens a workbook; LibreOffice and what prints a workbook need not. Another writer of a
table with texts: ``height_for`` with the widths of its columns; where people go on typing, with a ``GrowingRow``.
"""

from collections.abc import Sequence
from math import ceil

MOST = 409
"""Points; Excel opens no workbook with a higher row."""


def height_for(texts: Sequence[object], widths: Sequence[float], line: float) -> float:
    """Points of a row with these cells; ``widths`` in letters as Excel counts them, ``line`` in points."""
    lines = (_lines(str(text), width) for text, width in zip(texts, widths, strict=True) if text is not None)
    return min(MOST, line * max(lines, default=1))


def _lines(text: str, width: float) -> int:
    return sum(max(1, ceil(len(line) / width)) for line in text.splitlines() or [""])
