"""The flow chart of the SOP: its table with symbols and arrows through the executors' columns, on one page or two.

Rows and heads are a common table; over it stand the symbols at the centres of their columns and the arrows between
them, at right angles. Where the page is too short the chart is parted where no way leads back, and a pentagon with a
letter says where the flow goes on. To change how an arrow runs: ``_Places.way``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Flowable

from kinerja_desktop.documents.captioned import CaptionedTable
from kinerja_desktop.documents.columns import Column, Kind, Row, Tabel, texts
from kinerja_desktop.documents.flow_symbols import (
    PENTAGON,
    SIZE,
    Point,
    draw_arrow,
    draw_label,
    draw_pentagon,
    draw_symbol,
)
from kinerja_desktop.documents.fonts import REGULAR
from kinerja_desktop.documents.grid import Grid
from kinerja_desktop.documents.style import BLACK, TABLE, WIDE_TABLE, Sheet, TableType, mm
from kinerja_desktop.documents.tables import flow_table
from kinerja_desktop.documents.text import printable
from kinerja_desktop.domain.bagan_sop import BaganSop, Panah, Simbol
from kinerja_desktop.domain.sop import LangkahSop
from kinerja_desktop.domain.workflow import Langkah

LEAST_ROW: Final = 16.5
"""A row is never lower, in millimetres."""
_EXECUTOR_WIDTHS: Final = (25, 27, 25, 28)
_FIRST_EXECUTOR: Final = 2
_SMALL: Final = TableType(7.5, 9.2, 7, 8.4)
_WORDS: Final = {TABLE: (62, 25), WIDE_TABLE: (55, 32), _SMALL: (55, 32)}
"""Widths of Kegiatan and Waktu: in smaller type the column with the longest cell is wider, so that more rows fit."""
_GAP: Final = 1.9 * mm
"""White above and below a symbol, and between two in one row."""
_NOTE: Final = 6.5
_NOTE_LEADING: Final = 7.4
_BESIDE: Final = 1.6 * mm
_BACK_SHIFT: Final = 5 * mm
"""A way back enters its symbol from below, left of the centre, where no other line runs."""
_LABEL_RISE: Final = 5.0


def flow_parts(chart: BaganSop, sheet: Sheet, room: float) -> list["FlowChart"]:
    """The chart on as few pages as ``room`` (points) allows; smaller type before a second page."""
    count = len(chart.baris)
    for type_ in _WORDS:
        whole = FlowChart(chart, sheet, range(count), type_)
        if whole.height <= room:
            return [whole]
    for last in reversed(_breaks(chart)):
        parts = [FlowChart(chart, sheet, range(last)), FlowChart(chart, sheet, range(last, count))]
        if all(part.height <= room for part in parts):
            return parts
    return [FlowChart(chart, sheet, range(row, row + 1)) for row in range(count)]


def _breaks(chart: BaganSop) -> list[int]:
    """Numbers of rows after which no way leads back over the end of the page."""
    row = _rows_of(chart)
    back = [(row[a.ke], row[a.dari]) for a in chart.panah if row[a.ke] < row[a.dari]]
    return [n for n in range(1, len(chart.baris)) if not any(low < n <= high for low, high in back)]


@dataclass(frozen=True, slots=True)
class _Arrow:
    points: tuple[Point, ...]
    label: str
    label_at: Point


class FlowChart(Flowable):
    """Some rows of the chart, as wide as the text of the sheet."""

    def __init__(self, chart: BaganSop, sheet: Sheet, rows: range, type_: TableType = TABLE) -> None:
        super().__init__()
        self.chart, self.rows = chart, rows
        self.symbols = [s for s in chart.simbol if s.baris in rows]
        self.grid = _grid(chart, sheet, rows, type_)
        self.width, self.height = self.grid.width, self.grid.height
        self.places = _Places(self)

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:  # noqa: ARG002  ReportLab's signature
        return self.width, self.height

    def draw(self) -> None:
        self.grid.drawOn(self.canv, 0, 0)
        for arrow in self.places.arrows():
            draw_arrow(self.canv, arrow.points)
            if arrow.label:
                draw_label(self.canv, arrow.label, arrow.label_at)
        for symbol in self.symbols:
            draw_symbol(self.canv, symbol.bentuk, self.places.centre[symbol.langkah], symbol.teks, symbol.keadaan)
            self._draw_note(symbol)
        for letter, at in self.places.pentagons():
            draw_pentagon(self.canv, letter, at)

    def _draw_note(self, symbol: Simbol) -> None:
        left, room, centred = self.places.note_place(symbol)
        y = self.places.centre[symbol.langkah][1] - SIZE[symbol.bentuk][1] / 2 - _NOTE_LEADING
        self.canv.setFillColor(BLACK)
        self.canv.setFont(REGULAR, _NOTE)
        for line in _note_lines(symbol, room):
            if centred:
                self.canv.drawCentredString(left + room / 2, y, line)
            else:
                self.canv.drawString(left, y, line)
            y -= _NOTE_LEADING


class _Places:
    """Where symbols stand on this part, and how the arrows run between them."""

    def __init__(self, part: FlowChart) -> None:
        self.part = part
        boxes = part.grid.head.boxes
        lefts = sorted({box.x for box in boxes})
        self.edges = [*lefts[_FIRST_EXECUTOR:], part.width]
        self.symbol = {s.langkah: s for s in part.chart.simbol}
        self.crossing = _crossing(part.chart, part.rows)
        self.centre = {s.langkah: self._centre(s) for s in part.symbols}

    # --- symbols ---------------------------------------------------------------------------------

    def middle(self, column: int) -> float:
        """Centre of an executor's column."""
        return (self.edges[column] + self.edges[column + 1]) / 2

    def _centre(self, symbol: Simbol) -> Point:
        """Symbols of a row share its height from above, each with its words below it."""
        top, height = self.band(symbol.baris)
        stack = [s for s in self.part.symbols if s.baris == symbol.baris]
        heights = [block_height(s, self.part.chart) for s in stack]
        opening = _opening(self.part.chart, self.part.rows, symbol.baris)
        slack = height - sum(heights) - _GAP * (len(stack) - 1) - opening
        y = top - slack / 2 - opening
        for found, tall in zip(stack, heights, strict=True):
            if found is symbol:
                break
            y -= tall + _GAP
        return self.middle(symbol.kolom), y - SIZE[symbol.bentuk][1] / 2

    def band(self, row: int) -> tuple[float, float]:
        """Upper edge above the part's foot, and height."""
        number = self.part.rows.index(row)
        bands = self.part.grid.bands
        above = self.part.grid.head.height + sum(band.height for band in bands[:number])
        return self.part.height - above, bands[number].height

    def note_place(self, symbol: Simbol) -> tuple[float, float, bool]:
        """Left end and room of the words below a symbol; they stand beside a line that meets it there."""
        return _note_place(symbol, self.part.chart, self.middle(symbol.kolom), self.edges)

    # --- arrows ----------------------------------------------------------------------------------

    def arrows(self) -> Iterable[_Arrow]:
        """Every way of this part; one that leaves it ends or begins at a pentagon."""
        for panah in self.part.chart.panah:
            if panah.dari in self.centre and panah.ke in self.centre:
                yield self.way(panah)
        for panah in self.crossing:
            at = self._pentagon(panah)
            if panah.ke in self.centre:
                yield _Arrow(((at[0], at[1] - PENTAGON[1] / 2), self._top(panah.ke)), "", at)
            else:
                x, y = self.centre[panah.dari]
                right = 1 if at[0] > x else -1
                start = (x + right * SIZE[self.symbol[panah.dari].bentuk][0] / 2, y)
                yield _Arrow((start, (at[0] - right * PENTAGON[0] / 2, y)), "", at)

    def way(self, panah: Panah) -> _Arrow:
        """Level out of the source and upright into the target; upright first to a symbol of the same row."""
        x, y = self.centre[panah.dari]
        to_x, to_y = self.centre[panah.ke]
        half, over = (side / 2 for side in SIZE[self.symbol[panah.dari].bentuk])
        to_half, to_over = (side / 2 for side in SIZE[self.symbol[panah.ke].bentuk])
        right = 1 if to_x > x else -1
        if self.symbol[panah.dari].baris == self.symbol[panah.ke].baris:
            end = to_x - right * to_half
            return _Arrow(((x, y - over), (x, to_y), (end, to_y)), panah.label, ((x + end) / 2 - 2, to_y + _LABEL_RISE))
        if to_y > y:
            turn = to_x - _BACK_SHIFT
            return _Arrow(
                ((x + right * half, y), (turn, y), (turn, to_y - to_over)),
                panah.label,
                ((x + right * half + turn) / 2, y + _LABEL_RISE),
            )
        return _Arrow(((x + right * half, y), (to_x, y), (to_x, to_y + to_over)), panah.label, (x, y))

    def _top(self, langkah: Langkah) -> Point:
        x, y = self.centre[langkah]
        return x, y + SIZE[self.symbol[langkah].bentuk][1] / 2

    # --- pentagons -------------------------------------------------------------------------------

    def pentagons(self) -> list[tuple[str, Point]]:
        """Letters with their places, A for the first way that leaves or enters the part."""
        return [(chr(ord("A") + n), self._pentagon(a)) for n, a in enumerate(self.crossing)]

    def _pentagon(self, panah: Panah) -> Point:
        if panah.ke in self.centre:
            x, y = self._top(panah.ke)
            return x, y + _GAP * 2 + PENTAGON[1] / 2
        return self.middle(self.symbol[panah.ke].kolom), self.centre[panah.dari][1]


