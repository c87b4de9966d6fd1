"""Flowables that are placed as one: below one another, or side by side.

For what belongs to a signature (``keep`` moves it as a whole). Nothing here parts at the end of a page.
"""

from collections.abc import Sequence
from typing import Final

from reportlab.platypus import Flowable

from kinerja_desktop.documents.style import mm

GAP: Final = 35.0
"""White between a table and the signature beside it, in millimetres: the round stamp needs it."""


class Stack(Flowable):
    """Flowables below one another with their own spaces between them."""

    def __init__(self, parts: Sequence[Flowable]) -> None:
        super().__init__()
        self.parts = list(parts)
        self.spaceBefore = self.parts[0].getSpaceBefore()

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width = aw
        heights = [part.wrap(aw, ah)[1] for part in self.parts]
        self.height = sum(heights) + sum(part.getSpaceBefore() for part in self.parts[1:])
        return aw, self.height

    def draw(self) -> None:
        top = self.height
        for number, part in enumerate(self.parts):
            top -= part.height + (part.getSpaceBefore() if number else 0.0)
            part.drawOn(self.canv, 0, top)


class Beside(Flowable):
    """A flowable of its own width at the left, another one in the rest of the line; their tops are level."""

    def __init__(self, left: Flowable, width: float, right: Flowable) -> None:
        super().__init__()
        self.left, self.left_width, self.right = left, width, right
        self.spaceBefore = 6.0

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:
        self.width = aw
        self.rest = aw - self.left_width - GAP * mm
        heights = self.left.wrap(self.left_width, ah)[1], self.right.wrap(self.rest, ah)[1]
        self.height = max(heights)
        return aw, self.height

    def draw(self) -> None:
        self.left.drawOn(self.canv, 0, self.height - self.left.height)
        self.right.drawOn(self.canv, self.width - self.rest, self.height - self.right.height)
