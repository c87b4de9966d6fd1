"""Words on their way into a cell of a spreadsheet: they stay words, whatever sign they begin with.

A spreadsheet would take "=cmd|…" for a formula and run it at whoever opens the file. Every writer of workbooks puts
its words in with ``put_text``; a test goes through all writers. The text itself is never changed, so that an export
reads back to the same data: the cell is marked as text, and as one that stays text when somebody edits it.
"""

from typing import Any, Protocol

_SIGNS = frozenset("=+-@\t\r\n＝＋－＠")


class SelTulis(Protocol):
    """A cell that is being written, as openpyxl has it."""

    value: Any
    data_type: Any
    quotePrefix: Any  # noqa: N815 - the library's name


def looks_like_formula(teks: str) -> bool:
    """True where a spreadsheet might calculate the text: it begins with a sign of a formula, full-width ones too."""
    return teks[:1] in _SIGNS


def put_text(sel: SelTulis, teks: str) -> None:
    """Put words into a cell, as words."""
    sel.value = teks
    sel.data_type = "s"  # openpyxl makes a formula of what begins with "=", an error value of "#N/A"
    if looks_like_formula(teks):
        sel.quotePrefix = True
