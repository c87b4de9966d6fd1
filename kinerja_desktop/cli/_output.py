"""The two ends of a command: results on stdout, progress and messages on stderr; always UTF-8.

The only place of this room that writes. Which words are written is decided elsewhere: results by the command, refusals
by `kinerja_desktop.messages`.
"""

import io
import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO

from kinerja_desktop.domain.errors import FileRefused, Kesalahan, KinerjaError, OutputLost

SHEET_CARE = "Cetak dua kali, simpan terkunci, lalu hapus berkasnya."
"""What is said wherever a command tells where a recovery sheet lies."""


def prepare_streams() -> None:
    """A Windows console would take its own code page, and a Windows program without a console has no streams at all."""
    if sys.stdout is None or sys.stderr is None:
        nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open as long as the program runs
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def tell(text: str) -> None:
    """Progress or a message for the person at the terminal; where nobody can be told, the work goes on."""
    _write(sys.stderr, text)


def show(text: str) -> None:
    """A result, as text; never used together with ``--json``. Raises OutputLost."""
    if not _write(sys.stdout, text):
        raise OutputLost


def show_json(document: Mapping[str, Any]) -> None:
    """The one JSON document of a command. Raises OutputLost."""
    show(json.dumps(document, ensure_ascii=False, indent=1))


def tell_refusal(error: KinerjaError, *, as_json: bool) -> None:
    """Every fault on stderr; with ``--json`` also as the list ``kesalahan`` on stdout."""
    from kinerja_desktop import messages  # here: this module is loaded before the first paint

    faults = error.kesalahan if isinstance(error, FileRefused) else None
    for line in [messages.sentence(error)] if faults is None else map(messages.fault_line, faults):
        tell(line)
    if as_json:
        show_json({"kesalahan": [as_mapping(fault) for fault in faults or [_as_fault(error)]]})


def _as_fault(error: KinerjaError) -> Kesalahan:
    from kinerja_desktop import messages

    return Kesalahan(getattr(error, "path", ""), None, None, None, messages.sentence(error), "")


def as_mapping(fault: Kesalahan) -> dict[str, str | None]:
    """One fault as it stands in the list ``kesalahan``."""
    return {name: getattr(fault, name) for name in ("berkas", "lembar", "sel", "nilai", "sebab", "saran")}


def _write(stream: TextIO, text: str) -> bool:
    """False where the text does not arrive; what is left of it must not fail again when the program ends."""
    try:
        stream.write(f"{text}\n")
        stream.flush()
    except OSError:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return False
    return True
