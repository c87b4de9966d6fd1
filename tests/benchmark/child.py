"""One start of a window in a process of its own, which tells its times and its memory as JSON on stdout.

``python -m tests.benchmark.child KIND SINCE FOLDER``: ``kosong`` is an empty window of PySide6, ``masuk`` the log-in,
``kotak`` logs in by itself and waits for the painted inbox, ``kerja``, ``isian`` and ``tempel`` measure acts after
that, ``detak-WHO`` the gaps in the window's life while a person does long work (``heartbeat``). ``pratinjau`` and
``cetak`` show and print a PDF file, which stands in the place of FOLDER. SINCE is the monotonic time at which the
parent started this process. Nothing else of the program is imported before it is needed.
"""

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, cast

if sys.argv[1:2] != ["kosong"]:
    import kinerja_desktop.__main__
    from kinerja_desktop import garbage

    garbage.claim()  # as bootstrap begins
    import kinerja_desktop.ui  # noqa: F401 - the first that loads Qt, as in the program

from PySide6.QtCore import QEvent, QEventLoop, QMimeData, QObject, QRect, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

if TYPE_CHECKING:
    from kinerja_desktop.ui.entry.tab import EntryPage
    from kinerja_desktop.ui.main_window import MainWindow
    from kinerja_desktop.ui.runner import PoolRunner
    from kinerja_desktop.ui.start import Start
    from kinerja_desktop.ui.work.page import WorkPage

SETTLED = 700
"""Milliseconds after which nothing of a start is still to be done."""
ROUNDS = 7
INK = 100
"""A grey darker than the ground of a preview and its lines."""
CELLS = 500
READ = ("kotak_tugas", "penugasan", "pemeriksaan", "pemantauan", "laporan_triwulan", "arsip")


class Painted(QObject):
    """Calls when a widget was painted for the first time."""

    def __init__(self, watched: QWidget, call: Callable[[], None]) -> None:
        super().__init__(watched)
        self._call = call
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._call)
        return False


