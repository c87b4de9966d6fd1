"""What the cells of a sheet say, as they stand in the file: kind, text, every digit given.

A library would hand over floats and empty cells; here a formula without result, an error, a date, true
and false, "not a number" and a percent format stay apart, each with its place. What a cell means is the
business of who reads the sheet. To tell one more kind of cell apart: a member of ``Jenis`` and its line
in ``SheetWalker``.
"""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum

from kinerja_desktop.exchange.xlsx.formats import Bentuk
from kinerja_desktop.exchange.xlsx.parts import Damaged, TooBig, whole
from kinerja_desktop.exchange.xlsx.text import LONGEST, TextCollector, unescape

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


@dataclass(frozen=True, slots=True)
class Sel:
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
    letters = ""
    while kolom:
        kolom, rest = divmod(kolom - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{baris}"


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


@dataclass(slots=True)
class _Raw:
    """A cell while it is being read."""

    row: int
    column: int
    kind: str
    style: int
    value: list[str] = field(default_factory=list)
    letters: int = 0
    has_value: bool = False
    has_formula: bool = False


class SheetWalker(TextCollector):
    """The cells of one sheet; ``budget`` is how many more may follow, filled or not. Raises TooBig.

    ``merged`` are the ranges of cells that were joined ("G12:G13").
    """

    def __init__(self, strings: list[str], styles: list[Bentuk], epoch: date, budget: int) -> None:
        super().__init__()
        self.rows: dict[int, dict[int, Sel]] = {}
        self.merged: list[str] = []
        self.budget = budget
        self._strings, self._styles, self._epoch = strings, styles, epoch
        self._row = 0
        self._column = 0
        self._cell: _Raw | None = None
        self._in_value = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        super().start(tag, attributes)
        if tag == "row":
            self._row = whole(attributes.get("r")) or self._row + 1
            self._column = 0
        elif tag == "c":
            self._begin(attributes)
        elif tag == "mergeCell":
            self.merged.append(attributes.get("ref", ""))
        elif self._cell is not None:
            self._cell.has_formula = self._cell.has_formula or tag == "f"
            self._cell.has_value = self._cell.has_value or tag == "v"
            self._in_value = tag == "v"

    def text(self, text: str) -> None:
        super().text(text)
        if self._in_value and self._cell is not None:
            self._cell.value.append(text)
            self._cell.letters += len(text)
            if self._cell.letters > LONGEST:
                raise TooBig

    def end(self, tag: str) -> None:
        super().end(tag)
        self._in_value = False
        if tag == "c" and self._cell is not None:
            self._keep(self._cell)
            self._cell = None

    def _begin(self, attributes: dict[str, str]) -> None:
        self._row, self._column = self._place(attributes.get("r"))
        kind, style = attributes.get("t", "n"), whole(attributes.get("s"))
        self.budget -= 1
        if self.budget < 0:
            raise TooBig
        self._cell = _Raw(self._row, self._column, kind, style)

    def _place(self, reference: str | None) -> tuple[int, int]:
        if reference is None:
            return self._row, self._column + 1
        found = _REFERENCE.fullmatch(reference)
        if found is None:
            raise Damaged(reference)
        column = 0
        for letter in found[1]:
            column = column * 26 + ord(letter) - ord("A") + 1
        return int(found[2]), column

    def _keep(self, raw: _Raw) -> None:
        found = self._meaning(raw, "".join(raw.value), self.take())
        if found is None:
            return
        if raw.row > MAX_ROWS or raw.column > MAX_COLUMNS:
            raise TooBig
        jenis, teks, persen = found
        row = self.rows.setdefault(raw.row, {})
        if raw.column in row:
            raise Damaged  # of two answers to what a cell holds, another program could show the other one
        row[raw.column] = Sel(raw.row, raw.column, jenis, teks, persen)

    def _meaning(self, raw: _Raw, value: str, inline: str) -> tuple[Jenis, str, bool] | None:
        if raw.kind == "inlineStr":
            return _text(inline)
        if raw.kind == "str" and raw.has_value:
            return _text(unescape(value))
        if not value:
            return _absent(raw)
        if raw.kind == "s":
            return _text(self._shared(value))
        return self._constant(raw, value)

    def _constant(self, raw: _Raw, value: str) -> tuple[Jenis, str, bool] | None:
        if raw.kind == "b":
            return Jenis.LOGIKA, "benar" if value == "1" else "salah", False
        if raw.kind == "e":
            return Jenis.GALAT, value, False
        if raw.kind == "d":
            return _iso_day(value)
        return self._number(value, self._styles[raw.style] if raw.style < len(self._styles) else Bentuk.BIASA)

    def _shared(self, value: str) -> str:
        index = whole(value.strip())
        if index >= len(self._strings):
            raise Damaged(value)
        return self._strings[index]

    def _number(self, value: str, bentuk: Bentuk) -> tuple[Jenis, str, bool]:
        figure = _digits(value)
        if figure is None:
            return Jenis.BUKAN_BILANGAN, value, False
        if bentuk is Bentuk.TANGGAL:
            return _serial_day(figure, self._epoch)
        return Jenis.ANGKA, str(figure), bentuk is Bentuk.PERSEN


def _text(text: str) -> tuple[Jenis, str, bool] | None:
    kept = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return (Jenis.TEKS, kept, False) if kept else None


def _absent(raw: _Raw) -> tuple[Jenis, str, bool] | None:
    """No value: a formula that was never calculated, a number that is none (empty ``v``), or nothing."""
    if raw.has_formula:
        return Jenis.RUMUS_KOSONG, "", False
    return (Jenis.BUKAN_BILANGAN, "NaN", False) if raw.has_value and raw.kind == "n" else None


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
