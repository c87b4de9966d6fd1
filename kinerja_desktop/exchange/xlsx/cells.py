"""What the cells of a sheet say, as they stand in the file: kind, text, every digit given.

A library would hand over floats and empty cells; here a formula without result, an error, a date, true
and false, "not a number" and a percent format stay apart, each with its place. What a cell means is the
business of who reads the sheet. To tell one more kind of cell apart: a member of ``Jenis`` and its line
in ``SheetWalker``.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from typing import NamedTuple, TypeAlias

from kinerja_desktop.domain.huruf import composed
from kinerja_desktop.exchange.xlsx.formats import Bentuk
from kinerja_desktop.exchange.xlsx.parts import Damaged, TooBig, whole
from kinerja_desktop.exchange.xlsx.text import TextCollector, unescape

MAX_ROWS = 20_000
MAX_COLUMNS = 60
MAX_CELLS = 400_000  # of all sheets: what is read of them is kept
_EXACT_DIGITS = 15
_FLOAT_DIGITS = 17
_WRITABLE = 40


class Jenis(Enum):
    """What stands in a cell; the value is its name in a sentence."""

    TEKS = "teks"
    ANGKA = "angka"
    TANGGAL = "tanggal"
    LOGIKA = "benar/salah"
    GALAT = "nilai galat"
    RUMUS_KOSONG = "rumus tanpa hasil"
    BUKAN_BILANGAN = "bukan bilangan"


class Sel(NamedTuple):
    """One filled cell. ``teks`` is what it says; a number's is a plain figure with a dot."""

    baris: int
    kolom: int
    jenis: Jenis
    teks: str
    persen: bool = False

    @property
    def alamat(self) -> str:
        """Address as Excel shows it: "B7"."""
        return address(self.baris, self.kolom)

    @property
    def angka(self) -> Decimal:
        """The figure of a number cell; with a percent format times 100."""
        nilai = Decimal(self.teks)
        return tidy(nilai.scaleb(2)) if self.persen and _is_writable(nilai) else nilai

    @property
    def tanggal(self) -> date:
        """The day of a date cell."""
        return date.fromisoformat(self.teks)


def address(baris: int, kolom: int) -> str:
    """Address of a cell: "AB12"."""
    return f"{column_letters(kolom)}{baris}"


