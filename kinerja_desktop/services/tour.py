"""How far somebody is in the guide of his role (``tour_steps``): kept in the practice office, to be resumed.

Only practice offices have a guide: its steps are real acts. Where somebody stands is a hidden setting of that office.
"""

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from kinerja_desktop.domain.errors import NotFound
from kinerja_desktop.services import settings
from kinerja_desktop.services.context import ALL_ROLES, Context, permits
from kinerja_desktop.services.tour_steps import STEPS, Panduan
from kinerja_desktop.storage.records import JournalRow
from kinerja_desktop.storage.unit_of_work import Unit

_KEYS = "panduan."


@dataclass(frozen=True, slots=True)
class _Note:
    """What is kept: the line of the history after which acts count, tabs seen, steps passed over, and if it is open."""

    sejak: int = 0
    mulai: str = ""
    dilihat: tuple[str, ...] = ()
    lewat: tuple[str, ...] = ()
    terbuka: bool = False


@dataclass(frozen=True, slots=True)
class LangkahPanduan:
    """A step; ``selesai`` where it was really done, ``lewat`` where it was passed over."""

    panduan: Panduan
    selesai: bool
    lewat: bool


@dataclass(frozen=True, slots=True)
class PanduanView:
    """The guide of a role; ``langkah`` is empty where there is none. ``mulai`` once it was begun."""

    peran: str = ""
    langkah: tuple[LangkahPanduan, ...] = ()
    mulai: bool = False
    terbuka: bool = False

    @property
    def kini(self) -> int | None:
        """Place of the first step that is neither done nor passed over; None at the end."""
        return next((n for n, one in enumerate(self.langkah) if not (one.selesai or one.lewat)), None)

    @property
    def selesai(self) -> int:
        """How many steps were really done."""
        return sum(one.selesai for one in self.langkah)


@permits(*ALL_ROLES)
def load(ctx: Context) -> PanduanView:
    """The guide of this person in this role."""
    if not ctx.office.latihan:
        return PanduanView()
    with ctx.office.store.read() as unit:
        note = _note(unit, ctx)
        mine = _mine(unit, ctx, note)
        steps = tuple(
            LangkahPanduan(one, bool(note.mulai) and _is_done(unit, ctx, one, note, mine), one.kunci in note.lewat)
            for one in STEPS[ctx.actor.role]
        )
    return PanduanView(ctx.actor.role.label, steps, bool(note.mulai), note.terbuka)


@permits(*ALL_ROLES)
def begin(ctx: Context) -> None:
    """Begin the guide, or open it again where it was left; one that was finished begins anew."""
    finished = load(ctx).kini is None
    with ctx.office.store.unit() as unit:
        note = _note(unit, ctx)
        if finished or not note.mulai:
            note = _Note(unit.journal.head().seq, ctx.now().isoformat())
        _keep(unit, ctx, replace(note, terbuka=True))
        unit.commit()


@permits(*ALL_ROLES)
def leave(ctx: Context) -> None:
    """Put it away; what was done stays done."""
    _change(ctx, terbuka=False)


@permits(*ALL_ROLES)
def saw(ctx: Context, tab: str) -> None:
    """A tab came to the front while the guide was open."""
    with ctx.office.store.read() as unit:
        note = _note(unit, ctx)
    if note.terbuka and tab not in note.dilihat and any(one.tab == tab for one in STEPS[ctx.actor.role]):
        _change(ctx, dilihat=(*note.dilihat, tab))


@permits(*ALL_ROLES)
def pass_over(ctx: Context, kunci: str) -> None:
    """Go on without doing a step of the guide. Raises NotFound."""
    if all(one.kunci != kunci for one in STEPS[ctx.actor.role]):
        raise NotFound("Langkah panduan", kunci)
    with ctx.office.store.read() as unit:
        note = _note(unit, ctx)
    _change(ctx, lewat=(*note.lewat, kunci))


# --- inner -------------------------------------------------------------------------------------


def _change(ctx: Context, **fields: object) -> None:
    with ctx.office.store.unit() as unit:
        _keep(unit, ctx, replace(_note(unit, ctx), **fields))  # type: ignore[arg-type]  # by their names above
        unit.commit()


def _key(ctx: Context) -> str:
    return f"{_KEYS}{ctx.actor.role.value}.{ctx.actor.id}"


def _note(unit: Unit, ctx: Context) -> _Note:
    stored: dict[str, Any] = json.loads(unit.settings.get(_key(ctx)) or "null") or asdict(_Note())
    return _Note(
        stored["sejak"], stored["mulai"], tuple(stored["dilihat"]), tuple(stored["lewat"]), terbuka=stored["terbuka"]
    )


def _keep(unit: Unit, ctx: Context, note: _Note) -> None:
    settings.put(unit, ctx.actor, ctx.now(), _key(ctx), json.dumps(asdict(note), sort_keys=True))


def _mine(unit: Unit, ctx: Context, note: _Note) -> tuple[JournalRow, ...]:
    """What this person did since, without what the guide itself notes."""
    if not note.mulai:
        return ()
    rows = unit.journal.walk(note.sejak)
    return tuple(row for row in rows if row.oleh == ctx.actor.id and _KEYS not in row.list_id)


def _is_done(unit: Unit, ctx: Context, one: Panduan, note: _Note, mine: tuple[JournalRow, ...]) -> bool:
    if not (one.tindakan or one.catatan or one.draf):
        return one.tab in note.dilihat
    acts, kinds = {a.value for a in one.tindakan}, {k.value for k in one.catatan}
    if any(row.action in acts if row.action else row.kind in kinds for row in mine):
        return True
    begun = datetime.fromisoformat(note.mulai)
    return any(d.kind == one.draf and d.pada > begun for d in unit.drafts.by(ctx.actor.id))
