"""Reading foreign workbooks (.xlsx): ``gate`` lets them through, ``book`` finds parts, ``cells`` reads them.

Own reading instead of a library's: it must tell apart what libraries run together (a formula without
result, an error, "not a number", a percent format, every digit), stop at limits while it streams, and
turn every damage into one refusal. Writing workbooks is openpyxl's work.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from kinerja_desktop.domain.numerals import format_angka
from kinerja_desktop.exchange.xlsx.book import Book
from kinerja_desktop.exchange.xlsx.cells import MAX_COLUMNS, MAX_ROWS, Sel, SheetWalker, TooBig, kept_text
from kinerja_desktop.exchange.xlsx.formats import Styles
from kinerja_desktop.exchange.xlsx.gate import Damaged, Parts, open_parts, refuse, refuse_damaged
from kinerja_desktop.exchange.xlsx.text import Strings

MAX_CELLS = 400_000

Baris = Mapping[int, Sel]
Lembar = tuple[Baris, ...]
"""The filled rows of a sheet in order, each its cells by column."""


@dataclass(frozen=True, slots=True)
class Halaman:
    """A sheet: its filled rows, and the ranges of joined cells ("G12:G13")."""

    baris: Lembar
    gabungan: tuple[str, ...] = ()


OnProgress = Callable[[int, int], None]
"""Hears how many of the wanted sheets were read; what it raises stops the reading."""


def silent(_done: int, _total: int) -> None:
    """Nobody asks how far it is."""


def read_xlsx(path: Path, wanted: Callable[[str], bool], on_progress: OnProgress = silent) -> dict[str, Lembar | None]:
    """Read the sheets whose name is wanted; the others are only named (None). Raises FileRefused."""
    pages = read_pages(path, wanted, on_progress)
    return {name: None if page is None else page.baris for name, page in pages.items()}


def read_pages(
    path: Path, wanted: Callable[[str], bool], on_progress: OnProgress = silent
) -> dict[str, Halaman | None]:
    """As ``read_xlsx``, with what there is about a sheet besides its cells. Raises FileRefused."""
    parts = open_parts(path)
    try:
        return _read_sheets(parts, wanted, on_progress)
    except Damaged as error:
        raise refuse_damaged(path) from error
    except TooBig as error:
        sebab = f"Ada lembar dengan lebih dari {format_angka(Decimal(MAX_ROWS))} baris atau {MAX_COLUMNS} kolom."
        raise refuse(path, sebab, "Hapus isi di luar tabel, lalu simpan lagi.") from error


def _read_sheets(parts: Parts, wanted: Callable[[str], bool], on_progress: OnProgress) -> dict[str, Halaman | None]:
    book = Book.read(parts)
    strings, styles = Strings(), Styles()
    for part, walker in ((book.strings, strings), (book.styles, styles)):
        if part is not None:
            parts.walk(part, walker)
    texts, kinds = tuple(map(kept_text, strings.found)), styles.kinds()
    sheets: dict[str, Halaman | None] = dict.fromkeys(book.sheets)
    budget = MAX_CELLS
    names = list(filter(wanted, book.sheets))
    for done, name in enumerate(names):
        on_progress(done, len(names))
        sheet = SheetWalker(texts, kinds, book.epoch, budget)
        parts.walk(book.sheets[name], sheet)
        budget = sheet.budget
        rows = tuple(sheet.rows[number] for number in sorted(sheet.rows))
        sheets[name] = Halaman(rows, tuple(sheet.merged))
    return sheets