def _rows_of(chart: BaganSop) -> dict[Langkah, int]:
    return {s.langkah: s.baris for s in chart.simbol}


def _crossing(chart: BaganSop, rows: range) -> list[Panah]:
    """Ways that lead from this part to another or come from one."""
    row = _rows_of(chart)
    return [a for a in chart.panah if (row[a.dari] in rows) != (row[a.ke] in rows)]


def _opening(chart: BaganSop, rows: range, row: int) -> float:
    """Room for a pentagon above the first symbol of a row to which the flow comes from another page."""
    came = any(_rows_of(chart)[a.ke] == row for a in _crossing(chart, rows))
    return PENTAGON[1] + 2 * _GAP if came else 0.0


# --- rows ------------------------------------------------------------------------------------------


def _grid(chart: BaganSop, sheet: Sheet, rows: range, type_: TableType) -> Grid:
    kegiatan, waktu = _WORDS[type_]
    columns = (
        Column("No", 9, Kind.CENTRED),
        Column("Kegiatan", kegiatan),
        *(
            Column(title, width, Kind.CENTRED, "Pelaksana", below=f"({jabatan})" if jabatan else "")
            for (title, jabatan), width in zip(chart.kolom, _EXECUTOR_WIDTHS, strict=True)
        ),
        Column("Kelengkapan", 27, Kind.CENTRED, "Mutu Baku"),
        Column("Waktu", waktu, Kind.CENTRED, "Mutu Baku"),
        Column("Output", 29, Kind.CENTRED, "Mutu Baku"),
        Column("Keterangan", 33),
    )
    bands = tuple(_row(chart, row, _opening(chart, rows, row)) for row in rows)
    table = flow_table(Tabel(columns, bands, type=type_), sheet)
    assert isinstance(table, CaptionedTable)
    return table.grid


