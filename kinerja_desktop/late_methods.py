"""Lets the methods of dataclasses be compiled when they are first called. Imported before any other module of ours.

A frozen dataclass has six methods, and the standard library compiles each of them from text when the class is made:
half a millisecond a class, three hundred classes until the inbox stands, most of whose methods nobody calls before
noon. Here such a method is a function that compiles itself and becomes what it would have been. Where the standard
library makes them in another way (Python 3.13 does, and faster), it is left alone.
"""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from types import FunctionType
from typing import Any

_MAKER = "_create_fn"
_MISSING = dataclasses.MISSING


def _late(*given: object, **named: object) -> object:
    """What a method is until its first call; it runs with names of its own, of which this is one."""
    return __become__()(*given, **named)  # type: ignore[name-defined]  # noqa: F821


def late(name: str, names: dict[str, Any], make: Callable[[], FunctionType]) -> FunctionType:
    """A function of that name with these globals, which becomes what ``make`` answers when it is first called.

    What ``make`` answers runs with ``names`` too.
    """
    method = FunctionType(_late.__code__, names, name)

    def become() -> FunctionType:
        made = make()
        method.__defaults__, method.__kwdefaults__ = made.__defaults__, made.__kwdefaults__
        method.__annotations__ = {**made.__annotations__, **method.__annotations__}
        method.__code__ = made.__code__  # last: another thread may be calling
        return method

    names["__become__"] = become
    return method


def settle(function: FunctionType) -> None:
    """Let a late function be what it becomes, for somebody who looks at how it is made."""
    if function.__code__ is _late.__code__:
        function.__globals__["__become__"]()


def _create_late(
    name: str,
    args: Sequence[str],
    body: Sequence[str],
    *,
    globals: Mapping[str, object] | None = None,  # noqa: A002, ARG001 - as the standard library calls it
    locals: Mapping[str, object] | None = None,  # noqa: A002 - as the standard library calls it
    return_type: object = _MISSING,
) -> FunctionType:
    names: dict[str, Any] = dict(locals or {})

    def make() -> FunctionType:
        lines = "\n".join(f"  {line}" for line in body)
        exec(f"def {name}({','.join(args)}):\n{lines}", names)  # noqa: S102 - as the standard library does
        made: FunctionType = names[name]
        return made

    method = late(name, names, make)
    if return_type is not _MISSING:
        method.__annotations__["return"] = return_type
    return method


if hasattr(dataclasses, _MAKER):
    setattr(dataclasses, _MAKER, _create_late)
