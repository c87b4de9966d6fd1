"""Tables of every paper: rows of cells made into a grid for a sheet, with caption, notes and repeated head.

A table is a frozen ``columns.Tabel``. No figure is worked out here and no column of a certain paper stands here.
To add a look of a row: a member of ``columns.Look`` and its part in ``_Maker``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from heapq import nlargest
from itertools import accumulate, pairwise
from typing import Any, Final, Literal

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from kinerja_desktop.documents.blocks import Tick
from kinerja_desktop.documents.captioned import CaptionedTable
from kinerja_desktop.documents.columns import Column, Kind, Look, Row, Tabel, fit_widths
from kinerja_desktop.documents.figures import LEAST_PADDING, Cell, Figure, decimals_of, decimals_width, whole_width
from kinerja_desktop.documents.fonts import BOLD, REGULAR
from kinerja_desktop.documents.grid import DIVIDER, INNER, NARROW_SIDE, OVER, SIDE, Band, Box, Grid, measure
from kinerja_desktop.documents.style import GROUP_FILL, SMALLEST, STATE_FILL, Sheet, cell_style, mm, text_style
from kinerja_desktop.documents.table_head import make_head, word_size
from kinerja_desktop.documents.text import break_at_dots, paragraph, text_width
from kinerja_desktop.domain.narasi import NBSP, ikat

_TALL: Final = 2 / 3
_DENSE_SIDE: Final = 0.5 * mm
_LINES_A_PIECE: Final = 6
_UNBROKEN: Final = re.compile(r"\s+|(?<=[./])")
"""Between what stays together on a line."""
_LOOKED_AT: Final = 4
"""How many of a column's longest words are measured."""
_MOST_FOR_A_WORD: Final = 40.0
"""A longer word breaks, in millimetres: it would press all others."""


def flow_table(tabel: Tabel, sheet: Sheet) -> Flowable:
    """Make the table a flowable as wide as the text of its sheet."""
    tabel = replace(tabel, columns=tuple(_kept_as_needed(tabel)))
    widths = fit_widths(tabel.columns, sheet.text_width) or _squeezed(tabel.columns, sheet.text_width)
    widths = _for_whole_words(tabel, widths)
    grid = _Maker(tabel, sheet, [width * mm for width in widths]).grid()
    return CaptionedTable(tabel.caption, grid, _notes(tabel), last=tabel.last, heading=tabel.heading)


def _kept_as_needed(tabel: Tabel) -> Iterator[Column]:
    """The columns; short codes leave the room that they do not need to the words beside them."""
    for place, column in enumerate(tabel.columns):
        if not column.kept:
            yield column
            continue
        cells = [row.cells[place] for row in tabel.rows if row.span == 1 and place < len(row.cells)]
        style = cell_style(tabel.type.cell, tabel.type.cell_leading, bold=True)
        widest = max(text_width(cell.text, style) for cell in (*cells, Cell(column.head)))
        yield replace(column, width=min(column.width, (widest + 2 * SIDE) / mm + 0.3))


def _notes(tabel: Tabel) -> list[Paragraph]:
    source = [paragraph(tabel.source, text_style("source"))] if tabel.source else []
    return source + [paragraph(note, text_style("footnote")) for note in tabel.notes]


def _squeezed(columns: Sequence[Column], room: float) -> list[float]:
    total = sum(column.width for column in columns)
    return [column.width * room / total for column in columns]


def _for_whole_words(tabel: Tabel, widths: list[float]) -> list[float]:
    """Widths at which the narrow columns of words break none of them; the wider ones give what they can spare.

    Centred words become smaller before they break; in a dense table all words do.
    """
    asked = (Kind.TEXT, Kind.CENTRED) if tabel.type.dense else (Kind.TEXT,)
    places = [n for n, column in enumerate(tabel.columns) if column.kind in asked]
    over = {n: widths[n] - _longest_word(tabel, n) for n in places}
    lacking, spare = (-sum(v for v in over.values() if v < 0), sum(v for v in over.values() if v > 0))
    moved = min(lacking, spare)
    if not moved:
        return widths
    share = {n: v / lacking if v < 0 else v / spare for n, v in over.items()}
    return [width - moved * share.get(n, 0.0) for n, width in enumerate(widths)]


def _longest_word(tabel: Tabel, place: int) -> float:
    """What the longest word of a column takes, as small as it may be there, with its padding, in millimetres."""
    rows = [row for row in tabel.rows if row.span == 1 and place < len(row.cells)]
    size, side = (SMALLEST, NARROW_SIDE) if tabel.type.dense else (tabel.type.cell, SIDE)
    bold = any(row.cells[place].bold or row.look is not Look.BODY for row in rows)
    words = {word for row in rows for word in _UNBROKEN.split(row.cells[place].text)}
    style = cell_style(size, size, bold=bold)
    widest = max((text_width(word, style) for word in nlargest(_LOOKED_AT, words, key=len)), default=0.0)
    return min((widest + 2 * side) / mm + 0.3, _MOST_FOR_A_WORD)


