"""How long the window's thread is away at most while long work is done beside it.

A timer of the window beats every 10 ms; the largest time between two beats is what a person feels as a key or a click
without answer. Beside it stands the most that the window's thread itself worked between two beats: where the gap is
much longer, the thread waited for a processor or for the interpreter. The work is done on a copy of the oldest office,
on the real pages, from the press of the button until what it found is on the screen. ``child`` starts the program for
it. To add a work: a function that starts it and answers how one sees that it is over, and its line in ``ACTS``.
"""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget

if TYPE_CHECKING:
    from kinerja_desktop.ui.backup.tab import BackupPage
    from kinerja_desktop.ui.main_window import MainWindow
    from kinerja_desktop.ui.work.report_page import ReportPage

BEAT_MS, LIMIT_MS = 10, 200
"""The limit is what the office may expect of its window; it is printed beside what was found."""
_AFTER = 0.5
"""Seconds for painting what was found, and for what follows it."""
_PATIENCE = 120.0

Over = Callable[[], bool]


class Heart(QObject):
    """Beats in the window's thread; keeps the largest gap and the most work of the thread in one, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.gap = self.work = 0.0
        self._last = (time.perf_counter(), time.thread_time())
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        now = (time.perf_counter(), time.thread_time())
        gap, work = (new - old for new, old in zip(now, self._last, strict=True))
        self.gap, self.work = max(self.gap, gap * 1000), max(self.work, work * 1000)
        self._last = now


def gaps(main: "MainWindow", acts: Mapping[str, "Act"]) -> dict[str, float]:
    """Of each act, done one after another: the largest gap, the most work in one, and how long it took as a whole."""
    found: dict[str, float] = {}
    for name, act in acts.items():
        start = act(main)
        wait(0.2)
        heart, before = Heart(), time.perf_counter()
        over = start()
        while not over():
            assert time.perf_counter() - before < _PATIENCE, name
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        taken = time.perf_counter() - before
        wait(_AFTER)
        found |= {f"celah {name}": heart.gap, f"kerja {name}": heart.work, f"lama {name}": taken * 1000}
        heart.stop()
    return found


def wait(seconds: float) -> None:
    """Let the window live for a while."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, BEAT_MS)


Act = Callable[["MainWindow"], Callable[[], Over]]
"""Makes ready without being measured; what it answers starts the work and answers whether it is over."""


def _part(page: QWidget, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert found is not None, name
    return found


def trial(main: "MainWindow") -> Callable[[], Over]:
    """A workbook of 1,000 indikator for the coming year, read and tried."""
    from kinerja_desktop.exchange.buku_kinerja import tulis
    from tests.benchmark.imports import TAHUN, large

    book = large()
    file = Path(tempfile.mkdtemp()) / "besar.xlsx"
    tulis(replace(book, rencana=replace(book.rencana, tahun=TAHUN + 1), realisasi=()), file)
    main.open_tab("rencana_kinerja")
    page = main.page()

    def start() -> Over:
        QFileDialog.getOpenFileName = lambda *_: (str(file), "")  # type: ignore[method-assign]  # a person would be asked
        page._workbooks.choose()  # type: ignore[attr-defined]
        return lambda: _part(page, "terapkan").isVisible()

    return start


def applied(main: "MainWindow") -> Callable[[], Over]:
    """What was tried is stored, and the plan behind it read again."""
    page = main.page()

    def start() -> Over:
        _part(page, "terapkan").click()
        return lambda: _part(page, "selesai").isVisible()

    return start


def plan(main: "MainWindow") -> Callable[[], Over]:
    """Back from the import to the plan of 1,000 indikator."""
    page = main.page()

    def start() -> Over:
        _part(page, "selesai").click()
        return lambda: True

    return start


def back_up(main: "MainWindow") -> Callable[[], Over]:
    """A copy to a flashdisk, written, read again and tried."""
    place = Path(tempfile.mkdtemp())
    main.open_tab("cadangan")
    page = cast("BackupPage", main.page())

    def start() -> Over:
        page._copy_to(place)
        return lambda: not page._job.is_running()

    return start


def opened(main: "MainWindow") -> Callable[[], Over]:
    """The tab of the LKjIP built and read."""

    def start() -> Over:
        main.open_tab("laporan_tahunan")
        page = cast("ReportPage[int]", main.page())
        return lambda: page._view is not None

    return start


def annual(main: "MainWindow") -> Callable[[], Over]:
    """The LKjIP of the last whole year laid out anew, until its pages are there; its archived one is blank."""
    from kinerja_desktop.documents import lkjip_pdf
    from kinerja_desktop.services import annual as service
    from kinerja_desktop.services.printing import Draf
    from tests.benchmark.office import LAST_YEAR

    page = cast("ReportPage[int]", main.page())
    page.show_item(f"Tahun {LAST_YEAR - 1}")
    while page._view is None:
        wait(0.1)
    page._open_preview()
    wait(_AFTER)
    ctx, blank = page.ctx(), page._preview.pdf()

    def start() -> Over:
        page.run_job(
            "Menyiapkan halaman laporan",
            lambda _: Draf("LKjIP", lkjip_pdf.lay_out(service.draft(ctx, LAST_YEAR - 1))),
            page._preview.set_draft,
        )
        return lambda: page._preview.pdf() != blank

    return start


def check(main: "MainWindow") -> Callable[[], Over]:
    """All records of twenty years."""
    main.open_tab("keutuhan")
    page = main.page()

    def start() -> Over:
        button = _part(page, "periksa_sekarang")
        button.click()
        return button.isEnabled

    return start


ACTS: Mapping[str, Mapping[str, Act]] = {
    "perencana": {
        "trial of 1,000 indikator": trial,
        "import applied": applied,
        "plan of 1,000 shown": plan,
        "copy to a flashdisk": back_up,
        "LKjIP opened": opened,
        "LKjIP laid out": annual,
    },
    "admin": {"check of all records": check},
}
"""By the person who does them."""


@dataclass(frozen=True, slots=True)
class Gap:
    """While a work was done, in milliseconds: largest gap, most work of the window's thread in one, the whole."""

    karya: str
    celah: float
    kerja: float
    lama: float


def measure(folder: Path, child: Callable[[str, Path], Mapping[str, float]]) -> Iterator[Gap]:
    """All acts on copies of an office; ``child`` starts the program."""
    for who, acts in ACTS.items():
        with tempfile.TemporaryDirectory() as scratch:
            copy = Path(scratch) / "kantor"
            shutil.copytree(folder, copy)
            found = child(f"detak-{who}", copy)
            yield from (Gap(n, found[f"celah {n}"], found[f"kerja {n}"], found[f"lama {n}"]) for n in acts)
