"""How the person at work has arranged each list: widths, hidden columns, order; kept as ``remembered`` keeps things.

A text that cannot be read, from a damaged file or another version, is no loss: the list looks as the program brings it.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from kinerja_desktop.ui import remembered


@dataclass(frozen=True, slots=True)
class Look:
    """One list. Columns are named by their heads; widths are those of a scale of 100 per cent.

    ``asked`` are columns that a person wants to see where the room would hide them.
    """

    widths: Mapping[str, int] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    order: str = ""
    downward: bool = False


def of(name: str) -> Look:
    """The arrangement of one list."""
    text = remembered.recall(_key(name))
    try:
        return _read(json.loads(text)) if text else Look()
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return Look()


def keep(name: str, look: Look) -> None:
    """Remember an arrangement at once; one that says nothing is forgotten."""
    remembered.keep(_key(name), "" if look == Look() else json.dumps(asdict(look)))


def _key(name: str) -> str:
    return f"daftar/{name}"


def _read(kept: Mapping[str, Any]) -> Look:
    widths = {str(head): int(width) for head, width in kept["widths"].items() if 0 < int(width) < 5000}
    hidden, asked = tuple(map(str, kept["hidden"])), tuple(map(str, kept.get("asked", ())))
    return Look(widths, hidden, asked, str(kept["order"]), kept["downward"] is True)
