"""Cases as lists read them, drafts beside the history, and who has opened which version."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, exists, func, select

from kinerja_desktop.domain.errors import NotFound, StaleWrite
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Jenis, Status
from kinerja_desktop.storage.records import Case, Draft
from kinerja_desktop.storage.tables import cases, drafts, reads
from kinerja_desktop.storage.writing import put_row

_ALL = select(*(cases.c[f.name] for f in fields(Case)))


class CasesRepo:
    """The projection of every case; an act and its case are written in the same unit."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, case: Case) -> None:
        """Store a case as its acts have made it."""
        subject = _subject(case.jenis, case.tahun, case.triwulan, case.seksi)
        put_row(self._connection, cases, {**asdict(case), "subject": subject})

    def get(self, case_id: str) -> Case:
        """One case. Raises NotFound."""
        for case in self._cases(_ALL.where(cases.c.id == case_id)):
            return case
        raise NotFound("Berkas", case_id)

    def find(self, jenis: Jenis, tahun: int, triwulan: int | None = None, seksi: str | None = None) -> Case | None:
        """The one case of this kind about a period and, for a berkas, a seksi."""
        same = cases.c.subject == _subject(jenis, tahun, triwulan, seksi)
        return next(self._cases(_ALL.where(same)), None)

    def listing(
        self,
        *,
        jenis: Jenis | None = None,
        tahun: int | None = None,
        triwulan: int | None = None,
        seksi: str | None = None,
        status: Collection[Status] | None = None,
        desk: Role | None = None,
        limit: int | None = None,
    ) -> tuple[Case, ...]:
        """Cases that fit everything named, the newest period first, then by seksi."""
        given = {"jenis": jenis, "tahun": tahun, "triwulan": triwulan, "seksi": seksi, "desk": desk}
        wanted: list[ColumnElement[bool]] = [cases.c[name] == v for name, v in given.items() if v is not None]
        if status is not None:
            wanted.append(cases.c.status.in_(sorted(status, key=lambda s: s.name)))
        order = (
            cases.c.tahun.desc(),
            func.coalesce(cases.c.triwulan, 0).desc(),
            cases.c.jenis,
            func.coalesce(cases.c.seksi, ""),
        )
        return tuple(self._cases(_ALL.where(*wanted).order_by(*order).limit(limit)))

    def statuses(self, jenis: Jenis, tahun: Collection[int]) -> Mapping[tuple[int, int | None, str | None], Status]:
        """Where the cases of some years stand, by year, triwulan and seksi; nothing else of them is read."""
        shown = select(cases.c.tahun, cases.c.triwulan, cases.c.seksi, cases.c.status)
        found = self._connection.execute(shown.where(cases.c.jenis == jenis, cases.c.tahun.in_(sorted(tahun))))
        return {(row.tahun, row.triwulan, row.seksi): row.status for row in found}

    def _cases(self, query: Select[Any]) -> Iterator[Case]:
        return (Case(**row) for row in self._connection.execute(query).mappings())


def _subject(jenis: Jenis, tahun: int, triwulan: int | None, seksi: str | None) -> str:
    return f"{jenis.value}/{tahun}/{triwulan or ''}/{seksi or ''}"


class DraftsRepo:
    """Work that was typed and not handed in."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, case_id: str, kind: str) -> Draft | None:
        """The draft of one kind of work on a case, or None."""
        row = self._connection.execute(select(drafts).where(_draft(case_id, kind))).mappings().one_or_none()
        return None if row is None else Draft(**row)

    def of(self, case_id: str) -> tuple[Draft, ...]:
        """Every draft of a case, by kind."""
        found = select(drafts).where(drafts.c.case_id == case_id).order_by(drafts.c.kind)
        return tuple(Draft(**row) for row in self._connection.execute(found).mappings())

    def put(  # noqa: PLR0917 - the row in its order
        self, case_id: str, kind: str, isi: Mapping[str, Any], seen: int, oleh: str, pada: datetime
    ) -> Draft:
        """Store the next version; ``seen`` is the version that its author knew, 0 for none. Raises StaleWrite."""
        before = self.get(case_id, kind)
        current = 0 if before is None else before.versi
        if seen != current:
            raise StaleWrite("Draf ini", seen, current)
        draft = Draft(case_id, kind, dict(isi), current + 1, oleh, pada)
        put_row(self._connection, drafts, asdict(draft))
        return draft

    def by(self, oleh: str) -> tuple[Draft, ...]:
        """Every draft that a person saved last, oldest first."""
        found = select(drafts).where(drafts.c.oleh == oleh)
        rows = [Draft(**row) for row in self._connection.execute(found).mappings()]
        return tuple(sorted(rows, key=lambda draft: draft.pada))

    def delete(self, case_id: str, kind: str) -> None:
        """Drop the draft; nothing happens where there is none."""
        self._connection.execute(delete(drafts).where(_draft(case_id, kind)))


def _draft(case_id: str, kind: str) -> ColumnElement[bool]:
    return and_(drafts.c.case_id == case_id, drafts.c.kind == kind)


class ReadsRepo:
    """Who opened which version of a case."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def mark(self, case_id: str, versi: int, pegawai_id: str, pada: datetime) -> bool:
        """Note that somebody opened a version; the first time stands. True for the first time."""
        if pegawai_id in self.readers(case_id, versi):
            return False
        put_row(self._connection, reads, {"case_id": case_id, "versi": versi, "pegawai_id": pegawai_id, "pada": pada})
        return True

    def readers(self, case_id: str, versi: int) -> frozenset[str]:
        """Pegawai ids of all who opened a version."""
        found = select(reads.c.pegawai_id).where(reads.c.case_id == case_id, reads.c.versi == versi)
        return frozenset(self._connection.execute(found).scalars())

    def unread(self, case_ids: Collection[str], pegawai_id: str) -> frozenset[str]:
        """Those of these cases whose present version this person has not opened."""
        same = and_(reads.c.case_id == cases.c.id, reads.c.versi == cases.c.versi, reads.c.pegawai_id == pegawai_id)
        found = select(cases.c.id).where(cases.c.id.in_(sorted(case_ids)), ~exists().where(same))
        return frozenset(self._connection.execute(found).scalars())
