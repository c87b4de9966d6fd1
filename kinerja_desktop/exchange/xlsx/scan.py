"""Every XML part once before anything of it is used: how much it holds, how deep it nests, no DTD, well formed.

Nothing is kept, so a workbook that is refused here has cost a second and no memory. The limits stand together below;
what Excel writes for an office stays far under them. To limit one more thing: a number, and where it is counted.
"""

import re
from collections.abc import Callable, Iterable
from xml.parsers import expat

from kinerja_desktop.exchange.xlsx.cells import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from kinerja_desktop.exchange.xlsx.parts import Damaged, Parts, TooBig, TooManyCells, Walker

MAX_ELEMENTS = 1_500_000  # of the whole workbook: all cells with value and formula, and as much again
MAX_EMPTY_ROWS = 100_000  # of all sheets, beside the filled ones: formats that run far below a table come to that
_DEPTH = 100
_NAMES = 5_000  # a parser never forgets a name
_TOKEN = 1024 * 1024  # bytes of one tag or comment

_ALL_INSIDE = re.compile(r"(?:(?:[A-Z]|A[A-Z]|B[A-H])(?:[1-9][0-9]{0,3}|1[0-9]{4}|20000)\0)*").fullmatch
"""References within ``MAX_COLUMNS`` and ``MAX_ROWS``, each with a sign behind it that no XML can hold."""
_REFERENCE = re.compile(r"[A-Z]{1,3}[0-9]{1,7}").fullmatch


class _SheetTooBig(Exception):
    """A filled cell beyond the last row or column, or more rows than there may be, empty ones too."""


def scan(parts: Parts, names: Iterable[str]) -> tuple[str, ...]:
    """Look at these parts; returns the sheets with too many rows or columns. Raises Damaged, DtdFound, TooBig."""
    budget = _Budget()
    return tuple(name for name in names if not _fits(parts, name, budget))


class Plan(Parts):
    """Parts of which each is looked at when it is read: for who reads few of a file that ``scan`` has not seen."""

    def walk(self, name: str, walker: Walker) -> None:
        if scan(self, (name,)):
            raise Damaged(name)
        super().walk(name, walker)


class _Budget:
    """What all parts share: elements, rows and filled cells that may still come, and names seen."""

    def __init__(self) -> None:
        self.elements = MAX_ELEMENTS
        self.rows = MAX_ROWS + MAX_EMPTY_ROWS
        self.cells = MAX_CELLS
        self.names: dict[str, str] = {}

    def spend(self, elements: int, cells: int) -> None:
        """Count what a piece held. Raises TooBig."""
        self.elements -= elements
        self.cells -= cells
        if self.cells < 0:
            raise TooManyCells
        if self.elements < 0 or len(self.names) > _NAMES:
            raise TooBig


def _fits(parts: Parts, name: str, budget: _Budget) -> bool:
    """False where the part is a sheet with too many rows or columns.

    A hostile sheet has millions of elements: ends are counted without a step of Python, and what was counted is
    looked at after every piece of the part.
    """
    begun: list[str] = []
    ended: list[str] = []
    filled: list[str] = []
    depth = 0
    parser = expat.ParserCreate(intern=budget.names)
    _watch(parser, begun, filled, budget)
    parser.EndElementHandler = ended.append
    try:
        for given in parts.feed(name, parser):
            _look_at(filled)
            depth += len(begun) - len(ended)
            budget.spend(len(begun), len(filled))
            for counted in (begun, ended, filled):
                counted.clear()
            if depth > _DEPTH:
                raise Damaged(name)
            if given - parser.CurrentByteIndex > _TOKEN:
                raise TooBig
    except _SheetTooBig:
        return False
    return True


def _watch(parser: expat.XMLParserType, begun: list[str], filled: list[str], budget: _Budget) -> None:
    """Note every element that begins; in a sheet look at its filled cells too."""

    def root(tag: str, _attributes: dict[str, str]) -> None:
        begun.append(tag)
        if tag.endswith("worksheet"):
            parser.StartElementHandler = _cells(tag.removesuffix("worksheet"), begun, filled, budget)
        else:
            parser.StartElementHandler = lambda tag, _: begun.append(tag)

    parser.StartElementHandler = root


def _cells(prefix: str, begun: list[str], filled: list[str], budget: _Budget) -> Callable[[str, dict[str, str]], None]:
    cell, row, filling = f"{prefix}c", f"{prefix}row", frozenset(f"{prefix}{name}" for name in ("v", "f", "is"))
    reference: str | None = None
    number = column = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal reference, number, column
        begun.append(tag)
        if tag == cell:
            reference = attributes.get("r")
            column += 1
        elif tag in filling:
            if reference is not None:
                filled.append(reference)
            elif number <= MAX_ROWS and column <= MAX_COLUMNS:
                filled.append(_COUNTED)
            else:
                raise _SheetTooBig
        elif tag == row:
            number, column = number + 1, 0
            budget.rows -= 1
            if budget.rows < 0:
                raise _SheetTooBig

    return start


_COUNTED = "A1"
"""Stands for a filled cell without a reference, whose place was counted."""


def _look_at(references: list[str]) -> None:
    """References of a piece, which are looked at together. Raises Damaged, _SheetTooBig."""
    if _ALL_INSIDE("".join([f"{reference}\0" for reference in references])):
        return
    outside = next(reference for reference in references if not _ALL_INSIDE(f"{reference}\0"))
    raise _SheetTooBig if _REFERENCE(outside) else Damaged(outside)
