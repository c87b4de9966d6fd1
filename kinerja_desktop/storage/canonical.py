"""The one text form of values that are stored or hashed: JSON, figures, moments.

The same value always gives the same text, on every machine and in every version. Nothing passes through float.
"""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from json.encoder import encode_basestring
from typing import Any


def canonical(value: object) -> str:
    """JSON with sorted keys, no spaces, letters unescaped. Raises TypeError for floats and other foreign values."""
    _refuse_foreign(value)
    return _encode(value)


def canonical_line(fields: tuple[object, ...]) -> str:
    """As `canonical` writes the list, in a third of its time where all fields are plain, as those of a line are."""
    return f"[{','.join([_WRITERS.get(type(field), canonical)(field) for field in fields])}]"


_encode = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode
"""Made once: a check of ten years writes half a million texts."""
_WRITERS: Mapping[type, Callable[[Any], str]] = {str: encode_basestring, int: str, type(None): lambda _: "null"}
_PLAIN = frozenset({str, int, bool, type(None)})


def _refuse_foreign(value: Any) -> None:  # noqa: ANN401 - that is what it finds out
    if type(value) in _PLAIN:
        return
    if isinstance(value, Mapping):
        _refuse_keys(value)
        value = tuple(value.values())
    if isinstance(value, list | tuple):
        for item in value:
            if type(item) not in _PLAIN:  # most are, and a check of ten years looks at millions
                _refuse_foreign(item)
    elif not isinstance(value, str | int):
        raise TypeError(value)


def _refuse_keys(value: Mapping[Any, object]) -> None:
    for key in value:
        if not isinstance(key, str):
            raise TypeError(key)


def decimal_text(value: Decimal) -> str:
    """Every digit as given, never an exponent. Raises TypeError for a float, ValueError for NaN and infinity."""
    if not isinstance(value, Decimal):
        raise TypeError(value)
    if not value.is_finite():
        raise ValueError(value)
    text = str(value)
    return format(value, "f") if "E" in text else text


def moment_text(value: datetime) -> str:
    """ISO text with offset. A naive moment is a fault of the program."""
    if value.tzinfo is None:
        raise ValueError(value)
    return value.isoformat()
