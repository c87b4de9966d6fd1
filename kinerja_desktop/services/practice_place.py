"""Where the practice office lies, made in the middle of a quarter: in a folder of its own below the real one.

The two have nothing in common but that folder's name: each is opened by a program of its own.
"""

import shutil
from pathlib import Path

from kinerja_desktop import paths
from kinerja_desktop.domain.errors import FolderTaken
from kinerja_desktop.services import settings
from kinerja_desktop.services.opening import has_office
from kinerja_desktop.services.progress import Tick, silent
from kinerja_desktop.storage.faults import sorted_faults
from kinerja_desktop.storage.gate import open_gate

NAME = "latihan"


def practice_folder(folder: Path) -> Path:
    """The folder of the practice office that belongs to an office's folder."""
    return folder / NAME


def home_of(folder: Path) -> Path | None:
    """Where somebody goes back to from a practice office; None where it was not made from an office's window."""
    home = folder.parent
    return home if folder.name == NAME and (has_office(home) or home == paths.data_folder()) else None


def prepare(folder: Path, watch: Tick = silent) -> Path:
    """The practice office of an office's folder, made where there is none yet; work waits there for every role.

    ``watch`` hears how far it is, and may raise to leave. Raises every KnownFault of the disk.
    """
    target = practice_folder(folder)
    if not has_office(target):
        from kinerja_desktop.services import practice, practice_office  # the whole SOP, which a start need not load

        told = [""]

        def hear(words: str) -> None:
            told[0] = words

        def tick(done: int, total: int, _: str) -> None:
            watch(done, total, f"hari {done} dari {total}: {told[0]}")

        practice_office.make(target, None, hear, papers=False, script=practice.MIDDLE, watch=tick)
    return target


def discard(folder: Path) -> None:
    """Take the practice office of an office's folder away, so that it can be made anew.

    Raises FolderTaken where what lies there is no practice office, HeldByOther while it is open, every KnownFault.
    """
    from kinerja_desktop.exchange import kunci  # here: a start only looks where the folders lie

    target = practice_folder(folder)
    gate = open_gate(target)
    try:
        practice, kantor = gate.setting(settings.PRACTICE) == "ya", gate.setting(settings.OFFICE_ID)
    finally:
        gate.close()
    if not practice or kantor is None:
        raise FolderTaken(str(target))
    away = target.with_name(f"{NAME}.lama")
    with sorted_faults(folder):
        shutil.rmtree(away, ignore_errors=True)
        target.rename(away)  # at once, so that a program that dies here leaves no half of an office
    shutil.rmtree(away, ignore_errors=True)
    kunci.key_file(kantor).unlink(missing_ok=True)
