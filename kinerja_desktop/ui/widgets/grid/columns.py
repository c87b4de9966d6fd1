"""How wide the columns of a grid are, and which are hidden when the room is short."""

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.widgets.grid.cells import GridColumn


@dataclass(frozen=True, slots=True)
class Fit:
    """Width of each column in pixels; 0 is hidden."""

    widths: tuple[int, ...]

    @property
    def hidden(self) -> int:
        return sum(1 for width in self.widths if not width)


def fit_columns(columns: Sequence[GridColumn], room: int, *, hide: bool = True) -> Fit:
    """Hide columns by their order until the rest fits, then give what is left to those that stretch."""
    shown = list(columns)
    while hide and _needed(shown) > room and (leaving := _first_to_leave(shown)) is not None:
        shown.remove(leaving)
    spare = max(0, room - _needed(shown))
    stretching = [column for column in shown if column.stretches]
    share = spare // len(stretching) if stretching else 0
    return Fit(
        tuple(
            (theme.px(column.width) + (share if column.stretches else 0)) if column in shown else 0
            for column in columns
        )
    )


def _needed(columns: Sequence[GridColumn]) -> int:
    return sum(theme.px(column.width) for column in columns)


def _first_to_leave(columns: Sequence[GridColumn]) -> GridColumn | None:
    leaving = [column for column in columns if column.hides]
    return min(leaving, key=lambda column: column.hides, default=None)
