"""Modules of others that are loaded when they are first asked for something: ``lay_asleep("importlib.metadata")``.

For modules that a library imports for features which this program does not use. To add one: its name where the library
is first imported, and a look that nothing wakes it (``type(sys.modules[name])``). The standard library's ``LazyLoader``
wakes a module at any look, also at its name, which libraries look at; and it lets a second thread see half of it.
"""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib.machinery import ModuleSpec
from importlib.util import find_spec, module_from_spec
from threading import RLock
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # it loads much for itself
    from importlib.abc import Loader

_WAKING = RLock()
"""Held while a module runs its source, so that no other thread sees half of it."""


class Asleep(ModuleType):
    """A module that runs its source when it is first asked for a name that it has not."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return ModuleType.__getattribute__(wake(self), name)


class Sleeper:
    """A loader that makes a module and keeps the loader which will fill it.

    ``calls`` are functions of it that others take before they need them: these are there at once and wake it.
    """

    def __init__(self, name: str, loader: "Loader", calls: Sequence[str] = ()) -> None:
        self._name, self._loader, self._calls = name, loader, calls
        self._is_filling = False

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        module = Asleep(spec.name)
        vars(module).update({call: partial(_call, module, call) for call in self._calls})
        return module

    def exec_module(self, module: ModuleType) -> None:
        """Leave it asleep."""

    def fill(self, module: ModuleType, spec: ModuleSpec) -> None:
        """Run the module's source in it; what it lacks while it runs, it has not yet."""
        if self._is_filling:
            return
        self._is_filling = True
        given, spec.name = spec.name, self._name  # PySide6 renames modules of its own
        spec.loader = module.__loader__ = self._loader
        self._loader.exec_module(module)
        spec.name, module.__class__ = given, ModuleType


def wake(module: ModuleType) -> ModuleType:
    """The module, filled."""
    with _WAKING:
        spec = module.__spec__
        if isinstance(module, Asleep) and spec and isinstance(spec.loader, Sleeper):
            spec.loader.fill(module, spec)
    return module


def _call(module: ModuleType, name: str, *given: object, **named: object) -> object:
    function: Callable[..., object] = vars(wake(module))[name]
    return function(*given, **named)


def lay_asleep(name: str, calls: Sequence[str] = ()) -> None:
    """Let a module sleep that nobody has imported yet; one that is not there is left to fail as ever."""
    spec = None if name in sys.modules else find_spec(name)
    if spec is None or spec.loader is None:
        return
    spec.loader = Sleeper(name, spec.loader, calls)  # type: ignore[assignment]  # as loaders are asked, it is one
    sys.modules[name] = module_from_spec(spec)
    parent, _, last = name.rpartition(".")
    if parent:
        setattr(sys.modules[parent], last, sys.modules[name])
