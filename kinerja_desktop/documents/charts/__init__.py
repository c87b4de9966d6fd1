"""Charts as vector drawings: bars of capaian, a trend against its target, bars of the quarters.

Pure functions of plain values, so that paper and screen show the same drawing (``to_svg``). Figures arrive with
their printed words; full and hatched bars tell target reached and not, colour alone tells nothing. To add a
chart: a module with a frozen value and a function that returns a ``Drawing``.
"""

import re

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing


def to_svg(drawing: Drawing) -> str:
    """The same drawing for the screen."""
    return _CLIP.sub("", str(renderSVG.drawToString(drawing)))


_CLIP = re.compile(r"<clipPath.*?</clipPath>", re.DOTALL)
"""The frame that ReportLab clips to; the small SVG of Qt would paint it black."""
