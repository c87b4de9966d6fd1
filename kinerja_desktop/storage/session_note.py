"""A note beside the database of who works on it now: read by a second program that is refused, and after a crash.

It is no lock: SQLite's own lock is, and dies with its process. A note that was left behind only tells that a session
did not end as it should. Loaded before the first paint: the standard library alone, and that inside the functions.
"""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from kinerja_desktop.renaming import take_place

NAME = "kinerja.sesi"
CALL = "kinerja.panggil"

Notes = Mapping[str, Mapping[str, Any]]
"""One entry for each person, by id: the one at work, and those whose session broke off."""


def read_notes(folder: Path) -> Notes:
    """Every entry; none where there is no note or it cannot be read."""
    import json

    try:
        found = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    entries = found.items() if isinstance(found, dict) else ()
    return {who: entry for who, entry in entries if isinstance(entry, dict)}


def write_notes(folder: Path, notes: Notes) -> None:
    """Put these in place of the old ones; without any, the note goes. Raises OSError."""
    import json

    file = folder / NAME
    if not notes:
        file.unlink(missing_ok=True)
        return
    beside = folder / f"{NAME}.part"
    beside.write_text(json.dumps(notes, ensure_ascii=False), encoding="utf-8")
    take_place(beside, file)


def begin_anew(folder: Path) -> None:
    """The office was opened and nobody has logged in yet: who stands there as working left it by a crash."""
    notes = read_notes(folder)
    if any(entry.get("bekerja") for entry in notes.values()):
        with suppress(OSError):
            write_notes(folder, {who: {**entry, "bekerja": False} for who, entry in notes.items()})


def call(folder: Path) -> None:
    """Ask the program that holds the office to show its window. Raises OSError."""
    (folder / CALL).touch()


def is_called(folder: Path) -> bool:
    """True once for each time that another program asked."""
    try:
        (folder / CALL).unlink()
    except OSError:
        return False
    return True


def holder(folder: Path) -> str:
    """Name of who works on it now, and since when, as far as the note tells: "Siti, sejak 08.12"."""
    at_work = (entry for entry in read_notes(folder).values() if entry.get("bekerja") is True)
    entry = next(at_work, {})
    name, since = entry.get("nama"), entry.get("sejak")
    if not (isinstance(name, str) and isinstance(since, str)):
        return ""
    return f"{name}, sejak {since[11:16].replace(':', '.')}"
