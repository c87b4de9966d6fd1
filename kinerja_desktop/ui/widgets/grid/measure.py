"""How much room the cells of a grid need: the width of their figures and longest words, the lines of their texts.

Figures stand in one line and are never shortened, what is typed instead of one may be; names and words wrap. Measured
once for each set of rows and width, by the widest letters of a kind, so that choosing a row moves nothing.
"""

from collections.abc import Iterable, Mapping

from PySide6.QtGui import QFontMetrics

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.theme import Height, IconSize, Space, TextStyle
from kinerja_desktop.ui.widgets.grid.cells import Cell, CellState, ColumnKind, GridColumn, GridGroup, GridRow
from kinerja_desktop.ui.widgets.grid.looks import LOOKS
from kinerja_desktop.ui.widgets.painting import line_height, metrics_of, text_width, wrapped

SIDE = 8
"""Between the edge of a cell and its text."""
SYMBOL_ROOM = 20
"""A symbol before the text, with the gap after it."""
AIR = 4
"""Between the lines of a cell and the edges of its row."""
MOST_OF_WRONG = "000.000.000.000"
"""What is no figure asks for no more room than this one: a sentence in a cell would push other columns out of sight."""
HEADING_SIDES = (10, 12)
"""Before and after the words of a heading across the columns."""
_NAME = TextStyle.BODY_500
_EMPTY = Cell()


def inner_width(width: int) -> int:
    """Room of the text in a column so wide."""
    return width - theme.px(SIDE) - theme.px(SIDE + 1)


def needed_widths(columns: Iterable[GridColumn], rows: Iterable[GridRow | GridGroup]) -> Mapping[str, int]:
    """The least width of each column in which no figure and no word is cut; names wrap and ask for none."""
    measured = [column for column in columns if column.kind is not ColumnKind.NAMA and not column.extra]
    metrics = {style: metrics_of(style) for style in (TextStyle.BODY, TextStyle.CARD_TITLE, _NAME)}
    around = theme.px(SIDE) + theme.px(SIDE + 1)
    found = {
        column.key: max(metrics[_NAME].horizontalAdvance(line) for line in column.title.split("\n"))
        for column in measured
    }
    symbol = theme.px(SYMBOL_ROOM)
    for row in rows:
        if isinstance(row, GridRow):
            for column in measured:
                cell = row.cells.get(column.key, _EMPTY)
                found[column.key] = max(found[column.key], _widest(cell, column, metrics, symbol))
    return {key: width + around + 1 for key, width in found.items()}


def _widest(cell: Cell, column: GridColumn, metrics: Mapping[TextStyle, QFontMetrics], symbol: int) -> int:
    look = LOOKS[cell.state]
    text = cell.text or cell.words or look.words
    if cell.state is CellState.BERUBAH:
        figures = metrics[TextStyle.CARD_TITLE]
        both = figures.horizontalAdvance(cell.previous) + figures.horizontalAdvance(text)
        return both + theme.px(IconSize.CHIP) + 2 * theme.px(SIDE) // 2
    if column.is_figure:
        style = TextStyle.CARD_TITLE if cell.text else TextStyle.BODY
        width = metrics[style].horizontalAdvance(text)
        if cell.state is CellState.SALAH:
            width = min(width, metrics[style].horizontalAdvance(MOST_OF_WRONG))
        return width + (symbol if cell.symbol or look.symbol else 0)
    parts = [text] if column.kind is ColumnKind.NOMOR else text.split()
    widest = max(map(metrics[_NAME].horizontalAdvance, parts), default=0)
    return widest + (symbol if cell.symbol else 0)


def name_lines(cell: Cell, width: int, *, with_unit: bool) -> list[tuple[str, str]]:
    """Lines of a name as pairs of name and unit: the unit ends the last line, or stands below it."""
    lines = [(line, "") for line in wrapped(cell.text, _NAME, width)]
    if not with_unit or not cell.subtext:
        return lines
    last, ending = lines[-1][0], f"· {cell.subtext}"
    if len(lines) > 1 and text_width(f"{last} ", _NAME) + text_width(ending, TextStyle.BODY) <= width:
        return [*lines[:-1], (f"{last} ", ending)]
    return lines + [("", line) for line in wrapped(cell.subtext, TextStyle.BODY, width)]


def word_lines(cell: Cell, width: int) -> list[str]:
    """Lines of the words in a column of texts, without the room of their symbol."""
    room = width - (theme.px(SYMBOL_ROOM) if cell.symbol is not None else 0)
    return wrapped(" ".join(cell.text.split()), TextStyle.BODY, room)


def lines_of(row: GridRow, column: GridColumn, width: int, *, with_unit: bool) -> int:
    """In how many lines the text of a cell stands in a column so wide; what is only there on request stays in one."""
    cell = row.cells.get(column.key, _EMPTY)
    if column.kind is ColumnKind.NAMA:
        return len(name_lines(cell, inner_width(width), with_unit=with_unit))
    if column.kind is ColumnKind.TEKS and not column.extra:
        return len(word_lines(cell, inner_width(width)))
    return 1


def heading_lines(group: GridGroup, width: int) -> list[str]:
    """Lines of a heading across the columns, beside what it says at its right."""
    room = width - sum(map(theme.px, HEADING_SIDES))
    if group.trailing:
        room -= text_width(group.trailing, TextStyle.BODY_500) + theme.px(Space.CARDS)
    return wrapped(group.text, TextStyle.BODY_700, room)


def heading_height(group: GridGroup, width: int) -> int:
    """As high as its lines."""
    lines, least = len(heading_lines(group, width)), theme.height(Height.GROUP_ROW)
    return least if lines < 2 else max(least, lines * line_height(TextStyle.BODY_700) + theme.px(AIR))
