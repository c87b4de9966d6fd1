"""Workbooks that others laid out: where their tables begin, what their heads mean, how they are known again.

Heads may stand in any row and in up to three rows, the upper ones over several columns ("Target" over "TW I", "TW II").
A table is known again by the words of its heads alone (``Kepala.tanda``), without years, so that next year's file of
the same source is. To teach one more word for a column: a line in ``_WORDS``; to lay out one more of our sheets: its
place in ``SUBJECTS``.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from hashlib import sha256

from kinerja_desktop.exchange.buku_kinerja import columns
from kinerja_desktop.exchange.buku_kinerja.columns import Lembar
from kinerja_desktop.exchange.buku_kinerja.reader import TataLetak
from kinerja_desktop.exchange.buku_kinerja.table import Susunan
from kinerja_desktop.exchange.xlsx import Baris
from kinerja_desktop.exchange.xlsx.cells import Sel

SUBJECTS: tuple[Lembar, ...] = (
    columns.INDIKATOR,
    columns.REALISASI,
    columns.RIWAYAT,
    columns.ANGGARAN,
    columns.SEKSI,
)
"""Sheets of ours that a foreign table can fill; the first one must be filled."""
ROWS_LOOKED_AT = 30
MOST_HEAD_ROWS = 3
_SAME, _ALIKE = 1000, 860
"""How like two heads are, of a thousand: letter by letter, and enough to be proposed."""
_LEAST_COLUMNS = 2

Sheets = Mapping[str, tuple[Baris, ...]]


@dataclass(frozen=True, slots=True)
class Kepala:
    """Heads of a table: its sheet, the first and the last row of heads, the first row of data, the words by column."""

    lembar: str
    judul: int
    akhir: int
    data: int
    kolom: tuple[int, ...]
    teks: tuple[str, ...]

    @property
    def tanda(self) -> str:
        """What this source is known by: its words, whatever the year."""
        return sha256("\n".join(map(_plain, self.teks)).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Tabel:
    """One of our sheets in a foreign file: under which heads it lies, and which of them is which column of ours."""

    kepala: Kepala
    kolom: Mapping[str, int]
    """Places in ``kepala.kolom`` by our names."""

    def susunan(self) -> Susunan:
        """As the reader takes it."""
        posisi = {nama: self.kepala.kolom[at] for nama, at in self.kolom.items()}
        return Susunan(self.kepala.lembar, self.kepala.data, posisi, asing=True)


Tables = Mapping[str, Tabel]
"""By the names of our sheets."""


def tata_letak(tables: Tables, tahun: int) -> TataLetak:
    """As the reader takes it."""
    return TataLetak(tahun, {nama: tabel.susunan() for nama, tabel in tables.items()}, _unused(tables))


def _unused(tables: Tables) -> Mapping[str, tuple[str, ...]]:
    """Heads that no table uses, by the sheet they stand in."""
    used, heads = set[tuple[str, int]](), dict[tuple[str, int], str]()
    for tabel in tables.values():
        kepala = tabel.kepala
        heads |= {(kepala.lembar, at): teks for at, teks in zip(kepala.kolom, kepala.teks, strict=True)}
        used |= {(kepala.lembar, kepala.kolom[at]) for at in tabel.kolom.values()}
    found: dict[str, tuple[str, ...]] = {}
    for lembar, at in sorted(heads.keys() - used):
        if heads[lembar, at]:
            found[lembar] = (*found.get(lembar, ()), heads[lembar, at])
    return found


# --- heads -----------------------------------------------------------------------------------------


def heads(lembar: str, rows: Sequence[Baris], judul: int, akhir: int) -> Kepala | None:
    """The heads in these rows of a sheet; None where nothing stands there."""
    by_number = {_number(row): row for row in rows}
    lines = [by_number.get(number, {}) for number in range(judul, akhir + 1)]
    filled = sorted({position for line in lines for position in line})
    if not filled:
        return None
    texts = tuple(_joined(lines, position) for position in filled)
    data = akhir + 1
    while data in by_number and _is_numbering(by_number[data]):
        data += 1
    return Kepala(lembar, judul, akhir, data, tuple(filled), texts)


def _joined(lines: Sequence[Baris], position: int) -> str:
    """Words of a column from top to bottom; where a lower row has some, an upper one holds from its left."""
    words: list[str] = []
    for at, line in enumerate(lines):
        below = any(position in lower for lower in lines[at + 1 :])
        sel = line.get(position) or (_left_of(line, position) if below else None)
        if sel is not None and sel.teks not in words:
            words.append(sel.teks)
    return " ".join(" ".join(words).split())


def _left_of(line: Baris, position: int) -> Sel | None:
    found = [at for at in line if at < position]
    return line[max(found)] if found else None


def _is_numbering(row: Baris) -> bool:
    """A row "1 2 3 4" or "(1) (2) (3)" under the heads."""
    said = [sel.teks.strip("() ") for sel in row.values()]
    return len(said) > _LEAST_COLUMNS and said == [str(n) for n in range(1, len(said) + 1)]


def _number(row: Baris) -> int:
    return next((sel.baris for sel in row.values()), 0)


def candidates(lembar: str, rows: Sequence[Baris]) -> Iterator[Kepala]:
    """Everything at the top of a sheet that may be heads."""
    for first in (_number(row) for row in rows[:ROWS_LOOKED_AT]):
        for height in range(MOST_HEAD_ROWS):
            kepala = heads(lembar, rows, first, first + height)
            if kepala is not None and len(kepala.kolom) >= _LEAST_COLUMNS:
                yield kepala


# --- what heads mean -------------------------------------------------------------------------------

_WORDS: Mapping[str, tuple[str, ...]] = {
    "kode": ("kode indikator", "no", "nomor", "no urut", "kode rekening", "kode seksi"),
    "nama": ("nama seksi", "seksi", "bidang", "unit kerja"),
    "indikator": (
        "indikator kinerja",
        "indikator kinerja utama",
        "indikator sasaran",
        "indikator kinerja sasaran",
        "indikator kinerja program",
        "nama indikator",
        "uraian indikator",
    ),
    "sasaran": ("sasaran strategis", "sasaran kinerja", "tujuan sasaran", "sasaran program"),
    "satuan": ("satuan ukur", "satuan indikator"),
    "target_tahun": ("target", "target kinerja", "target tahunan", "target pk", "target perjanjian kinerja"),
    "seksi": ("seksi pelaksana", "bidang", "unit kerja", "kode seksi"),
    "penanggung_jawab": ("penanggungjawab", "pj"),
    "formulasi": ("rumus perhitungan", "formula", "cara perhitungan", "formulasi perhitungan"),
    "definisi": ("definisi operasional",),
    "uraian": ("program kegiatan", "program kegiatan sub kegiatan", "nama program", "uraian program kegiatan"),
    "pagu": ("pagu anggaran", "anggaran", "alokasi anggaran", "jumlah anggaran"),
    "realisasi": ("realisasi tahun", "capaian tahun", "realisasi kinerja"),
    "target": ("target kinerja",),
    "tahun": ("tahun anggaran",),
}
_QUARTERS = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_YEAR = re.compile(r"\b(?:19|20|21)[0-9]{2}\b")
_FIGURES = re.compile(r"[0-9]+")
_LOST = 20
"""What a head loses that is not one of the words letter by letter."""
_NOT_WORDS = re.compile(r"[^a-z0-9]+")
_SAID_TWICE = re.compile(r"\b(?:tw|triwulan) (?=.*\btw[1-4])")
"""«Target Triwulan» over «TW I»."""
_QUARTER = re.compile(r"\b(?:tw|triwulan|trw|tri wulan) ?(iv|iii|ii|i|[1-4])\b")


def _plain(text: str) -> str:
    """Words for comparing: small letters, quarters as "tw1", no years, no signs."""
    words = _NOT_WORDS.sub(" ", _YEAR.sub(" ", text.casefold())).strip()
    quarters = _QUARTER.sub(lambda found: f"tw{_QUARTERS.get(found[1], found[1])}", words)
    return _SAID_TWICE.sub("", quarters)


def _names(nama: str) -> tuple[str, ...]:
    """Every way in which a column of ours may be headed."""
    own = nama.replace("_", " ")
    quarter = re.fullmatch(r"(.+) (tw[1-4])", own)
    turned = (f"{quarter[2]} {quarter[1]}",) if quarter else ()
    return (own, *turned, *_WORDS.get(nama, ()))


def propose(kepala: Kepala, lembar: Lembar) -> Mapping[str, int]:
    """Which head is which column of ours, by like names: the best pairs first, each head once."""
    texts = tuple(map(_plain, kepala.teks))
    pairs = sorted(
        (-score, at, order, kolom.nama)
        for order, kolom in enumerate(lembar.kolom)
        for at, text in enumerate(texts)
        if (score := _alike(text, kolom.nama)) >= _ALIKE
    )
    found: dict[str, int] = {}
    for _, at, _, nama in pairs:
        if nama not in found and at not in found.values():
            found[nama] = at
    return found


@lru_cache(maxsize=10_000)
def _alike(text: str, nama: str) -> int:
    """How well a head names a column, of a thousand; its own name best, then the other words in their order."""
    if not text:
        return 0
    return max(_SAME - n if text == name else _ratio(text, name) for n, name in enumerate(_names(nama)))


def _ratio(text: str, name: str) -> int:
    """How alike two heads are; those that differ in a figure ("tw1", "tw2") are not alike at all."""
    longest = _SAME * 2 * min(len(text), len(name)) // (len(text) + len(name))
    if longest < _ALIKE or _FIGURES.findall(text) != _FIGURES.findall(name):
        return 0
    return int(SequenceMatcher(None, text, name).ratio() * _SAME) - _LOST


def guess(sheets: Sheets) -> Tables:
    """The best place for each of our sheets whose compulsory columns are found."""
    found: dict[str, Tabel] = {}
    heads_of = [kepala for nama, rows in sheets.items() for kepala in candidates(nama, rows)]
    for lembar in SUBJECTS:
        fitting = [Tabel(kepala, kolom) for kepala in heads_of if _fits(lembar, kolom := propose(kepala, lembar))]
        if fitting:
            found[lembar.nama] = max(fitting, key=lambda t: (len(t.kolom), -t.kepala.akhir, t.kepala.judul))
    return found


def _fits(lembar: Lembar, kolom: Mapping[str, int]) -> bool:
    needed = [k.nama for k in lembar.kolom if k.wajib]
    return all(nama in kolom for nama in needed) and len(kolom) >= _LEAST_COLUMNS


def missing(lembar: Lembar, kolom: Mapping[str, int]) -> tuple[str, ...]:
    """Compulsory columns of a sheet that no head was chosen for."""
    return tuple(k.nama for k in lembar.kolom if k.wajib and k.nama not in kolom)


# --- known again -----------------------------------------------------------------------------------

Remembered = Mapping[str, Mapping[str, Mapping[str, int]]]
"""By ``tanda``: for each of our sheets the places of its columns."""


def remember(tables: Tables) -> Remembered:
    """What is kept of a layout, as plain values."""
    kept: dict[str, dict[str, Mapping[str, int]]] = {}
    for nama, tabel in tables.items():
        kept.setdefault(tabel.kepala.tanda, {})[nama] = dict(tabel.kolom)
    return kept


def recall(sheets: Sheets, kept: Remembered) -> Tables:
    """The tables of a file whose heads are known; none where the first of our sheets is not among them."""
    found: dict[str, Tabel] = {}
    for lembar, rows in sheets.items():
        for kepala in candidates(lembar, rows):
            for nama, kolom in kept.get(kepala.tanda, {}).items():
                found.setdefault(nama, Tabel(kepala, kolom))
    return found if SUBJECTS[0].nama in found else {}


# --- the year --------------------------------------------------------------------------------------


def year_in(sheets: Sheets, tables: Tables) -> int | None:
    """The year that the words above the first table name, else the name of its sheet."""
    kepala = next((tabel.kepala for tabel in tables.values()), None)
    if kepala is None:
        return None
    above = [sel.teks for row in sheets[kepala.lembar] if _number(row) < kepala.judul for sel in row.values()]
    for text in (*above, kepala.lembar):
        found = _YEAR.search(text)
        if found:
            return int(found[0])
    return None
