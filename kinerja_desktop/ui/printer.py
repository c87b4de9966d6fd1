"""Sending a finished PDF to paper: the very bytes that are shown and filed.

Linux hands the file to the spooler. Windows has no spooler that takes PDF, so pages are drawn one at a time at
300 dpi, on a page of the paper's own size without margins. A printer that fails costs nothing but the printout.
"""

import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from kinerja_desktop.ui.dialogs import Answer, Galat, tell_fault

DPI = 300
_POINTS = 72
_MM = 25.4


_SILENT = Galat(
    "Printer tidak menjawab",
    "Dokumen tidak berubah dan dapat dicetak lagi. Periksa kabel, kertas, dan daya printer, lalu tekan Coba Lagi. Anda "
    "juga dapat menutup pesan ini dan memilih Simpan PDF.",
    retry="Coba Lagi",
)


class NotPrinted(Exception):
    """The printer or its spooler took nothing; the text is what it said."""


def print_pdf(parent: QWidget, pdf: bytes, title: str, *, secret: bool = False) -> bool:
    """Ask for a printer and print; False where the person took it back, at the dialog or after a failure.

    Of a ``secret`` paper no file is written on the way: its pages are drawn.
    """
    printer = _chosen_printer(parent, title)
    if printer is None:
        return False
    while True:
        try:
            send(pdf, printer, secret=secret)
        except NotPrinted as failed:
            if tell_fault(parent, replace(_SILENT, rincian=str(failed))) is Answer.CLOSED:
                return False
        else:
            return True


def send(pdf: bytes, printer: QPrinter, *, secret: bool = False) -> None:
    """Print on this printer; on Linux the spooler takes the file itself, unless it is secret. Raises NotPrinted."""
    native = printer.outputFormat() is QPrinter.OutputFormat.NativeFormat
    if sys.platform != "win32" and shutil.which("lp") and native and not secret:
        _spool(pdf, printer)
    else:
        _draw(pdf, printer)


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
        try:
            subprocess.run(_command(printer, file), check=True, capture_output=True)  # noqa: S603  # our file, no shell
        except (OSError, subprocess.CalledProcessError) as failed:
            raise NotPrinted(_said(failed)) from failed


def _command(printer: QPrinter, file: Path) -> list[str]:
    """The sheet is that of the first page: the spooler must neither choose another nor shrink the page to it."""
    document = QPdfDocument()
    document.load(str(file))
    points = document.pagePointSize(0)
    width, height = sorted(round(side / _POINTS * _MM) for side in (points.width(), points.height()))
    document.close()
    pages = [f"{printer.fromPage()}-{printer.toPage()}"] if printer.fromPage() else []
    return [
        *("lp", "-d", printer.printerName(), "-n", str(printer.copyCount())),
        *("-o", f"media=Custom.{width}x{height}mm", "-o", "print-scaling=none"),
        *(option for page in pages for option in ("-P", page)),
        str(file),
    ]


def _said(failed: OSError | subprocess.CalledProcessError) -> str:
    if isinstance(failed, subprocess.CalledProcessError):
        return str(failed.stderr.decode(errors="replace")).strip()
    return str(failed)


def _draw(pdf: bytes, printer: QPrinter) -> None:
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(pdf)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    printer.setResolution(DPI)
    printer.setFullPage(True)  # Qt's own signature
    first, last = printer.fromPage() or 1, printer.toPage() or document.pageCount()
    painter = QPainter()
    for index in range(first - 1, min(last, document.pageCount())):
        _set_size(printer, document.pagePointSize(index))
        begun = printer.newPage() if painter.isActive() else painter.begin(printer)
        if not begun:
            raise NotPrinted(printer.printerName() or printer.outputFileName())
        painter.drawImage(0, 0, _page(document, index))
    if not painter.end():
        raise NotPrinted(printer.printerName() or printer.outputFileName())


def _set_size(printer: QPrinter, points: QSizeF) -> None:
    """The paper's own size, or the nearest that the driver knows; landscape pages turn the sheet, not the size."""
    turned = points.width() > points.height()
    size = points.transposed() if turned else points
    for match in (QPageSize.SizeMatchPolicy.ExactMatch, QPageSize.SizeMatchPolicy.FuzzyMatch):
        if printer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "Kertas laporan", match)):
            break
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
