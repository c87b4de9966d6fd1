"""People, seksi and accounts."""

from collections.abc import Iterator
from dataclasses import asdict, fields, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, Table, func, select

from kinerja_desktop.domain.errors import NotFound
from kinerja_desktop.domain.ids import new_id
from kinerja_desktop.domain.indikator import Seksi
from kinerja_desktop.domain.pegawai import Pegawai
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.storage.records import Account
from kinerja_desktop.storage.tables import accounts, pegawai, seksi
from kinerja_desktop.storage.writing import put_row

_PERSON = tuple(pegawai.c[f.name] for f in fields(Pegawai))


class PeopleRepo:
    """People are closed (``sampai``), never deleted; seksi neither. Lists are read once in a unit."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._all: tuple[Pegawai, ...] | None = None
        self._seksi: tuple[Seksi, ...] | None = None

    def all(self) -> tuple[Pegawai, ...]:
        """Everybody, also those who left, in the order in which they were entered."""
        if self._all is None:
            self._all = tuple(self._people(select(*_PERSON).order_by(pegawai.c.urutan)))
        return self._all

    def get(self, pegawai_id: str) -> Pegawai:
        """One person. Raises NotFound."""
        for person in self._people(select(*_PERSON).where(pegawai.c.id == pegawai_id)):
            return person
        raise NotFound("Pegawai", pegawai_id)

    def put(self, person: Pegawai) -> Pegawai:
        """Store a person; one without id gets it here. Returns what is stored."""
        stored = person if person.id else replace(person, id=new_id())
        place = _place(self._connection, pegawai, pegawai.c.id == stored.id)
        put_row(self._connection, pegawai, {**asdict(stored), "urutan": place})
        self._all = None
        return stored

    def holders(self, role: Role, tanggal: date, seksi: str | None = None) -> tuple[Pegawai, ...]:
        """Who holds a role on a day; ``seksi`` narrows the roles that are held for one seksi."""
        held = (p for p in self.all() if role in p.peran and p.berlaku(tanggal))
        return tuple(p for p in held if seksi is None or not role.of_seksi or p.seksi == seksi)

    def seksi(self) -> tuple[Seksi, ...]:
        """Every seksi in the office's order."""
        if self._seksi is None:
            rows = self._connection.execute(select(seksi.c.kode, seksi.c.nama).order_by(seksi.c.urutan)).mappings()
            self._seksi = tuple(Seksi(**row) for row in rows)
        return self._seksi

    def put_seksi(self, section: Seksi) -> None:
        """Store a seksi; a new one stands last."""
        place = _place(self._connection, seksi, seksi.c.kode == section.kode)
        put_row(self._connection, seksi, {**asdict(section), "urutan": place})
        self._seksi = None

    def _people(self, query: Select[Any]) -> Iterator[Pegawai]:
        return (Pegawai(**row) for row in self._connection.execute(query).mappings())


def _place(connection: Connection, table: Table, same: Any) -> int:  # noqa: ANN401 - any condition of SQLAlchemy
    """The place that a row has in its order, or the one behind the last."""
    held = connection.execute(select(table.c.urutan).where(same)).scalar_one_or_none()
    if held is not None:
        return int(held)
    last = connection.execute(select(func.max(table.c.urutan))).scalar_one()
    return 0 if last is None else int(last) + 1


class AccountsRepo:
    """What people log in with."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def names(self) -> tuple[str, ...]:
        """Every user name in alphabetical order."""
        return tuple(self._connection.execute(select(accounts.c.pengguna).order_by(accounts.c.pengguna)).scalars())

    def by_pengguna(self, pengguna: str) -> Account | None:
        """The account of a user name, or None."""
        return self._one(select(accounts).where(accounts.c.pengguna == pengguna))

    def by_pegawai(self, pegawai_id: str) -> Account | None:
        """The account of a person, or None."""
        return self._one(select(accounts).where(accounts.c.pegawai_id == pegawai_id))

    def put(self, account: Account) -> None:
        """Store an account."""
        put_row(self._connection, accounts, asdict(account))

    def _one(self, query: Select[Any]) -> Account | None:
        row = self._connection.execute(query).mappings().one_or_none()
        return None if row is None else Account(**row)
