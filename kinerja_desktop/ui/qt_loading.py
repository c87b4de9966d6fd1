"""Loads PySide6 without what this program never asks of it. Nothing else of the program may import it first.

At its import PySide6 compiles a dozen modules of Python from their source, for texts of wrong calls (``TypeError``) and
for stubs of an editor: more than a third of the time that its first window takes. Here they sleep until one of them is
asked for something. It also puts itself between every later import, to know where its optional spellings
(``snake_case``) are switched on: 17 MB of sources kept, and a call more for each import. This program uses none of them
and has the import of Python back. Where PySide6 is built otherwise, it is loaded as it always is.
"""

import builtins
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from kinerja_desktop.late_modules import Sleeper
from kinerja_desktop.ui import qt_members

_ASLEEP = frozenset(
    f"shibokensupport.signature.{name}"
    for name in ("errorhandler", "layout", "lib.enum_sig", "lib.pyi_generator", "lib.tool", "mapping", "parser")
)
_TAKEN = ("update_mapping",)
_IMPORT_OF_PYTHON = "__orig_import__"


class _First(list[Any]):
    """The finders of Python, asked after the one for sleeping modules, also those that are put first later."""

    def insert(self, _: object, finder: object) -> None:
        super().insert(1, finder)


class _Finder:
    """Finds the modules that are to sleep, through the finders after it."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname not in _ASLEEP:
            return None
        others = (other.find_spec(fullname, path, target) for other in sys.meta_path[1:])
        spec = next((found for found in others if found), None)
        if spec and spec.loader:
            spec.loader = Sleeper(fullname, spec.loader, _TAKEN)  # type: ignore[assignment]  # as loaders are asked, it is one
        return spec


def load() -> None:
    """Import PySide6, once for the whole process."""
    if "PySide6" not in sys.modules:
        finders = sys.meta_path
        sys.meta_path = _First([_Finder(), *finders])
        qt_members.install()
        try:
            import PySide6.QtCore  # noqa: F401
        finally:
            sys.meta_path = finders
    builtins.__import__ = vars(builtins).get(_IMPORT_OF_PYTHON, builtins.__import__)


def meet_widgets() -> None:
    """Let Python meet every class of Qt's widgets now, while nobody waits.

    PySide6 makes a class known when it is first met. The first widget that Python did not make, such as the ground of
    a list, makes it look through all of them: 20 ms, which would fall on the first tab that is opened.
    """
    from PySide6.QtWidgets import QScrollArea

    QScrollArea().viewport()
