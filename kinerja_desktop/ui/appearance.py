"""Size of text and colours: what each person chose for himself on this PC, over what the office chose for all.

Kept as ``remembered`` keeps things, so whoever sits down finds his own. What is not chosen, or cannot be read, is the
office's. One more size: `FACTORS` of the theme.
"""

from dataclasses import dataclass

from kinerja_desktop.services.settings import Tampilan
from kinerja_desktop.ui import remembered
from kinerja_desktop.ui.theme import FACTORS, Mode, Scale, Theme

PERCENTS = tuple(round(factor * 100) for factor in FACTORS)
_SIZE, _COLOURS = "tampilan/skala", "tampilan/tema"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the person at the PC chose; None is the office's choice."""

    percent: int | None = None
    mode: Mode | None = None


def chosen() -> Chosen:
    """The choice of the person at the PC."""
    percent, mode = remembered.recall(_SIZE), remembered.recall(_COLOURS)
    return Chosen(
        next((one for one in PERCENTS if str(one) == percent), None), next((one for one in Mode if one == mode), None)
    )


def choose(choice: Chosen) -> None:
    """Remember it for this person."""
    remembered.keep(_SIZE, "" if choice.percent is None else str(choice.percent))
    remembered.keep(_COLOURS, "" if choice.mode is None else choice.mode.value)


def look(office: Tampilan, own: Chosen) -> Theme:
    """How the window looks with this choice."""
    percent = office.skala if own.percent is None else own.percent
    return Theme(Mode(office.tema) if own.mode is None else own.mode, Scale(percent / 100))


def beside(percent: int, by: int) -> int:
    """The size after, or before, the one in force; the last and the first stay."""
    at = min(range(len(PERCENTS)), key=lambda one: abs(PERCENTS[one] - percent)) + by
    return PERCENTS[min(max(at, 0), len(PERCENTS) - 1)]
