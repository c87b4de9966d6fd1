"""A chart as a PNG picture, for files that hold no drawing of ours (Word): the same shapes, painted by Pillow.

Painted at twice the size and made smaller, so that edges are soft. To let charts use another kind of shape: its
painter in ``_PAINTERS``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from io import BytesIO
from itertools import pairwise
from math import hypot
from typing import Any, Final

from PIL import Image, ImageDraw, ImageFont
from reportlab.graphics.shapes import Circle, Drawing, Group, Line, PolyLine, Rect, String
from reportlab.lib.colors import Color

from kinerja_desktop.documents.fonts import font_file

DPI: Final = 200
_OVER: Final = 2
_SCALE: Final = DPI * _OVER / 72
Point = tuple[float, float]


def png(drawing: Drawing) -> bytes:
    """The drawing on white, the same bytes for the same drawing."""
    size = (round(drawing.width * _SCALE), round(drawing.height * _SCALE))
    image = Image.new("RGB", size, "white")
    _paint(ImageDraw.Draw(image), drawing, (0.0, size[1] / _SCALE))
    target = BytesIO()
    image.reduce(_OVER).save(target, "PNG", dpi=(DPI, DPI))
    return target.getvalue()


def _paint(on: ImageDraw.ImageDraw, shape: Any, origin: Point) -> None:  # noqa: ANN401  # published types hide looks
    """``origin`` is where the shape's own zero lies: from the left edge, and below the top, in points."""
    painter = _PAINTERS.get(type(shape))
    if painter is not None:
        painter(on, shape, origin)
        return
    x, y = (shape.transform[4], shape.transform[5]) if isinstance(shape, Group) else (0.0, 0.0)
    for part in shape.contents:
        _paint(on, part, (origin[0] + x, origin[1] - y))


def _at(origin: Point, x: float, y: float) -> Point:
    return (origin[0] + x) * _SCALE, (origin[1] - y) * _SCALE


def _colour(colour: Color | None) -> tuple[int, int, int] | None:
    return None if colour is None else tuple(round(255 * part) for part in colour.rgb())  # type: ignore[return-value]


def _thick(shape: Any) -> int:  # noqa: ANN401
    return max(1, round(float(shape.strokeWidth) * _SCALE))


def _line(on: ImageDraw.ImageDraw, shape: Any, origin: Point) -> None:  # noqa: ANN401
    _stroke(on, shape, [_at(origin, shape.x1, shape.y1), _at(origin, shape.x2, shape.y2)])


def _poly_line(on: ImageDraw.ImageDraw, shape: Any, origin: Point) -> None:  # noqa: ANN401
    ends = shape.points
    _stroke(on, shape, [_at(origin, x, y) for x, y in zip(ends[::2], ends[1::2], strict=True)])


def _stroke(on: ImageDraw.ImageDraw, shape: Any, points: Sequence[Point]) -> None:  # noqa: ANN401
    dashes = shape.strokeDashArray
    for start, end in pairwise(points):
        for piece in _dashed(start, end, dashes) if dashes else [(start, end)]:
            on.line(piece, fill=_colour(shape.strokeColor), width=_thick(shape))


def _dashed(start: Point, end: Point, dashes: Sequence[float]) -> Iterator[tuple[Point, Point]]:
    length = hypot(end[0] - start[0], end[1] - start[1])
    on, off = (part * _SCALE for part in dashes)
    done = 0.0
    while done < length:
        first, last = done / length, min(done + on, length) / length
        yield _between(start, end, first), _between(start, end, last)
        done += on + off


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _rect(on: ImageDraw.ImageDraw, shape: Any, origin: Point) -> None:  # noqa: ANN401
    left, top = _at(origin, shape.x, shape.y + shape.height)
    right, foot = _at(origin, shape.x + shape.width, shape.y)
    place = (left, top, max(right, left), max(foot, top))
    on.rectangle(place, fill=_colour(shape.fillColor), outline=_colour(shape.strokeColor), width=_thick(shape))


def _circle(on: ImageDraw.ImageDraw, shape: Any, origin: Point) -> None:  # noqa: ANN401
    left, top = _at(origin, shape.cx - shape.r, shape.cy + shape.r)
    right, foot = _at(origin, shape.cx + shape.r, shape.cy - shape.r)
    colours = {"fill": _colour(shape.fillColor), "outline": _colour(shape.strokeColor)}
    on.ellipse((left, top, right, foot), width=_thick(shape), **colours)


def _string(on: ImageDraw.ImageDraw, shape: Any, origin: Point) -> None:  # noqa: ANN401
    font = _face(shape.fontName, shape.fontSize)
    anchor = {"start": "ls", "middle": "ms", "end": "rs"}[shape.textAnchor]
    on.text(_at(origin, shape.x, shape.y), shape.text, fill=_colour(shape.fillColor), font=font, anchor=anchor)


@cache
def _face(name: str, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(font_file(name), size * _SCALE, layout_engine=ImageFont.Layout.BASIC)


_PAINTERS: Final[Mapping[type, Callable[[ImageDraw.ImageDraw, Any, Point], None]]] = {
    Line: _line,
    PolyLine: _poly_line,
    Rect: _rect,
    Circle: _circle,
    String: _string,
}
