"""Chained records of what is changed outside the SOP: people, plan, calendar, settings, papers, log-ins.

Every such change passes ``record``. The record holds what became of the thing (``isi``) and, where the
thing is a row of a table, its whole content or digest under "sidik", so ``integrity`` can compare table and
history. To add a kind of thing: a member of ``Kind``, and its comparison in ``integrity``.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from typing import Any

from kinerja_desktop.domain.errors import StaleWrite
from kinerja_desktop.domain.frozen import freeze
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.services.context import DENIAL, Actor
from kinerja_desktop.storage import chain
from kinerja_desktop.storage.records import JournalRow
from kinerja_desktop.storage.unit_of_work import Unit


class Kind(Enum):
    """What a record is about; the value stands in the journal."""

    OFFICE = "kantor"
    SETTING = "pengaturan"
    CALENDAR = "kalender"
    PERSON = "pegawai"
    SEKSI = "seksi"
    ACCOUNT = "akun"
    PLAN = "rencana"
    PAPER = "dokumen"
    LOGIN = "masuk"
    BACKUP = "cadangan"
    RESTORE = "pemulihan"
    EXPORT = "ekspor"
    UPLOAD = "unggahan"
    FINDINGS = "keutuhan"
    DAMAGED = "isian"
    MARK = "tanda_riwayat"
    UPDATE = "pembaruan"
    DENIED = DENIAL


PROGRAM = Actor("", "Kinerja Desktop", "", Role.ADMIN)
"""Stands in records of what the program did by itself."""


def record(
    unit: Unit,
    actor: Actor,
    pada: datetime,
    kind: Kind,
    subject: str,
    *,
    isi: Mapping[str, Any],
    sidik: object = None,
) -> None:
    """Add one record. ``sidik`` is the thing's whole new content; only its digest is kept."""
    content = dict(freeze(isi))
    if sidik is not None:
        content["sidik"] = digest(sidik)
    unit.journal.record(kind.value, subject, content, actor.id, actor.nama, actor.role, pada)


def digest(thing: object) -> str:
    """SHA-256 over the canonical text of a frozen value (or of a tuple of them)."""
    text = json.dumps(freeze(thing), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def holds(unit: Unit, kind: Kind, subject: str, thing: object) -> bool:
    """True where a thing is what its last record says of it, and that record is as it was written.

    Things without any record are told by ``integrity``; here they hold.
    """
    rows = (row for row in reversed(unit.journal.records(kind.value, subject)) if "sidik" in row.isi)
    return is_as_recorded(next(rows, None), thing)


def is_as_recorded(last: JournalRow | None, thing: object) -> bool:
    """The same, asked of the record itself."""
    return last is None or (last.isi["sidik"] == digest(thing) and chain.line_hash(last) == last.hash)


def version(unit: Unit, kind: Kind, subject: str | None = None) -> int:
    """How often a thing (or all of its kind) was changed: the number that a write names as seen."""
    return unit.journal.count(kind.value, subject)


def check_seen(unit: Unit, what: str, seen: int, kind: Kind, subject: str | None = None) -> None:
    """Refuse a write whose author had not seen the newest change. Raises StaleWrite."""
    current = version(unit, kind, subject)
    if seen != current:
        raise StaleWrite(what, seen, current)
