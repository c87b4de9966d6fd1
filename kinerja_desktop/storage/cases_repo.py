"""Cases as lists read them, drafts beside the history, and who has opened which version."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, fields
from datetime import datetime
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, exists, func, select

from kinerja_desktop.domain.errors import DraftDamaged, NotFound, StaleWrite
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Jenis, Status
from kinerja_desktop.storage import sealed
from kinerja_desktop.storage.engine import in_parts
from kinerja_desktop.storage.records import Case, Draft
from kinerja_desktop.storage.sealed import SealedRow, put_sealed
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
    """Work that was typed and not handed in.

    A draft whose digest does not fit is never taken for what somebody typed, written over or deleted: whoever asks
    for it is refused (DraftDamaged), until a person looked at it and it is taken out (``Unit.take_out``).
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, case_id: str, kind: str) -> Draft | None:
        """The draft of one kind of work on a case, or None. Raises DraftDamaged."""
        return next((_sound(row) for row in self._rows(*_draft(case_id, kind))), None)

    def of(self, case_id: str) -> tuple[Draft, ...]:
        """Every draft of a case, by kind. Raises DraftDamaged."""
        return tuple(_sound(row) for row in self._rows(drafts.c.case_id == case_id))

    def sound(self, case_id: str) -> tuple[Draft, ...]:
        """The same without those that are damaged."""
        return tuple(_sound(row) for row in self._rows(drafts.c.case_id == case_id) if row.fits)

    def sound_under(self, prefix: str) -> tuple[Draft, ...]:
        """Every sound draft whose case begins with this."""
        return tuple(
            _sound(row) for row in self._rows(drafts.c.case_id.startswith(prefix, autoescape=True)) if row.fits
        )

    def put(  # noqa: PLR0917 - the row in its order
        self, case_id: str, kind: str, isi: Mapping[str, Any], seen: int, oleh: str, pada: datetime
    ) -> Draft:
        """Store the next version; ``seen`` is the version that its author knew, 0 for none.

        Raises StaleWrite, DraftDamaged.
        """
        before = self.get(case_id, kind)
        current = 0 if before is None else before.versi
        if seen != current:
            raise StaleWrite("Draf ini", seen, current)
        draft = Draft(case_id, kind, dict(isi), current + 1, oleh, pada)
        put_sealed(self._connection, drafts, asdict(draft))
        return draft

    def by(self, oleh: str) -> tuple[Draft, ...]:
        """Every sound draft that a person saved last, oldest first."""
        rows = [_sound(row) for row in self._rows(drafts.c.oleh == oleh) if row.fits]
        return tuple(sorted(rows, key=lambda draft: draft.pada))

    def delete(self, case_id: str, kind: str) -> None:
        """Drop the draft; nothing happens where there is none. Raises DraftDamaged."""
        if self.get(case_id, kind) is not None:
            self._connection.execute(delete(drafts).where(*_draft(case_id, kind)))

    def damaged(self) -> tuple[SealedRow, ...]:
        """Every draft that is not what was written."""
        return tuple(row for row in self._rows() if not row.fits)

    def count(self) -> int:
        """How many drafts there are."""
        return int(self._connection.execute(select(func.count()).select_from(drafts)).scalar_one())

    def _rows(self, *which: ColumnElement[bool]) -> Iterator[SealedRow]:
        return sealed.rows(self._connection, drafts, *which)


def _sound(row: SealedRow) -> Draft:
    if not row.fits:
        raise DraftDamaged(row.text("kind"), row.text("pada"))
    return Draft(**row.values())


def _draft(case_id: str, kind: str) -> tuple[ColumnElement[bool], ...]:
    return drafts.c.case_id == case_id, drafts.c.kind == kind


class ReadsRepo:
    """Who opened which version of a case."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def mark(self, case_id: str, versi: int, pegawai_id: str, pada: datetime) -> bool:
        """Note that somebody opened a version; the first time stands. True for the first time."""
        if pegawai_id in self.readers(case_id, versi):
            return False
        row = {"case_id": case_id, "versi": versi, "pegawai_id": pegawai_id, "pada": pada}
        put_sealed(self._connection, reads, row)
        return True

    def readers(self, case_id: str, versi: int) -> frozenset[str]:
        """Pegawai ids of all who opened a version."""
        found = sealed.rows(self._connection, reads, reads.c.case_id == case_id, reads.c.versi == versi)
        return frozenset(row.text("pegawai_id") for row in found)

    def damaged(self) -> tuple[SealedRow, ...]:
        """Every note that is not what was written."""
        return tuple(row for row in sealed.rows(self._connection, reads) if not row.fits)

    def unread(self, case_ids: Collection[str], pegawai_id: str) -> frozenset[str]:
        """Those of these cases whose present version this person has not opened."""
        same = and_(reads.c.case_id == cases.c.id, reads.c.versi == cases.c.versi, reads.c.pegawai_id == pegawai_id)
        found = select(cases.c.id).where(~exists().where(same))
        parts = (self._connection.execute(found.where(cases.c.id.in_(some))).scalars() for some in in_parts(case_ids))
        return frozenset(chain.from_iterable(parts))
