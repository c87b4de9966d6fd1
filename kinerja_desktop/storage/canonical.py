"""The one text form of values that are stored or hashed: JSON, figures, moments.

The same value always gives the same text, on every machine and in every version. Nothing passes through float.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any


def canonical(value: object) -> str:
    """JSON with sorted keys, no spaces, letters unescaped. Raises TypeError for floats and other foreign values."""
    _refuse_foreign(value)
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _refuse_foreign(value: Any) -> None:  # noqa: ANN401 - that is what it finds out
    if isinstance(value, Mapping):
        for key, item in value.items():
            if not isinstance(key, str):
                raise TypeError(key)
            _refuse_foreign(item)
    elif isinstance(value, list | tuple):
        for item in value:
            _refuse_foreign(item)
    elif not (value is None or isinstance(value, str | int)):
        raise TypeError(value)


def decimal_text(value: Decimal) -> str:
    """Every digit as given, never an exponent. Raises TypeError for a float, ValueError for NaN and infinity."""
    if not isinstance(value, Decimal):
        raise TypeError(value)
    if not value.is_finite():
        raise ValueError(value)
    return format(value, "f")


def moment_text(value: datetime) -> str:
    """ISO text with offset. A naive moment is a fault of the program."""
    if value.tzinfo is None:
        raise ValueError(value)
    return value.isoformat()
