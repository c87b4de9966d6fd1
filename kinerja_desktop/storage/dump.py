"""Every table whole, as plain values: what a full export hands over. Reads only, in the order of the keys.

What a column means stands in ``table_words``; what never leaves the office in ``SECRET``.
"""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Final

from sqlalchemy import Boolean, Column, Integer, Table, Text, func, select, type_coerce
from sqlalchemy.types import TypeDecorator

from kinerja_desktop.domain.tabel import Kolom, Nilai, Tabel
from kinerja_desktop.storage import sealed
from kinerja_desktop.storage.column_types import (
    BuktiText,
    DateText,
    DecimalText,
    EnumsText,
    EnumText,
    JsonText,
    MomentText,
    TextsText,
)
from kinerja_desktop.storage.table_words import SHARED, TABLES
from kinerja_desktop.storage.tables import metadata
from kinerja_desktop.storage.unit_of_work import Unit

SECRET: Final = frozenset({("accounts", "sandi_hash")})
"""Columns that never leave the office."""
_MANNERS: Final[Mapping[type, str]] = {
    DecimalText: "angka, titik sebagai tanda desimal",
    DateText: "tanggal, tahun-bulan-hari",
    MomentText: "tanggal dan jam dengan selisih UTC",
    EnumText: "satu kata dari daftar",
    EnumsText: "teks JSON: daftar kata dari pilihan",
    TextsText: "teks JSON: daftar teks",
    BuktiText: "teks JSON: daftar bukti",
    JsonText: "teks JSON",
    Boolean: "ya atau tidak; JSON true atau false, CSV 1 atau 0",
    Integer: "bilangan bulat",
    Text: "teks",
}
"""How a kind of column is written."""


def tables() -> tuple[Tabel, ...]:
    """Every table of the office, as it is told to the outside."""
    return tuple(_told(table) for table in metadata.sorted_tables)


def _told(table: Table) -> Tabel:
    about, own = TABLES.get(table.name, ("", {}))
    secret = tuple(column.name for column in table.columns if not _may_leave(column))
    columns = tuple(_column(column, own) for column in table.columns if _may_leave(column))
    return Tabel(table.name, about, columns, secret)


def _column(column: Column[object], own: Mapping[str, str]) -> Kolom:
    about = own.get(column.name) or SHARED.get(column.name, "")
    kind = getattr(column.type, "kind", None)
    words = tuple(map(_word, kind)) if isinstance(kind, type) and issubclass(kind, Enum) else ()
    return Kolom(column.name, about, _MANNERS[type(column.type)], bool(column.nullable), words)


def _word(member: Enum) -> str:
    """What stands in the cell, with what it means where that is another word."""
    meaning = str(member.value)
    return member.name if meaning.casefold() == member.name.casefold() else f"{member.name} ({meaning})"


def _may_leave(column: Column[object]) -> bool:
    return (column.table.name, column.name) not in SECRET


def rows(unit: Unit, tabel: Tabel) -> Iterator[Mapping[str, Nilai]]:
    """Every row, its values word for word as they are stored, in the order of the primary key.

    A row beside the history whose bytes changed goes along as far as it can be read, and keeps no other row back.
    """
    table = metadata.tables[tabel.nama]
    if sealed.SEAL in table.columns:
        return (_as_it_lies(row, tabel) for row in sealed.rows(unit.connection, table))
    shown = [_as_stored(table.columns[kolom.nama]) for kolom in tabel.kolom]
    found = unit.connection.execute(select(*shown).order_by(*table.primary_key.columns))
    return (dict(row) for row in found.mappings())


def _as_it_lies(row: sealed.SealedRow, tabel: Tabel) -> Mapping[str, Nilai]:
    """Whole numbers of a sound row as such; all else as its text."""
    whole = {name for name, column in row.table.columns.items() if row.fits and isinstance(column.type, Integer)}
    return {k.nama: row.value(k.nama) if k.nama in whole else row.text(k.nama) for k in tabel.kolom}


def _as_stored(column: Column[object]) -> Column[object]:
    """Past the types of ours, so that nothing is understood on the way and nothing can be lost."""
    plain = isinstance(column.type, TypeDecorator)
    bare: Column[object] = type_coerce(column, Text).label(column.name) if plain else column  # type: ignore[assignment]
    return bare


def count(unit: Unit, tabel: Tabel) -> int:
    """How many rows a table has."""
    wanted = select(func.count()).select_from(metadata.tables[tabel.nama])
    return int(unit.connection.execute(wanted).scalar_one())
