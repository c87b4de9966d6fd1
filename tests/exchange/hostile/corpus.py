"""All hostile workbooks, made by code when a test asks for one. One more: a line in its group."""

from collections.abc import Iterator

from tests.exchange.hostile import bombs, cells, foreign, insides
from tests.exchange.hostile.expected import Kasus


def cases() -> Iterator[Kasus]:
    """Every hostile workbook: its name, how it is made, what is expected."""
    for group in (foreign, bombs, insides, cells):
        yield from group.cases()
