"""The two ways in which every repository writes rows: one row by its key, or all rows of an owner.

Plain UPDATE, INSERT and DELETE, so that every database understands them.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Dialect, Table, and_, delete, insert, update

Values = Mapping[str, Any]


def put_row(connection: Connection, table: Table, values: Values) -> None:
    """Change the row with this primary key, or add it."""
    key = [column.name for column in table.primary_key.columns]
    same = and_(*(table.c[name] == values[name] for name in key))
    rest = {name: value for name, value in values.items() if name not in key}
    if connection.execute(update(table).where(same).values(rest)).rowcount == 0:
        connection.execute(insert(table).values(dict(values)))


def replace_rows(connection: Connection, table: Table, owner: Values, rows: Iterable[Values]) -> None:
    """Put these rows in place of all that belong to ``owner``; ``urutan`` keeps their order."""
    of_owner = and_(*(table.c[name] == value for name, value in owner.items()))
    connection.execute(delete(table).where(of_owner))
    if "urutan" in table.c:
        numbered = [{**owner, "urutan": n, **row} for n, row in enumerate(rows)]
    else:
        numbered = [{**owner, **row} for row in rows]
    if numbered:
        _insert(connection, table, numbered)


def _insert(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Add rows that name the same columns, each column turned into what the database keeps in one go.

    SQLAlchemy does the same row by row, which takes three times as long; a plan has thousands of rows.
    """
    dialect = connection.dialect
    statement = insert(table).compile(dialect=dialect, column_keys=list(rows[0]))
    names = statement.positiontup or list(rows[0])
    columns = [_written(table.c[name], [row[name] for row in rows], dialect) for name in names]
    values: list[Any] = list(zip(*columns, strict=True))
    if not statement.positional:
        values = [dict(zip(names, row, strict=True)) for row in values]
    connection.exec_driver_sql(statement.string, values)


def _written(column: Column[Any], values: list[Any], dialect: Dialect) -> list[Any]:
    process = column.type.dialect_impl(dialect).bind_processor(dialect)
    return values if process is None else list(map(process, values))
