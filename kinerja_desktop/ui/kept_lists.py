"""How the person at work has arranged his lists, in force for all lists that are made; like the theme, one of it.

Until somebody has logged in nothing is kept; ``use`` is called again when another person comes.
"""

from pathlib import Path

from kinerja_desktop.services import list_looks
from kinerja_desktop.services.list_looks import Tampilan


class _InForce:
    """Holder of the one arrangement."""

    file: Path | None = None
    looks: dict[str, Tampilan] = {}  # noqa: RUF012  # replaced as a whole by ``use``
    latihan = False


def use(file: Path | None, *, latihan: bool = False) -> None:
    """Take the arrangement of a person; ``latihan`` marks what is exported from a practice office."""
    _InForce.file, _InForce.latihan = file, latihan
    _InForce.looks = {} if file is None else list_looks.load(file)


def of(name: str) -> Tampilan:
    """The arrangement of one list."""
    return _InForce.looks.get(name, Tampilan())


def keep(name: str, look: Tampilan) -> None:
    """Remember an arrangement at once; one that says nothing is forgotten."""
    looks = {**_InForce.looks, name: look}
    _InForce.looks = {name: look for name, look in looks.items() if look != Tampilan()}
    if _InForce.file is not None:
        list_looks.save(_InForce.file, _InForce.looks)


def is_practice() -> bool:
    """Whether the office is one for practice."""
    return _InForce.latihan
