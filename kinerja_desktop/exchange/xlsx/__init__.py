"""Reading foreign workbooks (.xlsx): ``gate`` lets them through, ``book`` finds parts, ``cells`` reads them.

Own reading instead of a library's: it must tell apart what libraries run together (a formula without
result, an error, "not a number", a percent format, every digit), stop at limits while it streams, and
turn every damage into one refusal. Writing workbooks is openpyxl's work.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kinerja_desktop.exchange.xlsx import gate
from kinerja_desktop.exchange.xlsx.book import Book
from kinerja_desktop.exchange.xlsx.cells import MAX_CELLS, Sel, SheetWalker, kept_text
from kinerja_desktop.exchange.xlsx.formats import Styles
from kinerja_desktop.exchange.xlsx.parts import OnProgress, Parts, silent
from kinerja_desktop.exchange.xlsx.text import Strings

Baris = Mapping[int, Sel]
Lembar = tuple[Baris, ...]
"""The filled rows of a sheet in order, each its cells by column."""


@dataclass(frozen=True, slots=True)
class Halaman:
    """A sheet: its filled rows, the ranges of joined cells ("G12:G13"), and what of it nobody sees.

    Of hidden rows and columns only those are named that hold something.
    """

    baris: Lembar
    gabungan: tuple[str, ...] = ()
    tersembunyi: bool = False
    baris_tersembunyi: tuple[int, ...] = ()
    kolom_tersembunyi: tuple[int, ...] = ()


def read_xlsx(path: Path, wanted: Callable[[str], bool], on_progress: OnProgress = silent) -> dict[str, Lembar | None]:
    """Read the sheets whose name is wanted; the others are only named (None). Raises FileRefused.

    ``on_progress`` hears how much was read; what it raises stops the reading.
    """
    pages = read_pages(path, wanted, on_progress)
    return {name: None if page is None else page.baris for name, page in pages.items()}


def sheet_names(path: Path) -> tuple[str, ...]:
    """Names of the sheets, read without the sheets. Raises FileRefused where not even that can be told."""
    with gate.refusing(path):
        return tuple(Book.read(gate.open_plan(path)).sheets)


def read_pages(
    path: Path, wanted: Callable[[str], bool], on_progress: OnProgress = silent
) -> dict[str, Halaman | None]:
    """As ``read_xlsx``, with what there is about a sheet besides its cells. Raises FileRefused."""
    parts, too_big = gate.open_parts(path, on_progress)
    with gate.refusing(path):
        book = Book.read(parts)
        if too_big:
            raise gate.refuse_sheet(path, next((name for name, part in book.sheets.items() if part in too_big), None))
        return _read_sheets(parts, book, wanted)


def _read_sheets(parts: Parts, book: Book, wanted: Callable[[str], bool]) -> dict[str, Halaman | None]:
    strings, styles = Strings(), Styles()
    for part, walker in ((book.strings, strings), (book.styles, styles)):
        if part is not None:
            parts.walk(part, walker)
    texts, kinds = tuple(map(kept_text, strings.found)), styles.kinds()
    sheets: dict[str, Halaman | None] = dict.fromkeys(book.sheets)
    budget = MAX_CELLS
    for name in filter(wanted, book.sheets):
        sheet = SheetWalker(texts, kinds, book.epoch, budget)
        parts.walk(book.sheets[name], sheet)
        budget = sheet.budget
        rows = tuple(sheet.rows[number] for number in sorted(sheet.rows))
        filled = {column for row in rows for column in row} if sheet.hidden_columns else set()
        sheets[name] = Halaman(
            rows,
            tuple(sheet.merged),
            name in book.hidden,
            tuple(sorted(sheet.hidden_rows & sheet.rows.keys())),
            tuple(sorted(sheet.hidden_columns & filled)),
        )
    return sheets
