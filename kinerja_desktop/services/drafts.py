"""Unsubmitted work beside the history: its kinds, its content, and saving it while somebody types.

A draft belongs to a case and a kind, not to a person, so a second analyst goes on where the first stopped.
It is deleted when it is handed in and comes back when that is taken back. To add a kind: its name below.

What a person gives up lies beside the drafts for ``SIMPAN_BUANGAN`` and can be brought back by him (``trash``): a plan
lays aside what its person drops, all other work whatever a save no longer holds (``lay_aside``).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from kinerja_desktop.domain.errors import NotFound, StaleWrite, TextTooLong
from kinerja_desktop.domain.ids import new_id
from kinerja_desktop.domain.numerals import check_limits
from kinerja_desktop.domain.realisasi import MAKS_TEKS, Isi, IsiIndikator
from kinerja_desktop.domain.workflow import Act, Keadaan
from kinerja_desktop.services import trail
from kinerja_desktop.services.changes import Change, Changes
from kinerja_desktop.services.context import Context, Office
from kinerja_desktop.services.draft_texts import WORDS, Texts, given_up, holds
from kinerja_desktop.services.hidden_signs import refuse_hidden
from kinerja_desktop.services.snapshots import decode_isi
from kinerja_desktop.storage.records import Draft
from kinerja_desktop.storage.unit_of_work import Unit

PENUGASAN = "penugasan"
DISPOSISI = "disposisi"
BAHAN = "bahan"
LAPORAN = "laporan"
PEMERIKSAAN = "pemeriksaan"
RENCANA = "rencana"
"""Of a part of a year's plan; the part stands behind a colon."""
LAYAR = "layar"
"""What stood in a dialog or on a tab and was stored nowhere else; only ever thrown away, and its own berkas."""


SIMPAN_BUANGAN = timedelta(days=30)
"""How long what was given up is kept."""
MAKS_BUANGAN = 100
"""How much of what a person gave up of one berkas is kept, the newest: each save that gives up looks through it."""
BUANGAN = "buangan/"
"""Before the berkas of what was given up."""


@dataclass(frozen=True, slots=True)
class DrafTersimpan:
    """What a save answers: the draft's new version and the time for "Tersimpan 10.42"."""

    versi: int
    pada: datetime
    changes: Changes


def save(unit: Unit, ctx: Context, case_id: str, kind: str, isi: Mapping[str, Any], *, seen: int) -> DrafTersimpan:
    """Store a draft. ``seen`` is the version it was based on, 0 for a first one. Raises StaleWrite."""
    draft = unit.drafts.put(case_id, kind, isi, seen, ctx.actor.id, ctx.now())
    return DrafTersimpan(draft.versi, draft.pada, frozenset({Change.DRAFT}))


def lay_aside(unit: Unit, ctx: Context, case_id: str, kind: str, *, before: Texts, now: Texts) -> None:
    """Lay aside the texts and figures that a save gives up."""
    lost = given_up(before, now)
    if lost:
        throw_away(unit, ctx, case_id, kind, {"teks": lost})


def throw_away(unit: Unit, ctx: Context, case_id: str, kind: str, isi: Mapping[str, Any]) -> None:
    """Lay aside what a person gives up, the same thing once; what lies there before too much goes.

    Where more of it lies there, say because it was taken away letter by letter, that stays instead.
    """
    place = f"{BUANGAN}{case_id}"
    mine: list[Draft] = []
    for old in unit.drafts.sound(place):
        same = (old.oleh, _kind_of(old)) == (ctx.actor.id, kind)
        if same and not _is_old(old, ctx.now()) and _covers(old.isi, isi):
            isi = old.isi
        if same and _covers(isi, old.isi):
            unit.drafts.delete(place, old.kind)
        elif old.oleh == ctx.actor.id:
            mine.append(old)
    mine.sort(key=lambda old: (old.pada, old.kind), reverse=True)
    for old in mine[MAKS_BUANGAN - 1 :]:
        unit.drafts.delete(place, old.kind)
    unit.drafts.put(place, f"{kind}@{new_id()}", isi, 0, ctx.actor.id, ctx.now())


def _covers(isi: Mapping[str, Any], old: Mapping[str, Any]) -> bool:
    """Whether what lies there says nothing more: a beginning that was saved while somebody typed on, say."""
    return isi == old or ("teks" in isi and "teks" in old and holds(isi["teks"], old["teks"]))


@dataclass(frozen=True, slots=True)
class Terbuang:
    """Something given up: of which draft, what it held, when. ``id`` names it in the trash."""

    id: str
    case_id: str
    kind: str
    isi: Mapping[str, Any]
    pada: datetime


