"""A module that sleeps is there when it is asked for something, and not before."""

import subprocess
import sys

PROGRAM = """
import sys
from kinerja_desktop.late_modules import lay_asleep
lay_asleep("wave")
lay_asleep("json.tool", calls=("main",))
lay_asleep("no_such_module")
import wave, json.tool
main = json.tool.main
print(type(wave).__name__, "json.tool" in sys.modules, "argparse" in sys.modules, wave.__spec__.name)
print(wave.Error, type(wave).__name__, wave.__file__.endswith("wave.py"))
sys.argv = ["tool", "--help"]
try:
    main()
except SystemExit:
    print(type(json.tool).__name__)
try:
    wave.nothing
except AttributeError as fault:
    print(fault)
try:
    import no_such_module
except ImportError as fault:
    print(fault)
lay_asleep("wave")
print(type(sys.modules["wave"]).__name__)
"""
STORAGE = """
import sys
import kinerja_desktop.storage.database, kinerja_desktop.storage.engine
print([name for name in ("asyncio", "importlib.metadata") if type(sys.modules[name]).__name__ != "Asleep"])
import importlib.metadata
from asyncio import iscoroutine
print(importlib.metadata.version("sqlalchemy") != "", iscoroutine(3))
"""


def _said(program: str) -> list[str]:
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return [line for line in ran.stdout.splitlines() if not line.startswith((" ", "usage", "options", "positional"))]


def test_it_wakes_at_the_first_question() -> None:
    first, second, *rest = _said(PROGRAM)

    assert first == "Asleep True False wave"
    assert second == "<class 'wave.Error'> module True"
    assert [line for line in rest if line][-4:] == [
        "module",
        "module 'wave' has no attribute 'nothing'",
        "No module named 'no_such_module'",
        "module",
    ]


def test_nothing_of_a_start_wakes_what_the_database_engine_does_not_need() -> None:
    assert _said(STORAGE) == ["[]", "True False"]
