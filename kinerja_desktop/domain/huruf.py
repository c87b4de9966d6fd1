"""The one form in which a letter is kept: whole, as Windows types it (Unicode NFC), not as a base and a mark.

A Mac, some chat programs and some papers give "ū" as "u" and a mark of its own. It looks the same, and is neither
found nor equal. What a person or a file gives passes here before it is kept or compared: the arguments of every use
case (``services.context``), what an office is made of (``services.setup``), cells of workbooks (``exchange.xlsx``),
names of files of evidence (``exchange.names``). The way to a file is let be: it is found under its own letters alone.

An office may hold texts from before this rule. Nothing that is stored is rewritten for it, digests tell of what stands
there; who compares it with what is given passes it here too.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache, partial
from operator import is_
from types import GeneratorType
from typing import Any, TypeAlias, TypeVar, cast

T = TypeVar("T")
Thing: TypeAlias = Any
"""Whatever may hold texts, or its class: known only while the program runs."""
_Walker: TypeAlias = Callable[[Thing], Thing]


def composed(value: T) -> T:
    """A text in that form, or whatever holds texts, however deep; the very same thing where nothing has to change.

    Looks into dataclasses, mappings, tuples, lists, sets and generators; anything else, a path among it, is let be.
    """
    kind: Thing = type(value)
    walk = _walker(kind)
    return value if walk is None else cast("T", walk(value))


def folded(teks: str) -> str:
    """A text as it is compared: also without capitals."""
    return _text(teks).casefold()


def sought(teks: str) -> str:
    """A text as it is looked up: as on a keyboard, without marks on letters, with straight signs and plain blanks."""
    if teks.isascii():
        return teks.casefold()
    plain = unicodedata.normalize("NFD", teks.translate(_TYPED)).casefold()
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def placed(teks: str) -> str:
    """A text as lists are sorted: by its letters, numbers in it by their value, so that 1.9 stands before 1.10."""
    return _NUMBER.sub(lambda number: number.group().zfill(_LONGEST), sought(teks))


_NUMBER, _LONGEST = re.compile(r"\d+"), 6
_TYPED = str.maketrans(
    {"\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " "}
    | dict.fromkeys("\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}", "'")
    | dict.fromkeys("\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}", '"')
    | dict.fromkeys("\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}", "-")
)
"""What programs put in the place of what is typed."""


def _text(teks: str) -> str:
    return teks if teks.isascii() or unicodedata.is_normalized("NFC", teks) else unicodedata.normalize("NFC", teks)


@cache
def _walker(kind: Thing) -> _Walker | None:
    """What composes values of this type, found once: a plan holds thousands of them. None where there is no text."""
    if kind is str:
        return _text
    if is_dataclass(kind):
        return _dataclass_walker(kind)
    if issubclass(kind, Mapping):
        return _mapping
    if issubclass(kind, GeneratorType | map):
        return partial(map, composed)
    return partial(_row, kind) if kind in _ROWS else None


_ROWS: frozenset[type] = frozenset({tuple, list, set, frozenset})
_WITHOUT_TEXT: frozenset[type] = frozenset({int, bool, type(None), Decimal, date})
"""What else most fields hold."""


def _row(kind: Thing, value: Thing) -> Thing:
    items = [composed(item) for item in value]
    return value if all(map(is_, items, value)) else kind(items)


def _mapping(value: Mapping[Thing, Thing]) -> Mapping[Thing, Thing]:
    items = {composed(key): composed(item) for key, item in value.items()}
    same = all(map(is_, items, value)) and all(map(is_, items.values(), value.values()))
    return value if same else items


def _dataclass_walker(kind: Thing) -> _Walker:
    names = tuple(f.name for f in fields(kind) if f.init)

    def walk(value: Thing) -> Thing:
        changed = {}
        for name in names:
            item = getattr(value, name)
            if type(item) not in _WITHOUT_TEXT and (new := composed(item)) is not item:
                changed[name] = new
        return replace(value, **changed) if changed else value

    return walk
