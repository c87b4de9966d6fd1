"""Column types that keep values exact in every database: all of them are text.

SQLAlchemy's own Numeric keeps a float in SQLite, and its DateTime loses the offset. To add one: a TypeDecorator
over Text and, where the value has a canonical form, its writer in ``canonical``.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from sqlalchemy import Boolean, Column, Dialect, Integer, Text
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.types import TypeDecorator

from kinerja_desktop.domain.bukti import Bukti
from kinerja_desktop.domain.frozen import freeze, thaw
from kinerja_desktop.storage.canonical import canonical, decimal_text, moment_text
from kinerja_desktop.storage.faults import UNREADABLE


class DecimalText(TypeDecorator[Decimal]):
    """A figure with every digit given."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's
        return None if value is None else decimal_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        return None if value is None else Decimal(value)


class MomentText(TypeDecorator[datetime]):
    """A moment with its offset."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's
        return None if value is None else moment_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else datetime.fromisoformat(value)


class DateText(TypeDecorator[date]):
    """A day."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:  # noqa: ARG002
        return None if value is None else date.fromisoformat(value)


class EnumText(TypeDecorator[Enum]):
    """A member of one Enum, by name: values may be words of screens and change."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[Enum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Enum | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's
        return None if value is None else self.kind(value).name

    def process_result_value(self, value: str | None, dialect: Dialect) -> Enum | None:  # noqa: ARG002
        return None if value is None else self.kind[value]


class EnumsText(TypeDecorator[tuple[Enum, ...]]):
    """Members of one Enum in their order."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[Enum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: tuple[Enum, ...] | None, dialect: Dialect) -> str:  # noqa: ARG002
        return canonical([self.kind(item).name for item in value or ()])

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[Enum, ...]:  # noqa: ARG002
        return tuple(self.kind[item] for item in json.loads(value or "[]"))


class TextsText(TypeDecorator[tuple[str, ...]]):
    """Several texts in their order."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str:  # noqa: ARG002
        return canonical(value or ())

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:  # noqa: ARG002
        return tuple(json.loads(value or "[]"))


class BuktiText(TypeDecorator[tuple[Bukti, ...]]):
    """Pieces of evidence in their order."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[Bukti, ...] | None, dialect: Dialect) -> str:  # noqa: ARG002
        return canonical(freeze(value or ()))

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[Bukti, ...]:  # noqa: ARG002
        return tuple(thaw(Bukti, piece) for piece in json.loads(value or "[]"))


class JsonText(TypeDecorator[Mapping[str, Any]]):
    """Plain JSON values without floats."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Mapping[str, Any] | None, dialect: Dialect) -> str:  # noqa: ARG002
        return canonical(value or {})

    def process_result_value(self, value: str | None, dialect: Dialect) -> Mapping[str, Any]:  # noqa: ARG002
        content: Mapping[str, Any] = json.loads(value or "{}")
        return content


def form_of(column: Column[Any]) -> Callable[[object], bool]:
    """What tells whether a cell of the file is written as this column writes the value that it reads there."""
    nullable, kind = bool(column.nullable), column.type
    if isinstance(kind, Boolean):
        return lambda raw: nullable if raw is None else type(raw) is int and raw in (0, 1)
    if isinstance(kind, Integer):
        return lambda raw: nullable if raw is None else type(raw) is int
    if isinstance(kind, TypeDecorator):
        return lambda raw: nullable if raw is None else isinstance(raw, str) and _written_again(kind, raw) == raw
    return lambda raw: nullable if raw is None else type(raw) is str


def _written_again(kind: TypeDecorator[Any], raw: str) -> str | None:
    """None for what cannot be read. Our types look at no dialect."""
    try:
        written: str | None = kind.process_bind_param(kind.process_result_value(raw, _ANY), _ANY)
    except UNREADABLE:
        return None
    return written


def text_of(column: Column[Any], value: Any) -> str:  # noqa: ANN401 - what the column holds
    """How the column writes a value that is not empty, as text."""
    kind = column.type
    return str(kind.process_bind_param(value, _ANY) if isinstance(kind, TypeDecorator) else value)


def value_of(column: Column[Any], raw: str) -> Any:  # noqa: ANN401 - what the column holds
    """The value that such a text stands for. Raises one of UNREADABLE."""
    kind = column.type
    if isinstance(kind, TypeDecorator):
        return kind.process_result_value(raw, _ANY)
    return int(raw) if isinstance(kind, Integer) else raw


_ANY = DefaultDialect()
