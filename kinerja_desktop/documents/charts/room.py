"""Boxes of a drawing and the lines that strike them, so that words find a place of their own."""

from collections.abc import Sequence
from dataclasses import dataclass

Stretch = tuple[float, float, float, float]
"""A straight line from a place to another: x, y, x, y."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points; ``is_mark`` where it holds no words."""

    left: float
    foot: float
    right: float
    top: float
    is_mark: bool = False

    def meets(self, other: "Box") -> bool:
        """Whether both have some place in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.foot < other.top and other.foot < self.top

    def is_struck(self, line: Stretch) -> bool:
        """Whether a line goes through the box (the part of it that is within both pairs of edges is not empty)."""
        x, y, end_x, end_y = line
        begin, end = 0.0, 1.0
        for start, step, low, high in ((x, end_x - x, self.left, self.right), (y, end_y - y, self.foot, self.top)):
            if step == 0:
                if not low < start < high:
                    return False
                continue
            first, last = sorted(((low - start) / step, (high - start) / step))
            begin, end = max(begin, first), min(end, last)
        return begin < end


@dataclass(slots=True)
class Room:
    """What words must keep clear of: lines, the edges of a drawing so wide, and boxes that are taken."""

    lines: Sequence[Stretch]
    width: float
    taken: list[Box]

    def fault(self, box: Box) -> int:
        """How bad a place is: leaving the drawing is worse than another figure, that worse than a mark or a line."""
        left_out = box.left < 0 or box.right > self.width
        met = sum(4 if other.is_mark else 20 for other in self.taken if box.meets(other))
        return 100 * left_out + met + 5 * sum(box.is_struck(line) for line in self.lines)