class Run:
    """What one process finds out."""

    def __init__(self, kind: str, since: float, folder: Path) -> None:
        self.kind, self.since, self.folder = kind, since, folder
        self.found: dict[str, Any] = {}
        self.kept: list[object] = []

    def now(self) -> float:
        return (time.monotonic() - self.since) * 1000

    def end(self) -> None:
        self.found |= memory()
        sys.stdout.write(json.dumps(self.found) + "\n")
        sys.stdout.flush()
        QApplication.exit()  # not quit, which closes the window, and that may ask something

    # --- the empty window and the log-in ---------------------------------------------------------

    def empty(self) -> int:
        qt = QApplication([sys.argv[0]])
        window = QMainWindow()
        window.resize(1366, 698)
        self.kept.append(Painted(window, self._first_paint))
        window.show()
        return qt.exec()

    # --- one paper -------------------------------------------------------------------------------

    def preview(self) -> int:
        """Page 1 of a paper on the screen; the first round loads QtPdf."""
        self.kept.append(QApplication([sys.argv[0]]))
        pdf = self.folder.read_bytes()
        first_page(pdf)
        self.found["halaman_1"] = median(first_page(pdf) for _ in range(ROUNDS))
        self.end()
        return 0

    def printout(self) -> int:
        """A paper drawn at 300 dpi page by page, as where no spooler takes the file: what one and what all need."""
        self.kept.append(QApplication([sys.argv[0]]))
        pdf = self.folder.read_bytes()
        self.found["puncak_1"] = drawn(pdf, self.folder, last=1)
        self.found["puncak_semua"] = drawn(pdf, self.folder)
        self.found |= page_size(pdf)
        self.end()
        return 0

    def _first_paint(self) -> None:
        self.found["dilukis"] = self.now()
        QTimer.singleShot(SETTLED, self.end)

    def program(self) -> int:
        """The program as its own door starts it; only the first showing is watched."""
        from kinerja_desktop import __main__
        from kinerja_desktop.ui import start

        shown = start.Start.show

        def show(self_: "Start") -> None:
            self.kept.append(Painted(self_.window, lambda: self._log_in_painted(self_)))
            shown(self_)

        vars_of: Any = start.Start
        vars_of.show = show  # watched, then done as always
        return __main__.main(["--data", str(self.folder)])

    def _log_in_painted(self, began: "Start") -> None:
        self.found["dilukis"] = self.now()
        if self.kind == "masuk":
            QTimer.singleShot(SETTLED, self.end)
        else:
            QTimer.singleShot(0, lambda: self._log_in(began))

    # --- the inbox -------------------------------------------------------------------------------

    def _log_in(self, began: "Start") -> None:
        from kinerja_desktop.services import auth
        from kinerja_desktop.ui import app
        from tests.benchmark.names import ANALIS, KABID, password

        checked: Callable[[str, str], bool] = vars(auth)["fits"]

        def fits(sandi: str, stored: str) -> bool:
            before = self.now()
            answer = checked(sandi, stored)
            self.found["sandi"] = self.now() - before
            return answer

        vars(auth)["fits"] = fits
        vars(app)["LOOK_AFTER"] = 24 * 3_600_000  # the daily check would hold the office beside what is measured
        who = self.kind.partition("-")[2] or (KABID if self.kind in ("kotak", "kerja") else ANALIS)
        answer = began.app().log_in(who, password(who))
        assert answer.accepted, answer.pesan
        began.app().enter(began.window.geometry())
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow) and w is not began.window]
        main = cast("MainWindow", windows[0])
        self.kept.append(Painted(main.page(), lambda: self._inbox_painted(main)))

    def _inbox_painted(self, main: "MainWindow") -> None:
        self.found["kotak_siap"] = self.now()
        if self.kind == "kotak":
            QTimer.singleShot(SETTLED, self.end)
        else:
            QTimer.singleShot(SETTLED, lambda: self._acts(main))

    # --- single acts -----------------------------------------------------------------------------

    def _acts(self, main: "MainWindow") -> None:
        acts = {"isian": self._fill, "tempel": self._paste, "detak": self._live}
        acts.get(self.kind.partition("-")[0], self._read)(main)
        self.end()

    def _read(self, main: "MainWindow") -> None:
        """Tabs of the Kabid: opened for the first time, then read again. The inbox is open already."""
        from kinerja_desktop.ui.role_tabs import TABS

        seen(main, lambda: None)  # what a start still does beside the window
        for key in (key for key in READ if find_spec(f"kinerja_desktop.ui.{TABS[key].folder}.tab")):
            shown, whole = seen(main, partial(main.open_tab, key))
            self.found[f"buka {key}"] = whole
            if shown < whole:
                self.found[f"tampak {key}"] = shown
            self.found[f"muat {key}"] = median(seen(main, main.page().load)[1] for _ in range(ROUNDS))

        self.found["pratinjau halaman_1"] = median(first_page(big_pdf()) for _ in range(ROUNDS))

    def _live(self, main: "MainWindow") -> None:
        """Long work beside the window."""
        from tests.benchmark import heartbeat

        self.found |= heartbeat.gaps(main, heartbeat.ACTS[self.kind.partition("-")[2]])

    def _fill(self, main: "MainWindow") -> None:
        """The Lembar Kerja: opened, read again, one figure recorded to the disk."""
        self.found["buka lembar_kerja"] = timed(partial(main.open_tab, "lembar_kerja"))
        page = cast("EntryPage", main.page())
        self.found["muat lembar_kerja"] = median(timed(page.load) for _ in range(ROUNDS))
        kode = next(iter(page.sheet.baris))
        self.found["catat angka"] = median(timed(partial(record, page, kode, f"{60 + n},5")) for n in range(ROUNDS))

    def _paste(self, main: "MainWindow") -> None:
        """Blocks of 500 cells over the whole sheet: as LibreOffice lays them on the clipboard, and as plain text."""
        main.open_tab("lembar_kerja")
        page = cast("EntryPage", main.page())
        assert page.grid is not None
        page.grid.show_all_columns()
        QApplication.processEvents()
        for name, mime in (("tempel 500_sel_html", html_of), ("tempel 500_sel_teks", text_of)):
            self.found[name] = median(timed(partial(paste, page, mime(block(page, n)))) for n in range(ROUNDS))
        self.found["urungkan 500_sel"] = timed(partial(undo, page))
        QApplication.clipboard().clear()  # without a screen Qt frees it after Python has gone


def block(page: "EntryPage", number: int) -> list[list[str]]:
    """A copied table of 50 rows and 10 columns as it stands in the sheet, with other figures and words."""
    from kinerja_desktop.ui.widgets.grid.cells import GridRow
    from kinerja_desktop.ui.work.texts import FIELDS

    assert page.grid is not None
    said = {"realisasi": f"{90 + number},5", **dict.fromkeys(FIELDS, f"Pelayanan berjalan tertib, catatan {number}.")}
    names = [column.key for column in page.grid.grid.columns[2:]]
    rows = (page.grid.grid.item(at) for at in range(page.grid.grid.rowCount()))
    lines = [[said.get(name, row.cells[name].text) for name in names] for row in rows if isinstance(row, GridRow)]
    assert sum(map(len, lines[:50])) == CELLS
    return lines[:50]


def text_of(lines: list[list[str]]) -> QMimeData:
    """As plain text alone."""
    data = QMimeData()
    data.setText("\r\n".join("\t".join(line) for line in lines) + "\r\n")
    return data