def _row(chart: BaganSop, number: int, opening: float) -> Row:
    line: LangkahSop = chart.baris[number]
    symbols = [s for s in chart.simbol if s.baris == number]
    tall = sum(block_height(s, chart) for s in symbols) + _GAP * (len(symbols) + 1) + opening
    empty = ("",) * len(chart.kolom)
    words = (str(line.nomor), line.kegiatan, *empty, line.kelengkapan, line.waktu, line.output, line.keterangan)
    return Row(texts(*words), least=max(LEAST_ROW, tall / mm))


def block_height(symbol: Simbol, chart: BaganSop) -> float:
    """Height of a symbol with the words below it."""
    half = _EXECUTOR_WIDTHS[symbol.kolom] * mm * _NARROWEST / 2
    _, room, _ = _note_place(symbol, chart, half, [0.0] * (symbol.kolom + 1) + [2 * half])
    return SIZE[symbol.bentuk][1] + len(_note_lines(symbol, room)) * _NOTE_LEADING + (2 if symbol.keterangan else 0)


_NARROWEST: Final = 257 / 290
"""How much of its width a column keeps on the narrowest sheet."""


def _note_place(symbol: Simbol, chart: BaganSop, middle: float, edges: Sequence[float]) -> tuple[float, float, bool]:
    right = edges[symbol.kolom + 1]
    row = _rows_of(chart)
    if any(a.dari is symbol.langkah and row[a.ke] == symbol.baris for a in chart.panah):
        left = middle + _BESIDE
    elif any(a.ke is symbol.langkah and row[a.dari] > symbol.baris for a in chart.panah):
        left = middle - _BACK_SHIFT + _BESIDE
    else:
        return middle - (right - middle), 2 * (right - middle), True
    return left, right - left - 1.0, False


def _note_lines(symbol: Simbol, room: float) -> list[str]:
    return [part for line in symbol.keterangan for part in simpleSplit(printable(line), REGULAR, _NOTE, room)]
