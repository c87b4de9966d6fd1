"""The two ways in which every repository writes rows: one row by its key, or all rows of an owner.

Plain UPDATE, INSERT and DELETE, so that every database understands them.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, and_, delete, insert, update

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
        connection.execute(insert(table), numbered)
