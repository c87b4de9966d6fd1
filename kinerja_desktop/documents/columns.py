"""What a table is made of: columns, rows, cells, and their widths on each sheet.

Data only; ``tables`` makes it a flowable. No column of a certain paper stands here. To add a look of a row: a member
of ``Look`` and its part in ``tables``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from kinerja_desktop.documents.figures import Cell
from kinerja_desktop.documents.style import TABLE, TableType

LEAST_TEXT: Final = 28.0
"""A text column that was wider is not squeezed below this, in millimetres: the table turns instead."""


class Kind(Enum):
    """How a column sets what stands in it; only text gives up width on a smaller sheet."""

    TEXT = "text"
    CENTRED = "centred"
    FIGURE = "figure"


class Look(Enum):
    """What a row is among the others."""

    BODY = "body"
    GROUP = "group"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Column:
    """Head, width in millimetres and kind; ``under`` is a head over several columns.

    ``number`` is printed below the heads, once over neighbours that share it; ``divided`` draws a heavier line before;
    ``below`` are small words under the head. ``kept``: words such as codes, which a wider sheet gives no more room
    and short ones less.
    """

    head: str
    width: float
    kind: Kind = Kind.TEXT
    under: str = ""
    marks: tuple[int, ...] = ()
    number: str = ""
    divided: bool = False
    below: str = ""
    kept: bool = False

    @property
    def shares(self) -> bool:
        """Whether it takes and gives the width by which a sheet differs."""
        return self.kind is Kind.TEXT and not self.kept


@dataclass(frozen=True, slots=True)
class Row:
    """Cells from the left; the first covers ``span`` columns. ``keep``: no page ends below it.

    ``least`` is its smallest height in millimetres: room for the pen or for a symbol.
    """

    cells: tuple[Cell, ...]
    look: Look = Look.BODY
    span: int = 1
    keep: bool = False
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class Tabel:
    """One table with everything that is printed with it; ``notes`` carry their numbers ("1) ...").

    ``last``: nothing follows it on its page. ``heading`` stands above a table without a caption; where the table goes
    on, the next page repeats it.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    source: str = ""
    notes: tuple[str, ...] = ()
    type: TableType = TABLE
    last: bool = False
    heading: str = ""


def texts(*cells: str | Cell) -> tuple[Cell, ...]:
    """Cells of plain words."""
    return tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in cells)


def numbered(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns with (1) (2) ... below their heads."""
    return tuple(replace(column, number=f"({n})") for n, column in enumerate(columns, start=1))


def fit_widths(columns: Sequence[Column], room: float) -> list[float] | None:
    """Widths for a sheet: text columns share the difference; None where the table must turn to landscape."""
    difference = room - sum(column.width for column in columns)
    shared = sum(column.width for column in columns if column.shares)
    widths = [c.width + (difference * c.width / shared if c.shares else 0) for c in columns]
    pressed = any(w < LEAST_TEXT <= c.width for w, c in zip(widths, columns, strict=True))
    return None if pressed else widths
