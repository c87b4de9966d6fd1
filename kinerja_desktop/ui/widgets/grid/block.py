"""Rectangles of texts as spreadsheets carry them: read from and written as TSV and HTML. No clipboard, no rules.

A spreadsheet puts both forms on the clipboard. Its plain text shows a figure as it is formatted there, in the signs
of that program; its HTML may tell the figure itself beside the text (LibreOffice ``sdval``, Excel and WPS ``x:num``).
What was seen is what is taken, written in Indonesian signs. One more program: its attribute in ``_RAW``.
"""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from html import escape
from html.parser import HTMLParser
from typing import Final

from kinerja_desktop.domain.errors import AngkaSalah
from kinerja_desktop.domain.numerals import bulatkan, read_angka, without_rupiah

Block = list[list[str]]
"""Texts of a rectangle of cells, line by line."""

# --- plain text ------------------------------------------------------------------------------------

_CELL: Final = re.compile(r'(?:"((?:[^"]|"")*)"(?=[\t\n]|\Z)|([^\t\n]*))([\t\n]|\Z)')


def read_text(text: str) -> Block:
    """Rows and columns of plain text: tabs, line ends, and cells in quotes that hold line ends themselves."""
    block: Block = [[]]
    for found in _CELL.finditer(text.replace("\r\n", "\n").replace("\r", "\n")):
        quoted, plain, end = found.groups()
        block[-1].append(plain if quoted is None else quoted.replace('""', '"'))
        if end == "\n":
            block.append([])
        elif not end:
            break
    return _indonesian(_each(_without_blank_end(block), without_rupiah))


def write_text(block: Block) -> str:
    """Plain text for spreadsheets; a cell with line ends, tabs or a leading quote stands in quotes."""
    return "\n".join("\t".join(map(_quoted, line)) for line in block)


def _quoted(text: str) -> str:
    needs = any(sign in text for sign in "\t\n") or text.startswith('"')
    return '"' + text.replace('"', '""') + '"' if needs else text


def _without_blank_end(block: Block) -> Block:
    """Spreadsheets end with an empty line, and people choose a few empty rows too many; nothing is emptied by it."""
    kept = list(block)
    while len(kept) > 1 and not any(text.strip() for text in kept[-1]):
        kept.pop()
    return kept


# --- HTML ------------------------------------------------------------------------------------------

_RAW: Final = ("sdval", "x:num")


class _Tables(HTMLParser):
    """Cells of the tables of a page, merged ones as one filled and empty ones."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.block: Block = []
        self._parts: list[str] | None = None
        self._raw: str | None = None
        self._span = 1
        self._below: dict[int, int] = {}
        """Columns that a cell above still covers, with the number of lines."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self._end_cell()
            self.block.append([])
            self._skip_covered()
        elif tag in ("td", "th") and self.block:
            self._end_cell()
            self._begin_cell(dict(attrs))
        elif tag in ("br", "p", "div") and self._parts:
            self._parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._parts is not None:
            self._parts.append(" ".join(data.split()) if data.strip() else " ")

    def _begin_cell(self, given: dict[str, str | None]) -> None:
        self._parts = []
        self._raw = next((given[name] for name in _RAW if given.get(name)), None)
        self._span = _count(given.get("colspan"))
        if (below := _count(given.get("rowspan")) - 1) > 0:
            at = len(self.block[-1])
            self._below |= {at + offset: below for offset in range(self._span)}

    def _end_cell(self) -> None:
        if self._parts is None:
            return
        lines = "".join(self._parts).split("\n")
        text = "\n".join(line.strip() for line in lines).strip()
        self.block[-1] += [_as_seen(without_rupiah(text), self._raw), *[""] * (self._span - 1)]
        self._parts = None
        self._skip_covered()

    def _skip_covered(self) -> None:
        line = self.block[-1]
        while self._below.get(len(line), 0) > 0:
            self._below[len(line)] -= 1
            line.append("")


def _count(given: str | None) -> int:
    return int(given) if given and given.isdecimal() and 0 < int(given) < 1000 else 1


_DRESS: Final = re.compile(r"</?(?:font|span|b|i|u|col|colgroup)\b[^>]*>", re.IGNORECASE)
"""Tags that say nothing of cells; half of the time of reading went into them."""


