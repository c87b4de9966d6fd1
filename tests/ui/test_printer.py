"""Printing sends the very pages on their own sheet, and a printer that fails is told, not suffered."""

import os
import stat
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kinerja_desktop.ui.dialogs import Answer, Galat
from kinerja_desktop.ui.printer import NotPrinted, print_pdf, send
from tests.documents.reading import read_pages

F4 = (215 * mm, 330 * mm)


@pytest.fixture
def pdf() -> bytes:
    """Two sheets of F4, the second one turned."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=F4, invariant=1)
    canvas.drawString(72, 72, "satu")
    canvas.showPage()
    canvas.setPageSize((F4[1], F4[0]))
    canvas.drawString(72, 72, "dua")
    canvas.save()
    return target.getvalue()


def to_file(path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    return made


@pytest.mark.usefixtures("qtbot")
def test_pages_keep_their_sheet(pdf: bytes, tmp_path: Path) -> None:
    send(pdf, to_file(tmp_path / "cetak.pdf"))
    first, second = read_pages((tmp_path / "cetak.pdf").read_bytes())
    assert (first.width, first.height) == pytest.approx((215, 330), abs=0.5)
    assert (second.width, second.height) == pytest.approx((330, 215), abs=0.5)


@pytest.mark.usefixtures("qtbot")
def test_only_the_chosen_pages_are_printed(pdf: bytes, tmp_path: Path) -> None:
    chosen = to_file(tmp_path / "cetak.pdf")
    chosen.setFromTo(2, 2)
    send(pdf, chosen)
    (only,) = read_pages((tmp_path / "cetak.pdf").read_bytes())
    assert only.width > only.height


@pytest.mark.qt_log_ignore("QPainter::begin")
@pytest.mark.usefixtures("qtbot")
def test_a_place_that_cannot_be_written_is_told(pdf: bytes, tmp_path: Path) -> None:
    with pytest.raises(NotPrinted):
        send(pdf, to_file(tmp_path / "tidak" / "ada" / "cetak.pdf"))


class Office(QPrinter):
    """A printer that is really there; without one Qt offers files alone."""

    def __init__(self) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)

    def outputFormat(self) -> QPrinter.OutputFormat:  # noqa: N802 - Qt's own name
        return QPrinter.OutputFormat.NativeFormat


def spooler(folder: Path, script: str) -> None:
    """A spooler of the test in front of any other."""
    lp = folder / "lp"
    lp.write_text(f"#!/bin/sh\n{script}\n")
    lp.chmod(lp.stat().st_mode | stat.S_IXUSR)


def test_the_spooler_gets_the_file_with_its_sheet_and_without_scaling(
    qtbot: QtBot, pdf: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot
    spooler(tmp_path, f'echo "$@" > {tmp_path}/diminta; for last; do :; done; cp "$last" {tmp_path}/diterima.pdf')
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    send(pdf, Office())
    asked = (tmp_path / "diminta").read_text()
    assert "media=Custom.215x330mm" in asked
    assert "print-scaling=none" in asked
    assert (tmp_path / "diterima.pdf").read_bytes() == pdf


def test_a_silent_printer_is_told_and_may_be_tried_again(
    qtbot: QtBot, pdf: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spooler(tmp_path, f"test -e {tmp_path}/menyala && exit 0; touch {tmp_path}/menyala; echo mati >&2; exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    told = []

    def answer(_: object, fault: Galat) -> Answer:
        told.append(fault.rincian)
        return Answer.RETRY

    monkeypatch.setattr("kinerja_desktop.ui.printer.tell_fault", answer)
    monkeypatch.setattr("kinerja_desktop.ui.printer.QPrinter.outputFormat", Office.outputFormat)
    monkeypatch.setattr("kinerja_desktop.ui.printer.QPrintDialog.exec", lambda _: QDialog.DialogCode.Accepted)
    window = QWidget()
    qtbot.addWidget(window)
    assert print_pdf(window, pdf, "dokumen")
    assert told == ["mati"]
