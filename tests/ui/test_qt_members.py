"""Enumerations whose members are made at once are those that Python makes one by one."""

import subprocess
import sys

EVERY_ENUMERATION = """
import enum, pickle
from PySide6 import QtCore, QtGui, QtWidgets
if {at_once}:
    from kinerja_desktop.ui import qt_members
    assert enum.EnumType._create_ is qt_members._at_once

def inside(owner, depth=0):
    for name in sorted(dir(owner)):
        one = getattr(owner, name, None)
        if isinstance(one, enum.EnumType):
            yield one
        elif isinstance(one, type) and depth == 0 and one.__module__.startswith("PySide6"):
            yield from inside(one, 1)

def told(member):
    kept = {{name: value for name, value in vars(member).items() if name != "__objclass__"}}
    return repr(member), str(member), kept, member.__objclass__ is type(member)

def combined(kind):
    if not issubclass(kind, enum.Flag):
        return ()
    everything = list(kind.__members__.values())[:9]
    ones = [one | everything[0] for one in everything] + [~one for one in everything]
    return [(repr(one), one.value, parts(one)) for one in ones]

def parts(one):
    try:
        return list(map(repr, one))
    except (ValueError, AttributeError) as fault:  # of the standard library itself, where no member has that bit
        return str(fault)

PRIVATE = ("_member_names_", "_member_type_", "_use_args_", "_unhashable_values_", "_flag_mask_", "_singles_mask_",
    "_all_bits_", "_boundary_", "_inverted_")
for module in (QtCore, QtGui, QtWidgets):
    for kind in inside(module):
        print(kind, kind.__module__, kind.__qualname__, kind.__mro__, sorted(vars(kind)))
        print([told(one) for one in kind], [(name, told(one)) for name, one in kind.__members__.items()])
        print([getattr(kind, name, None) for name in PRIVATE], sorted(kind._value2member_map_))
        print(all(kind(one.value) is one and kind[name] is one and vars(kind)[name] is one
                  for name, one in kind.__members__.items()))
        print([pickle.loads(pickle.dumps(one)) is one for one in kind], combined(kind))
"""

OTHERS = """
from enum import Enum, EnumType, Flag, IntEnum, IntFlag
from kinerja_desktop.ui import qt_members
if {at_once}:
    qt_members.install()
class Ours(Enum):
    def said(self):
        return self.name.lower()
calls = (
    lambda: Enum("Warna", "MERAH HIJAU"), lambda: Enum("Warna", [("MERAH", "m"), ("HIJAU", 2)]),
    lambda: Ours("Warna", [("MERAH", 1)]), lambda: Enum("Warna", {{"MERAH": 1}}),
    lambda: Enum("Warna", [("MERAH", 1), ("MERAH", 2)]), lambda: Enum("Warna", [("mro", 1)]),
    lambda: Enum("Warna", [("_lain_", 1)]), lambda: IntEnum("Warna", [("real", 1), ("BIRU", True)]),
    lambda: Enum("Warna", [("name", 4), ("BIRU", 4)]), lambda: IntEnum("Warna", [("A", -1), ("B", -1), ("C", 7)]),
    lambda: IntFlag("Hak", [("A", 2), ("B", 1), ("AB", 3), ("N", 0), ("M", -1)]), lambda: Flag("Hak", []),
    lambda: Flag("Hak", [("A", 4), ("B", 4), ("C", 1)]), lambda: Enum("Warna", [("A", 1)], type=int),
)
for call in calls:
    try:
        kind = call()
        print(kind, kind.__module__, [(name, repr(one), one.value) for name, one in kind.__members__.items()])
        print([repr(one) for one in kind], sorted(vars(kind)))
    except Exception as fault:
        print(type(fault), fault)
"""


def _said(program: str, *, at_once: bool) -> str:
    first = "import kinerja_desktop.ui\n" if at_once else ""
    code = first + program.format(at_once=at_once)
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return ran.stdout


def test_every_enumeration_of_qt_is_the_same() -> None:
    ours = _said(EVERY_ENUMERATION, at_once=True)

    assert "<Key.Key_Return: 16777220>" in ours
    assert ours == _said(EVERY_ENUMERATION, at_once=False)


def test_other_enumerations_are_made_and_refused_as_ever() -> None:
    assert _said(OTHERS, at_once=True) == _said(OTHERS, at_once=False)
