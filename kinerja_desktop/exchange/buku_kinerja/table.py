"""A sheet as rows of values: which column is which, what is missing, what is unknown.

Where a table lies is a ``Susunan``. In a Buku Kinerja the first filled row holds the names of columns, in any order
(``find``); in a foreign workbook a person chose (``susunan``). What rows mean together is ``reader``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import dropwhile

from kinerja_desktop.domain.buku import BarisAsal
from kinerja_desktop.exchange.buku_kinerja.columns import Kolom, Lembar
from kinerja_desktop.exchange.buku_kinerja.findings import Fault, Findings
from kinerja_desktop.exchange.buku_kinerja.values import Said, Skala, Value, hangs_on_unit, key, read_value, said, shown
from kinerja_desktop.exchange.xlsx import Baris
from kinerja_desktop.exchange.xlsx.cells import Sel, column_letters, column_number

_NOTHING = (None, ())
_NONE_YET: Mapping[str, Value] = {}


@dataclass(frozen=True, slots=True)
class Susunan:
    """Where a table lies in a file: the sheet as named there, the first row of data, the columns by our names.

    ``asing``: not made by us. Then rows without a key (headings of groups, sums) are passed over, and a sasaran holds
    until the next one, as merged cells show it.
    """

    asal: str
    data: int
    posisi: Mapping[str, int]
    asing: bool = False

    def loses_in(self, area: str) -> bool:
        """Whether merged cells ("G12:G13") show something for a cell of this table that is read as empty."""
        found = _AREA(area)
        if found is None or int(found["last"]) < self.data:
            return False
        covered = range(column_number(found["left"]), column_number(found["right"]) + 1)
        return any(at in covered for nama, at in self.posisi.items() if nama != _KEPT_DOWN)


_AREA = re.compile(r"(?P<left>[A-Z]{1,3})[0-9]{1,7}:(?P<right>[A-Z]{1,3})(?P<last>[0-9]{1,7})").fullmatch
_KEPT_DOWN = "sasaran"


@dataclass(slots=True)
class Isian:
    """One row: its number and the cells of known columns. Not frozen: that would cost as much as reading its cells."""

    tabel: "Tabel"
    nomor: int
    sel: Mapping[str, Sel]

    def value(self, nama: str, satuan: str | None = None) -> Value:
        """Value of a column, None where empty or unusable; faults and warnings are noted."""
        kolom, sel = self.tabel.kolom[nama], self.sel.get(nama)
        if sel is None:
            self._ask_for(kolom)
            return None
        same = said(sel)
        value = self.tabel.dikenal[nama].get(same)
        return self._look_at(kolom, sel, same, satuan) if value is None else value

    def _look_at(self, kolom: Kolom, sel: Sel, same: Said, satuan: str | None) -> Value:
        """Read a cell that says what none of its column said before."""
        tabel = self.tabel
        try:
            value, note = read_value(kolom, sel, tabel.skala, satuan)
        except Fault as fault:
            self._fault(kolom.nama, sel.alamat, shown(sel), fault)
            return None
        if note:
            tabel.findings.warn(tabel.susunan.asal, sel.alamat, note)
        elif value not in _NOTHING and not hangs_on_unit(kolom, sel):
            tabel.dikenal[kolom.nama][same] = value
        if kolom.wajib and value in _NOTHING:
            self._ask_for(kolom)
        return value

    def values(self, satuan: str | None = None, read: Mapping[str, Value] = _NONE_YET) -> dict[str, Value]:
        """Every column of the sheet by name; those in ``read`` as they were read before."""
        tabel, sel, found = self.tabel, self.sel, self.tabel.kosong.copy()
        found.update(read)
        new = not tabel.wajib <= sel.keys()
        for nama, cell in sel.items():
            if nama not in read:
                found[nama] = value = tabel.dikenal[nama].get(said(cell))
                new = new or value is None
        for nama in tabel.dibaca if new else ():  # in our order, and so are faults
            if found[nama] is None and nama not in read and (nama in sel or nama in tabel.wajib):
                found[nama] = self.value(nama, satuan)
        return found

    def fault(self, nama: str, sebab: str, saran: str) -> None:
        """Note a fault at a column of this row."""
        sel = self.sel.get(nama)
        self._fault(nama, self.alamat(nama), None if sel is None else shown(sel), Fault(sebab, saran))

    def warn(self, nama: str, teks: str) -> None:
        """Note a warning at a column of this row."""
        self.tabel.findings.warn(self.tabel.susunan.asal, self.alamat(nama), teks)

    def alamat(self, nama: str) -> str | None:
        """Address of a column in this row; None where the sheet lacks the column."""
        letters = self.tabel.huruf.get(nama)
        return None if letters is None else f"{letters}{self.nomor}"

    def keep(self, kunci: str) -> bool:
        """True for a row without fault; one with a fault is noted as kept out, named by ``kunci``."""
        clean = self.nomor not in self.tabel.salah
        if not clean:
            self.tabel.findings.ditolak.append((self.tabel.lembar.nama, kunci or f"baris {self.nomor}"))
        return clean

    def keep_out(self) -> None:
        """Take this row out of what is read, though nothing in it is wrong."""
        self.tabel.salah.setdefault(self.nomor, set())

    def is_right(self, nama: str) -> bool:
        """Whether nothing was found at a column of this row so far."""
        return nama not in self.tabel.salah.get(self.nomor, ())

    def place(self) -> BarisAsal:
        """Where this row stands in the file."""
        wrong = self.tabel.salah.get(self.nomor)
        asal, huruf = self.tabel.susunan.asal, self.tabel.huruf
        return BarisAsal(asal, self.nomor, huruf, self.sel.keys(), wrong is not None, wrong or ())

    def _fault(self, nama: str, alamat: str | None, nilai: str | None, fault: Fault) -> None:
        self.tabel.salah.setdefault(self.nomor, set()).add(nama)
        self.tabel.findings.fault(self.tabel.susunan.asal, alamat, nilai, fault)

    def _ask_for(self, kolom: Kolom) -> None:
        if kolom.nama in self.tabel.wajib:
            self.fault(kolom.nama, f"Kolom {kolom.nama} wajib diisi.", "Isi sel ini, atau hapus seluruh barisnya.")


@dataclass(frozen=True)
class Tabel:
    """A sheet that was found, and its rows that are kept out, each with the columns that are wrong in it."""

    lembar: Lembar
    susunan: Susunan
    findings: Findings
    skala: Skala
    baris: tuple[Baris, ...]
    salah: dict[int, set[str]] = field(default_factory=dict)

    @cached_property
    def kolom(self) -> Mapping[str, Kolom]:
        """Columns by their names."""
        return {kolom.nama: kolom for kolom in self.lembar.kolom}

    @cached_property
    def dikenal(self) -> Mapping[str, dict[Said, Value]]:
        """What cells of a column say and which value that is: most cells say what one above them said."""
        return {nama: {} for nama in self.kolom}

    @cached_property
    def kosong(self) -> dict[str, Value]:
        """The values of an empty row."""
        return dict.fromkeys(self.kolom)

    @cached_property
    def huruf(self) -> Mapping[str, str]:
        """Letters of the columns that the file has, by our names."""
        return {nama: column_letters(posisi) for nama, posisi in self.susunan.posisi.items()}

    @cached_property
    def dibaca(self) -> tuple[str, ...]:
        """Columns that the file has, in our order."""
        return tuple(nama for nama in self.kolom if nama in self.susunan.posisi)

    @cached_property
    def wajib(self) -> frozenset[str]:
        """Columns that the file has and that every row must fill."""
        return frozenset(nama for nama in self.dibaca if self.kolom[nama].wajib)

    def rows(self) -> Iterator[Isian]:
        """Every row that has something in a known column."""
        names = {posisi: nama for nama, posisi in self.susunan.posisi.items()}
        for row in self.baris:
            sel = {names[posisi]: sel for posisi, sel in row.items() if posisi in names}
            if sel:
                yield Isian(self, next(iter(sel.values())).baris, sel)


@dataclass(frozen=True)
class TabelAsing(Tabel):
    """A table that others laid out."""

    def rows(self) -> Iterator[Isian]:
        """Rows that have a key, each with the sasaran that holds there."""
        keys = [kolom.nama for kolom in self.lembar.kolom if kolom.wajib]
        above: dict[str, Sel] = {}
        for isian in super().rows():
            if _KEPT_DOWN in isian.sel:
                above = {_KEPT_DOWN: isian.sel[_KEPT_DOWN]}
            if any(nama in isian.sel for nama in keys):
                yield Isian(self, isian.nomor, {**above, **isian.sel})
            elif isian.sel.keys() - {_KEPT_DOWN}:
                self.findings.warn(self.susunan.asal, next(iter(isian.sel.values())).alamat, _NO_KEY)


_NO_KEY = "baris ini tidak mempunyai kode dan nama, jadi tidak dibaca."


def find(lembar: Lembar, asal: str, rows: tuple[Baris, ...], findings: Findings) -> Susunan:
    """Match columns with their names; faults for missing and repeated ones, warnings for unknown ones."""
    head = rows[0] if rows else {}
    posisi = _positions(lembar, head, findings)
    for kolom in lembar.kolom:
        if kolom.wajib and kolom.nama not in posisi:
            saran = f"Tambahkan kolom {kolom.nama} di baris pertama lembar {lembar.nama}."
            findings.fault(lembar.nama, None, None, Fault(f"Kolom {kolom.nama} tidak ada.", saran))
    return Susunan(asal, _number(head) + 1, posisi)


def arrange(lembar: Lembar, susunan: Susunan, rows: tuple[Baris, ...], findings: Findings, skala: Skala) -> Tabel:
    """The rows of a sheet below its heads."""
    body = tuple(dropwhile(lambda row: _number(row) < susunan.data, rows))
    return (TabelAsing if susunan.asing else Tabel)(lembar, susunan, findings, skala, body)


def _number(row: Baris) -> int:
    return next((sel.baris for sel in row.values()), 0)


def _positions(lembar: Lembar, head: Baris, findings: Findings) -> dict[str, int]:
    known = {key(kolom.nama): kolom.nama for kolom in lembar.kolom}
    found: dict[str, int] = {}
    for position, sel in sorted(head.items()):
        nama = known.get(key(sel.teks))
        if nama is None:
            findings.warn(lembar.nama, sel.alamat, f"kolom «{sel.teks}» tidak dikenal dan tidak dibaca.")
        elif nama in found:
            findings.fault(
                lembar.nama, sel.alamat, sel.teks, Fault(f"Kolom {nama} ada dua kali.", "Hapus salah satunya.")
            )
        else:
            found[nama] = position
    return found