def thrown(unit: Unit, ctx: Context) -> tuple[Terbuang, ...]:
    """What the actor gave up and is still kept, the newest first."""
    mine = (draft for draft in unit.drafts.by(ctx.actor.id) if is_thrown(draft) and not _is_old(draft, ctx.now()))
    kept = (Terbuang(d.kind, d.case_id.removeprefix(BUANGAN), _kind_of(d), d.isi, d.pada) for d in mine)
    return tuple(sorted(kept, key=lambda one: (one.pada, one.id), reverse=True))


def take_back(unit: Unit, ctx: Context, buangan: str) -> Terbuang:
    """It is a draft again: nothing of it stays aside. Raises NotFound where it is gone, or another one's."""
    found = next((one for one in thrown(unit, ctx) if one.id == buangan), None)
    if found is None:
        raise NotFound("Isian yang dibuang", buangan)
    unit.drafts.delete(f"{BUANGAN}{found.case_id}", found.id)
    return found


def is_thrown(draft: Draft) -> bool:
    """Whether a draft was given up."""
    return draft.case_id.startswith(BUANGAN)


def _kind_of(thrown_draft: Draft) -> str:
    return thrown_draft.kind.rpartition("@")[0]


def clear_old(office: Office) -> None:
    """Let go what lies aside longer than it is kept, of everybody; called after each start and each day.

    A clock of the PC that jumped ahead makes all of it old at once, so a log-in of an earlier day must have found it
    old already. A damaged one stays.
    """
    with office.store.read() as unit:
        if not _outdated(unit, office.clock.now()):
            return
    with office.store.unit() as unit:
        for old in _outdated(unit, office.clock.now()):
            unit.drafts.delete(old.case_id, old.kind)
        unit.commit()


def _outdated(unit: Unit, now: datetime) -> tuple[Draft, ...]:
    logins = (pada.astimezone(now.tzinfo) for pada in unit.journal.times(trail.Kind.LOGIN.value))
    before = next((pada for pada in logins if pada.date() < now.date()), None)
    if before is None:
        return ()
    return tuple(draft for draft in unit.drafts.sound_under(BUANGAN) if _is_old(draft, before))


def _is_old(draft: Draft, now: datetime) -> bool:
    return draft.pada < now - SIMPAN_BUANGAN


def restore(unit: Unit, ctx: Context, case_id: str, kind: str, isi: Mapping[str, Any]) -> None:
    """Bring content back as the draft that it was."""
    save(unit, ctx, case_id, kind, isi, seen=version(unit.drafts.get(case_id, kind)))


def version(draft: Draft | None) -> int:
    """The number that the next save names as seen."""
    return 0 if draft is None else draft.versi


def content(draft: Draft | None, otherwise: Isi) -> Isi:
    """The content of a draft of figures, or what stands where there is none."""
    return otherwise if draft is None else decode_isi(draft.isi["isi"])


def figures(unit: Unit, case_id: str) -> Iterator[Isi]:
    """What the drafts of a berkas say that hold figures and evidence; one that is damaged says nothing."""
    for draft in unit.drafts.sound(case_id):
        if draft.kind in (BAHAN, LAPORAN) and "isi" in draft.isi:
            yield decode_isi(draft.isi["isi"])


def check_version(draft: Draft | None, what: str, seen: int) -> None:
    """Refuse to go on from a draft that the screen did not show. Raises StaleWrite."""
    current = version(draft)
    if seen != current:
        raise StaleWrite(what, seen, current)


def source_of(keadaan: Keadaan, act: Act) -> int:
    """Number of the act whose content ``act`` was made from; 0 for none."""
    return next((a.nomor for a in reversed(keadaan.berlaku) if a.nomor < act.nomor and "isi" in a.isi), 0)


# --- lengths -----------------------------------------------------------------------------------

_TEXTS = {
    "diketik": "Isian realisasi",
    "pembilang_diketik": "Isian pembilang",
    "penyebut_diketik": "Isian penyebut",
    **WORDS,
}


def check_row(isi: IsiIndikator, before: IsiIndikator) -> None:
    """Refuse a figure that no field takes, a text longer than its field, evidence whose words hide a sign.

    Evidence that stood there ``before`` is let be. Raises AngkaSalah, TextTooLong, FieldsRefused.
    """
    for figure in (isi.realisasi, isi.pembilang, isi.penyebut):
        if figure is not None:
            check_limits(figure, str(figure))
    for name, what in _TEXTS.items():
        check_length(f"{what} {isi.kode}", getattr(isi, name) or "")
    for bukti in isi.bukti:
        check_length(f"Bukti {isi.kode}", bukti.nama)
        check_length(f"Alasan tanggal bukti {isi.kode}", bukti.alasan)
    known = {bukti.nama for bukti in before.bukti}
    refuse_hidden(*(("bukti", f"Bukti {isi.kode}", bukti.nama) for bukti in isi.bukti if bukti.nama not in known))


def check_length(what: str, teks: str) -> None:
    """Refuse a text longer than any field. Raises TextTooLong."""
    if len(teks) > MAKS_TEKS:
        raise TextTooLong(what, len(teks), MAKS_TEKS)