def column_letters(kolom: int) -> str:
    """Letters of a column: "AB"."""
    letters = ""
    while kolom:
        kolom, rest = divmod(kolom - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _is_writable(nilai: Decimal) -> bool:
    return abs(nilai.adjusted()) <= _WRITABLE


def tidy(nilai: Decimal) -> Decimal:
    """The same figure without exponent and without zeros at the end of its decimals.

    One that is far beyond every limit stays as it is: written out it could fill the memory.
    """
    if nilai == 0:
        return Decimal(0)
    if not _is_writable(nilai):
        return nilai
    whole, _, decimals = f"{nilai:f}".partition(".")
    kept = decimals.rstrip("0")
    return Decimal(f"{whole}.{kept}" if kept else whole)


_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_is_plain_figure = re.compile(r"(?:0|-?[1-9][0-9]{0,8})(?:\.[0-9]{0,5}[1-9])?").fullmatch
"""A figure that is what it says: nothing to tidy, every digit exact."""
_ANGKA, _TEKS = Jenis.ANGKA, Jenis.TEKS
_made = tuple.__new__
"""A cell from its five values: what ``Sel`` itself does, without the step of Python that it takes there."""
_YES = ("1", "true")
_WITHOUT_VALUE = ("", "inlineStr")  # between cells, and where the text stands in the cell itself


class SheetWalker(TextCollector):
    """The cells of one sheet; ``budget`` is how many more may follow, filled or not. Raises TooBig.

    ``strings`` are shared texts as ``kept_text`` leaves them. Every element of a sheet passes here, so this is kept
    flat: what is usual (a shared text, a plain figure) is told apart first, the rest goes to ``_meaning``. ``merged``
    are the ranges of cells that were joined ("G12:G13"), ``hidden_rows`` and ``hidden_columns`` what nobody sees.
    """

    def __init__(self, strings: Sequence[str], styles: list[Bentuk], epoch: date, budget: int) -> None:
        super().__init__()
        self.rows: dict[int, dict[int, Sel]] = {}
        self.merged: list[str] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.budget = budget
        self._strings, self._styles, self._epoch = strings, styles, epoch
        self._plain_styles = {str(n) for n, bentuk in enumerate(styles) if bentuk is Bentuk.BIASA}
        self._columns: dict[str, int] = {}
        self._kept: dict[str, str] = {}
        """Texts that stood in cells themselves, as ``kept_text`` leaves them: the same ones come again and again."""
        self._row, self._row_text, self._column = 0, "", 0
        self._cells: dict[int, Sel] = {}
        self._kind, self._style = "", "0"
        """Of the cell that is being read; between cells the kind is empty."""
        self._has_value = self._has_formula = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "v":
            self._has_value = True
            self._taking = self._kind not in _WITHOUT_VALUE
        elif tag == "c":
            reference = attributes.get("r", "")
            column = self._columns.get(reference.removesuffix(self._row_text))
            if column is None:
                self._place(reference)
            else:  # in the row that it lies in, as nearly always
                self._column = column
            self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "0")
            self._has_value = self._has_formula = False
            self.budget -= 1
            if self.budget < 0:
                raise TooBig
        elif tag == "t":
            self._taking = self._kind == "inlineStr" and not self._phonetic
        elif tag != "is":
            self._note(tag, attributes)

    def _note(self, tag: str, attributes: dict[str, str]) -> None:
        """What comes less often than cells and their texts."""
        if tag == "row":
            self._row_text = attributes.get("r", "")
            self._row = whole(self._row_text) if self._row_text else self._row + 1
            self._column, self._cells = 0, {}
            if attributes.get("hidden") in _YES:
                self.hidden_rows.add(self._row)
        elif tag == "f":
            self._has_formula = True
        elif tag == "rPh":
            self._phonetic = True
        elif tag == "mergeCell":
            self.merged.append(attributes.get("ref", ""))
        elif tag == "col" and attributes.get("hidden") in _YES:
            first, last = whole(attributes.get("min", "")), whole(attributes.get("max", ""))
            self.hidden_columns.update(range(first, min(last, MAX_COLUMNS) + 1))

    def end(self, tag: str) -> None:
        if tag == "c":
            pieces = self._pieces
            if pieces or self._has_value or self._has_formula:
                self._keep(pieces[0] if len(pieces) == 1 else "".join(pieces))
                pieces.clear()
            self._kind = ""
        elif tag == "v" or tag == "t":  # noqa: PLR1714 - a tuple costs more, and of these there are many
            self._taking = False
        elif tag == "rPh":
            self._phonetic = False

    def _place(self, reference: str) -> None:
        """Where a cell stands that says so in an unusual way, or for the first time in its column."""
        if not reference:
            self._column += 1
            return
        found = _REFERENCE.fullmatch(reference)
        if found is None:
            raise Damaged(reference)
        letters, row = found.groups()
        self._column = self._columns.setdefault(letters, column_number(letters))
        if int(row) != self._row:
            self._row, self._row_text, self._cells = int(row), row, {}

    def _keep(self, value: str) -> None:
        jenis, teks, persen = _TEKS, value, False
        if self._kind == "inlineStr":
            teks = self._kept.get(value) or self._kept.setdefault(value, kept_text(unescape(value)))
        elif self._kind == "s" and value:
            teks = self._shared(value)
        elif self._kind == "n" and self._style in self._plain_styles and _is_plain_figure(value):
            jenis = _ANGKA
        else:
            jenis, teks, persen = self._meaning(value)
        if jenis is _TEKS and not teks:
            return
        row, column = self._row, self._column
        if row > MAX_ROWS or column > MAX_COLUMNS:
            raise TooBig
        if not self._cells:
            self._cells = self.rows.setdefault(row, self._cells)
        if column in self._cells:
            raise Damaged  # of two answers to what a cell holds, another program could show the other one
        self._cells[column] = _made(Sel, (row, column, jenis, teks, persen))

    def _meaning(self, value: str) -> "_Meaning":
        kind = self._kind
        if kind == "str" and self._has_value:
            return _TEKS, kept_text(unescape(value)), False
        if not value:
            return self._absent()
        if kind == "b":
            return Jenis.LOGIKA, "benar" if value == "1" else "salah", False
        if kind == "e":
            return Jenis.GALAT, value, False
        if kind == "d":
            return _iso_day(value)
        style = whole(self._style)
        return self._number(value, self._styles[style] if style < len(self._styles) else Bentuk.BIASA)

    def _absent(self) -> "_Meaning":
        """No value: a formula that was never calculated, a number that is none (empty ``v``), or an empty text."""
        if self._has_formula:
            return Jenis.RUMUS_KOSONG, "", False
        return (Jenis.BUKAN_BILANGAN, "NaN", False) if self._has_value and self._kind == "n" else (_TEKS, "", False)

    def _shared(self, value: str) -> str:
        index = whole(value.strip())
        if index >= len(self._strings):
            raise Damaged(value)
        return self._strings[index]

    def _number(self, value: str, bentuk: Bentuk) -> "_Meaning":
        figure = _digits(value)
        if figure is None:
            return Jenis.BUKAN_BILANGAN, value, False
        if bentuk is Bentuk.TANGGAL:
            return _serial_day(figure, self._epoch)
        return Jenis.ANGKA, str(figure), bentuk is Bentuk.PERSEN


_Meaning: TypeAlias = tuple[Jenis, str, bool]


def column_number(letters: str) -> int:
    """Number of a column: 28 for "AB"."""
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column


def kept_text(text: str) -> str:
    """A text as a cell keeps it: letters and line ends in one form, no blanks around."""
    return composed(text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text).strip()


_FIGURE = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,9})?")
_LONGEST_FIGURE = 400  # a binary number has no more digits


def _digits(value: str) -> Decimal | None:
    """The figure with every digit given; 16 or 17 digits are a binary number's and become its shortest form."""
    shape = _FIGURE.fullmatch(value.strip())
    if shape is None or len(shape[0]) > _LONGEST_FIGURE:
        return None
    given = tidy(Decimal(shape[0]))
    significant = len(given.as_tuple().digits)
    return tidy(Decimal(repr(float(given)))) if _EXACT_DIGITS < significant <= _FLOAT_DIGITS else given


def _serial_day(serial: Decimal, epoch: date) -> tuple[Jenis, str, bool]:
    if not _is_writable(serial):  # as a whole number it could fill the memory
        return Jenis.GALAT, str(serial), False
    try:
        return Jenis.TANGGAL, (epoch + timedelta(days=int(serial))).isoformat(), False
    except OverflowError:
        return Jenis.GALAT, str(serial), False


def _iso_day(value: str) -> tuple[Jenis, str, bool]:
    try:
        return Jenis.TANGGAL, date.fromisoformat(value[:10]).isoformat(), False
    except ValueError:
        return Jenis.GALAT, value, False
