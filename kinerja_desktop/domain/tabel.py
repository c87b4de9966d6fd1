"""A table of the office's data as it is told to the outside: its columns and what stands in them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column: name, what it holds, how that is written (``ragam``), whether a cell may have no value at all.

    ``pilihan`` are the only words that stand in it; none where any may.
    """

    nama: str
    uraian: str
    ragam: str
    boleh_kosong: bool
    pilihan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tabel:
    """One table. ``dilewati`` names columns that never leave the office, such as hashes of passwords."""

    nama: str
    uraian: str
    kolom: tuple[Kolom, ...]
    dilewati: tuple[str, ...] = ()


Nilai = str | int | bool | None
"""What stands in a cell: words and figures as text, with every digit."""
