"""The head of a table: one or two lines of heads, and the numbers of the columns below them.

Only the head's band is made here; rows are made in ``tables``.
"""

from collections.abc import Sequence
from itertools import accumulate, groupby

from reportlab.platypus import Paragraph

from kinerja_desktop.documents.columns import Column, Tabel
from kinerja_desktop.documents.grid import DIVIDER, INNER, NARROW_SIDE, Band, Box, measure
from kinerja_desktop.documents.style import HEAD_FILL, SMALLEST, cell_style
from kinerja_desktop.documents.text import paragraph, text_width

_NUMBER = 7.0
_Head = tuple[Paragraph, float, float]
"""Words, left end and width."""


def make_head(tabel: Tabel, widths: Sequence[float]) -> Band:
    """The band of all heads, which repeats on every page; none where no column has a head."""
    if not any(column.head for column in tabel.columns):
        return Band(0.0, [])
    return _HeadMaker(tabel, widths).band()


def word_size(text: str, size: float, room: float, *, bold: bool) -> float:
    """The size at which no word is broken inside: a unit, a kategori, a head in a narrow column."""
    style = cell_style(size, size, bold=bold)
    widest = max((text_width(word, style) for word in text.split()), default=0.0)
    return size if widest <= room else max(SMALLEST, size * room / widest - 0.05)


class _HeadMaker:
    def __init__(self, tabel: Tabel, widths: Sequence[float]) -> None:
        self.columns, self.type = tabel.columns, tabel.type
        self.edges = list(accumulate(widths, initial=0.0))
        self.places = list(zip(self.columns, self.edges, widths, strict=False))
        self.grouped = any(column.under for column in self.columns)
        self.divided = {x for column, x, _ in self.places if column.divided}
        self.reaching = {x for column, x, _ in self.places if self.grouped and not column.under}

    def band(self) -> Band:
        lines = self._lines()
        heights = self._heights(lines)
        tops = list(accumulate(heights, initial=0.0))
        boxes = [
            self._box(words, x, width, tops[number], heights[number])
            for number, line in enumerate(lines)
            for words, x, width in line
        ]
        for box in boxes:
            if box.top == 0.0 and box.x in self.reaching:
                box.height = heights[0] + heights[1]
        return Band(tops[-1], boxes)

    def _lines(self) -> list[list[_Head]]:
        lower = [self._words(c.head, x, w, c) for c, x, w in self.places if c.under or not self.grouped]
        lines = [self._upper(), lower] if self.grouped else [lower]
        if any(column.number for column in self.columns):
            lines.append(self._numbers())
        return lines

    def _box(self, words: Paragraph, x: float, width: float, top: float, height: float) -> Box:
        line = DIVIDER if x in self.divided else INNER
        return Box(x, width, top, height, words, HEAD_FILL, side=NARROW_SIDE, line=line)

    def _numbers(self) -> list[_Head]:
        size = min(_NUMBER, self.type.head)
        small = cell_style(size, size + 1.2, align="centre")
        groups = [list(group) for _, group in groupby(self.places, key=lambda place: place[0].number)]
        return [
            (paragraph(group[0][0].number, small), group[0][1], sum(width for _, _, width in group)) for group in groups
        ]

    def _upper(self) -> list[_Head]:
        """Heads of the first line: one over several columns, or a single one that reaches down two lines."""
        heads, start = [], 0
        for (under, _), group in groupby(enumerate(self.columns), key=_head_group):
            columns = [column for _, column in group]
            end = start + len(columns)
            width = self.edges[end] - self.edges[start]
            heads.append(self._words(under or columns[0].head, self.edges[start], width, None if under else columns[0]))
            start = end
        return heads

    def _words(self, text: str, x: float, width: float, column: Column | None) -> _Head:
        size = word_size(text, self.type.head, width - 2 * NARROW_SIDE, bold=True)
        style = cell_style(size, self.type.head_leading, bold=True, align="centre")
        marks, below = (column.marks, column.below) if column else ((), "")
        return paragraph(text, style, marks=marks, below=below), x, width

    def _heights(self, lines: list[list[_Head]]) -> list[float]:
        """Height of each line of the head; a single head may need more than the two lines it reaches over."""
        heights = [
            max(measure(p, width, NARROW_SIDE) for p, x, width in line if number or x not in self.reaching)
            for number, line in enumerate(lines)
        ]
        singles = [measure(p, width, NARROW_SIDE) for p, x, width in lines[0] if x in self.reaching]
        if singles:
            heights[1] += max(0.0, max(singles) - heights[0] - heights[1])
        return heights


def _head_group(numbered: tuple[int, Column]) -> tuple[str, int]:
    """Neighbours under one head belong together; a column without one stands for itself."""
    number, column = numbered
    return column.under, -1 if column.under else number
