"""The office journal: acts of cases and records of every other change, numbered and chained, never changed.

How the hashes are taken stands in ``chain``; what a record means is its caller's matter.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, insert, literal, or_, select

from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.workflow import Act, Action
from kinerja_desktop.storage import chain
from kinerja_desktop.storage.canonical import canonical, moment_text
from kinerja_desktop.storage.engine import in_parts
from kinerja_desktop.storage.records import EMPTY, Head, JournalRow, NewAct, SubjectOfCase
from kinerja_desktop.storage.tables import cases, journal

_LISTED = tuple(journal.c[name] for name in JournalRow.__dataclass_fields__)
_PIECE = 500


class JournalRepo:
    """Appending to and reading the journal within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.appended: Head | None = None
        """The head after this unit's own last line; None while it added none."""

    # acts of cases

    def append(self, act: NewAct) -> Act:
        """Add an act to its case. It is numbered after the last one there."""
        row = self._add(
            list_id=act.case_id,
            kind=act.jenis.value,
            action=act.action.value,
            oleh=act.oleh,
            nama=act.nama,
            jabatan=act.jabatan,
            role=act.role,
            pada=act.pada,
            isi=act.isi,
            revisi_sop=act.revisi_sop,
        )
        return _act(row)

    def acts(self, case_id: str) -> tuple[Act, ...]:
        """Every act of a case in order; none for a case that is not stored."""
        rows = self._rows(_all().where(journal.c.list_id == case_id).order_by(journal.c.act_no))
        return tuple(_act(row) for row in rows)

    def acts_of(self, case_ids: Collection[str]) -> Mapping[str, tuple[Act, ...]]:
        """Every act of several cases, in the order of each."""
        return self._of_cases(_all(), case_ids)

    def heads(self, case_ids: Collection[str]) -> Mapping[str, tuple[Act, ...]]:
        """The acts of several cases without their contents: who did what when, for lists."""
        return self._of_cases(
            select(*(literal("{}") if column.name == "payload" else column for column in _LISTED)), case_ids
        )

    def _of_cases(self, shown: Select[Any], case_ids: Collection[str]) -> Mapping[str, tuple[Act, ...]]:
        found: dict[str, list[Act]] = {case_id: [] for case_id in case_ids}
        wanted = shown.order_by(journal.c.list_id, journal.c.act_no)
        for some in in_parts(case_ids):
            for row in self._rows(wanted.where(journal.c.list_id.in_(some))):
                found[row.list_id].append(_act(row))
        return {case_id: tuple(acts) for case_id, acts in found.items()}

    def case_ids(self) -> frozenset[str]:
        """Every list that holds acts."""
        found = select(journal.c.list_id).where(journal.c.action.is_not(None)).distinct()
        return frozenset(self._connection.execute(found).scalars())

    def acts_by(self, oleh: str, limit: int) -> tuple[JournalRow, ...]:
        """The newest acts of one person, newest first."""
        own = _all().where(journal.c.oleh == oleh, journal.c.action.is_not(None))
        return tuple(self._rows(own.order_by(journal.c.seq.desc()).limit(limit)))

    def told_in_cases(
        self, actions: Collection[Action], keys: Sequence[str], **same: object
    ) -> Iterator[tuple[SubjectOfCase, Mapping[str, Any]]]:
        """What acts of some kinds say under these keys, with what their case is about; newest first.

        All cases, or those about the same thing (``seksi``, ``tahun``) where one is named. Whatever else an act holds,
        the figures above all, is not parsed.
        """
        about = tuple(cases.c[name] for name in ("id", "jenis", "tahun", "triwulan", "seksi"))
        said = (func.json_extract(journal.c.payload, f"$.{key}") for key in keys)
        wanted = select(*about, *said).select_from(journal.join(cases, cases.c.id == journal.c.list_id))
        wanted = wanted.where(journal.c.action.in_(sorted(action.value for action in actions)))
        wanted = wanted.where(*(cases.c[name] == value for name, value in same.items() if value is not None))
        for row in self._connection.execute(wanted.order_by(journal.c.seq.desc())):
            yield SubjectOfCase(*row[: len(about)]), dict(zip(keys, row[len(about) :], strict=True))

    # records of other changes

    def record(  # noqa: PLR0917 - the line in its order
        self, kind: str, subject_id: str, isi: Mapping[str, Any], oleh: str, nama: str, role: Role, pada: datetime
    ) -> None:
        """Add a record about one thing; ``isi`` holds plain JSON values without floats."""
        self._add(
            list_id=_list_of(kind, subject_id),
            kind=kind,
            action=None,
            oleh=oleh,
            nama=nama,
            jabatan="",
            role=role,
            pada=pada,
            isi=isi,
            revisi_sop="",
        )

    def records(
        self, kind: str | None = None, subject_id: str | None = None, limit: int | None = None
    ) -> tuple[JournalRow, ...]:
        """Records in their order, of one kind or of one thing of it; with ``limit`` only the newest ones."""
        newest_first = _of(_all(), kind, subject_id).order_by(journal.c.seq.desc()).limit(limit)
        return tuple(reversed(list(self._rows(newest_first))))

    def told(self, kind: str, after: int, limit: int) -> tuple[tuple[datetime, Mapping[str, Any]], ...]:
        """When records of one kind behind a line of the journal were written and what they say: the newest, in order.

        Whatever else a line holds is not read.
        """
        wanted = _of(select(journal.c.pada_teks, journal.c.payload), kind, None).where(journal.c.seq > after)
        rows = self._connection.execute(wanted.order_by(journal.c.seq.desc()).limit(limit)).all()
        return tuple((datetime.fromisoformat(pada), json.loads(payload)) for pada, payload in reversed(rows))

    def times(self, kind: str) -> Iterator[datetime]:
        """When records of one kind were written, newest first, as far as they are asked for."""
        newest_first = select(journal.c.pada_teks).where(journal.c.kind == kind).order_by(journal.c.seq.desc())
        return map(datetime.fromisoformat, self._connection.execute(newest_first).scalars())

    def naming(self, kind: str, subject_id: str, key: str) -> tuple[JournalRow, ...]:
        """Records of one thing that say something under this key, in their order; the others are not even parsed."""
        rows = self._rows(
            _of(_all(), kind, subject_id).where(journal.c.payload.contains(f'"{key}":')).order_by(journal.c.seq)
        )
        return tuple(row for row in rows if key in row.isi)

    def signers(self, kind: str) -> Mapping[str, str]:
        """Who signs the frozen papers, by the digest of their PDF: told by records of this kind and by acts that fix.

        Whatever else a paper holds is not parsed here.
        """
        digest, name = (
            func.coalesce(*(func.json_extract(journal.c.payload, path) for path in paths))
            for paths in (("$.sha256", "$.dokumen"), ("$.laporan.penandatangan.nama",) * 2)
        )
        frozen = or_(journal.c.kind == kind, journal.c.action == Action.FIX.value)
        rows = self._connection.execute(select(digest, name).where(frozen, name.is_not(None)))
        return {sha256: nama for sha256, nama in rows if sha256 is not None}

    def count(self, kind: str, subject_id: str | None = None) -> int:
        """How many records there are of one kind, or of one thing of it."""
        counted = _of(select(func.count()).select_from(journal), kind, subject_id)
        number: int = self._connection.execute(counted).scalar_one()
        return number

    # the whole

    def head(self) -> Head:
        """Where the journal ends."""
        last = select(journal.c.seq, journal.c.office).order_by(journal.c.seq.desc()).limit(1)
        row = self._connection.execute(last).one_or_none()
        return EMPTY if row is None else Head(row.seq, row.office)

    def office_at(self, seq: int) -> str | None:
        """The digest of the whole history up to a line; None where it does not reach so far."""
        if seq == 0:
            return chain.START
        at = select(journal.c.office).where(journal.c.seq == seq)
        digest: str | None = self._connection.execute(at).scalar_one_or_none()
        return digest

    def last_time(self) -> datetime | None:
        """When the newest line was written, by the clock of that moment."""
        newest = select(journal.c.pada_teks).order_by(journal.c.seq.desc()).limit(1)
        text = self._connection.execute(newest).scalar_one_or_none()
        return None if text is None else datetime.fromisoformat(text)

    def walk(self, after: int = 0, key: str | None = None) -> Iterator[JournalRow]:
        """Every line in order, read in pieces, so a long journal needs little memory.

        With ``key`` only lines whose content may say something under it; the others are not even parsed.
        """
        wanted = _all() if key is None else _all().where(journal.c.payload.contains(f'"{key}":'))
        rows = self._piece(wanted, after)
        while rows:
            yield from rows
            rows = self._piece(wanted, rows[-1].seq)

    def _piece(self, wanted: Select[Any], after: int) -> list[JournalRow]:
        return list(self._rows(wanted.where(journal.c.seq > after).order_by(journal.c.seq).limit(_PIECE)))

    def _rows(self, query: Select[Any]) -> Iterator[JournalRow]:
        return (JournalRow(*row) for row in self._connection.execute(query).all())

    def _last_of(self, list_id: str) -> tuple[int, str]:
        last = select(journal.c.act_no, journal.c.hash).where(journal.c.list_id == list_id)
        row = self._connection.execute(last.order_by(journal.c.act_no.desc()).limit(1)).one_or_none()
        return (0, chain.START) if row is None else (row.act_no, row.hash)

    def _add(
        self,
        *,
        list_id: str,
        kind: str,
        action: str | None,
        oleh: str,
        nama: str,
        jabatan: str,
        role: Role,
        pada: datetime,
        isi: Mapping[str, Any],
        revisi_sop: str,
    ) -> JournalRow:
        head = self.appended or self.head()
        number, prev_list = self._last_of(list_id)
        bare = JournalRow(
            seq=head.seq + 1,
            list_id=list_id,
            act_no=number + 1,
            kind=kind,
            action=action,
            oleh=oleh,
            nama=nama,
            jabatan=jabatan,
            role=role.value,
            pada_teks=moment_text(pada),
            revisi_sop=revisi_sop,
            schema=chain.SCHEMA,
            payload=canonical(isi),
            prev_list=prev_list,
            hash="",
            prev_office=head.hash,
            office="",
        )
        row = _closed(bare)
        self._connection.execute(insert(journal).values(asdict(row)))
        self.appended = Head(row.seq, row.office)
        return row


def _closed(row: JournalRow) -> JournalRow:
    hash_ = chain.line_hash(row)
    return replace(row, hash=hash_, office=chain.office_hash(row.seq, hash_, row.prev_office))


def _all() -> Select[Any]:
    return select(*_LISTED)


def _list_of(kind: str, subject_id: str) -> str:
    return f"{kind}/{subject_id}"


def _of(query: Select[Any], kind: str | None, subject_id: str | None) -> Select[Any]:
    """Records only, narrowed by kind and thing. A thing is named together with its kind."""
    query = query.where(journal.c.action.is_(None))
    if kind is not None and subject_id is not None:
        return query.where(journal.c.list_id == _list_of(kind, subject_id))
    return query if kind is None else query.where(journal.c.kind == kind)


def _act(row: JournalRow) -> Act:
    return Act(
        nomor=row.act_no,
        action=Action(row.action),
        oleh=row.oleh,
        nama=row.nama,
        jabatan=row.jabatan,
        role=Role(row.role),
        pada=row.pada,
        isi=row.isi,
        revisi_sop=row.revisi_sop,
        hash=row.hash,
    )
