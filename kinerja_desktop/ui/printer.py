"""Sending a finished PDF to paper: the very bytes that are shown and filed; and a plain text that is filed nowhere.

Linux hands the file to the spooler. Windows has no spooler that takes PDF, so pages are drawn one at a time at
300 dpi, on a page of the paper's own size without margins.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QImage, QPageLayout, QPageSize, QPainter, QTextDocument
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from kinerja_desktop import paths

DPI = 300
_POINTS = 72
_TEXT_POINTS = 10


def print_pdf(parent: QWidget, pdf: bytes, title: str) -> bool:
    """Ask for a printer and print; False where the person took it back."""
    printer = _chosen_printer(parent, title)
    if printer is None:
        return False
    if sys.platform != "win32" and shutil.which("lp") and printer.outputFormat() is QPrinter.OutputFormat.NativeFormat:
        _spool(pdf, printer)
    else:
        _draw(pdf, printer)
    return True


def print_text(parent: QWidget, text: str, title: str) -> bool:
    """Ask for a printer and print lines as they stand; nothing of them is written to the disk on the way."""
    printer = _chosen_printer(parent, title)
    if printer is None:
        return False
    added = QFontDatabase.addApplicationFont(str(paths.resource("fonts", "RobotoMono-Bold.ttf")))
    document = QTextDocument()
    document.setDefaultFont(QFont(QFontDatabase.applicationFontFamilies(added)[:1], _TEXT_POINTS))
    document.setPlainText(text)
    document.print_(printer)
    return True


def _chosen_printer(parent: QWidget, title: str) -> QPrinter | None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Cetak")
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def _spool(pdf: bytes, printer: QPrinter) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "dokumen.pdf"
        file.write_bytes(pdf)
        command = ["lp", "-d", printer.printerName(), "-n", str(printer.copyCount()), str(file)]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603  # our own file, no shell


def _draw(pdf: bytes, printer: QPrinter) -> None:
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(pdf)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    printer.setResolution(DPI)
    printer.setFullPage(True)  # Qt's own signature
    painter = QPainter()
    for index in range(document.pageCount()):
        _set_size(printer, document.pagePointSize(index))
        if index == 0:
            painter.begin(printer)
        else:
            printer.newPage()
        painter.drawImage(0, 0, _page(document, index))
    painter.end()


def _set_size(printer: QPrinter, points: QSizeF) -> None:
    """The paper's own size; landscape pages turn the sheet, not the size."""
    turned = points.width() > points.height()
    size = points.transposed() if turned else points
    printer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "Kertas laporan", QPageSize.SizeMatchPolicy.FuzzyMatch))
    layout = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(layout)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))


def _page(document: QPdfDocument, index: int) -> QImage:
    """A page as a picture on white: some drivers print what is transparent as black."""
    points = document.pagePointSize(index)
    size = QSize(round(points.width() / _POINTS * DPI), round(points.height() / _POINTS * DPI))
    ground = QImage(size, QImage.Format.Format_RGB32)
    ground.fill(Qt.GlobalColor.white)
    painter = QPainter(ground)
    painter.drawImage(0, 0, document.render(index, size))
    painter.end()
    return ground