class _Maker:
    """Turns rows of cells into the bands of a grid."""

    def __init__(self, tabel: Tabel, sheet: Sheet, widths: list[float]) -> None:
        self.tabel = tabel
        self.type = tabel.type
        self.widths = widths
        self.edges = list(accumulate(widths, initial=0.0))
        self.tall = sheet.text_height * mm * _TALL
        self.side = (2.6 if sheet.is_landscape else 1.9) * mm
        self.commas = [self._comma(number) for number in range(len(widths))]

    def grid(self) -> Grid:
        bands = [band for row in self._by_row() for band in row]
        for above, below in pairwise(bands):
            above.keep_next = above.keep_next or below.strong_above
        if bands:
            bands[-1].keep_next = False
        return Grid(make_head(self.tabel, self.widths), bands, self.edges[-1])

    # --- cells over several rows -----------------------------------------------------------------

    def _by_row(self) -> list[list[Band]]:
        rows = self.tabel.rows
        made = [self._bands(row) for row in rows]
        for row, below, bands in zip(rows, rows[1:], made, strict=False):
            if row.look is below.look is Look.GROUP:  # heads nothing
                bands[-1].keep_next = row.keep
        for start, row in enumerate(rows):
            end = next((n for n in range(start + 1, len(rows)) if not _joined_places(rows[n])), len(rows))
            if end > start + 1 and not _joined_places(row):
                self._join(made, start, end, _joined_places(rows[start + 1])[0])
        return made

    def _join(self, made: list[list[Band]], start: int, end: int, place: int) -> None:
        """Let one text stand over its rows, on each page anew; a text or a row too tall for that stays as it is."""
        row = self.tabel.rows[start]
        bare = self._bands(replace(row, cells=(*row.cells[:place], Cell(), *row.cells[place + 1 :])))
        bands = [*bare, *(band for later in made[start + 1 : end] for band in later)]
        words, box = self._content(row, place), bare[0].boxes[place]
        need = measure(words, box.width, box.side)
        if need > self.tall / 3 or max(band.height for band in bands) > self.tall / 5:
            return
        made[start] = bare
        for number, band in enumerate(bands):
            band.boxes[place].run, band.boxes[place].joined = words, number > 0
        _heighten(bands[-1], need - sum(band.height for band in bands))
        _keep_room(bands, need)

    # --- rows ------------------------------------------------------------------------------------

    def _bands(self, row: Row) -> list[Band]:
        missing = len(self.widths) - (len(row.cells) + row.span - 1)
        row = replace(row, cells=row.cells + (Cell(),) * missing)
        boxes = [self._box(row, place) for place in range(len(row.cells))]
        height = max(row.least * mm, *(measure(box.content, box.width, box.side) for box in boxes))
        if height > self.tall:
            return self._pieces(boxes)
        for box in boxes:
            box.height = height
        strong = row.look is Look.TOTAL
        band = Band(height, boxes, keep_next=row.keep or row.look is Look.GROUP, strong_above=strong)
        band.in_pieces = partial(self._pieces, boxes)
        return [band]

    def _pieces(self, boxes: list[Box]) -> list[Band]:
        """A row taller than two thirds of a page in pieces of a few lines, between which a page may end."""
        bands: list[Band] = []
        while any(box.content is not None for box in boxes):
            cut = [_cut(box, _LINES_A_PIECE * self.type.cell_leading + 0.5) for box in boxes]
            boxes = [rest for _, rest in cut]
            last = all(box.content is None for box in boxes)
            bands.append(_piece_band([part for part, _ in cut], first=not bands, last=last))
        return bands

    def _box(self, row: Row, place: int) -> Box:
        column = self._column_of(row, place)
        end = column + (row.span if place == 0 else 1)
        x, width = self.edges[column], self.edges[end] - self.edges[column]
        side = NARROW_SIDE if self.type.dense or self._kind(row, place) is Kind.CENTRED else SIDE
        line = DIVIDER if self.tabel.columns[column].divided else INNER
        return Box(x, width, 0.0, 0.0, self._content(row, place), self._fill(row, place), side=side, line=line)

    def _fill(self, row: Row, place: int) -> Color | None:
        if row.cells[place].state:
            return STATE_FILL
        return GROUP_FILL if row.look is Look.GROUP else None

    def _kind(self, row: Row, place: int) -> Kind:
        return Kind.TEXT if place == 0 and row.span > 1 else self.tabel.columns[self._column_of(row, place)].kind

    def _content(self, row: Row, place: int) -> Flowable | None:
        cell, column = row.cells[place], self._column_of(row, place)
        if cell.tick:
            return Tick()
        if not cell.text:
            return None
        kind = self._kind(row, place)
        bold = cell.bold or row.look is not Look.BODY
        size, leading = self.type.cell, self.type.cell_leading
        if kind is Kind.FIGURE and not cell.centred:
            shown = Cell(cell.text, bold=bold, grey=cell.grey)
            side = NARROW_SIDE if self.type.dense else SIDE
            comma = self._own_comma(cell.text) if self.type.dense else self.commas[column]
            return Figure(shown, size, leading, comma - side, side)
        align: Literal["left", "centre"] = "centre" if cell.centred or kind is Kind.CENTRED else "left"
        whole_words = align == "centre" or self.type.dense
        room = self._room(row, place, NARROW_SIDE if whole_words else SIDE)
        if whole_words:
            size = word_size(cell.text, size, room, bold=bold)
        style = cell_style(size, leading, bold=bold, align=align)
        return paragraph(break_at_dots(_tied(cell.text, style, room), style, room), style, marks=cell.marks)

    def _room(self, row: Row, place: int, side: float) -> float:
        column = self._column_of(row, place)
        end = column + (row.span if place == 0 else 1)
        return self.edges[end] - self.edges[column] - 2 * side

    # --- places ----------------------------------------------------------------------------------

    @staticmethod
    def _column_of(row: Row, place: int) -> int:
        return place and place + row.span - 1

    def _comma(self, column: int) -> float:
        """How far the comma stands from the right line: fixed, nearer only if the column's widest figure needs it."""
        figures = self._figures(column)
        longest = max([0, *(decimals_of(text) for text, _ in figures)])
        nearest = decimals_width(longest, REGULAR, self.type.cell)
        behind = decimals_width(max(2, longest), REGULAR, self.type.cell)
        widest = max((whole_width(text, font, self.type.cell) for text, font in figures), default=0.0)
        return max(min(self.side + behind, self.widths[column] - widest - SIDE), nearest + LEAST_PADDING)

    def _own_comma(self, text: str) -> float:
        """Of a dense table, whose columns mix units: every figure ends at the right line."""
        return decimals_width(decimals_of(text), REGULAR, self.type.cell) + _DENSE_SIDE

    def _figures(self, column: int) -> list[tuple[str, str]]:
        """Text and face of every figure that stands on this column's comma."""
        if self.tabel.columns[column].kind is not Kind.FIGURE:
            return []
        found = []
        for row in self.tabel.rows:
            place = column - row.span + 1 if column else 0
            if place < len(row.cells) and (row.span == 1 or place > 0) and not row.cells[place].centred:
                bold = row.cells[place].bold or row.look is not Look.BODY
                found.append((row.cells[place].text, BOLD if bold else REGULAR))
        return found


