"""Guards of the yellow cells: lists to choose from, figures only, texts that are not too long.

The lists stand on the hidden sheet under names, because a list inside a cell's rule may not be longer than 255
letters. To guard one more kind of cell: its rule in ``Choices.rule``.
"""

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kinerja_desktop.domain.buku_lembar import ALASAN_UMUM, ANGKA, Bagian, BarisBuku
from kinerja_desktop.domain.realisasi import MAKS_TEKS
from kinerja_desktop.exchange.lembar_kerja.layout import FIRST_LIST
from kinerja_desktop.exchange.xlsx.text import escape

_LIMIT = "999999999999999"


class Choices:
    """Rules by what they allow, each made once and given to all its cells."""

    def __init__(self, workbook: Workbook, hidden: Worksheet) -> None:
        self._workbook, self._hidden = workbook, hidden
        self._names: dict[tuple[str, ...], str] = {}
        self._rules: dict[object, DataValidation] = {}

    def guard(self, cell: str, baris: BarisBuku, bagian: Bagian) -> None:
        """Guard an open cell by its address."""
        words = tuple(teks for teks, _ in baris.skala) if bagian is Bagian.REALISASI else ()
        key = (bagian, words)
        if key not in self._rules:
            self._rules[key] = self._rule(bagian, words)
        self._rules[key].add(cell)

    def attach(self, page: Worksheet) -> None:
        """Put all rules on the page."""
        for rule in self._rules.values():
            page.add_data_validation(rule)

    def _rule(self, bagian: Bagian, words: tuple[str, ...]) -> DataValidation:
        if words:
            return _stopping(
                DataValidation("list", self._name(words)), "Bukan pilihan", "Pilih salah satu dari daftar pada sel ini."
            )
        if bagian in ANGKA:
            figures = DataValidation("decimal", f"-{_LIMIT}", _LIMIT, operator="between")
            return _stopping(figures, "Bukan angka", "Tulis angkanya saja, tanpa satuan dan tanpa huruf.")
        if bagian is Bagian.ALASAN_KOSONG:
            return DataValidation("list", self._name(ALASAN_UMUM), allow_blank=True)  # others may be written
        short = DataValidation("textLength", str(MAKS_TEKS), operator="lessThanOrEqual")
        return _stopping(short, "Terlalu panjang", f"Paling banyak {MAKS_TEKS} huruf. Ringkas dahulu.")

    def _name(self, words: tuple[str, ...]) -> str:
        if words not in self._names:
            self._names[words] = self._write(words, len(self._names))
        return self._names[words]

    def _write(self, words: tuple[str, ...], number: int) -> str:
        column = FIRST_LIST + number
        for row, word in enumerate(words, 1):
            cell = self._hidden.cell(row, column)
            cell.value = escape(word)
            cell.data_type = "s"
        letter, name = get_column_letter(column), f"pilihan_{number + 1}"
        place = f"'{self._hidden.title}'!${letter}$1:${letter}${len(words)}"
        self._workbook.defined_names[name] = DefinedName(name, attr_text=place)
        return name


def _stopping(rule: DataValidation, title: str, sentence: str) -> DataValidation:
    rule.allow_blank, rule.showErrorMessage, rule.errorStyle = True, True, "stop"
    rule.errorTitle, rule.error = title, sentence
    return rule
