"""What a session that broke off had kept: noted while somebody works, told when he comes back.

Whatever is typed is a draft within a second, so nothing is brought back here; it is counted, so that its writer looks
at it again. The note holds a digest of each row as it was when he logged in, never its content.
"""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kinerja_desktop.services import drafts
from kinerja_desktop.services.auth import Session
from kinerja_desktop.services.context import Office
from kinerja_desktop.services.trail import digest
from kinerja_desktop.storage import session_note
from kinerja_desktop.storage.records import Draft
from kinerja_desktop.storage.session_note import Notes, read_notes, write_notes

_LOG = logging.getLogger(__name__)
_WHOLE = ""
"""Key of what a draft holds beside its rows."""


@dataclass(frozen=True, slots=True)
class Dipulihkan:
    """What was kept of one piece of work: rows that were changed by their kode, how many in all, when last."""

    case_id: str
    kind: str
    kode: tuple[str, ...]
    isian: int
    pada: datetime


def begin(office: Office, session: Session) -> tuple[Dipulihkan, ...]:
    """Note that somebody works here from now on; what his last session left, if it broke off."""
    folder = office.store.folder
    if folder is None or office.store.stopped is not None:
        return ()
    notes = read_notes(folder)
    with office.store.read() as unit:
        own = tuple(draft for draft in unit.drafts.by(session.pegawai_id) if not drafts.is_thrown(draft))
    entry = {
        "nama": session.nama,
        "sejak": office.clock.now().isoformat(),
        "bekerja": True,
        "draf": {_key(draft): _digests(draft) for draft in own},
    }
    others = {who: {**other, "bekerja": False} for who, other in notes.items() if who != session.pegawai_id}
    _keep(office, {**others, session.pegawai_id: entry})
    left = notes.get(session.pegawai_id)
    return () if left is None else tuple(_left(own, left))


def end(office: Office, session: Session) -> None:
    """The session ended as it should."""
    folder = office.store.folder
    if folder is not None:
        _keep(office, {who: entry for who, entry in read_notes(folder).items() if who != session.pegawai_id})


def forget(office: Office) -> None:
    """Another state of the office took this one's place: nothing can be compared any more."""
    if office.store.folder is not None:
        _keep(office, {})


def is_called(office: Office) -> bool:
    """True once where a second program was started on this office: the window that is open should come forward."""
    return office.store.folder is not None and session_note.is_called(office.store.folder)


def _keep(office: Office, notes: Notes) -> None:
    assert office.store.folder is not None
    try:
        write_notes(office.store.folder, notes)
    except OSError as error:  # then a crash is not told about, and nothing else is lost
        _LOG.warning("session not noted: %s", error)


def _left(own: tuple[Draft, ...], entry: Mapping[str, Any]) -> Iterator[Dipulihkan]:
    known = entry.get("draf")
    before = known if isinstance(known, dict) else {}
    for draft in own:
        was = before.get(_key(draft), {})
        changed = tuple(kode for kode, now in _digests(draft).items() if was.get(kode) != now)
        if changed:
            kode = tuple(k for k in changed if k != _WHOLE)
            yield Dipulihkan(draft.case_id, draft.kind, kode, len(changed), draft.pada)


def _key(draft: Draft) -> str:
    return f"{draft.kind}/{draft.case_id}"


def _digests(draft: Draft) -> dict[str, str]:
    """A digest of each row by its kode, and one of all the rest where there is any."""
    if draft.kind not in (drafts.BAHAN, drafts.LAPORAN):
        return {_WHOLE: digest(dict(draft.isi))}
    content = draft.isi["isi"]["nilai"]
    rest = {name: value for name, value in content.items() if name != "indikator" and value}
    whole = {_WHOLE: digest(rest)} if rest else {}
    return {row["kode"]: digest(row) for row in content["indikator"] if len(row) > 1} | whole
