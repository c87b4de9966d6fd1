"""Rows beside the history, each with a digest of its own cells: the one place that makes it and looks at it.

No record tells of what is still being typed and of who opened what, so nothing else would notice a bit that turned in
it. The digest stands in the row, in the column ``SEAL``, and is written in the statement that writes the row. It is a
guard against disks, not against people: whoever has the file can write cells and digest together, put an older row back
or delete one, and nothing tells. What is handed in is guarded from then on by the history, and a person saw it before.
Rows are read as bytes: text that is no UTF-8 any more can be told too.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, LargeBinary, Table, and_, delete, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from kinerja_desktop.storage.column_types import text_of, value_of
from kinerja_desktop.storage.faults import UNREADABLE
from kinerja_desktop.storage.writing import Values, put_row

SEAL = "sidik"


class RawBytes(FunctionElement[bytes]):
    """A cell as the bytes of its text, past every type and whether or not they are letters."""

    type = LargeBinary()
    inherit_cache = True


@compiles(RawBytes)
def _converted(element: RawBytes, compiler: SQLCompiler, **kw: object) -> str:
    return f"convert_to(CAST({compiler.process(element.clauses, **kw)} AS TEXT), 'UTF8')"


@compiles(RawBytes, "sqlite")
def _as_they_lie(element: RawBytes, compiler: SQLCompiler, **kw: object) -> str:
    """Bytes that are no text in the file get a sign before them, so that they fit no digest."""
    cell = compiler.process(element.clauses, **kw)
    return f"CAST(CASE typeof({cell}) WHEN 'blob' THEN char(0) || {cell} ELSE {cell} END AS BLOB)"


def put_sealed(connection: Connection, table: Table, values: Values) -> None:
    """Change the row with this primary key, or add it, with its digest."""
    texts = [text_of(column, values[column.name]) for column in table.c if column.name != SEAL]
    put_row(connection, table, {**values, SEAL: digest(texts)})


def digest(texts: Sequence[str]) -> str:
    """SHA-256 over the cells of a row as texts, in the order of the columns, the digest itself left out."""
    return hashlib.sha256(json.dumps(list(texts), ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class SealedRow:
    """A row as its bytes lie in the file."""

    table: Table
    cells: Mapping[str, bytes | None]

    @property
    def fits(self) -> bool:
        """True where the row is what was written."""
        try:
            texts = [_decoded(cell) for name, cell in self.cells.items() if name != SEAL]
            return _decoded(self.cells[SEAL]) == digest(texts)
        except UNREADABLE:
            return False

    def text(self, name: str) -> str:
        """A cell to be shown, whatever stands in it; what is no text is told by its number."""
        return (self.cells[name] or b"").decode(errors="backslashreplace")

    def value(self, name: str) -> Any:  # noqa: ANN401 - what the column holds
        """What the cell says. Raises one of UNREADABLE where that was damaged."""
        return value_of(self.table.c[name], _decoded(self.cells[name]))

    def values(self) -> dict[str, Any]:
        """Every cell besides the digest, of a row that fits."""
        return {name: self.value(name) for name in self.cells if name != SEAL}


def _decoded(cell: bytes | None) -> str:
    if cell is None:
        raise TypeError(cell)
    return cell.decode()


def rows(connection: Connection, table: Table, *which: ColumnElement[bool]) -> Iterator[SealedRow]:
    """Rows of a table, in the order of its key."""
    shown = [RawBytes(column).label(column.name) for column in table.c]
    found = connection.execute(select(*shown).where(*which).order_by(*table.primary_key.columns)).mappings()
    return (SealedRow(table, dict(row)) for row in found)


def remove(connection: Connection, row: SealedRow) -> None:
    """Delete a row by all its bytes, whatever became of its key."""
    same = (RawBytes(row.table.c[name]) == cell for name, cell in row.cells.items() if cell is not None)
    connection.execute(delete(row.table).where(and_(*same)))
