"""Figures as Indonesians write them: "1.234,5" to Decimal and back, rounding, numbers in words.

The only reader and the only writer of figures; screens, papers, workbooks and the command line call
it. What a figure means (target, money, per cent) does not enter here, nor what a cell of a workbook
is. To add a way of writing a figure: a function of one Decimal below "Writing".
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import Enum
from functools import cache

from kinerja_desktop.domain.errors import AngkaSalah, SebabAngka

MAKS_BULAT = 15
MAKS_DESIMAL = 6
MINUS = "\N{MINUS SIGN}"

_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)

# --- reading -----------------------------------------------------------------------------------


class CaraBaca(Enum):
    """How sure the reading of a text is."""

    JELAS = "jelas"
    TITIK_RIBUAN = "titik_ribuan"
    """One dot, taken as thousands sign by the rule, though "1.234" may have been meant as a decimal."""
    RIBUAN_JANGGAL = "ribuan_janggal"
    """Dots taken as thousands signs by the rule, though the first group is too long ("1234.567")."""
    TITIK_DESIMAL = "titik_desimal"
    """One dot, taken as decimal point because it cannot be a thousands sign."""


@dataclass(frozen=True, slots=True)
class AngkaTerbaca:
    """A text as read. ``nilai`` None: no value (which is not zero). ``dibaca``: the echo, "1.234"."""

    nilai: Decimal | None
    cara: CaraBaca = CaraBaca.JELAS
    dibaca: str = ""

    @property
    def ambigu(self) -> bool:
        """True where the echo should stand beside the field ("dibaca: 1.234")."""
        return self.cara is not CaraBaca.JELAS

    @property
    def peringatan(self) -> bool:
        """True where a reader of files adds a warning, since nobody sees the echo of each cell."""
        return self.cara in (CaraBaca.TITIK_DESIMAL, CaraBaca.RIBUAN_JANGGAL)


_NO_VALUE = frozenset({"", "-", MINUS, "\N{EN DASH}", "\N{EM DASH}", "n/a"})
_MINUS_SIGNS = str.maketrans({MINUS: "-", "\N{EN DASH}": "-"})
_UNSEEN = "[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
_ENGLISH = r"[+-]?[0-9]{1,3}(?:,[0-9]{3})*\.[0-9]+"


@cache
def _shape() -> re.Pattern[str]:
    """What a figure looks like; compiled by the first that is read, for a start reads none."""
    return re.compile(r"(?P<sign>[+-]?)\s*(?P<whole>[0-9]+(?:\.[0-9]+)*)(?:,(?P<decimals>[0-9]+))?")


def seen(teks: str) -> str:
    """Without the signs that chat programs and web pages put around what is copied; nobody can see or delete them."""
    return teks if teks.isprintable() else re.sub(_UNSEEN, "", teks)


def read_angka(teks: str) -> AngkaTerbaca:
    """Read a figure typed or stored as text, in Indonesian form.

    A dot is a thousands sign where every group after it has exactly three digits and the figure does
    not begin with "0."; else a single dot is a decimal point, with a warning. A trailing "%" is
    dropped; "", "-", "n/a" mean no value. Every digit is kept ("82,50" stays two decimals). Raises
    AngkaSalah with its cause.
    """
    bersih = seen(teks).strip()
    if bersih.casefold() in _NO_VALUE:
        return AngkaTerbaca(None)
    shape = _shape().fullmatch(bersih.removesuffix("%").rstrip().translate(_MINUS_SIGNS))
    if shape is None:
        raise AngkaSalah(teks, _why_no_figure(bersih))
    plain, cara = _plain_digits(teks, shape["whole"], shape["decimals"])
    nilai = _unsigned_zero(Decimal(shape["sign"] + plain))
    check_limits(nilai, teks)
    return AngkaTerbaca(nilai, cara, format_angka(nilai))


_MONEY = r"(?i:rp)\.?\s*(?P<figure>[+\-\u2212]?[0-9][0-9.,]*?|-)(?:,-+)?"


def without_rupiah(teks: str) -> str:
    """A sum of money without the signs around its figure ("Rp1.500.000,-"); any other text as it is."""
    money = re.fullmatch(_MONEY, teks.strip())
    return teks if money is None else money["figure"]


def check_limits(nilai: Decimal, teks: str) -> None:
    """Raise AngkaSalah for NaN, infinity, more than 15 digits before or 6 after the comma.

    ``teks`` is what the error shows as the thing that was given. For figures that came as numbers.
    """
    exponent = nilai.as_tuple().exponent
    if not isinstance(exponent, int):
        raise AngkaSalah(teks, SebabAngka.BUKAN_ANGKA)
    if nilai != 0 and nilai.adjusted() >= MAKS_BULAT:
        raise AngkaSalah(teks, SebabAngka.TERLALU_BESAR)
    if -exponent > MAKS_DESIMAL:
        raise AngkaSalah(teks, SebabAngka.TERLALU_RINCI)


def _plain_digits(teks: str, whole: str, decimals: str | None) -> tuple[str, CaraBaca]:
    """Digits with a decimal point only, and how the dots were understood."""
    first, *groups = whole.split(".")
    if not groups:
        return _joined(whole, decimals), CaraBaca.JELAS
    if first != "0" and all(len(group) == 3 for group in groups):
        return _joined(first + "".join(groups), decimals), _cara_ribuan(first, groups, decimals)
    if len(groups) > 1 or decimals is not None:
        raise AngkaSalah(teks, SebabAngka.TITIK_TIDAK_TERATUR)
    return whole, CaraBaca.TITIK_DESIMAL


def _cara_ribuan(first: str, groups: list[str], decimals: str | None) -> CaraBaca:
    if len(first) > 3:
        return CaraBaca.RIBUAN_JANGGAL
    return CaraBaca.TITIK_RIBUAN if len(groups) == 1 and decimals is None else CaraBaca.JELAS


def _joined(whole: str, decimals: str | None) -> str:
    return whole if decimals is None else f"{whole}.{decimals}"


def _why_no_figure(teks: str) -> SebabAngka:
    if re.fullmatch(_ENGLISH, teks):
        return SebabAngka.KOMA_SEBELUM_TITIK
    return SebabAngka.ADA_HURUF if any(map(str.isalpha, teks)) else SebabAngka.BUKAN_ANGKA


def _unsigned_zero(nilai: Decimal) -> Decimal:
    return nilai.copy_abs() if nilai == 0 else nilai


# --- rounding ----------------------------------------------------------------------------------


def bulatkan(nilai: Decimal, desimal: int = 2) -> Decimal:
    """Round half away from zero, as a hand calculator does; the result has exactly these decimals."""
    return _unsigned_zero(nilai.quantize(Decimal(1).scaleb(-desimal), context=_WIDE))


# --- writing -----------------------------------------------------------------------------------


def format_angka(nilai: Decimal, desimal: int | None = None) -> str:
    """Write with comma and thousands dots; minus is U+2212. Without ``desimal`` every digit stays."""
    tampil = _unsigned_zero(nilai) if desimal is None else bulatkan(nilai, desimal)
    whole, _, decimals = f"{tampil.copy_abs():f}".partition(".")
    sign = MINUS if tampil < 0 else ""
    tail = f",{decimals}" if decimals else ""
    return f"{sign}{_dotted(whole)}{tail}"


def format_persen(nilai: Decimal, desimal: int = 2) -> str:
    """Write a percentage for running text: "93,75%", no space."""
    return f"{format_angka(nilai, desimal)}%"


def format_rupiah(nilai: Decimal, desimal: int = 0) -> str:
    """Write money for running text: "Rp1.234.567" (no space); tables carry "(Rp)" in the head."""
    tampil = bulatkan(nilai, desimal)
    sign = MINUS if tampil < 0 else ""
    return f"{sign}Rp{format_angka(tampil.copy_abs(), desimal)}"


def format_ukuran(byte: int) -> str:
    """Write the size of a file: "118 MB", "0,4 MB"; never less than a tenth."""
    tenths = max(1, round(byte * 10 / 1_000_000))
    return f"{format_angka(Decimal(tenths) / 10 if tenths < 100 else Decimal(tenths // 10))} MB"


def _dotted(digits: str) -> str:
    return f"{int(digits):,}".replace(",", ".")


_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


@cache
def roman(n: int) -> str:
    """Write a whole number from 1 to 3999 in Roman numerals."""
    if not 1 <= n <= 3999:
        raise ValueError(n)
    parts: list[str] = []
    for value, letters in _ROMAN:
        count, n = divmod(n, value)
        parts.append(letters * count)
    return "".join(parts)


# --- words -------------------------------------------------------------------------------------

_UNITS = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_DIGITS = ("nol", *_UNITS[1:])
_SCALES = ("", "ribu", "juta", "miliar", "triliun")
_ONE_WORD = {10: "sepuluh", 11: "sebelas", 100: "seratus"}


def terbilang(n: int) -> str:
    """Write a counter: in words where that is one word (satu to sebelas, seratus), else in digits."""
    if 1 <= n <= 9:
        return _UNITS[n]
    return _ONE_WORD.get(n) or format_angka(Decimal(n))


def angka_kata(nilai: Decimal) -> str:
    """Spell a figure out: "seribu dua ratus tiga puluh empat koma lima"; for the echo of a field.

    Decimals are read digit by digit. Up to 15 digits before the comma.
    """
    whole, _, decimals = f"{nilai.copy_abs():f}".partition(".")
    words = ["minus"] if nilai < 0 else []
    words.append(_spell(int(whole)))
    if decimals:
        words += ["koma", *(_DIGITS[int(digit)] for digit in decimals)]
    return " ".join(words)


def _spell(n: int) -> str:
    if n == 0:
        return "nol"
    parts: list[str] = []
    for scale in reversed(_SCALES):
        power = 1000 ** _SCALES.index(scale)
        group, n = divmod(n, power)
        if group:
            parts.append(_spell_group(group, scale))
    return " ".join(parts)


def _spell_group(group: int, scale: str) -> str:
    if group == 1 and scale == "ribu":
        return "seribu"
    return f"{_below_thousand(group)} {scale}".rstrip()


def _below_thousand(n: int) -> str:
    hundreds, rest = divmod(n, 100)
    return f"{_counted(hundreds, 'ratus')} {_below_hundred(rest)}".strip()


def _below_hundred(n: int) -> str:
    tens, unit = divmod(n, 10)
    if tens == 1 and unit:
        return _counted(unit, "belas")
    return f"{_counted(tens, 'puluh')} {_UNITS[unit]}".strip()


def _counted(n: int, unit: str) -> str:
    if n == 0:
        return ""
    return f"se{unit}" if n == 1 else f"{_UNITS[n]} {unit}"
