"""Frozen dataclasses to plain JSON values and back, led by their type hints.

For whole contents that the history keeps (report objects, approved copies). Figures become text and
come back with every digit; nothing passes through float. An unknown field is refused on the way back,
a missing one takes its default, so a field may be added but never renamed without a step of its own.

What is frozen is also digested. A field that is added to something already digested is declared with ``LATER``:
while it holds its default it is left out, so the digests of what was stored before stay what they were.
"""

import base64
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from operator import attrgetter, getitem
from typing import Any, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Plain: TypeAlias = Any
"""A plain JSON value, or what is made of one: known only from the type hints while the program runs."""


LATER: Mapping[str, bool] = {"later": True}
"""``metadata`` of a field that was added to a dataclass whose values were digested before it was there."""


def freeze(value: Plain) -> Plain:
    """Plain JSON values (dict, list, text, int, bool, None) of a frozen dataclass."""
    kind: Plain = type(value)
    return value if kind in _AS_IT_IS else _writer(kind)(value)


_AS_IT_IS = frozenset({str, int, bool, type(None)})
"""What most fields hold."""
_Writer: TypeAlias = Callable[[Plain], Plain]


@cache
def _writer(kind: Plain) -> _Writer:
    """What turns values of this type into plain ones: found once, because a plan holds thousands of them."""
    if is_dataclass(kind):
        return _dataclass_writer(kind)
    if issubclass(kind, list | tuple):
        return lambda value: list(map(freeze, value))
    if issubclass(kind, Mapping):
        return lambda value: {str(key): freeze(item) for key, item in value.items()}
    return next((to_text for scalar, to_text in _TO_TEXT if issubclass(kind, scalar)), _as_it_is)


def _dataclass_writer(kind: Plain) -> _Writer:
    names = tuple(f.name for f in fields(kind))
    later = {f.name: f.default for f in fields(kind) if "later" in f.metadata}
    if not later:
        return lambda value: {
            name: item if type(item := getattr(value, name)) in _AS_IT_IS else freeze(item) for name in names
        }
    values = attrgetter(*names)
    return lambda value: {
        name: item if type(item) in _AS_IT_IS else freeze(item)
        for name, item in zip(names, values(value), strict=True)
        if name not in later or item != later[name]
    }


_TO_TEXT: tuple[tuple[type, _Writer], ...] = (
    (Enum, lambda value: value.name),
    (Decimal, str),
    (date, lambda value: value.isoformat()),
    (bytes, lambda value: base64.b64encode(value).decode("ascii")),
)


def thaw(kind: type[T], plain: Plain) -> T:
    """The dataclass that ``freeze`` made ``plain`` of. Raises ValueError where the shape does not fit."""
    wanted: Plain = kind
    made: T = _reader(wanted)(plain)
    return made


_Reader: TypeAlias = Callable[[Plain], Plain]


@cache
def _reader(kind: Plain) -> _Reader:
    """What turns plain values into this kind: found once, because a report holds thousands of them."""
    origin: Plain = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _union_reader(kind)
    if origin is tuple:
        return _tuple_reader(get_args(kind))
    if is_dataclass(kind) and isinstance(kind, type):
        return partial(_thaw_dataclass, kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return partial(getitem, kind)
    return _FROM_TEXT.get(kind, _as_it_is)


def _union_reader(kind: Plain) -> _Reader:
    (only,) = (arm for arm in get_args(kind) if arm is not type(None))
    read = _reader(only)
    return lambda plain: None if plain is None else read(plain)


def _tuple_reader(arms: tuple[Plain, ...]) -> _Reader:
    if len(arms) == 2 and arms[1] is Ellipsis:
        read = _reader(arms[0])
        return lambda plain: tuple(map(read, plain))
    readers = tuple(map(_reader, arms))
    return lambda plain: tuple(read(item) for read, item in zip(readers, plain, strict=True))


@cache
def _field_readers(kind: type) -> Mapping[str, _Reader]:
    return {name: _reader(hint) for name, hint in get_type_hints(kind).items()}


def _thaw_dataclass(kind: type, plain: Mapping[str, Plain]) -> Plain:
    readers = _field_readers(kind)
    unknown = set(plain) - set(readers)
    if unknown:
        raise ValueError(kind.__name__, sorted(unknown))
    return kind(**{name: readers[name](item) for name, item in plain.items()})


def _as_it_is(plain: Plain) -> Plain:
    return plain


_FROM_TEXT: Mapping[Plain, _Reader] = {
    Decimal: Decimal,
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
    bytes: base64.b64decode,
}
