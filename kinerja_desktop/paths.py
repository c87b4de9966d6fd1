"""Where things lie: what travels with the program, the data folder of an office, the folder of its keys.

Nothing here opens, reads or makes a file, and nothing but the standard library is imported: this module is loaded
before the first paint. Names inside the data folder stand here once, because several rooms and people outside rely
on them. One more place: a constant or a function beside its kind, and its test.

Two variables of the environment move the folders: KINERJA_DATA the data, KINERJA_KUNCI the keys. An installer for all
users of a Windows PC leaves a file beside the program that sends all of them to one place.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

DATABASE = "kinerja.db"
EVIDENCE = "bukti"
ARCHIVE = "arsip"
BACKUPS = "cadangan"
RESCUE = "penyelamatan"
LOGS = "logs"

RELEASE_KEY = ("rilis", "kunci-publik.txt")
"""Below `resources`: the public key of releases, put there by `kinerja.spec`; a checkout and a wheel have none."""

DATA_VARIABLE = "KINERJA_DATA"
KEY_VARIABLE = "KINERJA_KUNCI"

SHARED_MARK = "data-bersama"
"""File beside the program where all users of the PC share one office; `resources/pemasang/kinerja.nsi` makes it."""

_PROGRAM = Path(sys.executable).parent
_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Folder of fonts, icons, templates and reference data.

    In a wheel and in a frozen bundle it lies inside the package, in a checkout beside it.
    """
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def resource(*parts: str) -> Path:
    """One file or folder below `resources`, for example ``resource("fonts", "Arimo-Regular.ttf")``."""
    return resources().joinpath(*parts)


def data_folder(environ: Mapping[str, str] = os.environ, *, platform: str = sys.platform) -> Path:
    """The data folder when the command line names none.

    On the local disk, per user unless the program was installed for all: a roaming or shared profile would put a live
    database on the network.
    """
    if chosen := environ.get(DATA_VARIABLE):
        return Path(chosen).expanduser().absolute()
    if platform == "win32":
        return _windows_base(environ) / "KinerjaDesktop"
    return _xdg(environ, "XDG_DATA_HOME", ".local/share") / "kinerja-desktop"


def key_folder(environ: Mapping[str, str] = os.environ, *, platform: str = sys.platform) -> Path:
    """Folder of the office keys, one file per office id.

    Never inside the data folder: who copies the data to a stick must not carry the key along.
    """
    if chosen := environ.get(KEY_VARIABLE):
        return Path(chosen).expanduser().absolute()
    if platform == "win32":
        return _windows_base(environ) / "KinerjaDesktopKunci"
    return _xdg(environ, "XDG_CONFIG_HOME", ".config") / "kinerja-desktop" / "kunci"


def _windows_base(environ: Mapping[str, str]) -> Path:
    shared = environ.get("PROGRAMDATA")
    if shared and (_PROGRAM / SHARED_MARK).is_file():
        return Path(shared)
    named = environ.get("LOCALAPPDATA")
    return Path(named) if named else Path.home() / "AppData" / "Local"


def _xdg(environ: Mapping[str, str], variable: str, below_home: str) -> Path:
    """A relative XDG value is void by the standard."""
    named = environ.get(variable, "")
    return Path(named) if Path(named).is_absolute() else Path.home() / below_home
