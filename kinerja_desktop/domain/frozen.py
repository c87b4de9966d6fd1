"""Frozen dataclasses to plain JSON values and back, led by their type hints.

For whole contents that the history keeps (report objects, approved copies). Figures become text and
come back with every digit; nothing passes through float. An unknown field is refused on the way back,
a missing one takes its default, so a field may be added but never renamed without a step of its own.
"""

import base64
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Plain: TypeAlias = Any
"""A plain JSON value, or what is made of one: known only from the type hints while the program runs."""


def freeze(value: Plain) -> Plain:
    """Plain JSON values (dict, list, text, int, bool, None) of a frozen dataclass."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: freeze(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, list | tuple):
        return [freeze(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): freeze(item) for key, item in value.items()}
    return _freeze_scalar(value)


_TO_TEXT: tuple[tuple[type, Callable[[Plain], str]], ...] = (
    (Enum, lambda value: value.name),
    (Decimal, str),
    (date, lambda value: value.isoformat()),
    (bytes, lambda value: base64.b64encode(value).decode("ascii")),
)


def _freeze_scalar(value: Plain) -> Plain:
    for kind, to_text in _TO_TEXT:
        if isinstance(value, kind):
            return to_text(value)
    return value


def thaw(kind: type[T], plain: Plain) -> T:
    """The dataclass that ``freeze`` made ``plain`` of. Raises ValueError where the shape does not fit."""
    made: T = _thaw(kind, plain)
    return made


@cache
def _hints(kind: type) -> Mapping[str, Plain]:
    return get_type_hints(kind)


def _thaw(kind: Plain, plain: Plain) -> Plain:
    origin: Plain = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _thaw_union(kind, plain)
    if origin is tuple:
        return _thaw_tuple(get_args(kind), plain)
    if is_dataclass(kind) and isinstance(kind, type):
        return _thaw_dataclass(kind, plain)
    return _thaw_scalar(kind, plain)


def _thaw_union(kind: Plain, plain: Plain) -> Plain:
    if plain is None:
        return None
    (only,) = (arm for arm in get_args(kind) if arm is not type(None))
    return _thaw(only, plain)


def _thaw_tuple(arms: tuple[Plain, ...], plain: Plain) -> tuple[Plain, ...]:
    if len(arms) == 2 and arms[1] is Ellipsis:
        return tuple(_thaw(arms[0], item) for item in plain)
    return tuple(_thaw(arm, item) for arm, item in zip(arms, plain, strict=True))


def _thaw_dataclass(kind: type, plain: Mapping[str, Plain]) -> Plain:
    hints = _hints(kind)
    unknown = set(plain) - set(hints)
    if unknown:
        raise ValueError(kind.__name__, sorted(unknown))
    return kind(**{name: _thaw(hints[name], item) for name, item in plain.items()})


def _thaw_scalar(kind: Plain, plain: Plain) -> Plain:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind[plain]
    maker = _FROM_TEXT.get(kind)
    return plain if maker is None else maker(plain)


_FROM_TEXT: Mapping[Plain, Callable[[str], Plain]] = {
    Decimal: Decimal,
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
    bytes: base64.b64decode,
}
