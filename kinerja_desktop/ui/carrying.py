"""What a page hands on to the same page made anew in another size of text: where it stands, words looked for, undo.

One more kind of thing that is carried: a field of ``Carried``, taken in ``take`` and given in ``give``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from kinerja_desktop.ui.widgets.fields import SearchField
from kinerja_desktop.ui.widgets.filter_line import FilterLine
from kinerja_desktop.ui.widgets.kept_undo import Documents, KeptUndo

if TYPE_CHECKING:
    from kinerja_desktop.ui.page import Page


@dataclass(frozen=True, slots=True)
class Carried:
    """``history`` is what `Page.history` told; the others go by the names of their fields."""

    standing: tuple[str, ...] = ()
    searches: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, Documents] = field(default_factory=dict)
    history: object = None


def take(page: "Page") -> Carried:
    """Everything of a page that is about to go."""
    searches = {name: line.text() for name, line in _searches(page).items() if line.text()}
    texts = {name: kept.hand_over() for name, kept in _texts(page).items()}
    return Carried(page.standing(), searches, texts, page.history())


def give(page: "Page", carried: Carried) -> None:
    """Go on with it on a page that has read. What is looked for comes first: going to a row it hides ends it."""
    lines = _searches(page)
    for name, words in carried.searches.items():
        if name in lines and lines[name].text() != words:
            lines[name].setText(words)
    if carried.standing:
        page.stand(*carried.standing)
    if carried.history is not None:
        page.take_history(carried.history)
    kept = _texts(page)
    for name, documents in carried.texts.items():
        if name in kept:
            kept[name].take_over(documents)


def _searches(page: QWidget) -> dict[str, QLineEdit]:
    filters = (line.field for line in page.findChildren(FilterLine))
    return _named([*page.findChildren(SearchField), *filters])


def _named(fields: Iterable[QLineEdit]) -> dict[str, QLineEdit]:
    return {one.accessibleName(): one for one in fields}


def _texts(page: QWidget) -> dict[str, KeptUndo]:
    return {kept.name(): kept for kept in page.findChildren(KeptUndo)}
