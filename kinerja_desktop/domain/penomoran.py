"""Numbers of papers: from a pattern of the office to the number that is printed.

A pattern is plain text with fields in braces; everything else is printed as it stands. To add a field:
one line in ``_FIELDS``. Which pattern a kind of paper has is a setting; which number comes next is
counted by ``storage``.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from kinerja_desktop.domain.errors import PolaSalah
from kinerja_desktop.domain.numerals import roman

_FIELD = re.compile(r"\{(?P<nama>[a-z]*)(?::0(?P<lebar>[1-6]))?\}")
_FIELDS: Mapping[str, Callable[[int, date, str], str]] = {
    "urut": lambda urut, _tanggal, _unit: str(urut),
    "unit": lambda _urut, _tanggal, unit: unit,
    "romawi": lambda _urut, tanggal, _unit: roman(tanggal.month),
    "bulan": lambda _urut, tanggal, _unit: str(tanggal.month),
    "tahun": lambda _urut, tanggal, _unit: str(tanggal.year),
}


@dataclass(frozen=True, slots=True)
class Pola:
    """A pattern such as "000.8.6.3/{urut:03}/{unit}/{romawi}/{tahun}". Raises PolaSalah.

    ``{urut}`` must stand in it once; ``:03`` fills up with zeros to three digits.
    """

    teks: str

    def __post_init__(self) -> None:
        names = [found["nama"] for found in _FIELD.finditer(self.teks)]
        rest = _FIELD.sub("", self.teks)
        if names.count("urut") != 1 or set(names) - set(_FIELDS) or "{" in rest or "}" in rest:
            raise PolaSalah(self.teks)

    def nomor(self, urut: int, tanggal: date, unit: str) -> str:
        """The number as printed."""
        return self._filled(urut, tanggal, unit)

    def untuk_tangan(self, tanggal: date, unit: str) -> str:
        """The pattern with "{}" where the running number is written by hand."""
        return self._filled(None, tanggal, unit)

    def _filled(self, urut: int | None, tanggal: date, unit: str) -> str:
        def fill(found: re.Match[str]) -> str:
            if found["nama"] == "urut" and urut is None:
                return "{}"
            return _FIELDS[found["nama"]](urut or 0, tanggal, unit).zfill(int(found["lebar"] or 1))

        return _FIELD.sub(fill, self.teks)

    @property
    def klasifikasi(self) -> str:
        """Everything before the running number; papers with the same one share their count of a year."""
        return self.teks.partition("{urut")[0].rstrip("/")


_KEPALA = {
    "kecamatan": "KEC",
    "kelurahan": "KEL",
    "dinas": "DIN",
    "badan": "BDN",
    "inspektorat": "ITK",
    "kantor": "KTR",
}
_VOWELS = frozenset("aeiou")


def kode_unit_usulan(nama: str) -> str:
    """A unit code to start with: "Kecamatan Kelara" gives "KEC-KLR"; the office may change it."""
    words = [w for w in re.findall(r"[A-Za-z]+", nama) if len(w) > 2]
    if not words:
        return "UNIT"
    first, *others = words
    parts = [_KEPALA.get(first.lower()) or _consonants(first), *(_consonants(w) for w in others[:1])]
    return "-".join(parts)


def _consonants(word: str) -> str:
    kept = [letter for letter in word.lower() if letter not in _VOWELS] or list(word.lower())
    return "".join(kept[:3]).upper()
