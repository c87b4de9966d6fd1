"""Drafts that are not what was saved: shown to who saved them and to the Admin, and laid aside when they are known.

A damaged draft is used by nobody, so that no wrong figure goes on as somebody's words; all else goes on (see
``storage.sealed``). It lies where it was until one of them lays it aside: then its whole text stands in the history,
and its page begins with what was handed in last. Notes of who opened what are laid aside in the same way.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from kinerja_desktop.domain.errors import NotFound
from kinerja_desktop.domain.roles import Role
from kinerja_desktop.domain.tanggal import format_tanggal, format_waktu
from kinerja_desktop.services import integrity_words, trail
from kinerja_desktop.services.calendar_table import kalender as office_kalender
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import ALL_ROLES, Context, permits
from kinerja_desktop.storage.faults import UNREADABLE
from kinerja_desktop.storage.sealed import SealedRow
from kinerja_desktop.storage.unit_of_work import Unit


@dataclass(frozen=True, slots=True)
class IsianRusak:
    """One of them: what it is of, who saved it and when as far as that can be read, and its content in lines.

    ``tanda`` names it for ``lay_aside``: it changes where anything in it changes again.
    """

    tanda: str
    apa: str
    oleh: str
    pada: str
    isi: tuple[str, ...]


def seen_by(unit: Unit, ctx: Context) -> tuple[IsianRusak, ...]:
    """What the actor is shown: what he saved himself; an Admin, who may have to ask others, sees all."""
    return tuple(_told(unit, row) for row in _rows(unit, ctx))


@permits(*ALL_ROLES)
def lay_aside(ctx: Context, tanda: str) -> Changes:
    """Take a damaged draft out of the way; every cell of it goes into the history. Raises NotFound where it is gone."""
    with ctx.office.store.unit() as unit:
        row = next((r for r in _rows(unit, ctx) if _tanda(r) == tanda), None)
        if row is None:
            raise NotFound("Isian rusak", tanda[:8])
        isi = {"tabel": row.table.name, "baris": {name: row.text(name) for name in row.cells}}
        trail.record(unit, ctx.actor, ctx.now(), trail.Kind.DAMAGED, tanda, isi=isi)
        unit.take_out(row)
        unit.commit()
    return frozenset({Change.DRAFT, Change.CASE, Change.PLAN, Change.SETTINGS})


def _rows(unit: Unit, ctx: Context) -> Iterator[SealedRow]:
    notes = unit.reads.damaged() if ctx.office.store.notes_damaged else ()
    return (row for row in (*unit.drafts.damaged(), *notes) if _may_see(ctx, row))


def _may_see(ctx: Context, row: SealedRow) -> bool:
    return ctx.actor.role is Role.ADMIN or (_is_draft(row) and row.text("oleh") == ctx.actor.id)


def _is_draft(row: SealedRow) -> bool:
    return "isi" in row.cells


def _tanda(row: SealedRow) -> str:
    return trail.digest([(cell or b"").hex() for cell in row.cells.values()])


def _told(unit: Unit, row: SealedRow) -> IsianRusak:
    """Each thing as it can be read; what cannot be is shown as its bytes say."""
    who = row.text("oleh" if _is_draft(row) else "pegawai_id")
    names = {person.id: person.nama for person in unit.people.all()}
    what = "tanda sudah dibaca"
    if _is_draft(row):
        what = integrity_words.draft_name(unit, row.text("case_id"), row.text("kind"))
    what = what[:1].upper() + what[1:]
    return IsianRusak(_tanda(row), what, names.get(who, who), _moment(unit, row), tuple(_content(row)))


def _moment(unit: Unit, row: SealedRow) -> str:
    try:
        pada = office_kalender(unit).local(row.value("pada"))
    except UNREADABLE:
        return row.text("pada")
    return f"{format_tanggal(pada)} {format_waktu(pada)}"


def _content(row: SealedRow) -> Iterator[str]:
    """The lines of a draft: each thing that says something, below what it belongs to."""
    if not _is_draft(row):
        return
    try:
        yield from _lines(json.loads(row.text("isi")), 0)
    except UNREADABLE:
        yield row.text("isi")


def _lines(thing: object, depth: int) -> Iterator[str]:
    """What says something, plain things before those that hold others; what only wraps one other is left out."""
    found = _pairs(thing)
    if len(found) == 1 and isinstance(found[0][1], dict | list):
        yield from _lines(found[0][1], depth)
        return
    for name, value in sorted(found, key=lambda pair: isinstance(pair[1], dict | list)):
        label = f"{'    ' * depth}{name.replace('_', ' ')}"
        if isinstance(value, dict | list):
            yield f"{label}:"
            yield from _lines(value, depth + 1)
        else:
            yield f"{label}: {value}"


def _pairs(thing: object) -> list[tuple[str, object]]:
    """Things by name; rows by their kode where they have one."""
    if isinstance(thing, dict):
        named = [(str(name), value) for name, value in thing.items()]
    elif isinstance(thing, list):
        named = [(_row_name(row, at), row) for at, row in enumerate(thing, 1)]
    else:
        named = [("isi", thing)]
    return [(name, value) for name, value in named if value not in (None, "", [], {})]


def _row_name(row: object, at: int) -> str:
    return f"Baris {row['kode']}" if isinstance(row, dict) and row.get("kode") else f"Baris ke-{at}"
