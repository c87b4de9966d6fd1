"""What happens when the program itself is wrong: three hooks, one report file, one sentence.

The only place that catches everything. The report holds versions, the last log lines without their values and the
places in the code. It never holds the text of an exception, a figure, a name or a password, so that an office may send
it away. To put one more fact in: a line in `_facts`, after asking whether it could name a person or a figure.
"""

import logging
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

from kinerja_desktop import __version__

_LIBRARIES = ("PySide6-Essentials", "PySide6-Pdf", "SQLAlchemy", "alembic", "reportlab", "openpyxl", "pikepdf")
_KEPT_LINES = 200
_KIND_LINE = 4
"""Of a report: the line that names the first kind of error (`_facts`)."""


class _Recent(logging.Handler):
    """The last log lines, as their templates: arguments may name people and figures."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: deque[str] = deque(maxlen=_KEPT_LINES)

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.msg}")


_recent = _Recent()


def catch(folder: Path, tell: Callable[[Path], None], now: Callable[[], datetime]) -> None:
    """From here on every uncaught error is written into ``folder`` and its report is handed to ``tell``.

    A second call replaces the first: the folder is known for sure only after the arguments were read.
    """

    def on_error(error: BaseException | None) -> None:
        if error is not None:
            tell(write(error, folder, now()))

    def on_main_thread(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        on_error(error)

    logging.getLogger().addHandler(_recent)
    sys.excepthook = on_main_thread
    threading.excepthook = lambda caught: on_error(caught.exc_value)
    sys.unraisablehook = lambda caught: on_error(caught.exc_value)


def write(error: BaseException, folder: Path, moment: datetime) -> Path:
    """Write the report and return its place: the folder, or the system's folder for such things if that is refused."""
    text = "\n".join(_facts(error, moment)) + "\n"
    name = f"kesalahan-{moment:%Y%m%d-%H%M%S-%f}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _put(folder / name, text)
    except OSError:
        return _put(Path(tempfile.gettempdir()) / name, text)


def reports(folder: Path) -> list[Path]:
    """Reports that were written into a folder, newest first."""
    return sorted(folder.glob("kesalahan-*.txt"), reverse=True)


def kind_of(report: Path) -> str:
    """Which kind of error a report tells of; empty where it cannot be read."""
    try:
        return report.read_text(encoding="utf-8").splitlines()[_KIND_LINE]
    except (OSError, ValueError, IndexError):
        return ""


def _put(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8")
    return file


def _facts(error: BaseException, moment: datetime) -> Iterator[str]:
    yield f"Kinerja Desktop {__version__}, {moment:%Y-%m-%d %H:%M:%S %z}"
    yield system()
    yield ", ".join(versions())
    yield ""
    yield from _places(error)
    yield ""
    yield from _recent.lines


def system() -> str:
    """Python and the system that it runs on."""
    import platform  # here and below, because every start would wait for what only a fault needs

    return f"Python {platform.python_version()}, {platform.system()} {platform.release()} {platform.machine()}"


def versions() -> Iterator[str]:
    """Libraries with their versions."""
    from importlib import metadata

    for library in _LIBRARIES:
        try:
            yield f"{library} {metadata.version(library)}"
        except metadata.PackageNotFoundError:  # a frozen bundle carries no such record
            yield f"{library} -"


def _places(error: BaseException) -> Iterator[str]:
    """The kinds of the error and its causes with the lines of code that they came through, outermost first."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        yield from _places(cause)
        yield "lalu:"
    yield type(error).__qualname__
    for frame, line in walk_tb(error.__traceback__):
        module = frame.f_globals.get("__name__", "?")
        yield f"  {module}:{line} {frame.f_code.co_qualname}"
