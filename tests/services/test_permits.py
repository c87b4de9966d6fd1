"""Every use case says who may call it, and is refused to everybody else before anything is read."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

from kinerja_desktop import services
from kinerja_desktop.domain.errors import WrongRole
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services.context import Context
from tests.office import PEOPLE, Kantor

BEHIND_A_DOOR = {"reports": "quarterly and annual are its doors; each of theirs says who may pass"}


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(services.__path__, f"{services.__name__}."):
        if found.name.rpartition(".")[2] not in BEHIND_A_DOOR:
            yield importlib.import_module(found.name)


def _public() -> Iterator[Callable[..., Any]]:
    """Functions of the room that open the store for whoever is in their context."""
    for module in _modules():
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__ and not name.startswith("_") and _opens_store(function):
                yield function


def _opens_store(function: Callable[..., Any]) -> bool:
    first = next(iter(inspect.signature(function).parameters.values()), None)
    source = inspect.getsource(inspect.unwrap(function))
    return first is not None and first.annotation is Context and "ctx.office.store" in source


FOUND = tuple(_public())


def test_there_are_use_cases() -> None:
    assert {"load", "approve", "withdraw", "told"} <= {f.__name__ for f in FOUND}


@pytest.mark.parametrize("service", FOUND, ids=lambda f: f"{f.__module__.rpartition('.')[2]}.{f.__name__}")
def test_each_says_who_may_call_it(service: Callable[..., Any]) -> None:
    permitted: frozenset[Role] = service.__dict__["permits"]
    assert permitted
    kantor = Kantor()
    before = _rows(kantor)
    for role in set(Role) - permitted:
        holder = next(p for p in PEOPLE if role in p.peran)
        with pytest.raises(WrongRole):
            service(kantor.ctx(holder, role))
    assert _rows(kantor) == before


def _rows(kantor: Kantor) -> int:
    with kantor.store.read() as unit:
        return unit.journal.head().seq
