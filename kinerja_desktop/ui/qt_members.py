"""Gives Qt's enumerations their members all at once. Installed before PySide6 is loaded.

PySide6 makes an enumeration when its class is first met, by Python's ``Enum(name, [(member, number), …])``: four
thousand members until the inbox stands. The standard library makes each by itself and looks at the growing class some
thirty times for it. Here the class is made without members, after the first of its kind as a copy of that one, then
all of them, then they are put into the class: what comes out is the same, which a test compares.
``enum._simple_enum`` is quicker still, but it puts a property in the place of each member, which makes every reading
slower. Where Python makes its enumerations in another way, or one is more than names and whole numbers, it is made as
ever.
"""

import sys
from collections.abc import Sequence
from contextlib import suppress
from enum import Enum, EnumType, Flag, IntEnum, IntFlag
from functools import cache, reduce
from operator import or_
from typing import Any

_PLAIN = (Enum, IntEnum, Flag, IntFlag)
_RARE = ("qualname", "type")
_USUAL = {*_RARE, "start", "boundary"}
_kinds: Any = EnumType
_one_by_one: Any = vars(EnumType).get("_create_")


def install() -> None:
    """From here on, once for the whole process."""
    if sys.version_info[:2] == (3, 11):
        _kinds._create_ = _at_once


def _at_once(kind: type[Enum], name: str, names: object, *, module: str | None = None, **how: object) -> type[Enum]:
    with suppress(ValueError):  # nobody of Python asked
        module = module or sys._getframe(2).f_globals["__name__"]  # noqa: SLF001 - as the standard library finds it
    plain = _plain(kind, names)
    if not plain or not module or set(how) - _USUAL or any(how.get(one) for one in _RARE):
        usual: type[Enum] = _one_by_one(kind, name, names, module=module, **how)
        return usual
    made = _copy(_empty(kind, how.get("boundary")), name, module)
    _fill(made, plain)
    return made


@cache
def _empty(kind: type[Enum], boundary: object) -> type[Enum]:
    """One without members, from which others are copied."""
    made: type[Enum] = _one_by_one(kind, "Empty", (), module=__name__, boundary=boundary)
    return made


def _copy(empty: Any, name: str, module: str) -> type[Enum]:  # noqa: ANN401 - what it has is private
    """Another with that name, as the standard library would make it: its lists are its own."""
    own = {key: type(value)() if type(value) in (list, dict) else value for key, value in vars(empty).items()}
    own["__module__"] = module
    made: type[Enum] = type.__new__(type(empty), name, empty.__bases__, own)
    type.__setattr__(made, "__new__", Enum.__new__)  # given in the class it would become a static method
    return made


def _plain(kind: type[Enum], names: object) -> Sequence[tuple[str, int]]:
    """The pairs, where each is a name that means nothing to such an enumeration and a whole number; else none."""
    if kind not in _PLAIN or not isinstance(names, list):
        return ()
    if not all(type(pair) is tuple and type(pair[1]) is int for pair in names):
        return ()
    called = {name for name, _ in names}
    is_usual = called.isdisjoint(_taken(kind)) and not any(name.startswith("_") for name in called)
    return names if is_usual and len(called) == len(names) else ()


@cache
def _taken(kind: type[Enum]) -> frozenset[str]:
    return frozenset({"mro"}.union(*map(vars, kind.__mro__)))


def _fill(made: Any, names: Sequence[tuple[str, int]]) -> None:  # noqa: ANN401 - what it has is private
    order, known, by_name = made._member_names_, made._value2member_map_, made._member_map_
    is_flag = issubclass(made, Flag)
    for name, value in names:
        if value not in known:
            member = made._new_member_(made, value) if made._use_args_ else made._new_member_(made)
            member._value_, member._name_, member.__objclass__, member._sort_order_ = value, name, made, len(order)
            known[value] = member
            if not is_flag or _is_single(value):
                order.append(name)
        by_name[name] = known[value]
    for name, member in by_name.items():
        type.__setattr__(made, name, member)
    if is_flag and names:
        _add_up(made)


def _add_up(made: Any) -> None:  # noqa: ANN401
    """What a flag knows of all its bits."""
    values = made._value2member_map_
    made._flag_mask_ = reduce(or_, values)
    made._singles_mask_ = reduce(or_, filter(_is_single, values), 0)
    made._all_bits_ = 2 ** made._flag_mask_.bit_length() - 1
    in_order = [member._value_ for member in made]
    if in_order != sorted(in_order):
        made._iter_member_ = made._iter_member_by_def_


def _is_single(value: int) -> bool:
    return value > 0 and not value & (value - 1)
