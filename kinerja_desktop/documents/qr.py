"""The QR code of the code zone, drawn as vectors.

What it says is decided elsewhere; here is only how its modules are laid on the page.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any
from zlib import crc32

from reportlab.graphics.barcode.qrencoder import QRAlphaNum, QRCode, QRErrorCorrectLevel
from reportlab.pdfgen.canvas import Canvas

from kinerja_desktop.documents.style import BLACK


@cache
def qr_modules(content: str) -> tuple[tuple[bool, ...], ...]:
    """Dark and light modules of a QR code (alphanumeric mode, correction M).

    The mode knows capitals, digits and " $%*+-./:" only; anything else raises ValueError.
    """
    code: Any = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QRAlphaNum(content))
    code.make()
    count = range(code.getModuleCount())
    return tuple(tuple(bool(code.isDark(row, column)) for column in count) for row in count)


def draw_qr(canvas: Canvas, content: str, x: float, y: float, side: float) -> None:
    """Draw a QR code; the file holds its modules once, however many pages carry it."""
    name = f"qr-{crc32(content.encode()):08x}"
    if not canvas.hasForm(name):
        canvas.beginForm(name, lowerx=0, lowery=0, upperx=1, uppery=1)
        _draw_modules(canvas, qr_modules(content))
        canvas.endForm()
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(side, side)
    canvas.doForm(name)
    canvas.restoreState()


def _draw_modules(canvas: Canvas, modules: tuple[tuple[bool, ...], ...]) -> None:
    """Draw them in a square of side 1."""
    size = 1 / len(modules)
    path = canvas.beginPath()
    for number, row in enumerate(modules, start=1):
        for start, length in _dark_runs(row):
            path.rect(start * size, 1 - number * size, length * size, size)
    canvas.setFillColor(BLACK)
    canvas.drawPath(path, stroke=0, fill=1)


def _dark_runs(modules: Sequence[bool]) -> list[tuple[int, int]]:
    """Start and length of each run of dark modules, so that no hairline parts two neighbours."""
    runs: list[tuple[int, int]] = []
    for column, dark in enumerate(modules):
        if dark and runs and sum(runs[-1]) == column:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((column, 1))
    return runs
