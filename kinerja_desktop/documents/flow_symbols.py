"""The five symbols of an SOP (PermenPANRB 35/2012), drawn at their centre, and the looks of a step's state.

Only shapes; which symbol stands where is ``flow_chart``. To add a state: its fill, outline or mark in ``draw_symbol``.
"""

from collections.abc import Sequence
from typing import Final

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from kinerja_desktop.documents.fonts import BOLD
from kinerja_desktop.documents.style import BLACK, STATE_FILL, WHITE, mm
from kinerja_desktop.documents.text import printable
from kinerja_desktop.domain.bagan_sop import Bentuk, KeadaanSimbol

SIZE: Final = {
    Bentuk.UJUNG: (17 * mm, 7 * mm),
    Bentuk.KEGIATAN: (15 * mm, 7 * mm),
    Bentuk.KEPUTUSAN: (17 * mm, 11.5 * mm),
}
"""Width and height of each symbol in points."""
PENTAGON: Final = (9 * mm, 7 * mm)
_OUTLINE: Final = 1.1
_RUNNING: Final = 2.0
_ARROW: Final = 1.0
_HEAD: Final = 2 * mm
_HATCH: Final = 1.1 * mm
_BESIDE_TICK: Final = 1.9 * mm
_TICK: Final = 2.6 * mm
_SMALL_TICK: Final = 2.0 * mm
"""Beside words, so that it keeps clear of them and of the outline."""
_WORDS: Final = 8.0

Point = tuple[float, float]


def draw_symbol(
    canvas: Canvas, shape: Bentuk, at: Point, words: str = "", state: KeadaanSimbol = KeadaanSimbol.UMUM
) -> None:
    """One symbol: done is filled and ticked, running has a strong outline, late is hatched."""
    path = _path(canvas, shape, at)
    canvas.setStrokeColor(BLACK)
    canvas.setFillColor(STATE_FILL if state is KeadaanSimbol.SELESAI else WHITE)
    canvas.setLineWidth(_RUNNING if state in (KeadaanSimbol.BERJALAN, KeadaanSimbol.TERLAMBAT) else _OUTLINE)
    canvas.drawPath(path, stroke=1, fill=1)
    if state is KeadaanSimbol.TERLAMBAT:
        _hatch(canvas, path, at, SIZE[shape])
    aside = _BESIDE_TICK if shape is Bentuk.UJUNG and state is KeadaanSimbol.SELESAI else 0.0
    _write(canvas, words, (at[0] - aside, at[1]), behind=state is KeadaanSimbol.TERLAMBAT)
    if state is KeadaanSimbol.SELESAI:
        draw_tick(canvas, _tick_place(shape, at, beside=bool(words)), _SMALL_TICK if words else _TICK)


def _tick_place(shape: Bentuk, at: Point, *, beside: bool) -> Point:
    """In the middle, or where the words leave room: right of them, above them in a decision."""
    if not beside:
        return at
    return (at[0], at[1] + 2.7 * mm) if shape is Bentuk.KEPUTUSAN else (at[0] + 5.3 * mm, at[1])


def draw_tick(canvas: Canvas, at: Point, side: float = _TICK) -> None:
    """A tick, drawn rather than set, so that no face need have it."""
    x, y = at[0] - side / 2, at[1] - side / 2
    path = canvas.beginPath()
    path.moveTo(x, y + 0.5 * side)
    path.lineTo(x + 0.35 * side, y + 0.12 * side)
    path.lineTo(x + side, y + 0.95 * side)
    canvas.setStrokeColor(BLACK)
    canvas.setLineWidth(1.2)
    canvas.drawPath(path, stroke=1, fill=0)


def draw_pentagon(canvas: Canvas, letter: str, at: Point) -> None:
    """The sign that the flow goes on on another page."""
    half, over = PENTAGON[0] / 2, PENTAGON[1] / 2
    corners = [(-half, over), (half, over), (half, -over / 3), (0.0, -over), (-half, -over / 3)]
    canvas.setStrokeColor(BLACK)
    canvas.setFillColor(WHITE)
    canvas.setLineWidth(_OUTLINE)
    canvas.drawPath(_closed(canvas, [(at[0] + x, at[1] + y) for x, y in corners]), stroke=1, fill=1)
    _write(canvas, letter, (at[0], at[1] + 0.6 * mm))


def draw_arrow(canvas: Canvas, points: Sequence[Point]) -> None:
    """A line through its corners with a filled head at its end."""
    (x0, y0), (x1, y1) = points[-2:]
    right, up = (x1 > x0) - (x1 < x0), (y1 > y0) - (y1 < y0)
    foot = (x1 - right * _HEAD, y1 - up * _HEAD)
    canvas.setStrokeColor(BLACK)
    canvas.setLineWidth(_ARROW)
    line = canvas.beginPath()
    line.moveTo(*points[0])
    for point in (*points[1:-1], foot):
        line.lineTo(*point)
    canvas.drawPath(line, stroke=1, fill=0)
    wide = 0.4 * _HEAD
    corners = [(x1, y1), (foot[0] + up * wide, foot[1] + right * wide), (foot[0] - up * wide, foot[1] - right * wide)]
    canvas.setFillColor(BLACK)
    canvas.drawPath(_closed(canvas, corners), stroke=0, fill=1)


def draw_label(canvas: Canvas, words: str, at: Point) -> None:
    """Words beside a line, on white, centred on a place."""
    _write(canvas, words, at, behind=True)


def _write(canvas: Canvas, words: str, at: Point, *, behind: bool = False) -> None:
    text = printable(words)
    width = canvas.stringWidth(text, BOLD, _WORDS)
    if behind and text:
        canvas.setFillColor(WHITE)
        canvas.rect(at[0] - width / 2 - 1.5, at[1] - 4.2, width + 3, 8.4, stroke=0, fill=1)
    canvas.setFillColor(BLACK)
    canvas.setFont(BOLD, _WORDS)
    canvas.drawCentredString(at[0], at[1] - 2.8, text)


def _path(canvas: Canvas, shape: Bentuk, at: Point) -> PDFPathObject:
    width, height = SIZE[shape]
    x, y = at[0] - width / 2, at[1] - height / 2
    if shape is Bentuk.KEPUTUSAN:
        return _closed(canvas, [(x, at[1]), (at[0], y + height), (x + width, at[1]), (at[0], y)])
    path = canvas.beginPath()
    path.roundRect(x, y, width, height, height / 2 if shape is Bentuk.UJUNG else 0)
    return path


def _closed(canvas: Canvas, corners: Sequence[Point]) -> PDFPathObject:
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    return path


def _hatch(canvas: Canvas, path: PDFPathObject, at: Point, size: tuple[float, float]) -> None:
    width, height = size
    canvas.saveState()
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.setLineWidth(0.45)
    steps = int((width + height) / _HATCH) + 1
    left, foot = at[0] - width / 2 - height, at[1] - height / 2
    for step in range(steps):
        canvas.line(left + step * _HATCH, foot, left + step * _HATCH + height, foot + height)
    canvas.restoreState()
