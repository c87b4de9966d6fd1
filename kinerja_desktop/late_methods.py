"""Lets the methods of dataclasses be compiled when they are first called. Imported before any other module of ours.

A frozen dataclass has six methods, and the standard library compiles each of them from text when the class is made:
half a millisecond a class, three hundred classes until the inbox stands, most of whose methods nobody calls before
noon. Here such a method is a function that compiles itself and becomes what it would have been; an ``__init__`` takes
the code of another of as many arguments, with its own names. Where the standard library makes them in another way
(Python 3.13 does, and faster), it is left alone.
"""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import CodeType, FunctionType
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
        fields = _set_fields(args, body) if name == "__init__" else None
        if fields is not None:
            return _setting(fields, tuple(body[len(fields) :]), names, args)
        lines = "\n".join(f"  {line}" for line in body)
        exec(f"def {name}({','.join(args)}):\n{lines}", names)  # noqa: S102 - as the standard library does
        made: FunctionType = names[name]
        return made

    method = late(name, names, make)
    if return_type is not _MISSING:
        method.__annotations__["return"] = return_type
    return method


def _set_fields(args: Sequence[str], body: Sequence[str]) -> tuple[str, ...] | None:
    """The arguments of an ``__init__`` that begins with keeping each of them as it comes, as nearly all do."""
    fields = tuple(arg.partition(":")[0] for arg in args[1:])
    return fields if args[0] == "self" and list(body[: len(fields)]) == _lines(fields) else None


def _lines(fields: Sequence[str]) -> list[str]:
    return [f"__dataclass_builtins_object__.__setattr__(self,{field!r},{field})" for field in fields]


def _setting(
    fields: tuple[str, ...], rest: tuple[str, ...], names: dict[str, Any], args: Sequence[str]
) -> FunctionType:
    """Such an ``__init__``, from the one compiled for as many arguments."""
    pattern, places = _pattern(len(fields), rest)
    called = dict(zip(places, fields, strict=True))
    constants = tuple(called.get(one, one) for one in pattern.co_consts)
    code = pattern.replace(co_varnames=("self", *fields), co_consts=constants)
    defaults = tuple(names[arg.partition("=")[2]] for arg in args if "=" in arg)
    made = FunctionType(code, names, "__init__", defaults or None)
    made.__annotations__ = {field: names[f"_type_{field}"] for field in fields}
    return made


@cache
def _pattern(count: int, rest: tuple[str, ...]) -> tuple[CodeType, tuple[str, ...]]:
    """The code for so many arguments, and how they are called there."""
    places = tuple(f"_{number}" for number in range(count))
    names: dict[str, Any] = {}
    lines = "\n".join(f"  {line}" for line in (*_lines(places), *rest))
    exec(f"def __init__({','.join(('self', *places))}):\n{lines}", names)  # noqa: S102 - as above
    return names["__init__"].__code__, places


if hasattr(dataclasses, _MAKER):
    setattr(dataclasses, _MAKER, _create_late)
