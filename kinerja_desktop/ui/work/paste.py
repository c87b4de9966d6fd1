"""Where the cells of a block from the clipboard land, and what of it finds no place. Pure.

The block is laid over the visible grid from a cell on; headings are no rows. Texts that fall on an open cell are taken
as typed. A text on another cell that already says the same (a copied table with its names and targets) is no loss;
everything else is named, so nothing of a block disappears unseen.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kinerja_desktop.ui.widgets.grid.block import Block

_NAMED = 4
"""So many of a kind are named, the others counted."""


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the grid: its key, the texts of its visible columns, and by place the fields that take a text."""

    kode: str
    texts: tuple[str, ...]
    open: Mapping[int, str]


@dataclass(slots=True)
class Pasted:
    """Texts by kode and field; and those that met a locked cell or lay beyond the grid, as they stood."""

    taken: dict[str, dict[str, str]] = field(default_factory=dict)
    locked: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Read:
    """How texts of a block were read: those that are no figures, and the echoes of ambiguous ones."""

    wrong: Sequence[str] = ()
    echoed: Sequence[str] = ()


def lay(block: Block, places: Sequence[Place], column: int, figure_column: int) -> Pasted:
    """Lay a block over the rows from the first place on; a single column means the figures, unless it has its own."""
    single = all(len(line) == 1 for line in block)
    own = any(column in place.open for place in places)
    start = figure_column if single and not own else column
    done = Pasted()
    for number, line in enumerate(block):
        place = places[number] if number < len(places) else None
        for offset, text in enumerate(line):
            _lay_one(done, place, start + offset, text.strip())
    return done


def _lay_one(done: Pasted, place: Place | None, column: int, text: str) -> None:
    if place is not None and column in place.open:
        done.taken.setdefault(place.kode, {})[place.open[column]] = text
    elif text and (place is None or column >= len(place.texts)):
        done.outside.append(f"«{short(text)}»")
    elif text and place is not None and place.texts[column].strip() != text:
        done.locked.append(f"{place.kode} «{short(text)}»")


def short(text: str) -> str:
    """A text that is only to be known again, on one line."""
    words = " ".join(text.split())
    return words if len(words) <= 30 else f"{words[:29]}…"


def told(done: Pasted, read: Read, order: str = "") -> str:
    """What is to be known of a paste; empty where everything was taken plainly.

    ``order`` names the column by which the rows were sorted when the block was laid over them.
    """
    parts = (
        ("{} bukan angka dan ditandai (F8): {}.", read.wrong),
        ("{} sel terkunci dilewati: {}.", done.locked),
        ("{} di luar tabel: {}; salinannya masih ada, tempel di baris yang benar.", done.outside),
        ("{} angka bertitik, dibaca: {}.", read.echoed),
    )
    sorted_by = f"Baris sedang diurutkan menurut {order}, bukan urutan dokumen; urungkan bila keliru."
    said = [sorted_by] if order else []
    said += [words.format(len(found), listed(found)) for words, found in parts if found]
    count = sum(map(len, done.taken.values()))
    return " ".join((f"{count} isian ditempel.", *said)) if said else ""


def listed(found: Iterable[str]) -> str:
    """The first of many, and how many more there are."""
    every = list(found)
    more = f" dan {len(every) - _NAMED} lagi" if len(every) > _NAMED else ""
    return f"{', '.join(every[:_NAMED])}{more}"
