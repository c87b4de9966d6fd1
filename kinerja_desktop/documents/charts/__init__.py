"""Charts as vector drawings: bars of capaian, a trend against its target, bars of the quarters.

Pure functions of plain values, so that paper and screen show the same drawing (``to_svg``). Figures arrive with
their printed words; full and hatched bars tell target reached and not, colour alone tells nothing. To add a
chart: a module with a frozen value and a function that returns a ``Drawing``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing, Group

from kinerja_desktop.documents.charts.strokes import Pointed

Box = tuple[float, float, float, float]
"""Left, top, width and height as shares of a drawing, from its upper left corner."""


def to_svg(drawing: Drawing) -> str:
    """The same drawing for the screen."""
    return _CLIP.sub("", str(renderSVG.drawToString(drawing)))


_CLIP = re.compile(r"<clipPath.*?</clipPath>", re.DOTALL)
"""The frame that ReportLab clips to; the small SVG of Qt would paint it black."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing for the screen: SVG of ``size`` in points, and the place of each number by its key."""

    svg: str
    size: tuple[float, float]
    places: Mapping[str, Box]


def picture(drawing: Drawing) -> Picture:
    """The drawing with all that a screen needs of it."""
    return Picture(to_svg(drawing), (drawing.width, drawing.height), places(drawing))


def places(drawing: Drawing) -> Mapping[str, Box]:
    """Where each number of a drawing stands, by its key."""
    found: dict[str, Box] = {}
    for name, bounds in _pointed(drawing, (0.0, 0.0)):
        left, low, right, high = _joined(found[name], bounds) if name in found else bounds
        found[name] = (left, low, right, high)
    width, height = drawing.width, drawing.height
    return {
        name: (left / width, 1 - high / height, (right - left) / width, (high - low) / height)
        for name, (left, low, right, high) in found.items()
    }


def _pointed(shape: Any, origin: tuple[float, float]) -> Iterator[tuple[str, Box]]:  # noqa: ANN401  # see ``raster``
    for part in shape.contents:
        if isinstance(part, Pointed):
            if part.contents:
                left, low, right, high = part.getBounds()
                yield part.name, (left + origin[0], low + origin[1], right + origin[0], high + origin[1])
        elif isinstance(part, Group):
            yield from _pointed(part, (origin[0] + part.transform[4], origin[1] + part.transform[5]))


def _joined(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
