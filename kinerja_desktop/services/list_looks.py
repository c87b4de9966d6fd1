"""How a person has arranged the lists on this PC: widths, hidden columns, order. No part of the office and its history.

One small file for each person beside the keys of the PC. One that is gone, damaged or older is no loss: lists then look
as the program brings them.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import KinerjaError
from kinerja_desktop.services.context import ALL_ROLES, Context, permits
from kinerja_desktop.services.opening import identity

_MOST_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class Tampilan:
    """One list. Columns are named by their heads; widths are those of a scale of 100 per cent."""

    lebar: Mapping[str, int] = field(default_factory=dict)
    sembunyi: tuple[str, ...] = ()
    urut: str = ""
    turun: bool = False


@permits(*ALL_ROLES)
def file_of(ctx: Context) -> Path:
    """Where the looks of the person who acts are kept."""
    with ctx.office.store.read() as unit:
        office = identity(unit).id
    return paths.looks_folder() / f"{office}-{ctx.actor.id}.json"


def load(file: Path) -> dict[str, Tampilan]:
    """Every list that was arranged, by its name; nothing of what cannot be read."""
    try:
        if file.stat().st_size > _MOST_BYTES:
            return {}
        stored = json.loads(file.read_text(encoding="utf-8"))
        return {str(name): _read(one) for name, one in stored.items()}
    except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return {}


def _read(one: Mapping[str, Any]) -> Tampilan:
    widths = {str(head): int(width) for head, width in one["lebar"].items() if 0 < int(width) < 5000}
    return Tampilan(widths, tuple(map(str, one["sembunyi"])), str(one["urut"]), one["turun"] is True)


def save(file: Path, looks: Mapping[str, Tampilan]) -> None:
    """Keep it; a place that cannot be written loses an arrangement and stops nobody."""
    from kinerja_desktop.exchange.atomic import write_text

    with suppress(KinerjaError, OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        write_text(file, json.dumps({name: asdict(one) for name, one in looks.items()}, ensure_ascii=False))
