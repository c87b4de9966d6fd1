"""A sheet as rows of values: which column is which, what is missing, what is unknown.

The first filled row holds the names of columns, in any order. What rows mean together is ``reader``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from kinerja_desktop.exchange.buku_kinerja.columns import Kolom, Lembar
from kinerja_desktop.exchange.buku_kinerja.findings import Fault, Findings
from kinerja_desktop.exchange.buku_kinerja.values import Skala, key, read_value, shown
from kinerja_desktop.exchange.xlsx import Baris
from kinerja_desktop.exchange.xlsx.cells import Sel, address

Value: TypeAlias = Any
"""What a cell holds, by the ``Bentuk`` of its column; ``rows`` knows which."""


@dataclass(frozen=True, slots=True)
class Isian:
    """One row: its number and the cells of known columns."""

    tabel: "Tabel"
    nomor: int
    sel: Mapping[str, Sel]

    def value(self, nama: str, satuan: str | None = None) -> Value:
        """Value of a column, None where empty or unusable; faults and warnings are noted."""
        kolom = self.tabel.kolom(nama)
        sel = self.sel.get(nama)
        if sel is None:
            self._ask_for(kolom)
            return None
        try:
            value, note = read_value(kolom, sel, self.tabel.skala, satuan)
        except Fault as fault:
            self.tabel.findings.fault(self.tabel.lembar.nama, sel.alamat, shown(sel), fault)
            return None
        if note:
            self.tabel.findings.warn(self.tabel.lembar.nama, sel.alamat, note)
        if value in (None, ()):
            self._ask_for(kolom)
        return value

    def values(self, satuan: str | None = None, without: tuple[str, ...] = ()) -> dict[str, Value]:
        """Every column of the sheet by name."""
        names = (kolom.nama for kolom in self.tabel.lembar.kolom if kolom.nama not in without)
        return {nama: self.value(nama, satuan) for nama in names}

    def fault(self, nama: str, sebab: str, saran: str) -> None:
        """Note a fault at a column of this row."""
        sel = self.sel.get(nama)
        nilai = None if sel is None else shown(sel)
        self.tabel.findings.fault(self.tabel.lembar.nama, self.alamat(nama), nilai, Fault(sebab, saran))

    def warn(self, nama: str, teks: str) -> None:
        """Note a warning at a column of this row."""
        self.tabel.findings.warn(self.tabel.lembar.nama, self.alamat(nama), teks)

    def alamat(self, nama: str) -> str | None:
        """Address of a column in this row; None where the sheet lacks the column."""
        position = self.tabel.posisi.get(nama)
        return None if position is None else address(self.nomor, position)

    def _ask_for(self, kolom: Kolom) -> None:
        if kolom.wajib and kolom.nama in self.tabel.posisi:
            self.fault(kolom.nama, f"Kolom {kolom.nama} wajib diisi.", "Isi sel ini, atau hapus seluruh barisnya.")


@dataclass(frozen=True, slots=True)
class Tabel:
    """A sheet that was found, with its known columns by position."""

    lembar: Lembar
    findings: Findings
    skala: Skala
    posisi: Mapping[str, int]
    baris: tuple[tuple[int, Mapping[str, Sel]], ...]

    def kolom(self, nama: str) -> Kolom:
        """The column of that name."""
        return next(kolom for kolom in self.lembar.kolom if kolom.nama == nama)

    def rows(self) -> Iterator[Isian]:
        """Every row that has something in a known column."""
        return (Isian(self, nomor, sel) for nomor, sel in self.baris)


def arrange(lembar: Lembar, rows: tuple[Baris, ...], findings: Findings, skala: Skala) -> Tabel:
    """Match columns with their names; faults for missing and repeated ones, warnings for unknown ones."""
    head, body = (rows[0], rows[1:]) if rows else ({}, ())
    posisi = _positions(lembar, head, findings)
    for kolom in lembar.kolom:
        if kolom.wajib and kolom.nama not in posisi:
            saran = f"Tambahkan kolom {kolom.nama} di baris pertama lembar {lembar.nama}."
            findings.fault(lembar.nama, None, None, Fault(f"Kolom {kolom.nama} tidak ada.", saran))
    names = {position: nama for nama, position in posisi.items()}
    filled = ((_number(row), {names[k]: sel for k, sel in row.items() if k in names}) for row in body)
    return Tabel(lembar, findings, skala, posisi, tuple((nomor, sel) for nomor, sel in filled if sel))


def _number(row: Baris) -> int:
    return next(iter(row.values())).baris


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
