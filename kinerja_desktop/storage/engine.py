"""SQLAlchemy over the one connection that ``gate`` opened.

With ``gate`` and ``migrations`` the only place that knows SQLite's dialect. Python begins no transaction here (see
``gate.connect``); SQLAlchemy's own "begin" does, with the words that the unit asked for. Errors of SQLite leave as
known faults.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import StaticPool

from kinerja_desktop.storage.faults import sqlite_fault
from kinerja_desktop.storage.gate import MOST_VARIABLES

_AT_ONCE = MOST_VARIABLES // 2


def in_parts(ids: Iterable[str]) -> Iterator[list[str]]:
    """Ids in order, so many at once as one statement may ask for beside its other values."""
    wanted = iter(sorted(set(ids)))
    while part := list(islice(wanted, _AT_ONCE)):
        yield part


BEGIN = "kinerja_begin"
"""Execution option: the statement that begins the transaction."""


def engine_over(connection: sqlite3.Connection, place: str = "") -> Engine:
    """An engine whose every connection is this one; ``place`` is what faults name."""
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)

    def begin(opened: Connection) -> None:
        opened.exec_driver_sql(opened.get_execution_options().get(BEGIN, "BEGIN"))

    def sort(context: ExceptionContext) -> None:
        fault = sqlite_fault(context.original_exception, place)
        try:
            if fault is not None:
                raise fault from context.original_exception
        finally:
            del fault  # see faults.sorted_faults

    event.listen(engine, "begin", begin)
    event.listen(engine, "handle_error", sort)
    return engine


def begun(engine: Engine, *, writing: bool) -> Connection:
    """A connection with its transaction begun: IMMEDIATE for writing, so that a lock is met at once."""
    options: dict[str, Any] = {BEGIN: "BEGIN IMMEDIATE" if writing else "BEGIN"}
    connection = engine.connect().execution_options(**options)
    try:
        connection.begin()
    except BaseException:
        connection.close()
        raise
    return connection
