"""Where the cells of a block from the clipboard land, and what of it finds no place. Pure.

The block is laid over the visible grid from the current cell on; headings are no rows. Texts that fall on the column
of figures are taken as typed. A text on another column that already says the same (a copied table with its names and
targets) is no loss; everything else is named, so nothing of a block disappears unseen.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kinerja_desktop.ui.widgets.grid.cells import Block


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the grid: its key, the texts of its visible columns, and the place of the figure if it takes one."""

    kode: str
    texts: tuple[str, ...]
    figure_at: int | None


@dataclass(slots=True)
class Pasted:
    """Texts by kode, and those that found no place, as they stood."""

    taken: dict[str, str] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)


def lay(block: Block, places: Sequence[Place], column: int, figure_column: int) -> Pasted:
    """Lay a block over the rows from the first place on; one single column always means the figures."""
    single = all(len(line) == 1 for line in block)
    start = figure_column if single else column
    done = Pasted()
    for number, line in enumerate(block):
        place = places[number] if number < len(places) else None
        for offset, text in enumerate(line):
            _lay_one(done, place, start + offset, text.strip())
    return done


def _lay_one(done: Pasted, place: Place | None, column: int, text: str) -> None:
    if place is not None and place.figure_at == column:
        done.taken[place.kode] = text
    elif text and not _stands_there(place, column, text):
        done.left.append(text)


def _stands_there(place: Place | None, column: int, text: str) -> bool:
    return place is not None and 0 <= column < len(place.texts) and place.texts[column].strip() == text


def told(done: Pasted) -> str:
    """A sentence about the texts that found no place; empty where all did."""
    if not done.left:
        return ""
    some = ", ".join(f"«{text}»" for text in done.left[:5])
    more = f" dan {len(done.left) - 5} lagi" if len(done.left) > 5 else ""
    return (
        f"{len(done.taken)} isian ditempel; {len(done.left)} tidak mendapat tempat: {some}{more}. "
        "Salinannya masih ada; tempel di baris yang benar."
    )
