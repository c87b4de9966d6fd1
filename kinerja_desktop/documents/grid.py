"""A ruled grid of cells that breaks between its bands and repeats its head.

Measured when made, so every pass over the pages only draws. It knows boxes and lines, not what a row means
(``tables``). ReportLab's own table keeps no rule of ours (a group never last, a total never first, pieces of a
tall row without a line between them), which is why this stands here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from kinerja_desktop.documents.figures import Figure
from kinerja_desktop.documents.style import BLACK, GRID, mm

OUTER: Final = 0.9
DIVIDER: Final = 0.7
INNER: Final = 0.35
SIDE: Final = 1.2 * mm
NARROW_SIDE: Final = 0.6 * mm
"""Padding of heads and centred words, which do not lean on the line."""
OVER: Final = 0.9 * mm
_MEET: Final = 0.01
"""Points between two pieces of a line that are one."""


@dataclass(slots=True)
class Box:
    """One cell: its left end and width, its top below the band's top, its height, what is in it.

    ``at_top``: the content hangs ``over`` below the upper line instead of standing at mid height. ``run`` stands
    over this box and the ``joined`` ones below it, on every page anew; ``line`` is the weight of the line before it.
    """

    x: float
    width: float
    top: float
    height: float
    content: Flowable | None = None
    fill: Color | None = None
    at_top: bool = False
    side: float = SIDE
    over: float = OVER
    run: Flowable | None = None
    joined: bool = False
    line: float = INNER


@dataclass(slots=True)
class Band:
    """Boxes that are never parted. ``keep_next``: no page ends below it; ``joined``: no line above it.

    ``in_pieces`` makes the same row as bands of a few lines, for a last one that leaves no room for what comes below.
    """

    height: float
    boxes: list[Box]
    keep_next: bool = False
    joined: bool = False
    strong_above: bool = False
    in_pieces: Callable[[], "list[Band]"] | None = None


class Grid(Flowable):
    """Bands below a head, inside an outer box."""

    def __init__(self, head: Band, bands: Sequence[Band], width: float) -> None:
        super().__init__()
        self.head, self.bands = head, list(bands)
        self.width = width
        self.height = head.height + sum(band.height for band in self.bands)

    def wrap(self, aw: float, ah: float) -> tuple[float, float]:  # noqa: ARG002  ReportLab's signature
        return self.width, self.height

    def split(self, aw: float, ah: float) -> list[Flowable]:  # noqa: ARG002  ReportLab's signature
        """Part between bands so that the first part fits; empty where not even one band may stand alone."""
        count = self.fitting(ah)
        if count == len(self.bands):
            return [self]
        return list(self.parted(count)) if count else []

    def fitting(self, room: float) -> int:
        """How many bands may stand on a page with this room."""
        count = self.holding(room)
        return count if count == len(self.bands) else self.before_break(count)

    def holding(self, room: float) -> int:
        """How many bands have room, wherever a page may end."""
        left = room - self.head.height + 0.01
        count = 0
        while count < len(self.bands) and self.bands[count].height <= left:
            left -= self.bands[count].height
            count += 1
        return count

    def before_break(self, count: int) -> int:
        """The last place at or before ``count`` where a page may end."""
        while count and self.bands[count - 1].keep_next:
            count -= 1
        return count

    def opening(self, rows: int) -> tuple[int, float]:
        """How many bands hold the first rows, heads of groups not counted, and their height with the head."""
        ends = [number for number, band in enumerate(self.bands, start=1) if not band.keep_next]
        count = ends[min(rows, len(ends)) - 1] if ends else 0
        return count, self.head.height + sum(band.height for band in self.bands[:count])

    def parted(self, count: int) -> tuple["Grid", "Grid"]:
        """The grid in two, each with the head."""
        return Grid(self.head, self.bands[:count], self.width), Grid(self.head, self.bands[count:], self.width)

    def last_in_pieces(self) -> "Grid | None":
        """The grid with its last band in pieces between which a page may end; None where it has no more than one."""
        pieces = self.bands[-1].in_pieces() if self.bands and self.bands[-1].in_pieces else []
        return Grid(self.head, [*self.bands[:-1], *pieces], self.width) if len(pieces) > 1 else None

    def draw(self) -> None:
        top = self.height
        rules = Rules()
        self._draw_band(self.head, top, rules)
        top -= self.head.height
        for number, band in enumerate(self.bands):
            self._draw_band(band, top, rules)
            if number and not band.joined:
                self._rule_above(band, top, rules)
            top -= band.height
        self._draw_runs()
        rules.across(0, self.width, self.height - self.head.height, OUTER)
        rules.draw(self.canv)
        self.canv.rect(0, 0, self.width, self.height)

    def _draw_band(self, band: Band, top: float, rules: "Rules") -> None:
        for box in band.boxes:
            _draw_box(self.canv, box, top)
            foot = top - box.top - box.height
            if box.x > 0:
                rules.down(box.x, top - box.top, foot, box.line)
            if box.top + box.height < band.height - 0.01:
                rules.across(box.x, box.x + box.width, foot, INNER)

    def _rule_above(self, band: Band, top: float, rules: "Rules") -> None:
        if band.strong_above or not any(box.joined for box in band.boxes):
            rules.across(0, self.width, top, OUTER if band.strong_above else INNER)
            return
        for box in band.boxes:
            if not box.joined:
                rules.across(box.x, box.x + box.width, top, INNER)

    def _draw_runs(self) -> None:
        top = self.height - self.head.height
        for number, band in enumerate(self.bands):
            for box in band.boxes:
                if box.run is not None and not (number and box.joined):
                    whole = replace(box, content=box.run, height=self._run_height(number, box.x))
                    _draw_box(self.canv, whole, top)
            top -= band.height

    def _run_height(self, start: int, x: float) -> float:
        height = self.bands[start].height
        for band in self.bands[start + 1 :]:
            if not any(box.joined and box.x == x for box in band.boxes):
                break
            height += band.height
        return height


def measure(content: Flowable | None, width: float, side: float = SIDE) -> float:
    """Height that a cell of this width needs, with its padding."""
    return 2 * OVER + (content.wrap(width - 2 * side, 1e6)[1] if content is not None else 0.0)


def _draw_box(canvas: Canvas, box: Box, band_top: float) -> None:
    foot = band_top - box.top - box.height
    if box.fill is not None:
        canvas.setFillColor(box.fill)
        canvas.rect(box.x, foot, box.width, box.height, stroke=0, fill=1)
    if box.content is not None:
        slack = box.height - box.content.height
        below = slack - box.over if box.at_top else slack / 2
        place = (box.x + box.side, foot + below)
        if isinstance(box.content, Figure):
            box.content.draw_at(canvas, *place)
        else:
            box.content.drawOn(canvas, *place)


class Rules:
    """Lines of one grid, drawn over its cells in one path a weight; pieces that meet become one line.

    A page of a report has hundreds of them, and each path costs where it is drawn and again where it is checked.
    """

    def __init__(self) -> None:
        self._down: dict[tuple[float, float], list[tuple[float, float]]] = {}
        self._across: dict[tuple[float, float], list[tuple[float, float]]] = {}

    def down(self, x: float, top: float, foot: float, weight: float) -> None:
        """A line from ``top`` to ``foot``."""
        self._down.setdefault((weight, x), []).append((foot, top))

    def across(self, left: float, right: float, y: float, weight: float) -> None:
        """A line from ``left`` to ``right``."""
        self._across.setdefault((weight, y), []).append((left, right))

    def draw(self, canvas: Canvas) -> None:
        """Draw them, the strongest last and on top."""
        paths: dict[float, list[tuple[float, float, float, float]]] = {}
        for (weight, x), pieces in self._down.items():
            paths.setdefault(weight, []).extend((x, end, x, start) for start, end in _joined(pieces))
        for (weight, y), pieces in self._across.items():
            paths.setdefault(weight, []).extend((start, y, end, y) for start, end in _joined(pieces))
        for weight in sorted(paths):
            canvas.setLineWidth(weight)
            canvas.setStrokeColor(GRID if weight == INNER else BLACK)
            canvas.lines(paths[weight])


def _joined(pieces: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Pieces of one line, with those made one that meet."""
    whole: list[tuple[float, float]] = []
    for start, end in sorted(pieces):
        if whole and start <= whole[-1][1] + _MEET:
            whole[-1] = whole[-1][0], max(end, whole[-1][1])
        else:
            whole.append((start, end))
    return whole