def _tied(text: str, style: ParagraphStyle, room: float) -> str:
    """The text with its ties, but for those that its column has no room for on one line."""
    words = ikat(text).split(" ")
    return " ".join(word if text_width(word, style) <= room else word.replace(NBSP, " ") for word in words)


def _joined_places(row: Row) -> list[int]:
    return [place for place, cell in enumerate(row.cells) if cell.joined]


def _heighten(band: Band, more: float) -> None:
    if more > 0:
        band.height += more
        for box in band.boxes:
            box.height += more


def _keep_room(bands: Sequence[Band], need: float) -> None:
    """Let a page end only where the common text has room above and below."""
    whole = sum(band.height for band in bands)
    for band, above in zip(bands, accumulate(band.height for band in bands), strict=True):
        if above < whole and min(above, whole - above) < need:
            band.keep_next = True


def _piece_band(parts: list[Box], *, first: bool, last: bool) -> Band:
    """A piece of a tall row: padding only where the row begins and ends, so that its lines run on evenly."""
    tallest = max(measure(part.content, part.width, part.side) for part in parts) - 2 * OVER
    for part in parts:
        part.over = OVER if first else 0.0
        part.height = tallest + OVER * (first + last)
    return Band(parts[0].height, parts, joined=not first)


def _cut(box: Box, height: float) -> tuple[Box, Box]:
    """What of a box stands in a piece of this height, and what remains."""
    first: Flowable | None
    rest: Flowable | None
    first, rest = box.content, None
    if isinstance(first, Paragraph) and first.height > height:
        first, rest = _cut_paragraph(first, box.width - 2 * box.side, height)
    piece = replace(box, content=first, height=0.0, at_top=True)
    return piece, replace(box, content=rest, height=0.0, at_top=True)


def _cut_paragraph(whole: Paragraph, width: float, height: float) -> tuple[Paragraph, Paragraph | None]:
    parts: list[Any] = whole.split(width, height)
    for part in parts:
        part.wrap(width, 1e6)
    return (parts[0], parts[1]) if len(parts) == 2 else (whole, None)
