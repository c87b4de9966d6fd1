"""The QR code of the code zone, drawn as vectors.

What it says is decided elsewhere; here is only how its modules are laid on the page.
"""

from typing import Any

from reportlab.graphics.barcode.qrencoder import QRAlphaNum, QRCode, QRErrorCorrectLevel
from reportlab.pdfgen.canvas import Canvas

from kinerja_desktop.documents.style import BLACK


def draw_qr(canvas: Canvas, content: str, x: float, y: float, side: float) -> None:
    """Draw a QR code (alphanumeric mode, correction M): capitals, digits and " $%*+-./:" only."""
    code: Any = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QRAlphaNum(content))
    code.make()
    count = code.getModuleCount()
    module = side / count
    path = canvas.beginPath()
    for row in range(count):
        for start, length in _dark_runs([code.isDark(row, column) for column in range(count)]):
            path.rect(x + start * module, y + side - (row + 1) * module, length * module, module)
    canvas.setFillColor(BLACK)
    canvas.drawPath(path, stroke=0, fill=1)


def _dark_runs(modules: list[bool]) -> list[tuple[int, int]]:
    """Start and length of each run of dark modules, so that no hairline parts two neighbours."""
    runs: list[tuple[int, int]] = []
    for column, dark in enumerate(modules):
        if dark and runs and sum(runs[-1]) == column:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((column, 1))
    return runs