def html_of(lines: list[list[str]]) -> QMimeData:
    """As LibreOffice lays it on the clipboard."""
    rows = ("".join(map(_cell, line)) for line in lines)
    data = text_of(lines)
    data.setHtml(f"<html><body><table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table></body></html>")
    return data


def _cell(text: str) -> str:
    held = f' sdval="{text.replace(".", "").replace(",", ".")}" sdnum="1057;"' if text[:1].isdecimal() else ""
    return f'<td height="21" align="right" valign=bottom{held}><font color="#000000">{text}</font></td>'


def paste(page: "EntryPage", data: QMimeData) -> None:
    """Paste over the sheet from its first target on, and wait until it is kept."""
    assert page.grid is not None
    QApplication.clipboard().setMimeData(data)
    page.grid.go_to(next(iter(page.sheet.baris)), "target")
    page.grid.paste()
    page.keeper.flush()
    assert not page.keeper.is_dirty()


def undo(page: "EntryPage") -> None:
    """Take the last paste back, and wait until that is kept."""
    page.undo()
    page.keeper.flush()


def record(page: "EntryPage", kode: str, figure: str) -> None:
    """Type a figure and wait until it is kept."""
    assert page._typed(kode, "realisasi", figure)
    page.keeper.flush()
    assert not page.keeper.is_dirty()


def big_pdf() -> bytes:
    """A report of forty pages, as an archive holds it."""
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    target = BytesIO()
    canvas = Canvas(target, pagesize=(609, 935), invariant=1)
    for page in range(40):
        for line in range(45):
            canvas.drawString(72, 60 + 18 * line, f"Halaman {page + 1}, baris {line + 1}: capaian 98,75 (Tinggi)")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def first_page(pdf: bytes) -> float:
    """Milliseconds from the finished file to its first page on the screen. QtPdf was loaded by a round before."""
    from kinerja_desktop.ui.widgets.pdf_pages import PdfPages

    pages = PdfPages()
    pages.resize(1000, 560)
    pages.show()
    QApplication.processEvents()
    before = time.perf_counter()
    pages.set_pdf(pdf)
    while not has_ink(pages):
        QApplication.processEvents()
    taken = (time.perf_counter() - before) * 1000
    pages.close()
    pages.deleteLater()
    return taken


def drawn(pdf: bytes, beside: Path, last: int = 0) -> float:
    """Print into a file, up to a page; the peak of memory after it, in MB."""
    from PySide6.QtPrintSupport import QPrinter

    from kinerja_desktop.ui import printer

    target = QPrinter(QPrinter.PrinterMode.HighResolution)
    target.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    target.setOutputFileName(str(beside.with_suffix(".cetak.pdf")))
    if last:
        target.setFromTo(1, last)
    printer.send(pdf, target)
    return memory()["puncak"]


def page_size(pdf: bytes) -> dict[str, float]:
    """How many pages it has, and what the picture of one takes at 300 dpi, in MB."""
    from PySide6.QtCore import QBuffer
    from PySide6.QtPdf import QPdfDocument

    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(pdf)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    points = document.pagePointSize(0)
    dots = points.width() * points.height() * (300 / 72) ** 2
    return {"halaman": document.pageCount(), "gambar": dots * 4 / 1024**2}


def has_ink(pages: QWidget) -> bool:
    """Whether something dark stands on the page: QPdfView draws beside the window and does not tell when."""
    seen = pages.grab(QRect(400, 150, 300, 200)).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return min(bytes(seen.constBits())) < INK


def seen(main: "MainWindow", act: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds of an act on a page until it is painted, and until what is read beside the window stands there too.

    The next act begins on a quiet page: one that finds the office busy would only be put off.
    """
    before = time.perf_counter()
    shown = whole = timed(act)
    while is_reading(cast("WorkPage", main.page())):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QApplication.processEvents()
        whole = (time.perf_counter() - before) * 1000
    return shown, whole


def is_reading(page: "WorkPage") -> bool:
    """Whether a page waits for the office, or a job beside the window goes on."""
    return bool(page._waiting or cast("PoolRunner", page.desk.runner)._alive)


def timed(act: Callable[[], object]) -> float:
    """Milliseconds of an act and of painting what it changed."""
    before = time.perf_counter()
    act()
    QApplication.processEvents()
    return (time.perf_counter() - before) * 1000


def memory() -> dict[str, float]:
    """Resident memory now and at its peak, in MB."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    named = dict(line.split(":", 1) for line in lines)
    return {name: int(named[key].split()[0]) / 1024 for name, key in (("kini", "VmRSS"), ("puncak", "VmHWM"))}


if __name__ == "__main__":
    run = Run(sys.argv[1], float(sys.argv[2]), Path(sys.argv[3]))
    kinds = {"kosong": run.empty, "pratinjau": run.preview, "cetak": run.printout}
    sys.exit(kinds.get(run.kind, run.program)())
