"""What the program takes over from where it was started: nothing that could bring foreign code along.

Variables of the environment may send Qt and Python to plug-ins and modules of others, a stick as working directory may
hold a library named as one of ours, and it cannot be pulled while a program works in it. ``leave`` is called first of
all, ``settle`` by the window, which types no paths. One more variable: its line in ``_FOREIGN``.
"""

import os
import re
import sys
from collections.abc import MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any

_FOREIGN = re.compile(r"QT_PLUGIN_PATH|QT_QPA_PLATFORM_PLUGIN_PATH|QML\w*_IMPORT_PATH")
_PYTHON = re.compile(r"PYTHON\w*")
"""Only a frozen program drops these: in a checkout they are how its tests and its developers set it up."""

_INSIDE = "_MEIPASS"
"""Where PyInstaller says that the libraries of the bundle lie."""
DEFAULT_DIRS = 0x1000
"""LOAD_LIBRARY_SEARCH_DEFAULT_DIRS: system32, the program's folder, folders that were added; never the working one."""


def leave(
    environ: MutableMapping[str, str] = os.environ,
    *,
    frozen: bool = hasattr(sys, _INSIDE),
    platform: str = sys.platform,
) -> None:
    """Drop what would load foreign plug-ins or modules; on Windows look for libraries in own folders alone."""
    for name in [one for one in environ if _FOREIGN.fullmatch(one) or (frozen and _PYTHON.fullmatch(one))]:
        del environ[name]
    if frozen and platform == "win32":
        add = os.add_dll_directory  # type: ignore[attr-defined]  # on Windows alone
        own_libraries(_kernel(), add, Path(getattr(sys, _INSIDE)))


def own_libraries(kernel: Any, add: Any, inside: Path) -> None:  # noqa: ANN401 - as Windows and Python give them
    """Let Windows search the system, the program's folder and ours below it, where it knows that call."""
    with suppress(AttributeError, OSError):
        kernel.SetDefaultDllDirectories(DEFAULT_DIRS)
        for folder in (inside, inside / "PySide6"):
            if folder.is_dir():
                add(str(folder))


def _kernel() -> Any:  # noqa: ANN401 - a library of Windows
    import ctypes  # no other start needs it

    return ctypes.WinDLL("kernel32")  # type: ignore[attr-defined]  # on Windows alone


def settle(inside: Path | None = None) -> None:
    """Work in the folder of the program's own files, which those who work here cannot write to when it is installed.

    Windows looks for some libraries in the working folder, and a stick that is one cannot be taken out. Where somebody
    keeps his files is ``ui.choosing``'s matter.
    """
    with suppress(OSError):
        os.chdir(inside or Path(getattr(sys, _INSIDE, Path(__file__).parent)))
