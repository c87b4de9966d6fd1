"""Every fault of the list has a row or a test, or is named as a gap; nothing named is missing."""

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.fault.matrix import FAULTS, GAPS, NUMBERS, SHOWN
from tests.fault.table import ROWS

TESTS = Path(__file__).parents[1]


@cache
def _tests_in(file: str) -> frozenset[str]:
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def _is_there(shown: str) -> bool:
    if shown.startswith("row:"):
        return shown.removeprefix("row:") in ROWS
    file, _, name = shown.partition("::")
    return (TESTS / file).is_file() and name in _tests_in(file)


def test_every_fault_and_number_is_shown_or_a_named_gap() -> None:
    assert {*SHOWN, *GAPS} == {*FAULTS, *NUMBERS}


@pytest.mark.parametrize("name", SHOWN)
def test_what_shows_it_is_there(name: str) -> None:
    assert SHOWN[name]
    assert [shown for shown in SHOWN[name] if not _is_there(shown)] == []


def test_every_row_shows_something() -> None:
    assert {f"row:{name}" for name in ROWS} <= {shown for all_shown in SHOWN.values() for shown in all_shown}
