"""The QR code of the code zone, drawn as vectors.

What it says is decided elsewhere; here is only how its modules are laid on the page.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.graphics.barcode.qrencoder import QRAlphaNum, QRCode, QRErrorCorrectLevel
from reportlab.pdfgen.canvas import Canvas

from kinerja_desktop.documents.style import BLACK

Modules = tuple[tuple[bool, ...], ...]


class QrMaker:
    """Draws QR codes of one paper (alphanumeric mode, correction M).

    The mask is sought once, for the first page: the words of the others differ in the number of the page alone, and
    the search takes nine times as long as the code itself.
    """

    def __init__(self) -> None:
        self._mask: int | None = None

    def __call__(self, canvas: Canvas, content: str) -> None:
        """Draw the code in a square of side 1."""
        _draw_modules(canvas, self.modules(content))

    def modules(self, content: str) -> Modules:
        """Dark and light modules. The mode knows capitals, digits and " $%*+-./:" only; else ValueError."""
        code: Any = QRCode(None, QRErrorCorrectLevel.M)
        code.addData(QRAlphaNum(content))
        code.version = code.calculate_version()
        if self._mask is None:
            self._mask = code.getBestMaskPattern()
        code.makeImpl(False, self._mask)  # noqa: FBT003  ReportLab's signature
        return tuple(tuple(bool(dark) for dark in row) for row in code.modules)


def _draw_modules(canvas: Canvas, modules: Modules) -> None:
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
