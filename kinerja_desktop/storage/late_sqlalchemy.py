"""Lets SQLAlchemy make when it is first used what it makes of itself at its import. Installed before that.

A quarter of its import writes, compiles and documents functions around some 120 methods of its own, most of which
reflect tables or are never called here; another tenth derives a class for each kind of expression, which SQLAlchemy
also does when it meets one. Each change below is to one module of it, as soon as that is loaded. Where SQLAlchemy no
longer has what is changed, it is left alone. Drivers that it imports beside Python's own sleep.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial, update_wrapper
from importlib.machinery import ModuleSpec
from threading import RLock
from types import FunctionType, ModuleType
from typing import Any

from kinerja_desktop.late_methods import late, settle
from kinerja_desktop.late_modules import Sleeper

_Decorate = Callable[[FunctionType], FunctionType]
_Annotate = Callable[[type, type], object]


def _late_decorator(decorator: Callable[[Any], _Decorate]) -> Callable[[Any], _Decorate]:
    """SQLAlchemy's maker of decorators; what they make compiles itself at its first call."""

    def late_decorator(target: object) -> _Decorate:
        decorate = decorator(target)

        def decorate_late(function: FunctionType) -> FunctionType:
            if function.__name__.startswith("__"):
                return decorate(function)  # arguments of ``__init__`` are read from its code
            names: dict[str, Any] = {}  # its globals, of which ``make`` brings more

            def make() -> FunctionType:
                settle(function)
                made = decorate(function)
                names.update(made.__globals__)
                return made

            decorated = late(function.__name__, names, make)
            update_wrapper(decorated, function)
            return decorated

        return update_wrapper(decorate_late, decorate)

    return late_decorator


def _no_words(text: str | None, *_: object) -> str:
    """The documentation of a method without what its deprecation would add."""
    return text or ""


class _Annotated:
    """The classes of annotated expressions: all of them are derived, as at an import, when the first one is met."""

    def __init__(self, prepare: _Annotate, make: _Annotate) -> None:
        self._prepare, self._make = prepare, make
        self._waiting: list[tuple[type, type]] = []
        self._deriving = RLock()

    def prepare(self, root: type, base: type) -> None:
        self._waiting.append((root, base))

    def make(self, kind: type, base: type) -> object:
        with self._deriving:
            waiting, self._waiting = self._waiting, []
            for root, its_base in waiting:
                self._prepare(root, its_base)  # which calls this, with nothing waiting
            return self._make(kind, base)


def _late_words(module: ModuleType) -> dict[str, object]:
    return {"decorator": _late_decorator(module.decorator), "inject_docstring_text": _no_words}


def _late_annotated(module: ModuleType) -> dict[str, object]:
    names = vars(module)
    late_classes = _Annotated(names["_prepare_annotations"], names["_new_annotation_type"])
    return {"_prepare_annotations": late_classes.prepare, "_new_annotation_type": late_classes.make}


_Changes = Callable[[ModuleType], dict[str, object]]
_CHANGES: Mapping[str, _Changes] = {
    "sqlalchemy.util.langhelpers": _late_words,
    "sqlalchemy.sql.annotation": _late_annotated,
}
_ASLEEP = frozenset(f"sqlalchemy.dialects.sqlite.{driver}" for driver in ("aiosqlite", "pysqlcipher"))
"""Drivers that are imported beside the one of Python."""


class _Finder:
    """Finds the modules that are changed or sleep, through the finders after it."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname not in _CHANGES and fullname not in _ASLEEP:
            return None
        others = (other.find_spec(fullname, path, target) for other in sys.meta_path if other is not self)
        spec = next((found for found in others if found), None)
        if spec and spec.loader and fullname in _ASLEEP:
            spec.loader = Sleeper(fullname, spec.loader)  # type: ignore[assignment]  # as loaders are asked, it is one
        elif spec and spec.loader:
            vars(spec.loader)["exec_module"] = partial(_load, spec.loader.exec_module, _CHANGES[fullname])
        return spec


def _load(execute: Callable[[ModuleType], None], changes: _Changes, module: ModuleType) -> None:
    execute(module)
    with suppress(AttributeError, KeyError):  # a SQLAlchemy without what is changed
        vars(module).update(changes(module))


def install() -> None:
    """Once for the whole process."""
    if "sqlalchemy" not in sys.modules:
        sys.meta_path.insert(0, _Finder())
