"""How wide the columns of a grid are, and which are hidden when the room is short."""

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.widgets.grid.cells import GridColumn


@dataclass(frozen=True, slots=True)
class Fit:
    """Width of each column in pixels, 0 is hidden; ``hidden`` counts those that had no room."""

    widths: tuple[int, ...]
    hidden: int = 0


def fit_columns(columns: Sequence[GridColumn], room: int, *, hide: bool = True) -> Fit:
    """Hide columns by their order until the rest fits, then give what is left to those that stretch."""
    wanted = [column for column in columns if not (hide and column.extra)]
    shown = list(wanted)
    while hide and _needed(shown) > room and (leaving := _first_to_leave(shown)):
        shown = [column for column in shown if column.hides != leaving]
    spare = max(0, room - _needed(shown))
    stretching = [column for column in shown if column.stretches]
    share = spare // len(stretching) if stretching else 0
    widths = tuple(
        (theme.px(column.width) + (share if column.stretches else 0)) if column in shown else 0 for column in columns
    )
    return Fit(widths, len(wanted) - len(shown))


def _needed(columns: Sequence[GridColumn]) -> int:
    return sum(theme.px(column.width) for column in columns)


def _first_to_leave(columns: Sequence[GridColumn]) -> int:
    """Number of the columns that go next; 0 where none may."""
    return min((column.hides for column in columns if column.hides), default=0)
