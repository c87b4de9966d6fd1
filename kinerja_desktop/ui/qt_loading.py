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
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # importlib.abc would be loaded for nothing else
    from importlib.abc import Loader
    from importlib.abc import MetaPathFinder as Finder

_ASLEEP = frozenset(
    f"shibokensupport.signature.{name}"
    for name in ("errorhandler", "layout", "lib.enum_sig", "lib.pyi_generator", "lib.tool", "mapping", "parser")
)
_ASKED_BY_C = "update_mapping"
"""The one name that is looked up in the dictionary of a module rather than asked of it."""
_IMPORT_OF_PYTHON = "__orig_import__"


class _Asleep(ModuleType):
    """A module that runs its source when it is first asked for a name that it has not."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.update_mapping = lambda: getattr(_awake(self), _ASKED_BY_C)()

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(_awake(self), name)


def _awake(module: ModuleType) -> ModuleType:
    if isinstance(module, _Asleep):
        module.__class__ = ModuleType  # type: ignore[assignment]  # from here on as any other
        vars(module).pop(_ASKED_BY_C)
        sleeper = module.__loader__
        assert isinstance(sleeper, _Sleeper)
        sleeper.wake(module)
    return module


class _Sleeper:
    """Makes a module and keeps the loader that will fill it."""

    def __init__(self, name: str, loader: "Loader") -> None:
        self._name, self._loader = name, loader

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Asleep(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Leave it asleep."""

    def wake(self, module: ModuleType) -> None:
        given, module.__spec__ = module.__spec__, ModuleSpec(self._name, self._loader)  # PySide6 renames its modules
        self._loader.exec_module(module)
        module.__spec__ = given


class _First(list["Finder"]):
    """The finders of Python, asked after the one for sleeping modules, also those that are put first later."""

    def insert(self, index: object, finder: "Finder") -> None:  # type: ignore[override]
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
            spec.loader = _Sleeper(fullname, spec.loader)
        return spec


def load() -> None:
    """Import PySide6, once for the whole process."""
    if "PySide6" in sys.modules:
        return _give_back_import()
    finders = sys.meta_path
    sys.meta_path = _First([_Finder(), *finders])
    try:
        import PySide6.QtCore  # noqa: F401
    finally:
        sys.meta_path = finders
    _give_back_import()
    return None


def _give_back_import() -> None:
    given = vars(builtins).get(_IMPORT_OF_PYTHON)
    if given is not None:
        builtins.__import__ = given
