"""What happens when the program itself is wrong: three hooks, one report file, one sentence.

The only place that catches everything. The report holds versions, the last log lines without their values and the
places in the code. It never holds the text of an exception, a figure, a name or a password, so that an office may send
it away. To put one more fact in: a line in `_facts`, after asking whether it could name a person or a figure.

A fault that comes again and again, in every painting say, is written once and counted from then on.
"""

import logging
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from zlib import crc32

from kinerja_desktop import __version__

_LIBRARIES = ("PySide6-Essentials", "PySide6-Pdf", "SQLAlchemy", "alembic", "reportlab", "openpyxl", "pikepdf")
_KEPT_LINES = 200
_KIND_LINE = 4
"""Of a report: the line that names the first kind of error (`_facts`)."""
_OURS = "kinerja_desktop."
_NUMBERS = ("errno", "winerror", "sqlite_errorname")
"""What the system and the database call a refusal; their words would name files."""


class _Recent(logging.Handler):
    """The last log lines, as their templates: arguments may name people and figures."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: deque[str] = deque(maxlen=_KEPT_LINES)

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.msg}")


_recent = _Recent()


@dataclass(frozen=True, slots=True)
class Bug:
    """A fault of the program as it is told."""

    error: BaseException
    kode: str
    """«P-3A7F»: the same for the same kind of error at the same place of the code."""
    rincian: str
    """The text of the report."""
    report: Path | None
    """Where the report lies; None where no disk took it."""


Tell = Callable[[Bug], object]
_listeners: list[Tell] = []


def catch(folder: Path, tell: Tell, now: Callable[[], datetime]) -> None:
    """From here on every uncaught error is written into ``folder``; the first of its kind is handed to ``tell``.

    On the thread of the error. A second call replaces the first: the folder is known for sure only after the
    arguments were read.
    """
    known: dict[str, Bug] = {}
    lock = threading.Lock()

    def on_error(error: BaseException | None) -> None:
        if error is None:
            return
        with lock:
            kode = code_of(error)
            hear = _listeners if kode in known else (tell, *_listeners)
            bug = known[kode] if kode in known else known.setdefault(kode, _written(error, kode, folder, now()))
        for one in hear:
            one(bug)

    def on_main_thread(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        on_error(error)

    logging.getLogger().addHandler(_recent)
    sys.excepthook = on_main_thread
    threading.excepthook = lambda caught: on_error(caught.exc_value)
    sys.unraisablehook = lambda caught: on_error(caught.exc_value)


def listen(tell: Tell) -> None:
    """Tell this one every time, beside what `catch` was given: the window, as long as there is one."""
    _listeners.append(tell)


def stop_listening(tell: Tell) -> None:
    """What was given to `listen` hears nothing more."""
    _listeners.remove(tell)


def code_of(error: BaseException) -> str:
    """A short name for the kind of an error and the function of ours that it came from."""
    frames = [frame for frame, _ in walk_tb(error.__traceback__)]
    ours = [frame for frame in frames if str(frame.f_globals.get("__name__")).startswith(_OURS)]
    place = "".join(f"{f.f_globals.get('__name__')}.{f.f_code.co_qualname}" for f in (ours or frames)[-1:])
    return f"P-{crc32(f'{type(error).__qualname__} {place}'.encode()) & 0xFFFF:04X}"


def details(error: BaseException, moment: datetime) -> str:
    """What a helper needs to know of an error, without a figure or a name: the text of a report."""
    return "\n".join(_facts(error, moment)) + "\n"


def _written(error: BaseException, kode: str, folder: Path, moment: datetime) -> Bug:
    text, report = details(error, moment), None
    with suppress(OSError):  # a disk that takes nothing more: the fault is told all the same
        report = _write(text, folder, f"kesalahan-{moment:%Y%m%d-%H%M%S-%f}-{kode}.txt")
    # without its frames, which would keep alive whatever the fault met
    return Bug(error.with_traceback(None), kode, text, report)


def _write(text: str, folder: Path, name: str) -> Path:
    """Write a report into the folder, or into the system's folder for such things if that is refused."""
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
    yield f"Kinerja Desktop {__version__}, {moment:%Y-%m-%d %H:%M:%S %z}, kode {code_of(error)}"
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
    yield " ".join((type(error).__qualname__, *_numbers(error)))
    for frame, line in walk_tb(error.__traceback__):
        module = frame.f_globals.get("__name__", "?")
        yield f"  {module}:{line} {frame.f_code.co_qualname}"


def _numbers(error: BaseException) -> Iterator[str]:
    for name in _NUMBERS:
        if (value := getattr(error, name, None)) is not None:
            yield f"{name}={value}"
