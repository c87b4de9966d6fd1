"""The archive's register of printed papers; the files themselves lie in ``files``."""

from dataclasses import asdict
from itertools import starmap
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from kinerja_desktop.domain.errors import NotFound
from kinerja_desktop.storage.kept import Keeping
from kinerja_desktop.storage.records import Paper, StatusPaper
from kinerja_desktop.storage.tables import papers
from kinerja_desktop.storage.writing import put_row


class PapersRepo(Keeping[tuple[Paper, ...]]):
    """Papers stay registered for ever; only their standing, place and scan change. ``all``: the newest first."""

    def put(self, paper: Paper) -> None:
        """Register a paper, or change its standing."""
        put_row(self._connection, papers, asdict(paper))
        self._changed()

    def get(self, paper_id: str) -> Paper:
        """One paper. Raises NotFound."""
        found = self._one(papers.c.id == paper_id)
        if found is None:
            raise NotFound("Dokumen", paper_id)
        return found

    def by_kode(self, kode: str) -> Paper | None:
        """The paper that bears this check code, or None."""
        return self._one(papers.c.kode == kode)

    def by_sha(self, sha256: str) -> Paper | None:
        """The newest paper with this file, printed or signed, or None."""
        return self._one(or_(papers.c.sha256 == sha256, papers.c.pindaian_sha256 == sha256))

    def current(self, case_id: str, jenis: str) -> Paper | None:
        """The paper of this kind that stands for a case now, or None."""
        return self._one(papers.c.case_id == case_id, papers.c.jenis == jenis, papers.c.status == "sah")

    def listing(
        self,
        *,
        case_id: str | None = None,
        jenis: str | None = None,
        tahun: int | None = None,
        triwulan: int | None = None,
        seksi: str | None = None,
        status: StatusPaper | None = None,
        offset: int = 0,
        limit: int | None = None,
    ) -> tuple[Paper, ...]:
        """Papers that fit everything named, the newest first."""
        wanted = _wanted(case_id=case_id, jenis=jenis, tahun=tahun, triwulan=triwulan, seksi=seksi, status=status)
        ordered = _newest(select(papers).where(*wanted)).offset(offset)
        rows = self._connection.execute(ordered if limit is None else ordered.limit(limit))
        return tuple(starmap(Paper, rows.all()))

    def count(
        self,
        *,
        case_id: str | None = None,
        jenis: str | None = None,
        tahun: int | None = None,
        triwulan: int | None = None,
        seksi: str | None = None,
        status: StatusPaper | None = None,
    ) -> int:
        """How many papers ``listing`` has in all."""
        wanted = _wanted(case_id=case_id, jenis=jenis, tahun=tahun, triwulan=triwulan, seksi=seksi, status=status)
        number: int = self._connection.execute(select(func.count()).select_from(papers).where(*wanted)).scalar_one()
        return number

    def _read(self) -> tuple[Paper, ...]:
        return self.listing()

    def _one(self, *wanted: ColumnElement[bool]) -> Paper | None:
        row = self._connection.execute(_newest(select(papers).where(*wanted)).limit(1)).mappings().one_or_none()
        return None if row is None else Paper(**row)


def _newest(query: Select[Any]) -> Select[Any]:
    return query.order_by(papers.c.tahun.desc(), papers.c.dibuat.desc(), papers.c.id.desc())


def _wanted(
    *,
    case_id: str | None,
    jenis: str | None,
    tahun: int | None,
    triwulan: int | None,
    seksi: str | None,
    status: StatusPaper | None,
) -> list[ColumnElement[bool]]:
    given = {"case_id": case_id, "jenis": jenis, "tahun": tahun, "triwulan": triwulan, "seksi": seksi, "status": status}
    return [papers.c[name] == value for name, value in given.items() if value is not None]
