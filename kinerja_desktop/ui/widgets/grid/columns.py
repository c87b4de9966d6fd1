"""How wide the columns of a grid are, and which are hidden when the room is short."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kinerja_desktop.ui import theme
from kinerja_desktop.ui.widgets.grid.cells import GridColumn

_LEAST_NAME = 150
"""Logical pixels to which a column that stretches shrinks where even those that never leave have no room beside it."""
_NOBODYS: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Fit:
    """Width of each column in pixels, 0 is hidden; ``hidden`` counts those that are not there for want of room."""

    widths: tuple[int, ...]
    hidden: int = 0


def fit_columns(
    columns: Sequence[GridColumn],
    room: int,
    *,
    hide: bool = True,
    asked: Collection[str] = (),
    own: Mapping[str, int] = _NOBODYS,
    needs: Mapping[str, int] = _NOBODYS,
) -> Fit:
    """Hide columns by their order until the rest fits, then give what is left to those that stretch, or take it there.

    What a person did, by key of a column, costs no other one its place: columns that he ``asked`` for, and widths of
    his ``own``, are laid beside those that the room leaves. They may exceed it; the grid scrolls sideways then.
    ``needs``: what the contents of a column take, where that is more than its width.
    """
    least = {column.key: max(theme.px(column.width), needs.get(column.key, 0)) for column in columns}
    wanted = [column for column in columns if not (hide and column.extra)]
    shown = list(wanted)
    while hide and _needed(shown, least, own) > room and (leaving := _first_to_leave(shown)):
        shown = [column for column in shown if column.hides != leaving]
    shown = [column for column in columns if column in shown or column.key in asked]
    widths = {column.key: own.get(column.key, least[column.key]) for column in shown}
    stretching = [column.key for column in shown if column.stretches and column.key not in own]
    share = (room - sum(widths.values())) // len(stretching) if stretching else 0
    if share > 0 or hide:
        widths |= {key: max(widths[key] + share, min(widths[key], theme.px(_LEAST_NAME))) for key in stretching}
    left = [column for column in wanted if column not in shown]
    return Fit(tuple(widths.get(column.key, 0) for column in columns), len(left))


def _needed(columns: Sequence[GridColumn], least: Mapping[str, int], own: Mapping[str, int]) -> int:
    """Room for columns, of which a person may have made some narrower."""
    wanted = ((column.key, least[column.key]) for column in columns)
    return sum(min(width, own.get(key, width)) for key, width in wanted)


def _first_to_leave(columns: Sequence[GridColumn]) -> int:
    """Number of the columns that go next; 0 where none may."""
    return min((column.hides for column in columns if column.hides), default=0)