def read_html(page: str) -> Block:
    """Cells of the tables of a page; none where it has no table."""
    reader = _Tables()
    reader.feed(_DRESS.sub("", page[max(0, page.lower().find("<table")) :]))
    reader.close()
    block = [line for line in reader.block if line]
    return _indonesian(_without_blank_end(block)) if block else []


def write_html(block: Block, figures: Sequence[bool]) -> str:
    """A table that spreadsheets of any language read alike; ``figures`` tells which columns hold figures."""
    lines = (
        "<tr>" + "".join(_html_cell(text, figure=is_figure) for text, is_figure in zip(line, figures, strict=True))
        for line in block
    )
    head = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table>'
    return f"{head}{'</tr>'.join(lines)}</tr></table></body></html>"


def _html_cell(text: str, *, figure: bool) -> str:
    value = _value(text) if figure else None
    if value is None:
        lines = escape(text).replace("\n", '<br style="mso-data-placement:same-cell">')
        return f'<td x:str sdnum="1033;0;@" style="mso-number-format:\'\\@\'">{lines}</td>'
    decimals = "0" * max(0, -int(value.as_tuple().exponent))
    for_office = "\\#\\,\\#\\#0" + (f"\\.{decimals}" if decimals else "")
    for_libre = "1033;1057;#.##0" + (f",{decimals}" if decimals else "")
    style = f"mso-number-format:'{for_office}'"
    return f'<td align="right" x:num="{value:f}" sdval="{value:f}" sdnum="{for_libre}" style="{style}">{text}</td>'


def _value(text: str) -> Decimal | None:
    try:
        return read_angka(text).nilai
    except AngkaSalah:
        return None


# --- signs of another language ---------------------------------------------------------------------

_ENGLISH: Final = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?")
_PLAINLY_ENGLISH: Final = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+\.\d+%?|[-+]?\d{1,3}(?:,\d{3}){2,}%?")
_PLAINLY_OURS: Final = re.compile(r"[-+]?\d{1,3}(?:\.\d{3})+,\d+%?|[-+]?\d{1,3}(?:\.\d{3}){2,}%?")


_SWAP: Final = str.maketrans(",.", ".,")


def _swapped(text: str) -> str:
    """A figure with English signs, written with ours."""
    return text.translate(_SWAP)


_FORMATTED_ZERO: Final = frozenset("-–")
"""How the money formats of spreadsheets show zero; alone it would be no value."""


def _as_seen(text: str, raw: str | None) -> str:
    """The text as it was seen; where English signs make it the figure that the cell holds, with ours."""
    if raw is None:
        return text
    if text in _FORMATTED_ZERO and _holds("0", raw):
        return "0"
    if not _ENGLISH.fullmatch(text):
        return text
    ours = _swapped(text)
    return ours if _holds(ours, raw) else text


def _holds(text: str, raw: str) -> bool:
    """Whether a text, read as ours, is what a cell holds at the decimals that it shows."""
    try:
        held, seen = Decimal(raw), read_angka(text).nilai
    except (InvalidOperation, AngkaSalah):
        return False
    if seen is None or not held.is_finite():
        return False
    places = max(0, -int(seen.as_tuple().exponent))
    return bulatkan(held * 100 if text.endswith("%") else held, places) == bulatkan(seen, places)


def _indonesian(block: Block) -> Block:
    """A block from a program that writes 1,234.50: all its figures with our signs. Mixed blocks stay as they are."""
    texts = [text.strip() for line in block for text in line]
    if not any(map(_PLAINLY_ENGLISH.fullmatch, texts)) or any(map(_PLAINLY_OURS.fullmatch, texts)):
        return block
    return _each(block, lambda text: _swapped(text) if _ENGLISH.fullmatch(text.strip()) else text)


def _each(block: Block, change: Callable[[str], str]) -> Block:
    return [[change(text) for text in line] for line in block]


# --- laying over a choice --------------------------------------------------------------------------


def repeated(block: Block, rows: int, columns: int) -> Block:
    """The block as often as it fits a chosen rectangle evenly, as in Excel; else the block itself."""
    height, width = len(block), max(map(len, block))
    if rows % height or columns % width or (rows, columns) == (height, width):
        return block
    even = [line + [""] * (width - len(line)) for line in block]
    return [line * (columns // width) for line in even] * (rows // height)
